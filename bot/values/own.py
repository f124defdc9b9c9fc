"""What is hers in a message: 'mijn broer Jef', 'ma jambe', 'my dog'; and how it is said to her.

Only what stands with a first person's word ('mijn', 'ma', 'our') is hers. `turned` says it to her:
'uw broer Jef', 'ta jambe', 'your dog'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bot.values.nouns import ONLY_MINE, RELATIONS
from bot.values.plain import Plain, fold, plain
from bot.values.things import PETS, THINGS

#: Whom a friend would ask after. Nobody is asked how a former husband or the landlord is.
ASKED_AFTER: Final = frozenset(RELATIONS) - {"ex", "boss", "landlord", "colleague", "family"}
NOUNS: Final = {**RELATIONS, **PETS, **THINGS}
MORTAL: Final = frozenset(RELATIONS) | frozenset(PETS)
MINE: Final = r"(?:mijn(?:en?)?|m'n|men|ons|onzen?|mon|ma|mes|notre|nos|my|our)"
_SIDE: Final = (
    r"(?:lieve|beste|oude|jongste|oudste|kleine|grote|enige|andere|zieke|goeie|goede|linker"
    r"|rechter|linkse|rechtse|petite?s?|grande?s?|jeune|vieux|vieille|cher|chere|meilleure?"
    r"|seule?|best|old|oldest|eldest|youngest|younger|older|little|big|only|dear|left|right|other)"
)
_BEHIND: Final = r"(?: (?:gauche|droite?|ainee?|cadette?|jumeau|jumelle))?"
_GONE: Final = r"(?:overleden|gestorven|wijlen|defunte?|feue?|regrettee?|late|deceased)"


def any_of(nouns: dict[str, str]) -> str:
    """A pattern with a group for each key of a table of nouns."""
    return "|".join(f"(?P<{key}>{words})" for key, words in nouns.items())


_OWN: Final = re.compile(
    rf"(?<![a-z'-])(?P<mine>{MINE}) (?P<gone>{_GONE} )?(?:{_SIDE} ){{0,2}}"
    rf"(?:{any_of(NOUNS)}){_BEHIND}(?![a-z-])",
    re.ASCII,
)
_SOMEBODY_ELSES: Final = re.compile(
    r" ?(?:'s\b|(?:haar|zijn|d'r|z'n) [a-z]{2,}|zaliger\b)"  # 'mijn dochter haar man'
)
_OF_HERS: Final = re.compile(  # 'de man van mijn dochter', 'le mari de ma fille'
    rf"(?:{'|'.join(RELATIONS.values())}) (?:van|de|of) $", re.ASCII
)
_NAME: Final = re.compile(r" ([A-ZÀ-Ý][a-zà-ÿ'’]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?)(?![\w-])")
_NO_NAMES: Final = frozenset({"ik", "i", "je", "ze", "hij", "zij", "il", "elle", "he", "she"})


@dataclass(frozen=True, slots=True)
class Own:
    """`words` as she wrote them in a sentence, and the canonical name of what they name."""

    words: str
    key: str


def find_own(text: str) -> tuple[Own, ...]:
    """Whom and what of hers a message names, in order; those who died, and whom she only mentions
    to name somebody else ('my daughter's husband'), are left out. Takes any text."""
    whole = plain(text)
    return tuple(_own(text, whole, m) for m in _hers(whole))


def _hers(whole: Plain) -> Iterator[re.Match[str]]:
    for m in _OWN.finditer(whole.text):
        before = whole.text[max(0, m.start() - 40) : m.start()]
        if m["gone"] or _SOMEBODY_ELSES.match(whole.text, m.end()) or _OF_HERS.search(before):
            continue
        yield m


def _own(text: str, whole: Plain, m: re.Match[str]) -> Own:
    start, end = whole.span(m.start(), m.end())
    key = _key(m)
    name = _NAME.match(text, end) if key in MORTAL and not text.isupper() else None
    if name is not None and name[1].casefold() not in _NO_NAMES:
        end = name.end()
    words = " ".join(text[start:end].split())
    return Own(words.lower() if words.isupper() else words[:1].lower() + words[1:], key)


_NAMED: Final = re.compile(rf"(?<![a-z'-])(?:{any_of(NOUNS)})(?![a-z-])", re.ASCII)


def key_of(words: str) -> str:
    """The canonical name of whom or what a few words are about; '' where they name nobody known."""
    whole = plain(words).text
    if m := _OWN.search(whole):
        return _key(m)
    bare = (m for m in _NAMED.finditer(whole) if m[0] not in ONLY_MINE or m[0] == whole)
    return next((_key(m) for m in bare), "")


def nouns_of(text: str) -> tuple[str, ...]:
    """Every noun of ours in a message, whosever it is."""
    return tuple(m[0] for m in _NAMED.finditer(plain(text).text) if m[0] not in ONLY_MINE)


def _key(m: re.Match[str]) -> str:
    return next(name for name in NOUNS if m[name])


_MINE_IN: Final = {
    "nl": re.compile(r"(?:mijn(?:en?)?|m'n|men|ons|onzen?)\b"),
    "fr": re.compile(r"(?:mon|ma|mes|notre|nos)\b"),
    "en": re.compile(r"(?:my|our)\b"),
}
#: 'ta fille', and 'ton amie': a word that begins with a vowel says 'ton'.
_FEMININE: Final = re.compile(
    r"(?:petite |grande |jeune |vieille |meilleure )?(?:fille|femme|soeur|mere|maman|mamie|meme"
    r"|tante|voisine|cousine|niece|copine|compagne|conjointe|belle-|petite-|grand-mere|bonne-maman"
    r"|famille|jambe|hanche|main|tete|cheville|nuque|dent|chatte|chienne|perruche|vue)"
)


def turned(words: str, language: str, informal: bool = False) -> str | None:
    """'mijn broer Jef' -> 'uw broer Jef'. None where it does not begin with a word of hers, in that
    language: then it can only be quoted."""
    folded = fold(words)
    m = _MINE_IN[language].match(folded)
    rest = words[m.end() :].strip() if m else ""
    if m is None or not rest:
        return None
    return f"{_yours(m[0], fold(rest), language, informal)} {rest}"


def _yours(mine: str, rest: str, language: str, informal: bool) -> str:
    if language == "en":
        return "your"
    if language == "nl":
        return "je" if informal else "uw"
    if mine in ("mes", "nos"):
        return "tes" if informal else "vos"
    if not informal:
        return "votre"
    feminine = mine == "ma" or (mine == "notre" and _FEMININE.match(rest) is not None)
    return "ta" if feminine else "ton"
