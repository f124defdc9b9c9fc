"""How her last message to the machine was read, as a mark: enough to see that it says something
else since she changed it, and not enough to read what it said.

The words are gone by then. A mended letter leaves the mark as it is; another hour, a no that was a
yes, or words that are understood only now do not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any, Final

from sqlalchemy.orm.attributes import set_committed_value

from bot.channel import Incoming
from bot.dialogue.answers import CLEAR, bare, wish
from bot.store.tables import Conversation
from bot.understanding import Understanding

HEARD: Final = "heard"  # beside where she stands in a dialogue


def mark(heard: Understanding) -> str:
    """'' for what was not understood."""
    sure = heard.intent if heard.confidence >= CLEAR else None
    said = (wish(heard.text), bare(heard.text), sure)
    values = sorted((one.name, one.value) for one in heard.entities if one.value is not None)
    if not any(said) and not values:
        return ""
    return sha256(repr((said, values)).encode()).hexdigest()[:16]


def note(row: Conversation, together: Sequence[Incoming], heard: Understanding) -> None:
    """Beside where she stands now, which the turn writes down anyway (`bot.standing.stand`). Of
    several messages that were read together nothing is known of one."""
    number = together[0].message_id if len(together) == 1 else None
    noted = {**(row.position or {"at": None}), HEARD: [number, mark(heard)]}
    set_committed_value(row, "position", noted)


def still_noted(position: Any) -> Mapping[str, Any]:
    """What stands there of it, for a talk that moves on without a word of hers."""
    stands = position.get(HEARD) if isinstance(position, dict) else None
    return {HEARD: stands} if stands else {}


def says_else(position: Any, message_id: int | None, changed: Understanding) -> bool:
    """Whether that very message, as it was changed, is understood, and otherwise than it was."""
    number, before = still_noted(position).get(HEARD, (None, ""))
    return number is not None and number == message_id and mark(changed) not in ("", before)
