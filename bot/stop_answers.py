"""Her own words to 'shall I stop sharing?', where a bare yes or no is not all she writes: 'ja, stop
maar', 'non continuez'. In doubt it is neither, and she is asked again. Pure.

The language model's reading counts beside the words. It hears the yes or the no, and not of what:
'non, c'est privé' is a no to who reads along. So its yes counts where nothing in her words speaks
of going on, and its no only where each of them is known to. A false yes costs her a talk, a false
no gives her words to somebody.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from bot.dialogue import enough
from bot.dialogue.enough_words import LEADS, NEG, READ, SHARE, STOP
from bot.dialogue.words import plain
from bot.spoken_of import parts_of
from bot.understanding import Understanding
from bot.wishes import DECLINES, NO, NODS, YES

#: Of 180 answers that were no yes, written by people who had not seen this, one alone lies above:
#: 'faites comme vous voulez', whose words are known below.
AGREES: Final = 0.8
#: Of 180 that were no no, 'I don't know really' alone lies above, and of 80 by which a no meant
#: who reads along, nearly all: so each of its words must be known.
DENIES: Final = 0.75

_YES: Final = "|".join(sorted(YES - NODS))
_NO: Final = "|".join(sorted(NO - DECLINES))
_SOFT: Final = r"(?: (?:maar|gerust|toch|nu|dan))*"
_POLITE: Final = (
    r"(?: (?:hoor|aub|alstublieft|alsjeblieft|dank u|svp|merci|please|thanks"
    r"|s il (?:vous|te) plait))*"
)
# That it may be done, without saying what.
_DO: Final = re.compile(
    rf"(?:{_YES})(?: (?:doet?(?: dat)?{_SOFT}|graag|allez y|vas y|faites(?: le)?|fais le"
    rf"|(?:please )?do(?: it| that)?|go ahead))?{_POLITE}"
)
_GO_ON: Final = re.compile(
    rf"(?:{_NO}) (?:(?:gaa?t?|doet?){_SOFT} (?:door|verder|voort){_SOFT}"
    rf"|niet stoppen|stop{_SOFT} niet|blijf{_SOFT} delen"
    r"|(?:(?:vous pouvez|tu peux) )?continue[zr]?|(?:n )?arrete[zr]? pas"
    rf"|go on|carry on|continue|keep (?:going|sharing)|(?:do not|don t) stop){_POLITE}"
)


def _of(words: str) -> frozenset[str]:
    return frozenset(words.split())


# That it goes on: 'nee, laat Karim maar meelezen', 'ja ga door'. Not 'keep', 'know' or 'pass'.
_SHARES: Final = SHARE | READ | _of("send")
_GOES: Final = _SHARES | _of(
    """door voort verder verderdoen voortdoen doorgaan blijf blijft blijven stuur sturen geef geven
    continue continues continuez continuer envoie envoies envoyez envoyer transmets transmettez
    transmettre reste restes restez rester carry stay stays"""
)
# With a yes these do not say that it ends, either: 'oui il peut tout voir', 'yes I like to talk'.
_HAS: Final = _GOES | _of(
    """weten zien passe passes passez passer savoir voir pass passing keep know see praten praat
    babbelen klappen parler causer talk talking speak speaking"""
)
_FOR_HIM: Final = (
    r"\b(?:is|was|bedoeld|est|etait|it s|meant) (?:\w+ )?(?:voor|pour|for)"
    r" (?:NAME|hem|haar|lui|elle|him|her)\b"
)
# No yes yet: 'misschien wel', 'oui mais', 'yes wait', 'ja of nee'.
_NOT_YET: Final = re.compile(
    rf"(?:{_YES}) (?:maar|mais|but)\b.*"
    r"|.*\b(?:misschien|wacht|later|straks|of|wilt|wil (?:ge|je|u)"
    r"|peut etre|attends|attendez|plus tard|ou|voulez|veux tu|tu veux|egal"
    r"|maybe|perhaps|wait|or|(?:as|whatever|what) you)\b.*"
)
# A no that is nothing else: 'absoluut niet', 'surtout pas', 'of course not'.
_DENIES: Final = _of(
    """nee neen neeje nint nenni non nan no nah nope noo nooo ah ach oh oei amai allez ma mais maar
    he hein hoor ze zulle sorry pardon merci bedankt dank u thank you thanks please aub svp stp
    absoluut helemaal zeker natuurlijk tuurlijk bijlange lange niet ni nie absolument surtout pas
    du tout bien sur que certainement absolutely certainly of course not at all way god heavens"""
)
_AND: Final = _of(
    """NAME hij hem haar ge je gij ga gaat doe doet dat da het t alles allemaal laat lot mag moogt
    meugt mor gerust gewoon kan kunt met il elle lui le la l vous tu peut peux pouvez tout avec ca c
    est bon he him her she it its s that all everything let can may with to fine"""
)


def stops(text: str, name: str, read: Understanding | None = None) -> bool:
    """`name`: of whoever reads along. `read`: how the language model takes this text."""
    words = plain(text).split()
    if not words or "?" in text:
        return False
    if _DO.fullmatch(" ".join(words)):
        return True
    hers = STOP.intersection(words) and not enough.of_another(text, name)
    sure = words[0] in YES - NODS or hers
    denied = words[0] in NO or NEG.intersection(words)
    if sure and not denied and enough.said(text, name) is not None:
        return True
    return read is not None and _agrees(text, name, read)


def _agrees(text: str, name: str, read: Understanding) -> bool:
    words, says = _words(text, name), dict(read.ranking)
    yes, stop = says.get("affirm", 0.0), says.get("stop_contact", 0.0)
    typed, bag, ends = " ".join(words), set(words), STOP.intersection(words)
    said = words[0] in YES - NODS
    if yes + stop < AGREES or (stop > yes and not said):
        return False
    nods = bag <= LEADS | _of("d accord") and not bag & (YES - NODS)  # she may only have read it
    if nods or words[0] in NO or (ends and bag & NEG) or enough.of_another(text, name):
        return False
    on = bag & _HAS and not ends
    return not (on or re.search(_FOR_HIM, typed) or _NOT_YET.fullmatch(typed))


def goes_on(text: str, name: str, read: Understanding | None = None) -> bool:
    if "?" in text:
        return False
    if _GO_ON.fullmatch(plain(text)) is not None:
        return True
    return read is not None and _denies(text, name, read)


def _denies(text: str, name: str, read: Understanding) -> bool:
    """'Nee, laat Karim maar meelezen', 'surtout pas'."""
    if read.doubt is not None or dict(read.ranking).get("deny", 0.0) < DENIES:
        return False
    if enough.said(text, name) is not None:
        return False
    words = _words(text, name)
    if any(one in NO and two in _SHARES | NEG for one, two in pairwise(words)):
        return False  # 'no share', 'nee niet': of what?
    if _DENIES.issuperset(words):
        return True
    on = _GOES.intersection(words) and not NEG.intersection(words)
    return bool(on and _DENIES.union(_GOES, _AND).issuperset(words))


def _words(text: str, name: str) -> list[str]:
    called = parts_of(name)
    typed = re.sub(r"\b(?:go|goes|going) on\b", "carry", plain(text))
    return ["NAME" if word in called else word for word in typed.split()]
