"""A draft tried as a resident would: a transcript is played, and what came of each line is told.

Pure: the lines of a transcript and a library come in. Nothing is kept between two pages but these
lines, so that what was tried can be saved as a golden transcript at any moment.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from bot.dialogue.library import Library
from bot.dialogue.names import ADDRESS_WORDS, GIVEN
from bot.dialogue.texts import Message
from bot.dialogue.turns import Act, Reader, Remember, Turn, Why, address_of, language_of
from bot.dialogue.words import plain
from bot.safety import Concern
from bot.simulate import Player, begun
from bot.transcripts import Passed, Wrote, act_of, header_line, resident_line
from bot.understanding import Understanding

MOST_LINES: Final = 80  # of one trial
LONGEST_LINE: Final = 500
DANGER: Final = "!! "  # before a line that safety answers: no dialogue hears it
FORMS: Final = {"nl": "", "nl@je": "je", "fr": "", "fr@tu": "tu", "en": ""}

type SafetyReply = Callable[[Concern, str, str], tuple[str, tuple[str, ...]]]


@dataclass(frozen=True)
class Beat:
    """One thing that is shown. `who`: bot, me, time, kept or safety."""

    who: str
    text: str
    buttons: tuple[str, ...] = ()
    ranking: tuple[tuple[str, int], ...] = ()  # what the model understood, in percent
    unsure: bool = False
    why: Why | None = None
    asked: tuple[str, str] = ("", "")  # (dialogue, step) of the question that stood before


@dataclass
class Trial:
    """A transcript that was played so far."""

    lines: list[str]
    player: Player
    beats: list[Beat] = field(default_factory=list)

    @property
    def buttons(self) -> tuple[str, ...]:
        """The buttons that can be tapped now."""
        last = next((b for b in reversed(self.beats) if b.who in ("bot", "safety")), None)
        return last.buttons if last is not None and last.who == "bot" else ()

    @property
    def stands(self) -> tuple[str, str] | None:
        """(dialogue, step) where the conversation waits for an answer."""
        at = self.player.position
        return (at.dialogue, at.step) if at is not None else None

    @property
    def waits(self) -> int:
        """Seconds until the silence of the question that stands; 0 where none does."""
        place = self.player.library.place(self.player.position)
        silence = place[1].silence if place is not None else None
        return silence.after if silence is not None else 0

    @property
    def golden(self) -> str:
        """The transcript as the tests keep it; without the lines that safety answers."""
        return "\n".join(self.player.lines) + "\n"


def first_line(
    dialogue: str, at: str, form: str, name: str, facts: Mapping[str, str], given: Iterable[str]
) -> str:
    """The header of a trial from what its form says."""
    known = {"language": form.partition("@")[0]}
    if word := FORMS.get(form):
        known["form"] = word
    if name := " ".join(name.split()):
        known["name"] = name
    return header_line(
        dialogue or None, {**known, **facts}, at, [one for one in GIVEN if one in set(given)]
    )


def facts_of(typed: str) -> dict[str, str]:
    """'topic: the garden' a line -> facts; what is no fact is left out."""
    found: dict[str, str] = {}
    for line in typed.splitlines()[:20]:
        key, colon, value = line.partition(":")
        key, value = key.strip().lower(), " ".join(value.split())[:80]
        if colon and value and re.fullmatch(r"[a-z_.]{1,40}", key) and key not in _TAKEN:
            found[key] = value
    return found


_TAKEN: Final = frozenset({"dialogue", "at", "is", "form", "language", "name", "address"})


def who_of(name: str) -> str:
    """How lines of a resident begin: one word that is nobody else's."""
    word = next(iter(plain(name).split()), "")
    return word if word.isalpha() and word not in ("bot", "wait") else "you"


def written(name: str, typed: str, read: Understanding) -> str:
    """The line of what was typed. Braces and line breaks are of the format, so they go."""
    text = " ".join(typed.replace("{", "(").replace("}", ")").split())[:LONGEST_LINE]
    if read.concern is None:
        return resident_line(who_of(name), text, read)
    found = f"{read.concern.intent} {read.concern.level}"
    return f"{DANGER}{who_of(name)} {text}  {{{found}}}"


def play(
    lines: list[str], library: Library, readers: Mapping[str, Reader], reply: SafetyReply
) -> Trial:
    """Plays a trial from its first line on. Raises ValueError or KeyError for lines that are none:
    they come from a form."""
    beats: list[Beat] = []
    player = begun(lines[0], library, readers, lambda turn, said: _tell(beats, turn, said))
    for line in lines[1 : MOST_LINES + 1]:
        if line.startswith(DANGER):
            _danger(line.removeprefix(DANGER), player, beats, reply)
            continue
        act = act_of(line)
        if act is None:
            raise ValueError("no line of a resident")
        beats.append(_acted(act))
        player.lines.append(line)
        at, since = player.position, len(beats)
        player.perform(act)
        if at is not None:
            stood = (at.dialogue, at.step)
            beats[since:] = [replace(beat, asked=stood) for beat in beats[since:]]
    return Trial(lines, player, beats)


def _tell(beats: list[Beat], turn: Turn, said: Message | None) -> None:
    if said is not None:
        labels = tuple(button.label for button in said.buttons)
        beats.append(Beat("bot", said.text, labels, why=turn.why))
    else:
        beats.append(Beat("nothing", "", why=turn.why))
    for effect in turn.effects:
        if isinstance(effect, Remember):
            beats.append(Beat("kept" if effect.value else "forgot", effect.key, (effect.value,)))
        elif isinstance(effect, Act):
            beats.append(Beat("act", effect.name))


def _acted(act: Passed | Wrote) -> Beat:
    if isinstance(act, Passed):
        return Beat("time", str(act.seconds))
    ranking = []
    for part in act.note.split(","):
        name, _, sure = part.strip().partition(" ")
        if name and name != "?":
            ranking.append((name, round(float(sure or "1") * 100)))
    return Beat("me", act.text, ranking=tuple(ranking), unsure=act.note.startswith("?"))


def _danger(line: str, player: Player, beats: list[Beat], reply: SafetyReply) -> None:
    act = act_of(line)
    kind, _, level = act.note.partition(" ") if isinstance(act, Wrote) else ("", "", "")
    if not isinstance(act, Wrote) or level not in ("act", "ask"):
        raise ValueError("no line of danger")
    concern = Concern(kind, "act" if level == "act" else "ask", ())
    language, address = language_of(player.facts), address_of(player.facts)
    beats.append(Beat("me", act.text))
    text, buttons = reply(concern, language, address)
    beats.append(Beat("safety", text, buttons))
    if level == "act":
        player.leave()  # whatever was asked is over: something graver has come up


def form_of(facts: Mapping[str, str]) -> str:
    """The form of address that a trial goes on in: nl, nl@je, …"""
    language = language_of(facts)
    informal = address_of(facts) == ADDRESS_WORDS["je"]
    return next(
        (f for f, word in FORMS.items() if word and informal and f[:2] == language), language
    )
