"""Somebody who is not welcomed yet: whether she is, and what she must have read before."""

from __future__ import annotations

from typing import Final

from bot import memories, people
from bot.dialogue.names import WELCOME
from bot.dialogue.turns import Act, Ended, Say, Turn
from bot.house import Moment
from bot.standing import whereabouts
from bot.store.tables import Person

MET: Final = "_met"  # the fact that she knows who she is talking with
AGREED: Final = "agreed"  # the fact that she said yes to greetings
ASKED: Final = f"{WELCOME}/language/"  # the step before any: in which language to say it
# The step that says what is talking, and asks for that yes. Asked again, it says neither: that is
# another step, and only for who has read this one (`Library.anew`).
CONSENT: Final = f"{WELCOME}/consent/"


async def is_met(moment: Moment, person: Person) -> bool:
    """Whether the welcome was brought to its end, or she wants none."""
    return MET in await people.facts_of(moment, person)


async def is_new(moment: Moment, person: Person) -> bool:
    """Whether the welcome is still to come, and no question stands. Who said yes to greetings is
    not asked that again."""
    at = await whereabouts(moment, person)
    if at.position is not None or await is_met(moment, person):
        return False
    return AGREED not in await people.facts_of(moment, person)


async def note(moment: Moment, person: Person, turn: Turn) -> None:
    """After a turn. What came in between and led elsewhere is no end of the welcome; a wish for no
    messages is."""
    ends = any(isinstance(e, Ended) and e.dialogue == WELCOME and not e.cut for e in turn.effects)
    stops = any(isinstance(e, Act) and e.name == "stop" for e in turn.effects)
    if ends or stops:
        await people.remember(moment, person, MET, "yes")


async def is_untold(moment: Moment, person: Person, turn: Turn) -> bool:
    """Whether this turn answers somebody who never read what is talking, and does not say it."""
    spoken = [effect.ref for effect in turn.effects if isinstance(effect, Say)]
    if any(ref.startswith(CONSENT) for ref in spoken):
        await memories.told_machine(moment, person)
    if any(ref.startswith((ASKED, CONSENT)) for ref in spoken):
        return False
    return not await is_met(moment, person)
