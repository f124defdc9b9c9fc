"""One handoff as its three sides see it: docs/handoff-three-sides.md shows what happens in this
test. `pytest --update` writes the page anew."""

from __future__ import annotations

import pytest

from bot import appointment_texts as meetings
from bot import outcomes
from bot import overview_texts as overviews
from bot.handoff_texts import BUTTON_CLAIM, BUTTON_DECLINE, BUTTON_RELEASE, BUTTON_YES

from .sides import Sides, is_what_happens
from .story import Story

WISH = (
    "Bonjour. Ma sœur ne vient plus me voir. Je n'ose pas aller seule à la commune. "
    "Quelqu'un pourrait venir avec moi ?"
)
HEAD = """# One handoff, three sides

Fatima writes French. Karim and Lies answer in French, and the bot speaks Dutch to them. Sofie
coordinates in English. This is one handoff on each of their phones. A test plays it and writes
this page, so every word of the bot is what it really says. `Fatima>` is what somebody writes or
taps, `bot>` what the phone shows. Square brackets are buttons.
[The life of a handoff](handoff-life.md) says why each step comes when it does.
"""
SIDES = {
    "Fatima": (
        "The resident",
        "She strikes a sentence before she says yes. Then she reads who comes, and by when.",
    ),
    "Karim": (
        "The volunteer",
        "The alert says a language and no more. He reads her text once he takes it, without the\n"
        "sentence that she struck. In the end the two have an appointment.",
    ),
    "Lies": (
        "The other volunteer",
        "She reads, sees that it is not for her, and gives it back with one tap.",
    ),
    "Sofie": (
        "The coordinator",
        "She sees a number, a language and how long it waits. No name, no word.",
    ),
}


async def told(story: Story, sides: Sides) -> None:
    """From her wish to the morning after."""
    lies = await story.volunteer("Lies", "nl", "fr")
    karim = await story.volunteer("Karim", "nl", "fr")
    sofie = await story.coordinator("Sofie", "en")
    fatima = await story.resident("Fatima", "fr", hour=None)
    story.mind.learns(WISH, "request_human", sure=0.9)
    sides.watch(fatima, karim, lies, sofie)

    await sides.says(fatima, WISH)
    await sides.taps(fatima, next(b for b in fatima.last.labels if "sœur" in b))
    await sides.taps(fatima, sides.label(fatima, BUTTON_YES))
    await story.passes(minutes=4)
    await sides.taps(karim, sides.label(karim, BUTTON_DECLINE))
    await story.passes(minutes=3)
    await sides.taps(lies, sides.label(lies, BUTTON_CLAIM))
    await story.passes(minutes=5)
    await sides.taps(lies, sides.label(lies, BUTTON_RELEASE))
    await story.passes(minutes=20)
    await sides.says(sofie, "/open")
    await sides.taps(sofie, f"1: {sides.label(sofie, overviews.BUTTON_RING)}")
    await story.passes(minutes=6)
    await sides.taps(karim, sides.label(karim, BUTTON_CLAIM))
    await story.passes(minutes=16)
    await sides.says(karim, "Bonjour Fatima, ici Karim. Je viens volontiers avec vous.")
    await story.passes(minutes=2)
    await sides.says(fatima, "Oh merci. C'est pour ma carte d'identité.")
    await sides.says(karim, "/meet jeudi à 14h devant la commune")
    await sides.taps(karim, sides.label(karim, meetings.BUTTON_PROPOSE))
    await story.passes(minutes=1)
    await sides.taps(fatima, sides.label(fatima, meetings.BUTTON_YES))
    await story.passes(minutes=3)
    await sides.says(karim, "/close")
    await sides.taps(karim, sides.label(karim, outcomes.BUTTONS["will_meet"]))
    await story.until_local("16:30", days=3)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
async def test_the_page_is_what_happens(story: Story, request: pytest.FixtureRequest) -> None:
    sides = Sides(story, SIDES)
    await told(story, sides)
    assert "sœur" not in "\n".join(
        sides.lines["Karim"] + sides.lines["Lies"] + sides.lines["Sofie"]
    )
    assert "Fatima" not in "\n".join(sides.lines["Sofie"])
    is_what_happens("handoff-three-sides", sides.page(HEAD), request.config.getoption("--update"))
