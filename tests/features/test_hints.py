"""Advice for a volunteer in the middle of a talk: never a word of it to a resident."""

from __future__ import annotations

import pytest

from bot import hints

from .story import Story


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_every_hint_by_a_tap_for_the_volunteer_alone(story: Story, language: str) -> None:
    karim, ana = await story.volunteer("Karim", language), await story.resident("Ana", language)
    await story.talk(ana, karim)
    await karim.says("/hints")
    for name, button in hints.BUTTONS.items():
        await karim.touches(button)
        assert karim.last.text.startswith(story.text(hints.HINTS[name], language))
        assert len(karim.last.labels) == len(hints.BUTTONS)
    await karim.touches(hints.BUTTONS["danger"])
    assert "112" in karim.last.text
    await karim.forges("hint:other")
    await ana.forges("hint:first")
    ana.hears_nothing()
