"""Look at a message with the rules alone: no network, no model, no clock."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bot.safety import clauses
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
    clause = _Clauses(text, read, rules)
    hits: dict[str, Hit] = {}
    settled: set[str] = set()  # rules that fired at their own level: no need to look further
    for rule, start, end in _matches(read, rules, settled):
        around = _Around(read, start, end, clause)
        if (rule.opens and not around.opens()) or _silenced(rule, around, rules):
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


class _Clauses:
    """Where the clauses of a message end, looked for once a guard asks."""

    def __init__(self, text: str, read: str, rules: Rules) -> None:
        self._text, self._read, self._rules = text, read, rules

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return clauses.ends(self._text, self._read, self._rules.spelling)

    def begin(self, at: int) -> int:
        """Where the clause begins that what stands at `at` belongs to, as punctuation says."""
        found = bisect_right(self._ends, at)
        return self._ends[found - 1] if found else 0


class _Around:
    """The words around a match, each stretch of them cut out once."""

    def __init__(self, read: str, start: int, end: int, clause: _Clauses) -> None:
        self.read, self.start, self.end, self.clause = read, start, end, clause
        self.cut: dict[tuple[str, int, bool], str] = {}

    def of(self, guard: Guard) -> str:
        """The words that the guard looks at; the match itself counts for `near` only."""
        stretch = (guard.where, guard.within, guard.same_clause)
        if stretch not in self.cut:
            before = [] if guard.where == "after" else self._last(guard)
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

    def opens(self) -> bool:
        """Whether the match begins its clause, but for words that only lead in."""
        return clauses.LEADS_IN.issuperset(self._own(clauses.LONGEST_LEAD + 1))

    def _last(self, guard: Guard) -> list[str]:
        if guard.same_clause:
            return self._own(guard.within)
        begin = max(0, self.start - guard.within * 20)
        return self.read[begin : self.start].split()[-guard.within :]

    def _own(self, count: int) -> list[str]:
        """Up to so many words before the match, of its own clause."""
        begin = max(0, self.start - clauses.LONGEST * 20, self.clause.begin(self.start))
        words = self.read[begin : self.start].split()[-clauses.LONGEST :]
        begins = self.read[self.start : self.end].split()[:2]
        return clauses.own(words, *begins)[-count:]

    def _first(self, count: int) -> list[str]:
        return self.read[self.end : self.end + count * 20].split()[:count]


def _silenced(rule: Rule, around: _Around, rules: Rules) -> bool:
    if rule.beside and not rule.beside.says.search(around.of(rule.beside)):
        return True
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
