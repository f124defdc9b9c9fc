"""Buttons whose words sound like danger: whoever taps one would be answered as if in danger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bot.dialogue.tone import Fault
from bot.safety import explain, load_rules

BUTTONS: Final = frozenset({"label", "reading"})
# the answers to a question of safety, and a coordinator's reasons to open an alert: they mean it
MEANT: Final = ("safety/", "danger/")


def alarms(context: str, text: str, kind: str) -> Iterator[Fault]:
    """The words that a rule of safety hears in a button, unless danger is what it means."""
    if kind not in BUTTONS or context.startswith(MEANT):
        return
    for hit in explain(text, load_rules())[:1]:
        mend = "Say it in other words: a tap on it would be answered with the safety reply."
        yield Fault("error", f"'{hit.words}' on a button sounds like danger.", mend)
