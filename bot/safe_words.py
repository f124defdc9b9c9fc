"""Words of her own to 'are you safe right now?', in three languages, without any model.

Only what says it plainly counts as safe: with a 'not', a 'but', an 'if' or a question mark in it,
it does not. A no in a few words counts as not safe. Whatever is left she is asked about once more.
"""

from __future__ import annotations

import re
from typing import Final

from bot.dialogue.words import plain
from bot.safety.reply import MEDICAL, NOT_SAFE, SAFE

FEW: Final = 6  # words: a no that short is one to the question
_DOUBT: Final = re.compile(
    r"\b(?:niet|nie|ni|geen|nooit|niemand|amper|nauwelijks|bijna|maar|als|tot|zolang|misschien"
    r"|denk|dacht|hoop|wou|wil|zou|was|straks|morgen|gisteren|hoezo|wat|waarom|wanneer|of|nee|neen"
    r"|pas|plus|jamais|personne|rien|mais|si|jusqu|peut|pense|crois|espere|voudrais|veux|serais"
    r"|etais|demain|hier soir|pourquoi|quand|comment|est ce|non|bientot|presque"
    r"|not|t|dont|isnt|never|nobody|no|but|if|until|unless|maybe|think|guess|hope|wish|want|would"
    r"|tomorrow|yesterday|why|what|when|how|almost|soon)\b"
)
_NL_SO: Final = (
    r"(?: (?:nu|hier|wel|echt|heel|gewoon|al|weer|terug|thuis|binnen|helemaal|volledig|zeker|toch"
    r"|mij|me|momenteel|intussen|ondertussen))*"
)
_FR_SO: Final = r"(?: (?:maintenant|ici|bien|la|deja|enfin|chez moi|tout a fait|vraiment))*"
_EN_SO: Final = (
    r"(?: (?:now|here|really|quite|perfectly|totally|completely|all|at home|home|very|feeling))*"
)
_SAFE: Final = re.compile(
    rf"\b(?:ik|k|we|wij) (?:ben|zit|zijn|zitten|voel){_NL_SO} (?:veilig|in veiligheid)\b"
    rf"|\b(?:kben|kzit)\b{_NL_SO} veilig\b|^(?:ja+|jawel|ben|zit){_NL_SO} veilig\b"
    rf"|\b(?:je suis|chuis|on est|je me sens){_FR_SO} (?:en securite|a l abri|en lieu sur)\b"
    r"|^oui en securite\b"
    rf"|\b(?:i am|i m|im|we are|we re|i feel){_EN_SO} safe\b|^(?:yes|yeah|yep) safe\b"
)
_COMING: Final = re.compile(
    r"\bonderweg\b|\bkom(?:t|en) (?:er )?(?:nu |al )?(?:aan|eraan|direct|meteen)\b|\ber is hulp\b"
    r"|\ben route\b|\barriv(?:e|ent)\b|\b(?:est|sont) la\b|\bvien(?:t|nent)\b"
    r"|\bon (?:the|its|their|his|her) way\b|\b(?:is|are) (?:coming|here)\b"
)
_UNSAFE: Final = re.compile(
    r"\bonveilig\b|\b(?:niet|nie|ni|nooit|nergens|amper|nauwelijks)(?: \w+){0,3} veilig\b"
    r"|\bveilig(?: \w+){0,4} (?:niet|nooit|nergens)\b"
    r"|\b(?:pas|plus|jamais)(?: \w+){0,3} (?:en securite|a l abri)\b|\ben danger\b"
    r"|\b(?:not|n t|don t feel|dont feel|never)(?: \w+){0,3} safe\b|\bunsafe\b|\bin danger\b"
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
_CALLED_OFF: Final = re.compile(
    r"\b(?:ga|zal|doe) (?:mij |me |mezelf |mijn eigen |er )?(?:niks|niets|nikske|geen domme)\b"
    r"|\bme+n(?:de)?(?: ik)? (?:dat|da|het) (?:zo )?nie?t?\b|\b(?:dat|da|het) me+n ik nie?t?\b"
    r"|\bniet (?:zo )?(?:gemeend|bedoeld)\b|\bbedoel(?:de)?(?: ik)? (?:dat|da|het) (?:zo )?niet\b"
    r"|\bgeen zorgen\b|\b(?:grap|grapje|mopje)\b|\bmanier van spreken\b|\boverdreven\b"
    r"|\b(?:zware|slechte|moeilijke|lastige) dag\b"
    r"|\bje (?:ne )?(?:vais |veux )?(?:rien faire|ferai rien|fais rien|me ferai rien)\b"
    r"|\b(?:pensais|pense|voulais)(?: \w+){0,2} pas(?: dire)?\b|\binquiete[zr]?(?: pas|z pas)?\b"
    r"|\bpas serieu\w+|\bblague\b|\bfacon de parler\b|\b(?:dure|mauvaise|sale|lourde) journee\b"
    r"|\b(?:won t|not going to|will not|not gonna|wont) do (?:anything|it|something)\b"
    r"|\b(?:didn t|don t|do not|did not|didnt|dont) mean (?:it|that)\b|\bdon t worry\b"
    r"|\b(?:bad|hard|heavy|rough|tough) day\b|\bjok(?:e|ing)\b|\bfigure of speech\b"
)


def answer(text: str, kind: str, *, last: bool) -> str | None:
    """SAFE or NOT_SAFE, if words of hers say so. `last`: nothing else was asked of her since, so a
    no in a few words is one to this question."""
    said = plain(text)
    medical = kind == MEDICAL
    if (_NOBODY if medical else _UNSAFE).search(said):
        return NOT_SAFE
    if last and len(said.split()) <= FEW and _NO.fullmatch(said):
        return NOT_SAFE
    sure = "?" not in text and not _DOUBT.search(said)
    return SAFE if sure and (_COMING if medical else _SAFE).search(said) else None


def calls_off(text: str) -> bool:
    """'Ik ga niks doen', 'dat meen ik niet': no answer, and a reason to ask once more."""
    return _CALLED_OFF.search(plain(text)) is not None
