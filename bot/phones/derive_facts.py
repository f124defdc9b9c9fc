"""Derive `facts.json`: what Telegram demands of the methods that the phones serve.

    python -m bot.phones.derive_facts path/to/bot-api-10.3.json

The source lists every method and type of the Bot API; kept is what can be reached from the
parameters of the
served methods. Types that only exist as a family (`BotCommandScope`, `ReactionType`, …) keep
their members.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SERVED = (
    "getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo", "getMe", "logOut", "close",
    "sendMessage", "forwardMessage", "forwardMessages", "copyMessage", "copyMessages",
    "sendPhoto", "sendAudio", "sendDocument", "sendVideo", "sendAnimation", "sendVoice",
    "sendVideoNote", "sendSticker", "sendMediaGroup", "sendLocation", "sendContact",
    "sendChatAction", "setMessageReaction", "editMessageText", "editMessageCaption",
    "editMessageMedia", "editMessageReplyMarkup", "deleteMessage", "deleteMessages",
    "answerCallbackQuery", "getChat", "getFile", "getUserProfilePhotos", "setMyCommands",
    "deleteMyCommands", "getMyCommands", "setMyName", "getMyName", "setMyDescription",
    "getMyDescription", "setMyShortDescription", "getMyShortDescription", "setChatMenuButton",
    "getChatMenuButton",
)  # fmt: skip
KEPT = ("type", "required", "min", "max", "unit")
# Parameters that the phones refuse outright (see `bot_api.NOT_SERVED`): their types need not be
# described.
OPAQUE = frozenset({"InputRichMessage", "SuggestedPostParameters", "EphemeralMessageParameters"})

type Fields = dict[str, dict[str, Any]]


def lean(fields: Fields) -> Fields:
    """The same fields with nothing but the facts that are checked."""
    return {
        name: {fact: field[fact] for fact in KEPT if fact in field}
        for name, field in fields.items()
    }


def named_types(fields: Fields) -> set[str]:
    """Every capitalised word in the types of these fields."""
    return {word for field in fields.values() for word in re.findall(r"[A-Z]\w+", field["type"])}


def derive(source: dict[str, Any]) -> dict[str, Any]:
    """Methods served, and the types that their parameters reach."""
    methods = {name: lean(source["methods"][name]) for name in SERVED}
    types: dict[str, Fields] = {}
    waiting = set().union(*(named_types(fields) for fields in methods.values()))
    while waiting:
        name = waiting.pop()
        if name in types or name in OPAQUE or name not in source["types"]:
            continue
        types[name] = lean(source["types"][name])
        waiting |= named_types(types[name])
        if not types[name]:
            waiting |= {
                member for member in source["types"] if member.startswith(name) and member != name
            }
    return {"bot_api": source["bot_api"], "methods": methods, "types": dict(sorted(types.items()))}


def one_a_line(facts: dict[str, Any]) -> str:
    """JSON with one method or type a line, so that a diff against the next Bot API can be read."""

    def block(entries: dict[str, Any]) -> str:
        rows = (
            f"{json.dumps(name)}: {json.dumps(fields, separators=(',', ':'))}"
            for name, fields in entries.items()
        )
        return "{\n" + ",\n".join(rows) + "\n}"

    head = json.dumps(facts["bot_api"])
    methods, types = block(facts["methods"]), block(facts["types"])
    return f'{{"bot_api": {head},\n"methods": {methods},\n"types": {types}}}\n'


def main() -> None:
    """Read the source named on the command line, write `facts.json` beside this file."""
    source = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    (HERE / "facts.json").write_text(one_a_line(derive(source)), encoding="utf-8")


if __name__ == "__main__":
    main()
