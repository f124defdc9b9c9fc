"""The values in a message: which hour, which days, how long, how often, in which language.

Pure: words in, canonical values out. What each value looks like stands in `bot.values.finding`;
the words that are known stand in `tables`, `clocks`, `seasons`, `nouns` and `languages`.
"""

from bot.values.absences import Absence, read_absence
from bot.values.aways import read_away
from bot.values.dates import read_day
from bot.values.days import read_days, read_frequency
from bot.values.durations import read_span
from bot.values.finding import find
from bot.values.hours import hours, read_hour
from bot.values.languages import read_language, refused_languages
from bot.values.nights import begin_of, is_small_hours, lived_day
from bot.values.untils import end_of, read_until, until_of

__all__ = (
    "Absence",
    "begin_of",
    "end_of",
    "find",
    "hours",
    "is_small_hours",
    "lived_day",
    "read_absence",
    "read_away",
    "read_day",
    "read_days",
    "read_frequency",
    "read_hour",
    "read_language",
    "read_span",
    "read_until",
    "refused_languages",
    "until_of",
)
