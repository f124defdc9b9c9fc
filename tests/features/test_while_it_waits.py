"""While nobody has taken her request, the bot goes on as ever, and says that it still waits."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.handoff_texts import (
    ALERT_OVER,
    BUTTON_CLAIM,
    BUTTON_YES,
    NOT_SHARED,
    WITHDRAWN_EARLY,
)
from bot.rhythm import Verdict
from bot.store.tables import Contact

from .story import Phone, Story
from .test_handoff import asks
from .test_safety import DANGER, PERSON, QUESTION
from .test_safety import words as said_by

SUICIDE_ASK = said_by("safety/suicide/ask")
ANYBODY = {"nl": "hallo? is daar iemand?", "fr": "allô ? quelqu'un ?", "en": "anyone there?"}


async def waits(story: Story, language: str = "nl") -> Phone:
    ana = await story.resident("Ana", language, hour="10:00")
    await asks(story, ana)
    await ana.touches(BUTTON_YES)
    return ana


async def outcomes(story: Story) -> list[str]:
    return [row.outcome for row in await story.rows(select(Contact).order_by(Contact.id))]


async def test_the_first_words_go_on_until_somebody_has_it(story: Story) -> None:
    karim = await story.volunteer()
    ana = await waits(story)
    for day in range(3):
        await story.until_local("10:30")
        assert await outcomes(story) == [Verdict.YES] * (day + 1)
        await ana.says("dank u")
    await story.until_local("09:30")
    await karim.touches(BUTTON_CLAIM)
    await karim.says("dag, hier ben ik")
    await story.until_local("10:30")
    assert await outcomes(story) == [Verdict.YES] * 3 + [Verdict.HANDOFF]
    assert (await story.handoff()).state == "greeted"


@pytest.mark.parametrize("intent", ["greet", "ask_bot_identity"])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_is_anybody_there(story: Story, language: str, intent: str) -> None:
    words = ANYBODY[language]
    story.mind.learns(words, intent, sure=0.6)
    ana = await story.resident("Ana", language, hour="10:00")
    await ana.says(words)
    still = story.said("person/asked", language)
    assert still not in ana.one().text
    await asks(story, ana)
    await ana.says(words)
    assert still not in ana.one().text, "nobody was asked: she has not said yes"
    await ana.touches(BUTTON_YES)
    await ana.says(words)
    assert still in ana.one().text


async def test_is_anybody_there_in_the_middle_of_a_question(story: Story) -> None:
    """The question that she was asked comes back behind it."""
    ana = await waits(story)
    story.mind.learns(ANYBODY["nl"], "ask_bot_identity", sure=0.8)
    await ana.says("/hour")
    asked = ana.one().text
    await ana.says(ANYBODY["nl"])
    told = ana.one().text
    assert told.index(story.said("person/asked", "nl")) < told.index(asked.split("\n")[-1])


OFF = {
    "nl": ("laat maar zitten, die komen toch niet", "skip"),
    "fr": ("bon ça va je vais demander à ma fille, annulez", "stop_contact"),
    "en": ("cancel my request", "stop_contact"),
}
NOBODY = {
    "nl": ("ik wil geen vrijwilliger meer", "laat maar, ik wil niemand spreken"),
    "fr": ("je ne veux plus de bénévole", "plus besoin de quelqu'un"),
    "en": ("stop waiting. i dont want person now", "I don't need a person any more"),
}
ASKED = {
    "nl": ("is mijn aanvraag nu weg?", "delete_data"),
    "fr": ("j'attends depuis une heure, y a personne?", "feel_lonely"),
    "en": ("is my request gone?", "delete_data"),
}


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_her_request_is_taken_back_by_a_yes_alone(story: Story, language: str) -> None:
    karim = await story.volunteer("Karim", language)
    ana = await waits(story, language)
    words, intent = OFF[language]
    story.mind.learns(words, intent, sure=0.96)
    await ana.says(words)
    ana.hears("call_off/ask")
    await ana.picks("call_off/ask/no")
    ana.hears("call_off/kept")
    assert (await story.handoff()).state == "open"
    await ana.says(words)
    await ana.picks("call_off/ask/yes")
    ana.reads(WITHDRAWN_EARLY)
    assert (await story.handoff()).state == "withdrawn"
    karim.reads(ALERT_OVER)


@pytest.mark.parametrize(
    ("language", "no"),
    [
        ("nl", "nee, laat maar"),
        ("nl", "Nee hoor, laat het maar zitten"),
        ("nl", "laat maar zitten"),
        ("fr", "non, laissez tomber"),
        ("fr", "laissez tomber"),
        ("en", "no, never mind"),
        ("en", "No forget it"),
    ],
)
async def test_a_no_with_never_mind_behind_it_lets_it_stand(
    story: Story, language: str, no: str
) -> None:
    await story.volunteer("Karim", language)
    ana = await waits(story, language)
    words, intent = OFF[language]
    story.mind.learns(words, intent, sure=0.96)
    await ana.says(words)
    ana.hears("call_off/ask")
    await ana.says(no)
    ana.hears("call_off/kept")
    assert (await story.handoff()).state == "open"


@pytest.mark.parametrize(
    ("language", "vague"),
    [("nl", "ik zie wel zekers"), ("fr", "on verra bien"), ("en", "we will see then")],
)
async def test_no_guess_at_a_yes_takes_it_back(story: Story, language: str, vague: str) -> None:
    await story.volunteer("Karim", language)
    ana = await waits(story, language)
    words, intent = OFF[language]
    story.mind.learns(words, intent, sure=0.96)
    story.mind.learns(vague, "affirm", sure=0.96)
    await ana.says(words)
    ana.hears("call_off/ask")
    await ana.says(vague)
    assert (await story.handoff()).state == "open"


@pytest.mark.parametrize(
    ("language", "words"), [(code, said) for code, both in NOBODY.items() for said in both]
)
async def test_no_person_any_more_is_no_thought_of_death(
    story: Story, language: str, words: str
) -> None:
    story.mind.learns(words, "crisis_suicide", sure=0.96, level="ask")
    await story.volunteer("Karim", language)
    ana = await waits(story, language)
    await ana.says(words)
    ana.hears("call_off/ask")
    await ana.picks("call_off/ask/yes")
    assert (await story.handoff()).state == "withdrawn"
    await ana.says(words)  # nobody is asked for by now
    ana.reads(SUICIDE_ASK)


OF_ALL = (
    *("ik heb niemand meer nodig", "ik wil niemand meer spreken"),
    *("ik heb geen mens meer nodig", "ik wil geen mens meer"),
)


@pytest.mark.parametrize("words", OF_ALL)
async def test_what_may_be_said_of_everybody_leaves_a_doubt_standing(
    story: Story, words: str
) -> None:
    """In Dutch it may be of the volunteer, or of all there is."""
    story.mind.learns(words, "crisis_suicide", sure=0.96, level="ask")
    await story.volunteer("Karim", "nl")
    ana = await waits(story, "nl")
    await ana.says(words)
    ana.reads(SUICIDE_ASK)


@pytest.mark.parametrize("words", OF_ALL[1:])
async def test_and_without_one_it_takes_the_request_back(story: Story, words: str) -> None:
    await story.volunteer("Karim", "nl")
    ana = await waits(story, "nl")
    await ana.says(words)
    ana.hears("call_off/ask")


NONE_LEFT = {
    "nl": ("ik heb geen mens meer", "ik heb niemand te spreken"),
    "fr": ("je n'ai plus personne", "je n'ai personne à qui parler"),
    "en": ("I have nobody", "I have nobody any more"),
}


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_model_that_is_sure_of_danger_is_heard(story: Story, language: str) -> None:
    """Also beside words that call her request off; and who has nobody calls nothing off."""
    ana = await waits(story, language)
    for words in NONE_LEFT[language]:
        story.mind.learns(words, "crisis_suicide", sure=0.96, level="ask")
        await ana.says(words)
        ana.reads(SUICIDE_ASK)
    sure = NOBODY[language][1]
    story.mind.learns(sure, "crisis_suicide", sure=0.96, level="act")
    await ana.says(sure)
    ana.reads(QUESTION)
    assert (await story.handoff()).state == "escalated"


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_no_person_any_more_in_danger(story: Story, language: str) -> None:
    """The request goes, and what worried is asked about anew."""
    words = NOBODY[language][0]
    ana = await story.resident("Ana", language, hour=None)
    await ana.says(DANGER[language])
    await ana.touches(PERSON)
    await ana.touches(BUTTON_YES)
    await ana.says(words)
    ana.hears("call_off/ask")
    await ana.picks("call_off/ask/yes")
    ana.reads(WITHDRAWN_EARLY)
    ana.reads(QUESTION)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_no_person_any_more_to_the_text(story: Story, language: str) -> None:
    """While it waits for her yes these words are a no."""
    words = NOBODY[language][0]
    story.mind.learns(words, "crisis_suicide", sure=0.96, level="ask")
    ana = await story.resident("Ana", language, hour=None)
    await ana.says("/human")
    await ana.says(words)
    ana.reads(NOT_SHARED)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_where_her_request_stands(story: Story, language: str) -> None:
    words, intent = ASKED[language]
    story.mind.learns(words, intent, sure=0.7)
    ana = await waits(story, language)
    await ana.says(words)
    ana.hears("request/stands")
    assert (await story.handoff()).state == "escalated"
