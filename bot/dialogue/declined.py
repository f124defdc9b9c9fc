"""She wants no person after all, where she asked for one: a whole message made of a few known words
(`dialogue.enough_words`). Pure, without any model.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.dialogue.enough_words import (
    ANYBODY,
    FIRST,
    KNOWN,
    MORE,
    NEG,
    NOBODY,
    PHRASES,
    SHARE,
    SOFT,
    SPEAK,
    STOP,
    TALK,
    THAT,
    THEM,
    WANT,
    YOU,
)
from bot.dialogue.words import plain

LONGEST: Final = 18  # words


def declines(text: str) -> bool:
    """'Eigenlijk wil ik dat toch niet meer, sorry', 'ik bedoel dat ik niemand moet spreken': she
    wants no person after all. It means that only where she asked for one."""
    words = PHRASES.sub(" ", plain(text)).split()
    if "?" in text or len(words) > LONGEST or FIRST.isdisjoint(words):
        return False
    bag, wants = set(words), bool(WANT.intersection(words))
    if bag <= KNOWN and wants and bag & NEG and bag & THAT and bag & SOFT:
        return not bag & (STOP | SHARE | SPEAK | THEM | YOU)
    known = bag <= KNOWN | NOBODY | ANYBODY
    return bool(known and bag & TALK and not bag & MORE and _is_her_wish(words))


def _is_her_wish(words: Sequence[str]) -> bool:
    """'Ik wil niemand', 'je ne veux parler à personne', 'niemand moet spreken'; but 'niemand wil
    met mij praten' is loneliness, 'ik mag niemand spreken' no wish, and 'iemand spreken, niet
    schrijven' another one."""
    place = {word: at for at, word in enumerate(words)}
    wish = min((at for word, at in place.items() if word in WANT), default=None)
    nobody = min((at for word, at in place.items() if word in NOBODY), default=None)
    anybody = max((at for word, at in place.items() if word in ANYBODY), default=None)
    no = min((at for word, at in place.items() if word in NEG), default=None)
    if nobody is not None:
        return (wish is not None and wish < nobody) or "moet" in words[nobody:]
    return wish is not None and no is not None and anybody is not None and no < anybody
