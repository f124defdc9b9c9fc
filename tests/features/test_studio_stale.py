"""A translation whose source changed after it: what is shown of it, and what goes on serving."""

from __future__ import annotations

import html
from pathlib import Path

import pytest

from bot.studio.changes import words_changed

from .story import Story
from .studio_kit import Browser, fields, link_of, small_content


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return small_content(tmp_path / "content")


async def writer(story: Story, content: Path, language: str = "nl") -> Browser:
    browser = Browser(story, content)
    await browser.signs_in(await link_of(await story.coordinator("Sofie", language)))
    return browser


@pytest.mark.parametrize(
    ("language", "how"),
    [("nl", "Wat daar veranderde"), ("fr", "Ce qui y a changé"), ("en", "What changed there")],
)
async def test_under_a_stale_translation_stands_what_changed_in_its_source(
    story: Story, content: Path, language: str, how: str
) -> None:
    """In a text of several lines too: word by word, and nothing of how a file is written."""
    sofie = await writer(story, content, language)
    path = "/dialogues/offer/steps/ask"
    long = (
        "I do not find the right words for this today, and that is not your fault at all. "
        'Would you rather talk to a person, who "listens"? It is free. You choose.'
    )
    for english in (long, long.replace("person, who", "volunteer who").replace("is free", "is")):
        typed = fields((await sofie.get(path)).text)
        kept = {f"w0.say.{form}.kept": "1" for form in ("nl", "nl@je", "fr", "fr@tu")}
        known = kept if english == long else {}
        await sofie.post(path, **{**typed, **known, "w0.say.en": english})
    changed = (
        "for this today, and that is not your fault at all. Would you rather talk to a "
        '<del>person,</del><ins>volunteer</ins> who "listens"? It is<del> free</del>. You'
    )
    for page in ("/dialogues/offer", path):
        shown = html.unescape((await sofie.get(page)).text)
        assert shown.count(changed) == 4, page
        assert how in shown
        assert shown.count("Lees de vertaling na") == (4 if language == "nl" else 0)


def test_what_changed_reads_as_whole_words() -> None:
    changed = {
        ("Shall I forget all?", "May we erase all?"): "<del>Shall I forget</del><ins>May we erase"
        "</ins> all?",
        ("Wilt u nu praten?", "Wilt u praten?"): "Wilt u <del>nu </del>praten?",
        ("Bonjour {name}. Ça va ?", "Bonjour {told}. Ça va ?"): "Bonjour <del>{name}</del>"
        "<ins>{told}</ins>. Ça va ?",
        ("One <b>.\n\nTwo.", "One <b>.\n\nTen."): "One &lt;b&gt;.\n\n<del>Two</del><ins>Ten</ins>.",
        ("Not a word of it is left.", "Iets heel anders staat er nu."): "<del>Not a word of it is "
        "left.</del><ins>Iets heel anders staat er nu.</ins>",
    }
    for (before, after), said in changed.items():
        assert str(words_changed(before, after)) == said
