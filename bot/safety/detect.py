"""Look at a message with the rules alone: no network, no model, no clock."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.safety.concern import KINDS, Concern, Level
from bot.safety.normalise import normalise
from bot.safety.rules import Guard, Rule, Rules

_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that fired and the (normalised) words that it fired on."""

    rule: Rule
    words: str
    level: Level  # the rule's, or `ask` where the words around it leave doubt


def assess(text: str, language: str | None, rules: Rules) -> Concern | None:
    """Return what the words of `text` make us worry about, or None.

    Rules of all languages always apply; `language` decides only between equals.
    """
    hits = explain(text, rules)
    if not hits:
        return None
    gravest = min(hits, key=lambda hit: _gravity(hit, language))
    return Concern(gravest.rule.kind, gravest.level, ("words",))


def _gravity(hit: Hit, language: str | None) -> tuple[bool, bool, int]:
    return hit.level != "act", hit.rule.language != language, KINDS.index(hit.rule.kind)


def explain(text: str, rules: Rules) -> list[Hit]:
    """Return every rule that fires, in the order of the text: for tests and coordinators."""
    read = rules.spelling.mend(normalise(text))
    hits: dict[str, Hit] = {}
    settled: set[str] = set()  # rules that fired at their own level: no need to look further
    for rule, start, end in _matches(read, rules, settled):
        around = _Around(read, start, end)
        if _silenced(rule, around, rules):
            continue
        level = _level(rule, around, rules)
        if level == rule.level:
            settled.add(rule.key)
        elif rule.key in hits:
            continue
        hits[rule.key] = Hit(rule, read[start:end].strip(), level)
    return list(hits.values())


def _matches(read: str, rules: Rules, settled: set[str]) -> Iterator[tuple[Rule, int, int]]:
    for word in _WORD.finditer(read):
        begun = word.group()
        for index, key in ((rules.words, begun), (rules.stems, begun[:3])):
            for rule, pattern in index.get(key, ()):
                if rule.key in settled:
                    continue
                found = pattern.regex.match(read, word.start())
                if found:
                    yield rule, found.start(), found.end()


class _Around:
    """The words around a match, each stretch of them cut out once."""

    def __init__(self, read: str, start: int, end: int) -> None:
        self.read, self.start, self.end = read, start, end
        self.cut: dict[tuple[str, int], str] = {}

    def of(self, guard: Guard) -> str:
        """The words that the guard looks at; the match itself counts for `near` only."""
        stretch = (guard.where, guard.within)
        if stretch not in self.cut:
            before = [] if guard.where == "after" else self._last(guard.within)
            after = [] if guard.where == "before" else self._first(guard.within)
            inside = self.read[self.start : self.end].split() if guard.where == "near" else []
            self.cut[stretch] = " ".join(before + inside + after) + " "
        return self.cut[stretch]

    def lifting(self, guard: Guard) -> str:
        """What may lift the guard: before a match also the word that it begins with.

        "Not he hits me" denies nothing: the `not` ended another sentence.
        """
        begun = self.read[self.start : self.end].split()[:1] if guard.where == "before" else []
        return " ".join([*self.of(guard).split(), *begun]) + " "

    def _last(self, count: int) -> list[str]:
        return self.read[max(0, self.start - count * 20) : self.start].split()[-count:]

    def _first(self, count: int) -> list[str]:
        return self.read[self.end : self.end + count * 20].split()[:count]


def _silenced(rule: Rule, around: _Around, rules: Rules) -> bool:
    if rule.not_with and rule.not_with.says.search(around.of(rule.not_with)):
        return True
    return any(_holds(rules.guards[name], around) for name in rule.unless)


def _level(rule: Rule, around: _Around, rules: Rules) -> Level:
    """The rule's level, or `ask` where its `softer` guards leave doubt."""
    doubt = any(_holds(rules.guards[name], around) for name in rule.softer)
    return "ask" if doubt else rule.level


def _holds(guards: tuple[Guard, ...], around: _Around) -> bool:
    """True if the guard speaks in any language and nothing in any language lifts it."""
    return any(guard.says.search(around.of(guard)) for guard in guards) and not any(
        guard.but_not.search(around.lifting(guard)) for guard in guards if guard.but_not
    )
