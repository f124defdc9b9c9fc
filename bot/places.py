"""Places near by: desks, tables, shops that greet. Which one fits, and how it is told.

Pure: the directory comes in as values (`dialogues/places.yaml` is read elsewhere), `now` is a
parameter in local wall time. A place that nobody checked for 90 days is not told to anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Any, Final, Self

from babel.dates import format_time, get_day_names

FILE: Final = "places.yaml"
CHECKED_WITHIN: Final = timedelta(days=90)
AHEAD: Final = timedelta(minutes=30)  # a small step that begins sooner cannot be reached
DAYS: Final = ("mo", "tu", "we", "th", "fr", "sa", "su")
OCCASIONS: Final = frozenset({"activity", "tie"})  # what happens at an hour; the rest is open

_LOCALES: Final = MappingProxyType({"nl": "nl_BE", "fr": "fr_BE", "en": "en_GB"})
# What Babel's locale data lacks.
_WORDS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "nl": {
            "open": "Open: {hours}",
            "now": "Nu open, tot {end}",
            "next": "Eerstvolgend: {day} om {start}",
            "phone": "Telefoon: {phone}",
            "to": "{first} tot {last}",
            "today": "vandaag",
        },
        "fr": {
            "open": "Ouvert : {hours}",
            "now": "Ouvert maintenant, jusqu'à {end}",
            "next": "Prochaine fois : {day} à {start}",
            "phone": "Téléphone : {phone}",
            "to": "{first} à {last}",
            "today": "aujourd'hui",
        },
        "en": {
            "open": "Open: {hours}",
            "now": "Open now, until {end}",
            "next": "Next time: {day} at {start}",
            "phone": "Phone: {phone}",
            "to": "{first} to {last}",
            "today": "today",
        },
    }
)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From `start` to `end` on a day of the week (0 is Monday), wall time."""

    day: int
    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the directory. `name`, `address` and `about` hold a text a language."""

    name: Mapping[str, str]
    kind: str
    languages: tuple[str, ...]
    needs: tuple[str, ...]
    address: Mapping[str, str]
    hours: tuple[Span, ...]
    phone: str
    checked_on: date
    about: Mapping[str, str]
    example: bool = False  # made up for the demo: never told by a bot that runs for people
    line: int = 0

    def stale(self, today: date) -> bool:
        """Nobody looked for 90 days whether it is still there. Made-up places do not age."""
        return not self.example and today - self.checked_on > CHECKED_WITHIN

    def open_until(self, now: datetime) -> time | None:
        """When it closes today, if it is open at this moment."""
        at = now.time()
        spans = (s for s in self.hours if s.day == now.weekday() and s.start <= at < s.end)
        return next((span.end for span in spans), None)

    def next_span(self, now: datetime, ahead: timedelta = timedelta(0)) -> tuple[date, Span] | None:
        """The first opening at or after `now + ahead`; None where it never opens."""
        soonest = now + ahead
        for offset in range(8):
            day = soonest.date() + timedelta(days=offset)
            for span in sorted(self.hours):
                later = offset > 0 or span.start >= soonest.time()
                if span.day == day.weekday() and later:
                    return day, span
        return None

    def to_json(self) -> dict[str, Any]:
        """A JSON-able form, read back by `from_json`. Lines belong to the file and stay there."""
        return {
            "name": dict(self.name),
            "kind": self.kind,
            "languages": list(self.languages),
            "needs": list(self.needs),
            "address": dict(self.address),
            "hours": [[s.day, f"{s.start:%H:%M}", f"{s.end:%H:%M}"] for s in self.hours],
            "phone": self.phone,
            "checked_on": self.checked_on.isoformat(),
            "about": dict(self.about),
            "example": self.example,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError or ValueError for what `to_json` did not write."""
        hours = tuple(
            Span(day, time.fromisoformat(start), time.fromisoformat(end))
            for day, start, end in data["hours"]
        )
        return cls(
            dict(data["name"]),
            data["kind"],
            tuple(data["languages"]),
            tuple(data["needs"]),
            dict(data["address"]),
            hours,
            data["phone"],
            date.fromisoformat(data["checked_on"]),
            dict(data["about"]),
            data.get("example", False),
        )


def fitting(
    places: Iterable[Place], need: str, language: str, now: datetime, examples: bool = False
) -> list[Place]:
    """The places for a need where that language is spoken, the soonest open first."""
    found: list[tuple[datetime, str, Place]] = []
    for place in places:
        usable = examples or not place.example
        if need not in place.needs or language not in place.languages or not usable:
            continue
        opens = _opens(place, need, now)
        if opens is not None and not place.stale(now.date()):
            found.append((opens, place.name[language], place))
    return [place for _, _, place in sorted(found, key=lambda row: row[:2])]


def _opens(place: Place, need: str, now: datetime) -> datetime | None:
    occasion = need in OCCASIONS
    if not occasion and place.open_until(now) is not None:
        return now
    coming = place.next_span(now, AHEAD if occasion else timedelta(0))
    return datetime.combine(coming[0], coming[1].start, now.tzinfo) if coming else None


def told(place: Place, need: str, language: str, now: datetime) -> str:
    """A place as a resident reads it: what, where, when, and a number to ring first."""
    words = _WORDS[language]
    lines = [place.name[language], place.about[language], place.address[language]]
    lines.append(words["open"].format(hours=_week(place.hours, language)))
    until = None if need in OCCASIONS else place.open_until(now)
    coming = place.next_span(now, AHEAD if need in OCCASIONS else timedelta(0))
    if until is not None:
        lines.append(words["now"].format(end=_clock(until, language)))
    elif coming is not None:
        day = _day(coming[0], now.date(), language)
        lines.append(words["next"].format(day=day, start=_clock(coming[1].start, language)))
    lines.append(words["phone"].format(phone=place.phone))
    return "\n".join(line for line in lines if line)


def values(
    places: Iterable[Place],
    needs: Iterable[str],
    language: str,
    now: datetime,
    examples: bool = False,
) -> dict[str, str]:
    """What dialogues put in {place}, by need: 'place.food' -> the first that fits, as told."""
    directory = tuple(places)
    return {
        f"place.{need}": text for need, text in _first(directory, needs, language, now, examples)
    }


def _first(
    places: tuple[Place, ...], needs: Iterable[str], language: str, now: datetime, examples: bool
) -> Iterator[tuple[str, str]]:
    for need in needs:
        found = fitting(places, need, language, now, examples)
        if found:  # a desk: the soonest open; something to do: another one each week
            turn = now.isocalendar().week % len(found) if need in OCCASIONS else 0
            yield need, told(found[turn], need, language, now)


def _clock(at: time, language: str) -> str:
    return format_time(at, "H 'h' mm" if language == "fr" else "H:mm", locale=_LOCALES[language])


def _day(day: date, today: date, language: str) -> str:
    names = get_day_names("wide", locale=_LOCALES[language])
    return _WORDS[language]["today"] if day == today else names[day.weekday()]


def _week(hours: tuple[Span, ...], language: str) -> str:
    """'maandag tot vrijdag 9:00-12:00; zaterdag 10:00-12:00': days with the same hours as one."""
    names = get_day_names("wide", locale=_LOCALES[language])
    by_hours: dict[str, list[int]] = {}
    for day in sorted({span.day for span in hours}):
        spans = [s for s in sorted(hours) if s.day == day]
        said = [f"{_clock(s.start, language)}-{_clock(s.end, language)}" for s in spans]
        by_hours.setdefault(", ".join(said), []).append(day)
    parts: list[str] = []
    for said_hours, days in by_hours.items():
        run = len(days) > 2 and days == list(range(days[0], days[-1] + 1))
        first, last = names[days[0]], names[days[-1]]
        to = _WORDS[language]["to"].format(first=first, last=last)
        parts.append(f"{to if run else ', '.join(names[d] for d in days)} {said_hours}")
    return "; ".join(parts)
