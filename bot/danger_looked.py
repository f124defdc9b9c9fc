"""Somebody looked who is in danger, and nothing says that she is safe: /today and the mornings keep
a line of it for every coordinator, until one of them says by a tap that they have reached her."""

from __future__ import annotations

from bot import instants, open_dangers, people, who_hears
from bot.channel import Button, Incoming, Say
from bot.house import Moment
from bot.i18n import Text
from bot.open_dangers import OpenDanger
from bot.overview_texts import GONE_ON
from bot.store.tables import Concern, Person
from bot.things import Thing

LOOKED = Text(
    "overview/danger-looked",
    "Alert {number}: {name} looked on {when}. This resident has not said yet that they are safe.",
)
BUTTON_REACHED = Text("overview/button-reached", "I have reached them")
NOTED = Text(
    "overview/danger-reached",
    "Alert {number}: I write down that you have reached this resident. It is no longer in /today.",
)


def line(moment: Moment, reader: Person, one: OpenDanger) -> Thing:
    told = moment.text(
        reader,
        LOOKED,
        number=one.number,
        name=one.opened_by or moment.house.organisation,
        when=instants.on(moment, reader, one.opened or moment.now),
    )
    label = f"⚠ {one.number}: {moment.text(reader, BUTTON_REACHED)}"
    return Thing(told, (Button(label, f"reached:{one.concern.id}"),), here_alone=True)


async def tap(moment: Moment, coordinator: Person, incoming: Incoming) -> str:
    """Of a danger that somebody looked at; one that she told of since is another."""
    number = incoming.data.rpartition(":")[2]
    known = number.isascii() and number.isdecimal() and len(number) < 16
    told = await moment.session.get(Concern, int(number)) if known else None
    person = await moment.session.get(Person, told.person_id) if told is not None else None
    one = await open_dangers.hers(moment, person) if person is not None else None
    if told is None or one is None or one.concern.id != told.id or one.opened is None:
        return moment.text(coordinator, GONE_ON)
    if not await who_hears.hears(moment, coordinator, told.person_id):
        return moment.text(coordinator, GONE_ON)
    about, of = told.person_id, str(told.id)
    people.log(moment, open_dangers.REACHED, actor=coordinator, about=about, detail=of)
    said = moment.text(coordinator, NOTED, number=one.number)
    await people.tell(moment, coordinator, Say(said), "alert")
    return ""
