"""Plays conversations without Telegram, database or clock, and writes them as transcripts.

The same `Player` serves `goeiedag simulate` (lines typed in a terminal) and the tests, which
replay a transcript: every resident's line and every silence is played again, and what comes out
must be the transcript itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from bot.dialogue import (
    Act,
    Await,
    Context,
    FellSilent,
    Library,
    Position,
    Remember,
    Said,
    Turn,
    command,
    message,
    resume,
    start,
)
from bot.dialogue.names import ADDRESS_WORDS, CHANGES, GIVEN, LANGUAGES, NEEDS
from bot.dialogue.readers import READERS
from bot.dialogue.source import seconds
from bot.dialogue.turns import Reader, address_of, language_of
from bot.i18n import translator
from bot.places import values as place_values
from bot.understanding import Understanding
from bot.worry_texts import COORDINATOR, DEFAULT, DEFAULT_NO_NAME, OWN, OWN_NO_NAME

type Understand = Callable[[str, str], Understanding]

MORNING: Final = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)  # a Monday, 9:00 in Brussels
VALUES: Final = {
    "organisation": "Huis van de Buurt",
    "volunteer": "Fatima",
    "kept": "—",
}
_PASS: Final = re.compile(r"(?:wait\s+)?(\d+\s*[mhd])(?:\s+pass(?:es)?)?\Z")
_NOTE: Final = re.compile(r"\s*\{([^{}]*)\}\s*\Z")
_WIDTH: Final = 5


def unsure(text: str, language: str) -> Understanding:
    """Understanding with no NLU: buttons, bare answers, readers and commands still work."""
    return Understanding(text, language)


def noted(text: str, note: str, language: str) -> Understanding:
    """The understanding that a transcript notes: 'mood_low .72, feel_tired .1'."""
    ranking: list[tuple[str, float]] = []
    for part in note.split(","):
        name, _, sure = part.strip().partition(" ")
        if name:
            ranking.append((name, float(sure or "1")))
    known = [(name, sure) for name, sure in ranking if name != "?"]
    if not known or ranking[0][0] == "?":  # '?' first: below the floor, so unsure
        return Understanding(text, language, None, 0.0, tuple(known))
    return Understanding(text, language, *known[0], tuple(known))


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
    _due: tuple[int, datetime] | None = None
    _turn: int = 0

    def open(self, dialogue_id: str) -> None:
        """Begin a dialogue, as its hour or an event would."""
        self._show(start(self.library, dialogue_id, self._context(), self.position))

    def say(self, text: str, understanding: Understanding | None = None) -> None:
        """The resident writes, taps a button (its label) or gives a command."""
        if text.startswith("/"):
            self._show(command(self.library, text.split()[0], self._context(), self.position))
            return
        read = understanding or self.understand(text, language_of(self.facts))
        self._show(resume(self.library, self.position, Said(read), self._context()))

    def wait(self, length: int) -> None:
        """Let so many seconds pass, through every silence that falls due."""
        until = self.now + timedelta(seconds=length)
        while self._due and self._due[1] <= until:
            turn, self.now = self._due
            self._due = None
            self._show(resume(self.library, self.position, FellSilent(turn), self._context()))
        self.now = until

    def _context(self) -> Context:
        return Context(
            facts=dict(self.facts),
            now=self.now,
            seed=self.facts.get("name", ""),
            decisions=dict(self.decisions),
            values={**VALUES, **self._near(), **self._worry()},
            readers=self.readers,
            turn=self._turn,
        )

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

    def _near(self) -> dict[str, str]:
        """The places that fit, made-up ones too."""
        local = self.now.astimezone(ZoneInfo("Europe/Brussels"))
        places = self.library.places
        return place_values(places, NEEDS, language_of(self.facts), local, examples=True)

    def _show(self, turn: Turn) -> None:
        self.facts = dict(turn.facts)
        said = message(turn, self.library.texts)
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
        self.lines.append(f"{who:<{_WIDTH}}{first}".rstrip())
        self.lines += [f"{' ' * _WIDTH}{line}".rstrip() for line in rest]


@dataclass(frozen=True)
class Header:
    """The first line of a transcript: the dialogue (`-` for none) and what is known."""

    dialogue: str
    facts: dict[str, str]
    decisions: dict[str, bool]

    @classmethod
    def parse(cls, line: str) -> Header:
        """Read '# dialogue: morning   language: fr   form: tu   name: Ana   is: has_consent'."""
        pairs = re.findall(r"(\w+): (.*?)(?=\s{2,}\w+: |$)", line.removeprefix("#").strip())
        fields = {key: value.strip() for key, value in pairs}
        dialogue = fields.pop("dialogue", "-")
        given = fields.pop("is", "person_available").split()
        form = fields.pop("form", "")
        if form in ADDRESS_WORDS:
            fields["address"] = ADDRESS_WORDS[form]
        return cls(dialogue, fields, {name: name in given for name in GIVEN})


def replay(transcript: str, library: Library, readers: dict[str, Reader]) -> str:
    """Play what the resident does in a transcript; returns the transcript as it comes out."""
    first, *rest = transcript.strip("\n").split("\n")
    header = Header.parse(first)
    player = Player(library, dict(header.facts), dict(header.decisions), readers=readers)
    player.lines.append(first)
    if header.dialogue != "-":
        player.open(header.dialogue)
    for line in rest:
        passed = _PASS.match(line)
        who, _, text = line.partition(" ")
        if passed:
            player.lines.append(line)
            player.wait(seconds(passed[1]) or 0)
        elif who and who not in ("bot", "**", "#"):
            player.lines.append(line)
            note = _NOTE.search(text)
            words = _NOTE.sub("", text).strip()
            read = noted(words, note[1] if note else "", language_of(player.facts))
            player.say(words, read)
    return "\n".join(player.lines) + "\n"


def play(player: Player, dialogue: str | None, typed: Iterable[str]) -> Iterator[str]:
    """The interactive run: typed lines in, transcript lines out, from the header on."""
    name = player.facts.get("name", "you").lower()
    yield header_line(dialogue, player.facts)
    if dialogue:
        player.open(dialogue)
    yield from _drain(player)
    for line in typed:
        text = line.strip()
        passed = _PASS.match(text)
        if passed:
            yield f"{passed[1]} pass"
            player.wait(seconds(passed[1]) or 0)
        elif text:
            read = player.understand(text, language_of(player.facts))
            note = ", ".join(f"{intent} {sure:.2f}" for intent, sure in read.ranking[:3])
            unsure_first = "?, " if read.intent is None and note else ""
            tail = f"  {{{unsure_first}{note}}}" if note and not text.startswith("/") else ""
            yield f"{name:<{_WIDTH - 1}} {text}{tail}"
            player.say(text, read)
        yield from _drain(player)


def _drain(player: Player) -> Iterator[str]:
    yield from player.lines
    player.lines.clear()


def header_line(dialogue: str | None, facts: dict[str, str]) -> str:
    """The header of a transcript with these facts."""
    fields = {"dialogue": dialogue or "-", **facts}
    return "# " + "   ".join(f"{key}: {value}" for key, value in fields.items())


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
