"""When two do not go together: kept apart without a reason, or reported to the coordinators.

Neither ever hears of the other's wish. A report has the words of one of them, for coordinators
alone; who wrote it goes without a name where that is the resident.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func, select

from bot import (
    calling_off,
    instants,
    open_reports,
    people,
    report_names,
    talks,
    what_happened,
    written_for,
)
from bot import report_texts as texts
from bot.channel import Button, Incoming, Say
from bot.house import Moment
from bot.lifecycle import HELD, PAST
from bot.sanitise import clean, units
from bot.store.bridge import KeptApart, Report
from bot.store.tables import Audit, Handoff, Person
from bot.what_happened import LONGEST, WAITS_FOR, WRITES

LONGEST_TALK: Final = timedelta(days=60)  # no talk that ends now began before
CLAIMED: Final = f"handoff.{PAST['claim']}"
ENDED: Final = tuple(f"handoff.{PAST[e]}" for e in ("release", "leave", "close", "withdraw"))


async def keep_apart(moment: Moment, person_id: int, volunteer_id: int, by: Person) -> None:
    await calling_off.apart(moment, person_id, volunteer_id, by)
    known = await moment.session.scalar(
        select(KeptApart.id)
        .where(KeptApart.person_id == person_id, KeptApart.volunteer_id == volunteer_id)
        .where(KeptApart.by == by.role)
    )
    if known is None:
        moment.session.add(
            KeptApart(person_id=person_id, volunteer_id=volunteer_id, by=by.role, at=moment.now)
        )
        people.log(moment, "kept apart", actor=by, about=person_id)
        await moment.session.flush()


async def ask_other(moment: Moment, resident: Person, held: Handoff, told: bool = False) -> Say:
    """'Rather someone else': a question first, so that a slip of the finger changes nothing.
    `told`: coordinators know already that something was not right."""
    volunteer = await talks.holder_of(moment, held)
    bound = f"{held.id}:{held.version}"
    buttons = tuple(
        Button(moment.text(resident, text), f"apart:{wish}:{bound}")
        for wish, text in (
            ("yes", texts.BUTTON_YES),
            ("no", texts.BUTTON_NO),
            ("wrong", texts.BUTTON_WRONG),
        )
        if not (told and wish == "wrong")
    )
    name = (volunteer.name if volunteer else None) or "…"
    return Say(moment.text(resident, texts.ASK_OTHER, name=name), inline=buttons)


async def tap(moment: Moment, resident: Person, incoming: Incoming) -> Say | None:
    """Her tap. Returns what the message says from now on; None for an old or forged one."""
    _, wish, number, version = (*incoming.data.split(":"), "", "", "")[:4]
    if wish == "enough":
        await people.remember(moment, resident, WRITES, "")
        return Say(moment.text(resident, texts.ENOUGH))
    if not number.isascii() or not number.isdecimal() or len(number) > 17:
        return None
    handoff = await moment.session.get(Handoff, int(number), with_for_update=True)
    if handoff is None or handoff.person_id != resident.id or handoff.claimed_by is None:
        return None
    volunteer = await moment.session.get_one(Person, handoff.claimed_by)
    name = volunteer.name or "…"
    if wish == "next":
        await keep_apart(moment, resident.id, volunteer.id, resident)
        return Say(moment.text(resident, texts.NEXT_TIME, name=name))
    if handoff.state not in HELD or str(handoff.version) != version:
        return None
    if wish == "no":
        return Say(moment.text(resident, texts.GOES_ON, name=name))
    return await _other(moment, resident, handoff, volunteer, wish)


async def _other(
    moment: Moment, resident: Person, handoff: Handoff, volunteer: Person, wish: str
) -> Say | None:
    if wish not in ("yes", "wrong"):
        return None
    await keep_apart(moment, resident.id, volunteer.id, resident)
    why = "she asked for another"
    await talks.release(moment, handoff, volunteer, lapsed=True, why=why, hers=True)
    if wish == "yes":
        return Say(moment.text(resident, texts.BUTTON_YES) + " ✓")
    report = await add(moment, handoff, volunteer, resident)
    await open_reports.tell(moment, report, texts.BY_RESIDENT, volunteer)
    return await what_happened.ask(moment, resident, report, texts.TOLD, volunteer.name)


async def add(moment: Moment, handoff: Handoff, volunteer: Person, by: Person) -> Report:
    report = Report(
        handoff_id=handoff.id,
        person_id=handoff.person_id,
        volunteer_id=volunteer.id,
        by=by.role,
        at=moment.now,
    )
    moment.session.add(report)
    await moment.session.flush()
    people.log(moment, "reported", actor=by, about=handoff.person_id, handoff=handoff.id)
    if by.id == handoff.person_id:
        await calling_off.apart(moment, by.id, volunteer.id, by)
    return report


async def ask_about(
    moment: Moment, volunteer: Person, about: int | None, command: Incoming
) -> Say | None:
    """For `/report` when talks of his ended a short while ago: most report afterwards. `about`: the
    resident whose message is replied to. None where only the open talks matter."""
    over = await _ended_lately(moment, volunteer)
    if not over:
        return None
    both = [*over, *await talks.open_talks(moment, volunteer)]
    found = [one for one in both if about in (None, one.person_id)] or both
    if len(found) == 1:
        return await begin(moment, volunteer, found[0], command)
    buttons = []
    for talk in found:
        hour = await _hour(moment, volunteer, talk)
        label = moment.text(volunteer, texts.BUTTON_ABOUT, hour=hour)
        buttons.append(Button(f"{label} ({talk.id})", f"rep:about:{talk.id}"))
    which = moment.text(volunteer, texts.WHICH)
    return Say(which, inline=tuple(buttons), reply_to=command.message_id)


async def may(moment: Moment, volunteer: Person, talk: Handoff) -> bool:
    """While he holds it, and for a day after it."""
    held = talk.claimed_by == volunteer.id and talk.state in HELD
    return held or talk in await _ended_lately(moment, volunteer)


async def _ended_lately(moment: Moment, volunteer: Person) -> list[Handoff]:
    """The talks that went out of his hands within a day, however that came."""
    his = select(Audit.handoff_id).where(
        Audit.actor_id == volunteer.id,
        Audit.action == CLAIMED,
        Audit.at > moment.now - LONGEST_TALK,
    )
    rows = await moment.session.scalars(
        select(Audit)
        .where(Audit.handoff_id.in_(his), Audit.action.in_((CLAIMED, *ENDED)))
        .order_by(Audit.id)
    )
    holds: set[int] = set()
    ended: dict[int, datetime] = {}
    for row in rows:
        number = row.handoff_id or 0
        if row.action == CLAIMED and row.actor_id == volunteer.id:
            holds.add(number)
            ended.pop(number, None)
        elif number in holds:
            holds.discard(number)
            ended[number] = row.at
    late = moment.now - WAITS_FOR
    found = [await moment.session.get(Handoff, one) for one, at in ended.items() if at > late]
    return [one for one in found if one is not None]


async def begin(moment: Moment, volunteer: Person, talk: Handoff, command: Incoming | None) -> Say:
    """`/report`: asks what it is. What was written behind the command is the report, once."""
    _, words = (command and command.command) or ("", "")
    never = Button(moment.text(volunteer, texts.BUTTON_NEVER), f"rep:never:{talk.id}")
    if command is None or not words:
        tell = Button(moment.text(volunteer, texts.BUTTON_TELL), f"rep:tell:{talk.id}")
        hour = await _hour(moment, volunteer, talk)
        return Say(moment.text(volunteer, texts.ASK_VOLUNTEER, hour=hour), inline=(tell, never))
    if await written_for.find(moment, volunteer, command.message_id) is not None:
        return Say(moment.text(volunteer, texts.KEPT), inline=(never,))
    kept = await written(moment, volunteer, talk, replace(command, text=words))
    return Say(kept, inline=(never,))


async def _hour(moment: Moment, volunteer: Person, talk: Handoff) -> str:
    """When he took it, which tells talks apart without naming anybody."""
    taken = await moment.session.scalar(
        select(func.max(Audit.at)).where(
            Audit.handoff_id == talk.id, Audit.actor_id == volunteer.id, Audit.action == CLAIMED
        )
    )
    return instants.hour(moment, volunteer, taken or moment.now)


async def never(moment: Moment, volunteer: Person, talk: Handoff) -> str:
    """He does not want to talk with her again. She hears that he cannot write, where he still holds
    the talk, and no more."""
    if not await may(moment, volunteer, talk):
        return ""
    await keep_apart(moment, talk.person_id, volunteer.id, volunteer)
    if talk.claimed_by != volunteer.id or talk.state not in HELD:
        return moment.text(volunteer, texts.APART_OVER)
    await talks.release(moment, talk, volunteer, lapsed=False, why="by the volunteer")
    return moment.text(volunteer, texts.APART)


async def written(moment: Moment, volunteer: Person, talk: Handoff, incoming: Incoming) -> str:
    """His words, for the coordinators alone. Returns the word to him."""
    report = await add(moment, talk, volunteer, volunteer)
    report.words = clean(incoming.text, LONGEST)
    await written_for.note(moment, volunteer, incoming, "report", report.id)
    await open_reports.tell(moment, report, texts.BY_VOLUNTEER, volunteer)
    await open_reports.tell(moment, report, texts.WORDS, None)
    return moment.text(volunteer, texts.KEPT)


async def change(
    moment: Moment, by: Person, report: Report | None, words: str, part: bool = False
) -> bool:
    """Its words, as they were changed; a changed part of them stands below the whole, which makes
    room for it. False where it is settled, or without words because she was erased: they do not
    come back."""
    hers = report is not None and by.id in (report.person_id, report.volunteer_id)
    if report is None or not hers or report.words is None or report.settled_at is not None:
        return False
    changed = clean(words, LONGEST)
    room = LONGEST - units(changed) - 1
    earlier = f"{clean(report.words, room)}\n" if part and room > 0 else ""
    report.words = (earlier or report_names.head(report)) + changed
    about = report.person_id
    people.log(moment, "report.changed", actor=by, about=about, handoff=report.handoff_id)
    await open_reports.tell(moment, report, texts.WORDS_CHANGED, None)
    return True
