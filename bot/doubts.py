"""What the language model would ask about before a volunteer reads it (`nlu/components/relay.py`),
by the text: that the sharing ends, or a complaint about whoever reads along.

It leads to a question and to nothing else, and never where danger is heard. Words alone know the
plain and the gravest of it (`dialogue.enough`, `bot.kept_from`, `bot.complaint_words`): either is
enough. What she complains of to that volunteer is no doubt: it is said to be read. Nor is what she
mends in a message.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from bot import complaint_words
from bot.channel import Incoming
from bot.understanding import ENDS, OF_HIM, Understanding

NONE: Final[Mapping[str, str]] = MappingProxyType({})


def of(read: Iterable[Understanding]) -> Mapping[str, str]:
    return {one.text: one.doubt for one in read if one.doubt}


def ends(doubts: Mapping[str, str], incoming: Incoming) -> bool:
    return not incoming.edited and doubts.get(incoming.text) == ENDS


def is_of_him(doubts: Mapping[str, str], incoming: Incoming, name: str) -> bool:
    """Whether it is a complaint about the volunteer of that name: where he is named, and not only
    called ('Karim, he hit me'). Who writes to him of another says 'he', too, and 'volunteer' is
    said of many."""
    doubted = not incoming.edited and doubts.get(incoming.text) == OF_HIM
    return doubted and complaint_words.speaks_of_him(incoming.text, name)
