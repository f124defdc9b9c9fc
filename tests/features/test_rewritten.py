"""A message that was for a note, a report, or another answer, and is changed afterwards: what is
stored changes where it still can, and where not, whoever changed it reads so. No resident gets a
word of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot import closing, coordinators, mended, notes, outcomes, rewritten
from bot import overview_texts as overview
from bot import report_texts as texts
from bot.handoff_texts import BUTTON_CLAIM, BUTTON_HANDOVER, BUTTON_STOP
from bot.house import Moment
from bot.i18n import Text
from bot.retention import clear
from bot.store.bridge import Report
from bot.store.tables import Audit, Fact, Handoff, Person, Volunteer
from bot.what_happened import LONGEST

from .story import Phone, Story
from .test_reports import forgets
from .wire import Shown

FIRST, NOW = "hij vroeg geld", "hij vroeg geen geld"


async def talking(story: Story, language: str = "nl") -> tuple[Phone, Phone, Phone]:
    """Sofie coordinates; Karim has talked with Ana, and has closed it."""
    sofie, karim = await story.coordinator(), await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.talk(ana, karim)
    await karim.says("/close")
    await karim.touches(outcomes.BUTTONS["listened"])
    ana.turns_the_page()
    return ana, karim, sofie


async def noted(karim: Phone) -> Shown:
    await karim.touches(closing.BUTTON_NOTE)
    return await karim.says(FIRST)


async def reported(karim: Phone) -> Shown:
    await karim.says("/report")
    await karim.touches(texts.BUTTON_TELL)
    return await karim.says(FIRST)


# --- notes -------------------------------------------------------------------------------------
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_note_says_what_was_changed(story: Story, language: str) -> None:
    ana, karim, sofie = await talking(story, language)
    mine = await noted(karim)
    await karim.edits(mine, NOW)
    karim.reads(rewritten.NOTE)
    assert karim.one().reply_to == mine.message_id
    assert await story.rows(select(Handoff.note)) == [NOW]
    await sofie.says("/notes")
    await sofie.taps(next(label for label in sofie.last.labels if label.startswith("1: Karim")))
    assert sofie.last.text.endswith(f"\n\n{NOW}")
    ana.hears_nothing()
    (fact,) = await story.rows(select(Fact.value).where(Fact.key == "_written"))
    at = int(story.clock.now().timestamp())
    assert fact == f"note:1:{mine.message_id}:{at}", "numbers, and nothing of what it said"
    await story.passes(days=2, hours=1)
    await karim.says("/hours")
    mine = await karim.says("17:00-19:00")
    (fact,) = await story.rows(select(Fact.value).where(Fact.key == "_written"))
    assert [one.partition(":")[0] for one in fact.split()] == ["hours"], "the older one is gone"


@pytest.mark.parametrize("gone", ["newer", "erased"])
async def test_a_note_that_is_gone_does_not_come_back(story: Story, gone: str) -> None:
    _, karim, _ = await talking(story)
    mine = await noted(karim)
    if gone == "newer":
        await karim.touches(closing.BUTTON_NOTE)
        await karim.says("een andere")
    else:
        late = story.clock.now() + story.house.policy.text_lasts + timedelta(days=1)
        await clear(story.store, story.house, late)
    before = await story.rows(select(Handoff.note))
    assert before == (["een andere"] if gone == "newer" else [None])
    await karim.edits(mine, NOW)
    karim.reads(rewritten.NO_NOTE)
    assert await story.rows(select(Handoff.note)) == before


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_what_she_was_shown_stays_as_it_was_shown(story: Story, language: str) -> None:
    ana, karim, _ = await talking(story, language)
    await karim.touches(BUTTON_HANDOVER)
    mine = await karim.says(FIRST)
    await karim.touches(closing.BUTTON_SHOW_HER)
    ana.reads(closing.OFFER, name="Karim", note=FIRST)
    ana.turns_the_page()
    await karim.edits(mine, NOW)
    karim.reads(rewritten.HANDOVER)
    ana.hears_nothing()
    await ana.touches(closing.BUTTON_PASS_ON)
    assert await story.rows(select(Handoff.handover)) == [FIRST]
    assert NOW not in "".join(ana.screen.ever)


@pytest.mark.parametrize("gone", ["refused", "newer", "of another", "erased"])
async def test_a_note_that_she_does_not_have_is_not_said_to_be_with_her(
    story: Story, gone: str
) -> None:
    ana, karim, _ = await talking(story)
    await karim.touches(BUTTON_HANDOVER)
    mine = await karim.says(FIRST)
    await karim.touches(closing.BUTTON_SHOW_HER)
    if gone == "refused":
        await ana.touches(closing.BUTTON_KEEP_BACK)
    elif gone == "erased":
        await forgets(ana)
    elif gone == "newer":
        await karim.touches(BUTTON_HANDOVER)
        await karim.says("een andere")
        await karim.touches(closing.BUTTON_SHOW_HER)
    else:
        lies = (await story.person(await story.volunteer("Lies"))).id
        async with story.store.write() as session:
            moment = Moment(session, story.house, story.clock.now())
            talk = await session.get_one(Handoff, 1)
            await notes.draft(moment, await session.get_one(Person, lies), talk, "van Lies")
    await karim.edits(mine, NOW)
    karim.reads(rewritten.NO_NOTE)
    assert NOW not in "".join(ana.screen.ever)


# --- reports -----------------------------------------------------------------------------------
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_volunteers_report_says_what_was_changed(story: Story, language: str) -> None:
    ana, karim, sofie = await talking(story, language)
    mine = await reported(karim)
    sofie.turns_the_page()
    await karim.edits(mine, NOW)
    karim.reads(rewritten.REPORT)
    sofie.reads(texts.WORDS_CHANGED, number=1, words=NOW)
    sofie.sees_not("Ana")
    assert await story.rows(select(Report.words)) == [NOW]
    (line,) = await story.rows(select(Audit).where(Audit.action == "report.changed"))
    assert (line.handoff_id, line.detail) == (1, None)
    ana.hears_nothing()


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_report_that_is_emptied_stays(story: Story, language: str) -> None:
    ana, karim, sofie = await talking(story, language)
    mine = await karim.says(f"/report {FIRST}")
    sofie.turns_the_page()
    await karim.edits(mine, "/report")
    karim.reads(rewritten.EMPTY)
    assert await story.rows(select(Report.words)) == [FIRST]
    for phone in (ana, sofie):
        phone.hears_nothing()


async def test_an_earlier_report_that_is_open_is_mended_and_no_other(story: Story) -> None:
    _, karim, sofie = await talking(story)
    mine = await reported(karim)
    await reported(karim)
    sofie.turns_the_page()
    await karim.edits(mine, NOW)
    karim.reads(rewritten.REPORT)
    assert await story.rows(select(Report.words).order_by(Report.id)) == [NOW, FIRST]


@pytest.mark.parametrize("over", ["settled", "erased", "left"])
async def test_a_report_that_is_over_is_not_changed(story: Story, over: str) -> None:
    ana, karim, sofie = await talking(story)
    mine = await reported(karim)
    if over == "settled":
        await sofie.touches(texts.BUTTON_SETTLED)
    elif over == "erased":
        await forgets(ana)
    else:
        async with story.store.write() as session:
            (await session.merge(await story.person(karim))).left_at = story.clock.now()
    before = await story.rows(select(Report.words))
    for phone in (ana, karim, sofie):
        phone.turns_the_page()
    await karim.edits(mine, NOW)
    if over == "left":
        karim.reads(rewritten.LEFT)
    else:
        karim.reads(rewritten.AGAIN, command="/report")
    assert await story.rows(select(Report.words)) == before
    for phone in (ana, sofie):
        phone.hears_nothing()


async def wrong(story: Story) -> tuple[Phone, Phone, Phone, Phone]:
    """Ana says that something with Karim was not right. Lies has the talk by now."""
    sofie, karim = await story.coordinator(), await story.volunteer("Karim")
    ana, lies = await story.resident("Ana", hour=None), await story.volunteer("Lies")
    await story.talk(ana, karim)
    await ana.touches(texts.BUTTON_OTHER)
    await ana.touches(texts.BUTTON_WRONG)
    await lies.touches(BUTTON_CLAIM)
    await lies.says("dag Ana")
    return ana, karim, lies, sofie


async def test_her_report_is_changed_for_coordinators_alone(story: Story) -> None:
    ana, karim, lies, sofie = await wrong(story)
    mine = await ana.says(FIRST)
    for phone in (karim, lies, sofie):
        phone.turns_the_page()
    await ana.edits(mine, NOW)
    ana.reads(rewritten.HER_REPORT)
    sofie.reads(texts.WORDS_CHANGED, number=1, words=NOW)
    assert await story.rows(select(Report.words)) == [NOW]
    for phone in (karim, lies):
        phone.hears_nothing()
    await sofie.touches(texts.BUTTON_SETTLED)
    await ana.edits(mine, FIRST)
    ana.reads(rewritten.HER_REPORT_LATE)
    assert await story.rows(select(Report.words)) == [NOW]


async def test_a_part_of_her_report_stands_below_the_whole(story: Story) -> None:
    ana, _, _, sofie = await wrong(story)
    mine = ana.writes(FIRST)
    ana.writes("en hij riep")
    await story.settles()
    await ana.edits(mine, NOW)
    sofie.reads(texts.WORDS_CHANGED, number=1, words=f"{FIRST}\nen hij riep\n{NOW}")


async def test_a_changed_part_of_a_long_report_is_there(story: Story) -> None:
    ana, _, _, _ = await wrong(story)
    mine = ana.writes("a" * 1500)
    ana.writes("b" * 499)
    await story.settles()
    await ana.edits(mine, NOW)
    (words,) = await story.rows(select(Report.words))
    assert words[:3] + words[-len(NOW) - 2 :] == f"aaa…\n{NOW}"
    assert len(words) <= LONGEST
    await ana.edits(mine, "c" * 3000)
    (words,) = await story.rows(select(Report.words))
    assert words == "c" * (LONGEST - 1) + "…"


async def test_a_report_that_becomes_a_cry_is_answered_and_reaches_the_coordinators(
    story: Story,
) -> None:
    ana, karim, _, sofie = await wrong(story)
    mine = await ana.says(FIRST)
    sofie.turns_the_page()
    cry = "hij sloeg mij, ik wil dood"
    await ana.edits(mine, cry)
    safety, word = ana.news[-2:]
    assert "1813" in safety.text, "her answer comes first"
    assert word.text == story.text(rewritten.HER_REPORT, "nl")
    assert await story.rows(select(Report.words)) == [cry]
    sofie.reads(texts.WORDS_CHANGED, number=1, words=cry)
    assert cry not in "".join(karim.screen.ever)


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("word", ["stop", BUTTON_STOP])
async def test_a_report_that_becomes_a_stop_is_one(
    story: Story, there: bool, word: str | Text
) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer("Karim")
    ana = await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    lies = await story.volunteer("Lies") if there else None
    await ana.touches(texts.BUTTON_OTHER)
    await ana.touches(texts.BUTTON_WRONG)
    if lies is not None:
        await lies.touches(BUTTON_CLAIM)
    mine = await ana.says(FIRST)
    sofie.turns_the_page()
    before = (await story.handoff()).state
    stop = word if isinstance(word, str) else story.text(word, "nl")
    await ana.edits(mine, stop)
    assert await story.rows(select(Report.words)) == [FIRST]
    sofie.sees_not(stop)
    assert before in ("claimed", "open", "escalated")
    assert (await story.handoff()).state == "withdrawn", [m.text for m in ana.news]


# --- other answers of a volunteer ----------------------------------------------------------------
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_hours_are_read_once_and_he_reads_what_to_do(story: Story, language: str) -> None:
    karim = await story.volunteer("Karim", language)
    await karim.says("/hours")
    mine = await karim.says("17:00-19:00")
    before = await story.rows(select(Volunteer.hours))
    assert before != [None]
    await karim.edits(mine, "18:00-19:00")
    karim.reads(rewritten.AGAIN, command="/hours")
    assert await story.rows(select(Volunteer.hours)) == before


# --- a coordinator -------------------------------------------------------------------------------
@pytest.mark.parametrize("how", ["command", "words"])
async def test_a_word_to_all_is_shown_anew_until_it_has_left(story: Story, how: str) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer("Karim")
    before = "/broadcast " if how == "command" else ""
    if how == "words":
        await sofie.says("/broadcast")
    mine = await sofie.says(f"{before}Koffie om vier uur")
    old = sofie.last.inline[0].data
    await sofie.edits(mine, f"{before}Koffie om vijf uur")
    sofie.reads(overview.CAST_SURE, count=1, words="Koffie om vijf uur")
    await sofie.forges(old)
    karim.hears_nothing()
    await sofie.touches(overview.BUTTON_SEND)
    assert "Koffie om vijf uur" in karim.one().text
    karim.turns_the_page()
    await sofie.edits(mine, f"{before}Koffie om zes uur")
    sofie.reads(overview.CAST_LEFT)
    karim.hears_nothing()


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_coordinator_reads_that_nobody_reads_other_words(
    story: Story, language: str
) -> None:
    sofie = await story.coordinator("Sofie", language)
    mine = await sofie.says("bel Karim eens op")
    sofie.turns_the_page()
    await sofie.edits(mine, "bel Lies eens op")
    sofie.reads(coordinators.NO_READER)
    await sofie.edits(mine, "bel Jean eens op")
    sofie.hears_nothing()
    mine = await sofie.says("/vandaag")
    await sofie.edits(mine, "/today")
    sofie.reads(overview.NO_THING)


async def test_what_was_asked_for_is_set_aside_by_a_change_of_the_command(story: Story) -> None:
    sofie, _ = await story.coordinator(), await story.volunteer("Karim")
    mine = await sofie.says("/broadcast")
    sofie.reads(overview.CAST_HOW)
    await sofie.edits(mine, "/broadcast Koffie om vier uur")
    sofie.reads(overview.CAST_SURE, count=1, words="Koffie om vier uur")
    await sofie.says("bel Karim eens op")
    sofie.reads(overview.CAST_STANDS, words="Koffie om vier uur")


async def test_a_word_to_all_that_is_taken_out_of_its_message_cannot_be_sent(story: Story) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer("Karim")
    mine = await sofie.says("/broadcast Koffie om vier uur")
    old = sofie.last
    karim.turns_the_page()
    await sofie.edits(mine, "/broadcast")
    sofie.reads(overview.CAST_HOW)
    await sofie.forges(old.inline[0].data, old)
    assert sofie.toasts == [story.text(overview.GONE_ON, "nl")]
    karim.hears_nothing()
    await sofie.edits(mine, "/broadcast Koffie om vijf uur")
    sofie.reads(overview.CAST_SURE, count=1, words="Koffie om vijf uur")
    await sofie.says("/duty")  # no command of hers
    await karim.says("/duty")
    await sofie.edits(mine, "/broadcast Koffie om zes uur")
    sofie.reads(overview.CAST_NOBODY)
    await karim.says("/duty")
    karim.turns_the_page()
    await sofie.touches(overview.BUTTON_SEND)
    karim.hears_nothing()


# --- a caption ---------------------------------------------------------------------------------
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_caption_that_is_understood_only_now_is_to_be_written(
    story: Story, language: str
) -> None:
    ana = await story.resident("Ana", language, hour=None)
    story.mind.learns("xyz", "request_human")
    mine = await ana.sends("photo", "")
    await ana.edits(mine, "qqq")
    ana.hears_nothing()
    await ana.edits(mine, "xyz")
    ana.reads(mended.READ_ONCE)
    assert not await story.rows(select(Handoff.id))


@pytest.mark.parametrize("kind", ["photo", "document", "voice"])
async def test_a_mended_letter_in_a_caption_brings_no_word(story: Story, kind: str) -> None:
    ana = await story.resident("Ana", hour=None)
    for words in ("xyz", "xyzz"):
        story.mind.learns(words, "request_human")
    story.mind.learns("zyx", "thank")
    mine = await ana.sends(kind, "xyz")
    ana.turns_the_page()
    await ana.edits(mine, "xyzz")
    ana.hears_nothing()
    await ana.edits(mine, "zyx")
    ana.reads(mended.READ_ONCE)
