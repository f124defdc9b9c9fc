"""Words of danger in a talk, as each phone shows it: docs/danger-in-a-talk.md is what happens in
this test. `pytest --update` writes the page anew."""

from __future__ import annotations

import pytest

from .sides import Sides, is_what_happens
from .story import Story
from .test_safety import NOT_SAFE, SAFE, words

HEAD = """# Danger in a talk

Fatima talks with Karim, a volunteer, in French. She writes that she wants to die. This is what each
of them reads then; the bot speaks Dutch to Karim, and English to Sofie, who coordinates. A test
plays it and writes this page, so every word of the bot is what it really says. Fatima reads who has
her words, and is offered nobody else: the person that she has stays. Her answers to the bot go to
Karim too. [The life of a handoff](handoff-life.md#danger-in-a-talk) says the rules.
"""
SIDES = {
    "Fatima": ("The resident", "The last button stops the sharing. No word tells her to tap it."),
    "Karim": ("The volunteer", "He reads her words with a mark, and what she answered to the bot."),
    "Sofie": (
        "The coordinator",
        "After a quarter of an hour without a word that she is safe. No name of hers and no word:\n"
        "who is there with her.",
    ),
}


async def told(story: Story, sides: Sides) -> None:
    karim = await story.volunteer("Karim", "nl", "fr")
    sofie = await story.coordinator("Sofie", "en")
    fatima = await story.resident("Fatima", "fr", hour=None)
    await story.talk(fatima, karim)
    await story.passes(hours=1)
    sides.watch(fatima, karim, sofie)
    await sides.says(fatima, "Je n'en peux plus. Je veux mourir.")
    await story.passes(minutes=2)
    await sides.says(karim, "Merci de me l'écrire, Fatima. Je reste avec vous.")
    await sides.taps(fatima, sides.label(fatima, NOT_SAFE))
    await sides.taps(fatima, sides.label(fatima, words("safety/after/hard/voice")))
    await story.passes(minutes=14)
    await sides.says(karim, "Qui peut venir près de vous maintenant ?")
    await sides.says(fatima, "Ma voisine. Je vais sonner chez elle.")
    await story.passes(minutes=10)
    await sides.says(fatima, sides.label(fatima, SAFE))


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
async def test_the_page_is_what_happens(story: Story, request: pytest.FixtureRequest) -> None:
    sides = Sides(story, SIDES)
    await told(story, sides)
    assert "mourir" in "\n".join(sides.lines["Karim"])
    assert not {"Fatima", "mourir"} & set(" ".join(sides.lines["Sofie"]).replace(".", " ").split())
    is_what_happens("danger-in-a-talk", sides.page(HEAD), request.config.getoption("--update"))
