"""The way out: order within a chat, consent, expiry, urgency, leases, and what Telegram answers."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from bot import consents, departures, leftovers, outbox
from bot.channel import Delete, Gone, Later, Refused, Say, Unreachable, from_json
from bot.departures import Leaving
from bot.store import Store
from bot.store.tables import Consent, Handoff, Message, Person

from .kit import NOTHING, NOW, A, B, Instant, chat_row, put, states, take
from .test_inbox import until_waiting_for_a_lock


async def leaving(store: Store, most: int = 10) -> list[Leaving]:
    return await departures.take(store, NOW, most)


async def one(store: Store) -> Leaving:
    (found,) = await leaving(store)
    return found


async def sent(store: Store, one: Leaving, number: int, gap: timedelta = NOTHING) -> None:
    await departures.arrived(store, [departures.Arrival(one, number, NOW, gap)])


async def deliver(store: Store, number: int = 7, gap: timedelta = NOTHING) -> None:
    await sent(store, await one(store), number, gap)


async def test_one_at_a_time_and_in_order(store: Store, instant: Instant) -> None:
    for text in ("a1", "a2", "a3"):
        await put(store, A, text)
    await put(store, B, "b1")
    first = await leaving(store)
    assert [(m.chat_id, m.outgoing) for m in first] == [(A, Say("a1")), (B, Say("b1"))]
    assert await take(store) == []
    await sent(store, first[0], 7)
    assert await take(store) == ["a2"]
    assert await states(store) == ["sent", "sending", "queued", "sending"]


async def test_what_was_sent_is_known_by_its_number_and_holds_no_words(
    store: Store, instant: Instant
) -> None:
    row_id = await put(store, A, "a")
    await deliver(store, 77)
    async with store.read() as session:
        assert await outbox.delivered_as(session, row_id) == 77
        assert await outbox.delivered_as(session, None) is None
        assert (await session.get_one(Message, row_id)).payload is None
    assert await outbox.is_idle(store)


async def test_the_pause_between_two_to_a_chat(store: Store, instant: Instant) -> None:
    await put(store, A, "a1")
    await put(store, A, "a2")
    await deliver(store, gap=timedelta(seconds=1))
    assert await take(store) == []
    instant.pass_(1.01)
    assert await take(store) == ["a2"]


async def test_a_message_queued_during_a_send_is_next(store: Store, instant: Instant) -> None:
    await put(store, A, "a1")
    under_way = await one(store)
    await put(store, A, "a2")
    assert await take(store) == []
    await sent(store, under_way, 7)
    assert await take(store) == ["a2"]


async def test_a_dead_processs_messages_are_sent_again(store: Store, instant: Instant) -> None:
    await put(store, A, "a1")
    await put(store, A, "a2")
    assert await take(store) == ["a1"]
    instant.pass_(departures.LEASE.total_seconds() + 1)
    assert await take(store) == ["a1"]


async def test_or_at_once_where_it_was_the_only_one(store: Store, instant: Instant) -> None:
    await put(store, A, "a1")
    await put(store, B, "b1")
    assert await take(store, 1) == ["a1"]
    assert await leftovers.free_messages(store) == 1
    assert await leftovers.free_messages(store) == 0
    assert sorted(await take(store)) == ["a1", "b1"]


async def test_a_crisis_reply_leaves_before_everything_else(store: Store, instant: Instant) -> None:
    for chat in range(300, 320):
        await put(store, chat, "greeting", purpose="greeting", urgency=outbox.GREETING)
        instant.pass_(0.01)
    await put(store, A, "answer")
    await put(store, B, "crisis", purpose="crisis", urgency=outbox.CRISIS)
    assert await take(store, 1) == ["crisis"]
    assert await take(store, 1) == ["answer"]


async def test_it_overtakes_in_its_own_chat_and_supersedes_greetings(
    store: Store, instant: Instant
) -> None:
    await put(store, A, "good morning", purpose="greeting", urgency=outbox.GREETING)
    await put(store, A, "answer")
    await put(store, A, "crisis", purpose="crisis", urgency=outbox.CRISIS)
    await put(store, B, "good morning", purpose="greeting", urgency=outbox.GREETING)
    assert sorted(await take(store)) == ["crisis", "good morning"]
    assert await states(store) == ["superseded", "queued", "sending", "sending"]
    async with store.read() as session:
        gone = await session.scalar(select(Message).where(Message.state == "superseded"))
    assert gone is not None
    assert gone.payload is None


@pytest.mark.parametrize(
    "before", [Later(30), Unreachable("network"), None], ids=["flood", "network", "pause"]
)
async def test_it_waits_for_no_pause(store: Store, instant: Instant, before: Any) -> None:
    await put(store, A, "answer")
    first = await one(store)
    if before is None:
        await sent(store, first, 7, timedelta(seconds=30))
    else:
        await departures.unsent(store, first, before, NOW)
    assert await take(store) == []
    await put(store, A, "crisis", purpose="crisis", urgency=outbox.CRISIS)
    assert await take(store) == ["crisis"]


async def test_it_waits_for_no_slow_send_to_the_same_chat(store: Store, instant: Instant) -> None:
    await put(store, A, "slow")
    await put(store, A, "next")
    slow = await one(store)
    await put(store, A, "crisis", purpose="crisis", urgency=outbox.CRISIS)
    await put(store, A, "crisis 2", purpose="crisis", urgency=outbox.CRISIS)
    crisis = await one(store)
    assert crisis.outgoing == Say("crisis")
    assert await take(store) == []  # two at once are enough
    await sent(store, slow, 7)
    assert await take(store) == []  # the crisis reply is still under way: nothing twice
    await sent(store, crisis, 8)
    assert await take(store) == ["crisis 2"]


async def test_nor_does_a_second_one(store: Store, instant: Instant) -> None:
    await put(store, A, "slow")
    slow = await one(store)
    await put(store, A, "next")
    for text in ("crisis", "crisis 2"):
        await put(store, A, text, purpose="crisis", urgency=outbox.CRISIS)
    await deliver(store)
    assert await take(store) == ["crisis 2"]
    await sent(store, slow, 9)
    assert await take(store) == []


async def test_only_crises(store: Store, instant: Instant) -> None:
    await put(store, A, "answer")
    await put(store, B, "crisis", purpose="crisis", urgency=outbox.CRISIS)
    assert await take(store, crisis_only=True) == ["crisis"]
    assert await take(store, crisis_only=True) == []


async def test_an_expired_greeting_does_not_leave(store: Store, instant: Instant) -> None:
    await put(store, A, "good morning", expires_at=NOW - timedelta(minutes=1))
    await put(store, A, "answer", expires_at=NOW + timedelta(minutes=1))
    assert await take(store) == ["answer"]
    assert await states(store) == ["failed", "sending"]


async def consent_of(store: Store, chat_id: int = A) -> tuple[int, int]:
    """(person, consent) of a resident who said yes to sharing."""
    await put(store, chat_id, "hello")
    async with store.write() as session:
        await session.execute(update(Message).values(state="sent"))
        who = Person(chat_id=chat_id, language="nl", created_at=NOW, seen_at=NOW)
        session.add(who)
        await session.flush()
        given = await consents.give(session, who, consents.SHARE, "text", NOW)
    return who.id, given.id


async def test_a_withdrawn_consent_cancels_what_rests_on_it(store: Store, instant: Instant) -> None:
    person, consent = await consent_of(store)
    await put(store, B, "her word", consent_id=consent)
    await put(store, B, "ours")
    async with store.write() as session:
        assert await consents.withdraw(session, person, consents.SHARE, NOW) == 1
    assert await take(store) == ["ours"]
    assert await states(store) == ["sent", "cancelled", "sending"]


async def test_a_word_that_went_back_to_the_queue_is_cancelled_too(
    store: Store, instant: Instant
) -> None:
    person, consent = await consent_of(store)
    await put(store, B, "her word", consent_id=consent)
    word = next(m for m in await leaving(store) if m.chat_id == B)
    async with store.write() as session:
        await consents.withdraw(session, person, consents.SHARE, NOW)
    await departures.unsent(store, word, Unreachable("network"), NOW)
    instant.pass_(60)
    assert await take(store) == []
    assert (await states(store))[-1] == "cancelled"


@pytest.mark.parametrize("state", ["withdrawn", "closed"])
async def test_a_word_under_way_at_a_withdrawal_is_deleted_when_it_arrives(
    store: Store, instant: Instant, state: str
) -> None:
    person, consent = await consent_of(store)
    async with store.write() as session:
        later = NOW + timedelta(days=1)
        handoff = Handoff(
            person_id=person,
            language="nl",
            state="talking",
            text_hash="",
            offered_at=NOW,
            offer_expires_at=later,
            consent_id=consent,
        )
        session.add(handoff)
    await put(store, B, "her word", consent_id=consent, handoff_id=handoff.id)
    word = next(m for m in await leaving(store) if m.chat_id == B)
    async with store.write() as session:
        await consents.withdraw(session, person, consents.SHARE, NOW)
        await session.execute(update(Handoff).values(state=state))
    await sent(store, word, 55)
    left = [m.outgoing for m in await leaving(store) if m.chat_id == B]
    assert left == ([Delete(55)] if state == "withdrawn" else [])


async def test_what_cannot_be_read_does_not_hold_up_the_rest(
    store: Store, instant: Instant
) -> None:
    row_id = await put(store, A, "of a newer version")
    await put(store, A, "ours")
    async with store.write() as session:
        (await session.get_one(Message, row_id)).payload = {"kind": "hologram"}
    assert await take(store) == ["ours"]
    assert (await states(store))[0] == "failed"


async def test_flood_waits_as_long_as_it_says_and_is_no_attempt(
    store: Store, instant: Instant
) -> None:
    await put(store, A, "a")
    for _ in range(30):
        await departures.unsent(store, await one(store), Later(17), NOW, give_up=True)
        instant.pass_(16.9)
        assert await take(store) == []
        instant.pass_(0.2)
    assert await take(store) == ["a"]


async def test_blocked(store: Store, instant: Instant) -> None:
    await put(store, A, "a1")
    await put(store, A, "a2")
    await departures.unsent(store, await one(store), Gone("forbidden"), NOW)
    assert await states(store) == ["failed", "failed"]
    assert (await chat_row(store)).blocked_at == NOW
    assert await outbox.is_idle(store)


async def test_refused_does_not_block_the_chat(store: Store, instant: Instant) -> None:
    await put(store, A, "a1")
    await put(store, A, "a2")
    await departures.unsent(store, await one(store), Refused("bad request"), NOW)
    instant.pass_(1.1)
    assert await take(store) == ["a2"]
    assert await states(store) == ["failed", "sending"]


async def test_no_network_is_waited_for_with_growing_pauses(store: Store, instant: Instant) -> None:
    """A whole day of it, and the message is still there: nothing is lost."""
    await put(store, A, "a")
    pauses = []
    while sum(pauses) < 24 * 3600:
        began = instant.seconds
        await departures.unsent(store, await one(store), Unreachable("network"), NOW)
        while not (await chat_row(store)).send_at <= instant.now():  # type: ignore[operator]
            instant.pass_(1)
        pauses.append(instant.seconds - began)
        if len(pauses) > 20:
            break
    assert pauses[:6] == [2, 4, 8, 16, 32, 60]
    assert max(pauses) == 60
    assert await take(store) == ["a"]


async def test_but_not_where_others_get_through(store: Store, instant: Instant) -> None:
    await put(store, A, "kills their server")
    await put(store, A, "next")
    for _ in range(departures.MAX_ATTEMPTS):
        await departures.unsent(store, await one(store), Unreachable("500"), NOW, give_up=True)
        instant.pass_(61)
    assert await take(store) == ["next"]


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
async def test_a_message_queued_while_its_chat_is_put_to_rest_is_never_overlooked(
    store: Store, instant: Instant
) -> None:
    """Held at the worst moment: queued and not yet committed, while the sender of the one before
    looks whether anything waits."""
    await put(store, A, "a1")
    under_way = await one(store)
    async with store.write() as session:
        await outbox.put(session, A, Say("a2"), NOW)
        resting = asyncio.create_task(sent(store, under_way, 7))
        await until_waiting_for_a_lock(session)
    await resting
    assert await take(store) == ["a2"]


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
async def test_no_shared_word_begins_to_leave_during_a_withdrawal(
    store: Store, instant: Instant
) -> None:
    _, consent = await consent_of(store)
    await put(store, B, "her word", consent_id=consent)
    async with store.write() as session:
        await session.execute(update(Consent).where(Consent.id == consent).values(withdrawn_at=NOW))
        async with asyncio.timeout(5):
            assert await take(store) == []  # neither sent nor waited for
        await outbox.cancel(session, consent)
        await outbox.put(session, B, Say("she stopped"), NOW)
    instant.pass_(1)
    assert await take(store) == ["she stopped"]


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
async def test_a_text_that_is_being_changed_leaves_changed(store: Store, instant: Instant) -> None:
    row_id = await put(store, B, "before")
    async with store.write() as session:
        row = await session.get_one(Message, row_id)
        row.payload = {**(row.payload or {}), "text": "after"}
        await session.flush()
        assert await take(store) == []
    instant.pass_(1)
    assert await take(store) == ["after"]


def test_kinds_that_this_version_does_not_know() -> None:
    with pytest.raises(KeyError):
        from_json({"kind": "hologram"})
