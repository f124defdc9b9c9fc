"""An alert of danger that nobody opened goes out anew, by night too, by the same steps as a request
after danger that nobody took; from then on the overview shows it each morning."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from bot import danger, open_dangers, people, timers
from bot.house import Moment
from bot.store.tables import Person
from bot.watching import AT_ANY_HOUR, urgent_wait

TIMER: Final = "danger_again"
DAY: Final = timedelta(days=1)


async def plan(moment: Moment, person: Person, times: int = 0) -> None:
    """From each alert on anew: one that tells of what goes on begins it again."""
    await timers.drop(moment.session, moment.now, TIMER, person_id=person.id)
    due = moment.now + urgent_wait(moment, times)
    if times >= AT_ANY_HOUR:
        if moment.house.policy.overview_at is not None:
            return
        due = moment.house.quiet.after(moment.now + DAY, moment.house.zone)  # no overview shows it
    await timers.plan(moment.session, TIMER, due, person_id=person.id, times=times)


async def ring(moment: Moment, person: Person, times: int) -> None:
    """Not once somebody opened it, or it is over."""
    one = await open_dangers.hers(moment, person)
    if one is None or one.opened:
        return
    if await people.within_reach(moment):
        await danger.alert(moment, one.concern, again=True)
    await plan(moment, person, times + 1)
