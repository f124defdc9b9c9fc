"""An answer, and more with it: what came in together may take 'I am safe' back, or weigh more."""

from __future__ import annotations

from collections.abc import Sequence

from bot import safe_buttons, safe_words
from bot.channel import Incoming
from bot.dialogue.words import plain
from bot.safety import reply as replies
from bot.safety_asked import GENTLE
from bot.safety_reads import Read, is_words
from bot.store.tables import Concern


async def weighs_most(turn: Read, read: Sequence[Incoming]) -> tuple[Incoming, str] | None:
    """Of several messages the one that she is not safe, or else wishes for a person: that counts,
    whatever stands in the others."""
    if len(read) < 2 or (turn.held is not None and turn.asked.newer):
        return None
    for one in read:
        if await turn.unsafe(one.text):
            return one, replies.NOT_SAFE
    return next(((one, said) for one in read if (said := turn.wants_person(one.text))), None)


async def safe_and_more(turn: Read, incoming: Sequence[Incoming]) -> Concern | None:
    """'I am safe' in one of several messages, and in another what may take it back: the danger of
    which she is asked once more, or else what was asked gently."""
    kinds, read = await turn.kinds(), await turn.after_it(incoming)
    whole = "\n".join(one.text for one in incoming)
    if len(incoming) == 1 or _plainly(whole, kinds):
        return None
    if not any(safe_words.says_safe(one.text, kind) for one in read for kind in kinds):
        return None
    gently = turn.asked.concern if turn.asked.stage in GENTLE else None
    return await safe_buttons.unanswered(turn.moment, turn.person) or gently


def _plainly(text: str, kinds: Sequence[str]) -> bool:
    said = (safe_words.says_safe(text, kind) for kind in kinds)
    return any(one is not None and one.plainly for one in said)


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
