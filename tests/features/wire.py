"""Plays Telegram for the feature tests: raw updates in, and what each phone shows out."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.channel import (
    Answer,
    Button,
    Clear,
    Copy,
    Delete,
    Edit,
    File,
    Gone,
    Menu,
    Outgoing,
    React,
    Refused,
    Say,
)
from bot.clock import Clock

LONGEST, LONGEST_CAPTION = 4096, 1024
BODIES: dict[str, Any] = {
    "voice": {"file_id": "v", "file_unique_id": "v", "duration": 3},
    "photo": [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}],
    "sticker": {
        "file_id": "s",
        "file_unique_id": "s",
        "width": 9,
        "height": 9,
        "is_animated": False,
        "is_video": False,
        "type": "regular",
    },
    "location": {"latitude": 50.85, "longitude": 4.35},
    "contact": {"phone_number": "0", "first_name": "Contact"},
    "document": {"file_id": "d", "file_unique_id": "d"},
    "dice": {"emoji": "🎲", "value": 3},
}


@dataclass
class Shown:
    """One message as a phone shows it. `mine`: the phone's owner wrote it."""

    message_id: int
    text: str
    mine: bool = False
    kind: str = "text"
    inline: tuple[Button, ...] = ()
    protect: bool = False
    reply_to: int | None = None
    edited: bool = False
    forwarded: bool = False
    reaction: str = ""
    content: str = ""  # of a file that the bot sent
    at: int = 0  # when its owner wrote it, or changed it last

    @property
    def labels(self) -> list[str]:
        return [button.label for button in self.inline]


@dataclass
class Screen:
    """What one phone shows, and what was ever on it."""

    user: dict[str, Any]
    messages: list[Shown] = field(default_factory=list)
    keyboard: tuple[str, ...] = ()
    menu: tuple[tuple[str, str], ...] = ()  # of this chat alone; without one it has everybody's
    toasts: list[str] = field(default_factory=list)
    ever: list[str] = field(default_factory=list)  # every word that ever reached it
    blocked: bool = False
    last_id: int = 0

    def number(self) -> int:
        self.last_id += 1
        return self.last_id

    def find(self, message_id: int) -> Shown:
        found = next((m for m in self.messages if m.message_id == message_id), None)
        if found is None:
            raise Refused("message to edit not found")
        return found


class Wire:
    """The server between phones and bot. As strict as Telegram where the bot could go wrong."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last_update = 0
        self.waiting: list[dict[str, Any]] = []
        self.screens: dict[int, Screen] = {}
        self.sent: list[tuple[datetime, int, Outgoing]] = []
        self.faults: list[str] = []  # what Telegram would have refused

    def phone(self, chat_id: int, name: str, language: str) -> Screen:
        user = {"id": chat_id, "is_bot": False, "first_name": name, "language_code": language}
        return self.screens.setdefault(chat_id, Screen(user))

    # --- from the phones -------------------------------------------------------------------
    def update(self, **body: Any) -> None:
        self._last_update += 1
        self.waiting.append({"update_id": self._last_update, **body})

    def message(self, chat_id: int, message_id: int, **content: Any) -> dict[str, Any]:
        return {
            "message_id": message_id,
            "date": int(self._clock.now().timestamp()),
            "chat": {"id": chat_id, "type": "private"},
            "from": self.screens[chat_id].user,
            **content,
        }

    def tap(self, chat_id: int, message_id: int, data: str) -> None:
        query = {
            "id": f"q{self._last_update + 1}",
            "from": self.screens[chat_id].user,
            "chat_instance": "1",
            "message": self.message(
                chat_id, message_id, text="…", **self._quoted(chat_id, message_id)
            ),
            "data": data,
        }
        self.update(callback_query=query)

    def _quoted(self, chat_id: int, message_id: int) -> dict[str, Any]:
        """What the phone's owner wrote and a message of the bot replies to, as it is by now."""
        shown = {one.message_id: one for one in self.screens[chat_id].messages}
        tapped = shown.get(message_id)
        about = shown.get(tapped.reply_to or 0) if tapped is not None else None
        if about is None or not about.mine:
            return {}
        body = self.message(chat_id, about.message_id, **content(about))
        return {"reply_to_message": {**body, "date": about.at}}

    def member(self, chat_id: int, status: str) -> None:
        user = self.screens[chat_id].user
        bot = {"id": 7, "is_bot": True, "first_name": "bot"}
        change = {
            "chat": {"id": chat_id, "type": "private"},
            "from": user,
            "date": int(self._clock.now().timestamp()),
            "old_chat_member": {"user": bot, "status": "member"},
            "new_chat_member": {"user": bot, "status": status, "until_date": 0},
        }
        self.update(my_chat_member=change)

    async def poll(self, offset: int | None, seconds: int = 0) -> list[dict[str, Any]]:
        self.waiting = [u for u in self.waiting if offset is None or u["update_id"] >= offset]
        return self.waiting[:100]

    # --- to the phones ---------------------------------------------------------------------
    async def send(self, chat_id: int, outgoing: Outgoing) -> int | None:
        try:
            return self._send(chat_id, outgoing)
        except (AssertionError, ValueError) as error:  # the sender would swallow it
            self.faults.append(f"{error} in {outgoing}")
            raise

    def _send(self, chat_id: int, outgoing: Outgoing) -> int | None:
        if isinstance(outgoing, Menu):
            check_menu(outgoing)
            self.screens[outgoing.of_chat].menu = outgoing.commands
            return None
        screen = self.screens[chat_id]
        if screen.blocked:
            raise Gone("blocked")
        self.sent.append((self._clock.now(), chat_id, outgoing))
        match outgoing:
            case Say():
                return self._say(screen, outgoing)
            case Copy():
                return self._copy(screen, outgoing)
            case File(name, content, caption):
                assert content.strip(), "Telegram refuses an empty file"
                assert re.fullmatch(r"[\w.-]{1,60}", name), "a name that every phone can keep"
                check_text(caption, LONGEST_CAPTION, True)
                screen.ever.append(content)
                return self._show(screen, Shown(0, caption, kind="document", content=content))
            case Edit(message_id, text, inline):
                check_text(text, LONGEST_CAPTION if outgoing.caption else LONGEST, outgoing.caption)
                shown = screen.find(message_id)
                assert not shown.mine, "a bot edits its own messages only"
                assert outgoing.caption == (shown.kind != "text"), "caption of a medium, text else"
                shown.text, shown.inline, shown.edited = text, inline, True
                screen.ever.append(text)
            case Delete(message_id):
                screen.messages.remove(screen.find(message_id))
            case Clear(ids):
                assert 1 <= len(ids) <= 100
                screen.messages[:] = [m for m in screen.messages if m.message_id not in ids]
            case Answer(_, text):
                assert len(text) <= 200
                screen.toasts.append(text)
                screen.ever.append(text)
            case React(message_id, emoji):
                screen.find(message_id).reaction = emoji
        return None

    def _say(self, screen: Screen, say: Say) -> int:
        check_text(say.text, LONGEST)
        check_buttons(say)
        if say.keyboard is not None:
            screen.keyboard = say.keyboard
        if say.reply_to is not None:
            screen.find(say.reply_to)
        return self._show(
            screen,
            Shown(0, say.text, inline=say.inline, protect=say.protect, reply_to=say.reply_to),
        )

    def _copy(self, screen: Screen, copy: Copy) -> int:
        source = self.screens[copy.from_chat].find(copy.message_id)
        assert source.kind != "text", "text is sent anew, never copied"
        if source.kind == "dice":
            raise Refused("message can't be copied")
        check_text(copy.caption, LONGEST_CAPTION, True)
        caption = copy.caption if source.kind in ("photo", "voice", "document") else ""
        return self._show(
            screen,
            Shown(0, caption, kind=source.kind, protect=copy.protect, reply_to=copy.reply_to),
        )

    def _show(self, screen: Screen, shown: Shown) -> int:
        shown = dataclasses.replace(shown, message_id=screen.number())
        screen.messages.append(shown)
        screen.ever.append(shown.text)
        return shown.message_id


def content(shown: Shown) -> dict[str, Any]:
    """What somebody sends, as the Bot API says it."""
    body: dict[str, Any] = {"text": shown.text}
    if shown.kind != "text":
        body = {shown.kind: BODIES.get(shown.kind, {})}
        body |= {"caption": shown.text} if shown.text else {}
    if shown.forwarded:
        body["forward_origin"] = {"type": "hidden_user", "date": 1, "sender_user_name": "X"}
    return body


def check_text(text: str, longest: int, may_be_empty: bool = False) -> None:
    assert may_be_empty or text.strip(), "Telegram refuses an empty text"
    assert len(text) <= longest, "Telegram refuses an over-long text"
    assert "{" not in text or "}" not in text, f"a placeholder was left: {text}"


def check_menu(menu: Menu) -> None:
    names = [name for name, _ in menu.commands]
    assert len(set(names)) == len(names) <= 100
    assert all(re.fullmatch(r"[a-z0-9_]{1,32}", name) for name in names)
    assert all(1 <= len(about) <= 256 for _, about in menu.commands)


def check_buttons(say: Say) -> None:
    assert not (say.inline and say.keyboard), "one kind of buttons a message"
    for button in say.inline:
        assert button.label.strip()
        assert 1 <= len(button.data.encode()) <= 64
    for label in say.keyboard or ():
        assert label.strip()
    assert len(set(say.keyboard or ())) == len(say.keyboard or ()), "two buttons that look alike"
