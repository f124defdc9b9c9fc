"""The values that go into a turn and come out of it: position, context, stimuli, effects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.dialogue.names import FORMAL, LANGUAGES
from bot.dialogue.positions import Position as Position
from bot.dialogue.positions import stacked as stacked
from bot.understanding import Understanding

# What decides a turn, in the order in which the engine looks (told by `Why`).
RULES: Final = (
    "begun",  # its hour, a command or another dialogue began it
    "silence",
    "chosen",  # an inline button
    "label",  # the words of a button
    "wish",  # plain words of a wish, heard in every state
    "offered",  # the words of a reading that was offered
    "expected",  # what the model understood is an answer of this question
    "taken",  # the question takes free words as a value
    "intent",  # what the model understood begins a dialogue
    "early",  # written before the question had arrived
    "unclear",  # not understood: asked once more
    "given_up",  # not understood a second time
    "fallback",  # nothing was asked, and no dialogue is about it
)


EVENING: Final = 18  # o'clock


class Unread(Exception):
    """A step asks for a decision, or says a value, that was not read yet: read it, and begin the
    turn anew."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True, slots=True)
class Context:
    """What the engine may know of the resident and the moment.

    `facts`: language, address, name, hour, days, … as canonical strings.
    `decisions`: the booleans of `names.GIVEN`. `values`: further placeholders (organisation, …).
    What is `unread` of both raises `Unread` where a step asks for it, or says it. `said`: her words
    in this turn.
    `readers`: takes -> reader. `turn`: the last question's number in this chat. `now`: UTC.
    """

    facts: Mapping[str, str] = field(default_factory=dict)
    now: datetime = datetime(2026, 1, 1, tzinfo=UTC)
    zone: str = "Europe/Brussels"
    seed: str = ""
    decisions: Mapping[str, bool] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    values: Mapping[str, str] = field(default_factory=dict)
    readers: Mapping[str, Reader] = field(default_factory=dict)
    turn: int = 0
    said: str = ""

    @property
    def language(self) -> str:
        """The language the resident chose; English until then."""
        return language_of(self.facts)

    @property
    def today(self) -> date:
        """The resident's local date."""
        return self.now.astimezone(ZoneInfo(self.zone)).date()

    @property
    def evening(self) -> bool:
        """Whether it is evening or night where she is."""
        return not 4 <= self.now.astimezone(ZoneInfo(self.zone)).hour < EVENING


type Reader = Callable[[Understanding, Context], str | None]


def language_of(facts: Mapping[str, str]) -> str:
    """The language among the facts, English where it is unknown."""
    language = facts.get("language", "en")
    return language if language in LANGUAGES else "en"


def address_of(facts: Mapping[str, str]) -> str:
    """The form of address among the facts: formal until the resident chooses."""
    return facts.get("address", FORMAL)


def given(context: Context, decision: str) -> bool:
    """A decision of `names.GIVEN`. Raises `Unread` where it was not read yet."""
    if decision in context.unread:
        raise Unread(decision)
    return context.decisions.get(decision, False)


def known(context: Context, value: str) -> str:
    """A value that is read only where it is asked for; '' where there is none. Raises `Unread`."""
    if value in context.unread:
        raise Unread(value)
    return context.values.get(value, "")


@dataclass(frozen=True, slots=True)
class Chose:
    """A button was pressed of which the step is known (inline buttons)."""

    step: str
    choice: str


@dataclass(frozen=True, slots=True)
class Said:
    """Words came in. `answers` is False when they were sent before the question arrived."""

    understanding: Understanding
    answers: bool = True


@dataclass(frozen=True, slots=True)
class FellSilent:
    """The timer of question number `turn` ran out."""

    turn: int


type Stimulus = Chose | Said | FellSilent


@dataclass(frozen=True, slots=True)
class Button:
    """A choice to show: what it is (choice id, `reading:INTENT`, or an hour that she named) and the
    ref of its label; an hour is its own label (`hour=20:30`)."""

    choice: str
    ref: str


@dataclass(frozen=True, slots=True)
class Say:
    """A paragraph of the turn's one message: a ref, raw values for it, buttons if it asks. `year`:
    in which it is said, since a day of another one is told with its year; 0 where it tells none.
    `evening`: nobody says 'bonjour' then."""

    ref: str
    values: Mapping[str, str] = field(default_factory=dict)
    choices: tuple[Button, ...] = ()
    year: int = field(default=0, compare=False)
    evening: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Remember:
    """Keep a fact; an empty value forgets it."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Await:
    """Come back with `FellSilent(turn)` after so many seconds."""

    turn: int
    after: int


@dataclass(frozen=True, slots=True)
class Act:
    """Carry out a named action (`names.ACTIONS`) with the facts that belong to it."""

    name: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ended:
    """A dialogue is over. `cut`: it was interrupted, and what came in between did not lead back."""

    dialogue: str
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Unclear:
    """Her words were not understood: what is said now is a repair or a fallback."""


@dataclass(frozen=True, slots=True)
class Clarified:
    """She chose an offered reading: what her earlier words meant."""

    intent: str


def hang(effects: list[Effect], buttons: Iterable[Button]) -> None:
    """Hangs the buttons of a question on the last words that are said."""
    for index in range(len(effects) - 1, -1, -1):
        effect = effects[index]
        if isinstance(effect, Say):
            effects[index] = replace(effect, choices=tuple(buttons))
            return


type Effect = Say | Remember | Await | Act | Ended | Unclear | Clarified


@dataclass(frozen=True, slots=True)
class Why:
    """How a turn came about, for whoever tries a dialogue.

    `rule`: what decided (one of RULES), and `by` what: a choice, an intent, a kind of value.
    `trail`: the steps that were reached, as (dialogue, step, how); `how` is yes or no for a
    decision, back or again for a question that is asked once more.
    """

    rule: str = ""
    by: str = ""
    trail: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """What came of one stimulus: the new position, the effects in order, the facts afterwards."""

    position: Position | None
    effects: tuple[Effect, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    why: Why = field(default=Why(), compare=False)
