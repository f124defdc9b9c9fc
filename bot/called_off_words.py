"""Words that take back what worried, without a plain 'I am safe': it was a joke, nobody does me
anything, call nobody. To a gentle question they are an answer; after danger they are a reason to
ask once more, and no more. In three languages, without any model."""

from __future__ import annotations

import re
from typing import Final

from bot.dialogue.words import plain

_PLAIN: Final = re.compile(
    # nothing is meant, nothing is done
    r"\b(?:ga|zal|doe) (?:mij |me |mezelf |mijn eigen |er )?(?:niks|niets|nikske|geen domme)\b"
    r"|\bme+n(?:de)?(?: ik)? (?:dat|da|het) (?:zo )?nie?t?\b|\b(?:dat|da|het) me+n ik nie?t?\b"
    r"|\bniet (?:zo )?(?:gemeend|bedoeld)\b|\bbedoel(?:de)?(?: ik)? (?:dat|da|het) (?:zo )?niet\b"
    r"|\bje (?:ne )?(?:vais |veux )?(?:rien faire|ferai rien|fais rien|me ferai rien)\b"
    r"|\b(?:pensais|pense|voulais)(?: \w+){0,2} pas(?: dire)?\b"
    r"|\b(?:won t|not going to|will not|not gonna|wont) do (?:anything|it|something)\b"
    r"|\b(?:didn t|don t|do not|did not|didnt|dont) mean (?:it|that)\b"
    r"|\b(?:denk|dacht)(?: ik)? (?:daar |er )?(?:helemaal )?niet aan\b"
    r"|\bwil (?:helemaal )?niet dood\b"
    r"|\bpense pas (?:a (?:mourir|ca|la mort)|du tout)\b|\b(?:veux|vais) pas mourir\b"
    r"|\bnot thinking (?:of|about) (?:dying|it|that)\b|\bdon t want to die\b"
    # a joke, a mistake
    r"|\b(?:grap|grapje|mopje|om te lachen|manier van spreken|misverstand|vals alarm)\b"
    r"|\b(?:verkeerd|fout|mis) (?:begrepen|verstaan)\b"
    r"|\b(?:blague|rigol\w+|plaisant\w+|facon de parler|malentendu|fausse alerte|mal compris)\b"
    r"|\bpas serieu\w+|\bpour rire\b"
    r"|\b(?:jok(?:e|ing)|kidding|(?:figure|manner|way) of (?:speech|speaking)|misunderst\w+"
    r"|false alarm|wrong end of the stick)\b"
    # nobody does anything to her
    r"|\bniemand (?:slaat|bedreigt|raakt|doet (?:mij|me|ons|iemand|iets|niks|kwaad|pijn))\b"
    r"|\bpersonne (?:ne )?(?:me |m |nous )?(?:frappe|touche|menace|bat|fait (?:du |de )?mal"
    r"|(?:me |m )fait|veut (?:du |de )?mal|en veut)\b"
    r"|\b(?:nobody|no one)(?: is| s)? (?:hurt\w*|hit\w*|threat\w*|touch\w*"
    r"|(?:does|did|doing) (?:me|us|anything to me|it))\b"
    # no help is needed
    r"|\b(?:geen (?:hulp|dokter|ambulance|ziekenwagen|politie) nodig|niet dringend|geen spoed)\b"
    r"|\bpas (?:urgent|grave du tout)\b|\bpas besoin (?:d|de)(?: \w+){1,2}|\brien d urgent\b"
    r"|\bnot (?:at all )?urgent\b|\bno (?:emergency|help needed|need for)\b"
    r"|\b(?:don t|dont|do not) need (?:any |an? )?(?:help|doctor|ambulance|police)\b"
)
_VAGUE: Final = re.compile(
    r"\bgeen zorgen\b|\bniet ongerust\b|\boverdreven\b"
    r"|\b(?:zware|slechte|moeilijke|lastige) dag\b"
    r"|\binquiete[zr]?(?: pas|z pas)?\b|\b(?:dure|mauvaise|sale|lourde) journee\b|\bexager\w+"
    r"|\b(?:don t|dont|do not) worry\b|\b(?:bad|hard|heavy|rough|tough) day\b|\bexaggerat\w+"
    # all is well, it is not so bad
    r"|\bscheelt (?:er )?(?:mij |met mij |toch )?(?:niks|niets)\b|\b(?:niks|niets) (?:met mij"
    r"|aan de hand)\b"
    r"|\b(?:zo|te) erg is (?:het|t) niet\b|\bniet zo erg\b|\bvalt (?:goed |wel )?mee\b"
    r"|\b(?:ik|k) (?:ben|zen) (?:\w+ )?(?:oke|ok|in orde|content|gelukkig|tevreden|blij)\b"
    r"|\balles (?:is )?(?:\w+ )?(?:goed|in orde|oke|ok|prima)\b|\bt is (?:niks|niets)\b"
    r"|\b(?:tout va bien|je vais (?:tres )?bien|ca va (?:tres |super )?bien|c est (?:pas grave"
    r"|rien))\b"
    r"|\bpas si grave\b|\bj ai rien\b|\bje suis content\w*\b"
    r"|\b(?:i m|i am|im|everything s|everything is|all is) (?:\w+ )?(?:fine|ok|okay|all ?right"
    r"|alright|well|happy)\b"
    r"|\bnot (?:so|that) bad\b|\bit s nothing\b|\bnothing(?: is| s)? wrong\b"
    # leave it, call nobody
    r"|\b(?:annul\w+|cancel\w*|vergeet het|laat (?:het )?(?:maar|zo)|laisse[sz]? tomber|oublie[sz]?"
    r"|forget (?:it|about it|that|i said)|never ?mind|drop it)\b"
    r"|\b(?:bel|belt|verwittig)(?: \w+){0,2} niet\b|\b(?:bel|belt|verwittig) niemand\b"
    r"|\bniet bellen\b"
    r"|\b(?:n )?appel(?:le|lez|er|ez)? (?:pas|personne)\b|\bprevien\w* (?:pas|personne)\b"
    r"|\b(?:don t|dont|do not|no need to) (?:call|ring|phone|tell)\b"
)
_TURNS: Final = re.compile(
    r"\b(?:maar|soms|misschien|weet (?:ik )?(?:het )?niet|niet zeker|behalve|tenzij"
    r"|sauf|parfois|peut etre|sais pas|pas sure?|quand meme"
    r"|but|though|sometimes|maybe|don t know|dont know|not sure|except|unless"
    r"|(?:het|t) (?:me|mij)zelf|moi meme|hurt myself|meer dan|plus que|more than)\b"
)
_IN_EARNEST: Final = re.compile(
    r"\b(?:geen|pas|not|no|isn t)(?: (?:une?|de|a))? (?:grap\w*|mopje|blague|rire|rigol\w+"
    r"|plaisant\w+"
    r"|jok\w+|kidding|misverstand|malentendu|misunderst\w+)\b"
)
# 'mais personne me fait du mal', 't zijn maar plaspillen': no 'but' to what she says
_NO_BUT: Final = re.compile(r"^(?:maar|mais|but) |\b(?:is|s|was|zijn|waren|ben|heb|had) maar\b")


def calls_off(text: str) -> bool:
    """'Ik ga niks doen', 'dat meen ik niet', 'zo erg is het niet': no answer to whether she is
    safe, and a reason to ask once more."""
    said = plain(text)
    found = _PLAIN.search(said) or _VAGUE.search(said)
    return found is not None and not _IN_EARNEST.search(said)


def denies(text: str) -> bool:
    """Plain enough to answer a gentle question with no: 'personne ne me fait de mal', 'not urgent,
    they are only water tablets'. Nothing in it may turn it back."""
    said = _NO_BUT.sub("", plain(text))
    turned = "?" in text or _TURNS.search(said) or _IN_EARNEST.search(said)
    return not turned and _PLAIN.search(said) is not None
