"""What a volunteer is told is true: when alerts come, for which talk a command is, and what became
of his words. A glance is no ring, and nobody loses a talk by one tap."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import coming, debriefs, former, numbers, outcomes, overview_texts, shifts, talk_commands
from bot.addressee_texts import BUTTON_TO, DONE_ALREADY, HAS_COMMAND, WHICH_COMMAND
from bot.handoff_texts import (
    ALERT,
    BUTTON_CLAIM,
    BUTTON_DECLINE,
    BUTTON_YES,
    CANNOT_GO_ON,
    CLOSED_RESIDENT,
    CLOSED_VOLUNTEER,
    NEVER_WROTE,
)
from bot.lifecycle import HELD
from bot.store.tables import Handoff, Volunteer

from .story import Phone, Story
from .test_addressee import two
from .test_bridge import in_danger
from .test_shifts import asks

EVERY = pytest.mark.parametrize("language", ["nl", "fr", "en"])
UNTIL = {"nl": "/away tot woensdag", "fr": "/away jusqu'à mercredi", "en": "/away until Wednesday"}


def rings(story: Story, phone: Phone) -> bool:
    label = story.text(BUTTON_CLAIM, phone.language)
    return any(label in one.labels for one in phone.news)


@EVERY
async def test_duty_ends_days_off_and_who_waits_rings_at_once(story: Story, language: str) -> None:
    await story.coordinator()
    karim = await story.volunteer("Karim", language)
    await karim.says(UNTIL[language])
    ana = await story.resident("Ana", language, hour=None)
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    karim.turns_the_page()
    await karim.says("/duty")
    karim.reads(shifts.AWAY_ENDS)
    karim.reads(shifts.ON_DUTY)
    assert rings(story, karim)


async def test_i_am_back_rings_too_unless_off_duty(story: Story) -> None:
    await story.coordinator()
    karim, lies = await story.volunteer("Karim"), await story.volunteer("Lies")
    await lies.says("/duty")
    for phone in (karim, lies):
        await phone.says("/away tot woensdag")
    await asks(story)
    for phone in (karim, lies):
        phone.turns_the_page()
        await phone.touches(shifts.BUTTON_BACK)
    assert karim.screen.messages[-2].text == (
        f"{story.text(shifts.BACK, 'nl')} {story.text(coming.AGAIN, 'nl')}"
    )
    assert rings(story, karim)
    assert not rings(story, lies)
    assert story.text(coming.OFF, "nl") in lies.last.text


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_debrief_that_is_owed_comes_first_and_then_who_waits(
    story: Story, language: str
) -> None:
    await story.coordinator()
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.talk(ana, karim)
    await ana.says({"nl": "ik wil dood", "fr": "je veux mourir", "en": "I want to die"}[language])
    await karim.says("/close")
    karim.reads(debriefs.ASK, number=1)
    bea = await story.resident("Bea", language, hour=None)
    await bea.says("/human")
    await bea.touches(BUTTON_YES)
    await karim.says("/duty")
    await karim.says("/duty")
    karim.reads(shifts.ON_ALL_THE_SAME)
    karim.reads(debriefs.ASK, number=1)
    assert not rings(story, karim)
    await karim.touches(debriefs.BUTTONS["fine"])
    assert rings(story, karim)
    texts = [one.text for one in karim.screen.messages]
    thanks = story.text(debriefs.THANKS["fine"], language)
    assert f"{thanks} {story.text(coming.AGAIN, language)}" in texts


async def test_off_duty_a_debrief_promises_no_alerts(story: Story) -> None:
    _, karim, _ = await in_danger(story)
    await karim.says("/close")
    await karim.says("/duty")
    await karim.touches(debriefs.BUTTONS["heavy"])
    off = story.text(coming.OFF, "nl")
    said = f"{story.text(debriefs.THANKS['heavy'], 'nl')} {off}"
    assert said in [one.text for one in karim.screen.messages]


async def test_outside_of_his_hours_and_with_full_hands_he_reads_so(story: Story) -> None:
    await story.coordinator()
    karim = await story.volunteer("Karim")
    await karim.says("/hours maandag van 14 tot 17")
    await karim.says("/duty")
    await karim.says("/duty")
    karim.reads(coming.HOURS, when="14:00")
    await karim.says("/hours altijd")
    for name in ("Ana", "Bea", "Cleo"):
        await story.talk(await story.resident(name, hour=None), karim)
    await karim.says("/duty")
    await karim.says("/duty")
    karim.reads(coming.FULL)


@EVERY
async def test_off_duty_his_talks_stay_his_and_are_counted(story: Story, language: str) -> None:
    karim = await story.volunteer("Karim", language, "nl")
    await karim.says("/duty")
    assert karim.one().text == story.text(shifts.OFF_DUTY, language)
    await karim.says("/duty")
    await story.talk(await story.resident("Ana", hour=None), karim)
    await karim.says("/duty")
    karim.reads(coming.STAYS)
    await karim.says("/duty")
    await story.talk(await story.resident("Bea", hour=None), karim)
    await karim.says("/duty")
    karim.reads(coming.STAY, count=2)
    await karim.says("/duty")
    await karim.says(UNTIL[language])
    karim.reads(coming.STAY, count=2)


async def test_a_glance_at_night_is_no_ring(story: Story) -> None:
    """She was promised that volunteers are asked in the morning, and the only one is."""
    await story.coordinator()
    karim = await story.volunteer("Karim")
    await story.until_local("23:10")
    ana = await asks(story)
    karim.turns_the_page()
    await karim.says("/open")
    assert rings(story, karim)
    karim.turns_the_page()
    await story.until_local("08:01", days=0)
    assert rings(story, karim)
    karim.reads(ALERT)
    await karim.touches(BUTTON_CLAIM)
    ana.sees("Karim")


async def test_a_glance_takes_back_no_not_now(story: Story) -> None:
    await story.coordinator()
    karim = await story.volunteer("Karim")
    await asks(story)
    await karim.touches(BUTTON_DECLINE)
    await karim.says("/open")
    karim.turns_the_page()
    await story.passes(hours=5)
    assert not rings(story, karim), "he said so until tomorrow"
    await karim.says("/duty")
    await karim.says("/duty")
    assert rings(story, karim), "now he comes for alerts"


@EVERY
async def test_she_reads_the_truth_of_who_goes(story: Story, language: str) -> None:
    """He never wrote, or they had talked, also when it came back to him since."""
    await story.coordinator()
    karim = await story.volunteer("Karim", language)
    await story.volunteer("Lies", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.talk(ana, karim, greeted=False)
    await karim.says("/release")
    ana.reads(NEVER_WROTE, name="Karim")
    await karim.says("/open")
    await karim.touches(BUTTON_CLAIM)
    await karim.says("dag, hier ben ik")
    await ana.says("dag")
    await karim.says("/release")
    ana.reads(CANNOT_GO_ON, name="Karim")
    await karim.says("/open")
    await karim.touches(BUTTON_CLAIM)
    ana.turns_the_page()
    await karim.says("/close")
    ana.hears_nothing()
    karim.reads(talk_commands.UNWRITTEN, name="Ana")
    await karim.touches(talk_commands.BUTTON_HAND)
    ana.reads(CANNOT_GO_ON, name="Karim")
    ana.sees_not(story.text(CLOSED_RESIDENT, language, name="Karim"))


@EVERY
async def test_a_command_is_carried_out_for_the_talk_that_he_taps(
    story: Story, language: str
) -> None:
    ana, bea, karim = await two(story, language)
    await karim.says("/close")
    karim.reads(WHICH_COMMAND, command="close")
    assert [label for one in karim.news for label in one.labels] == ["/close: Ana", "/close: Bea"]
    for phone in (ana, bea):
        phone.hears_nothing()
    of_bea = karim.news[-1]
    await karim.taps("/close: Ana")
    ana.reads(CLOSED_RESIDENT, name="Karim")
    bea.hears_nothing()
    await karim.forges("to:2", of_bea)
    assert karim.toasts == [story.text(DONE_ALREADY, language)]
    bea.hears_nothing()
    assert [row.id for row in await story.rows(select(Handoff).where(Handoff.state.in_(HELD)))] == [
        2
    ]


async def test_release_and_meet_find_their_talk_by_a_tap_too(story: Story) -> None:
    ana, bea, karim = await two(story)
    await karim.says("/meet vrijdag om 10 uur aan het loket")
    await karim.taps("/meet: Ana")
    karim.sees("vrijdag")
    await karim.says("/release")
    await karim.taps("/release: Bea")
    bea.reads(CANNOT_GO_ON, name="Karim")
    assert (await story.handoff()).claimed_by is None
    ana.hears_nothing()


async def test_what_is_closed_has_its_number_and_is_answered_before_the_next(story: Story) -> None:
    """'That talk' is never the one that he was just told to go on with."""
    karim = await story.volunteer("Karim")
    ana, bea = [await story.resident(name, hour=None) for name in ("Ana", "Bea")]
    for phone in (ana, bea):
        await story.talk(phone, karim)
    await ana.says("ik wil dood")
    from_ana = next(m for m in karim.screen.messages if m.text.endswith("ik wil dood"))
    await karim.says("/close", reply_to=from_ana)
    closed = story.text(CLOSED_VOLUNTEER, "nl", number=1, hour="09:00")
    texts = [one.text for one in karim.news]
    assert texts[0].startswith(closed)
    assert "gesprek 1" in texts[1], "the debrief"
    assert len(texts) == 2
    await karim.touches(outcomes.BUTTONS["listened"])
    await karim.touches(debriefs.BUTTONS["fine"])
    assert karim.last.text.endswith("Bea.")


async def test_of_one_talk_a_debrief_is_asked_once(story: Story) -> None:
    _, karim, sofie = await in_danger(story)
    await karim.says("/release")
    karim.reads(debriefs.ASK, number=1)
    for _ in range(3):
        karim.turns_the_page()
        await story.passes(hours=24)
        asked = story.text(debriefs.ASK, "nl").partition("{")[0]
        assert not [one for one in karim.news if asked in one.text]
    sofie.reads(overview_texts.DEBRIEF, name="Karim", day="maandag 5 oktober")
    await karim.touches(debriefs.BUTTONS["fine"])
    await karim.says("/open")
    await karim.touches(BUTTON_CLAIM)
    await karim.says("hier ben ik weer")
    await karim.says("/release")
    assert (await story.rows(select(Volunteer)))[0].debrief_of is None


@EVERY
async def test_ill_is_asked_first(story: Story, language: str) -> None:
    sofie = await story.coordinator(language=language)
    karim = await story.volunteer("Karim")
    await story.talk(await story.resident("Ana", hour=None), karim)
    await sofie.says("/volunteers")
    await sofie.taps(sofie.last.labels[0])
    await sofie.touches(overview_texts.BUTTON_REST)
    assert sofie.last.text == story.text(overview_texts.SURE_REST, language, name="Karim")
    assert (await story.handoff()).claimed_by is not None
    await sofie.taps(story.text(overview_texts.BUTTON_SURE_REST, language, name="Karim"))
    assert (await story.handoff()).claimed_by is None
    assert sofie.last.text == story.text(overview_texts.RESTS, language, name="Karim", count=1)


@EVERY
async def test_who_left_reads_that_his_words_went_to_nobody(story: Story, language: str) -> None:
    sofie = await story.coordinator()
    karim = await story.volunteer("Karim", language)
    number = (await story.person(karim)).id
    await sofie.forges(f"team:leaves:{number}")
    for words in ("dag Ana, hoe is het?", "/close"):
        await karim.says(words)
        if words == "/close":
            assert len(karim.news) == 1, "told once; from then on as anybody"
        else:
            organisation = story.house.organisation
            told = story.text(former.TO_NOBODY, language, organisation=organisation)
            assert karim.one().text == told


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "Beweeg niet, ik bel nu 112. Je wil dood, maar er komt hulp"),
        ("fr", "Ne bougez pas, j'appelle le 112. Vous voulez mourir, j'ai lu"),
        ("en", "do not move, I call 112 now. You want to die, I read it"),
    ],
)
async def test_who_says_that_he_calls_is_thanked(story: Story, language: str, words: str) -> None:
    karim = await story.volunteer("Karim", language)
    await story.talk(await story.resident("Ana", language, hour=None), karim)
    story.mind.learns(words, "crisis_suicide", level="act")
    await karim.says(words)
    assert story.text(numbers.ACTS, language) in karim.last.text
    assert "112" in karim.last.text
    story.mind.learns("ik wil zelf dood", "crisis_suicide", level="act")
    await karim.says("ik wil zelf dood")
    karim.reads(numbers.VOLUNTEER_NOTE)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "Och, hebt u zich pijn gedaan?"),
        ("nl", "Dag Ana. Heb je je bezeerd bij de val?"),
        ("fr", "Oh, vous vous êtes fait mal ?"),
        ("en", "Oh dear, did you hurt yourself?"),
    ],
)
async def test_whether_she_is_hurt_is_no_danger_of_his(
    story: Story, language: str, words: str
) -> None:
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.talk(ana, karim)
    karim.turns_the_page()
    for said in (words, f"{words} Ik wil dood"):
        story.mind.learns(said, "crisis_suicide", level="act")
    await karim.says(words)
    ana.sees(words)
    assert not [shown for shown in karim.news if "112" in shown.text]
    await karim.says(f"{words} Ik wil dood")
    karim.reads(numbers.VOLUNTEER_NOTE)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "ze heeft ontstopper gedronken"),
        ("nl", "ik denk aan koolmonoxide"),
        ("fr", "elle a pris trop de dafalgan"),
        ("en", "she had drain cleaner"),
    ],
)
async def test_the_poison_centre_is_among_the_numbers(
    story: Story, language: str, words: str
) -> None:
    """Whatever was taken: no list knows every name of it."""
    karim = await story.volunteer("Karim", language)
    await story.talk(await story.resident("Ana", language, hour=None), karim)
    story.mind.learns(words, "crisis_medical", level="act")
    story.mind.learns(f"/report {words}", "crisis_medical", level="act")
    for said in (words, f"/report {words}"):
        await karim.says(said)
        karim.reads(numbers.VOLUNTEER_NOTE)
        karim.sees("070 245 245")


@EVERY
async def test_a_command_within_a_sentence_is_asked_about(story: Story, language: str) -> None:
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.talk(ana, karim)
    mine = await karim.says("wat doet /release eigenlijk?")
    ana.hears_nothing()
    assert karim.one().text == story.text(HAS_COMMAND, language, name="Ana")
    assert karim.last.reply_to == mine.message_id
    await karim.taps(story.text(BUTTON_TO, language, name="Ana"))
    ana.sees("wat doet /release eigenlijk?")
    await karim.says("schrijf gerust /stop als u wil, of en/of dat")
    ana.sees("/stop")


@EVERY
async def test_a_question_of_hers_without_an_answer_is_not_closed_unaware(
    story: Story, language: str
) -> None:
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.talk(ana, karim)
    await ana.says("komt u morgen?")
    await karim.says("/close")
    assert karim.last.text == story.text(talk_commands.UNANSWERED, language, name="Ana")
    assert "morgen" not in karim.last.text
    await karim.touches(talk_commands.BUTTON_GO_ON)
    assert karim.last.text == story.text(talk_commands.NOW_OPEN, language, name="Ana")
    assert (await story.handoff()).state in HELD
    await karim.says("/close")
    asked = karim.last
    await story.passes(minutes=1)
    await ana.says("of toch niet?")
    await karim.forges(next(b.data for b in asked.inline if ":close:" in b.data), asked)
    assert (await story.handoff()).state in HELD, "she asked more since"
    await karim.touches(talk_commands.BUTTON_CLOSE_ANYWAY)
    ana.reads(CLOSED_RESIDENT, name="Karim")


async def test_an_answered_question_and_a_goodbye_close_at_once(story: Story) -> None:
    karim = await story.volunteer("Karim")
    ana = await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    await ana.says("komt u morgen?")
    await karim.says("ja hoor")
    await story.passes(minutes=1)
    await ana.says("dank u, tot dan")
    await karim.says("/close")
    ana.reads(CLOSED_RESIDENT, name="Karim")


@EVERY
async def test_emergency_help_is_an_outcome(story: Story, language: str) -> None:
    karim = await story.volunteer("Karim", language)
    await story.talk(await story.resident("Ana", language, hour=None), karim)
    await karim.says("/close")
    await karim.touches(outcomes.BUTTONS["emergency"])
    assert (await story.handoff()).outcome == "emergency"


@EVERY
async def test_close_without_a_word_of_his_asks_first(story: Story, language: str) -> None:
    """She is told nothing before he chose, and then what he chose."""
    await story.coordinator()
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.talk(ana, karim, greeted=False)
    await karim.says("/close")
    karim.reads(talk_commands.UNWRITTEN, name="Ana")
    ana.hears_nothing()
    question = karim.last
    await karim.says({"nl": "ja", "fr": "oui", "en": "yes"}[language])
    ana.hears_nothing()
    await karim.forges(question.inline[2].data, question)
    ana.hears_nothing()
    await karim.says("/close")
    await karim.touches(talk_commands.BUTTON_FINISH)
    ana.reads(CLOSED_RESIDENT, name="Karim")
    assert (await story.handoff()).state == "closed"
