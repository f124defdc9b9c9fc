"""From when until when a volunteer is away: 'morgen ziek', 'vanaf maandag twee weken'.

A day with an 'until' before it, or a 'back' beside it, is the day on which it is over; a day that
is only named is a day away. It begins at once where the words name no day on which it does.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.values.absences import BACK, Absence, is_back, read_absence
from bot.values.dates import Date, find_dates
from bot.values.durations import find_lengths
from bot.values.nights import lived_day
from bot.values.plain import Plain
from bot.values.untils import find_untils, meant, read_until, to_come

_NOW: Final = r"\b(?:vandaag|nu|vanavond|aujourd'hui|maintenant|ce soir|today|now|tonight)"
_TODAY: Final = re.compile(rf"{_NOW}\b|\b(?:deze|cette|this) (?:week|semaine)\b", re.ASCII)
# 'vandaag en morgen', 'vandaag ziek, morgen ook'
_AND: Final = re.compile(rf"{_NOW} ?(?:(?:en|et|and)\b|[&+]) ?$", re.ASCII)
_BESIDE: Final = re.compile(rf"{_NOW}(?: \w+)? ?(?:(?:en|et|and)\b|[,&+]) ?$", re.ASCII)
# Of two days each may be another: 'niet morgen maar vrijdag', 'demain oui, vendredi non'.
_TURNS: Final = re.compile(r"\b(?:maar|mais|but|wel|oui|si|yes)\b")
# 'morgen niet thuis' may be a day away, or the day before he is back.
_NOT_BACK: Final = re.compile(rf"\b(?:niet|nie|pas|not) {BACK.pattern}", re.ASCII)
_ILL_WORDS: Final = """
ziek malade malades sick ill weg absent absente away off griep grippe flu koorts fievre fever
ook aussi too also ik ben heb je suis j ai i am m have sorry desole desolee aub svp please
"""
_IS_ILL: Final = frozenset(_ILL_WORDS.split())
_JOINS: Final = frozenset({"en", "et", "and"})
_NOT: Final = frozenset({"niet", "nie", "ni", "ne", "n", "pas", "not", "cannot", "t"})
_THERE_WORDS: Final = """
er hier kan can kom werk beschikbaar aanwezig la peux viens travaille dispo disponible
present presente come work available here in there
"""
_THERE: Final = frozenset(_THERE_WORDS.split())
_MOST: Final = 31  # days between two that are only named
_ILL: Final = re.compile(r"\b(?:ziek|malade|sick|ill|weg|away|absent|hurts?)\b")  # 'weer ziek'


def read_away(text: str, language: str, now: datetime, zone: ZoneInfo) -> Absence | None:
    """`end`: the day on which it is over, as `read_until` writes it; `start`: '' where it is now.
    None where no end is said ('vanaf maandag'), or where a day is of the past ('ziek sinds
    vrijdag'), or is the day on which somebody is back already, or where a day beside an end may be
    the begin or not ('ziek tot vrijdag, dinsdag dokter'), or where today is spoken of too."""
    found = _read(text, language, now, zone)
    if found is None or not found.start:
        return found
    whole, begins = meant(text), date.fromisoformat(found.start[:10])
    if not _TODAY.search(whole.text):
        return found
    lived = lived_day(now, zone)
    dates = find_dates(whole, lived)
    goes_on = begins == lived + timedelta(days=1) and bool(dates) and _is_both(whole.text, dates)
    return Absence("", found.end) if goes_on else None


def _is_both(text: str, dates: list[Date]) -> bool:
    """'Vandaag en morgen', with no word that tells one of them from the other: 'vandaag wel'."""
    before, said = text[: dates[0].start], text
    for one in reversed(dates):
        said = f"{said[: one.start]} {said[one.end :]}"
    rest = set(re.findall(r"[a-z]+", re.sub(_NOW, " ", said)))
    if not _AND.search(before):
        return _BESIDE.search(before) is not None and rest <= _IS_ILL | _JOINS
    others = rest - _IS_ILL - _JOINS
    return others <= _NOT | _THERE and (not others & _THERE or bool(others & _NOT))


def _read(text: str, language: str, now: datetime, zone: ZoneInfo) -> Absence | None:
    whole, lived = meant(text), lived_day(now, zone)
    absence = read_absence(text, language, now, zone)
    named = find_dates(whole, lived)
    dates = to_come(whole, named)
    untils = find_untils(whole, dates)
    if len(untils) > 1 or len(find_lengths(whole)) > 1:
        return None  # two times away, or a length until it begins
    back = any(_comes_back(whole, one) for one in dates)
    if back and _NOT_BACK.search(whole.text):
        return None
    if len(dates) > 1 and not untils and not back and _TURNS.search(whole.text, dates[0].end):
        return None
    if absence is not None and absence.start:
        if not absence.plain and absence.start[:10] == (lived + timedelta(days=7)).isoformat():
            return None  # 'from Friday', said on a Friday
        if absence.end and (absence.plain or not untils):
            return absence
        if absence.end or absence.plain:
            return None
    if len(dates) < len(named) and not untils:
        return None
    named_none = not dates and not find_lengths(whole)
    if named_none and BACK.search(whole.text) and not _ILL.search(whole.text):
        return None  # 'ik ben vandaag terug'
    if back or not dates or untils:
        end = read_until(text, language, now, zone)
        return Absence("", end) if end and not _beside(dates, end, lived) else None
    days = [one.on for one in dates]
    if days != sorted(days) or (days[-1] - days[0]).days > _MOST:
        return None  # 'du 20 novembre au 5 décembre', said in between: the first is a year off
    end = max(one.after for one in dates).isoformat()
    return Absence(days[0].isoformat() if days[0] > lived else "", end)


def _beside(dates: list[Date], end: str, lived: date) -> bool:
    """Whether a day to come is named that is not the end: it may be the begin."""
    days = [one for one in dates if one.on > lived and one.kind in ("day", "weekday")]
    return any(end[:10] not in (one.on.isoformat(), one.after.isoformat()) for one in days)


def _comes_back(whole: Plain, day: Date) -> bool:
    return is_back(whole, day) and _ILL.search(whole.text) is None
