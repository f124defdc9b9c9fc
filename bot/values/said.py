"""The people and animals of a resident, as one says them to her: 'uw broer', 'ta mère', 'your dog'.

For what is kept by its canonical name alone, without any words of hers.
"""

from __future__ import annotations

from typing import Final

#: canonical name -> Dutch, French (with an f where 'ta' is right), English.
SAID: Final[dict[str, tuple[str, str, str]]] = {
    "grandchild": ("kleinkind", "petit-enfant", "grandchild"),
    "grandparent": ("grootouder", "grand-parent", "grandparent"),
    "in_law": ("schoonfamilie", "f belle-famille", "in-laws"),
    "ex": ("ex", "ex", "ex"),
    "wife": ("vrouw", "f femme", "wife"),
    "husband": ("man", "mari", "husband"),
    "partner": ("partner", "partenaire", "partner"),
    "mother": ("moeder", "f mère", "mother"),
    "father": ("vader", "père", "father"),
    "parents": ("ouders", "parents", "parents"),
    "daughter": ("dochter", "f fille", "daughter"),
    "son": ("zoon", "fils", "son"),
    "child": ("kind", "enfant", "child"),
    "sister": ("zus", "f sœur", "sister"),
    "brother": ("broer", "frère", "brother"),
    "aunt_uncle": ("oom of tante", "oncle ou tante", "uncle or aunt"),
    "niece_nephew": ("neef of nicht", "neveu ou nièce", "nephew or niece"),
    "friend": ("vriend", "ami", "friend"),
    "neighbour": ("buur", "voisin", "neighbour"),
    "colleague": ("collega", "collègue", "colleague"),
    "boss": ("baas", "chef", "boss"),
    "landlord": ("huisbaas", "propriétaire", "landlord"),
    "family": ("familie", "f famille", "family"),
    "dog": ("hond", "chien", "dog"),
    "cat": ("kat", "chat", "cat"),
    "bird": ("vogel", "oiseau", "bird"),
}
_PLURAL: Final = frozenset({"parents"})


def yours(key: str, language: str, informal: bool = False) -> str:
    """'brother' -> 'uw broer'. A name that is not known is said as it is."""
    if key not in SAID:
        return key
    dutch, french, english = SAID[key]
    if language == "nl":
        return f"{'je' if informal else 'uw'} {dutch}"
    if language == "en":
        return f"your {english}"
    feminine, noun = french.startswith("f "), french.removeprefix("f ")
    if key in _PLURAL:
        return f"{'tes' if informal else 'vos'} {noun}"
    mine = ("ta" if feminine else "ton") if informal else "votre"
    return f"{mine} {noun}"
