"""Whether she goes: without a model only where that is all that she says."""

from __future__ import annotations

import re
from typing import Final

from bot.dialogue.words import plain
from bot.understanding import Understanding

_GOODBYE: Final = re.compile(
    r"(?:(?:ok|oke|okay|ja|oui|yes|allez|allee|bon|so|dan|nu|alors|merci|dank u|bedankt|thanks"
    r"|thank you|dag|good|het is goed) )*"
    r"(?:slaap ?wel|slaap zacht|wel ?te ?rusten|goede ?nacht|goeien?nacht|goeie nacht|nacht"
    r"|tot (?:morgen|later|ziens|straks|de volgende)|saluut|salukes|dag(?:ske)?|doei|daag"
    r"|ik ga (?:nu )?slapen|bonne (?:nuit|soiree|journee)|a (?:demain|tantot|plus|bientot)"
    r"|au revoir|je vais (?:dormir|au lit|me coucher)|salut|bye(?: bye)?|good ?night|night night"
    r"|nighty? night|good ?bye|see you(?: later| tomorrow)?|i m (?:off|going) to bed"
    r"|till tomorrow|sleep well)"
    r"(?: (?:hoor|ze|zenne|zulle|he|hein|dan|alors|dear|love|merci|dank u|bedankt|thanks"
    r"|thank you|allemaal|tout le monde|et merci|mon ami))*"
)


def says_goodbye(text: str, meant: Understanding | None) -> bool:
    return (meant is not None and meant.intent == "goodbye") or (
        _GOODBYE.fullmatch(plain(text)) is not None
    )
