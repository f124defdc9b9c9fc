"""The named actions of dialogues (`do:`), carried out in the turn's transaction."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from bot import (
    alert_waits,
    concerns,
    consents,
    contacts,
    danger_over,
    erasure,
    handoffs,
    instants,
    memories,
    mydata,
    open_reports,
    pauses,
    people,
    reviews,
    safeguard,
    shared_words,
    silences,
    taking_back,
    worry_contacts,
)
from bot.channel import Button, File
from bot.dialogue.turns import Act
from bot.dialogue.welcomed import NO_NAME
from bot.handoff_texts import BUTTON_STOP, NOT_TAKEN_BACK, STILL_ASKED
from bot.house import Moment
from bot.lifecycle import WAITING
from bot.report_texts import STAYS
from bot.routing import URGENT
from bot.store.tables import Concern, Person
from bot.worry_texts import PAUSED_LATER_TOO, PAUSED_TOO, STOPPED_TOO

SOON = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Addition:
    """What an action adds to the turn's message."""

    text: str = ""
    inline: tuple[Button, ...] = ()
    yields: bool = False  # the buttons give way to those of a question that stands
    files: tuple[File, ...] = ()  # sent after the message
    labels: tuple[str, ...] = ()  # buttons of the keyboard
    concern: Concern | None = None  # what the safety question in it is about


@dataclass(frozen=True, slots=True)
class Doing:
    """An action at hand: its values, what was just said, and the question that was answered."""

    moment: Moment
    person: Person
    values: dict[str, str]
    words: str
    agreed: str


async def decisions(moment: Moment, person: Person) -> dict[str, bool]:
    """What dialogues may ask about (`decide:`)."""
    row = await people.resident(moment, person)
    consented = await consents.standing(moment.session, person.id, consents.CHECKINS)
    pause = people.pause_of(row)
    told = await people.facts_of(moment, person)
    return {
        "has_consent": consented is not None,
        "is_paused": pause is not None and pause.covers(moment.now),
        "pause_comes": pause is not None and pause.comes(moment.now),
        "is_stopped": row.stopped_at is not None,
        "told_name": "name" in told or NO_NAME in told,
        "told_address": "address" in told,
        "told_days": "days" in told,
        **await memories.decisions(moment, person, row),
        **await worry_contacts.decisions(moment, person),
    }


async def carry_out(
    moment: Moment, person: Person, act: Act, words: str, agreed: str
) -> Addition | None:
    """Raises KeyError for an action that no code stands behind (a test compares the names)."""
    return await ACTIONS[act.name](Doing(moment, person, dict(act.values), words, agreed))


async def _consent_checkins(do: Doing) -> None:
    await consents.give(do.moment.session, do.person, consents.CHECKINS, do.agreed, do.moment.now)
    row = await people.resident(do.moment, do.person)
    row.stopped_at = None
    await _plan(do)


async def _withdraw_checkins(do: Doing) -> None:
    await consents.withdraw(do.moment.session, do.person.id, consents.CHECKINS, do.moment.now)
    await contacts.plan(do.moment, do.person)


async def _set_name(do: Doing) -> None:
    do.person.name = do.values.get("name")


async def _set_language(do: Doing) -> None:
    do.person.language = do.values.get("language", do.person.language)
    await handoffs.follow_language(do.moment, do.person)


async def _set_address(do: Doing) -> None:
    do.person.address = do.values.get("address", do.person.address)


async def _set_hour(do: Doing) -> None:
    row = await people.resident(do.moment, do.person)
    row.hour = do.values.get("hour", row.hour)
    await _plan(do)


async def _set_days(do: Doing) -> None:
    row = await people.resident(do.moment, do.person)
    row.days = do.values.get("days", row.days)
    await _plan(do)


async def _plan(do: Doing) -> None:
    """Who has just chosen an hour is here: a greeting some minutes later would say nothing."""
    await contacts.plan(do.moment, do.person, after=do.moment.now + SOON)


async def _pause(do: Doing) -> Addition | None:
    row = await people.resident(do.moment, do.person)
    await pauses.take(do.moment, do.person, row, do.values)
    await contacts.plan(do.moment, do.person)
    said = []
    handoff = await handoffs.live(do.moment, do.person.id)
    if handoff is not None and handoff.state in WAITING:
        button = do.moment.text(do.person, BUTTON_STOP)
        said.append(do.moment.text(do.person, STILL_ASKED, button=button))
    if (worry := await worry_contacts.of(do.moment, do.person)) is not None:
        who = await worry_contacts.called(do.moment, do.person, worry)
        text = PAUSED_TOO if row.paused_from is None else PAUSED_LATER_TOO
        said.append(do.moment.text(do.person, text, contact=who))
    return Addition("\n\n".join(said)) if said else None


async def _resume(do: Doing) -> None:
    row = await people.resident(do.moment, do.person)
    row.stopped_at = None
    await pauses.end(do.moment, do.person, row)
    await contacts.plan(do.moment, do.person)


async def _stop(do: Doing) -> Addition:
    """No more messages at all: the check-ins, and with them whatever is shared or would be."""
    row = await people.resident(do.moment, do.person)
    row.stopped_at = do.moment.now
    await pauses.end(do.moment, do.person, row)
    taken = await taking_back.take(do.moment, do.person) or taking_back.Taken("")
    await _withdraw_checkins(do)
    said = [taken.text] if taken.text else []
    if await silences.end(do.moment, do.person):
        said.insert(0, do.moment.text(do.person, STOPPED_TOO))
    return Addition("\n\n".join(said), labels=taken.labels, concern=taken.concern)


async def _offer_person(do: Doing) -> Addition:
    """The preview of what a volunteer would read, with her own words where these tell something.
    Asked for in danger, by whatever way, or while a gentle question has no answer, it is urgent."""
    words = do.words if shared_words.tells(do.words) else ""
    hurry = await concerns.in_danger(do.moment, do.person)
    hurry = hurry or await concerns.in_doubt(do.moment, do.person)
    urgency = URGENT if hurry else "normal"
    await alert_waits.put_off(do.moment, do.person)
    text, buttons = await handoffs.offer(do.moment, do.person, words, urgency, do.words)
    return Addition(text, buttons)


async def _call_off_person(do: Doing) -> Addition:
    """Her request is taken back. Where somebody has it meanwhile, it is a talk, with its button."""
    taken = await taking_back.take(do.moment, do.person)
    if taken is None:
        return Addition(do.moment.text(do.person, NOT_TAKEN_BACK))
    return Addition(taken.text, labels=taken.labels, concern=taken.concern)


async def _show_data(do: Doing) -> Addition:
    buttons = await mydata.buttons(do.moment, do.person)
    text, files = await mydata.fitting(do.moment, do.person)
    return Addition(text, buttons, yields=len(buttons) < 2, files=files)


async def _show_access(do: Doing) -> Addition:
    return Addition(await mydata.seen(do.moment, do.person))


async def _consent_memory(do: Doing) -> None:
    await memories.agree(do.moment, do.person, do.agreed)


async def _withdraw_memory(do: Doing) -> None:
    await memories.disagree(do.moment, do.person)


async def _note_answer(do: Doing) -> None:
    await memories.note_answer(do.moment, do.person, do.values["answer"])


async def _consent_questionnaires(do: Doing) -> None:
    await memories.agree_to_list(do.moment, do.person, do.agreed)


async def _withdraw_questionnaires(do: Doing) -> None:
    await memories.disagree_with_list(do.moment, do.person)


async def _consent_learn(do: Doing) -> None:
    await consents.give(do.moment.session, do.person, consents.LEARN, do.agreed, do.moment.now)


async def _withdraw_learn(do: Doing) -> None:
    await reviews.stop(do.moment, do.person)


async def _begin_worry(do: Doing) -> None:
    await worry_contacts.begin(do.moment, do.person)


async def _consent_worry(do: Doing) -> Addition:
    await silences.end(do.moment, do.person)  # an earlier choice: whoever knew of it is told
    return Addition(await worry_contacts.agree(do.moment, do.person, do.values))


async def _confirm_worry(do: Doing) -> None:
    await worry_contacts.confirm(do.moment, do.person)


async def _withdraw_worry(do: Doing) -> None:
    await silences.end(do.moment, do.person)


async def _forget(do: Doing) -> Addition:
    told, until = "", await open_reports.stays_until(do.moment, do.person)
    if until is not None:
        day = instants.dated(do.moment, do.person, until)
        told = do.moment.text(do.person, STAYS, day=day)
    await erasure.erase(do.moment, do.person)
    return Addition(told)


async def _note_safe(do: Doing) -> Addition:
    return Addition(await danger_over.said_safe(do.moment, do.person))


async def _safety_reply(do: Doing) -> None:
    await safeguard.reply_again(do.moment, do.person)


ACTIONS: dict[str, Callable[[Doing], Awaitable[Addition | None]]] = {
    "consent_checkins": _consent_checkins,
    "withdraw_checkins": _withdraw_checkins,
    "set_name": _set_name,
    "set_language": _set_language,
    "set_address": _set_address,
    "set_hour": _set_hour,
    "set_days": _set_days,
    "pause": _pause,
    "resume": _resume,
    "stop": _stop,
    "offer_person": _offer_person,
    "call_off_person": _call_off_person,
    "show_data": _show_data,
    "show_access": _show_access,
    "forget": _forget,
    "note_safe": _note_safe,
    "safety_reply": _safety_reply,
    "consent_memory": _consent_memory,
    "withdraw_memory": _withdraw_memory,
    "note_answer": _note_answer,
    "consent_questionnaires": _consent_questionnaires,
    "withdraw_questionnaires": _withdraw_questionnaires,
    "begin_worry": _begin_worry,
    "consent_worry": _consent_worry,
    "confirm_worry": _confirm_worry,
    "withdraw_worry": _withdraw_worry,
    "consent_learn": _consent_learn,
    "withdraw_learn": _withdraw_learn,
}
