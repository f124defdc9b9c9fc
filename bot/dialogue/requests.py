"""Plain words about the request for a person: to call it off, and where it stands.

They mean something only while one is open, or where a talk has just ended, so they are looked for
only then. Whoever has it, or had it, may be meant by name, or by 'is he gone?'.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from bot.dialogue import avoided, kept, somebody
from bot.dialogue.turns import Context, given, known
from bot.dialogue.words import plain

CALL_OFF: Final = "call_off"
ASK: Final = "ask_request"
HELPER: Final = "helper"  # the value that tells what the volunteer is called
LONGEST: Final = 14  # words; a story is heard as one

_OFF: Final = re.compile(
    r"\b(?:annul(?:eer|eren|e|ez|er)|cancel(?:en)?|trek .*\bin)\b"
    r"|\blaat (?:het |dat |ze |die )?(?:maar )?(?:zitten|vallen)\b|\blaat maar\Z"
    r"|\bkom(?:t|en) toch (?:niet|niemand)\b|\b(?:hoeft|moet) (?:al )?niet meer\b"
    r"|\b(?:laisse[zr]?|laissons) tomber\b|\bpas la peine\b|\b(?:ils|elles|vous) ne viennent\b"
    r"|\b(?:forget it|never ?mind|call it off)\b|\bno(?:body| ?one) is coming\b"
)
_STANDS: Final = re.compile(
    r"\b(?:mijn|die|de) (?:aanvraag|oproep)\b"
    r"|\bkomt er (?:(?:nu|nog|al|dan|eindelijk|ooit|toch) )*(?:iemand|wie|niemand)\b"
    r"|\b(?:(?:ik|k) wacht|zit te wachten) (?:al|nog)\b|\bhoe ?lang (?:nog|duurt)\b"
    r"|\bwaar blijft (?:(?:die|dien|dieje|de|den|dat|dan|nu|toch|ne|een) )*"
    r"(?:mens|meneer|madam|mevrouw|vrijwillig\w+|persoon|iemand|hij|zij|ze)\b"
    r"|\bkomt (?:dus |zeker |precies |dan )+niemand\b"
    r"|\bpersonne (?:ne )?(?:vient|viendra|arrive|va venir)"
    r"(?! (?:me|chez|jamais|ici|plus|manger))\b"
    r"|\bnobody (?:come|comes|coming)(?! (?:to|here|any|round|over|by|ever|for|in))\b"
    r"|\bi wait(?:ed)? (?:now |here |already )?(?:since|for|one|an|two|long|so|hours?|too)\b"
    r"|\bma demande\b|\bj attends (?:depuis|toujours|encore)\b"
    r"|\by a (?:personne|quelqu un)\b|\bquelqu un (?:vient|va venir|arrive)\b|\bcombien de temps\b"
    r"|\bmy request\b|\b(?:been|still) waiting\b|\bhow long\b"
    r"|\bis (?:anyone|anybody|someone|somebody) coming\b"
)

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
    r"(?:(?:die|hij|zij|ze|den dienen) (?:is )?(?:(?:dus|nu|al|weer|zeker|precies) )*"
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
    if is_open and (_OFF.search(typed) or somebody.not_wanted(typed)):
        return CALL_OFF
    if is_open and _NOW_WHAT.match(typed):
        return ASK
    short = count <= _FEW and not kept.named(text, context.facts)
    if _STANDS.search(typed):
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
    if _STANDS.search(typed):
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
