"""What a person does on their phone: say, tap, edit, react, block. Each becomes an update for the
bot.
"""

import re
from secrets import token_hex
from urllib.parse import parse_qs, urlsplit

from bot.phones.errors import NoSuch, Unfit
from bot.phones.ledger import JSON, Entry
from bot.phones.markup import buttons
from bot.phones.media import CAPTIONED, sample
from bot.phones.text import CAPTION_LIMIT, TEXT_LIMIT, clean, found, looks_empty, trimmed, units
from bot.phones.world import World

START_LINK = re.compile(r"[A-Za-z0-9_-]{0,64}")


class Phone:
    """One person's Telegram, with the bot as its only chat. Raises NoSuch for an unknown person."""

    def __init__(self, world: World, phone_id: int) -> None:
        self.world = world
        self.person = world.person(phone_id)

    def say(self, text: str, reply_to: int | None = None) -> list[int]:
        """Send a text; an over-long one goes as several messages, as the real apps do."""
        parts = [part for part in map(_tidy, _split(clean(text))) if not looks_empty(part)]
        if not parts:
            raise Unfit("text is empty")
        sent = []
        for part in parts:
            entities = found(part)
            sent.append(
                self._send({"text": part, **({"entities": entities} if entities else {})}, reply_to)
            )
        return sent

    def send(self, kind: str, caption: str = "", reply_to: int | None = None) -> int:
        """Send something else than a text: voice, photo, sticker, location, contact, …"""
        content = sample(self.world, self.person, kind)
        if caption:
            if kind not in CAPTIONED:
                raise Unfit(f"a {kind} has no caption")
            caption = _tidy(clean(caption))
            if units(caption) > CAPTION_LIMIT:
                raise Unfit(f"caption is longer than {CAPTION_LIMIT}")
            entities = found(caption)
            content |= {"caption": caption, **({"caption_entities": entities} if entities else {})}
        return self._send(content, reply_to)

    def _send(self, content: JSON, reply_to: int | None = None) -> int:
        state = self.world.phone_state(self.person.id)
        if state.get("blocked"):
            raise Unfit("the bot is blocked on this phone; unblock it first")
        with self.world.atomic():
            if reply_to is not None:
                content = {**content, "reply_to_message": self._quoted(reply_to)}
            entry = self.world.new_entry(self.person, False, content)
            self.world.ledger.write(entry)
            if not state.get("started"):
                self.world.change_phone(self.person.id, started=True)
            self.world.updates.add("message", self.person.id, entry.body)
        self.world.changed(self.person.id)
        return entry.message_id

    def _quoted(self, message_id: int) -> JSON:
        return {
            key: value
            for key, value in self.message(message_id).body.items()
            if key != "reply_to_message"
        }

    def message(self, message_id: int) -> Entry:
        """A message of this chat, or NoSuch."""
        entry = self.world.ledger.read(self.person.id, message_id)
        if entry is None:
            raise NoSuch(f"there is no message {message_id} on this phone")
        return entry

    def edit(self, message_id: int, text: str) -> None:
        """Change an own text or caption."""
        entry = self.message(message_id)
        key = next((key for key in ("text", "caption") if key in entry.body), None)
        if entry.by_bot or key is None:
            raise Unfit("only an own text or caption can be edited")
        text = _tidy(clean(text))
        limit = TEXT_LIMIT if key == "text" else CAPTION_LIMIT
        if looks_empty(text) or units(text) > limit:
            raise Unfit(f"text must have from 1 to {limit} characters")
        entry.body |= {key: text, "edit_date": self.world.second()}
        name = "entities" if key == "text" else "caption_entities"
        entry.body.pop(name, None)
        if entities := found(text):
            entry.body[name] = entities
        with self.world.atomic():
            self.world.ledger.write(entry)
            self.world.updates.add("edited_message", self.person.id, entry.body)
        self.world.changed(self.person.id)

    def react(self, message_id: int, emoji: str | None) -> None:
        """Put one emoji under a message, or take it away."""
        entry = self.message(message_id)
        new = [{"type": "emoji", "emoji": emoji}] if emoji else []
        old = entry.extra.get("my_reaction", [])
        entry.extra["my_reaction"] = new
        body = {
            "chat": self.person.chat(),
            "message_id": message_id,
            "user": self.person.user(),
            "date": self.world.second(),
            "old_reaction": old,
            "new_reaction": new,
        }
        with self.world.atomic():
            self.world.ledger.write(entry)
            self.world.updates.add("message_reaction", self.person.id, body)
        self.world.changed(self.person.id)

    def block(self, blocked: bool = True) -> None:
        """Block the bot or let it in again; the bot hears of it by my_chat_member."""
        if bool(self.world.phone_state(self.person.id).get("blocked")) == blocked:
            return
        shut = {"user": self.world.bot, "status": "kicked", "until_date": 0}
        free = {"user": self.world.bot, "status": "member"}
        body = {
            "chat": self.person.chat(),
            "from": self.person.user(),
            "date": self.world.second(),
            "old_chat_member": free if blocked else shut,
            "new_chat_member": shut if blocked else free,
        }
        with self.world.atomic():
            self.world.change_phone(self.person.id, blocked=blocked)
            self.world.updates.add("my_chat_member", self.person.id, body)

    def tap(self, label: str) -> JSON:
        """Tap the newest button with this label, and say what came of it."""
        entry, button = self._button(label)
        if "inline_keyboard" not in entry.markup:
            return self._tap_reply(button)
        if "callback_data" in button:
            return self._tap_callback(entry, button)
        if "url" in button:
            token = self._start_token(button["url"])
            return (
                {"url": button["url"]}
                if token is None
                else {"message_id": self.say(f"/start {token}".strip())[-1]}
            )
        raise Unfit(f"the phones cannot press a button of this kind: {sorted(button)}")

    def follow(self, link: str) -> int:
        """Open a t.me link to the bot, as from a poster, and press Start."""
        token = self._start_token(link)
        if token is None:
            raise Unfit("not a start link to this bot")
        return self.say(f"/start {token}".strip())[-1]

    def _start_token(self, link: str) -> str | None:
        parts = urlsplit(link if "://" in link else f"https://{link}")
        if (
            parts.hostname not in ("t.me", "telegram.me")
            or parts.path.strip("/") != self.world.bot["username"]
        ):
            return None
        token = parse_qs(parts.query).get("start", [""])[0]
        return token if START_LINK.fullmatch(token) else None

    def _button(self, label: str) -> tuple[Entry, JSON]:
        """Inline buttons stay under their message; of reply keyboards only the last one is there
        to be tapped.
        """
        keyboard_from = self.world.phone_state(self.person.id).get("keyboard_from")
        for entry in reversed(self.world.ledger.chat(self.person.id)):
            if "inline_keyboard" in entry.markup or entry.message_id == keyboard_from:
                for button in buttons(entry.markup):
                    if button["text"] == label:
                        return entry, button
        raise NoSuch(f"there is no button {label!r} on this phone now")

    def _tap_reply(self, button: JSON) -> JSON:
        kind = next(
            (kind for kind in ("contact", "location") if button.get(f"request_{kind}")), None
        )
        sent = self.send(kind) if kind else self.say(button["text"])[-1]
        if self.world.phone_state(self.person.id).get("one_time"):
            self.world.change_phone(self.person.id, folded=True)
        return {"message_id": sent}

    def _tap_callback(self, entry: Entry, button: JSON) -> JSON:
        if self.world.phone_state(self.person.id).get("blocked"):
            raise Unfit("the bot is blocked on this phone; unblock it first")
        tap_id = str(int(token_hex(8), 16))
        body = {
            "id": tap_id,
            "from": self.person.user(),
            "message": self._now(entry),
            "chat_instance": str(self.person.id * 7919),
            "data": button["callback_data"],
        }
        with self.world.atomic():
            self.world.ledger.tap(
                tap_id, self.person.id, entry.message_id, self.world.clock.now().timestamp()
            )
            self.world.updates.add("callback_query", self.person.id, body)
        return {"message_id": entry.message_id, "callback_query_id": tap_id}

    def _now(self, entry: Entry) -> JSON:
        """A tapped message; what it replies to as it is by now, and not where it is gone."""
        body = dict(entry.body)
        about = body.pop("reply_to_message", None)
        if about and self.world.ledger.read(self.person.id, about["message_id"]) is not None:
            body["reply_to_message"] = self._quoted(about["message_id"])
        return body


def _tidy(text: str) -> str:
    return trimmed(text, [])[0]


def _split(text: str) -> list[str]:
    """Pieces that fit a message each, cut at spaces where there are any."""
    pieces = []
    while units(text) > TEXT_LIMIT:
        piece = text.encode("utf-16-le")[: 2 * TEXT_LIMIT].decode("utf-16-le", "ignore")
        cut = max(piece.rfind(" "), piece.rfind("\n"))
        piece = piece[: cut + 1] if cut > TEXT_LIMIT // 2 else piece
        pieces.append(piece)
        text = text[len(piece) :]
    return [*pieces, text]
