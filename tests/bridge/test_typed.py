"""Which button somebody means who types."""

from __future__ import annotations

import pytest

from bot.typed import NO, YES, chosen, leaves, says

NL = ("Het gaat", "Het was zwaar", "Bel me, alstublieft")
FR = ("Ça va", "C'était lourd", "Appelez-moi, s'il vous plaît")
EN = ("I am all right", "It was heavy", "Please call me")
MEET = {
    "nl": ("Ja, stel het voor", "Ik schrijf het opnieuw"),
    "fr": ("Oui, proposer", "Je l'écris autrement"),
    "en": ("Yes, propose it", "I write it again"),
}


@pytest.mark.parametrize(
    ("words", "labels", "place"),
    [
        ("Het was zwaar", NL, 1), ("was zwaar ja", NL, 1), ("pff zwaar", NL, 1),
        ("het gaat wel", NL, 0), ("bel me", NL, 2),
        ("c'était lourd", FR, 1), ("lourd oui", FR, 1), ("ça va merci", FR, 0),
        ("it was heavy", EN, 1), ("yes heavy really", EN, 1), ("all right thanks", EN, 0),
        ("ja stel maar voor", MEET["nl"], 0), ("yes propose", MEET["en"], 0),
        ("opnieuw", MEET["nl"], None), ("oui proposer", MEET["fr"], 0),
    ],
)  # fmt: skip
def test_a_label_or_a_near_one(words: str, labels: tuple[str, ...], place: int | None) -> None:
    assert chosen(words, labels) == place


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("pff was zwaar, ze wou dood", NL), ("het gaat niet", NL), ("was niet zwaar", NL),
        ("ik bel", NL), ("gaat het?", NL), ("ja", NL), ("", NL), ("ze was zwaar ziek", NL),
        ("ça ne va pas", FR), ("ça va ?", FR), ("je vous appelle", FR), ("pas lourd", FR),
        ("elle voulait mourir", FR),
        ("I am not all right", EN), ("I call you", EN), ("heavy, she wanted to die", EN),
        ("are you all right?", EN), ("hello", EN), ("ja", ("", "")),
    ],
)  # fmt: skip
def test_what_says_more_or_less_is_none(words: str, labels: tuple[str, ...]) -> None:
    assert chosen(words, labels) is None


def test_a_plain_yes_or_no() -> None:
    assert [says(word) for word in ("ja", "oui", "yes", "nee", "non", "no")] == [YES] * 3 + [NO] * 3
    assert [says(word) for word in ("ja maar", "oui ?", "no way", "dag")] == [None] * 4
    assert leaves("laat maar", "Laat maar")
    assert leaves("non merci", "Laisser")
    assert not leaves("nee ze woont alleen", "Laat maar")
