"""Words of danger while a volunteer holds the talk: she is told who reads them, her answers go
there too, and nothing she is asked to tap cuts that person off."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot import danger, floods, instants
from bot.handoff_texts import (
    ANSWER_MARK,
    BUTTON_CLAIM,
    BUTTON_STOP,
    BUTTON_YES,
    CRISIS_MARK,
    NAMELESS,
    PERSON_HOLDS,
    REPLY_NUDGE,
    UNSEEN_MARK,
    WRITE_BEFORE,
    YES_MARK,
)
from bot.house import Moment
from bot.i18n import Text
from bot.open_texts import NO_REPLY
from bot.store.tables import Concern, Timer

from .story import Phone, Story
from .test_safety import ASK, DANGER, NOT_SAFE, PERSON, SAFE, THE_DAY, URGENT, YES, answered, words
from .test_turnover import goes

PASSED, EARLY = words("safety/held/passed"), words("safety/held/passed-early")
KEPT, NEXT = words("safety/held/kept"), words("safety/held/next")
HARD, HARD_HEARD = words("safety/after/hard/voice"), words("safety/after/hard_heard")
GOOD, CALL = words("safety/after/safe"), words("safety/after/not_safe")
MEDICAL = {"nl": "ik heb een hartaanval", "fr": "je fais une crise cardiaque"}


async def two(
    story: Story, language: str = "nl", greeted: bool = True, name: str = "Ana"
) -> tuple[Phone, Phone]:
    karim = await story.volunteer("Karim", language)
    ana = await story.resident(name, language)
    await story.talk(ana, karim, greeted)
    await story.passes(minutes=1)
    return ana, karim


def keeps_her_human(story: Story, ana: Phone, *answers: Text) -> None:
    """The buttons are the answers and the one that stops the sharing; none brings a person, and no
    word sends her finger to the last of them."""
    wanted = [story.text(one, ana.language) for one in (*answers, BUTTON_STOP)]
    assert list(ana.screen.keyboard) == wanted
    said = ana.one().text
    offers = ("laatste knop", "dernier bouton", "last button", "tenzij", "sauf si", "unless")
    assert not [offer for offer in offers if offer in said]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_she_reads_who_has_her_words_and_is_offered_nobody_else(
    story: Story, language: str
) -> None:
    ana, karim = await two(story, language)
    await ana.says(DANGER[language])
    ana.sees("112")
    ana.reads(PASSED, name="Karim")
    keeps_her_human(story, ana, SAFE, NOT_SAFE)
    karim.reads(CRISIS_MARK, name="Ana")
    karim.sees(DANGER[language])
    await ana.touches(BUTTON_STOP)  # the one that it says it is
    assert (await story.handoff()).state == "withdrawn"


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_before_his_first_word_she_reads_by_when_it_is_due(
    story: Story, language: str
) -> None:
    ana, karim = await two(story, language, greeted=False)
    await ana.says(DANGER[language])
    handoff, person = await story.handoff(), await story.person(ana)
    async with story.store.read() as session:
        moment = Moment(session, story.house, story.clock.now())
        assert handoff.lease_until == story.clock.now() + timedelta(minutes=15)
        when = instants.told(moment, person, handoff.lease_until)
    ana.sees(story.text(EARLY, language, name="Karim", when=when))
    karim.sees(story.text(WRITE_BEFORE, language, name="Ana", when=when))
    keeps_her_human(story, ana, SAFE, NOT_SAFE)
    await karim.says("hier ben ik")
    ana.turns_the_page()
    await ana.touches(SAFE)
    ana.reads(PASSED, name="Karim")


@pytest.mark.parametrize("edited", [False, True])
async def test_words_that_were_not_for_him_stay_back_and_she_reads_so(
    story: Story, edited: bool
) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana")
    before = await ana.says("ik wil brood")
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    story.wire.tap(karim.id, karim.last.message_id, karim.last.inline[0].data)
    await story.receives()
    while await story.app.workers[0].work_once():
        pass  # he has it, and she has not read so
    if edited:
        await ana.edits(before, DANGER["nl"])
    else:
        await ana.says(DANGER["nl"])
    karim.sees_not(DANGER["nl"])
    karim.reads(UNSEEN_MARK, name="Ana")
    reply = next(m for m in ana.news if "112" in m.text)
    kept = story.text(KEPT, "nl", name="Karim", organisation="De Brug")
    assert kept in reply.text
    assert story.text(PASSED, "nl", name="Karim") not in reply.text
    await ana.says(story.text(NOT_SAFE, "nl"))  # by now she knows who reads along
    karim.reads(ANSWER_MARK, name="Ana")
    karim.sees(story.text(NOT_SAFE, "nl"))


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_of_somebody_without_a_name_it_begins_with_a_capital(
    story: Story, language: str
) -> None:
    ana, karim = await two(story, language, name="")
    await ana.says(DANGER[language])
    karim.turns_the_page()
    await ana.touches(NOT_SAFE)
    said = story.text(ANSWER_MARK, language, name=story.text(NAMELESS, language))
    assert karim.news[0].text == said[0].upper() + said[1:]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize(("answer", "reads"), [(SAFE, GOOD), (NOT_SAFE, CALL)])
async def test_her_answer_goes_to_him_too(
    story: Story, language: str, answer: Text, reads: Text
) -> None:
    ana, karim = await two(story, language)
    await ana.says(DANGER[language])
    await karim.says("ik lees het")
    ana.turns_the_page()
    karim.turns_the_page()
    await ana.touches(answer)
    assert [m.text for m in karim.news] == [
        story.text(ANSWER_MARK, language, name="Ana"),
        story.text(answer, language),
    ]
    assert all(m.protect for m in karim.news)
    ana.reads(reads)
    ana.reads(PASSED, name="Karim")
    waits = (await story.handoff()).unanswered_at
    assert waits == (None if answer is SAFE else story.clock.now()), "his clock runs again"
    if answer is SAFE:
        keeps_her_human(story, ana)
        return
    hard = [words(f"safety/after/hard/{one}") for one in ("voice", "alone", "before", "other")]
    keeps_her_human(story, ana, *hard, SAFE)
    await ana.touches(HARD)
    karim.sees(story.text(HARD, language))
    ana.reads(HARD_HEARD)
    keeps_her_human(story, ana, SAFE)
    karim.turns_the_page()
    await ana.says("daar ben ik te moe voor")
    karim.sees("daar ben ik te moe voor")
    ana.hears_nothing()


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_tap_that_she_is_safe_reminds_and_alarms_nobody(
    story: Story, language: str
) -> None:
    sofie = await story.coordinator(language=language)
    ana, karim = await two(story, language)
    await ana.says(DANGER[language])
    await karim.says("ik lees het")
    await ana.touches(SAFE)
    for phone in (ana, karim, sofie):
        phone.turns_the_page()
    await story.passes(hours=3)
    for phone in (ana, karim, sofie):
        phone.hears_nothing()


async def test_a_tap_that_she_is_safe_answers_no_word_of_hers_that_waits(story: Story) -> None:
    sofie = await story.coordinator()
    ana, karim = await two(story)
    await ana.says(DANGER["nl"])
    cried = story.clock.now()
    await story.passes(minutes=2)
    await ana.touches(SAFE)
    assert (await story.handoff()).unanswered_at == cried
    sofie.turns_the_page()
    await story.passes(hours=1, minutes=1)
    karim.reads(REPLY_NUDGE, name="Ana")
    sofie.reads(NO_REPLY)


@pytest.mark.parametrize("language", ["nl", "fr"])
async def test_nobody_is_coming_yet_and_then_help_is(story: Story, language: str) -> None:
    ana, karim = await two(story, language)
    story.mind.learns(MEDICAL[language], "crisis_medical", level="act")
    await ana.says(MEDICAL[language])
    coming = words("safety/medical/button/safe")
    nobody = words("safety/medical/button/not_safe")
    keeps_her_human(story, ana, coming, nobody, words("safety/medical/button/well"))
    await ana.touches(nobody)
    karim.sees(story.text(nobody, language))
    ana.sees("112")
    await ana.says(story.text(coming, language))
    karim.sees(story.text(coming, language))
    ana.reads(words("safety/medical/after/safe"))
    assert story.text(GOOD, language) not in ana.one().text
    assert [row.answer for row in await story.rows(select(Concern))] == ["safe"]


@pytest.mark.parametrize("answer", [YES, THE_DAY, words("safety/button/rather_not")])
async def test_the_gentle_question_says_whose_it_is_and_who_reads(
    story: Story, answer: Text
) -> None:
    ana, karim = await two(story)
    story.mind.learns("alles is grijs", "crisis_suicide", level="ask")
    await ana.says("alles is grijs")
    ana.reads(ASK)
    ana.reads(words("safety/held/asks"))
    ana.reads(PASSED, name="Karim")
    keeps_her_human(story, ana, YES, THE_DAY, words("safety/button/rather_not"))
    karim.turns_the_page()
    await ana.touches(answer)
    karim.sees(story.text(answer, "nl"))
    karim.reads(YES_MARK if answer is YES else ANSWER_MARK, name="Ana")
    ana.reads(PASSED, name="Karim")
    if answer is YES:
        answered_in_a_talk = [story.text(one, "nl") for one in (SAFE, NOT_SAFE, BUTTON_STOP)]
        assert list(ana.screen.keyboard) == answered_in_a_talk
    assert story.text(PERSON, "nl") not in ana.screen.keyboard


async def test_what_is_sent_on_says_it_too(story: Story) -> None:
    ana, karim = await two(story)
    await ana.forwards(DANGER["nl"])
    ana.reads(words("safety/sent-on/question"))
    ana.reads(PASSED, name="Karim")
    await ana.touches(words("safety/sent-on/button/else"))
    karim.sees(story.text(words("safety/sent-on/button/else"), "nl"))
    keeps_her_human(story, ana)


async def test_said_again_it_asks_what_makes_calling_hard_and_offers_nobody(story: Story) -> None:
    ana, _ = await two(story)
    await ana.says(DANGER["nl"])
    await story.passes(minutes=5)
    await ana.says(f"{DANGER['nl']}, echt")
    ana.reads(CALL)
    ana.reads(PASSED, name="Karim")
    assert story.text(PERSON, "nl") not in ana.screen.keyboard


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_the_coordinator_hears_who_is_there_and_not_who_she_is(
    story: Story, language: str
) -> None:
    sofie = await story.coordinator()
    ana, karim = await two(story, language)
    await ana.says(DANGER[language])
    ana.reads(words("safety/held/alert"), minutes=15)
    await ana.says(story.text(PERSON, language))  # there is one: it is not to say she is safe
    ana.reads(PERSON_HOLDS, name="Karim")
    await karim.says("ik blijf bij u")
    await story.passes(minutes=16)
    sofie.reads(danger.ALERT)
    sofie.reads(danger.HELD_BY, name="Karim")
    sofie.sees_not("Ana", DANGER[language])


async def test_her_word_that_she_is_safe_keeps_the_alert_back(story: Story) -> None:
    sofie = await story.coordinator()
    ana, _ = await two(story)
    await ana.says(DANGER["nl"])
    await ana.touches(SAFE)
    await story.passes(minutes=20)
    sofie.hears_nothing()


async def test_with_nobody_in_a_talk_the_alert_names_no_volunteer(story: Story) -> None:
    sofie, _ = await story.coordinator(), await story.volunteer()
    ana = await story.resident("Ana")
    await ana.says(DANGER["nl"])
    await story.passes(minutes=16)
    told = {"number": 1, "hour": "09:00", "language": "Nederlands"}
    assert sofie.one().text == story.text(danger.ALERT, "nl", **told)


async def test_an_answer_is_never_too_much(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floods, "MOST_IN_A_FLOOD", 1)
    ana, karim = await two(story)
    await ana.says("dag")
    await ana.says(DANGER["nl"])
    await ana.touches(NOT_SAFE)
    karim.sees(story.text(NOT_SAFE, "nl"))
    karim.turns_the_page()
    await ana.says("en nog iets")
    karim.hears_nothing()


async def test_what_was_asked_before_the_talk_swallows_no_word_to_him(story: Story) -> None:
    """'Something else' is for who asked it last; that she is safe counts whenever she says it."""
    sofie, karim = await story.coordinator(), await story.volunteer()
    ana = await story.resident("Ana")
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    await ana.says(DANGER["nl"])
    await ana.touches(NOT_SAFE)
    await story.passes(minutes=1)
    await karim.touches(BUTTON_CLAIM)
    await karim.says("waarover wilt u praten")
    karim.turns_the_page()
    await ana.says(story.text(words("safety/after/hard/other"), "nl"))
    assert karim.one().text == story.text(words("safety/after/hard/other"), "nl")
    ana.hears_nothing()
    sofie.turns_the_page()
    await ana.says(story.text(SAFE, "nl"))
    karim.sees(story.text(SAFE, "nl"))
    waiting = select(Timer).where(Timer.kind == "danger", Timer.done_at.is_(None))
    assert not await story.rows(waiting)


async def test_after_a_stop_beside_it_a_person_is_offered_again(story: Story) -> None:
    ana, _ = await two(story)
    ana.writes(DANGER["nl"])
    ana.writes("stop")
    await story.settles()
    answered(ana)
    ana.sees(story.text(words("safety/reads/nobody"), "nl"))
    ana.sees_not(story.text(PASSED, "nl", name="Karim"))


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_while_she_waits_it_says_that_she_asked_already(story: Story, language: str) -> None:
    ana = await story.resident("Ana", language)
    await story.volunteer("Karim", language)
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    await ana.says(DANGER[language])
    ana.reads(words("safety/asked"), organisation="De Brug")
    ana.sees_not(story.text(words("safety/reads/nobody"), language))
    wanted = [story.text(one, language) for one in (SAFE, NOT_SAFE, URGENT)]
    assert list(ana.screen.keyboard) == wanted
    await ana.sends("voice")
    ana.reads(words("safety/voice/asked"))
    await ana.touches(URGENT)
    assert (await story.handoff()).urgency == "urgent"
    await ana.sends("voice")
    assert story.text(URGENT, language) not in ana.screen.keyboard


async def test_when_her_volunteer_is_gone_a_person_is_offered(story: Story) -> None:
    ana, karim = await two(story)
    await ana.says("dag")
    await goes(story, karim)
    assert (await story.handoff()).state == "asking"
    await ana.says(DANGER["nl"])
    assert story.text(PERSON, "nl") in ana.screen.keyboard
    await ana.touches(PERSON)
    assert (await story.handoff()).state in ("handed_on", "escalated")
