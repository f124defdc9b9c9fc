"""What people have that a friend would ask after: an animal, and what hurts or is being treated.

As in `nouns`: canonical name -> words in three languages, in plain text.
"""

from __future__ import annotations

from typing import Final

PETS: Final[dict[str, str]] = {
    "dog": "hond(?:je|en)?|chiens?|chienne|toutou|dogs?|doggie|puppy",
    "cat": "kat(?:je|ten)?|poes(?:je|en)?|kater|chats?|chatte|matou|cats?|kitten",
    "bird": (
        "vogel(?:tje|s)?|kanarie(?:s|tje|piet)?|parkiet(?:je|en)?|papegaai|oiseaux?|canari"
        "|perruche|perroquet|birds?|canary|budgie|parrot"
    ),
}
THINGS: Final[dict[str, str]] = {
    "leg": "been|benen|jambes?|legs?",
    "knee": "knie(?:en|s)?|genoux?|knees?",
    "hip": "heup(?:en)?|hanches?|hips?",
    "back": "rug|dos|back",
    "shoulder": "schouders?|epaules?|shoulders?",
    "arm": "arm(?:en)?|bras|arms?",
    "hand": "hand(?:en)?|pols(?:en)?|vingers?|mains?|poignets?|doigts?|hands?|wrists?|fingers?",
    "foot": "voet(?:en)?|enkels?|te(?:en|nen)|pieds?|chevilles?|orteils?|foot|feet|ankles?|toes?",
    "eyes": "ogen|oog|staar|yeux|oeil|vue|cataracte|eyes?|cataract",
    "ears": "oren|oor|oreilles?|ears?",
    "teeth": "tand(?:en)?|gebit|dents?|dentier|teeth|tooth",
    "head": "hoofd|hoofdpijn|migraine|tete|mal de tete|head|headaches?",
    "neck": "nek|nuque|cou|neck",
    "heart": "hart|coeur|heart",
    "stomach": "buik|maag|darmen|ventre|estomac|intestins|belly|stomach|tummy",
    "lungs": "longen|long|bronchitis|poumons?|bronchite|lungs?|chest infection",
    "treatment": (
        "operatie|ingreep|chemo|bestraling(?:en)?|behandeling|kine|scan|revalidatie|operation"
        "|intervention|chimio|rayons|traitement|scanner|reeducation|surgery|treatment|physio"
    ),
}
