"""Words by which she ends the sharing, while a person reads along: plainly, or perhaps.

Each is a whole message made of a few known words, in three languages and any order, so that no
story, no danger and no other matter hides in it: 'ik wil niet meer' says nothing of sharing, and
'I don't want to share that' may be an answer to whoever asks. One word more than these, and it is
for who reads along, as ever. Pure, without any model.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from bot.dialogue import withdrawn
from bot.dialogue.declined import declines
from bot.dialogue.enough_words import (
    ALONG,
    ANY_WAIVER,
    BEING,
    ENGLISH,
    FIRST,
    KEPT,
    KNOWN,
    LEADS,
    LEAVES,
    LEAVING,
    MINE,
    MODAL,
    MORE,
    NEED,
    NEG,
    OBJECT,
    OF_ALL,
    PHRASES,
    READ,
    ROLES,
    SHARE,
    SPEAK,
    STOP,
    TALK,
    THEM,
    THEM_TOO,
    TIES,
    WAIVER,
    WANT,
    WHICH,
    WITH,
    YOU,
    usual,
)
from bot.dialogue.words import plain


class Enough(StrEnum):
    PLAINLY = "plainly"  # it ends at once
    PERHAPS = "perhaps"  # she is asked


LONGEST: Final = 18  # words
_CLAUSE: Final = re.compile(r"[.!?,;:…\n]+")
_BECAUSE: Final = (
    r"want(?= (?:ik|k|hij|ze|zij|het|t|dat|er|wij|mijn|de|ge|gij)\b)|omdat|parce qu(?:e\b|['’])|car"
    r"|because|since"
)
_PART: Final = re.compile(rf"{_CLAUSE.pattern}|\b(?:{_BECAUSE})", re.IGNORECASE)
_OF_ALL: Final = re.compile(rf"\b(?:{OF_ALL})\b")
_LOVES: Final = re.compile(r"\bhou(?:d|dt)? (?:\w+ )?van\b")  # 'ik hou van praten met u'


def said(text: str, name: str | None) -> Enough | None:
    """What a message says of the sharing with whoever is called so. `name` None: it is not known
    yet, and any one word may be it."""
    asks = "?" in text
    if len(text.split()) > LONGEST or _LOVES.search(plain(text)):
        return None
    called = plain(text) if name is None else _called(plain(text), name)
    if not asks and withdrawn.perhaps(PHRASES.sub(" ", called)):
        return Enough.PERHAPS
    clauses = [_Clause.of(part, name) for part in _CLAUSE.split(text) if plain(part)]
    if not clauses or not all(one.known for one in clauses):
        return None
    found = {one.says for one in clauses}
    if Enough.PLAINLY in found:
        doubt = asks or any(one.not_to_stop or one.may_be_else for one in clauses)
        return Enough.PERHAPS if doubt else Enough.PLAINLY
    return Enough.PERHAPS if Enough.PERHAPS in found and not asks else None


def plain_in(text: str, name: str | None) -> bool:
    """Whether a part of it ends the sharing plainly, whatever stands beside: 'my husband hits me. I
    withdraw my consent', 'stop met delen want hij liegt'."""
    return any(said(part, name) is Enough.PLAINLY for part in _PART.split(text))


def bids_in(text: str, name: str) -> bool:
    """Whether a part of it is no more than a bid to stop: 'hou op, ik wil niet meer'."""
    parts = (PHRASES.sub(" ", _called(plain(part), name)) for part in _CLAUSE.split(text))
    return any(withdrawn.perhaps(part) for part in parts)


def is_one_wish(text: str, name: str | None) -> bool:
    """Whether this ends the sharing in one clause with one wish: 'I don't want to be here any more.
    Stop sharing' says two things."""
    one = len([part for part in _CLAUSE.split(text) if plain(part)]) == 1
    return one and said(text, name) is Enough.PLAINLY and only_of_sharing(text, name)


def only_of_sharing(text: str, name: str | None) -> bool:
    """Whether these words end the sharing, perhaps, and say nothing of her life: each clause is of
    that, or a word like 'sorry'; a 'het hoeft niet meer' may be of her life, beside 'stop' too."""
    parts = [part for part in _CLAUSE.split(text) if plain(part)]
    of_sharing = all(_Clause.of(part, name).is_only_of_sharing for part in parts)
    return of_sharing and said(text, name) is not None and not any(map(_may_be_of_life, parts))


def _may_be_of_life(part: str) -> bool:
    typed = plain(part)
    return _OF_ALL.search(typed) is not None and WAIVER.search(typed) is None


def of_another(text: str, name: str | None) -> bool:
    """Whether it tells what somebody else wants: 'hij wil dat ge stopt met delen'."""
    clauses = [_Clause.of(part, name) for part in _CLAUSE.split(text)]
    return any(one.hers or one.wish_of_another for one in clauses)


@dataclass(frozen=True, slots=True)
class _Clause:
    """Its words; whoever reads along is NAME in them, where she speaks of that person."""

    words: tuple[str, ...]
    waives: bool
    withdraws: bool

    @classmethod
    def of(cls, part: str, name: str | None) -> _Clause:
        typed = PHRASES.sub(" ", _called(usual(plain(part)), name))
        rest = ANY_WAIVER.sub(" ", typed).split()
        waives = rest != typed.split() and set(rest) <= LEADS | {"NAME"}
        as_is = PHRASES.sub(" ", plain(part)) if name is None else typed
        withdraws = withdrawn.plainly(as_is, anybody=name is None)
        return cls(tuple(typed.split()), waives, withdraws)

    @property
    def known(self) -> bool:
        known = set(self.words) <= KNOWN | {"NAME"}
        return known or self.waives or self._leaves or self.withdraws

    @property
    def _leaves(self) -> bool:
        kept = [word for word in self.words if word not in LEADS - KEPT]
        return LEAVES.fullmatch(" ".join(kept)) is not None

    @property
    def not_to_stop(self) -> bool:
        """'Ik wil niet dat ge stopt', 'n'arrêtez pas de partager'."""
        words = self.words
        stops = [place for place, word in enumerate(words) if word in STOP]
        no = [place for place, word in enumerate(words) if word in NEG]
        behind = any(set(words[place + 1 : place + 2]) & (NEG - MORE) for place in stops)
        return behind or bool(stops and no and min(no) < max(stops))

    @property
    def may_be_else(self) -> bool:
        """'Je voudrais vous parler plus' wants more of it, 'I don't want you to do that' and 'ik
        wil niets van u' may be of anything."""
        bag = set(self.words)
        more = "plus" in bag and bag & NEG == {"plus"} and not bag & {"n", "ne"}
        return bool(more or (bag & {"that", "dat", "niets", "niks", "rien"} and not bag & MORE))

    @property
    def is_only_of_sharing(self) -> bool:
        """Not 'ik wil niet meer stop met delen', 'he is here with me stop sharing', or 'I want to
        die stop sharing', whose words may be a story of their own beside that wish."""
        words, bag = self.words, set(self.words)
        if self.waives or self.withdraws or bag <= LEADS:
            return True
        wishes = sum(word in WANT for word in words)
        stops = sum(word in STOP for word in words)
        more_than_one = wishes > 1 or stops > 1 or (stops and bag & NEG)
        dies = "die" in bag and bag & ENGLISH
        other = bag & (THEM | THEM_TOO) and not bag & (MORE | STOP)
        story = more_than_one or dies or other or self.wish_of_another or bag & BEING
        return not story and self.says is not None

    @property
    def says(self) -> Enough | None:
        if self._leaves or self.withdraws:
            return Enough.PLAINLY
        if self.waives:
            return Enough.PERHAPS
        if declines(" ".join(self.words)):
            return Enough.PERHAPS
        found = self._of_sharing() or self._of_person()
        if self.hers:  # 'my man can never read this' is for who reads along
            return Enough.PERHAPS if found and STOP.intersection(self.words) else None
        return Enough.PERHAPS if found and self.wish_of_another else found

    def _of_sharing(self) -> Enough | None:
        bag = set(self.words)
        first, no, more = bool(bag & FIRST), bool(bag & NEG), bool(bag & MORE)
        if bag & STOP and (bag & SHARE or (bag & READ and bag & OBJECT)):
            return Enough.PLAINLY
        if no and bag & (SHARE - ALONG):
            told = first or not self._before(SHARE) & (THEM | {"NAME"})
            return Enough.PLAINLY if more and told and not bag & THEM else Enough.PERHAPS
        reader = bag & THEM or self._strong
        if bag & STOP and bag & READ and reader:
            return Enough.PERHAPS
        wished = (first and bag & WANT) or bag & MODAL
        if no and bag & READ and (wished or more) and (reader or bag & ALONG):
            them = bag & (THEM | THEM_TOO) and not more  # who may be somebody at home
            sure = self._strong or (bag & (ALONG | OBJECT) and not them)
            return Enough.PLAINLY if sure else Enough.PERHAPS
        return None

    def _of_person(self) -> Enough | None:
        words, bag = self.words, set(self.words)
        no, more = bool(bag & NEG), bool(bag & MORE)
        if bag & STOP and self._strong and self._with:
            return Enough.PLAINLY
        if bag & STOP and bag <= STOP | LEADS | {"NAME"}:
            return Enough.PERHAPS
        if no and bag & NEED and self._strong:
            return Enough.PERHAPS
        if not (no and bag & FIRST and bag & WANT):
            none = no and more and not bag & FIRST
            of = none and self._behind("geen", "gene", "de", "more")
            return Enough.PERHAPS if of else None
        who = self._strong or self._third(words)
        if not who:
            talks = bag & TALK and "en" not in bag
            return Enough.PERHAPS if talks and more else None
        if bag & SPEAK:
            return Enough.PLAINLY if self._strong and more else Enough.PERHAPS
        return Enough.PLAINLY if self._strong or more else Enough.PERHAPS

    @property
    def _strong(self) -> bool:
        """Whether it speaks of whoever reads along: to them, or by name and not only by the way."""
        words = self.words
        for place, word in enumerate(words):
            before = words[place - 1] if place else ""
            behind = words[place + 1] if place + 1 < len(words) else ""
            if word == "NAME" and (before in TIES or behind in MODAL):
                return True
        return not YOU.isdisjoint(words)

    @property
    def hers(self) -> bool:
        """Her own man or wife, and not 'that man'."""
        return any(one in MINE and two in ROLES for one, two in pairwise(self.words))

    @property
    def wish_of_another(self) -> bool:
        """'Hij wil dat ge stopt', 'il ne veut plus que je partage': whether it is hers, too, she
        is asked."""
        words = self.words
        return any(
            word in THEM and set(words[place + 1 : place + 3]) & (WANT | {"veut"})
            for place, word in enumerate(words)
            if FIRST.isdisjoint(words[:place])
        )

    def _third(self, words: tuple[str, ...]) -> bool:
        """'Him', 'that man'; not 'no man'."""
        return any(
            word in THEM | THEM_TOO and (word not in ROLES or words[place - 1] in WHICH)
            for place, word in enumerate(words)
        )

    @property
    def _with(self) -> bool:
        return any(
            word in WITH and set(self.words[place + 1 : place + 3]) & (YOU | {"NAME"})
            for place, word in enumerate(self.words)
        )

    def _behind(self, *words: str) -> bool:
        return any(pair in {(word, "NAME") for word in words} for pair in pairwise(self.words))

    def _before(self, these: frozenset[str]) -> set[str]:
        place = next((at for at, word in enumerate(self.words) if word in these), 0)
        return set(self.words[:place])


def _called(typed: str, name: str | None) -> str:
    """With the name of whoever reads along as NAME; where it is not known, the one word that is no
    other."""
    if name is None:
        rest = ANY_WAIVER.sub(" ", PHRASES.sub(" ", typed)).split()
        odd = [word for word in rest if word not in KNOWN | LEAVING]
        called = odd[0] if len(odd) == 1 else ""
    else:
        called = plain(name)
    parts = [called, *called.split()[:1]]
    for part in (one for one in parts if one and one not in KNOWN):  # 'dan' may be a name
        typed = re.sub(rf"\b{re.escape(part)}\b", "NAME", typed)
    return typed
