"""When somebody who is away comes back: 'morgen ziek', 'tot maandag', 'drie dagen'.

A day with an 'until' before it, or a 'back' beside it, is the day on which it is over; a day that
is only named is a day away.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.values.absences import BACK, is_back, read_absence
from bot.values.dates import Date, find_dates
from bot.values.durations import find_lengths
from bot.values.nights import lived_day
from bot.values.plain import Plain
from bot.values.untils import find_untils, meant, read_until, to_come

_ILL: Final = re.compile(r"\b(?:ziek|malade|sick|ill|weg|away|absent|hurts?)\b")  # 'weer ziek'


def read_away(text: str, language: str, now: datetime, zone: ZoneInfo) -> str | None:
    """The day on which it is over, as `read_until` writes it; None where none is said, or where a
    day is of the past ('ziek sinds vrijdag'), or is the day on which somebody is back already."""
    whole, lived = meant(text), lived_day(now, zone)
    absence = read_absence(text, language, now, zone)
    if absence is not None and absence.start and absence.end:
        return absence.end  # 'vanaf maandag twee weken'
    named = find_dates(whole, lived)
    dates = to_come(whole, named)
    if len(dates) < len(named) and not find_untils(whole, dates):
        return None
    back = any(_comes_back(whole, one) for one in dates)
    named_none = not dates and not find_lengths(whole)
    if named_none and BACK.search(whole.text) and not _ILL.search(whole.text):
        return None  # 'ik ben vandaag terug'
    if back or not dates or find_untils(whole, dates):
        return read_until(text, language, now, zone)
    return max(one.after for one in dates).isoformat()


def _comes_back(whole: Plain, day: Date) -> bool:
    return is_back(whole, day) and _ILL.search(whole.text) is None
