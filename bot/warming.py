"""What a first turn would wait for is read beside the start: texts, and the calendar of holidays,
which takes a second or two."""

from __future__ import annotations

import gc
from datetime import datetime

from bot.dialogue.names import LANGUAGES
from bot.feasts import feast
from bot.house import House

# new objects until the garbage collector looks through them, and so on: by far the most of a turn's
# are gone by themselves before that
ROUNDS = (5_000, 20, 20)


def warm(house: House, now: datetime) -> None:
    """Reads it. What is there by then stays, and is looked through for garbage no more."""
    for language in LANGUAGES:
        house.translate(language, "formal")
        feast(house.local(now).date(), house.country, language)
    gc.freeze()
    gc.set_threshold(*ROUNDS)
