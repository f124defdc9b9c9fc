"""Which facts an answer changes, as its step says: a button by its id, words by what was read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from bot.dialogue import memory
from bot.dialogue.model import Dialogue, Step
from bot.dialogue.names import ACTIONS, CANONICAL

# What is kept under the name of what was asked for.
_FACTS: Final = frozenset({"name", "hour", "days", "until", "language", "address", "frequency"})


def by_choice(
    dialogue: Dialogue, step: Step, choice_id: str, facts: Mapping[str, str], today: date
) -> dict[str, str]:
    """A button's id, or the value that a canonical id stands for.

    A button without such a value ('until I write again') clears the old one where it leads
    to the action that would carry it, and changes nothing elsewhere ('leave it').
    """
    key = step.remember
    if not key:
        return {}
    if key not in CANONICAL:
        return {} if step.takes else {key: choice_id}  # else 'no day after all' would be the day
    if re.fullmatch(CANONICAL[key], choice_id):
        return _until(step, choice_id, facts, today) if key == "until" else {key: choice_id}
    choice = step.choice(choice_id)
    target = dialogue.step(choice.then) if choice else None
    carried = target is not None and key in ACTIONS.get(target.do or "", ())
    return {key: ""} if carried and key in facts else {}


def _until(step: Step, choice_id: str, facts: Mapping[str, str], today: date) -> dict[str, str]:
    """So many days from the first of them, where that is known to the question."""
    begin = facts.get("begin", "") if step.takes == "until" else ""
    first = date.fromisoformat(begin[:10]) if begin else today
    return absence(begin, (first + timedelta(days=int(choice_id[:-1]))).isoformat(), facts)


def absence(begin: str, until: str, facts: Mapping[str, str]) -> dict[str, str]:
    """Both days as facts: one that is not said is forgotten."""
    found = {"begin": begin, "until": until}
    return {key: value for key, value in found.items() if value or key in facts}


def schedule(value: str) -> dict[str, str]:
    """'hour=09:00;days=tu,fr', or one of the two, as facts."""
    return dict(part.split("=", 1) for part in value.split(";") if part)


def by_value(step: Step, value: str, facts: Mapping[str, str]) -> dict[str, str]:
    """A value that was read from free text; a schedule may be two."""
    found: dict[str, str] = {}
    if step.takes in _FACTS:
        found[step.takes or ""] = value
    if step.takes == "schedule":
        found |= schedule(value)
    if "/" in value and step.takes in ("absence", "until"):
        begin, until = value.split("/")
        return absence(begin, until, facts)
    if step.remember == memory.ANNIVERSARY:
        return {memory.ANNIVERSARY: memory.with_days(facts, value)}
    if step.remember == f"no_{memory.ANNIVERSARY}":
        return {memory.ANNIVERSARY: memory.without_days(facts, value)}
    if step.remember and step.remember != step.takes:
        found[step.remember] = value
    return found
