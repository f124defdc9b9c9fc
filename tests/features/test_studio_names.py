"""What dialogues call by a name, a coordinator reads in words: no name of the code on any page."""

from __future__ import annotations

import html
import re
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.dialogue import names
from bot.dialogue.erasing import ERASE_ALL
from bot.dialogue.findings import Finding
from bot.dialogue.intents import INTENTS, WORDED
from bot.dialogue.library import Library
from bot.dialogue.places_source import read_places
from bot.dialogue.source import read_folder
from bot.dialogue.whatever import WHATEVER
from bot.i18n import translator
from bot.studio import intents
from bot.studio.step_names import StepNames
from bot.studio.words import TEXTS_OF_PAGES, Words

from .story import Story
from .studio_kit import ROOT, Browser, fields, link_of, small_content

NAMED = frozenset(
    {*names.ACTIONS, *names.DECISIONS, *INTENTS, *WORDED, *names.TIMED, WHATEVER, ERASE_ALL}
    | {*names.TAKES, *names.NEEDS, *names.ABOUTS}
)
PAGES = ("", "/head", "/steps/feast", "/steps/hello", "/try?at=hello")


def test_every_name_has_words() -> None:
    assert not [name for name in NAMED if f"studio/name/{name}" not in TEXTS_OF_PAGES]


def test_whatever_a_dialogue_keeps_has_words() -> None:
    kept = {*names.KEPT_DATES, *names.ENGINE_FACTS}
    for dialogue in read_folder(ROOT / "dialogues")[0]:
        for step in dialogue.steps:
            kept |= {one for one in (step.keep, step.forget, step.remember) if one}
    assert not [name for name in kept if f"studio/fact/{name}" not in TEXTS_OF_PAGES]


def test_every_intent_can_be_picked() -> None:
    picked = [name for group in intents.ANSWERS.values() for name in group]
    assert sorted(picked) == sorted({*INTENTS, *WORDED, WHATEVER, ERASE_ALL})


def read_aloud(page: str) -> str:
    """The words that somebody sees; no file and no transcript."""
    bare = re.sub(r"<(script|textarea|code|pre)\b.*?</\1>", " ", page, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", " ", bare))


@pytest.mark.parametrize(
    ("name", "language", "asked"),
    [
        ("Sofie", "nl", "Vandaag is een feestdag?"),
        ("Amélie", "fr", "Aujourd'hui est un jour férié ?"),
        ("Ruth", "en", "Today is a public holiday?"),
    ],
)
async def test_no_name_of_the_code_on_a_page(
    story: Story, tmp_path: Path, name: str, language: str, asked: str
) -> None:
    browser = Browser(story, small_content(tmp_path / "content", "morning"))
    await browser.signs_in(await link_of(await story.coordinator(name, language)))
    coded = {one for one in NAMED | names.KEPT_DATES if "_" in one}
    told = {
        page: read_aloud((await browser.get(f"/dialogues/morning{page}")).text) for page in PAGES
    }
    found = {page: sorted(coded & {*re.findall(r"\w+", text)}) for page, text in told.items()}
    assert not {page: raw for page, raw in found.items() if raw}
    assert asked in told[""]
    assert asked in told["/steps/feast"]  # as its heading


async def test_another_dialogue_is_called_by_its_title(story: Story, tmp_path: Path) -> None:
    browser = Browser(story, small_content(tmp_path / "content", "morning", "feast_day"))
    await browser.signs_in(await link_of(await story.coordinator()))
    page = html.unescape((await browser.get("/dialogues/morning")).text)
    assert '/studio/dialogues/feast_day">Eerste woord op een feestdag</a>' in page
    file = html.unescape((await browser.get("/dialogues/morning/yaml")).text)
    assert "/studio/dialogues/morning\">Eerste woord, 's morgens</a>" in file
    assert "→ Eerste woord op<" in page  # on the map too, on two lines
    assert ">een feestdag</tspan>" in page


async def test_what_is_picked_is_written(story: Story, tmp_path: Path) -> None:
    """Boxes that stay ticked keep their order in the file; a new one stands behind them."""
    content = small_content(tmp_path / "content", "morning")
    browser = Browser(story, content)
    await browser.signs_in(await link_of(await story.coordinator()))
    path = "/dialogues/morning/steps/hello"
    typed = fields((await browser.get(path)).text)
    row = next(n for n in range(9) if typed.get(f"c{n}.id") == "hard")
    assert typed[f"c{row}.means"] == "mood_low, feel_tired"
    ticked = {**typed, f"c{row}.means": ["mood_low", "feel_tired", "feel_lonely"]}
    sent = await browser.http.post(f"/studio{path}", data={**ticked, "csrf": browser.csrf})
    assert sent.status_code == 303
    file = (content / "dialogues" / "morning.yaml").read_text()
    assert "means: [mood_low, feel_tired, feel_lonely]" in file


async def test_a_wait_that_no_list_offers_is_kept(story: Story, tmp_path: Path) -> None:
    content = small_content(tmp_path / "content", "morning")
    file = content / "dialogues" / "morning.yaml"
    file.write_text(file.read_text().replace("after: 6h", "after: 45m", 1))
    browser = Browser(story, content)
    await browser.signs_in(await link_of(await story.coordinator()))
    page = (await browser.get("/dialogues/morning/steps/hello")).text
    assert fields(page)["silence.after"] == "45m"
    assert "45 minuten" in read_aloud(page)
    assert "6 uur" in read_aloud(page)


def test_a_finding_speaks_of_forms_by_their_names(story: Story) -> None:
    """English too reads the words for coordinators, and none of catalogs and commands."""
    missing = Finding("x.po", 0, "error", "No translation into nl@je of 'a/b/say'.", "Run it.")
    for language, said in (
        ("nl", "Nog niet vertaald: Nederlands, 'je'."),
        ("fr", "Pas encore traduit : néerlandais, 'je'."),
        ("en", "Not translated yet: Dutch, 'je'."),
    ):
        words = Words(language, story.house.zone, story.house.translate)
        assert said in words.finding(missing).replace("\u00a0", " ")
        assert "Run it" not in words.finding(missing)


@pytest.mark.parametrize(
    ("language", "asked", "leave", "looks", "day", "answer"),
    [
        (
            "nl",
            "Zal ik alles wissen",
            "Er is niets gewist.",
            "Vandaag is een feestdag?",
            "geld",
            "Nee",
        ),
        (
            "fr",
            "J'efface tout",
            "Rien n'est",
            "Aujourd'hui est un jour",
            "l'argent",
            "Non",
        ),
        ("en", "Shall I erase", "Nothing is erased.", "Today is a public holiday?", "money", "No,"),
    ],
)
async def test_a_step_is_called_by_its_own_words(
    story: Story,
    tmp_path: Path,
    language: str,
    asked: str,
    leave: str,
    looks: str,
    day: str,
    answer: str,
) -> None:
    """In its heading, on the map, wherever one leads to it and where it is chosen."""
    content = small_content(tmp_path / "content", "forget", "morning", "service")
    browser = Browser(story, content)
    await browser.signs_in(await link_of(await story.coordinator("Sofie", language)))
    page = html.unescape((await browser.get("/dialogues/forget")).text)
    assert re.search(rf"<h3>{asked}[^<]+ <code>ask</code></h3>", page)
    assert re.search(rf'<a class="to" href="#step-kept">{leave}', page)
    assert not re.search(r"[>·] ?(ask|kept|gone)<(?!/code)", page)
    form = html.unescape((await browser.get("/dialogues/forget/steps/ask")).text)
    assert re.search(rf'<option value="kept"[^>]*>{leave}', form)
    assert re.search(rf"<h1>[^<]*{asked}[^<]+<code>ask</code></h1>", form)
    tried = html.unescape((await browser.get("/dialogues/forget/try?at=ask")).text)
    assert re.search(rf'<option value="kept">{leave}', tried)
    assert re.search(rf'href="/studio/dialogues/forget#step-ask">{asked}', tried)
    shown = html.unescape((await browser.get("/dialogues/forget/steps/ask/preview")).text)
    assert re.search(rf"<h1>[^<]*: {asked}", shown)
    assert f"<h3>{looks}" in html.unescape((await browser.get("/dialogues/morning")).text)
    service = html.unescape((await browser.get("/dialogues/service")).text)
    assert f"({day}) <code>money</code>" in service
    assert not re.search(r"[.,;:…]…<", service), "one sign is enough where words are cut"
    lines = "# dialogue: forget   language: " + language
    taps = re.findall(r'name="tap" value="([^"]+)"', tried)
    no = next(label for label in taps if label.startswith(answer))
    went = html.unescape((await browser.post("/dialogues/forget/try", lines=lines, tap=no)).text)
    assert f"'{no}'" in went


def test_whatever_changed_of_a_place_has_words() -> None:
    places, _ = read_places(ROOT / "dialogues")
    assert {f"studio/diff/place-{key}" for key in places[0].to_json()} <= TEXTS_OF_PAGES.keys()


def test_steps_that_begin_alike_are_numbered() -> None:
    words = Words("nl", ZoneInfo("Europe/Brussels"), translator)
    named = StepNames(words, None, Library.read(ROOT / "dialogues", ROOT / "locales"))
    found = [named("resume", step) for step in ("goes_on", "known_hour", "nowhere")]
    assert found == ["Er is een uur gekozen? (1)", "Er is een uur gekozen? (2)", "nowhere"]
    assert named("help", "again") == "Terug naar de vorige vraag"
    assert named("nowhere", "ask") == "ask"
    assert named.answer("forget", "ask", "no") == "Nee, bewaar het"
    assert named.answer("forget", "ask", "nothing") == "nothing"
