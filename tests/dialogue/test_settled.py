"""What one turn settled by another way is not asked once more, and nothing is told twice."""

import pytest

from bot.dialogue import Context, Library, Position, Said, Turn, message, resume
from bot.dialogue.turns import Act, Remember
from bot.readers import READERS
from bot.understanding import Understanding

HALF_PAST_EIGHT = [
    ("nl", "half negen s avonds"),
    ("fr", "huit heures et demie le soir"),
    ("en", "half past eight in the evening"),
]
SIX = [("nl", "18u graag", "ja"), ("fr", "18h le soir", "oui"), ("en", "6pm please", "yes")]
NO = {"nl": "nee", "fr": "non", "en": "no"}


def step_of(position: Position | None) -> str:
    return f"{position.dialogue}/{position.step}" if position else ""


def did(turn: Turn) -> list[str]:
    return [effect.name for effect in turn.effects if isinstance(effect, Act)]


def said(
    library: Library, at: Position, text: str, facts: dict[str, str], *, answers: bool = True
) -> Turn:
    known = {"told_days": "days" in facts, "has_consent": "agreed" in facts}
    context = Context(facts, decisions=known, readers=READERS, values={"organisation": "O"})
    heard = Said(Understanding(text, facts["language"]), answers)
    return resume(library, at, heard, context)


@pytest.mark.parametrize(("language", "text"), HALF_PAST_EIGHT)
def test_an_hour_that_came_early_is_told_once(library: Library, language: str, text: str) -> None:
    facts = {"language": language, "name": "Ana", "agreed": "2026-01-01"}
    turn = said(library, Position("welcome", "hour", 3), text, facts, answers=False)
    assert step_of(turn.position) == "welcome/days"
    told = message(turn, library.texts)
    assert told
    assert told.text.count("20:30") == 1
    assert did(turn).count("set_hour") == 1


@pytest.mark.parametrize(("language", "text"), HALF_PAST_EIGHT)
def test_an_hour_behind_the_days_is_told_once(library: Library, language: str, text: str) -> None:
    facts = {"language": language, "days": "tu,fr", "agreed": "2026-01-01"}
    turn = said(library, Position("welcome", "hour", 3), text, facts)
    told = message(turn, library.texts)
    assert told
    assert told.text.count("20:30") == 1


@pytest.mark.parametrize(("language", "hour", "yes"), SIX)
@pytest.mark.parametrize("at", [("resume", "ask"), ("welcome", "consent")])
def test_a_yes_is_not_asked_a_second_time(
    library: Library, language: str, hour: str, yes: str, at: tuple[str, str]
) -> None:
    facts = {"language": language, "days": "mo"}
    asked = said(library, Position(*at, 3), hour, facts)
    assert step_of(asked.position) == "hour/silent"
    assert asked.position
    turn = said(library, asked.position, yes, dict(asked.facts))
    assert did(turn).count("consent_checkins") == 1
    assert step_of(turn.position) == ("welcome/name" if at[0] == "welcome" else "")


@pytest.mark.parametrize(("language", "hour", "yes"), SIX)
@pytest.mark.parametrize("at", [("resume", "ask"), ("welcome", "consent")])
def test_nor_is_a_no(
    library: Library, language: str, hour: str, yes: str, at: tuple[str, str]
) -> None:
    asked = said(library, Position(*at, 3), hour, {"language": language})
    assert asked.position
    turn = said(library, asked.position, NO[language], dict(asked.facts))
    assert turn.position is None
    assert "consent_checkins" not in did(turn)
    assert any(isinstance(e, Remember) and e.key == "refused" for e in turn.effects)


@pytest.mark.parametrize(("language", "hour", "yes"), SIX)
def test_an_hour_that_is_known_is_not_asked_in_the_welcome(
    library: Library, language: str, hour: str, yes: str
) -> None:
    facts = {"language": language, "hour": "18:00", "agreed": "2026-01-01"}
    turn = said(library, Position("welcome", "address", 3), NO[language], facts)
    assert step_of(turn.position) == "welcome/days"
    told = message(turn, library.texts)
    assert told
    assert "18:00" in told.text
