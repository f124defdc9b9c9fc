"""A hard month of asking for a person: twelve volunteers with their own hours, days off and moods.

Thirty residents ask at any hour, and every night one of them is in danger. Volunteers are away,
refuse, or take it and fall asleep; the coordinators are there every other week. The clock goes from
one due instant to the next. docs/handoff-life.md shows how long it took; `--update` writes it anew.
"""

from __future__ import annotations

import heapq
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from math import ceil, inf
from operator import le
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from sqlalchemy import select

from bot.channel import Outgoing, Say
from bot.i18n import Text
from bot.lifecycle import ESCALATED, HELD, LIVE, OVER
from bot.open_texts import NOBODY_ON_DUTY, NOBODY_TAKES, WAITING_LONG
from bot.routing import URGENT
from bot.safety.texts import TEXTS
from bot.store.tables import Audit, Handoff, Person, Timer

from .story import BEGIN, Phone, Story

PAGE: Final = Path(__file__).resolve().parents[2] / "docs" / "handoff-life.md"
MARKS: Final = ("<!-- month: begin -->\n", "<!-- month: end -->\n")
SEED, RESIDENTS, DAYS = 18, 30, 28  # nobody asks anew in the last two of thirty days
DANGER: Final = {"nl": "ik wil dood", "fr": "je veux mourir"}
PERSON: Final = Text("safety/button/person", TEXTS["safety/button/person"])
DAY, NIGHT, DANGER_AT_NIGHT = "By day", "By night", "By night, in danger"
# At most so many minutes: half are taken, nine in ten are, half read a first word, nine in ten do.
BOUNDS: Final = {
    DAY: (15, 4 * 60, 60, 8 * 60),
    NIGHT: (11 * 60, 13 * 60, 11 * 60, 14 * 60),
    DANGER_AT_NIGHT: (60, 11 * 60, 3 * 60, 14 * 60),
}
# After danger at night: at most so long after quiet hours each is taken, and reads a first word.
TAKEN_BY, GREETED_BY = timedelta(hours=2), timedelta(hours=3)
MOST_ALERTS = 20  # to one volunteer within a day


class Temper(NamedTuple):
    """`takes`: how many alerts in a hundred are taken, `wakes`: how many at night."""

    name: str
    takes: int
    wakes: int = 0
    hours: str = ""
    away: tuple[tuple[int, str], ...] = ()  # on which day which words behind /away
    languages: tuple[str, ...] = ("nl",)
    greets: int = 95  # of a hundred talks that were taken
    refuses: int = 60  # of a hundred alerts that were not


TEMPERS: Final = (
    Temper("Karim", 70, 30, away=((16, "vier dagen"),), languages=("nl", "fr"), greets=85),
    Temper("Lies", 50, 10, away=((9, "vijf dagen"),), languages=("nl", "fr")),
    Temper("Jef", 60, hours="maandag en donderdag van 9 tot 17"),
    Temper("Noor", 40, hours="elke dag van 18 tot 21", languages=("nl", "fr")),
    Temper("Wim", 40, hours="dinsdag en vrijdag van 13 tot 18", away=((14, "een week"),)),
    Temper("Samira", 50, 20, away=((5, "een week"),), languages=("nl", "fr"), greets=70),
    Temper("Piet", 0),  # never answers
    Temper("Rita", 0, hours="zaterdag en zondag van 10 tot 16"),  # neither does she
    Temper("Hugo", 5, refuses=95),  # says 'not now'
    Temper("Els", 60, hours="zaterdag van 9 tot 20", languages=("nl", "fr")),
    Temper("Bram", 40, 50, hours="elke dag van 21 tot 2", greets=50),
    Temper("Tine", 40, away=((2, "drie dagen"), (20, "vier dagen")), languages=("nl", "fr")),
)


@dataclass
class Month:
    """What people will do, by when they will do it; all of it drawn from one seed."""

    story: Story
    chance: random.Random = field(default_factory=lambda: random.Random(SEED))
    plans: list[tuple[datetime, int, Callable[[], Awaitable[object]]]] = field(default_factory=list)
    planned: int = 0
    advances: int = 0
    helpers: dict[int, tuple[Phone, Temper]] = field(default_factory=dict)

    # --- time ------------------------------------------------------------------------------
    def plan(self, at: datetime, act: Callable[[], Awaitable[object]]) -> None:
        self.planned += 1
        heapq.heappush(self.plans, (at, self.planned, act))

    def soon(self, least: int, most: int, act: Callable[[], Awaitable[object]]) -> None:
        """Within so many minutes."""
        minutes = self.chance.randint(least, most)
        self.plan(self.story.clock.now() + timedelta(minutes=minutes), act)

    def likely(self, percent: int) -> bool:
        return self.chance.randrange(100) < percent

    async def until(self, end: datetime) -> None:
        story = self.story
        while True:
            due = await story.app.sweep.next_due() or end
            at = min(due, self.plans[0][0] if self.plans else end)
            if at >= end:
                break
            story.clock.move_to(max(at, story.clock.now()))
            if due <= story.clock.now():
                await story.sweeps()
            while self.plans and self.plans[0][0] <= story.clock.now():
                await heapq.heappop(self.plans)[2]()
            self.advances += 1
            await self.nothing_is_forgotten()
        await story.until(end)
        await self.nothing_is_forgotten()

    async def nothing_is_forgotten(self) -> None:
        planned = select(Timer.handoff_id).where(
            Timer.done_at.is_(None), Timer.handoff_id.is_not(None)
        )
        live = select(Handoff.id).where(Handoff.state.in_(LIVE), Handoff.id.not_in(planned))
        assert await self.story.rows(live) == []

    # --- residents -------------------------------------------------------------------------
    async def asks(self, ana: Phone) -> None:
        await ana.says("/human")
        self.soon(0, 4, lambda: self.decides(ana))

    async def is_in_danger(self, ana: Phone) -> None:
        await ana.says(DANGER[ana.language])
        label = self.story.text(PERSON, ana.language)
        if any(label in shown.labels for shown in ana.news) or label in ana.screen.keyboard:
            await ana.taps(label)
        self.soon(0, 2, lambda: self.decides(ana))

    async def decides(self, ana: Phone) -> None:
        if self.likely(5):
            return  # the offer stands until it is over
        await press(ana, "share:no" if self.likely(5) else "share:yes")
        if self.likely(4):
            self.soon(1, 90, lambda: self.takes_it_back(ana))

    async def takes_it_back(self, ana: Phone) -> None:
        await ana.says("stop")

    # --- volunteers ------------------------------------------------------------------------
    def rung(self, phone: Phone, temper: Temper, wish: str) -> None:
        asleep = self.story.house.quiet.covers(self.local.time())
        if self.likely(temper.wakes if asleep else temper.takes):
            self.soon(1, 15, lambda: self.takes_one(phone, temper, wish))
        elif temper.takes and self.likely(temper.refuses):
            self.soon(1, 30, lambda: press(phone, wish.replace("claim", "pass")))

    def looks_back(self, phone: Phone, answer: str) -> None:
        """Asked how a heavy talk was, nine in ten answer; else a coordinator calls."""
        if self.likely(90):
            self.soon(5, 900, lambda: press(phone, answer))

    @property
    def local(self) -> datetime:
        return self.story.local(self.story.clock.now())

    async def takes_one(self, phone: Phone, temper: Temper, wish: str) -> None:
        await press(phone, wish)
        number = int(wish.partition(":")[2])
        if self.likely(temper.greets):
            self.soon(1, 13, lambda: self.writes(phone, number, 0))

    async def writes(self, phone: Phone, number: int, already: int) -> None:
        """A word in that talk, if it is still theirs. Her answer; another word; the end."""
        held = await self.held(phone)
        if number not in held:
            return
        if len(held) > 1:
            await phone.forges(f"talk:{number}")
        if already == 2:
            await phone.says("/close")
            if (asked := phone.last.inline) and asked[0].data == f"to:{number}":
                await press(phone, f"to:{number}")  # while a question of ours stands
            await press(phone, "outcome:listened")
            return
        await phone.says("dag, hoe gaat het vandaag?")
        if (asked := phone.last.inline) and asked[0].data == f"to:{number}":
            await press(phone, f"to:{number}")  # while a question of ours stands
        if self.likely(85):
            self.soon(1, 60, lambda: self.answers(number))
        if self.likely(80):
            self.soon(5, 120, lambda: self.writes(phone, number, already + 1))

    async def answers(self, number: int) -> None:
        query = select(Person.chat_id).join(Handoff, Handoff.person_id == Person.id)
        (chat,) = await self.story.rows(query.where(Handoff.id == number))
        ana = next(phone for phone in self.story.phones if phone.id == chat)
        await ana.says("het gaat, dank u")

    async def held(self, phone: Phone) -> list[int]:
        me = (await self.story.person(phone)).id
        query = select(Handoff.id).where(Handoff.state.in_(HELD), Handoff.claimed_by == me)
        return await self.story.rows(query)

    async def looks_at_what_waits(self, sofie: Phone) -> None:
        """On a workday, in the morning: she rings everybody again."""
        await sofie.says("/open")
        for shown in sofie.news:
            for button in shown.inline:
                if button.data.startswith("ho:ring:"):
                    await sofie.forges(button.data, shown)

    # --- everybody -------------------------------------------------------------------------
    async def begins(self) -> Phone:
        """Everybody is known, and when each resident will ask is drawn. Returns the coordinator."""
        story, chance = self.story, self.chance
        sofie = await story.coordinator()
        for temper in TEMPERS:
            phone = await story.volunteer(temper.name, *temper.languages)
            self.helpers[phone.id] = (phone, temper)
            if temper.hours:
                await phone.says(f"/hours {temper.hours}")
            for day, words in temper.away:
                self.plan(BEGIN + timedelta(days=day), partial(phone.says, f"/away {words}"))
        residents = [
            await story.resident(f"Ana {n}", "fr" if n % 5 == 0 else "nl", hour=None)
            for n in range(RESIDENTS)
        ]
        for ana in residents:
            at = BEGIN + timedelta(minutes=chance.randrange(DAYS * 24 * 60))
            self.plan(at, partial(self.asks, ana))
        for day in range(DAYS):
            at = BEGIN.replace(hour=20) + timedelta(days=day, minutes=chance.randrange(10 * 60))
            self.plan(at, partial(self.is_in_danger, chance.choice(residents)))
        for day in range(DAYS):
            if day % 14 < 5:
                at = BEGIN + timedelta(days=day, hours=2)
                self.plan(at, partial(self.looks_at_what_waits, sofie))
        self.watches(sofie)
        return sofie

    def watches(self, sofie: Phone) -> None:
        """A volunteer looks at each alert as it comes, and makes up their mind."""
        whole = self.story.wire.send

        async def send(chat_id: int, outgoing: Outgoing) -> int | None:
            number = await whole(chat_id, outgoing)
            if chat_id in self.helpers and isinstance(outgoing, Say):
                phone, temper = self.helpers[chat_id]
                for button in outgoing.inline:
                    if button.data.startswith("claim:"):
                        self.rung(phone, temper, button.data)
                    elif button.data.startswith("debrief:fine:"):
                        self.looks_back(phone, button.data)
            elif chat_id == sofie.id and isinstance(outgoing, Say):
                called = [b.data for b in outgoing.inline if b.data.startswith("talked:")]
                if called:
                    self.soon(30, 600, partial(press, sofie, called[0]))
            return number

        self.story.wire.send = send  # type: ignore[method-assign]


async def press(phone: Phone, wish: str) -> None:
    """The newest button that asks for it, if there is one."""
    for shown in reversed(phone.screen.messages):
        for button in shown.inline:
            if button.data == wish or (":" in button.data and button.data.startswith(f"{wish}:")):
                await phone.forges(button.data, shown)
                return


class Waited(NamedTuple):
    """Minutes from her yes until somebody took it, and until a first word; `inf`: never. `morning`:
    until quiet hours ended."""

    when: str
    claimed: float
    greeted: float
    morning: float


async def waited(story: Story) -> list[Waited]:
    """Of each handoff that she let be until somebody took it."""
    first: dict[tuple[int, str], datetime] = {}
    for row in await story.rows(select(Audit).where(Audit.handoff_id.is_not(None))):
        first.setdefault((row.handoff_id, row.action.removeprefix("handoff.")), row.at)
    found = []
    for one in await story.rows(select(Handoff).where(Handoff.opened_at.is_not(None))):
        claimed, greeted = (
            (first[one.id, what] - one.opened_at) / timedelta(minutes=1)
            if (one.id, what) in first
            else inf
            for what in ("claimed", "greeted")
        )
        if (one.id, "withdrawn") in first and greeted == inf:
            continue
        night = story.house.quiet.covers(story.local(one.opened_at).time())
        when = (DANGER_AT_NIGHT if one.urgency == URGENT else NIGHT) if night else DAY
        awake = story.house.quiet.after(one.opened_at, story.house.zone) - one.opened_at
        found.append(Waited(when, claimed, greeted, awake / timedelta(minutes=1)))
    return found


def most_alerts(story: Story, month: Month) -> int:
    """Within a day, to one volunteer: what rings, not what is deleted or edited."""
    return _most_a_day(story, set(month.helpers), "claim:")


def _most_a_day(story: Story, chats: set[int], button: str) -> int:
    count = Counter(
        (chat, story.local(at).date())
        for at, chat, sent in story.wire.sent
        if chat in chats and isinstance(sent, Say)
        if any(one.data.startswith(button) for one in sent.inline)
    )
    return max(count.values())


def after_quiet_hours(rows: list[Waited]) -> tuple[float, float]:
    """Of danger at night: how long after quiet hours the last was taken, and read a first word."""
    mine = [row for row in rows if row.when == DANGER_AT_NIGHT]
    return (
        max(row.claimed - row.morning for row in mine),
        max(row.greeted - row.morning for row in mine),
    )


def within(minutes: list[float], part: float) -> float:
    """So long at most did this part of them take."""
    return sorted(minutes)[ceil(part * len(minutes)) - 1]


def told(minutes: float) -> str:
    if minutes == inf:
        return "never"
    whole = round(minutes)
    return f"{whole} min" if whole < 120 else f"{whole // 60} h {whole % 60:02}"


def figures(rows: list[Waited], when: str) -> list[float]:
    """In the order of BOUNDS."""
    mine = [row for row in rows if row.when == when]
    spans = [[row.claimed for row in mine], [row.greeted for row in mine]]
    return [within(span, part) for span in spans for part in (0.5, 0.9)]


def shown(rows: list[Waited], alerts: int) -> str:
    """What stands on the page."""
    taken, greeted = after_quiet_hours(rows)
    last = (
        f"After danger at night the last was taken {told(taken)} after quiet hours ended, "
        f"and read a\nfirst word {told(greeted)} after them. "
        f"One volunteer got {alerts} alerts on the worst day, those that\nrang anew included.\n"
    )
    return f"\n{table(rows)}\n{last}\n"


def table(rows: list[Waited]) -> str:
    lines = [
        "| Asked | How often | Taken: half within | 9 in 10 | First word: half within | 9 in 10 |",
        "|---|---|---|---|---|---|",
    ]
    for when in BOUNDS:
        count = sum(row.when == when for row in rows)
        lines.append(f"| {when} | {count} | {' | '.join(map(told, figures(rows, when)))} |")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
async def test_a_month(story: Story, request: pytest.FixtureRequest) -> None:
    month = Month(story)
    sofie = await month.begins()
    await month.until(BEGIN + timedelta(days=DAYS + 2))
    await everything_came_to_something(story, sofie)
    rows = await waited(story)
    assert month.advances > 300
    for when, most in BOUNDS.items():
        found = figures(rows, when)
        assert all(map(le, found, most)), f"{when}: {found}"
    assert sum(row.when == DANGER_AT_NIGHT for row in rows) >= DAYS // 2
    taken, greeted = after_quiet_hours(rows)
    assert taken <= TAKEN_BY / timedelta(minutes=1)
    assert greeted <= GREETED_BY / timedelta(minutes=1)
    alerts = most_alerts(story, month)
    assert alerts <= MOST_ALERTS
    before, mark, rest = PAGE.read_text(encoding="utf-8").partition(MARKS[0])
    found_there, end, behind = rest.partition(MARKS[1])
    assert mark
    assert end
    if request.config.getoption("--update"):
        found_there = shown(rows, alerts)
        PAGE.write_text(before + mark + found_there + end + behind, encoding="utf-8")
    assert found_there == shown(rows, alerts), "run pytest with --update"


async def everything_came_to_something(story: Story, sofie: Phone) -> None:
    """Over, or somebody holds it, or it waits since yesterday and the coordinators know of it."""
    ever = "\n".join(sofie.screen.ever)
    for one in await story.rows(select(Handoff)):
        if one.state == ESCALATED:
            said = [
                story.text(text, "nl", number=one.id, language=language)
                for text in (NOBODY_ON_DUTY, NOBODY_TAKES, WAITING_LONG)
                for language in ("Nederlands", "Frans")
            ]
            assert any(told in ever for told in said), f"nobody was told of handoff {one.id}"
            assert story.clock.now() - one.opened_at < timedelta(days=2), f"{one.id} is forgotten"
        else:
            assert one.state in OVER | HELD, f"handoff {one.id} is {one.state}"
