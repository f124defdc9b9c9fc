"""When somebody who is away comes back: 'morgen ziek', 'tot maandag', 'drie dagen'.

A day with an 'until' before it, or a 'back' beside it, is the day on which it is over; a day that
is only named is a day away.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.values.dates import Date, find_dates
from bot.values.nights import lived_day
from bot.values.plain import Plain, plain
from bot.values.untils import find_untils, read_until

_BACK: Final = r"(?:terug|de retour|retour|rentre|reviens|back)"
_BEFORE: Final = re.compile(rf"\b{_BACK}(?: (?:op|vanaf|on|by|le|des))?[ ,]*$", re.ASCII)
_BEHIND: Final = re.compile(
    rf"[ ,]*(?:(?:ik ben|ben ik|je suis|je|i am|i'm) )?{_BACK}\b(?! (?:ziek|weg|malade|sick|away))",
    re.ASCII,
)


def read_away(text: str, language: str, now: datetime, zone: ZoneInfo) -> str | None:
    """The day on which it is over, as `read_until` writes it; None where none is said."""
    whole = plain(text)
    dates = find_dates(whole, lived_day(now, zone))
    if not dates or find_untils(whole, dates) or any(_comes_back(whole, one) for one in dates):
        return read_until(text, language, now, zone)
    return max(one.after for one in dates).isoformat()


def _comes_back(whole: Plain, day: Date) -> bool:
    before, behind = whole.text[: day.start], whole.text[day.end :]
    return _BEFORE.search(before) is not None or _BEHIND.match(behind) is not None
