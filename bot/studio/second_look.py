"""The second look: which changes wait for it, asking a colleague, and saying yes to exact words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot import approving, people
from bot.channel import Say
from bot.dialogue.approvals import guarded
from bot.dialogue.guarded import fingerprints
from bot.house import Moment
from bot.i18n import Text
from bot.store.studio_tables import Approval
from bot.store.tables import Audit, Person
from bot.studio import standing
from bot.studio.drafts import Shelf
from bot.studio.standing import Running
from bot.studio.visit import EVERYBODY, READERS, Page, Visit

LOOK = Text(
    "coordinator/look",
    "{name} asks for a second look at: {dialogues}.\n"
    "Send /studio, open the link, and read it under 'Publishing'.",
)
LOOKED = Text(
    "coordinator/looked",
    "{name} has looked at '{dialogue}' and agrees. It can be published now.",
)
AGAIN: Final = timedelta(minutes=10)  # the same colleague is not asked more often


@dataclass(frozen=True, slots=True)
class Wait:
    """A guarded dialogue that differs from what runs. `hash`: the words that a yes is to;
    `errors`: they are mended before anybody says yes; `gone`: its file is."""

    id: str
    hash: str
    writers: frozenset[int]
    errors: bool
    gone: bool


@dataclass(frozen=True, slots=True)
class Given:
    """A yes: whose, and when."""

    by: str
    at: datetime


async def given(session: AsyncSession, shelf: Shelf) -> dict[str, Given]:
    """The yes to each dialogue as it is drafted now, where somebody of the team gave one."""
    hashes = fingerprints(shelf.library())
    rows = await session.execute(
        select(Approval, Person.name)
        .join(Person, Person.id == Approval.person_id)
        .where(Approval.content_hash.in_(hashes.values()))
    )
    return {
        row.dialogue: Given(name or "", row.at)
        for row, name in rows
        if hashes.get(row.dialogue) == row.content_hash
    }


async def waits(session: AsyncSession, shelf: Shelf, run: Running) -> dict[str, Wait]:
    """The changed dialogues that nobody said yes to yet."""
    if run.library is None:
        return {}
    mine = shelf.library()
    hashes = fingerprints(mine)
    yes = await approving.approved(session)
    found: dict[str, Wait] = {}
    for name in sorted(guarded(mine) | guarded(run.library)):
        hashed = hashes.get(name, "")
        if hashed == run.hashes.get(name) or (name, hashed) in yes:
            continue
        draft = shelf.drafts.get(name)
        errors = draft is None or draft.errors > 0
        writers = frozenset(await approving.writers(session, name))
        found[name] = Wait(name, hashed, writers, errors, draft is None)
    return found


async def colleagues(session: AsyncSession, me: Person) -> list[Person]:
    """Who may say yes, beside oneself."""
    rows = await session.scalars(
        select(Person)
        .where(Person.role.in_(READERS), Person.left_at.is_(None), Person.id != me.id)
        .order_by(Person.id)
    )
    return list(rows)


async def approve(visit: Visit) -> Response:
    """A yes to exactly the words that were shown, by somebody who did not write them."""
    studio, name = visit.studio, visit.request.path_params["id"]
    shelf = await standing.shelf_of(studio)
    async with studio.store.write() as session:
        run = await standing.running(studio, session)
        wait = (await waits(session, shelf, run)).get(name)
        if wait is None and (name, visit.field("hash")) in await approving.approved(session):
            return visit.go("/publish", "approved")  # the button was pressed twice
        if wait is None or wait.hash != visit.field("hash"):
            return visit.go("/publish", "look-moved")
        if wait.errors:
            return visit.go("/publish", "look-errors")
        if visit.person.id in wait.writers:
            return visit.go("/publish", "look-own")
        await approving.approve(session, name, wait.hash, visit.person.id, studio.now())
        await _tell_writers(visit, session, wait, titles_of(shelf, run, name))
    return visit.go(f"/publish#change-{name}", "approved")


async def _tell_writers(
    visit: Visit, session: AsyncSession, wait: Wait, titles: Callable[[str], str]
) -> None:
    """Whoever changed the words hears that they may be published."""
    moment = Moment(session, visit.studio.house, visit.studio.now())
    writers = select(Person).where(Person.id.in_(wait.writers), Person.left_at.is_(None))
    for writer in await session.scalars(writers):
        name = visit.person.name or visit.words("frame/nameless")
        said = moment.text(writer, LOOKED, name=name, dialogue=titles(writer.language))
        await people.tell(moment, writer, Say(said), "alert")


async def ask(visit: Visit) -> Response:
    """Asks a colleague by the bot to come and look. At most one message in ten minutes."""
    studio = visit.studio
    shelf = await standing.shelf_of(studio)
    async with studio.store.write() as session:
        moment = Moment(session, studio.house, studio.now())
        known = await colleagues(session, visit.person)
        asked = next((one for one in known if str(one.id) == visit.field("who")), None)
        if asked is None:
            raise HTTPException(404)
        run = await standing.running(studio, session)
        open_ones = await waits(session, shelf, run)
        if not open_ones:
            return visit.go("/publish", "look-none")
        if await _asked_lately(moment, asked):
            return visit.go("/publish", "look-asked")
        titles = [titles_of(shelf, run, name)(asked.language) for name in open_ones]
        name = visit.person.name or visit.words("frame/nameless")
        said = moment.text(asked, LOOK, name=name, dialogues=", ".join(titles))
        await people.tell(moment, asked, Say(said), "alert")
        people.log(moment, "studio.asked", actor=visit.person, about=asked.id)
    return visit.go("/publish", "look-sent")


def titles_of(shelf: Shelf, run: Running, name: str) -> Callable[[str], str]:
    """A dialogue's title by language, from its draft or from what runs."""
    draft = shelf.drafts.get(name)
    found = draft.dialogue if draft is not None else None
    if found is None and run.library is not None:
        found = run.library.dialogues.get(name)
    return found.titled if found is not None else lambda _language: name


async def _asked_lately(moment: Moment, asked: Person) -> bool:
    found = await moment.session.scalar(
        select(Audit.id)
        .where(Audit.action == "studio.asked", Audit.person_id == asked.id)
        .where(Audit.at > moment.now - AGAIN)
        .limit(1)
    )
    return found is not None


PAGES: Final = (
    Page("POST", "/dialogues/{id}/approve", READERS, approve),
    Page("POST", "/publish/ask", EVERYBODY, ask),
)
