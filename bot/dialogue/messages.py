"""Plain words about the messages themselves: that none are wanted, and that they are.

Whole sentences, as `words.plain` leaves them, one pattern a line: see `worded`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# No more messages, in so many words: they take effect at once, also where no model is there.
UNWANTED: Final = r"""
(?:ik (?:wil|hoef) |graag |liever )?(?:absoluut |echt )?geen berichten meer(?: (?:krijgen|sturen))?
(?:stuur|schrijf) (?:mij |me )?(?:niet|niets|niks|geen berichten) meer
stop met (?:mij te )?schrijven
(?:laat|laten) (?:mij|me) (?:nu |maar |toch )*(?:met rust|gerust)
(?:je ne veux |je veux )?plus (?:de|aucun) messages?
(?:ne )?m ecri(?:vez|s) plus|n ecri(?:vez|s) plus
(?:arrete|arretez|cesse|cessez) de m (?:ecrire|envoyer des messages)
(?:laisse|laissez|fichez?|foutez?|fous) moi (?:tranquille|la paix|en paix)
(?:i (?:want|would like) )?no more messages|leave me alone
(?:stop|quit) (?:writing|messaging|texting)(?: (?:to )?me)?
(?:do not|don t) write(?: to)? me any ?more
"""
# That messages are wanted: to go on with them, or to begin again.
_WANTED: Final = r"""
ik (?:wil|wou|zou) (?:ANY ){0,3}(?:wel|toch|nog|opnieuw|weer) (?:ANY ){0,2}bericht(?:en|jes)GET
(?:YOU )?(?:wel |zeker |gerust |toch |maar |nog )*blijven (?:schrijven|berichten sturen)
(?:YOU )?(?:wel |zeker |gerust |toch |maar |nog )*(?:verder|voort|door) ?(?:schrijven|sturen)
(?:blijf|blijft) (?:maar |gerust |toch |zeker |wel )*(?:schrijven|sturen)
schrijf (?:mij |me )?(?:maar |gerust |toch )*(?:opnieuw|weer|terug|verder|voort|wel)
(?:je veux|je voudrais|j aimerais)BIEN (?:recevoir )?SOME messages
(?:VOUS )?(?:bien |quand meme |surtout )*continuer(?: a m ecrire| les messages)?
continue[sz]?(?: (?:surtout|donc|bien|toujours))* (?:a m ecrire|a ecrire|les messages)
n arrete[sz]? (?:surtout )?pas(?: (?:de m ecrire|les messages))?
(?:recommence[sz]?|reprene[sz]|reprends) (?:a m ecrire|a ecrire|les messages|vos messages)
ecri(?:s|vez) moi (?:encore|de nouveau|quand meme)
i (?:do|still|would) (?:want|like) (?:to get |to receive )?(?:the |your )?messages
(?:you (?:can|may|must|should|have to) )?(?:keep|continue|carry on|go on) (?:writing|messaging)ME
(?:do not|don t|never) stop(?: (?:writing|messaging|the messages))?ME
(?:write|start|begin)(?: (?:to me|writing|messaging|the messages))? again
"""
_PARTS: Final = {
    "YOU": "(?:u|ge|gij|je|jij) (?:moet|mag|moogt|mocht|kunt|kan|zou|zoudt)",
    "VOUS": "(?:vous|tu) (?:pouvez|peux|devez|dois)",
    "BIEN": "(?: bien| encore| toujours| quand meme)+",
    "ANY": r"(?!geen|minder|niet|niks)\w+",
    "SOME": "(?:les|des|vos|tes)",
    "GET": "(?: (?:krijgen|ontvangen|hebben))?",
    "ME": "(?: (?:to )?me)?",
}
# What people say before it when they were misread.
BEFORE: Final = (
    r"(?:(?:nee|neen|non|no|ja|oui|yes|maar|mais|but|ah|oh|och|sorry|pardon|excuseer|allez|toe|please"
    r"|dat is|dat was|(?:helemaal )?(?:verkeerd|fout|mis)(?: (?:verstaan|begrepen))?"
    r"|(?:u|ge|je) (?:hebt|heeft) (?:mij|me) (?:verkeerd|mis) (?:verstaan|begrepen)"
    r"|(?:(?:vous m avez|tu m as) )?mal compris|c est une erreur"
    r"|dat bedoelde ik niet|zo bedoelde ik het niet|ce n est pas ce que je voulais dire"
    r"|(?:you )?misunderstood(?: me)?|(?:that is|that s) not what i (?:meant|said)) )*"
)
BEHIND: Final = (
    r"(?: (?:elke dag|alle dagen|tous les jours|chaque jour|every day"
    r"|zoals (?:altijd|vroeger|anders)"
    r"|comme (?:avant|toujours)|as (?:before|always)|nu|now|hoor|he|hein|ze|zeg|aub|a u b"
    r"|alstublieft|svp|please|s il (?:vous|te) plait|dank u|merci|thanks|graag|nog|encore))*\Z"
)


def _with(lines: str, parts: Mapping[str, str]) -> str:
    for name, words in parts.items():
        lines = lines.replace(name, words)
    return lines


WANTED: Final = _with(_WANTED, _PARTS)
