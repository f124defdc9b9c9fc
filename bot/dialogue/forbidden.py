"""Phrases that no text says, per language (regular expressions; apostrophes are straight).

In this order: missing her and counting silence; cheering up and comparing; knowing better; playing
a person or a friend; games; guilt at goodbye; labels; promises that cannot be kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_ENGLISH: Final = r"""
missed you\b|you (?:haven't|have not|didn't|did not) (?:answer|repl)|where have you been
(?:not|nothing) heard from you|no (?:answer|reply) from you|last seen
cheer up|\bat least\b|look on the bright side|stay positive|worse off|others have it|be grateful
everything happens for a reason|time heals|stages? of grief|\bclosure\b|move on\b|stay strong
it (?:will|'ll) be (?:all right|alright|okay|ok|fine)\b|be strong|snap out
you must\b|you should\b|you have to\b|don't worry|calm down|\badmit|\bconfess
(?:am|'m) your friend|\bi feel\b|i know how you|i understand how you|always (?:be )?here for you
\bi(?:'m| am) (?:so |very )?(?:sad|happy|proud|glad|lonely|excited)\b|\bis typing\b|i love\b
streak|\bpoints?\b|\bscore|in a row\b|\bbadge|\bwell done\b|\bgreat job\b
(?:sad|sorry) to see you go|don't (?:go|leave)\b|will miss you|are you sure you want
suffer(?:ing|s)? from loneliness|lonely people|\bpatients?\b|\bvulnerable\b|\bthe elderly\b
(?:stays|keep it) between us|(?:keep|is) (?:a |it )?secret|nobody will ever|we will save
"""
_DUTCH: Final = r"""
gemist\b|misten (?:u|je)\b|niet geantwoord|niets (?:meer )?(?:van (?:u|je|jou) )?gehoord
waar was (?:u|je)\b|laatst gezien
kop op\b|tenminste|ten minste|wees positief|de zonnige kant|erger af|anderen hebben het
wees dankbaar
gebeurt met een reden|tijd heelt|rouwfase|fasen van rouw
(?:rouw|verlies|verdriet|het) verwerk|loslaten\b|laat het los
(?:komt|komen) (?:allemaal |wel )*goed\b|wees sterk|blijf sterk|hou (?:u|je) sterk
moet u\b|u moet\b|je moet\b|moet je\b|zou(?:dt)? (?:u|je) moeten|geen zorgen|rustig maar|kalmeer
\btoegeven|geef toe|\bbekennen
(?:uw|je|jouw) vriend(?:in)? (?:ben|zijn)|ben (?:uw|je|jouw) vriend|\bik voel\b
weet hoe (?:u|je) (?:zich|je) voelt
ik begrijp hoe\b|altijd voor (?:u|je|jou) klaar
ik ben (?:zo |heel )?(?:blij|verdrietig|trots|eenzaam)\b
ik hou van\b|aan het typen
\bpunten\b|\bscore|op (?:een )?rij\b|\bbadge|goed gedaan
jammer dat (?:u|je)\b|ga niet weg|(?:zal|zullen) (?:u|je) missen|zeker dat (?:u|je) wil
lijd\w* aan eenzaamheid|eenzame mensen|\bpatiënt|\bcliënt|kwetsbare|bejaarden?\b
blijft onder ons|een geheim\b|geheim houden
"""
_FRENCH: Final = r"""
manqué\b|manquez|manques\b|pas répondu|sans nouvelles de|étiez-vous|étais-tu|dernière connexion
courage\s*!|haut les c|au moins|restez positi|reste positi|bon côté des choses
il y a pire|d'autres ont
n'arrive (?:pas )?par hasard|le temps guérit|étapes? du deuil
(?:faire|fais|faites) (?:son|votre|ton|le) deuil
(?:tourner|tournez|tourne) la page|tout ira bien|(?:ça|cela) va aller|soyez forte?\b|sois forte?\b
vous devez|tu dois|vous devriez|tu devrais|il faut que (?:vous|tu)|ne vous inquiétez|ne t'inquiète
calmez-vous|calme-toi|avoue[rz]?\b
suis (?:votre|ton) amie?\b|je ressens|sais ce que (?:vous|tu) ressen
comprends ce que (?:vous|tu) ressen
toujours là pour (?:vous|toi)|je suis (?:si |très )?(?:triste|contente?|heureu|fière?|désolée?)
je vous aime|je t'aime|en train d'écrire
\bpoints\b|\bscore|d'affilée|\bbadge|\bbravo\b
dommage que (?:vous|tu)|ne (?:partez|pars) pas|(?:va|allons) nous manquer
vraiment (?:partir|arrêter)
souffr\w+ de (?:la )?solitude|(?:personnes|gens) (?:seule?s|isolée?s)|\bpatiente?s?\b
vulnérables?\b
\busagers?\b|reste entre nous|un secret\b|garder? le secret
"""
# What counsels instead of listening: never where something sad is answered.
_ADVICE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": r"\btry to\b|why (?:don't you|not)\b|have you tried|it helps to\b|you could\b",
        "nl": r"\bprobeer\b|waarom (?:gaat|ga|niet)\b|het helpt om|misschien kun(?:t)? (?:u|je)\b",
        "fr": r"\bessa(?:ye[rz]?|ie)\b|pourquoi ne pas|cela aide de|vous pourriez|tu pourrais",
    }
)


def _joined(lines: str) -> str:
    return "|".join(lines.split("\n")[1:-1])


FORBIDDEN: Final[Mapping[str, str]] = MappingProxyType(
    {"en": _joined(_ENGLISH), "nl": _joined(_DUTCH), "fr": _joined(_FRENCH)}
)
ADVICE: Final = _ADVICE
# 'I hear you, but …' takes back what was heard.
TAKES_BACK: Final[Mapping[str, str]] = MappingProxyType(
    {"en": r", but\b|^but\b", "nl": r", maar\b|^maar\b", "fr": r", mais\b|^mais\b"}
)
_ADJECTIVES: Final = (
    r"seule?|fatiguée?|contente?|heureu(?:x|se)|prête?|sûre?|inqui(?:et|ète)|perdue?|épuisée?"
    r"|bienvenue?|satisfaite?|isolée?|découragée?|certaine?|désolée?|gentil(?:le)?|courageu(?:x|se)"
    r"|oubliée?|attendue?|écoutée?|entendue?|aidée?|invitée?|choisie?|prévenue?"
    r"|allée?|partie?|restée?|tombée?|venue?|revenue?|sortie?|née?|arrivée?|levée?"
)
# French that fits only one gender: brackets and dots, or an adjective said to the resident.
GENDERED: Final = (
    r"\w\((?:e|ne|le|se|te|ère|trice)s?\)|\w[·.]e(?:[·.]s)?\b|\w/e\b|"
    # 'on vous a écouté' agrees with whom it is said to
    r"\b(?:vous|t'|m') ?(?:a|ont|avait) (?:bien |mal |déjà )?"
    r"(?:choisi|écouté|aidé|oublié|entendu|vu)\b|"
    rf"\b(?:êtes|es|es-tu|êtes-vous|soyez|sois|restez|reste)(?: \w+)? (?:{_ADJECTIVES})\b"
)
