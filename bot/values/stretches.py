"""Two days with a word between: 'van 20 tot 27 december', 'entre Noël et Nouvel An'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from bot.values.dates import ONE_DAY, Date, day_of_month
from bot.values.durations import is_refused
from bot.values.plain import Plain
from bot.values.tables import WEEKDAYS


@dataclass(frozen=True, slots=True)
class Stretch:
    """`start`: None where it has begun. `named`: the last day, where it may have an hour."""

    start: date | None
    end: date
    named: Date | None
    plain: bool = True


_INCLUSIVE: Final = r"(?P<with>tot en met|tem|t/m|through|thru|jusqu'au .{1,25} inclus)"
_TO: Final = r"tot aan|tot|jusqu'au|jusqu'a|au|a|to|until|untill|till|til|-"
_ARTICLE: Final = r"(?:(?:de|het|den|le|la|the|op|om|on)[ ]+)*"
_LINK: Final = re.compile(rf",? ?(?:{_INCLUSIVE}|{_TO}) ?{_ARTICLE}(?:l')?", re.ASCII)
_AND: Final = re.compile(rf" (?:en|et|and) {_ARTICLE}(?:l'|le )?", re.ASCII)
_BETWEEN: Final = re.compile(rf"\b(?:tussen|entre|between) {_ARTICLE}(?:l')?$", re.ASCII)
_WEEKDAY: Final = "|".join(WEEKDAYS.values())
#: '20 tot ', of the month that is named behind it.
_NUMBER: Final = re.compile(
    rf"(?P<between>\b(?:tussen|entre|between) )?{_ARTICLE}(?:(?:{_WEEKDAY}) )?{_ARTICLE}"
    r"(?<![0-9/.-])(?P<n>[0-3]?[0-9])(?:e|er|ste|de|st|nd|rd|th)?"
    rf"(?: ?(?:{_INCLUSIVE}|(?P<to>{_TO}))| (?P<and>en|et|and)) ?{_ARTICLE}$",
    re.ASCII,
)
_OF_MONTH: Final = re.compile(r"\bdu ([0-3]?[0-9]) au ([0-3]?[0-9])(?! ?(?:h\b|heures?|/|[0-9]))")
_INCLUDED: Final = re.compile(r" ?,?\(?(?:inclus|compris|inbegrepen|included|inclusive)\b")


def find_stretch(whole: Plain, dates: list[Date], lived: date) -> Stretch | None:
    """The first one to come. One that is refused is none ('niet van maandag tot vrijdag')."""
    return next((one for one in _all(whole, dates, lived) if one.end > lived), None)


def _all(whole: Plain, dates: list[Date], lived: date) -> Iterator[Stretch]:
    for first, last in pairwise(dates):
        between = whole.text[first.end : last.start]
        link = _LINK.fullmatch(between)
        joined = _AND.fullmatch(between) and _BETWEEN.search(whole.text, 0, first.start)
        if (link or joined) and not is_refused(whole.text, first.start, last.end):
            yield _of_two(whole, first, last, link is not None and bool(link["with"]), lived)
    for last in dates:
        if last.kind not in ("day", "ordinal"):
            continue
        m = next((m for m in _NUMBER.finditer(whole.text[: last.start]) if _links(m)), None)
        start = _day_before(int(m["n"]), last.on) if m is not None else None
        if m is not None and start is not None:
            end = _last(whole, last, bool(m["with"]))
            yield Stretch(start if start > lived else None, end, _named(last, end))
    for m in _OF_MONTH.finditer(whole.text):
        start, end_day = (day_of_month(int(m[n]), lived) for n in (1, 2))
        if start is not None and end_day is not None:
            if end_day < start:
                end_day = day_of_month(int(m[2]), start) or start + ONE_DAY
            yield Stretch(start, end_day, None)


def _links(m: re.Match[str]) -> bool:
    return m["and"] is None or m["between"] is not None


def _of_two(whole: Plain, first: Date, last: Date, inclusive: bool, lived: date) -> Stretch:
    start, end, named = first.on, _last(whole, last, inclusive), _named(last, last.on)
    if end <= start and last.kind == "weekday":
        end += timedelta(days=7)
    elif end <= start and last.kind == "ordinal":
        end = day_of_month(last.on.day, start) or start + ONE_DAY
    elif end <= start:  # it has begun: the first day is read as that of next year, or month
        return Stretch(None, end, named)
    today = first.kind == "weekday" and (start - lived).days == 7  # or is it that of today?
    return Stretch(start, end, named if end == last.on else None, plain=not today)


def _last(whole: Plain, last: Date, inclusive: bool) -> date:
    inclusive = inclusive or _INCLUDED.match(whole.text, last.end) is not None
    return last.after if inclusive else last.on


def _named(last: Date, end: date) -> Date | None:
    return last if end == last.on else None


def _day_before(number: int, last: date) -> date | None:
    """The last such day of a month before `last`."""
    month_end = last.replace(day=1) - ONE_DAY
    for month in (last, month_end):
        try:
            found = month.replace(day=number)
        except ValueError:
            continue
        if found < last:
            return found
    return None
