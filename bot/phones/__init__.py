"""A local stand-in for Telegram: its Bot API, strict, and one page with the phones of everyone in
the demo.

The bot meets it by nothing but another base URL. Serve `create_app(World.open(path, clock,
token))`.
"""

from bot.phones.people import DEMO_PEOPLE, Language, Person, Role
from bot.phones.phone import Phone
from bot.phones.server import create_app
from bot.phones.world import World

__all__ = ["DEMO_PEOPLE", "Language", "Person", "Phone", "Role", "World", "create_app"]
