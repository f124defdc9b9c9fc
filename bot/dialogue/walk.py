"""One walk through steps until the next question or the end, gathering effects on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.dialogue import about, asked, avoided, memory, settled, told, two_hours
from bot.dialogue.deciding import decided
from bot.dialogue.intents import TELL_NAME
from bot.dialogue.introduced import introduced
from bot.dialogue.library import Library
from bot.dialogue.model import (
    BACK,
    ELSEWHERE,
    END,
    Dialogue,
    Step,
    reading_ref,
)
from bot.dialogue.names import (
    ACTIONS,
    CHANGES,
    LAST_FALLBACK,
    OFFER,
    ONCE_MORE,
    PARTING,
    TELLS,
    WELCOME,
)
from bot.dialogue.readers import READERS
from bot.dialogue.turns import (
    Act,
    Await,
    Button,
    Context,
    Effect,
    Ended,
    Position,
    Reader,
    Remember,
    Say,
    Turn,
    Why,
    hang,
    language_of,
    stacked,
)
from bot.dialogue.wordings import said

LONGEST = 40  # steps in one turn; checks refuse circles, this only guards a broken revision


class Walk:
    """Mutable for the length of one turn; what remains is the frozen `Turn`."""

    def __init__(self, library: Library, context: Context, position: Position | None) -> None:
        self.library = library
        self.context = context
        self.facts = dict(context.facts)
        self.decisions = dict(context.decisions)
        self.effects: list[Effect] = []
        self.position: Position | None = None
        self.under = position.under if position else None
        self.paused = self.under.dialogue if self.under else ""  # what waited when this turn began
        self.last_turn = max(context.turn, position.turn if position else 0)
        self.about = ""  # whom or what of hers this is about, in her words
        self.readings: tuple[str, ...] = ()
        self.tries = 0  # repairs that the next question starts with
        self.rule, self.by = "", ""
        self.trail: list[tuple[str, str, str]] = []
        for key in tuple(memory.expired(self.facts, context.today)):
            self.remember(key, "")

    def settle(self, changed: Mapping[str, str]) -> None:
        """Keep, and forget, these facts."""
        for key, value in changed.items():
            self.remember(key, value)

    def reader(self, takes: str | None) -> Reader | None:
        """How a kind of value is read: as the caller has it, else as the core does."""
        return self.context.readers.get(takes or "") or READERS.get(takes or "")

    def turn(self) -> Turn:
        """The outcome."""
        why = Why(self.rule, self.by, tuple(self.trail))
        return Turn(self.position, tuple(self.effects), dict(self.facts), why)

    def because(self, rule: str, by: str | None = "") -> None:
        """Notes what decides this turn."""
        self.rule, self.by = rule, by or ""

    def take(self, dialogue: Dialogue, step: Step, choice_id: str) -> Turn:
        """Go where a choice leads, keeping it if the step remembers."""
        self.understood()
        choice = step.choice(choice_id)
        self.settle(told.by_choice(dialogue, step, choice_id, self.facts, self.context.today))
        self.go(dialogue, choice.then if choice else END)
        return self.turn()

    def take_value(self, dialogue: Dialogue, step: Step, value: str) -> Turn:
        """Keep a value that was read from free text and go on."""
        self.understood()
        self.settle(told.by_value(step, value, self.facts))
        if step.takes == "topic":
            self.about = value
        self.go(dialogue, step.then or END)
        return self.turn()

    def note_name(self, text: str, *, aloud: bool = True) -> None:
        """Keep a name that is given beside something else, and say so before the rest is heard."""
        given = introduced(text)
        dialogue = self.library.by_intent(TELL_NAME)
        if given is None or given.alone or dialogue is None or given.name == self.facts.get("name"):
            return
        self.remember("name", given.name)
        step = dialogue.step(dialogue.first.then or "")
        if step is not None and aloud:
            self._reach(dialogue, step)
        elif step is not None and step.do:
            self.act(step.do)

    def understood(self) -> None:
        """What follows is no fallback, so the next fallback may be any."""
        if self.facts.get(LAST_FALLBACK):
            self.remember(LAST_FALLBACK, "")

    def remember(self, key: str, value: str) -> None:
        """Keep a fact, for the rest of the turn too."""
        self.effects.append(Remember(key, value))
        if value:
            self.facts[key] = value
            self.decisions.update(TELLS.get(key, {}))
        else:
            self.facts.pop(key, None)

    def go(self, dialogue: Dialogue, target: str) -> None:
        """Walk from a target until a question or an end."""
        for _ in range(LONGEST):
            if target == BACK and self.under:
                self._back(dialogue)
                return
            if target in (END, BACK):
                self._end(dialogue)
                return
            if target.startswith(ELSEWHERE):
                found = self.library.dialogues.get(target.removeprefix(ELSEWHERE))
                if found is None:
                    self._end(dialogue)
                    return
                self.effects.append(Ended(dialogue.id))
                if found.id == OFFER:
                    self.remember(LAST_FALLBACK, OFFER)
                dialogue, target = found, found.first.id
                self.under = stacked(self.under, dialogue.id)
                continue
            step = dialogue.step(target)
            if step is None:
                self._end(dialogue)
                return
            following = self._reach(dialogue, step)
            if following is None:
                return
            target = following
        self._end(dialogue)

    def repair(self, dialogue: Dialogue, step: Step, ref: str | None) -> None:
        """Say that it was not understood and wait on the same question."""
        self.trail.append((dialogue.id, step.id, "again"))
        if ref is None:
            self._say(dialogue, step)
        else:
            self.effects.append(Say(ref, {}))
        self._ask(dialogue, step, tries=1)

    def _reach(self, dialogue: Dialogue, step: Step) -> str | None:
        """Carry out one step; None when it asks."""
        if step.keep:
            self.remember(step.keep, self.context.today.isoformat())
        for key in memory.under(self.facts, step.forget):
            self.remember(key, "")
        if step.about:
            if step.about == "avoid":
                self.about = avoided.parted(self.about, language_of(self.facts))
            self.settle(about.becomes(step.about, self.facts, self.about, self.context.today))
        if step.do:
            self.act(step.do)
        if step.decide:
            yes = self._decided(step.decide.by, step)
            self.trail.append((dialogue.id, step.id, "yes" if yes else "no"))
            return step.decide.yes if yes else step.decide.no
        self.trail.append((dialogue.id, step.id, ""))
        self._say(dialogue, step)
        if step.asks:
            self._ask(dialogue, step, tries=self.tries)
            return None
        return step.then or END

    def act(self, name: str) -> None:
        """Have an action carried out, with the facts that travel with it."""
        values = {key: self.facts[key] for key in ACTIONS.get(name, ()) if key in self.facts}
        if Act(name, values) not in self.effects:  # once in a turn
            self.effects.append(Act(name, values))
        self.decisions.update(CHANGES.get(name, {}))
        if name == "forget":
            kept = {k: v for k, v in self.facts.items() if k in ("language", "address")}
            self.facts = kept

    def entry(self, dialogue: Dialogue) -> Step | None:
        """The step of a dialogue that would speak first, as things stand now."""
        step: Step | None = dialogue.first
        for _ in range(LONGEST):
            if step is None or step.decide is None:
                break
            target = step.decide.yes if self._decided(step.decide.by, step) else step.decide.no
            step = dialogue.step(target)
        return step

    def _decided(self, by: str, step: Step) -> bool:
        if by == "question_waits":
            return self.library.place(self.under) is not None
        if by == "may_ask_person":
            self.about = memory.person_due(self.facts, self.context.today)
        return decided(by, step, self.facts, self.decisions, self.context, self.about)

    def _say(self, dialogue: Dialogue, step: Step) -> None:
        if step.wordings:
            self.effects.append(said(dialogue, step, self.facts, self.context, self.about))

    def _ask(self, dialogue: Dialogue, step: Step, tries: int) -> None:
        """Hang the buttons on the last words, and wait."""
        self.last_turn += 1
        self.readings = two_hours.named(step, self.context, self.facts) or self.readings
        buttons = two_hours.buttons(dialogue, step, self.readings)
        for intent in self.readings:
            offered = self.library.by_intent(intent)
            if offered is not None and not self.library.says(offered, buttons):
                buttons.append(Button(f"reading:{intent}", reading_ref(offered.id)))
        hang(self.effects, buttons)
        after = step.silence.after if step.silence else 86400
        self.effects.append(Await(self.last_turn, after))
        at = Position(dialogue.id, step.id, self.last_turn, tries, self.readings, self.under)
        self.position = replace(at, about=self.about, asked_in=language_of(self.facts))

    def _back(self, dialogue: Dialogue) -> None:
        """Ask the interrupted question again, in the same message; not one about what was just
        asked to be left alone, nor for what was just told: the welcome goes on behind it."""
        self.effects.append(Ended(dialogue.id))
        below = self.under
        while below and (self._is_left_alone(below) or self._is_told(below, besides=WELCOME)):
            below = below.under
        self.under = below.under if below else None
        place = self.library.anew(below, language_of(self.facts))
        if below is None or place is None:
            self.position = None
            return
        interrupted, step = place
        self.about = below.about
        self.trail.append((interrupted.id, step.id, "back"))
        told = step.then or END if self._is_told(below) else ""
        if target := settled.leads(step, self.effects) or told:
            self.effects = settled.unsaid(dialogue, self.effects)
            self.go(interrupted, target)
            return
        self._say(interrupted, step)
        self.readings = two_hours.kept(below.readings)
        self._ask(interrupted, step, tries=below.tries)
        if step.takes in ONCE_MORE and self.position is not None:
            self.position = replace(self.position, aside=True)

    def _is_left_alone(self, below: Position) -> bool:
        return bool(below.about) and avoided.same(self.about, below.about)

    def _is_told(self, below: Position, besides: str = "") -> bool:
        """Whether this turn told, by another way, when to write, which that question asks for."""
        place = self.library.place(below)
        if place is None or below.dialogue == besides:
            return False
        return settled.is_told(place[1], self.effects)

    def take_up(self, dialogue: Dialogue, step: Step, position: Position) -> None:
        """Ask a question that was set aside as it stood."""
        self.about, self.readings = position.about, position.readings
        self.trail.append((dialogue.id, step.id, "back"))
        self._say(dialogue, step)
        self._ask(dialogue, step, tries=position.tries)
        if self.position is not None:
            self.position = replace(self.position, aside=True)

    def _end(self, dialogue: Dialogue) -> None:
        parting = any(isinstance(e, Act) and e.name in PARTING for e in self.effects)
        story = self.paused == WELCOME or (self.rule == "intent" and asked.is_told(self.by))
        if self.under and self.under.dialogue == WELCOME and story and not parting:
            self._back(dialogue)
            return
        self.position = None
        self.effects.append(Ended(dialogue.id))
        if self.under:
            self.effects += [Ended(below.dialogue, cut=True) for below in self.under.stack()]
