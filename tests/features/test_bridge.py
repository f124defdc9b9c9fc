"""Duty, leases and looking back: that nobody waits without knowing what for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot import debriefs, heavy, overview_texts
from bot.handoff_texts import (
    ALERT,
    ALERT_PLACE,
    ASKED_FIRST,
    BUTTON_CLAIM,
    BUTTON_DECLINE,
    BUTTON_ELSE,
    BUTTON_LESS,
    BUTTON_RELEASE,
    BUTTON_WAIT,
    BUTTON_YES,
    CLAIMED,
    CLOSED_QUIET,
    MAY_STRIKE,
    MEANWHILE,
    NO_ANSWER,
    OFFER_OVER,
    OPENED,
    OPENED_WHEN,
    RELEASED_NOBODY,
    RELEASED_RESIDENT,
    REPLY_NUDGE,
    STRUCK_ALL,
    THEY_SEE_PLACE,
    WAITS_ON,
    YOURS,
)
from bot.store.tables import Audit, Consent, Handoff, Message, Resident, Timer, Volunteer

from .story import Phone, Story
from .test_safety import words

THREE = "Mijn man is dood. Ik slaap slecht. Kan iemand langskomen?"


async def sets(story: Story, phone: Phone, table: type = Volunteer, **values: object) -> None:
    person = (await story.person(phone)).id
    async with story.store.write() as session:
        await session.execute(update(table).where(table.person_id == person).values(**values))


async def asks(story: Story, ana: Phone, words: str = "/human") -> None:
    if not words.startswith("/"):
        story.mind.learns(words, "request_human", sure=0.9)
    await ana.says(words)


def cuts(phone: Phone) -> list[str]:
    """What the sentence buttons of the preview carry."""
    preview = next(m for m in reversed(phone.screen.messages) if m.inline)
    return [b.data for b in preview.inline if ":cut:" in b.data]


async def test_she_strikes_sentences_one_by_one_and_puts_one_back(story: Story) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana")
    await asks(story, ana, THREE)
    preview = ana.one()
    assert len(cuts(ana)) == 3
    early_yes = preview.inline[0].data
    await ana.forges(cuts(ana)[0], preview)
    assert "Mijn man is dood" not in preview.text
    await ana.forges(cuts(ana)[1], preview)
    assert "slaap slecht" not in preview.text
    await ana.forges(cuts(ana)[0], preview)
    assert "Mijn man is dood. Kan iemand langskomen?" in preview.text
    await ana.forges(early_yes)
    assert ana.toasts == [story.text(OFFER_OVER, "nl")], "a button of another text shares nothing"
    karim.hears_nothing()
    await asks(story, ana, THREE)
    await ana.forges(cuts(ana)[1], ana.last)
    await ana.touches(BUTTON_YES)
    await karim.touches(BUTTON_CLAIM)
    karim.sees("Mijn man is dood. Kan iemand langskomen?")
    assert "slaap slecht" not in "".join(karim.screen.ever)
    agreed = (
        await story.rows(select(Consent).where(Consent.purpose == "share").order_by(Consent.id))
    )[-1]
    assert agreed.text_hash == (await story.handoff()).text_hash
    assert (await story.handoff()).draft is None, "what she struck is kept nowhere"


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_the_question_stands_last_right_above_its_buttons(
    story: Story, language: str
) -> None:
    """On a small phone the end of a message and the buttons are what is seen."""
    await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language)
    await asks(story, ana, THREE)
    shown = ana.one()
    end = shown.text.rpartition("\n\n")[2]
    assert end.startswith(story.text(MAY_STRIKE, language))
    assert end.endswith("?")
    assert len(end) < 160
    assert shown.text.count(THREE.partition(".")[0]) == 1
    assert len(shown.text) - len(THREE) < 500


async def test_all_struck_shares_no_words(story: Story) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana")
    await asks(story, ana, THREE)
    await ana.touches(BUTTON_LESS)
    assert story.text(STRUCK_ALL, "nl") in ana.last.text
    assert story.text(BUTTON_LESS, "nl") not in ana.last.labels
    for data in (cuts(ana)[0].replace(":0", ":7"), cuts(ana)[0].replace(":0", ":x")):
        await ana.forges(data, ana.last)
        assert "Mijn man" not in ana.last.text.replace("✂", "")
    await ana.touches(BUTTON_YES)
    await karim.touches(BUTTON_CLAIM)
    karim.sees_not("Mijn man", "slaap", "langskomen")


async def test_the_preview_says_who_sees_what_and_the_alert_no_more(story: Story) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana")
    await sets(story, ana, Resident, place="Marollen")
    await story.talk(ana, karim)
    await karim.says("/close")
    await asks(story, ana)
    preview = next(m for m in reversed(ana.screen.messages) if m.inline)
    first = story.text(ASKED_FIRST, "nl", name="Karim")
    assert first in preview.text
    assert story.text(THEY_SEE_PLACE, "nl", language="Nederlands", place="Marollen") in preview.text
    await ana.touches(BUTTON_YES)
    lines = (
        story.text(ALERT, "nl", language="Nederlands"),
        story.text(ALERT_PLACE, "nl", place="Marollen"),
    )
    assert karim.last.text == "\n".join(lines), "language and neighbourhood, and nothing else"
    buttons = story.text(BUTTON_CLAIM, "nl"), story.text(BUTTON_DECLINE, "nl")
    assert tuple(karim.last.labels) == buttons, "to take it, or to pass it on, by one tap"


async def test_by_name_and_that_one_alone_first(story: Story) -> None:
    karim, lies = await story.volunteer("Karim"), await story.volunteer("Lies")
    ana = await story.resident("Ana")
    await story.talk(ana, lies)
    await lies.says("/close")
    for phone in (karim, lies):
        phone.turns_the_page()
    await asks(story, ana, "mag ik nog eens met Lies praten")
    await ana.touches(BUTTON_YES)
    assert lies.news
    karim.hears_nothing()
    await story.passes(minutes=11)
    assert karim.news, "she does not wait for one person alone"


async def test_outside_duty_hours_she_hears_when_and_whom_to_call(story: Story) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer()
    ana = await story.resident("Ana", hour=None)
    await sets(story, karim, hours=["mo 14:00-17:00"])
    await asks(story, ana)
    await ana.touches(BUTTON_YES)
    ana.reads(OPENED_WHEN, when="14:00")
    ana.reads(MEANWHILE)
    ana.sees("106", "112")
    assert (await story.handoff()).state == "consented"
    karim.hears_nothing()
    await story.until_local("13:59")
    karim.hears_nothing()
    await story.until_local("14:01")
    assert story.text(BUTTON_CLAIM, "nl") in karim.one().labels
    assert (await story.handoff()).state == "open"
    sofie.hears_nothing()
    await karim.touches(BUTTON_CLAIM)
    ana.reads(CLAIMED, name="Karim", when="14:31")


async def test_at_night_nobody_is_woken_for_what_can_wait(story: Story) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer()
    ana = await story.resident("Ana", hour=None)
    await story.until_local("23:00")
    await asks(story, ana)
    await ana.touches(BUTTON_YES)
    ana.reads(OPENED_WHEN, when="morgen om 08:00")
    for phone in (sofie, karim):
        phone.hears_nothing()
    await story.until_local("08:01")
    karim.one()
    sofie.hears_nothing()


async def test_far_off_hours_are_the_coordinators_matter_at_once(story: Story) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer()
    ana = await story.resident("Ana", hour=None)
    await sets(story, karim, hours=["th 09:00-12:00"])
    await asks(story, ana)
    await ana.touches(BUTTON_YES)
    sofie.one()
    assert (await story.handoff()).state == "escalated"
    await story.until_local("09:01", days=3)
    assert story.text(BUTTON_CLAIM, "nl") in karim.last.labels, "his hours ring him too"


async def test_days_off_and_a_full_hand_are_respected(story: Story) -> None:
    karim, lies = await story.volunteer("Karim"), await story.volunteer("Lies")
    await sets(story, karim, away_until=story.clock.now() + timedelta(days=2))
    await sets(story, lies, most_talks=1)
    ana, bea = await story.resident("Ana"), await story.resident("Bea")
    await story.talk(ana, lies)
    await asks(story, bea)
    await bea.touches(BUTTON_YES)
    for phone in (karim, lies):
        phone.hears_nothing()
    assert (await story.handoff()).state == "escalated"


async def test_read_and_given_back_with_one_tap(story: Story) -> None:
    karim, lies = await story.volunteer("Karim"), await story.volunteer("Lies")
    ana = await story.resident("Ana")
    await asks(story, ana)
    await ana.touches(BUTTON_YES)
    await lies.touches(BUTTON_DECLINE)
    await karim.touches(BUTTON_CLAIM)
    karim.reads(YOURS, name="Ana", when="09:30")
    back = karim.last.inline[0].data
    await lies.forges(back)
    assert (await story.handoff()).state == "claimed"
    await karim.touches(BUTTON_RELEASE)
    ana.reads(RELEASED_NOBODY, name="Karim")
    await story.talk(await story.resident("Bea"), karim)
    await karim.forges(back)
    assert [h.state for h in await story.rows(select(Handoff).order_by(Handoff.id))] == [
        "escalated",
        "greeted",
    ]


async def silent_helper(story: Story) -> tuple[Phone, Phone, Phone]:
    karim, lies = await story.volunteer("Karim"), await story.volunteer("Lies")
    ana = await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    await ana.says("bent u er nog")
    for phone in (ana, karim, lies):
        phone.turns_the_page()
    return ana, karim, lies


async def test_a_volunteer_who_falls_silent_and_she_decides(story: Story) -> None:
    ana, karim, lies = await silent_helper(story)
    assert (await story.handoff()).state == "talking"
    await story.passes(hours=3, minutes=1)
    karim.reads(REPLY_NUDGE, name="Ana")
    ana.hears_nothing()
    await story.passes(hours=3)
    ana.reads(NO_ANSWER, name="Karim", when="09:00")
    question = ana.last
    await ana.touches(BUTTON_WAIT)
    assert ana.screen.find(question.message_id).text == story.text(WAITS_ON, "nl", name="Karim")
    await story.passes(hours=6, minutes=1)
    ana.reads(NO_ANSWER, name="Karim")
    lies.hears_nothing()
    await ana.touches(BUTTON_ELSE)
    ana.reads(RELEASED_RESIDENT, name="Karim")
    await lies.touches(BUTTON_CLAIM)
    await ana.says("dag Lies")
    karim.sees_not("dag Lies")
    await ana.forges(question.inline[0].data if question.inline else "else:yes:1:1")
    assert (await story.handoff()).state == "claimed", "an old question does nothing"


@pytest.mark.parametrize("words", ["ja vraag maar iemand anders", "Ja, vraag iemand anders"])
async def test_to_a_silent_helper_her_typed_yes_is_for_the_bot(story: Story, words: str) -> None:
    ana, karim, lies = await silent_helper(story)
    await story.passes(hours=6, minutes=2)
    ana.reads(NO_ANSWER, name="Karim")
    await ana.says(words)
    ana.reads(RELEASED_RESIDENT, name="Karim")
    karim.sees_not(words)
    await lies.touches(BUTTON_CLAIM)
    assert (await story.handoff()).state == "claimed"


async def test_before_she_is_asked_such_words_are_for_him(story: Story) -> None:
    ana, karim, _ = await silent_helper(story)
    await ana.says("ja vraag maar iemand anders")
    assert karim.last.text == "ja vraag maar iemand anders"


async def test_an_answer_in_time_stops_the_asking(story: Story) -> None:
    ana, karim, _ = await silent_helper(story)
    await story.passes(hours=4)
    await karim.says("ik ben er")
    ana.turns_the_page()
    await story.passes(hours=7)
    ana.hears_nothing()
    assert (await story.handoff()).unanswered_at is None


async def test_she_does_not_decide_and_the_talk_ends_with_a_word(story: Story) -> None:
    ana, _, lies = await silent_helper(story)
    await story.passes(days=1)
    ana.reads(CLOSED_QUIET, name="Karim")
    lies.hears_nothing()


async def in_danger(story: Story) -> tuple[Phone, Phone, Phone]:
    sofie, karim = await story.coordinator(), await story.volunteer("Karim")
    ana = await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    await ana.says("ik wil dood")
    for phone in (sofie, karim):
        phone.turns_the_page()
    return ana, karim, sofie


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("calm", [True, False])
async def test_a_doubt_that_she_denied_needs_no_debrief(
    story: Story, language: str, calm: bool
) -> None:
    await story.coordinator("Sofie", language)
    karim, ana = await story.volunteer("Karim", language), await story.resident("Ana", language)
    await story.talk(ana, karim)
    story.mind.learns("pff", "crisis_suicide", level="ask")
    await ana.says("pff")
    await ana.touches(words("safety/button/the_day") if calm else words("safety/button/yes"))
    karim.turns_the_page()
    await karim.says("/close")
    asked = story.text(debriefs.BUTTONS["call"], language) in karim.last.labels
    assert asked is not calm


async def test_after_danger_a_debrief_before_the_next_alert(story: Story) -> None:
    _, karim, sofie = await in_danger(story)
    await karim.says("/close")
    karim.reads(debriefs.ASK)
    bea = await story.resident("Bea", hour=None)
    await asks(story, bea)
    await bea.touches(BUTTON_YES)
    assert len(karim.news) == 2, "no alert"
    assert sofie.news, "but somebody hears of it at once"
    await karim.says("/open")
    await karim.touches(BUTTON_CLAIM)
    assert karim.toasts == [story.text(debriefs.REFUSED, "nl")]
    sofie.turns_the_page()
    await karim.touches(debriefs.BUTTONS["heavy"])
    sofie.reads(debriefs.COORDINATOR["heavy"], name="Karim")
    assert "Ana" not in sofie.last.text
    await karim.touches(BUTTON_CLAIM)
    bea.reads(CLAIMED, name="Karim")
    line = story.text(overview_texts.HEAVY, "nl", name="Karim", day="maandag 5 oktober")
    await sofie.says("/today")
    sofie.sees(line)
    await sofie.taps(f"Karim: {story.text(heavy.BUTTON_TALKED, 'nl')}")
    await sofie.says("/today")
    assert line not in sofie.last.text


async def test_a_debrief_that_stays_away_reaches_the_coordinator_who_may_answer(
    story: Story,
) -> None:
    ana, karim, sofie = await in_danger(story)
    await karim.says("/release")
    karim.turns_the_page()
    sofie.turns_the_page()
    await story.passes(hours=24)
    assert not [m for m in karim.news if "debrief" in str(m.inline)], "asked once"
    sofie.reads(overview_texts.DEBRIEF, name="Karim", day="maandag 5 oktober")
    talked = next(b.data for m in sofie.news for b in m.inline if b.data.startswith("talked"))
    for phone in (karim, ana, story.stranger("X")):
        await phone.forges(talked)
    assert (await story.rows(select(Volunteer)))[0].debrief_of == 1
    await sofie.forges(talked, sofie.news[-1])
    karim.reads(debriefs.TALKED_VOLUNTEER, name="Sofie")
    assert (await story.rows(select(Volunteer)))[0].debrief_of is None
    karim.turns_the_page()
    await story.passes(days=3)
    assert not [m for m in karim.news if story.text(debriefs.ASK, "nl") in m.text]


async def test_a_debrief_is_ones_own_and_asked_only_where_words_were_passed_on(
    story: Story,
) -> None:
    _, karim, _ = await in_danger(story)
    lies = await story.volunteer("Lies")
    await karim.says("/close")
    for data in ("debrief:fine:1", "debrief:maybe:1", "debrief:fine:x", "debrief:fine"):
        await lies.forges(data)
    await karim.forges("debrief:maybe:1")
    await karim.forges("debrief:fine:2")
    assert (await story.rows(select(Volunteer).order_by(Volunteer.person_id)))[0].debrief_of == 1
    await karim.touches(debriefs.BUTTONS["call"])
    assert (await story.rows(select(Volunteer).order_by(Volunteer.person_id)))[0].debrief_of == 1
    await karim.forges("debrief:fine:1")
    assert (await story.rows(select(Volunteer).order_by(Volunteer.person_id)))[0].debrief_of is None


async def test_every_step_is_in_the_audit_with_who_and_why(story: Story) -> None:
    ana, karim, _ = await in_danger(story)
    await karim.says("/close")
    rows = await story.rows(select(Audit).where(Audit.handoff_id == 1).order_by(Audit.id))
    he, she = (await story.person(karim)).id, (await story.person(ana)).id
    told = [(r.action.removeprefix("handoff."), r.actor_id) for r in rows if "handoff." in r.action]
    assert told == [
        ("offered", she),
        ("consented", she),
        ("rung", None),
        ("claimed", he),
        ("greeted", he),
        ("answered", she),
        ("closed", he),
    ]
    assert all(r.person_id == she for r in rows if r.action.startswith("handoff."))
    assert not [r for r in rows if "dood" in (r.detail or "")]


async def test_timers_of_a_state_that_was_left_do_nothing(story: Story) -> None:
    ana, karim, _ = await silent_helper(story)
    await ana.says("stop")
    waiting = await story.rows(select(Timer).where(Timer.done_at.is_(None), Timer.handoff_id == 1))
    assert waiting == []
    ana.turns_the_page()
    karim.turns_the_page()
    await story.passes(days=2)
    ana.hears_nothing()
    karim.hears_nothing()
    assert OPENED.context
    assert all(m.payload is None for m in await story.rows(select(Message)))
