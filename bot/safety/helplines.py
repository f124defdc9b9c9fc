"""Which helplines to show, now, in a person's language. Pure: the rows and the time are given."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML

from bot.yaml_errors import BROKEN

OWN_FILE: Final = "helplines.yaml"  # a deployment's own list, beside its dialogues/
SHIPPED: Final = files("bot.safety") / "helplines.yaml"
DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
# What helps with which kind, best first. Police before 112 for violence, since 112 stands apart.
NEEDS = {
    "crisis_suicide": ("suicide", "listening"),
    "crisis_medical": ("emergency", "poison"),
    "crisis_violence": ("violence", "police", "elder_abuse", "listening"),
}


class HelplineError(ValueError):
    """A row that cannot be read; the message names it."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Open on these weekdays (0 = Monday), `start` to `end`; past midnight if end <= start."""

    days: frozenset[int]
    start: time
    end: time

    def holds(self, now: datetime) -> bool:
        """True if open at the wall time `now`."""
        clock = now.time()
        if self.start < self.end:
            return now.weekday() in self.days and self.start <= clock < self.end
        started_today = now.weekday() in self.days and clock >= self.start
        started_yesterday = (now.weekday() - 1) % 7 in self.days and clock < self.end
        return started_today or started_yesterday


@dataclass(frozen=True, slots=True)
class Helpline:
    """One row; `always` means day and night, otherwise `hours` None means not known."""

    id: str
    country: str
    name: Mapping[str, str]
    needs: tuple[str, ...]
    languages: tuple[str, ...]
    tel: str
    always: bool
    hours: tuple[Opening, ...] | None
    verified_on: date | None
    review_by: date
    source: str

    def is_open(self, now_local: datetime) -> bool | None:
        """True, False, or None where nobody knows."""
        if self.always:
            return True
        if self.hours is None:
            return None
        return any(opening.holds(now_local) for opening in self.hours)


def load_helplines(content: Path | None = None) -> tuple[Helpline, ...]:
    """Read the deployment's own list in its content folder, where it has one; else the shipped one.

    Raises HelplineError.
    """
    own = content / OWN_FILE if content is not None else None
    if own is not None and own.exists():
        return parse(own.read_text("utf-8", "surrogateescape"))
    return _shipped()


@cache
def _shipped() -> tuple[Helpline, ...]:
    return parse(SHIPPED.read_text("utf-8"))


def parse(text: str) -> tuple[Helpline, ...]:
    """Read a file's text; raises HelplineError for what is no list of helplines."""
    try:
        source = YAML(typ="safe").load(text)
    except BROKEN as wrong:
        raise HelplineError(f"this is not YAML: {type(wrong).__name__}") from wrong
    if not isinstance(source, dict) or not isinstance(source.get("helplines"), list):
        raise HelplineError("there is no list under 'helplines'")
    return read_helplines(source)


def read_helplines(source: Mapping[str, Any]) -> tuple[Helpline, ...]:
    """Read parsed YAML; raises HelplineError naming the row and what is wrong."""
    rows = tuple(_row(row) for row in source["helplines"])
    if len({row.id for row in rows}) != len(rows):
        raise HelplineError("two helplines have the same id")
    return rows


def choose(
    helplines: Iterable[Helpline],
    kind: str,
    language: str,
    now_local: datetime,
    count: int = 3,
    country: str = "BE",
) -> list[Helpline]:
    """Return at most `count` lines (at least one) for this kind of crisis; 112 is always there.

    The person's language first, then other languages, then 112; for a medical crisis 112 leads.
    A line known to be closed is left out; one with unknown hours stays, behind the open ones.
    """
    rows = [row for row in helplines if row.country == country]
    emergency = [row for row in rows if "emergency" in row.needs][:1]
    needs = NEEDS[kind]

    def order(row: Helpline) -> tuple[bool, int, bool, str]:
        rank = min(needs.index(need) for need in row.needs if need in needs)
        return language not in row.languages, rank, not row.is_open(now_local), row.id

    fitting = [
        row
        for row in rows
        if row not in emergency
        and set(row.needs) & set(needs)
        and row.is_open(now_local) is not False
    ]
    others = sorted(fitting, key=order)[: max(count - len(emergency), 0)]
    return emergency + others if kind == "crisis_medical" else others + emergency


def listening(
    helplines: Iterable[Helpline], language: str, now_local: datetime, country: str = "BE"
) -> list[Helpline]:
    """Return up to two lines that listen in this language, not known to be closed, and 112."""
    rows = [row for row in helplines if row.country == country]
    fitting = [
        row
        for row in rows
        if "listening" in row.needs
        and language in row.languages
        and row.is_open(now_local) is not False
    ]
    fitting.sort(key=lambda row: (not row.is_open(now_local), row.id))
    return fitting[:2] + [row for row in rows if "emergency" in row.needs][:1]


def due_for_review(helplines: Iterable[Helpline], today: date) -> list[Helpline]:
    """Return rows whose review is due or that no person has dialled yet. None is ever hidden."""
    return [row for row in helplines if row.verified_on is None or row.review_by <= today]


def gaps(
    helplines: Iterable[Helpline],
    languages: Sequence[str] = ("nl", "fr", "en"),
    country: str = "BE",
) -> list[tuple[str, str, str]]:
    """Return (need, language, what is missing); nothing is ever filled by guess."""
    rows = [row for row in helplines if row.country == country]
    found: list[tuple[str, str, str]] = []
    for need in ("suicide", "violence", "listening", "emergency", "poison"):
        for language in languages:
            fitting = [row for row in rows if need in row.needs and language in row.languages]
            if not fitting:
                found.append((need, language, "no line"))
            elif not any(row.always for row in fitting):
                found.append((need, language, "no line known to be open at night"))
    return found


def _row(source: Mapping[str, Any]) -> Helpline:
    try:
        hours, tel = source["hours"], str(source["tel"])
        said = f"{tel}, "  # an older list has it in the name too
        return Helpline(
            id=source["id"],
            country=source["country"],
            name={code: name.removeprefix(said) for code, name in source["name"].items()},
            needs=tuple(source["needs"]),
            languages=tuple(source["languages"]),
            tel=tel,
            always=hours == "always",
            hours=None if hours is None or hours == "always" else tuple(map(_opening, hours)),
            verified_on=source["verified_on"],
            review_by=source["review_by"],
            source=source["source"],
        )
    except (KeyError, ValueError, TypeError, AttributeError) as wrong:
        raise HelplineError(f"helpline {source.get('id', '?')}: {wrong!r}") from wrong


def _opening(source: Mapping[str, Any]) -> Opening:
    return Opening(
        frozenset(DAYS.index(day) for day in source["days"]),
        time.fromisoformat(source["from"]),
        time.fromisoformat(source["to"]),
    )
