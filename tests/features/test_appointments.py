"""An appointment: proposed by a volunteer, agreed by her, and nobody waits for nothing."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import appointment_texts as texts
from bot import outcomes, writing
from bot.handoff_texts import BUTTON_CLAIM, BUTTON_STOP, BUTTON_YES, WITHDRAWN
from bot.store.bridge import Appointment
from bot.store.tables import Consent, Timer

from .story import Phone, Story

WHEN = "donderdag om 14u aan de balie"
READ = "donderdag 8 oktober om 14:00: aan de balie"


async def talking(story: Story, hour: str | None = None) -> tuple[Phone, Phone]:
    karim, ana = await story.volunteer(), await story.resident("Ana", hour=hour)
    await story.talk(ana, karim)
    return ana, karim


async def agreed(story: Story) -> tuple[Phone, Phone]:
    ana, karim = await talking(story)
    await karim.says(f"/meet {WHEN}")
    await karim.touches(texts.BUTTON_PROPOSE)
    await ana.touches(texts.BUTTON_YES)
    return ana, karim


async def appointment(story: Story) -> Appointment:
    found: Appointment = (await story.rows(select(Appointment).order_by(Appointment.id)))[-1]
    return found


async def test_proposed_read_and_agreed(story: Story) -> None:
    ana, karim = await talking(story)
    await karim.says("/meet")
    karim.reads(texts.ASK)
    await karim.says("ergens in de week")
    karim.reads(texts.UNREAD)
    await karim.says(WHEN)
    karim.reads(texts.READ, meeting=READ)
    ana.hears_nothing()
    await karim.touches(texts.BUTTON_PROPOSE)
    assert READ in karim.last.text
    ana.reads(texts.OFFER, name="Karim", meeting=READ)
    offered = ana.last
    await ana.touches(texts.BUTTON_YES)
    assert story.text(texts.AGREED, "nl", name="Karim", meeting=READ) == offered.text
    karim.reads(texts.AGREED, name="Ana", meeting=READ)
    assert karim.last.protect
    row = await appointment(story)
    (yes,) = await story.rows(select(Consent).where(Consent.purpose == "meeting"))
    assert (row.state, row.consent_id) == ("agreed", yes.id)
    await ana.forges(f"meet:yes:{row.id}")
    assert len(await story.rows(select(Consent).where(Consent.purpose == "meeting"))) == 1
    await ana.says("/mydata")
    ana.sees(f"Karim: {READ}")


async def test_both_are_reminded_and_he_says_whether_they_met(story: Story) -> None:
    ana, karim = await agreed(story)
    await karim.says("/close")
    await karim.touches(outcomes.BUTTONS["will_meet"])
    for phone in (ana, karim):
        phone.turns_the_page()
    await story.until_local("14:01", days=2)
    for phone, other in ((ana, "Karim"), (karim, "Ana")):
        told = story.text(texts.REMINDER, "nl", name=other, meeting=READ)
        assert [m.text for m in phone.news].count(told) == 1, phone
        phone.turns_the_page()
    await story.until_local("12:01")
    ana.reads(texts.REMINDER, name="Karim", meeting=READ)
    karim.reads(texts.REMINDER, name="Ana", meeting=READ)
    await story.until_local("16:01")
    karim.reads(texts.DID_YOU, meeting=READ)
    await karim.touches(texts.BUTTON_MET)
    assert (await appointment(story)).state == "met"
    assert (await story.handoff()).outcome == "met"
    ana.turns_the_page()
    await story.passes(days=2)
    ana.hears_nothing()


async def test_a_no_costs_nothing_and_names_nobody(story: Story) -> None:
    ana, karim = await talking(story)
    await karim.says(f"/meet {WHEN}")
    await karim.touches(texts.BUTTON_PROPOSE)
    karim.turns_the_page()
    await ana.touches(texts.BUTTON_NO)
    assert ana.last.text == story.text(texts.REFUSED, "nl", name="Karim")
    assert karim.one().text == story.text(texts.REFUSED_VOLUNTEER, "nl", meeting=READ)
    await story.until_local("14:00", days=3)
    assert not [m for m in ana.news + karim.news if READ in m.text and "past niet" not in m.text]


@pytest.mark.parametrize("who", ["ana", "karim"])
async def test_who_cannot_come_says_so_and_nobody_waits(story: Story, who: str) -> None:
    ana, karim = await agreed(story)
    one, other = (ana, karim) if who == "ana" else (karim, ana)
    other.turns_the_page()
    await one.touches(texts.BUTTON_OFF)
    assert other.one().text == story.text(texts.OFF_OTHER, "nl", meeting=READ)
    assert READ in one.last.text
    assert (await appointment(story)).state == "cancelled"
    other.turns_the_page()
    await other.touches(texts.BUTTON_OFF)
    assert texts.OVER.source
    assert story.text(texts.OVER, "nl") in [m.text for m in other.screen.messages]
    ana.turns_the_page()
    await story.until_local("14:00", days=3)
    assert not [m for m in ana.news if READ in m.text]


@pytest.mark.parametrize("how", ["stop", "forget", "/stop after the talk"])
async def test_her_yes_taken_back_takes_the_appointment_with_it(story: Story, how: str) -> None:
    ana, karim = await agreed(story)
    if how == "stop":
        await ana.touches(BUTTON_STOP)
        ana.reads(WITHDRAWN, name="Karim")
        ana.reads(texts.OFF_BOTH, name="Karim", meeting=READ)
        karim.sees_not("Ana")
    elif how == "forget":
        await ana.says("/forget")
        await ana.picks("forget/ask/yes")
        assert not await story.rows(select(Appointment))
    else:
        await karim.says("/close")
        await ana.says("/stop")
    stopped = how.startswith("/stop")
    told = story.text(texts.OFF_OTHER, "nl", meeting=READ)
    assert (told in [m.text for m in karim.screen.messages]) != stopped
    karim.turns_the_page()
    ana.turns_the_page()
    await story.until_local("13:00", days=3)
    ana.hears_nothing()
    assert bool([m for m in karim.news if READ in m.text]) == stopped, "he still goes there"


async def test_buttons_are_for_the_two_alone(story: Story) -> None:
    lies, bea = await story.volunteer("Lies"), await story.resident("Bea", hour=None)
    ana, karim = await talking(story)
    await karim.says(f"/meet {WHEN}")
    for phone in (lies, bea, ana):
        await phone.forges("meet:ask:1")
    assert (await appointment(story)).state == "draft"
    await karim.forges("meet:yes:1")
    await karim.touches(texts.BUTTON_PROPOSE)
    for phone in (lies, bea, karim):
        for wish in ("yes", "no", "met", "missed", "again", "x"):
            await phone.forges(f"meet:{wish}:1")
    for data in ("meet:yes:", "meet:yes:9", "meet:yes:x", "meet", "meet:plan:1"):
        await ana.forges(data)
    assert (await appointment(story)).state == "proposed"


async def test_after_the_talk_for_a_day_and_a_newer_proposal_replaces(story: Story) -> None:
    ana, karim = await talking(story, hour=None)
    await karim.says(f"/meet {WHEN}")
    await karim.touches(texts.BUTTON_PROPOSE)
    await karim.says("/close")
    await karim.touches(outcomes.BUTTONS["will_meet"])
    await karim.taps("Een afspraak maken")
    await karim.says("vrijdag 10u in De Brug")
    await karim.touches(texts.BUTTON_PROPOSE)
    await ana.forges("meet:yes:1")
    assert [a.state for a in await story.rows(select(Appointment).order_by(Appointment.id))] == [
        "cancelled",
        "proposed",
    ]
    await story.passes(days=2)
    await karim.forges("meet:plan:1")
    karim.hears_nothing()


async def test_an_hour_that_went_by_is_agreed_to_no_more(story: Story) -> None:
    ana, karim = await talking(story)
    await karim.says("/meet vandaag om 11u aan de balie")
    await karim.touches(texts.BUTTON_PROPOSE)
    await story.passes(hours=3)
    await ana.touches(texts.BUTTON_YES)
    assert (await appointment(story)).state == "proposed"
    assert ana.last.text == story.text(texts.OVER, "nl")
    assert not await story.rows(select(Timer).where(Timer.kind == "meeting"))


async def test_two_talks_and_an_appointment_for_the_right_one(story: Story) -> None:
    ana, karim = await talking(story)
    bea = await story.resident("Bea", hour=None)
    await bea.says("/human")
    await bea.touches(BUTTON_YES)
    await karim.touches(BUTTON_CLAIM)
    await karim.says("dag Bea", reply_to=karim.last)
    await karim.says("/meet")
    await karim.forges("talk:1")
    karim.reads(writing.PUT_OFF)
    await karim.says(WHEN)
    assert ana.last.text == f"Karim: {WHEN}", "words for Ana, after turning to her"
    await karim.says(f"/meet {WHEN}")
    await karim.touches(texts.BUTTON_PROPOSE)
    ana.reads(texts.OFFER, name="Karim", meeting=READ)
    assert READ not in bea.last.text


async def proposed(story: Story, language: str) -> tuple[Phone, Phone]:
    karim = await story.volunteer("Karim", "nl", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.talk(ana, karim)
    await karim.says(f"/meet {WHEN}")
    await karim.touches(texts.BUTTON_PROPOSE)
    ana.turns_the_page()
    karim.turns_the_page()
    return ana, karim


@pytest.mark.parametrize("over", [True, False])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_the_words_of_the_button_typed_are_the_tap(
    story: Story, language: str, over: bool
) -> None:
    ana, karim = await proposed(story, language)
    if over:
        await karim.says("/close")
    await ana.says(story.text(texts.BUTTON_YES, language).lower().replace(",", ""))
    assert (await appointment(story)).state == "agreed"
    ana.reads(texts.AGREED, name="Karim")
    karim.reads(texts.AGREED, name="Ana", meeting=READ)
    assert len(await story.rows(select(Consent).where(Consent.purpose == "meeting"))) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "of nee wacht… donderdag is goed"),
        ("fr", "oui jeudi ça me va"),
        ("en", "yes that is fine"),
    ],
)
async def test_a_yes_in_other_words_settles_nothing_and_both_read_so(
    story: Story, language: str, words: str
) -> None:
    ana, karim = await proposed(story, language)
    await ana.says(words)
    assert (await appointment(story)).state == "proposed"
    karim.sees(words)
    karim.reads(texts.NOT_TAPPED, meeting=READ)
    yes, no = (story.text(label, language) for label in (texts.BUTTON_YES, texts.BUTTON_NO))
    assert f"{yes}" in ana.one().text
    assert ana.one().labels == [yes, no]
    await ana.says(words)
    ana.hears_nothing()
    await ana.touches(texts.BUTTON_YES)
    assert (await appointment(story)).state == "agreed"
