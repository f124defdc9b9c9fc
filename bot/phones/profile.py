"""The methods about the bot itself and its people: names, commands, chats, files."""

import json
import re
from pathlib import PurePath

from bot.phones.errors import bad
from bot.phones.ledger import JSON
from bot.phones.people import Person
from bot.phones.sends import Request
from bot.phones.world import World

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"[a-z]{2}")
MOST_COMMANDS = 100


def get_me(request: Request) -> JSON:
    abilities = "can_join_groups can_read_all_group_messages supports_inline_queries"
    more = "can_connect_to_business has_main_web_app has_topics_enabled"
    topics = "allows_users_to_create_topics can_manage_bots"
    return {**request.world.bot, **dict.fromkeys(f"{abilities} {more} {topics}".split(), False)}


def _language(request: Request) -> str:
    code: str = request.args.get("language_code", "")
    if code and not LANGUAGE.fullmatch(code):
        raise bad("invalid language code specified")
    return code


def set_text(kind: str, request: Request) -> bool:
    """setMyName, setMyDescription, setMyShortDescription: one text a language, an empty one takes
    it away.
    """
    name = f"{kind}:{_language(request)}"
    request.world.ledger.put(name, request.args.get(kind, ""))
    return True


def get_text(kind: str, request: Request) -> JSON:
    """The text for a language, or else the one for all."""
    ledger = request.world.ledger
    text = ledger.get(f"{kind}:{_language(request)}") or ledger.get(f"{kind}:")
    return {kind: text or (request.world.bot["first_name"] if kind == "name" else "")}


def _scope(request: Request) -> str:
    """The name under which the commands of a scope are kept."""
    scope: JSON = request.args.get("scope") or {"type": "default"}
    if "chat_id" in scope:
        request.world.known(scope["chat_id"])
    return json.dumps(scope, sort_keys=True)


def set_commands(request: Request) -> bool:
    commands: list[JSON] = request.args["commands"]
    if len(commands) > MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    names = [command["command"].removeprefix("/") for command in commands]
    if not all(COMMAND.fullmatch(name) for name in names) or len(set(names)) != len(names):
        raise bad("BOT_COMMAND_INVALID")
    shown = [
        {"command": name, "description": command["description"]}
        for name, command in zip(names, commands, strict=True)
    ]
    request.world.ledger.put(f"commands:{_scope(request)}:{_language(request)}", shown)
    _tell_everyone(request.world)
    return True


def delete_commands(request: Request) -> bool:
    request.world.ledger.put(f"commands:{_scope(request)}:{_language(request)}", [])
    _tell_everyone(request.world)
    return True


def get_commands(request: Request) -> list[JSON]:
    commands: list[JSON] = request.world.ledger.get(
        f"commands:{_scope(request)}:{_language(request)}", []
    )
    return commands


def commands_for(world: World, person: Person) -> list[JSON]:
    """What the menu of this phone lists: the narrowest scope first, each in the phone's language,
    then in none.
    """
    scopes = (
        {"type": "chat", "chat_id": person.id},
        {"type": "all_private_chats"},
        {"type": "default"},
    )
    for scope in scopes:
        for language in (person.language, ""):
            commands: list[JSON] = world.ledger.get(
                f"commands:{json.dumps(scope, sort_keys=True)}:{language}", []
            )
            if commands:
                return commands
    return []


def _tell_everyone(world: World) -> None:
    for phone_id in world.people:
        world.changed(phone_id)


def set_menu(request: Request) -> bool:
    button: JSON = request.args.get("menu_button") or {"type": "default"}
    if "chat_id" in request.args:
        request.world.known(request.args["chat_id"])
    request.world.ledger.put(f"menu:{request.args.get('chat_id', '')}", button)
    return True


def get_menu(request: Request) -> JSON:
    ledger = request.world.ledger
    button: JSON = (
        ledger.get(f"menu:{request.args.get('chat_id', '')}")
        or ledger.get("menu:")
        or {"type": "commands"}
    )
    return button


def get_chat(request: Request) -> JSON:
    person = request.world.known(request.args["chat_id"])
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    return {
        **person.chat(),
        "active_usernames": [],
        "accent_color_id": person.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }


def get_photos(request: Request) -> JSON:
    if request.args["user_id"] not in request.world.people:
        raise bad("user not found")
    return {"total_count": 0, "photos": []}


def get_file(request: Request) -> JSON:
    file_id: str = request.args["file_id"]
    stored = request.world.ledger.file(file_id)
    if stored is None:
        raise bad("invalid file_id")
    kind, name, _, data = stored
    suffix = PurePath(name).suffix
    path = f"{kind}s/{file_id}{suffix if re.fullmatch(r'\.\w{1,8}', suffix) else ''}"
    return {
        "file_id": file_id,
        "file_unique_id": f"u{len(data)}",
        "file_size": len(data),
        "file_path": path,
    }
