"""How a danger ends, as one table: what a word of hers does to each danger that she told of.

Pure: the rows and the instant come in, a `Step` goes out, and `bot.danger_over` carries it out.
What a word is, is read elsewhere (`bot.safety_said`). Three laws stand above the table:

- a danger ends by a word of its own kind alone: 'I am safe' says nothing of help for an illness;
- 'not safe' always leaves a danger that is open, with an alert before it, or one that went out;
- which danger came first changes nothing but of which she is asked first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, StrEnum
from typing import Final

from bot.safety import reply as replies
from bot.safety.reply import MEDICAL

STANDS: Final = timedelta(hours=24)  # so long a danger is open, and a gentle question
BETWEEN: Final = timedelta(hours=1)  # two alerts of one resident, where she says that it goes on
TAKEN: Final = "taken"  # a volunteer has her talk
ACT: Final = "act"


class Word(StrEnum):
    SAFE = "I am safe"  # in any words, by that button, or by a yes to that question
    ALL_OVER = "I am safe, and help is coming"
    NO_DANGER = "there is no danger"
    HELP = "help is coming"
    NO_HELP = "no help is needed"
    NOT_SAFE = "I am not safe"  # the button, or a no to that question; of help: nobody comes
    UNSAFE_WORDS = "I do not feel safe here"  # in words of her own
    YES = "yes, it is that"
    NO = "no, a heavy day"  # and whatever else answers a gentle question
    SAME = "the same"  # to 'how is it now?'
    OTHER = "something else"


class State(Enum):
    DOUBT = 0  # asked gently, without an answer
    SETTLED = 1  # asked gently, and answered
    OPEN = 2  # danger of the last day that is not over
    OVER = 3
    OLD = 4  # danger of longer ago


class Does(Enum):
    NOTHING = "nothing"
    THIS = "ends what it is about"
    KIND = "ends what is of its kind"
    NOT_ILL = "ends all but an illness"
    NOT_ILL_AND_THIS = "ends all but another illness"
    ILL = "ends the illness"
    ALL = "ends all"
    NOTES = "is written down"
    BEGINS = "begins a danger"
    ASKS = "is asked about"


_N, _NOT_ILL, _AND_THIS = Does.NOTHING, Does.NOT_ILL, Does.NOT_ILL_AND_THIS
_BEGINS, _ASKS, _NOTES, _KIND = Does.BEGINS, Does.ASKS, Does.NOTES, Does.KIND
TABLE: Final[dict[Word, tuple[Does, Does, Does, Does, Does]]] = {
    # of a row that is    DOUBT      SETTLED   OPEN      OVER      OLD
    Word.SAFE:           (_AND_THIS, _NOT_ILL, _NOT_ILL, _NOT_ILL, _AND_THIS),
    Word.ALL_OVER:       (Does.ALL, Does.ALL, Does.ALL, Does.ALL, Does.ALL),
    Word.NO_DANGER:      (Does.THIS, _KIND, _KIND, _KIND, _KIND),
    Word.HELP:           (Does.ILL, Does.ILL, Does.ILL, Does.ILL, Does.ILL),
    Word.NO_HELP:        (Does.ILL, Does.ILL, Does.ILL, Does.ILL, Does.ILL),
    Word.NOT_SAFE:       (_BEGINS, _BEGINS, _NOTES, _BEGINS, _BEGINS),
    Word.UNSAFE_WORDS:   (_BEGINS, _ASKS, _NOTES, _ASKS, _BEGINS),
    Word.YES:            (_BEGINS, _BEGINS, _N, _N, _N),
    Word.NO:             (_NOTES, _N, _N, _N, _N),
    Word.SAME:           (_N, _N, _BEGINS, _N, _BEGINS),
    Word.OTHER:          (_N, _N, _N, _N, _N),
}  # fmt: skip
ENDING: Final = frozenset(
    {Word.SAFE, Word.ALL_OVER, Word.NO_DANGER, Word.HELP, Word.NO_HELP}
)  # nothing else ends a danger
UNSAFE: Final = frozenset({Word.NOT_SAFE, Word.UNSAFE_WORDS})
GOES_ON: Final = frozenset({*UNSAFE, Word.SAME})  # nobody is told twice within the hour


@dataclass(frozen=True, slots=True)
class Danger:
    """A row of hers of the last days: told (`act`), or asked about gently (`ask`)."""

    id: int
    kind: str
    level: str
    answer: str | None
    at: datetime
    answered_at: datetime | None = None

    @property
    def ill(self) -> bool:
        return self.kind == MEDICAL

    @property
    def alone(self) -> bool:
        """Whether no volunteer took it either."""
        return self.answer not in (replies.SAFE, TAKEN)

    def state(self, now: datetime) -> State:
        if self.level != ACT:
            fresh = self.answer is None and now - self.at < STANDS
            return State.DOUBT if fresh else State.SETTLED
        if now - self.at >= STANDS:
            return State.OLD
        return State.OVER if self.answer == replies.SAFE else State.OPEN


@dataclass(frozen=True, slots=True)
class Said:
    """`about`: the kind of danger that the words name themselves, or whose button it was."""

    word: Word
    about: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """`of`: what her word is about. `ends`: what is over. `notes`: her answer is written to it.
    `begins`: from now on it is a danger of its own, whose alert goes out at `alert_from` at the
    earliest. `asks`: of which she is asked whether she is safe; `doubts`: instead of taking her
    word for anything. `carries`: which gentle question is put again. `rings`: what an alert that
    waits is about from now on. `tells`: whoever opened one since then reads that it is over."""

    of: int
    ends: frozenset[int] = frozenset()
    notes: bool = False
    begins: bool = False
    alert_from: datetime | None = None
    asks: int | None = None
    doubts: bool = False
    carries: int | None = None
    rings: int | None = None
    tells: datetime | None = None


def decide(
    rows: Sequence[Danger],
    asked: Danger,
    said: Said,
    now: datetime,
    alerted: datetime | None = None,
) -> Step:
    """`asked`: what she was asked about, one of `rows`; `alerted`: when her last alert went out."""
    row = meant(rows, asked, said, now)
    does = TABLE[said.word][row.state(now).value]
    if said.word == Word.NO_HELP and row.ill and not asked.ill:  # asked of something else
        does = Does.ASKS
    if said.word == Word.SAME and row.answer == replies.SAFE:
        does = Does.NOTHING  # a heavy day, after danger that was over
    went_out = alerted is not None and alerted >= row.at
    if said.word in UNSAFE and does is Does.NOTES and went_out and row.answer != TAKEN:
        does = Does.BEGINS  # nobody is told of it twice, but of what goes on
    ends = _ends(rows, row, does, now)
    left = [one for one in rows if _is_open(one, now) and one.id not in ends]
    alone = [one for one in left if one.alone]
    asks = row.id if does is Does.ASKS else None
    if said.word in ENDING and asks is None:
        asks = _newest(alone)
    ended = [one for one in rows if one.id in ends and one.level == ACT]
    return Step(
        row.id,
        ends,
        notes=_is_noted(row, said, does, now),
        begins=does is Does.BEGINS,
        alert_from=alerted + BETWEEN if alerted and said.word in GOES_ON else None,
        asks=asks,
        doubts=does is Does.ASKS,
        carries=_doubt(rows, ends, now) if ended and not left else None,
        rings=min((one.id for one in alone), default=None),
        tells=_since(rows) if ended and not alone else None,
    )


def _is_noted(row: Danger, said: Said, does: Does, now: datetime) -> bool:
    if row.answer is not None or row.state(now) is State.OLD or said.word == Word.SAME:
        return False
    return does in (_NOTES, _BEGINS)


def meant(rows: Sequence[Danger], asked: Danger, said: Said, now: datetime) -> Danger:
    """Which danger a word is about: the newest of the kind that it names, else what was asked. 'I
    do not feel safe', where that is over or an illness, is of the newest that is open; 'the
    same' of what is not over."""
    unsafe, stands = said.word in UNSAFE, asked.state(now)
    if said.word == Word.SAME:
        lasts = [one for one in rows if one.level == ACT and one.answer != replies.SAFE]
        return asked if asked in lasts else max(lasts, key=lambda one: one.id, default=asked)
    if said.word not in ENDING | UNSAFE:
        return asked
    still = [one for one in rows if _is_open(one, now)]
    if said.about or (unsafe and stands is State.OPEN and not asked.ill):
        kind = said.about or asked.kind
        still = [one for one in still if one.kind == kind]
    elif unsafe and (asked.ill or stands in (State.SETTLED, State.OVER)):
        still = [one for one in still if not one.ill]
    else:
        return asked
    return max(still, key=lambda one: one.id, default=asked)


def _ends(rows: Sequence[Danger], row: Danger, does: Does, now: datetime) -> frozenset[int]:
    """A gentle question ends where it is asked about, or with a danger of its kind."""
    this = row.state(now) is State.DOUBT or row.level == ACT
    found = {one for one in rows if one.level == ACT and _in_scope(one, row, does)}
    if this and (_in_scope(row, row, does) or does in (Does.THIS, Does.NOT_ILL_AND_THIS)):
        found.add(row)
    kinds = {one.kind for one in found}
    found |= {one for one in rows if one.kind in kinds and one.state(now) is State.DOUBT}
    return frozenset(one.id for one in found if one.answer != replies.SAFE)


def _in_scope(one: Danger, row: Danger, does: Does) -> bool:
    return (
        does is Does.ALL
        or (does is Does.KIND and one.kind == row.kind)
        or (does is Does.ILL and one.ill)
        or (does in (Does.NOT_ILL, Does.NOT_ILL_AND_THIS) and not one.ill)
    )


def _is_open(one: Danger, now: datetime) -> bool:
    return one.state(now) is State.OPEN


def _newest(rows: Sequence[Danger]) -> int | None:
    return max((one.id for one in rows), default=None)


def _doubt(rows: Sequence[Danger], ends: frozenset[int], now: datetime) -> int | None:
    return _newest([one for one in rows if one.state(now) is State.DOUBT and one.id not in ends])


def _since(rows: Sequence[Danger]) -> datetime | None:
    """When the oldest danger was told that she has not called over, or that she called over while
    such a one stood: nobody read of that then."""
    begun: datetime | None = None
    for row in sorted(rows, key=lambda one: one.id, reverse=True):
        if row.level != ACT:
            continue
        beside = begun is not None and row.answered_at is not None and row.answered_at > begun
        if row.answer != replies.SAFE or beside:
            begun = row.at
    return begun
