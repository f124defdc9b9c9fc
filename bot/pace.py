"""How often first words come and in which tone, by how it is with her: a pure policy.

What she chose is the ceiling. From there it only goes down, and comes back by itself when she
answers, without a word about it:

| state        | when                                       | tone            | at most         |
| ------------ | ------------------------------------------ | --------------- | --------------- |
| steady       | else                                       | the check-in    | as she chose    |
| low          | a hard day within 3 days, a loss within 14 | quiet, no ideas | every 2 days,   |
|              |                                            |                 | once unanswered |
| reaching out | three greetings without an answer          | asks nothing    | every 2 days    |
| silent       | six; nine; twelve                          | asks nothing    | 7; 14; 28 days  |

Who is low and answers is not greeted less for saying so. No figure here has a source; they are
ours.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

QUIET_AFTER: Final = 3  # greetings in a row without an answer
SILENT_AFTER: Final = 6
GENTLE_GAP: Final = 2  # days between two first words while low, or while reaching out
# While silent: from so many greetings without an answer on, so many days from one to the next.
SILENT_GAPS: Final = ((12, 28), (9, 14), (SILENT_AFTER, 7))


class State(StrEnum):
    STEADY = "steady"
    LOW = "low"
    REACHING_OUT = "reaching out"
    SILENT = "silent"


def state(unanswered: int, low: bool) -> State:
    """`unanswered`: greetings in a row; `low`: a hard day or a loss that still counts."""
    if unanswered >= SILENT_AFTER:
        return State.SILENT
    if unanswered >= QUIET_AFTER:
        return State.REACHING_OUT
    return State.LOW if low else State.STEADY


def gap(unanswered: int, low: bool) -> int:
    """Days from one first word to the next, at least."""
    found = state(unanswered, low)
    if found is State.SILENT:
        return next(days for count, days in SILENT_GAPS if unanswered >= count)
    answers = found is State.LOW and unanswered == 0
    return 1 if answers or found is State.STEADY else GENTLE_GAP


def rests(last: date | None, day: date, unanswered: int, low: bool) -> bool:
    """Whether a first word on `day` would come too soon after the `last` one."""
    return last is not None and (day - last).days < gap(unanswered, low)
