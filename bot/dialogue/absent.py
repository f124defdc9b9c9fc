"""Whose absence is told, and whether one is: to the model a daughter's weekend elsewhere, a
birthday and a day that is too quiet are a pause.

A text about messages is always about hers. Else a clause with a day or with being away in it is
hers where she is its subject, somebody else's where its verb has another subject, and open where it
has none ('weg tot dinsdag').
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Final

from bot.dialogue.words import plain
from bot.values.dates import find_dates
from bot.values.durations import find_lengths
from bot.values.plain import plain as folded


class Whose(StrEnum):
    HERS = "hers"
    OPEN = "open"
    UNSURE = "unsure"  # somebody else's, and about her too; or it is quiet until a day
    NONE = "none"  # no absence of hers


# About the messages.
MESSAGES: Final = (
    r"pau[sz]\w*|berich\w*|zwijg\w*|(?:ge)?schr[ie]\w+|stuur\w*|sturen|messages?|ecri\w+|envoy\w+"
    r"|breaks?|writ(?:e|ing)|text(?:s|ing)?"
)
# A wish for it, or how it is here.
QUIET: Final = r"rust|stil(?:te)?|repos|silence|rest|quiet"
# About being away.
GONE: Final = (
    r"weg|afwezig|(?:niet|nie) (?:\w+ )?thuis|er (?:even )?niet?|vakantie|verlof|reis|op stap"
    r"|ziekenhuis|hospitaal|kliniek|revalidatie|opgenomen|buitenland|vertrek\w*|absen\w+|vacances"
    r"|pars|part(?:ie?|ons|ez|irai?)|pas la|voyage|hopital|clinique|conge|hospitali\w+|away|gone"
    r"|holidays?|vacation|hospital|leav(?:e|ing)|(?:not|won t be) (?:here|home)|trip|travel\w*"
)
_MESSAGES: Final = re.compile(rf"\b(?:{MESSAGES})\b")
_GONE: Final = re.compile(rf"\b(?:{GONE})\b")
_CLAUSE: Final = re.compile(
    r"[.!?;,:\n]+|\s(?:et|and|dus|maar|mais|but|so|donc|want|omdat|because|terwijl|while)\s"
    r"|\sen\s(?!(?:vacances|voyages?|conge|route|visite|revalidation)\b)",  # no French 'in'
    re.IGNORECASE,
)
_I: Final = re.compile(
    r"\b(?:ik|k|kik|ikke|wij|we|wulder|je|j|nous|on (?:part|va|sera|est|reste|s)|i|im|ive)\b"
)
_ME: Final = re.compile(r"\b(?:mij|me|moi|my ?self|us|ons mee|nous)\b")
# A verb with a subject of its own, and what stands there where it has none.
_DOES: Final = (
    r"is|zit|gaat|ligt|vertrekt|blijft|heeft|logeert|slaapt|komt|viert|est|part|va|reste|rentre"
    r"|fete|vient|sont|vont|partent|has|goes|leaves|stays|are"
    r"|(?:(?:klein)?kinderen|ouders|buren|zij|ze) (?:zijn|gaan|zitten|vertrekken|komen)"
    r"|s(?= (?:away|gone|off|in|at|on) )"
)
_OF_HERS: Final = re.compile(r"(?:reste|va|part|rentre|vient)\b")  # where it begins: 'reste ici'
_OTHER: Final = re.compile(rf"\b(?P<before>\w+ )?\b(?:{_DOES})\b(?P<after> \w+)?")
_THINGS: Final = re.compile(
    r"het|t|dat|da|dit|er|d|ce|c|ca|cela|it|that|this|there|what|wat|ik|k|we|i"
)
_WHEN: Final = re.compile(
    r"\w*(?:dag|day)|morgen|week(?:end)?|straks|nu|dan|hier|daar|demain|\w+di|dimanche|tomorrow"
)
# A birthday, a feast of somebody's: a nice thing told.
FEAST: Final = re.compile(
    r"\b(?:jarig\w*|verj[ao]{1,2}r\w*|geboren|geboorte\w*|trouw(?:dag|feest)|jubileum|communie"
    r"|anniv\w*|naissance|bapteme|mariage|birthday|bday|born|wedding|christening)\b"
)
# That it is quiet or lonely; a wish for quiet has other words.
_LONELY: Final = re.compile(
    r"\b(?:eenzaam|(?:zo|heel|helemaal|ben|zit|weer) (?:\w+ )?alleen"
    r"|(?:er|is|komt|zie|heb) (?:\w+ )?niemand|(?:there is|s|see|have) nobody|y a personne"
    r"|(?:suis|sens|si|tellement) (?:\w+ )?seule?|solitude|lonely"
    r"|(?:am|m|so|all|feel|feeling) (?:all )?alone"
    r"|(?:is|t|s|te|zo|hier|est|trop|si|too|so|very) (?:\w+ ){0,2}(?:stil|rustig|leeg|kalm|calme"
    r"|silencieux|vide|tranquille|quiet|empty|silent))\b"
)
_END: Final = re.compile(r"\b(?:tot|t m|jusqu\w*|until|untill|till|til)\b")


def whose(text: str, today: date) -> Whose:
    """Of a text that the model takes for a wish to have no messages for a while."""
    typed = plain(text)
    lonely = _LONELY.search(typed) is not None
    if _MESSAGES.search(typed) and not lonely:
        return Whose.HERS
    found = set(_clauses(text, today))
    if FEAST.search(typed) and not _GONE.search(typed):
        return Whose.NONE
    if lonely and not (_END.search(typed) or _GONE.search(typed)):
        return Whose.NONE
    if Whose.HERS in found:
        return Whose.UNSURE if lonely else Whose.HERS
    if len(found) > 1 or lonely:
        return Whose.UNSURE
    return next(iter(found), Whose.OPEN)


def _clauses(text: str, today: date) -> Iterator[Whose]:
    for clause in _CLAUSE.split(text):
        typed = plain(clause)
        if not (_GONE.search(typed) or _names_time(clause, today)):
            continue
        if _I.search(typed):
            yield Whose.HERS
        elif not _is_of_another(typed):
            yield Whose.OPEN
        else:
            yield Whose.UNSURE if _ME.search(typed) else Whose.NONE


def _names_time(clause: str, today: date) -> bool:
    whole = folded(clause)
    return bool(find_dates(whole, today) or find_lengths(whole))


def _is_of_another(typed: str) -> bool:
    """Whether a verb has a subject that is neither she nor a mere 'it'."""
    for m in _OTHER.finditer(typed):
        before, after = ((m[name] or "").strip() for name in ("before", "after"))
        if before and not _WHEN.fullmatch(before):
            found = not _THINGS.fullmatch(before)
        else:
            begins = not before and m.start() == 0 and _OF_HERS.match(typed)
            found = bool(after) and not begins and not _THINGS.fullmatch(after)
        if found:
            return True
    return False
