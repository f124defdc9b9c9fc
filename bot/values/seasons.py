"""Feasts, school holidays and seasons by which people count, as kept in Belgium."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

#: Names of what is kept, in three languages, in plain text.
FEASTS: Final[dict[str, str]] = {
    "christmas_holidays": (
        "(?:de )?kerstvakantie|(?:les )?vacances de (?:noel|fin d'annee)|conges? de (?:noel"
        "|fin d'annee)"
        "|(?:the )?christmas (?:holidays?|break|vacation)"
    ),
    "end_of_year": (
        "(?:de )?(?:eindejaars)?feestdagen|de feesten|(?:les )?fetes(?: de fin d'annee)?"
        "|(?:the )?(?:festive season|holidays|holiday season)"
    ),
    "christmas": "(?:de )?kerst(?:mis|dag(?:en)?)?|(?:la )?noel|christmas|xmas",
    "new_year": (
        "nieuwjaar|oud ?en ?nieuw|(?<=kerst en )nieuw|(?:le )?nouvel[- ]an|(?:le )?jour de l'an"
        "|(?:the )?new years?"
        "|new year's(?: day)?"
    ),
    "easter_holidays": "(?:de )?paasvakantie|(?:les )?vacances de (?:paques|printemps)"
    "|easter holidays?",
    "easter": "pasen|paques|easter",
    "whitsun": "pinksteren|(?:la )?pentecote|whitsun|pentecost",
    "all_saints": "allerheiligen|(?:la )?toussaint|all saints(?:' day)?",
    "carnival": "carnaval|krokus(?:vakantie)?|carnival",
    "saint_nicholas": "sinterklaas|(?:la )?saint[- ]nicolas|saint nicholas",
    "summer_holidays": (
        "(?:de )?(?:zomervakantie|grote vakantie)|(?:les )?(?:grandes vacances|vacances d'ete)"
        "|(?:the )?summer holidays?"
    ),
    "spring": "(?:de |het )?lente|(?:het )?voorjaar|(?:le )?printemps|(?:the )?spring",
    "summer": "(?:de |deze )?zomer|l'ete|(?:the )?summer",
    "autumn": "(?:de )?herfst|(?:het )?najaar|l'automne|(?:the )?autumn|the fall",
    "winter": "(?:de )?winter|l'hiver|(?:the )?winter",
}


def easter(year: int) -> date:
    """Easter Sunday of the western church (the anonymous Gregorian computation)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _winter_school(year: int) -> tuple[date, date]:
    """Two weeks from the Monday of the week of Christmas (of the next, from a weekend on)."""
    christmas = date(year, 12, 25)
    back = christmas.weekday()
    monday = christmas + timedelta(days=7 - back if back >= 5 else -back)
    return monday, monday + timedelta(days=14)


def _around_easter(first: int, after: int) -> Callable[[int], tuple[date, date]]:
    return lambda year: (
        easter(year) + timedelta(days=first),
        easter(year) + timedelta(days=after),
    )


def _fixed(first: tuple[int, int], after: tuple[int, int]) -> Callable[[int], tuple[date, date]]:
    """From a month and day until another, in the next year when that comes earlier."""
    return lambda year: (date(year, *first), date(year + (after < first), *after))


#: For a year: the first day, and the first day after it.
_WHEN: Final[dict[str, Callable[[int], tuple[date, date]]]] = {
    "christmas_holidays": _winter_school,
    "end_of_year": _fixed((12, 24), (1, 2)),
    "christmas": _fixed((12, 25), (12, 27)),
    "new_year": _fixed((1, 1), (1, 2)),
    "easter_holidays": _around_easter(-6, 8),
    "easter": _around_easter(0, 2),
    "whitsun": _around_easter(49, 51),
    "all_saints": _fixed((11, 1), (11, 3)),
    "carnival": _around_easter(-48, -41),
    "saint_nicholas": _fixed((12, 6), (12, 7)),
    "summer_holidays": _fixed((7, 1), (9, 1)),
    "spring": _fixed((3, 21), (6, 21)),
    "summer": _fixed((6, 21), (9, 21)),
    "autumn": _fixed((9, 21), (12, 21)),
    "winter": _fixed((12, 21), (3, 21)),
}


def feast_after(name: str, today: date) -> tuple[date, date]:
    """The next one's first day after today, and the first day after the one that ends next."""
    years = range(today.year - 1, today.year + 3)
    times = [_WHEN[name](year) for year in years]
    return min(t[0] for t in times if t[0] > today), min(t[1] for t in times if t[1] > today)
