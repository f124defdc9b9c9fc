"""The engine's rules one by one, on a library small enough to read."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bot.dialogue import (
    Act,
    Catalogs,
    Chose,
    Context,
    Ended,
    FellSilent,
    Library,
    Position,
    Remember,
    Said,
    Turn,
    command,
    message,
    resume,
    start,
)
from bot.dialogue.engine import take_up
from bot.dialogue.model import Step, Wording, turn_of
from bot.dialogue.readers import READERS, read_address, read_language
from bot.dialogue.turns import Reader, Unread
from bot.understanding import Understanding

VALUES = {"organisation": "O", "volunteer": "V", "kept": "K"}


def said(text: str, *ranking: tuple[str, float], answers: bool = True) -> Said:
    sure = bool(ranking) and ranking[0][1] >= 0.4
    intent, confidence = ranking[0] if sure else (None, 0.0)
    return Said(Understanding(text, "en", intent, confidence, ranking), answers)


def schedule(understanding: Understanding, context: Context) -> str | None:
    return {"dinsdag om half tien": "hour=09:30;days=tu"}.get(understanding.text)


def context(**facts: str) -> Context:
    readers: dict[str, Reader] = {**READERS, "schedule": schedule}
    now = datetime(2026, 3, 2, 8, tzinfo=UTC)
    return Context({"language": "en", **facts}, now, values=VALUES, readers=readers)


def text(library: Library, turn: Turn) -> str:
    found = message(turn, library.texts)
    return found.text if found else ""


def test_a_label_answers_in_any_language_and_case(library: Library) -> None:
    asked = start(library, "morning", context())
    for typed in ("fine", "Fine.", "BIEN", "goed!", "  Goed  "):
        turn = resume(library, asked.position, said(typed), context())
        assert Remember("mood", "fine") in turn.effects


def test_what_was_not_read_is_asked_for_when_a_step_needs_it(library: Library) -> None:
    """A turn begun anew with the answer decides as if it had been known from the start."""
    known = context(name="Ana")
    unread = replace(known, unread=frozenset({"person_available"}))
    for yes in (True, False):
        given = {"person_available": yes}
        asked = start(library, "person", replace(known, decisions=given))
        with pytest.raises(Unread) as missing:
            start(library, "person", unread)
        assert missing.value.name == "person_available"
        assert (
            start(library, "person", replace(unread, unread=frozenset(), decisions=given)) == asked
        )
    assert start(library, "morning", unread) == start(library, "morning", known), "none asks there"


def test_an_expected_intent_gets_a_prior(library: Library) -> None:
    asked = start(library, "morning", context())
    ranked = (("smalltalk", 0.5), ("mood_low", 0.26))
    turn = resume(library, asked.position, said("mwa", *ranked), context())
    assert Remember("mood", "hard") in turn.effects
    turn = resume(
        library, asked.position, said("mwa", ("smalltalk", 0.5), ("mood_low", 0.2)), context()
    )
    assert not any(isinstance(e, Remember) and e.key == "mood" for e in turn.effects)


def test_consent_is_never_guessed(library: Library) -> None:
    position = Position("welcome", "consent", 3)
    weak = resume(library, position, said("hm", ("greet", 0.5), ("affirm", 0.4)), context())
    assert Act("consent_checkins") not in weak.effects
    clear = resume(library, position, said("doe dat", ("affirm", 0.8)), context())
    assert Act("consent_checkins") in clear.effects


def test_a_topic_interrupts_and_the_question_comes_back(library: Library) -> None:
    asked = start(library, "hour", context())
    assert asked.position
    turn = resume(library, asked.position, said("who reads?", ("ask_privacy", 0.9)), context())
    assert turn.position
    assert turn.position.dialogue == "hour"
    assert turn.position.turn == asked.position.turn + 1
    assert text(library, turn).endswith(text(library, asked))


def test_words_may_hold_the_first_answer(library: Library) -> None:
    greeted = replace(context(), decisions={"has_consent": True})
    turn = resume(library, None, said("dinsdag om half tien", ("change_schedule", 0.8)), greeted)
    assert Act("set_hour", {"hour": "09:30"}) in turn.effects
    assert Act("set_days", {"days": "tu"}) in turn.effects
    assert turn.position is None


def test_a_clear_wish_is_heard_above_free_text(library: Library) -> None:
    asked = start(library, "lonely", context())
    turn = resume(library, asked.position, said("a real person", ("request_human", 0.9)), context())
    assert Act("offer_person") in turn.effects
    turn = resume(library, asked.position, said("nobody rings", ("request_human", 0.4)), context())
    assert Act("offer_person") not in turn.effects


def test_bare_words_work_without_understanding(library: Library) -> None:
    asked = start(library, "welcome", context())
    for typed, action in (("STOP!", "stop"), ("een mens", "offer_person")):
        turn = resume(library, asked.position, said(typed), context())
        assert any(isinstance(e, Act) and e.name == action for e in turn.effects)


def test_one_repair_then_a_person(library: Library) -> None:
    first = start(library, "morning", context())
    second = resume(library, first.position, said("qzx"), context())
    assert second.position
    assert (second.position.step, second.position.tries) == ("hello", 1)
    third = resume(library, second.position, said("qzx"), context())
    assert third.position
    assert third.position.dialogue == "offer"


def test_readings_are_offered_and_taken(library: Library) -> None:
    unsure = said("qzx", ("tell_health", 0.3), ("feel_tired", 0.2), ("greet", 0.1))
    turn = resume(library, None, unsure, context())
    assert turn.position
    assert turn.position.readings == ("tell_health", "feel_tired")
    shown = message(turn, library.texts)
    assert shown
    assert "About my health" in [button.label for button in shown.buttons]
    chosen = resume(library, turn.position, said("about my health"), context())
    assert chosen.position
    assert chosen.position.dialogue == "health"


def test_silence_belongs_to_its_turn(library: Library) -> None:
    asked = start(library, "pause", context())
    assert asked.position
    stale = resume(library, asked.position, FellSilent(asked.position.turn - 1), context())
    assert stale == Turn(asked.position, (), context().facts)
    due = resume(library, asked.position, FellSilent(asked.position.turn), context())
    assert Act("pause") in due.effects


def test_an_old_button_does_nothing(library: Library) -> None:
    asked = start(library, "morning", context())
    assert resume(library, asked.position, Chose("elsewhere", "fine"), context()).effects == ()
    assert resume(library, asked.position, Chose("hello", "nothing"), context()).effects == ()


def test_words_from_before_the_question_are_no_answer(library: Library) -> None:
    asked = start(library, "morning", context())
    turn = resume(library, asked.position, said("fine", answers=False), context())
    assert turn.position
    assert turn.position.step == "hello"
    assert not any(isinstance(e, Remember) and e.key == "mood" for e in turn.effects)


def test_a_button_for_a_length_of_time_becomes_a_date(library: Library) -> None:
    asked = start(library, "pause", context())
    turn = resume(library, asked.position, said("a week"), context())
    assert Act("pause", {"until": "2026-03-09"}) in turn.effects
    assert "Monday 9 March" in text(library, turn)


def test_until_i_write_again_forgets_an_older_date(library: Library) -> None:
    asked = start(library, "pause", context(until="2026-03-05"))
    turn = resume(library, asked.position, said("Until I ask"), context(until="2026-03-05"))
    assert Act("pause", {}) in turn.effects
    turn = resume(library, asked.position, said("No pause"), context(until="2026-03-05"))
    assert turn.facts["until"] == "2026-03-05"


@pytest.mark.parametrize(
    ("dialogue", "step", "choice", "fact"),
    [
        ("anniversary", "ask", "none", "anniversary"),
        ("keep_topic", "ask", "none", "topic"),
        ("avoid", "ask", "steps", "avoid"),
        ("worry", "write", "none", "worry_words"),
    ],
)
def test_a_button_beside_free_words_is_no_value(
    library: Library, dialogue: str, step: str, choice: str, fact: str
) -> None:
    """'No day after all' is not the day, and changes nothing that was kept."""
    at = Position(dialogue, step, 3)
    turn = resume(library, at, Chose(step, choice), context(**{fact: "kept"}))
    assert not any(isinstance(e, Remember) and e.key == fact and e.value for e in turn.effects)


def test_a_new_language_speaks_at_once(library: Library) -> None:
    asked = start(library, "language", context())
    turn = resume(library, asked.position, said("Nederlands"), context())
    assert text(library, turn).startswith("Vanaf nu schrijf ik in het Nederlands.")


def test_what_was_set_aside_is_taken_up_once(library: Library) -> None:
    """A question of safety came between: a command does not bring the other one back."""
    asked = start(library, "morning", context())
    assert asked.position is not None
    aside = replace(asked.position, aside=True)
    assert Position.from_json(aside.to_json()) == aside
    taken = take_up(library, aside, context())
    assert text(library, taken) == text(library, asked)
    assert taken.position == replace(aside, turn=aside.turn + 1)
    for position in (aside, taken.position):
        assert text(library, asked) not in text(
            library, command(library, "help", context(), position)
        )
    below = command(library, "hour", context(), replace(asked.position, under=aside)).position
    assert below is not None
    assert [one.aside for one in below.stack()] == [False, False]
    gone = take_up(library, replace(aside, step="no such"), context())
    assert gone.position is None


def test_commands_of_every_state(library: Library) -> None:
    pending = start(library, "morning", context()).position
    helped = command(library, "/help", context(), pending)
    assert helped.position
    assert helped.position.step == "hello"
    again = command(library, "hour", context(), command(library, "hour", context()).position)
    assert again.position
    assert again.position.under is None
    assert text(library, command(library, "nonsense", context()))


def test_a_step_that_is_gone_begins_anew(library: Library) -> None:
    gone = Position("morning", "no_such_step", 4)
    turn = resume(library, gone, said("hello", ("greet", 0.9)), context())
    assert Ended("greet") in turn.effects


def test_an_empty_library_is_silent() -> None:
    empty = Library.of((), Catalogs.read(Path("nowhere")))
    assert resume(empty, None, said("hello"), context()) == Turn(None, (), context().facts)
    assert command(empty, "help", context()).effects == ()


@pytest.mark.parametrize("typed", ["Annie", "noa", "Frans", "Lucienne Peeters", "ik heet joy"])
@pytest.mark.parametrize("guess", ["deny", "skip", "change_language", "tell_loss"])
def test_no_guess_takes_a_name(library: Library, typed: str, guess: str) -> None:
    at = Position("welcome", "name", 2)
    turn = resume(library, at, said(typed, (guess, 0.99)), context(language="nl"))
    assert turn.facts["name"] == typed.removeprefix("ik heet ").title()


@pytest.mark.parametrize("typed", ["niks", "liever niet", "personne", "dat zeg ik niet"])
def test_who_gives_no_name_has_none(library: Library, typed: str) -> None:
    at = Position("welcome", "name", 2)
    turn = resume(library, at, said(typed, ("deny", 0.9)), context(language="nl"))
    assert "name" not in turn.facts


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        *(("en français svp", "fr"), ("Dutch please", "nl"), ("engels", "en"), ("Deutsch", None)),
        *(("ik ben moe en ziek", None), ("ik spreek geen Frans", None), ("EN", "en")),
    ],
)
def test_languages(typed: str, language: str | None) -> None:
    assert read_language(Understanding(typed, "en"), context()) == language


def test_address() -> None:
    assert read_address(Understanding("zeg maar je", "nl"), context()) == "informal"
    assert read_address(Understanding("vous", "fr"), context()) == "formal"
    assert read_address(Understanding("u of je", "nl"), context()) is None


def test_every_turn_says_why(library: Library) -> None:
    """The rule that decided, what it went by, and the steps that were reached."""

    def why(turn: Turn) -> tuple[str, str]:
        return turn.why.rule, turn.why.by

    known = context(language="en", name="Ana")
    asked = start(library, "forget", known)
    assert why(asked) == ("begun", "forget")
    assert asked.why.trail == (("forget", "ask", ""),)
    label = library.texts.find("forget/ask/choice.no", "nl", "formal")
    for words, rule in (
        (said(label), ("label", "no")),
        (said("hm", ("deny", 0.9)), ("expected", "no")),
        (said("hm", ("thank", 0.9)), ("intent", "thank")),
        (said("stop"), ("wish", "stop_contact")),
        (said("hm"), ("unclear", "")),
        (Chose("ask", "no"), ("chosen", "no")),
        (FellSilent(asked.position.turn if asked.position else 0), ("silence", "")),
        (said("hm", answers=False), ("early", "")),
    ):
        assert why(resume(library, asked.position, words, known)) == rule, words
    twice = resume(library, asked.position, said("hm"), known)
    assert why(resume(library, twice.position, said("hm"), known)) == ("given_up", "")
    assert why(resume(library, None, said("hm"), known)) == ("fallback", "")
    greeted = start(library, "morning", known)
    assert ("morning", "arrive", "no") in greeted.why.trail


@pytest.mark.parametrize("every", [1, 2, 3, 4, 7, 14, 28])
@pytest.mark.parametrize("many", [7, 14])
def test_no_rhythm_meets_the_same_wording_for_ever(many: int, every: int) -> None:
    """Whoever is greeted once a week, or hardly ever, is not told one thing again and again."""
    step = Step("hello", wordings=tuple(Wording(str(n)) for n in range(many)))
    days = [date(2026, 10, 5) + timedelta(days=every * n) for n in range(150)]
    turns = [turn_of(step, "ana/soft_hello", day) for day in days]
    assert len(set(turns)) * 2 >= many
    assert all(one != after for one, after in pairwise(turns))
    if every == 1:
        soon = [turns[n : n + many - 1] for n in range(120)]
        assert all(len(set(near)) == len(near) for near in soon)
