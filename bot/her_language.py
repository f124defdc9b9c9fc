"""In which language the bot goes on with a resident who writes in another than hers."""

from __future__ import annotations

from bot import handoffs, language, newcomers, people
from bot.house import Moment
from bot.store.tables import Person
from bot.understanding import Understanding

SETTLED = 2  # messages in a row in another language, before the bot goes along
WORDY = 3  # words that a message has at least which counts: 'ok merci' does not
_OTHER = "_other_language"  # a fact: the language, and how many messages were in it


async def of_a_newcomer(moment: Moment, person: Person, text: str) -> None:
    """Who was not welcomed yet may never have chosen a language: hers is what she writes, where
    that is sure."""
    if not await newcomers.is_met(moment, person):
        person.language = language.sure(text) or person.language


async def settled(moment: Moment, person: Person, understood: Understanding) -> None:
    """A resident who goes on in another language is answered in it: two messages make a switch."""
    if len(understood.text.split()) < WORDY:
        return
    seen = (await people.facts(moment, person)).get(_OTHER, "")
    code, _, count = seen.partition(":")
    times = int(count or 0) + 1 if code == understood.language else 1
    kept = f"{understood.language}:{times}"
    if understood.language == person.language:
        kept = ""
    elif times >= SETTLED:
        person.language, kept = understood.language, ""
        await handoffs.follow_language(moment, person)
    if kept or seen:
        await people.remember(moment, person, _OTHER, kept)
