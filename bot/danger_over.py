"""She says that she is safe after a coordinator opened her alert: whoever did reads so, and may
call off who is on the way. None of her words go along."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select

from bot import concerns, danger, instants, people
from bot.channel import Say
from bot.house import Moment
from bot.i18n import Text
from bot.people import tell
from bot.safety import reply as replies
from bot.safety.concern import KINDS
from bot.store.tables import Audit, Person

SAFE_SINCE: Final = Text(
    "danger/safe-since",
    "Alert {number}: this resident wrote that they are safe, at {hour}.",
)
HELPED_SINCE: Final = Text(
    "danger/helped-since",
    "Alert {number}: this resident wrote that help is coming or is not needed, at {hour}.",
)
PASSED_ON: Final = Text(
    "danger/passed-on",
    "The coordination ({name}) had been alerted for you, and knows this now. I do not know if "
    "somebody still calls or comes.",
)
PASSED_ON_BY_SEVERAL: Final = Text(
    "danger/passed-on-by-several",
    "Your alert was opened by these coordinators: {names}. They now read this from me. I do not "
    "know if somebody still calls or comes.",
)


async def said_safe(moment: Moment, person: Person, about: str = "") -> str:
    """No alert goes out any more. `about`: the kind of danger of the question that she answered:
    that help comes for an illness says nothing of any other danger, nor does her yes to 'are you
    safe?' say that it comes. While there is another nobody is told that it is over. Returns what
    she reads of whoever opened an alert, or ''."""
    kinds = [kind for kind in KINDS if not about or _is_ill(kind) == _is_ill(about)]
    other = await concerns.has_another(moment, person, kinds)
    names = [] if other else await _tell_who_opened(moment, person, about)
    await concerns.answered(moment, person, replies.SAFE, kinds)
    if len(names) > 1:
        return moment.text(person, PASSED_ON_BY_SEVERAL, names=", ".join(names))
    return moment.text(person, PASSED_ON, name=names[0]) if names else ""


def _is_ill(kind: str) -> bool:
    return kind == replies.MEDICAL


async def _tell_who_opened(moment: Moment, person: Person, about: str) -> list[str]:
    """Once for an alert: what she called over before was told then."""
    row = await concerns.danger(moment, person)
    if row is None:
        return []
    opened = await _who_opened(moment, person)
    number = await danger.number_of(moment, row)
    text = HELPED_SINCE if _is_ill(about) else SAFE_SINCE
    told = [one for one in await people.coordinators(moment) if one.id in opened]
    for reader in told:
        hour = instants.hour(moment, reader, moment.now)
        said = moment.text(reader, text, number=number, hour=hour)
        await tell(moment, reader, Say(said), "alert")
    return [reader.name or moment.house.organisation for reader in told]


async def _who_opened(moment: Moment, person: Person) -> set[int | None]:
    """Who opened an alert of hers since her oldest danger that is not over."""
    since = await concerns.since(moment, person) or moment.now
    rows = await moment.session.scalars(
        select(Audit.actor_id)
        .where(Audit.action == "danger.released", Audit.person_id == person.id)
        .where(Audit.at >= since)
    )
    return set(rows)
