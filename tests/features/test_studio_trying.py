"""Trying a draft: the real engine and understanding, why it went there, and a golden transcript."""

from __future__ import annotations

import html
import re
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialogue import Library
from bot.dialogue.names import FORMS
from bot.dialogue.readers import READERS
from bot.simulate import replay
from bot.studio import trial
from bot.transcripts import act_of
from bot.understanding import Understanding

from .story import Story
from .studio_kit import Browser, link_of, small_content

BASE = "/dialogues/forget/try"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return small_content(tmp_path / "content", "smalltalk", "person", "forget")


async def sofie(story: Story, content: Path, role: str = "coordinator") -> Browser:
    browser = Browser(story, content)
    await browser.signs_in(await link_of(await story._helper("Sofie", role, ["nl"])))
    return browser


def lines(page: str) -> str:
    found = re.search(r'<textarea name="lines"[^>]*>\n(.*?)</textarea>', page, re.S)
    assert found, page
    return html.unescape(found[1])


class Hand:
    """Somebody who tries a draft: each thing that is done goes on from the page before."""

    def __init__(self, browser: Browser) -> None:
        self.browser, self.page = browser, ""

    async def opens(self, path: str = BASE) -> None:
        answer = await self.browser.get(path)
        assert answer.status_code == 200, answer.text
        self.page = html.unescape(answer.text)
        self.raw = answer.text

    async def does(self, **form: str) -> None:
        sent = {"lines": lines(self.raw), **form}
        answer = await self.browser.post(BASE, **sent)
        assert answer.status_code == 200, answer.text
        self.page, self.raw = html.unescape(answer.text), answer.text


async def test_buttons_words_and_silence(story: Story, content: Path) -> None:
    story.mind.learns("doe dat maar niet", "deny", "skip")
    hand = Hand(await sofie(story, content))
    await hand.opens()
    assert "Zal ik alles wissen" in hand.page
    assert len(re.findall(r'name="tap"', hand.raw)) == 3
    assert "stilte na 1 dag" in hand.page
    await hand.does(do="say", text="doe dat maar niet")
    assert "nee <b>80 %</b>" in hand.page  # what the model understood
    assert "het antwoord 'Nee, bewaar het' van deze vraag" in hand.page  # and why it went there
    assert '#step-kept">Er is niets gewist' in hand.page
    assert "Er staat geen vraag open" in hand.page
    await hand.does(do="back")
    await hand.does(do="wait", length="2d")
    assert "niemand antwoordde op tijd" in hand.page
    await hand.does(do="back")
    await hand.does(do="say", text="brrr")
    assert "nog eens gesteld" in hand.page
    await hand.does(do="say", text="brrr {mood_low .9}\n6h pass")
    assert "een tweede keer niet begrepen" in hand.page
    assert "brrr (mood_low .9) 6h pass" in hand.page
    tap = re.findall(r'name="tap" value="([^"]+)"', hand.raw)
    assert not tap
    story.mind.down = True
    await hand.opens()
    await hand.does(tap=re.findall(r'name="tap" value="([^"]+)"', hand.raw)[0])
    assert "Actie: alles wissen" in hand.page


async def test_from_any_state(story: Story, content: Path) -> None:
    hand = Hand(await sofie(story, content))
    await hand.opens(f"{BASE}?at=kept&form=fr@tu")
    assert '#step-kept">Er is niets gewist' in hand.page
    begin = {"do": "begin", "form": "nl@je", "name": "Jan  Piet", "facts": "topic: de tuin\nis: x"}
    await hand.does(**{**begin, "at": "-", "given.has_consent": "1"})
    first = lines(hand.raw)
    expected = "# dialogue: -   language: nl   form: je   name: Jan Piet   topic: de tuin"
    assert first.startswith(f"{expected}   is: has_consent")
    await hand.does(do="say", text="/forget")
    assert "jan  /forget" in lines(hand.raw)
    assert "Zal ik alles wissen" in hand.page
    for nonsense in ("bot hello", "# x", "x", "!! ana nothing", "ana x  {mood high}"):
        await hand.does(lines=f"# dialogue: forget   language: nl\n{nonsense}", do="wait")
    for form in FORMS:
        await hand.opens(f"{BASE}?form={form}")
        assert lines(hand.raw).startswith("# dialogue: forget   language: ")
    part = await hand.browser.get(f"{BASE}?part=1")
    assert "<html" not in part.text
    assert "paper-phone" in part.text
    unknown = await hand.browser.get("/dialogues/nowhere/try")
    assert unknown.status_code == 404


async def test_danger_is_answered_before_the_draft(story: Story, content: Path) -> None:
    hand = Hand(await sofie(story, content))
    await hand.opens()
    await hand.does(do="say", text="ik wil niet meer leven")
    assert "112" in hand.page
    assert "Er is gevaar gevonden" in hand.page
    assert "15 minuten" in hand.page  # as Sofie, who would be alerted, is within reach
    assert "Er staat geen vraag open" in hand.page
    saved = await hand.browser.post(f"{BASE}/file", lines=lines(hand.raw))
    assert "niet meer leven" not in saved.text


async def test_a_trial_becomes_a_golden_transcript(story: Story, content: Path) -> None:
    story.mind.learns("laat maar", "deny")
    browser = await sofie(story, content)
    hand = Hand(browser)
    await hand.opens(f"{BASE}?form=nl@je")
    await hand.does(do="wait", length="1h")
    await hand.does(do="say", text="laat maar")
    sent = {"lines": lines(hand.raw)}
    file = await browser.post(f"{BASE}/file", **sent)
    assert file.headers["content-disposition"] == 'attachment; filename="forget.nl-je.txt"'
    for status in (200, 409):  # never over another one
        kept = await browser.post(f"{BASE}/keep", **sent, **{"as": "Toch niet!"})
        assert kept.status_code == status
    written = (content / "transcripts" / "forget-toch_niet.nl-je.txt").read_text()
    assert written == file.text
    library = Library.read(content / "dialogues", content / "locales")
    assert replay(written, library, dict(READERS)) == written
    assert "1h pass\nana  laat maar  {deny 0.80" in written
    reviewer = await sofie(story, content, "reviewer")
    refused = await reviewer.post(f"{BASE}/keep", **sent)
    assert refused.status_code == 403


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=20))
def test_whatever_is_typed_is_one_line_that_reads_back(typed: str, name: str) -> None:
    read = Understanding(typed, "nl", "deny", 0.5, (("deny", 0.5),))
    line = trial.written(name, typed, read)
    assert "\n" not in line
    act = act_of(line)
    if typed.split() and not typed.strip().startswith("/"):
        assert act is not None
        assert act.note == "deny 0.50"  # type: ignore[union-attr]
    facts = trial.facts_of(f"topic: {typed}")
    first = trial.first_line("forget", "", "nl", name, facts, ())
    assert "\n" not in first
    assert MappingProxyType(facts).keys() <= {"topic"}
