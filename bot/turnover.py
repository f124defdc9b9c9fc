"""A volunteer leaves, is ill, or lost the phone: every talk goes on, and nobody is left wondering.

Access ends in this transaction. Who had talked with the volunteer is asked first whether somebody
else shall come; after danger, and where no word was said yet, others are rung at once.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from sqlalchemy import update

from bot import (
    alerts,
    calling_off,
    concerns,
    consents,
    debriefs,
    handoffs,
    himself,
    last_one,
    menus,
    notes,
    outcomes,
    people,
    recalled,
    resting,
    silences,
    still_shared,
    talks,
    timers,
    too_late,
    unreached,
)
from bot import turnover_texts as texts
from bot.appointment_texts import OFF_CANNOT
from bot.channel import Button, Say
from bot.house import Moment
from bot.lifecycle import ASKING, SPOKEN
from bot.store.tables import Handoff, Message, Person, Volunteer
from bot.transitions import move
from bot.worry_contacts import VOLUNTEER, contact_left

ASK_AGAIN: Final = timedelta(hours=20)
MOST_ASKED: Final = 2
RESTS: Final = "rests"  # the timer: the night is over, and what waited of who is ill goes on
UNTOLD: Final = "_rests_untold"  # the fact that names the talk of hers that waits so
OF_RESIDENTS: Final = ("relay", "alert", "report", notes.READ, silences.PURPOSE)  # what a phone has


async def leave(moment: Moment, volunteer: Person, by: Person | None = None) -> int | None:
    """Ends the role for good. Returns how many talks go on; None when it was ended already."""
    async with last_one.watched(moment):
        ended = await moment.session.execute(
            update(Person)
            .where(Person.id == volunteer.id, Person.role == people.VOLUNTEER)
            .where(Person.left_at.is_(None))
            .values(left_at=moment.now)
            .execution_options(synchronize_session=False)
        )
        await moment.session.refresh(volunteer)
    if not getattr(ended, "rowcount", 0):
        return None
    people.log(moment, "volunteer.left", actor=by, about=volunteer.id)
    count = await _ends(moment, volunteer)
    await menus.show(moment, volunteer)
    return count


async def changes_role(moment: Moment, volunteer: Person, role: str) -> None:
    """He has another role from now on: of the volunteer's everything ends as if he left. Who chose
    him as a relative keeps him."""
    async with last_one.watched(moment):
        volunteer.role = role
        await moment.session.flush()
    people.log(moment, "volunteer.left", actor=volunteer, about=volunteer.id, detail=role)
    await _ends(moment, volunteer, VOLUNTEER)


async def _ends(moment: Moment, volunteer: Person, chosen_as: str | None = None) -> int:
    """Of whom the role ended just now. Returns how many talks go on."""
    await unreached.passed_on(moment, volunteer)
    kinds = (debriefs.TIMER, himself.TIMER)
    await timers.drop(moment.session, moment.now, *kinds, person_id=volunteer.id)
    count = await _hand_all_on(moment, volunteer, texts.ASK_LEFT)
    await calling_off.off_all(moment, volunteer)
    await contact_left(moment, volunteer, chosen_as=chosen_as)
    await moment.session.execute(
        update(Handoff).where(Handoff.asked_for == volunteer.id).values(asked_for=None)
    )
    await _clear(moment, volunteer, writing=None, debrief_of=None)
    await empty_phone(moment, volunteer, as_relative=chosen_as is None)
    organisation = moment.house.organisation
    said = moment.text(volunteer, texts.LEFT, organisation=organisation)
    await people.tell(moment, volunteer, Say(said, keyboard=()))
    return count


async def rest(moment: Moment, volunteer: Person, by: Person | None = None) -> int:
    """Ill, or away without a word: the talks go on with others, the role stays."""
    await unreached.passed_on(moment, volunteer)
    people.log(moment, "volunteer.rests", actor=by, about=volunteer.id)
    async with last_one.watched(moment):  # before others are looked for: it is not him
        await _clear(moment, volunteer, writing=None)
    await resting.begins(moment, volunteer)
    count = len(await talks.open_talks(moment, volunteer))
    await rests_on(moment, volunteer)
    return count


async def rests_on(moment: Moment, volunteer: Person) -> None:
    """What he cannot do while he is ill. By night only what is urgent goes on: she sleeps, and so
    may he. Who is on duty again by the morning keeps the rest."""
    if not await resting.rests(moment, volunteer):
        return
    awake = moment.house.quiet.after(moment.now, moment.house.zone)
    for talk in await talks.open_talks(moment, volunteer):
        if awake == moment.now or await talks.worries(moment, talk):
            await _hand_on(moment, talk, volunteer, texts.ASK_RESTS)
        else:
            resident = await talks.person_of(moment, talk)
            await people.remember(moment, resident, UNTOLD, str(talk.id))
    if awake > moment.now:
        await timers.plan(moment.session, RESTS, awake, person_id=volunteer.id)
        return
    off = await calling_off.off_all(moment, volunteer, OFF_CANNOT)
    said = "\n\n".join((moment.text(volunteer, texts.RESTS), *off))
    await people.tell(moment, volunteer, Say(said))


async def finds_out(moment: Moment, resident: Person, talk: Handoff) -> bool:
    """She writes before the morning to somebody who is ill: then she reads so at once, and others
    are looked for. Returns whether the talk is his no more."""
    fact = (await people.facts_of(moment, resident)).get(UNTOLD)
    if fact is None:
        return False
    await people.remember(moment, resident, UNTOLD, "")
    volunteer = await talks.holder_of(moment, talk)
    if fact.value != str(talk.id) or volunteer is None:
        return False
    if not await resting.rests(moment, volunteer):
        return False
    await _hand_on(moment, talk, volunteer, texts.ASK_RESTS)
    return True


async def _clear(moment: Moment, volunteer: Person, **values: Any) -> None:
    """Nothing rings any more."""
    await moment.session.execute(
        update(Volunteer)
        .where(Volunteer.person_id == volunteer.id)
        .values(on_duty=False, **values)
        .execution_options(synchronize_session="fetch")
    )


async def _hand_all_on(moment: Moment, volunteer: Person, ask: Any) -> int:
    found = await talks.open_talks(moment, volunteer)
    for talk in found:
        await _hand_on(moment, talk, volunteer, ask)
    return len(found)


async def _hand_on(moment: Moment, talk: Handoff, volunteer: Person, ask: Any) -> None:
    heavy = talks.was_heavy(talk)
    waits = talk.state not in SPOKEN or await talks.worries(moment, talk)
    freed = {"claimed_by": None, "lease_until": None, "unanswered_at": None}
    event = "release" if waits else "leave"
    if not await move(moment, talk, event, None, "the volunteer is gone", **freed):
        return
    resident = await talks.person_of(moment, talk)
    unread = await too_late.keep_back(moment, resident, talk)
    await alerts.forget_unanswered(moment, talk)
    if waits:
        await talks.seek_on(moment, talk, resident, volunteer)
    else:
        name = volunteer.name or "…"
        held_back = await still_shared.ended(moment, resident, talk, name)
        said = f"{held_back}\n\n{moment.text(resident, ask, name=name)}".lstrip()
        await _ask(moment, talk, resident, said)
        await _plan(moment, talk, 1)
    if unread is not None:
        await too_late.tell_her(moment, resident, volunteer, talk, unread)
    await concerns.begins_anew(moment, resident)
    if heavy:
        await debriefs.ask(moment, volunteer, talk)  # not of who has left


async def _ask(moment: Moment, talk: Handoff, resident: Person, said: str) -> None:
    """Under the word that the volunteer is gone: she decides."""
    buttons = (
        Button(moment.text(resident, texts.BUTTON_YES), f"on:yes:{talk.id}:{talk.version}"),
        Button(moment.text(resident, texts.BUTTON_NO), f"on:no:{talk.id}:{talk.version}"),
    )
    await people.tell(moment, resident, Say(said, inline=buttons), "answer", talk)


async def _plan(moment: Moment, talk: Handoff, times: int) -> None:
    due = moment.house.quiet.after(moment.now + ASK_AGAIN, moment.house.zone)
    await timers.plan(
        moment.session, "ask_on", due, handoff_id=talk.id, state=talk.state, times=times
    )


async def ask_again(moment: Moment, talk: Handoff, times: int) -> None:
    """No answer yet: asked once more and the coordinators know; then it is closed, with a word."""
    resident = await talks.person_of(moment, talk)
    if times < MOST_ASKED:
        await alerts.tell_coordinators(moment, talk, texts.NO_ANSWER)
        await _ask(moment, talk, resident, moment.text(resident, texts.ASK_AGAIN))
        await _plan(moment, talk, times + 1)
    elif await move(
        moment, talk, "close", why="no answer", closed_at=moment.now, outcome=outcomes.QUIET,
        text=None,
    ):  # fmt: skip
        await consents.withdraw_one(moment.session, talk.consent_id, moment.now)
        said = Say(moment.text(resident, texts.LET_BE), keyboard=())
        await people.tell(moment, resident, said, "answer", talk)


async def ask_back(moment: Moment, resident: Person, talk: Handoff) -> None:
    """What she wrote may be her yes, and may be about something else."""
    await _ask(moment, talk, resident, moment.text(resident, texts.ASK_BACK))


async def tell_again(moment: Moment, resident: Person, talk: Handoff) -> None:
    """She asks after whoever is gone."""
    volunteer = await too_late.held_last(moment, talk)
    rests = volunteer is not None and volunteer.left_at is None
    ask = texts.ASK_RESTS if rests else texts.ASK_LEFT
    name = (volunteer.name if volunteer else None) or "…"
    await _ask(moment, talk, resident, moment.text(resident, ask, name=name))


async def decide(
    moment: Moment, resident: Person, talk: Handoff, wish: str, version: str
) -> str | None:
    """Her tap. Returns the word to her; None when things have moved on since."""
    if talk.person_id != resident.id or talk.state != ASKING or str(talk.version) != version:
        return None
    if wish == "yes":
        return await go_on(moment, resident, talk)
    over = {"closed_at": moment.now, "text": None}
    if wish != "no" or not await move(moment, talk, "close", resident, "her wish", **over):
        return None
    await consents.withdraw_one(moment.session, talk.consent_id, moment.now)
    return moment.text(resident, texts.LET_BE)


async def go_on(moment: Moment, resident: Person, talk: Handoff) -> str:
    """She wants somebody else: others are rung. Returns the word to her."""
    if not await move(moment, talk, "go_on", resident, "her yes to somebody else"):
        return ""
    at = await handoffs.seek(moment, talk)
    return await handoffs.sought(moment, resident, talk, at)


async def empty_phone(moment: Moment, helper: Person, as_relative: bool = True) -> None:
    """What the phone still shows of residents goes, as far as Telegram lets us. `as_relative`: also
    the word of a silence, which somebody may have been told as one who stays."""
    theirs = [Message.chat_id == helper.chat_id, Message.purpose.in_(OF_RESIDENTS)]
    if not as_relative:
        theirs.append(Message.purpose != silences.PURPOSE)
    await recalled.cancel(moment, *theirs)
    await recalled.take(moment, *theirs)
