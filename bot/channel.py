"""What comes in from a chat and what goes out to it, free of any messenger's types."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol


class Kind(StrEnum):
    """What a person did."""

    TEXT = "text"
    PHOTO = "photo"
    VOICE = "voice"
    VIDEO = "video"
    AUDIO = "audio"
    DOCUMENT = "document"
    STICKER = "sticker"
    LOCATION = "location"
    CONTACT = "contact"
    TAP = "tap"  # an inline button
    REACTION = "reaction"
    BLOCKED = "blocked"  # the person blocked the bot
    UNBLOCKED = "unblocked"
    OTHER = "other"  # a message of a kind that we do not know (yet)
    NOTHING = "nothing"  # an update without a chat, or from a group: recorded, never answered


MEDIA = frozenset(
    {Kind.PHOTO, Kind.VOICE, Kind.VIDEO, Kind.AUDIO, Kind.DOCUMENT, Kind.STICKER}
    | {Kind.LOCATION, Kind.CONTACT, Kind.OTHER}
)
CAPTIONED = frozenset({Kind.PHOTO, Kind.VOICE, Kind.VIDEO, Kind.AUDIO, Kind.DOCUMENT})
BARE = frozenset({Kind.STICKER, Kind.LOCATION, Kind.CONTACT})  # Telegram lets them say nothing


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update from one private chat."""

    update_id: int
    chat_id: int
    kind: Kind
    at: datetime
    message_id: int | None = None
    text: str = ""  # the text, or the caption of a medium
    edited: bool = False
    forwarded: bool = False  # somebody else's words, whoever sent them
    reply_to: int | None = None
    data: str = ""  # what a tapped inline button carries
    query_id: str = ""
    quoted: Incoming | None = None  # the own message to which the tapped one replies
    emoji: str = ""  # a reaction
    language_code: str | None = None

    @property
    def command(self) -> tuple[str, str] | None:
        """(`pause`, rest) of `/pause rest` or `/pause@bot rest`; None for anything else, and for
        what was forwarded."""
        if self.kind is not Kind.TEXT or self.forwarded or not self.text.startswith("/"):
            return None
        head, _, rest = self.text[1:].partition(" ")
        name = head.split("@")[0].strip().lower()
        return (name, rest.strip()) if name.isidentifier() else None


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button: its label and the data that comes back with a tap (1-64 bytes)."""

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class Say:
    """A text. `keyboard`: reply buttons, () takes them away, None leaves them as they are."""

    text: str
    keyboard: tuple[str, ...] | None = None
    inline: tuple[Button, ...] = ()
    protect: bool = False
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """A medium of another chat, copied without its sender's name; the caption is rewritten."""

    from_chat: int
    message_id: int
    caption: str = ""
    protect: bool = False
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A document of ours: its name and what stands in it."""

    name: str
    content: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """A new text for a message that was sent; its inline buttons are replaced too."""

    message_id: int  # 0: not known yet, the message is still under way
    text: str
    inline: tuple[Button, ...] = ()
    caption: bool = False  # the message is a medium: its caption changes
    of: int | None = None  # the row of that message, where it is a word of two who talk


@dataclass(frozen=True, slots=True)
class Delete:
    message_id: int


@dataclass(frozen=True, slots=True)
class Clear:
    """Deletes up to a hundred messages of a chat at once, whoever wrote them."""

    message_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Ends the spinner of a tapped inline button, with a short word if there is one."""

    query_id: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class React:
    message_id: int
    emoji: str


@dataclass(frozen=True, slots=True)
class Menu:
    """The commands that one chat's menu lists, with what each does; () gives it that of everybody.
    It is no message to that chat, and waits in no chat's order."""

    of_chat: int
    commands: tuple[tuple[str, str], ...]
    refused: int = 0  # how often Telegram did not take it


Outgoing = Say | Copy | File | Edit | Delete | Clear | Answer | React | Menu
_KINDS: dict[str, type[Any]] = {
    c.__name__.lower(): c for c in (Say, Copy, File, Edit, Delete, Clear, Answer, React, Menu)
}


def to_json(outgoing: Outgoing) -> dict[str, Any]:
    names = (field.name for field in dataclasses.fields(outgoing))
    data = {name: getattr(outgoing, name) for name in names}
    if data.get("inline"):
        data["inline"] = [{"label": one.label, "data": one.data} for one in data["inline"]]
    return {"kind": type(outgoing).__name__.lower(), **data}


def from_json(data: dict[str, Any]) -> Outgoing:
    """The inverse of `to_json`. Raises KeyError for a kind that this version does not know."""
    if not isinstance(data, dict):
        raise TypeError("a message is an object")
    fields = dict(data)
    cls = _KINDS[fields.pop("kind")]
    if fields.get("inline"):
        fields["inline"] = tuple(Button(**b) for b in fields["inline"])
    elif "inline" in fields:
        fields["inline"] = ()
    if fields.get("keyboard") is not None:
        fields["keyboard"] = tuple(fields["keyboard"])
    if "message_ids" in fields:
        fields["message_ids"] = tuple(fields["message_ids"])
    if "commands" in fields:
        fields["commands"] = tuple((name, about) for name, about in fields["commands"])
    outgoing: Outgoing = cls(**fields)
    return outgoing


class SendError(Exception):
    """A send that failed. `kind` is a short word for logs, never a person's text."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class Later(SendError):
    """The messenger asks to wait `seconds` (for this chat or for all)."""

    def __init__(self, seconds: float) -> None:
        super().__init__("flood")
        self.seconds = seconds


class Unreachable(SendError):
    """No answer, or a server's error: it may or may not have been delivered; try again."""


class Gone(SendError):
    """The person blocked the bot or the chat is no more."""


class Refused(SendError):
    """The messenger will never take this message; trying again is useless."""


class Channel(Protocol):
    """Sends one message. Returns its message id where it has one."""

    async def send(self, chat_id: int, outgoing: Outgoing) -> int | None:
        """Raises Later, Unreachable, Gone or Refused."""
        ...
