"""Of whom she goes on speaking after a complaint: the same 'he', or somebody else by name. Pure.

In doubt it is the same one: that costs a tap. Of somebody else she speaks where one of hers is who
did it, and no 'he' or 'his' stands beside it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from bot import complaint_words, harm_topics, spoken_of
from bot.dialogue.words import plain
from bot.harm_words import BODY
from bot.kin_words import MY_KIN

_HIS: Final = (
    # 'zijn' is a verb too: what stands before it tells, 'wij zijn', 'met zijn hand'
    r"(?:^|(?:met|van|aan|in|op|door|en|over|onder|tegen|bij|naar|voor|ook|tussen|uit) )zijn"
    r" (?!er\b|we\b|wij\b|jullie\b|nog\b|de\b|het\b|alle\w*\b|twee\w*\b|mijn\b|dat\b)"
    r"|\bz n\b|(?<!\bmy )(?<!\bour )(?<!\bthe )(?<!\ba )(?<!\bhis )(?<!\bher )(?<!\byour )\bson\b"
    r"|\b(?:sa|ses|his)\b"
)
_HE: Final = (
    r"\b(?:hij|hem|em|ie|zij|ze|haar|diene?n?|dieje|elle|lui|he|him|she|her)\b"
    r"|(?<!\bto )(?<!\bi )(?<!\bll )(?<!\bme )\bdie\b"  # 'I want to die'
    r"|(?<!\bs )\bil\b(?! (?:y a|faut|fait|pleut|neige|est \d|est (?:tard|tot|temps|midi|quelle)))"
)
_THIRD: Final = re.compile(rf"{_HIS}|{_HE}")
_BODY: Final = re.compile(rf"\b(?!been\b){BODY}\b|\b(?:mijn|m n|op|aan|tegen|over|t) been\b")


def of_a_third(text: str) -> bool:
    """Whether somebody is spoken of: after a complaint that may be the same one."""
    return _THIRD.search(plain(text)) is not None


def goes_on(text: str) -> bool:
    """Whether it may go on with a complaint: it is of somebody, or of what was touched."""
    return of_a_third(text) or _BODY.search(plain(text)) is not None


def of_another(text: str, name: str) -> bool:
    """Whether one of hers plainly did it, and not he who has that name."""
    if of_a_third(text) or spoken_of.speaks_of(text, name):
        return False
    whole = " ".join(spoken_of.named(text, name))
    who = spoken_of.called(name)
    if who.search(re.sub(rf"^(?:\w+ )?(?:{who.pattern}) ", "", whole)) is not None:
        return False
    return _by_kin().search(whole) is not None or harm_topics.on_one(whole, MY_KIN)


@lru_cache(maxsize=1)
def _by_kin() -> re.Pattern[str]:
    return complaint_words.wrongs_of(MY_KIN)
