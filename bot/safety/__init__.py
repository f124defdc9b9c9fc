"""Safety: does a message come from danger? Pure; works with nothing but its own rules."""

from bot.safety.concern import Concern, gravest, joined
from bot.safety.detect import assess, explain
from bot.safety.rules import Rules, load_rules

__all__ = ["Concern", "Rules", "assess", "explain", "gravest", "joined", "load_rules"]
