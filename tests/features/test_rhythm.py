"""First words from us: at her hour, once a day, never when she asked for quiet."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot import pace, people
from bot.channel import Say
from bot.dialogue.forbidden import FORBIDDEN
from bot.dialogue.values import shown
from bot.house import Moment
from bot.rhythm import Chosen, Quiet, Verdict, may_contact, next_contact
from bot.store.tables import Contact, Resident
from bot.values import until_of

from .story import Phone, Story


def greetings(story: Story, phone: Phone, after: datetime | None = None) -> list[datetime]:
    """When she heard from us: with a question, or (after silence) without one."""
    return [
        story.local(at)
        for at, chat, say in story.wire.sent
        if chat == phone.id and isinstance(say, Say) and (after is None or at > after)
    ]


@pytest.mark.parametrize("begin", [datetime(2026, 3, 1, 12, tzinfo=UTC), None])
async def test_two_months_across_the_clock_change(
    story: Story, begin: datetime | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From 1 March over the 29th, and from 5 October over the 25th: once a local day, at 9:00."""
    monkeypatch.setattr(pace, "rests", lambda *_: False)  # the calendar alone, without an answer
    story.clock.move_to(begin) if begin else None
    if begin:
        story.clock._now, story.clock._offset = begin, timedelta()
    ana = await story.resident("Ana", hour="09:00")
    start = story.local(story.clock.now()).date()
    await story.until_local("23:59", days=59)
    seen = greetings(story, ana)
    days = [at.date() for at in seen]
    assert len(days) == len(set(days)), "twice on one day"
    last = story.local(story.clock.now()).date()
    assert set(days) == {start + timedelta(n) for n in range((last - start).days + 1)} - (
        {start} if begin else set()
    )
    assert all(time(9, 0) <= at.time() < time(9, 15) for at in seen)
    assert len({at.utcoffset() for at in seen}) == 2, "both sides of the clock change"


async def test_two_weeks_do_not_repeat(story: Story) -> None:
    ana = await story.resident("Ana", hour="09:00")
    texts = []
    for _ in range(14):
        await story.until_local("09:15")
        texts.append(ana.last.text)
        await ana.says("goed")
    assert len(set(texts)) == 14


async def test_no_answer_softens_and_slows_and_an_answer_brings_it_back(story: Story) -> None:
    ana = await story.resident("Ana", hour="09:00")
    await story.until_local("12:00", days=2)
    assert len(ana.news) == 3
    ana.turns_the_page()
    await story.passes(days=6)
    assert len(ana.news) == 3, "every second day"
    assert "?" not in "".join(m.text for m in ana.news)
    assert all(not m.inline for m in ana.news)
    ana.turns_the_page()
    await story.passes(days=14)
    assert 2 <= len(ana.news) <= 3, "once a week"
    await ana.says("ik ben er nog")
    ana.turns_the_page()
    for _ in range(3):
        await story.passes(days=1)
        await ana.picks("morning/hello/fine")
    assert len([m for m in ana.screen.messages if not m.mine]) >= 12


async def test_a_day_to_remember_comes_however_long_she_was_silent(story: Story) -> None:
    ana = await story.resident("Ana", hour="09:00")
    async with story.store.write() as session:
        moment = Moment(session, story.house, story.clock.now())
        person = await people.by_chat(moment, ana.id)
        assert person is not None
        await people.remember(moment, person, "anniversary", "10-20")
    await story.until(datetime(2026, 10, 19, 12, tzinfo=UTC))
    ana.turns_the_page()
    await story.until(datetime(2026, 10, 20, 12, tzinfo=UTC))
    ana.sees("20 oktober")


async def test_a_day_to_remember_comes_on_whatever_weekday(story: Story) -> None:
    """She chose Tuesdays; the day that she asked to keep is a Sunday."""
    ana = await story.resident("Ana", "nl", hour="10:00")
    async with story.store.write() as session:
        moment = Moment(session, story.house, story.clock.now())
        person = await people.by_chat(moment, ana.id)
        assert person is not None
        (await people.resident(moment, person)).days = "tu"
    await ana.says("onthoud de datum")
    await ana.says("11 oktober")
    ana.hears("anniversary/done")
    asked = story.clock.now()
    await story.passes(days=10)
    days = [at.date().isoformat() for at in greetings(story, ana, asked)]
    assert days == ["2026-10-06", "2026-10-11", "2026-10-13"]


WORDS = {
    "nl": ("onthoud 11 oktober", "onthoud ook 20 oktober", "11 oktober", "20 oktober"),
    "fr": ("retenez le 11 octobre", "retenez aussi le 20 octobre", "11 octobre", "20 octobre"),
    "en": ("remember 11 October", "remember 20 October", "11 October", "20 October"),
}


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_his_birthday_and_his_death_are_both_kept(story: Story, language: str) -> None:
    ana = await story.resident("Ana", language, hour="10:00")
    birth, death, eleventh, twentieth = WORDS[language]
    await ana.says(birth)
    await ana.says(death)
    ana.hears("anniversary/done")
    ana.sees(eleventh, twentieth)
    for day, told, other in ((11, eleventh, twentieth), (20, twentieth, eleventh)):
        await story.until(datetime(2026, 10, day, 5, tzinfo=UTC))
        ana.turns_the_page()
        await story.until(datetime(2026, 10, day, 12, tzinfo=UTC))
        ana.hears("remembered_day/ask")
        ana.sees(told)
        assert other not in ana.last.text
    await ana.says("/mydata")
    ana.sees(eleventh, twentieth)


@pytest.mark.parametrize(
    ("store", "language"),
    [("sqlite", "nl"), ("sqlite", "fr"), ("postgresql", "en")],
    indirect=["store"],
)
async def test_a_public_holiday_is_named_quietly(story: Story, language: str) -> None:
    story.clock.move_to(datetime(2026, 12, 24, 12, tzinfo=UTC))
    ana = await story.resident("Ana", language, hour="09:00")
    bea = await story.resident("Bea", language, hour="09:00")
    async with story.store.write() as session:  # 'I keep no days any more'
        moment = Moment(session, story.house, story.clock.now())
        person = await people.by_chat(moment, bea.id)
        assert person is not None
        await people.remember(moment, person, "no_dates", "2026-12-01")
    await story.passes(days=1)
    name = {"nl": "Kerstmis", "fr": "Noël", "en": "Christmas Day"}[language]
    ana.sees(name)
    assert "!" not in ana.one().text
    bea.one()
    bea.sees_not(name)


async def test_chosen_days_only(story: Story) -> None:
    ana = await story.resident("Ana", hour=None)
    await ana.says("/hour")
    await ana.picks("hour/ask/days")
    await ana.says("dinsdag en vrijdag")
    await ana.says("/hour")
    await ana.says("om tien uur")
    chosen = story.clock.now()
    await story.passes(days=14)
    seen = greetings(story, ana, chosen)
    assert {at.strftime("%a") for at in seen} == {"Tue", "Fri"}
    assert all(at.hour == 10 for at in seen)


async def test_changing_the_hour_brings_no_second_greeting(story: Story) -> None:
    ana = await story.resident("Ana", hour="09:00")
    await story.until_local("10:00")
    ana.turns_the_page()
    await ana.says("/hour")
    await ana.says("14 uur")
    ana.sees("14:00")
    ana.turns_the_page()
    await story.until_local("23:00")
    ana.hears_nothing()
    await story.until_local("14:30")
    ana.one()


async def test_an_hour_chosen_just_now_starts_tomorrow(story: Story) -> None:
    ana = await story.resident("Ana", hour="19:00")
    await ana.says("/hour")
    await ana.says("om kwart na negen")
    ana.turns_the_page()
    await story.until_local("12:00")
    ana.hears_nothing()


async def test_a_pause_of_a_week_ends_by_itself(story: Story) -> None:
    ana = await story.resident("Ana", hour="12:00")
    await ana.says("/pause")
    await ana.picks("pause/ask/7d")
    ana.sees("12 oktober")
    ana.turns_the_page()
    await story.until(datetime(2026, 10, 12, 3, tzinfo=UTC))
    ana.hears_nothing()
    await story.until_local("12:30")
    ana.one()


@pytest.mark.parametrize(
    ("store", "language", "until"),
    [
        ("sqlite", "nl", "tot morgenochtend"),
        ("sqlite", "fr", "jusqu'à demain matin"),
        ("postgresql", "en", "until tomorrow morning"),
    ],
    indirect=["store"],
)
async def test_tomorrow_at_night_is_the_morning_after_she_slept(
    story: Story, language: str, until: str
) -> None:
    ana = await story.resident("Ana", language, hour="09:00")
    await story.until_local("01:12")
    today = story.house.local(story.clock.now()).date()
    await ana.says("/pause")
    await ana.says(until)
    ana.sees(shown("until", today.isoformat(), language))
    ana.turns_the_page()
    await story.until_local("08:00")
    ana.hears_nothing()
    await story.until_local("09:30")
    ana.one()


@pytest.mark.parametrize(
    ("store", "language", "until", "hour", "greeted"),
    [
        ("sqlite", "nl", "tot morgenavond", "09:00", "07 09"),
        ("sqlite", "fr", "jusqu'à demain soir", "09:00", "07 09"),
        ("postgresql", "en", "until tomorrow evening", "09:00", "07 09"),
        ("sqlite", "nl", "tot morgenavond", "20:00", "06 20"),
        ("sqlite", "nl", "tot morgen 18u", "17:00", "07 17"),
        ("sqlite", "en", "until this evening", "14:00", "06 14"),
        ("sqlite", "fr", "jusqu'à ce soir", "20:00", "05 20"),
    ],
    indirect=["store"],
)
async def test_a_pause_lasts_until_the_evening_that_was_said(
    story: Story, language: str, until: str, hour: str, greeted: str
) -> None:
    """It is Monday 5 October, 10:30. She reads the hour, also where all that is kept is shown."""
    ana = await story.resident("Ana", language, hour=hour)
    await story.until_local("10:30")
    await ana.says("/pause")
    await ana.says(until)
    told = ana.one().text
    end = (await story.rows(select(Resident.paused_until)))[0]
    kept = until_of(story.local(end))
    assert shown("until", kept, language) in told
    assert "T" in kept
    await ana.says("/mydata")
    ana.sees(shown("hour", kept[11:], language))
    asked = story.clock.now()
    await story.passes(days=3)
    assert f"{greetings(story, ana, asked)[0]:%d %H}" == greeted


@pytest.mark.parametrize("later", [2, 7, 9])
@pytest.mark.parametrize("how", ["button", "silence"])
async def test_a_pause_until_she_asks_lasts(story: Story, how: str, later: int) -> None:
    """Also within a pause that was until a day, on the day it ends, and after it."""
    ana = await story.resident("Ana", hour="12:00")
    await ana.says("/pause")
    await ana.picks("pause/ask/7d")
    await story.passes(days=later)
    await ana.says("/pause")
    if how == "button":
        await ana.picks("pause/ask/open")
    else:
        await story.passes(hours=2)
    ana.hears("pause/open")
    ana.turns_the_page()
    await story.passes(days=40)
    ana.hears_nothing()
    await ana.says("/mydata")
    ana.one()
    ana.turns_the_page()
    await ana.says("/resume")
    ana.sees("12:00")
    ana.turns_the_page()
    await story.passes(days=1)
    ana.one()


async def test_stop_means_stop_and_start_begins_again(story: Story) -> None:
    ana = await story.resident("Ana", hour="12:00")
    await ana.says("stop")
    ana.hears("stop/say")
    ana.turns_the_page()
    await story.passes(days=5)
    ana.hears_nothing()
    await ana.says("/start")
    ana.hears("welcome/language")
    await ana.picks("welcome/language/nl")
    await ana.picks("welcome/consent/yes")
    chosen = story.clock.now()
    await story.passes(days=1)
    assert greetings(story, ana, chosen)


async def test_resume_after_stop_asks_for_a_new_yes(story: Story) -> None:
    ana = await story.resident("Ana", hour="12:00")
    await ana.says("/stop")
    await ana.says("/resume")
    ana.hears("resume/ask")
    await ana.picks("resume/ask/yes")
    ana.sees("12:00")
    ana.turns_the_page()
    await story.passes(days=1)
    ana.one()


async def test_after_an_outage_no_morning_greeting_at_night(story: Story) -> None:
    ana, bea = await story.resident("Ana", hour="10:00"), await story.resident("Bea", hour="20:00")
    await story.sleeps(hours=13)  # it is 22:00
    ana.hears_nothing()
    bea.hears_nothing()
    await story.until_local("10:15")
    ana.one()
    outcomes = [row.outcome for row in await story.rows(select(Contact).order_by(Contact.id))]
    assert outcomes[:2] == ["stale", "quiet"] or outcomes[:2] == ["stale", "stale"]


def test_a_late_evening_greeting_does_not_slip_into_the_night() -> None:
    zone = ZoneInfo("Europe/Brussels")
    planned = datetime(2026, 10, 5, 18, 5, tzinfo=UTC)  # 20:05 there

    def verdict(now: datetime, planned: datetime) -> Verdict:
        return may_contact(
            planned, now, consented=True, stopped=False, blocked=False, pause=None,
            calm_until=None, in_handoff=False, rests=False, greeted=False, quiet=Quiet(), zone=zone,
        )  # fmt: skip

    assert verdict(planned + timedelta(minutes=80), planned) is Verdict.YES
    assert verdict(planned + timedelta(minutes=90), planned) is Verdict.QUIET
    chosen = planned + timedelta(hours=2, minutes=30)  # 22:35, her own hour
    assert verdict(chosen + timedelta(minutes=1), chosen) is Verdict.YES


def test_every_hour_that_can_be_chosen_comes_once_a_day_all_year() -> None:
    zone = ZoneInfo("Europe/Brussels")
    for hour in ("05:00", "09:15", "22:45"):
        at, days = datetime(2026, 1, 1, tzinfo=UTC), []
        for _ in range(400):
            found = next_contact(at, Chosen(hour, seed="x"), zone)
            assert found is not None
            at = found
            days.append(found.astimezone(zone))
        assert {(b.date() - a.date()).days for a, b in pairwise(days)} == {1}
        assert {f"{d.hour:02}:{d.minute - d.minute % 15:02}" for d in days} == {hour}


async def test_a_greeting_unanswered_ends_in_silence(story: Story) -> None:
    ana = await story.resident("Ana", hour="10:00")
    await story.until_local("10:30")
    ana.turns_the_page()
    await story.until_local("09:59")
    ana.hears_nothing()


async def test_what_a_silence_says_waits_for_the_morning(story: Story) -> None:
    ana = await story.resident("Ana", hour=None)
    await story.until_local("21:00")
    await ana.says("/pause")
    ana.turns_the_page()
    await story.until_local("07:59")
    ana.hears_nothing()
    await story.until_local("08:05")
    ana.hears("pause/open")


async def test_a_stale_silence_does_nothing(story: Story) -> None:
    ana = await story.resident("Ana", hour=None)
    await ana.says("/pause")
    await story.passes(minutes=50)
    await ana.says("/pause")
    ana.turns_the_page()
    await story.passes(minutes=30)
    ana.hears_nothing()
    await story.passes(minutes=40)
    ana.hears("pause/open")


async def test_she_hears_nothing_while_blocked_and_all_is_well_when_back(story: Story) -> None:
    ana = await story.resident("Ana", hour="10:00")
    await ana.blocks()
    await story.passes(days=3)
    assert not greetings(story, ana)
    assert not ana.news
    await ana.comes_back()
    await ana.says("/start")
    ana.hears("welcome/again")
    ana.turns_the_page()
    await story.passes(days=1)
    ana.one()


async def test_one_who_fails_does_not_keep_the_others_from_their_greeting(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot import conversations

    ana, bea = await story.resident("Ana", hour="10:00"), await story.resident("Bea", hour="10:00")
    broken = (await story.person(ana)).id
    whole = conversations.greet

    async def greet(moment, person, slot):  # type: ignore[no-untyped-def]
        if person.id == broken:
            raise RuntimeError
        return await whole(moment, person, slot)

    monkeypatch.setattr(conversations, "greet", greet)
    await story.until_local("10:30")
    ana.hears_nothing()
    bea.one()
    monkeypatch.undo()
    rows = {row.person_id: row for row in await story.rows(select(Resident))}
    assert rows[broken].next_contact_at is not None


async def test_taps_to_finish_a_check_in(story: Story) -> None:
    """One tap is a whole answer, and 'not today' is always there and costs nothing."""
    ana = await story.resident("Ana", hour="10:00")
    await story.until_local("10:30")
    await ana.picks("morning/hello/later")
    assert ana.one().text.count("?") == 0
    assert ana.screen.keyboard == ()


LENGTH = {"sqlite": 90, "postgresql": 20}


async def test_ninety_days_with_the_real_store(story: Story) -> None:
    """One who answers, one who does so in turns of two weeks, one who never does: the rows come to
    what the policy says, as in tests/rhythm."""
    days = LENGTH[story.store.engine.dialect.name]
    story.mind.learns("hallo", "greet")
    steady, turns, silent = [
        await story.resident(name, hour="10:00") for name in ("Ana", "Bea", "Cis")
    ]
    for day in range(days):
        await story.until_local("10:30")
        for phone in (steady, turns):
            if phone is steady or day % 28 < 14:
                await phone.says(phone.screen.keyboard[0] if phone.screen.keyboard else "hallo")
    first = {
        phone: [at.date() for at in greetings(story, phone) if at.hour == 10 and at.minute < 15]
        for phone in (steady, turns, silent)
    }
    assert len(set(first[steady])) == days
    least = days // 2 if days > 28 else days - 3
    assert least <= len(set(first[turns])) < days
    gaps = [(b - a).days for a, b in pairwise(first[silent])]
    assert gaps == sorted(gaps)
    assert gaps == [1, 1, 2, 2, 2, 7, 7, 7, 14, 14, 14][: len(gaps)]
    assert len(gaps) == (11 if days == 90 else 6)
    for phone in first:
        said = " ".join(phone.screen.ever)
        assert not re.findall(FORBIDDEN["nl"], said, re.IGNORECASE)
