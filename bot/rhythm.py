"""When a first word may come, and when it shall: a pure function of what the resident chose.

Wall time is the deployment's zone. Nothing is ever planned or said between 01:00 and 04:00, where
clocks change and people sleep.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from zoneinfo import ZoneInfo

from apscheduler.triggers.cron import CronTrigger

DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
CRON_DAYS = dict(zip(DAYS, ("mon", "tue", "wed", "thu", "fri", "sat", "sun"), strict=True))
EARLIEST, LATEST = time(5, 0), time(22, 45)  # what can be chosen as the hour of a greeting
JITTER_MINUTES = 10  # inside the chosen quarter hour, so that not everybody is greeted at once
LATE = timedelta(minutes=15)
STALE_AFTER = timedelta(hours=2)  # a morning greeting is no use in the evening


class Verdict(StrEnum):
    """Whether a planned contact may happen now, and if not, why not."""

    YES = "sent"
    STOPPED = "stopped"
    PAUSED = "paused"
    NO_CONSENT = "no consent"
    BLOCKED = "blocked"
    HANDOFF = "handoff"  # a person holds the talk: the bot keeps quiet
    CALM = "calm"  # after a crisis or a loss no cheerful word comes
    RESTS = "rests"  # while she is low or silent first words come further apart, see `pace`
    STALE = "stale"
    TWICE = "twice"  # one first word a day, whatever was changed meanwhile
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the resident chose. `hour` is HH:MM wall time, `days` as in `DAYS`."""

    hour: str
    days: tuple[str, ...] = DAYS
    seed: str = ""

    @property
    def time(self) -> time:
        return time.fromisoformat(self.hour)


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours in which nothing comes that she did not ask for. May span midnight."""

    start: time = time(21, 30)
    end: time = time(8, 0)

    def covers(self, local: time) -> bool:
        if self.start <= self.end:
            return self.start <= local < self.end
        return local >= self.start or local < self.end

    def after(self, now: datetime, zone: ZoneInfo) -> datetime:
        """`now` itself outside quiet hours, else the instant at which they end."""
        local = now.astimezone(zone)
        if not self.covers(local.timetz().replace(tzinfo=None)):
            return now
        return shown_next(self.end, now, zone)

    def morning(self, now: datetime, zone: ZoneInfo) -> datetime:
        """The next instant at which quiet hours end."""
        awake = self.after(now, zone)
        return awake if awake > now else self.after(self.begins(now, zone), zone)

    def begins(self, now: datetime, zone: ZoneInfo) -> datetime:
        """The next instant at which quiet hours begin."""
        return shown_next(self.start, now, zone)


def shown_next(hour: time, now: datetime, zone: ZoneInfo) -> datetime:
    """When the clocks there show `hour` next, after `now`."""
    day, found = now.astimezone(zone).date(), None
    while found is None:
        day, found = day + timedelta(days=1), shown_on(day, hour, now, zone)
    return found


def shown_on(day: date, hour: time, now: datetime, zone: ZoneInfo) -> datetime | None:
    """When the clocks there show `hour` on a day; None where that is not after `now`. Going back
    they may show it twice; an hour that they jump over comes as much later."""
    first = datetime.combine(day, hour, zone)
    both = (at.astimezone(now.tzinfo) for at in (first, first.replace(fold=1)))
    return next((at for at in both if at > now), None)


@dataclass(frozen=True, slots=True)
class Pause:
    """No first word from `start` on (None: it has begun) until `end`, at which one may come."""

    end: datetime
    start: datetime | None = None

    def covers(self, now: datetime) -> bool:
        return now < self.end and not self.comes(now)

    def comes(self, now: datetime) -> bool:
        """Whether it begins later."""
        return self.start is not None and now < self.start


def allowed_hour(hour: str) -> bool:
    """Whether this can be chosen as the hour of a greeting."""
    return EARLIEST <= time.fromisoformat(hour) <= LATEST


def slot(hour: str) -> str:
    """Which check-in belongs to an hour: morning, midday or evening."""
    at = time.fromisoformat(hour)
    return "morning" if at < time(11, 30) else "midday" if at < time(16, 30) else "evening"


def jitter(seed: str, day: date) -> timedelta:
    """0 to 10 minutes, the same for a resident and a date however often it is asked."""
    digest = sha256(f"{seed}/{day.isoformat()}".encode()).digest()
    return timedelta(seconds=int.from_bytes(digest[:4]) % (JITTER_MINUTES * 60))


@lru_cache(maxsize=1024)
def _trigger(hour: str, days: tuple[str, ...], zone: ZoneInfo) -> CronTrigger:
    """Of many residents who chose alike."""
    at = time.fromisoformat(hour)
    return CronTrigger(
        day_of_week=",".join(CRON_DAYS[d] for d in days),
        hour=at.hour,
        minute=at.minute,
        timezone=zone,
    )


@lru_cache(maxsize=1024)
def _fires(hour: str, days: tuple[str, ...], zone: ZoneInfo, start: datetime) -> datetime | None:
    fire: datetime | None = _trigger(hour, days, zone).get_next_fire_time(None, start)
    return fire


def next_contact(after: datetime, chosen: Chosen, zone: ZoneInfo) -> datetime | None:
    """The first contact strictly after `after` (UTC in, UTC out); None when no day is chosen."""
    if not chosen.days:
        return None
    start = after - timedelta(minutes=JITTER_MINUTES)
    for _ in range(4):
        fire = _fires(chosen.hour, chosen.days, zone, start)
        if fire is None:
            return None
        at = fire.astimezone(UTC)  # by the clock there one counts twice through an hour of autumn
        planned = at + jitter(chosen.seed, fire.date())
        if planned > after and not fire.fold:  # that hour again: she was greeted in the first
            return planned.astimezone(after.tzinfo)
        start = at + timedelta(minutes=1)
    return None


def outside(
    pause: Pause | None, after: datetime, first: Callable[[datetime], datetime | None]
) -> datetime | None:
    """The first contact after `after` that no pause covers. `first` gives the one after an
    instant."""
    at = first(after)
    if at is None or pause is None or not pause.covers(at):
        return at
    return first(pause.end - timedelta(microseconds=1))


def contact_on(day: date, chosen: Chosen, zone: ZoneInfo) -> datetime:
    """The contact of one day, whether or not it is among the chosen ones."""
    at = datetime.combine(day, chosen.time, zone) + jitter(chosen.seed, day)
    return at.astimezone(UTC)


def may_contact(
    planned: datetime,
    now: datetime,
    *,
    consented: bool,
    stopped: bool,
    blocked: bool,
    pause: Pause | None,
    calm_until: datetime | None,
    in_handoff: bool,
    rests: bool,
    greeted: bool,
    quiet: Quiet,
    zone: ZoneInfo,
) -> Verdict:
    """Whether the contact planned for `planned` may happen at `now`.

    Her own hour counts above the quiet hours; a late one (after an outage) is not made up for, and
    never slips into them.
    """
    if stopped:
        return Verdict.STOPPED
    if not consented:
        return Verdict.NO_CONSENT
    if blocked:
        return Verdict.BLOCKED
    if pause is not None and pause.covers(now):
        return Verdict.PAUSED
    if in_handoff:
        return Verdict.HANDOFF
    if calm_until is not None and now < calm_until:
        return Verdict.CALM
    if greeted:
        return Verdict.TWICE
    if rests:
        return Verdict.RESTS
    if now - planned > STALE_AFTER:
        return Verdict.STALE
    if now - planned > LATE and quiet.after(now, zone) > now:
        return Verdict.QUIET
    return Verdict.YES
