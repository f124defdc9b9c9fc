"""Every way through every dialogue: one question a message, and a door that is never far."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot.dialogue import Act, Chose, Context, Library, Position, Said, Turn, message, resume, start
from bot.dialogue.model import Dialogue, Step
from bot.dialogue.names import GIVEN, LANGUAGES
from bot.simulate import VALUES, Player
from bot.understanding import Understanding

CHECK_INS = ("morning", "midday", "evening", "gentle_hello", "feast_day")
PERSON = {"nl": "een mens", "fr": "quelqu'un", "en": "a person"}
PHONE = "02 000 "  # of the made-up places


def context(library: Library, language: str, **decisions: bool) -> Context:
    player = Player(library, {"language": language, "name": "Ana"})
    given = {**dict.fromkeys(GIVEN, False), "has_consent": True, "person_available": True}
    told = dict.fromkeys(("worry.told", "worry.default", "worry.own"), "…")  # for somebody else
    values = {**VALUES, **player._near(), **player._worry(), **told, "holiday": "…"}
    facts = {"language": language, "name": "Ana", "days": "mo,tu", "hour": "09:00"}
    now = datetime(2026, 3, 2, 9, tzinfo=UTC)
    return Context(facts, now, decisions={**given, **decisions}, values=values)


def questions(library: Library) -> Iterator[tuple[Dialogue, Step]]:
    for dialogue in library.dialogues.values():
        for step in dialogue.steps:
            if step.asks:
                yield dialogue, step


def ways(library: Library, language: str) -> Iterator[tuple[str, Turn]]:
    """Every beginning, and every answer by a button, as things may stand."""
    for decisions in ({}, dict.fromkeys(GIVEN, True)):
        at = context(library, language, **decisions)
        for name in library.dialogues:
            yield name, start(library, name, at)
        for dialogue, step in questions(library):
            position = Position(dialogue.id, step.id, 1)
            for choice in step.choices:
                turn = resume(library, position, Chose(step.id, choice.id), at)
                yield f"{dialogue.id}/{step.id}/{choice.id}", turn


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_question_a_message(library: Library, language: str) -> None:
    for way, turn in ways(library, language):
        said = message(turn, library.texts)
        if said is not None:
            assert said.text.count("?") <= 1, f"{way}: {said.text}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_desk_with_hours_and_phone_is_one_word_away_from_every_question(
    library: Library, language: str
) -> None:
    """'A person' is heard everywhere, and its answer holds an address to go to."""
    at = context(library, language)
    said = Said(Understanding(PERSON[language], language))
    for dialogue, step in questions(library):
        turn = resume(library, Position(dialogue.id, step.id, 1), said, at)
        found = message(turn, library.texts)
        assert found is not None
        assert PHONE in found.text, f"{dialogue.id}/{step.id}: {found.text}"


@pytest.mark.parametrize("check_in", CHECK_INS)
def test_and_two_taps_away_from_every_check_in(library: Library, check_in: str) -> None:
    at = context(library, "nl")
    position = start(library, check_in, at).position
    assert position is not None
    reached = [(position, 0)]
    while reached:
        position, taps = reached.pop(0)
        place = library.place(position)
        assert place is not None
        for choice in place[1].choices if taps < 2 else ():
            turn = resume(library, position, Chose(place[1].id, choice.id), at)
            said = message(turn, library.texts)
            if said is not None and PHONE in said.text:
                return
            if turn.position is not None:
                reached.append((turn.position, taps + 1))
    pytest.fail(f"no address within two taps of {check_in}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_handover_can_end_in_a_meeting(library: Library, language: str) -> None:
    """Wherever a person is offered, the place to go by and its telephone stand beside it."""
    seen = 0
    for way, turn in ways(library, language):
        if any(
            isinstance(effect, Act) and effect.name == "offer_person" for effect in turn.effects
        ):
            said = message(turn, library.texts)
            assert said is not None
            assert PHONE in said.text, f"{way}: {said.text}"
            seen += 1
    assert seen > 20


@pytest.mark.parametrize("check_in", CHECK_INS)
def test_one_tap_ends_a_check_in_and_not_today_is_always_there(
    library: Library, check_in: str
) -> None:
    at = context(library, "nl")
    position = start(library, check_in, at).position
    assert position is not None
    place = library.place(position)
    assert place is not None
    assert any("skip" in choice.means for choice in place[1].choices)
    ends = [
        resume(library, position, Chose(place[1].id, choice.id), at).position is None
        for choice in place[1].choices
    ]
    assert sum(ends) >= 2
