"""A pause, begun or to come: no first word falls in it, and none outside of it is left out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.ladder import Silence
from bot.rhythm import DAYS, Chosen, Pause, next_contact, outside

ZONE = ZoneInfo("Europe/Brussels")
DAY = timedelta(days=1)
chosen = st.builds(
    Chosen,
    st.times().map(lambda at: f"{5 + at.hour % 17:02}:{at.minute - at.minute % 15:02}"),
    st.sets(st.sampled_from(DAYS), min_size=1).map(
        lambda days: tuple(sorted(days, key=DAYS.index))
    ),
    st.text(max_size=2),
)
nows = st.integers(1767225600, 1830297600).map(lambda at: datetime.fromtimestamp(at, UTC))
minutes = st.integers(1, 30 * 24 * 60).map(lambda many: timedelta(minutes=many))


def greetings(
    pause: Pause | None, wanted: Chosen, now: datetime, until: datetime
) -> list[datetime]:
    """As they are planned one behind the other."""
    found: list[datetime] = []
    at: datetime | None = now
    while at is not None and at < until:
        at = outside(pause, at, lambda start: next_contact(start, wanted, ZONE))
        found += [at] if at is not None and at < until else []
    return found


@given(chosen, nows, minutes, minutes)
def test_no_greeting_in_a_pause_and_none_left_out_around_it(
    wanted: Chosen, now: datetime, before: timedelta, length: timedelta
) -> None:
    pause = Pause(now + before + length, now + before)
    until = pause.end + 14 * DAY
    usual = greetings(None, wanted, now, until)
    kept = greetings(pause, wanted, now, until)
    assert kept == [at for at in usual if not now + before <= at < pause.end]


@given(chosen, nows, minutes)
def test_a_pause_that_has_begun(wanted: Chosen, now: datetime, length: timedelta) -> None:
    pause = Pause(now + length)
    until = pause.end + 14 * DAY
    usual = greetings(None, wanted, now, until)
    assert greetings(pause, wanted, now, until) == [at for at in usual if at >= pause.end]


def test_the_days_of_a_pause_that_comes_do_not_count_as_silence() -> None:
    seen = datetime(2026, 12, 1, 9, tzinfo=UTC)
    near, far = seen + 2 * DAY, seen + 9 * DAY
    assert Silence(seen, 5, Pause(far, near)).since == far
    assert Silence(seen, 5, Pause(far + DAY, far)).since == seen, "it is over before"
    assert Silence(seen, 5, Pause(near)).since == near
    assert Silence(seen, 5, Pause(seen - DAY, seen - 2 * DAY)).since == seen
