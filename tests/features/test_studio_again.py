"""The few words in which a question is asked again, seen and written in the studio."""

from __future__ import annotations

import html
from pathlib import Path

import pytest

from bot.dialogue.checks import check
from bot.dialogue.names import LANGUAGES
from bot.dialogue.source import read

from .story import Story
from .studio_kit import Browser, fields, fields_hash, link_of, small_content, translated

TOLD = {
    "nl": "Opnieuw gevraagd, korter",
    "fr": "Redemandé, en plus court",
    "en": "Asked again, in fewer words",
}

ASKED = {
    "nl": "Goeiedag. … wil graag weten hoe het met…",
    "fr": "Bonjour. … voudrait savoir comment va tout…",
    "en": "Good day. … would like to know how it is…",
}


async def visits(story: Story, content: Path, language: str) -> Browser:
    browser = Browser(story, content)
    await browser.signs_in(await link_of(await story.coordinator("Sofie", language)))
    return browser


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_short_words_are_read_and_changed_like_any(
    story: Story, tmp_path: Path, language: str
) -> None:
    content = small_content(tmp_path / "content", "list_consent", "keep_person")
    sofie = await visits(story, content, language)
    page = html.unescape((await sofie.get("/dialogues/list_consent")).text)
    assert f'<b>{TOLD[language]}</b> <a class="to" href="#step-ask_again">' in page
    typed = fields((await sofie.get("/dialogues/list_consent/steps/ask")).text)
    assert typed["again"] == "ask_again"
    path = "/dialogues/list_consent/steps/ask_again"
    typed = fields((await sofie.get(path)).text)
    assert typed["again"] == ""
    said = "En mag die ene vraag, vier keer per jaar? Nee is even goed als ja."
    saved = await sofie.post(path, **{**typed, "w0.say.nl": said})
    assert saved.status_code == 303
    assert translated(content, "nl", "list_consent/ask_again/say") == said
    # taken away, and put back
    path = "/dialogues/list_consent/steps/ask"
    for again in ("", "ask_again"):
        typed = fields((await sofie.get(path)).text)
        saved = await sofie.post(path, **{**typed, "again": again})
        assert saved.status_code == 303, saved.text
        dialogue, _ = read((content / "dialogues/list_consent.yaml").read_text(), "x.yaml")
        assert dialogue
        assert (dialogue.first.again or "") == again
    page = html.unescape((await sofie.get("/dialogues/list_consent/steps/ask_again/remove")).text)
    assert f"'{ASKED[language]}'." in page  # what leads to it is told before it goes


async def test_a_short_form_is_made_with_the_same_answers(story: Story, tmp_path: Path) -> None:
    content = small_content(tmp_path / "content", "how_often")
    sofie = await visits(story, content, "nl")
    path = "/dialogues/how_often/steps/ask"
    typed = fields((await sofie.get(path)).text)
    saved = await sofie.post(path, **{**typed, "again": "+new"})
    assert saved.headers["location"].endswith("/steps/ask_again?done=made")
    path = "/dialogues/how_often/steps/ask_again"
    typed = fields((await sofie.get(path)).text)
    words = {
        "w0.say.en": "And how often do you feel lonely?",
        "w0.say.nl": "En hoe vaak voelt u zich eenzaam?",
        "w0.say.nl@je": "En hoe vaak voel je je eenzaam?",
        "w0.say.fr": "Et la solitude, vous la sentez souvent ?",
        "w0.say.fr@tu": "Et la solitude, tu la sens souvent ?",
    }
    assert (await sofie.post(path, **{**typed, **words})).status_code == 303
    found = check(content / "dialogues", content / "locales", story.clock.now().date())
    assert not [one for one in found if "how_often" in str(one)], found
    dialogue, _ = read((content / "dialogues/how_often.yaml").read_text(), "x.yaml")
    assert dialogue
    whole, short = dialogue.step("ask"), dialogue.step("ask_again")
    assert whole
    assert short
    assert [one.id for one in short.choices] == [one.id for one in whole.choices]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_one_that_takes_other_answers_is_told(
    story: Story, tmp_path: Path, language: str
) -> None:
    content = small_content(tmp_path / "content", "list_consent")
    file = content / "dialogues/list_consent.yaml"
    kept = file.read_text()
    other = kept.rindex("label: Rather not, means: [deny, skip]")
    file.write_text(kept[:other] + kept[other:].replace("[deny, skip]", "[deny]", 1))
    sofie = await visits(story, content, language)
    page = await sofie.get("/dialogues/list_consent")
    said = {
        "nl": "'ask_again' kan 'ask' niet opnieuw vragen.",
        "fr": "'ask_again' ne peut pas redemander 'ask'.",
        "en": "'ask_again' cannot ask 'ask' again.",
    }
    assert said[language] in html.unescape(page.text)
    assert fields_hash(page.text)
