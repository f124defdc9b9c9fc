"""Whether her words ask for a volunteer by name, or for anybody but that one. Pure.

Three answers: a plain wish for him, a plain refusal, or neither, as where she tells of him ('over
Karim'). In doubt it is neither: he is not asked for by name, and may be rung like any other.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import Final

from bot import spoken_of
from bot.dialogue.words import plain
from bot.short_names import without_words


class Wish(Enum):
    FOR = "for"
    AGAINST = "against"


_SENTENCES: Final = re.compile(r"[.!?\n]+")
# 'Niet Karim maar Lies' are two; 'anyone but Karim' is one.
_BUT: Final = re.compile(r"\b(?:maar|mais|(?<!one )(?<!body )(?<!else )but)\b")
_PLEASE: Final = (
    r"(?:aub|a u b|alstublieft|alsjeblieft|graag|svp|stp|s il (?:vous|te) plait|please|merci"
    r"|dank u|bedankt|thanks|thank you)"
)
_AGAIN: Final = r"(?:weer|terug|opnieuw|nog eens|nog|encore|(?:a|de) nouveau|again|back)"

# Between a refusal and the name: 'niet meer met', 'pas parler à', 'don't want to see'.
_LEADS: Final = (
    r"(?:(?:met|bij|door|van|aan|naar|tegen|weer|opnieuw|nog|meer|terug|dat|die|wil|willen|hebben"
    r"|zien|horen|spreken|praten|zeg|vraag|vragen|stuur|sturen|bel|bellen|meneer|mijnheer|mevrouw"
    r"|avec|par|de|d|que|qu|ce|a|au|encore|nouveau|voir|avoir|parler|demande[zr]?|appele[zr]|jamais"
    r"|envoye[zr]|monsieur|madame|surtout|with|by|to|from|again|that|want|need|have|see|talk|speak"
    r"|send|ask|tell|call|get|mr|mrs|ever|please|alstublieft|alsjeblieft|aub|svp|stp) ){0,4}?"
)
_NOT: Final = (
    r"(?:niet|nie|nooit|geen|jamais|ni|not|no|never|dont|wont|(?:don|won|wouldn|shouldn|mustn) t"
    r"|(?<!\bik )(?<!\bheb )(?<!\bnog )(?<!\bis )(?<!\bwas )pas"
    r"|(?:\b(?:ne|n)(?: \w+){1,2}|veux|voudrais) plus"
    r"|(?:niets|rien|nothing)(?= (?:aan|tegen|a|to)\b))"
)
_THAN: Final = (
    r"(?:(?:anders|liever|eerder|andere?n?|other|another|rather|else|different|plutot|autres?)"
    r"(?: (?!maar|mais|but)\w+){0,2}? (?:dan|als|que|qu|than|from)"
    r"|in plaats van|ipv|instead of|au lieu de|a la place de|behalve|sauf|excepte|hormis"
    r"|except(?: for)?|apart from|(?:any ?|every ?|some ?)(?:one|body)(?: else)? but)"
)
# What follows the name in a refusal: 'Karim liever niet', 'Karim wil ik niet meer'.
_THEN_NOT: Final = (
    r"(?: (?:liever|wil|wou|ik|het|moet|mag|moogt|hoeft|zeker|absoluut|weer|meer|ge|gij|u|surtout"
    r"|plutot|je|ne|n|veux|voudrais|doit|should|must|may|i|do|does|don|please|svp|aub)){0,4}"
    r" (?:niet|nie|nooit|pas|plus|jamais|not|never|t)\b"
    r"(?! (?:\w+ )?(?:teleurstellen|kwijt|storen|lastig\w*|missen|vergeten|verliezen|kwetsen"
    r"|belasten|ongerust\w*)\b)"
)
# Behind a comma: 'Karim, liever niet', 'Karim? Non'.
_OR_NOT: Final = re.compile(
    r"(?:(?:liever|hem|die|dat|wil|ik|je|ne|le|lui|veux|surtout|plutot|please|i|do|don|rather|him"
    r"|want) )*(?:niet|nie|nee|neen|non|no|not|pas|t)(?: (?:meer|want|him|merci|please|graag"
    rf"|lui|hem|{_PLEASE}))*"
)
# What makes a 'not' one of something else: what was, what cannot be, a question, a condition.
_OTHERWISE: Final = re.compile(
    r"\b(?:heb|hebt|heeft|had|hadden|kon|kan|kunt|kunnen|ben|was|komt|belt|schrijft|mag ik|zou ik"
    r"|vergeet|waarom|als|alleen|ai|avait|avais|peux|peut|pouvais|pouvez|pu|puis|oublie\w*|pourquoi"
    r"|si|seulement|did|didn|have|haven|ve|has|could|couldn|can|cannot|were|am|why|if|only|just"
    r"|forget|until)\b"
)
# 'Niemand anders dan Karim': him alone, which is no refusal.
_ONE: Final = r"(?:iemand|quelqu|someone|somebody|anyone|anybody|everyone|everybody|graag|please)"
_NOBODY_BUT: Final = (
    rf"(?:(?:niemand|personne|nobody|no one|none)(?: (?!{_ONE}\b)\w+){{0,4}}?"
    r" (?:dan|als|que|qu|than|behalve|sauf|excepte|except(?: for)?|but)"
    r"|(?:geen|niet|pas|pas d|aucun|aucune|not|t|dont)(?: (?:iemand|een|quelqu un|une?|d|want|need"
    r"|to|talk|speak|with|praten|met))* (?:andere?n?|anders|autre|any ?(?:one|body)|other)"
    r"(?: (?:else|other|volunteer|vrijwilliger|benevole|personne|person))*"
    rf" (?:dan|als|que|qu|than|but|behalve|sauf|except)) {_LEADS}"
)
_ANOTHER: Final = re.compile(
    r"(?<!\bniet )(?<!\bgeen )(?<!\bpas )(?<!\bnot )(?<!\bwant )\b(?:iemand anders|iemand nieuw"
    r"|een andere (?:mens|persoon|vrijwillig\w+|begeleid\w+)|(?:quelqu un|qqn) d autre"
    r"|une? autre (?:personne|benevole)|some ?(?:one|body) (?:else|different|new)"
    r"|another (?:person|volunteer|human))\b"
    r"|\bwant some ?(?:one|body) else\b"
)

_EITHER: Final = r"\b(?:of|ou|or)\b.*NAME|NAME.* (?:of|ou|or)\b"
_MAY: Final = r"(?:ja|oui|yes|ok|oke|liefst|alleen|seulement|only|just|bij|met|avec|with|aan)"
_NAMED_ALONE: Final = rf"(?:(?:{_MAY}|{_PLEASE}|{_AGAIN}) )*NAME(?: NAME)*(?: {_PLEASE}| {_AGAIN})*"
_TALK: Final = r"(?:praten|spreken|babbelen|klappen|kletsen|parler|discuter|talk|speak|chat)"
_WITH: Final = r"(?:met|avec|a|with|to)"
_TALKS: Final = rf"\b{_TALK} (?:{_AGAIN} )?{_WITH} NAME\b|\b{_WITH} NAME (?:\w+ ){{0,2}}?{_TALK}\b"
_WANT: Final = (
    r"(?:wil|wou|willen|graag|liefst|veux|voudrais|aimerais|prefere|want|need|(?:would|d) like"
    r"|prefer|vraag|bel|stuur|demandez?|appelez|appelle|envoyez?|ask|call|send)"
)
_WANTS: Final = (
    rf"\b{_WANT} (?:(?:graag|liefst|liever|bien|plutot|to|see|voir|avoir|for|mij|me|{_AGAIN}) )"
    rf"{{0,3}}NAME(?: NAME)*(?: (?:zien|spreken|horen|hebben|komt|vienne|to (?:come|help|call|talk)"
    rf"|{_AGAIN}|{_PLEASE}))*$"
)
_COMES: Final = (
    r"\b(?:kan|kon|mag|zou|laat|komt|can|could|would|will|let) NAME\b(?:(?: \w+){0,3}"
    r" (?:komen|bellen|helpen|langskomen|come|help|call|write)\b|$)"
    r"|\bNAME (?:peut|pourrait)(?: il| elle)? (?:\w+ ){0,2}?"
    r"(?:venir|revenir|aider|appeler|ecrire)\b"
    r"|\bque NAME (?:vienne|revienne|m appelle|m aide)\b"
)
# No plain wish stands beside what was, or of whom something is told.
_TELLS: Final = re.compile(
    r"\b(?:niet|nie|nooit|geen|pas|jamais|not|never|no|t|dont|dan|heb|hebt|heeft|had|was|over"
    r"|klacht|klagen|probleem|problemen|ruzie|bang|schrik|ai|avait|etait|sur|sujet|probleme|peur"
    r"|plaindre|about|did|used|talked|spoke|problem|complain|complaint|afraid|scared|stop)\b"
)


def of(text: str, name: str) -> Wish | None:
    """A refusal anywhere in it counts, whatever else it wishes."""
    who = spoken_of.called(name).pattern
    own = without_words(text, name)
    if re.search(who, plain(own)) is None:
        return None
    if any(_fits(_NOBODY_BUT + "NAME", who, plain(one)) for one in _SENTENCES.split(own)):
        return None
    parts = [part.strip() for one in spoken_of.clauses(own) for part in _BUT.split(one)]
    pairs = zip(parts, [*parts[1:], ""], strict=True)
    if any(_refuses(part, then, who) for part, then in pairs):
        return Wish.AGAINST
    whole = plain(own)
    another = _ANOTHER.search(whole) is not None and not _fits(_EITHER, who, whole)
    if any(_wishes(part, who) for part in parts):
        return Wish.FOR
    alone = any(_compiled(_NAMED_ALONE, who).fullmatch(part) for part in parts)
    if another:  # 'iemand anders, Karim' may be either
        return None if alone else Wish.AGAINST
    return Wish.FOR if alone else None


def _refuses(part: str, then: str, who: str) -> bool:
    if _compiled(_NAMED_ALONE, who).fullmatch(part) and _OR_NOT.fullmatch(then):
        return True
    if _fits(rf"\b{_THAN} {_LEADS}NAME", who, part):
        return True
    for shape in (rf"\b{_NOT} {_LEADS}NAME", rf"NAME{_THEN_NOT}"):
        found = _compiled(shape, who).search(part)
        if found is not None and not _OTHERWISE.search(part[: found.start()]):
            return True
    return False


def _wishes(part: str, who: str) -> bool:
    return not _TELLS.search(part) and any(
        _fits(shape, who, part) for shape in (_TALKS, _WANTS, _COMES)
    )


def _fits(shape: str, who: str, text: str) -> bool:
    return _compiled(shape, who).search(text) is not None


@lru_cache(maxsize=512)
def _compiled(shape: str, who: str) -> re.Pattern[str]:
    return re.compile(shape.replace("NAME", f"(?:{who})"))
