"""The coordinator's handbook names buttons and pages as they are called in its language."""

from __future__ import annotations

import re

import pytest
from docs_kit import DOCS, ROOT, page

from bot.dialogue.catalogs import Catalogs
from bot.dialogue.names import LANGUAGES
from bot.i18n import code_texts

TELEGRAM = {"Start", "Démarrer"}  # its own button


def called(language: str) -> list[str]:
    """Everything that a page or a message of ours says in a language, in small letters."""
    texts = list(code_texts(ROOT / "bot"))
    if language == "en":
        return [text.text.lower() for text in texts]
    catalogs = Catalogs.read(ROOT / "locales", "messages")
    entries = (catalogs.entry(language, text.context) for text in texts)
    return [entry.text.lower() for entry in entries if entry is not None]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_named_is_called_so(language: str) -> None:
    said = called(language)
    text = page(f"handbook.{language}")
    named = {" ".join(one.split()) for one in re.findall(r"\*\*(.+?)\*\*", text, re.DOTALL)}
    labels = {one for one in named if not one.endswith(".")} - TELEGRAM
    assert len(labels) > 25
    lost = sorted(one for one in labels if not any(one.lower() in other for other in said))
    assert not lost


def test_the_three_tell_the_same() -> None:
    def shape(language: str) -> list[str]:
        text = page(f"handbook.{language}")
        images = re.sub(rf"\.{language}\.png", ".png", text)
        return re.findall(r"^#+ |^\d\. |^- |handbook-\w+\.png", images, re.MULTILINE)

    assert shape("nl") == shape("fr") == shape("en")
    for picture in re.findall(r"images/(\S+?\.png)", page("handbook.fr")):
        assert (DOCS / "images" / picture).is_file()
