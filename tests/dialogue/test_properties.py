"""Whatever is said, tapped or left unsaid: never a crash, at most one message, always a way on."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.dialogue import (
    Await,
    Catalogs,
    Chose,
    Context,
    FellSilent,
    Library,
    Position,
    Remember,
    Said,
    Stimulus,
    Turn,
    command,
    freeze,
    message,
    resume,
    start,
)
from bot.dialogue.intents import INTENTS
from bot.dialogue.names import COMMANDS, GIVEN
from bot.dialogue.positions import DEEPEST
from bot.dialogue.readers import READERS
from bot.understanding import Understanding

from .conftest import DIALOGUES, LOCALES

LIBRARY = Library.read(DIALOGUES, LOCALES)
LABELS = sorted(
    {label for texts in LIBRARY.texts.to_json().values() for label in texts.values()}, key=str
)
SHORT = [label for label in LABELS if len(label) <= 30]
NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)

confidences = st.floats(0, 1, allow_nan=False)
rankings = st.lists(st.tuples(st.sampled_from(sorted(INTENTS)), confidences), max_size=5)
words = st.one_of(
    st.text(max_size=60), st.sampled_from(SHORT), st.sampled_from(["ja", "stop", "?"])
)


@st.composite
def understandings(draw: st.DrawFn) -> Understanding:
    ranking = tuple(sorted(draw(rankings), key=lambda pair: -pair[1]))
    sure = bool(ranking) and ranking[0][1] > 0.4
    intent, confidence = ranking[0] if sure else (None, 0.0)
    language = draw(st.sampled_from(["nl", "fr", "en"]))
    return Understanding(draw(words), language, intent, confidence, ranking)


events = st.one_of(
    st.builds(Said, understandings(), st.booleans()),
    st.builds(Chose, st.text(max_size=8), st.text(max_size=8)),
    st.sampled_from(["silence", "stale", "choose"]),
    st.sampled_from([f"/{name}" for name in (*COMMANDS, "nonsense")]),
    st.sampled_from(sorted(LIBRARY.dialogues)),
)
facts = st.fixed_dictionaries(
    {"language": st.sampled_from(["nl", "fr", "en"])},
    optional={"name": st.just("Ana"), "address": st.sampled_from(["formal", "informal"])},
)
decisions = st.fixed_dictionaries({name: st.booleans() for name in GIVEN})


def stimulus(event: object, position: Position | None) -> Stimulus:
    if event == "silence":
        return FellSilent(position.turn if position else 1)
    if event == "stale":
        return FellSilent(position.turn - 1 if position else 0)
    if event == "choose":
        place = LIBRARY.place(position)
        choices = place[1].choices if place else ()
        return Chose(position.step if position else "", choices[0].id if choices else "")
    assert isinstance(event, (Said, Chose))
    return event


def play(event: object, position: Position | None, context: Context) -> Turn:
    if isinstance(event, str) and event.startswith("/"):
        return command(LIBRARY, event, context, position)
    if isinstance(event, str) and event in LIBRARY.dialogues:
        return start(LIBRARY, event, context, position)
    return resume(LIBRARY, position, stimulus(event, position), context)


def check_turn(turn: Turn, before: Position | None) -> None:
    said = message(turn, LIBRARY.texts)
    if said:
        assert said.text.strip()
        assert "{" not in said.text
        assert len(said.text) < 4096
        assert len({button.label for button in said.buttons}) == len(said.buttons)
    awaited = [effect for effect in turn.effects if isinstance(effect, Await)]
    if turn.position and turn.effects:
        assert [effect.turn for effect in awaited] == [turn.position.turn]
        assert awaited[0].after > 0
        assert not before or turn.position.turn > before.turn
        assert said, "a question without words"
        assert len(turn.position.stack()) <= DEEPEST + 1
    elif not turn.position:
        assert not awaited


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(events, max_size=12), facts, decisions)
def test_any_sequence(
    sequence: list[object], known: dict[str, str], given_: dict[str, bool]
) -> None:
    position: Position | None = None
    now, number = NOW, 0
    for event in sequence:
        now += timedelta(hours=7)
        values = {"organisation": "O", "volunteer": "V", "kept": "K"}
        context = Context(
            known, now, seed="s", decisions=given_, values=values, readers=READERS, turn=number
        )
        turn = play(event, position, context)
        check_turn(turn, position)
        position = turn.position
        if position:
            number = position.turn
            stored = json.loads(json.dumps(position.to_json()))
            assert Position.from_json(stored) == position
        known = dict(turn.facts)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(LIBRARY.dialogues)), st.integers(-5, 5), facts)
def test_a_stale_silence_does_nothing(name: str, off: int, known: dict[str, str]) -> None:
    turn = start(LIBRARY, name, Context(known))
    if turn.position is None or off == 0:
        return
    after = resume(LIBRARY, turn.position, FellSilent(turn.position.turn + off), Context(known))
    assert after.position == turn.position
    assert after.effects == ()


@settings(max_examples=60, deadline=None)
@given(st.lists(understandings(), min_size=2, max_size=6), facts)
def test_never_the_same_fallback_twice_running(
    heard: list[Understanding], known: dict[str, str]
) -> None:
    position, last = None, None
    for read in heard:
        unsure = Understanding(f"qzx {read.text}", read.language)
        turn = resume(LIBRARY, position, Said(unsure), Context(known, readers=READERS))
        said = message(turn, LIBRARY.texts)
        assert said
        assert said.text != last
        position, last, known = turn.position, said.text, dict(turn.facts)


@settings(max_examples=20, deadline=None)
@given(st.sets(st.sampled_from(sorted(LIBRARY.dialogues)), min_size=1))
def test_a_revision_thaws_as_it_was_frozen(names: set[str]) -> None:
    catalogs = Catalogs.read(LOCALES)
    chosen = [LIBRARY.dialogues[name] for name in sorted(names)]
    frozen = freeze(chosen, catalogs)
    thawed = Library.thaw(json.loads(json.dumps(frozen)))
    assert thawed == Library.of(chosen, catalogs)


@pytest.mark.parametrize("intent", sorted(i for i in INTENTS if not i.startswith("crisis")))
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_intent_is_answered(intent: str, language: str) -> None:
    read = Understanding("qzx", language, intent, 0.9, ((intent, 0.9),))
    values = {"organisation": "O", "volunteer": "V", "kept": "K"}
    known = {"language": language}
    turn = resume(LIBRARY, None, Said(read), Context(known, values=values))
    said = message(turn, LIBRARY.texts)
    assert said
    assert not said.missing
    assert not any(e == Remember("last_fallback", "heard") for e in turn.effects)


def test_two_weeks_of_mornings_do_not_repeat() -> None:
    said = set()
    for day in range(14):
        context = Context({"language": "fr"}, NOW + timedelta(days=day), seed="resident-7")
        turn = start(LIBRARY, "morning", context)
        found = message(turn, LIBRARY.texts)
        assert found
        said.add(found.text)
    assert len(said) == 14
