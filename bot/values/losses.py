"""Who died, by a message: 'mijn broer is gestorven', 'l'enterrement de ma sœur', 'my late husband'.

Rather one too many than one too few: whoever is named here is never asked after again by itself.
What happened to somebody else's people ('haar broer') is not a loss of hers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from bot.briefly import briefly
from bot.values.nouns import RELATIONS
from bot.values.own import MINE, MORTAL, any_of
from bot.values.plain import plain
from bot.values.things import PETS

_THEIRS: Final = r"(?:zijn|haar|hun|z'n|d'r|son|sa|ses|leurs?|his|her|their|uw|je|votre|your)"
_ADJECTIVES: Final = r"(?:[a-z]+ ){0,2}?"
_MENTION: Final = re.compile(
    rf"(?<![a-z'-])(?:(?P<theirs>{_THEIRS} )|{MINE} {_ADJECTIVES}"
    rf"|(?:de|den|het|een|'n|la|le|les|l'|un|une|the|a) ?(?!ma ))?"
    rf"(?:{any_of({**RELATIONS, **PETS})})(?![a-z-])",
    re.ASCII,
)
_DEAD: Final = re.compile(
    r"\b(?:(?<!me )(?<!mij )(?<!zich )(?<!ons )(?<!mezelf )dood(?:gegaan|gereden|gevonden)?"
    r"|gestorven|overleden|heengegaan|ingeslapen|inslapen|verongelukt|begraven|gecremeerd|stierf"
    r"|overleed|weggevallen|niet meer onder ons|niet meer in leven|leeft niet meer"
    r"|niet meer leeft|er niet meer(?= is\b| *[,)]| *$| sinds| en\b)"
    r"|mort(?:e?s?)(?! de (?:rire|fatigue|faim|froid|soif|peur|honte|trouille|inquietude))"
    r"|decede(?:e?s?)|s'est eteinte?|nous (?:a|ont) quittes?|n'est plus(?= *[,)]| *$| la\b| parmi"
    r"| de ce monde)|perdu la vie|fait piquer|euthanasie|incinere(?:e?s?)|enterre(?:e?s?)"
    r"|died|dead(?! tired)|passed (?:away|on)|passed(?= last| this| in| on| two| three| *$| *,)"
    r"|deceased|is gone(?! to| for| out| shopping)|no longer with us|lost (?:his|her|their) life"
    r"|put down|put to sleep|buried|cremated)\b"
)
_NOT: Final = re.compile(
    r"\b(?:niet|nog niet|bijna|haast|pas|pas encore|presque|failli(?: etre)?|not|never|nearly"
    r"|almost) $"
)
_BEFORE: Final = re.compile(  # right before the mention
    r"(?:\b(?:wijlen|verloor|begroef|lost|buried|ai perdu|avons perdu|on a perdu|enterre|piquer"
    r"|(?:dood|overlijden|begrafenis|uitvaart|verlies|crematie|sterfdag|graf) van"
    r"|(?:mort|deces|enterrement|funerailles|obseques|perte|tombe) de?"
    r"|(?:death|loss|funeral|grave|passing) of|feue?|stierf|overleed|overleden is|gestorven is) ?)$"
)
_WITHIN: Final = re.compile(r"\b(?:overleden|gestorven|defunte?|feue?|regrettee?|late|deceased)\b")
_AFTER: Final = re.compile(  # right behind it
    r"(?:'s| haar| zijn| d'r| z'n)? ?(?:zaliger|dood|overlijden|begrafenis|uitvaart|crematie|graf"
    r"|sterfdag|death|funeral|grave|passing)\b"
)
_WE_LOST: Final = re.compile(r"\b(?:ik|'k|we|wij)\b")
_LOST_THEM: Final = re.compile(r"(?: [a-z0-9]+){0,4} (?:verloren|afgegeven|moeten afgeven)\b")
_NEAR: Final = 8  # words between somebody and what befell them
_BESIDE: Final = 2  # and between two whom one word is about: 'mijn vader en mijn moeder'
_AND: Final = frozenset({"en", "et", "and", "ook", "puis", "then", ","})
_SPOUSES, _CHILDREN = ("husband", "wife", "partner"), ("daughter", "son", "child")
_SIBLINGS, _PARENTS = ("sister", "brother"), ("mother", "father", "parents")


def _pairs() -> Iterator[tuple[tuple[str, str], str]]:
    """('husband', 'daughter'): the husband of a daughter is an in-law."""
    for whoms, of, name in (
        (_SPOUSES, _CHILDREN + _SIBLINGS, "in_law"),
        (_PARENTS + _SIBLINGS, _SPOUSES, "in_law"),
        (_CHILDREN, _CHILDREN, "grandchild"),
        (_CHILDREN, _SIBLINGS, "niece_nephew"),
        (_SIBLINGS, _PARENTS, "aunt_uncle"),
        (_PARENTS, _PARENTS, "grandparent"),
    ):
        yield from (((one, other), name) for one in whoms for other in of)


_PAIRS: Final = MappingProxyType(dict(_pairs()))


@dataclass(frozen=True, slots=True)
class _Mention:
    """Somebody in a sentence; `key` is '' for who is nobody of hers."""

    start: int
    end: int
    key: str
    kind: str


@briefly
def lost(text: str) -> frozenset[str]:
    """The canonical names of those who died. Takes any text."""
    return frozenset(key for part in _sentences(text) for key in _lost_in(part) if key)


@briefly
def tells_of_death(text: str) -> bool:
    """Whether a message says that somebody died, whoever it is: 'hij is gestorven'."""
    return any(_deaths(part) for part in _sentences(text))


_DYING: Final = re.compile(
    r"\b(?:stervend\w*|(?:op|aan het) sterven|gaat sterven|palliatie\w*|laatste dagen|terminaal"
    r"|mourante?|va mourir|en train de mourir|palliati\w*|en fin de vie|derniers jours"
    r"|dying|going to die|palliative|hospice|last days|terminally?)\b"
)


@briefly
def tells_of_dying(text: str) -> bool:
    """Whether somebody is about to die: then nobody asks after them of their own accord."""
    return _DYING.search(plain(text).text) is not None


_LONG_AGO: Final = re.compile(
    r"\b(?:jaa?r(?:en)? geleden|il y a (?:[a-z0-9-]+ ){1,3}ans|years? ago|als kind|vroeger"
    r"|autrefois|as a child|(?:in|en|sinds|depuis|since) (?:19|20)[0-9]{2})\b"
)


def is_long_ago(text: str) -> bool:
    """Whether a message is about years ago."""
    return _LONG_AGO.search(plain(text).text) is not None


def _sentences(text: str) -> list[str]:
    return [part for part in re.split(r"[.!?;:\n]+", plain(text).text) if part.strip()]


def _deaths(sentence: str) -> list[re.Match[str]]:
    found = _DEAD.finditer(sentence)
    return [m for m in found if not _NOT.search(sentence[max(0, m.start() - 14) : m.start()])]


def _lost_in(sentence: str) -> Iterator[str]:
    mentions = list(_mentions(sentence))
    yield from (one.key for one in mentions if _said_of(sentence, one))
    for death in _deaths(sentence):
        yield from _befell(sentence, mentions, death)


def _said_of(sentence: str, one: _Mention) -> bool:
    """'wijlen mijn man', 'de begrafenis van mijn zus', 'we hebben mijn broer verloren'."""
    before = sentence[max(0, one.start - 30) : one.start]
    if _BEFORE.search(before) or _WITHIN.search(sentence, one.start, one.end):
        return True
    if _LOST_THEM.match(sentence, one.end):
        return _WE_LOST.search(sentence, 0, one.start) is not None
    return _AFTER.match(sentence, one.end) is not None


def _befell(sentence: str, mentions: list[_Mention], death: re.Match[str]) -> Iterator[str]:
    """Whom a death befell: who is named last before it, and who stands beside them."""
    near, until = _NEAR, death.start()
    for one in reversed([one for one in mentions if one.end <= death.start()]):
        between = sentence[one.end : until].split()
        if len(between) > near or (near == _BESIDE and not _AND.issuperset(between)):
            return
        yield one.key
        near, until = _BESIDE, one.start


def _mentions(sentence: str) -> Iterator[_Mention]:
    """Whoever is named; 'de man van mijn dochter' and 'mijn dochter haar man' are one person."""
    last: _Mention | None = None
    for m in _MENTION.finditer(sentence):
        kind = next(name for name in MORTAL if m[name])
        one = _Mention(m.start(), m.end(), "" if m["theirs"] else kind, kind)
        between = sentence[last.end : one.start].strip() if last is not None else ""
        if last is not None and between in ("van", "de", "d'", "of") and not m["theirs"]:
            last = replace(last, end=one.end, key=_PAIRS.get((last.kind, kind), ""))
            continue
        if last is not None and (m["theirs"] or between == "'s"):
            one = replace(one, key=_PAIRS.get((kind, last.kind), ""))
            if between in ("", "'s"):
                last = replace(one, start=last.start)
                continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last
