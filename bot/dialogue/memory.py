"""What is remembered of somebody: for how long, and what may be said with it.

Everything here is a fact of the resident's: a name and a value. A date that a step keeps
(`keep: loss`) counts for so many days and is then forgotten by the next turn, by itself. No
figure here has a source; they are ours, to be changed after listening to residents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from bot.dialogue import avoided, kept

# Days that a kept date counts; the values that go with it go at the same time.
DAYS: Final = MappingProxyType(
    {"loss": 14, "low": 3, "step": 7, "topic_on": 21, "asked": 91, "list_offered": 182}
    | {"agreed": 365, "less": 365, "refused": 1, "asked_after": 7, "kept_nothing": 30}
    | {"_low": 3, "_danger": 14}
)
AFTER_DANGER: Final = "_danger"  # the day on which she told of it: no questionnaire for a while
LOW_AFTER_DANGER: Final = "_low"  # the day from which on it counts as after a hard one
WITH: Final = MappingProxyType({"topic_on": ("topic",), "until": ("begin",)})
ASK_AFTER: Final = 3  # days before what she told is asked after
LESS_AFTER: Final = 28  # days from her yes to greetings, and from one offer of fewer to the next
ANNIVERSARY: Final = "anniversary"  # days of every year, '03-14,05-02'
MOST_DAYS: Final = 12
FAR: Final = 92  # days until an end that is asked back
OFTEN: Final = 2  # more days a week than this can become fewer


def expired(facts: Mapping[str, str], today: date) -> Iterator[str]:
    """The facts whose time is over: a kept date, and what it was kept for."""
    for name, days in DAYS.items():
        if name in facts and not _within(facts, name, today, days):
            yield name
            yield from (key for key in WITH.get(name, ()) if key in facts)
    yield from kept.expired(facts, today)


def under(facts: Mapping[str, str], name: str | None) -> list[str]:
    """A fact, what is kept under it ('relation.brother'), and the day that goes with it."""
    exact = [name, f"{name}_on", *WITH.get(name or "", ())]
    exact += [LOW_AFTER_DANGER] if name == "low" else []
    return [key for key in facts if key in exact or key.startswith(f"{name}.")]


def decide(name: str, facts: Mapping[str, str], today: date) -> bool:
    """A decision of `names.REMEMBERED`. KeyError for any other name."""
    return _DECISIONS[name](facts, today)


def person_due(facts: Mapping[str, str], today: date) -> str:
    """Her words for who is asked after today: one a week at most, never in hard days; '' else."""
    quiet = "no_topics" in facts or is_sad(facts, today) or _asked_lately(facts, today)
    return "" if quiet else kept.due(facts, today)


def may_keep(facts: Mapping[str, str], today: date, about: str) -> bool:
    """Whether she may be asked to have something kept: not again soon after a no, never in sorrow,
    and never what is not to be raised."""
    refused = _within(facts, "kept_nothing", today, DAYS["kept_nothing"])
    return not (refused or _after_loss(facts, today) or avoided.avoids(facts, about))


def _within(facts: Mapping[str, str], name: str, today: date, days: int) -> bool:
    """Kept no more than so many days ago; what cannot be read was never kept."""
    try:
        kept = date.fromisoformat(facts[name])
    except (KeyError, ValueError):
        return False
    return today - kept < timedelta(days=days)


def _after_loss(facts: Mapping[str, str], today: date) -> bool:
    return _within(facts, "loss", today, DAYS["loss"])


def _is_low(facts: Mapping[str, str], today: date) -> bool:
    return any(_within(facts, key, today, DAYS[key]) for key in ("low", LOW_AFTER_DANGER))


def after_danger(facts: Mapping[str, str], today: date) -> bool:
    """Whether she told of danger so lately that no questionnaire is for her."""
    return _within(facts, AFTER_DANGER, today, DAYS[AFTER_DANGER])


def is_sad(facts: Mapping[str, str], today: date) -> bool:
    """Low, or after a loss: nothing cheerful, and first words come further apart."""
    return _after_loss(facts, today) or _is_low(facts, today)


def anniversaries(facts: Mapping[str, str], year: int) -> list[date]:
    """The days that she asked to be kept; 29 February is the 28th where there is none."""
    found = [] if "no_dates" in facts else [_in_year(day, year) for day in _kept_days(facts)]
    return sorted(day for day in found if day is not None)


def _kept_days(facts: Mapping[str, str]) -> set[str]:
    return {day for day in facts.get(ANNIVERSARY, "").split(",") if day}


def _in_year(wanted: str, year: int) -> date | None:
    for written in (wanted, "02-28") if wanted == "02-29" else (wanted,):
        with suppress(ValueError):
            return date.fromisoformat(f"{year:04}-{written}")
    return None


def with_days(facts: Mapping[str, str], days: str) -> str:
    """The days that are kept, and these: his birthday does not take the place of his death."""
    known = _kept_days(facts)
    fresh = sorted(set(days.split(",")) - known)[: MOST_DAYS - len(known)]
    return ",".join(sorted((*known, *fresh)))


def is_day(words: str) -> bool:
    """Whether these are a day of the year, or some, as they are kept."""
    return bool(words) and all(_in_year(day, 2024) for day in words.split(","))


def may_keep_day(facts: Mapping[str, str], words: str) -> bool:
    """Whether she may be asked to have a day kept: one that is not kept yet, where there is room,
    and never where she wants no days remembered."""
    full = len(_kept_days(facts)) >= MOST_DAYS
    known = set(words.split(",")) <= _kept_days(facts)
    return is_day(words) and not (full or known or "no_dates" in facts)


def without_days(facts: Mapping[str, str], days: str) -> str:
    return ",".join(sorted(_kept_days(facts) - set(days.split(","))))


def _is_anniversary(facts: Mapping[str, str], today: date) -> bool:
    return today in anniversaries(facts, today.year)


def _has_memory(facts: Mapping[str, str], today: date) -> bool:
    words = any(facts.get(key) for key in ("name", kept.TOPIC, avoided.AVOID, ANNIVERSARY))
    return words or bool(kept.people(facts)) or bool(avoided.gone(facts))


def _may_ask_after(facts: Mapping[str, str], today: date) -> bool:
    topic = facts.get("topic")
    if not topic or "no_topics" in facts or _asked_lately(facts, today):
        return False
    if _after_loss(facts, today) or avoided.avoids(facts, topic):
        return False
    fresh = _within(facts, "topic_on", today, ASK_AFTER)
    return not fresh and _within(facts, "topic_on", today, DAYS["topic_on"])


def _asked_lately(facts: Mapping[str, str], today: date) -> bool:
    return _within(facts, "asked_after", today, DAYS["asked_after"])


def _may_suggest(facts: Mapping[str, str], today: date) -> bool:
    """At most one small step in seven days, and none while low or after a loss."""
    recent = _within(facts, "step", today, DAYS["step"])
    return not (recent or "no_steps" in facts or is_sad(facts, today))


def _may_offer_less(facts: Mapping[str, str], today: date) -> bool:
    stamps = [name for name in ("agreed", "less") if name in facts]
    if not stamps or is_sad(facts, today):
        return False
    return not any(_within(facts, name, today, LESS_AFTER) for name in stamps)


def _writes_often(facts: Mapping[str, str], today: date) -> bool:
    return len(facts.get("days", "").split(",")) > OFTEN


def _until_far(facts: Mapping[str, str], today: date) -> bool:
    """An end of a pause that may be a slip: of a year, above all."""
    try:
        return date.fromisoformat(facts.get("until", "")[:10]) - today > timedelta(days=FAR)
    except ValueError:
        return False


_DECISIONS: Final[Mapping[str, Callable[[Mapping[str, str], date], bool]]] = MappingProxyType(
    {
        "is_anniversary": _is_anniversary,
        "days_full": lambda facts, today: len(_kept_days(facts)) >= MOST_DAYS,
        "has_memory": _has_memory,
        "after_loss": _after_loss,
        "is_low": _is_low,
        "low_today": lambda facts, today: _within(facts, "low", today, 1),
        "may_ask_after": _may_ask_after,
        "may_ask_person": lambda facts, today: bool(person_due(facts, today)),
        "has_people": lambda facts, today: bool(kept.people(facts)),
        "has_lost": lambda facts, today: bool(avoided.gone(facts)),
        "may_suggest": _may_suggest,
        "may_offer_less": _may_offer_less,
        "writes_often": _writes_often,
        "until_far": _until_far,
        "refused_today": lambda facts, today: _within(facts, "refused", today, DAYS["refused"]),
        "is_due": lambda facts, today: not _within(facts, "asked", today, DAYS["asked"]),
    }
)
