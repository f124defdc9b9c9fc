"""What is said beside an answer and counts too: an hour, days, a form of address."""

from __future__ import annotations

from collections.abc import Mapping

from bot.dialogue import answers
from bot.dialogue.model import Dialogue, Step, unclear_ref
from bot.dialogue.names import SCHEDULE, VARIANTS
from bot.dialogue.turns import Turn, language_of
from bot.dialogue.walk import Walk


def keep(walk: Walk, key: str, value: str) -> None:
    """An hour or days, by which greetings are planned from now on."""
    walk.remember(key, value)
    walk.act(SCHEDULE[key])


def note_schedule(
    walk: Walk, found: Mapping[str, str], takes: str | None, *, by_clock: bool
) -> None:
    """What is not what was asked for: an hour only where it was told by the clock."""
    for key, value in found.items():
        beside = key != takes and value != walk.facts.get(key)
        if beside and (by_clock or key != "hour"):
            keep(walk, key, value)


def ask_on(walk: Walk, dialogue: Dialogue, step: Step, readings: tuple[str, ...]) -> Turn | None:
    """Days that are said while of two hours it is asked which: it is asked on, with them."""
    if not readings:
        return None
    walk.readings = readings
    walk.repair(dialogue, step, unclear_ref(dialogue.id, step.id))
    return walk.turn()


def note_address(walk: Walk, text: str) -> None:
    """'Marc, en zeg maar jij': she is not asked for that any more."""
    form = answers.address_beside(text)
    if form and language_of(walk.facts) in VARIANTS:
        walk.remember("address", form)
        walk.act("set_address")
