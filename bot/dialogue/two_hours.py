"""'20:00 of 20:30': she is asked which, with a button for each. They stand among the `readings` of
the position as long as that question does, with the days that she said beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from bot.dialogue import told
from bot.dialogue.model import Dialogue, Step, choice_ref
from bot.dialogue.names import CANONICAL
from bot.dialogue.turns import Button, Context, language_of
from bot.dialogue.whatever import is_whatever
from bot.dialogue.words import plain
from bot.understanding import Understanding
from bot.values.either import either
from bot.values.hours import hours

NAMED: Final = "names_two_hours"  # the decision that leads to the question
HOUR: Final = "hour"
DAYS: Final = "days="
_IS_HOUR: Final = re.compile(CANONICAL[HOUR])


def named(step: Step, context: Context, facts: Mapping[str, str]) -> tuple[str, ...]:
    """What her words of this turn name, where a question is about an hour, or decides by it."""
    said = Understanding(context.said, language_of(facts))
    of_hours = step.takes == HOUR or (step.decide is not None and step.decide.by == NAMED)
    two = either(said.text, said.language) if of_hours else ()
    reader = context.readers.get("schedule") if two else None
    days = told.schedule((reader and reader(said, context)) or "").get("days")
    return (*two, f"{DAYS}{days}") if days else two


def kept(readings: tuple[str, ...]) -> tuple[str, ...]:
    """What stays as long as the question stands."""
    return readings if among(readings) else ()


def among(readings: Iterable[str]) -> tuple[str, ...]:
    return tuple(one for one in readings if _IS_HOUR.fullmatch(one))


def days(readings: Iterable[str]) -> str:
    """'Dinsdag om negen of tien uur': they are set with the hour, and not before."""
    found = (one.removeprefix(DAYS) for one in readings if one.startswith(DAYS))
    return next(found, "")


def buttons(dialogue: Dialogue, step: Step, readings: Iterable[str]) -> list[Button]:
    """Those of a question: the hours that she named instead of its own."""
    two = among(readings)
    own = [c.id for c in step.choices if not (two and _IS_HOUR.fullmatch(c.id))]
    labelled = [Button(one, f"{HOUR}={one}") for one in two]
    return labelled + [Button(one, choice_ref(dialogue.id, step.id, one)) for one in own]


def asks(dialogue: Dialogue, heard: Understanding) -> bool:
    """Whether this dialogue asks which of the two that words name."""
    has = any(step.decide and step.decide.by == NAMED for step in dialogue.steps)
    return has and bool(either(heard.text, heard.language))


def meant(
    readings: Iterable[str], step: Step, heard: Understanding, value: str | None
) -> str | None:
    """Which of them an answer means, else what was read of it: 'half negen' where 20:30 stands on a
    button; the first where it is all the same to her."""
    two = among(readings) if step.takes == HOUR else ()
    if two and value is None:
        return two[0] if is_whatever(plain(heard.text)) else None
    said = [one for one in hours(heard.text, heard.language) if one in two]
    return said[0] if len(said) == 1 else value
