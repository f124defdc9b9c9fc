"""Her words and her name go nowhere without a yes to them, in whatever order things cross.

People write, strike, agree, take back, claim and give back; what they did is received, decided and
sent bit by bit. Each word that leaves for a helper's phone is looked at as it leaves.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import func, select

from bot import consents, inbox, outbox
from bot.channel import Copy, Outgoing, to_json
from bot.house import House
from bot.lifecycle import LIVE
from bot.settings import Settings
from bot.store.keys import KeyRing, NullCipher
from bot.store.tables import Consent, Handoff, Message, Relay, Resident, Timer

from .story import Fresh, Phone, Story, failing
from .test_promises import STAGE, new_story, words_of
from .yeses import WORD, Yeses

NAMES = ("Quirine", "Walburga")  # of residents: in no other text
ASKED, SAID, SENT_ON = "asked", "said", "sent on"
HOUR = "09:00"
EXAMPLES = 18


class Crossing(RuleBasedStateMachine):
    """Two residents, two volunteers, a coordinator. `pace`: how far the bot gets after an act."""

    who = st.integers(0, 1)
    pace = st.sampled_from(["waits", "received", "decided", "sent", "settled", "settled"])

    def __init__(self) -> None:
        super().__init__()
        self.loop: asyncio.AbstractEventLoop = STAGE["loop"]
        self.faults: list[str] = []
        self.written: list[tuple[int, str, int]] = []  # whose word, for what, her message's number
        self.seen = 0  # words of theirs that reached a helper
        self.yeses = Yeses()
        self.reached: dict[tuple[int, int], tuple[datetime, int]] = {}  # (chat, word): when, talk

    def run(self, work: Any) -> Any:
        return self.loop.run_until_complete(work)

    @initialize()
    def cast(self) -> None:
        async def everybody() -> None:
            self.residents = [await self.story.resident(name, hour=HOUR) for name in NAMES]
            self.helpers = [await self.story.volunteer(name) for name in ("Karim", "Lies")]
            self.sofie = await self.story.coordinator("Sofie")

        self.story: Story = self.run(new_story())
        self.run(everybody())
        whole = self.story.wire.send

        async def send(chat_id: int, outgoing: Outgoing) -> int | None:
            await self.leaves(chat_id, outgoing)
            return await whole(chat_id, outgoing)

        self.story.wire.send = send  # type: ignore[method-assign]

    # --- what people do --------------------------------------------------------------------
    @rule(who=who, by=who, far=st.integers(1, 4), pace=pace)
    def she_asks_for_a_person(self, who: int, by: int, far: int, pace: str) -> None:
        """In three sentences, and strikes one. `far`: offered, struck, agreed, claimed."""
        ana, karim = self.residents[who], self.helpers[by]
        said = ". ".join(f"Het is {self.word(who, ASKED)} hier" for _ in range(3))
        self.story.mind.learns(said, "request_human", sure=0.9)
        self.run(ana.says(said))
        steps = [(ana, "share:cut"), (ana, "share:yes"), (karim, "claim")][: far - 1]
        for place, (phone, wish) in enumerate(steps, 2):
            self.tap(phone, wish)
            self.goes_on("settled" if place < far else pace)

    @rule(who=who, by=who)
    def they_talk(self, who: int, by: int) -> None:
        """Whatever came before, if it can still lead there."""
        self.she_asks_for_a_person(who, by, 4, "settled")
        self.he_writes(by, "dag")
        self.she_writes(who, "text", SAID, "settled")

    @rule(
        who=who,
        kind=st.sampled_from(["text", "text", "photo"]),
        what=st.sampled_from([SAID, SAID, SENT_ON]),
        pace=pace,
    )
    def she_writes(self, who: int, kind: str, what: str, pace: str) -> None:
        said = f"hier is {self.word(who, what)}"
        self.residents[who]._sends(kind, said, forwarded=what == SENT_ON)
        self.goes_on(pace)

    @rule(who=who, nth=st.integers(0, 3), pace=pace)
    def she_edits(self, who: int, nth: int, pace: str) -> None:
        ana = self.residents[who]
        mine = [m for m in ana.screen.messages if m.mine and m.kind == "text"]
        if mine:
            about = mine[-1 - nth % len(mine)]
            text = f"nu is het {self.word(who, SAID, about.message_id)}"
            body = {"text": text, "edit_date": int(self.story.clock.now().timestamp())}
            edited = self.story.wire.message(ana.id, about.message_id, **body)
            self.story.wire.update(edited_message=edited)
            self.goes_on(pace)

    @rule(
        who=who,
        wish=st.sampled_from(["share:yes", "share:yes", "share:cut", "share:less", "share:no"]),
        pace=pace,
    )
    def she_taps(self, who: int, wish: str, pace: str) -> None:
        self.tap(self.residents[who], wish)
        self.goes_on(pace)

    @rule(who=who, by=who)
    def he_comes_just_as_she_writes(self, who: int, by: int) -> None:
        """To the machine, as she thinks: his name was not on her phone yet."""
        self.she_asks_for_a_person(who, by, 3, "settled")
        self.tap(self.helpers[by], "claim")
        self.goes_on("decided")
        self.she_writes(who, "text", SAID, "settled")

    @rule(who=who, by=who)
    def she_strikes_and_an_older_yes_is_tapped(self, who: int, by: int) -> None:
        self.she_asks_for_a_person(who, by, 1, "settled")
        self.she_asks_for_a_person(who, by, 2, "settled")
        for nth in range(len(self.yeses.seen[who]) - 1):
            self.she_taps_an_older_yes(who, nth, "settled")
        self.tap(self.helpers[by], "claim")
        self.goes_on("settled")

    @rule(who=who, nth=st.integers(0, 9), pace=pace)
    def she_taps_an_older_yes(self, who: int, nth: int, pace: str) -> None:
        """A phone may show it still; a forger may have kept it."""
        if (older := self.yeses.older(who, nth)) is not None:
            self.yeses.says(who, older[1])
            self.story.wire.tap(self.residents[who].id, *older)
            self.goes_on(pace)

    @rule(who=who, word=st.sampled_from(["stop", "/stop", "Niet meer delen"]), pace=pace)
    def she_takes_it_back(self, who: int, word: str, pace: str) -> None:
        self.residents[who].writes(word)
        self.stops(who, pace)

    @rule(who=who, by=who, pace=pace)
    def she_takes_back_what_she_has_just_written(self, who: int, by: int, pace: str) -> None:
        """In one breath: her words are still to be read when the yes is taken back."""
        self.they_talk(who, by)
        self.residents[who].writes(f"hier is {self.word(who, SAID)}")
        self.residents[who].writes("stop")
        self.stops(who, pace)

    @rule(who=who, by=who, pace=pace)
    def she_takes_back_what_is_about_to_leave(self, who: int, by: int, pace: str) -> None:
        """Her words are decided and not sent."""
        self.they_talk(who, by)
        self.she_writes(who, "text", SAID, "decided")
        self.residents[who].writes("stop")
        self.stops(who, pace)

    @rule(who=who, by=who, word=st.sampled_from(["stop", "/stop", "Niet meer delen"]))
    def she_sends_on_what_somebody_else_wrote(self, who: int, by: int, word: str) -> None:
        """It says so; and a wish of somebody else changes nothing that she agreed to."""
        self.they_talk(who, by)
        self.she_writes(who, "text", SENT_ON, "settled")
        before = self.run(self.consents())
        self.run(self.residents[who].forwards(word))
        if self.run(self.consents()) != before:
            self.faults.append(f"a forwarded {word!r} was taken for hers")

    @rule(by=who, wish=st.sampled_from(["claim", "claim", "claim", "pass", "release"]), pace=pace)
    def he_taps(self, by: int, wish: str, pace: str) -> None:
        self.tap(self.helpers[by], wish)
        self.goes_on(pace)

    @rule(by=who, said=st.sampled_from(["dag", "dag", "/talks", "/open", "/release", "/close"]))
    def he_writes(self, by: int, said: str) -> None:
        self.helpers[by].writes(said)
        self.goes_on("settled")

    @rule(who=who, pace=pace)
    def she_answers_an_hour_before_she_is_asked(self, who: int, pace: str) -> None:
        """Her words cross the question. They are for the machine, or for who reads along."""
        ana = self.residents[who]
        ana.writes("/hour")
        self.run(self.decides(9))
        ana.writes(f"om 14 uur {self.word(who, SAID)}")
        self.goes_on(pace)
        self.goes_on("settled")

    @rule(minutes=st.sampled_from([6, 16, 31, 200, 800]))
    def time_goes_on(self, minutes: int) -> None:
        self.run(self.story.passes(minutes=minutes))

    # --- how it goes on --------------------------------------------------------------------
    def word(self, who: int, what: str, message_id: int | None = None) -> str:
        """A new word of hers; by default in the next message that she writes."""
        number = message_id or self.residents[who].screen.last_id + 1
        self.written.append((who, what, number))
        return f"qz{len(self.written) - 1}z"

    def tap(self, phone: Phone, wish: str) -> None:
        found = [(b.data, m) for m in phone.screen.messages for b in m.inline]
        tapped = next((one for one in reversed(found) if one[0].startswith(wish)), None)
        if tapped is not None:
            if phone in self.residents:
                self.yeses.says(self.residents.index(phone), tapped[0])
            self.story.wire.tap(phone.id, tapped[1].message_id, tapped[0])

    def stops(self, who: int, pace: str) -> None:
        """Her word is received: from here on nothing leaves that rests on what she had agreed to.
        When its turn was taken too, her words go from the phones."""
        if pace != "waits":
            self.goes_on("received")
            self.yeses.ended |= self.run(self.shares(who))
            self.goes_on(pace)
        if pace == "settled":
            self.faults += self.run(self.left_behind(who))

    async def shares(self, who: int) -> set[int]:
        person = (await self.story.person(self.residents[who])).id
        given = select(Consent.id).where(
            Consent.person_id == person, Consent.purpose == consents.SHARE
        )
        return set(await self.story.rows(given))

    async def left_behind(self, who: int) -> list[str]:
        """Words of a talk that she withdrew, on a helper's phone, as far as Telegram takes back."""
        withdrawn = select(Handoff.id).where(Handoff.state == "withdrawn")
        over = set(await self.story.rows(withdrawn))
        fresh = self.story.clock.now() - timedelta(hours=47)
        return [
            f"word {number} is left on phone {phone.id}"
            for phone in self.helpers
            for message in phone.screen.messages
            for number in map(int, WORD.findall(message.text))
            for at, talk in [self.reached.get((phone.id, number), (fresh, 0))]
            if self.written[number][0] == who and talk in over and at > fresh
        ]

    def goes_on(self, pace: str) -> None:
        self.run(self._goes_on(pace))
        for who, phone in enumerate(self.residents):
            self.yeses.looks(who, phone.screen)

    async def _goes_on(self, pace: str) -> None:
        if pace == "received":
            await self.story.receives()
        elif pace == "decided":
            await self.decides(1)
        elif pace == "sent":
            await self.story.app.sender.send_some()
        elif pace == "settled":
            await self.story.settles()

    async def decides(self, turns: int) -> None:
        await self.story.receives()
        for _ in range(turns):
            await self.story.app.workers[0].work_once()

    async def consents(self) -> list[tuple[int, bool]]:
        rows = await self.story.rows(select(Consent).order_by(Consent.id))
        return [(row.id, row.withdrawn_at is None) for row in rows]

    # --- what always holds -----------------------------------------------------------------
    async def leaves(self, chat_id: int, outgoing: Outgoing) -> None:
        if chat_id not in {phone.id for phone in (*self.helpers, self.sofie)}:
            return
        text = words_of(outgoing, self.story)
        numbers = [int(number) for number in WORD.findall(text)]
        whose = {self.written[number][0] for number in numbers}
        whose |= {who for who, name in enumerate(NAMES) if name in text}
        for who in whose:
            hers = [n for n in numbers if self.written[n][0] == who]
            if fault := await self.fault(chat_id, outgoing, who, hers):
                self.faults.append(f"{fault}: {text!r} on phone {chat_id}")
        self.seen += len(numbers) + isinstance(outgoing, Copy)

    async def fault(
        self, chat_id: int, outgoing: Outgoing, who: int, numbers: list[int]
    ) -> str | None:
        """Why these words of hers should not leave now; None when all is well."""
        async with self.story.store.read() as session:
            leaving = select(Message).where(Message.chat_id == chat_id, Message.state == "sending")
            rows = [
                row
                for row in await session.scalars(leaving)
                if _as_it_waited(row.payload) == _as_it_waited(to_json(outgoing))
            ]
            number = rows[0].id if rows else 0
            passing = select(Relay.from_message).where(Relay.copy == number)
            passed_on = set(await session.scalars(passing))
            consent = await session.get(Consent, rows[0].consent_id or 0) if rows else None
            handoff = await session.get(Handoff, rows[0].handoff_id or 0) if rows else None
        person = await self.story.person(self.residents[who])
        if consent is None or handoff is None or consent.person_id != person.id:
            return "without a yes"
        over = consent.withdrawn_at is not None or consent.id in self.yeses.ended
        if over or consent.purpose != consents.SHARE:
            return "after the yes was taken back"
        agreed = handoff.text or ""
        if consent.text_hash != consents.text_hash(agreed) or handoff.consent_id != consent.id:
            return "on a yes to another text"
        for word in numbers:
            self.reached[chat_id, word] = self.story.clock.now(), handoff.id
        foreign = any(self.written[n][1] == SENT_ON for n in numbers)
        if foreign and "↪" not in words_of(outgoing, self.story):
            return "somebody else's words as hers"
        in_talk = [
            n for n in numbers if self.written[n][1] != ASKED or self.written[n][2] in passed_on
        ]
        offered = [n for n in numbers if n not in in_talk]
        if any(f"qz{n}z" not in agreed for n in offered):
            return "what she never offered"
        if offered and (fault := self.yeses.fault(handoff.id, agreed, offered)) is not None:
            return fault
        return self.too_early(chat_id, who, in_talk, agreed)

    def too_early(self, chat_id: int, who: int, numbers: list[int], agreed: str) -> str | None:
        """The text that she agreed to she had read; in the talk she knew to whom she wrote."""
        screen = self.residents[who].screen
        name = next(v.name for v in (*self.helpers, self.sofie) if v.id == chat_id)
        named = [m.message_id for m in screen.messages if not m.mine and name in m.text]
        for number in numbers:
            message_id = self.written[number][2]
            if min(named, default=message_id) >= message_id:
                return "written before she knew who reads along"
        if not any(agreed in shown for shown in screen.ever):
            return "a text that she never read"
        return None

    @invariant()
    def no_word_without_a_yes(self) -> None:
        assert not self.faults, self.faults

    @invariant()
    def nothing_too_early_was_an_answer(self) -> None:
        if hasattr(self, "story"):
            assert set(self.run(self.story.rows(select(Resident.hour)))) <= {HOUR}

    @invariant()
    def no_live_handoff_is_forgotten(self) -> None:
        if not hasattr(self, "story"):
            return
        planned = select(Timer.handoff_id).where(
            Timer.done_at.is_(None), Timer.handoff_id.is_not(None)
        )
        forgotten = select(func.count()).where(Handoff.state.in_(LIVE), Handoff.id.not_in(planned))
        assert self.run(self.story.rows(forgotten)) == [0]

    def teardown(self) -> None:
        STAGE["seen"] = STAGE.get("seen", 0) + self.seen
        self.run(self.story.settles())
        self.run(self.story.store.close())
        assert not self.faults, self.faults


def _as_it_waited(payload: Any) -> dict[str, Any]:
    """Without the number of the message that it changes: that may come last."""
    said = json.loads(json.dumps(payload or {}))
    return {name: value for name, value in said.items() if name != "message_id"}


@pytest.fixture
def stage(
    fresh: Fresh,
    house: House,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[None]:
    """What each example begins with: an empty database."""
    KeyRing(NullCipher()).use()
    monkeypatch.setattr(inbox, "failed", failing)
    monkeypatch.setattr(outbox, "CHAT_GAP", timedelta())
    loop = asyncio.new_event_loop()
    STAGE.update(loop=loop, fresh=partial(fresh, "sqlite"), house=house, settings=settings, seen=0)
    yield
    loop.close()


def test_in_whatever_order_things_cross(stage: None) -> None:
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Crossing,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=16,
            deadline=None,
            derandomize=True,
            phases=[Phase.generate],  # a shrunk failure is nice, an answer within a minute nicer
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert STAGE["seen"] > EXAMPLES // 2, "the walks must come by what they are about"
