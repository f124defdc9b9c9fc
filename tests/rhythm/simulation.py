"""Ninety days of made-up residents, with the real engine, rhythm and pace, and nothing else.

What a person does each day is drawn from her kind and a seed; what the bot does is what it would
do. No database, no clock: some thousands of days a second.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot import pace
from bot.dialogue import Library, Said, Turn, message, resume, start
from bot.dialogue.memory import is_sad
from bot.dialogue.model import choice_ref
from bot.dialogue.turns import Context, Position, Remember
from bot.feasts import feast
from bot.rhythm import DAYS, Chosen, Pause, Quiet, Verdict, may_contact, next_contact, slot
from bot.understanding import Understanding

LENGTH = 90
KINDS = ("steady", "alternating", "low", "silent", "chatty", "pausing", "moving")
ZONE = ZoneInfo("Europe/Brussels")
# Ninety days around either change of the clocks.
BEGINS = (datetime(2026, 2, 2, 3, tzinfo=UTC), datetime(2026, 9, 14, 3, tzinfo=UTC))
RHYTHMS = (DAYS, ("mo", "tu", "we", "th", "fr"), ("tu", "fr"), ("we",))
TIE = "place.tie"  # there is something near by to suggest


@dataclass(frozen=True)
class Greeting:
    """One first word: when, which, in what state, and what became of it."""

    at: datetime  # local
    state: pace.State
    text: str
    dialogue: str
    answered: bool


@dataclass
class Life:
    """A resident as the bot would keep her."""

    kind: str
    number: int
    library: Library
    now: datetime
    language: str = "nl"
    hour: str = "09:00"
    days: tuple[str, ...] = DAYS
    facts: dict[str, str] = field(default_factory=dict)
    unanswered: int = 0
    paused_until: datetime | None = None
    position: Position | None = None
    greetings: list[Greeting] = field(default_factory=list)
    said: list[str] = field(default_factory=list)  # every text of the bot
    skipped: dict[date, Verdict] = field(default_factory=dict)
    ties: list[date] = field(default_factory=list)
    offers: list[date] = field(default_factory=list)
    hours: dict[date, str] = field(default_factory=dict)  # what stood when she was greeted
    pauses: list[tuple[datetime, datetime]] = field(default_factory=list)

    def live(self) -> None:
        """Day by day, from one planned contact to the next."""
        chance = random.Random(f"{self.kind}/{self.number}")
        end = self.now + timedelta(days=LENGTH)
        while (due := next_contact(self.now, self._chosen(), ZONE)) is not None and due < end:
            self.now = max(due, self.paused_until or due)
            if self.now > due:
                continue
            day = due.astimezone(ZONE).date()
            verdict = self._verdict(due)
            if verdict is Verdict.YES:
                self.hours[day] = self.hour
                self._greet(chance, day)
            else:
                self.skipped[day] = verdict
            self._between(chance, day)

    def _chosen(self) -> Chosen:
        return Chosen(self.hour, self.days, str(self.number))

    def _verdict(self, due: datetime) -> Verdict:
        day = due.astimezone(ZONE).date()
        last = self.greetings[-1].at.date() if self.greetings else None
        sad = is_sad(self.facts, day)
        return may_contact(
            due, self.now, consented=True, stopped=False, blocked=False,
            pause=Pause(self.paused_until) if self.paused_until else None,
            calm_until=None, in_handoff=False,
            rests=pace.rests(last, day, self.unanswered, sad), greeted=last == day,
            quiet=Quiet(), zone=ZONE,
        )  # fmt: skip

    def _context(self) -> Context:
        day = self.now.astimezone(ZONE).date()
        name = feast(day, "BE", self.language)
        return Context(
            facts=self.facts,
            now=self.now,
            seed=str(self.number),
            decisions={
                "has_consent": True,
                "fell_quiet": self.unanswered > pace.QUIET_AFTER,
                "is_holiday": name is not None,
            },
            values={"organisation": "De Brug", "holiday": name or "", TIE: "Koffietafel"},
        )

    def _greet(self, chance: random.Random, day: date) -> None:
        dialogue = self.library.by_timed(slot(self.hour))
        assert dialogue is not None
        state = pace.state(self.unanswered, is_sad(self.facts, day))
        self.unanswered += 1
        text = self._take(start(self.library, dialogue.id, self._context()))
        spoke = self.position.dialogue if self.position else "soft_hello"
        if spoke == "less":
            self.offers.append(day)
        answers = chance.random() < self._willing(day)
        at = self.now.astimezone(ZONE)
        self.greetings.append(Greeting(at, state, text, spoke, answers))
        if answers:
            self._answer(chance, day)

    def _willing(self, day: date) -> float:
        """How likely she answers on that day."""
        week = (day - self._first()).days // 7
        if self.kind == "alternating":
            return 0.95 if week % 4 < 2 else 0.0
        return {"silent": 0.0, "chatty": 1.0, "low": 0.7}.get(self.kind, 0.9)

    def _first(self) -> date:
        return self.greetings[0].at.date() if self.greetings else self.now.date()

    def _answer(self, chance: random.Random, day: date) -> None:
        self.unanswered = 0
        for _ in range(chance.randint(2, 9) if self.kind == "chatty" else 1):
            self._write(chance, day)
        while self.position is not None and chance.random() < 0.5:
            self._write(chance, day)

    def _write(self, chance: random.Random, day: date) -> None:
        words, meant = self._words(chance)
        read = Understanding(words, self.language, meant, 0.9 if meant else 0.0)
        turn = resume(self.library, self.position, Said(read), self._context())
        kept = [e.key for e in turn.effects if isinstance(e, Remember) and e.value]
        self.ties += [day] * kept.count("step")
        self._take(turn)

    def _words(self, chance: random.Random) -> tuple[str, str | None]:
        """A button of the question that stands, or something of her own."""
        place = self.library.place(self.position)
        hard = self.kind == "low" and chance.random() < 0.5
        hard = hard or (self.kind == "alternating" and chance.random() < 0.15)
        if place is not None and place[1].choices and self.kind != "chatty":
            dialogue, step = place
            ids = [c.id for c in step.choices if c.then != "dialogue:take_leave"]
            pick = "hard" if hard and "hard" in ids else chance.choice(ids[:2])
            ref = choice_ref(dialogue.id, step.id, pick)
            return self.library.texts.find(ref, self.language, "formal"), None
        return "zomaar iets", chance.choice(("smalltalk", "mood_good", "thank", "feel_lonely"))

    def _take(self, turn: Turn) -> str:
        self.facts = dict(turn.facts)
        self.position = turn.position
        said = message(turn, self.library.texts)
        if said is not None:
            self.said.append(said.text)
        return said.text if said is not None else ""

    def _between(self, chance: random.Random, day: date) -> None:
        """What she changes by herself: a pause, or another hour."""
        if self.kind == "pausing" and chance.random() < 0.05:
            until = datetime.combine(day + timedelta(days=chance.randint(3, 14)), time(4), ZONE)
            self.paused_until = until.astimezone(UTC)
            self.pauses.append((self.now, self.paused_until))
        if self.kind == "moving" and chance.random() < 0.1:
            self.hour = chance.choice(("05:00", "08:15", "12:00", "17:45", "22:45"))


def lives(library: Library, each: int) -> Iterator[Life]:
    """`each` residents of every kind, in turn in every language, rhythm and season."""
    for kind in KINDS:
        for number in range(each):
            language = ("nl", "fr", "en")[number % 3]
            facts = {"language": language, "name": "Ana" if number % 4 else ""}
            life = Life(kind, number, library, BEGINS[number % 2], language)
            life.hour = ("09:00", "13:30", "19:15", "07:45")[number % 4]
            life.days = RHYTHMS[number % len(RHYTHMS)] if kind != "silent" else DAYS
            begun = (life.now - timedelta(days=20)).date().isoformat()
            known: Mapping[str, str] = {**facts, "less": begun, "days": ",".join(life.days)}
            life.facts = {key: value for key, value in known.items() if value}
            life.live()
            yield life
