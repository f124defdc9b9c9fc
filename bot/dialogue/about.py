"""Whom or what of hers a question is about, in her words: what is decided by it, and what becomes
of it (`about:` in a step)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.dialogue import avoided, kept, memory
from bot.dialogue.topics import topic


def of_message(wish: str | None, text: str, facts: Mapping[str, str], at: str) -> str:
    """What a message is about: the topic of a wish, else whom or what of hers it names. `at`: what
    the question that stands is about."""
    return topic(wish, text, at) if wish else kept.named(text, facts)


def becomes(what: str, facts: Mapping[str, str], words: str, today: date) -> dict[str, str]:
    """The facts that change (`names.ABOUTS`)."""
    if what == "remember":
        return kept.keep(facts, words, today)
    if what == "note_asked":
        return {"asked_after": today.isoformat()} | kept.asked(facts, words, today)
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
    if by == "is_kept":
        return kept.is_kept(facts, words)
    if by == "is_avoided":
        return bool(words) and avoided.avoids(facts, words)
    return bool(kept.person(words) if by == "about_person" else words)


def shown(facts: Mapping[str, str], words: str) -> dict[str, str]:
    """The placeholders {about}, {people} and {lost}, those of them that are known."""
    people = avoided.BETWEEN.join(known.words for known in kept.people(facts).values())
    gone = avoided.BETWEEN.join(avoided.gone(facts))
    found = {"about": words, "people": people, "lost": gone}
    return {name: value for name, value in found.items() if value}
