"""A handoff after danger never waits long in silence: phones ring anew, the coordinators hear of
it, and she reads how it stands and whom she can call meanwhile. `bot.watching` says when."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from bot import alerts, discreet, handoffs, instants, people, roster, watching
from bot.channel import Say
from bot.handoff_texts import COORDINATORS_KNOW, NIGHT_OVER, NOBODY_FREE, NOBODY_THERE, NOBODY_YET
from bot.house import Moment
from bot.i18n import Text
from bot.lifecycle import CONSENTED
from bot.open_texts import WAITING_LONG
from bot.store.tables import Handoff, Person
from bot.transitions import move

LET_BE: Final = timedelta(minutes=20)  # a phone that rang so shortly ago is not rung anew
STEP_OF_ITS_OWN: Final = 1  # this step is the coordinators' alone: she heard an hour ago


async def step(moment: Moment, handoff: Handoff, times: int) -> None:
    """Nobody took it in time. She reads so half an hour after she asked, at any hour; from then on
    by day."""
    await handoffs.escalate(moment, handoff, WAITING_LONG, "nobody took it")
    await ring_everybody(moment, handoff)
    await watching.watch(moment, handoff, times + 1)
    awake = moment.house.quiet.after(moment.now, moment.house.zone) == moment.now
    if times == 0 or (awake and times != STEP_OF_ITS_OWN):
        await tell_her(moment, handoff, NOBODY_YET)


async def ring_anew(moment: Moment, handoff: Handoff, morning: bool) -> None:
    """Every hour by day. In the morning the coordinators and she hear of it too."""
    await ring_everybody(moment, handoff)
    waits = moment.now - (handoff.opened_at or moment.now)
    if morning and waits > LET_BE:
        await handoffs.escalate(moment, handoff, WAITING_LONG, "nobody took it")
        await watching.watch(moment, handoff, watching.AT_ANY_HOUR)
        await watching.plan_anew(moment, handoff)
        await tell_her(moment, handoff, NIGHT_OVER)
    else:
        await watching.plan_anew(moment, handoff)


async def ring_everybody(moment: Moment, handoff: Handoff) -> None:
    """All who may come now; who said 'not now' a short while ago is left alone."""
    await alerts.forget_unanswered(moment, handoff, moment.now - LET_BE)
    found = await roster.everybody(moment, handoff)
    if found and handoff.state == CONSENTED:
        await move(moment, handoff, "ring")
        await watching.stand(moment, handoff)
    await alerts.ring(moment, handoff, found)


async def tell_her(moment: Moment, handoff: Handoff, text: Text) -> None:
    """How it stands: whether phones ring, when they do again, who knows, whom she can call. Where
    somebody else may hold her telephone, not that it is urgent."""
    person = await moment.session.get_one(Person, handoff.person_id)
    at = await watching.planned(moment, handoff, "ring_anew") or moment.now
    if not await alerts.is_pending(moment, handoff):
        free = await roster.next_free(moment, handoff)
        text, at = (NOBODY_THERE, free) if free is not None else (NOBODY_FREE, at)
    said = moment.text(person, text, when=instants.told(moment, person, at))
    neutral = await discreet.of_itself(moment, person)
    if await people.within_reach(moment) and not neutral:
        said += " " + moment.text(person, COORDINATORS_KNOW)
    said = await handoffs.with_numbers(moment, person, said, of_itself=True)
    await people.tell(moment, person, Say(said))
