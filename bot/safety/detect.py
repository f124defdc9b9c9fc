"""Look at a message with the rules alone: no network, no model, no clock."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.safety.concern import KINDS, Concern
from bot.safety.normalise import normalise
from bot.safety.rules import Guard, Rule, Rules

_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that fired and the (normalised) words that it fired on."""

    rule: Rule
    words: str


def assess(text: str, language: str | None, rules: Rules) -> Concern | None:
    """Return what the words of `text` make us worry about, or None.

    Rules of all languages always apply; `language` decides only between equals.
    """
    hits = explain(text, rules)
    if not hits:
        return None
    gravest = min(hits, key=lambda hit: _gravity(hit.rule, language))
    return Concern(gravest.rule.kind, gravest.rule.level, ("words",))


def _gravity(rule: Rule, language: str | None) -> tuple[bool, bool, int]:
    return rule.level != "act", rule.language != language, KINDS.index(rule.kind)


def explain(text: str, rules: Rules) -> list[Hit]:
    """Return every rule that fires, in the order of the text: for tests and coordinators."""
    read = rules.spelling.mend(normalise(text))
    hits: dict[str, Hit] = {}
    for rule, start, end in _matches(read, rules):
        key = f"{rule.language}/{rule.name}"
        if key not in hits and not _silenced(rule, read, start, end, rules):
            hits[key] = Hit(rule, read[start:end].strip())
    return list(hits.values())


def _matches(read: str, rules: Rules) -> Iterator[tuple[Rule, int, int]]:
    for word in _WORD.finditer(read):
        begun = word.group()
        for index, key in ((rules.words, begun), (rules.stems, begun[:3])):
            for rule, pattern in index.get(key, ()):
                found = pattern.regex.match(read, word.start())
                if found:
                    yield rule, found.start(), found.end()


def _silenced(rule: Rule, read: str, start: int, end: int, rules: Rules) -> bool:
    if rule.not_with and rule.not_with.says.search(_around(rule.not_with, read, start, end)):
        return True
    return any(_holds(rules.guards[name], read, start, end) for name in rule.unless)


def _holds(guards: tuple[Guard, ...], read: str, start: int, end: int) -> bool:
    """True if the guard speaks in any language and nothing in any language lifts it."""
    around = [(guard, _around(guard, read, start, end)) for guard in guards]
    return any(guard.says.search(words) for guard, words in around) and not any(
        guard.but_not.search(words) for guard, words in around if guard.but_not
    )


def _around(guard: Guard, read: str, start: int, end: int) -> str:
    """The words that the guard looks at; the match itself counts for `near` only."""
    before = "" if guard.where == "after" else _last(read[:start], guard.within)
    after = "" if guard.where == "before" else _first(read[end:], guard.within)
    inside = read[start:end].strip() if guard.where == "near" else ""
    return " ".join(part for part in (before, inside, after) if part) + " "


def _last(text: str, count: int) -> str:
    return " ".join(text[-count * 20 :].split()[-count:])


def _first(text: str, count: int) -> str:
    return " ".join(text[: count * 20].split()[:count])
