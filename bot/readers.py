"""What a dialogue's `takes:` reads: each reader turns words into a canonical value, or None."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from bot import values
from bot.away_words import says_away
from bot.dialogue.called import read_name
from bot.dialogue.readers import (
    read_address,
    read_date,
    read_language,
    read_own_language,
    read_text,
)
from bot.dialogue.turns import Context, Reader
from bot.ladder import FEWEST, MOST
from bot.rhythm import allowed_hour
from bot.understanding import Understanding
from bot.values.days import adds_days, find_days
from bot.values.either import either, of_more
from bot.values.hour_chosen import are_chosen, without_harmless
from bot.values.hours import says_clock
from bot.values.plain import plain
from bot.values.schedules import is_story, takes_back, wished
from bot.values.several import several


def _hour(heard: Understanding, context: Context) -> str | None:
    """An hour at which a greeting may come; a night hour, one of several or of two, or one that
    may be refused, is asked again."""
    said = without_harmless(wished(heard.text, heard.language))
    if either(heard.text, heard.language):
        return None
    unsure = several(said, heard.language) or not are_chosen(said, heard.language, asked=True)
    best = of_more(heard.text, heard.language)
    found = None if unsure else values.read_hour(said, heard.language) if best is None else best
    return found if found and allowed_hour(found) else None


def _days(heard: Understanding, context: Context) -> str | None:
    """Where none was chosen yet, every day is set, and there is nothing to add to."""
    chosen = context.decisions.get("told_days", True)
    return _changed(heard, context.facts.get("days", "") if chosen else "")


def _changed(heard: Understanding, now: str) -> str | None:
    """Days that are chosen: none in a story, and none where each has its own hour."""
    said, language = wished(heard.text, heard.language), heard.language
    found = values.read_days(said, language, now)
    unsure = found and (several(said, language) or is_story(said, language))
    return None if unsure else found


def _frequency(heard: Understanding, context: Context) -> str | None:
    """How often it is said; neither days nor 'twice a week' count where they are told in a
    story."""
    if is_story(wished(heard.text, heard.language), heard.language):
        return None
    return values.read_frequency(heard.text, heard.language)


def _schedule(heard: Understanding, context: Context) -> str | None:
    """An hour, days, or both: 'dinsdag om tien uur', 'om de twee dagen', 'le soir'. Days in a story
    beside an hour are none, and where days are not plain nothing is, nor of several hours or one
    that is not chosen, nor where somebody says that she is away."""
    said, language = wished(heard.text, heard.language), heard.language
    if several(said, language) or says_away(heard.text):
        return None
    hour, days = _hour(heard, context), _changed(heard, context.facts.get("days", ""))
    clock = says_clock(said, language)
    if clock and not are_chosen(said, language):
        return None
    if is_story(said, language):
        if not clock or takes_back(said, language):
            return None
    elif days is None and find_days(plain(said), language):
        return None
    if days and not clock and "hour" in context.facts and adds_days(said):
        hour = None  # 'and Sunday, in the afternoon' moves no hour of other days
    found = {"hour": hour, "days": days}
    return ";".join(f"{name}={value}" for name, value in found.items() if value) or None


def _absence(heard: Understanding, context: Context) -> str | None:
    """From when until when, as 'start/end'; each may be ''."""
    zone = ZoneInfo(context.zone)
    found = values.read_absence(heard.text, heard.language, context.now, zone)
    return None if found is None else str(found)


def _until(heard: Understanding, context: Context) -> str | None:
    """Until when, counted from the day on which it begins, where that is known."""
    begin, zone = context.facts.get("begin"), ZoneInfo(context.zone)
    if not begin:
        return values.read_until(heard.text, heard.language, context.now, zone)
    said = values.read_absence(heard.text, heard.language, context.now, zone)
    if said is not None and said.start and said.end:
        return str(said)  # both days anew
    start = max(values.end_of(begin[:10], zone), context.now)
    return values.read_until(heard.text, heard.language, start, zone)


def _date(heard: Understanding, context: Context) -> str | None:
    """A day of every year: '3 maart 1950', 'de twaalfde november', 'Kerstmis'."""
    lived = values.lived_day(context.now, ZoneInfo(context.zone))
    return read_date(heard, context) or values.read_day(heard.text, lived)


def _span(heard: Understanding, context: Context) -> str | None:
    """So many days of silence as a worry contact may wait: '3d'."""
    found = values.read_span(heard.text, FEWEST, MOST)
    return None if found is None else f"{found}d"


READERS: Mapping[str, Reader] = {
    "name": read_name,
    "text": read_text,
    "language": read_language,
    "own_language": read_own_language,
    "address": read_address,
    "hour": _hour,
    "days": _days,
    "frequency": _frequency,
    "schedule": _schedule,
    "absence": _absence,
    "until": _until,
    "date": _date,
    "span": _span,
}
