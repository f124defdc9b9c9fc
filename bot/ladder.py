"""The silence ladder: when a resident who asked for it is warned, and when the person she chose is
told. A pure function of her last word and of what she chose.

1. Two soft warnings come before: one a day ahead, one at least three hours ahead.
2. The deadline is so many days after her last word. One that falls in quiet hours is the end of
   those hours: nobody is told at night, and nobody too early.
3. Nobody is told of her who was not warned. After an outage the warning comes first, and the person
   is told three hours later.

The time of a pause does not count: that silence was announced.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.rhythm import Pause, Quiet

FIRST = timedelta(hours=24)  # before the deadline: the first warning
LAST = timedelta(
    hours=3
)  # before the deadline: the second one, and the least between it and telling
EVENING = timedelta(minutes=30)  # before quiet hours begin: what cannot wait until they are over
FEWEST, MOST = 2, 30  # days that can be chosen


class Rung(StrEnum):
    WARN = "warn"
    TELL = "tell"


@dataclass(frozen=True, slots=True)
class Silence:
    """`seen_at`: her last word. `warned_at`: the last warning, of whatever silence."""

    seen_at: datetime
    days: int
    pause: Pause | None = None
    warned_at: datetime | None = None

    @property
    def since(self) -> datetime:
        """From when the days count: anew behind a pause that begins before they are full."""
        full, pause = self.seen_at + timedelta(days=self.days), self.pause
        if pause is None or pause.comes(full):
            return self.seen_at
        return max(self.seen_at, pause.end)


def deadline(silence: Silence, quiet: Quiet, zone: ZoneInfo) -> datetime:
    """When the chosen person is told (UTC in, UTC out)."""
    return quiet.after(silence.since + timedelta(days=silence.days), zone)


def next_rung(silence: Silence, quiet: Quiet, zone: ZoneInfo) -> tuple[Rung, datetime]:
    """What comes next if she stays silent, and when. The instant may lie in the past."""
    end = deadline(silence, quiet, zone)
    last = _awake_before(end - LAST, quiet, zone)
    if silence.warned_at is None or silence.warned_at < silence.since:
        return Rung.WARN, min(_awake_before(end - FIRST, quiet, zone), last)
    if silence.warned_at < last:
        return Rung.WARN, last
    return Rung.TELL, max(end, quiet.after(silence.warned_at + LAST, zone))


def _awake_before(instant: datetime, quiet: Quiet, zone: ZoneInfo) -> datetime:
    """The instant itself outside quiet hours, else an evening moment before they began."""
    if quiet.after(instant, zone) == instant:
        return instant
    begins = quiet.begins(instant - timedelta(days=1), zone)
    return begins - EVENING
