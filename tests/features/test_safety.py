"""Danger: one reply, before everything else, in every state; then her answer, and silence."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import danger, looked, outbox
from bot.alert_waits import GOES_ON
from bot.dialogue.values import shown
from bot.handoff_texts import (
    ASKED_URGENT,
    BUTTON_CLAIM,
    BUTTON_NO,
    BUTTON_STOP,
    BUTTON_YES,
    LANGUAGE_NAMES,
    PERSON_HOLDS,
)
from bot.i18n import Text
from bot.open_texts import URGENT_ASKED
from bot.safety.texts import TEXTS
from bot.store.tables import Audit, Concern, Message, Resident, Timer

from .story import Phone, Story

DANGER = {"nl": "ik wil dood", "fr": "je veux mourir", "en": "I want to die"}


def words(context: str) -> Text:
    return Text(context, TEXTS[context])


SAFE, NOT_SAFE = words("safety/button/safe"), words("safety/button/not_safe")
PERSON, QUESTION = words("safety/button/person"), words("safety/question")
URGENT = words("safety/button/urgent")
HEARD, ALONE = words("safety/suicide/heard"), words("safety/after/hard/alone")
NOTHING_SHARED = words("safety/still/nothing-shared")
STILL_ALERT = words("safety/still/alert")
GOOD, CALL = words("safety/after/safe"), words("safety/after/not_safe")
HARD_HEARD, LATER = words("safety/after/hard_heard"), words("safety/later")
ASK, YES, THE_DAY = (
    words("safety/suicide/ask"),
    words("safety/button/yes"),
    words("safety/button/the_day"),
)


def answered(phone: Phone) -> None:
    phone.reads(HEARD)
    phone.sees("112")
    assert len(phone.screen.keyboard) >= 3


async def stranger(story: Story, language: str) -> Phone:
    return story.stranger("Ana", language)


async def mid_welcome(story: Story, language: str) -> Phone:
    ana = story.stranger("Ana", language)
    await ana.says("/start")
    await ana.picks(f"welcome/language/{language}")
    await ana.picks("welcome/consent/yes")
    return ana  # she is asked for her name: any word might be one


async def mid_check_in(story: Story, language: str) -> Phone:
    ana = await story.resident("Ana", language, hour="10:00")
    await story.until_local("10:30")
    return ana


async def mid_form(story: Story, language: str) -> Phone:
    ana = await story.resident("Ana", language)
    await ana.says("/hour")
    return ana


async def listening(story: Story, language: str) -> Phone:
    ana = await story.resident("Ana", language)
    story.mind.learns("zwaar", "feel_lonely")
    await ana.says("zwaar")
    return ana


async def offered(story: Story, language: str) -> Phone:
    ana = await story.resident("Ana", language)
    await ana.says("/human")
    return ana


async def stopped(story: Story, language: str) -> Phone:
    ana = await story.resident("Ana", language)
    await ana.says("/stop")
    return ana


async def nothing(story: Story, language: str) -> Phone:
    return await story.resident("Ana", language)


STATES = [stranger, mid_welcome, mid_check_in, mid_form, listening, offered, stopped, nothing]


@pytest.mark.parametrize("state", STATES, ids=lambda s: s.__name__)
async def test_one_reply_in_every_state(story: Story, state) -> None:  # type: ignore[no-untyped-def]
    for language, said in DANGER.items():
        ana = await state(story, language)
        story.mind.down = language == "fr"  # the words alone are enough
        await ana.says(said)
        ana.one()
        answered(ana)
        await ana.touches(SAFE)
        ana.one()
        ana.reads(GOOD)


@pytest.mark.parametrize(
    "how", ["caption", "edit", "long", "burst", "command", "model", "voice caption"]
)
async def test_however_it_is_said(story: Story, how: str) -> None:
    ana = await story.resident("Ana", "nl")
    said = DANGER["nl"]
    if how.endswith("caption"):
        await ana.sends("voice" if "voice" in how else "photo", said)
    elif how == "edit":
        mine = await ana.says("ik wil brood")
        await ana.edits(mine, said)
    elif how == "long":
        await ana.says("woorden " * 500 + said)
    elif how == "burst":
        for part in ("dag", said, "stop"):
            ana.writes(part)
        await story.settles()
    elif how == "command":
        await ana.says(f"/pause {said}")
    else:
        story.mind.learns("het hoeft niet meer zo", "crisis_suicide", level="act")
        await ana.says("het hoeft niet meer zo")
    ana.one()
    answered(ana)


async def test_the_reply_leaves_first_and_takes_the_cheerful_words_place(story: Story) -> None:
    ana = await story.resident("Ana", "nl", hour="10:00")
    await story.until_local("09:59")
    story.clock.advance(3600)
    await story.app.sweep.once()  # her greeting is queued and has not left
    ana.writes(DANGER["nl"])
    await story.settles()
    ana.one()
    answered(ana)
    states = [m.state for m in await story.rows(select(Message).order_by(Message.id))]
    assert "superseded" in states


async def test_cheerful_contacts_are_suspended_and_one_gentle_word_comes(story: Story) -> None:
    ana = await story.resident("Ana", "nl", hour="10:00")
    await ana.says(DANGER["nl"])
    await ana.touches(SAFE)
    ana.turns_the_page()
    await story.passes(hours=46)
    ana.one()
    ana.reads(LATER)
    await ana.touches(words("safety/later/better"))
    ana.one()
    assert "\n\n" not in ana.one().text.strip()
    ana.turns_the_page()
    await story.passes(hours=48)
    assert ana.news, "after the quiet days her greeting comes again"
    ana.sees_not(*[m.text for m in ana.news if story.text(LATER, "nl") in m.text])


@pytest.mark.parametrize(("hour", "comes"), [("10:00", 10), ("08:30", 8), ("15:00", 8)])
async def test_the_gentle_word_does_not_wake_her(story: Story, hour: str, comes: int) -> None:
    """Twenty hours after danger at noon it is eight, when who is greeted at ten may sleep."""
    ana = await story.resident("Ana", "nl", hour=hour)
    await story.passes(hours=3)  # noon
    await ana.says(DANGER["nl"])
    await ana.touches(SAFE)
    (later,) = await story.rows(select(Timer).where(Timer.kind == "safety_later"))
    assert story.local(later.due_at).hour == comes
    ana.turns_the_page()
    await story.passes(hours=23)
    ana.reads(LATER)


async def test_no_gentle_word_after_stop(story: Story) -> None:
    ana = await story.resident("Ana", "nl")
    await ana.says(DANGER["nl"])
    await ana.touches(SAFE)
    await ana.says("/stop")
    ana.turns_the_page()
    await story.passes(days=4)
    ana.hears_nothing()


async def test_an_unanswered_danger_reaches_the_coordinators_without_a_name(story: Story) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer()
    ana = await story.resident("Ana", "nl")
    await ana.says(DANGER["nl"])
    await story.passes(minutes=10)
    await ana.says("niemand kan mij nog helpen, ik wil dood")  # does not put the alert off
    sofie.hears_nothing()
    await story.passes(minutes=6)
    sofie.one()
    sofie.sees_not("Ana", "dood")
    await story.passes(minutes=20)
    sofie.one()
    karim.hears_nothing()
    await sofie.touches(danger.BUTTON_OPEN)
    sofie.sees_not("Ana")
    ana.turns_the_page()
    await sofie.touches(danger.BUTTONS["call"])
    assert "Ana" in str(sofie)
    sofie.sees_not("dood", "helpen")
    ana.reads(looked.TOLD, name="Sofie")
    (logged,) = await story.rows(select(Audit).where(Audit.action == "danger.released"))
    assert (logged.detail, logged.actor_id) == ("call", (await story.person(sofie)).id)
    await ana.says("/mydata")
    ana.sees("Sofie")


async def test_a_danger_after_an_opened_alert_waits_again_in_the_overview(story: Story) -> None:
    sofie, open_it = await story.coordinator(), story.text(danger.BUTTON_OPEN, "nl")
    ana = await story.resident("Ana", "nl", hour=None)
    await ana.says(DANGER["nl"])
    await story.passes(minutes=16)
    await sofie.touches(danger.BUTTON_OPEN)
    await sofie.touches(danger.BUTTONS["call"])
    await sofie.says("/today")
    assert not [label for label in sofie.last.labels if open_it in label]
    await story.passes(hours=12)
    await ana.says(DANGER["nl"])
    await story.passes(minutes=16)
    await sofie.says("/today")
    assert [label for label in sofie.last.labels if open_it in label], "nobody looked at this one"


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_two_alerts_are_told_apart_without_a_name(story: Story, language: str) -> None:
    """By a number and an hour; the same resident keeps her number, to the end of the overview."""
    sofie = await story.coordinator("Sofie", language)
    ana, bea = await story.resident("Ana"), await story.resident("Bea")
    await ana.says(DANGER["nl"])
    await story.passes(minutes=3)
    await bea.says(DANGER["nl"])
    await story.passes(minutes=20)
    told = {"language": story.text(LANGUAGE_NAMES["nl"], language)}
    first = story.text(
        danger.ALERT, language, number=1, hour=shown("hour", "09:00", language), **told
    )
    second = story.text(
        danger.ALERT, language, number=2, hour=shown("hour", "09:03", language), **told
    )
    assert [one.text for one in sofie.news] == [first, second]
    await story.passes(hours=20)
    await ana.says(DANGER["nl"])
    sofie.turns_the_page()
    await story.passes(minutes=16)
    again = story.text(
        danger.ALERT, language, number=1, hour=shown("hour", "05:23", language), **told
    )
    assert sofie.one().text == again, "the same resident, the same number"
    await sofie.says("/today")
    opens = story.text(danger.BUTTON_OPEN, language)
    assert [label for label in sofie.last.labels if "⚠" in label] == [
        f"⚠ 1: {opens}",
        f"⚠ 2: {opens}",
    ]
    await sofie.taps(f"⚠ 2: {opens}")
    await sofie.touches(danger.BUTTONS["known"])
    assert "Bea" in str(sofie)
    sofie.sees_not("Ana")


@pytest.mark.parametrize("reason", list(danger.BUTTONS))
@pytest.mark.parametrize("who", ["nobody", "waits", "held"])
async def test_who_opens_an_alert_reads_who_is_there_and_what_to_do(
    story: Story, reason: str, who: str
) -> None:
    sofie = await story.coordinator()
    ana, karim = await story.resident("Ana", hour=None), await story.volunteer("Karim")
    if who == "held":
        await story.talk(ana, karim)
    elif who == "waits":
        await ana.says("/human")
        await ana.touches(BUTTON_YES)
    await story.passes(minutes=1)
    await ana.says(DANGER["nl"])
    await story.passes(minutes=16)
    await sofie.touches(danger.BUTTON_OPEN)
    await sofie.touches(danger.BUTTONS[reason])
    told = next(m.text for m in sofie.screen.messages if "Ana" in m.text)
    there = {
        "nobody": story.text(danger.NOBODY_ASKED, "nl"),
        "waits": story.text(danger.WAITS, "nl", number=1),
        "held": story.text(danger.HELD_BY, "nl", name="Karim"),
    }
    lines = told.split("\n")
    assert lines[1:] == [there[who], story.text(danger.NEXT[reason], "nl")]
    assert "112" in lines[2]


@pytest.mark.parametrize("answer", ["safe", "typed", "again", "taken"])
async def test_an_answer_keeps_the_alert_back(story: Story, answer: str) -> None:
    sofie = await story.coordinator()
    karim = await story.volunteer()
    ana = await story.resident("Ana", "nl")
    await ana.says(DANGER["nl"])
    if answer == "again":
        await story.passes(minutes=5)
        await ana.says(DANGER["nl"])
    if answer in ("safe", "again"):
        await ana.says(story.text(SAFE, "nl"))
    elif answer == "typed":
        await ana.says("ja")
        ana.reads(GOOD)
    else:
        await ana.touches(PERSON)
        await ana.touches(BUTTON_YES)
        await story.passes(minutes=14)
        await karim.touches(BUTTON_CLAIM)
        await karim.says("Dag, ik ben er.")
    await story.passes(minutes=50)
    opens = story.text(danger.BUTTON_OPEN, "nl")
    assert not any(opens in shown.labels for shown in sofie.screen.messages)
    if answer == "taken":  # as of whatever is urgent, she hears that a person is asked
        sofie.reads(URGENT_ASKED)
    else:
        sofie.hears_nothing()


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("how", ["button", "command", "words"])
async def test_a_wish_for_a_person_without_her_yes_keeps_no_alert_back(
    story: Story, language: str, how: str
) -> None:
    """The text for a volunteer stands unanswered: nobody was asked to come, and nobody comes."""
    sofie, karim = await story.coordinator(), await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language)
    await ana.says(DANGER[language])
    await story.passes(minutes=10)
    story.mind.learns("iemand", "request_human")
    if how == "button":
        await ana.touches(PERSON)
    else:
        await ana.says("/human" if how == "command" else "iemand")
    await story.passes(minutes=14)
    sofie.hears_nothing()
    await story.passes(minutes=2)
    sofie.one()
    await ana.touches(BUTTON_YES)
    await karim.touches(BUTTON_CLAIM)
    await sofie.touches(danger.BUTTON_OPEN)
    assert story.text(danger.TAKEN, "nl", number=1) in str(sofie)


@pytest.mark.parametrize("there", ["nobody", "sleeps", "speaks another"])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_yes_that_nobody_answers_keeps_no_alert_back(
    story: Story, language: str, there: str
) -> None:
    """Who asks for help is not worse off than who is silent: her yes brings nobody yet. It is on
    the desk and in the morning, without her name, and she can still say that she is safe."""
    sofie = await story.coordinator()
    if there != "nobody":
        other = {"nl": "fr", "fr": "en", "en": "nl"}[language]
        await story.volunteer("Karim", language if there == "sleeps" else other)
    ana = await story.resident("Ana", language)
    await ana.says(DANGER[language])
    await story.passes(minutes=5)
    await ana.touches(PERSON)
    await ana.touches(BUTTON_YES)
    ana.reads(GOES_ON)
    assert story.text(SAFE, language) in ana.screen.keyboard
    assert await alerts(story) == 0
    await story.passes(minutes=14)
    assert await alerts(story) == 0  # put off by her yes, as by her wish
    sofie.turns_the_page()
    await story.passes(minutes=2)
    assert await alerts(story) == 1
    told = next(m for m in sofie.news if story.text(danger.BUTTON_OPEN, "nl") in m.labels)
    assert story.text(danger.WAITS, "nl", number=1) in told.text
    sofie.sees_not("Ana")
    await sofie.says("/today")
    assert [label for label in sofie.last.labels if "⚠" in label]
    await sofie.touches(danger.BUTTON_OPEN)
    await sofie.touches(danger.BUTTONS["call"])
    assert "Ana" in str(sofie)
    await ana.touches(SAFE)
    await sofie.says("/today")
    assert not [label for label in sofie.last.labels if "⚠" in label]


async def test_her_yes_puts_the_alert_off_for_three_quarters_at_most(story: Story) -> None:
    await story.coordinator()
    ana = await story.resident("Ana", "nl")
    await ana.says(DANGER["nl"])
    for _ in range(4):
        await story.passes(minutes=10)
        await ana.says("/human")
        await ana.touches(BUTTON_YES)
        await ana.says(story.text(BUTTON_STOP, "nl"))
        assert await alerts(story) == 0
    await story.passes(minutes=6)
    assert await alerts(story) == 1


async def alerts(story: Story) -> int:
    return len(await story.rows(select(Audit).where(Audit.action == "danger.alerted")))


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_who_shares_nothing_after_all_is_asked_whether_she_is_safe(
    story: Story, language: str
) -> None:
    sofie = await story.coordinator()
    ana = await story.resident("Ana", language)
    await ana.says(DANGER[language])
    await ana.touches(PERSON)
    await ana.touches(BUTTON_NO)
    for text in (NOTHING_SHARED, QUESTION, STILL_ALERT):
        ana.reads(text)
    ana.sees("112")
    await story.passes(minutes=14)
    sofie.hears_nothing()
    await story.passes(minutes=2)
    sofie.one()


async def test_to_and_fro_keeps_the_alert_back_for_three_quarters_at_most(story: Story) -> None:
    sofie = await story.coordinator()
    ana = await story.resident("Ana", "nl")
    await ana.says(DANGER["nl"])
    for _ in range(4):
        sofie.hears_nothing()
        await story.passes(minutes=10)
        await ana.touches(PERSON)
        await ana.touches(BUTTON_NO)
    sofie.hears_nothing()
    await story.passes(minutes=6)
    sofie.one()


async def test_who_is_in_no_danger_and_shares_nothing_is_asked_nothing(story: Story) -> None:
    ana = await story.resident("Ana", "nl")
    await ana.says(DANGER["nl"])
    await ana.touches(SAFE)
    await ana.says("/human")
    ana.turns_the_page()
    await ana.touches(BUTTON_NO)
    ana.hears_nothing()
    await story.passes(minutes=20)


@pytest.mark.parametrize("answer", [None, NOT_SAFE])
async def test_not_safe_is_no_reason_to_keep_it_back(story: Story, answer: Text | None) -> None:
    sofie = await story.coordinator()
    ana = await story.resident("Ana", "nl")
    await ana.says(DANGER["nl"])
    if answer is not None:
        await ana.touches(answer)
        ana.reads(CALL)
        assert story.text(ALONE, "nl") in ana.screen.keyboard
    await story.passes(minutes=16)
    sofie.one()


async def test_who_answers_after_the_alert_stays_unnamed(story: Story) -> None:
    sofie = await story.coordinator()
    ana = await story.resident("Ana", "nl")
    await ana.says(DANGER["nl"])
    await story.passes(minutes=16)
    await ana.touches(SAFE)
    await sofie.touches(danger.BUTTON_OPEN)
    assert story.text(danger.ANSWERED, "nl", number=1) in str(sofie)
    sofie.sees_not("Ana")


async def test_without_the_policy_no_alert_and_no_word_of_one(story: Story) -> None:
    from dataclasses import replace

    story.house = replace(story.house, release_danger=False)
    story.app.sweep._house = story.app.workers[0]._house = story.house
    sofie = await story.coordinator()
    ana = await story.resident("Ana", "nl")
    await ana.says(DANGER["nl"])
    ana.sees_not("15")
    await story.passes(hours=2)
    sofie.hears_nothing()


async def test_a_yes_sent_before_the_question_arrived_is_no_answer(story: Story) -> None:
    sofie = await story.coordinator()
    ana = await story.resident("Ana", "nl")
    ana.writes(DANGER["nl"])
    await story.receives()
    ana.writes("ja")
    await story.settles()
    (row,) = await story.rows(select(Concern))
    assert row.answer is None
    await story.passes(minutes=16)
    sofie.one()


async def test_a_bare_yes_goes_to_the_newest_question(story: Story) -> None:
    """'Ja, wis alles' while the safety question still stands, not 'I am safe'."""
    ana = await story.resident("Ana", "nl")
    await ana.says(DANGER["nl"])
    await ana.says("/forget")
    await ana.says("nee")
    ana.hears("forget/kept")
    (row,) = await story.rows(select(Concern))
    assert row.answer is None
    await ana.says(story.text(SAFE, "nl"))
    ana.reads(GOOD)


async def test_what_makes_calling_hard_may_be_said_in_words(story: Story) -> None:
    ana = await story.resident("Ana", "nl")
    await ana.says(DANGER["nl"])
    await ana.touches(NOT_SAFE)
    await ana.says("ik durf niet aan de telefoon")
    ana.one()
    ana.reads(HARD_HEARD)
    await ana.says("wat is dat toch met dat weer")
    ana.one()
    assert story.text(HARD_HEARD, "nl") not in ana.one().text


@pytest.mark.parametrize("answer", ["yes", "day", "rather not", "words"])
async def test_the_gentle_question_and_its_answers(story: Story, answer: str) -> None:
    sofie = await story.coordinator()
    ana = await story.resident("Ana", "nl", hour="10:00")
    story.mind.learns("het is genoeg geweest", "crisis_suicide", level="ask")
    await ana.says("het is genoeg geweest")
    ana.one()
    ana.reads(ASK)
    if answer == "yes":
        await ana.touches(YES)
        answered(ana)
        await story.passes(minutes=16)
        sofie.one()
        return
    if answer == "day":
        await ana.touches(THE_DAY)
        ana.reads(words("safety/after/the_day"))
    elif answer == "rather not":
        await ana.touches(words("safety/button/rather_not"))
        ana.sees("112")
    else:
        await ana.says("mijn buurvrouw is weer bezig")
    ana.one()
    await story.passes(hours=10)
    sofie.hears_nothing()
    (row,) = await story.rows(select(Resident).where(Resident.calm_until.is_not(None))) or [None]
    assert row is None


async def test_a_wish_for_a_person_is_urgent_and_takes_no_words_along(story: Story) -> None:
    karim = await story.volunteer()
    ana = await story.resident("Ana", "nl")
    await ana.says(DANGER["nl"])
    await ana.touches(PERSON)
    assert "dood" not in ana.one().text
    await ana.touches(BUTTON_YES)
    karim.sees("Dringend")


async def test_asked_already_becomes_urgent_and_makes_no_second_handoff(story: Story) -> None:
    from bot.store.tables import Handoff

    karim = await story.volunteer()
    ana = await story.resident("Ana", "nl")
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    karim.turns_the_page()
    await ana.says(DANGER["nl"])
    ana.reads(words("safety/asked"), organisation="De Brug")
    await ana.touches(URGENT)
    ana.reads(ASKED_URGENT)
    karim.sees("Dringend")
    await story.passes(minutes=31)
    await ana.says(DANGER["nl"])
    ana.reads(words("safety/asked/urgent"), organisation="De Brug")
    assert ana.screen.keyboard == (story.text(SAFE, "nl"), story.text(NOT_SAFE, "nl"))
    assert len(await story.rows(select(Handoff))) == 1


async def test_in_a_talk_the_volunteer_sees_it_marked_and_she_keeps_the_stop_button(
    story: Story,
) -> None:
    karim = await story.volunteer()
    ana = await story.resident("Ana", "nl")
    await story.talk(ana, karim)
    ana.writes("dag")
    ana.writes(DANGER["nl"])
    await story.settles()
    ana.one()
    answered(ana)
    assert story.text(BUTTON_STOP, "nl") in ana.screen.keyboard
    assert [m.text[0] for m in karim.news] == ["⚠", "d", "i"]
    karim.turns_the_page()
    await ana.says(story.text(PERSON, "nl"))  # no such button is shown, and it can be said
    ana.reads(PERSON_HOLDS, name="Karim")
    karim.hears_nothing()
    await ana.says("ben je daar nog")
    karim.sees("ben je daar nog")
    await karim.says("ja. is er iemand bij u?")
    karim.turns_the_page()
    await ana.says("nee")
    karim.sees("nee")


async def test_stop_beside_danger_in_a_talk_shares_nothing_more(story: Story) -> None:
    karim = await story.volunteer()
    ana = await story.resident("Ana", "nl")
    await story.talk(ana, karim)
    ana.writes(DANGER["nl"])
    ana.writes("stop")
    await story.settles()
    answered(ana)
    karim.sees_not("dood", "Ana")


async def test_an_edit_in_a_talk_that_is_danger(story: Story) -> None:
    karim = await story.volunteer()
    ana = await story.resident("Ana", "nl")
    before = await ana.says("dit is alleen voor de machine")
    await story.talk(ana, karim)
    mine = await ana.says("ik wil brood")
    await ana.edits(mine, "ik wil dood")
    answered(ana)
    karim.sees("⚠")
    assert "ik wil dood" in str(karim)
    await ana.edits(before, "dit is alleen voor de machine, echt")
    karim.sees_not("machine")


async def test_danger_and_a_standing_offer(story: Story) -> None:
    ana = await offered(story, "nl")
    await ana.says(DANGER["nl"])
    answered(ana)
    await ana.touches(BUTTON_NO)
    await ana.touches(SAFE)
    ana.reads(GOOD)


async def test_a_volunteers_own_words_of_danger(story: Story) -> None:
    karim = await story.volunteer()
    ana = await story.resident("Ana", "nl")
    await story.talk(ana, karim)
    await karim.says("ik wil zelf dood")
    karim.sees("112")


async def test_no_alert_is_promised_that_would_reach_nobody(story: Story) -> None:
    ana = await story.resident("Ana", "nl")
    await ana.says(DANGER["nl"])
    assert "coördinator" not in ana.last.text
    waiting = await story.rows(select(Timer).where(Timer.done_at.is_(None)))
    assert {t.kind for t in waiting} == {"safety_later"}


async def test_no_score_and_no_words_are_kept(story: Story) -> None:
    await story.coordinator()
    ana = await story.resident("Ana", "nl")
    await ana.says(DANGER["nl"])
    kept = {column.name for column in Concern.__table__.columns}
    assert not kept & {"score", "text", "confidence", "probability", "risk"}
    assert {m.payload for m in await story.rows(select(Message))} == {None}
    waiting = await story.rows(select(Timer).where(Timer.done_at.is_(None)))
    assert {t.kind for t in waiting} == {"danger", "safety_later", "overview"}  # Sofie's morning
    assert outbox.CRISIS == 0
