"""The past day that a question is about: 'gisteren', 'mardi dernier', 'this morning'."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from bot.values.days import find_days
from bot.values.plain import plain
from bot.values.tables import DAYS

_BACK: Final = (
    (2, re.compile(r"\b(?:eergisteren|avant-? ?hier|(?:the )?day before yesterday)\b", re.ASCII)),
    (1, re.compile(r"\b(?:gister(?:en)?|gist'?ren|hier(?! (?:in|bij|op))|yesterday)\b", re.ASCII)),
    (0, re.compile(r"\b(?:vandaag|vanmorgen|vanochtend|aujourd'?hui|ce matin|today)\b", re.ASCII)),
)
_DUTCH: Final = re.compile(r"\b(?:ge|gij|u|je|jij|mij|mijn|niet|niks|geen|waarom)\b", re.ASCII)


def past_day(text: str, today: date) -> date:
    """The day that these words name; `today` where they name none."""
    whole = plain(text)
    for back, pattern in _BACK:
        found = pattern.search(whole.text)
        if found and not (found[0] == "hier" and _DUTCH.search(whole.text)):  # 'hier' is here
            return today - timedelta(days=back)
    named = find_days(whole, "")
    if len(named) != 1 or len(named[0][2]) != 1:
        return today
    (code,) = named[0][2]
    return today - timedelta(days=(today.weekday() - DAYS.index(code)) % 7)
