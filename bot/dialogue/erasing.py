"""What her words say to 'shall I erase everything?'. Nothing is erased by a guess: a clear yes is a
yes and nothing else, and words that would have a part of it erased are no yes.

Normalised (see `words.plain`).
"""

from __future__ import annotations

import re
from typing import Final

ERASE_ALL: Final = "erase_all"

# 'Sorry, ja', 'ok, efface tout'. Not 'ah' and 'och': 'och ja' sighs, and 'ah oui' nods.
_NOD: Final = "ok|oke|okay|okee|d accord|akkoord"
_LEADS: Final = re.compile(rf"(?:(?:{_NOD}|sorry|pardon|excuseer|toch|finalement) )*")
_YES: Final = "ja|jazeker|jawel|oui|ouais|yes|yeah|yep"
_BEGINS: Final = re.compile(rf"{_LEADS.pattern}(?:{_YES})\b(?: (?:{_YES}|{_NOD})\b)*")
# 'Jaja', 'ja ja hoor' and 'yeah yeah' wave it away: what stands behind one has to be an order.
_WAVES: Final = re.compile(rf"{_LEADS.pattern}(?:jaja|(ja|ouais|yeah)(?: \1)+)\b(?: ja)*")
# As good as a yes, where nothing stands beside it.
_SURELY: Final = re.compile(
    r"(?:zeker|absoluut|absolument|certainement|absolutely|certainly|definitely)"
    r"(?: (?:wel|weten|en vast|aub|alstublieft|alsjeblieft|svp|s il (?:vous|te) plait|please))*"
)
# Politeness, 'I am sure', 'go ahead': beside a yes, or an order to erase, they are no more.
_BESIDE: Final = re.compile(
    r"\b(?:aub|alstublieft|alsjeblieft|dank (?:u|je)|bedankt|hoor"
    r"|graag|gerust|zeker(?: weten| en vast)?|absoluut|natuurlijk|tuurlijk|dat is goed|echt"
    r"|ik ben (?:heel )?zeker"
    r"|(?:dat|het|t) mag(?! weg)|(?:u|ge|je) (?:mag|moogt)"
    r"(?= dat\b|$)|doet? (?:dat |het )?maar(?! al)|doe (?:dat|het)|dat wil ik"
    r"|ik wil (?:dat|het)(?=$)"
    r"|svp|s il (?:vous|te) plait|merci|bien sur|je suis (?:bien )?(?:sure?|certaine?)"
    r"|certaine?|certainement|absolument|allez y|vas y"
    r"|je (?:le )?veux(?=$)|vous pouvez(?=$)|tu peux(?=$)"
    r"|please|thanks?(?: you)?|i (?:am|m) (?:very )?sure|of course|absolutely|certainly|definitely"
    r"|go ahead|(?:please )?do it"
    r"|you (?:can|may)(?=$)|i (?:do|want (?:that|it))(?=$))\b"
)
_ERASE_WORDS: Final = """
wis wissen verwijder verwijderen schrap schrappen weg
efface effacer effacez supprime supprimer supprimez
erase delete remove wipe
"""
_ERASE: Final = frozenset(_ERASE_WORDS.split())
_ALL_WORDS: Final = "alles allemaal gegevens tout toutes tous donnees everything all data"
_ALL: Final = frozenset(_ALL_WORDS.split())
_OF_HER_WORDS: Final = "van over mij me mijn al sur moi mes de about of my the it that dat het"
_OF_HER: Final = frozenset(_OF_HER_WORDS.split())
# Who is asked, how, and what says 'all that you keep of me'.
_AROUND_WORDS: Final = """
u ge gij je jij mag mogen moogt kunt kan moet wil ik dat het t maar nu direct doe haal van over mij
me heel al helemaal mijn dit vous tu pouvez peux veux je le la les moi maintenant sur mes de
vraiment you can may it that i want to of about me my now really the
"""
_AROUND: Final = frozenset(_AROUND_WORDS.split())
_LONGEST: Final = 14  # words of a clear yes
# What is to go, and no wish to keep or to know it: 'wis alles wat je over mij weet'.
_KEPT: Final = re.compile(
    r"\b(alles|gegevens|tout|donnees|everything|all|data) (?:"
    r"(?:wat|dat) (?:u|ge|gij|je|jij) (?:(?:over|van) (?:mij|me) )?(?:bewaart|weet|onthoudt)"
    r"|ce que (?:vous|tu) (?:savez|sais|gardez|gardes)|(?:that )?you (?:keep|know))\b"
)
# No order: 'moet ik alles wissen' asks, 'ik wis alles' and 'vous effacez tout' say what somebody
# does, 'tout effacé' what is done.
_NO_ORDER: Final = re.compile(
    r"\A(?:moet|mag|mogen|moogt|kan|kunt|wil|can|may|peux|pouvez|veux)\b"
    r"|\b(?:ik|i) (?!(?:wil|want)\b)|\bje peux\b|\btout (?:efface|supprime)\b"
    r"|\b(?:je|u|ge|gij|jij|vous|tu|you) "
    r"(?:wis|verwijder|schrap|efface|effacez|supprime|supprimez|erase|delete|remove|wipe)\b"
)
_MAY_BE: Final = re.compile(r"\b(?:ge|gij|u|je|jij) kunt\b")  # 'ge kunt alles wissen'
# Who forgets everything says so, and gives no order: only behind a yes these words are one.
_FORGET: Final = re.compile(
    r"\A(?:vergeet (?:(?:nu|dan|gerust|maar) )?(?=alles\b)|oublie[zs]? (?=tout\b)"
    r"|forget (?=everything\b))"
)
# 'Alles mag weg', 'haal het weg': not 'ik wil weg', 'ge moet weg', 'haal mij weg'.
_GOES: Final = frozenset({"mag", "mogen", "moet", "doe", "haal"})
_IT: Final = _ALL | {"het", "dat", "t", "dit"}
_ALL_GONE: Final = re.compile(r"alles (?:maar )?weg")

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
_POLITE: Final = frozenset({"aub", "alstublieft", "alsjeblieft", "svp", "please"})
_NARROW: Final = re.compile(rf"{_ONLY}|{_OF} (?P<whom>\w+(?: \w+)?)")


def is_yes(text: str, typed: str) -> bool:
    """Whether this is a clear yes and nothing more: 'ja, wis alles maar, alstublieft'."""
    if "?" in text or len(typed.split()) > _LONGEST:
        return False
    if _SURELY.fullmatch(_LEADS.sub("", typed, count=1)):
        return True
    waves = _WAVES.match(typed)
    begins = None if waves else _BEGINS.match(typed)
    led = waves or begins or _LEADS.match(typed)
    rest = typed[led.end() :] if led else typed
    rest = " ".join(_KEPT.sub(r"\1", _BESIDE.sub(" ", rest.strip())).split())
    return (begins is not None and not rest) or _orders(rest, after_yes=begins is not None)


def _orders(typed: str, *, after_yes: bool) -> bool:
    """Whether it is an order to erase everything. Behind a yes a half of it will do."""
    if after_yes:
        typed = _FORGET.sub("wis ", typed)
    heard = frozenset(typed.split())
    if not heard <= _ERASE | _ALL | _AROUND or _NO_ORDER.search(typed):
        return False
    if "weg" in heard and not (after_yes and _ALL_GONE.fullmatch(typed)):
        return "wil" not in heard and bool(heard & _GOES and heard & (_IT if after_yes else _ALL))
    if after_yes:
        return bool(heard & _ERASE) or bool(heard & _ALL and heard <= _ALL | _OF_HER)
    return bool(heard & _ERASE and heard & _ALL) and not _MAY_BE.search(typed)


def narrows(typed: str) -> bool:
    """Whether only a part is meant: 'enkel', 'sauf', 'about my sister'."""
    found = _NARROW.search(typed)
    if found is None:
        return False
    whom = found["whom"]
    return whom is None or not HERSELF.issuperset(set(whom.split()) - _POLITE)
