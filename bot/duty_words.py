"""A volunteer says in own words that he is there again, or not: what `/duty` and `/away` do.

The whole message is that wish, by a closed list: one word more, and it is none. Said of today alone
it is a day away, which ends by itself; else it is a word of duty.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from bot.dialogue.words import plain


class Wish(Enum):
    ON = "on"
    OFF = "off"
    TODAY = "today"  # off, until tomorrow


# By language: there again, and not there.
_ON: Final = (
    r"(ik )?ben (er )?(weer|terug|opnieuw) (beschikbaar|van dienst)",
    r"(ik )?ben (terug|er (weer|terug))",
    r"(ik )?ben (nu )?(beschikbaar|van dienst)|(weer|terug|opnieuw) (beschikbaar|van dienst)",
    r"(je suis )?(de nouveau|a nouveau) (la|disponible|dispo|de service)",
    r"(je|j) suis (de retour|disponible|dispo|de service)( maintenant)?",
    r"i ?a?m (back|back on duty|available again|on duty again)( now)?|back on duty",
    r"i ?a?m (available|on duty)( now)?|available again",
)
_HERE: Final = r"beschikbaar|van dienst"
_ICI: Final = r"disponible|dispo|de service"
_QUAND: Final = "( aujourd hui| maintenant| pour (le moment|l instant))?"
_OFF: Final = (
    rf"((ik )?ben )?(nu |even |vandaag )?(niet|ni|nie) ({_HERE})( nu| even| vandaag)?",
    rf"vandaag ben ik (niet|ni|nie) ({_HERE})",
    rf"((je (ne |n )?|j )suis )?pas ({_ICI}){_QUAND}",
    rf"aujourd hui (je (ne |n )?|j )suis pas ({_ICI})",
    rf"je suis indisponible{_QUAND}",
    r"(i ?a?m )?(not available|unavailable|not on duty)( today| now| right now| for now)?",
    r"i ?a?m off duty( today| now| for now)?|today i ?a?m not (available|on duty)",
)
_BACK: Final = re.compile("|".join(f"(?:{one})" for one in _ON))
_GONE: Final = re.compile("|".join(f"(?:{one})" for one in _OFF))
_SIGN: Final = re.compile(r"[^\w\s'’.!,-]|_")
_TODAY: Final = re.compile(r"\b(?:vandaag|aujourd hui|today)\b")


def read(text: str) -> Wish | None:
    """None for a question too, and where a sign stands beside the words, which may turn them."""
    if _SIGN.search(text):
        return None
    said = plain(text)
    if _GONE.fullmatch(said):
        return Wish.TODAY if _TODAY.search(said) else Wish.OFF
    return Wish.ON if _BACK.fullmatch(said) else None
