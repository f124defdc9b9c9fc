"""All dialogues of one revision with their texts, and how to find them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from bot.dialogue import asked, form
from bot.dialogue.catalogs import Catalogs
from bot.dialogue.intents import ANSWERS, CHEER, CRISES
from bot.dialogue.model import (
    Dialogue,
    Step,
    reading_ref,
    unclear_ref,
)
from bot.dialogue.names import UNCLEAR
from bot.dialogue.places_source import read_places
from bot.dialogue.source import read_folder
from bot.dialogue.texts import Texts
from bot.dialogue.turns import Button, Position
from bot.dialogue.words import plain
from bot.places import Place
from bot.understanding import Understanding

LIKELY = 0.12  # a reading less likely than this is not worth a button


@dataclass(frozen=True)
class Library:
    """One revision: dialogues by id, and their texts per language and form of address."""

    dialogues: Mapping[str, Dialogue]
    texts: Texts
    places: tuple[Place, ...] = ()

    @classmethod
    def of(
        cls, dialogues: Iterable[Dialogue], catalogs: Catalogs, places: Iterable[Place] = ()
    ) -> Self:
        """A library straight from drafts."""
        found = tuple(dialogues)
        return cls({d.id: d for d in found}, catalogs.texts(found), tuple(places))

    @classmethod
    def read(cls, folder: Path, locales: Path) -> Self:
        """Read drafts from disk. ValueError with the findings where one cannot be read."""
        dialogues, findings = read_folder(folder)
        if any(finding.level == "error" for finding in findings):
            raise ValueError("\n".join(str(finding) for finding in findings))
        return cls.of(dialogues, Catalogs.read(locales), read_places(folder)[0])

    @classmethod
    def thaw(cls, frozen: Mapping[str, Any]) -> Self:
        """The library of a revision that `form.freeze` wrote."""
        dialogues = form.dialogues(frozen)
        found = tuple(Place.from_json(place) for place in frozen.get("places", ()))
        return cls({d.id: d for d in dialogues}, Texts(frozen["texts"]), found)

    def by_intent(self, intent: str | None) -> Dialogue | None:
        """The dialogue that an intent starts."""
        return self._by_intent.get(intent) if intent else None

    def by_command(self, name: str) -> Dialogue | None:
        """The dialogue that a command starts; a leading slash is ignored."""
        return self._by_command.get(name.removeprefix("/"))

    def by_timed(self, slot: str) -> Dialogue | None:
        """The dialogue for a time of day."""
        found = (d for d in self.dialogues.values() if slot in d.start.timed)
        return next(found, None)

    def by_reading(self, text: str) -> Dialogue | None:
        """The dialogue whose offered reading says exactly this, in any language."""
        return self._by_reading.get(plain(text))

    def place(self, position: Position | None) -> tuple[Dialogue, Step] | None:
        """The dialogue and step of a position, None where the revision has them no longer."""
        dialogue = self.dialogues.get(position.dialogue) if position else None
        step = dialogue.step(position.step) if dialogue and position else None
        return (dialogue, step) if dialogue and step and step.asks else None

    def anew(self, position: Position | None, language: str) -> tuple[Dialogue, Step] | None:
        """Where a position's question is asked once more: in fewer words, where there are some, for
        who read it in the language in which she reads on; else in full."""
        place = self.place(position)
        if place is None or position is None:
            return None
        dialogue, step = place
        if position.asked_in != language:
            return dialogue, dialogue.in_full(step)
        return dialogue, dialogue.step(step.again or "") or step

    def likeliest(
        self, understanding: Understanding, step: Step | None = None, *, quiet: bool = False
    ) -> tuple[str, ...]:
        """At most two intents worth offering as buttons, one a dialogue, none already on screen.
        `step`: the question beside which they would stand, None where nothing else is asked.
        `quiet`: on a day of sorrow nothing cheerful is offered, nor beside a loss."""
        quiet = quiet or any(i == "tell_loss" and s >= LIKELY for i, s in understanding.ranking)
        shown = {intent for c in (step.choices if step else ()) for intent in c.means}
        found: dict[str, str] = {}
        for intent, sure in understanding.ranking:
            dialogue = self.by_intent(intent)
            if sure < LIKELY or dialogue is None or not dialogue.reading:
                continue
            if quiet and intent in CHEER:
                continue
            if step is not None and not asked.may_offer(step, intent):
                continue
            if intent not in shown | ANSWERS | CRISES:
                found.setdefault(dialogue.id, intent)
        return tuple(found.values())[:2]

    def says(self, offered: Dialogue, buttons: Iterable[Button]) -> bool:
        """Whether a button says already what the one that offers a dialogue would say."""
        label = set(self.texts.all_of(reading_ref(offered.id)))
        return any(label & set(self.texts.all_of(button.ref)) for button in buttons)

    @property
    def repair(self) -> str | None:
        """The ref of the repair for questions that have none of their own."""
        dialogue = self.dialogues.get(UNCLEAR)
        steps = dialogue.steps if dialogue else ()
        return next((unclear_ref(UNCLEAR, s.id) for s in steps if s.unclear), None)

    @cached_property
    def _by_intent(self) -> dict[str, Dialogue]:
        return {i: d for d in self.dialogues.values() for i in d.start.intents}

    @cached_property
    def _by_command(self) -> dict[str, Dialogue]:
        return {c: d for d in self.dialogues.values() for c in d.start.commands}

    @cached_property
    def _by_reading(self) -> dict[str, Dialogue]:
        return {
            plain(label): d
            for d in self.dialogues.values()
            if d.reading
            for label in self.texts.all_of(reading_ref(d.id))
        }
