"""Conversations as data and the pure engine that plays them."""

from bot.dialogue.catalogs import Catalogs
from bot.dialogue.engine import command, resume, start
from bot.dialogue.form import freeze
from bot.dialogue.library import Library
from bot.dialogue.model import Dialogue
from bot.dialogue.source import read_folder
from bot.dialogue.texts import Message, Texts, message, render
from bot.dialogue.turns import (
    Act,
    Await,
    Chose,
    Context,
    Effect,
    Ended,
    FellSilent,
    Position,
    Remember,
    Said,
    Say,
    Stimulus,
    Turn,
)

__all__ = [
    "Act",
    "Await",
    "Catalogs",
    "Chose",
    "Context",
    "Dialogue",
    "Effect",
    "Ended",
    "FellSilent",
    "Library",
    "Message",
    "Position",
    "Remember",
    "Said",
    "Say",
    "Stimulus",
    "Texts",
    "Turn",
    "command",
    "freeze",
    "message",
    "read_folder",
    "render",
    "resume",
    "start",
]
