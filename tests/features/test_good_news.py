"""Whoever was told of a silence hears that she wrote again, and never while she is in danger."""

from __future__ import annotations

import pytest

from bot.worry_texts import CLEAR

from .story import Phone, Story
from .test_complaints import LANGUAGES
from .test_safety import SAFE
from .test_worry import chooses, her_sister, told

DYING = {"nl": "ik wil dood", "fr": "je veux mourir", "en": "I want to die"}
BEATEN = {"nl": "mijn man slaat mij", "fr": "mon mari me frappe", "en": "my husband hits me"}
HERE = {"nl": "ik ben er weer", "fr": "me revoilà", "en": "I am back"}
TIRED = {"nl": "het hoeft niet meer", "fr": "à quoi bon tout ça", "en": "what is it all for"}


async def silent(story: Story, language: str) -> tuple[Phone, Phone]:
    """She did not write for three days, and whom she chose was told."""
    ana = await story.resident("Ana", language, hour=None)
    lea = await her_sister(story, ana, language)
    await story.passes(days=3)
    assert lea.news
    lea.turns_the_page()
    return ana, lea


def good_news(story: Story, phone: Phone) -> int:
    return len(told(story, phone, story.text(CLEAR, phone.language, name="Ana")))


@LANGUAGES
async def test_it_waits_until_she_is_safe(story: Story, language: str) -> None:
    ana, lea = await silent(story, language)
    await ana.says(DYING[language])
    await story.passes(hours=3)
    lea.hears_nothing()
    await ana.touches(SAFE)
    await story.passes(hours=1)
    assert good_news(story, lea) == 1


@LANGUAGES
async def test_so_it_does_where_danger_is_her_second_word(story: Story, language: str) -> None:
    ana, lea = await silent(story, language)
    await ana.says(HERE[language])
    await story.passes(minutes=3)
    await ana.says(DYING[language])
    await story.passes(hours=3)
    lea.hears_nothing()


@LANGUAGES
async def test_after_violence_there_is_none(story: Story, language: str) -> None:
    ana, lea = await silent(story, language)
    await ana.says(BEATEN[language])
    await ana.touches(SAFE)
    await story.passes(days=1)
    lea.hears_nothing()


@LANGUAGES
async def test_her_name_does_not_come_before_an_alert_without_it(
    story: Story, language: str
) -> None:
    ana = await story.resident("Ana", language, hour=None)
    sofie = await story.coordinator("Sofie", language)
    await chooses(ana, "coordinator")
    await story.passes(days=3)
    sofie.turns_the_page()
    await ana.says(DYING[language])
    await story.passes(minutes=20)
    assert sofie.news, "the alert"
    assert not any("Ana" in shown.text for shown in sofie.news)


@LANGUAGES
@pytest.mark.parametrize("kind", ["crisis_suicide", "crisis_violence"])
async def test_in_doubt_it_waits_for_her_answer(story: Story, language: str, kind: str) -> None:
    ana, lea = await silent(story, language)
    story.mind.learns(TIRED[language], kind, level="ask")
    await ana.says(TIRED[language])
    await story.passes(hours=3)
    lea.hears_nothing()
    await ana.taps(ana.screen.keyboard[1])  # no, it is not that
    await story.passes(hours=1)
    assert good_news(story, lea) == 1


@pytest.mark.parametrize(("words", "comes"), [("nl", 0), ("doubt", 1)])
async def test_without_a_word_of_hers_no_news_is_good(story: Story, words: str, comes: int) -> None:
    """A doubt alone keeps no all clear back for ever; danger that never ended does."""
    ana, lea = await silent(story, "nl")
    story.mind.learns(TIRED["nl"], "crisis_suicide", level="ask")
    await ana.says(TIRED["nl"] if words == "doubt" else DYING["nl"])
    await story.passes(days=1, hours=12)
    assert good_news(story, lea) == comes
