"""The shipped dialogues, and a small library written for the tests."""

from pathlib import Path

import pytest

from bot.dialogue import Library

ROOT = Path(__file__).resolve().parents[2]
DIALOGUES = ROOT / "dialogues"
LOCALES = ROOT / "locales"


@pytest.fixture(scope="session")
def library() -> Library:
    """The dialogues that this checkout ships."""
    return Library.read(DIALOGUES, LOCALES)
