"""Plain words about the request for a person: to call it off, and where it stands.

They mean something only while one is open, or where a talk has just ended, so they are looked for
only then (see `request_lines`). Whoever has it, or had it, may be meant by name, or by 'is he
gone?'.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from bot.dialogue import avoided, kept, request_lines, somebody
from bot.dialogue.declined import declines
from bot.dialogue.turns import Context, given, known
from bot.dialogue.words import plain

CALL_OFF: Final = "call_off"
ASK: Final = "ask_request"
HELPER: Final = "helper"  # the value that tells what the volunteer is called
LONGEST: Final = 14  # words; a story is heard as one

# 'En wa nu': of her request, while one is open
_NOW_WHAT: Final = re.compile(
    r"(?:(?:bon|allez|ja|oui|ok|so|alors|well|maar|mais|but) )*"
    r"(?:(?:en |wel )?(?:wat|wa) (?:doe ik |moet ik |gebeurt er )?nu(?: doen)?|en nu(?: wat| wa)?"
    r"|et (?:alors |puis )?maintenant(?: quoi)?|et (?:alors|apres)|et qu est ce qui se passe"
    r"(?: maintenant)?|(?:and )?now what|what (?:happens )?now|and now)"
    r"(?: (?:dan|he|hein|zeg|then|alors))*\Z"
)


# What is asked of somebody who helps: 'et où est ce Karim', 'any word from Karim', 'Karim go?'
_OF_HELPER: Final = re.compile(
    r"\b(?:waar|wanneer|komt|kom|weg|gaat|ging|terug|blijft|iets|nieuws|gehoord|antwoord\w*|schrijft"
    r"|geschreven|vergeten|vertrokken|ou|quand|partie?|vient|viendra|revient|nouvelles?"
    r"|reponse|repond\w*|ecrit|oublie|disparu|where|when|come|comes|coming|go|goes|going|gone|back"
    r"|left|word|news|heard|answer\w*|reply|replied|forgot(?:ten)?)\b"
)
# A wish to talk with whoever it is: 'mag ik nog eens met Karim praten'
_WANTS: Final = re.compile(
    r"\b(?:praten|spreken|babbelen|klappen|parler|discuter|talk|speak|wil|wou|zou|mag|veux|voudrais"
    r"|aimerais|peux|want|like|may|can)\b"
)
# 'bon, die is weg zeker'
_GONE: Final = re.compile(
    r"(?:(?:bon|allez|dus|en|et|and|so|ah|oh|och|zeg|is|ja|donc|alors|well) )*"
    r"(?:waar blijft (?:hij|zij|ze)(?: (?:nu|dan|toch))*"
    r"|(?:die|hij|zij|ze|den dienen) (?:is )?(?:(?:dus|nu|al|weer|zeker|precies) )*"
    r"(?:weg|vertrokken|door|doorgegaan|voort)"
    r"|(?:il|elle) est (?:deja |donc )?partie?|(?:he|she) (?:is |s |has )?(?:gone|left|go)"
    r"|(?:he|she|him) (?:go|gone))(?: (?:zeker|precies|dan|nu|he|hein|ou quoi|alors|then|already"
    r"|now|i suppose|i guess|is he|is ze))*\Z"
)
_FEW: Final = 10  # words that may be about whoever helps, called by name
#: Names that are words too: 'ik ben vergeten te eten' is not about Ben.
_WORD_NAMES: Final = """
    aime al an ans art bas ben bill blanche bo chance constant daisy dan dawn desire do don door el
    eve faith fidele fleur gift grace greet guy hope iris ivy joy juste june leen lief lies lieve
    lot mark may mei mercy merci min mo modeste my nick noel olive parfait pat patience pearl peg
    penny ray reine rich rob robin roos rose ruby said sandy son sue toon ward wil will
"""
#: But 'waar blijft ben', and 'Ben schrijft niet meer'.
_WHERE: Final = (
    r"\b(?:waar (?:is|blijft|zit)|wanneer komt|nieuws van|ou est|quand (?:re)?vient|where (?:is|s)"
    r"|when (?:is|does)|(?:news|word) from)"
)
_DOES: Final = r"(?:schrijft|antwoordt|komt|blijft|heeft|is|est|vient|repond|has|hasn|isn|doesn)"
_WORDS_TOO: Final = frozenset(_WORD_NAMES.split())


def worded(text: str, context: Context, *, of_loss: bool = False) -> str | None:
    """The wish about her request that these words are, or None. `of_loss`: a loss is talked about.
    Raises `turns.Unread` where it must be known whether a talk has just ended, and with whom."""
    typed = plain(text)
    count = len(typed.split())
    if count > LONGEST:
        return None
    is_open = context.decisions.get("has_open_handoff", False)
    off = (request_lines.calls_off(typed), somebody.not_wanted(typed), declines(text))
    if is_open and any(off):
        return CALL_OFF
    if is_open and (_NOW_WHAT.match(typed) or request_lines.asks_who(typed)):
        return ASK
    short = count <= _FEW and not kept.named(text, context.facts)
    if request_lines.asks_after(typed, asked="?" in text):
        return ASK if is_open or (short and given(context, "talked_lately")) else None
    if not short or not _may_be_of_helper(typed):
        return None
    mourns = of_loss or avoided.mourns(context.facts, context.today)
    return ASK if _is_of(text, known(context, HELPER), mourns) else None


def asks_after(text: str, name: str, *, mourns: bool) -> bool:
    """Whether a few words ask where whoever helps is, or whether anybody comes. `name`: what the
    volunteer is called. `mourns`: somebody of hers died, who may be the one that is gone."""
    typed = plain(text)
    if len(typed.split()) > _FEW:
        return False
    if request_lines.asks_after(typed, asked="?" in text):
        return True
    return _may_be_of_helper(typed) and _is_of(text, name, mourns)


def _may_be_of_helper(typed: str) -> bool:
    if _GONE.match(typed):
        return True
    return _OF_HELPER.search(typed) is not None and _WANTS.search(typed) is None


def _is_of(text: str, name: str, mourns: bool) -> bool:
    if _GONE.match(plain(text)):
        return bool(name) and not mourns
    return _names(text, name)


def _names(text: str, name: str) -> bool:
    """Whether these words call somebody so. A name that is a word too needs its capital where a
    capital says something, or stands where only somebody can."""
    called, typed = plain(name), plain(text)
    if called not in _WORDS_TOO:
        return bool(called) and re.search(rf"\b{re.escape(called)}\b", typed) is not None
    if re.search(rf"{_WHERE} {called}\b", typed) or re.match(rf"{called} {_DOES}\b", typed):
        return True
    words = pairwise(re.findall(r"\w+|[.!?]", text))
    capitals = (word for before, word in words if word[:1].isupper() and before not in ".!?")
    return not text.isupper() and any(plain(word) == called for word in capitals)
