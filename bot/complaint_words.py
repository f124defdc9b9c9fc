"""Whether somebody complains about a volunteer: 'ik wil klagen over Karim', 'Karim me parle mal'.
Pure; it works without the language model too.

Closed lists: a wish to complain about that volunteer, or his name and what he does wrong. It only
leads to a question, so that what is said about a son of that name costs one tap.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from bot import harm_topics, spoken_of
from bot.briefly import briefly
from bot.harm_words import HARMS, HE_DID
from bot.near_names import as_called
from bot.unease_words import ANOTHER, UNEASE

_NAMED: Final = "thename"  # stands for his: the patterns are made once for all names
_VOLUNTEER: Final = (
    r"(?:(?:de|den|die|deze|mijn|uw|le|la|ce|cette|mon|ma|votre|un|une|the|this|that|my|your|a)"
    r" )?(?:vrijwillig(?:er|ster)|benevole|volunteer)"
)
_PRONOUN: Final = (
    r"(?:hem|haar|lui|elle|him|her|die(?: (?:man|vrouw|kerel))?"
    r"|ce(?:t|tte)? (?:homme|femme|monsieur|dame)|th(?:is|at) (?:man|woman|lady))"
)
_OWN: Final = (
    r"(?:zoon|zoontje|dochter|man|vrouw|broer|zus|zuster|neef|nicht|kleinzoon|kleindochter|vriend"
    r"|vriendin|buur(?:man|vrouw|jongen|meisje)?|huisbaas|dokter|hond|kat|poes|verple\w+|kine"
    r"|poets\w+|vader|moeder|papa|mama|nonkel|tante|ex|collega|schoon\w+|baas"
    r"|fils|fille|mari|femme|frere|soeur|neveu|niece|petit fils|petite fille|ami|amie|copain"
    r"|copine|voisine?|proprietaire|medecin|docteur|chien|chat|infirmiere?|pere|mere|oncle|beau"
    r"|belle|patron|cousine?"
    r"|son|daughter|husband|wife|brother|sister|nephew|niece|grandson|granddaughter|friend"
    r"|neighbou?r|landlord|landlady|doctor|dog|cat|nurse|cleaner|father|mother|dad|mum|uncle"
    r"|aunt|boss|cousin)"
)
_MINE: Final = r"(?:mijn|m n|ons|onze|mon|ma|notre|my|our)"
_NOT: Final = r"(?:niet|nie|geen|nooit|pas|jamais|aucune?|rien|not|no|never|t|dont|nothing)"
_DARES: Final = r"(?:durf\w*|ose|dare|afraid|bang|peur)"
_WRONGED: Final = (
    r"(?:klagen|klaag|klacht(?:en)?|beklag|plaindre|plains|plaintes?|complain(?:ts?)?)"
)
_TOLD_TO: Final = r"(?:bij|aan|tegen|a|au|to|with)"

# A wish to complain, and about whom.
_COMPLAINS: Final = (
    r"(?:klagen|klaag|klacht(?:en)?|beklag|melding)(?: \w+){0,4}? (?:over|van) WHO",
    r"(?:klacht(?:en)?|melding)(?: \w+){0,3}? tegen WHO",
    r"over WHO(?: \w+){0,5} (?:klagen|klacht|beklag|melden)",
    r"tegen WHO(?: \w+){0,3} klacht",
    r"(?:plaindre|plains|plaintes?|reclamation)(?: \w+){0,4}?"
    r" (?:de|d|du|contre|sur|concernant|a propos de|au sujet de) WHO",
    r"signaler WHO",
    r"(?:complain(?:ing|ts?)?|report)(?: \w+){0,4}? (?:about|against|on|of) WHO",
    r"(?:want to|wish to|would like to|d like to|must|have to|need to|will) report WHO",
)
_VERY: Final = (
    r"(?:altijd|weer|heel|zeer|zo|echt|te|veel te|nogal|wat|(?:een )?beetje|vandaag|gisteren"
    r"|daarnet|ook|soms|de hele tijd|steeds|(?:tegen|met|naar|bij) (?:mij|me)|zich|erg|vreselijk|nu"
    r"|tres|trop|vraiment|toujours|encore|un peu|si|tellement|assez|souvent|aujourd hui|hier"
    r"|(?:avec|envers) moi|plutot"
    r"|very|really|so|too|always|quite|rather|a bit|a little|again|being|just|(?:to|with) me"
    r"|today|yesterday|sometimes|often)"
)
_BAD_NL: Final = (
    r"(?:raar|vreemd|onbeleefd|lelijk|grof|ruw|brutaal|agressief|opdringerig|gemeen|onvriendelijk"
    r"|kleinerend|respectloos|ongepast|kwetsend|onbeschoft|racistisch|vulgair|arrogant|bot"
    r"|niet (?:vriendelijk|beleefd|correct|lief|respectvol|ok|oke|normaal))"
)
_BAD_FR: Final = (
    r"(?:bizarre|etrange|impolie?|malpolie?|grossiere?|grossier|mechante?|agressi(?:f|ve)"
    r"|insistante?|desagreable|irrespectueu(?:x|se)|deplacee?|brusque|vulgaire|arrogante?|raciste"
    r"|mal (?:avec|envers) moi)"
)
_BAD_EN: Final = (
    r"(?:weird(?:ly)?|strange(?:ly)?|odd(?:ly)?|rude(?:ly)?|mean|impolite|nasty|aggressive|creepy"
    r"|pushy|unkind|disrespectful|inappropriate(?:ly)?|horrible|awful|unfriendly|racist"
    r"|offensive|(?:not|n t) (?:nice|kind|polite|respectful|friendly))"
)
_ASKED_FOR: Final = (
    r"(?:geld|mijn (?:pin|pincode|code|bank\w+|kaart|rekeningnummer|wachtwoord)|naaktfoto s?"
    r"|de l argent|des sous|mon (?:code|mot de passe)|ma carte|mon numero de compte"
    r"|des photos nues"
    r"|money|my (?:pin|card|bank card|bank details|code|account number|password)|nudes)"
)
_HARMS: Final = tuple(harm.replace("ASKED", _ASKED_FOR) for harm in HARMS)
# What somebody does wrong, by name.
_WRONGS: Final = (
    rf"NAME (?:VERY )*(?:is|was|doet|deed|blijft|bleef|wordt|werd|reageert|reageerde|spreekt|sprak"
    rf"|praat|praatte|gedraagt|gedroeg|schrijft|schreef) (?:VERY )*{_BAD_NL}",
    rf"(?:is|was|doet|deed) NAME (?:VERY )*{_BAD_NL}",
    rf"(?:vind|vond) NAME (?:VERY )*{_BAD_NL}",
    r"NAME (?:roept|riep|snauwt|liegt|loog) (?:VERY )*(?:tegen|naar|op) (?:me|mij)",
    rf"NAME (?:vraagt|vroeg|wil|wou|wilde) (?:(?:aan )?(?:me|mij) )?(?:VERY )*(?:om )?{_ASKED_FOR}",
    r"(?:bang|schrik) (?:van|voor) WHO",
    r"voel (?:me|mij) (?:VERY )*(?:niet|on)\w*(?: \w+)? bij WHO",
    r"(?:niet (?:meer |echt |zo )?veilig|onveilig) (?:bij|met) WHO",
    r"pas (?:VERY )*en securite (?:avec|chez|pres de|a cote de) WHO",
    rf"NAME (?:(?:est|etait|a ete|devient|se montre|me repond|m a repondu|s est montree?)"
    rf" (?:VERY )*{_BAD_FR})",
    r"NAME (?:n )?(?:est|etait|a)(?: ete)? pas (?:ete )?(?:VERY )*(?:gentil(?:le)?|correcte?|polie?"
    r"|aimable|sympa|respectueu(?:x|se)|normale?)",
    r"NAME (?:me (?:parle|traite|repond) (?:VERY )*mal|m a (?:VERY )*(?:mal )?(?:parle|traitee?)"
    r"(?: mal)?)",
    rf"NAME (?:me |m a )?(?:demande|reclame|veut|voulait) (?:VERY )*{_ASKED_FOR}",
    r"(?:peur de|mal a l aise avec) WHO",
    rf"NAME (?:VERY )*(?:is|s|was|has been|acts|acted|acting|behaves|behaved|sounds|sounded|talks"
    rf"|talked|speaks|spoke) (?:acting )?(?:VERY )*{_BAD_EN}",
    r"NAME (?:wasn|isn) t (?:VERY )*(?:nice|kind|polite|respectful|friendly)",
    rf"NAME (?:wants?|wanted|asks?|asked|keeps asking)(?: me)?(?: for)? {_ASKED_FOR}",
    r"(?:afraid|scared|frightened) of WHO",
    r"(?:uncomfortable|not safe|don t feel safe|unsafe) (?:with|around) WHO",
    *_HARMS,
    *UNEASE,
)


class _Read(NamedTuple):
    own: re.Pattern[str]  # somebody else of that name
    told_to: re.Pattern[str]
    complains: re.Pattern[str]
    named: re.Pattern[str]  # the same, without 'about him'
    wrongs: re.Pattern[str]
    harms: re.Pattern[str]  # the graver of them
    by: str  # who does them


_HERS: Final = re.compile(rf"\b{_OWN}\b")
_WISH_NOT: Final = re.compile(rf"\b{_NOT}\b(?: \w+)* {_WRONGED}\b")
_AFRAID_TO: Final = re.compile(rf"\b{_DARES}\b")


def about(text: str, name: str, *, to_him: bool) -> bool:
    """Whether she complains about the volunteer of that name. `to_him`: she writes to him, so that
    'about him' is about him unless the same words name another."""
    read, called = _read_of(_NAMED), spoken_of.called(name)
    named = [called.sub(_NAMED, clause) for clause in spoken_of.named(as_called(text, name), name)]
    whole = " ".join(named)
    if read.own.search(whole):
        return False
    if to_him and ANOTHER.search(whole):
        return True
    alone = to_him and not _HERS.search(whole)  # nobody else is spoken of
    if alone and any(read.wrongs.search(one) for one in _of_whom_she_called(named)):
        return True
    pronoun = alone and not read.told_to.search(whole)
    return any(_in(clause, read, pronoun) for clause in named)


def _of_whom_she_called(clauses: Sequence[str]) -> list[str]:
    """'Karim, hij heeft mij verkracht' with the call as its subject: 'he' may be Karim. What is
    done to her just now waits for no question."""
    return [
        f"{call} {told}"
        for call, told in pairwise(clauses)
        if spoken_of.is_call(call, _NAMED) and HE_DID.match(told)
    ]


def harms(text: str, name: str) -> bool:
    """Whether he who has that name did her harm: what would be danger if he came again."""
    read, called = _read_of(_NAMED), spoken_of.called(name)
    clauses = [called.sub(_NAMED, it) for it in spoken_of.named(as_called(text, name), name)]
    if read.own.search(" ".join(clauses)):
        return False
    return any(read.harms.search(it) or harm_topics.on_one(it, read.by) for it in clauses)


def is_own(text: str, name: str) -> bool:
    """Whether somebody of hers has that name: 'mijn zoon Karim'."""
    whole = spoken_of.called(name).sub(_NAMED, " ".join(spoken_of.named(text, name)))
    return _read_of(_NAMED).own.search(whole) is not None


def speaks_of_him(text: str, name: str) -> bool:
    """Whether his name stands in it otherwise than to call him, and nobody of hers is called so."""
    if is_own(text, name):
        return False
    who = spoken_of.called(name)
    clauses = spoken_of.named(as_called(text, name, sounds=True), name)
    named = [one for one in clauses if who.search(one)]
    return any(not spoken_of.is_call(one, who.pattern) for one in named)


@briefly
def may_complain(text: str) -> bool:
    """Whether it is a complaint if somebody of that name talked with her."""
    read = _read_of(r"\w{3,}")
    return any(_in(clause, read, pronoun=False) for clause in spoken_of.clauses(text))


def _in(clause: str, read: _Read, pronoun: bool) -> bool:
    if (read.complains if pronoun else read.named).search(clause):
        return not _WISH_NOT.search(clause) or _AFRAID_TO.search(clause) is not None
    return read.wrongs.search(clause) is not None or harm_topics.on_one(clause, read.by)


@lru_cache(maxsize=2)
def _read_of(called: str) -> _Read:
    named = rf"(?:{_VOLUNTEER}|{called})"
    theirs = rf"(?<!\bvan )(?<!\bmet )(?<!\bde )(?<!\bavec )(?<!\bof )(?<!\bwith ){named}"
    complains, by_name = (
        "|".join(_COMPLAINS).replace("WHO", who) for who in (rf"(?:{named}|{_PRONOUN})", named)
    )
    return _Read(
        re.compile(
            rf"\b(?:{_OWN} (?:{called})|{_MINE} (?:{called})"
            rf"|(?:{called}) (?:c est |is |est )?(?:{_MINE}|de|le|la|l|the) {_OWN})\b"
        ),
        re.compile(rf"\b{_TOLD_TO} (?:{called})\b"),
        re.compile(rf"\b(?:{complains})\b"),
        re.compile(rf"\b(?:{by_name})\b"),
        wrongs_of(named, theirs),
        wrongs_of(named, theirs, _HARMS),
        theirs,
    )


def wrongs_of(who: str, by: str = "", which: Sequence[str] = ()) -> re.Pattern[str]:
    """What somebody does wrong. `by`: the same one, where it is who did it. `which`: else all."""
    wrongs = "|".join(which or _WRONGS).replace("NAME", f"(?:{by or who})").replace("WHO", who)
    return re.compile(rf"\b(?:{wrongs})\b".replace("VERY", _VERY))
