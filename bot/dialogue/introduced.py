"""Somebody says her name, or another one, unasked: 'mijn naam is Amina', 'no, call me Jo'.

Where a name is asked for nearly any word is one (`called`). Here little is: 'appelez-moi vite' is
no name. What these words are in is either nothing but that, or begins with it and goes on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bot.briefly import briefly
from bot.dialogue.called import LONGEST, NAME, may_be, straight, written
from bot.dialogue.called_words import AGREES
from bot.dialogue.words import plain

_OPENS: Final = (
    r"(?:(?:hallo|goeie ?(?:dag|morgen|middag|avond)|goede ?(?:dag|morgen|middag|avond)|dag|bonjour"
    r"|bonsoir|salut|hello|hi|hey|good (?:day|morning|afternoon|evening)|ja|jawel|nee|neen|oui|non"
    r"|yes|no|ok[eé]?|maar|mais|but|en|et|and|dus|donc|so|sorry|pardon|excuse[ez]?(?:[- ]moi)?"
    r"|excuseer|wacht|attende[zs]|attends|wait|merci|thanks|thank you|bedankt|dank (?:u|je)"
    r"|eigenlijk|trouwens|au fait|en fait|d'ailleurs|by the way|actually|oh|ah|euh|eh|well|bon"
    r"|alors|tiens|voil[aà]|monsieur|madame)[\s,.;:!]+)*"
)
_GREETED: Final = re.compile(
    r"^(?:hallo|goeie ?(?:dag|morgen|middag|avond)|goede ?(?:dag|morgen|middag|avond)|dag|bonjour"
    r"|bonsoir|salut|hello|hi|hey|good (?:day|morning|afternoon|evening))\b",
    re.IGNORECASE,
)
_SOFTLY: Final = (
    r"(?:(?:maar|gewoon|gerust|toch|liefst|liever|eigenlijk|voortaan|dus|just|simply|please|only"
    r"|rather|simplement|tout simplement|juste|plut[oô]t|donc|d[ée]sormais|svp|aub|alstublieft"
    r"|den?|s'il (?:vous|te) pla[iî]t)[, ]+)*"
)
_ME: Final = r"m(?:ij|e|'n)"
_MAY: Final = r"(?:u|je|jij|ge|gij) (?:mag|moogt|kan|kunt)(?: gerust| maar)*"
#: What she asks to be called; NAME is where the name stands.
_ASKED: Final = rf"""
(?:noemt?|roept?) {_ME} {_SOFTLY}NAME
{_MAY} {_ME} {_SOFTLY}NAME noemen
spreekt? {_ME} (?:maar )?aan (?:met|als) NAME
app?ell?e[szr]?[- ]moi {_SOFTLY}NAME
(?:vous pouvez|tu peux) m'app?ell?er {_SOFTLY}NAME
(?:(?:please|just|so|could you|can you|you can|you may) )*call me {_SOFTLY}(?!an? )NAME
"""
#: The name that she has.
_NAMED: Final = rf"""
(?:ik|'?k) (?:heet|hiet) {_SOFTLY}NAME
(?:mijne?|m'n|mijnen|mn) (?:voor)?naam is {_SOFTLY}NAME
je ?m[' ]?app?ell?e?s? {_SOFTLY}NAME
mon (?:pr[ée])?nom (?:est|c'est) {_SOFTLY}NAME
my (?:first |given )?name(?:'s| is) {_SOFTLY}NAME
NAME,? (?:zo |da |dat )?(?:heet|hiet) ik
NAME,? (?:da|dat) is mijne? naam
NAME,? c'est mon (?:pr[ée])?nom
NAME,? (?:that's|that is|is) my name
"""
#: What may be somebody, and may be much else: only beside a greeting, or as all that is said.
_BEING: Final = r"(?:ik ben|'?k ben|je suis|moi c'est|moi,? je suis|i am|i'm)"
_IT_IS: Final = r"(?:'?t is|het is|c'est|it'?s|it is)"
_SPELT: Final = (
    r"(?:,? ?(?:met|avec|with) (?:een|ne|één|twee|un|une|deux|an?|one|two|dubbele?|double|\d)"
    r" (?:dubbele? |letters? )?'?[a-z]'?s?'?"
    r"(?: (?:aan|op) het einde| achteraan| at the end| à la fin)?)"
)
_POLITE: Final = (
    r"(?:alstublieft|alsjeblieft|aub|svp|s'il (?:vous|te) pla[iî]t|please|merci|thanks|thank you"
    r"|dank (?:u|je)|bedankt|hoor|zu|zulle|zenne|ze|h[eè]|hein|love|dear|aangenaam|enchant[ée]e?"
    r"|(?:pleased|nice|good) to meet you|(?:dat|da) is (?:mijn naam|korter|genoeg)|voil[aà]"
    r"|(?:ma(?:ar)? )?(?:dat |da )?(?:heb ik|heb 'k|zei ik|'k heb) (?:u |je |dat |da |toch |al )*"
    r"(?:gezegd|verteld|al)?(?: al)?|onthoudt? (?:dat|da|het|mijn naam)(?: (?:nu|toch|eens|goed))*"
    r"|(?:je (?:te |vous )?l'ai|j'ai) d[ée]j[àa] dit(?: [çc]a)?"
    r"|(?:retiens|retenez)[- ]le(?: bien)?"
    r"|i (?:already )?told you(?: (?:that|already|so))*|i said(?: so| that)?(?: already)?"
    r"|remember (?:it|that)(?: (?:now|this time))?"
    r"|(?:en )?(?:niet|geen|pas|non|not|et pas|and not) [^,.;:!?]{2,30})"
)
_ENDS: Final = (
    rf"(?= ?(?:[,.;:!?]|- |$)| (?:maar|mais|but|en|et|and|met|avec|with|{_POLITE})(?![\w'-]))"
)


def _frames(lines: str, rank: str) -> str:
    """One frame a line, and in each a group for the name, called after what it counts for."""
    ways = []
    for place, line in enumerate(lines.strip().splitlines()):
        before, behind = line.split("NAME")
        ways.append(f"{before}(?P<{rank}{place}>{NAME}){behind or _ENDS}")
    return "|".join(ways)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_ANY: Final = f"(?:{_frames(_ASKED, 'asked')}|{_frames(_NAMED, 'named')})"
_OPENING: Final = _pattern(_OPENS)
_IS_SHE: Final = _pattern(_BEING)
_FRAME: Final = _pattern(_ANY)
_TAIL: Final = rf"{_SPELT}?(?:[\s,.;:!]+{_POLITE})*[\s.!?,]*"
_TAILS: Final = _pattern(_TAIL)
_THENS: Final = _pattern(r"(?:[\s,.;:!-]+(?:maar|mais|but|en|et|and))?[\s,.;:!-]+")
_MORE: Final = r"[,.;:!]|\s(?:en|et|and|maar|mais|but)\s"
_FIRST: Final = _pattern(rf"{_ANY}(?={_MORE})")
_WHO: Final = _pattern(rf"(?:{_BEING}|{_IT_IS}) (?P<name>{NAME})(?:{_TAIL}$|(?P<more>{_MORE}))")
_SPELLED: Final = _pattern(rf"(?:{_BEING} |{_IT_IS} )?(?P<name>{NAME}){_SPELT}{_TAIL}")

#: In lower case these are no names, wherever nobody asked for one; nor are they with a capital.
_NO_NAME_WORDS: Final = """
rapidement bientot tantot urgent urgence urgences asap soon quickly vite direct immediatement
straight immediately someone somebody maybe perhaps peut etre old fashioned silly foolish
paranoid naive gelukkig dringend snel direct onmiddellijk vanavond straks plus mon ma mes sir
belg belge belgian vlaming flamand flamande flemish waal wallon wallonne brusselaar bruxellois
bruxelloise antwerpenaar gentenaar limburger nederlander hollander francais francaise french
english anglais anglaise irish scottish welsh fransman duitser allemand allemande german
italiaan italien italienne italian spanjaard espagnol espagnole spanish pool polonais polonaise
polish turk turc turque turkish marokkaan marocain marocaine moroccan portugees portugais
portugaise congolees congolais congolaise algerien algerienne roemeen roumain roumaine
katholiek catholique catholic christen chretien chretienne christian moslim musulman musulmane
muslim jood juif juive jewish protestant protestante kerst kerstmis pasen paques noel christmas
easter nieuwjaar pinksteren alzheimer parkinson covid corona
"""
_NO_NAMES: Final = frozenset(_NO_NAME_WORDS.split())


@dataclass(frozen=True, slots=True)
class Introduced:
    """A name that she gave. `alone`: her words are about nothing else."""

    name: str
    alone: bool


@briefly
def introduced(text: str) -> Introduced | None:
    """The name that she gives unasked; None where her words give none."""
    said = straight(text)
    start = _OPENING.match(said)
    rest = said[start.end() if start else 0 :]
    if name := _only(rest):
        return Introduced(written(name), alone=True)
    if (m := _SPELLED.fullmatch(rest)) and _fits(m["name"], strict=True):
        return Introduced(written(m["name"]), alone=True)
    if (m := _FIRST.match(rest)) and _fits(name := m[m.lastgroup or 0], strict=True):
        return Introduced(written(name), alone=False)
    if (m := _WHO.match(rest)) and _fits(m["name"], strict=True):
        greeted = _GREETED.match(said) is not None
        sure = greeted or (not m["more"] and _IS_SHE.match(rest))
        return Introduced(written(m["name"]), alone=not m["more"]) if sure else None
    return None


def _only(rest: str) -> str:
    """The name where all the words are such frames; what she asks for counts above what she has."""
    found: list[tuple[str, str]] = []
    place = 0
    while m := _FRAME.match(rest, place):
        rank = m.lastgroup or ""
        if not _fits(m[rank], begins=m.start(rank) == 0):
            return ""
        found.append((rank, m[rank]))
        if _TAILS.fullmatch(rest, m.end()):
            wanted = [name for rank, name in found if rank.startswith("asked")]
            return (wanted or [name for _, name in found])[-1]
        then = _THENS.match(rest, m.end())
        place = then.end() if then else len(rest)
    return ""


def _fits(name: str, strict: bool = False, begins: bool = True) -> bool:
    """`strict`: it must have a capital, since much else may stand there. `begins`: a capital says
    nothing there: 'Klopt, zo heet ik', but 'ik heet Parfait'."""
    words = plain(name).split()
    if len(name) > LONGEST or not _NO_NAMES.isdisjoint(words):
        return False
    certain = name[:1].isupper() and not begins and AGREES.issuperset(words)
    return may_be(name, capital=certain) and (not strict or name[:1].isupper())
