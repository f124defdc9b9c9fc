"""What `/mydata` says of danger: when safety spoke, what she answered, and who saw her name."""

from __future__ import annotations

from sqlalchemy import select

from bot import accesses, instants
from bot.concerns import ACT
from bot.house import Moment
from bot.i18n import Text
from bot.safety import reply as replies
from bot.store.tables import Concern, Person

DANGER = Text(
    "mydata/danger", "On {value} I showed you numbers to call, because I thought of danger."
)
DOUBT = Text(
    "mydata/doubt", "On {value} I asked you whether there was danger, because I was not sure."
)
# What she answered since, as it is written down: that help comes or is not needed counts as safe.
ALL_RIGHT = Text("mydata/danger-all-right", "After that you said that it was all right.")
HELPED = Text(
    "mydata/danger-helped", "After that you said that help was coming, or was not needed."
)
NONE = Text("mydata/danger-none", "You said that there was none.")
NAME_SEEN = Text(
    "mydata/name-seen",
    "{name} saw after that, on {value}, your name and your language. Also your neighbourhood if "
    "I know it, and what it may be about.",
)
DANGER_SEEN = Text(
    "mydata/danger-seen",
    "{name} saw after that, on {value}, that someone may be in danger. With the language, the "
    "neighbourhood if I know it, and what it may be about. Without a name.",
)
SEEN_IN_DANGER = {accesses.NAME: NAME_SEEN, accesses.NAMELESS: DANGER_SEEN}


async def lines(moment: Moment, person: Person) -> list[str]:
    rows = await moment.session.scalars(
        select(Concern).where(Concern.person_id == person.id).order_by(Concern.id)
    )
    told = dict.fromkeys(_line(moment, person, row) for row in rows)
    return [*told, *await names_seen(moment, person)]


def _line(moment: Moment, person: Person, row: Concern) -> str:
    day = instants.dated(moment, person, row.at)
    said = moment.text(person, DANGER if row.level == ACT else DOUBT, value=day)
    ended = _ended(row)
    return f"{said} {moment.text(person, ended)}" if ended is not None else said


def _ended(row: Concern) -> Text | None:
    """None where nothing says that it ended well."""
    if row.answer == replies.SAFE:
        return HELPED if row.intent == replies.MEDICAL else ALL_RIGHT
    return NONE if row.answer in (replies.THE_DAY, replies.NO_DANGER) else None


async def names_seen(moment: Moment, person: Person) -> list[str]:
    """Who saw, because of danger, her name or that there is somebody."""
    return [
        moment.text(
            person,
            SEEN_IN_DANGER[seen.what],
            name=seen.name or "…",
            value=instants.dated(moment, person, seen.at),
        )
        for seen in await accesses.of(moment, person)
        if seen.what in SEEN_IN_DANGER
    ]
