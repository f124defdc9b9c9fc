"""Whole phrases that may be a wish to end the sharing: a regretted yes, 'effacez tout ce que
j'ai partagé', 'hou op, ik wil niet meer'. Single words are read by `half_said`. Pure."""

from __future__ import annotations

import re
from typing import Final

from bot.dialogue.enough_words import LEADS, PHRASES
from bot.dialogue.words import plain
from bot.spoken_of import parts_of

CLAUSE: Final = re.compile(r"[.!?;:…\n]+")
_END: Final = r"(?: (?:tegen|aan|met|a|avec|to|with))?$"  # before the name, which is left out
# Her yes, and what she shared by it.
_TAKEN_BACK: Final = re.compile(
    r"\b(?:(?:trek|neem) mijn ja|(?:reprends|retire|annule) mon oui"
    r"|(?:take|taking|withdraw) (?:back )?my yes)\b"
    r"|\bspijt (?:van )?dat ik (?:(?:al|toch|ooit|dit|dat|het|alles) )*(?:gedeeld heb|heb gedeeld"
    rf"|(?:ja|akkoord) (?:heb gezegd|gezegd heb|zei|ben gegaan|gegaan ben)){_END}"
    rf"|\bnooit (?:ja mogen zeggen|akkoord mogen gaan){_END}"
    r"|\bper (?:ongeluk|abuis|vergissing) (?:op )?ja (?:heb )?(?:gezegd|geduwd|gedrukt)$"
    r"|\b(?:ja gezegd|gezegd ja) (?:per (?:ongeluk|abuis)|(?:bij|per) vergissing)$"
    r"|\bregrette d avoir (?:dit oui|accepte|partage)(?: (?:tout )?(?:ca|cela))?"
    rf"{_END}"
    r"|\bdit oui par (?:erreur|accident|megarde)$"
    rf"|\baurais (?:pas|jamais) du (?:dire oui|partager(?: (?:tout )?ca)?){_END}"
    r"|\bregret (?:saying yes|(?:that )?i said yes|sharing|agreeing|(?:that )?i (?:agreed|shared))"
    rf"(?: (?:this|that|it|everything))?{_END}"
    r"|\bsaid yes (?:by (?:mistake|accident)|accidentally)$"
    r"|\b(?:should (?:not|never)|shouldn t) have (?:said yes|shared(?: (?:this|that|it))?)"
    rf"{_END}"
    r"|^(?:geen|gene) toestemming meer$|^plus (?:de consentement|d autorisation)$"
    r"|^no (?:more consent|(?:consent|permission) any ?more)$"
)
_ERASED: Final = re.compile(
    r"\b(?:wis|verwijder|efface[rz]?|supprime[rz]?|delete|erase)\b"
    r"(?!(?: \w{1,5})? (?:fotos?|photos?|e|e?mails?|courriel|brief|lettre|letter|video)\b)"
    r"(?: \w+){0,5}? (?:gedeeld"
    r"|geschreven|gestuurd|mijn berichten|partage|ecrit|envoye|mes messages|shared|wrote"
    r"|sent|my messages)\b"
)
_HOW_TO: Final = re.compile(r"\b(?:hoe|comment|how)\b")
_STOP_IT: Final = (
    r"(?:stop(?:t)?(?: (?:ermee|er mee|hiermee|hier mee|daarmee|it|this|that))?"
    r"|h?ou(?:d|dt)? (?:ermee |er mee )?op|arrete[zr]?(?: (?:ca|tout))?|cesse[zr]?(?: ca)?)"
)
_ENOUGH: Final = (
    r"(?:(?:ik|k) wil (?:(?:dit|dat|het|da|t|er) )?(?:niet|ni|nie)(?: (?:meer|langer))?"
    r"|(?:ik|k) heb (?:er |hier )?(?:van )?genoeg(?: (?:van|hiervan|ervan))?"
    r"|(?:(?:het|t|dat|dit|da) is )?genoeg"
    r"|(?:je|j) (?:(?:ne|n) )?veux (?:plus|pas)(?: (?:de )?(?:ca|cela))?"
    r"|j ai (?:assez|marre)(?: de (?:ca|tout ca))?"  # 'en' is no word of weight
    r"|(?:ca|cela) suffit|(?:c est )?assez"
    r"|i (?:do not|don t|dont) want(?: (?:to|this|it|that))?(?: (?:any ?more|any longer))?"
    r"|i (?:(?:ve|have) )?had enough(?: of (?:this|it|that))?"
    r"|(?:(?:that|it|this) (?:s |is )?)?enough)"
)
_ENDS_IT: Final = re.compile(rf"(?:{_STOP_IT} )+(?:{_ENOUGH} ?)+|(?:{_ENOUGH} )+(?:{_STOP_IT} ?)+")


def says(text: str, name: str) -> bool:
    """`name`: of whoever reads along, as she spells it."""
    typed = plain(text)
    erased = _ERASED.search(typed) is not None and _HOW_TO.search(typed) is None
    return erased or _takes_back(text, name) or _ends_it(text, name)


def _takes_back(text: str, name: str) -> bool:
    called = parts_of(name)
    parts = [
        " ".join(w for w in plain(part).split() if w not in called) for part in CLAUSE.split(text)
    ]
    return any(_TAKEN_BACK.search(part) for part in parts)


def _ends_it(text: str, name: str) -> bool:
    """'Hou op, ik wil niet meer', and no word more."""
    called = {*LEADS, *parts_of(name)}
    typed = PHRASES.sub(" ", plain(text)).split()
    return _ENDS_IT.fullmatch(" ".join(word for word in typed if word not in called)) is not None
