"""The table of a handoff's life: whole, and without a state that nobody gets out of."""

from __future__ import annotations

from bot import lifecycle
from bot.lifecycle import HELD, LIVE, OFFERED, OVER, PAST, TRANSITIONS, WAITING


def test_every_state_is_reached_and_every_live_one_is_left() -> None:
    states = {state for state, _ in TRANSITIONS} | set(TRANSITIONS.values())
    assert states == {OFFERED} | LIVE | OVER
    reached, border = {OFFERED}, {OFFERED}
    while border:
        border = {to for (state, _), to in TRANSITIONS.items() if state in border} - reached
        reached |= border
    assert reached == states
    assert {state for state, _ in TRANSITIONS} == {OFFERED} | LIVE, "what is over stays over"


def test_she_may_take_her_yes_back_from_every_live_state_and_nobody_is_stuck() -> None:
    for state in LIVE:
        assert TRANSITIONS[state, "withdraw"] == lifecycle.WITHDRAWN
        assert TRANSITIONS[state, "close"] == lifecycle.CLOSED
    for state in WAITING:
        assert TRANSITIONS[state, "claim"] == lifecycle.CLAIMED
    for state in HELD:
        assert TRANSITIONS[state, "release"] == lifecycle.HANDED_ON


def test_every_event_has_its_word_in_the_audit_and_its_line_in_the_picture() -> None:
    assert {event for _, event in TRANSITIONS} == set(PAST)
    drawn = lifecycle.diagram()
    for (state, event), to in TRANSITIONS.items():
        assert f"    {state} --> {to}: {event}\n" in drawn
