"""A button of ours is the choice that it names, whatever a model makes of its words."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.handoff_texts import BUTTON_STOP, WITHDRAWN
from bot.i18n import Text
from bot.nlu import CRISES
from bot.safety.texts import TEXTS
from bot.store.tables import Concern

from .story import Phone, Story

ASK = Text("safety/suicide/ask", TEXTS["safety/suicide/ask"])
LANGUAGES = ("nl", "fr", "en")
LONELY = {
    "nl": "het is hier zo stil",
    "fr": "c'est si calme ici",
    "en": "it is so quiet in here",
}


async def asked(story: Story, language: str) -> Phone:
    ana = await story.resident("Ana", language)
    story.mind.learns(LONELY[language], "feel_lonely")
    await ana.says(LONELY[language])
    ana.turns_the_page()
    return ana


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("how", ["tapped", "typed", "with another"])
async def test_the_model_is_not_asked_about_a_button(story: Story, language: str, how: str) -> None:
    ana = await asked(story, language)
    label = story.label("lonely/ask/leave", language)
    said = label.upper() + " !" if how == "typed" else label
    for text in (said, f"{said}\nmerci"):
        story.mind.learns(text, "crisis_suicide", level="act")
    if how == "with another":
        ana.writes(said)
        ana.writes("merci")
        await story.settles()
    else:
        await ana.says(said)
        ana.one()
        ana.hears("lonely/leave")
    ana.sees_not(story.text(ASK, language), "112")
    assert not await story.rows(select(Concern))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_same_words_elsewhere_are_hers(story: Story, language: str) -> None:
    """No button was offered, or the question had not reached her: the model is heard."""
    ana = await story.resident("Ana", language)
    label = story.label("lonely/ask/leave", language)
    story.mind.learns(label, "crisis_suicide", level="ask")
    await ana.says(label)
    ana.reads(ASK)


async def test_written_before_the_question_arrived(story: Story) -> None:
    ana = await story.resident("Ana", "fr")
    label = story.label("lonely/ask/leave", "fr")
    story.mind.learns(LONELY["fr"], "feel_lonely")
    story.mind.learns(label, "crisis_suicide", level="ask")
    ana.writes(LONELY["fr"])
    ana.writes("/help")
    ana.writes(label)
    await story.settles()
    ana.reads(ASK)


async def test_what_stands_beside_a_button_is_heard(story: Story) -> None:
    ana = await asked(story, "fr")
    story.mind.learns("je n'en peux plus", "crisis_suicide", level="ask")
    ana.writes(story.label("lonely/ask/leave", "fr"))
    ana.writes("je n'en peux plus")
    await story.settles()
    ana.reads(ASK)


async def test_a_button_that_was_sent_on_is_somebody_elses_words(story: Story) -> None:
    ana = await asked(story, "fr")
    label = story.label("lonely/ask/leave", "fr")
    story.mind.learns(label, "crisis_suicide", level="ask")
    await ana.forwards(label)
    ana.sees("112")


async def test_an_offered_reading_and_the_button_under_a_talk(story: Story) -> None:
    karim = await story.volunteer()
    ana = await story.resident("Ana", "nl")
    reading = story.library.texts.find("tired/start/reading", "nl", "formal")
    story.mind.learns("bwa", "feel_tired", sure=0.25)
    await ana.says("bwa")
    assert reading in ana.screen.keyboard
    story.mind.learns(reading, "crisis_medical", level="act")
    await ana.taps(reading)
    assert not await story.rows(select(Concern))
    await story.talk(ana, karim)
    stop = story.text(BUTTON_STOP, "nl")
    story.mind.learns(stop, "crisis_suicide", level="act")
    await ana.taps(stop)
    ana.reads(WITHDRAWN)
    assert not await story.rows(select(Concern))


@pytest.mark.parametrize("kind", CRISES)
async def test_the_buttons_that_mean_danger_keep_their_meaning(story: Story, kind: str) -> None:
    ana = await story.resident("Ana", "fr")
    story.mind.learns("hm", kind, level="ask")
    await ana.says("hm")
    yes = Text("safety/button/yes", TEXTS["safety/button/yes"])
    story.mind.learns(story.text(yes, "fr"), kind, level="act")
    await ana.touches(yes)
    ana.one()
    ana.sees("112")
    rows = await story.rows(select(Concern).order_by(Concern.id))
    assert [(row.level, row.answer) for row in rows] == [("ask", "yes"), ("act", None)]


async def test_a_tap_does_not_wait_for_the_model(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = await asked(story, "en")
    read: list[str] = []
    parse = story.mind.parse

    async def parsing(text: str):  # type: ignore[no-untyped-def]
        read.append(text)
        return await parse(text)

    monkeypatch.setattr(story.mind, "parse", parsing)
    story.app.workers[0]._listener._nlu = story.mind  # and nobody asks ahead
    monkeypatch.setattr(story.app.receiver, "_came", lambda text: None)
    await ana.taps(story.label("lonely/ask/leave", "en"))
    assert not read
    await ana.says("well then")
    assert read == ["well then"]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_voice_message_has_one_button_for_a_person(story: Story, language: str) -> None:
    ana = await story.resident("Ana", language, hour=None)
    story.mind.learns("hmpf", "complain", sure=0.95)
    await ana.says("hmpf")
    ana.hears("complaint/ask")
    await ana.sends("voice")
    person = story.text(Text("safety/button/person", "Talk to a person"), language)
    both = {story.label("complaint/ask/person", language), person}
    assert [label for label in ana.screen.keyboard if label in both] == [person]
    assert story.label("complaint/ask/less", language) in ana.screen.keyboard
