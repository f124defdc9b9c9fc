"""How long: 'een week', 'quinze jours', 'a couple of days'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.values.clocks import ANY, number
from bot.values.dates import months_on
from bot.values.plain import Plain, plain

LONGEST: Final = 3660  # days; who wants to be left alone for longer wants to stop
_DAYS_IN: Final = {"D": 1, "W": 7, "M": 30, "Y": 365}
_FIGURES: Final = re.compile(r"[^0-9]")


@dataclass(frozen=True, slots=True)
class Length:
    """A stretch of a plain text that says how long. `iso` is ISO 8601: PT2H, P3D, P2W, P1M, P1Y."""

    start: int
    end: int
    iso: str

    def after(self, today: date) -> date | None:
        """The day on which it is over; None for hours, and for what nobody means."""
        if self.iso.startswith("PT"):
            return None
        many, unit = int(self.iso[1:-1]), self.iso[-1]
        if many * _DAYS_IN[unit] > LONGEST or not many:
            return None
        if unit in "MY":
            return months_on(today, many * (12 if unit == "Y" else 1))
        return today + timedelta(days=many * (7 if unit == "W" else 1))


_UNITS: Final[dict[str, str]] = {
    "H": "uur|uren|uurtjes?|heures?|hours?|hrs?",
    "D": "dag|dagen|dagske|dagje|dagjes|daagskes|jours?|journees?|days?",
    "W": "week|weken|weekje|weekske|wekskes|weekskes|semaines?|weeks?|wk",
    "M": "maand|maanden|maandje|maandske|mois|months?",
    "Y": "jaar|jaren|jaartje|ans?|annees?|years?",
}
_UNIT: Final = "|".join(f"(?P<{code}>{words})" for code, words in _UNITS.items())
_SOME: Final = {
    "een paar": 3, "'n paar": 3, "paar": 3, "enkele": 3, "wat": 3, "quelques": 3, "a few": 3,
    "few": 3, "several": 3, "some": 3, "plusieurs": 3, "verschillende": 3, "een stuk of drie": 3,
    "a couple of": 2, "couple of": 2, "a couple": 2,
    "deux trois": 3, "deux-trois": 3, "twee drie": 3,
    "a": 1, "an": 1, "ne": 1, "nen": 1, "'n": 1, "one more": 1, "another": 1,
    "nog een": 1, "encore un": 1,
    "encore une": 1, "hele": 1, "een hele": 1, "a whole": 1, "toute une": 1, "een dikke": 1,
    "een kleine": 1, "petite": 1, "une petite": 1,
}  # fmt: skip
_MANY: Final = "|".join(sorted(_SOME, key=len, reverse=True))
#: What people say in one word, or mean otherwise than they count.
_SAYINGS: Final[tuple[tuple[str, str], ...]] = (
    ("P2W", r"(?:une |la )?quinzaine(?: de jours)?|quinze jours|15 jours|veertien dagen|14 dagen"
            r"|a fortnight|fortnight"
            r"|(?:een|'n) week of twee|a week or two|une semaine ou deux"),
    ("P1W", r"huit jours|8 jours|(?:une )?huitaine(?: de jours)?|acht dagen|8 dagen"),
    ("P10D", r"(?:une )?dizaine de jours|anderhalve week|une semaine et demie|a week and a half"
             r"|(?:een|'n) dag of tien"),
    ("P6W", r"anderhalve maand|un mois et demi|a month and a half"),
    ("P2M", r"(?:een|'n) maand of twee|un mois ou deux|a month or two"),
    ("P3M", r"(?:un )?trimestre|(?:een )?kwartaal"),
    ("P6M", r"(?:een )?half ?jaar|half a year|une demi-annee|(?:un )?semestre"),
    ("P3D", r"(?:een|'n) dag of drie|a day or three|deux ou trois jours|2 ou 3 jours"
            r"|two or three days"
            r"|twee of drie dagen|een dag of twee drie|een dag of wat"),
    ("P2D", r"(?:een|'n) dag of twee|a day or two|un jour ou deux"),
    ("PT30M", r"(?:een )?half ?uur(?:tje)?|une demi[- ]heure|half an hour"),
    ("PT15M", r"(?:een )?kwartier(?:tje)?|un quart d'heure|a quarter of an hour"),
)  # fmt: skip
_SAYING: Final = "|".join(f"(?P<s{i}>{words})" for i, (_, words) in enumerate(_SAYINGS))
_COUNTED: Final = (
    rf"(?:{_MANY}|(?P<n>{ANY}|[0-9]{{1,3}}))(?: (?:volle|hele|bonnes?|petites?|full|whole|more))?"
    rf"(?: |(?<=[0-9]))(?:{_UNIT})"
)
_LENGTH: Final = re.compile(rf"(?<![a-z0-9/])(?:{_SAYING}|{_COUNTED})(?![a-z0-9])", re.ASCII)
#: 'een uur' is long; 'om drie uur' and a bare 'drie uur' are hours of the day.
_LASTS: Final = re.compile(
    r"\b(?:pendant|durant|depuis|dans|il y a|ca fait|over|binnen|al|sinds|for|in|since|nog|encore"
    r"|toutes les|per|duurt|wacht|slaap|dure)\s+$",
    re.ASCII,
)
_LASTED: Final = re.compile(
    r" (?:lang|geleden|later|gewacht|geslapen|aan een stuk|onderweg|d'attente|de |plus tard|ago)",
    re.ASCII,
)
_BARE: Final = re.compile(rf"\W*(?:{_UNIT})\W*", re.ASCII)


def find_lengths(whole: Plain) -> list[Length]:
    """How long, in order. Hours only where they last."""
    found = []
    for m in _LENGTH.finditer(whole.text):
        iso = _iso(m)
        if m["H"] is not None and not _lasting(whole.text, m):
            continue
        if int(_FIGURES.sub("", iso)) * _DAYS_IN.get(iso[-1], 0) <= LONGEST:
            found.append(Length(m.start(), m.end(), iso))  # '80 jaar' is an age
    return found


def _lasting(text: str, m: re.Match[str]) -> bool:
    if m["H"] in ("uren", "uurtje", "uurtjes", "hours", "hour", "hrs", "hr"):
        return True
    before = text[max(0, m.start() - 12) : m.start()]
    if m["n"] in ("een", "une", "un", None):
        return not re.search(r"\b(?:om|rond|tegen|vers|a|des)\s+$", before)
    return bool(_LASTS.search(before) or _LASTED.match(text, m.end()))


def _iso(m: re.Match[str]) -> str:
    for i, (iso, _) in enumerate(_SAYINGS):
        if m[f"s{i}"] is not None:
            return iso
    unit = next(code for code in _UNITS if m[code] is not None)
    if m["n"] is not None:
        many = number(m["n"])
    else:
        many = next(_SOME[word] for word in _BY_LENGTH if m[0].startswith(word))
    return f"PT{many}H" if unit == "H" else f"P{many}{unit}"


_BY_LENGTH: Final = sorted(_SOME, key=len, reverse=True)


def is_past(whole: Plain, length: Length) -> bool:
    """'sinds twee weken', 'three years ago'."""
    before = whole.text[max(0, length.start - 12) : length.start]
    return bool(_SINCE.search(before) or _AGO.match(whole.text, length.end))


def is_refused(text: str, start: int, end: int) -> bool:
    """'geen week', 'a month is too long': of what stands there. Of any length or day."""
    return bool(_NOT.search(text, 0, start) or _TOO_LONG.match(text, end))


_NOT: Final = re.compile(
    r"\b(?:niet|nie|geen|pas|not|no)(?: (?:een|une?|a|de|d'))* ?$|\bpas d'$", re.ASCII
)
_TOO_LONG: Final = re.compile(
    r",?(?: (?:is|dat|da|vind|ik|lijkt|mij|me|c'est|est|it's|that's|wat|een|un|peu|beetje|a|bit"
    r"|echt|vraiment|really|far|much))* (?:te|trop|too) (?:lang|kort|veel|long|longue|court|courte"
    r"|short|much)\b",
    re.ASCII,
)
#: 'meer dan een week' is another number.
_THAN: Final = re.compile(
    r"\b(?:meer|langer|minder|korter|more|less|longer|shorter) (?:dan|than) $"
    r"|\b(?:plus|moins)(?: longtemps)? (?:d'|de |qu'|que )$",
    re.ASCII,
)
_SINCE: Final = re.compile(r"\b(?:depuis|sinds|il y a|since|al|ca fait|reeds)\s+$", re.ASCII)
_AGO: Final = re.compile(r" (?:geleden|ago|oud|old|dood|overleden|gestorven)\b", re.ASCII)


def bare_unit(whole: Plain) -> Length | None:
    """A bare 'week' or 'maandje', which answers 'how long?'."""
    m = _BARE.fullmatch(whole.text)
    if m is None or m["H"] is not None:
        return None
    unit = next(code for code in _UNITS if m[code] is not None)
    return Length(0, len(whole.text), f"P1{unit}")


def read_span(text: str, fewest: int, most: int) -> int | None:
    """A number of days from `fewest` to `most`: 'drie dagen', 'une semaine', a bare '5'."""
    whole = plain(text)
    lengths = [one for one in find_lengths(whole) if not is_refused(whole.text, one.start, one.end)]
    if any(is_past(whole, one) or _THAN.search(whole.text, 0, one.start) for one in lengths):
        return None
    found = [_in_days(one) for one in lengths]
    bare = whole.text.strip(" .!")
    if not found:
        found = [number(bare)] if re.fullmatch(ANY, bare) else []
    fits = {days for days in found if days is not None and fewest <= days <= most}
    return fits.pop() if len(fits) == len(found) == 1 else None


def _in_days(length: Length) -> int | None:
    if length.iso.startswith("PT"):
        return None
    return int(length.iso[1:-1]) * _DAYS_IN[length.iso[-1]]
