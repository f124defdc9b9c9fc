"""Words of her own that say that she is not safe, or that nobody is coming; and the few words of a
no to that question. In three languages, without any model.

It is she who is not safe, or it is not said who: 'the ice is not safe' and 'polar bears are in
danger' are no answer, nor is 'I am not really in danger'.
"""

from __future__ import annotations

import re
from typing import Final

from bot import harmless_words
from bot.dialogue.lines import compiled
from bot.dialogue.words import plain
from bot.help_words import says_nobody_comes
from bot.safety.reply import MEDICAL

FEW: Final = 6  # words: a no that short is one to the question
VEILIG: Final = r"(?:v(?:ei|ij|y)l+[ie]g|safe(?! and)|in veiligheid)"  # also as learners write it
SUR: Final = (
    r"(?:(?:en )?(?:securit(?:e|ee|er|ey)|surete)|securisee?|a l abri|en lieu sur|safe(?! and))"
)
SAFELY: Final = r"(?:safe|save|saif|saf)(?: and (?:sound|well))?"
# Where these stand somebody or something else is spoken of, or she is not sure.
_OTHER: Final = (
    r"(?:ik|k|kben|kzit|we|je|j|chuis|on|i|im|het|t|dat|da|dit|de|hij|zij|ze|ge|die|of|als|want|maar"
    r"|zeker|omdat|ce|c|ca|il|elle|ils|elles|que|qui|si|mais|sure?|the|it|he|she|they|that|this|but"
    r"|if|because|saying|whether)"
)
_PARTS: Final = {
    "IKBEN": r"(?:(?:ik|k|kik|we|wij|en ik) (?:ben|zen|zijn|zit|zitten|voel|voelen)|kben|kzen|kzit"
    r"|kvoel)",
    "BENIK": r"(?<=\w )(?:ben|zen|zit|voel|voelen|zijn|zitten) (?:ik|k|we|wij)",
    "JESUIS": r"(?:(?:je|j|on|nous|moi)(?: (?:ne|n|me|nous|m))*(?: (?:suis|sens|sent|est|sommes))?"
    r"|chuis|chui)",
    "IAM": r"(?:(?:i|we|me|im)(?: (?:am|m|are|re|do|feel|feeling|really|still|just|honestly"
    r"|actually|certainly|definitely|ain|is|was never))*)",
    "MORE": rf"(?: (?!{_OTHER}\b)\w+){{0,3}}",
    "YES": rf"(?: (?!(?:niet|nie|ni|nooit|geen|amper|nauwelijks|pas|plus|jamais|aucun|not|never|no"
    rf"|hardly|barely|{_OTHER[3:-1]})\b)\w+){{0,3}}",
    "NIET": r"(?:niet|nie|ni|nooit|nergens|amper|nauwelijks|allesbehalve|ver(?:re)? van)",
    "PAS": r"(?:pas|plus|jamais|nulle part|guere|loin d etre|tout sauf|a peine)",
    "NOT": r"(?:not|n t|t|aint|never|no longer|no|anything but|far from|nowhere near|nowhere|hardly"
    r"|barely)",
    "DONT": r"(?:do not|don t|dont)",
    "VEILIG": VEILIG,
    "GEVAAR": r"in (?:(?:groot|echt|acuut) )?(?:levens)?gevaar",
    "DANGER": r"en (?:grand )?danger|in (?:great |grave |mortal |real )?danger",
    "SUR": SUR,
    "SAFE": r"(?:safe|save|saif|saf|secure)",
}
_SHE: Final = compiled(
    r"""
IKBENMORE NIETMORE VEILIG|BENIKMORE NIETMORE VEILIG|veilig (?:ben|zit|voel) (?:ik|k|we)MORE NIET
niet (?:dat|da) (?:ik|k|we)MORE VEILIG|(?:IKBEN|BENIK)YES (?:onveilig|GEVAAR)
mijn leven isYES GEVAAR|(?:ik|k|we) (?:verkeer|verkeren|loop|lopen)YES (?:GEVAAR|gevaar)
JESUISMORE PASMORE SUR|je (?:ne )?(?:pense|crois|trouve) pas (?:que je (?:suis|sois)|etre)MORE SUR
(?:je suis|chuis|je me sens|on est|nous sommes|ma vie est)YES (?:DANGER|en insecurite)
IAM NOTMORE SAFE|i (?:\w+ )?(?:DONT|can t|cant|never|cannot) (?:\w+ )?feelMORE SAFE
i DONT (?:think|believe)(?: that)? (?:i|we|im)(?: (?:am|m|are|re|feel))?MORE SAFE
(?:(?:i|we) (?:am|m|are|re|feel)|im|my life is)YES (?:unsafe|DANGER)
""",
    _PARTS,
    r"\b",
    r"\b",
)
# 'niet echt veilig', 'ben hier niet veilig', 'not really safe with him': the whole of a clause
_NOBODY_NAMED: Final = compiled(
    r"""
(?:BEN )?NIETSO VEILIG|(?:BEN )?(?:onveilig|GEVAAR)|(?:SUIS )?PASSO SUR|(?:SUIS )?(?:en danger)
(?:AM )?NOTSO SAFE|(?:(?:DONT|never|can t|cant) )feelSO SAFE|(?:AM )?(?:unsafe|in danger)
""",
    _PARTS
    | {
        "BEN": r"(?:ben|zen|zit|voel)(?: (?:mij|me|mijn eigen|hier|thuis|nu|toch|echt))*",
        "SUIS": r"(?:suis|sens|me sens|ici|la|vraiment|franchement)(?: (?:ici|vraiment))*",
        "AM": r"(?:am|feel|feeling|really|honestly|here)",
        "SO": r"(?: (?:echt|zo|helemaal|heel|erg|meer|goed|hier|nu|thuis|zeker|al|precies|volledig"
        r"|vraiment|tres|du tout|trop|tellement|bien|tout a fait|completement|encore|ici"
        r"|really|very|at all|quite|exactly|entirely|that|so|yet|feeling|completely|feel))*",
    },
    r"(?:(?:enfin|finalement|en fait|franchement|honnetement|toujours|eerlijk|eigenlijk|toch|nog"
    r"|helaas|still|honestly|actually|really|maar|mais|but|bof|bwa) )*",
    r"(?: (?:echt|niet|hier|nu|thuis|meer|hoor|ze$|zenne|he$|maintenant|ici|chez moi|du tout|hein"
    r"|here|now|no|nee|non|at home|at all|after all|any ?more|actually|tonight|finalement|toch"
    r"|eigenlijk|vannacht|vanavond|ce soir|cette nuit|sorry|dear|love|en fait"
    r"|(?:bij|van|voor|met|avec|chez|de|with|from|around) "
    r"(?:hem|haar|hen|mezelf|mijn \w+|lui|elle|eux|moi meme|mon \w+|ma \w+|him|her|them|myself"
    r"|my \w+)))*",
)
# 'not safe he is at the door': what follows tells of her, as 'with that snow' does not
_TELLS: Final = re.compile(
    r" (?:ik|k|we|hij|ij|ze|zij|hem|mijne?|want|omdat|als|je|j|on|il|elle|ils|mon|ma|car|parce"
    r"|quand|i|im|he|she|they|my|because|when)\b"
)
_ASKS: Final = re.compile(r"^(?:am i|are we|ben ik|zijn we|zit ik|(?:ne )?suis je|est ce)\b")
_OUR_QUESTION: Final = re.compile(  # 'votre machine me demande si je suis en danger'
    r"\b(?:demand\w+ (?:\w+ )?si|ask\w* (?:\w+ )?(?:if|whether)|vra+g\w* (?:\w+ )?of)\b"
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
    """'Niet echt veilig', 'I don't feel safe here'; of help also 'er komt niemand'."""
    clauses = harmless_words.clauses(text)
    if kind == MEDICAL and any(map(says_nobody_comes, clauses)):
        return True
    return any(map(_is_unsafe, clauses))


def _is_unsafe(clause: str) -> bool:
    if _ASKS.match(clause) or _OUR_QUESTION.search(clause):
        return False
    bare = harmless_words.without_lead(harmless_words.without_no(clause).strip(" |"))
    found = _NOBODY_NAMED.match(clause) or _NOBODY_NAMED.match(bare)
    behind = found.string[found.end() :] if found else ""
    of_her = found is not None and (not behind or _TELLS.match(behind) is not None)
    return of_her or _SHE.search(clause) is not None


def is_no(text: str) -> bool:
    """A no in a few words: one to what was asked last."""
    said = plain(text)
    return len(said.split()) <= FEW and _NO.fullmatch(said) is not None
