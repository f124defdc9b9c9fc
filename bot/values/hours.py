"""The hours in a message, and what a part of the day beside one makes of it.

- What is written in 24 hours is that hour.
- A part of the day beside it decides between morning and evening ('negen uur 's avonds').
- Else 1 to 5 o'clock is the afternoon (nobody is greeted at night), 9 to 12 is the day, and 6 to 8
  may be either: two alternatives, the morning first, so that the dialogue can ask back.
- A part of the day alone has an hour of its own: 'voormiddag' is 10:00 (see `tables.PARTS`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from bot.values.clocks import BARE, DAY, FILLERS, HOUR, NOON, WAYS, Clock, bare
from bot.values.plain import Plain, plain
from bot.values.tables import GREETING_BEFORE, PARTS, WEEKDAYS

#: Between an hour and its part of the day: 'om 9 uur in de voormiddag', 'le soir, vers 8h'.
_GAP: Final = re.compile(
    r"[\s,]*(?:(?:om|a|vers|at|around|rond|tegen|in|de|du|le|the|of|uur|des|ongeveer|environ|about"
    r"|liefst|plutot|graag|les|op|tussen|entre|between|zo|ergens|somewhere|maybe|misschien"
    # 'le soir ça m'irait mieux vers six heures'
    r"|(?:ca|cela) (?:m[' ])?(?:irait|conviendrait|arrangerait|convient|arrange)"
    r"(?: (?:bien|mieux))?"
    r"|(?:zou|past|schikt)(?: (?:het|mij|me|dat|wel))*(?: (?:beter|best|goed))?(?: passen)?"
    r"|(?:would )?suits?(?: me)?(?: (?:better|best|fine|well))?)\s+)*",
    re.ASCII,
)
_GREETING: Final = re.compile(GREETING_BEFORE, re.ASCII)
AT: Final = r"(?: (?:om|a|le|la|in|de|the|at|vers|rond|op|na|apres|after))*"
_ON: Final = r"(?: (?:op|in|int|het|'t|le|les|du|on|at|the))*"
_DAY: Final = rf"(?:{'|'.join(WEEKDAYS.values())}|week-?ends?)\b"
_WRITE: Final = r"(?: (?:schrijven|sturen|write|text|send|message|ring|me|mij|it|that|dat|het))*"
#: 'pas le matin', 'niet meer om negen', 'in plaats van negen uur'; 'trop tôt à neuf heures'.
_NOT: Final = re.compile(
    r"\b(?:(?:niet|pas|not|geen|jamais|nooit|never|don'?t)(?: (?:meer|any ?more))?"
    rf"{_WRITE}|plus(?= a )"
    r"|in plaats van|au lieu d[eu']?|instead of|rather than|plutot que?"
    rf"|(?:te|trop|too) (?:vroeg|laat|tot|tard|early|late)){AT} (?:l')?$"
    rf"|\b(?:liever|beter|rather|better|plutot|mieux)\b[^.,;!?]* (?:dan|than|que){AT} $"
    r"|\b(?:plutot|mieux)\b[^.,;!?]* qu'(?:a |vers )?$",
    re.ASCII,
)
#: 's avonds niet', 'le matin je ne peux pas'
_NOT_BEHIND: Final = re.compile(
    rf"(?! (?:niet?|nooit|pas|jamais|not|never){_ON} {_DAY})"  # 'half tien niet op zondag'
    r"(?: (?:kan|past|gaat|wil|is|het|dat|ik|mij|me|liever|c'est|ca|va|ce|n'est|je|ne|peux|veux|i"
    r"|do|would|rather|can))* (?:(?:niet?|nooit|pas|jamais|not|never|cannot)|(?:do|ca)n't)\b"
    r"(?! (?:te|trop|too|so|si|voor|na|avant|apres|before|after|om)\b)"
    # 'negen uur is te vroeg', 'van negen uur naar tien uur', 'at nine o'clock, no'
    r"|,?(?: (?:is|was|dat|da|vind|vinden|ik|lijkt|mij|me|het|c'est|est|it's|that's|wat|een|un|peu"
    r"|beetje|a|bit|veel|echt|vraiment|really|far|much|way))* (?:te|trop|too)"
    r" (?:vroeg|laat|tot|tard|early|late)\b| naar\b|,? (?:nee|neen|non|no)(?= *(?:[,.;!]|$))"
    # what she does then: 'om acht uur slaap ik nog', 'at nine I'm still in bed'; behind a comma
    # it is why: 'around ten, I sleep in'
    r"|(?: uur| u)? (?:(?:slaap|lig|werk|eet) (?:ik|k)|ben ik (?:dan )?(?:nog|niet|weg)"
    r"|je (?:dors|travaille|mange)|(?:moi )?je (?:ne )?suis (?:encore|pas)"
    r"|i (?:sleep|work|eat)|(?:i'?m|i am) (?:still|not|asleep|out|away))\b",
    re.ASCII,
)
#: Between two hours that are said alike: 'niet om negen of tien uur'.
LIKE: Final = re.compile(rf",? (?:of|ou|or|en|et|and|noch|ni|nor){AT} ", re.ASCII)
#: 'niet om 9 maar om 10 uur': what counts stands behind.
_RATHER: Final = re.compile(r"\b(?:niet|pas|not|geen|n't)\b.*?\b(?:maar|mais|but)\b", re.ASCII)


@dataclass(frozen=True, slots=True)
class Hour:
    """A stretch of a plain text and its hours 'HH:MM', likeliest first."""

    start: int
    end: int
    hours: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    kind: str
    alone: str | None


_PARTS: Final = re.compile(
    r"(?:(?<![a-z])|(?<=dag))(?:"
    + "|".join(f"(?P<p{i}>{words})" for i, (_, _, words) in enumerate(PARTS))
    + r")(?![a-z])",
    re.ASCII,
)


def read_hour(text: str, language: str) -> str | None:
    """The likeliest hour 'HH:MM' of an answer; None when there is none."""
    found = hours(text, language)
    return found[0] if found else None


def hours(text: str, language: str) -> tuple[str, ...]:
    """Every hour that an answer may mean, likeliest first: more than one should be asked back."""
    _, clocks = likely(text, language)
    return tuple(dict.fromkeys(hour for one in clocks for hour in one.hours))


def likely(text: str, language: str) -> tuple[Plain, list[Hour]]:
    """What counts of an answer, and its hours; bare numbers too where these are all it says."""
    whole, clocks = wanted(text, language)
    if not any(says_number(whole, one) for one in clocks):
        clocks = _answered(whole, language) or _beside_parts(whole, language) or clocks
    return whole, clocks


def bare_hours(whole: Plain, language: str) -> list[Hour]:
    """The numbers that may be an hour, whatever stands beside them."""
    return _joined(whole, _bare_clocks(whole, language), _parts(whole))


def wanted(text: str, language: str) -> tuple[Plain, list[Hour]]:
    """What counts of a text, and the hours in it that are not refused."""
    whole = _rather(text)
    return whole, _wanted(whole, language)


def _rather(text: str) -> Plain:
    """What counts of it: what stands behind 'not this but'."""
    whole = plain(text)
    rather = _RATHER.search(whole.text)
    return plain(whole.text[rather.end() :]) if rather else whole


def _wanted(whole: Plain, language: str) -> list[Hour]:
    """The hours that are not refused. Of 'niet om negen of tien uur' and 'negen en tien uur niet'
    none is left."""
    found = find_hours(whole, language)
    before = [_NOT.search(whole.text, 0, one.start) is not None for one in found]
    behind = [_NOT_BEHIND.match(whole.text, one.end) is not None for one in found]
    alike = [LIKE.fullmatch(whole.text, a.end, b.start) is not None for a, b in pairwise(found)]
    for i, joined in enumerate(alike):
        before[i + 1] |= joined and before[i]
    for i in reversed(range(len(alike))):
        behind[i] |= alike[i] and behind[i + 1]
    return [one for i, one in enumerate(found) if not (before[i] or behind[i])]


def says_number(whole: Plain, hour: Hour) -> bool:
    """Whether a number is in it, not only a part of the day."""
    return _PARTS.fullmatch(whole.text, hour.start, hour.end) is None


def says_clock(text: str, language: str) -> bool:
    """Whether an hour is named, and not only a part of the day."""
    whole = plain(text)
    return any(says_number(whole, one) for one in find_hours(whole, language))


#: What people also say beside a number that is the answer: 'I think ten would suit me best, love'.
_ANSWERING_WORDS: Final = """
    i think guess best for me would could can you do is that works great love dear pls plz thank
    thanks
    denk vind ik mij mevrouw meneer mijnheer madam bedankt dank u je merci madame monsieur hein moi
    me va ca c'est parfait ce serait sera bien pense dirais je il elle
"""
_ANSWERING: Final = FILLERS | frozenset(_ANSWERING_WORDS.split())


def _answered(whole: Plain, language: str) -> list[Hour]:
    words = re.findall(r"[a-z']+|[0-9]+", _PARTS.sub(" ", BARE.sub(" ", whole.text)))
    if not _ANSWERING.issuperset(word.strip("'") or "s" for word in words):
        return []  # 'ik heb negen katten' is no hour
    return bare_hours(whole, language)


def _bare_clocks(whole: Plain, language: str) -> list[Clock]:
    return [c for m in BARE.finditer(whole.text) if (c := bare(m, language)) is not None]


def _beside_parts(whole: Plain, language: str) -> list[Hour]:
    """'8 in the evening, when the children are in bed'; not an hour that was refused."""
    if any(says_number(whole, one) for one in find_hours(whole, language)):
        return []
    parts = _parts(whole)
    clocks = [c for c in _bare_clocks(whole, language) if _part_of(whole, c, parts) is not None]
    return _joined(whole, clocks, parts) if clocks else []


def find_hours(whole: Plain, language: str) -> list[Hour]:
    """The hours and parts of the day in a message, in order, none overlapping."""
    return _joined(whole, _clocks(whole, language), _parts(whole))


def _clocks(whole: Plain, language: str) -> list[Clock]:
    found: list[Clock] = []
    for pattern, reader in WAYS:
        for m in pattern.finditer(whole.text):
            if any(m.start() < one.end and one.start < m.end() for one in found):
                continue
            if (clock := reader(m, language)) is not None:
                found.append(clock)
    return sorted(found, key=lambda one: one.start)


def _parts(whole: Plain) -> list[_Part]:
    found = []
    for m in _PARTS.finditer(whole.text):
        if _GREETING.search(whole.text, max(0, m.start() - 12), m.start()):
            continue
        if m[0] == "tantot" and whole.text[: m.start()].endswith("a "):
            continue  # 'à tantôt' takes leave
        kind, alone, _ = PARTS[int((m.lastgroup or "p0")[1:])]
        found.append(_Part(m.start(), m.end(), kind, alone))
    return found


def _joined(whole: Plain, clocks: list[Clock], parts: list[_Part]) -> list[Hour]:
    """Each hour with the part of the day that stands beside it; the other parts by themselves."""
    found: list[Hour] = []
    parts = [p for p in parts if not any(c.start < p.end and p.start < c.end for c in clocks)]
    used: set[_Part] = set()
    for clock in clocks:
        part = _part_of(whole, clock, [p for p in parts if p not in used])
        start, end = clock.start, clock.end
        if part is not None:
            used.add(part)
            start, end = min(start, part.start), max(end, part.end)
        found.append(Hour(start, end, _resolved(clock, part.kind if part else "")))
    found += [Hour(p.start, p.end, (p.alone,)) for p in parts if p not in used and p.alone]
    return sorted(found, key=lambda one: one.start)


def _part_of(whole: Plain, clock: Clock, parts: list[_Part]) -> _Part | None:
    """The part of the day behind an hour, else the one before it."""
    for part in parts:
        if part.start >= clock.end and _GAP.fullmatch(whole.text, clock.end, part.start):
            return part
    for part in parts:
        if part.end <= clock.start and _GAP.fullmatch(whole.text, part.end, clock.start):
            return part
    return None


def _resolved(clock: Clock, part: str) -> tuple[str, ...]:
    if part and (clock.minutes[0] < NOON + HOUR):
        minutes = [_in_part(m, part) for m in clock.minutes]
    elif clock.exact:
        minutes = list(clock.minutes)
    elif len(clock.minutes) > 1:  # two readings of 'half nine': morning and evening would be four
        minutes = [m + NOON if m < 6 * HOUR else m for m in clock.minutes]
    else:
        (m,) = clock.minutes
        minutes = [m + NOON] if m < 6 * HOUR else [m, m + NOON] if m < 9 * HOUR else [m]
    return tuple(written(m) for m in dict.fromkeys(minutes))


def _in_part(minutes: int, part: str) -> int:
    """Minutes since midnight of a clock of twelve hours, in a part of the day."""
    if part == "night":
        return minutes % NOON + (NOON if minutes % NOON >= 8 * HOUR else 0)
    later = (
        part == "evening"
        or (part == "afternoon" and minutes < 9 * HOUR)
        or (part == "noon" and minutes < 7 * HOUR)
    )
    return minutes + NOON if later and minutes < NOON else minutes


def written(minutes: int) -> str:
    """570 -> '09:30'."""
    return f"{minutes % DAY // HOUR:02}:{minutes % HOUR:02}"
