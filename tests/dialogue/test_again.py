"""A question that is brought back is asked in fewer words, by whoever has read it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bot.dialogue import Catalogs, Context, Library, Position, Said, command, message, resume, start
from bot.dialogue.engine import meet, take_up
from bot.dialogue.findings import Finding
from bot.dialogue.form import freeze
from bot.dialogue.guarded import fingerprints
from bot.dialogue.model import Dialogue
from bot.dialogue.readers import READERS
from bot.dialogue.source import read
from bot.dialogue.structure import structure
from bot.understanding import Understanding

LANGUAGES = ("nl", "fr", "en")
LONG = [("welcome", "consent"), ("learn", "ask"), ("list_consent", "ask")]
VALUES = {"organisation": "O", "volunteer": "V", "kept": "K"}
TEXT = """\
title: Test
language: en
steps:
  - id: long
    say: I am a machine of many words. May I keep it?
    choices:
      - {id: yes, label: Yes, means: [affirm], then: glad}
    silence: {after: 6h, then: end}
    again: short
  - id: short
    say: And may I keep it?
    choices:
      - {id: yes, label: Sure, means: [affirm], then: glad}
    silence: {after: 1d, then: end}
  - id: glad
    do: consent_learn
    say: Good to read.
    then: end
"""
BEFORE = TEXT.replace("    again: short\n", "")  # as a file without that key
# what was approved of it, by the program that did not know the key
APPROVED = "55c52321e2c39595e5c010ebeb1fe7a908f92e4115a92a46b0541ab1a1a86c73"


def made(text: str) -> Dialogue:
    dialogue, findings = read(text, "test.yaml")
    assert dialogue, findings
    return dialogue


def said(text: str, language: str, intent: str = "", answers: bool = True) -> Said:
    sure = (0.95,) if intent else (0.0,)
    heard = Understanding(text, language, intent or None, *sure)
    return Said(heard, answers)


def context(language: str, **facts: str) -> Context:
    return Context({"language": language, **facts}, values=VALUES, readers=READERS)


def step_of(position: Position | None) -> str:
    return f"{position.dialogue}/{position.step}" if position else ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "step"), LONG)
def test_who_is_brought_back_is_asked_in_fewer_words(
    library: Library, name: str, step: str, language: str
) -> None:
    at: Position | None = Position(name, step, 3, asked_in=language)
    question = library.dialogues[name].step(step)
    assert question
    full = library.texts.find(f"{name}/{step}/say", language, "formal").split("\n")[-1]
    told = []
    for _ in range(2):
        turn = command(library, "help", context(language), at)
        asked = message(turn, library.texts)
        assert asked
        assert step_of(turn.position) == f"{name}/{question.again}"
        assert full not in asked.text
        assert len(asked.buttons) == len(question.choices)
        told.append(asked.text)
        at = turn.position
    assert told[0] == told[1]
    assert at
    assert step_of(take_up(library, at, context(language)).position) == step_of(at)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("step", ["consent", "consent_again"])
@pytest.mark.parametrize("other", LANGUAGES)
def test_in_a_language_in_which_she_did_not_read_it_all_is_said(
    library: Library, step: str, language: str, other: str
) -> None:
    at = Position("welcome", step, 3, asked_in=language)
    for turn in (
        command(library, "help", context(other), at),
        take_up(library, at, context(other)),
    ):
        short = language == other
        assert step_of(turn.position) == f"welcome/{'consent_again' if short else 'consent'}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_that_is_chosen_in_between_brings_it_in_full(
    library: Library, language: str
) -> None:
    other = {"nl": "Français", "fr": "English", "en": "Nederlands"}[language]
    at: Position | None = Position("welcome", "consent", 3, asked_in=language)
    asked = command(library, "language", context(language), at)
    turn = resume(library, asked.position, said(other, language), context(language, name="Ana"))
    for _ in range(2):  # u or je comes in between, where there are two forms
        if step_of(turn.position) != "welcome/consent":
            facts = dict(turn.facts)
            skip = said("/", facts["language"], "skip")
            turn = resume(library, turn.position, skip, replace(context("en"), facts=facts))
    assert step_of(turn.position) == "welcome/consent"


STORY = {
    "nl": "mijn zus is gisteren gestorven en ik weet niet wat doen",
    "fr": "ma sœur est morte hier et je ne sais pas quoi faire",
    "en": "my sister died yesterday and I do not know what to do",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_whose_first_words_came_before_it_reads_it_in_full(library: Library, language: str) -> None:
    """Something graver is heard first; the question was never on her screen."""
    story = said(STORY[language], language, "tell_loss", answers=False)
    first = meet(library, "start", story, context(language))
    assert first.position
    assert first.position.under
    assert step_of(first.position.under) == "welcome/consent"
    stored = Position.from_json(json.loads(json.dumps(first.position.to_json())))
    assert stored == first.position
    back = command(library, "help", replace(context(language), facts=first.facts), stored)
    assert back.position
    on = resume(library, stored, said("skip", language, "skip"), context(language))
    while on.position and on.position.under:
        on = resume(library, on.position, said("skip", language, "skip"), context(language))
    assert step_of(on.position) == "welcome/consent"


def test_a_question_without_the_key_comes_back_as_it_was() -> None:
    library = Library.of((made(BEFORE),), Catalogs.read(Path("nowhere")))
    at = start(library, "test", context("en")).position
    assert at
    turn = take_up(library, at, context("en"))
    assert step_of(turn.position) == "test/long"
    assert step_of(Position.from_json({"dialogue": "test", "step": "long", "turn": 1})) == (
        "test/long"
    )


def test_what_was_published_and_approved_before_is_the_same() -> None:
    """A revision of before has no such key; a yes to its words counts on."""
    dialogue = made(BEFORE)
    frozen = freeze((dialogue,), Catalogs.read(Path("nowhere")))
    assert "again" not in frozen["dialogues"][0]["steps"][0]
    thawed = Library.thaw(json.loads(json.dumps(frozen)))
    assert thawed.dialogues["test"] == replace(dialogue, titles=thawed.dialogues["test"].titles)
    assert fingerprints(thawed) == {"test": APPROVED}
    changed = freeze((made(TEXT),), Catalogs.read(Path("nowhere")))
    assert Library.thaw(changed).dialogues["test"].first.again == "short"
    assert fingerprints(Library.thaw(changed)) != {"test": APPROVED}


MISTAKES = {
    "no such step": ("again: short", "again: shrt", "There is no step 'shrt'."),
    "no step": ("again: short", "again: end", "'end' cannot ask 'long' again."),
    "asks nothing": ("again: short", "again: glad", "'glad' cannot ask 'long' again."),
    "itself": ("again: short", "again: long", "'long' cannot ask 'long' again."),
    "another answer": ("id: yes, label: Sure", "id: sure, label: Sure", "'short' cannot ask"),
    "another meaning": ("Sure, means: [affirm]", "Sure, means: [deny]", "'short' cannot ask"),
    "leads elsewhere": ("[affirm], then: glad}\n    silence: {after: 1d", "[affirm], then: end}\n"
                        "    silence: {after: 1d", "'short' cannot ask"),
    "a chain": ("after: 1d, then: end}", "after: 1d, then: end}\n    again: long", "cannot ask"),
    "no question": ("Good to read.", "Good to read.\n    again: short", "This step asks nothing."),
    "no text": ("again: short", "again: [short, long]", "'again' takes one name."),
}  # fmt: skip


def found(text: str) -> list[Finding]:
    dialogue, findings = read(text, "test.yaml")
    return findings + (structure((dialogue,)) if dialogue else [])


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistakes_in_it_are_told(mistake: str) -> None:
    old, new, what = MISTAKES[mistake]
    assert TEXT.count(old) == 1
    told = found(TEXT.replace(old, new))
    assert any(what in one.what and one.level == "error" and one.mend for one in told), told


def test_one_short_form_serves_one_question() -> None:
    second = TEXT[TEXT.index("  - id: long") : TEXT.index("  - id: short")]
    told = found(TEXT + second.replace("id: long", "id: other"))
    assert sum("cannot ask" in one.what for one in told) == 2


def test_the_good_one_is_clean_and_its_short_form_is_reached() -> None:
    assert found(TEXT) == []
