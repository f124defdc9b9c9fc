"""A day, an hour and a place in one sentence: 'Thursday at 14:00 at the desk'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from bot.values.dates import find_dates
from bot.values.hours import find_hours, says_number
from bot.values.nights import lived_day
from bot.values.plain import Plain, plain

_TODAY: Final = re.compile(
    r"(?<![a-z])(?:vandaag|vanavond|vanmiddag|vannamiddag|aujourd'hui|ce soir|cet apres-midi"
    r"|today|tonight|this (?:afternoon|evening))(?![a-z])"
)
_EVENING: Final = re.compile(r"avond|soir|night|evening|middag|midi|afternoon")
_BEFORE: Final = re.compile(
    r"(?:^|(?<=[\s,]))(?:om|op|tegen|rond|on|at|around|a|vers|le|ce|de|the)\s*$"
)
_DAYS: Final = frozenset({"day", "feast", "weekday", "ordinal"})
_FRAME: Final = " \t\n,;.:-–—!"
EARLY, NOON, LATE = time(7), time(12), time(21, 30)


@dataclass(frozen=True, slots=True)
class Meeting:
    """When, as an instant, and where, as it was written ('' where nothing was)."""

    at: datetime
    where: str


def read_meeting(text: str, language: str, now: datetime, zone: ZoneInfo) -> Meeting | None:
    """None without a day and an hour, or when that is over. `now` is aware."""
    whole = plain(text)
    days = _days(whole, lived_day(now, zone), now.astimezone(zone).date())
    if not days:
        return None
    on, spans = days[0][0], [(start, end) for _, start, end in days]
    named = whole.text[days[0][1] : days[0][2]]
    for hour in find_hours(whole, language):
        inside = any(start <= hour.start and hour.end <= end for start, end in spans)
        if inside or not says_number(whole, hour):
            continue
        for written in _likely(hour.hours, named):
            at = datetime.combine(on, time.fromisoformat(written), zone).astimezone(UTC)
            if at > now:
                return Meeting(at, _where(text, whole, [*spans, (hour.start, hour.end)]))
    return None


def _days(whole: Plain, lived: date, today: date) -> list[tuple[date, int, int]]:
    """The days, and where they stand; what says more comes first: 'donderdag 8 oktober'."""
    found = [one for one in find_dates(whole, lived) if one.kind in _DAYS]
    found.sort(key=lambda one: one.kind not in ("day", "feast"))
    if found:
        return [(one.on, one.start, one.end) for one in found]
    return [(today, m.start(), m.end()) for m in _TODAY.finditer(whole.text)][:1]


def _likely(hours: tuple[str, ...], day: str) -> list[str]:
    """Nobody meets at night: '8' is the morning, 'half drie' the afternoon."""
    earliest = NOON if _EVENING.search(day) else EARLY
    early = (one for one in hours if time.fromisoformat(one) < min(earliest, NOON))
    later = [f"{int(one[:2]) + 12:02}{one[2:]}" for one in early]
    return [one for one in (*hours, *later) if earliest <= time.fromisoformat(one) < LATE]


def _where(text: str, whole: Plain, taken: list[tuple[int, int]]) -> str:
    """What is left of the sentence without day and hour, and the small words before them."""
    gone: set[int] = set()
    for start, end in taken:
        before = _BEFORE.search(whole.text, 0, start)
        first, last = whole.span(before.start() if before is not None else start, end)
        gone |= set(range(first, last))
    left = "".join(" " if place in gone else letter for place, letter in enumerate(text))
    return re.sub(r"\s+([,.])", r"\1", " ".join(left.split())).strip(_FRAME)
