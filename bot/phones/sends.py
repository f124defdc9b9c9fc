"""The methods that put a message into a chat: send…, copy…, forward…."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from secrets import randbelow
from typing import Any

from bot.phones import html, markdown, media
from bot.phones.errors import bad
from bot.phones.facts import Upload
from bot.phones.ledger import JSON, Entry
from bot.phones.markup import read
from bot.phones.people import Person
from bot.phones.text import (
    CAPTION_LIMIT,
    TEXT_LIMIT,
    Entity,
    checked,
    clean,
    looks_empty,
    trimmed,
    units,
    with_found,
)
from bot.phones.world import World

ACTIONS = frozenset((
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "record_audio", "upload_audio", "upload_document", "choose_sticker", "find_location",
    "record_video_note", "upload_video_note",
))  # fmt: skip
# What a copy or a forwarded message takes along.
CONTENT = ("text", "entities", "caption", "caption_entities", *media.FILES, *media.OTHERS)


@dataclass(frozen=True, slots=True)
class Request:
    """One call: typed parameters, and the files that came along."""

    world: World
    args: Mapping[str, Any]
    uploads: Mapping[str, Upload] = field(default_factory=dict)


def shaped(args: Mapping[str, Any], key: str) -> JSON:
    """The text or caption after parsing, cleaning, trimming and measuring; {} for none."""
    source, mode = clean(args.get(key, "")), args.get("parse_mode", "").lower()
    names = {"text": "entities", "caption": "caption_entities", "quote": "quote_entities"}
    entities: list[Entity] = []
    if mode == "html":
        source, entities = html.parse(source)
    elif mode == "markdownv2":
        source, entities = markdown.parse(source)
    elif mode:
        raise bad("unsupported parse_mode")
    else:
        entities = checked(source, args.get(names[key], []))
    text, entities = trimmed(source, entities)
    if looks_empty(text):
        return {}
    if units(text) > (TEXT_LIMIT if key == "text" else CAPTION_LIMIT):
        raise bad("message is too long" if key == "text" else "message caption is too long")
    entities = with_found(text, entities)
    return {key: text, **({names[key]: entities} if entities else {})}


def text_content(args: Mapping[str, Any]) -> JSON:
    content = shaped(args, "text")
    if not content:
        raise bad("message text is empty")
    if (options := args.get("link_preview_options")) is not None:
        content["link_preview_options"] = options
    return content


def replied(request: Request, person: Person) -> JSON:
    """The message that this one answers, as the new message shows it."""
    parameters = request.args.get("reply_parameters")
    if not parameters or parameters.get("message_id") is None:
        return {}
    chat = request.world.known(parameters.get("chat_id", person.id))
    entry = request.world.ledger.read(chat.id, parameters["message_id"])
    if entry is None:
        if parameters.get("allow_sending_without_reply"):
            return {}
        raise bad("message to be replied not found")
    return {
        "reply_to_message": {
            key: value for key, value in entry.body.items() if key != "reply_to_message"
        }
    }


def deliver(request: Request, content: JSON, *, cost: int = 1, markup: JSON | None = None) -> Entry:
    """Put one message of the bot into the chat, if the person lets it."""
    world, args = request.world, request.args
    markup = read(args.get("reply_markup")) if markup is None else markup
    person = world.reachable(args["chat_id"])
    content = {**content, **replied(request, person)}
    if cost:
        world.limits.spend(person.id, cost)
    if args.get("protect_content"):
        content["has_protected_content"] = True
    with world.atomic():
        entry = world.new_entry(person, True, content)
        entry.markup = markup
        if "inline_keyboard" in markup:
            entry.body["reply_markup"] = {"inline_keyboard": markup["inline_keyboard"]}
        world.ledger.write(entry)
        _lay_keyboard(world, entry)
    world.changed(person.id)
    return entry


def _lay_keyboard(world: World, entry: Entry) -> None:
    """A reply keyboard stays on the phone until another takes its place or it is removed."""
    if "keyboard" in entry.markup:
        one_time = bool(entry.markup.get("one_time_keyboard"))
        world.change_phone(
            entry.chat_id, keyboard_from=entry.message_id, one_time=one_time, folded=False
        )
    elif "remove_keyboard" in entry.markup:
        world.change_phone(entry.chat_id, keyboard_from=None, one_time=False, folded=False)


def send_message(request: Request) -> JSON:
    return deliver(request, text_content(request.args)).body


def send_file(kind: str, request: Request) -> JSON:
    """sendPhoto, sendVoice and the like."""
    told = ("duration", "width", "height", "length", "performer", "title", "emoji", "has_spoiler")
    more = {
        name: request.args[name] for name in told if name in request.args and name != "has_spoiler"
    }
    content = shaped(request.args, "caption") if kind in media.CAPTIONED else {}
    request.world.reachable(request.args["chat_id"])  # before the file is kept
    content |= media.given(request.world, kind, request.args[kind], request.uploads, more)
    return deliver(request, content).body


def send_location(request: Request) -> JSON:
    args = request.args
    if not (-90 <= args["latitude"] <= 90 and -180 <= args["longitude"] <= 180):
        raise bad("bad location specified")
    return deliver(
        request, {"location": {name: args[name] for name in ("latitude", "longitude")}}
    ).body


def send_contact(request: Request) -> JSON:
    names = ("phone_number", "first_name", "last_name", "vcard")
    contact = {name: request.args[name] for name in names if request.args.get(name)}
    if "phone_number" not in contact or "first_name" not in contact:
        raise bad("phone number and first name of the contact must be non-empty")
    return deliver(request, {"contact": contact}).body


def send_media_group(request: Request) -> list[JSON]:
    """An album: two to ten photos and videos, or files of one kind."""
    items: Sequence[JSON] = request.args["media"]
    kinds = {item["type"] for item in items}
    if not (kinds <= {"photo", "video"} or kinds in ({"document"}, {"audio"})):
        raise bad("can't mix these types of media in one album")
    person = request.world.reachable(request.args["chat_id"])
    request.world.limits.spend(person.id, len(items))
    group = str(10**16 + randbelow(10**16))
    with request.world.atomic():
        contents = [
            {
                "media_group_id": group,
                **shaped(item, "caption"),
                **media.given(request.world, item["type"], item["media"], request.uploads, {}),
            }
            for item in items
        ]
        return [deliver(request, content, cost=0, markup={}).body for content in contents]


def _original(request: Request, message_id: int, doing: str) -> Entry:
    """The message to copy or forward. Telegram passes on no protected message, whoever sent it."""
    chat = request.world.known(request.args["from_chat_id"])
    entry = request.world.ledger.read(chat.id, message_id)
    if entry is None:
        raise bad(f"message to {doing} not found")
    if entry.body.get("has_protected_content"):
        raise bad(f"message can't be {'copied' if doing == 'copy' else 'forwarded'}")
    return entry


def copied(request: Request, entry: Entry) -> JSON:
    """The content of a copy; a caption that is given, even an empty one, takes the place of the
    old one.
    """
    content = {key: entry.body[key] for key in CONTENT if key in entry.body}
    if not content or "poll" in content:
        raise bad("message can't be copied")
    if any(kind in content for kind in media.CAPTIONED) and (
        "caption" in request.args or _bare(request)
    ):
        content = {key: value for key, value in content.items() if not key.startswith("caption")}
        content |= shaped(request.args, "caption")
    return content


def _bare(request: Request) -> bool:
    return bool(request.args.get("remove_caption"))


def copy_message(request: Request) -> JSON:
    entry = _original(request, request.args["message_id"], "copy")
    return {"message_id": deliver(request, copied(request, entry)).message_id}


def forwarded(entry: Entry) -> JSON:
    origin = {"type": "user", "sender_user": entry.body["from"], "date": entry.body["date"]}
    content = {key: entry.body[key] for key in CONTENT if key in entry.body}
    return {"forward_origin": entry.body.get("forward_origin", origin), **content}


def forward_message(request: Request) -> JSON:
    return deliver(
        request, forwarded(_original(request, request.args["message_id"], "forward"))
    ).body


def many(doing: str, request: Request) -> list[JSON]:
    """copyMessages and forwardMessages: what cannot be found or passed on is left out."""
    ids: list[int] = request.args["message_ids"]
    if ids != sorted(set(ids)):
        raise bad("message identifiers must be in a strictly increasing order")
    contents = []
    for message_id in ids:
        chat = request.world.known(request.args["from_chat_id"])
        entry = request.world.ledger.read(chat.id, message_id)
        if entry is not None and not entry.body.get("has_protected_content"):
            contents.append(copied(request, entry) if doing == "copy" else forwarded(entry))
    if not contents:
        raise bad(f"there are no messages to {doing}")
    request.world.limits.spend(request.world.reachable(request.args["chat_id"]).id, len(contents))
    sent = [deliver(request, content, cost=0, markup={}) for content in contents]
    return [{"message_id": entry.message_id} for entry in sent]


def send_chat_action(request: Request) -> bool:
    if request.args["action"] not in ACTIONS:
        raise bad("wrong parameter action in request")
    request.world.reachable(request.args["chat_id"])
    return True
