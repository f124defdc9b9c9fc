"""The menu of commands that Telegram shows everybody: the same names, described in each language.
A helper's chat has one of its own (`bot.menus`)."""

from __future__ import annotations

import logging

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot.dialogue.names import COMMANDS, LANGUAGES
from bot.house import House
from bot.menus import RESIDENT

log = logging.getLogger(__name__)


async def set_menu(bot: Bot, house: House) -> None:
    """Tells Telegram. A failure is only logged: the commands work without a menu."""
    try:
        for language in (None, *LANGUAGES):
            spoken = language or "en"
            menu = [
                BotCommand(name, house.words(spoken, "formal", RESIDENT[name])) for name in COMMANDS
            ]
            await bot.set_my_commands(menu, language_code=language)
    except TelegramError as error:
        log.warning("the menu of commands was not set: %s", type(error).__name__)
