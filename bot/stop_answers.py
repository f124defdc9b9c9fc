"""Her own words to 'shall I stop sharing?', where a bare yes or no is not all she writes: 'ja, stop
maar', 'non continuez'. In doubt it is neither, and she is asked again. Pure.

A false no gives her words to somebody: so a no is a whole phrase that is known, and none where the
language model takes it for a wish to stop. A false yes costs her a talk: so the model's yes counts,
unless her words may be of something else.
"""

from __future__ import annotations

import re
from typing import Final

from bot.dialogue import enough
from bot.dialogue.enough_words import LEADS, NEG, READ, SHARE, STOP
from bot.dialogue.words import plain
from bot.spoken_of import parts_of
from bot.understanding import Understanding
from bot.wishes import DECLINES, NO, NODS, YES

#: Of 180 answers that were no yes, written by people who had not seen this, one alone lies above:
#: 'faites comme vous voulez', whose words are known below.
AGREES: Final = 0.8

_YES: Final = "|".join(sorted(YES - NODS))
_NO: Final = "|".join(sorted(NO - DECLINES))
_SOFT: Final = r"(?: (?:maar|mor|gerust|toch|nu|dan))*"
_POLITE: Final = (
    r"(?: (?:hoor|aub|alstublieft|alsjeblieft|dank u|svp|merci|please|thanks"
    r"|s il (?:vous|te) plait))*"
)
# That it may be done, without saying what.
_DO: Final = re.compile(
    rf"(?:{_YES})(?: (?:doet?(?: dat)?{_SOFT}|graag|allez y|vas y|faites(?: le)?|fais le"
    rf"|(?:please )?do(?: it| that)?|go ahead))?{_POLITE}"
)
_PLEASE: Final = re.compile(r"\bs il (?:vous|te) plait\b")
_NOES: Final = rf"(?:{_NO}|neeje|nenni|nint|nan|nah|nope)"
_NOT: Final = (
    rf"(?:(?:ah|ach|och|oh|ma|mais|maar|allez) )*(?:{_NOES}(?: {_NOES})*"
    r"|(?:absoluut|helemaal|zeker|natuurlijk|tuurlijk|bijlange) (?:niet|ni|nie)"
    r"|(?:absolument|surtout|certainement) pas|pas du tout|bien sur que non|jamais de la vie"
    r"|(?:absolutely|of course|certainly) not|not at all|no way)(?: (?:hoor|he|hein|zulle))*"
)
_ON: Final = (
    rf"(?:gaa?t?|doet?){_SOFT} (?:door|verder|voort){_SOFT}|niet stoppen|stop{_SOFT} niet"
    rf"|blijf{_SOFT} (?:delen|sturen|doorsturen)|(?:(?:vous pouvez|tu peux) )?continue[zr]?"
    r"|(?:n )?arrete[zr]? pas|c(?: est)? bon envoie[sz]?|(?:go on|carry on)(?: with it)?|continue"
    r"|keep (?:going|sharing)|(?:do not|don t) stop"
)
# Who reads along may do so, said as her wish: 'hij leest alles' and 'il continue' are reproaches.
_MAY: Final = (
    rf"(?:laat|lot) (?:NAME|hem|haar){_SOFT} (?:mee)?(?:lezen|kijken|blijven)"
    rf"|(?:NAME|hij|ze|zij) (?:mag|moogt|kan){_SOFT}"
    r" (?:alles )?(?:mee)?(?:lezen|kijken|blijven|weten)"
    r"|laisse[sz]? (?:le|la|NAME) (?:rester|(?:tout )?lire)"
    r"|(?:NAME|il|elle) peut (?:rester|(?:tout )?lire)"
    r"|let (?:NAME|him|her) (?:stay|read(?: along| on| it| everything)?)"
    r"|(?:NAME|he|she) (?:can|may) (?:stay|read(?: along| on| it| everything))"
)
_GO_ON: Final = re.compile(rf"(?:{_NOT}|(?:{_NOT}) (?:{_ON}|{_MAY}){_POLITE})")


def _of(words: str) -> frozenset[str]:
    return frozenset(words.split())


_OFF: Final = STOP | _of("af dicht toe knip coupe coupez couper ferme fermez kill cut off")
# With a yes these may be of something else than that it ends: 'ja vertel het hem', 'yes help me'.
_ELSE: Final = (
    NEG
    | SHARE
    | READ
    | _of(
        """NAME hij hem haar ze zij il elle lui he him his her she waarom pourquoi why help helpt
        aide aidez door voort verder blijf blijft blijven stuur sturen zeg zegt vertel vertelt toon
        dis dites montre montrez envoie envoyez faites passer passe passez suivre continue continuez
        transmettre reste restez tell show send forward pass passing carry keep stay meant bedoel
        bedoelde voulais savoir voir weten zien know see praten babbelen klappen parler causer talk
        talking speak vertrouw confiance trust"""
    )
)
# No yes yet: 'misschien wel', 'oui mais', 'yes wait', 'ja of nee'.
_NOT_YET: Final = re.compile(
    rf"(?:{_YES}) (?:maar|mais|but)\b.*"
    r"|.*\b(?:misschien|wacht|later|straks|of|wilt|wil (?:ge|je|u)"
    r"|peut etre|attends|attendez|plus tard|ou|voulez|veux tu|tu veux|egal"
    r"|maybe|perhaps|wait|or|(?:as|whatever|what) you)\b.*"
)


def stops(text: str, name: str, read: Understanding | None = None) -> bool:
    """`name`: of whoever reads along. `read`: how the language model takes this text."""
    words = plain(text).split()
    if not words or "?" in text:
        return False
    if _DO.fullmatch(" ".join(words)):
        return True
    hers = STOP.intersection(words) and not enough.of_another(text, name)
    sure = words[0] in YES - NODS or hers
    denied = words[0] in NO or NEG.intersection(words)
    if sure and not denied and enough.said(text, name) is not None:
        return True
    return read is not None and _agrees(text, name, read)


def _agrees(text: str, name: str, read: Understanding) -> bool:
    words, says = _words(text, name), dict(read.ranking)
    yes, stop = says.get("affirm", 0.0), says.get("stop_contact", 0.0)
    bag, begins = set(_PLEASE.sub(" ", " ".join(words)).split()), words[0] in YES - NODS
    if yes + stop < AGREES or (stop > yes and not begins) or words[0] in NO:
        return False
    nods = bag <= LEADS | _of("d accord") and not bag & (YES - NODS)  # she may only have read it
    if nods or enough.of_another(text, name) or _NOT_YET.fullmatch(" ".join(words)):
        return False
    return not bag & (NEG if bag & _OFF else _ELSE)


def goes_on(text: str, name: str, read: Understanding | None = None) -> bool:
    doubted = "?" in text or (read is not None and read.doubt is not None)
    return not doubted and _GO_ON.fullmatch(" ".join(_words(text, name))) is not None


def _words(text: str, name: str) -> list[str]:
    called = parts_of(name)
    return ["NAME" if word in called else word for word in plain(text).split()]
