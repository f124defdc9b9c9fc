"""The engine: a pure function from position and stimulus to the next position and effects.

`start` begins a dialogue, `command` begins the one of a command, `resume` answers a stimulus.
Nothing here reads a clock, a database or a network, and no stimulus makes it raise; but a step may
ask for a decision that was not read (`turns.Unread`).
"""

from __future__ import annotations

from bot.dialogue import about, answers, kept, memory
from bot.dialogue.library import Library
from bot.dialogue.model import Dialogue, Step, unclear_ref
from bot.dialogue.names import (
    ANSWERS,
    GREEDY,
    HEARD,
    LAST_FALLBACK,
    OFFER,
    UNCLEAR,
    WISHES,
)
from bot.dialogue.turns import (
    Chose,
    Clarified,
    Context,
    FellSilent,
    Position,
    Said,
    Stimulus,
    Turn,
    Unclear,
    stacked,
)
from bot.dialogue.walk import Walk
from bot.understanding import Understanding

LOSS = "tell_loss"  # answered as one wherever it is told
SURE = 0.6  # a wish this sure is heard above a weak expected answer or a greedy reader


def start(
    library: Library, dialogue_id: str, context: Context, under: Position | None = None
) -> Turn:
    """Begin a dialogue; `under` is the question it interrupts. KeyError if there is none."""
    return start_at(library, dialogue_id, "", context, under)


def start_at(
    library: Library,
    dialogue_id: str,
    step_id: str,
    context: Context,
    under: Position | None = None,
) -> Turn:
    """Begin a dialogue in its midst, for who tries it; at its first step where there is no such
    one. KeyError if there is no such dialogue."""
    dialogue = library.dialogues[dialogue_id]
    walk = Walk(library, context, under)
    walk.because("begun", dialogue_id)
    walk.under = stacked(under, dialogue_id)
    walk.go(dialogue, step_id if dialogue.step(step_id) else dialogue.first.id)
    return walk.turn()


def command(library: Library, name: str, context: Context, under: Position | None = None) -> Turn:
    """Begin the dialogue of a command; an unknown one is answered with help."""
    dialogue = library.by_command(name) or library.by_command("help")
    if dialogue is None:
        return Turn(under, (), context.facts)
    return start(library, dialogue.id, context, under)


def resume(
    library: Library, position: Position | None, stimulus: Stimulus, context: Context
) -> Turn:
    """Answer one stimulus. A stale silence or an old button changes nothing."""
    place = library.place(position)
    if position is not None and place is None:
        position = None  # the revision no longer has this step: begin anew
    if isinstance(stimulus, FellSilent):
        return _silence(library, position, place, stimulus, context)
    if isinstance(stimulus, Chose):
        if position is None or place is None or stimulus.step != position.step:
            return Turn(position, (), context.facts)
        dialogue, step = place
        if step.choice(stimulus.choice) is None:
            return Turn(position, (), context.facts)
        walk = Walk(library, context, position)
        walk.about = position.about
        walk.because("chosen", stimulus.choice)
        return walk.take(dialogue, step, stimulus.choice)
    if position is None or place is None:
        return _begin(library, stimulus.understanding, context)
    return _Answer(library, position, place, stimulus, context).turn()


def _silence(
    library: Library,
    position: Position | None,
    place: tuple[Dialogue, Step] | None,
    stimulus: FellSilent,
    context: Context,
) -> Turn:
    if position is None or place is None or stimulus.turn != position.turn:
        return Turn(position, (), context.facts)
    dialogue, step = place
    walk = Walk(library, context, position)
    walk.about = position.about
    walk.because("silence")
    walk.under = None  # after a silence nobody is brought back to an older question
    walk.go(dialogue, step.silence.then if step.silence else "end")
    return walk.turn()


def _begin(library: Library, understanding: Understanding, context: Context) -> Turn:
    """Nothing is running: begin what was meant, else fall back, never twice the same way."""
    words = understanding.text
    wish = answers.wish(words)
    intent = wish or understanding.intent or answers.bare(words)
    wanted = wish or (intent in WISHES and understanding.confidence >= SURE)
    if not wanted and library.by_intent(LOSS) and kept.tells_of_loss(understanding, ""):
        intent = LOSS
    dialogue = library.by_intent(intent)
    if dialogue is None and intent is None:
        dialogue = library.by_reading(understanding.text)
    walk = Walk(library, context, None)
    walk.settle(kept.heard(walk.facts, understanding, "", context.today))
    walk.about = "" if intent == LOSS else about.of_message(wish, words, walk.facts, "")
    walk.because("wish" if wish else "intent" if intent else "offered", intent)
    if dialogue is None:
        walk.because("fallback", intent)
        return _fall_back(walk, understanding, heard=intent is not None)
    return _begin_said(walk, dialogue, understanding)


def _begin_said(walk: Walk, dialogue: Dialogue, understanding: Understanding) -> Turn:
    """Begin a dialogue by words that may hold its first answer: 'a pause until Monday'."""
    step = walk.entry(dialogue)
    if step is not None and step.takes and step.takes not in GREEDY:
        reader = walk.reader(step.takes)
        value = reader(understanding, walk.context) if reader else None
        if value:
            return walk.take_value(dialogue, step, value)
    walk.understood()
    walk.go(dialogue, dialogue.first.id)
    return walk.turn()


def _fall_back(walk: Walk, understanding: Understanding, heard: bool) -> Turn:
    library = walk.library
    order = [HEARD, OFFER] if heard else [UNCLEAR, OFFER, HEARD]
    last = walk.facts.get(LAST_FALLBACK)
    known = [name for name in order if name in library.dialogues]
    fresh = [name for name in known if name != last]
    if not fresh:
        return walk.turn()
    if not heard:
        walk.effects.append(Unclear())
    walk.remember(LAST_FALLBACK, fresh[0])
    if fresh[0] == UNCLEAR:
        walk.readings = library.likeliest(understanding)
        walk.tries = 1  # asking was the one repair
    dialogue = library.dialogues[fresh[0]]
    walk.go(dialogue, dialogue.first.id)
    return walk.turn()


class _Answer:
    """Words said while a question stands, read in the order of the contract."""

    def __init__(
        self,
        library: Library,
        position: Position,
        place: tuple[Dialogue, Step],
        said: Said,
        context: Context,
    ) -> None:
        self.library = library
        self.position = position
        self.dialogue, self.step = place
        self.said = said
        self.understanding = said.understanding
        self.context = context
        self.walk = Walk(library, context, position)
        changed = kept.heard(context.facts, self.understanding, position.about, context.today)
        self.walk.settle(changed)
        named = kept.named(self.understanding.text, self.walk.facts)
        self.walk.about = position.about or named

    def turn(self) -> Turn:
        if self.said.answers:
            choice = answers.labelled(self.library, self.dialogue, self.step, self.understanding)
            if choice:
                self.walk.because("label", choice)
                return self.walk.take(self.dialogue, self.step, choice)
        wish = answers.wish(self.understanding.text, self.position.about)
        wished = self._interrupt(wish, "wish")
        if wished:
            return wished
        if self._loss():
            return self._interrupt(LOSS, "intent") or self._not_understood()
        if self.said.answers:
            reading = self._reading()
            if reading:
                self.walk.effects.append(Clarified(reading))
                self.walk.because("offered", reading)
                return self._mean(reading)
            if not self._wish_first():
                taken = self._expected() or self._taken()
                if taken:
                    return taken
        return self._interrupt(self.understanding.intent, "intent") or self._not_understood()

    def _loss(self) -> bool:
        """A loss that is told while something else is asked: nothing else is answered then. On a
        day that she asked to keep, that is what was asked about."""
        intents = self.dialogue.start.intents
        expected = any(LOSS in choice.means for choice in self.step.choices)
        if LOSS in intents or expected or self.library.by_intent(LOSS) is None:
            return False
        if answers.named(self.step, self.understanding):
            return False
        if memory.decide("is_anniversary", self.walk.facts, self.context.today):
            return False
        told = kept.tells_of_loss(self.understanding, self.position.about)
        return told and not self._wish_first()

    def _reading(self) -> str | None:
        """The offered reading whose label was typed or tapped."""
        dialogue = self.library.by_reading(self.understanding.text)
        if dialogue is None:
            return None
        offered = (i for i in self.position.readings if i in dialogue.start.intents)
        return next(offered, None)

    def _mean(self, intent: str) -> Turn:
        choice = next((c.id for c in self.step.choices if intent in c.means), None)
        if choice:
            return self.walk.take(self.dialogue, self.step, choice)
        return self._interrupt(intent, "offered") or self._not_understood()

    def _wish_first(self) -> bool:
        """A clear wish to the bot that this question does not expect, where words are taken."""
        intent = self.understanding.intent
        if intent not in WISHES or self.understanding.confidence < SURE:
            return False
        if any(intent in choice.means for choice in self.step.choices):
            return False
        if answers.named(self.step, self.understanding):
            return False
        return self.step.takes is None or self.step.takes in GREEDY

    def _expected(self) -> Turn | None:
        choice = answers.meant(self.dialogue, self.step, self.understanding)
        if choice:
            self.walk.because("expected", choice)
        return self.walk.take(self.dialogue, self.step, choice) if choice else None

    def _taken(self) -> Turn | None:
        reader = self.walk.reader(self.step.takes)
        value = reader(self.understanding, self.context) if reader else None
        if value:
            self.walk.because("taken", self.step.takes)
        return self.walk.take_value(self.dialogue, self.step, value) if value else None

    def _interrupt(self, intent: str | None, rule: str) -> Turn | None:
        dialogue = self.library.by_intent(intent)
        if dialogue is None or intent in ANSWERS:
            return None
        # 'I am not sure that I understood you' is over once something was understood
        self.walk.because(rule, intent)
        wish, words = intent if rule == "wish" else None, self.understanding.text
        named = about.of_message(wish, words, self.walk.facts, self.position.about)
        self.walk.about = "" if intent == LOSS else named
        below = self.position.under if self.dialogue.id == UNCLEAR else self.position
        self.walk.under = stacked(below, dialogue.id)
        return _begin_said(self.walk, dialogue, self.understanding)

    def _not_understood(self) -> Turn:
        """One repair with the likeliest readings, then a person."""
        walk, step, library = self.walk, self.step, self.library
        if not self.said.answers and HEARD in library.dialogues:
            walk.because("early")
            walk.under = stacked(self.position, HEARD)
            walk.go(library.dialogues[HEARD], library.dialogues[HEARD].first.id)
            return walk.turn()
        walk.effects.append(Unclear())
        walk.because("unclear" if self.position.tries == 0 else "given_up")
        if self.position.tries == 0:
            walk.readings = library.likeliest(self.understanding, step)
            ref = unclear_ref(self.dialogue.id, step.id) if step.unclear else library.repair
            walk.repair(self.dialogue, step, ref)
            return walk.turn()
        target = step.unclear.then if step.unclear else ""
        if not target and OFFER in library.dialogues and self.dialogue.id != OFFER:
            target = f"dialogue:{OFFER}"
        walk.go(self.dialogue, target or "end")
        return walk.turn()
