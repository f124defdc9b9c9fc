"""The table of a handoff's life, carried out: every line of it and no other, each one
compare-and-set with one line in the audit; and timers belong to the state they were planned for."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select, update

from bot import timers
from bot.handoff_texts import BUTTON_YES, PERSON_HOLDS
from bot.house import Moment
from bot.lifecycle import ASKING, HELD, LIVE, PAST, TRANSITIONS
from bot.store.tables import Audit, Handoff, Person, Timer
from bot.transitions import HANDOFF_TIMERS, move

from .states import Undone
from .story import Story
from .test_withdrawal import STATES

ALL = sorted({state for state, _ in TRANSITIONS} | set(TRANSITIONS.values()))


async def audited(session: object) -> int:
    return await session.scalar(select(func.count()).select_from(Audit))  # type: ignore[attr-defined,no-any-return]


@pytest.mark.parametrize("state", ALL)
async def test_every_line_and_no_other(story: Story, state: str) -> None:
    ana = await story.resident("Ana", hour=None)
    await ana.says("/human")
    for event in PAST:
        to = TRANSITIONS.get((state, event))
        try:
            async with story.store.write() as session:
                moment = Moment(session, story.house, story.clock.now())
                person = await session.scalar(select(Person).where(Person.chat_id == ana.id))
                handoff = await session.get_one(Handoff, 1)
                handoff.state = state
                for kind in HANDOFF_TIMERS:
                    await timers.plan(session, kind, moment.now, handoff_id=1, state=state)
                await session.flush()
                version, lines = handoff.version, await audited(session)
                moved = await move(moment, handoff, event, person, "a word of ours")
                await session.flush()
                assert moved is (to is not None), (state, event)
                assert (handoff.state, handoff.version) == (to or state, version + moved)
                assert await audited(session) == lines + moved
                left = select(Timer.kind).where(Timer.handoff_id == 1, Timer.done_at.is_(None))
                assert bool(list(await session.scalars(left))) is not moved, "they end with it"
                if moved:
                    line = await session.scalar(select(Audit).order_by(Audit.id.desc()).limit(1))
                    who, when = (person.id if person else None), moment.now
                    assert (line.actor_id, line.at, line.detail) == (who, when, "a word of ours")
                    assert (line.action, line.handoff_id) == (f"handoff.{PAST[event]}", 1)
                raise Undone
        except Undone:
            pass


async def test_whoever_comes_second_changes_nothing(story: Story) -> None:
    """The row is looked at as it is now, not as it was read."""
    await story.volunteer()
    ana = await story.resident("Ana", hour=None)
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    async with story.store.write() as session:
        moment = Moment(session, story.house, story.clock.now())
        handoff = await session.get_one(Handoff, 1)
        assert handoff.state == "open"
        first = update(Handoff).values(state="claimed", claimed_by=1, version=Handoff.version + 1)
        await session.execute(first.execution_options(synchronize_session=False))
        before = await audited(session)
        assert handoff.state == "open", "as it was read"
        assert not await move(moment, handoff, "claim", None, claimed_by=2)
        assert (handoff.state, handoff.claimed_by) == ("claimed", 1)
        assert await audited(session) == before


@pytest.mark.parametrize("kind", HANDOFF_TIMERS)
async def test_a_timer_of_another_state_does_nothing(story: Story, kind: str) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    await ana.says("dag")
    karim.turns_the_page()
    holder = (await story.person(karim)).id
    async with story.store.write() as session:
        due = story.clock.now()
        for state in (*(LIVE - {"talking"}), "offered", "closed"):
            await timers.plan(session, kind, due, handoff_id=1, state=state, by=holder)
    before = (await story.handoff()).version
    await story.sweeps()
    handoff = await story.handoff()
    assert (handoff.state, handoff.version) == ("talking", before)
    ana.hears_nothing()
    karim.hears_nothing()


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("state", sorted(LIVE - {ASKING}))
async def test_she_asks_again_and_reads_where_it_stands(
    story: Story, state: str, language: str
) -> None:
    ana, _ = await STATES[state](story, language)
    ana.turns_the_page()
    await ana.says("/human")
    said = ana.one()
    assert not said.inline, "there is one already"
    assert len(await story.rows(select(Handoff))) == 1
    assert (story.text(PERSON_HOLDS, language, name="Karim") in said.text) is (state in HELD)
