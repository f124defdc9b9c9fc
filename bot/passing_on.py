"""Carries one message of a talk to the other side: as it is, as a mended copy, or as a reaction."""

from __future__ import annotations

from dataclasses import replace

from bot import copies, mended
from bot.channel import CAPTIONED, Copy, Incoming, Kind, Outgoing, React, Say
from bot.handoff_texts import FORWARDED, NOT_RELAYED
from bot.house import Moment
from bot.mended import LONGEST_CAPTION
from bot.people import tell
from bot.sanitise import clean
from bot.store.tables import Handoff, Person, Relay
from bot.talks import about_her


def words_of(moment: Moment, reader: Person, incoming: Incoming) -> str:
    """The cleaned words; what was forwarded says so."""
    words = clean(incoming.text)
    if not incoming.forwarded or not (words or incoming.kind in CAPTIONED):
        return words
    return moment.text(reader, FORWARDED, words=words).strip()


async def pass_on(
    moment: Moment,
    sender: Person,
    reader: Person,
    handoff: Handoff,
    incoming: Incoming,
    words: str,
    shared: bool,
) -> None:
    if (number := incoming.message_id) is None:
        return
    if incoming.kind is Kind.REACTION:
        await _react(moment, reader, handoff, incoming, shared)
        return
    consent_id = handoff.consent_id if shared else None
    if incoming.edited:
        found = await mended.copied(moment, handoff, incoming, reader)
        if found is None:
            await mended.reaches_nobody(moment, sender, incoming)
            return
        if await mended.change(moment, reader, handoff, found, words, consent_id):
            return
        incoming = replace(incoming, edited=False)  # it never arrived: it goes as it is now
    if incoming.kind is Kind.OTHER:  # Telegram copies no poll of theirs, no game, no dice
        await _cannot_pass(moment, sender, reader, handoff, shared)
        return
    reply_to = await copies.counterpart(moment, sender.chat_id, incoming.reply_to, reader.chat_id)
    outgoing: Outgoing
    if incoming.kind is Kind.TEXT:
        outgoing = Say(words or "…", protect=shared, reply_to=reply_to)
    else:
        caption = clean(words, LONGEST_CAPTION)
        outgoing = Copy(sender.chat_id, number, caption, shared, reply_to)
    row = await tell(moment, reader, outgoing, "relay", handoff, consent_id)
    moment.session.add(
        Relay(
            handoff_id=handoff.id,
            from_chat=sender.chat_id,
            from_message=number,
            copy=row,
            medium=incoming.kind is not Kind.TEXT,
            at=moment.now,
        )
    )
    await moment.session.flush()


async def _cannot_pass(
    moment: Moment, sender: Person, reader: Person, handoff: Handoff, shared: bool
) -> None:
    if shared:
        said = moment.text(sender, NOT_RELAYED, name=reader.name or "…")
        await tell(moment, sender, Say(said))
    else:
        await about_her(moment, sender, handoff, NOT_RELAYED)


async def _react(
    moment: Moment, reader: Person, handoff: Handoff, incoming: Incoming, shared: bool
) -> None:
    target = await copies.counterpart(moment, incoming.chat_id, incoming.message_id, reader.chat_id)
    if target is not None:
        consent_id = handoff.consent_id if shared else None
        await tell(moment, reader, React(target, incoming.emoji), "relay", handoff, consent_id)
