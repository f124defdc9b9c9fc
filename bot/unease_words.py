"""What makes her uneasy about a volunteer, by name: threats, calls at night, what he tells on or
forbids her to tell, what he wishes her, and that she does not trust him. Patterns as in harm_words.

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
    r"NAME (?:VERY )*(?:belt|belde) (?:me|mij) (?:VERY )*(?:s nachts|midden in de nacht)",
    r"NAME (?:blijft|bleef) (?:me|mij) (?:VERY )*(?:bellen|volgen|lastigvallen|lastig vallen)",
    r"NAME (?:wil|wou|wilde) (?:VERY )*weten waar ik woon",
    r"NAME is (?:VERY )*(?:dronken|zat|bezopen)(?= als\b| wanneer\b|$)",
    r"NAME (?:is|valt) (?:VERY )*niet te vertrouwen",
    r"vertrouw WHO (?:VERY )*(?:niet|nie|ni|niks)",
    rf"{_SAID_NL} (?:\w+ ){{0,3}}(?:niks|niets|niemand|niet)(?: \w+){{0,2}} (?:mag|mocht)"
    rf"(?! {_GIVE_UP}\b)",
    rf"{_SAID_NL} {_SOME}(?:zelfmoord|dood (?:moet|mag|beter|was)|van kant|beter dood)",
    rf"{_SAID_NL} (?:VERY )*(?:dik|dom|lelijk|lui|vies|vuil|een (?:hoer|trut|teef|varken|last))",
    r"NAME (?:vertelt|vertelde) (?:VERY )*(?:alles|mijn verhaal) (?:VERY )*(?:door|voort|rond|aan)",
)
_FRENCH: Final = (
    r"NAME (?:VERY )*(?:menace|menacait|a menace) (?:VERY )*(?:de|d|mon|ma|mes)",
    r"NAME (?:m appelle|m appelait|me telephone) (?:VERY )*(?:la nuit|en pleine nuit)",
    r"NAME (?:n )?(?:arrete pas|arretait pas) de (?:m appeler|me suivre|m ecrire|me harceler)",
    r"NAME (?:veut|voulait) (?:VERY )*savoir ou j habite",
    r"NAME est (?:VERY )*(?:saoule?|soule?|ivre|bourree?)(?= quand\b|$)",
    r"(?:pas|plus|aucune) (?:VERY )*confiance en WHO",
    r"fais (?:pas|plus) confiance a WHO",
    rf"{_SAID_FR}que je (?:(?:ne|n) )?(?:dois|peux|devais|pouvais) (?:rien|pas|a personne)"
    r"(?: (?:le|en|lui))? (?:dire|raconter|parler)",
    rf"{_SAID_FR}(?:de me tuer|de mourir|que je (?:devrais|dois) (?:mourir|me tuer))",
    rf"{_SAID_FR}que (?:je suis|j etais) (?:VERY )*(?:grosse?|moche|bete|conne?|folle|sale|laide?"
    r"|une (?:pute|salope|idiote|vache))",
    r"NAME (?:VERY )*(?:dit|disait|me dit|m a dit|m ecrit|m a ecrit) (?:VERY )*(?:des )?"
    r"(?:choses|mots|trucs) (?:sales?|cochon\w*|obscenes?|degueulasses?)",
    r"NAME (?:VERY )*(?:se moque|s est moquee?) de moi",
    r"NAME (?:raconte|a raconte|repete|a repete) (?:VERY )*(?:tout|mon histoire|mes secrets)"
    r" (?:VERY )*(?:aux?|a)",
)
_ENGLISH: Final = (
    r"NAME (?:VERY )*(?:threatens|threatened|is threatening) (?:VERY )*(?:to|my|that)",
    r"NAME (?:calls|called|rings|phones) me (?:VERY )*(?:at night|in the middle of the night)",
    r"NAME (?:keeps|kept|won t stop) (?:calling|following|texting) me",
    r"NAME (?:wants|wanted) (?:VERY )*to know where i live",
    r"NAME (?:is|was|s) (?:VERY )*(?:drunk|high)(?= when\b|$)",
    r"(?:don t|dont|do not|can t|cannot|never) (?:VERY )*trust WHO",
    rf"{_SAID_EN}(?:that )?(?:i (?:must not|mustn t|can t|cannot|may not|should not|shouldn t)"
    r"|not to) (?:tell|talk|say)\b",
    rf"{_SAID_EN}(?:to (?:kill myself|die)|(?:that )?i (?:should|must) (?:die|kill myself))",
    rf"{_SAID_EN}(?:that )?i (?:am|m|was) (?:VERY )*(?:fat|ugly|stupid|dumb|dirty|lazy"
    r"|a (?:whore|bitch|pig|slut|idiot))",
    r"NAME (?:tells|told|is telling) (?:VERY )*(?:everything|my (?:story|secrets?)) to",
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
