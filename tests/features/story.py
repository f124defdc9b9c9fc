"""The words in which the feature tests are told: who says, taps and sees what, and time passing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any

from bot import consents, contacts, handoff_texts, inbox, invitations, people
from bot.app import App
from bot.channel import Button
from bot.clock import FixedClock
from bot.dialogue.model import choice_ref, wording_ref
from bot.house import House, Moment
from bot.i18n import Text
from bot.nlu import CRISES, NluClient
from bot.nlu import Understanding as Parsed
from bot.sender import Sender
from bot.settings import Settings
from bot.store import Store
from bot.store.tables import Handoff, Person
from bot.updates import received

from .wire import Shown, Wire, content

BEGIN = datetime(2026, 10, 5, 7, 0, tzinfo=UTC)  # a Monday, 9:00 in Brussels
Fresh = Callable[[str], Awaitable[Store]]  # opens a fresh database of a kind
OTHERS = ("smalltalk", "greet", "thank", "goodbye", "skip", "out_of_scope")


class Mind:
    """A scripted NLU: what was not taught is unsure, and `down` answers nothing at all."""

    def __init__(self) -> None:
        self.taught: dict[str, tuple[tuple[tuple[str, float], ...], str | None, str]] = {}
        self.doubts: dict[str, str] = {}  # what it would ask about before a volunteer reads it
        self.names: dict[str, str] = {}  # what it would call her by; without any it says nothing
        self.down = False

    def learns(self, text: str, *intents: str, sure: float = 0.8, level: str | None = None) -> None:
        """`text` means the intents, likeliest first. `level`: the model itself is worried."""
        ranked = [(name, sure / (place + 1)) for place, name in enumerate(intents)]
        rest = [(name, 0.01) for name in OTHERS if name not in intents]
        kind = next((i for i in intents if i in CRISES), CRISES[0])
        self.taught[text] = (tuple(ranked + rest), level, kind)

    async def parse(self, text: str) -> Parsed | None:
        if self.down:
            return None
        unsure = tuple((name, 0.1) for name in OTHERS)
        ranking, level, kind = self.taught.get(text, (unsure, None, ""))
        safety: Mapping[str, float] = MappingProxyType(
            {name: 0.9 if level and name == kind else 0.0 for name in CRISES}
        )
        levels = dict.fromkeys(("nl", "fr", "en"), level) if level else {}
        called = self.names.get(text, "") if self.names else None
        more = (safety, levels, "m", self.doubts.get(text), called)
        return Parsed(text, *ranking[0], ranking, (), *more)  # type: ignore[arg-type]


class Phone:
    """Somebody with a telephone. `news`: what the bot showed since they last did something."""

    def __init__(self, story: Story, chat_id: int, name: str, language: str) -> None:
        self.story, self.id, self.name, self.language = story, chat_id, name, language
        self.screen = story.wire.phone(chat_id, name, language)
        self._seen = 0
        self._toasts = 0

    # --- what they do ----------------------------------------------------------------------
    async def says(self, text: str, reply_to: Shown | None = None) -> Shown:
        mine = self.writes(text, reply_to)
        await self.story.settles()
        return mine

    def writes(self, text: str, reply_to: Shown | None = None) -> Shown:
        """As `says`, but nobody has read it yet."""
        return self._sends("text", text, reply_to)

    async def sends(self, kind: str, caption: str = "", reply_to: Shown | None = None) -> Shown:
        mine = self._sends(kind, caption, reply_to)
        await self.story.settles()
        return mine

    async def forwards(self, text: str, kind: str = "text") -> Shown:
        """Sends on what somebody else wrote."""
        mine = self._sends(kind, text, forwarded=True)
        await self.story.settles()
        return mine

    def _sends(
        self, kind: str, text: str, reply_to: Shown | None = None, forwarded: bool = False
    ) -> Shown:
        self._read()
        number, at = self.screen.number(), int(self.story.clock.now().timestamp())
        mine = Shown(number, text, mine=True, kind=kind, forwarded=forwarded, at=at)
        self.screen.messages.append(mine)
        body = content(mine)
        if reply_to is not None:
            body["reply_to_message"] = self.story.wire.message(self.id, reply_to.message_id)
        self.story.wire.update(message=self.story.wire.message(self.id, mine.message_id, **body))
        return mine

    async def taps(self, label: str) -> None:
        """The newest button with that label, under a message or on the keyboard."""
        if label in self.screen.keyboard:
            await self.says(label)
            return
        for shown in reversed(self.screen.messages):
            for button in shown.inline:
                if button.label == label:
                    await self.forges(button.data, shown)
                    return
        raise AssertionError(f"{self.name} sees no button {label!r}:\n{self}")

    async def picks(self, ref: str) -> None:
        """A button of the keyboard by 'dialogue/step/choice', in the phone's language."""
        await self.taps(self.story.label(ref, self.language))

    async def touches(self, text: Text) -> None:
        """A button of ours (not of a dialogue), in the phone's language."""
        await self.taps(self.story.text(text, self.language))

    async def forges(self, data: str, on: Shown | None = None) -> None:
        self._read()
        about = on or next((m for m in reversed(self.screen.messages) if not m.mine), None)
        self.story.wire.tap(self.id, about.message_id if about else 1, data)
        await self.story.settles()

    async def edits(self, mine: Shown, text: str) -> None:
        self._read()
        mine.text = text
        mine.at = date = int(self.story.clock.now().timestamp())
        body = content(mine)
        message = self.story.wire.message(self.id, mine.message_id, edit_date=date, **body)
        self.story.wire.update(edited_message=message)
        await self.story.settles()

    async def reacts(self, shown: Shown, emoji: str) -> None:
        self._read()
        date = int(self.story.clock.now().timestamp())
        reaction = {
            "chat": {"id": self.id, "type": "private"},
            "message_id": shown.message_id,
            "user": self.screen.user,
            "date": date,
            "old_reaction": [],
            "new_reaction": [{"type": "emoji", "emoji": emoji}] if emoji else [],
        }
        self.story.wire.update(message_reaction=reaction)
        await self.story.settles()

    async def blocks(self) -> None:
        self._read()
        self.screen.blocked = True
        self.story.wire.member(self.id, "kicked")
        await self.story.settles()

    async def comes_back(self) -> None:
        self.screen.blocked = False
        self.story.wire.member(self.id, "member")
        await self.story.settles()

    # --- what they see ---------------------------------------------------------------------
    def _read(self) -> None:
        self._seen, self._toasts = self.screen.last_id, len(self.screen.toasts)

    @property
    def news(self) -> list[Shown]:
        fresh = (m for m in self.screen.messages if m.message_id > self._seen and not m.mine)
        return list(fresh)

    @property
    def toasts(self) -> list[str]:
        return [toast for toast in self.screen.toasts[self._toasts :] if toast]

    @property
    def last(self) -> Shown:
        return next(m for m in reversed(self.screen.messages) if not m.mine)

    def sees(self, *fragments: str) -> None:
        told = "\n".join(m.text for m in self.news)
        for fragment in fragments:
            assert fragment in told, f"{self.name} does not see {fragment!r}:\n{self}"

    def sees_not(self, *fragments: str) -> None:
        """Nowhere on the phone as it is now."""
        shown = "\n".join(m.text for m in self.screen.messages if not m.mine)
        for fragment in fragments:
            assert fragment not in shown, f"{self.name} sees {fragment!r}:\n{self}"

    def reads(self, text: Text, /, **values: Any) -> None:
        """A text of ours; a placeholder that is not given may hold anything."""
        whole = self.story.text(text, self.language, **values)
        self.sees(*(part for part in _between_placeholders(whole) if part))

    def hears(self, ref: str) -> None:
        """A text of a dialogue ('dialogue/step'), up to its first placeholder."""
        whole = self.story.said(ref, self.language)
        self.sees(max(_between_placeholders(whole), key=len))

    def hears_nothing(self) -> None:
        assert not self.news, f"{self.name} should have peace:\n{self}"

    def one(self) -> Shown:
        assert len(self.news) == 1, f"{self.name} should see one message:\n{self}"
        return self.news[0]

    def turns_the_page(self) -> None:
        """From here on only what is new counts as news."""
        self._read()

    def __str__(self) -> str:
        lines = [
            f"{'me ' if m.mine else 'bot'} {m.message_id} [{m.kind}] {m.text} {m.labels or ''}"
            for m in self.screen.messages[-8:]
        ]
        return "\n".join([*lines, f"keyboard {self.screen.keyboard} toasts {self.toasts}"])


def _between_placeholders(text: str) -> list[str]:
    import re

    return [part.strip() for part in re.split(r"\{\w+\}", text)]


class Story:
    """One deployment with its database, its clock and everybody's telephones."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        house: House,
        clock: FixedClock,
        nlu: NluClient | None = None,
    ) -> None:
        """`nlu`: asked in the place of the scripted mind."""
        self.clock, self.store, self.house = clock, store, house
        self.wire, self.mind = Wire(clock), Mind()
        asked: Any = nlu or self.mind
        self.app = App(settings, store, self.wire, house, clock, asked)
        self.app.sender = Sender(store, self.wire, clock, per_second=1e9)
        self._chats = 1000
        self.phones: list[Phone] = []

    # --- time ------------------------------------------------------------------------------
    async def settles(self) -> None:
        """Everything that waits is received, taken and sent."""
        while True:
            await self.receives()
            while await self.app.workers[0].work_once():
                pass
            while await self.app.sender.send_some():
                pass
            if not self.wire.waiting:
                break
        assert not self.wire.faults, self.wire.faults

    async def receives(self) -> None:
        """What waits is stored, as the receiver stores it, and not yet looked at."""
        waiting, self.wire.waiting = self.wire.waiting, []
        if waiting:
            found = [received(raw) for raw in waiting]
            await self.app.receiver.keep([one for one in found if one is not None])

    async def passes(self, **span: float) -> None:
        """Time goes on, from one due instant to the next."""
        await self.until(self.clock.now() + timedelta(**span))

    async def until(self, target: datetime) -> None:
        await self.settles()
        while (due := await self.app.sweep.next_due()) is not None and due <= target:
            self.clock.move_to(due)
            await self.sweeps()
        self.clock.move_to(target)
        await self.sweeps()

    async def sleeps(self, **span: float) -> None:
        """The machine was off: time goes on, and everything due comes late and at once."""
        self.clock.advance(timedelta(**span).total_seconds())
        await self.sweeps()

    async def sweeps(self) -> None:
        await self.app.sweep.once()
        await self.settles()

    async def until_local(self, hour: str, days: int = 0) -> None:
        """Until the next time that the clocks there show `hour`, and so many days more."""
        local = self.house.local(self.clock.now())
        at = datetime.strptime(hour, "%H:%M").time()  # noqa: DTZ007 - a wall time
        day = local.date() + timedelta(days=days + (local.time() >= at))
        await self.until(datetime.combine(day, at, self.house.zone).astimezone(UTC))

    def local(self, instant: datetime) -> datetime:
        return self.house.local(instant)

    # --- people ----------------------------------------------------------------------------
    def stranger(self, name: str = "Ana", language: str = "nl") -> Phone:
        self._chats += 1
        phone = Phone(self, self._chats, name, language)
        self.phones.append(phone)
        return phone

    async def resident(
        self,
        name: str = "Ana",
        language: str = "nl",
        hour: str | None = "09:00",
        consented: bool = True,
    ) -> Phone:
        """Somebody who went through the welcome, made known directly."""
        phone = self.stranger(name, language)
        async with self.store.write() as session:
            moment = Moment(session, self.house, self.clock.now())
            person = await people.welcome(moment, phone.id, language, people.RESIDENT)
            person.name = name
            await people.remember(moment, person, "_met", "yes")
            row = await people.resident(moment, person)
            row.hour = hour
            if consented:
                await consents.give(session, person, consents.CHECKINS, "test", moment.now)
            await contacts.plan(moment, person)
        return phone

    async def volunteer(self, name: str = "Karim", *languages: str) -> Phone:
        return await self._helper(name, people.VOLUNTEER, list(languages) or ["nl"])

    async def coordinator(self, name: str = "Sofie", language: str = "nl") -> Phone:
        return await self._helper(name, people.COORDINATOR, [language])

    async def _helper(self, name: str, role: str, languages: list[str]) -> Phone:
        phone = self.stranger(name, languages[0])
        token = await self.invites(role, languages, name)
        await phone.says(f"/start {token}")
        phone.turns_the_page()
        return phone

    async def invites(self, role: str, languages: list[str], name: str | None = None) -> str:
        async with self.store.write() as session:
            now = self.clock.now()
            return await invitations.invite(session, role, languages, now, name=name)

    async def talk(self, ana: Phone, karim: Phone, greeted: bool = True) -> None:
        """Ana asked for a person, said yes, and Karim took it (and greeted her)."""
        await ana.says("/human")
        await ana.touches(handoff_texts.BUTTON_YES)
        await karim.touches(handoff_texts.BUTTON_CLAIM)
        if greeted:  # by a reply: among several talks a plain word is asked about
            await karim.says("dag, hier ben ik", reply_to=karim.last)
        ana.turns_the_page()
        karim.turns_the_page()

    # --- texts and rows --------------------------------------------------------------------
    def text(self, text: Text, language: str, /, **values: Any) -> str:
        return self.house.words(language, "formal", text, **values)

    @property
    def library(self) -> Any:
        return next(iter(self.house._libraries.values()))

    def label(self, ref: str, language: str) -> str:
        dialogue, step, choice = ref.split("/")
        found: str = self.library.texts.find(choice_ref(dialogue, step, choice), language, "formal")
        return found

    def said(self, ref: str, language: str, field: str = "say") -> str:
        """The words of a step ('dialogue/step'); '' where it has no such field."""
        dialogue, step = ref.split("/")
        try:
            found: str = self.library.texts.find(
                wording_ref(dialogue, step, 0, field), language, "formal"
            )
        except KeyError:
            return ""
        return found

    async def rows(self, query: Any) -> list[Any]:
        async with self.store.read() as session:
            return list(await session.scalars(query))

    async def person(self, phone: Phone) -> Person:
        from sqlalchemy import select

        (found,) = await self.rows(select(Person).where(Person.chat_id == phone.id))
        assert isinstance(found, Person)
        return found

    async def handoff(self) -> Handoff:
        """The newest handoff."""
        from sqlalchemy import select

        found = (await self.rows(select(Handoff).order_by(Handoff.id.desc())))[0]
        assert isinstance(found, Handoff)
        return found


async def failing(_store: Store, _claim: Any, error: BaseException, _now: datetime) -> bool:
    """In place of `inbox.failed`: in a story no turn may fail."""
    raise AssertionError("a turn failed") from error


__all__ = ["BEGIN", "Button", "Mind", "Phone", "Story", "failing", "inbox"]
