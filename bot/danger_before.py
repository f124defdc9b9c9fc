"""Who looked before at an alert of danger, when and why: whoever looks next reads so."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select

from bot import instants
from bot.danger_numbers import first_of
from bot.house import Moment
from bot.i18n import Text
from bot.store.tables import Audit, Concern, Person

BEFORE = Text("danger/looked", "{name} has looked already, on {when}. Reason: {reason}.")


async def before(
    moment: Moment, reader: Person, concern: Concern, reasons: Mapping[str, Text]
) -> list[str]:
    """The others who looked since her first word that has this number: two of them need not both
    send an ambulance."""
    rows = await moment.session.execute(
        select(Audit, Person.name)
        .join(Person, Person.id == Audit.actor_id)
        .where(Audit.action == "danger.released", Audit.person_id == concern.person_id)
        .where(Audit.at >= (await first_of(moment, concern)).at, Person.id != reader.id)
        .order_by(Audit.id)
    )
    lines = []
    for row, name in rows.all():
        why = moment.text(reader, reasons[row.detail or ""])
        why, when = why[:1].lower() + why[1:], instants.on(moment, reader, row.at)
        name = name or moment.house.organisation
        lines.append(moment.text(reader, BEFORE, name=name, when=when, reason=why))
    return lines
