"""What a lease that ran out leads to: a nudge, then somebody else, and she always knows."""

from __future__ import annotations

from typing import Any

from bot import alerts, handoffs, instants, leases, outcomes, previews, talks, turnover, urgency
from bot.channel import Button, Say
from bot.handoff_texts import BUTTON_ELSE, BUTTON_WAIT, NO_ANSWER, NUDGE, REPLY_NUDGE, WAITS_ON
from bot.house import Moment
from bot.lifecycle import ASKING, CLAIMED, CLOSED, HELD, OFFERED, SPOKEN, WAITING
from bot.open_texts import NO_REPLY
from bot.people import tell
from bot.routing import URGENT
from bot.store.tables import Handoff, Person


async def ring(moment: Moment, kind: str, expects: dict[str, Any], handoff: Handoff) -> None:
    """A timer of a handoff that is still in the state that it was planned for."""
    if kind == "offer_ends" and handoff.state == OFFERED:
        await previews.expire(moment, handoff)
    elif kind == "day_after" and handoff.state == CLOSED:
        await outcomes.day_after(moment, handoff)
    elif kind == "ask_on" and handoff.state == ASKING:
        await turnover.ask_again(moment, handoff, expects.get("times", 1))
    elif kind in ("widen", "ring_later"):
        await handoffs.ring_more(moment, handoff)
    elif kind == "to_coordinator" and handoff.state in WAITING:
        await _waits(moment, handoff, expects.get("times", 0), expects.get("told", False))
    elif kind == "ring_anew" and handoff.state in WAITING and handoff.urgency == URGENT:
        await urgency.ring_anew(moment, handoff, expects.get("morning", False))
    elif handoff.state in HELD and handoff.claimed_by == expects.get("by"):
        volunteer = await talks.holder_of(moment, handoff)
        if volunteer is not None:
            await _held(moment, kind, handoff, volunteer)


async def _waits(moment: Moment, handoff: Handoff, times: int, told: bool) -> None:
    if handoff.urgency == URGENT:
        await urgency.step(moment, handoff, times)
    else:
        await handoffs.still_waiting(moment, handoff, times, told)


async def _held(moment: Moment, kind: str, handoff: Handoff, volunteer: Person) -> None:
    if kind == "greet_nudge" and handoff.state == CLAIMED:
        await talks.about_her(moment, volunteer, handoff, NUDGE)
    elif kind == "greet_lapse" and handoff.state == CLAIMED:
        await talks.release(moment, handoff, volunteer, lapsed=True)
    elif kind == "talk_ends" and handoff.state in SPOKEN:
        await _quiet_talk(moment, handoff, volunteer)
    elif handoff.unanswered_at is None:
        return
    elif kind == "reply_nudge":
        await talks.about_her(moment, volunteer, handoff, REPLY_NUDGE)
        await leases.plan_ask(moment, handoff)
    elif kind == "reply_ask":
        await _ask_her(moment, handoff, volunteer)


async def _ask_her(moment: Moment, handoff: Handoff, volunteer: Person) -> None:
    """She decides whether somebody else comes; the coordinators hear that he is silent."""
    resident = await talks.person_of(moment, handoff)
    bound = f"{handoff.id}:{handoff.version}"
    buttons = (
        Button(moment.text(resident, BUTTON_ELSE), f"else:yes:{bound}"),
        Button(moment.text(resident, BUTTON_WAIT), f"else:wait:{bound}"),
    )
    when = instants.since(moment, resident, handoff.unanswered_at or moment.now)
    said = moment.text(resident, NO_ANSWER, name=volunteer.name or "…", when=when)
    await tell(moment, resident, Say(said, inline=buttons), "answer", handoff)
    if await talks.worries(moment, handoff):
        await alerts.tell_coordinators(moment, handoff, NO_REPLY)


async def decide(
    moment: Moment, resident: Person, handoff: Handoff, wish: str, version: str
) -> str | None:
    """Her tap. Returns the word to her; None when things have moved on since."""
    volunteer = await talks.holder_of(moment, handoff)
    fresh = handoff.state in HELD and str(handoff.version) == version
    if handoff.person_id != resident.id or volunteer is None or not fresh:
        return None
    if wish == "yes":
        await talks.release(moment, handoff, volunteer, lapsed=True, why="she asked for another")
        return ""
    if handoff.unanswered_at is not None:
        await leases.plan_reply(moment, handoff)
        await talks.about_her(moment, volunteer, handoff, REPLY_NUDGE)
    return moment.text(resident, WAITS_ON, name=volunteer.name or "…")


async def _quiet_talk(moment: Moment, handoff: Handoff, volunteer: Person) -> None:
    """Nobody spoke for long: the bot takes the talk back with a word to both. Was it her word that
    got no answer, then she was asked first, and after danger or a doubt somebody else comes
    anyway."""
    policy = moment.house.policy
    ends = (handoff.spoken_at or moment.now) + policy.quiet_talk_after
    if handoff.unanswered_at is not None and await leases.is_answer_awaited(moment, handoff):
        ends = moment.now + 2 * policy.reply_within
    ends = moment.house.quiet.after(max(ends, moment.now), moment.house.zone)
    if ends > moment.now:
        await leases.plan_end(moment, handoff, ends)
    elif handoff.unanswered_at is not None and await talks.worries(moment, handoff):
        await talks.release(moment, handoff, volunteer, lapsed=True, why="her word got no answer")
    else:
        await outcomes.close(moment, handoff, volunteer, "quiet")
