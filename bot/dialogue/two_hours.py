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
from bot.dialogue.which_of_two import is_neither, told_apart
from bot.dialogue.words import plain
from bot.understanding import Understanding
from bot.values.days import find_days
from bot.values.either import either
from bot.values.hours import find_hours, hours, likely
from bot.values.hours import says_number as is_number
from bot.values.plain import plain as simple

NAMED: Final = "names_two_hours"  # the decision that leads to the question
HOUR: Final = "hour"
DAYS: Final = "days="
NOON: Final = "12:00"
EVENING: Final = "18:00"
FEW: Final = 5  # words that say no to one of them, and tell nothing
_NOT: Final = frozenset({"niet", "nie", "pas", "not"})
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


def days(readings: Iterable[str], heard: Understanding) -> str:
    """'Dinsdag om negen of tien uur': they are set with the hour, and not before; not where she
    names days anew, 'toch liever donderdag'."""
    if find_days(simple(heard.text), heard.language):
        return ""
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


def stand(readings: Iterable[str], step: Step) -> tuple[str, ...]:
    """The two, where it is asked which."""
    return among(readings) if step.takes == HOUR else ()


def with_days(readings: Iterable[str], said: Mapping[str, str]) -> tuple[str, ...]:
    """'Only on Tuesday', while it is asked which: kept for when she says it; () where no days are
    said."""
    return (*among(readings), f"{DAYS}{said['days']}") if "days" in said else ()


def says_number(heard: Understanding) -> bool:
    """Whether an hour is named, and not only a part of the day."""
    whole, found = likely(heard.text, heard.language)
    return any(is_number(whole, one) for one in found)


def lack_one(readings: Iterable[str], step: Step, heard: Understanding) -> bool:
    """Whether it is asked which, and this names no hour by the clock."""
    return bool(stand(readings, step)) and not says_number(heard)


def are_neither(readings: Iterable[str], step: Step, text: str) -> bool:
    return bool(stand(readings, step)) and is_neither(plain(text))


def meant(
    readings: Iterable[str], step: Step, heard: Understanding, value: str | None
) -> str | None:
    """Which of them an answer means, else what was read of it: 'half negen' where 20:30 stands on a
    button; the first where it is all the same to her. A part of the day is one of them or none: it
    has no hour that she did not say."""
    two = stand(readings, step)
    if not two:
        return value
    if value is None:
        return told_apart(two, plain(heard.text)) or _not_the_other(two, heard)
    if not says_number(heard):
        return _in_part(two, value) if len(hours(heard.text, heard.language)) == 1 else None
    said = [one for one in hours(heard.text, heard.language) if one in two]
    return said[0] if len(said) == 1 else value


def _in_part(two: tuple[str, ...], value: str) -> str | None:
    """The one that lies in that part of the day, where one alone does."""
    found = [one for one in two if _part(one) == _part(value)]
    return found[0] if len(found) == 1 else None


def _part(hour: str) -> int:
    return (hour >= NOON) + (hour >= EVENING)


def _not_the_other(two: tuple[str, ...], heard: Understanding) -> str | None:
    """'20:30 niet' leaves the other. In Dutch 'pas om acht uur' is that hour, and not before."""
    words = plain(heard.text).split()
    if len(words) > FEW or (heard.language == "nl" and "pas" in words):
        return None
    refused = {hour for one in find_hours(simple(heard.text), heard.language) for hour in one.hours}
    if says_number(heard) or not _NOT.intersection(words):
        return None
    left = [one for one in two if one not in refused]
    return left[0] if len(left) == 1 else None
