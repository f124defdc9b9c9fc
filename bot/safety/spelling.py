"""Read misspelt words as what was meant, before rules look at them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.safety.normalise import normalise

# Shorter words have too many honest neighbours one letter away.
SHORTEST_TOLERANT = 6
# Words that rules look for anyway are mended too, a little less freely.
SHORTEST_SWAPPED = 4
SHORTEST_LOOKED_FOR = 7


def _swapped(word: str) -> set[str]:
    return {
        word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(1, len(word) - 1)
    } - {word}


def _one_missing(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


@dataclass(frozen=True, slots=True)
class Spelling:
    """Known odd spellings, and long words in which one mistake is forgiven."""

    known: Mapping[str, str]
    tolerant: Mapping[str, str]  # a tolerant word, or one with a letter missing -> the word
    honest: frozenset[str]  # real words that only look like a mistake

    @classmethod
    def of(
        cls,
        spellings: Mapping[str, Iterable[str]],
        tolerant: Iterable[str],
        honest: Iterable[str],
        looked_for: Iterable[str] = (),
    ) -> "Spelling":
        """Build from the rules' data; raises ValueError for a tolerant word that is too short."""
        literals = sorted(set(looked_for))
        known = {
            odd: word
            for word in literals
            if len(word) >= SHORTEST_SWAPPED
            for odd in _swapped(word)
        }
        known |= {
            normalise(odd).strip(): normalise(meant).strip()
            for meant, odds in spellings.items()
            for odd in odds
        }
        neighbours: dict[str, str] = {}
        words = [normalise(word).strip() for word in tolerant]
        for word in words:
            if len(word) < SHORTEST_TOLERANT:
                raise ValueError(f"{word!r} is too short for spelling tolerance")
            for form in _one_missing(word):
                neighbours.setdefault(form, word)
        for word in literals:
            if len(word) >= SHORTEST_LOOKED_FOR:
                for form in _one_missing(word):
                    neighbours.setdefault(form, word)
        neighbours.update({word: word for word in words})
        real = {normalise(word).strip() for word in honest} | set(literals)
        return cls(known, neighbours, frozenset(real))

    def mend(self, text: str) -> str:
        """Return a normalised text with odd spellings replaced."""
        return f" {' '.join(self._meant(word) for word in text.split())} "

    def _meant(self, word: str) -> str:
        if word in self.honest:
            return word
        if word in self.known:
            return self.known[word]
        if len(word) < SHORTEST_TOLERANT - 1:
            return word
        meant = self.tolerant.get(word)
        if meant and _near(word, meant):
            return meant
        # One letter too many, another letter, or two letters swapped: with one letter taken
        # away both sides meet.
        for form in _one_missing(word):
            meant = self.tolerant.get(form)
            if meant and abs(len(meant) - len(word)) <= 1 and _near(word, meant):
                return meant
        return word


def _near(word: str, meant: str) -> bool:
    """True if both are one, or one letter was added, left out, changed or swapped."""
    if word == meant:
        return True
    if word[0] != meant[0]:  # people seldom miss the first letter; other words begin with another
        return False
    if len(word) != len(meant):
        longer, shorter = (word, meant) if len(word) > len(meant) else (meant, word)
        return shorter in _one_missing(longer)
    different = [at for at in range(len(word)) if word[at] != meant[at]]
    if len(different) == 1:
        return True
    first, last = different[0], different[-1]
    swapped = word[first] == meant[last] and word[last] == meant[first]
    return len(different) == 2 and last == first + 1 and swapped
