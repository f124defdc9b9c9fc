"""What a phone shows: for the tools as a plain list, for the page with everything that it draws."""

from bot.phones import media
from bot.phones.ledger import JSON, Entry
from bot.phones.markup import labels
from bot.phones.people import Person
from bot.phones.profile import commands_for
from bot.phones.world import World


def kind_of(body: JSON) -> str:
    """text, or the kind of thing that a message carries."""
    # An animation carries a document too, and a venue a location: the more telling name comes
    # first.
    for kind in ("text", "animation", "venue", *media.SENDABLE):
        if kind in body:
            return kind
    return "other"


def listed(world: World, person: Person) -> list[JSON]:
    """A chat for the tools, oldest first."""
    keyboard_from = world.phone_state(person.id).get("keyboard_from")
    return [_plain(entry, keyboard_from) for entry in world.ledger.chat(person.id)]


def _plain(entry: Entry, keyboard_from: int | None) -> JSON:
    """`buttons` can be tapped now; `offered` are those that the message came with."""
    body, offered = entry.body, labels(entry.markup)
    live = "inline_keyboard" in entry.markup or entry.message_id == keyboard_from
    replied = body.get("reply_to_message")
    return {
        "message_id": entry.message_id,
        "from": "bot" if entry.by_bot else "me",
        "date": body["date"],
        "kind": kind_of(body),
        "text": body.get("text", body.get("caption", "")),
        "buttons": offered if live else [],
        "edited": "edit_date" in body,
        "offered": offered,
        "reply_to": replied["message_id"] if replied else None,
        "protected": bool(body.get("has_protected_content")),
        "reactions": [
            {"from": who, "emoji": reaction["emoji"]}
            for who, name in (("me", "my_reaction"), ("bot", "bot_reaction"))
            for reaction in entry.extra.get(name, [])
        ],
    }


def drawn(world: World, person: Person) -> JSON:
    """Everything that the page draws of one phone."""
    state = world.phone_state(person.id)
    messages = []
    for entry, plain in zip(world.ledger.chat(person.id), listed(world, person), strict=True):
        inline = [
            [button["text"] for button in row] for row in entry.markup.get("inline_keyboard", [])
        ]
        entities = entry.body.get("entities", entry.body.get("caption_entities", []))
        photo = entry.body.get("photo")
        contact = entry.body.get("contact", {})
        messages.append(
            plain
            | {"inline": inline, "entities": entities, "forwarded": "forward_origin" in entry.body}
            | {
                "photo": photo[-1]["file_id"] if photo else None,
                "contact": contact.get("phone_number"),
            }
        )
    laid = state.get("keyboard_from")
    keyboard = world.ledger.read(person.id, laid) if laid else None
    rows = keyboard.markup.get("keyboard", []) if keyboard else []
    return {
        "messages": messages,
        "keyboard": [[button["text"] for button in row] for row in rows],
        "folded": bool(state.get("folded")),
        "placeholder": keyboard.markup.get("input_field_placeholder", "") if keyboard else "",
        "started": bool(state.get("started")),
        "blocked": bool(state.get("blocked")),
        "commands": commands_for(world, person),
        "notice": world.ledger.last_answer(person.id),
    }
