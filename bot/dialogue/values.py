"""Facts as people read them: '09:30' -> '9:30', 'mo,tu' -> 'maandag en dinsdag'."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time, timedelta
from functools import partial
from typing import Final

from babel import Locale
from babel.dates import format_date, format_time, format_timedelta, get_day_names
from babel.lists import format_list

from bot.dialogue.avoided import BETWEEN
from bot.dialogue.names import INFORMAL
from bot.values.own import turned
from bot.values.said import yours

LOCALES: Final = {"nl": "nl_BE", "fr": "fr_BE", "en": "en_GB"}
DAYS: Final = ("mo", "tu", "we", "th", "fr", "sa", "su")
# What Babel's locale data lacks.
EVERY_DAY: Final = {"nl": "elke dag", "fr": "tous les jours", "en": "every day"}
WEEKDAYS: Final = {
    "nl": "van maandag tot vrijdag",
    "fr": "du lundi au vendredi",
    "en": "Monday to Friday",
}
_BUT_ONE: Final = {
    "nl": "elke dag, behalve {day}",
    "fr": "tous les jours sauf le {day}",
    "en": "every day except {day}",
}
_AT: Final = {"nl": "om", "fr": "à", "en": "at"}
# Her own words for whom or what of hers, one or some.
OF_HERS: Final = frozenset({"topic", "about", "people", "lost", "avoid"})
_QUOTES: Final = {"nl": ("'", "'"), "fr": ("«\u00a0", "\u00a0»"), "en": ("'", "'")}
# 'de kerk' can stand in any sentence; 'le voisin' cannot, behind a 'de'.
_AS_IT_IS: Final = {
    language: re.compile(pattern)
    for language, pattern in (("nl", "(?:de|den|het) "), ("fr", "la |l['’]"), ("en", "the "))
}
_DAYS_OF_A_PAUSE: Final = frozenset({"begin", "until", "paused_from", "paused_until"})
_FIRST_OF_MONTH: Final = re.compile(r"(?<!\d)1 (?=[^\W\d])")
_FORMS: Final = {"nl": ("u", "je"), "fr": ("vous", "tu"), "en": ("you", "you")}


def shown(name: str, value: str, language: str, address: str = "", year: int = 0) -> str:
    """A canonical value in the reader's words; unreadable values are shown as they are. `year`: in
    which it is read."""
    if name == "address":
        return _FORMS[language][value == INFORMAL]
    if name in OF_HERS:
        said = [said_to_her(name, one, language, address) for one in value.split(BETWEEN)]
        if language == "fr":  # it stands behind a 'de', and each of a list has its own
            said = [said[0], *(f"de {one}" for one in said[1:])]
        return format_list(said, locale=LOCALES[language])
    if name in ("contact", "worry_name"):  # a name stands as it is
        return turned(value, language, address == INFORMAL) or value
    write = partial(_until, year=year) if name in _DAYS_OF_A_PAUSE else _WRITERS.get(name)
    if write is None:
        return value
    try:
        return write(value, language)
    except (ValueError, KeyError):
        return value


def date_text(day: date, pattern: str, language: str) -> str:
    """A date in words. Babel's French lacks that the first of a month is its 'premier'."""
    said = format_date(day, pattern, locale=LOCALES[language])
    return _FIRST_OF_MONTH.sub("1er ", said) if language == "fr" else said


def said_to_her(name: str, words: str, language: str, address: str) -> str:
    """'mijn broer' -> 'uw broer'; words that cannot be turned to her are quoted."""
    informal = address == INFORMAL
    if name == "lost":
        return yours(words, language, informal)
    if _AS_IT_IS[language].match(words.casefold()):
        return words
    begin, end = _QUOTES[language]
    return turned(words, language, informal) or f"{begin}{words}{end}"


def _hour(value: str, language: str) -> str:
    return format_time(time.fromisoformat(value), "short", locale=LOCALES[language])


def _days(value: str, language: str) -> str:
    days = {DAYS.index(day) for day in value.split(",")}
    if len(days) == len(DAYS):
        return EVERY_DAY[language]
    if days == {0, 1, 2, 3, 4}:
        return WEEKDAYS[language]
    names = get_day_names("wide", locale=LOCALES[language])
    if len(days) == len(DAYS) - 1:
        (missing,) = set(range(len(DAYS))) - days
        return _BUT_ONE[language].format(day=names[missing])
    return format_list([names[day] for day in sorted(days)], locale=LOCALES[language])


def _until(value: str, language: str, year: int) -> str:
    """A date, or a moment of one: '2026-11-27T19:00'."""
    on, _, hour = value.partition("T")
    end = date.fromisoformat(on)
    pattern = "EEEE d MMMM y" if year and end.year != year else "EEEE d MMMM"
    day = date_text(end, pattern, language)
    return f"{day} {_AT[language]} {_hour(hour, language)}" if hour else day


def _anniversary(value: str, language: str) -> str:
    """Days of every year, from 'MM-DD,MM-DD'; 2024 has a 29 February. In French they stand behind
    a 'le', and each of a list has its own."""
    days = [date.fromisoformat(f"2024-{day}") for day in value.split(",")]
    names = [date_text(day, "d MMMM", language) for day in days]
    if language == "fr":
        names = [names[0], *(f"le {name}" for name in names[1:])]
    return format_list(names, locale=LOCALES[language])


def _language(value: str, language: str) -> str:
    return Locale.parse(value).get_language_name(LOCALES[language]) or value


def _silence(value: str, language: str) -> str:
    """A number of days, from '3d'."""
    span = timedelta(days=int(value.removesuffix("d")))
    # as days, however many: '7 days' is what she chose, not '1 week'
    return format_timedelta(span, "day", threshold=span.days + 1, locale=LOCALES[language])


_WRITERS: Final[dict[str, Callable[[str, str], str]]] = {
    "hour": _hour,
    "days": _days,
    "language": _language,
    "anniversary": _anniversary,
    "today": _anniversary,
    "day": _anniversary,
    "silence": _silence,
}
