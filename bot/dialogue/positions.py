"""Where a conversation stands, and what waits under it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any, Final, Self

DEEPEST: Final = 3  # interrupted questions kept; older ones are let go


@dataclass(frozen=True, slots=True)
class Position:
    """Where a conversation stands: always at a question.

    `turn` grows by one each question, so that a timer of an older question is stale.
    `tries` counts repairs; `readings` are the intents offered as buttons with the last one, or the
    two hours that she named. `under` is the question that this dialogue interrupted. `about` is
    whom or what of hers it is about, in her words: they stay as long as the question stands.
    `aside`: a question of safety came between, or it came back once, so that it is not asked again
    once she goes on to something else. `asked_in`: the language in which she read it, '' where she
    did not yet.
    """

    dialogue: str
    step: str
    turn: int
    tries: int = 0
    readings: tuple[str, ...] = ()
    under: Position | None = None
    about: str = ""
    aside: bool = False
    asked_in: str = ""

    def to_json(self) -> dict[str, Any]:
        """A JSON-able form, read back by `from_json`."""
        return {
            "dialogue": self.dialogue,
            "step": self.step,
            "turn": self.turn,
            "tries": self.tries,
            "readings": list(self.readings),
            "under": self.under.to_json() if self.under else None,
            "about": self.about,
            "aside": self.aside,
            "asked_in": self.asked_in,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Raise KeyError where a field is missing."""
        under = data.get("under")
        return cls(
            data["dialogue"],
            data["step"],
            data["turn"],
            data.get("tries", 0),
            tuple(data.get("readings", ())),
            cls.from_json(under) if under else None,
            data.get("about", ""),
            data.get("aside", False),
            data.get("asked_in", ""),
        )

    def stack(self) -> tuple[Position, ...]:
        """This position and those under it, top first."""
        return (self, *(self.under.stack() if self.under else ()))


def stacked(under: Position | None, dialogue_id: str) -> Position | None:
    """What to keep under a dialogue that begins: never itself, never deeper than DEEPEST, nor what
    was set aside and all that waits under it."""
    stack = takewhile(lambda p: not p.aside, under.stack() if under else ())
    kept = [p for p in stack if p.dialogue != dialogue_id][:DEEPEST]
    below: Position | None = None
    for position in reversed(kept):
        below = replace(position, under=below)
    return below
