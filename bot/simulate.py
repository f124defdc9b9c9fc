"""Plays conversations without Telegram, database or clock, and writes them as transcripts.

The same `Player` serves `goeiedag simulate` (lines typed in a terminal) and the tests, which
replay a transcript: every resident's line and every silence is played again, and what comes out
must be the transcript itself.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from bot.dialogue import (
    Act,
    Await,
    Context,
    FellSilent,
    Library,
    Message,
    Position,
    Remember,
    Said,
    Turn,
    command,
    first_words,
    message,
    resume,
)
from bot.dialogue.engine import start_at
from bot.dialogue.lengths import seconds
from bot.dialogue.names import ADDRESS_WORDS, CHANGES, LANGUAGES, NEEDS
from bot.dialogue.readers import READERS
from bot.dialogue.requests import HELPER
from bot.dialogue.turns import Reader, address_of, language_of
from bot.dialogue.values import shown
from bot.feasts import feast
from bot.greeting_texts import NOT_YET, TODAY
from bot.i18n import translator
from bot.places import values as place_values
from bot.request_texts import OVER, WAITS
from bot.transcripts import (
    PASS,
    WIDTH,
    Passed,
    Wrote,
    act_of,
    header_line,
    noted,
    resident_line,
)
from bot.transcripts import Header as Header
from bot.understanding import Understanding
from bot.worry_texts import COORDINATOR, DEFAULT, DEFAULT_NO_NAME, OWN, OWN_NO_NAME

type Understand = Callable[[str, str], Understanding]

MORNING: Final = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)  # a Monday, 9:00 in Brussels
CHRISTMAS: Final = date(2026, 12, 25)  # the feast of whoever is told that today is one
VALUES: Final = {
    "organisation": "Huis van de Buurt",
    "reach": "Wijkstraat 12, Gent",
    "volunteer": "Fatima",
    "kept": "—",
}


def unsure(text: str, language: str) -> Understanding:
    """Understanding with no NLU: buttons, bare answers, readers and commands still work."""
    return Understanding(text, language)


def unwatched(turn: Turn, said: Message | None) -> None:
    """Nobody looks on while a player plays."""


@dataclass
class Player:
    """One resident, one conversation, one made-up clock. `lines` is the transcript so far."""

    library: Library
    facts: dict[str, str] = field(default_factory=dict)
    decisions: dict[str, bool] = field(default_factory=lambda: {"person_available": True})
    understand: Understand = unsure
    readers: dict[str, Reader] = field(default_factory=lambda: dict(READERS))
    now: datetime = MORNING
    position: Position | None = None
    lines: list[str] = field(default_factory=list)
    watch: Callable[[Turn, Message | None], None] = unwatched
    _due: tuple[int, datetime] | None = None
    _turn: int = 0

    def open(self, dialogue_id: str, step_id: str = "") -> None:
        """Begin a dialogue, as its hour or an event would; at a step in its midst if it is told."""
        self._show(start_at(self.library, dialogue_id, step_id, self._context(), self.position))

    def perform(self, act: Passed | Wrote) -> None:
        """What a line of a transcript has the resident do."""
        if isinstance(act, Passed):
            self.wait(act.seconds)
        else:
            self.say(act.text, noted(act.text, act.note, language_of(self.facts)))

    def say(self, text: str, understanding: Understanding | None = None) -> None:
        """The resident writes, taps a button (its label) or gives a command."""
        if text.startswith("/"):
            self._show(command(self.library, text.split()[0], self._context(), self.position))
            return
        read = understanding or self.understand(text, language_of(self.facts))
        spoken = first_words.language(self.library, self.position, read, self._context())
        self.facts |= {"language": spoken} if spoken else {}
        heard = replace(self._context(), said=text)
        self._show(resume(self.library, self.position, Said(read), heard))

    def wait(self, length: int) -> None:
        """Let so many seconds pass, through every silence that falls due."""
        until = self.now + timedelta(seconds=length)
        while self._due and self._due[1] <= until:
            turn, self.now = self._due
            self._due = None
            self._show(resume(self.library, self.position, FellSilent(turn), self._context()))
        self.now = until

    def leave(self) -> None:
        """Whatever is asked is over, without a word."""
        self.position, self._due = None, None

    def _context(self) -> Context:
        return Context(
            facts=dict(self.facts),
            now=self.now,
            seed=self.facts.get("name", ""),
            decisions={**self.decisions, "told_days": "days" in self.facts},
            values=self.values(),
            readers=self.readers,
            turn=self._turn,
        )

    def values(self) -> dict[str, str]:
        """What stands in for what a deployment would know."""
        feast_day = feast(CHRISTMAS, "BE", language_of(self.facts)) or ""
        return {
            **VALUES,
            "holiday": feast_day,
            **self._near(),
            **self._worry(),
            **self._greetings(),
        }

    def _worry(self) -> dict[str, str]:
        """A worry contact that stands, and what would be told, in the words of the real one."""
        say = translator(language_of(self.facts), address_of(self.facts))
        known = {"name": self.facts.get("name", ""), **VALUES}
        ready, own = (DEFAULT, OWN) if known["name"] else (DEFAULT_NO_NAME, OWN_NO_NAME)
        return {
            "worry.contact": VALUES["volunteer"],
            "worry.volunteer": VALUES["volunteer"],
            "worry.coordinator": COORDINATOR(say, **known),
            "worry.silence": "3d",
            "worry.told": ready(say, **known),
            "worry.default": ready(say, **known),
            "worry.own": own(say, **known) + "\n\n{words}",
        }

    def _greetings(self) -> dict[str, str]:
        """One later today, and none yet; a person who is asked for, or a talk that is over."""
        language = language_of(self.facts)
        say = translator(language, address_of(self.facts))
        hour = shown("hour", self.facts.get("hour", "09:00"), language)
        name = VALUES["volunteer"]
        asked = WAITS(say, when=hour, organisation=VALUES["organisation"])
        asked = OVER(say, name=name, when=hour) if self._is("talk_ended") else asked
        return {
            "next": TODAY(say, hour=hour),
            "lately": NOT_YET(say, hour=hour),
            "request": asked,
            HELPER: name if self._is("talk_ended") or self._is("has_open_handoff") else "",
        }

    def _is(self, decision: str) -> bool:
        return self.decisions.get(decision, False)

    def _near(self) -> dict[str, str]:
        """The places that fit, made-up ones too."""
        local = self.now.astimezone(ZoneInfo("Europe/Brussels"))
        places = self.library.places
        return place_values(places, NEEDS, language_of(self.facts), local, examples=True)

    def _show(self, turn: Turn) -> None:
        self.facts = dict(turn.facts)
        said = message(turn, self.library.texts)
        self.watch(turn, said)
        if said:
            buttons = "".join(f"  [{button.label}]" for button in said.buttons)
            self._write("bot", said.text + buttons)
        if turn.position != self.position:
            self._due = None
        for effect in turn.effects:
            self._note(effect)
        stored = json.loads(json.dumps(turn.position.to_json())) if turn.position else None
        self.position = Position.from_json(stored) if stored else None

    def _note(self, effect: object) -> None:
        match effect:
            case Remember(key, value):
                self.lines.append(f"**   remember {key} {value}" if value else f"**   forget {key}")
            case Act(name, values):
                given = "".join(f" {key}={value}" for key, value in values.items())
                self.lines.append(f"**   do {name}{given}")
                self.decisions.update(CHANGES.get(name, {}))
            case Await(turn, after):
                self._turn, self._due = turn, (turn, self.now + timedelta(seconds=after))

    def _write(self, who: str, text: str) -> None:
        first, *rest = text.split("\n")
        self.lines.append(f"{who:<{WIDTH}}{first}".rstrip())
        self.lines += [f"{' ' * WIDTH}{line}".rstrip() for line in rest]


def replay(transcript: str, library: Library, readers: Mapping[str, Reader]) -> str:
    """Play what the resident does in a transcript; returns the transcript as it comes out."""
    first, *rest = transcript.strip("\n").split("\n")
    player = begun(first, library, readers)
    for line in rest:
        act = act_of(line)
        if act is not None:
            player.lines.append(line)
            player.perform(act)
    return "\n".join(player.lines) + "\n"


def begun(
    first: str,
    library: Library,
    readers: Mapping[str, Reader],
    watch: Callable[[Turn, Message | None], None] = unwatched,
) -> Player:
    """A player who has just begun as the first line of a transcript says."""
    header = Header.parse(first)
    player = Player(
        library, dict(header.facts), dict(header.decisions), readers=dict(readers), watch=watch
    )
    player.lines.append(first)
    if header.dialogue != "-":
        player.open(header.dialogue, header.at)
    return player


def play(player: Player, dialogue: str | None, typed: Iterable[str]) -> Iterator[str]:
    """The interactive run: typed lines in, transcript lines out, from the header on."""
    name = player.facts.get("name", "you").lower()
    yield header_line(dialogue, player.facts)
    if dialogue:
        player.open(dialogue)
    yield from _drain(player)
    for line in typed:
        text = line.strip()
        passed = PASS.match(text)
        if passed:
            yield f"{passed[1]} pass"
            player.wait(seconds(passed[1]) or 0)
        elif text:
            read = player.understand(text, language_of(player.facts))
            yield resident_line(name, text, read)
            player.say(text, read)
        yield from _drain(player)


def _drain(player: Player) -> Iterator[str]:
    yield from player.lines
    player.lines.clear()


def run(
    folder: Path,
    locales: Path,
    dialogue: str | None,
    language: str,
    form: str,
    typed: Iterable[str],
    understand: Understand = unsure,
    readers: dict[str, Reader] | None = None,
) -> Iterator[str]:
    """What `goeiedag simulate` does. ValueError for an unknown dialogue, language or form."""
    if language not in LANGUAGES:
        raise ValueError(f"Unknown language '{language}'; use one of {', '.join(LANGUAGES)}.")
    if form and form not in ADDRESS_WORDS:
        raise ValueError(f"Unknown form of address '{form}'; use u, je, vous or tu.")
    library = Library.read(folder, locales)
    if dialogue and dialogue not in library.dialogues:
        known = ", ".join(sorted(library.dialogues))
        raise ValueError(f"There is no dialogue '{dialogue}'; there are {known}.")
    facts = {"language": language, "name": "Ana"}
    if form:
        facts["address"] = ADDRESS_WORDS[form]
    player = Player(library, facts, understand=understand)
    player.readers.update(readers or {})
    yield from play(player, dialogue, typed)
