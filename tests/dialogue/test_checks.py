"""Every mistake that a coordinator can make is found, on its line, with how to mend it."""

from pathlib import Path

import pytest

from bot.dialogue import Library
from bot.dialogue.alarming import alarms
from bot.dialogue.checks import check
from bot.dialogue.findings import Finding
from bot.dialogue.model import phrases
from bot.dialogue.names import LANGUAGES
from bot.dialogue.source import read, seconds
from bot.dialogue.tone import lint, needs_variant

from .conftest import DIALOGUES, LOCALES

GOOD = """\
title: Test
language: en
start: {intent: greet}
steps:
  - id: hello
    say: How is today?
    choices:
      - {id: fine, label: Fine, means: [mood_good], then: glad}
    remember: mood
    unclear: {say: A tap is fine too.}
    silence: {after: 6h, then: end}
  - id: glad
    say: Good to read.
    then: end
"""


def found(tmp_path: Path, text: str, name: str = "test") -> list[Finding]:
    (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    findings = check(tmp_path, tmp_path / "locales")
    return [finding for finding in findings if "No translation" not in finding.what]


def test_the_shipped_dialogues_are_clean() -> None:
    assert check(DIALOGUES, LOCALES) == []


@pytest.mark.parametrize("label", ["I want to die", "Ik wil dood", "Je veux mourir"])
def test_no_button_sounds_like_danger(tmp_path: Path, label: str) -> None:
    """In any language: a tap on it would be answered with the safety reply."""
    text = GOOD.replace("label: Fine", f"label: {label}")
    loud = [one for one in found(tmp_path, text) if "sounds like danger" in one.what]
    assert [(one.line, one.level) for one in loud] == [(8, "error")]
    offered = GOOD.replace("steps:", f"reading: {label}\nsteps:")
    assert any("sounds like danger" in one.what for one in found(tmp_path, offered))
    said = GOOD.replace("say: Good to read.", f"say: Some write '{label}'.")
    assert not any("sounds like danger" in one.what for one in found(tmp_path, said))


def test_no_button_of_the_code_sounds_like_danger() -> None:
    """But for the answers of safety's own questions, which mean it."""
    assert list(alarms("worry/button/tell", "Pas en sécurité", "label"))
    assert not list(alarms("safety/button/not_safe", "Pas en sécurité", "label"))
    assert not list(alarms("worry/told", "Pas en sécurité", "code"))


def test_every_shipped_dialogue_is_called_something_in_three_languages(library: Library) -> None:
    for dialogue in library.dialogues.values():
        assert {code for code, title in dialogue.titles if title} == set(LANGUAGES), dialogue.id
        assert dialogue.titled("nl") != dialogue.titled("fr") != dialogue.titled("en")


def test_a_title_for_everybody_or_one_a_language(tmp_path: Path) -> None:
    several = GOOD.replace("title: Test", "title:\n  nl: Proef\n  en: Test")
    for text, dutch, french in ((GOOD, "Test", "Test"), (several, "Proef", "Test")):
        dialogue, findings = read(text, "test.yaml")
        assert dialogue is not None
        assert not findings
        assert (dialogue.titled("nl"), dialogue.titled("fr")) == (dutch, french)
    broken = found(tmp_path, several.replace("  nl:", "  de:"))
    assert [(one.line, one.what) for one in broken] == [(2, "Unknown key 'de'.")]


def test_the_good_one_is_clean(tmp_path: Path) -> None:
    assert found(tmp_path, GOOD) == []


MISTAKES = {
    "unknown step": ("then: glad}", "then: glda}", 8, "There is no step 'glda'."),
    "question without silence": (
        "    silence: {after: 6h, then: end}\n",
        "",
        5,
        "A question without a silence",
    ),
    "circle": ("read.\n    then: end", "read.\n    then: glad", 12, "leads back to itself"),
    "duplicate key": ("title: Test", "title: Test\ntitle: Again", 2, "duplicate key"),
    "unknown key": ("    remember: mood", "    rember: mood", 9, "Unknown key 'rember'"),
    "over-long label": ("label: Fine", "label: " + "Fine " * 9, 8, "30 at most"),
    "over-long text": ("Good to read.", "Good to read. " * 60, 13, "600 at most"),
    "two questions": ("How is today?", "How is today? And you?", 6, "more than one question"),
    "question that waits for nothing": ("Good to read.", "Good to read?", 13, "waits for no"),
    "name without without_name": ("Good to read.", "Good, {name}.", 13, "without_name"),
    "unknown placeholder": ("Good to read.", "Good, {nmae}.", 13, "Unknown placeholder"),
    "phone number": ("Good to read.", "Call 02 512 34 56.", 13, "phone number"),
    "short phone number": ("Good to read.", "Call 112.", 13, "phone number"),
    "unknown intent": ("means: [mood_good]", "means: [mood_god]", 8, "Unknown intent 'mood_god'"),
    "unknown start": ("intent: greet", "intent: great", 3, "Unknown intent 'great'"),
    "unknown action": ("    say: Good", "    do: jump\n    say: Good", 12, "Unknown action 'jump'"),
    "unknown value": ("    remember: mood", "    takes: house", 5, "Unknown kind of value"),
    "choice without then": (", then: glad}", "}", 8, "'then' is missing"),
    "says and leads nowhere": ("read.\n    then: end", "read.", 12, "Where does this lead?"),
    "bad length of time": ("after: 6h", "after: 6 hours", 11, "no length of time"),
    "silence too short": ("after: 6h", "after: 1m", 11, "too short"),
    "silence that goes back": ("6h, then: end", "6h, then: back", 11, "cannot lead back"),
    "broken YAML": ("say: Good to read.", "say: Good: to read.", 13, "not YAML"),
    "forbidden phrase": ("Good to read.", "We missed you.", 13, "never said here"),
    "long sentence": ("Good to read.", "so " * 21 + ".", 13, "A sentence of 21 words"),
    "emoji": ("Good to read.", "Good 🙂🙂.", 13, "more than one emoji"),
    "no such dialogue": ("then: glad}", "then: dialogue:nowhere}", 8, "There is no dialogue:"),
    "two steps of a name": ("id: glad", "id: hello", 12, "Two steps are called"),
    "third try": ("{say: A tap is fine too.}", "{say: Tap., tries: 3}", 10, "'tries' must be 1"),
    "engine's fact": ("remember: mood", "remember: last_fallback", 5, "kept by the engine"),
    "unknown language": ("language: en", "language: de", 2, "Unknown language"),
    "bad id": ("id: glad", "id: Glad!", 12, "cannot be an id"),
    "number as text": ("say: Good to read.", "say: 12", 13, "is a text"),
    "list as mapping": ("silence: {after: 6h, then: end}", "silence: 6h", 11, "keys of its own"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake(mistake: str, tmp_path: Path) -> None:
    old, new, line, what = MISTAKES[mistake]
    assert old in GOOD
    findings = found(tmp_path, GOOD.replace(old, new, 1))
    assert any(what in f.what and f.line == line for f in findings), findings
    assert all(finding.mend for finding in findings)


def test_exclamation_after_sadness(tmp_path: Path) -> None:
    text = GOOD.replace("[mood_good]", "[mood_low]").replace("Good to read.", "Thank you!")
    assert any("exclamation" in f.what.lower() for f in found(tmp_path, text))
    assert not found(tmp_path, GOOD.replace("Good to read.", "Good to read!"))


def test_unreachable_step_is_a_warning(tmp_path: Path) -> None:
    findings = found(tmp_path, GOOD + "  - {id: lost, say: Hello., then: end}\n")
    assert [(f.level, f.line) for f in findings] == [("warning", 15)]


def test_missing_translation_and_variant(tmp_path: Path) -> None:
    (tmp_path / "test.yaml").write_text(GOOD, encoding="utf-8")
    findings = check(tmp_path, tmp_path / "locales")
    missing = [f for f in findings if f.line == 13]
    assert {f.what for f in missing} == {
        f"No translation into {language} of 'test/glad/say'." for language in ("nl", "fr")
    }


def test_two_dialogues_for_one_intent(tmp_path: Path) -> None:
    found(tmp_path, GOOD, "one")
    assert any("starts 'one' already" in f.what for f in found(tmp_path, GOOD, "two"))


def test_circle_across_dialogues(tmp_path: Path) -> None:
    step = "title: T\nlanguage: en\nsteps:\n  - {id: a, say: Hello., then: dialogue:%s}\n"
    found(tmp_path, step % "two", "one")
    assert sum("leads back" in f.what for f in found(tmp_path, step % "one", "two")) == 2


def test_empty_folder(tmp_path: Path) -> None:
    assert check(tmp_path, tmp_path)[0].what == "There is no dialogue here."


@pytest.mark.parametrize(
    ("text", "form", "faulty"),
    [
        ("Hoe gaat het met je?", "nl", True),
        ("Hoe gaat het met u?", "nl", False),
        ("Hoe gaat het met u?", "nl@je", True),
        ("Zal ik 'je' zeggen?", "nl", False),
        ("Comment vas-tu ?", "fr", True),
        ("Votre rendez-vous", "fr", False),
        ("Un rendez-vous pour toi", "fr@tu", False),
        ("Ton rendez-vous, c'est à vous", "fr@tu", True),
        ("U bent er tenminste nog.", "nl", True),
        ("Bon courage !", "fr", True),
        ("Don\u2019t worry.", "en", True),
        ("Om 19.30 uur", "nl", True),
        ("Om 19:30", "nl", False),
    ],
)
def test_tone(text: str, form: str, faulty: bool) -> None:
    assert bool(list(lint(text, form, "say"))) is faulty


def test_a_variant_is_owed() -> None:
    assert needs_variant("Hoe is het met u?", "nl")
    assert needs_variant("Vos jours", "fr")
    assert not needs_variant("Je dis 'vous' ou 'tu' ?", "fr")
    assert not needs_variant("Un rendez-vous", "fr")
    assert not needs_variant("How are you?", "en")


def test_paragraphs_and_lines_are_kept() -> None:
    text = GOOD.replace("say: Good to read.", "say: >\n      One\n      two.\n\n      Three.")
    dialogue, findings = read(text, "test.yaml")
    assert dialogue
    assert not findings
    said = {phrase.ref: phrase.text for phrase in phrases(dialogue)}
    assert said["test/glad/say"] == "One two.\n\nThree."


@pytest.mark.parametrize(("text", "length"), [("30m", 1800), ("2d", 172800), ("0h", None)])
def test_seconds(text: str, length: int | None) -> None:
    assert seconds(text) == length
