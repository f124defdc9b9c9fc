"""Whether a message is about an hour or days of every week and about nothing else: 'liever om tien
uur', 'oui mais pas le dimanche', 'and Sunday too'.

Such words are a wish about the greetings whatever was asked. A day of the calendar ('tomorrow at
nine'), a story with an hour in it and a bare number ('9', which may be a mark out of ten) are none.
"""

from __future__ import annotations

import re
from typing import Final

from bot.values.choice_words import CHOSEN, PLAIN, SMALL, TURNS
from bot.values.clocks import BARE
from bot.values.days import find_days
from bot.values.frequency import find_frequencies
from bot.values.hour_chosen import are_chosen
from bot.values.hours import Hour, find_hours, says_number
from bot.values.plain import Plain, plain
from bot.values.reasons import parted
from bot.values.refusals import Days, refused

_BREAK: Final = re.compile(r"(\.{2,}|[,.;!]|\b(?:maar|ma(?= nie)|mais|but)\b)")
#: 'keep writing every day'; 'I go on Monday' and 'I keep Sunday free' are of something else.
_GO_ON: Final = re.compile(r"\b(?:keep|go on|carry on)(?: on)? (?=writing\b)")
_ONCE: Final = re.compile(
    r"\b(?:van(?:avond|morgen|middag|daag|ochtend|nacht)|(?:over)?morgen|straks|demain|today|tonight"
    r"|tomorrow|aujourd'hui|(?:ce|cet|cette|deze|dees|this|next|volgende) [a-z]+|prochaine?)\b"
)
_NOT: Final = frozenset(["niet", "nie", "geen", "nooit", "pas", "jamais", "not", "never"])
#: Where 'not' is about the hour: 'pas avant dix heures'; the Dutch 'pas om tien uur' refuses none.
_BOUND: Final = re.compile(
    r"\b(?:niet?|nooit|pas|jamais|not|never) (?:te |trop |too )?"
    r"(?:voor|na|avant|apres|before|after)\b"
    r"|\bpas (?:om|vanaf|rond|tegen|na)\b"
)
#: 'niet om negen maar om tien'
_RATHER: Final = re.compile(r"\b(?:niet?|pas|not) (?:om|a|at|vers) .*\b(?:maar|mais|but) .*")
#: What time it is, told and not asked for: 'het is tien uur', 'tien uur is het al'.
_TELLS: Final = re.compile(
    r"(?:\b(?:het|it|il) |\b't |\bt )(?:is|est|was|etait)(?: (?:nu|al|pas|maar|bijna|now))* $"
    r"|\bit's(?: now)? $|\b(?:is|was) (?:het|'t) $"
)
_TOLD_BEHIND: Final = re.compile(r" (?:is|was) (?:het|'t)(?: (?:nu|al|pas))*[ .!]*$")
#: Loneliness, and no choice, which stands before what it chooses: 'elke dag alleen'.
_LONELY: Final = re.compile(r"\b(?:zo|te|weer|altijd|ook) alleen\b|\balleen *[,.;!]")


def alone(text: str, language: str) -> bool:
    """Whether an hour by the clock, or days that are taken away, added or chosen, are all there is
    in a message. Takes any text."""
    before, behind = parted(text, language)
    whole = plain(before or behind)
    if _ONCE.search(whole.text) or (before and behind.strip(" .!")):
        return False
    clocks, days, spans = _told(whole, language)
    rather = _RATHER.search(whole.text)
    if rather:
        spans += [m.span() for m in BARE.finditer(whole.text, rather.start())]
    words = _beside(whole, spans)
    if not words <= SMALL or "?" in text or _is_told(whole.text, spans):
        return False
    if clocks and not are_chosen(before or behind, language):
        return False  # 'no 9am please', 'sauf à 9h'
    gone = refused(whole.text, days)
    if gone is None or (words & _NOT and not (gone or rather or _BOUND.search(whole.text))):
        return False  # what is refused is not known
    by_clock = any(says_number(whole, c) and not _is_bare(whole, c) for c in clocks)
    return by_clock or bool(spans and words & TURNS)


def wished(text: str, language: str) -> str:
    """What she wishes, without why. What goes on behind a reason counts where it is a wish and
    nothing else; where it may be more of the reason, ', en dinsdag de poetsvrouw', nothing does."""
    before, behind = parted(text, language)
    whole = plain(behind)
    _, _, spans = _told(whole, language)
    if not spans:
        return before
    return before + behind if _beside(whole, spans) <= PLAIN else ""


def is_story(text: str, language: str) -> bool:
    """Whether days, or so many times a week, are named in a story, and neither chosen nor refused:
    'half tien, maandag komt de poetsvrouw', 'zaterdag, ik ga naar mijn zus'."""
    chosen = False  # whether the clause before chose a day, and this one goes on
    for place, clause in enumerate(_BREAK.split(plain(text).text)):
        if place % 2:
            chosen = chosen and clause != "."
            continue
        if _is_story(clause, language) or (chosen and _goes_on(clause, language)):
            return True
        chosen = _chooses(clause, language)
    return False


def turns_days(text: str, language: str) -> bool:
    """Whether it refuses days, or tells how often: 'one a week is enough', and not 'zondag'."""
    whole = plain(text)
    days = find_days(whole, language)
    counted = any(value[0].isdigit() for _, _, value in find_frequencies(whole))
    return counted or bool(days and refused(whole.text, days))


_WISHED: Final = re.compile(
    r"\b(?:graag|liefst|aub|alstublieft|alsjeblieft|genoeg|volstaat|svp|s'il|volontiers|suffit"
    r"|please|pls|enough)\b"
)


def takes_back(text: str, language: str) -> bool:
    """Whether the story stands behind a 'but': 'om tien uur, maar zondag ben ik weg'."""
    _, *behind = re.split(r"\b(?:maar|mais|but)\b", plain(text).text)
    return any(is_story(one, language) for one in behind)


def _is_story(clause: str, language: str) -> bool:
    whole = plain(_GO_ON.sub(" ", clause))
    _, days, spans = _told(whole, language)
    if not _often(whole, language) or _other(whole, spans) <= CHOSEN:
        return False
    return not (days and refused(whole.text, days))


def _chooses(clause: str, language: str) -> bool:
    """What stands behind 'zondag niet', or 'dinsdag graag', is why."""
    whole = plain(clause)
    if _WISHED.search(whole.text):
        return False
    return bool(_often(whole, language)) and not refused(whole.text, find_days(whole, language))


def _goes_on(clause: str, language: str) -> bool:
    """Whether it tells more of the day before it."""
    whole = plain(clause)
    _, _, spans = _told(whole, language)
    return not spans and not _other(whole, spans) <= CHOSEN


def _often(whole: Plain, language: str) -> list[tuple[int, int]]:
    """Where days and 'twice a week' stand."""
    counted = find_frequencies(whole)
    days = [(start, end) for start, end, _ in find_days(whole, language)]
    return days + [(start, end) for start, end, value in counted if value[0].isdigit()]


def _other(whole: Plain, spans: list[tuple[int, int]]) -> set[str]:
    words = _beside(whole, spans) - CHOSEN
    return {part for word in words for part in word.split("'") if part}


def _told(whole: Plain, language: str) -> tuple[list[Hour], list[Days], list[tuple[int, int]]]:
    """The hours and the days in a text, and where these and 'twice a week' stand."""
    clocks, days = find_hours(whole, language), find_days(whole, language)
    spans = [(one.start, one.end) for one in clocks] + [(start, end) for start, end, _ in days]
    return clocks, days, spans + [(start, end) for start, end, _ in find_frequencies(whole)]


def _beside(whole: Plain, spans: list[tuple[int, int]]) -> set[str]:
    """The other words."""
    left = list(whole.text)
    for start, end in spans:
        left[start:end] = " " * (end - start)
    return {word.strip("'") or "s" for word in re.findall(r"[a-z']+|[0-9]+", "".join(left))}


def _is_told(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether these words tell what time it is, or that somebody is alone."""
    last = max((start for start, _ in spans), default=len(text))
    if _LONELY.search(text) or re.search(r"\balleen\b", text[last:]):
        return True
    return any(_TELLS.search(text[:start]) or _TOLD_BEHIND.match(text, end) for start, end in spans)


def _is_bare(whole: Plain, hour: Hour) -> bool:
    return whole.text[hour.start : hour.end].isdigit()
