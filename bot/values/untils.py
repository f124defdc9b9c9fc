"""Until when: 'tot na de feestdagen', 'jusqu'à demain soir', 'until Friday at six'. From when, see
`absences`.

A day alone begins after its night. A part of that day, or an hour, is kept to: 'tot morgenavond' is
no morning. A morning is the begin of the day, for who is greeted early; a night is its end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from bot.values.dates import ONE_DAY, Date, find_dates
from bot.values.durations import bare_unit, find_lengths, is_past, is_refused
from bot.values.hours import Hour, find_hours, says_number
from bot.values.nights import DAY_BEGINS, begin_of, is_small_hours, lived_day
from bot.values.plain import Plain, plain

_NEAR: Final = 80  # characters behind a day, among which its hour stands
NOON: Final = "12:00"
MIDNIGHT: Final = "00:00"  # of the day behind it


@dataclass(frozen=True, slots=True)
class Until:
    """'until March': the day on which it is March. `named`: what may have an hour; None where the
    day behind it is meant ('tot na vrijdag')."""

    start: int
    end: int
    on: date
    named: Date | None


_MARK: Final = re.compile(
    r"(?<![a-z])(?P<mark>tot en met|t/m|tot aan|tot|until|untill|till|til|jusqu'(?:au|aux|a|en)\b"
    r"|jusqu'|jusqu(?:e|es)? (?:au|a|en)"
    r"|d'ici(?: au| a)?|pas avant|niet voor|not before"
    r"|terug op|back on"
    r"|na|after|apres)"
    r"(?P<after> na| after| ?apres(?![- ]demain))?"
    r"(?: (?:de|het|den|le|la|les|the|op|om|on|in|en|a|au|aux|week van|week of))*"
    r"[ ']?(?=\S)",
    re.ASCII,
)
_AFTER: Final = frozenset({"na", "after", "apres", "tot en met", "t/m"})
_TODAY: Final = re.compile(
    r"\b(?:vandaag|vanavond|vandoag|aujourd'hui|ce soir|today|voor nu)\b", re.ASCII
)
_TONIGHT: Final = re.compile(r"\b(?:vannacht|deze nacht|cette nuit|tonight)\b", re.ASCII)
_MORNING: Final = re.compile(
    r"\b(?:vanochtend|vanmorgen|deze (?:ochtend|morgen)|ce matin|this morning)\b", re.ASCII
)
#: The days that have hours: nobody means the six o'clock of a month.
_DAYS: Final = frozenset({"day", "feast", "weekday", "ordinal"})
#: 'morgenavond' is one word.
_IN_ONE: Final = re.compile(r"(?:avond|nacht|namiddag|middag|voormiddag|ochtend)$")
_LITTLE: Final = (
    r"(?:om|a|vers|at|around|about|rond|tegen|ongeveer|environ|in|dans|en|de|het|du|le|la|the|of|op"
    r"|on|van|den|this|deze)"
)
_BEHIND: Final = re.compile(rf"[\s,]*(?:{_LITTLE}\s+)*(?:l')?", re.ASCII)
_BEFORE: Final = re.compile(rf"\s+(?:{_LITTLE}\s+)*", re.ASCII)
_NIGHT: Final = re.compile(
    rf"{_BEHIND.pattern}(?:'?s )?(?:nachts?|nuit|night|minuit|midnight|middernacht)\b", re.ASCII
)
#: Of today: 'tot vanavond', "jusqu'à 18h". Not the end of some hours: 'van 9 tot 12 uur'.
_UP_TO: Final = re.compile(
    r"(?<![a-z])(?:tot|until|untill|till?|jusqu'(?:au|a)?|d'ici|pas avant|niet voor|not before)"
    rf"[\s']+(?:{_LITTLE}\s+|cet(?:te)? |l')*$",
    re.ASCII,
)
_RATHER: Final = re.compile(
    r"\b(?:niet|nie|pas|not) (?:tot|jusqu|until|till?|een |une |a )[^.;]*?\b(?:maar|mais|but)\b",
    re.ASCII,
)
_GONE_BY: Final = re.compile(
    r"\b(?:sinds|depuis|since|vorige|verleden|afgelopen|last|elke|iedere|chaque|tous les|every)"
    r"(?: (?:de|le|la|the|op|on))? $",
    re.ASCII,
)
_GONE: Final = re.compile(r" ?(?:dernier|derniere|passe|passee|geleden|jl|ago)\b", re.ASCII)
_SPAN: Final = re.compile(r"\b(?:van|de|from|between|entre|tussen)\b|[0-9][^a-z]*$", re.ASCII)


def find_untils(whole: Plain, dates: list[Date]) -> list[Until]:
    """Each date with a word before it that makes it an end: 'tot na Pasen', 'until March'."""
    found: list[Until] = []
    starts = {one.start: one for one in full(whole, dates)}
    for m in _MARK.finditer(whole.text):
        named = next((starts[at] for at in range(m.end("mark"), m.end() + 1) if at in starts), None)
        if named is None or (found and found[-1].end > m.start()):
            continue
        after = m["after"] is not None or m["mark"] in _AFTER
        on = named.after if after else named.on
        found.append(Until(m.start(), named.end, on, None if after else named))
    return found


def full(whole: Plain, dates: list[Date]) -> list[Date]:
    """'vrijdag 4 december' is one day, and not the next Friday."""
    found: list[Date] = []
    for one in dates:
        before = found[-1] if found else None
        if (
            before is not None
            and (before.kind, one.kind) in (("weekday", "day"), ("weekday", "ordinal"))
            and re.fullmatch(r",? ?", whole.text[before.end : one.start])
        ):
            found[-1] = replace(one, start=before.start)
        else:
            found.append(one)
    return found


def to_come(whole: Plain, dates: list[Date]) -> list[Date]:
    """Of the days that are named, those that are no story and no habit: 'sinds maandag'."""
    return [one for one in full(whole, dates) if not _is_gone(whole, one)]


def _is_gone(whole: Plain, one: Date) -> bool:
    before = _GONE_BY.search(whole.text, 0, one.start)
    return before is not None or _GONE.match(whole.text, one.end) is not None


def read_until(text: str, language: str, now: datetime, zone: ZoneInfo) -> str | None:
    """When contact resumes: an ISO date, always after the day lived in, or a local instant to come
    ('2026-11-27T19:00') where a part of the day or an hour is said. None when no end is said.

    `now` is aware. An end that is named counts above a date, a date above a length.
    """
    today, lived = now.astimezone(zone).date(), lived_day(now, zone)
    local = f"{now.astimezone(zone):%Y-%m-%dT%H:%M}"
    whole = meant(text)
    dates = to_come(whole, find_dates(whole, lived))
    hours = find_hours(whole, language)
    found: list[str | None] = []
    for until in find_untils(whole, dates):
        if is_refused(whole.text, until.end, until.end):
            return None  # 'tot maandag is te lang'
        hour = hour_of(whole, until.named, hours, language) if until.named is not None else ""
        found.append(written(until.on, hour))
    found += [written(one.on, hour_of(whole, one, hours, language)) for one in dates]
    if not dates:
        found.append(_of_today(whole, language, now, zone))
    lengths = [one for one in find_lengths(whole) if not is_past(whole, one)]
    wanted = [one for one in lengths if not is_refused(whole.text, one.start, one.end)]
    days = [one.after(today) for one in wanted]
    if (bare := bare_unit(whole)) is not None:
        days.append(bare.after(today))
    if _TONIGHT.search(whole.text):
        days.append(lived + ONE_DAY)
    if _MORNING.search(whole.text) and is_small_hours(now, zone):
        days.append(today)
    if _TODAY.search(whole.text):
        days.append(today + ONE_DAY)
    found += [day.isoformat() for day in days if day is not None]
    ends = (end for end in found if end is not None)
    return next((one for one in ends if one > (local if "T" in one else lived.isoformat())), None)


def meant(text: str) -> Plain:
    """What counts of it: what stands behind 'not till Monday but'."""
    whole = plain(text)
    rather = _RATHER.search(whole.text)
    return plain(whole.text[rather.end() :]) if rather else whole


def written(on: date, hour: str) -> str:
    """A night is over when the next day begins."""
    if hour and time.fromisoformat(hour) < DAY_BEGINS:
        return (on + ONE_DAY).isoformat()
    return f"{on.isoformat()}T{hour}" if hour else on.isoformat()


def hour_of(whole: Plain, day: Date, hours: list[Hour], language: str) -> str:
    """The hour, or the part of the day, that stands beside it: 'HH:MM', or '' for the whole day.
    `hours`: all of the text."""
    if day.kind not in _DAYS:
        return ""
    part = _IN_ONE.search(whole.text[day.start : day.end])
    rest = plain((part[0] if part else "") + whole.text[day.end : day.end + _NEAR])
    behind = next(iter(find_hours(rest, language)), None)
    if behind is not None and _BEHIND.fullmatch(rest.text, 0, behind.start):
        return _kept(rest, behind)
    if _NIGHT.match(rest.text):
        return MIDNIGHT
    for hour in hours:
        if hour.end <= day.start and _BEFORE.fullmatch(whole.text, hour.end, day.start):
            return _kept(whole, hour)
    return ""


def _kept(whole: Plain, hour: Hour) -> str:
    """A morning without a number is the begin of the day."""
    first = hour.hours[0]
    return first if says_number(whole, hour) or first >= NOON else ""


def _of_today(whole: Plain, language: str, now: datetime, zone: ZoneInfo) -> str | None:
    """'tot vanavond', 'until 6 pm': the next such moment, where it is the only one said."""
    found = find_hours(whole, language)
    up_to = _UP_TO.search(whole.text, 0, found[0].start) if len(found) == 1 else None
    if up_to is None or _SPAN.search(whole.text, max(0, up_to.start() - 20), up_to.start()):
        return None
    today = now.astimezone(zone).date()
    hours = [time.fromisoformat(hour) for hour in found[0].hours if _kept(whole, found[0])]
    moments = [datetime.combine(today, hour, zone) for hour in hours if hour >= DAY_BEGINS]
    if says_number(whole, found[0]):
        moments += [at + ONE_DAY for at in moments]
    return next((f"{at:%Y-%m-%dT%H:%M}" for at in moments if at > now), None)


def end_of(until: str, zone: ZoneInfo) -> datetime:
    """The instant that `read_until` wrote. A day begins before its first possible greeting."""
    if "T" in until:
        return datetime.fromisoformat(until).replace(tzinfo=zone)
    return begin_of(date.fromisoformat(until), zone)


def until_of(local: datetime) -> str:
    """The way back. What ends at night ends with the night."""
    if local.time() <= DAY_BEGINS:
        return local.date().isoformat()
    return f"{local:%Y-%m-%dT%H:%M}"
