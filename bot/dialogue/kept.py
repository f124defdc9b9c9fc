"""What is kept with her consent to be kind with later: her people, and what she told last.

A relation is a fact of its own (`relation.brother`): when she told of him, when he was asked after,
and her words. Anything else is the topic: asked after once, then gone. What she says may take away
at once what would be cruel to raise; that needs no consent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Self

from bot.dialogue import avoided
from bot.dialogue.words import plain
from bot.understanding import Understanding
from bot.values.losses import is_long_ago, lost, tells_of_death, tells_of_dying
from bot.values.own import ASKED_AFTER, MORTAL, find_own, key_of, nouns_of

TOPIC: Final = "topic"
RELATION: Final = "relation."  # and the canonical name
PEOPLE_DAYS: Final = 120  # without a word of somebody, who is then forgotten
NEWS: Final = 3  # days before somebody is asked after for the first time
AGAIN: Final = 28  # and from an answer to the next time
CLEAR: Final = 0.6  # how sure the model must be to quieten what would hurt


@dataclass(frozen=True, slots=True)
class Kept:
    """Somebody of hers: her words, when she told of them last, when they were asked after."""

    words: str
    told: date
    asked: date | None = None

    def write(self) -> str:
        """As the fact's value, which `read` reads."""
        return f"{self.told} {self.asked or '-'} {self.words}"

    @classmethod
    def read(cls, value: str) -> Self | None:
        """None for what was never written so."""
        told, _, rest = value.partition(" ")
        asked, _, words = rest.partition(" ")
        try:
            day = None if asked == "-" else date.fromisoformat(asked)
            return cls(words, date.fromisoformat(told), day)
        except ValueError:
            return None


def people(facts: Mapping[str, str]) -> dict[str, Kept]:
    """Her people, by canonical name; whom she spoke of last comes first."""
    found = {
        key.removeprefix(RELATION): kept
        for key, value in facts.items()
        if key.startswith(RELATION) and (kept := Kept.read(value)) is not None
    }
    return dict(sorted(found.items(), key=lambda pair: (-pair[1].told.toordinal(), pair[0])))


def expired(facts: Mapping[str, str], today: date) -> tuple[str, ...]:
    """The facts of people of whom nothing was told for long, or that nobody can read."""
    fresh = {n for n, k in people(facts).items() if (today - k.told).days < PEOPLE_DAYS}
    named = (key for key in facts if key.startswith(RELATION))
    return tuple(key for key in named if key.removeprefix(RELATION) not in fresh)


def person(words: str) -> str:
    """The canonical name where these words are about somebody who may be asked after; else ''."""
    key = key_of(words)
    return key if key in ASKED_AFTER else ""


def keep(facts: Mapping[str, str], words: str, today: date) -> dict[str, str]:
    """The facts that change when she agrees to have this kept, or tells of it again."""
    if not words:
        return {}
    if not (name := person(words)):
        return {TOPIC: words, "topic_on": today.isoformat()}
    before = people(facts).get(name)
    return {RELATION + name: Kept(words, today, before.asked if before else None).write()}


def asked(facts: Mapping[str, str], words: str, today: date) -> dict[str, str]:
    """The facts that change when somebody is asked after: not again before she tells of them."""
    name = person(words)
    known = people(facts).get(name)
    return {RELATION + name: replace(known, asked=today).write()} if known else {}


def forget(facts: Mapping[str, str], words: str) -> dict[str, str]:
    """The facts that change when this is kept no longer."""
    gone = [RELATION + n for n, k in people(facts).items() if avoided.same(words, k.words)]
    if avoided.same(words, facts.get(TOPIC, "")):
        gone += [key for key in (TOPIC, "topic_on") if key in facts]
    return dict.fromkeys(gone, "")


def is_kept(facts: Mapping[str, str], words: str) -> bool:
    """Whether something of this is kept."""
    return bool(words and forget(facts, words))


def of_words(facts: Mapping[str, str], words: str) -> str:
    """Her words for whom or what is kept, where these are some of them: 'lucienne' is 'ma voisine
    Lucienne', and 'ma sœur' is 'ma sœur Anne'; '' for all else."""
    said = words.split()
    for known in (*(one.words for one in people(facts).values()), facts.get(TOPIC, "")):
        if known and avoided.same(words, known) and set(said) <= set(plain(known).split()):
            return known
    return ""


def due(facts: Mapping[str, str], today: date) -> str:
    """Her words for who is to be asked after today, whoever waited longest; '' for nobody."""
    for known in reversed(people(facts).values()):
        unanswered = known.asked is not None and known.asked > known.told
        wait = NEWS if known.asked is None else AGAIN
        if unanswered or (today - known.told).days < wait or avoided.avoids(facts, known.words):
            continue
        return known.words
    return ""


def named(text: str, facts: Mapping[str, str]) -> str:
    """Her words for whom or what of hers a message is about; else the word in it for what is not to
    be raised, so that nothing is asked about that; else ''."""
    found = (own.words for own in find_own(text) if own.key in ASKED_AFTER or own.key not in MORTAL)
    fine = (words for words in found if not avoided.avoids(facts, words))
    unwanted = (noun for noun in nouns_of(text) if avoided.avoids(facts, noun))
    return next(fine, "") or next(unwanted, "")


def heard(
    facts: Mapping[str, str], understanding: Understanding, about: str, today: date
) -> dict[str, str]:
    """What a message takes away before it is answered. `about`: what the question is about.

    Who died is raised no more; who is dying, and whom she quarrelled with, not before she tells of
    them again, and nobody asks whether such a thing may be kept.
    """
    names = dead(understanding, about)
    changed = avoided.lost(facts, names, today, f"{understanding.text}\n{about}")
    changed |= {RELATION + name: "" for name in names if RELATION + name in facts}
    if key_of(facts.get(TOPIC, "")) in names:
        changed |= {key: "" for key in (TOPIC, "topic_on") if key in facts}
    dying = tells_of_dying(understanding.text)
    if dying or _clearly("tell_conflict", understanding):
        for own in find_own(understanding.text):
            changed |= asked(facts, own.words, today)
    return changed | ({"kept_nothing": today.isoformat()} if dying else {})


def may_take_away(understanding: Understanding) -> bool:
    """Whether `heard` could change anything, whatever is kept: most messages cannot."""
    told = _clearly("tell_conflict", understanding) or _clearly("tell_loss", understanding)
    text = understanding.text
    return told or bool(lost(text)) or tells_of_death(text) or tells_of_dying(text)


def dead(understanding: Understanding, about: str) -> frozenset[str]:
    """The canonical names of whom a message says that they died, or are gone for good."""
    if names := lost(understanding.text):
        return names
    if tells_of_death(understanding.text):
        return frozenset({key_of(about)} & MORTAL)  # 'hij is gestorven'
    if not _clearly("tell_loss", understanding):
        return frozenset()
    return frozenset(own.key for own in find_own(understanding.text)) & MORTAL


def tells_of_loss(understanding: Understanding, about: str) -> bool:
    """Whether a message tells of a loss that is to be answered as one, whatever was asked."""
    if _clearly("tell_loss", understanding):
        return True
    text = understanding.text
    fresh = tells_of_death(text) and not is_long_ago(text)
    return fresh and bool(dead(understanding, about))


def _clearly(intent: str, understanding: Understanding) -> bool:
    return understanding.intent == intent and understanding.confidence >= CLEAR
