"""What was written before a question reached the phone is never taken as its answer."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import closing, outcomes, writing
from bot.handoff_texts import (
    BUTTON_YES,
    CROSSED,
    CROSSED_DANGER,
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
    ana = await story.resident("Ana", hour="09:00")
    await crosses(story, ana, "/hour", "14 uur", late)
    assert [row.hour for row in await story.rows(select(Resident))] == ["09:00"]
    await ana.says("/hour")
    await ana.says("14 uur")
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
    assert (await story.handoff()).crisis is (mark is not None)
