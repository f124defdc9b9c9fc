"""The small Telegram behind the phones: one bot, its people, their chats and the updates for the
bot.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.phones.errors import NoSuch, bad, forbidden
from bot.phones.faults import Faults
from bot.phones.ledger import JSON, Entry, Ledger
from bot.phones.limits import Limits
from bot.phones.people import DEMO_PEOPLE, Person
from bot.phones.timing import Ticking
from bot.phones.updates import Updates

BOT_NAME = "Goeiedag"
BOT_USERNAME = "goeiedag_bot"
CALLS_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the Bot API, for tests: what was asked and what came of it (0 for a dropped
    connection).
    """

    method: str
    args: JSON
    code: int


class World:
    """Everything that the Bot API and the phones share; what matters of it is in one file."""

    def __init__(
        self,
        ledger: Ledger,
        clock: Ticking,
        token: str,
        people: Sequence[Person],
        limits: Limits | None = None,
    ) -> None:
        self.ledger = ledger
        self.clock = clock
        self.token = token
        self.people = {person.id: person for person in people}
        self.updates = Updates(ledger, clock)
        self.limits = limits or Limits()
        self.faults = Faults()
        # Parameters that the Bot API does not know: Telegram ignores them, our tests want none.
        self.oddities: list[str] = []
        self.calls: deque[Call] = deque(maxlen=CALLS_KEPT)
        # Set by the server, which carries updates to a webhook.
        self.webhook_changed: Callable[[], None] = lambda: None
        self._watchers: set[asyncio.Queue[int | None]] = set()
        bot_id = int(token.split(":", 1)[0])
        self.bot: JSON = {
            "id": bot_id,
            "is_bot": True,
            "first_name": BOT_NAME,
            "username": BOT_USERNAME,
        }

    @classmethod
    def open(
        cls,
        path: Path | None,
        clock: Ticking,
        token: str,
        people: Sequence[Person] = DEMO_PEOPLE,
        *,
        limits: bool = True,
    ) -> "World":
        """The world kept in the file `path` (None: in memory). `limits=False` switches 429 off,
        for tests.

        Raises ValueError where the token does not look like Telegram's (`123456:letters`).
        """
        number, _, secret = token.partition(":")
        if not number.isdecimal() or not secret:
            raise ValueError("a bot token is a number, a colon and a secret")
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        return cls(Ledger(path), clock, token, people, Limits(on=limits))

    def close(self) -> None:
        """End whatever waits, and close the file."""
        self.hang_up()
        self.ledger.close()

    def hang_up(self) -> None:
        """End long polls and live pages, so that a server can stop at once."""
        self.updates.hang_up()
        for watcher in self._watchers:
            watcher.put_nowait(None)

    def atomic(self) -> AbstractContextManager[None]:
        """What happens inside is kept as a whole or not at all."""
        return self.ledger.atomic()

    def second(self) -> int:
        """Now, as Telegram dates messages."""
        return int(self.clock.now().timestamp())

    def person(self, phone_id: int) -> Person:
        """Whose phone this is, or NoSuch."""
        try:
            return self.people[phone_id]
        except KeyError:
            raise NoSuch(f"there is no phone {phone_id}") from None

    def phone_state(self, phone_id: int) -> JSON:
        """{started, blocked, keyboard, keyboard_from} of a phone, as far as they are set."""
        state: JSON = self.ledger.get(f"phone:{phone_id}", {})
        return state

    def change_phone(self, phone_id: int, **changes: Any) -> None:
        self.ledger.put(f"phone:{phone_id}", {**self.phone_state(phone_id), **changes})
        self.changed(phone_id)

    def known(self, chat: int | str) -> Person:
        """The person behind a chat_id that the bot gave, or Telegram's refusal."""
        if chat == self.bot["id"]:
            raise forbidden("bots can't send messages to bots")
        person = self.people.get(chat) if isinstance(chat, int) else None
        if person is None:
            raise bad("chat_id is empty" if chat == "" else "chat not found")
        return person

    def reachable(self, chat: int | str) -> Person:
        """The same, for sending: a person who wrote first and has not blocked the bot."""
        person = self.known(chat)
        state = self.phone_state(person.id)
        if not state.get("started"):
            raise forbidden("bot can't initiate conversation with a user")
        if state.get("blocked"):
            raise forbidden("bot was blocked by the user")
        return person

    def new_entry(self, person: Person, by_bot: bool, content: JSON) -> Entry:
        """A message with the next number, not yet written. Numbers run through all chats, as a bot
        sees them.
        """
        message_id = self.ledger.next("message")
        body = {
            "message_id": message_id,
            "from": self.bot if by_bot else person.user(),
            "chat": person.chat(),
            "date": self.second(),
            **content,
        }
        return Entry(message_id, person.id, by_bot, body)

    def changed(self, phone_id: int) -> None:
        """Tell the live pages that a phone looks different now."""
        for watcher in self._watchers:
            watcher.put_nowait(phone_id)

    def watch(self) -> "asyncio.Queue[int | None]":
        """A queue of the ids of phones that changed; None is the end."""
        watcher: asyncio.Queue[int | None] = asyncio.Queue()
        self._watchers.add(watcher)
        return watcher

    def unwatch(self, watcher: "asyncio.Queue[int | None]") -> None:
        self._watchers.discard(watcher)
