"""What may be a wish to end the sharing, beside other words: 'ik trek mijn toestemming dus nu in',
'he wants you to stop sharing', 'hou op, ik wil niet meer'. It leads to a question and nothing else
(`bot.still_shared`); what ends the sharing at once is `dialogue.enough`. Pure, without any model.

That the sharing stops, that somebody may not read along, and her own consent are looked for in any
message. A word that we do not know makes none of it innocent, but for what is shared or read: 'stop
sharing your room', 'niemand mag mijn dagboek lezen'.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from bot import half_said_phrases, kept_from
from bot.dialogue import enough
from bot.dialogue.enough_words import (
    ALONG,
    KNOWN,
    LEADS,
    MODAL,
    MORE,
    NEG,
    OBJECT,
    READ,
    SHARE,
    STOP,
    TALK,
    WANT,
    usual,
)
from bot.dialogue.words import plain
from bot.half_said_phrases import CLAUSE
from bot.near_names import as_called
from bot.spelling import slipped
from bot.spoken_of import parts_of

_NEAR: Final = 6  # words
_LONG: Final = 9  # letters, from which another letter makes no other word


def _of(words: str) -> frozenset[str]:
    return frozenset(words.split())


# How, when and how kindly: it changes nothing of what is wished.
_HOW: Final = re.compile(
    r"\b(?:(?:vanaf|van) (?:nu|vandaag|morgen)(?: af)?|tout de suite"
    r"|(?:a partir de|a partir d|des) (?:maintenant|aujourd hui|demain)"
    r"|from (?:now|today|tomorrow)(?: on)?|(?:right|straight) (?:now|away)"
    r"|definitief|onmiddellijk|direct|meteen|voortaan|helemaal|absoluut|volledig|hierbij|graag"
    r"|gelieve|allemaal|bij|erbij|willen|wilt|kunt|kan|zou|zouden|hebben"
    r"|definitivement|immediatement|desormais|completement|totalement|absolument|par la presente"
    r"|faudrait|il faut|faut"
    r"|definitely|immediately|completely|totally|absolutely|hereby|could|would|d like|like)\b"
)
_STOPS: Final = STOP | _of("ophoudt stoppe einde eindig fin end coupe coupez off")
_READS: Final = READ | _of("lees lis lisent lisiez")
_FORWARDS: Final = _of("doorsturen transmettre transmettes transmettez transmettiez forward")
_SHARES: Final = SHARE | _FORWARDS
_KEYS: Final = {word for word in _SHARES if len(word) >= len("delen")}
_THE: Final = _of(
    "mijn m n mes ma mon my de het le la les l the alle al tous toutes all van of du des this that "
    "dit deze die ce cette ces zijn haar son sa ses his her their your uw ton votre vos our"
)
_JOINS: Final = _of(
    "want omdat als of daarom voor zegt zei aan wat car parce puisque comme ou pour sinon dit "
    "because since as or for if says said"
)
_READER: Final = _of(
    "u ge gij je jij jullie iemand hij zij ze hem vous tu quelqu on il elle lui you anyone anybody "
    "someone somebody him her he she NAME vrijwilliger vrijwilligers vreemden anderen mensen "
    "benevole benevoles inconnus inconnu autres gens volunteer volunteers strangers others people"
)
_THAT: Final = _of("dat que qu want wants wanted wish sure let laat laten laisse laissez laisser")
_LETS: Final = _of("let laat laten laisse laissez laisser faire")
_A: Final = _of("de die den een des les le un une l d the a any other andere autres")
_QUE_JE: Final = ["que", "je"]  # in Dutch 'je' is she who reads
_NOBODY: Final = _of("niemand personne nobody")
_NOT: Final = NEG | _of("no t doesn didn won cannot")
_AT_ALL: Final = MORE | LEADS | _of("any along nog encore NAME")
_SPOKEN: Final = (KNOWN | _of("un nog encore")) - _of("ik k i j")
_CONSENT: Final = _of(
    "toestemming goedkeuring akkoord accord consentement autorisation consent permission agreement"
)
_FOR: Final = _of("voor pour for om to")
_MINE: Final = _of("mijn m n mn mon my")
_GIVES: Final = _of(
    "geef geven gegeven gaf donne donner donnee donnerai give gave given giving agree agreed"
)
_ASKED: Final = _of(
    "vraag vraagt vroeg vragen gevraagd nodig wacht demande demander demandent besoin attend "
    "attendent ask asks asked need needs needed"
)
_HAVE: Final = _of("hebt hebben heeft avez as ont have got")  # 'you have my consent'
_WITHOUT: Final = _of("zonder sans without")
_AGREES: Final = re.compile(r"\b(?:akkoord|mee eens|d accord|agree)\b")
_WITH_US: Final = re.compile(
    r"\b(?:alleen|enkel|seulement|uniquement|seule?|only)\b.* (?:met|avec|au|a|to|with)"
    r"(?: (?:de|le|l|the|een|un|une|a|la))? (?:robot|machine|computer|ordinateur|bot)\b"
)
_TALKS: Final = TALK | _of("gesprek conversation discussion chat")
_PREFERS: Final = WANT | _of(
    "liever prefere prefererais prefer rather aub alstublieft svp stp please can could kan mag peux"
    " peut verder continuer again"
)
_GOES: Final = re.compile(
    r"\b(?:NAME|vrijwilliger|benevole|volunteer)(?: (?!ik|k|je|j|i|mijn|mon|ma|my)\w+\b){0,4}?"
    r" (?:uit|sorte?|sortir|quitter?|leaves?|out)(?: of| de| d)?(?: (?:dit|het|ons|de|cette|la|l"
    r"|notre|this|the|our))? (?:gesprek|conversation|discussion|chat)\b"
)
_ITS_USE: Final = _of(
    "data gegevens donnees goed altijd toujours good ever moment privacy verhaal woorden berichten"
    " histoire mots messages story words"
)


def may_end(text: str, name: str) -> bool:
    """`name`: of whoever reads along, as she may spell it."""
    text = as_called(text, name)
    typed = plain(text)
    if enough.said(_HOW.sub(" ", typed), name) is not None or half_said_phrases.says(text, name):
        return True
    if kept_from.keeps_from(text, name):
        return True
    clauses = [_words(part, name) for part in CLAUSE.split(text)]
    rules: tuple[Callable[[Sequence[str]], bool], ...] = (_stops, _may_not, _consent, _without)
    return any(rule(words) for words in clauses for rule in rules)


def _words(part: str, name: str) -> list[str]:
    typed = _HOW.sub(" ", usual(plain(part)))
    typed = re.sub(r"\bdoor (?:te )?(?:sturen|geven|stuurt|geeft)\b", "doorsturen", typed)
    typed = re.sub(
        r"\b(?:pass|passing|forwarding)(?: (?:on|along))\b|\bforwarding\b", "forward", typed
    )
    called = parts_of(name)
    return ["NAME" if word in called else _meant(word) for word in typed.split()]


def _meant(word: str) -> str:
    """'Toestemmign', 'partger'."""
    if word in KNOWN:
        return word
    for key in (*_CONSENT, *_KEYS):
        if slipped(word, key, other_letter=len(key) >= _LONG):
            return key
    return word


def _stops(words: Sequence[str]) -> bool:
    """'... wil dat ge stopt met delen'."""
    return any(
        word in _STOPS and _reads(words[place + 1 :], KNOWN) for place, word in enumerate(words)
    )


def _may_not(words: Sequence[str]) -> bool:
    """'Mijn dochter wil niet dat ge meeleest', 'nobody may read this', 'laat hem niet meelezen'."""
    bag = set(words)
    for place, word in enumerate(words):
        soon = _FORWARDS.intersection(words[place + 1 : place + 5])
        if word in _NOT and soon and bag & OBJECT and _reads(words[place + 1 :], KNOWN):
            return True
        before = [*words[:place]]
        while before and before[-1] in _A:
            before.pop()
        asked = bool(before) and before[-1] in _THAT and words[place - 1 : place + 1] != _QUE_JE
        lets = word in _LETS or (word in _READER and asked)
        may = MODAL.intersection(words[place + 1 : place + 3])
        nobody = word in _NOBODY and (asked or may)
        let = word in OBJECT and words[place + 1 : place + 2] == [
            "read"
        ]  # 'I want no messages read'
        lets = lets or (let and bool(WANT & bag))
        if (nobody or (lets and _NOT & bag)) and _reads(words[place + 1 :], _SPOKEN):
            return True
    return False


def _reads(words: Sequence[str], between: frozenset[str]) -> bool:
    """Whether soon somebody shares or reads what may be her words, and nothing else."""
    for place, word in enumerate(words[:_NEAR]):
        behind = words[place + 1 :]
        if word in _SHARES:
            return _nothing_else(behind)
        if word in _READS:
            hers = OBJECT & {*words[:place], *behind} or _AT_ALL.issuperset(behind)
            return bool(hers or word in ALONG) and _nothing_else(behind)
        if word not in between | _LETS | {"NAME"}:
            return False
    return False


def _nothing_else(behind: Sequence[str]) -> bool:
    noun = next((word for word in behind if word not in _THE), None)
    return noun is None or noun in KNOWN | _JOINS | _AT_ALL


def _consent(words: Sequence[str]) -> bool:
    """Hers, but where she gives it, or is asked for it. 'Zonder mijn toestemming' is of others."""
    bag = set(words)
    not_so = bool(_NOT & bag)
    if _AGREES.search(" ".join(words)) and not_so and bag & (_SHARES | _READS):
        return True
    if not bag & _CONSENT or bag & _WITHOUT:
        return False
    hers = [
        place for place, two in enumerate(pairwise(words)) if two[0] in _MINE and two[1] in _CONSENT
    ]
    if bag & _GIVES and _for_something_else(words):
        return False
    if hers:
        held = any(_HAVE.intersection(words[place - 1 : place]) for place in hers)
        return not_so or not (held or bag & (_GIVES | _ASKED))
    gives = "consent" in bag or bag & _GIVES
    return bool(not_so and gives and bag & _of("ik k je j i"))


def _for_something_else(words: Sequence[str]) -> bool:
    """'Geen toestemming voor de operatie', 'pas donné mon accord pour vendre la maison'."""
    if not (_SHARES | _READS).isdisjoint(words):
        return False
    known = KNOWN | _GIVES | _CONSENT | _TALKS | _ITS_USE | {"NAME"}
    for place, word in enumerate(words):
        noun = next((one for one in words[place + 1 :] if one not in _THE), None)
        if word in _FOR | _MINE and noun is not None and noun not in known:
            return True
    return False


def _without(words: Sequence[str]) -> bool:
    """'Ik wil alleen nog met de robot praten', 'Karim moet uit dit gesprek'."""
    bag, typed = set(words), " ".join(words)
    if not bag & _TALKS or bag & _NOBODY:
        return False
    reader = bag & {"NAME", "vrijwilliger", "benevole", "volunteer"}
    without = bag & _WITHOUT and reader and bag & _PREFERS and not bag & (_NOT - _WITHOUT)
    return bool(without or _WITH_US.search(typed) or _GOES.search(typed))
