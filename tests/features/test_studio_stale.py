"""A translation whose source changed after it: what is shown of it, and what goes on serving."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from bot import publishing
from bot.studio.changes import words_changed

from .story import Story
from .studio_kit import ROOT, Browser, fields, link_of, small_content


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


SAID = {
    "nl": ("Praat u liever met een mens?", "Ja, graag", "nog na te lezen"),
    "fr": ("Vous préférez parler à quelqu'un ?", "Oui, volontiers", "encore à relire"),
}


@pytest.mark.parametrize("language", ["nl", "fr"])
async def test_a_stale_translation_is_shown_as_it_stands_and_residents_read_what_was_published(
    story: Story, content: Path, language: str
) -> None:
    """Never English words above Dutch buttons."""
    sofie = await writer(story, content, language)
    path = "/dialogues/offer/steps/ask"
    asked, yes, waits = SAID[language]
    typed = fields((await sofie.get(path)).text)
    await sofie.post(path, **{**typed, "w0.say.en": "Shall I look for a person?"})
    page = html.unescape((await sofie.get(f"{path}/preview")).text)
    assert page.count("Shall I look") == 1, "on the English phone alone"
    assert page.count(waits) == 4
    tried = html.unescape((await sofie.get("/dialogues/offer/try?at=ask")).text)
    for part in (asked, yes):
        assert part in page
        assert part in tried
    assert "Shall I look" not in tried
    with pytest.raises(publishing.Refused) as refused:
        await publishing.publish(story.store, content, story.clock.now())
    assert any(f"translated into {language}." in one.what for one in refused.value.findings)
    async with story.store.read() as session:
        library = await story.house.library(session)
    assert asked in library.texts.find("offer/ask/say", language, "")


async def test_a_message_that_is_not_translated_whole_is_in_one_language(
    story: Story, content: Path
) -> None:
    sofie = await writer(story, content)
    path = "/dialogues/offer/steps/ask"
    typed = fields((await sofie.get(path)).text)
    await sofie.post(path, **{**typed, "c0.label.nl": "", "c0.label.fr": ""})
    page = html.unescape((await sofie.get(f"{path}/preview")).text)
    assert page.count("No, leave it") == 5
    assert page.count("Would you rather") == 5
    assert page.count("nog niet vertaald, dus in het Engels") == 4


@pytest.mark.parametrize(
    ("language", "lacks"),
    [
        ("nl", "De woorden hierboven passen niet bij deze aanspreekvorm."),
        ("fr", "Les mots ci-dessus ne vont pas avec cette forme d'adresse."),
        ("en", "The words above do not fit this form of address."),
    ],
)
async def test_a_form_of_address_that_lacks_words_says_so(
    story: Story, content: Path, language: str, lacks: str
) -> None:
    sofie = await writer(story, content, language)
    path = "/dialogues/offer/steps/leave"
    typed = fields((await sofie.get(path)).text)
    await sofie.post(path, **{**typed, "w0.say.nl": "Goed. U mag altijd verder schrijven."})
    for page in ("/dialogues/offer", path):
        assert html.unescape((await sofie.get(page)).text).count(lacks) == 1


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nl", "is 90 dagen niet nagekeken"),
        ("fr", "n'est plus vérifié depuis 90 jours"),
        ("en", "was not checked for 90 days"),
    ],
)
async def test_what_is_found_beside_the_dialogues_is_in_the_readers_language(
    story: Story, content: Path, language: str, told: str
) -> None:
    places = (ROOT / "dialogues" / "places.yaml").read_text().replace("example: true", "")
    old = re.sub(r"checked_on: \S+", "checked_on: 2026-01-02", places)
    (content / "dialogues" / "places.yaml").write_text(old)
    sofie = await writer(story, content, language)
    page = html.unescape((await sofie.get("/dialogues")).text)
    assert told in page[page.index('class="marks"') :]


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
