"""What was written before a question reached the phone is never taken as its answer."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import closing, outcomes, writing
from bot.handoff_texts import (
    BUTTON_YES,
    CROSSED,
    CROSSED_DANGER,
    TOO_LATE,
    UNSEEN_ASKED_MARK,
    UNSEEN_MARK,
)
from bot.i18n import Text
from bot.store.tables import Concern, Handoff, Resident

from .story import Phone, Story

WISH = "ik wil eens met iemand praten"


async def crosses(story: Story, phone: Phone, asks: str, answer: str, late: bool) -> None:
    """`phone` writes what makes the bot ask, and answers before the question has left. `late`: the
    answer is read after the question arrived, else before."""
    phone.writes(asks)
    await decides(story)
    phone.writes(answer)
    if late:
        while await story.app.sender.send_some():
            pass
    await story.settles()


async def decides(story: Story) -> None:
    """Every turn is taken, and nothing is sent."""
    await story.receives()
    while await story.app.workers[0].work_once():
        pass


@pytest.mark.parametrize("late", [True, False])
async def test_an_hour(story: Story, late: bool) -> None:
    """A bare number, which is an hour only where one is asked for ('14 uur' is a wish anywhere)."""
    ana = await story.resident("Ana", hour="09:00")
    await crosses(story, ana, "/hour", "14", late)
    assert [row.hour for row in await story.rows(select(Resident))] == ["09:00"]
    await ana.says("/hour")
    await ana.says("14")
    assert [row.hour for row in await story.rows(select(Resident))] == ["14:00"]


@pytest.mark.parametrize("late", [True, False])
@pytest.mark.parametrize("word", ["nee", "ja"])
async def test_a_word_to_the_offer(story: Story, late: bool, word: str) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana")
    story.mind.learns(WISH, "request_human", sure=0.9)
    await crosses(story, ana, WISH, word, late)
    assert (await story.handoff()).state == "offered"
    karim.hears_nothing()
    await ana.says("nee")
    assert (await story.handoff()).state == "declined"


@pytest.mark.parametrize("late", [True, False])
async def test_whether_she_is_safe(story: Story, late: bool) -> None:
    ana = await story.resident("Ana")
    await crosses(story, ana, "ik wil dood", "ja", late)
    assert [row.answer for row in await story.rows(select(Concern))] == [None]
    await ana.says("ja")  # something else was said since: it might be a yes to that
    assert [row.answer for row in await story.rows(select(Concern))] == [None]
    await ana.says("ja")
    assert [row.answer for row in await story.rows(select(Concern))] == ["safe"]


@pytest.mark.parametrize("late", [True, False])
async def test_a_note_of_a_volunteer_and_a_word_for_a_resident_cross(
    story: Story, late: bool
) -> None:
    karim, ana, bea = (
        await story.volunteer(),
        await story.resident("Ana"),
        await story.resident("Bea"),
    )
    await story.talk(bea, karim)
    await story.talk(ana, karim)
    await karim.says("/close")
    await karim.touches(outcomes.BUTTONS["listened"])
    bea.turns_the_page()
    story.wire.tap(karim.id, karim.last.message_id, "note:own:2")
    await decides(story)
    karim.writes("voor wie was dit")
    if late:
        while await story.app.sender.send_some():
            pass
    await story.settles()
    karim.reads(writing.CROSSED)
    bea.hears_nothing()
    notes = select(Handoff).order_by(Handoff.id.desc())
    assert (await story.rows(notes))[0].note is None
    await karim.says("ze houdt van tuinen")
    karim.reads(closing.KEPT_NOTE)
    assert (await story.rows(notes))[0].note == "ze houdt van tuinen"
    bea.hears_nothing()


@pytest.mark.parametrize("late", [True, False])
@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("dit was voor de machine", None),
        ("ik wil dood", UNSEEN_MARK),
        ("alles is grijs", UNSEEN_ASKED_MARK),
    ],
)
async def test_what_she_wrote_before_she_knew_who_reads_along(
    story: Story, late: bool, words: str, mark: Text | None
) -> None:
    """Her words stay back. That they worried the machine does not, and she reads so."""
    karim, ana = await story.volunteer(), await story.resident("Ana")
    story.mind.learns("alles is grijs", "crisis_suicide", level="ask")
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    story.wire.tap(karim.id, karim.last.message_id, karim.last.inline[0].data)
    await decides(story)
    ana.writes(words)
    if late:
        while await story.app.sender.send_some():
            pass
    await story.settles()
    karim.sees_not(words)
    ana.reads(CROSSED if mark is None else CROSSED_DANGER, name="Karim")
    if mark is not None:
        karim.reads(mark, name="Ana")
    else:
        karim.sees_not("⚠")
    await ana.says("en dit voor Karim")
    karim.sees("en dit voor Karim")
    assert (await story.handoff()).crisis is (mark is UNSEEN_MARK), "a doubt is no danger"


@pytest.mark.parametrize("late", [True, False])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("kind", ["text", "sent on", "photo"])
async def test_what_she_wrote_while_he_closed_the_talk(
    story: Story, late: bool, language: str, kind: str
) -> None:
    """It reaches nobody, and she reads so; the machine does not answer what was for a person."""
    karim, ana = await story.volunteer("Karim", language), await story.resident("Ana", language)
    await story.talk(ana, karim)
    karim.writes("/close")
    await decides(story)
    ana.turns_the_page()
    if kind == "text":
        story.mind.learns("ik wou nog dank u zeggen", "thanks", sure=0.9)
        mine = ana.writes("ik wou nog dank u zeggen")
    elif kind == "photo":
        mine = ana._sends("photo", "onze tuin")
    else:
        mine = ana._sends("text", "een gedicht", forwarded=True)
    if late:
        while await story.app.sender.send_some():
            pass
    await story.settles()
    karim.sees_not("nog dank u", "onze tuin", "een gedicht")
    ana.reads(TOO_LATE, name="Karim")
    about = next(m for m in ana.news if m.text == story.text(TOO_LATE, language, name="Karim"))
    assert about.reply_to == mine.message_id
    assert len(ana.news) == (3 if kind == "photo" else 2)
    ana.turns_the_page()
    await ana.says("dag machine")
    assert story.text(TOO_LATE, language, name="Karim") not in [m.text for m in ana.news]
    assert ana.news


async def test_danger_while_he_closed_the_talk_is_answered_as_ever(story: Story) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana")
    await story.talk(ana, karim)
    karim.writes("/close")
    await decides(story)
    ana.writes("ik wil dood")
    await story.settles()
    ana.sees("1813")
    karim.sees_not("ik wil dood", "⚠")
    assert story.text(TOO_LATE, "nl", name="Karim") not in [m.text for m in ana.news]


async def test_what_was_on_its_way_when_he_closed_the_talk(story: Story) -> None:
    """Her yes ends with the talk: what had not left yet stays back, and she reads so."""
    karim, ana = await story.volunteer(), await story.resident("Ana")
    await story.talk(ana, karim)
    mine = ana.writes("dit is nog onderweg")
    await decides(story)
    karim.writes("/close")
    await decides(story)
    ana.turns_the_page()
    await story.settles()
    karim.sees_not("nog onderweg")
    said = [m for m in ana.news if m.text == story.text(TOO_LATE, "nl", name="Karim")]
    assert [m.reply_to for m in said] == [mine.message_id]


async def test_who_stopped_sharing_hears_no_more_of_a_talk(story: Story) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana")
    await story.talk(ana, karim)
    ana.writes("dit is nog onderweg")
    await decides(story)
    ana.writes("stop delen")
    karim.writes("/close")
    await story.settles()
    karim.sees_not("nog onderweg")
    assert story.text(TOO_LATE, "nl", name="Karim") not in [m.text for m in ana.news]
