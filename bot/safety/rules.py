"""Read the rules that a coordinator can read: `rules/{nl,fr,en}.yaml` and `rules/honest.txt`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, cast

from ruamel.yaml import YAML

from bot.safety.concern import KINDS, Level
from bot.safety.patterns import Pattern, PatternError, Sets, compile_pattern
from bot.safety.spelling import Spelling

LANGUAGES = ("nl", "fr", "en")
_RULE_KEYS = {
    *("name", "kind", "level", "when", "with", "unless", "softer", "not_with"),
    *("opens", "examples", "not", "note"),
}
_GUARD_KEYS = {"where", "within", "says", "but_not", "same_clause", "note"}
_FILE_KEYS = {
    *("language", "note", "spellings", "tolerant", "honest"),
    *("variants", "sets", "guards", "rules"),
}
_PREFIX_INDEX = 3  # letters; long enough to try few rules, short enough for every stem


class RuleError(ValueError):
    """A rule that cannot be read; the message names the rule and what to mend."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Words near a match that silence it, `where` and `within` so many words. `same_clause`: only
    those of the clause that the match stands in."""

    name: str
    where: str  # before | after | near
    within: int
    says: re.Pattern[str]
    but_not: re.Pattern[str] | None = None
    same_clause: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """When to be concerned: any of the patterns, none of the guards. Equal is the same one.

    `beside` is what must stand near as well, on either side and in whatever clause.
    """

    name: str
    language: str
    kind: str
    level: Level
    when: tuple[Pattern, ...]
    beside: Guard | None
    unless: tuple[str, ...]
    softer: tuple[str, ...]  # guards that do not silence but leave doubt: act becomes ask
    not_with: Guard | None
    opens: bool  # only where it begins a clause, with nobody before it who might want that
    examples: tuple[str, ...]
    quiet: tuple[str, ...]

    @property
    def key(self) -> str:
        """Name the rule among those of all languages."""
        return f"{self.language}/{self.name}"


type Index = Mapping[str, tuple[tuple[Rule, Pattern], ...]]


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules of all languages, with an index by how their patterns start."""

    rules: tuple[Rule, ...]
    guards: Mapping[str, tuple[Guard, ...]]
    spelling: Spelling
    words: Index  # whole first word -> what to try there
    stems: Index  # first three letters -> what to try there


@cache
def load_rules() -> Rules:
    """Read the package's own rules once; raises RuleError with what to mend."""
    folder = files("bot.safety") / "rules"
    yaml = YAML(typ="safe")
    sources = {
        language: yaml.load((folder / f"{language}.yaml").read_text("utf-8"))
        for language in LANGUAGES
    }
    lines = (folder / "honest.txt").read_text("utf-8").splitlines()
    honest = [word for line in lines if not line.startswith("#") for word in line.split()]
    return read_rules(cast("dict[str, dict[str, Any]]", sources), honest)


def read_rules(sources: Mapping[str, Mapping[str, Any]], real_words: Iterable[str] = ()) -> Rules:
    """Build Rules from parsed YAML by language; raises RuleError with what to mend.

    `real_words` are never taken for a misspelling, like those under a file's `honest`.
    """
    rules: list[Rule] = []
    guards: dict[str, tuple[Guard, ...]] = {}
    spellings: dict[str, list[str]] = {}
    tolerant: list[str] = []
    honest = list(real_words)
    for language, source in sources.items():
        _only(source, _FILE_KEYS, language)
        sets = Sets(source.get("sets", {}), source.get("variants", {}))
        for meant, odds in source.get("spellings", {}).items():
            spellings.setdefault(meant, []).extend(odds)
        tolerant += source.get("tolerant", [])
        honest += source.get("honest", [])
        # A guard of the same name holds in every language: people mix them in one sentence.
        for name, guard in source.get("guards", {}).items():
            guards[name] = (*guards.get(name, ()), _guard(name, guard, sets, language))
        rules += [_rule(rule, language, sets) for rule in source["rules"]]
    _check_guards(rules, guards)
    words, stems = _index(rules)
    # What a rule of any language looks for is never a misspelling of something else.
    looked_for = {word for rule in rules for pattern in rule.when for word in pattern.literals}
    spelling = Spelling.of(spellings, tolerant, honest, looked_for)
    return Rules(tuple(rules), guards, spelling, words, stems)


def _only(mapping: Mapping[str, Any], allowed: set[str], where: str) -> None:
    unknown = sorted(set(mapping) - allowed)
    if unknown:
        raise RuleError(f"{where}: unknown key {unknown[0]!r}; known are {sorted(allowed)}")


def _patterns(sources: Iterable[str], sets: Sets, where: str) -> tuple[Pattern, ...]:
    try:
        return tuple(compile_pattern(str(source), sets) for source in sources)
    except PatternError as wrong:
        raise RuleError(f"{where}: {wrong}") from wrong


def _guard(name: str, source: Mapping[str, Any], sets: Sets, language: str) -> Guard:
    where = f"{language}, guard {name}"
    _only(source, _GUARD_KEYS, where)
    if source.get("where") not in {"before", "after", "near"}:
        raise RuleError(f"{where}: `where` is before, after or near")
    return Guard(
        name,
        source["where"],
        int(source["within"]),
        _any_of(_patterns(source["says"], sets, where)),
        _any_of(_patterns(source["but_not"], sets, where)) if source.get("but_not") else None,
        bool(source.get("same_clause")),
    )


def _any_of(patterns: Iterable[Pattern]) -> re.Pattern[str]:
    # A pattern knows where a word ends and not where it begins.
    return re.compile("(?<![a-z0-9])(?:" + "|".join(p.expression for p in patterns) + ")")


def _rule(source: Mapping[str, Any], language: str, sets: Sets) -> Rule:
    where = f"{language}, rule {source.get('name', '?')}"
    _only(source, _RULE_KEYS, where)
    if source.get("kind") not in KINDS or source.get("level") not in {"act", "ask"}:
        raise RuleError(f"{where}: `kind` is one of {KINDS}, `level` is act or ask")
    for needed in ("name", "when", "examples"):
        if not source.get(needed):
            raise RuleError(f"{where}: `{needed}` is missing")
    return Rule(
        source["name"],
        language,
        source["kind"],
        source["level"],
        _patterns(source["when"], sets, where),
        _near(source, "with", sets, where),
        tuple(source.get("unless", ())),
        tuple(source.get("softer", ())),
        _near(source, "not_with", sets, where),
        bool(source.get("opens")),
        tuple(source["examples"]),
        tuple(source.get("not", ())),
    )


def _near(source: Mapping[str, Any], key: str, sets: Sets, where: str) -> Guard | None:
    if not source.get(key):
        return None
    return Guard(key, "near", 12, _any_of(_patterns(source[key], sets, where)))


def _check_guards(rules: Iterable[Rule], guards: Mapping[str, object]) -> None:
    for rule in rules:
        for name in (*rule.unless, *rule.softer):
            if name not in guards:
                raise RuleError(f"{rule.language}, rule {rule.name}: no guard called {name!r}")


def _index(rules: Iterable[Rule]) -> tuple[Index, Index]:
    words: dict[str, list[tuple[Rule, Pattern]]] = {}
    stems: dict[str, list[tuple[Rule, Pattern]]] = {}
    for rule in rules:
        for pattern in rule.when:
            for start in pattern.starts:
                if not start.prefix:
                    words.setdefault(start.text, []).append((rule, pattern))
                    continue
                if len(start.text) < _PREFIX_INDEX:
                    raise RuleError(f"{rule.name}: {start.text!r}* is too short a stem")
                stems.setdefault(start.text[:_PREFIX_INDEX], []).append((rule, pattern))
    return _frozen(words), _frozen(stems)


def _frozen(index: Mapping[str, list[tuple[Rule, Pattern]]]) -> Index:
    return {start: tuple(dict.fromkeys(tried)) for start, tried in index.items()}
