"""Words that say plainly that help is coming, or there: an ambulance, a doctor, a daughter. In
three languages, without any model.

Whoever comes is named, and no more is said than that: 'hij komt eraan' and 'mon ex arrive' may be
who hurts her, 'de dood' is no help, 'ik ben onderweg' is she. Husbands, boyfriends and parents are
left out: she is asked once more, and a button is at hand.
"""

from __future__ import annotations

from typing import Final

from bot.dialogue.lines import compiled
from bot.dialogue.words import plain

_PARTS: Final = {
    "WIE": r"(?:(?:de|den|een|ne|n|mijn|mijne|mij|m n|mn|onze|uw|t|het) )?(?:ambulance"
    r"|ambulanciers?|ziekenwagen|mug|112|hulp|hulpdienst|hulpdiensten|brandweer|politie"
    r"|(?:huis)?arts|(?:huis)?dokter|dokteres|dokter van wacht|verple(?:ger|egster)"
    r"|(?:thuis)?verpleging|thuishulp|zorg(?:kundige|verlener)|zuster"
    r"|dochter|zoon|zus|broer|schoondochter|nicht|buur|buurvrouw|buurman|buren)|een vriendin",
    "QUI": r"(?:(?:le|la|l|les|un|une|mon|ma|mes|notre|nos|de l|du) )?(?:ambulance|ambulanciers?"
    r"|samu|smur|112|aide|secours|pompiers|police|medecin|docteur|medecin de garde|infirmiere?"
    r"|aide soignante|aide familiale|fille|fils|soeur|frere|belle fille|niece|voisine?|voisins)"
    r"|une amie",
    "WHO": r"(?:(?:the|an?|my|our|some) )?(?:ambulance|paramedics?|112|help|emergency services"
    r"|fire brigade|firemen|police|doctor|gp|nurse|carer|daughter|son|sister|brother"
    r"|daughter in law|niece|neighbou?rs?)|a friend",
    "NU": r"(?:nu|al|direct|meteen|zo|ook)",
    "LA": r"(?:maintenant|deja|ici|tout de suite|aussi)",
    "NOW": r"(?:now|already|also)",
}
_COMES: Final = r"""
WIE (?:is|zijn)(?: NU)* (?:onderweg|op weg|hier|er|bij (?:mij|ons))(?: naar (?:mij|hier))?
WIE (?:komt|komen)(?: NU)* (?:aan|eraan|er aan)
WIE (?:komt|komen)(?: (?:nu|direct|meteen|zo))+
er (?:is|zijn|komt|komen)(?: NU)* WIE(?: NU)* (?:onderweg|op weg|aan)
er (?:is|komt)(?: NU)* (?:hulp|een (?:ambulance|ziekenwagen|dokter|huisarts))
QUI (?:est|sont)(?: LA)* (?:en route|en chemin|la|ici|arrivee?s?|avec moi|chez moi)
QUI (?:arrive|arrivent)(?: LA)*
QUI (?:vient|viennent) (?:maintenant|tout de suite)
il y a(?: LA)* QUI(?: LA)* (?:en route|en chemin|qui arrive)
WHO (?:is|are|s)(?: NOW)* (?:coming|here|on (?:the|its|their|his|her) way|with me)
there (?:is|s)(?: NOW)* WHO(?: NOW)* (?:coming|on (?:the|its|their|his|her) way)
"""
_BEFORE: Final = (  # no English 'no': 'no help is coming'
    r"(?:(?:ja+|jaja|jawel|oui|ouais|yes|yeah|yep|ok|oke|okay|nee|neen|non|dank u|bedankt|merci"
    r"|thanks|thank you|want|en|et|and|car|oh|ah|sorry) )*"
)
_BEHIND: Final = (
    r"(?: (?:nu|al|hoor|ze|zulle|he|maintenant|deja|hein|tout de suite|now|already|dank u|bedankt"
    r"|merci|thanks|thank you|dear|love|meneer|mevrouw|monsieur|madame))*"
)
_HELP = compiled(_COMES, _PARTS, _BEFORE, _BEHIND)


def says_help_comes(clause: str) -> bool:
    """'Mijn dochter komt eraan', 'l'ambulance est en route', as the whole of a clause."""
    return _HELP.fullmatch(plain(clause)) is not None
