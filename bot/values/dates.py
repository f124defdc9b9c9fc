"""Days of the calendar: '3 maart', 'le 15', 'tomorrow', 'next Friday', 'na de feestdagen'.

A date is the first one to come that fits; today does not count. 'volgende vrijdag' and
'next Friday' are the Friday of next week, 'vendredi prochain' and 'komende vrijdag' the first to
come.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.values.clocks import ANY, number
from bot.values.plain import Plain, plain
from bot.values.seasons import FEASTS, feast_after
from bot.values.tables import DAYS, MONTHS, SHORT_MONTHS, WEEKDAYS

ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Date:
    """A stretch of a plain text that names a day to come. `after`: the day behind it ('na ...').

    `kind`: day, week, month, feast or weekday; a bare weekday or month is not always a date.
    """

    start: int
    end: int
    on: date
    after: date
    kind: str


def _months(names: tuple[str, ...]) -> str:
    return "|".join(f"(?:{words})" for words in names if words)


_LONG: Final = _months(MONTHS)
_ALL: Final = f"{_LONG}|{_months(SHORT_MONTHS)}"
_COUNTED: Final = (
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde"
    " dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste",
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    "premier",
)
_ORDINALS: Final = {word: n for row in _COUNTED for n, word in enumerate(row.split(), 1)}
_DAY: Final = (
    rf"(?P<d>{'|'.join(_ORDINALS)}|(?!(?:een|une?|one)\b){ANY})(?: ?(?:er|e|ste|de|st|nd|rd|th))?"
)
_YEAR: Final = r"(?:,? (?P<y>20[0-9]{2}))?"
_WEEKDAY: Final = "|".join(f"(?P<{code}>{words})" for code, words in WEEKDAYS.items())
_NEXT: Final = (
    r"(?:(?P<next>(?:volgende|next)(?: week)?(?: op| on)?) "
    r"|(?P<this>komende|aanstaande|deze|ce|cette|this"
    r"|coming|le|op|on) )?"
)
_PART_OF_DAY: Final = r"(?:avond|nacht|ochtend|vroeg|voormiddag|middag|namiddag)?"
_FEAST: Final = "|".join(f"(?P<{name}>{words})" for name, words in FEASTS.items())


def _year(m: re.Match[str], today: date, month: int, day: int) -> date | None:
    """That day in the year that is written, else the first one to come."""
    written = m.groupdict().get("y")
    years = [int(written)] if written else range(today.year, today.year + 5)
    for year in years:
        if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
            found = date(year, month, day)
            if found > today:
                return found
    return None


def _month_of(word: str) -> int:
    for names in (MONTHS, SHORT_MONTHS):
        for i, words in enumerate(names, 1):
            if words and re.fullmatch(words, word):
                return i
    return 0


def _day_month(m: re.Match[str], today: date) -> date | None:
    day = _ORDINALS.get(m["d"]) or number(m["d"])
    return _year(m, today, _month_of(m["mon"]), day)


def _figures(m: re.Match[str], today: date) -> date | None:
    return _year(m, today, int(m["mon"]), int(m["d"]))


def _of_month(m: re.Match[str], today: date) -> date | None:
    return day_of_month(int(m["d"]), today)


def day_of_month(day: int, today: date) -> date | None:
    """'the 15th', 'le 15': of this month, or the next one that has it."""
    for ahead in range(3):
        first = months_on(today.replace(day=1), ahead)
        if 1 <= day <= monthrange(first.year, first.month)[1] and first.replace(day=day) > today:
            return first.replace(day=day)
    return None


def _part_of_month(m: re.Match[str], today: date) -> date | None:
    """'eind maart' is the 31st, 'mi-mars' the 15th, 'maart' the 1st."""
    month = _month_of(m["mon"])
    part = m.groupdict().get("part") or ""
    first = _year(m, today, month, 1)
    if part.startswith(("eind", "fin", "end", "the end", "late")):
        year = int(m["y"] or today.year)
        last = date(year, month, monthrange(year, month)[1])
        return (
            last if last > today or m["y"] else date(year + 1, month, last.day - (last.day == 29))
        )
    if part.startswith(("mi", "half")):
        return _year(m, today, month, 15)
    return first


def _relative(m: re.Match[str], today: date) -> date | None:
    word = m.lastgroup
    first = months_on(today.replace(day=1), 1)
    if word == "month_end":
        return first - ONE_DAY if first - ONE_DAY > today else months_on(first, 1) - ONE_DAY
    if word == "year_end":
        return date(today.year + (today >= date(today.year, 12, 31)), 12, 31)
    if word == "week_end":
        return _coming(today, 6)
    monday = _coming(today, 0)
    return {
        "overmorgen": today + 2 * ONE_DAY,
        "morgen": today + ONE_DAY,
        "week": monday,
        "weekend": _coming(today, 5),
        "month": first,
        "year": date(today.year + 1, 1, 1),
    }.get(word or "")


def _coming(today: date, weekday: int) -> date:
    """The first such day after today; Monday is 0."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _weekday(m: re.Match[str], today: date) -> date | None:
    wanted = DAYS.index(next(code for code in DAYS if m[code]))
    if m["next"] or m["in_week"]:
        return _coming(today, 0) + timedelta(days=wanted)
    return _coming(today, wanted)


def _feast(m: re.Match[str], today: date) -> date | None:
    name = next(name for name in FEASTS if m[name])
    return feast_after(name, today)[0]


def months_on(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


#: 'may' and 'march' are months behind a word that asks for one, or at the end.
_A_MONTH: Final = (
    r"(?:(?<=until )|(?<=till )|(?<=til )|(?<=in )|(?<=after )|(?!(?:may|march)\b(?!\W*$)))"
)
_PART: Final = (
    r"(?P<part>eind(?:e)?(?: van)?|fin(?: du mois)?(?: de)?|(?:the )?end of|late|half|midden"
    r"|mi-?|mid-?"
    r"|begin|debut|early|beginning of|start of) ?"
)
Reader = Callable[[re.Match[str], date], date | None]
_WAYS: Final[tuple[tuple[str, str, Reader], ...]] = (
    ("day", r"(?P<y>20[0-9]{2})-(?P<mon>[01]?[0-9])-(?P<d>[0-3]?[0-9])", _figures),
    ("day", r"(?P<d>[0-3]?[0-9])[/.-](?P<mon>[01]?[0-9])[/.-](?P<y>20[0-9]{2})", _figures),
    ("day", r"(?P<d>[0-3]?[0-9])/(?P<mon>[01]?[0-9])", _figures),
    ("day", rf"(?:the )?{_DAY}(?: of| de| d')? ?(?P<mon>{_ALL})\.?{_YEAR}", _day_month),
    ("day", rf"(?P<mon>{_ALL})\.? (?:the )?{_DAY}(?! ?(?:uur|h|u|pm|am|:)){_YEAR}", _day_month),
    ("month", rf"{_PART}(?P<mon>{_LONG}){_YEAR}", _part_of_month),
    ("day", r"(?P<month_end>(?:eind(?:e)? (?:van de|deze|dees)|(?:de |la )?fin (?:du|de ce)"
            r"|(?:the )?end of (?:the|this)) (?:maand|mois|month))", _relative),
    ("day", r"(?P<year_end>(?:eind(?:e)? (?:van het|dit)|(?:la )?fin (?:de l'|de cette |d')?"
            r"|(?:the )?end of (?:the|this)) ?(?:jaar|annee|year))", _relative),
    ("day", r"(?P<week_end>(?:eind(?:e)? van de|(?:la )?fin de (?:la|cette)"
            r"|(?:the )?end of (?:the|this))"
            r" (?:week|semaine)(?! ?prochaine))", _relative),
    ("day", rf"(?P<overmorgen>overmorgen?{_PART_OF_DAY}|apres[- ]demain"
            r"|(?:the )?day after tomorrow)", _relative),
    ("day", r"(?P<morgen>(?<!'s )(?<!goeie )(?<!goede )(?<!de )(?<!deze )(?<!dees )"
            r"(?<!elke )(?<!iedere )morge(?:n|nd)?"
            rf"{_PART_OF_DAY}|demain|tomorrow|tmrw|tomoz)", _relative),
    ("weekday", rf"{_NEXT}(?:{_WEEKDAY}){_PART_OF_DAY}(?P<in_week>"
                r" (?:volgende week|next week|en huit|over een week"
                r"|de la semaine prochaine))?(?P<prochain> prochaine?)?", _weekday),
    ("week", r"(?P<week>(?:de )?(?:volgende|komende|andere) week|(?:la )?semaine (?:prochaine"
             r"|d'apres)"
             r"|next week|the week after)", _relative),
    ("weekend", r"(?P<weekend>(?:het |dit |komend |ce |le |the |this |next )?"
                r"(?:week-?end))", _relative),
    ("month", r"(?P<month>volgende maand|(?:le )?mois prochain|next month)", _relative),
    ("day", r"(?P<year>volgend jaar|(?:l')?(?:annee prochaine|an prochain)|next year)", _relative),
    ("feast", rf"(?:{_FEAST})", _feast),
    ("month", rf"{_A_MONTH}(?P<mon>{_LONG}){_YEAR}", _part_of_month),
    ("ordinal", r"(?!de [0-9]+ ?(?:a|tot|-) ?[0-9]+ ?(?:uur|u\b|h\b|heures?))"
                r"(?:the|le|de|den) (?P<d>[0-3]?[0-9])(?:e|er|ste|de|st|nd|rd|th)?"
                r"(?! ?(?:uur|h\b|u\b|:|dag|jour|day|we+k|sem|maand|mois|month|pers))", _of_month),
)  # fmt: skip
_PATTERNS: Final = tuple(
    (kind, re.compile(rf"(?<![a-z0-9])(?:{pattern})(?![a-z0-9])", re.ASCII), reader)
    for kind, pattern, reader in _WAYS
)


def read_day(text: str, today: date) -> str | None:
    """A day of every year, 'MM-DD': 'de twaalfde november', 'Christmas Day'."""
    found = find_dates(plain(text), today)
    return next((one.on.strftime("%m-%d") for one in found if one.kind in ("day", "feast")), None)


def find_dates(whole: Plain, today: date) -> list[Date]:
    """The days to come that a plain text names, in order, none overlapping."""
    found: list[Date] = []
    for kind, pattern, reader in _PATTERNS:
        for m in pattern.finditer(whole.text):
            if any(m.start() < one.end and one.start < m.end() for one in found):
                continue
            on = reader(m, today)
            if on is not None:
                found.append(Date(m.start(), m.end(), on, _behind(m, kind, on, today), kind))
    return sorted(found, key=lambda one: one.start)


def _behind(m: re.Match[str], kind: str, on: date, today: date) -> date:
    """The first day after what was named: after March is April."""
    if kind == "feast":
        return feast_after(next(name for name in FEASTS if m[name]), today)[1]
    if kind == "week":
        return on + 7 * ONE_DAY
    if kind == "weekend":
        return on + 2 * ONE_DAY
    if kind == "month" and not m.groupdict().get("part"):
        return months_on(on.replace(day=1), 1)
    return on + ONE_DAY
