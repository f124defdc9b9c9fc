"""Who does not trust this reads a true answer, and an address only where the deployment set one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.distrust import asks
from bot.dialogue.words import plain

from .story import Story

ASKS = {
    "nl": ("is dit oplichting?", "wie betaalt u?", "waar kan ik klagen?"),
    "fr": ("c'est une arnaque ?", "qui vous paie ?", "où se plaindre ?"),
    "en": ("is this a scam?", "who pays you?", "where can I complain?"),
}
DIALOGUES = ("trust", "cost", "complaints")


@pytest.mark.parametrize("language", ASKS)
@pytest.mark.parametrize("reach", ["Wijkstraat 12, Gent", ""])
async def test_no_address_is_made_up(story: Story, language: str, reach: str) -> None:
    story.house = replace(story.house, reach=reach)
    story.app.sweep._house = story.app.workers[0]._house = story.house
    ana = await story.resident("Ana", language, hour=None)
    for words, dialogue in zip(ASKS[language], DIALOGUES, strict=True):
        ana.turns_the_page()
        await ana.says(words)
        ana.one()
        ana.hears(f"{dialogue}/say")
        ana.hears(f"{dialogue}/{'told' if reach else 'untold'}")
        assert reach in ana.last.text
        ana.sees_not("{")


NUMBER = {
    "nl": ("van wie hedde gij mijn nummer", "wilde gij mij iets verkopen"),
    "fr": ("comment vous avez mon numéro", "vous vendez quelque chose"),
    "en": ("how did you get my number", "are you selling something"),
}


@pytest.mark.parametrize("language", NUMBER)
async def test_who_asks_that_at_the_welcome_has_not_said_no(story: Story, language: str) -> None:
    number, sells = NUMBER[language]
    ana = story.stranger("Ana", language)
    await ana.says("/start")
    await ana.taps({"nl": "Nederlands", "fr": "Français", "en": "English"}[language])
    for words, dialogue in ((number, "number"), (sells, "cost")):
        story.mind.learns(words, "deny", sure=0.9)
        await ana.says(words)
        ana.hears(f"{dialogue}/say")
        ana.hears("welcome/consent_again")
    await ana.picks("welcome/consent/yes")
    ana.hears("welcome/name")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ze zeggen dat ge onze gegevens verkoopt", "ask_cost"),
        ("on m'a dit que vous vendez nos données", "ask_cost"),
        ("i heard that you sell our data", "ask_cost"),
        ("ze zeggen dat mijn buurman onze auto verkoopt", None),
        ("on m'a dit que vous venez demain", None),
        ("i heard that my son sells our house", None),
    ],
)
def test_what_was_said_of_selling(words: str, found: str | None) -> None:
    assert asks(plain(words)) == found
