"""What her words say to 'shall I erase everything?'. Nothing is erased by a guess: a clear yes is a
yes and nothing else, and words that would have a part of it erased are no yes.

Normalised (see `words.plain`).
"""

from __future__ import annotations

import re
from typing import Final

ERASE_ALL: Final = "erase_all"

NODS: Final = frozenset({"ok", "oke", "okay", "okee", "d accord"})
_YES_WORDS: Final = """
ja jaja jawel zeker graag akkoord oui ouais volontiers yes yeah yep sure definitely
"""
_YES: Final = frozenset(_YES_WORDS.split())
_ERASE_WORDS: Final = """
wis wissen wist gewist verwijder verwijderen verwijdert schrap schrappen vergeet vergeten weg
efface effacer effacez supprime supprimer supprimez oublie oublier oubliez
erase erased delete deleted remove removed forget wipe
"""
_ERASE: Final = frozenset(_ERASE_WORDS.split())
_ALL_WORDS: Final = "alles allemaal gegevens tout toutes tous donnees everything all data"
_ALL: Final = frozenset(_ALL_WORDS.split())
# Who is asked, how, politeness, a nod, and what says 'all that you keep of me'.
_AROUND_WORDS: Final = """
ok oke okay
u ge gij je jij mag moogt kunt kan moet wil ik ben dat het t maar gerust nu direct a b aub
alstublieft alsjeblieft dank bedankt hoor doe worden van over mij me heel al zeker echt helemaal
mijn gegevens dit
vous tu pouvez peux veux je suis le la les svp s il plait merci toi moi bien sur sure maintenant
allez vas y mes donnees de d accord vraiment
you can may please thanks thank do it that i am want to of about me my data now go ahead really the
"""
_AROUND: Final = frozenset(_AROUND_WORDS.split())
_LONGEST: Final = 14  # words of a clear yes
# What is to go, and no wish to keep or to know it: 'wis alles wat je over mij weet'.
_KEPT: Final = re.compile(
    r"\b(?:(?:wat|dat) (?:u|ge|gij|je|jij) (?:(?:over|van) (?:mij|me) )?(?:bewaart|weet|onthoudt)"
    r"|ce que (?:vous|tu) (?:savez|sais|gardez|gardes)|(?:that )?you (?:keep|know))\b"
)
# 'forget it' may be no more than 'never mind'
_IDIOM: Final = frozenset({"vergeet", "vergeten", "oublie", "oublier", "oubliez", "forget"})

_ONLY: Final = (
    r"\b(?:enkel|alleen|slechts|behalve|uitgezonderd|niet alles|een deel|dat van|die van"
    r"|seulement|uniquement|juste(?! (?:efface|oublie|supprime))|sauf|excepte|une partie|pas tout"
    r"|only|just(?! (?:erase|delete|forget|do|go)\b)|except|apart from|a part|some of"
    r"|not (?:all|everything)|but not)\b"
)
_OF: Final = (
    r"\b(?:(?:wat ik (?:\w+ ){0,3}|alles |dat |dit |iets )(?:van|over)|over"
    r"|(?:tout|ce que (?:\w+ ){1,4})(?:sur|de|du|d|des)|(?<!bien )sur|a propos de|au sujet de"
    r"|concernant"
    r"|(?:everything|all|what (?:\w+ ){1,4}|anything)(?: that)?(?: i said)? (?:of|about|from|on)"
    r"|about)"
)
# 'alles over mij', 'tout de suite', 'all of my data' is still everything.
_HERSELF_WORDS: Final = """
mij me mezelf mijzelf mijn moi meme mes ma mon myself my u uw je jou jouw ge vous vos toi tes
you your gegevens data donnees info informatie informations information berichten messages
suite nu direct maintenant now hier ici here it this that dit dat het t la le les the alles
tout ce que ca cela sure everything heb hebt weet bewaart savez gardez have keep know
"""
HERSELF: Final = frozenset(_HERSELF_WORDS.split())
_NARROW: Final = re.compile(rf"{_ONLY}|{_OF} (?P<whom>\w+(?: \w+)?)")


def is_yes(text: str, typed: str) -> bool:
    """Whether this is a clear yes and nothing more: 'ja, wis alles maar, alstublieft'."""
    words = _KEPT.sub(" ", typed).split()
    if not words or "?" in text or len(words) > _LONGEST or words[1:] == ["maar"]:
        return False
    heard = frozenset(words)
    if not heard <= _YES | _ERASE | _ALL | _AROUND or (heard & _IDIOM and not heard & _ALL):
        return False
    return bool(heard & _YES) or bool(heard & _ERASE and heard & _ALL)


def narrows(typed: str) -> bool:
    """Whether only a part is meant: 'enkel', 'sauf', 'about my sister'."""
    found = _NARROW.search(typed)
    if found is None:
        return False
    whom = found["whom"]
    return whom is None or not HERSELF.issuperset(whom.split())
