"""After a talk: what came of it, the notes, her yes to the one that goes on, and the day after."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import closing, outcomes, writing
from bot.addressee_texts import BUTTON_TO
from bot.handoff_texts import (
    BUTTON_CLAIM,
    BUTTON_HANDOVER,
    BUTTON_YES,
    HANDOVER,
    OWN_NOTE,
    YOURS,
)
from bot.store.tables import Audit, Consent, Handoff, Message
from bot.store.types import Encrypted

from .story import Phone, Story

NOTE = "hoort slecht links, spreek rustig"


async def closed(story: Story, *, outcome: str = "listened") -> tuple[Phone, Phone]:
    karim, ana = await story.volunteer(), await story.resident("Ana")
    await story.talk(ana, karim)
    await karim.says("/close")
    await karim.touches(outcomes.BUTTONS[outcome])
    ana.turns_the_page()
    return ana, karim


async def again(story: Story, ana: Phone, taker: Phone) -> None:
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    taker.turns_the_page()
    await taker.touches(BUTTON_CLAIM)


@pytest.mark.parametrize("outcome", outcomes.BUTTONS)
async def test_one_tap_says_what_came_of_it(story: Story, outcome: str) -> None:
    ana, karim = await closed(story, outcome=outcome)
    assert (await story.handoff()).outcome == outcome
    label = story.text(outcomes.BUTTONS[outcome], "nl")
    assert karim.last.text == story.text(closing.TOLD, "nl", outcome=label)
    assert story.text(closing.BUTTON_NOTE, "nl") in karim.last.labels
    ana.hears_nothing()


async def test_an_outcome_is_told_once_and_by_the_one_who_talked(story: Story) -> None:
    lies = await story.volunteer("Lies")
    ana, karim = await closed(story)
    for phone in (karim, lies, ana):
        for data in ("outcome:met:1", "outcome:maybe:1", "outcome:met:9", "outcome:met"):
            await phone.forges(data)
    assert (await story.handoff()).outcome == "listened"
    (line,) = await story.rows(select(Audit).where(Audit.action == "handoff.outcome"))
    assert line.detail == "listened"


async def test_a_talk_that_went_quiet_can_still_be_told_of(story: Story) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    await story.passes(hours=30)
    assert (await story.handoff()).outcome == outcomes.QUIET
    await karim.touches(outcomes.BUTTONS["called"])
    assert (await story.handoff()).outcome == "called"


async def test_the_own_note_is_read_again_by_that_volunteer_alone(story: Story) -> None:
    ana, karim = await closed(story)
    lies = await story.volunteer("Lies")
    await karim.touches(closing.BUTTON_NOTE)
    await karim.says(NOTE)
    karim.reads(closing.KEPT_NOTE)
    assert (await story.handoff()).note == NOTE
    assert isinstance(Handoff.__table__.c.note.type, Encrypted)
    ana.hears_nothing()
    await again(story, ana, karim)
    karim.reads(YOURS, name="Ana")
    karim.reads(OWN_NOTE, name="Ana", note=NOTE)
    await karim.says("/release")
    await lies.touches(BUTTON_CLAIM)
    for phone in (lies, ana):
        phone.sees_not(NOTE)


@pytest.mark.parametrize("enough", ["stop", "laat Lies maar"])
async def test_a_handover_note_is_passed_on_after_her_yes_to_its_text(
    story: Story, enough: str
) -> None:
    ana, karim = await closed(story)
    lies = await story.volunteer("Lies")
    await karim.touches(BUTTON_HANDOVER)
    await karim.says(NOTE)
    await karim.touches(closing.BUTTON_SHOW_HER)
    assert karim.last.text == story.text(closing.ASKED_HER, "nl")
    ana.reads(closing.OFFER, name="Karim", note=NOTE)
    await ana.touches(closing.BUTTON_PASS_ON)
    assert ana.last.text == story.text(closing.PASSED_ON, "nl")
    (yes,) = await story.rows(select(Consent).where(Consent.purpose == "handover"))
    assert (await story.handoff()).handover_consent == yes.id
    await karim.says("/duty")
    await again(story, ana, lies)
    lies.reads(HANDOVER, name="Ana", note=NOTE)
    await ana.says("/mydata")
    ana.sees("Lies las een notitie")
    await ana.says(enough)
    lies.sees_not(NOTE, "Ana")
    await again(story, ana, lies)
    lies.sees_not(NOTE)


async def test_without_her_yes_nobody_reads_it(story: Story) -> None:
    ana, karim = await closed(story)
    lies = await story.volunteer("Lies")
    await karim.touches(BUTTON_HANDOVER)
    await karim.says("eerste versie")
    await karim.touches(closing.BUTTON_SHOW_HER)
    first = ana.last.inline[0].data
    await karim.forges("note:next:1")
    await karim.says(NOTE)
    await karim.touches(closing.BUTTON_SHOW_HER)
    await ana.forges(first)  # the button of another text
    assert (await story.handoff()).handover_consent is None
    for phone in (karim, lies):
        await phone.forges(first)
        await phone.forges(ana.last.inline[0].data)
    await karim.says("/duty")
    await again(story, ana, lies)
    lies.sees_not(NOTE, "eerste versie")
    await ana.touches(closing.BUTTON_KEEP_BACK)
    ana.sees_not(NOTE)
    assert [h.handover for h in await story.rows(select(Handoff))] == [None, None]


async def test_who_hands_on_leaves_a_word_for_who_has_it_already(story: Story) -> None:
    karim, lies = await story.volunteer("Karim"), await story.volunteer("Lies")
    ana = await story.resident("Ana")
    await story.talk(ana, karim)
    await karim.says("/release")
    await karim.touches(BUTTON_HANDOVER)
    await lies.touches(BUTTON_CLAIM)
    await karim.says(NOTE)
    await karim.touches(closing.BUTTON_SHOW_HER)
    lies.sees_not(NOTE)
    await ana.touches(closing.BUTTON_PASS_ON)
    lies.reads(HANDOVER, name="Ana", note=NOTE)


async def test_what_is_a_note_never_reaches_a_resident(story: Story) -> None:
    ana, karim = await closed(story)
    bea = await story.resident("Bea")
    await story.talk(bea, karim)
    await karim.forges("note:own:1")
    await karim.sends("voice")
    karim.reads(writing.IN_WORDS)
    await karim.says("dit is voor mij alleen")
    karim.reads(closing.KEPT_NOTE)
    bea.hears_nothing()
    await karim.says("en dit voor Bea")
    bea.hears_nothing()
    await karim.taps(story.text(BUTTON_TO, "nl", name="Bea"))
    assert bea.last.text == "Karim: en dit voor Bea"
    await karim.forges("note:own:1")
    await karim.touches(writing.BUTTON_NOT_NOW)
    assert karim.last.text == story.text(writing.LEFT, "nl")
    await karim.says("weer voor Bea")
    assert bea.last.text == "Karim: en dit voor Bea"
    await karim.taps(story.text(BUTTON_TO, "nl", name="Bea"))
    assert bea.last.text == "Karim: weer voor Bea"
    assert (await story.rows(select(Handoff).order_by(Handoff.id)))[0].note is not None
    ana.hears_nothing()


async def test_turning_to_a_talk_leaves_what_was_begun(story: Story) -> None:
    _, karim = await closed(story)
    bea = await story.resident("Bea")
    await story.talk(bea, karim)
    await karim.forges("note:own:1")
    await karim.forges("talk:2")
    karim.reads(writing.PUT_OFF)
    await karim.says("dag Bea")
    assert bea.last.text == "Karim: dag Bea"


async def test_a_note_on_a_talk_of_somebody_else_is_refused(story: Story) -> None:
    lies = await story.volunteer("Lies")
    await closed(story)
    for data in ("note:own:1", "note:next:1", "note:own:7", "note:any:1"):
        await lies.forges(data)
        lies.hears_nothing()


async def test_the_day_after_one_gentle_word_without_a_question(story: Story) -> None:
    ana, _ = await closed(story)
    await story.until_local("10:59", days=1)
    assert not [m for m in ana.news if "Karim" in m.text]
    await story.until_local("11:01")
    ana.reads(outcomes.DAY_AFTER, name="Karim")
    assert "?" not in ana.last.text
    ana.turns_the_page()
    await story.passes(days=3)
    assert not [m for m in ana.news if "Karim" in m.text]


@pytest.mark.parametrize("why", ["stopped", "talks again", "no consent", "danger"])
async def test_no_word_the_day_after_where_it_would_not_fit(story: Story, why: str) -> None:
    karim = await story.volunteer()
    ana = await story.resident("Ana", hour=None, consented=why != "no consent")
    await story.talk(ana, karim)
    if why == "danger":
        await ana.says("ik wil dood")
    await karim.says("/close")
    if why == "stopped":
        await ana.says("/stop")
    elif why == "talks again":
        await story.until_local("10:00", days=1)
        await again(story, ana, karim)
    ana.turns_the_page()
    await story.until_local("11:30", days=0 if why == "talks again" else 1)
    assert not [m for m in ana.news if story.text(outcomes.BUTTON_OTHER, "nl") in m.labels]
    assert all(m.payload is None for m in await story.rows(select(Message)))
