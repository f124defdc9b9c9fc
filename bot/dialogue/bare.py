"""Bare answers and wishes that must work with the NLU down, normalised (see `words.plain`)."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

_AFFIRM: Final = (
    "ja, jawel, toch wel, oui quand meme, si si, jaja, ja hoor, ja graag, graag, "
    "doe maar, goed, ok, oke, okay, okee, is goed, "
    "t is goed, dat is goed, da s goed, c est bon, that s fine, allez y, vas y, go ahead, "
    "oui, ouais, oui oui, d accord, volontiers, avec plaisir, "
    "yes, yes please, yep, yeah, sure, fine"
)
_DENY: Final = (
    "nee, neen, nee bedankt, neen bedankt, neen dank u, nee dank u, nee dank je, liever niet, "
    "non, non merci, no, no thanks, no thank you, nope"
)
_SKIP: Final = (
    "overslaan, sla over, niet vandaag, laat maar, later, straks, passer, je passe, plus tard, "
    "pas aujourd hui, pas maintenant, laisse tomber, laisse, laissez, laat zo, "
    "laat het zo, niks veranderen, niets veranderen, alles laten zoals het is, laat alles zo, "
    "rien changer, ne rien changer, ne change rien, ne changez rien, laisse tout, laissez tout, "
    "change nothing, leave it as it is, leave everything, leave it, skip, "
    "not today, not now, never mind"
)
_LESS: Final = (
    "minder, wat minder, iets minder, liever minder, moins, un peu moins, less, a bit less, fewer"
)
BARE: Final = MappingProxyType(
    {
        intent: frozenset(words.split(", "))
        for intent, words in (
            ("affirm", _AFFIRM),
            ("deny", _DENY),
            ("skip", _SKIP),
            ("offer_less", _LESS),
        )
    }
)
_STOP: Final = "stop, stop nu, stop it, stop now, stoppen, arrete, arretez, arreter"
_PAUSE: Final = "pauze, pauzeren, pause, une pause, een pauze, a pause"
_PERSON: Final = (
    "mens, een mens, iemand, een persoon, une personne, quelqu un, un humain, "
    "a person, person, human, a human, someone"
)
BARE_WISHES: Final = MappingProxyType(
    {
        "stop_contact": frozenset(_STOP.split(", ")),
        "pause_contact": frozenset(_PAUSE.split(", ")),
        "request_human": frozenset(_PERSON.split(", ")),
    }
)
