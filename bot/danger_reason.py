"""The reason to see who is in danger, in a coordinator's own words: it counts as the tap would.

Only while the alert, or its question, is what she read last. Words that are no clear reason release
nothing: the question comes with its buttons.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from sqlalchemy import select

from bot import danger
from bot.channel import Incoming, Kind, Say
from bot.dialogue.words import plain
from bot.house import Moment
from bot.i18n import Text
from bot.people import tell
from bot.store.tables import Audit, Concern, Message, Person

WRITTEN = Text("danger/written", "I write this down as your reason: {reason}.")
_NOT: Final = re.compile(
    r"\b(?:niet|nie|geen|nee|neen|laat maar|pas|non|rien|not|no|don t|dont|never mind)\b"
)
# In this order: what is narrower first.
_REASONS: Final = (
    ("112", r"112|ambulance|ziekenwagen|politie|police|hulpdienst\w*|secours|emergency services"),
    (
        "known",
        r"(?:haar|zijn|hun|de) (?:familie|dochter|zoon|buren)|famille|proches|voisins"
        r"|(?:her|his|their|the) (?:family|daughter|son|neighbours)",
    ),
    (
        "call",
        r"bellen|bel|opbellen|langsgaan|ga langs|ga kijken|gaan kijken|bezoek\w*|zorgen"
        r"|ongerust|bezorgd|appeler|telephoner|passer voir|aller voir|visite\w*|inquiete?"
        r"|m inquiete|call|phone|visit|check on|go there|go see|worried|worry",
    ),
)
_FOUND: Final = tuple((reason, re.compile(rf"\b(?:{words})\b")) for reason, words in _REASONS)
_FEW: Final = 2  # words that are no reason yet: 'ok', 'wie'


def reason(text: str) -> str | None:
    """Which of the three she says; None for none, for a no, and for a question."""
    said = plain(text)
    if "?" in text or _NOT.search(said):
        return None
    return next((name for name, words in _FOUND if words.search(said)), None)


async def took(moment: Moment, coordinator: Person, incoming: Incoming) -> bool:
    """Whether her words were for the alert that she read last."""
    if incoming.kind is not Kind.TEXT or incoming.forwarded:
        return False
    shown = await _last(moment, coordinator)
    if shown is None or len(incoming.text.split()) <= _FEW:
        return False
    concern, message = shown
    why = reason(incoming.text)
    data = f"danger:{concern.id}:{why}" if why is not None else f"danger:{concern.id}"
    await danger.tap(moment, coordinator, replace(incoming, data=data, message_id=message))
    if why is not None and await _opened(moment, coordinator, concern):
        label = moment.text(coordinator, danger.BUTTONS[why])
        await tell(moment, coordinator, Say(moment.text(coordinator, WRITTEN, reason=label)))
    return True


async def _last(moment: Moment, coordinator: Person) -> tuple[Concern, int] | None:
    """The alert that nobody opened, as the last thing that was told to her, and its message."""
    detail = await moment.session.scalar(
        select(Audit.detail)
        .where(Audit.actor_id == coordinator.id, Audit.action == danger.SHOWN)
        .order_by(Audit.id.desc())
        .limit(1)
    )
    if detail is None:
        return None
    about, row = (int(part) for part in detail.split(":"))
    newest = await moment.session.scalar(
        select(Message)
        .where(Message.chat_id == coordinator.chat_id, Message.purpose != "tap")
        .order_by(Message.id.desc())
        .limit(1)
    )
    concern = await moment.session.get(Concern, about)
    if newest is None or newest.id != row or newest.message_id is None or concern is None:
        return None
    if await _opened(moment, coordinator, concern):
        return None
    return concern, newest.message_id


async def _opened(moment: Moment, coordinator: Person, concern: Concern) -> bool:
    found = await moment.session.scalar(
        select(Audit.id)
        .where(Audit.action == "danger.released", Audit.actor_id == coordinator.id)
        .where(Audit.person_id == concern.person_id, Audit.at >= concern.at)
        .limit(1)
    )
    return found is not None
