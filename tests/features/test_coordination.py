"""A coordinator on Monday morning, with a telephone: what waits, the team, and a word to them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from bot import closing, coordinators, debriefs, outcomes, timers
from bot import overview_texts as texts
from bot import turnover_texts as turned
from bot.handoff_texts import ALERT, BUTTON_CLAIM, BUTTON_DECLINE, BUTTON_YES, LAPSED
from bot.heavy import BUTTON_TALKED
from bot.i18n import Text
from bot.mornings import OVERVIEW
from bot.open_texts import WAITING_LONG
from bot.store.privacy_tables import Access
from bot.store.tables import Concern, Timer, Volunteer

from .story import Phone, Story
from .test_urgent import asks, looks, sleeps


async def asked(story: Story, *volunteers: Phone) -> Phone:
    """Ana asked for a person, and every volunteer said 'not now'."""
    ana = await story.resident("Ana", hour=None)
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    for phone in volunteers:
        await phone.touches(BUTTON_DECLINE)
    return ana


async def test_the_morning_says_what_waits_and_only_then(story: Story) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer()
    await story.until_local("08:31", days=1)
    sofie.hears_nothing()
    await asked(story, karim)
    sofie.turns_the_page()
    await story.until_local("23:00")
    sofie.turns_the_page()
    await story.until_local("08:29")
    sofie.hears_nothing()  # what the overview is about to show
    await story.until_local("08:31")
    sofie.one()
    sofie.reads(texts.MORNING, name="Sofie")
    sofie.reads(texts.ONE_THING)
    assert len(sofie.last.labels) == 3
    sofie.sees_not("Ana")
    waiting = select(Timer).where(Timer.kind == "overview", Timer.done_at.is_(None))
    assert len(await story.rows(waiting)) == 1


async def reaches(story: Story, sofie: Phone) -> None:
    """She looks who it is, and reaches her: of that danger the morning says no more."""
    await looks(story, sofie)
    number = max(await story.rows(select(Concern.id)))
    await sofie.forges(f"reached:{number}")


@pytest.mark.parametrize("since", ["nothing", "rung again", "another"])
async def test_who_was_told_at_eight_is_not_told_at_half_past(story: Story, since: str) -> None:
    """What is urgent waits for no overview; there is one when something came beside it."""
    sofie, karim = await story.coordinator(), await story.volunteer()
    await sleeps(story)
    await asks(story, await story.resident("Ana", hour=None))
    await reaches(story, sofie)
    await story.until_local("07:59")
    sofie.turns_the_page()
    await story.until_local("08:01")
    sofie.reads(WAITING_LONG, number=1, language="Nederlands")
    if since == "rung again":
        await sofie.taps(f"1: {story.text(texts.BUTTON_RING, 'nl')}")
    elif since == "another":
        await asked(story, karim)
    sofie.turns_the_page()
    await story.until_local("08:31")
    if since == "nothing":
        sofie.hears_nothing()
    else:
        sofie.reads(texts.MORNING, name="Sofie")
        assert any(label.startswith("1: ") for label in sofie.last.labels)


@pytest.mark.parametrize("urgent", [False, True])
async def test_an_overview_when_quiet_hours_end_is_one_word(story: Story, urgent: bool) -> None:
    """Other timers are due at that same instant, planned before it and after it."""
    policy = replace(story.house.policy, overview_at=story.house.quiet.end)
    object.__setattr__(story.house, "policy", policy)
    sofie, karim = await story.coordinator(), await story.volunteer()
    for _ in range(2):
        if urgent:
            await sleeps(story)
            await asks(story, await story.resident("Ana", hour=None))
            await reaches(story, sofie)
        else:
            await asked(story, karim)
            await story.until_local("23:00")
        await story.until_local("07:59")
        sofie.turns_the_page()
        await story.until_local("08:01")
        told = [one.text for one in sofie.news]
        if urgent:  # it waits for no overview, and says all of it
            assert not [text for text in told if story.text(texts.MORNING, "nl")[:5] in text]
        else:
            sofie.one()
            sofie.reads(texts.MORNING, name="Sofie")
        await story.until_local("09:00")


@pytest.mark.parametrize("at", ["10:00", "08:10"])
async def test_of_a_heavy_talk_she_reads_the_day_and_hears_once_a_morning(
    story: Story, at: str
) -> None:
    """Told at once; each later morning of its day, until somebody has noted the call."""
    sofie, karim = await story.coordinator(), await story.volunteer("Karim")
    await story.until_local(at)
    day = "maandag 5 oktober" if at == "10:00" else "dinsdag 6 oktober"
    line = story.text(texts.HEAVY, "nl", name="Karim", day=day)
    await karim.says("/heavy")
    sofie.one()
    sofie.turns_the_page()
    await story.until_local("08:31")
    if at == "08:10":
        sofie.hears_nothing()  # she was told this very morning
        await story.until_local("08:31")
    for _ in range(2):
        sofie.one()
        sofie.sees(line)
        sofie.turns_the_page()
        await story.until_local("08:31")
    await sofie.taps(f"Karim: {story.text(BUTTON_TALKED, 'nl')}")
    sofie.turns_the_page()
    await story.until_local("08:31")
    sofie.hears_nothing()


@pytest.mark.parametrize("answer", ["call", None])
async def test_who_waits_for_a_call_stands_there_once_and_rightly(
    story: Story, answer: str | None
) -> None:
    """A volunteer who asked for a call was said not to have answered, and stood there twice."""
    sofie, karim = await story.coordinator(), await story.volunteer("Karim")
    ana = await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    await ana.says("ik wil dood")
    await karim.says("/heavy")
    await karim.says("/close")
    if answer is not None:
        await karim.touches(debriefs.BUTTONS[answer])
    await sofie.says("/open")
    text = texts.DEBRIEF_CALL if answer else texts.DEBRIEF
    line = story.text(text, "nl", name="Karim", day="maandag 5 oktober")
    assert [part for part in sofie.last.text.splitlines() if "Karim" in part] == [line]
    await sofie.taps(f"Karim: {story.text(BUTTON_TALKED, 'nl')}")
    await sofie.says("/open")
    sofie.reads(coordinators.NONE_OPEN)


async def test_without_an_overview_the_word_comes_when_the_night_is_over(story: Story) -> None:
    """She left the team's mornings, or they are switched off: then nothing is held back for it."""
    sofie, karim = await story.coordinator(), await story.volunteer()
    await asked(story, karim)
    await story.until_local("23:00")
    async with story.store.write() as session:
        await timers.drop(session, story.clock.now(), OVERVIEW, person_id=1)
    sofie.turns_the_page()
    await story.until_local("08:01")
    sofie.reads(WAITING_LONG, number=1, language="Nederlands")


async def test_the_silent_are_a_number_and_no_names(story: Story) -> None:
    """Of who did not ask for a worry contact coordinators see how many, and how many blocked."""
    sofie = await story.coordinator()
    ana, bea = await story.resident("Quirine"), await story.resident("Walburga")
    cil = await story.resident("Ursula")
    await story.passes(days=6)
    await cil.says("dag")
    await bea.blocks()
    await story.passes(days=2)
    sofie.turns_the_page()
    await sofie.says("/today")
    lines = sofie.one().text.splitlines()
    whole = story.text(coordinators.TODAY, "nl").splitlines()
    silent, blocked = (
        next(line for line in whole if part in line) for part in ("{silent}", "{blocked}")
    )
    assert silent.replace("{silent}", "2") in lines
    assert blocked.replace("{blocked}", "1") in lines
    sofie.sees_not("Quirine", "Walburga", "Ursula")
    assert ana.news, "she is greeted, softer and rarer"


async def test_ring_again_reaches_who_said_not_now(story: Story) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer()
    await asked(story, karim)
    karim.turns_the_page()
    await sofie.says("/today")
    sofie.reads(texts.ONE_THING)
    await sofie.taps(f"1: {story.text(texts.BUTTON_RING, 'nl')}")
    assert sofie.toasts == [story.text(texts.RUNG, "nl", count=1)]
    await karim.touches(BUTTON_CLAIM)
    assert (await story.handoff()).state == "claimed"
    await sofie.taps(f"1: {story.text(texts.BUTTON_RING, 'nl')}")
    assert sofie.toasts == [story.text(texts.GONE_ON, "nl")]


async def test_one_volunteer_is_asked_who_decides(story: Story) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer("Karim")
    lies, jean = await story.volunteer("Lies"), await story.volunteer("Jean", "fr")
    await lies.says("/duty")
    await asked(story, karim)
    for phone in (karim, lies, jean):
        phone.turns_the_page()
    await sofie.says("/open")
    await sofie.taps(f"1: {story.text(texts.BUTTON_ASK, 'nl')}")
    assert "Jean (0/3)" not in sofie.last.labels
    await sofie.taps("Lies (0/3)")
    lies.reads(texts.ASKED_YOU, name="Sofie")
    lies.reads(ALERT)
    karim.hears_nothing()
    jean.hears_nothing()
    assert (await story.handoff()).claimed_by is None
    await lies.touches(BUTTON_CLAIM)
    assert (await story.handoff()).claimed_by == (await story.person(lies)).id


async def test_settled_with_an_outcome_and_she_reads_so(story: Story) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer()
    ana = await asked(story, karim)
    await sofie.says("/open")
    await sofie.taps(f"1: {story.text(texts.BUTTON_SETTLE, 'nl')}")
    await sofie.touches(outcomes.BUTTONS["called"])
    ana.reads(outcomes.SETTLED, name="Sofie", organisation="De Brug")
    handoff = await story.handoff()
    assert (handoff.state, handoff.outcome) == ("closed", "called")


async def test_a_silent_volunteer_is_seen_and_the_talk_handed_on(story: Story) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer("Karim")
    lies, ana = await story.volunteer("Lies"), await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    await ana.says("bent u er nog")
    await sofie.says("/today")
    sofie.reads(texts.NO_THING)
    await story.passes(hours=4)
    await sofie.says("/today")
    sofie.reads(texts.LATE, number=1, name="Karim")
    await sofie.taps(f"1: {story.text(texts.BUTTON_ON, 'nl')}")
    karim.reads(LAPSED, name="Ana")
    await lies.touches(BUTTON_CLAIM)
    sofie.sees_not("Ana")


async def test_after_danger_a_silent_volunteer_is_seen_within_half_an_hour(story: Story) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer("Karim")
    ana = await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    await ana.says("ik wil dood")
    await story.passes(minutes=29)
    await sofie.says("/today")
    sofie.sees_not(story.text(texts.LATE_CRISIS, "nl", number=1, name="Karim").split("{")[0])
    await story.passes(minutes=2)
    await sofie.says("/today")
    sofie.reads(texts.LATE_CRISIS, number=1, name="Karim")
    await sofie.taps(f"1: {story.text(texts.BUTTON_ON, 'nl')}")
    assert (await story.handoff()).state in ("handed_on", "escalated")


@pytest.mark.parametrize("who", ["karim", "ana", "stranger"])
async def test_nobody_else_may(story: Story, who: str) -> None:
    await story.coordinator()
    karim = await story.volunteer("Karim")
    ana = await asked(story)
    phone = {"karim": karim, "ana": ana, "stranger": story.stranger("X")}[who]
    version = (await story.handoff()).version
    number = (await story.person(karim)).id
    for data in (
        f"ho:settle:1:{version}",
        f"ho:done:1:{version}:met",
        f"ho:ring:1:{version}",
        f"team:leaves:{number}",
        f"team:more:{number}",
        "cast:send:0123456789abcdef",
        "notes:read:1",
    ):
        await phone.forges(data)
    row = (await story.rows(select(Volunteer)))[0]
    assert ((await story.handoff()).state, row.most_talks) == ("open", None)
    assert (await story.person(karim)).left_at is None


async def test_the_team_its_cap_and_who_leaves(story: Story) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer("Karim")
    ana, bea = await story.resident("Ana", hour=None), await story.resident("Bea", hour=None)
    await story.talk(ana, karim)
    await sofie.says("/volunteers")
    await sofie.taps("Karim (1/3)")
    for _ in range(3):
        await sofie.touches(texts.BUTTON_LESS)
    assert (await story.rows(select(Volunteer)))[0].most_talks == 1
    sofie.sees_not("Ana")
    karim.turns_the_page()
    await bea.says("/human")
    await bea.touches(BUTTON_YES)
    karim.hears_nothing()
    await sofie.forges(f"team:card:{(await story.person(karim)).id}", sofie.last)
    await sofie.touches(texts.BUTTON_LEAVE)
    assert (await story.person(karim)).left_at is None, "asked once more first"
    await sofie.taps(story.text(texts.BUTTON_SURE, "nl", name="Karim"))
    ana.reads(turned.ASK_LEFT, name="Karim")
    assert sofie.last.text == story.text(texts.GONE, "nl", name="Karim", count=1)
    await sofie.says("/volunteers")
    sofie.reads(texts.NO_TEAM)


async def test_a_word_to_all_who_are_there_once(story: Story) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer("Karim")
    lies, jean = await story.volunteer("Lies"), await story.volunteer("Jean", "fr")
    await sofie.says("/broadcast")
    sofie.reads(texts.CAST_HOW)
    await lies.says("/duty")
    lies.turns_the_page()
    await sofie.says("/broadcast Koffie om vier uur")
    sofie.reads(texts.CAST_SURE, count=2, words="Koffie om vier uur")
    preview = sofie.last
    karim.hears_nothing()
    await sofie.touches(texts.BUTTON_SEND)
    for phone in (karim, jean):
        assert "Koffie om vier uur" in phone.one().text
        phone.turns_the_page()
    await sofie.forges(preview.inline[0].data if preview.inline else "cast:send:x")
    for phone in (karim, lies, jean):
        phone.hears_nothing()
    await sofie.says("/broadcast Toch niet")
    await sofie.touches(texts.BUTTON_NOT)
    karim.hears_nothing()
    for phone in (karim, lies, jean):
        await phone.says("/duty") if phone is not lies else None
    await sofie.says("/broadcast Is daar iemand")
    sofie.reads(texts.CAST_NOBODY)


async def test_notes_are_read_by_coordinators_and_she_can_see_it(story: Story) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer("Karim")
    ana = await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    await karim.says("/close")
    await karim.touches(outcomes.BUTTONS["listened"])
    await karim.touches(closing.BUTTON_NOTE)
    await karim.says("slaapt slecht")
    await sofie.says("/notes")
    sofie.sees_not("slaapt slecht")
    await sofie.taps(next(label for label in sofie.last.labels if label.startswith("1: Karim")))
    assert "slaapt slecht" in sofie.last.text
    sofie.sees_not("Ana")
    (seen,) = await story.rows(select(Access).where(Access.what == "note"))
    assert seen.reader_id == (await story.person(sofie)).id
    await ana.says("/mydata")
    ana.sees("Sofie las een notitie")


async def test_what_is_not_settled_stays_open(story: Story) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer()
    ana = await asked(story, karim)
    ana.turns_the_page()
    await sofie.says("/open")
    await sofie.taps(f"1: {story.text(texts.BUTTON_SETTLE, 'nl')}")
    question = sofie.last
    await sofie.touches(texts.BUTTON_KEEP)
    assert question.text == story.text(texts.KEPT, "nl", number=1)
    assert not question.inline
    ana.hears_nothing()
    assert (await story.handoff()).state == "escalated"


@pytest.mark.parametrize("then", ["words", "another command", "too late"])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_broadcast_alone_asks_for_the_words(story: Story, language: str, then: str) -> None:
    sofie, karim = await story.coordinator("Sofie", language), await story.volunteer("Karim")
    await sofie.says("/broadcast")
    assert sofie.one().text == story.text(texts.CAST_HOW, language)
    if then == "another command":
        await sofie.says("/open")
    elif then == "too late":
        await story.passes(minutes=61)
    await sofie.says("Zaterdag is het feest")
    if then != "words":
        sofie.reads(coordinators.NO_READER)
        karim.hears_nothing()
        return
    sofie.reads(texts.CAST_SURE, count=1, words="Zaterdag is het feest")
    karim.hears_nothing()
    await sofie.touches(texts.BUTTON_SEND)
    karim.sees("Zaterdag is het feest")
    await sofie.says("Zaterdag is het feest")
    sofie.reads(coordinators.NO_READER)


@pytest.mark.parametrize(
    ("said", "command", "shows"),
    [
        ("wie wacht er nog?", "/open", coordinators.NONE_OPEN),
        ("Qui attend encore ?", "/open", coordinators.NONE_OPEN),
        ("Who is still waiting?", "/open", coordinators.NONE_OPEN),
        ("Karim is ziek", "/volunteers", texts.TEAM),
        ("un bénévole est malade", "/volunteers", texts.TEAM),
        ("wat is er vandaag", "/today", texts.NO_THING),
        ("iedereen een berichtje sturen", "/broadcast", texts.CAST_HOW),
        ("ik bel haar straks", None, coordinators.NO_READER),
        ("merci", None, coordinators.NO_READER),
    ],
)
async def test_her_own_words_go_nowhere_and_she_reads_so(
    story: Story, said: str, command: str | None, shows: Text
) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer("Karim")
    await sofie.says(said)
    sofie.one()
    sofie.reads(shows)
    if command is not None:
        sofie.reads(coordinators.TAKEN_AS, command=command)
    karim.hears_nothing()
    await sofie.sends("voice")
    assert sofie.last.text == story.text(coordinators.NO_READER, "nl")
    await sofie.forwards(said)
    assert sofie.last.text == story.text(coordinators.NO_READER, "nl")


async def test_her_help_is_for_the_command(story: Story) -> None:
    sofie = await story.coordinator()
    await sofie.says("/help")
    sofie.reads(coordinators.HELP)
