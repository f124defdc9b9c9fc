"""When two do not go together: no reason is asked, nobody is told, and coordinators can act."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import export, outcomes
from bot import overview_texts as overview
from bot import report_texts as texts
from bot.dialogue.values import date_text, shown
from bot.handoff_texts import BUTTON_CLAIM, BUTTON_YES, LAPSED, NO_TALK, OPENED, RELEASED_RESIDENT
from bot.house import Moment
from bot.store.bridge import KeptApart, Report
from bot.store.privacy_tables import Access
from bot.store.tables import Person

from .story import Phone, Story
from .test_erasure import erased, still_refer
from .test_safety import GOOD, SAFE

WORDS = "hij vroeg geld"


async def talking(story: Story) -> tuple[Phone, Phone, Phone, Phone]:
    sofie, karim = await story.coordinator(), await story.volunteer("Karim")
    ana, lies = await story.resident("Ana", hour=None), await story.volunteer("Lies")
    await story.talk(ana, karim)
    for phone in (sofie, lies):
        phone.turns_the_page()
    return ana, karim, lies, sofie


async def test_somebody_else_without_a_reason_and_for_good(story: Story) -> None:
    ana, karim, lies, sofie = await talking(story)
    await ana.touches(texts.BUTTON_OTHER)
    ana.reads(texts.ASK_OTHER, name="Karim")
    question = ana.last
    karim.hears_nothing()
    await ana.touches(texts.BUTTON_NO)
    assert question.text == story.text(texts.GOES_ON, "nl", name="Karim")
    await ana.says("nog een woord")
    assert karim.last.text == "nog een woord"
    await ana.touches(texts.BUTTON_OTHER)
    await ana.touches(texts.BUTTON_YES)
    ana.reads(OPENED)
    karim.reads(LAPSED, name="Ana")
    sofie.hears_nothing()
    await lies.touches(BUTTON_CLAIM)
    await lies.says("dag Ana")
    await lies.says("/close")
    karim.turns_the_page()
    await lies.says("/duty")
    await ana.says("/human")
    assert "Karim" not in ana.last.text
    await ana.touches(BUTTON_YES)
    await karim.says("/open")
    await karim.forges("claim:2")
    assert (await story.handoff()).state == "escalated"
    (apart,) = await story.rows(select(KeptApart))
    assert apart.by == "resident"


async def test_the_day_after_she_may_choose_somebody_else(story: Story) -> None:
    ana, karim, lies, _ = await talking(story)
    await karim.says("/close")
    await story.until_local("11:01", days=1)
    await ana.touches(outcomes.BUTTON_OTHER)
    assert ana.last.text == story.text(texts.NEXT_TIME, "nl", name="Karim")
    karim.turns_the_page()
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    karim.hears_nothing()
    assert lies.news


async def test_her_report_is_for_coordinators_alone(story: Story) -> None:
    ana, karim, lies, sofie = await talking(story)
    await ana.touches(texts.BUTTON_OTHER)
    await ana.touches(texts.BUTTON_WRONG)
    assert story.text(texts.TOLD, "nl", name="Karim") in [m.text for m in ana.screen.messages]
    sofie.reads(texts.BY_RESIDENT, number=1, name="Karim")
    await lies.touches(BUTTON_CLAIM)
    await lies.says("dag Ana")
    await ana.says(WORDS)
    ana.reads(texts.PASSED)
    assert WORDS in sofie.last.text
    sofie.sees_not("Ana")
    for phone in (karim, lies):
        assert WORDS not in "".join(phone.screen.ever)
    await ana.says("en dit is voor Lies")
    assert lies.last.text == "en dit is voor Lies"
    await sofie.says("/today")
    sofie.reads(texts.OPEN, number=1, day="maandag 5 oktober")
    for phone in (karim, lies, ana):
        await phone.forges("rep:done:1")
        await phone.forges("rep:read:1")
    await sofie.touches(texts.BUTTON_SETTLED)
    (report,) = await story.rows(select(Report))
    assert (report.by, report.words) == ("resident", WORDS)
    assert report.settled_at is not None
    await sofie.says("/today")
    sofie.reads(overview.NO_THING)
    (seen,) = await story.rows(select(Access).where(Access.what == "report"))
    assert seen.reader_id == (await story.person(sofie)).id
    await ana.says("/mydata")
    ana.sees("Sofie las wat u meldde")


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_what_was_settled_by_a_slip_is_open_again_by_a_tap(
    story: Story, language: str
) -> None:
    sofie, karim = await story.coordinator("Sofie", language), await story.volunteer("Karim")
    ana = await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    await ana.touches(texts.BUTTON_OTHER)
    await ana.touches(texts.BUTTON_WRONG)
    await ana.says(WORDS)
    words = sofie.last
    await sofie.touches(texts.BUTTON_SETTLED)
    day = {"nl": "maandag 5 oktober", "fr": "lundi 5 octobre", "en": "Monday 5 October"}[language]
    assert words.text == story.text(texts.SETTLED, language, day=day), "her words leave the screen"
    for phone in (karim, ana):
        await phone.forges("rep:open:1")
    await sofie.says("/today")
    still_open = story.text(texts.OPEN, language, number=1, day=day)
    assert still_open not in sofie.last.text
    await sofie.touches(texts.BUTTON_OPEN_AGAIN)
    assert words.text == story.text(texts.OPEN_AGAIN, language, day=day)
    await sofie.taps(f"{day}: {story.text(texts.BUTTON_READ, language)}")
    assert WORDS in sofie.last.text
    await sofie.says("/today")
    sofie.sees(still_open)


async def test_a_slip_after_a_night_is_mended_too(story: Story) -> None:
    ana, _, _, sofie = await talking(story)
    await ana.touches(texts.BUTTON_OTHER)
    await ana.touches(texts.BUTTON_WRONG)
    await sofie.touches(texts.BUTTON_SETTLED)
    await story.passes(days=2)
    await sofie.touches(texts.BUTTON_OPEN_AGAIN)
    (report,) = await story.rows(select(Report))
    assert report.settled_at is None


async def forgets(ana: Phone) -> None:
    await ana.says("/forget")
    await ana.picks("forget/ask/yes")


@pytest.mark.parametrize("by", ["resident", "volunteer"])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_an_open_report_is_known_after_she_is_erased(
    story: Story, by: str, language: str
) -> None:
    """That there was one, of which day and with which volunteer; no word, and nothing of her."""
    sofie, karim = await story.coordinator("Sofie", language), await story.volunteer("Karim")
    ana = await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    if by == "resident":
        await ana.touches(texts.BUTTON_OTHER)
        await ana.touches(texts.BUTTON_WRONG)
        await ana.says(WORDS)
    else:
        await karim.says("/report")
        await karim.touches(texts.BUTTON_TELL)
        await karim.says(WORDS)
    sofie.sees(WORDS)
    number = (await story.person(ana)).id
    await story.passes(days=1)
    await forgets(ana)
    reported = (await story.rows(select(Report)))[0].at
    last = story.local(reported + story.house.policy.rest_lasts).date()
    told = story.text(texts.STAYS, "nl", day=date_text(last, "long", "nl"))
    assert (told in ana.last.text) == (by == "resident")
    sofie.sees_not(WORDS, "Ana")
    assert await still_refer(story, number) == []
    (report,) = await story.rows(select(Report))
    kept = (report.by, report.words, report.handoff_id, report.person_id)
    assert kept == (by, None, None, None)
    day = {"nl": "maandag 5 oktober", "fr": "lundi 5 octobre", "en": "Monday 5 October"}[language]
    await sofie.says("/today")
    sofie.reads(texts.OPEN_ERASED, day=day, name="Karim")
    await sofie.taps(f"Karim: {story.text(texts.BUTTON_READ, language)}")
    told = texts.BY_RESIDENT_ERASED if by == "resident" else texts.BY_VOLUNTEER_ERASED
    assert sofie.last.text == story.text(told, language, day=day, name="Karim")
    await sofie.touches(texts.BUTTON_SETTLED)
    await story.passes(days=1)
    assert not await story.rows(select(Report)), "settled, it has nothing more to say"


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_an_open_report_keeps_the_name_of_who_is_erased(story: Story, language: str) -> None:
    """'Something with … was wrong' tells nobody what to look into."""
    sofie, karim = await story.coordinator("Sofie", language), await story.volunteer("Karim")
    ana = await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    await ana.touches(texts.BUTTON_OTHER)
    await ana.touches(texts.BUTTON_WRONG)
    wrote = await ana.says(WORDS)
    number = await erased(story, karim, last_word=False)
    assert await still_refer(story, number) == []
    await ana.edits(wrote, f"{WORDS}, twee keer")
    await sofie.says("/today")
    await sofie.taps(f"1: {story.text(texts.BUTTON_READ, language)}")
    told = story.text(texts.BY_RESIDENT, language, number=1, name="Karim")
    assert sofie.last.text == f"{told}\n\n{WORDS}, twee keer"
    async with story.store.read() as session:
        person = await session.get_one(Person, (await story.person(ana)).id)
        found = await export.everything(Moment(session, story.house, story.clock.now()), person)
    assert [row["words"] for row in found["reports"]] == [f"{WORDS}, twee keer"]
    await sofie.touches(texts.BUTTON_SETTLED)
    story.clock.advance(31 * 24 * 3600)
    await story.app.sweep.once()
    assert await story.rows(select(Report.words)) == [None], "it goes with the words"


@pytest.mark.parametrize("way", ["without a word", "she is erased first", "she is erased after"])
async def test_that_name_stays_where_her_words_do_not(story: Story, way: str) -> None:
    ana, karim, _, sofie = await talking(story)
    await ana.touches(texts.BUTTON_OTHER)
    await ana.touches(texts.BUTTON_WRONG)
    if way == "she is erased first":
        await forgets(ana)
    await erased(story, karim, last_word=False)
    if way == "she is erased after":
        await forgets(ana)
        assert not await story.rows(select(Report)), "it is about nobody who is here"
        return
    await sofie.says("/today")
    which = "1" if way == "without a word" else "Karim"
    await sofie.taps(f"{which}: {story.text(texts.BUTTON_READ, 'nl')}")
    sofie.sees("Karim")
    sofie.sees_not("… =")
    await sofie.touches(texts.BUTTON_SETTLED)


async def test_what_a_volunteer_reported_keeps_no_name_of_whoever_is_erased(story: Story) -> None:
    _, karim, _, _ = await talking(story)
    await karim.says(f"/report {WORDS}")
    await erased(story, karim, last_word=False)
    assert await story.rows(select(Report.words)) == [WORDS]


@pytest.mark.parametrize("asked", ["forget", "safe"])
async def test_a_button_of_a_question_is_no_word_of_her_report(story: Story, asked: str) -> None:
    """'Yes, erase everything' and 'I am safe' went to the coordinators, and did nothing else."""
    ana, _, _, sofie = await talking(story)
    await ana.touches(texts.BUTTON_OTHER)
    await ana.touches(texts.BUTTON_WRONG)
    if asked == "forget":
        await ana.says("/forget")
        await ana.picks("forget/ask/no")
        ana.hears("forget/kept")
    else:
        await ana.says("/human")
        await ana.says("ik wil dood")
        await ana.touches(SAFE)
        ana.reads(GOOD)
    await ana.says(WORDS)
    assert WORDS in sofie.last.text


async def test_words_that_wait_for_a_coordinator_leave_no_more(story: Story) -> None:
    ana, _, _, sofie = await talking(story)
    await ana.touches(texts.BUTTON_OTHER)
    await ana.touches(texts.BUTTON_WRONG)
    ana.writes(WORDS)
    await story.receives()
    while await story.app.workers[0].work_once():
        pass
    await erased(story, ana)
    assert WORDS not in "".join(sofie.screen.ever)


async def test_a_settled_report_goes_with_her(story: Story) -> None:
    ana, _, _, sofie = await talking(story)
    await ana.touches(texts.BUTTON_OTHER)
    await ana.touches(texts.BUTTON_WRONG)
    await sofie.touches(texts.BUTTON_SETTLED)
    await forgets(ana)
    assert story.text(texts.STAYS, "nl", day="…").split("…")[0] not in ana.last.text
    assert not await story.rows(select(Report))


async def test_she_need_not_write_anything(story: Story) -> None:
    ana, _, lies, sofie = await talking(story)
    await ana.touches(texts.BUTTON_OTHER)
    await ana.touches(texts.BUTTON_WRONG)
    await ana.touches(texts.BUTTON_ENOUGH)
    await lies.touches(BUTTON_CLAIM)
    await ana.says("dag Lies")
    assert lies.last.text == "dag Lies"
    assert "dag Lies" not in sofie.last.text


async def test_a_volunteer_reports_and_goes_on_or_never_again(story: Story) -> None:
    ana, karim, lies, sofie = await talking(story)
    ana.turns_the_page()
    await karim.says("/report")
    await karim.touches(texts.BUTTON_TELL)
    await karim.says("ze vroeg mijn adres")
    karim.reads(texts.KEPT)
    sofie.reads(texts.BY_VOLUNTEER, number=1, name="Karim")
    sofie.sees("ze vroeg mijn adres")
    sofie.sees_not("Ana")
    ana.hears_nothing()
    await karim.says("/report")
    await karim.touches(texts.BUTTON_NEVER)
    ana.reads(RELEASED_RESIDENT, name="Karim")
    await lies.touches(BUTTON_CLAIM)
    (apart,) = await story.rows(select(KeptApart))
    assert apart.by == "volunteer"
    await karim.says("/report")
    await karim.touches(texts.BUTTON_TELL)
    await karim.says("het was niet veilig")
    sofie.sees("het was niet veilig")
    assert not await story.rows(select(Access).where(Access.what == "report"))


async def test_what_stands_behind_the_command_is_the_report(story: Story) -> None:
    ana, karim, _, sofie = await talking(story)
    ana.turns_the_page()
    mine = await karim.says(f"/report {WORDS}")
    assert karim.one().text == story.text(texts.KEPT, "nl")
    assert karim.one().labels == [story.text(texts.BUTTON_NEVER, "nl")]
    sofie.sees(WORDS)
    sofie.sees_not("/report")
    await karim.edits(mine, f"/report {WORDS} en een kaart")
    assert sofie.last.text.endswith(f"{WORDS} en een kaart")
    ana.hears_nothing()


async def test_what_stands_behind_it_waits_for_which_talk_it_is(story: Story) -> None:
    ana, karim, _, sofie = await talking(story)
    await karim.says("/close")
    await story.passes(minutes=10)
    bea = await story.resident("Bea", hour=None)
    await story.talk(bea, karim)
    await karim.says(f"/report {WORDS}")
    karim.reads(texts.WHICH)
    question = karim.last
    for _ in range(2):  # his finger slips
        await karim.forges(question.inline[0].data, question)
        karim.reads(texts.KEPT)
    (report,) = await story.rows(select(Report))
    assert (report.handoff_id, report.words) == (1, WORDS)
    for phone in (ana, bea):
        phone.sees_not(WORDS)
    sofie.sees(WORDS)


@pytest.mark.parametrize("how", ["closed", "released", "stopped"])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_volunteer_reports_after_the_talk(story: Story, how: str, language: str) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.talk(ana, karim)
    if how == "stopped":
        await ana.says("stop")
    else:
        await karim.says("/close" if how == "closed" else "/release")
    await story.passes(hours=20)
    ana.turns_the_page()
    await karim.says("/report")
    karim.reads(texts.ASK_VOLUNTEER, hour=shown("hour", "09:00", language))
    await karim.touches(texts.BUTTON_TELL)
    await karim.says(WORDS)
    karim.reads(texts.KEPT)
    assert WORDS in sofie.last.text
    sofie.sees_not("Ana")
    await karim.says("/report")
    await karim.touches(texts.BUTTON_NEVER)
    assert karim.toasts == [story.text(texts.APART_OVER, language)]
    (apart,) = await story.rows(select(KeptApart))
    assert apart.by == "volunteer"
    ana.hears_nothing()


async def test_a_day_later_it_is_over(story: Story) -> None:
    _, karim, _, _ = await talking(story)
    await karim.says("/close")
    await karim.says("/report")
    old = karim.last.inline
    await story.passes(hours=25)
    await karim.says("/report")
    karim.reads(NO_TALK)
    for button in old:
        await karim.forges(button.data)
    assert not await story.rows(select(KeptApart))
    karim.hears_nothing()


async def test_of_two_talks_he_says_which(story: Story) -> None:
    ana, karim, _, sofie = await talking(story)
    await karim.says("/close")
    await story.passes(minutes=10)
    bea = await story.resident("Bea", hour=None)
    await story.talk(bea, karim)
    await karim.says("/report")
    karim.reads(texts.WHICH)
    first, second = (story.text(texts.BUTTON_ABOUT, "nl", hour=h) for h in ("09:00", "09:10"))
    assert karim.one().labels == [f"{first} (1)", f"{second} (2)"]
    assert "Ana" not in karim.one().text
    await karim.taps(f"{first} (1)")
    await karim.touches(texts.BUTTON_TELL)
    await karim.says(WORDS)
    (report,) = await story.rows(select(Report))
    assert (report.handoff_id, report.words) == (1, WORDS)
    await bea.says("bent u daar")
    await karim.says("/report", reply_to=karim.last)
    karim.reads(texts.ASK_VOLUNTEER, hour="09:10")
    for phone in (ana, bea):
        phone.sees_not(WORDS)
    sofie.sees_not("Bea")


async def test_a_talk_that_others_held_is_not_his_to_report(story: Story) -> None:
    _, karim, lies, _ = await talking(story)
    await karim.says("/close")
    await lies.says("/report")
    lies.reads(NO_TALK)
    for wish in ("about", "tell", "never"):
        await lies.forges(f"rep:{wish}:1")
    assert not await story.rows(select(KeptApart))
    assert not [m for m in lies.news if m.inline]


async def test_old_and_foreign_buttons_do_nothing(story: Story) -> None:
    ana, karim, lies, _ = await talking(story)
    bea = await story.resident("Bea", hour=None)
    await ana.touches(texts.BUTTON_OTHER)
    old = [b.data for b in ana.last.inline]
    for phone in (bea, karim, lies):
        for data in (*old, "apart:next:1", "rep:never:1" if phone is lies else "apart:x:1:1"):
            await phone.forges(data)
    await karim.says("/release")
    await lies.touches(BUTTON_CLAIM)
    for data in old:
        await ana.forges(data)
    assert (await story.handoff()).claimed_by == (await story.person(lies)).id
    assert not await story.rows(select(KeptApart))


async def test_an_invitation_tried_again_is_told_once(story: Story) -> None:
    sofie = await story.coordinator()
    token = await story.invites("volunteer", ["nl"], "Karim")
    karim, thief = story.stranger("K"), story.stranger("T")
    await karim.says(f"/start {token}")
    await karim.says(f"/start {token}")
    sofie.hears_nothing()
    for _ in range(3):
        await thief.says(f"/start {token}")
    sofie.one()
    sofie.reads(texts.TOKEN_AGAIN, name="Karim")
    assert (await story.person(thief)).role == "resident"
