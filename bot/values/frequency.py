"""How often: 'twee keer per week', 'un jour sur deux', 'every other day', 'less often'.

Written as times a week: a whole number from once a week on (rounded down: every other day is '3'),
'0.5' for every other week, '0.25' for once a month; or 'less' or 'more' than now.
"""

from __future__ import annotations

import re
from typing import Final

from bot.values.clocks import ANY, number
from bot.values.plain import Plain
from bot.values.tables import ALL_DAYS, DAY_GROUPS

_DAY: Final = r"(?:dage?n?|jours?|days?)"
_WEEK: Final = r"(?:we+ke?n?|weeks?|semaines?)"
_MONTH: Final = r"(?:maande?n?|mois|months?)"
_TIMES: Final = (
    rf"(?:{ANY}|eentje|eenke|un seul|une seule|(?:just|only) one|'n|a|ne|nen|eens|once|twice"
    r"|thrice|couple of|a couple of|een paar|quelques|a few)"
)
_COUNTED: Final = r"(?:keer|keren|maal|x|fois|times?|kier|ker)"
_MESSAGE: Final = r"(?:bericht(?:en|jes?)?|messages?)"
_UNIT: Final = rf"(?:{_WEEK}|{_MONTH})"
_SMALL: Final = {
    "eentje": 1, "eenke": 1, "un seul": 1, "une seule": 1, "just one": 1, "only one": 1,
    "'n": 1, "a": 1, "ne": 1, "nen": 1, "eens": 1, "once": 1, "twice": 2, "thrice": 3,
    "couple of": 2, "a couple of": 2, "een paar": 2, "quelques": 3, "a few": 3,
}  # fmt: skip
#: Days in a unit, for 'every 3 days' and 'twice a month'.
_UNITS: Final = ((re.compile(_DAY), 1.0), (re.compile(_WEEK), 7.0), (re.compile(_MONTH), 28.0))

_LESS: Final = (
    r"minder (?:vaak|dikwijls|veel|berichten)|niet zo (?:vaak|dikwijls|veel)|te (?:vaak|dikwijls"
    r"|veel berichten)"
    r"|minder|wat minder|moins (?:souvent|de messages)|trop souvent|trop de messages"
    r"|pas si souvent|moins"
    r"|less (?:often|frequent(?:ly)?|messages)|fewer(?: messages)?|too (?:often|many messages)"
    r"|not so often|less"
)
_MORE: Final = (
    r"vaker|meer dikwijls|meer berichten|dikwijlder|niet vaak genoeg|meer|plus souvent|davantage"
    r"|plus de messages|pas assez souvent|more (?:often|frequent(?:ly)?|messages)"
    r"|not often enough|more|plus"
)
#: These count only where how often is the question: 'meer' is said of much.
_VAGUE: Final = frozenset(
    {"minder", "wat minder", "moins", "less", "fewer", "meer", "more", "plus"}
)

_FREQUENCY: Final = re.compile(
    "|".join(
        (
            r"(?P<every_other>om de (?:andere|twee|2) dag(?:en)?|om den anderen? dag|(?:een"
            r"|1) dag op (?:de )?(?:twee|2)"
            r"|(?:un|1) jour sur (?:deux|2)|every (?:other|second) day|alternate days"
            r"|elke (?:twee|2) dagen|tous les (?:deux|2) jours|every (?:two|2) days)",
            r"(?P<other_week>om de (?:andere|twee|2) we+ke?n?|tweewekelijks|veertiendaags"
            r"|om de veertien dagen"
            r"|une semaine sur (?:deux|2)|tous les quinze jours|tous les 15 jours"
            r"|toutes les quinzaines"
            r"|every (?:other|second) week|fortnightly|every fortnight|bi-?weekly)",
            r"(?P<every_third>(?:een|1) dag op (?:de )?(?:drie|3)|(?:un|1) jour sur (?:trois|3)"
            r"|every third day)",
            rf"\b(?P<n>{_TIMES}) ?(?:(?:{_COUNTED}|{_DAY}|{_MESSAGE})?"
            rf" ?(?:per|in de|in een|op de|op een|op|par|a|an|each|every|la|de la|sur|de|elke"
            rf"|chaque) ?|{_COUNTED} (?!{_UNIT}s? (?:ago|geleden)))"  # 'two time week'
            rf"(?P<unit>{_DAY}|{_WEEK}|{_MONTH})",
            rf"\b(?:om de|elke|iedere|alle|tous les|toutes les|every|each) (?P<each>{ANY})"
            rf" (?P<gap>{_DAY}|{_WEEK}|{_MONTH})",
            r"(?P<weekly>(?:elke|iedere) we+k|wekelijks|chaque semaine|toutes les semaines"
            r"|hebdomadaire(?:ment)?"
            r"|every week|each week|weekly)",
            r"(?P<monthly>(?:elke|iedere) maand|maandelijks|chaque mois|tous les mois"
            r"|mensuel(?:lement)?"
            r"|every month|each month|monthly)",
            rf"(?P<daily>{DAY_GROUPS[ALL_DAYS]})",
            rf"(?P<less>{_LESS})",
            rf"(?P<more>{_MORE})",
        )
    ),
    re.ASCII,
)
_BORDERED: Final = re.compile(rf"(?<![a-z0-9])(?:{_FREQUENCY.pattern})(?![a-z0-9])", re.ASCII)
_FIXED: Final = {
    "every_other": "3", "every_third": "2", "other_week": "0.5", "weekly": "1", "monthly": "0.25",
    "daily": "7", "less": "less", "more": "more",
}  # fmt: skip


def find_frequencies(whole: Plain, *, vague: bool = False) -> list[tuple[int, int, str]]:
    """(start, end, value) in order. `vague`: also a bare 'less' or 'more'."""
    found = []
    for m in _BORDERED.finditer(whole.text):
        value = _value(m)
        if value is not None and (vague or m[0] not in _VAGUE):
            found.append((m.start(), m.end(), value))
    return found


def _value(m: re.Match[str]) -> str | None:
    for name, value in _FIXED.items():
        if m[name] is not None:
            return value
    if m["n"] is not None:
        times = _SMALL[m["n"]] if m["n"] in _SMALL else number(m["n"])
        return _weekly(times * 7.0 / _days_of(m["unit"]))
    every = number(m["each"])
    return _weekly(7.0 / (every * _days_of(m["gap"]))) if every else None


def _days_of(unit: str) -> float:
    return next(days for pattern, days in _UNITS if pattern.fullmatch(unit))


def _weekly(times: float) -> str | None:
    if times <= 0:
        return None
    if times >= 1:
        return str(int(times))
    return "0.5" if times > 0.4 else "0.25"
