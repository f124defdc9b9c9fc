"""Plain words for a person: that somebody shall come, and that nobody need come any more.

Each is the whole of a message, as `words.plain` leaves it, so that no story and no danger hides
in it. 'Ik wil niemand meer zien' and 'I don't want anyone any more' are in neither: they may be
said of everybody, and are for safety, and so may 'je ne veux plus de personne', 'ik moet geen mens
meer hebben'. Nor is 'ik heb geen mens meer': that is who has nobody.
"""

from __future__ import annotations

import re
from typing import Final

_NL: Final = r"(?:iemand|(?:een|ne|n) (?:echte? )?(?:mens|persoon|vrijwilliger))"
_FR: Final = r"(?:quelqu ?un|un (?:vrai )?humain|une (?:vraie )?personne|une? benevole)"
_EN: Final = r"(?:some ?one|some ?body|(?:a )?(?:real )?(?:person|human|volunteer))"
_PLEASE: Final = (
    r"(?:aub|a u b|alstublieft|alsjeblieft|graag|svp|stp|s il (?:vous|te) plait|please)"
)
_NOW: Final = (
    r"(?:nu|meer|toch|vandaag|hoor|he|hein|ze|nog|langer|direct|maintenant|tout de suite|finalement"
    r"|merci|dank u|bedankt|thanks|thank you|now|any ?more|after all|today|right away"
    rf"|{_PLEASE})"
)
_YES: Final = r"(?:ja|jaja|jawel|oui|ouais|yes|yeah|ok|oke|okay|allez|toe|liever|maar|mais|but)"
_ASKED: Final = re.compile(
    rf"(?:(?:{_YES}|{_PLEASE}) )*(?:"
    rf"(?:ik|k) (?:wil|wou|zou willen)(?: (?:graag|liever|wel|nu))* (?:dat|da) (?:er )?{_NL}"
    r" (?:(?:mij|me) )?(?:komt|langskomt|helpt|belt|schrijft)"
    rf"|(?:ik|k) (?:wil|wou|zou)(?: (?:graag|liever|wel|nu))* {_NL}(?: (?:willen|spreken|hebben))*"
    rf"|laat(?: (?:maar|nu|dan))* {_NL} komen|{_NL} {_PLEASE}"
    rf"|(?:je (?:veux|voudrais|prefere)|j aimerais)(?: bien)? que {_FR}"
    r" (?:vienne|m aide|me parle|m ecrive|m appelle)"
    rf"|(?:je (?:veux|voudrais)|j aimerais)(?: bien)? (?:avoir )?{_FR}"
    rf"|(?:faites|fais) venir {_FR}|{_FR} {_PLEASE}"
    rf"|send(?: me)? {_EN}"
    rf"|i (?:do )?(?:want|need|would like|d like)(?: to have)? {_EN}"
    rf"(?: to (?:come|help me|talk to|write to me))?|(?:let )?{_EN} (?:{_PLEASE}|come)"
    rf")(?: {_NOW})*"
)
_FIRST: Final = (
    r"(?:nee|neen|non|no|nope|ja|oui|yes|ok|oke|sorry|pardon|stop(?: waiting)?|laat maar"
    r"|never ?mind|laisse[sz]?(?: tomber)?|wacht niet meer|finalement|en fait|actually|toch|maar"
    r"|mais|but|ah|oh"
    r"|eigenlijk|merci|dank u|bedankt|thanks|thank you|please)"
)
_NOBODY: Final = re.compile(
    rf"(?:{_FIRST} )*(?:"
    r"(?:(?:ik|k) )?(?:wil|wou|hoef)(?: (?:nu|toch|liever|eigenlijk|ook))*"
    r" geen (?:mens|vrijwilliger|persoon)(?: (?:meer|nu|te|spreken))*"
    r"|(?:(?:ik|k) )?(?:wil|moet)(?: (?:nu|toch))* geen vrijwilliger(?: (?:meer|nu|hebben))*"
    r"|(?:(?:ik|k) )?(?:wil|hoef)(?: (?:nu|toch|liever))* niemand(?: (?:meer|nu))* (?:te )?spreken"
    r"|(?:(?:ik|k) )?heb(?: (?:nu|toch|liever|eigenlijk|ook))*"
    r" (?:geen (?:mens|vrijwilliger|persoon)|niemand)(?: (?:meer|nu))* nodig"
    r"|er (?:moet|hoeft) (?:toch )?niemand(?: meer)?(?: te)? komen"
    r"|(?:je )?(?:ne )?(?:veux|voudrais) (?:plus|pas)"
    r" (?:(?:(?:de|d|du|le|la|l|ce|cette|un|une) )+benevole"
    r"|(?:d )?(?:la|l|cette|cet|un|une) (?:personne|humain))"
    rf"|(?:(?:je )?(?:n )?ai )?(?:plus|pas) besoin (?:de |d )(?:{_FR}|benevole|la personne)"
    rf"|(?:je )?(?:ne )?veux (?:plus|pas) parler (?:a|avec) {_FR}"
    r"|(?:n )?(?:envoie|envoyez) (?:plus|pas) (?:personne|de benevole)"
    r"|i (?:do not|don t|dont|no longer) (?:want|need|wan+a)"
    rf" (?:to )?(?:(?:(?:talk|speak) (?:to|with) )?(?:the )?{_EN}"
    r"|(?:(?:talk|speak) (?:to|with) )?any volunteer)"
    r"|no (?:person|human|volunteer)(?: needed)?"
    rf")(?: {_NOW})*"
)


_OF_ALL: Final = re.compile(r"\b(?:niemand|mens|persoon)\b.*\bmeer\b")


def asked_for(typed: str) -> bool:
    """'Ja laat iemand komen', 'oui quelqu'un stp', 'yes i want somebody'. Of plain words."""
    return _ASKED.fullmatch(typed) is not None


def not_wanted(typed: str) -> bool:
    """'Ik wil geen mens meer', 'plus besoin de quelqu'un', 'stop waiting, I don't want a person
    now'. Of plain words. It means something only while one is asked for."""
    return _NOBODY.fullmatch(typed) is not None


def may_be_of_all(typed: str) -> bool:
    """'Ik heb niemand meer nodig', 'ik wil geen mens meer': a model's doubt of it stands."""
    return _OF_ALL.search(typed) is not None
