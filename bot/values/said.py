"""The people and animals of a resident, as one says them to her: 'uw broer', 'ta mère', 'your dog'.

For what is kept by its canonical name alone, without any words of hers.
"""

from __future__ import annotations

import re
from typing import Final

from bot.values.nouns import RELATIONS
from bot.values.plain import plain

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
#: The same of a woman, where the name alone does not tell: her words did.
SHE: Final[dict[str, tuple[str, str, str]]] = {
    "grandchild": ("kleindochter", "f petite-fille", "granddaughter"),
    "grandparent": ("grootmoeder", "f grand-mère", "grandmother"),
    "aunt_uncle": ("tante", "f tante", "aunt"),
    "niece_nephew": ("nicht", "f nièce", "niece"),
    "friend": ("vriendin", "v amie", "friend"),
    "neighbour": ("buurvrouw", "f voisine", "neighbour"),
    "partner": ("partner", "f compagne", "partner"),
}
#: Behind a canonical name: it is a woman.
WOMAN: Final = ":f"
_OF_A_WOMAN: Final = re.compile(
    r"kleindochter\w*|petites?-filles?|granddaughter|grootmoeder|oma|bomma|moemoe|meme|mamie"
    r"|bonne-maman|grand-mere|grand(?:ma|mother)|granny|nan|tante|aunt(?:ie)?|nicht\w*|niece|cousines?"
    r"|vriendin(?:nen)?|amies?|girlfriend|bu+r(?:vrouw|meisje)|voisines?|compagne|copine|levensgezellin"
)
_PLURAL: Final = frozenset({"parents"})


def is_woman(key: str, text: str) -> bool:
    """Whether all who are called so in a text are women: 'ma voisine Lucienne est morte'."""
    if key not in SHE:
        return False
    found = re.findall(rf"(?<![a-z'-])(?:{RELATIONS[key]})(?![a-z-])", plain(text).text)
    return bool(found) and all(_OF_A_WOMAN.fullmatch(one) for one in found)


def yours(key: str, language: str, informal: bool = False) -> str:
    """'brother' -> 'uw broer', 'neighbour:f' -> 'uw buurvrouw'. A name that is not known is said as
    it is."""
    name = key.removesuffix(WOMAN)
    if name not in SAID:
        return key
    dutch, french, english = SHE.get(name, SAID[name]) if key != name else SAID[name]
    if language == "nl":
        return f"{'je' if informal else 'uw'} {dutch}"
    if language == "en":
        return f"your {english}"
    feminine, noun = french.startswith("f "), french.removeprefix("f ").removeprefix("v ")
    if key in _PLURAL:
        return f"{'tes' if informal else 'vos'} {noun}"
    mine = ("ta" if feminine else "ton") if informal else "votre"
    return f"{mine} {noun}"
