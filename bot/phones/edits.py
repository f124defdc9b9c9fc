"""The methods that change what is in a chat already: edit…, delete…, reactions, answers to taps."""

from typing import Any

from bot.phones import media
from bot.phones.errors import bad
from bot.phones.ledger import JSON, Entry
from bot.phones.markup import read
from bot.phones.people import Person
from bot.phones.sends import Request, shaped, text_content
from bot.phones.updates import TAP_LIFE

DELETABLE_SECONDS = 48 * 60 * 60
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TOO_OLD_TAP = "query is too old and response timeout expired or query ID is invalid"


def editable(request: Request) -> tuple[Person, Entry]:
    """The bot's own message, in a chat that still takes its words."""
    args = request.args
    if args.get("inline_message_id"):
        raise bad("MESSAGE_ID_INVALID")
    if "chat_id" not in args:
        raise bad("chat_id is empty")
    if not args.get("message_id"):
        raise bad("message identifier is not specified")
    person = request.world.reachable(args["chat_id"])
    entry = request.world.ledger.read(person.id, args["message_id"])
    if entry is None:
        raise bad("message to edit not found")
    # Telegram: "only possible to edit messages without reply_markup or with inline keyboards".
    if not entry.by_bot or (entry.markup and "inline_keyboard" not in entry.markup):
        raise bad("message can't be edited")
    return person, entry


def rewritten(request: Request, entry: Entry, content: JSON, gone: tuple[str, ...]) -> JSON:
    """Write the new content and keyboard; the same ones again are refused."""
    markup = read(request.args.get("reply_markup"), inline_only=True)
    before = {key: value for key, value in entry.body.items() if key != "edit_date"}
    body = {
        key: value for key, value in before.items() if key not in (*gone, "reply_markup")
    } | content
    if markup:
        body["reply_markup"] = markup
    if body == before:
        raise bad(NOT_MODIFIED)
    request.world.limits.spend(entry.chat_id)
    # Telegram dates only changes of content, not those of a keyboard.
    dated = {"edit_date": request.world.second()} if content or gone else {}
    entry.body, entry.markup = body | dated, markup
    with request.world.atomic():
        request.world.ledger.write(entry)
    request.world.changed(entry.chat_id)
    return entry.body


def edit_text(request: Request) -> JSON:
    content = text_content(request.args)
    _, entry = editable(request)
    if "text" not in entry.body:
        raise bad("there is no text in the message to edit")
    return rewritten(request, entry, content, ("text", "entities", "link_preview_options"))


def edit_caption(request: Request) -> JSON:
    content = shaped(request.args, "caption")
    _, entry = editable(request)
    if not any(kind in entry.body for kind in media.CAPTIONED):
        raise bad("there is no caption in the message to edit")
    return rewritten(request, entry, content, ("caption", "caption_entities"))


def edit_media(request: Request) -> JSON:
    """Another file in the place of the old one."""
    item = request.args["media"]
    if item["type"] not in ("photo", "video", "animation", "audio", "document"):
        raise bad(f"this stand-in cannot put {item['type']} in the place of a message")
    content = shaped(item, "caption")
    _, entry = editable(request)
    if not any(kind in entry.body for kind in (*media.FILES, "text")):
        raise bad("message can't be edited")
    content |= media.given(request.world, item["type"], item["media"], request.uploads, {})
    return rewritten(
        request, entry, content, ("text", "entities", "caption", "caption_entities", *media.FILES)
    )


def edit_markup(request: Request) -> JSON:
    _, entry = editable(request)
    return rewritten(request, entry, {}, ())


def _delete(request: Request, person: Person, message_id: int) -> None:
    entry = request.world.ledger.read(person.id, message_id)
    if entry is None:
        raise bad("message to delete not found")
    if request.world.second() - entry.body["date"] > DELETABLE_SECONDS:
        raise bad("message can't be deleted for everyone")
    with request.world.atomic():
        request.world.ledger.erase(person.id, message_id)
    request.world.changed(person.id)


def delete_message(request: Request) -> bool:
    _delete(request, request.world.known(request.args["chat_id"]), request.args["message_id"])
    return True


def delete_messages(request: Request) -> bool:
    """Messages that cannot be found are passed over, as Telegram does."""
    person = request.world.known(request.args["chat_id"])
    for message_id in request.args["message_ids"]:
        if request.world.ledger.read(person.id, message_id) is not None:
            _delete(request, person, message_id)
    return True


def react(request: Request) -> bool:
    person = request.world.reachable(request.args["chat_id"])
    entry = request.world.ledger.read(person.id, request.args["message_id"])
    if entry is None:
        raise bad("message to react not found")
    reactions: list[dict[str, Any]] = request.args.get("reaction", [])
    if len(reactions) > 1:
        raise bad("REACTIONS_TOO_MANY")
    if any(reaction["type"] != "emoji" for reaction in reactions):
        raise bad("REACTION_INVALID")
    entry.extra["bot_reaction"] = reactions
    with request.world.atomic():
        request.world.ledger.write(entry)
    request.world.changed(person.id)
    return True


def answer_tap(request: Request) -> bool:
    """answerCallbackQuery: once, and within 150 seconds of the clock."""
    world, args = request.world, request.args
    now = world.clock.now().timestamp()
    chat_id = world.ledger.unanswered_tap(args["callback_query_id"], now - TAP_LIFE)
    if chat_id is None:
        raise bad(TOO_OLD_TAP)
    shown = {name: args[name] for name in ("text", "show_alert", "url") if args.get(name)}
    world.ledger.answer_tap(args["callback_query_id"], shown)
    world.changed(chat_id)
    return True
