"""Whether the hours in a message are one wish, or each is for something else."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from bot.values.clocks import ANY, HOUR
from bot.values.hours import AT, LIKE, Hour, wanted
from bot.values.plain import Plain

#: Between two of which either is meant, or what lies between: 'negen of tien uur', '9u tot 12u'.
_EITHER: Final = re.compile(
    rf" ?(?:-|/|,? ?\b(?:of|ou|or|tot|to|a|till?|until|jusqu'a)\b){AT} ?", re.ASCII
)
#: 'acht uur half negen'
_BESIDE: Final = re.compile(r" (?:(?:a|vers|om|rond|around|maybe|misschien) )?")
_BETWEEN: Final = re.compile(r"\b(?:tussen|entre|between)\b")
#: 'at 10 on Monday and 2 on Thursday'
_ON_DAY: Final = re.compile(rf"\b{ANY} (?:on|op|le) (?=[a-z]+(?:day|dag|di)s?\b)", re.ASCII)
_MEAL: Final = re.compile(
    r".*(?:ontbijt|middageten|avondeten|dejeuner|diner|souper|lunch|breakfast|supper|dinner|gouter)"
)


def several(text: str, language: str) -> bool:
    """Whether it names hours of which each would be for something else: 'om tien uur, maar op
    zondag om elf uur'. 'Negen of tien uur' and 'tussen negen en tien' are one wish."""
    whole, hours = wanted(text, language)
    clocks = [one for one in hours if not _is_meal(whole, one)]
    between = _BETWEEN.search(whole.text) is not None
    bare_on_a_day = any(
        not any(m.start() < one.end and one.start < m.end() for one in clocks)
        for m in _ON_DAY.finditer(whole.text)
    )
    return (bool(clocks) and bare_on_a_day) or any(
        set(one.hours).isdisjoint(other.hours)
        and not _EITHER.fullmatch(whole.text, one.end, other.start)
        and not (between and LIKE.fullmatch(whole.text, one.end, other.start))
        and not _is_about(whole, one, other)
        for one, other in pairwise(clocks)
    )


def _is_about(whole: Plain, one: Hour, other: Hour) -> bool:
    """'Rond acht uur half negen' is one wish, of about that hour."""
    if not _BESIDE.fullmatch(whole.text, one.end, other.start):
        return False
    apart = (_minutes(b) - _minutes(a) for a in one.hours for b in other.hours)
    return any(0 < gap <= HOUR for gap in apart)


def _is_meal(whole: Plain, hour: Hour) -> bool:
    """'2pm after my lunch' names one hour, and what comes before it."""
    return _MEAL.fullmatch(whole.text, hour.start, hour.end) is not None


def _minutes(hour: str) -> int:
    """'09:30' -> 570."""
    return int(hour[:2]) * HOUR + int(hour[3:])
