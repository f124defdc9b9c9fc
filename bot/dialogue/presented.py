"""'My daughter is called Noor': somebody of hers is told with a name, or is to be remembered by it.

The whole message is that, or says where they live besides. Takes any text.
"""

from __future__ import annotations

import re
from typing import Final

from bot.dialogue.words import plain
from bot.values.own import ASKED_AFTER, find_own, key_of

TELL: Final = "tell_person"
_ORDER: Final = (
    r"(?:(?:ge|gij|u|je|jij|tu|vous|you|moet|moogt|mag|mogen|kunt|kan|wel|ook|maar|eens|il|faut"
    r"|devez|dois|pouvez|peux|must|should|can|please|en|et|and|weet|sais|savez|know) )*"
    r"(?:(?:onthoud|onthou|onthouden|noteer|vergeet niet|retiens|retenez|retenir|note[zr]?"
    r"|n oublie[zr]? pas|remember|note|don t forget|weet|sais|savez|know) )?"
    r"(?:dat |que |qu |that )?"
)
_SHE: Final = r"(?:ze|zij|hij|elle|il|she|he)"
_LIVES: Final = (
    rf"(?: (?:en|et|and))?(?: {_SHE})? (?:woont|habite|vit|lives)(?: \w+){{1,4}}(?: woont)?"
)
_NO_NAMES: Final = frozenset(
    {
        "niet",
        "nie",
        "ook",
        "zo",
        "nu",
        "anders",
        "pas",
        "plus",
        "comment",
        "hoe",
        "not",
        "away",
        "back",
        "in",
        "up",
    }
)
_TOLD: Final = re.compile(
    rf"{_ORDER}(?P<whom>(?:mijn|m n|ons|onze|mon|ma|notre|my|our)(?: \w+){{1,2}}?)"
    r" (?:(?:heet|noemt|s appelle|se nomme|s name is|is called|is named) (?P<name>\w+)"
    r"|(?P<before>\w+) (?:heet|noemt))"
    rf"(?:{_LIVES})?(?: (?:he|hoor|ze|hein|aub|svp|stp|please))*"
)


def wish(text: str) -> str | None:
    """Whether somebody is told with a name."""
    return TELL if words(text) else None


def words(text: str) -> str:
    """'mijn dochter Noor', with the name's capital; '' where nobody is told so."""
    m = _TOLD.fullmatch(plain(text))
    if m is None or key_of(m["whom"]) not in ASKED_AFTER:
        return ""
    if (m["name"] or m["before"]) in _NO_NAMES:
        return ""
    name = _written(text, m["name"] or m["before"])
    hers = find_own(text)  # with its accents; "my son's name" is somebody else's to it
    whom = hers[0].words if hers else m["whom"]
    return whom if whom.endswith(f" {name}") else f"{whom} {name}"


def _written(text: str, name: str) -> str:
    """The name with its accents, as she wrote it."""
    found = (word for word in re.findall(r"[^\W_]+", text) if plain(word) == name)
    return next(found, name).capitalize()
