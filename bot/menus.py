"""The commands by role: what a menu lists, and what /help tells a helper.

Residents have the menu that everybody sees (`bot.commands_menu`). A helper's chat has one of its
own, in the helper's language, for as long as the role lasts. It waits in the outbox apart from
everybody's messages: no menu that Telegram makes wait holds up a word to somebody.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from sqlalchemy import select, update

from bot import outbox, people
from bot.channel import Menu, from_json
from bot.house import House, Moment
from bot.i18n import Text
from bot.store import Store
from bot.store.tables import Message, Person

type Commands = Mapping[str, Text]

PURPOSE, NO_MORE = "menu", "menu gone"
RESIDENT: Final[Commands] = MappingProxyType(
    {
        "start": Text("command/start", "Begin, or say hello"),
        "help": Text("command/help", "What I can do"),
        "human": Text("command/human", "Talk to a person"),
        "hide": Text("command/hide", "Empty this screen"),
        "pause": Text("command/pause", "No messages for a while"),
        "stop": Text("command/stop", "No messages at all"),
        "resume": Text("command/resume", "Start the messages again"),
        "hour": Text("command/hour", "Another hour or other days"),
        "language": Text("command/language", "The language, and how I speak to you"),
        "memory": Text("command/memory", "What I remember: see, change, erase"),
        "mydata": Text("command/mydata", "What I keep about you"),
        "worry": Text("command/worry", "Who is told of a long silence"),
        "forget": Text("command/forget", "Erase what I keep"),
    }
)
VOLUNTEER: Final[Commands] = MappingProxyType(
    {
        "duty": Text("volunteer/command-duty", "turn your alerts on or off"),
        "hours": Text("volunteer/command-hours", "your fixed hours"),
        "away": Text("volunteer/command-away", "some days away"),
        "open": Text("volunteer/command-open", "who waits in your languages"),
        "talks": Text("volunteer/command-talks", "your talks, and switch between them"),
        "hints": Text("volunteer/command-hints", "a word of advice, for you alone"),
        "release": Text("volunteer/command-release", "hand the talk on"),
        "close": Text("volunteer/command-close", "end the talk"),
        "meet": Text("volunteer/command-meet", "propose a day and an hour to meet"),
        "report": Text("volunteer/command-report", "something was not right"),
        "heavy": Text("volunteer/command-heavy", "tell the coordinator that this was heavy"),
    }
)
COORDINATOR: Final[Commands] = MappingProxyType(
    {
        "today": Text("coordinator/command-today", "what waits for you, with what you can do"),
        "open": Text("coordinator/command-open", "the handoffs that wait for a volunteer"),
        "volunteers": Text("coordinator/command-team", "load, cap, who is ill, who leaves"),
        "notes": Text("coordinator/command-notes", "what volunteers noted after talks"),
        "broadcast": Text("coordinator/command-broadcast", "a word to all who are on duty"),
        "studio": Text("coordinator/command-studio", "a link to change the dialogues"),
    }
)
TEXTS_ALONE: Final[Commands] = MappingProxyType(
    {
        "studio": Text(
            "coordinator/command-texts", "a link to the studio, where the dialogues are written"
        )
    }
)
HELPERS: Final[Mapping[str, Commands]] = MappingProxyType(
    {
        people.VOLUNTEER: VOLUNTEER,
        people.COORDINATOR: COORDINATOR,
        people.EDITOR: TEXTS_ALONE,
        people.REVIEWER: TEXTS_ALONE,
        people.RELATIVE: {"stop": RESIDENT["stop"]},
    }
)


def lines(moment: Moment, helper: Person) -> str:
    """The commands of a role as /help tells them."""
    told = HELPERS[helper.role].items()
    return "\n".join(f"/{name} – {moment.text(helper, about)}" for name, about in told)


async def show(moment: Moment, person: Person) -> None:
    """From now on the chat has the menu of its role; without one it has that of everybody."""
    await _put(moment, Menu(person.chat_id, _listed(moment, person)))


async def take_away(moment: Moment, chat_id: int) -> None:
    await _put(moment, Menu(chat_id, ()))


async def again(moment: Moment, row_id: int) -> None:
    """Telegram did not take a menu some time ago: it is asked for the one that the chat shall have
    by now, so that nobody keeps the menu of a role that is over."""
    row = await moment.session.get(Message, row_id)
    menu = from_json(row.payload) if row is not None and row.payload else None
    if row is None or not isinstance(menu, Menu):
        return
    row.payload = None
    person = await people.by_chat(moment, menu.of_chat)
    listed = _listed(moment, person) if person is not None else ()
    await _put(moment, Menu(menu.of_chat, listed, menu.refused + 1))


def _listed(moment: Moment, person: Person) -> tuple[tuple[str, str], ...]:
    own = HELPERS.get(person.role) if person.left_at is None else None
    if own is None:
        return ()
    return tuple(
        (name, _capital(moment.text(person, about)))
        for name, about in {**own, "help": RESIDENT["help"]}.items()
    )


async def _put(moment: Moment, menu: Menu) -> None:
    await outbox.put(
        moment.session,
        outbox.NOBODY,
        menu,
        moment.now,
        purpose=PURPOSE if menu.commands else NO_MORE,
        urgency=outbox.GREETING,
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


async def show_all(store: Store, house: House, now: datetime) -> None:
    """At a start: every helper's menu anew, since the texts or the roles of this version may be
    others. What still waits from before is of the past, but for menus to take away."""
    async with store.write() as session:
        moment = Moment(session, house, now)
        await session.execute(
            update(Message)
            .where(Message.chat_id == outbox.NOBODY, Message.purpose == PURPOSE)
            .where(Message.state == "queued")
            .values(state="superseded", payload=None)
        )
        helpers = await session.scalars(
            select(Person)
            .where(Person.role.in_(HELPERS), Person.left_at.is_(None))
            .order_by(Person.id)
        )
        for helper in list(helpers):
            await show(moment, helper)
