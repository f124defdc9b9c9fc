"""The studio: pages on which coordinators read, change, try and publish the dialogues."""

from bot.studio.app import app
from bot.studio.serving import mounted
from bot.studio.visit import Studio

__all__ = ["Studio", "app", "mounted"]
