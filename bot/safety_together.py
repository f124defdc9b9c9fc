"""An answer, and more with it: what came in together may take 'I am safe' back, or weigh more."""

from __future__ import annotations

from collections.abc import Sequence

from bot import safe_buttons, safe_words, unsafe_words
from bot.channel import Incoming
from bot.dialogue.words import plain
from bot.safety import reply as replies
from bot.safety_reads import Read, is_words
from bot.store.tables import Concern


def weighs_most(turn: Read, read: Sequence[Incoming]) -> tuple[Incoming, str] | None:
    """Of several messages the one that she is not safe, or else wishes for a person: that counts,
    whatever stands in the others."""
    if len(read) < 2 or (turn.held is not None and turn.asked.newer):
        return None
    for one in read:
        if unsafe_words.says_unsafe(one.text, turn.asked.concern.intent):
            return one, replies.NOT_SAFE
    return next(((one, said) for one in read if (said := turn.wants_person(one.text))), None)


async def safe_and_more(turn: Read, incoming: Sequence[Incoming]) -> Concern | None:
    """'I am safe' in one of several messages, and in another what may take it back: the danger of
    which she is asked once more."""
    kind, read = turn.asked.concern.intent, await turn.after_it(incoming)
    if len(incoming) == 1 or not any(safe_words.says_safe(one.text, kind) for one in read):
        return None
    return await safe_buttons.unanswered(turn.moment, turn.person)


def believed(kind: str, said: str, one: Incoming, incoming: Sequence[Incoming]) -> bool:
    """Whether nothing came with 'I am safe' that may take it back: 'but not for long'."""
    rest = [other for other in incoming if other is not one]
    if said not in replies.OVER or not rest:
        return True
    if not all(is_words(other) for other in rest):
        return False
    whole, tapped = "\n".join(other.text for other in incoming), plain(one.text)
    says = safe_words.says_safe(whole, kind)
    return (says is not None and says.plainly) or all(
        plain(other.text) == tapped or safe_words.adds_nothing(other.text) for other in rest
    )
