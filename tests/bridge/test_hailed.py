"""Whom a short message names."""

from __future__ import annotations

import pytest

from bot.hailed import names


@pytest.mark.parametrize(
    "words",
    [
        "Marc", "Dag Marc, wat scheelt er?", "goeiemorgen meneer Peeters", "ja hallo marc",
        "Bonjour Marc", "dear Marc", "Marc: tot straks", "sorry, Marc!",
        "wa scheelt er marc, hoe ist", "ca va marc?", "how are things, Marc?", "ik zag Marc",
        "zeg wanneer komt ge nu nog eens langs bij ons, Marc",
    ],
)  # fmt: skip
def test_named(words: str) -> None:
    assert names(words, "Marc Peeters")


@pytest.mark.parametrize(
    ("words", "name", "but"),
    [
        ("dag", "Marc", ""), ("", "Marc", ""), ("dag Marcella", "Marc", ""),
        ("de soep is klaar", "Lea De Smet", ""), ("dag Marie", "Marie Claes", "Marie Adam"),
        ("dag allemaal", "", ""),
        ("ik was gisteren met de hond aan het wandelen in het park met Marc", "Marc", ""),
    ],
)  # fmt: skip
def test_not_named(words: str, name: str, but: str) -> None:
    assert not names(words, name, but)
