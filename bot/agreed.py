"""Which words a yes was a yes to: the ledger of consents keeps their hash."""

from __future__ import annotations

from bot.dialogue.texts import Message
from bot.dialogue.turns import Turn, address_of, language_of
from bot.standing import Standing


def agreed_to(at: Standing, turn: Turn, said: Message | None) -> str:
    """What a consent of this turn is a consent to: the words of the question that she answered, and
    what she read before where it was asked in fewer words; for what she asked of her own accord,
    the words that say what is done."""
    if turn.why.rule == "wish" and said is not None:
        return said.text
    place = at.library.place(at.position)
    if place is None:
        return ""
    dialogue, step = place
    refs = [f"{dialogue.id}/{one.id}/say" for one in dict.fromkeys((dialogue.in_full(step), step))]
    form = language_of(at.context.facts), address_of(at.context.facts)
    return "\n\n".join(at.library.texts.find(ref, *form) for ref in refs)
