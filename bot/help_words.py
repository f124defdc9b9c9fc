"""Words that say plainly that help is coming, or there: an ambulance, a doctor, a daughter. In
three languages, without any model.

Whoever comes is named, and no more is said than that: 'hij komt eraan' and 'mon ex arrive' may be
who hurts her, 'de dood' is no help, 'ik ben onderweg' is she. Husbands, boyfriends and parents are
left out: she is asked once more, and a button is at hand. That nobody comes is said as often.
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
    r"|dochter|zoon|zus|broer|schoondochter|klein(?:zoon|dochter|kind|kinderen)|nicht|neef|buur"
    r"|buurvrouw|buurman|buren)|een vriendin",
    "QUI": r"(?:(?:le|la|l|les|un|une|mon|ma|mes|notre|nos|de l|du) )?(?:ambulance|ambulanciers?"
    r"|samu|smur|112|aide|secours|pompiers|police|medecin|docteur|medecin de garde|infirmiere?"
    r"|aide soignante|aide familiale|fille|fils|soeur|frere|belle fille|petit fils|petite fille"
    r"|petits enfants|niece|neveu|voisine?|voisins)"
    r"|une amie",
    "WHO": r"(?:(?:the|an?|my|our|some) )?(?:ambulance|paramedics?|112|help|emergency services"
    r"|fire brigade|firemen|police|doctor|gp|nurse|carer|daughter|son|sister|brother"
    r"|daughter in law|grand(?:son|daughter|child|children)|niece|nephew|neighbou?rs?)|a friend",
    "NU": r"(?:nu|al|direct|meteen|zo|ook)",
    "LA": r"(?:maintenant|deja|ici|tout de suite|aussi)",
    "NOW": r"(?:now|already|also)",
    "HOSPITAAL": r"(?:het |t )?(?:ziekenhuis|hospitaal)|(?:de |den )?spoed|de ziekenwagen"
    r"|de ambulance",
    "HOPITAL": r"(?:a l hopital|aux urgences|a la clinique|dans l ambulance)",
    "HOSPITAL": r"(?:(?:in|at) (?:the )?(?:hospital|a e|emergency room)|in (?:the|an) ambulance)",
}
_COMES: Final = r"""
WIE (?:is|zijn)(?: NU)* (?:onderweg|op weg|hier|er|bij (?:mij|ons))(?: naar (?:mij|hier))?
WIE (?:komt|komen)(?: NU)* (?:aan|eraan|er aan)
WIE (?:komt|komen)(?: (?:nu|direct|meteen|zo))+
er (?:is|zijn|komt|komen)(?: NU)* WIE(?: NU)* (?:onderweg|op weg|aan)
er (?:is|komt)(?: NU)* (?:hulp|een (?:ambulance|ziekenwagen|dokter|huisarts))
WIE(?: NU)* onderweg(?: naar (?:mij|hier))?|WIE is(?: NU)* (?:gearriveerd|aangekomen|toegekomen)
(?:ik|k|we) (?:lig|ben|zit|zijn|zen)(?: NU)* (?:in|op) HOSPITAAL|kben(?: NU)* (?:in|op) HOSPITAAL
WIE (?:brengt|voert|rijdt) (?:mij|me)(?: NU)* naar HOSPITAAL
QUI (?:est|sont)(?: LA)* (?:en route|en chemin|la|ici|arrivee?s?|avec moi|chez moi)
QUI (?:arrive|arrivent)(?: LA)*
QUI (?:vient|viennent) (?:maintenant|tout de suite)
QUI(?: LA)* en route|QUI (?:m emmene|me conduit)(?: LA)* HOPITAL
(?:je suis|chuis|on est)(?: LA)* HOPITAL
il y a(?: LA)* QUI(?: LA)* (?:en route|en chemin|qui arrive)
WHO (?:is|are|s)(?: NOW)* (?:coming|here|on (?:the|its|their|his|her) way|with me)
WHO(?: NOW)* on (?:the|its|their|his|her) way|WHO (?:has|have|is)(?: NOW)* (?:arrived|come)
(?:i am|i m|im|we are)(?: NOW)* HOSPITAL
WHO (?:is|s) (?:taking|bringing|driving) me (?:to (?:the )?)?(?:hospital|a e|the doctor)
there (?:is|s)(?: NOW)* WHO(?: NOW)* (?:coming|on (?:the|its|their|his|her) way)
"""
_NOBODY: Final = r"""
(?:(?:d )?er komt|komt er)(?: NU| hier| toch)* (?:niemand|geen (?:hulp|ambulance|ziekenwagen|dokter\
|huisarts))
niemand(?: NU| hier)* (?:komt|onderweg)|er is(?: NU| hier)* niemand(?: (?:onderweg|bij mij))?
er (?:is|s)(?: NU)* geen (?:hulp|ambulance|ziekenwagen|dokter)(?: onderweg)?
geen (?:hulp|ambulance|ziekenwagen|dokter) onderweg|WIE (?:is|zijn)(?: NU)* niet (?:onderweg|hier)
WIE (?:komt|komen)(?: NU| toch)* (?:niet|nie|ni|nooit)|ik denk (?:dat|da) er niemand komt
niemand (?:neemt|pakt)(?: (?:de telefoon|nog))? op|ze nemen niet op|ik krijg niemand te pakken
personne (?:ne |n )?(?:vient|arrive|est en route|est la|va venir|est venue?|repond|decroche)
(?:il )?(?:n )?y a personne(?: qui (?:vient|repond))?
QUI (?:ne |n )?(?:vient|arrive|viennent|arrivent) (?:pas|plus|jamais)
QUI (?:n |ne )?(?:est|sont) (?:pas|toujours pas) (?:en route|la|ici|arrivee?s?)
(?:aucune (?:aide|ambulance)|aucun (?:secours|medecin)) (?:ne |n )?(?:vient|arrive|est en route)
pas d (?:aide|ambulance)(?: en route)?
(?:nobody|no ?one)(?: s| is)?(?: NOW)* (?:coming|here|on (?:the|their) way)
(?:nobody|no ?one) (?:comes|came|can come|answers|is answering|picks up|is picking up)
there (?:is|s) (?:nobody|no ?one)(?: (?:coming|here))?
no (?:help|ambulance|doctor|nurse) (?:is |s )?(?:coming|on (?:the|its) way|here)
WHO (?:is|are|s)(?: NOW)* not (?:coming|here|on (?:the|its|their) way)
WHO (?:isn t|isnt|aren t|arent) (?:coming|here|on (?:the|its|their) way)
WHO (?:won t|wont|will not) come|WHO never (?:comes|came)
"""
_BEFORE: Final = (  # no English 'no': 'no help is coming'
    r"(?:(?:ja+|jaja|jawel|oui|ouais|yes|yeah|yep|ok|oke|okay|nee|neen|non|dank u|bedankt|merci"
    r"|thanks|thank you|want|en|et|and|car|oh|ah|sorry) )*"
)
_BEHIND: Final = (
    r"(?: (?:nu|al|hoor|ze|zulle|he|maintenant|deja|hein|tout de suite|now|already|dank u|bedankt"
    r"|merci|thanks|thank you|dear|love|meneer|mevrouw|monsieur|madame))*"
)
_NOT_YET: Final = (
    r"(?: (?:nu|meer|nog|vandaag|vannacht|hier|hoor|ze|he|voor mij|mij|me|helpen|plus|ici|hein"
    r"|pour moi|m aider|aujourd hui|encore|now|here|yet|today|tonight|any ?more|for me|to help me"
    r"|to help))*"
)
_HELP = compiled(_COMES, _PARTS, _BEFORE, _BEHIND)
_NO_HELP = compiled(_NOBODY, _PARTS, rf"(?:(?:maar|mais|but|no) )?{_BEFORE}", _NOT_YET)


def says_help_comes(clause: str) -> bool:
    """'Mijn dochter komt eraan', 'l'ambulance est en route', as the whole of a clause."""
    return _HELP.fullmatch(plain(clause)) is not None


def says_nobody_comes(clause: str) -> bool:
    """'Er komt niemand', 'l'ambulance n'arrive pas', 'no help is coming'."""
    return _NO_HELP.fullmatch(plain(clause)) is not None
