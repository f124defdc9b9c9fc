"""What the language model would ask about before a volunteer reads it (`nlu/components/relay.py`),
by the text: that the sharing ends, or a complaint about whoever reads along.

It leads to a question and to nothing else. The words alone know some of it too (`bot.half_said`,
`bot.complaint_words`): either is enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from bot import complaint_words
from bot.understanding import ENDS, OF_HIM, TO_HIM, Understanding

NONE: Final[Mapping[str, str]] = MappingProxyType({})


def of(read: Iterable[Understanding]) -> Mapping[str, str]:
    return {one.text: one.doubt for one in read if one.doubt}


def ends(doubts: Mapping[str, str], text: str) -> bool:
    return doubts.get(text) == ENDS


def is_of_him(doubts: Mapping[str, str], text: str, name: str) -> bool:
    """Whether it is a complaint about the volunteer of that name. As of a third person it is about
    him where he is spoken of by name: who writes to him of another says 'he', too."""
    doubt = doubts.get(text)
    return doubt == TO_HIM or (doubt == OF_HIM and complaint_words.speaks_of_him(text, name))
