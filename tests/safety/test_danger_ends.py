"""The table of how dangers end, over every state, word, kind and order of two dangers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Final

import pytest

from bot.danger_ends import (
    BETWEEN,
    ENDING,
    TABLE,
    TAKEN,
    UNSAFE,
    Danger,
    Said,
    State,
    Step,
    Word,
    decide,
)
from bot.safety.concern import KINDS
from bot.safety.reply import MEDICAL

NOW: Final = datetime(2026, 10, 5, 12, 0, tzinfo=UTC)
AGO: Final = {
    State.OLD: timedelta(hours=26),
    State.SETTLED: timedelta(hours=2),
    State.OVER: timedelta(hours=2),
}
SUICIDE, VIOLENCE = (kind for kind in KINDS if kind != MEDICAL)
ALERTED: Final = (None, NOW - timedelta(minutes=5))
# of which kinds a word ends what she told; a word of one kind never ends another
OF: Final = {Word.SAFE: {SUICIDE, VIOLENCE}, Word.HELP: {MEDICAL}, Word.NO_HELP: {MEDICAL}}


def row(state: State, kind: str, number: int = 1) -> Danger:
    told = state not in (State.DOUBT, State.SETTLED)
    answer = {State.SETTLED: "the_day", State.OVER: "safe"}.get(state)
    at = NOW - AGO.get(state, timedelta(minutes=20)) + timedelta(minutes=number)
    answered = NOW - timedelta(hours=1) if answer else None
    return Danger(number, kind, "act" if told else "ask", answer, at, answered)


def said(word: Word, kind: str) -> Said:
    of_help = word in (Word.HELP, Word.NO_HELP)
    return Said(word, MEDICAL if of_help else kind if word == Word.NOT_SAFE else "")


def open_after(rows: list[Danger], step: Step) -> list[Danger]:
    stand = [one for one in rows if one.state(NOW) is State.OPEN and one.id not in step.ends]
    if step.begins:
        of = next(one for one in rows if one.id == step.of)
        stand.append(Danger(99, of.kind, "act", None, NOW))
    return stand


ONE: Final = [[row(state, kind)] for state, kind in product(State, KINDS)]
TWO: Final = [
    [row(a, one, 1), row(b, other, 2)]
    for (a, one), (b, other) in product(product(State, KINDS), repeat=2)
]
CASES: Final = [*ONE, *TWO]


def each(word: Word) -> list[tuple[list[Danger], Danger, datetime | None, Step]]:
    found = []
    for rows in CASES:
        for asked, alerted in product(rows, ALERTED):
            step = decide(rows, asked, said(word, asked.kind), NOW, alerted)
            found.append((rows, asked, alerted, step))
    return found


@pytest.mark.parametrize("word", Word)
def test_the_page_says_what_the_table_does(word: Word) -> None:
    page = (Path(__file__).parents[2] / "docs" / "how-dangers-end.md").read_text(encoding="utf-8")
    assert f"| *{word.value}* | {' | '.join(does.value for does in TABLE[word])} |" in page
    assert len(TABLE[word]) == len(State)


@pytest.mark.parametrize("word", Word)
def test_no_danger_ends_by_a_word_of_another_kind(word: Word) -> None:
    for rows, asked, _, step in each(word):
        told = [one for one in rows if one.id in step.ends and one.level == "act"]
        if word not in ENDING:
            assert not step.ends
        elif word in OF:
            lately = [one for one in told if one.state(NOW) is not State.OLD or one is not asked]
            assert {one.kind for one in lately} <= OF[word]
        elif word == Word.NO_DANGER:
            assert {one.kind for one in told} <= {asked.kind}


@pytest.mark.parametrize("word", sorted(ENDING))
def test_a_gentle_question_ends_with_its_own_kind_alone(word: Word) -> None:
    for rows, _, _, step in each(word):
        told = {one.kind for one in rows if one.id in step.ends and one.level == "act"}
        for one in rows:
            if one.level == "ask" and one.id in step.ends:
                assert one.kind in told or one.id == step.of or one.kind == rows[step.of - 1].kind


@pytest.mark.parametrize("word", Word)
def test_no_open_danger_is_without_an_alert(word: Word) -> None:
    """It has one before it, had one, or a volunteer took it; a new one has one within the hour."""
    for rows, _, alerted, step in each(word):
        assert (step.rings is None) == (
            not [one for one in rows if one.state(NOW) is State.OPEN and one.id not in step.ends]
        )
        if step.begins:
            assert step.alert_from is None or step.alert_from <= NOW + BETWEEN
            assert alerted is None or word == Word.YES or step.alert_from == alerted + BETWEEN


@pytest.mark.parametrize("word", sorted(UNSAFE))
def test_not_safe_leaves_a_danger_that_is_open_or_asks(word: Word) -> None:
    for rows, _, alerted, step in each(word):
        if word == Word.UNSAFE_WORDS and step.asks is not None:
            assert rows[step.of - 1].state(NOW) in (State.SETTLED, State.OVER)
            continue
        stand = open_after(rows, step)
        assert stand
        fresh = [one for one in stand if alerted is None or one.at > alerted]
        assert fresh, "what an alert told of already is no alert for what goes on"


@pytest.mark.parametrize("word", sorted(UNSAFE))
def test_what_a_volunteer_took_begins_no_alert(word: Word) -> None:
    taken = replace(row(State.OPEN, SUICIDE), answer=TAKEN)
    step = decide([taken], taken, Said(word), NOW, ALERTED[1])
    assert (step.begins, step.notes) == (False, False)


@pytest.mark.parametrize("word", Word)
def test_their_order_changes_only_of_which_she_is_asked_first(word: Word) -> None:
    for (a, one), (b, other) in product(product(State, KINDS), repeat=2):
        if one == other:
            continue
        first, then = [row(a, one, 1), row(b, other, 2)], [row(b, other, 1), row(a, one, 2)]
        for kind in (one, other):
            steps = []
            for rows in (first, then):
                asked = next(found for found in rows if found.kind == kind)
                step = decide(rows, asked, said(word, kind), NOW)
                names = {found.id: found.kind for found in rows}
                steps.append(
                    (
                        names[step.of],
                        {names[number] for number in step.ends},
                        step.notes,
                        step.begins,
                        step.asks is None,
                        step.carries is None,
                    )
                )
            assert steps[0] == steps[1]


@pytest.mark.parametrize("word", sorted(ENDING))
def test_what_is_left_is_asked_about_and_then_what_was_in_doubt(word: Word) -> None:
    for rows, _, _, step in each(word):
        left = open_after(rows, step)
        if left:
            assert step.asks in [one.id for one in left]
            assert step.tells is None
        doubts = [one for one in rows if one.state(NOW) is State.DOUBT]
        ended = any(one.level == "act" and one.id in step.ends for one in rows)
        if ended and not left and any(one.id not in step.ends for one in doubts):
            assert step.carries is not None


def test_safe_where_only_an_illness_stands_asks_about_help() -> None:
    ill = row(State.OPEN, MEDICAL)
    step = decide([ill], ill, Said(Word.SAFE), NOW)
    assert (step.ends, step.asks) == (frozenset(), ill.id)
    for word in (Word.HELP, Word.NO_HELP, Word.NO_DANGER, Word.ALL_OVER):
        assert decide([ill], ill, Said(word), NOW).ends == {ill.id}


def test_who_opened_it_is_told_of_all_that_she_had_called_over_beside_it() -> None:
    ill = replace(row(State.OPEN, MEDICAL, 1), answer="safe", answered_at=NOW)
    told = row(State.OPEN, SUICIDE, 2)
    assert decide([ill, told], told, Said(Word.SAFE), NOW).tells == ill.at
    old = row(State.OLD, SUICIDE)
    assert decide([old], old, Said(Word.SAFE), NOW).tells == old.at
