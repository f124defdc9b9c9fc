"""What frightens her of a volunteer, by name: threats, that he does not leave her alone, that she
may tell nobody, that she should die. Patterns as in harm_words; what else makes her uneasy the
language model hears (`bot.doubts`).

Each has what he does next to his name, so that what another does to her is none of it.
"""

from __future__ import annotations

import re
from typing import Final

_SAID_NL: Final = r"NAME (?:zegt|zei) (?:tegen (?:me|mij) )?(?:VERY )*dat ik"
_SAID_FR: Final = r"NAME (?:me dit|dit|m a dit|ma dit|a dit) (?:VERY )*"
_SAID_EN: Final = r"NAME (?:told me|tells me|said|says) (?:VERY )*"
# What he may well forbid: 'dat ik niet mag opgeven'.
_GIVE_UP: Final = (
    r"(?:opgeven|wanhopen|panikeren|piekeren|schrikken|wenen|huilen|roken|drinken|vallen|vergeten"
    r"|bang zijn|overdrijven)"
)
_SOME: Final = r"(?:(?!niet\b|geen\b|nooit\b|pas\b|not\b|never\b)\w+ ){0,3}"

_DUTCH: Final = (
    r"NAME (?:VERY )*(?:dreigt|dreigde) (?:VERY )*(?:ermee|er mee|om|mijn|m n|dat|met mijn)",
    r"NAME (?:blijft|bleef) (?:me|mij) (?:VERY )*(?:bellen|volgen|lastigvallen|lastig vallen)",
    rf"{_SAID_NL} (?:\w+ ){{0,3}}(?:niks|niets|niemand|niet)(?: \w+){{0,2}} (?:mag|mocht)"
    rf"(?! {_GIVE_UP}\b)",
    rf"{_SAID_NL} {_SOME}(?:zelfmoord|dood (?:moet|mag|beter|was)|van kant|beter dood)",
)
_FRENCH: Final = (
    r"NAME (?:VERY )*(?:menace|menacait|a menace) (?:VERY )*(?:de|d|mon|ma|mes)",
    r"NAME (?:n )?(?:arrete pas|arretait pas) de (?:m appeler|me suivre|m ecrire|me harceler)",
    rf"{_SAID_FR}que je (?:(?:ne|n) )?(?:dois|peux|devais|pouvais) (?:rien|pas|a personne)"
    r"(?: (?:le|en|lui))? (?:dire|raconter|parler)",
    rf"{_SAID_FR}(?:de me tuer|de mourir|que je (?:devrais|dois) (?:mourir|me tuer))",
)
_ENGLISH: Final = (
    r"NAME (?:VERY )*(?:threatens|threatened|is threatening) (?:VERY )*(?:to|my|that)",
    r"NAME (?:keeps|kept|won t stop) (?:calling|following|texting) me",
    rf"{_SAID_EN}(?:that )?(?:i (?:must not|mustn t|can t|cannot|may not|should not|shouldn t)"
    r"|not to) (?:tell|talk|say)\b",
    rf"{_SAID_EN}(?:to (?:kill myself|die)|(?:that )?i (?:should|must) (?:die|kill myself))",
)
UNEASE: Final = (*_DUTCH, *_FRENCH, *_ENGLISH)

#: To him: somebody else is wished for in his place.
ANOTHER: Final = re.compile(
    r"\b(?:ik|k) (?:wil|wou|had|heb)"
    r"(?: (?!vroeger\b|al (?:eens|eerder)\b|ooit\b|geen\b|nooit\b)\w+){0,3}"
    r" (?:een )?andere vrijwillig\w+\b(?! (?:\w+ )?(?:gehad|gekend)\b)"
    r"|\b(?:ik|k) (?:had|wou)(?: \w+)? (?:graag|liever|liefst) (?:een )?andere vrijwillig\w+\b"
    r"|\bje (?:veux|voudrais|prefere)(?: \w+){0,3} (?:un|une) autre benevole\b"
    r"|\bi (?:want|d like|would like|prefer|need)(?: \w+){0,3} (?:another|a different) volunteer\b"
)
