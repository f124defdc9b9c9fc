"""That fewer messages are wished, in her own words: 'stuur mij es wa minder'.

'Every day is too much' may be said of life: it is heard so only where hours and days are asked
about, or where the model takes it for a wish about them. The whole message, as `words.plain`
leaves it.
"""

from __future__ import annotations

from typing import Final

from bot.dialogue.lines import compiled

FEWER: Final = "offer_less"

_PARTS: Final = {
    "WAT": r"(?: (?:mij|me|naar|aan|eens|es|is|maar|toch|gerust|wat|wa|iets|iet|een|beetje|veel|nog"
    r"|graag|liever|ook|dan|nu))*",
    "MINDER": r"minder(?: (?:vaak|dikwijls|veel|berichten|berichtjes|schrijven|sturen))*",
    "PEU": r"(?: (?:moi|un|peu|petit|beaucoup|bien|quand|meme|donc|plutot|juste|s il (?:vous|te)"
    r" plait))*",
    "MOINS": r"moins(?: (?:souvent|de messages|de message))*",
    "BIT": r"(?: (?:me|to|a|bit|little|lot|much|just|please|maybe))*",
    "LESS": r"(?:less(?: (?:often|messages|of them))?|fewer(?: messages)?)",
    "DAY": r"(?:(?:elke|elken|iedere|ieder) dag|alle dagen|dagelijks|tous les jours|chaque jour"
    r"|every ?day|daily|each day)",
    "TOO": r"(?:te (?:veel|vaak|dikwijls)|teveel|(?:wat|wa|een beetje) (?:veel|vaak)"
    r"|trop(?: souvent)?|beaucoup|too (?:much|many|often)|(?:a bit|a little) (?:much|often))",
    "IS": r"(?: (?:is|da|dat|het|was|vind ik|c|ca|est|fait|s|that|it|wel|echt|mij|me|een|beetje|wat"
    r"|un|peu|vraiment|bien|a|bit|little|way|far|really|just|for me))*",
}
_LESS: Final = r"""
(?:schrijft?|stuurt?|bericht)WAT MINDER
(?:(?:het|dat|da|t) )?(?:mag|mocht|zou|kan|moet)(?: (?:het|dat|da|mogen))?WAT MINDER\
(?: (?:mogen|zijn))?
(?:ik (?:wil|wou|zou|heb))?(?: (?:wat|wa|iets))? ?(?:liever|graag)WAT MINDER(?: (?:krijgen|hebben))?
ik (?:wil|wou)WAT minder (?:berichten|berichtjes)(?: (?:krijgen|hebben))?
(?:te veel|teveel) (?:berichten|berichtjes)
(?:ge|gij|u|je|jij) (?:schrijft|stuurt)(?: (?:mij|me|wel|echt|wat|een beetje))* \
te (?:veel|vaak|dikwijls)
(?:ecri[st]|ecrivez|ecrit|envoyez|envoie|envoies)PEU MOINS
(?:(?:ca|cela|c) )?(?:peut|pourrait)(?: (?:ca|etre|on|avoir))*PEU MOINS
(?:je (?:veux|voudrais|prefere|prefererais)|j aimerais)PEU MOINS
trop de messages|(?:vous m ecrivez|tu m ecris)(?: un peu)? trop(?: souvent)?
(?:send|write|text|message)BIT LESS
(?:can|could|may) (?:it be|you (?:write|send|text|message)|i (?:have|get))BIT LESS
(?:i (?:want|would like|d like|prefer|would prefer|d prefer))BIT LESS
too many messages|you (?:write|text|message|send)(?: me)?(?: messages)? too (?:much|often|many)
"""
_OFTEN: Final = r"""
DAYIS TOO
(?:minder|wat minder|wa minder|iets minder|moins|un peu moins|less|a bit less|fewer)
(?:niet|nie|liever niet|pas|not|no) (?:meer )?DAY
"""
_BEFORE: Final = (
    r"(?:(?:ja|oui|yes|nee|neen|non|no|maar|ma|mais|but|zeg|dis|dites|please|aub|svp|allez|goh|bon"
    r"|sorry|pardon|excuseer|eigenlijk|en fait|ok|oke) )*"
)
_BEHIND: Final = (
    r"(?: (?:aub|a u b|alstublieft|alsjeblieft|svp|stp|please|hoor|he|hein|ze|zeg|merci|dank u"
    r"|thanks|voor mij|voor me|pour moi|for me|s il (?:vous|te) plait|quand meme|toch))*\Z"
)
_WISHED = compiled(_LESS, _PARTS, _BEFORE, _BEHIND)
_OF_DAYS = compiled(_OFTEN, _PARTS, _BEFORE, _BEHIND)


def wished(typed: str) -> bool:
    """'Stuur mij es wa minder', 'écrivez un peu moins', 'send me a bit less'."""
    return _WISHED.match(typed) is not None


def too_often(typed: str) -> bool:
    """'Elke dag is te veel', of the greetings where these are asked about."""
    return _OF_DAYS.match(typed) is not None
