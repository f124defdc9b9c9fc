"""Changing drafts by forms: the files stay those that Git sees, and nobody's change is lost."""

from __future__ import annotations

import html
import re
from pathlib import Path
from urllib.parse import quote

import pytest

from bot.dialogue.checks import check
from bot.dialogue.findings import Finding
from bot.dialogue.reading_level import Measure, measure
from bot.studio.mending import SAID, key_of
from bot.studio.yaml_text import dump, folded, load, plain

from .story import Story
from .studio_kit import ROOT, Browser, fields, fields_hash, link_of, small_content, translated


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return small_content(tmp_path / "content", "smalltalk")


async def writer(story: Story, content: Path, name: str = "Sofie") -> Browser:
    browser = Browser(story, content)
    await browser.signs_in(await link_of(await story.coordinator(name)))
    return browser


GREET = "/dialogues/smalltalk/steps/"


def first_step(content: Path, name: str = "smalltalk") -> str:
    text = (content / "dialogues" / f"{name}.yaml").read_text()
    found = re.search(r"- id: (\w+)\n    say", text)
    assert found
    return found[1]


def disk(content: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted(content.rglob("*")) if p.is_file()}


def test_no_shipped_dialogue_is_changed_by_reading_and_writing_it() -> None:
    for path in sorted((ROOT / "dialogues").glob("*.yaml")):
        text = path.read_text()
        if path.name != "places.yaml":
            assert dump(load(text)) == text, path.name
    words = "One, two: three - 'four' # five. " * 8 + "\n\nAnd {name}?"
    kept = load(dump(load("a: b")) + "")
    kept["say"] = folded(words)
    assert plain(load(dump(kept))["say"]) == plain(folded(words))


async def test_saving_nothing_changes_nothing(story: Story, content: Path) -> None:
    sofie = await writer(story, content)
    path = f"{GREET}{first_step(content)}"
    page = (await sofie.get(path)).text
    before = disk(content)
    saved = await sofie.post(path, **fields(page))
    assert saved.status_code == 303, saved.text
    assert disk(content) == before


async def test_a_no_break_space_is_kept(story: Story, content: Path) -> None:
    """As French has it before a question mark: it is no space that a form may tidy away."""
    sofie = await writer(story, content)
    path = f"{GREET}{first_step(content)}"
    typed = fields((await sofie.get(path)).text)
    asked = "Comment allez-vous\u00a0?"
    await sofie.post(path, **{**typed, "w0.say.fr": f" {asked}  Dites-moi. "})
    said = translated(content, "fr", f"smalltalk/{first_step(content)}/say")
    assert said == f"{asked} Dites-moi."


async def test_a_reworded_source_makes_its_translations_stale(story: Story, content: Path) -> None:
    sofie = await writer(story, content)
    step = first_step(content)
    path, ref = f"{GREET}{step}", f"smalltalk/{step}/say"
    typed = fields((await sofie.get(path)).text)
    english = typed["w0.say.en"] + " Truly."
    dutch = "Dat is fijn om te lezen."
    await sofie.post(path, **{**typed, "w0.say.en": english, "w0.say.nl": dutch})
    assert "Truly." in (content / "dialogues" / "smalltalk.yaml").read_text()
    assert translated(content, "nl", ref) == dutch
    page = html.unescape((await sofie.get("/dialogues/smalltalk")).text)
    assert (
        "De tekst in het Engels is gewijzigd op 5 oktober 2026, na deze vertaling. Lees" in page
    )  # the French one
    assert "<ins> Truly.</ins>" in page or "<ins>Truly" in page
    found = check(content / "dialogues", content / "locales", story.clock.now().date())
    assert [f for f in found if ref in f.what and "into fr" in f.what]
    assert not [f for f in found if ref in f.what and "into nl." in f.what]
    # she reads the French again and says that it still fits
    typed = fields((await sofie.get(path)).text)
    kept = {f"w0.say.{form}.kept": "1" for form in ("fr", "fr@tu", "nl@je")}
    await sofie.post(path, **{**typed, **kept})
    found = check(content / "dialogues", content / "locales", story.clock.now().date())
    assert not [f for f in found if ref in f.what]


@pytest.mark.parametrize(
    ("language", "told", "formal", "other"),
    [
        ("nl", "Bewaard. De woorden voor 'je' of 'tu'", "Praat u graag met een mens?", "nl@je"),
        ("fr", "Enregistré. Les mots pour « je »", "Vous voulez parler à quelqu'un ?", "fr@tu"),
        ("en", "Saved. The words for 'je' or 'tu'", "Praat u graag met een mens?", "nl@je"),
    ],
)
async def test_words_for_je_that_stayed_behind_are_told_of(
    story: Story, content: Path, language: str, told: str, formal: str, other: str
) -> None:
    sofie = Browser(story, content)
    await sofie.signs_in(await link_of(await story.coordinator("Sofie", language)))
    path = "/dialogues/offer/steps/ask"
    form = other[:2]
    typed = fields((await sofie.get(path)).text)
    saved = await sofie.post(path, **{**typed, f"w0.say.{form}": formal})
    assert saved.headers["location"].endswith("?done=saved-forms#step-ask")
    assert told in html.unescape((await sofie.get("/dialogues/offer?done=saved-forms")).text)
    typed = fields((await sofie.get(path)).text)
    both = {f"w0.say.{form}": f"{formal} Ja?", f"w0.say.{other}": "Praat je graag? Ja?"}
    saved = await sofie.post(path, **{**typed, **both})
    assert saved.headers["location"].endswith("?done=saved#step-ask")
    typed = fields((await sofie.get(path)).text)
    saved = await sofie.post(path, **{**typed, "c0.label.nl": "Ja, doe maar"})
    assert saved.headers["location"].endswith("?done=saved#step-ask"), "it has no words for je"


async def test_an_answer_that_leads_to_a_new_step(story: Story, content: Path) -> None:
    sofie = await writer(story, content)
    added = await sofie.post(
        "/dialogues/smalltalk/steps",
        hash=fields_hash((await sofie.get("/dialogues/smalltalk")).text),
        name="Weather",
        kind="asks",
        after=first_step(content),
    )
    assert added.headers["location"].endswith("/steps/weather?done=made")
    path = f"{GREET}weather"
    typed = fields((await sofie.get(path)).text)
    number = max(int(n) for n in re.findall(r"c(\d+)\.row", " ".join(typed)))
    more = {
        f"c{number}.label.en": "It rains",
        f"c{number}.label.nl": "Het regent",
        f"c{number}.label.fr": "Il pleut",
        f"c{number}.then": "+new",
        f"c{number}.means": "mood_low, tell_health",
        f"c{number}.order": "1",
    }
    words = {"w0.say.en": "How is the weather?", "w0.say.nl": "Wat voor weer is het?"}
    saved = await sofie.post(path, **{**typed, **words, **more})
    assert saved.headers["location"].endswith("/steps/it_rains?done=made")
    text = (content / "dialogues" / "smalltalk.yaml").read_text()
    line = "- {id: it_rains, label: It rains, means: [mood_low, tell_health], then: it_rains}"
    assert line in text
    assert text.index("it_rains") < text.index("id: fine")  # the first place was asked for
    assert translated(content, "fr", "smalltalk/weather/choice.it_rains") == "Il pleut"
    shown = html.unescape((await sofie.get("/dialogues/smalltalk")).text)
    assert "Niets leidt naar 'weather'" in shown  # each finding in the reader's language
    assert "Nog niet vertaald" in shown


async def test_a_title_is_read_and_written_in_each_language(story: Story, content: Path) -> None:
    sofie = await writer(story, content)
    listed = html.unescape((await sofie.get("/dialogues")).text)
    assert "Een babbel" in listed
    assert "Small talk" not in listed
    typed = fields((await sofie.get("/dialogues/smalltalk/head")).text)
    assert typed["title.fr"] == "Une petite causette"
    saved = await sofie.post("/dialogues/smalltalk/head", **typed)
    assert "saved" in saved.headers["location"]
    path = content / "dialogues" / "smalltalk.yaml"
    assert path.read_text() == (ROOT / "dialogues" / "smalltalk.yaml").read_text()
    typed = fields((await sofie.get("/dialogues/smalltalk/head")).text)
    await sofie.post("/dialogues/smalltalk/head", **{**typed, "title.nl": "Over het weer"})
    assert "title:\n  nl: Over het weer\n  fr: Une petite causette\n" in path.read_text()
    await story.passes(minutes=1)
    assert "Over het weer" in (await sofie.get("/dialogues/smalltalk")).text


async def test_a_change_on_the_disk_is_shown_and_never_overwritten(
    story: Story, content: Path
) -> None:
    sofie, amina = await writer(story, content), await writer(story, content, "Amina")
    path = f"{GREET}{first_step(content)}"
    mine, hers = [fields((await who.get(path)).text) for who in (sofie, amina)]
    await amina.post(path, **{**hers, "w0.say.nl": "Amina schreef dit."})
    before = disk(content)
    refused = await sofie.post(path, **{**mine, "w0.say.nl": "Sofie schreef dit."})
    assert refused.status_code == 409
    assert "Amina schreef dit." in refused.text
    assert "Sofie schreef dit." in refused.text
    assert disk(content) == before
    again = await sofie.post(path, **fields(refused.text))  # she saw it, and means it
    assert again.status_code == 303
    assert translated(content, "nl", f"smalltalk/{first_step(content)}/say") == "Sofie schreef dit."
    # an editor writes the file itself
    typed = fields((await sofie.get("/dialogues/smalltalk/yaml")).text)
    file = content / "dialogues" / "smalltalk.yaml"
    file.write_text(file.read_text() + "# by hand\n")
    refused = await sofie.post("/dialogues/smalltalk/yaml", **typed)
    assert refused.status_code == 409
    assert "# by hand" in file.read_text()


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nl", ("Niet alleen woorden verschillen", "2 dagen", "Het regent")),
        ("fr", ("Il n'y a pas que les mots qui diffèrent", "2 jours", "Il pleut")),
        ("en", ("Not only words differ", "2 days", "It rains")),
    ],
)
async def test_what_a_colleague_changed_besides_words_is_shown(
    story: Story, content: Path, language: str, told: tuple[str, ...]
) -> None:
    """Saving once more would take it from the file: nobody does that without having read it."""
    sofie, amina = Browser(story, content), await writer(story, content, "Amina")
    await sofie.signs_in(await link_of(await story.coordinator("Sofie", language)))
    path = "/dialogues/offer/steps/ask"
    mine, hers = [fields((await who.get(path)).text) for who in (sofie, amina)]
    number = max(int(n) for n in re.findall(r"c(\d+)\.row", " ".join(hers)))
    answer = {"label.en": "It rains", "label.nl": "Het regent", "label.fr": "Il pleut"}
    more = {f"c{number}.{key}": text for key, text in answer.items()}
    saved = await amina.post(path, **{**hers, **more, "silence.after": "2d"})
    assert saved.status_code == 303
    refused = await sofie.post(path, **{**mine, "w0.say.nl": "Sofie schreef dit."})
    assert refused.status_code == 409
    page = html.unescape(refused.text).replace("\u00a0", " ")
    beside = page[page.index(told[0]) :]
    for part in told:
        assert part in beside[: beside.index("</section>")]
    words_alone = await sofie.post(path, **{**fields((await sofie.get(path)).text), "hash": "0"})
    assert words_alone.status_code == 409
    assert told[0] not in html.unescape(words_alone.text)


async def test_a_new_dialogue_can_be_taken_away_until_it_is_published(
    story: Story, content: Path
) -> None:
    sofie = await writer(story, content)
    before = disk(content)
    await sofie.post("/dialogues", title="Koffie op maandag")
    path = "/dialogues/koffie_op_maandag"
    typed = fields((await sofie.get(f"{path}/steps/hello")).text)
    words = {"w0.say.nl": "Koffie?", "w0.say.fr": "Un café ?", "w0.say.en": "Coffee?"}
    await sofie.post(f"{path}/steps/hello", **{**typed, **words})
    assert translated(content, "fr", "koffie_op_maandag/hello/say")
    page = (await sofie.get(path)).text
    assert "De dialoog weghalen" in page
    stale = await sofie.post(f"{path}/remove", hash="0")
    assert stale.headers["location"].endswith("changed-meanwhile")
    gone = await sofie.post(f"{path}/remove", hash=fields_hash(page))
    assert gone.headers["location"].endswith("/dialogues?done=dialogue-removed")
    assert disk(content).keys() == before.keys()
    assert not translated(content, "fr", "koffie_op_maandag/hello/say")
    assert (await sofie.get(path)).status_code == 404
    shown = (await sofie.get("/dialogues/smalltalk")).text
    assert "De dialoog weghalen" not in shown
    stays = await sofie.post("/dialogues/smalltalk/remove", hash=fields_hash(shown))
    assert stays.headers["location"].endswith("published-stays")
    assert "dialogues/smalltalk.yaml" in " ".join(disk(content))


async def test_undo_goes_back_save_by_save(story: Story, content: Path) -> None:
    sofie = await writer(story, content)
    path = f"{GREET}{first_step(content)}"
    start = disk(content)
    for words in ("Een.", "Twee."):
        typed = fields((await sofie.get(path)).text)
        await sofie.post(path, **{**typed, "w0.say.nl": words, "w0.say.en": f"{words} E"})
    for _ in range(2):
        page = (await sofie.get("/dialogues/smalltalk")).text
        assert "/undo" in page
        await sofie.post("/dialogues/smalltalk/undo", hash=fields_hash(page))
    assert disk(content) == start
    page = (await sofie.get("/dialogues/smalltalk")).text
    assert "/undo" not in page
    await sofie.post("/dialogues/smalltalk/undo", hash=fields_hash(page))  # nothing left
    assert disk(content) == start


async def test_the_file_keeps_its_comments_and_refuses_what_is_none(
    story: Story, content: Path
) -> None:
    sofie = await writer(story, content)
    file = content / "dialogues" / "smalltalk.yaml"
    file.write_text(file.read_text().replace("steps:", "steps:  # as she would say it", 1))
    path = f"{GREET}{first_step(content)}"
    typed = fields((await sofie.get(path)).text)
    await sofie.post(path, **{**typed, "w0.say.en": "Other words."})
    assert "steps:  # as she would say it" in file.read_text()
    before = disk(content)
    typed = fields((await sofie.get("/dialogues/smalltalk/yaml")).text)
    for broken in ("title: [", "title: A\ntitle: B\n", "", "steps: 3"):
        refused = await sofie.post("/dialogues/smalltalk/yaml", **{**typed, "text": broken})
        assert refused.status_code == 422, broken
    assert disk(content) == before


async def test_steps_are_moved_and_taken_away(story: Story, content: Path) -> None:
    sofie = await writer(story, content)
    step = first_step(content)

    async def now() -> str:
        return fields_hash((await sofie.get("/dialogues/smalltalk")).text)

    for kind in ("says", "decides"):
        await sofie.post(
            "/dialogues/smalltalk/steps", hash=await now(), name=kind, kind=kind, after=step
        )
    file = content / "dialogues" / "smalltalk.yaml"
    order = re.findall(r"^  - id: (\w+)", file.read_text(), re.M)
    await sofie.post("/dialogues/smalltalk/steps/says/move", hash=await now(), way="up")
    moved = re.findall(r"^  - id: (\w+)", file.read_text(), re.M)
    assert sorted(moved) == sorted(order)
    assert moved.index("says") == order.index("says") - 1
    asked = await sofie.get("/dialogues/smalltalk/steps/says/remove")
    assert asked.status_code == 200
    stale = await sofie.post("/dialogues/smalltalk/steps/says/remove", hash="0")
    assert "changed-meanwhile" in stale.headers["location"]
    await sofie.post("/dialogues/smalltalk/steps/says/remove", hash=await now())
    assert "id: says" not in file.read_text()
    for missing in ("steps/nowhere", "steps/nowhere/remove"):
        assert (await sofie.get(f"/dialogues/smalltalk/{missing}")).status_code == 404


def test_what_the_checks_say_has_its_words_in_three_languages() -> None:
    """Each finding that a coordinator can meet, and no words for one that nothing says."""
    page = (ROOT / "docs" / "dialogues.md").read_text()
    checks = page[page.index("## Checks") : page.index("## Translating")]
    told = {line.split("`")[1] for line in checks.splitlines() if line.startswith("| `")}
    for said, _ in SAID:
        example = said.replace("…", "x")
        assert any(re.fullmatch(re.escape(t).replace("…", ".+"), example) for t in told), said
    of_code = {"'…' stands at …:… with another text.", "There is no …."}
    for one in told - of_code:
        assert key_of(Finding("x.yaml", 1, "error", one.replace("…", "x"), "")), one


async def test_a_step_as_it_reaches_a_phone(story: Story, content: Path) -> None:
    """In every language and form of address, with its buttons, and how easy it reads."""
    sofie = await writer(story, content)
    path = "/dialogues/offer/steps/ask/preview"
    page = html.unescape((await sofie.get(path)).text)
    for part in ("Nederlands, 'je'", "Ja, graag", "Yes, please", "gemiddeld"):
        assert part in page
    assert page.count("paper-phone") == 5
    typed = fields((await sofie.get("/dialogues/offer/steps/ask")).text)
    long = " ".join(["word"] * 15) + "."
    await sofie.post("/dialogues/offer/steps/ask", **{**typed, "w0.say.en": long})
    assert "Gemiddeld 15 woorden per zin" in (await sofie.get("/dialogues/offer/steps/ask")).text
    page = (await sofie.get(f"{path}?wording=9&name=0")).text
    assert "1 zin van 15 woorden" in page
    assert page.count("nog na te lezen") == 4  # what became stale stands there as it is
    assert (await sofie.get("/dialogues/offer/steps/nowhere/preview")).status_code == 404


def test_the_length_of_sentences_is_measured() -> None:
    assert measure("") == Measure(0, 0, 0)
    assert measure("Dag {name}. Hoe is het vandaag?\n\nRustig…") == Measure(3, 3, 4)
    assert measure("one " * 13).is_hard
    assert not measure("one " * 12).is_hard


async def test_words_are_found_in_any_language(story: Story, content: Path) -> None:
    sofie = await writer(story, content)
    for words, names in (
        ("juiste woorden", {"offer"}),
        ("JUISTE  woorden!", {"offer"}),
        ("right words", {"offer"}),
        ("smalltalk", {"smalltalk"}),
        ("<script>", set()),
        ("bons mots", {"offer"}),
    ):
        page = (await sofie.get(f"/dialogues?find={quote(words)}")).text
        found = set(re.findall(r'href="/studio/dialogues/(\w+)"', page))
        assert found == names, words
        assert "<script>" not in page
    for words, shown in (
        ("juiste woorden", 'nl">Ik vind hier de juiste woorden niet voor.</a>'),
        ("bons mots", 'fr">Je ne trouve pas les bons mots pour ça.</a>'),
        ("right words", 'en">I do not find the right words for this.</a>'),
    ):
        page = html.unescape((await sofie.get(f"/dialogues?find={quote(words)}")).text)
        assert page.count(f'<a href="/studio/dialogues/offer#step-ask" lang="{shown}') == 1
