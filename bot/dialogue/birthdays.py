"""'12 January is my daughter's birthday': a day of every year that is told, or is to be remembered.

The whole message is that and no more: a birthday, a day with its month, whose it is. What else is
said in it ('until', 'not', 'would have been') makes it something else. Takes what `words.plain`
leaves.
"""

from __future__ import annotations

import re
from typing import Final

from bot.dialogue.readers import ANY_MONTH, read_date
from bot.dialogue.turns import Context
from bot.understanding import Understanding
from bot.values.losses import lost, tells_of_death
from bot.values.own import NOUNS

TELL: Final = "tell_birthday"
KEEP: Final = "keep_date"
_BIRTHDAY: Final = re.compile(
    r"\b(?:(?:verjaar|naam)dag|verjaart|jarig|wordt \d{1,3}(?: jaar)?"
    r"|anniversaire(?! d(?:e|u) (?:\w+ )?(?:mort|deces|mariage|noces))|fete (?:ses|mes) \d{1,3} ans"
    r"|(?:aura|a|ai) \d{1,3} ans|birthday|b day|turns \d{1,3}|(?:is|was|be) born)\b"
)
# It would have been one: that is told of who died. Not all of it may be heard as a plain birthday.
_WOULD: Final = re.compile(r"\b(?:zou(?:den?)?|aurai(?:t|ent)|serait|would|d have)\b")
_DAY: Final = re.compile(
    rf"\b(?:\d{{1,2}}(?:e|er|ste|de|th|st|nd|rd)?(?: of| van)? (?:{ANY_MONTH})"
    rf"|(?:{ANY_MONTH})(?: the)? \d{{1,2}}(?:th|st|nd|rd)?)\b"
)
_ORDER: Final = re.compile(
    r"\A(?:(?:en|et|and|ja|oui|yes|please|aub|svp|goed|bon|ok|maar|mais|but|ge|gij|u|je|jij|moet|moogt"
    r"|mag|wel|ook|ik wil dat|je veux que|i want you to|tu|vous|il faut|faut|you|must|should|to) )*"
    r"(?:onthoud\w*|onthou|noteer|noteren|vergeet niet|(?:kunt?|kan|kunde|wilt?|zou|zoudt)"
    r" (?:ge|gij|u|je|jij) .*\bonthouden|retiens|retenez|retenir|note[zr]?|souviens toi"
    r"|n oublie[zr]? pas"
    r"|(?:pouvez|peux|pourriez|pourrais) (?:vous|tu) .*\b(?:retenir|noter)"
    r"|remember|note|do not forget|don t forget"
    r"|(?:can|could|will|would) you .*\b(?:remember|note))\b"
)
# What may stand beside it. Names are not known: one other word may stand where a name does.
_AROUND_WORDS: Final = """
de het t den een is s wordt word op dan dat da die mijn m n ons onze van voor jaar oud morgen
vandaag ik ben uw u ja en ook he hoor zeg weet ge je zelf eigenlijk heeft haar zijn hem dag altijd
elk elke zondag maandag dinsdag woensdag donderdag vrijdag zaterdag
le la les l un une c ce est sera de du d a ai an ans mon ma mes notre nos son sa ses fete aura
demain aujourd hui oui et vous savez tu sais je suis nee ne bon voila aussi jour ca toujours
the a an is s it will be on my our of turns years old tomorrow today i am was born yes and you know
his her their well also day always that
"""
_AROUND: Final = frozenset(_AROUND_WORDS.split())
_BEFORE_A_NAME: Final = frozenset(
    {"ons", "onze", "mijn", "van", "mon", "ma", "de", "d", "my", "our", "of"}
)
# An order names somebody behind these too: 'onthoud dat Noor jarig is', 'the day Albert died'.
_BEHIND_AN_ORDER: Final = frozenset({"dat", "que", "that", "dag", "day", "jour"})
_IN_AN_ORDER_WORDS: Final = """
als toen deze mij aub alstublieft alsjeblieft comme ou cette pour moi svp s il te plait as for me
has her this please zaliger wijlen overleden feu feue defunt defunte late
"""
_IN_AN_ORDER: Final = _BEHIND_AN_ORDER | frozenset(_IN_AN_ORDER_WORDS.split())
_BEHIND_A_NAME: Final = frozenset({"is", "s", "verjaart", "wordt", "aura", "turns", "fete"})
_LONGEST: Final = 20  # words
# Any of these makes it something else: a pause, an hour, a reproach, a story.
_ELSE_WORDS: Final = """
tot vanaf na sinds weg niet nie geen nooit maar stil pauze schrijf stuur bericht berichten feest
komt kwam vergeten laatste wil wou dood
jusqu jusque depuis apres pas plus jamais rien sans mais pause message messages ecris ecrivez vient
viens oublie absent
dernier derniere veux mort
until till from since after away no not never but nobody pause write forgot forgotten come comes
last want die dead
einde eind gedaan fin finis finit end gone ends
"""
_ELSE: Final = frozenset(_ELSE_WORDS.split())
# A day to keep may be another one than a birthday.
_OTHER_DAY: Final = re.compile(
    r"\b(?:sterfdag|trouwdag|huwelijk\w*|(?:dood|overlijden|begrafenis)(?= van)|stier(?:f|ven)"
    r"|overleed|gestorven|overleden|(?:mort|deces|depart|enterrement)(?= d(?:e|u)?\b)|mariage"
    r"|(?:est|sont) (?:morte?s?|decede\w*)|date|datum|death|wedding|anniversary|died|passed away"
    r"|marri\w+|trouwd\w*)\b"
)
_HERSELF: Final = re.compile(
    r"\b(?:ik|k|je|j|i|mijn (?:dood|sterfdag|overlijden|begrafenis)|m(?:a|on) (?:mort|deces|depart"
    r"|enterrement)|my death)\b"
)
# Her own funeral, or her end, is no day to keep.
_MINE: Final = re.compile(
    r"\b(?:mijn|m n|mon|ma|my)(?: eigen| propre| own)? (?:begrafenis|uitvaart|dood|einde?"
    r"|enterrement|mort|fin|depart|funeral|burial|death|end)\b"
)
_NOUN: Final = re.compile("|".join(NOUNS.values()))


def wish(typed: str) -> str | None:
    """Whether a birthday is told, with its day, or is to be remembered; else None."""
    words = typed.split()
    if len(words) > _LONGEST or not _is_named(typed) or _DAY.search(typed) is None:
        return None
    order = _ORDER.match(typed)
    if order is not None:
        return KEEP if _is_all(typed[order.end() :], True) else None
    return TELL if is_birthday(typed) and _is_all(typed) else None


def is_only_a_day(typed: str) -> bool:
    """Whether an order to keep a day says which one, and no more: no story hides behind it."""
    if _MINE.search(typed):
        return False
    other = _OTHER_DAY.sub(" ", typed)
    if other != typed and _HERSELF.search(typed):
        return False
    order = _ORDER.match(other)
    return _is_all(other[order.end() if order is not None else 0 :], True)


def _is_all(typed: str, ordered: bool = False) -> bool:
    """Whether nothing else is said but whose day it is."""
    words = typed.split()
    around = _AROUND | _IN_AN_ORDER if ordered else _AROUND
    behind = _BEFORE_A_NAME | _BEHIND_AN_ORDER if ordered else _BEFORE_A_NAME
    said = _DAY.sub(" ", _BIRTHDAY.sub(" ", typed)).split()
    other = [word for word in said if word not in around and _NOUN.fullmatch(word) is None]
    named = len(other) == 1 and _is_name(words, words.index(other[0]), behind)
    return _ELSE.isdisjoint(words) and (not other or named)


def _is_name(words: list[str], at: int, behind: frozenset[str]) -> bool:
    """'ma fille christiane', 'ons noor', 'noor is jarig'."""
    if at == 0:
        return len(words) > 1 and words[1] in _BEHIND_A_NAME
    return words[at - 1] in behind or _NOUN.fullmatch(words[at - 1]) is not None


def is_birthday(typed: str) -> bool:
    """Whether this is about a birthday, and of nobody who died."""
    return _is_named(typed) and not tells_of_death(typed) and not lost(typed)


def _is_named(typed: str) -> bool:
    return _BIRTHDAY.search(typed) is not None and _WOULD.search(typed) is None


def day(text: str) -> str:
    """The day that is told, 'MM-DD'; '' where there is none."""
    return read_date(Understanding(text, ""), Context()) or ""
