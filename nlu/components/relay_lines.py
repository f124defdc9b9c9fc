"""What the head for a talk is trained on: lines of its own, and some of the intents' lines. No Rasa in here."""

from __future__ import annotations

import os
import zlib
from pathlib import Path

from components.lines import Line, read

PASSES = "talk"
#: Tests train on other lines.
OWN = Path(os.environ.get("GOEIEDAG_NLU_RELAY", Path(__file__).parent.parent / "relay"))
#: Intents that may mean the bot or the volunteer, where one reads along: their lines teach nothing here.
UNCLEAR = frozenset({"complain", "stop_contact", "delete_data", "pause_contact", "ask_privacy"})


def lines_of(lines: list[Line], one_in: int, own: Path = OWN) -> list[Line]:
    """The lines of its own, and of `lines` one in so many as what is passed on, chosen by their text alone."""
    ordinary = [
        line._replace(intent=PASSES)
        for line in lines
        if line.intent not in UNCLEAR and zlib.crc32(line.text.encode()) % one_in == 0
    ]
    return [*read(own), *ordinary]
