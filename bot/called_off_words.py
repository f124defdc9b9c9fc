"""Words that take back what worried, without a plain 'I am safe': it was a joke, nobody does me
anything, call nobody. In three languages, without any model.

A plain denial answers a gentle question with no, where the whole of what she says is known; what is
only found somewhere in her words is a reason to ask, and no more. Despair says no as well: 'je
pense pas tenir', 'niemand raakt mij nog aan', 'life is a joke'.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from bot import harmless_words
from bot.dialogue.lines import compiled
from bot.dialogue.words import plain
from bot.safety.reply import MEDICAL
from bot.unsafe_words import is_no
from bot.wishes import NODS, YES

SUICIDE: Final = "crisis_suicide"
VIOLENCE: Final = "crisis_violence"
_PARTS: Final = {
    "-SO": r"(?: (?:echt|zeker|toch|helemaal|absoluut|wel|hoor|vraiment|absolument|really"
    r"|at all))*",
    "-ONLY": r"(?: (?:maar|gewoon|enkel|alleen|juste|simplement|seulement|just|only))+",
    "-A": r"(?: (?:een|ne|n|om te|voor de|de l|pour|pour de|une?|qu une?|an?)"
    r"(?: (?:stom|flauw|silly|bad|mauvaise))?)?",
    "IK": r"(?:ik|k)",
    "ME": r"(?:mij|me|ons)",
    "JE": r"(?:je|j|chuis)(?: (?:ne|n))?",
    "IAM": r"(?:i m|im|i am)",
    "DONT": r"(?:do not|don t|dont)",
    "NOONE": r"(?:nobody|no one)",
    "STERVEN": r"(?:dood(?: ?gaan)?|sterven|de dood|zelfmoord|zoiets"
    r"|mezelf (?:iets aan|pijn) (?:te )?doen)",
    "MOURIR": r"(?:mourir|la mort|me tuer|me suicider|me faire (?:du )?mal)",
    "DYING": r"(?:dying|death|suicide|killing myself|hurting myself|that|it|anything like that)",
    "DIE": r"(?:die|kill myself|hurt myself|harm myself)",
    "HEAVY": r"(?:zware|slechte|moeilijke|lastige|dure|mauvaise|sale|lourde|difficile|bad|hard"
    r"|heavy|rough|tough)",
    "DOKTER": r"(?:hulp|dokter|arts|huisarts|ambulance|ziekenwagen)",
    "MEDECIN": r"(?:d (?:aide|un medecin|un docteur|une ambulance|ambulance)"
    r"|de (?:medecin|docteur|secours))",
    "DOCTOR": r"(?:(?:any|an?|the) )?(?:help|doctor|ambulance)",
}
_ANY: Final = r"""
(?:het|t|dat|da|dit) was-SO(?:-ONLY)?-A (?:grap|grapje|mopje|lachen|lol|zwanzen|zeveren\
|misverstand|vals alarm|manier van spreken)
(?:(?:het|t|dat|da|dit) )?(?:is|s)-ONLY-A (?:grapje|mopje|misverstand|manier van spreken)
(?:(?:gewoon|maar|juste|just) )*(?:een )?(?:grapje|mopje|misverstand|vals alarm)
(?:een )?manier van spreken
IK (?:was|zat)-SO(?:-ONLY)? (?:(?:te|aan het|aan t) )?(?:zeveren|zwanzen|lachen|plagen)
(?:dat|het|t) was-SO niet zo bedoeld|zo was (?:het|dat) niet bedoeld
IK bedoelde (?:dat|da|het) niet zo|zo bedoelde ik (?:dat|da|het) niet
(?:ge|gij|je|u) (?:hebt?|heeft) ME (?:verkeerd|fout|mis) (?:begrepen|verstaan)
(?:(?:c|ce n) etait|ct)-SO(?:-ONLY)?-A (?:blague|plaisanterie|rire|rigoler|malentendu\
|fausse alerte|humour|facon de parler)
c est-ONLY-A (?:blague|plaisanterie|rire|facon de parler)
(?:une )?blague|(?:une )?fausse alerte|(?:un )?malentendu|(?:une )?facon de parler
je (?:rigole|rigolais|plaisante|plaisantais|blague|blaguais)(?:-ONLY)?
(?:vous m avez|tu m as) mal comprise?|je me suis mal exprimee?
(?:c est|ce n est) pas ce que je voulais dire|(?:JE )?voulais pas dire ca
(?:it|that) was(?:-ONLY)?-A (?:joke|misunderstanding|false alarm|(?:figure|manner|way) of \
(?:speech|speaking))
(?:just|only)-A (?:joke|joking|kidding|figure of speech)|(?:a )?(?:false alarm|misunderstanding)
(?:i was|IAM)(?:-ONLY)? (?:joking|kidding)
you (?:have |ve )?misunderstood(?: me)?|you got me wrong|that s not what i meant
i (?:didn t|didnt|did not) mean (?:it|that) (?:like that|that way)
"""
_SUICIDE: Final = r"""
(?:IK )?(?:ga|zal)(?: (?:mij|me|mezelf|mijn eigen))?(?: er)? (?:niks|niets|nikske)(?: aan)? ?doen
(?:IK )?(?:ga|zal)(?: (?:mij|me|mezelf|mijn eigen))? (?:niks|niets|nikske) aandoen
IK (?:ga|zal) geen domme dingen doen|IK doe (?:mezelf (?:niks|niets)|geen domme dingen)
(?:dat|da|het) me+n(?:de)? ik-SO nie?t?(?: zo)?|IK me+n(?:de)? (?:dat|da|het)-SO(?: zo)? nie?t?
(?:dat|het|t) was-SO niet gemeend
IK denk (?:daar|er)-SO (?:niet|nooit)-SO aan|(?:daar|er) denk ik-SO (?:niet|nooit)-SO aan
IK denk-SO (?:niet|nooit)-SO aan STERVEN|IK wil-SO niet-SO STERVEN
JE (?:vais|veux)-SO (?:rien me faire|pas me faire (?:de |du )?mal|pas faire de betises?)
JE vais-SO rien faire|JE (?:me )?ferai rien|JE ferai pas de betises?
JE (?:(?:le|l) )?pensais-SO pas-SO|JE le pense-SO pas-SO
JE pense-SO pas(?: du tout)?-SO (?:a ca|a cela|a MOURIR|au suicide)
(?:JE )?y pense (?:pas|jamais)(?: du tout)?
JE (?:veux|vais)-SO pas-SO MOURIR
i-SO (?:won t|wont|will not) do anything(?: (?:stupid|silly|to myself))?
IAM-SO (?:not going to|not gonna) do anything(?: (?:stupid|silly|to myself))?
(?:i (?:won t|wont|will not)|IAM not going to) (?:kill|hurt|harm) myself
i-SO (?:didn t|didnt|did not|DONT)-SO mean (?:it|that)-SO
(?:IAM-SO )?not-SO thinking (?:of|about) DYING-SO
i-SO (?:DONT|never) think (?:of|about) DYING-SO
i-SO DONT-SO want to DIE
(?:IK )?zou (?:ik )?(?:dat|zoiets|da)-SO nooit doen|(?:dat|zoiets|da) zou ik-SO nooit doen
JE ferais jamais (?:ca|une chose pareille|une betise)|i (?:would|d) never do (?:that|such a thing)
(?:(?:het|t|dat) is |c est |it s |its )?(?:(?:gewoon|eerder|meer|maar|juste|plutot|just|more\
|only) )*(?:(?:een|ne|une|a) )?HEAVY (?:dag|journee|day)(?: (?:vandaag|aujourd hui|today))?
"""
_VIOLENCE: Final = r"""
niemand (?:slaat|bedreigt) ME(?: hier)?|niemand doet(?: hier)?-SO ME (?:iets|niks|niets|kwaad|pijn)
IK word-SO (?:niet|door niemand)-SO (?:geslagen|bedreigd|mishandeld)
personne (?:(?:ne )?(?:me|m|nous)|ne) (?:frappe|menace|bat|maltraite|fait (?:de |du )?mal|fait rien\
|veut (?:de |du )?mal)
JE suis pas (?:battue?|menacee?|frappee?|maltraitee?)
NOONE(?: is| s)? (?:hurting|hitting|threatening|beating) (?:me|us|anyone|anybody)
NOONE (?:hurts|hits|threatens|beats) (?:me|us)
NOONE(?: is| s)? (?:does|doing) (?:anything to (?:me|us)|(?:me|us) any harm)
IAM not being (?:hit|hurt|threatened|beaten|abused)
"""
_MEDICAL: Final = r"""
(?:(?:IK|we) (?:heb|hebben) |(?:er|dat|t|het) is )?geen DOKTER(?: voor)? nodig
niemand heeft(?: hier)?(?: (?:een|ne))? DOKTER nodig
(?:(?:het|t|dat|da) (?:is|was) |s )?(?:niet (?:(?:zo|echt|direct) )?dringend|geen spoed)
(?:(?:ce n est|c est|cest|c etait) )?(?:pas (?:(?:si|vraiment|du tout) )?urgent|rien d urgent\
|pas grave du tout)
(?:JE ai )?pas besoin MEDECIN|(?:j ai )?pas besoin MEDECIN|personne (?:n )?a besoin MEDECIN
(?:(?:it s|it is|it was|its|that s) )?(?:not (?:(?:at all|that|so|really) )?urgent|no emergency\
|not an emergency)
(?:(?:i|we) )?DONT need DOCTOR|no (?:help|doctor|ambulance) (?:is )?needed
no need (?:for|of) DOCTOR|NOONE needs DOCTOR
(?:(?:het|t) zijn|s zijn|ce sont|they re|they are|it s|c est)-ONLY(?: (?:mijn|mes|my|some|des))? \
(?:plaspillen|vitamines?|vitaminen|cachets pour l eau|water tablets|vitamins)
ce sont (?:mes|des) (?:cachets pour l eau|vitamines)
"""
_OF: Final = MappingProxyType(
    {
        kind: compiled(_ANY.rstrip() + own, _PARTS, r"\b", r"\b")
        for kind, own in ((SUICIDE, _SUICIDE), (VIOLENCE, _VIOLENCE), (MEDICAL, _MEDICAL))
    }
)
_VAGUE: Final = re.compile(
    r"\bgeen zorgen\b|\bniet ongerust\b|\boverdreven\b"
    r"|\b(?:zware|slechte|moeilijke|lastige) dag\b"
    r"|\binquiete[zr]?(?: pas|z pas)?\b|\b(?:dure|mauvaise|sale|lourde) journee\b|\bexager\w+"
    r"|\b(?:don t|dont|do not) worry\b|\b(?:bad|hard|heavy|rough|tough) day\b|\bexaggerat\w+"
    # a joke, and whatever is one
    r"|\b(?:grap|grapje|mopje|misverstand|niet gemeend|niet bedoeld)\b"
    r"|\b(?:blague|rigol\w+|plaisant\w+|malentendu|mal compris)\b|\bpas serieu\w+|\bpour rire\b"
    r"|\b(?:jok(?:e|ing)|kidding|misunderst\w+|wrong end of the stick)\b"
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
_IN_EARNEST: Final = re.compile(
    r"\b(?:geen|pas|not|no|isn t)(?: (?:une?|de|a))? (?:grap\w*|mopje|blague|rire|rigol\w+"
    r"|plaisant\w+"
    r"|jok\w+|kidding|misverstand|malentendu|misunderst\w+)\b"
)
_FIRM_NO: Final = re.compile(
    r"\b(?:(?:(?:helemaal|zeker|absoluut|natuurlijk|tuurlijk|bijlange|totaal|echt|toch) )+niet"
    r"|nooit"
    r"|pas du tout|absolument pas|surtout pas|certainement pas|jamais(?: de la vie)?"
    r"|bien sur que non|not at all|no way|never|(?:of course|certainly|absolutely|definitely) not)"
    r"\b(?! (?:well|bien|goed|ok|oke|okay|so|very|much|too|sure|here|now))"
)
# 'mais personne me fait du mal', 'not urgent, no': no 'but' to what she says
_NO_BUT: Final = re.compile(r"^(?:maar|mais|but) |(?<=.)(?: (?:nee|neen|non|no|nope))+$")


def calls_off(text: str) -> bool:
    """'Ik ga niks doen', 'dat meen ik niet', 'zo erg is het niet': no answer to whether she is
    safe, and a reason to ask once more."""
    said = plain(text)
    found = _VAGUE.search(said) or any(pattern.search(said) for pattern in _OF.values())
    return bool(found) and not _IN_EARNEST.search(said)


def denies(text: str, kind: str) -> bool:
    """Plain enough to answer a gentle question about that kind of danger with no: 'personne ne me
    fait de mal', 'not urgent, they are only water tablets'. Each clause is a denial or harmless."""
    if "?" in text or kind not in _OF or _hints_yes(text):
        return False
    clauses = [_NO_BUT.sub("", clause) for clause in harmless_words.clauses(text)]
    rests = [_OF[kind].sub(harmless_words.CUT, clause) for clause in clauses]
    said = [rest for rest in rests if not is_no(rest)]
    return rests != clauses and not any(map(_says_more, said))


def firmly_no(text: str) -> bool:
    """'Amai nee', 'helemaal niet', 'no, just tired': a no to what was asked last, and nothing else
    of any weight."""
    clauses = harmless_words.clauses(text)
    if "?" in text or any(map(harmless_words.shuts_off, clauses)) or _hints_yes(text):
        return False
    rests = [_FIRM_NO.sub(harmless_words.CUT, clause) for clause in clauses]
    no = rests != clauses or any(map(harmless_words.opens_with_no, clauses))
    return no and not any(map(_says_more, rests))


def _hints_yes(text: str) -> bool:
    return any(word in YES - NODS for word in plain(text).split())


def _says_more(rest: str) -> bool:
    """Anything of its own; the time and the place are that too: 'I will not do it now'."""
    known = harmless_words.without_phrases(harmless_words.without_no(rest), wherever=False)
    return bool(harmless_words.left(known, at_any_time=True))
