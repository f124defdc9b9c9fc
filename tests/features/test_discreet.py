"""Somebody else may hold her telephone: once she hid the chat nothing asks whether she is safe, and
after violence nothing that comes of itself tells of it. The alert to coordinators goes on."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from bot import danger, looked, mydata_dangers
from bot.dialogue.values import date_text
from bot.handoff_texts import BUTTON_CLAIM, BUTTON_NO, BUTTON_YES, IN_HELP, WITHDRAWN_EARLY
from bot.numbers import NUMBERS
from bot.store.tables import Concern

from .story import Phone, Story
from .test_hiding import BEATEN, left
from .test_safety import CALL, DANGER, GOOD, NOT_SAFE, QUESTION, SAFE, alerts, words

LANGUAGES = pytest.mark.parametrize("language", ["nl", "fr", "en"])
TELLS = re.compile(
    r"\b(112|1712|102|0800)\b|veilig|geweld|gevaar|slaa[nt]|zwaar|schreef|hulplijn|dringend"
    r"|sécurité|violen|danger|frapp|lourd|écri(s|t|vi)|urgent|safe\b|\bhit|heavy|wrote|helpline",
    re.IGNORECASE,
)
WHOEVER = {
    "nl": ("wat is dit", "hallo", "nee", "ja", "ok", "laat maar", "daag", "wie ben jij", "/start"),
    "fr": ("c'est quoi ça", "bonjour", "non", "oui", "ok", "laisse tomber", "au revoir", "/start"),
    "en": ("what is this", "hello", "no", "yes", "ok", "never mind", "bye", "/start"),
}
SAFELY = {"nl": "ik ben veilig", "fr": "je suis en sécurité", "en": "I am safe"}
UNSAFE = {"nl": "niet veilig", "fr": "pas en sécurité", "en": "not safe"}
ILL = {"nl": "ik krijg geen lucht", "fr": "je ne peux plus respirer", "en": "I cannot breathe"}
STILL, NEUTRAL = words("safety/still"), words("safety/later-neutral")


def shown(phone: Phone) -> str:
    """Everything that the phone shows of ours, with what stands on buttons."""
    ours = [one for one in phone.screen.messages if not one.mine]
    labels = [label for one in ours for label in one.labels]
    return "\n".join([*(one.text for one in ours), *labels, *phone.screen.keyboard])


def tells_nothing(phone: Phone) -> None:
    found = TELLS.search(shown(phone))
    assert found is None, f"{found}\n{phone}"


async def hidden(story: Story, language: str, said: str = "") -> tuple[Phone, Phone]:
    sofie = await story.coordinator("Sofie", language)
    ana = await story.resident("Ana", language, hour=None)
    await ana.says(said or BEATEN[language])
    await story.passes(minutes=1)
    await ana.says("/hide")
    return sofie, ana


@LANGUAGES
async def test_whoever_types_reads_nothing_of_it(story: Story, language: str) -> None:
    sofie, ana = await hidden(story, language)
    for one in WHOEVER[language]:
        await ana.says(one)
        tells_nothing(ana)
    await ana.sends("sticker")
    tells_nothing(ana)
    assert len(left(ana)) > 3, "and is answered as anybody is"
    await story.passes(minutes=20)
    sofie.reads(danger.ALERT)
    tells_nothing(ana)


@pytest.mark.parametrize("how", ["tapped", "doubt", "ill", "suicide"])
@LANGUAGES
async def test_whatever_stood_and_of_whatever_kind(story: Story, language: str, how: str) -> None:
    story.mind.learns("pf", "crisis_violence", level="ask")
    said = {"doubt": "pf", "ill": ILL[language], "suicide": DANGER[language]}
    _, ana = await hidden(story, language, said.get(how, BEATEN[language]))
    if how == "tapped":
        await ana.says(story.text(NOT_SAFE, language))
        await ana.says("/hide")
    for one in WHOEVER[language]:
        await ana.says(one)
        ana.sees_not("112", story.text(QUESTION, language), story.text(STILL, language))
        assert story.text(SAFE, language) not in ana.screen.keyboard
        assert story.text(words("safety/medical/button/safe"), language) not in ana.screen.keyboard
        assert story.text(words("safety/button/yes"), language) not in ana.screen.keyboard


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "veilig"), ("nl", "ik ben veilig"), ("nl", "Ik ben veilig"),
        ("fr", "je suis en sécurité"), ("fr", "Je suis en sécurité"),
        ("en", "safe"), ("en", "I am safe"), ("en", "i am safe now thanks"),
    ],
)  # fmt: skip
async def test_that_she_is_safe_counts(story: Story, language: str, said: str) -> None:
    _, ana = await hidden(story, language)
    await ana.says("wat is dit")
    await ana.says(said)
    ana.reads(GOOD)
    await story.passes(minutes=20)
    assert await alerts(story) == 0


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "niet veilig"), ("nl", "ik ben niet veilig"), ("nl", "hij slaat mij weer"),
        ("fr", "pas en sécurité"), ("fr", "je ne suis pas en sécurité"),
        ("en", "not safe"), ("en", "I am not safe"),
    ],
)  # fmt: skip
async def test_once_she_writes_of_it_all_is_as_before(
    story: Story, language: str, said: str
) -> None:
    _, ana = await hidden(story, language)
    await ana.says(said)
    ana.reads(CALL)
    ana.sees("112")
    assert story.text(SAFE, language) in ana.screen.keyboard
    await ana.says("/start")
    assert story.text(SAFE, language) in ana.screen.keyboard
    await story.passes(minutes=20)
    assert await alerts(story) == 1


@LANGUAGES
async def test_help_has_the_numbers_and_no_question(story: Story, language: str) -> None:
    _, ana = await hidden(story, language)
    await ana.says("/help")
    ana.reads(NUMBERS)
    ana.sees("112")
    ana.sees_not(story.text(QUESTION, language))
    assert story.text(SAFE, language) not in ana.screen.keyboard


@LANGUAGES
async def test_taking_a_question_for_a_person_back_asks_nothing(
    story: Story, language: str
) -> None:
    _, ana = await hidden(story, language)
    await ana.says("/human")
    await ana.touches(BUTTON_NO)
    tells_nothing(ana)
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    tells_nothing(ana)
    ana.reads(IN_HELP)
    await ana.says("stop")
    ana.reads(WITHDRAWN_EARLY)
    tells_nothing(ana)
    await story.passes(hours=1)
    assert await alerts(story) == 1
    tells_nothing(ana)


@pytest.mark.parametrize("hides", [False, True])
@LANGUAGES
async def test_that_a_coordinator_looked_is_said_by_day_and_of_nothing(
    story: Story, language: str, hides: bool
) -> None:
    sofie = await story.coordinator("Sofie", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.until_local("02:40")
    await ana.says(DANGER[language] if hides else BEATEN[language])
    if hides:
        await ana.says("/hide")
    await story.passes(minutes=16)
    ana.turns_the_page()
    for _ in range(2):
        await sofie.touches(danger.BUTTON_OPEN)
        await sofie.touches(danger.BUTTONS["call"])
    ana.hears_nothing()
    await story.until_local("07:59")
    ana.hears_nothing()
    await story.until_local("08:01")
    name = f"Sofie ({story.house.organisation})"
    assert ana.one().text == story.text(looked.TOLD_NEUTRALLY, language, name=name)
    assert not ana.one().labels
    assert TELLS.search(ana.one().text) is None
    await ana.says("/mydata")
    day = date_text(story.local(story.clock.now()).date(), "long", language)
    seen = story.text(mydata_dangers.NAME_SEEN, language, name="Sofie", value=day)
    assert seen in shown(ana)


async def test_by_day_it_is_said_at_once(story: Story) -> None:
    sofie, ana = await story.coordinator("Sofie"), await story.resident("Ana", hour=None)
    await ana.says(BEATEN["nl"])
    await story.passes(minutes=16)
    ana.turns_the_page()
    await sofie.touches(danger.BUTTON_OPEN)
    await sofie.touches(danger.BUTTONS["call"])
    ana.one()
    ana.reads(looked.TOLD_NEUTRALLY)


@LANGUAGES
async def test_the_steps_of_a_request_that_waits(story: Story, language: str) -> None:
    """What answers her own word has the numbers; what comes of itself has not."""
    await story.coordinator("Sofie", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.until_local("13:00")
    await ana.says(BEATEN[language])
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    ana.sees("112")
    ana.turns_the_page()
    await story.passes(hours=6)
    assert ana.news
    for one in ana.news:
        assert TELLS.search(one.text) is None, one.text
        assert story.text(IN_HELP, language) in one.text
        assert not one.labels


@pytest.mark.parametrize("hides", [False, True])
@LANGUAGES
async def test_a_volunteer_who_goes_leaves_a_word_that_tells_of_nothing(
    story: Story, language: str, hides: bool
) -> None:
    await story.coordinator("Sofie", language)
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await ana.says(BEATEN[language])
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    await karim.touches(BUTTON_CLAIM)
    await karim.says("hallo")
    if hides:
        await ana.says("/hide")
    ana.turns_the_page()
    await story.passes(minutes=1)
    await karim.says("/release")
    await story.sweeps()
    assert ana.news
    for one in ana.news:
        assert TELLS.search(" ".join((one.text, *one.labels))) is None, one.text
    ana.reads(NEUTRAL)
    assert not TELLS.search(" ".join(ana.screen.keyboard))
    await story.passes(minutes=16)
    assert await alerts(story) == 1
    await ana.says(UNSAFE[language])
    ana.reads(CALL)


@LANGUAGES
async def test_the_word_of_the_next_day_and_her_answer(story: Story, language: str) -> None:
    _, ana = await hidden(story, language, DANGER[language])
    await story.until_local("08:30")
    ana.reads(NEUTRAL)
    tells_nothing(ana)
    await ana.says("/start")
    tells_nothing(ana)
    await ana.says(SAFELY[language])
    ana.reads(GOOD)
    assert await story.rows(select(Concern.answer)) == ["safe"]
