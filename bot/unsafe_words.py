"""Words of her own that say that she is not safe, or that nobody is coming; and the few words of a
no to that question. In three languages, without any model."""

from __future__ import annotations

import re
from typing import Final

from bot.dialogue.words import plain
from bot.harmless_words import without_phrases
from bot.safety.reply import MEDICAL

FEW: Final = 6  # words: a no that short is one to the question
# Between the 'not' and the 'safe' nobody new may begin to speak: 'niet bellen ik ben veilig'.
_ON: Final = r"(?: (?!(?:ik|k|kben|kzit|we|je|j|chuis|on|i|im|we)\b)\w+){0,3}"
_UNSAFE: Final = re.compile(
    rf"\bonveilig\b|\b(?:niet|nie|ni|nooit|nergens|amper|nauwelijks){_ON} veilig\b"
    r"|\bniet (?:dat|da) (?:ik|k|we)(?: \w+){0,2} veilig\b"
    r"|\bveilig (?:ben|zit|voel|is)(?: \w+){0,3} (?:niet|nie|nooit|nergens)\b"
    rf"|\b(?:pas|plus|jamais){_ON} (?:en securite|a l abri)\b"
    r"|\bpas (?:que )?(?:je )?(?:suis|sois) (?:en securite|a l abri)\b"
    r"|(?<!pas )(?<!plus )(?<!pas du tout )\ben danger\b"
    rf"|\b(?:not|n t|don t feel|dont feel|never){_ON} safe\b|\bunsafe\b"
    r"|\b(?:do not|don t|dont) (?:think|believe)(?: that)? i (?:am|m)(?: \w+)? safe\b"
    r"|(?<!not )(?<!not in any )(?<!no longer )\bin danger\b"
)
_NOBODY: Final = re.compile(
    r"\bniemand\b(?: \w+){0,2} (?:komt|onderweg|hier)\b|\bkomt(?: \w+){0,2} niemand\b"
    r"|\bpersonne (?:ne |n )?(?:vient|arrive)\b|\b(?:nobody|no one)(?: s| is)? (?:coming|here)\b"
)
_NO: Final = re.compile(
    r"(?:(?:bwa|bah|och|tja|hm+|euh*|ja|wel|allez|eerlijk|eigenlijk) )*"
    r"(?:nee+n?|neenee|nope|niet|nie|ni)"
    r"(?: (?:niet|nie|ni|nee|neen|echt|eigenlijk|helemaal|zo|hoor|dat|ben|ik|het|t|goed|direct"
    r"|nu|zeker|totaal|absoluut|allez|ze|he|sorry|nog))*"
    r"|(?:nee |neen )?ik (?:denk|vrees|geloof) (?:het |van )?niet"
    r"|(?:(?:bof|ben|bah|euh|hm|enfin|honnetement|franchement) )*(?:non|nan|nope|pas)"
    r"(?: (?:non|nan|pas|vraiment|du|tout|trop|tellement|bien|en|fait|je|ne|le|suis|crois|pense"
    r"|desole|desolee|hein|maintenant|encore))*"
    r"|je (?:ne )?(?:le )?(?:crois|pense|suis) pas"
    r"|(?:(?:well|um|uh|hm|honestly|oh) )*(?:no|nope|nah|not)"
    r"(?: (?:no|not|really|at|all|quite|very|exactly|so|i|m|am|don|t|think|sorry|now|right|yet))*"
    r"|i (?:m|am) not|i don t think so"
)


def says_unsafe(text: str, kind: str) -> bool:
    """'Niet echt veilig', wherever it stands; of help also 'er komt niemand'."""
    said = without_phrases(plain(text))
    nobody = kind == MEDICAL and _NOBODY.search(said) is not None
    return nobody or _UNSAFE.search(said) is not None


def is_no(text: str) -> bool:
    """A no in a few words: one to what was asked last."""
    said = plain(text)
    return len(said.split()) <= FEW and _NO.fullmatch(said) is not None
