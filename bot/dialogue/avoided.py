"""What is not to be raised: what she named in words of her own, and who died.

Her words are one fact, parted by semicolons. Who died is a name of ours for a relation, and a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from bot.dialogue.words import plain
from bot.values.own import key_of
from bot.values.said import WOMAN, is_woman

AVOID: Final = "avoid"
LOST: Final = "lost."  # and the canonical name of who died
MOURNS: Final = 28  # days in which 'he is gone' may be about who died
BETWEEN: Final = "; "
SHORT_WORDS: Final = 3  # letters; 'my', 'de', 'la' say nothing about a topic
_SMALL_WORDS: Final = (
    "mijn mijne mijnen onze onzen mon ma mes notre nos my our de den het een la le les l d un une"
    " the a an over van met naar avec pour about with from"
)
_SMALL: Final = frozenset(_SMALL_WORDS.split())
_AND: Final = MappingProxyType({"nl": "en", "fr": "et", "en": "and"})


def entries(facts: Mapping[str, str]) -> tuple[str, ...]:
    """What she asked to leave alone, as she named it."""
    return tuple(entry for entry in facts.get(AVOID, "").split(BETWEEN) if entry)


def gone(facts: Mapping[str, str]) -> tuple[str, ...]:
    """The canonical names of who died."""
    return tuple(sorted(key.removeprefix(LOST) for key in facts if key.startswith(LOST)))


def gone_as_said(facts: Mapping[str, str]) -> tuple[str, ...]:
    """The same, with whether it was a woman, to be named by."""
    return tuple(
        name + WOMAN if facts[LOST + name].endswith(WOMAN) else name for name in gone(facts)
    )


def avoids(facts: Mapping[str, str], words: str) -> bool:
    """True when these words are about something that is not to be raised."""
    return key_of(words) in gone(facts) or any(same(entry, words) for entry in entries(facts))


def same(one: str, other: str) -> bool:
    """Whether two ways to name something mean the same: one relation, or a telling word of the one
    in the other."""
    if (key := key_of(one)) and key == key_of(other):
        return True
    return bool(_telling(one) & set(plain(other).split()))


def _telling(words: str) -> set[str]:
    """The longer words, and the names: 'jef' of 'mijn broer Jef'."""
    parts = [part for part in re.findall(r"[^\W_]+", words) if plain(part) not in _SMALL]
    return {plain(part) for part in parts if len(part) > SHORT_WORDS or part[0].isupper()}


def parted(words: str, language: str) -> str:
    """'mijn broer, geld en de kerk' as the three that they are."""
    parts = re.split(rf"\s*[,;]\s*|\s+{_AND[language]}\s+", words)
    return BETWEEN.join(part for part in parts if plain(part))


def added(facts: Mapping[str, str], words: str) -> dict[str, str]:
    """The facts that change when these, as `parted` parts them, are not to be raised either."""
    by_words = {plain(entry): entry for entry in (*entries(facts), *words.split(BETWEEN))}
    return {AVOID: BETWEEN.join(entry for named, entry in by_words.items() if named)}


def allowed(facts: Mapping[str, str], words: str) -> dict[str, str]:
    """The facts that change when this may be raised again, also after a loss: she asks for it."""
    left = [entry for entry in entries(facts) if not same(entry, words)]
    changed = {AVOID: BETWEEN.join(left)} if len(left) < len(entries(facts)) else {}
    key = f"{LOST}{key_of(words)}"
    return {**changed, key: ""} if key in facts else changed


def lost(
    facts: Mapping[str, str], names: Iterable[str], today: date, text: str = ""
) -> dict[str, str]:
    """The facts that change when these people died: a day, and whether `text` told of a woman."""
    return {
        f"{LOST}{n}": today.isoformat() + (WOMAN if is_woman(n, text) else "")
        for n in names
        if f"{LOST}{n}" not in facts
    }


def day_of(value: str) -> str:
    """The day in such a fact."""
    return value.removesuffix(WOMAN)


def mourns(facts: Mapping[str, str], today: date) -> bool:
    """Whether she told lately that somebody of hers died."""
    told = (value for key, value in facts.items() if key.startswith(LOST))
    return any((today - date.fromisoformat(day_of(day))).days < MOURNS for day in told if day)
