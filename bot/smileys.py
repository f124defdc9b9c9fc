"""A message of pictures alone: 👍, ❤️❤️, 😢. The model reads words; these say enough without."""

from __future__ import annotations

from typing import Final

# What each may mean, likeliest first: a thumb is a yes, or 'fine', or thanks, as was asked.
_MEANINGS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("😢😭😔😞☹🙁😟💔😥😓🥺😿", ("mood_low",)),
    ("👎", ("deny", "mood_low")),
    ("👍👌✅✔🆗", ("affirm", "mood_good", "thank")),
    ("😐😕🤷", ("mood_neutral",)),
    ("🙂😊😀😃😄😁😂🤣😅😉😎☺", ("mood_good", "affirm", "thank")),
    ("❤🧡💛💚💙💜🩷💕💞😘🥰😍🙏💐🌹🌷🌸🤗", ("thank", "mood_good", "affirm")),
    ("👋", ("greet",)),
)
_SURE: Final = 0.95


def read(text: str) -> tuple[tuple[str, float], ...]:
    """What pictures mean, likeliest first; nothing where there is a word, or none is known. Among
    several a sad one counts."""
    if any(letter.isalnum() for letter in text):
        return ()
    for pictures, meanings in _MEANINGS:
        if any(picture in text for picture in pictures):
            return tuple((name, _SURE - place / 10) for place, name in enumerate(meanings))
    return ()
