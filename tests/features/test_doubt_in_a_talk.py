"""What was only asked about in a talk, without an answer, is told to nobody as danger. She is not
left without anybody for it either."""

from __future__ import annotations

import pytest

from bot import debriefs
from bot import overview_texts as texts
from bot.handoff_texts import ASKED_MARK, BUTTON_CLAIM, BUTTON_YES, LAPSED, NO_ANSWER
from bot.open_texts import NO_REPLY

from .story import Phone, Story
from .test_safety import NOT_SAFE, THE_DAY, words

EVERY = pytest.mark.parametrize("language", ["nl", "fr", "en"])
UNSURE = {"nl": "alles is grijs", "fr": "tout est gris", "en": "all is grey"}
RATHER_NOT, IT_IS = words("safety/button/rather_not"), words("safety/button/yes")


async def doubted(story: Story, language: str) -> tuple[Phone, Phone, Phone]:
    """In a talk with Karim something is asked about, gently."""
    sofie = await story.coordinator("Sofie", language)
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.talk(ana, karim)
    story.mind.learns(UNSURE[language], "crisis_suicide", level="ask")
    await ana.says(UNSURE[language])
    karim.reads(ASKED_MARK, name="Ana")
    return ana, karim, sofie


async def rings_next(story: Story, karim: Phone, language: str) -> bool:
    """Karim ends the talk. Whether his phone rings for the next one."""
    await karim.says("/close")
    debrief = story.text(debriefs.BUTTONS["call"], language) in karim.last.labels
    bea = await story.resident("Bea", language, hour=None)
    await bea.says("/human")
    await bea.touches(BUTTON_YES)
    rings = story.text(BUTTON_CLAIM, language) in karim.last.labels
    assert rings is not debrief
    return rings


@EVERY
@pytest.mark.parametrize("answer", ["none", "rather not", "a heavy day", "yes", "not safe"])
async def test_only_her_yes_asks_him_to_look_back(story: Story, language: str, answer: str) -> None:
    ana, karim, _ = await doubted(story, language)
    if answer == "not safe":
        await ana.says(story.text(NOT_SAFE, language))
    elif answer != "none":
        await ana.touches({"rather not": RATHER_NOT, "a heavy day": THE_DAY, "yes": IT_IS}[answer])
    assert await rings_next(story, karim, language) is (answer not in ("yes", "not safe"))


@EVERY
async def test_the_coordinator_reads_it_as_a_doubt(story: Story, language: str) -> None:
    _, _, sofie = await doubted(story, language)
    await story.passes(hours=4)
    await sofie.says("/today")
    sofie.reads(texts.LATE_DOUBT, number=1, name="Karim")
    danger = story.text(texts.LATE_CRISIS, language, number=1, name="Karim", age="4")
    sofie.sees_not(danger.split(":")[0])
    sofie.sees_not("Ana")


async def test_it_stands_above_what_is_no_doubt(story: Story) -> None:
    karim, bea = await story.volunteer("Karim"), await story.resident("Bea", hour=None)
    await story.talk(bea, karim)
    await bea.says("bent u er nog")
    _, _, sofie = await doubted(story, "nl")
    await story.passes(hours=4)
    await sofie.says("/today")
    first, second = sofie.last.text.splitlines()[1:3]
    assert first.startswith("1. Gesprek 2, waarin ik")
    assert second.startswith("2. Gesprek 1: ")


@EVERY
async def test_in_doubt_she_is_not_left_alone(story: Story, language: str) -> None:
    """He is silent: coordinators hear of it, and somebody else comes in the end."""
    ana, karim, sofie = await doubted(story, language)
    lies = await story.volunteer("Lies", language)
    for _ in range(2):
        await story.passes(hours=4)
    ana.reads(NO_ANSWER, name="Karim")
    assert story.text(NO_REPLY, language, number=1, language="…").split("…")[1] in sofie.last.text
    await story.passes(hours=15)  # the next morning
    assert story.text(LAPSED, language, name="Ana") in str(karim)
    assert story.text(BUTTON_CLAIM, language) in lies.last.labels


@EVERY
async def test_when_he_falls_ill_others_ring_at_once(story: Story, language: str) -> None:
    _, _, sofie = await doubted(story, language)
    lies = await story.volunteer("Lies", language)
    await sofie.says("/volunteers")
    await sofie.taps(next(one for one in sofie.last.labels if one.startswith("Karim")))
    await sofie.touches(texts.BUTTON_REST)
    await sofie.taps(story.text(texts.BUTTON_SURE_REST, language, name="Karim"))
    assert story.text(BUTTON_CLAIM, language) in lies.last.labels


@EVERY
@pytest.mark.parametrize("says_yes", ["", "before she shares", "after"])
async def test_who_asks_for_a_person_in_doubt(story: Story, language: str, says_yes: str) -> None:
    """It is urgent; danger it is only where she says so, also before somebody comes."""
    await story.coordinator("Sofie", language)
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    story.mind.learns(UNSURE[language], "crisis_suicide", level="ask")
    await ana.says(UNSURE[language])
    await ana.says("/human")
    if says_yes == "before she shares":
        await ana.says(story.text(IT_IS, language))
    await ana.touches(BUTTON_YES)
    if says_yes == "after":
        await ana.says(story.text(IT_IS, language))
    assert (await story.handoff()).urgency == "urgent"
    await karim.touches(BUTTON_CLAIM)
    await karim.says("dag")
    assert (await story.handoff()).crisis is bool(says_yes)
    assert await rings_next(story, karim, language) is not bool(says_yes)
