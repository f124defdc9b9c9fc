"""The promises that hold whatever happens in whatever order, tried over random days."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import time, timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy import select

from bot import inbox, outbox
from bot.channel import Answer, Copy, Edit, Say, from_json
from bot.clock import FixedClock
from bot.house import House
from bot.lifecycle import LIVE
from bot.settings import Settings
from bot.store.bridge import Report
from bot.store.keys import KeyRing, NullCipher
from bot.store.tables import Consent, Contact, Handoff, Message, Person, Timer

from .story import BEGIN, Fresh, Phone, Story, failing

NAMES = ("Quirine", "Walburga")  # of residents: in no other text
MARK = "zwartgallig"  # in every word of theirs
STAGE: dict[str, Any] = {}


class Days(RuleBasedStateMachine):
    """Two residents, two volunteers, a coordinator; messages, consents, withdrawals, time."""

    def __init__(self) -> None:
        super().__init__()
        self.loop: asyncio.AbstractEventLoop = STAGE["loop"]
        self.story = self.run(new_story())
        self.count = 0
        self.run(self._cast())

    def run(self, work: Any) -> Any:
        return self.loop.run_until_complete(work)

    async def _cast(self) -> None:
        story = self.story
        self.residents = [
            await story.resident(NAMES[0], hour="10:00"),
            await story.resident(NAMES[1], hour="22:30"),
        ]
        self.volunteers = [await story.volunteer("Karim"), await story.volunteer("Lies")]
        self.sofie = await story.coordinator("Sofie")
        self.consents = {p.id: (await story.person(p)).id for p in self.residents}
        self.checked = 0
        self.watch()

    def watch(self) -> None:
        """Looks at each word at the moment at which it leaves for a volunteer's phone."""
        whole = self.story.wire.send

        async def send(chat_id: int, outgoing: Any) -> int | None:
            if chat_id in {v.id for v in self.volunteers} | {self.sofie.id}:
                await self.is_allowed(chat_id, outgoing)
            return await whole(chat_id, outgoing)

        self.story.wire.send = send  # type: ignore[method-assign]

    async def is_allowed(self, chat_id: int, outgoing: Any) -> None:
        """Each message with a name or words of hers rests on a yes of hers, that stands; only what
        she reports to the coordinators needs none."""
        text = words_of(outgoing, self.story)
        for name, phone in zip(NAMES, self.residents, strict=True):
            if name not in text and f"{MARK} {name.lower()}" not in text:
                continue
            leaving = select(Message).where(Message.chat_id == chat_id, Message.state == "sending")
            numbers = [
                row.consent_id
                for row in await self.story.rows(leaving)
                if from_json(row.payload or {}) == outgoing
            ]
            standing = select(Consent.id).join(Person, Person.id == Consent.person_id)
            standing = standing.where(Person.chat_id == phone.id, Consent.withdrawn_at.is_(None))
            agreed = set(numbers) & set(await self.story.rows(standing))
            reported = chat_id == self.sofie.id and await self.is_reported(text)
            if not agreed and not reported:
                fault = f"{name} on phone {chat_id} without a yes: {text!r}"
                self.story.wire.faults.append(fault)

    async def is_reported(self, text: str) -> bool:
        words = await self.story.rows(select(Report.words).where(Report.words.is_not(None)))
        return any(one in text for one in words)

    # --- what people do --------------------------------------------------------------------
    who = st.integers(0, 1)

    @rule(who=who, kind=st.sampled_from(["words", "photo", "label", "edit", "/mydata", "/hour"]))
    def she_writes(self, who: int, kind: str) -> None:
        ana = self.residents[who]
        self.count += 1
        said = f"{MARK} {NAMES[who].lower()} {self.count}"
        if kind == "words":
            self.run(ana.says(said))
        elif kind == "photo":
            self.run(ana.sends("photo", said))
        elif kind == "label" and ana.screen.keyboard:
            self.run(ana.says(ana.screen.keyboard[self.count % len(ana.screen.keyboard)]))
        elif kind == "edit":
            mine = [m for m in ana.screen.messages if m.mine and m.kind == "text"]
            if mine:
                self.run(ana.edits(mine[self.count % len(mine)], said))
        elif kind.startswith("/"):
            self.run(ana.says(kind))

    @rule(who=who)
    def she_asks_for_a_person(self, who: int) -> None:
        self.run(self.residents[who].says("/human"))

    @rule(who=who, by=who, so_far=st.integers(0, 3))
    def she_is_brought_to_a_person(self, who: int, by: int, so_far: int) -> None:
        """By the shortest way: so many of its steps."""
        ana, karim = self.residents[who], self.volunteers[by]
        steps = (
            lambda: ana.says("/human"),
            lambda: self.tapped(ana, "share:yes"),
            lambda: self.tapped(karim, "claim"),
            lambda: karim.says("dag, hier ben ik"),
        )
        for step in steps[: so_far + 1]:
            self.run(step())

    async def tapped(self, phone: Phone, wish: str) -> None:
        found = [(b.data, m) for m in phone.screen.messages for b in m.inline]
        data, shown = next((f for f in reversed(found) if f[0].startswith(wish)), ("", None))
        if shown is not None:
            await phone.forges(data, shown)

    @rule(who=who, hour=st.sampled_from(["10 uur", "14 uur", "19 uur"]))
    def she_chooses_another_hour_and_back(self, who: int, hour: str) -> None:
        for at in (hour, ("om tien uur", "22u30")[who]):
            self.run(self.residents[who].says("/hour"))
            self.run(self.residents[who].says(at))
            self.run(self.story.passes(hours=2))

    @rule(who=who, index=st.integers(0, 5))
    def she_taps_any_button_that_she_sees(self, who: int, index: int) -> None:
        self.tap_any(self.residents[who], index)

    @rule(who=who, index=st.integers(0, 5))
    def he_taps_any_button_that_he_sees(self, who: int, index: int) -> None:
        self.tap_any(self.volunteers[who], index)

    def tap_any(self, phone: Phone, index: int) -> None:
        found = [(b.data, m) for m in phone.screen.messages for b in m.inline]
        if found:
            data, shown = found[-1 - index % len(found)]
            self.run(phone.forges(data, shown))

    @rule(
        who=who, kind=st.sampled_from(["words", "/close", "/release", "/talks", "/duty", "/open"])
    )
    def he_writes(self, who: int, kind: str) -> None:
        self.run(self.volunteers[who].says("hoe gaat het" if kind == "words" else kind))

    @rule(who=who)
    def he_forges(self, who: int) -> None:
        self.count += 1
        for wish in ("claim", "talk", "pass"):
            self.run(self.volunteers[who].forges(f"{wish}:{self.count % 4}"))

    @rule(who=who, word=st.sampled_from(["stop", "/stop", "/pause", "/resume", "ja", "nee"]))
    def she_wishes(self, who: int, word: str) -> None:
        self.run(self.residents[who].says(word))

    @rule(who=who, by=who)
    def she_stops_while_words_are_waiting(self, who: int, by: int) -> None:
        """Her words are queued for the volunteer and have not left when she takes her yes back."""
        self.she_is_brought_to_a_person(who, by, 3)
        ana, story = self.residents[who], self.story
        self.count += 1
        ana.writes(f"{MARK} {NAMES[who].lower()} {self.count}")

        async def half() -> None:
            await story.receives()
            await story.app.workers[0].work_once()
            ana.writes("stop")
            await story.settles()

        self.run(half())

    @rule(who=who)
    def she_is_in_danger(self, who: int) -> None:
        self.run(self.residents[who].says("ik wil dood"))

    @rule(minutes=st.sampled_from([5, 20, 70, 600, 1500]))
    def time_goes_on(self, minutes: int) -> None:
        self.run(self.story.passes(minutes=minutes))

    @rule(hours=st.sampled_from([1, 5, 11]))
    def the_machine_is_off(self, hours: int) -> None:
        self.run(self.story.sleeps(hours=hours))

    @precondition(lambda self: self.count > 3)
    @rule(who=who)
    def she_blocks_and_comes_back(self, who: int) -> None:
        self.run(self.residents[who].blocks())
        self.run(self.residents[who].comes_back())

    def does_something(self, chance: random.Random) -> None:
        """One of these, mostly in the middle of a talk."""
        who, by = chance.randrange(2), chance.randrange(2)
        pick = chance.choice
        acts: list[tuple[int, Callable[[], None]]] = [
            (6, lambda: self.she_is_brought_to_a_person(who, by, pick([1, 2, 3, 3, 3]))),
            (20, lambda: self.she_writes(who, pick(["words", "words", "photo", "edit", "label"]))),
            (4, lambda: self.he_writes(by, pick(["words", "words", "/talks", "/open", "/duty"]))),
            (1, lambda: self.he_writes(by, pick(["/close", "/release"]))),
            (2, lambda: self.she_taps_any_button_that_she_sees(who, chance.randrange(6))),
            (2, lambda: self.he_taps_any_button_that_he_sees(by, chance.randrange(6))),
            (1, lambda: self.he_forges(by)),
            (1, lambda: self.she_wishes(who, pick(["stop", "/resume", "ja", "nee", "/hour"]))),
            (1, lambda: self.she_stops_while_words_are_waiting(who, by)),
            (1, lambda: self.she_is_in_danger(who)),
            (3, lambda: self.time_goes_on(pick([5, 20, 70, 600]))),
            (1, lambda: self.the_machine_is_off(pick([1, 5]))),
            (1, lambda: self.she_chooses_another_hour_and_back(who, "14 uur")),
            (1, lambda: self.she_blocks_and_comes_back(who)),
        ]
        chance.choices([act for _, act in acts], [weight for weight, _ in acts])[0]()

    # --- what always holds -----------------------------------------------------------------
    @invariant()
    def no_word_without_a_yes(self) -> None:
        assert not self.story.wire.faults, self.story.wire.faults

    @invariant()
    def no_live_handoff_is_forgotten(self) -> None:
        waiting = self.run(
            self.story.rows(
                select(Handoff.id).where(
                    Handoff.state.in_(LIVE),
                    Handoff.id.not_in(
                        select(Timer.handoff_id).where(
                            Timer.done_at.is_(None), Timer.handoff_id.is_not(None)
                        )
                    ),
                )
            )
        )
        assert waiting == []

    @invariant()
    def one_live_handoff_at_most(self) -> None:
        live = self.run(self.story.rows(select(Handoff.person_id).where(Handoff.state.in_(LIVE))))
        assert max(Counter(live).values(), default=0) <= 1

    @invariant()
    def never_twice_a_day_nor_at_night(self) -> None:
        rows = self.run(self.story.rows(select(Contact).where(Contact.outcome == "sent")))
        assert max(Counter((r.person_id, r.local_date) for r in rows).values(), default=0) <= 1
        first = self.consents[self.residents[0].id]
        for row in rows:
            local = self.story.local(row.at).time()
            if row.person_id == first:  # she never chose an hour of the night
                assert time(8) <= local <= time(21, 30)
            else:  # she chose 22:30, and other hours now and then
                assert time(8) <= local <= time(22, 59)

    def teardown(self) -> None:
        self.run(self.story.store.close())


def words_of(outgoing: Any, story: Story) -> str:
    """Everything that a phone would show of it; a copied medium is her word too."""
    if isinstance(outgoing, Say):
        return " ".join([outgoing.text, *(b.label for b in outgoing.inline)])
    if isinstance(outgoing, Copy):
        from_name = story.wire.screens[outgoing.from_chat].user["first_name"]
        return f"{outgoing.caption} {from_name}"
    return outgoing.text if isinstance(outgoing, Edit | Answer) else ""


async def new_story() -> Story:
    store = await STAGE["fresh"]()
    async with store.read() as session:
        await STAGE["house"].library(session)
    return Story(store, STAGE["settings"], STAGE["house"], FixedClock(BEGIN))


@pytest.fixture(params=["sqlite", "postgresql"])
def stage(
    request: pytest.FixtureRequest,
    fresh: Fresh,
    house: House,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[str]:
    """What the machine needs to begin each example in an empty database."""
    KeyRing(NullCipher()).use()
    monkeypatch.setattr(inbox, "failed", failing)
    monkeypatch.setattr(outbox, "CHAT_GAP", timedelta())
    loop = asyncio.new_event_loop()
    STAGE.update(loop=loop, fresh=partial(fresh, request.param), house=house, settings=settings)
    yield request.param
    loop.close()


def test_busy_weeks(stage: str) -> None:
    """A long random walk that knows its way into talks: another one on each database."""
    days, chance = Days(), random.Random(stage)
    try:
        for _ in range(120):
            days.does_something(chance)
            days.no_word_without_a_yes()
            days.no_live_handoff_is_forgotten()
            days.one_live_handoff_at_most()
        days.never_twice_a_day_nor_at_night()
        shared = sum(MARK in words for v in days.volunteers for words in v.screen.ever)
        assert shared > (3 if stage == "sqlite" else 1), "the walk must come by what it is about"
    finally:
        days.teardown()


def test_the_promises(stage: str) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    examples = 3 if stage == "sqlite" else 2
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Days,
        settings=settings(
            max_examples=examples,
            stateful_step_count=15,
            deadline=None,
            derandomize=True,
            phases=[Phase.generate],  # a shrunk failure is nice, an answer within a minute nicer
            suppress_health_check=list(HealthCheck),
        ),
    )
