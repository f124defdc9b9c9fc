"""Whom or what of hers a question is about, in her words: what is decided by it, and what becomes
of it (`about:` in a step)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.dialogue import avoided, birthdays, kept, memory, presented
from bot.dialogue.intents import FORGET_PART
from bot.dialogue.topics import named, topic
from bot.dialogue.words import plain


def of_message(wish: str | None, text: str, facts: Mapping[str, str], at: str) -> str:
    """What a message is about: the topic of a wish, else whom or what of hers it names. `at`: what
    the question that stands is about."""
    if wish is None:
        return kept.named(text, facts)
    if wish == presented.TELL:
        return presented.words(text)
    if wish == birthdays.TELL:
        return birthdays.day(text)
    if wish == FORGET_PART:
        return topic(wish, text, at) or to_forget(text, facts) or kept.named(text, facts)
    return topic(wish, text, at)


def to_forget(text: str, facts: Mapping[str, str]) -> str:
    """Her words for whom or what is kept that an order to forget names, by any of them."""
    words = named(plain(text), asked=True)
    return kept.of_words(facts, words) if words else ""


def forgets(text: str, facts: Mapping[str, str], *, asked: bool = False) -> bool:
    """Whether a message is an order to forget one thing that is kept, or, where it is `asked` what
    may go, one to forget any."""
    words = named(plain(text), asked=asked)
    return bool(words) and (asked or bool(kept.of_words(facts, words)))


def becomes(what: str, facts: Mapping[str, str], words: str, today: date) -> dict[str, str]:
    """The facts that change (`names.ABOUTS`)."""
    if what == "remember":
        return kept.keep(facts, words, today)
    if what == "note_asked":
        return {"asked_after": today.isoformat()} | kept.asked(facts, words, today)
    if what == "keep_day":
        return {memory.ANNIVERSARY: memory.with_days(facts, words)} if memory.is_day(words) else {}
    if what == "allow":
        return avoided.allowed(facts, words)
    gone: dict[str, str] = {}
    for entry in words.split(avoided.BETWEEN):
        gone |= kept.forget(facts, entry)
    return gone | avoided.added(facts, words) if what == "avoid" else gone


def decide(by: str, facts: Mapping[str, str], words: str, today: date) -> bool:
    """A decision of `names.ABOUT`."""
    if by == "may_keep":
        return memory.may_keep(facts, today, words)
    if by == "may_keep_day":
        return memory.may_keep_day(facts, words)
    if by == "is_kept":
        return kept.is_kept(facts, words)
    if by == "is_avoided":
        return bool(words) and avoided.avoids(facts, words)
    return bool(kept.person(words) if by == "about_person" else words)


def shown(facts: Mapping[str, str], words: str) -> dict[str, str]:
    """The placeholders {about}, {day}, {people} and {lost}, those of them that are known."""
    people = avoided.BETWEEN.join(known.words for known in kept.people(facts).values())
    gone = avoided.BETWEEN.join(avoided.gone_as_said(facts))
    day = words if memory.is_day(words) else ""
    found = {"about": words, "day": day, "people": people, "lost": gone}
    return {name: value for name, value in found.items() if value}
