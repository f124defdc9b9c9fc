"""What a coordinator's free words are likeliest about: one of the commands, or none. Pure.

Only what she can look at is guessed: nothing is sent, settled or handed on by a guess.
"""

from __future__ import annotations

import re
from typing import Final

from bot.dialogue.words import plain

# The first that fits: what is narrower stands above.
_ABOUT: Final = tuple(
    (command, re.compile(rf"\b(?:{words})"))
    for command, words in (
        ("broadcast", r"broadcast|iedereen|aan allen|everybody|everyone|tout le monde|a tous\b"),
        ("notes", r"nota s\b|notas\b|notities|genoteerd|notes\b|noted\b"),
        ("studio", r"studio|teksten|tekst\b|textes?\b|texts?\b|dialo"),
        (
            "volunteers",
            r"vrijwillig|benevole|volunteer|ziek\b|malade|ill\b|sick\b|team\b|ploeg|equipe",
        ),
        (
            "open",
            r"wacht|overdracht|aanvra|staat open|staan open|attend|relais|demandes?\b|waits?\b"
            r"|waiting|handoffs?\b|requests?\b|still open",
        ),
        ("today", r"vandaag|overzicht|wat nu|wat is er|aujourd|apercu|quoi|today|overview|what s"),
    )
)


def about(text: str) -> str | None:
    """The command, without its stroke."""
    said = plain(text)
    return next((command for command, words in _ABOUT if words.search(said)), None)
