"""'20:00 of 20:30': two hours of which one is meant, so that it is asked which."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise, product
from typing import Final

from bot.rhythm import allowed_hour
from bot.values.clocks import HOUR
from bot.values.hour_chosen import are_chosen, without_harmless
from bot.values.hours import AT, Hour, bare_hours, likely
from bot.values.plain import Plain
from bot.values.schedules import wished
from bot.values.several import several

THREE: Final = 3
_OR: Final = re.compile(
    rf" ?(?:/|,? ?\b(?:of|ou|or)\b(?: (?:maybe|perhaps|misschien|peut-etre))?){AT} ?", re.ASCII
)
# '20u/20u30': a bare '20/5' is a day
_SLASH: Final = re.compile(
    r"\b(\d{1,2} ?[:.hu](?:\d\d)?)/(?=\d{1,2} ?[:.hu])", re.ASCII | re.IGNORECASE
)


#: 'liefst 20:30', '9u30 is beter', said behind the two
_RATHER: Final = re.compile(r"\b(?:liefst|liever|plutot|rather|preferably|prefer|prefere)\b")
_BETTER: Final = re.compile(
    r" (?:is|'?s|lijkt|past|est|c'est|serait|would be|suits)"
    r"(?: (?:mij|me|nog|het|le|the|eigenlijk))*"
    r" (?:beter|best|beste|mieux|better)\b"
)


def either(text: str, language: str) -> tuple[str, ...]:
    """Both, as they were said; () where there are not two. What is refused, or told of something
    else, is none, nor is what lies between: 'tussen negen en tien'."""
    whole, found = _chosen(text, language)
    if len(found) == THREE and _again(found) and not _is_best(whole, found):
        found = found[:2]  # 'or ten, I am up at nine': she says no more than before
    if len(found) != 2 or not _is_or(whole, *found):
        return ()
    # the likeliest first, and 'acht uur 's avonds of half negen' is in the evening both times
    pairs = [one for one in product(found[0].hours, found[1].hours) if one[0] != one[1]]
    two = min(pairs, key=_between, default=())
    return two if all(map(allowed_hour, two)) else ()


def of_more(text: str, language: str) -> str | None:
    """Of three or more hours the one that she says is best: '20:00 of 20:30, liefst 20:30'; ''
    where she does not say which, None where there are no three of which one is meant."""
    whole, found = _chosen(text, language)
    if len(found) < THREE or not any(_is_or(whole, a, b) for a, b in pairwise(found)):
        return None
    best = len(found) == THREE and _again(found) and _is_best(whole, found)
    return found[-1].hours[0] if best else ""


def _chosen(text: str, language: str) -> tuple[Plain, list[Hour]]:
    said = without_harmless(wished(_SLASH.sub(r"\1 / ", text), language))
    whole, found = likely(said, language)
    if several(said, language) or not are_chosen(said, language, asked=True):
        return whole, []
    if len(found) == 1:  # '8 or half past 8', '8pm or 9'
        bare = [one for one in bare_hours(whole, language) if _apart(one, found[0])]
        found = sorted([*found, *map(_later_too, bare)], key=lambda one: one.start)
    return whole, found


def _later_too(one: Hour) -> Hour:
    """A bare number may be of the evening."""
    later = (f"{int(hour[:2]) + 12}{hour[2:]}" for hour in one.hours if hour < "12:00")
    return replace(one, hours=tuple(dict.fromkeys((*one.hours, *later))))


def _is_or(whole: Plain, one: Hour, other: Hour) -> bool:
    return _OR.fullmatch(whole.text, one.end, other.start) is not None


def _again(found: list[Hour]) -> bool:
    """Whether the third is one of the two."""
    third = set(found[2].hours)
    return sum(not third.isdisjoint(one.hours) for one in found[:2]) == 1


def _is_best(whole: Plain, found: list[Hour]) -> bool:
    between, third = whole.text[found[1].end : found[2].start], found[2]
    better = _BETTER.match(whole.text, third.end)
    return better is not None or _RATHER.search(between) is not None


def _apart(one: Hour, other: Hour) -> bool:
    return one.end <= other.start or other.end <= one.start


def _between(pair: tuple[str, str]) -> int:
    first, second = (int(hour[:2]) * HOUR + int(hour[3:]) for hour in pair)
    return abs(first - second)
