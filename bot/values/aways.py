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
er hier kan can kom werk werken beschikbaar aanwezig peux viens travaille dispo disponible
present presente come work working available here there
"""
_THERE: Final = frozenset(_THERE_WORDS.split())
_LA: Final = re.compile(r"\b(?:suis|serai|pas|plus) la\b(?! [a-z])|\bla$")  # 'je suis là'
# Days that are named together, and what parts a message in which each has a word of its own.
_DAYS: Final = re.compile(r"#(?:[ ,]*(?:(?:en|et|and)\b|[,&+])?[ ,]*#)+")
_CLAUSE: Final = re.compile(r"[,;.]|\b(?:en|et|and|maar|mais|but)\b")
_OR: Final = re.compile(r"# ?(?:of|ou|or) [^#]{0,12}#")
_DOUBT: Final = re.compile(
    r"\b(?:wel|oui|si|yes|nog|misschien|peut-?etre|maybe|perhaps|thuis|home|chez moi|bereikbaar"
    r"|neem|free|libre|joignable|reachable|help|goed|fine|bon|ok|alleen"
    r"|(?:niet|nie|pas|not) (?:weg|away|absente?|ziek|malade|sick|ill))\b|\?"
)
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
    if _AND.search(text[: dates[0].start]):
        return _DOUBT.search(text) is None
    rest = set(re.findall(r"[a-z]+", _marked(text, dates)))
    beside = _BESIDE.search(text[: dates[0].start]) is not None
    return beside and rest <= _IS_ILL | _JOINS


def _marked(text: str, dates: list[Date]) -> str:
    for one in reversed(dates):
        text = f"{text[: one.start]}#{text[one.end :]}"
    return re.sub(rf"{_NOW}\b", "#", text)


def _is_there(text: str, dates: list[Date]) -> bool:
    """Whether it may be said of a day that he is there, or of which of two he is not: 'niet
    beschikbaar vandaag en morgen beschikbaar', 'zaterdag of zondag weg'."""
    marked = _LA.sub(r"\g<0> there", _marked(text, dates))
    clauses = _CLAUSE.split(_DAYS.sub("#", marked))
    return _OR.search(marked) is not None or any(map(_says_there, clauses))


def _says_there(clause: str) -> bool:
    """Whether a no is missing, on either side of the day."""
    sides = [set(re.findall(r"[a-z]+", side)) for side in clause.split("#")]
    there = [side for side in sides if side & _THERE]
    return bool(there) and sum(bool(side & _NOT) for side in sides) < len(there)


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
    if dates and not untils and not back and _is_there(whole.text, dates):
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
