"""The terminal player prints what it can replay."""

import pytest

from bot.dialogue import Library
from bot.dialogue.readers import READERS
from bot.simulate import noted, replay, run

from .conftest import DIALOGUES, LOCALES


def test_what_it_prints_is_a_transcript(library: Library) -> None:
    typed = ["/help", "qzx", "7h", "", "wait 6h", "stop"]
    lines = list(run(DIALOGUES, LOCALES, "morning", "fr", "tu", typed))
    assert lines[0].startswith("# dialogue: morning   language: fr")
    printed = "\n".join(lines) + "\n"
    assert replay(printed, library, dict(READERS)) == printed


def test_understanding_is_noted() -> None:
    read = list(
        run(
            DIALOGUES,
            LOCALES,
            None,
            "en",
            "",
            ["rough day"],
            lambda text, language: noted(text, "mood_low .72", language),
        )
    )
    assert read[1] == "ana  rough day  {mood_low 0.72}"
    assert read[2].startswith("bot  ")


@pytest.mark.parametrize(
    ("dialogue", "language", "form"), [("nope", "fr", ""), (None, "de", ""), (None, "fr", "du")]
)
def test_wrong_arguments_say_what_is_right(dialogue: str | None, language: str, form: str) -> None:
    with pytest.raises(ValueError, match=r"There is no|Unknown"):
        list(run(DIALOGUES, LOCALES, dialogue, language, form, []))
