"""Days of the week: 'maandag en donderdag', 'van dinsdag tot vrijdag', 'every day but Sunday'.

Always written as codes in the order of the week: 'mo,we,fr'. Who only says how often gets days that
are spread over the week (`tables.SPREAD`): 'twee keer per week' is 'tu,fr', 'om de andere dag' is
'mo,we,fr'.
"""

from __future__ import annotations

import re
from typing import Final

from bot.values.frequency import find_frequencies
from bot.values.plain import Plain, plain
from bot.values.refusals import TOO_MUCH, Days, refused
from bot.values.tables import DAY_GROUPS, DAY_PART, DAYS, SHORT_DAYS, SPREAD, WEEKDAYS

_ONE: Final = "|".join(f"(?P<{code}>{names})" for code, names in WEEKDAYS.items())
_DAY: Final = re.compile(rf"(?<![a-z])(?:{_ONE})(?={DAY_PART}\b|[^a-z]|$)", re.ASCII)
_GROUPS: Final = tuple(
    (codes, re.compile(rf"(?<![a-z0-9])(?:{words})(?![a-z])", re.ASCII))
    for codes, words in DAY_GROUPS.items()
)
_TO: Final = re.compile(
    r"\s*(?:-+|tot en met|tot aan|tot|t/m|tem|t\.e\.m\.?|t e m|till?|to|through|thru|until|au|a"
    r"|jusqu'au|jusqu'a)\s*",
    re.ASCII,
)
_ADDS: Final = re.compile(  # what comes on top of others
    r"^(?:(?:ja|oui|yes|ok)[ ,.]+)?(?:en|et|and)\b"
    r"|\b(?:ook|erbij|aussi|en plus|too|as well|also)\b",
    re.ASCII,
)
_TOO: Final = re.compile(r"\b(?:ook|aussi|also)\b")
_ONLY: Final = re.compile(r"\b(?:alleen|enkel|seulement|uniquement|juste|only|just)\b", re.ASCII)
_SHORT: Final = {
    language: "|".join(sorted((re.escape(w) for w in words), key=lambda w: (-len(w), w)))
    for language, words in SHORT_DAYS.items()
}
_ROW: Final = {
    language: re.compile(
        rf"(?<![a-z])(?:{words})\.?(?:(?:\s*[,/&+-]\s*|,? (?:en|et|and) )(?:{words})\.?)+(?![a-z])"
    )
    for language, words in _SHORT.items()
}
_SHORT_ANSWER: Final = {
    language: re.compile(
        rf"(?:op |le |on )?(?:{words})\.?(?:\s*(?:[,/&+ -]|en|et|and|t/m|tot|tem|to"
        rf"|au)\s*(?:{words})\.?)*"
    )
    for language, words in _SHORT.items()
}


def ordered(codes: set[str]) -> str:
    """{'fr', 'mo'} -> 'mo,fr'."""
    return ",".join(day for day in DAYS if day in codes)


def find_days(whole: Plain, language: str) -> list[Days]:
    """(start, end, codes) of each day, range or group of days in a plain text, in order."""
    text = whole.text
    found = [
        (m.start(), m.end(), set(codes.split(",")))
        for codes, pattern in _GROUPS
        for m in pattern.finditer(text)
    ]
    named = [(m.start(), m.end(), m.lastgroup or "") for m in _DAY.finditer(text)]
    found += _ranges(text, named)
    if language in _ROW:
        found += [_row(m, language) for m in _ROW[language].finditer(text)]
    found.sort(key=lambda one: (one[0], -one[1]))
    kept: list[Days] = []
    for one in found:
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
    return kept


def _ranges(text: str, named: list[tuple[int, int, str]]) -> list[Days]:
    """'van maandag tot donderdag' is four days; else each day by itself."""
    found: list[Days] = []
    i = 0
    while i < len(named):
        start, end, code = named[i]
        if i + 1 < len(named) and _TO.fullmatch(text, end, named[i + 1][0]):
            found.append((start, named[i + 1][1], _between(code, named[i + 1][2])))
            i += 2
        else:
            found.append((start, end, {code}))
            i += 1
    return found


def _between(first: str, last: str) -> set[str]:
    """All days from one to another, over the weekend when the last comes earlier in the week."""
    start, end = DAYS.index(first), DAYS.index(last)
    return {DAYS[i % 7] for i in range(start, end + 1 if end >= start else end + 8)}


def _row(m: re.Match[str], language: str) -> tuple[int, int, set[str]]:
    return m.start(), m.end(), _short(m[0], language)


def _short(text: str, language: str) -> set[str]:
    """'ma-vr' is five days, 'ma, vr' two."""
    names = SHORT_DAYS[language]
    words = [(m.start(), m.end(), names[m[0]]) for m in re.finditer(_SHORT[language], text)]
    return {code for _, _, codes in _ranges(re.sub(r"\.", " ", text), words) for code in codes}


def read_days(text: str, language: str, now: str = "") -> str | None:
    """The days that an answer names, 'mo,we,fr'; None when it names none, or takes all away. `now`:
    the days that are set, which 'not Friday' takes from and 'and Sunday too' adds to."""
    standing = set(now.split(",")) if now else set()
    whole = plain(text)
    found = _counted_out(find_days(whole, language), whole)
    if not found and language in _SHORT_ANSWER:
        answer = whole.text.strip(" .!")
        if _SHORT_ANSWER[language].fullmatch(answer):
            return ordered(_short(answer, language)) or None
    if not found:
        return _spread(whole)
    unwanted = refused(whole.text, found)
    if unwanted is None:
        return None
    wanted = {code for one in found for code in one[2]} - unwanted
    if wanted and adds_days(text) and not _lists(whole.text, found):
        wanted |= standing
    return ordered((wanted or standing or set(DAYS)) - unwanted) or None


def _counted_out(found: list[Days], whole: Plain) -> list[Days]:
    """Without 'in de week' where it belongs to 'twee keer in de week'."""
    often = find_frequencies(whole)
    return [
        one
        for one in found
        if not any(a <= one[0] and one[1] <= b and b - a > one[1] - one[0] for a, b, _ in often)
    ]


def _lists(text: str, found: list[Days]) -> bool:
    """'maandag, donderdag en ook zondag' is a list of its own, and adds to nothing."""
    first, last = found[0][1], found[-1][0]
    return first < last and _TOO.search(text, first, last) is not None


def adds_days(text: str) -> bool:
    """Whether days come on top of those that are set: 'et le dimanche', 'zondag ook'."""
    said = plain(text).text
    return _ADDS.search(said) is not None and _ONLY.search(said) is None


def _spread(whole: Plain) -> str | None:
    if TOO_MUCH.search(whole.text):
        return None
    for _, _, value in find_frequencies(whole):
        if value[0].isdigit():
            return SPREAD[min(7, max(1, round(float(value))))]
    return None


def read_frequency(text: str, language: str) -> str | None:
    """Times a week as in `bot.values.frequency`; days that are named are counted; else None."""
    whole = plain(text)
    found = find_frequencies(whole, vague=True)
    if found and found[0][2][0].isdigit() and TOO_MUCH.search(whole.text):
        return None  # 'twice a week is too much'
    days = None if found else read_days(text, language)
    return found[0][2] if found else str(len(days.split(","))) if days else None
