"""What the bot understood of one message: a pure value, whoever made it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.safety import Concern

#: What she should be asked about before a volunteer reads it: that the sharing ends, or a complaint
#: about whoever reads along, as of a third person.
DOUBTS = (ENDS, OF_HIM) = ("ends", "complains_of")


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch `text[start:end]` of a message that names a thing.

    `name` is one of language, time, day, duration, frequency, relation, topic.
    `value` is its canonical form (see `bot.values`), None where none could be read.
    """

    name: str
    text: str
    start: int
    end: int
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Understanding:
    """One reading of one message.

    `intent` is None when unsure: the NLU is down, too slow, or below its floor.
    `ranking` holds (intent, confidence 0..1), likeliest first, also when unsure. `doubt`: what the
    NLU would ask about before a volunteer reads it, one of `DOUBTS`. `called`: the name in an
    answer to 'what may I call you?'; '' where the NLU sees none, None where it said nothing.
    """

    text: str
    language: str
    intent: str | None = None
    confidence: float = 0.0
    ranking: tuple[tuple[str, float], ...] = ()
    entities: tuple[Entity, ...] = ()
    concern: Concern | None = None
    doubt: str | None = None
    called: str | None = None
