"""Words that are said while a question stands: its answer, a wish, or something else."""

from __future__ import annotations

from bot.dialogue import (
    about,
    ailing,
    answers,
    asked,
    at_question,
    beside,
    doubts,
    kept,
    memory,
    told,
    two_hours,
    welcomed,
)
from bot.dialogue.at_question import HOUR, LOSS, OF_SOMEBODY
from bot.dialogue.beginning import begin_said
from bot.dialogue.intents import ANSWERS, WORDED
from bot.dialogue.library import Library
from bot.dialogue.model import Dialogue, Step, unclear_ref
from bot.dialogue.names import (
    HEARD,
    OFFER,
    OWN_LANGUAGE,
    SCHEDULE,
    UNCLEAR,
    WELCOME,
)
from bot.dialogue.turns import (
    Clarified,
    Context,
    Position,
    Said,
    Turn,
    Unclear,
    language_of,
    stacked,
)
from bot.dialogue.walk import Walk
from bot.dialogue.words import plain
from bot.values.hours import says_clock
from bot.values.schedules import turns_days, wished

SCHEDULED = "change_schedule"
TOLD_WHEN = frozenset({"hour", "schedule"})  # what a question takes in which an hour may be said


class Answer:
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
        read = ailing.heard(said.understanding)
        self.understanding = doubts.weighed(read, context, asked.expects(self.step))
        if said.answers:
            self.understanding = asked.heard(self.step, self.understanding)
        self.context = context
        self.walk = Walk(library, context, position)
        changed = kept.heard(context.facts, self.understanding, position.about, context.today)
        self.walk.settle(changed)
        self.walk.about = position.about or kept.named(self.understanding.text, self.walk.facts)

    def turn(self) -> Turn:
        if self.step.takes not in OF_SOMEBODY:
            aloud = self.step.takes != OWN_LANGUAGE  # in which language would it be said?
            self.walk.note_name(self.understanding.text, aloud=aloud)
        if self.said.answers:
            choice = answers.labelled(self.library, self.dialogue, self.step, self.understanding)
            if choice:
                self.walk.because("label", choice)
                return self.walk.take(self.dialogue, self.step, choice)
        if welcome := self._welcomed():
            return welcome
        words, of = self.understanding.text, self.position.about
        wish = at_question.wish(
            (self.dialogue, self.step), words, of, self.walk.facts, self.context
        )
        own = wish in WORDED or wish in self.dialogue.start.intents
        choice = asked.expects(self.step).get(wish or "") if own else None
        if choice:
            self.walk.about = about.of_message(wish, words, self.walk.facts, of)
            return self._choose(choice)
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
            if not asked.comes_first(self.step, self.understanding):
                taken = self._read()
                if taken:
                    return taken
        return self._scheduled() or self._stray() or self._not_understood()

    def _welcomed(self) -> Turn | None:
        """'Only no name' refuses no messages: none is asked for, and what is asked is asked on."""
        typed = plain(self.understanding.text)
        nameless = self.dialogue.id == WELCOME and welcomed.gives_no_name(typed)
        if nameless:
            self.walk.remember(welcomed.NO_NAME, "1")
        expected = asked.expects(self.step)
        choice = welcomed.choice(typed, expected, self.step.takes == "name")
        if "resume_contact" in expected and welcomed.says_yes(typed) and self._schedule():
            choice = expected.get("affirm")  # 'oui, plutôt à dix heures'
        if choice and self.said.answers:
            if welcomed.not_early(typed) and self.walk.facts.get("hour", "") < welcomed.LATER:
                beside.keep(self.walk, "hour", welcomed.LATER)
            return self._choose(choice)
        return self._ask_alone() if nameless else None

    def _loss(self) -> bool:
        """A loss that is told while something else is asked: nothing else is answered then. On a
        day that she asked to keep, that is what was asked about."""
        intents = self.dialogue.start.intents
        expected = any(LOSS in choice.means for choice in self.step.choices)
        if LOSS in intents or expected or self.library.by_intent(LOSS) is None:
            return False
        if self.step.takes == "date" and self._value():
            return False  # 'the day my mother died, 3 March' is the day that was asked for
        if asked.names_a_death(self.step, self.understanding.text):
            return False
        if memory.decide("is_anniversary", self.walk.facts, self.context.today):
            return False
        told = kept.tells_of_loss(self.understanding, self.position.about)
        return told and not asked.comes_first(self.step, self.understanding)

    def _reading(self) -> str | None:
        """The offered reading whose label was typed or tapped."""
        dialogue = self.library.by_reading(self.understanding.text)
        if dialogue is None:
            return None
        offered = (i for i in self.position.readings if i in dialogue.start.intents)
        return next(offered, None)

    def _mean(self, intent: str) -> Turn:
        if choice := asked.expects(self.step).get(intent):
            return self.walk.take(self.dialogue, self.step, choice)
        return self._interrupt(intent, "offered") or self._not_understood()

    def _read(self) -> Turn | None:
        """The answer: plain words and values before what is guessed, words for anything after."""
        text = self.understanding.text
        neither = two_hours.are_neither(self.position.readings, self.step, text)
        bare = "deny" if neither else answers.bare(text)
        if choice := asked.plainly(self.step, bare, text):
            return self._choose(choice)
        if self.step.takes in TOLD_WHEN and (which := self._either()):
            return which
        named = self.step.takes == "name" and self.understanding.called
        if asked.is_value(self.step) or named:  # a name before a guessed no: 'Annie, mais pas Anne'
            return self._taken() or self._expected()
        return self._expected() or self._taken()

    def _expected(self) -> Turn | None:
        choice = answers.meant(self.dialogue, self.step, self.understanding)
        found = self.step.choice(choice or "")
        if found is not None and "deny" in found.means and self._schedule():
            return None  # 'and not on Sunday' is no 'no'
        return self._choose(choice) if choice else None

    def _choose(self, choice: str) -> Turn:
        self.walk.because("expected", choice)
        chosen = self.step.choice(choice)
        if chosen is not None and "resume_contact" in chosen.means:
            self._note_schedule()  # 'yes, but not on Sunday'
        return self.walk.take(self.dialogue, self.step, choice)

    def _value(self) -> str | None:
        reader, heard = self.walk.reader(self.step.takes), self.understanding
        value = answers.taken(self.step, reader, heard, self.context)
        return two_hours.meant(self.position.readings, self.step, heard, value)

    def _taken(self) -> Turn | None:
        value = self._value()
        if value:
            self.walk.because("taken", self.step.takes)
            if self.step.takes == "name":
                beside.note_address(self.walk, self.understanding.text)
            if self.step.takes in SCHEDULE:
                self._note_schedule()  # 'half past nine, but not on Sunday'
            if days := two_hours.days(self.position.readings, self.understanding):
                beside.keep(self.walk, "days", days)
        return self.walk.take_value(self.dialogue, self.step, value) if value else None

    def _note_schedule(self) -> None:
        """An hour by the clock, or days, that are said beside what was asked for, where nothing
        else is: 'yes, I get up at six' is a story."""
        if self._schedule() is not None:
            said = wished(self.understanding.text, self._language)
            by_clock = says_clock(said, self._language)
            found, takes = self._said_schedule(), self.step.takes
            beside.note_schedule(self.walk, found, takes, by_clock=by_clock)

    def _scheduled(self) -> Turn | None:
        """An hour or days and nothing else, where something else was asked; where an hour was,
        also days in more words."""
        if two_hours.lack_one(self.position.readings, self.step, self.understanding):
            readings = two_hours.with_days(self.position.readings, self._said_schedule())
            return beside.ask_on(self.walk, self.dialogue, self.step, readings)
        wish = self._schedule()
        if self.step.takes == "hour" and turns_days(self.understanding.text, self._language):
            wish = SCHEDULED
        if wish and (which := self._either()):
            return which
        return self._interrupt(wish, "wish") if self._said_schedule() else None

    def _either(self) -> Turn | None:
        """'20:00 of 20:30': she is asked which."""
        dialogue = self.library.by_intent(SCHEDULED)
        asks = dialogue is not None and two_hours.asks(dialogue, self.understanding)
        return self._interrupt(SCHEDULED, "wish") if asks else None

    def _schedule(self) -> str | None:
        return answers.schedule(self.understanding.text, self._language)

    def _said_schedule(self) -> dict[str, str]:
        reader = self.walk.reader("schedule")
        return told.schedule((reader(self.understanding, self.context) if reader else None) or "")

    @property
    def _language(self) -> str:
        return self.understanding.language

    def _stray(self) -> Turn | None:
        """Something else than what was asked; not the same dialogue once more from its begin."""
        intent = self.understanding.intent
        again = intent in self.dialogue.start.intents
        weighed = self.said.answers or self.step.takes == OWN_LANGUAGE
        if again or (weighed and not asked.is_clear(self.step, self.understanding)):
            return None
        return self._interrupt(intent, "intent")

    def _interrupt(self, intent: str | None, rule: str) -> Turn | None:
        intent = answers.with_schedule(intent, self.understanding, self.context)
        dialogue = self.library.by_intent(intent)
        if dialogue is None or intent in ANSWERS:
            return None
        # 'I am not sure that I understood you' is over once something was understood
        self.walk.because(rule, intent)
        wish, words = intent if rule == "wish" else None, self.understanding.text
        named = about.of_message(wish, words, self.walk.facts, self.position.about)
        self.walk.about = "" if intent == LOSS else named
        over = self.dialogue.id == (HOUR if intent == answers.FEWER else UNCLEAR)
        below = self.position.under if over else self.position
        self.walk.under = stacked(below, dialogue.id)
        return begin_said(self.walk, dialogue, self.understanding)

    def _not_understood(self) -> Turn:
        """One repair with the likeliest readings, then a person."""
        walk, step, library = self.walk, self.step, self.library
        if not self.said.answers and step.takes == OWN_LANGUAGE:
            return self._ask_alone()
        if not self.said.answers and HEARD in library.dialogues:
            walk.because("early")
            walk.under = stacked(self.position, HEARD)
            walk.go(library.dialogues[HEARD], library.dialogues[HEARD].first.id)
            return walk.turn()
        walk.effects.append(Unclear())
        walk.because("unclear" if self.position.tries == 0 else "given_up")
        if self.position.tries == 0:
            likely = asked.heard(step, self.said.understanding)  # as guessed, and not as doubted
            quiet = memory.decide("is_anniversary", walk.facts, self.context.today)
            two = two_hours.kept(self.position.readings)
            walk.readings = two or library.likeliest(likely, step, quiet=quiet)
            ref = unclear_ref(self.dialogue.id, step.id) if step.unclear else library.repair
            walk.repair(self.dialogue, step, ref)
            return walk.turn()
        target = step.unclear.then if step.unclear else ""
        if not target and OFFER in library.dialogues and self.dialogue.id != OFFER:
            target = f"dialogue:{OFFER}"
        walk.go(self.dialogue, target or "end")
        return walk.turn()

    def _ask_alone(self) -> Turn:
        """The question and nothing else, without a word about what she wrote."""
        self.walk.because("early")
        place = self.library.anew(self.position, language_of(self.walk.facts))
        self.walk.go(self.dialogue, place[1].id if place else self.step.id)
        return self.walk.turn()
