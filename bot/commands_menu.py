"""The menu of commands that Telegram shows: the same names, described in each language."""

from __future__ import annotations

import logging

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot.dialogue.names import COMMANDS, LANGUAGES
from bot.house import House
from bot.i18n import Text

log = logging.getLogger(__name__)

DESCRIPTIONS = {
    "start": Text("command/start", "Begin, or say hello"),
    "help": Text("command/help", "What I can do"),
    "human": Text("command/human", "Talk to a person"),
    "hide": Text("command/hide", "Empty this screen"),
    "pause": Text("command/pause", "No messages for a while"),
    "stop": Text("command/stop", "No messages at all"),
    "resume": Text("command/resume", "Start the messages again"),
    "hour": Text("command/hour", "Another hour or other days"),
    "language": Text("command/language", "The language, and how I speak to you"),
    "memory": Text("command/memory", "What I remember: see, change, erase"),
    "mydata": Text("command/mydata", "What I keep about you"),
    "worry": Text("command/worry", "Who is told of a long silence"),
    "forget": Text("command/forget", "Erase what I keep"),
}


async def set_menu(bot: Bot, house: House) -> None:
    """Tells Telegram. A failure is only logged: the commands work without a menu."""
    try:
        for language in (None, *LANGUAGES):
            spoken = language or "en"
            menu = [
                BotCommand(name, house.words(spoken, "formal", DESCRIPTIONS[name]))
                for name in COMMANDS
            ]
            await bot.set_my_commands(menu, language_code=language)
    except TelegramError as error:
        log.warning("the menu of commands was not set: %s", type(error).__name__)
