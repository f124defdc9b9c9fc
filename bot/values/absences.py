"""From when until when somebody is away: 'du 20 au 27 décembre', 'vanaf vrijdag twee weken'.

A day behind 'tot' is an end, one behind 'vanaf' a start, and both are plain. A day that merely
stands in a sentence ('mardi je rentre à l'hôpital') is where it begins, perhaps; as a whole answer
to 'for how long?' it is the end. What is not plain is asked back, so nothing here is guessed well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.values.dates import ONE_DAY, Date, find_dates
from bot.values.durations import Length, find_lengths, is_past, is_refused
from bot.values.hours import Hour, find_hours
from bot.values.nights import lived_day
from bot.values.plain import Plain
from bot.values.stretches import Stretch, find_stretch
from bot.values.untils import Until, find_untils, hour_of, meant, read_until, to_come, written


@dataclass(frozen=True, slots=True)
class Absence:
    """`start`: '' where it is now; `end`: '' where none is said; each as `read_until` writes it.
    `plain`: whether the words themselves say what begins and what ends."""

    start: str
    end: str
    plain: bool = True

    def __str__(self) -> str:
        return f"{self.start}/{self.end}"


_FROM: Final = re.compile(
    r"\b(?:vanaf|a partir d[eu]|a compter d[eu]|des|from|starting(?: on| from)?|as of|beginning"
    r"|te beginnen (?:met|op)|beginnend op)(?: (?:de|het|den|le|la|the|op|on))*[ ']$",
    re.ASCII,
)
#: In the same breath: not that it begins, but that it is over.
BACK: Final = re.compile(
    r"\b(?:terug|weer|opnieuw|hervat\w*|back|again|home again|resume|retour|reviens|revenir"
    r"|reviendrai|de nouveau|a nouveau|reprend\w*|recommenc\w*|thuis|naar huis|rentre|rentrer"
    r"|chez moi|a la maison|home)\b"
    r"(?!(?: \w+'?){0,4} ?'?(?:ziekenhuis|hospita\w+|kliniek|hopital|clinique|revalidatie))",
    re.ASCII,
)
#: 'à jeudi Karim': until then.
_FAREWELL: Final = re.compile(
    r"(?:(?:^|[.,;!?] ?|\bbon |\ballez )a|\bsee (?:you|ya)(?: on)?) $", re.ASCII
)
_BREATH: Final = re.compile(r"[.;!?,\n]|\b(?:en|et|and|puis|then|dan) ", re.ASCII)
#: What was, and what is each week: it may be no pause at all.
_TOLD: Final = re.compile(
    r"\b(?:was|waren|lag|zat|geweest|etais|ai ete|were|been|elke|iedere|altijd|chaque|toujours"
    r"|every|always)\b"
)
_LATER: Final = re.compile(r"\b(?:over|binnen|dans|in) $", re.ASCII)  # 'over een week', no length
_NEXT: Final = re.compile(r"\b(?:volgende?|komend|next|prochain)\b")
#: What stands beside a mere answer.
_LITTLE: Final = frozenset(
    """
    ja jawel nee neen oui non si yes no ok oke goed bon well so dus alors tot pas niet nie not
    liefst liever graag maar mais but aub svp please alstublieft dan de het den le la les the om
    a au vers rond ongeveer environ about around of zo ou or zeg zeggen laat ons laten we disons
    let s say mettons denk ik je j pense i think misschien peut etre maybe toch hoor he eh euh
    op on in en d l voor pour for t is dat c est it that week van volgende prochain prochaine
    next bien fine avond soir evening middag midi namiddag ochtend morgen matin morning tegen by
    langer longer longtemps plus over binnen dans
    """.split()  # noqa: SIM905
)


def read_absence(text: str, language: str, now: datetime, zone: ZoneInfo) -> Absence | None:
    """None where neither a start nor an end is said. `now` is aware."""
    lived = lived_day(now, zone)
    whole = meant(text)
    dates = to_come(whole, find_dates(whole, lived))
    hours = find_hours(whole, language)
    if (stretch := find_stretch(whole, dates, lived)) is not None:
        found = _of_stretch(whole, stretch, hours, language)
        another = any(_is_apart(one, stretch) for one in find_untils(whole, dates))
        return replace(found, plain=False) if another else found  # 'tot maandag, en van 20 tot 27'
    untils = find_untils(whole, dates)
    if any(is_refused(whole.text, one.end, one.end) for one in untils):
        return None  # 'tot maandag is te lang'
    lengths = [one for one in find_lengths(whole) if _counts(whole, one, dates)]
    start, plain = _start(whole, dates, untils, lengths, lived)
    if start is None:
        end = read_until(text, language, now, zone)
        return Absence("", end) if end else None
    if start.kind == "weekend" and (start.on - lived).days >= 6 and not _NEXT.search(whole.text):
        return Absence("", (start.on - 5 * ONE_DAY).isoformat(), plain=False)  # it is that one
    begins = written(start.on, hour_of(whole, start, hours, language))
    end_day = _end(whole, start, dates, untils, lengths)
    if end_day is None:
        return Absence(begins, "", plain)
    until, named = end_day
    ends = written(until, hour_of(whole, named, hours, language) if named else "")
    return Absence(begins, ends, plain) if ends > begins else Absence(begins, "", plain=False)


def _of_stretch(whole: Plain, said: Stretch, hours: list[Hour], language: str) -> Absence:
    start = written(said.start, "") if said.start else ""
    named = said.named
    ends = written(said.end, hour_of(whole, named, hours, language) if named else "")
    return Absence(start, ends, said.plain and not _TOLD.search(whole.text))


def _is_apart(until: Until, said: Stretch) -> bool:
    """Whether another end is named than that of the stretch, whose 'tuesday' may be a later one."""
    weeks = until.named is not None and until.named.kind == "weekday"
    days = abs((said.end - until.on).days)
    return days % 7 != 0 if weeks else days != 0


def _counts(whole: Plain, length: Length, dates: list[Date]) -> bool:
    """A length that is to come, and no part of a day ('vrijdag over een week')."""
    if is_past(whole, length) or is_refused(whole.text, length.start, length.end):
        return False
    return not any(one.start < length.end and length.start < one.end for one in dates)


def _start(
    whole: Plain, dates: list[Date], untils: list[Until], lengths: list[Length], lived: date
) -> tuple[Date | None, bool]:
    """The day on which it begins, and whether the words say so."""
    for one in dates:
        if _FROM.search(whole.text, 0, one.start) and not is_back(whole, one):
            return one, one.kind != "weekday" or (one.on - lived).days < 7  # else that of today?
    ends = [one.on for one in untils]
    loose = [one for one in dates if not _is_end(whole, one, untils)]
    loose = [one for one in loose if not ends or one.on < max(ends)]
    later = next((one for one in lengths if _LATER.search(whole.text, 0, one.start)), None)
    if later is not None and _is_end_of_it(whole, later):
        return None, True
    if later is not None and not loose and (on := later.after(lived)) is not None:
        return Date(later.start, later.end, on, on + ONE_DAY, "day"), False
    told = bool(untils or _lasting(whole, lengths)) or not _is_bare(whole, dates)
    return (loose[0], False) if loose and told else (None, True)


def _end(
    whole: Plain, start: Date, dates: list[Date], untils: list[Until], lengths: list[Length]
) -> tuple[date, Date | None] | None:
    """The day on which it is over, with the day that may have an hour."""
    for until in untils:
        if (on := _behind(until.on, start, until.named)) is not None:
            return on, until.named
    for one in dates:
        on = _behind(one.on, start, one) if one is not start and is_back(whole, one) else None
        if on is not None:
            return on, one
    for length in _lasting(whole, lengths):
        if (on := length.after(start.on)) is not None:
            return on, None
    if start.after - start.on > ONE_DAY:  # a weekend, a week, a month
        return start.after, None
    following = next((one for one in dates if one.on == start.on + ONE_DAY), None)
    return (following.after, None) if following is not None else None


def _behind(on: date, start: Date, named: Date | None) -> date | None:
    """A day of the week is the first one behind the start."""
    if on <= start.on and named is not None and named.kind == "weekday":
        on += timedelta(days=7)
    return on if on > start.on else None


def _lasting(whole: Plain, lengths: list[Length]) -> list[Length]:
    return [one for one in lengths if not _LATER.search(whole.text, 0, one.start)]


def _is_end(whole: Plain, one: Date, untils: list[Until]) -> bool:
    return any(u.start <= one.start < u.end for u in untils) or is_back(whole, one)


def is_back(whole: Plain, one: Date) -> bool:
    """'dinsdag terug': in the same breath as the day; or a farewell until it."""
    if _FAREWELL.search(whole.text, 0, one.start):
        return True
    begin = max((m.end() for m in _BREATH.finditer(whole.text, 0, one.start)), default=0)
    behind = _BREATH.search(whole.text, one.end)
    return BACK.search(whole.text, begin, behind.start() if behind else len(whole.text)) is not None


def _is_end_of_it(whole: Plain, later: Length) -> bool:
    """'Over twee weken', as a whole answer to 'for how long?', and 'over een week ben ik terug'."""
    return BACK.search(whole.text) is not None or _is_bare(whole, [later])


def _is_bare(whole: Plain, said: Sequence[Date | Length]) -> bool:
    """Whether the text is nothing but the day, or the length."""
    text = whole.text
    for one in sorted(said, key=lambda one: -one.start):
        text = f"{text[: one.start]} {text[one.end :]}"
    return all(word in _LITTLE or word.isdigit() for word in re.findall(r"[a-z]+|[0-9]+", text))
