"""Whom the first words of a message name: 'Dag Marc', 'Marc, hoe gaat het?'. Pure.

What is said before a name is passed over; any part of the name counts, as people write it.
"""

from __future__ import annotations

from typing import Final

from bot.dialogue.words import plain

_BEFORE_WORDS: Final = """
dag goeiedag goedendag goeiendag goede goeie goeden morgen goedemorgen goeiemorgen middag namiddag
goedemiddag goeiemiddag goeienamiddag avond goedenavond goeienavond goeieavond hallo hey hei hoi
heyhey yo salut saluut ha ah aha he ja nee neen ok oke okay en maar dus sorry pardon beste lieve
liefste waarde mevrouw meneer mijnheer mevr dhr voor aan tegen zeg hoe gaat het met dank u je
dankjewel bedankt merci welkom
bonjour bonsoir coucou cher chere allo eh ah oui non et mais donc alors desole desolee madame
monsieur mme mr mlle pour a merci
hi hello hey dear good morning afternoon evening day yes no and but so sorry mrs ms miss sir madam
for to thanks thank you well
"""
_BEFORE: Final = frozenset(_BEFORE_WORDS.split())
_SMALL_WORDS: Final = "van de den der het t ter ten le la les du des d l el al of the"
_SMALL: Final = frozenset(_SMALL_WORDS.split())


def names(words: str, name: str, but: str = "") -> bool:
    """Whether the words begin with a name, or with a greeting and it. `but`: a name that may stand
    there, though it shares a part."""
    parts = set(plain(name).split()) - set(plain(but).split()) - _SMALL
    for word in plain(words).split():
        if word in parts:
            return True
        if word not in _BEFORE:
            return False
    return False
