"""What stands behind a yes to a gentle question of safety and leaves no doubt of that yes: that she
needs help, or who it is that hurts her. Each is the whole of what she says, as `words.plain` leaves
it; whatever else stands there is asked about."""

from __future__ import annotations

from typing import Final

from bot.dialogue.lines import compiled

_PARTS: Final = {
    "HULP": r"(?:hulp|iemand|(?:een|ne|n|de) (?:dokter|ambulance|ziekenwagen|politie)|politie|112)",
    "AIDE": r"(?:de l aide|quelqu un|(?:un|une|le|la|l) (?:medecin|docteur|ambulance|police)"
    r"|(?:les )?secours|(?:le )?112)",
    "AID": r"(?:help|some ?one|some ?body|(?:an? |the )?(?:doctor|ambulance|police)|112)",
    "HIJ": r"(?:(?:de|den|het|mijn|mijne|mijnen|mij|mn|m n|men) )?(?:man|vent|ex|vriend|vriendin"
    r"|lief|vrouw|partner|echtgenoot|echtgenote|zoon|dochter|vader|moeder|broer|zus"
    r"|schoon(?:vader|moeder|zoon|dochter)|huisgenoot|buurman|buurvrouw)",
    "IL": r"(?:mon|ma|le|la|l) (?:ex|mari|femme|copain|copine|conjointe?|compagnon|compagne|homme"
    r"|pere|mere|frere|soeur|fils|fille|beau (?:pere|frere|fils)|belle (?:mere|fille)|coloc"
    r"|voisine?)",
    "HE": r"(?:my|the) (?:ex|husband|wife|partner|boyfriend|girlfriend|man|father|dad|mother|mum"
    r"|brother|sister|son|daughter|flatmate|housemate|neighbour|mother in law|father in law)",
}
_NEEDED: Final = r"""
help(?: (?:mij|me|ons))?|(?:ik|k) (?:heb|wil) (?:dringend )?hulp(?: nodig)?|HULP(?: nodig)?
(?:bel|haal|roep|stuur|verwittig) (?:(?:mij|me|dan|nu|toch|direct) )*HULP(?: voor (?:mij|me))?
aide[zr]? ?(?:moi|nous)|(?:j ai )?besoin d (?:aide|un medecin|une ambulance)|au secours|AIDE
(?:appele|apele|appelle|appeler|appelez|envoie|envoyez|cherche|cherchez) AIDE(?: pour moi)?
help(?: (?:me|us))?|i (?:do )?(?:need|want) AID|AID
(?:call|send|get|fetch|phone|ring) (?:me )?AID(?: for me)?
"""
_WHO: Final = r"""
(?:(?:het|dat|t) is )?HIJ(?: (?:doet|deed) (?:dat|het))?
(?:c est )?IL
(?:(?:it|that)(?: is| s) )?HE(?: (?:does|did)(?: (?:it|that))?)?
"""
_BEFORE: Final = (
    r"(?:ja|jaja|jawel|oui|ouais|yes|yeah|yep)"
    r"(?: (?:maar|mais|but|and|en|et|dat|ca|that|aub|svp|please|echt|vraiment|really))* "
)
_BEHIND: Final = (
    r"(?: (?:nu|aub|alstublieft|alsjeblieft|asjeblieft|direct|meteen|dringend|snel|rap|a u b"
    r"|maintenant|svp|stp|s il (?:vous|te) plait|vite|tout de suite"
    r"|now|please|quick(?:ly)?|right away|weer|altijd|encore|toujours|again|always))*"
)
_NEED = compiled(_NEEDED, _PARTS, _BEFORE, _BEHIND)
_PERSON = compiled(_WHO, _PARTS, _BEFORE, _BEHIND)


def needs_help(typed: str) -> bool:
    """'Ja, help mij', 'oui, appelez un médecin', 'yes, call somebody'. Of plain words."""
    return _NEED.fullmatch(typed) is not None


def names_who(typed: str) -> bool:
    """'Ja, mijn man', to whether somebody hurts her. Of plain words."""
    return _PERSON.fullmatch(typed) is not None
