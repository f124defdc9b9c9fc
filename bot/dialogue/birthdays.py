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
from bot.values.losses import tells_of_death
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
"""
_ELSE: Final = frozenset(_ELSE_WORDS.split())
_NOUN: Final = re.compile("|".join(NOUNS.values()))


def wish(typed: str) -> str | None:
    """Whether a birthday is told, with its day, or is to be remembered; else None."""
    words = typed.split()
    if len(words) > _LONGEST or not is_birthday(typed) or _DAY.search(typed) is None:
        return None
    order = _ORDER.match(typed)
    if order is not None:
        return KEEP if _ELSE.isdisjoint(typed[order.end() :].split()) else None
    return TELL if _ELSE.isdisjoint(words) and _is_all(words, typed) else None


def _is_all(words: list[str], typed: str) -> bool:
    """Whether nothing else is said but whose birthday it is."""
    said = _DAY.sub(" ", _BIRTHDAY.sub(" ", typed)).split()
    other = [word for word in said if word not in _AROUND and _NOUN.fullmatch(word) is None]
    return not other or (len(other) == 1 and _is_name(words, words.index(other[0])))


def _is_name(words: list[str], at: int) -> bool:
    """'ma fille christiane', 'ons noor', 'noor is jarig'."""
    if at == 0:
        return len(words) > 1 and words[1] in _BEHIND_A_NAME
    before = words[at - 1]
    return before in _BEFORE_A_NAME or _NOUN.fullmatch(before) is not None


def is_birthday(typed: str) -> bool:
    """Whether this is about a birthday, and of nobody who died."""
    told = _BIRTHDAY.search(typed) is not None and _WOULD.search(typed) is None
    return told and not tells_of_death(typed)


def day(text: str) -> str:
    """The day that is told, 'MM-DD'; '' where there is none."""
    return read_date(Understanding(text, ""), Context()) or ""
