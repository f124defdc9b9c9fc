"""A dialogue as frozen values: what `source` reads, `checks` judges and `engine` plays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Final

END: Final = "end"
BACK: Final = "back"
ELSEWHERE: Final = "dialogue:"
FIRST_ROUND: Final = date(2026, 3, 2)
# Keys that came after revisions were published: where one is not used, nothing of it is frozen and
# nothing of it is in a fingerprint, so that what was approved before is the same still.
LATER: Final = frozenset({"again"})


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say it; `without_name` serves while no name is known."""

    say: str
    without_name: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: its label, the intents that mean it, and where it leads."""

    id: str
    label: str
    then: str
    means: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Repair:
    """What to say when an answer was not understood, how often, and where to go after that."""

    say: str
    tries: int = 1
    then: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Silence:
    """How long a question waits (`after`, seconds) and where it goes then."""

    after: int
    then: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Decide:
    """A named decision: the step for yes and the step for no."""

    by: str
    yes: str
    no: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One step. It says (`then`), asks (`choices` and/or `takes`, with `silence`) or decides."""

    id: str
    wordings: tuple[Wording, ...] = ()
    choices: tuple[Choice, ...] = ()
    takes: str | None = None
    remember: str | None = None
    unclear: Repair | None = None
    silence: Silence | None = None
    do: str | None = None
    decide: Decide | None = None
    then: str | None = None
    note: str = ""
    line: int = 0
    place: str | None = None  # the need that {place} and has_place are about
    keep: str | None = None  # today's date is kept under this name
    forget: str | None = None  # this fact is forgotten, and those under it ('relation.brother')
    about: str | None = None  # what becomes of whom or what this is about (`names.ABOUTS`)
    again: str | None = None  # the question that asks the same in fewer words

    @property
    def asks(self) -> bool:
        """True when the step waits for an answer."""
        return bool(self.choices or self.takes)

    def choice(self, choice_id: str) -> Choice | None:
        """The choice of that id, if the step has it."""
        return next((choice for choice in self.choices if choice.id == choice_id), None)

    def targets(self) -> Iterator[tuple[str, int]]:
        """Everything this step can lead to, with the line that says so."""
        if self.decide:
            yield self.decide.yes, self.decide.line
            yield self.decide.no, self.decide.line
        for choice in self.choices:
            yield choice.then, choice.line
        if self.unclear and self.unclear.then:
            yield self.unclear.then, self.unclear.line
        if self.silence:
            yield self.silence.then, self.silence.line
        if self.then:
            yield self.then, self.line
        if self.again:
            yield self.again, self.line


@dataclass(frozen=True, slots=True)
class Start:
    """What begins a dialogue."""

    timed: tuple[str, ...] = ()
    intents: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True)
class Dialogue:
    """A conversation as data. `reading` is the button that offers it when the bot is unsure."""

    id: str
    title: str
    language: str
    start: Start
    steps: tuple[Step, ...]
    reading: str | None = None
    path: str = ""
    line: int = 0
    titles: tuple[tuple[str, str], ...] = ()  # by language, where there is more than one

    def titled(self, language: str) -> str:
        """What coordinators who read that language call it."""
        return dict(self.titles).get(language) or self.title

    @property
    def first(self) -> Step:
        """Where the dialogue begins."""
        return self.steps[0]

    @cached_property
    def _by_id(self) -> dict[str, Step]:
        return {step.id: step for step in self.steps}

    def step(self, step_id: str) -> Step | None:
        """The step of that id, if there is one."""
        return self._by_id.get(step_id)

    def in_full(self, step: Step) -> Step:
        """The question that a short one asks again; any other step itself."""
        return next((full for full in self.steps if full.again == step.id), step)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One text of a dialogue, for translators and linters."""

    ref: str
    text: str
    kind: str  # say | without_name | label | unclear | reading
    line: int
    note: str = ""
    asks: bool = False


def reading_ref(dialogue_id: str) -> str:
    """The ref of the button that offers a dialogue."""
    return f"{dialogue_id}/start/reading"


def choice_ref(dialogue_id: str, step_id: str, choice_id: str) -> str:
    """The ref of a button's label."""
    return f"{dialogue_id}/{step_id}/choice.{choice_id}"


def unclear_ref(dialogue_id: str, step_id: str) -> str:
    """The ref of a step's repair."""
    return f"{dialogue_id}/{step_id}/unclear"


def wording_ref(dialogue_id: str, step_id: str, index: int, field: str) -> str:
    """The ref of a wording: index 0 is the step's own, 1… its variants."""
    prefix = f"variant.{index}." if index else ""
    return f"{dialogue_id}/{step_id}/{prefix}{field}"


def turn_of(step: Step, key: str, today: date) -> int:
    """The wording whose turn it is: they rotate by date from a place of the resident's own (`key`).
    Each round begins one further on: who is greeted once a week would else meet one of seven
    wordings for ever. Two wordings simply take turns."""
    offset, many = int.from_bytes(sha256(key.encode()).digest()[:4]), len(step.wordings)
    rounds = (today - FIRST_ROUND).days // many if many > 2 else 0
    return (today.toordinal() + offset + rounds) % many


def phrases(dialogue: Dialogue) -> Iterator[Phrase]:
    """Every text of a dialogue, in reading order."""
    if dialogue.reading:
        ref = reading_ref(dialogue.id)
        yield Phrase(
            ref, dialogue.reading, "reading", dialogue.line, "A button: the resident's words."
        )
    for step in dialogue.steps:
        yield from _step_phrases(dialogue.id, step)


def _step_phrases(name: str, step: Step) -> Iterator[Phrase]:
    for index, wording in enumerate(step.wordings):
        ref = wording_ref(name, step.id, index, "say")
        yield Phrase(ref, wording.say, "say", wording.line, step.note, step.asks)
        if wording.without_name:
            ref = wording_ref(name, step.id, index, "without_name")
            yield Phrase(
                ref, wording.without_name, "without_name", wording.line, step.note, step.asks
            )
    for choice in step.choices:
        ref = choice_ref(name, step.id, choice.id)
        yield Phrase(ref, choice.label, "label", choice.line, "A button.")
    if step.unclear:
        ref = unclear_ref(name, step.id)
        yield Phrase(ref, step.unclear.say, "unclear", step.unclear.line, step.note)
