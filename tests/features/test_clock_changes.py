"""The two nights in which the clock changes, played by the real bot: nothing comes in quiet hours,
nothing comes twice, and nothing is left out."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot import appointment_texts as meetings
from bot import outcomes, pace, shifts
from bot.channel import Say
from bot.handoff_texts import BUTTON_CLAIM, BUTTON_YES
from bot.rhythm import Quiet
from bot.store.tables import Timer

from .story import Phone, Story
from .test_rhythm import greetings
from .test_worry import chooses

# Saturday 9:00, the day before: the clock goes ahead at 2:00 on 28 March, back at 3:00 in October
NIGHTS = {
    "spring": datetime(2027, 3, 27, 8, 0, tzinfo=UTC),
    "autumn": datetime(2026, 10, 24, 7, 0, tzinfo=UTC),
}
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
both = pytest.mark.parametrize("night", NIGHTS)


@pytest.fixture
def begin(story: Story, night: str) -> datetime:
    """It is Saturday, 9:00."""
    story.clock.move_to(NIGHTS[night])
    assert f"{story.local(story.clock.now()):%a %H:%M}" == "Sat 09:00"
    return story.clock.now()


def is_quiet_from(story: Story, start: str, end: str) -> None:
    hours = Quiet(time.fromisoformat(start), time.fromisoformat(end))
    object.__setattr__(story.house, "quiet", hours)


def came(story: Story, phone: Phone, since: datetime) -> list[datetime]:
    """When something was said there, by the clocks there."""
    return [
        story.local(at)
        for at, chat, say in story.wire.sent
        if chat == phone.id and isinstance(say, Say) and at > since
    ]


def by_day(story: Story, *found: datetime) -> None:
    assert not [at for at in found if story.house.quiet.covers(at.time())]


@both
@pytest.mark.parametrize("hour", ["02:30", "02:00", "03:00", "05:00", "09:00", "22:45"])
async def test_a_greeting_comes_once_each_day(
    story: Story, begin: datetime, night: str, hour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also at an hour that nobody can choose, since the clocks jump over it or show it twice."""
    monkeypatch.setattr(pace, "rests", lambda *_: False)  # the calendar alone, without an answer
    ana = await story.resident("Ana", hour=hour)
    await story.until(begin + 3 * DAY + 14 * HOUR)
    seen = greetings(story, ana, begin)
    sunday = story.local(begin).date() + DAY
    first = sunday - DAY if time.fromisoformat(hour) > time(9) or hour == "09:00" else sunday
    assert [at.date() for at in seen] == [first + n * DAY for n in range(len(seen))]
    assert seen[-1].date() >= sunday + DAY
    missing = night == "spring" and hour.startswith("02")
    for at in seen:
        if missing and at.date() == sunday:  # the first minutes that there are
            assert time(3, 0) <= at.time() < time(3, 45)
        else:
            chosen = datetime.combine(at.date(), time.fromisoformat(hour))
            assert chosen.time() <= at.time() < (chosen + HOUR / 4).time()


@both
async def test_what_a_silence_says_waits_for_the_morning(
    story: Story, begin: datetime, night: str
) -> None:
    ana = await story.resident("Ana", hour=None)
    await story.until_local("21:00")
    await ana.says("/pause")
    asked = story.clock.now()
    await story.until_local("07:59")
    assert came(story, ana, asked) == []
    await story.until_local("08:05")
    ana.hears("pause/open")
    (at,) = came(story, ana, asked)
    assert f"{at:%a %H:%M}" == "Sun 08:00"


@both
@pytest.mark.parametrize("minutes", range(0, 240, 20))
async def test_quiet_hours_that_end_while_the_clock_changes(
    story: Story, begin: datetime, night: str, minutes: int
) -> None:
    """Until half past two: in spring no clock shows that, in autumn the clocks show it twice, and
    it is quiet again in between."""
    is_quiet_from(story, "22:00", "02:30")
    ana = await story.resident("Ana", hour=None)
    await story.until_local("23:40")
    await story.passes(minutes=minutes)
    await ana.says("/pause")
    asked = story.clock.now()
    await story.passes(hours=6)
    (at,) = came(story, ana, asked + timedelta(minutes=1))
    by_day(story, at)
    assert at - asked.astimezone(at.tzinfo) <= 5 * HOUR
    ana.hears("pause/open")


@both
async def test_a_pause_ends_on_its_day(story: Story, begin: datetime, night: str) -> None:
    ana, bea = await story.resident("Ana"), await story.resident("Bea")
    await story.until_local("10:00")
    for phone, until in ((ana, "tot morgen"), (bea, "tot maandag")):
        await phone.says("/pause")
        await phone.says(until)
    paused = story.clock.now()
    await story.passes(days=2, hours=1)
    assert [f"{at:%a %H}" for at in greetings(story, ana, paused)][:1] == ["Sun 09"]
    assert [f"{at:%a %H}" for at in greetings(story, bea, paused)] == ["Mon 09"]


@both
async def test_days_off_end_on_their_day(story: Story, begin: datetime, night: str) -> None:
    """Asked for in the evening, and nobody is there before Sunday."""
    karim = await story.volunteer("Karim")
    await karim.says("/away tot morgen")
    karim.reads(shifts.AWAY_UNTIL)
    ana = await story.resident("Ana", hour=None)
    await story.until_local("20:00")
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    asked = story.clock.now()
    await story.until_local("07:59")
    assert came(story, karim, asked) == []
    await story.until_local("08:30")
    (rung,) = came(story, karim, asked)
    assert f"{rung:%a %H:%M}" == "Sun 08:00"
    await karim.touches(BUTTON_CLAIM)


@both
async def test_a_volunteers_hours_that_begin_while_the_clock_changes(
    story: Story, begin: datetime, night: str
) -> None:
    """Half past two: in spring from when the clocks go on, in autumn at the first of the two."""
    karim = await story.volunteer("Karim")
    await karim.says("/hours zondag van 2u30 tot 6u")
    karim.sees("zondag 02:30-06:00")
    ana = await story.resident("Ana", hour=None)
    await story.until_local("20:00")
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    asked = story.clock.now()
    await story.until_local("06:00")
    (rung,) = came(story, karim, asked)
    assert f"{rung:%a %H:%M}" == ("Sun 03:30" if night == "spring" else "Sun 02:30")


async def test_hours_that_begin_a_second_time_that_night(story: Story) -> None:
    """Asked for at ten past two, when the clocks showed half past two before: they will again."""
    story.clock.move_to(NIGHTS["autumn"])
    karim, ana = await story.volunteer("Karim"), await story.resident("Ana", hour=None)
    await karim.says("/hours zondag van 2u30 tot 6u")
    await story.until(datetime(2026, 10, 25, 1, 10, tzinfo=UTC))
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    asked = story.clock.now()
    await story.passes(hours=1)
    (rung,) = came(story, karim, asked)
    assert (f"{rung:%H:%M}", rung.fold) == ("02:30", 1)


async def test_an_overview_is_planned_once_in_an_hour_that_comes_twice(story: Story) -> None:
    """At ten past two, of a deployment that has it at half past two."""
    policy = dataclasses.replace(story.house.policy, overview_at=time(2, 30))
    object.__setattr__(story.house, "policy", policy)
    story.clock.move_to(datetime(2026, 10, 25, 1, 10, tzinfo=UTC))
    await story.coordinator()
    await story.sweeps()
    due = await story.rows(select(Timer.due_at).where(Timer.kind == "overview"))
    assert due == [datetime(2026, 10, 25, 1, 30, tzinfo=UTC)]


@both
async def test_phones_and_coordinators_wait_for_the_morning(
    story: Story, begin: datetime, night: str
) -> None:
    """Asked for late on Saturday, and taken by nobody: nobody is woken, and nobody forgets it."""
    sofie, karim = await story.coordinator(), await story.volunteer("Karim")
    ana = await story.resident("Ana", hour=None)
    await story.until_local("21:10")
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    asked = story.clock.now()
    karim.one()
    await story.until_local("20:00")
    for phone in (sofie, karim, ana):
        found = came(story, phone, asked + timedelta(minutes=1))
        by_day(story, *found)
    heard = came(story, sofie, asked)
    assert len(heard) >= 1
    assert f"{heard[0]:%a %H}" == "Sun 08"
    mornings = [at for at in heard if at.time() < time(9)]
    assert len(mornings) == 1, "one word a morning"


@both
@pytest.mark.parametrize("meets", ["14:00", "09:30"])
async def test_an_appointment_is_reminded_of_by_the_clocks_there(
    story: Story, begin: datetime, night: str, meets: str
) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    await karim.says(f"/meet zondag om {meets} aan de balie")
    await karim.touches(meetings.BUTTON_PROPOSE)
    await ana.touches(meetings.BUTTON_YES)
    await karim.says("/close")
    await karim.touches(outcomes.BUTTONS["will_meet"])
    agreed = story.clock.now()
    await story.until_local("23:00", days=1)
    for phone in (ana, karim):
        reminded = [
            story.local(at)
            for at, chat, say in story.wire.sent
            if chat == phone.id and isinstance(say, Say) and at > agreed and meets in say.text
        ]
        by_day(story, *reminded)
        told_on = [f"{at:%a %H:%M}" for at in reminded]
        if meets == "14:00":
            hour = "13:00" if night == "spring" else "15:00"  # a day of 23 or 25 hours
            expected = [f"Sat {hour}", "Sun 12:00"]
        else:
            # in autumn the day before is half past ten on Saturday; in spring that went by
            expected = ["Sun 08:00"] if night == "spring" else ["Sat 10:30", "Sun 08:00"]
        after = "Sun 16:00" if meets == "14:00" else "Sun 11:30"
        assert told_on == (expected if phone is ana else [*expected, after])


@both
@pytest.mark.parametrize("hour", ["09:30", "23:30", "03:30"])
async def test_a_long_silence_is_told_once_and_by_day(
    story: Story, begin: datetime, night: str, hour: str
) -> None:
    """Two days of silence, with that night among them."""
    ana = await story.resident("Ana", hour=None)
    sofie = await story.coordinator("Sofie")
    await chooses(ana, "coordinator", days="2d")
    await story.until_local(hour)
    await ana.says("ik ben er nog")
    seen = story.clock.now()
    await story.passes(days=4)

    def tells(say: object) -> bool:
        return isinstance(say, Say) and "Ana" in say.text

    warned = came(story, ana, seen + timedelta(minutes=1))
    (at,) = (at for at, one, say in story.wire.sent if one == sofie.id and tells(say) and at > seen)
    by_day(story, *warned, story.local(at))
    assert len(warned) >= 2
    assert 2 * DAY <= at - seen <= 2 * DAY + 11 * HOUR


QUIETS = (
    *(("22:00", end) for end in ("02:00", "02:15", "02:30", "03:00", "03:15", "08:00")),
    *((start, "08:00") for start in ("01:45", "02:00", "02:30", "03:00", "21:30")),
)


@both
@pytest.mark.parametrize(("start", "end"), QUIETS)
def test_quiet_hours_minute_by_minute(night: str, start: str, end: str) -> None:
    """Their end is never behind us, and what waits until then has to wait no further."""
    zone = ZoneInfo("Europe/Brussels")
    quiet = Quiet(time.fromisoformat(start), time.fromisoformat(end))
    now = NIGHTS[night].replace(hour=20)
    for _ in range(14 * 60):
        after, begins = quiet.after(now, zone), quiet.begins(now, zone)
        assert after >= now
        assert (after > now) == quiet.covers(now.astimezone(zone).time())
        assert quiet.after(after, zone) == after
        assert now < begins <= now + DAY + HOUR
        assert quiet.morning(now, zone) > now
        now += timedelta(minutes=1)
