"""What words say to a text that waits for her yes. Pure; it works without the language model too.

A plain no is one of a few words and nothing else: 'nee, dat van mijn zoon moet eruit' begins like
one, and to the model it is one. So is a yes: beside a 'but', a 'not' or a 'without' the model's yes
is none. What would have a part of the text otherwise is told by its own words, whatever the model
makes of it.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from bot.dialogue import somebody
from bot.dialogue.answers import CLEAR, bare, wish
from bot.dialogue.declined import declines
from bot.dialogue.simpler import SIMPLER
from bot.dialogue.words import plain
from bot.understanding import Understanding
from bot.wishes import says_no, says_yes


class Said(StrEnum):
    YES = "yes"
    NO = "no"
    PART = "part"  # something about a part of it, or what should be in it
    WHO = "who"  # who would read it
    UNSURE = "unsure"  # nobody can tell what it is about


_PART: Final = re.compile(
    r"""
    \b(?:zinne(?:tje|ke)s?|zinnen|(?:die|dat|deze|dees|eerste|tweede|derde|laatste)\ zin)\b
    |(?<!\bik\ )(?<!\bk\ )\b(?:moet|moeten|mag|mogen|kan|kunnen|hoeft)\b.{0,20}
      \b(?:er\ ?(?:af|uit|bij|tussenuit)|er\ niet\ (?:in|bij)|(?:niet\ )?erin|weg)$
    |\b(?:moet|moeten|mag|mogen|hoeft)\ er\ (?:niet\ in|uit|af|bij)\b
    |\b(?:laat|haal|doe|neem|zet|schrijf)\b.{0,40}\b(?:weg|eruit|eraf|erbij|er\ (?:uit|af|bij))\b
    |\b(?:weglaten|weghalen|wegdoen|schrappen|doorhalen|verwijder|verwijderen|weggelaten)\b
    |\bschrap\ (?:dat|die|het|de)\b
    |\b(?:zet|schrijf)\ (?:maar\ |gewoon\ |liever\ |er\ )*(?:dat|bij|in\ de\ plaats)\b
    |\b(?:de\ rest|al\ het\ andere)\ (?:mag|is\ goed|kan|wel)\b
    |\b(?:dat|dit|het)\ klopt\ niet\b
    |\bphrases?\b
    |\b(?:enlevez|enlever|retirez|retirer|otez|oter|supprimez|supprimer)\b
    |^(?:non\ |et\ |mais\ )?(?:enleve|retire|ote|supprime)\b
    |\b(?:mettez|mets|mettre|ecrivez|ecris|ecrire)\ (?:plutot\ |juste\ |bien\ |seulement\ )*qu?e?\b
    |\ble\ reste\ (?:ca\ )?(?:peut|va|c\ est\ bon|est\ bon|est\ bien)\b
    |\bce\ n\ est\ pas\ (?:juste|correct|exact)\b
    |\bsentences?\b
    |\b(?:take|leave|cut|strike|cross)\b.{0,30}\b(?:out|off|away)$
    |\b(?:remove|delete)\ (?:the|that|this|it)\b
    |\b(?:put|write)\ (?:down\ |instead\ |in\ )*that\b
    |\bthe\ rest\ (?:is\ (?:fine|ok|okay|good)|can|may)\b
    |\b(?:that|this|it)\ (?:is\ not|isn\ t)\ (?:right|correct|true)\b
    """,
    re.VERBOSE,
)
_AND: Final = r"(?:en|maar|ja|et|mais|oui|and|but|yes|ok|oke)"
_WHO: Final = re.compile(
    rf"(?:{_AND}\ )*(?:(?:wie\ (?:is|leest|gaat|zal|krijgt|komt)|welke\ (?:mens|vrijwilliger))"
    r"|ken\ ik\ (?:die|hem|haar)"
    r"|(?:c\ est\ qui|qui\ (?:est\ ce|est|c\ est|va|lira|lit|vient)|quel(?:le)?\ benevole)"
    r"|je\ (?:le|la)\ connais|(?:who\ (?:is|s|will|reads|gets|would|comes)|which\ volunteer)"
    r"|do\ i\ know\ (?:them|him|her))\b"
)
_WHO_SELF: Final = re.compile(r"\b(?:u|jij|ge|gij|vous|toi|es tu|you|daar)\b")


# 'Niets delen' is a no, 'niets doen' a mood.
_SEND_IT: Final = r"delen|(?:ver|door)?sturen|doorgeven|partager|envoyer|transmettre|share|send"
_SHARE: Final = rf"(?:{_SEND_IT}|doen|faire|do)"
_DONT: Final = r"(?:don ?t|do not)"
# Not her words: without these it may be shared.
_TEXT: Final = (
    r"(?:het|dat|da|dit|t|ze|die|(?:de|deze|die) tekst|dit bericht|ca|cela|ceci"
    r"|(?:le|ce) (?:texte|message)|it|that|this|the text)"
)
_NOW: Final = (
    r"(?:nu|vandaag|vanavond|maintenant|aujourd hui|ce soir|tout de suite|(?:right )?now|today"
    r"|tonight)"
)
# A no that needs no model: 'oh nee', 'nee laat maar', 'pas encore', 'rather not'. The whole message
# is one. 'Nee dat niet' is one behind its no alone: 'dat niet' may be a sentence of it.
_NO: Final = r"(?:nee+|nee+n|nie|neeje|no+|non+|nn|nan|nenni|nope|nah|naw|nay)"
_DUTCH_NO: Final = (
    r"(?:laat|loat) (?:(?:het |dat |da |t )?(?:maar|zitten|vallen)|ze (?:maar )?(?:zitten|vallen))"
    r"(?: (?:zitten|vallen))?"
    rf"|(?:{_NOW} )?(?:(?:ik|k) (?:heb|had|deel) (?:{_TEXT} )?)?(?:toch |nu )*liever"
    rf" (?:maar |toch |nog )*(?:van )?(?:niet?|ni)(?: {_SHARE})?"
    rf"|(?:toch |maar |liever |zeker |echt )*(?:(?:niet|ni) {_SHARE}|(?:niks|niets) (?:{_SEND_IT}))"
    rf"|(?:zeker|absoluut|echt|toch|helemaal|bijlange)"
    r" (?:niet?|ni)|(?:(?:niet?|ni|niks|niets) voor mij"
    r"|gee?ne? (?:zin|goesting|interesse|behoefte)|niet|ni|nooit"
    r"|annuleren|annuleer(?: (?:het|dat|da|maar|alles))*)"
    rf"|nog (?:niet?|ni)(?: {_SHARE})?|(?:niet?|ni) {_NOW}|{_NOW} (?:nog )?(?:niet?|ni)"
    rf"|(?:doe|deel|stuur|verstuur) (?:{_TEXT} )?(?:toch |maar |liever |nog )*(?:niet?|ni)"
    r"|(?:deel|stuur|verstuur) (?:toch |maar |liever |nog )*(?:niks|niets)"
    rf"|(?:ik |k )?(?:wil|wou) (?:{_TEXT} )?(?:liever |toch |echt )*(?:niet?|ni)(?: {_SHARE})?"
    rf"|(?:ik |k )?(?:wil|wou) (?:niks|niets) (?:{_SEND_IT})"
    rf"|{_TEXT} wil ik (?:liever |echt )*(?:niet?|ni)"
    rf"|(?:ik |k )?wil niet dat (?:ge|u|je) {_TEXT} (?:deelt|stuurt|doorgeeft|verstuurt)"
    rf"|(?:ge|gij|u|je) (?:moogt|mag|moet)"
    rf" (?:{_TEXT} (?:niet?|ni) {_SHARE}|(?:niks|niets) (?:{_SEND_IT}))"
    r"|(?:het |dat |da |t )?(?:hoeft|moet) (?:niet?|ni)|(?:niet?|ni) nodig"
)
_FRENCH_NO: Final = (
    r"laisse[rz]?(?: (?:tomber|ca|donc))*|plutot (?:pas|non)|(?:ca|cela) non|surtout pas"
    rf"|je (?:ne )?prefer(?:e|erais) (?:ne )?pas(?: {_SHARE})?|j aime(?:rais)? mieux pas"
    r"|(?:pas|aucune?) (?:besoin|envie)|(?:ce n est |c est )?pas la peine"
    rf"|(?:ne )?(?:pas {_SHARE}|rien (?:{_SEND_IT}))|jamais"
    rf"|tout annuler|annule[rz]?(?: (?:ca|tout))?|(?:certainement|absolument) pas"
    rf"|pas (?:encore|du tout|{_NOW})"
    r"|(?:ne |n )?(?:l |le )?(?:(?:envoyez|envoie|partagez|partage|transmettez)"
    rf" (?:surtout )?(?:ca )?(?:pas|rien)|(?:faites|fais) (?:surtout )?(?:ca )?pas)(?: {_TEXT})?"
    rf"|je (?:ne )?(?:veux|voudrais|souhaite) (?:pas(?: (?:le )?{_SHARE})?"
    rf"|rien (?:{_SEND_IT}))"
    rf"(?: {_TEXT})?"
    r"|je (?:ne )?veux pas qu(?:e (?:vous|tu)| on) (?:le )?(?:partag|envo)\w+"
    rf"(?: {_TEXT})?|(?:je n |j )?en veux pas"
    r"|pas (?:vraiment|pour moi|necessaire)|sans facon|hors de question|jamais de la vie"
    r"|(?:je n |j )ai pas (?:besoin|envie)"
)
_ENGLISH_NO: Final = (
    r"leave it(?: (?:there|be|at that|alone))?|better not|not that|never ?mind|forget it|no need"
    r"|(?:i d |i would )?(?:much )?rather not(?: share| send)?|i(?: would| d)? prefer not(?: to)?"
    rf"|not (?:yet|at all|{_NOW})|(?:certainly|absolutely|definitely) not"
    rf"|not (?:for me|really|necessary)|no way|hell no|i {_DONT} think so|never"
    rf"|(?:please )?(?:{_DONT}|cancel(?: (?:{_TEXT}|everything|all of it))?)"
    rf"|(?:please )?(?:(?:{_DONT}|never) (?:send|share)(?: {_TEXT}| anything)?"
    rf"|{_DONT} do (?:{_TEXT}))"
    rf"|(?:i )?{_DONT} want (?:to|(?:(?:you )?to )?(?:share|send)(?: {_TEXT}| anything)?"
    r"|it|that|this)"
)
_POLITE: Final = (
    r"(?:hoor|ze|zulle|merci|bedankt|dank (?:u|je)|thanks|thx|thank you|please|aub|svp|sorry"
    r"|alstublieft|desolee?)"
)
_PLAIN_NO: Final = re.compile(
    r"(?:(?:ah|ach|och|oh|bah|goh|euh|sorry|pardon) )*(?:toch |maar |mais |but )?"
    rf"(?:{_NO}(?: {_NO})*(?: {_POLITE})*"
    rf"|(?:{_NO} )*{_NO} (?:(?:maar|toch) )?(?:het|dat|da|dit|t|die)"
    r" (?:liever |maar |toch )*(?:niet?|ni)"
    rf"|(?:{_NO} )*(?:(?:maar|mais|but) )?(?:{_DUTCH_NO}|{_FRENCH_NO}|{_ENGLISH_NO})"
    rf"(?: (?:{_POLITE}|{_NOW}|{_NO}|he|hein|va|toch|maar))*)"
)
# As if a tap had been made: thanks, or that she waits now.
_DONE: Final = re.compile(
    r"\b(?:merci|bedankt|dank (?:u|je|jullie)|thanks?|thank you"
    r"|(?:ik|k) (?:zal |ga )?(?:dan |nu |wel )*wacht(?:en)?|wacht ik|j attends|je vais attendre"
    r"|i (?:will |ll |shall )?(?:just )?wait|i m waiting)\b"
)
_REFUSES: Final = re.compile(r"\b(?:nee|neen|niet|geen|non|pas|no|not|don ?t|stop)\b")
_SHORT: Final = 7  # words of it
# 'Ja, stuur het', at the end; 'waarom stuur je het' and 'ik wil niet dat ge het deelt' are none.
_SEND: Final = re.compile(
    r"(?:\A|\b(?:ja|jaja|jawel|oui|ouais|yes|yeah|yep|ok|oke|okay|goed|allez|graag|d accord"
    r"|please) )"
    r"(?:(?:stuur|verstuur|deel) (?:het|dat|t|ze|die|(?:de|deze|die) tekst)(?: maar| nu| door)*"
    r"|(?:envoie|envoyez|partage|partagez) (?:le|la|ca|(?:le|ce) texte)(?: maintenant| donc)*"
    r"|(?:send|share) (?:it|that|this|the text)(?: now| then)*)"
    r"(?: (?:graag|hoor|aub|alstublieft|svp|please|merci|bedankt|dank u|thanks|thank you))*\Z"
)
# What makes a yes less than one: 'ja maar zonder mijn naam', 'oui, pas tout'.
_LESS: Final = re.compile(
    r"\b(?:nee|neen|niet?|geen|nooit|niks|niets|zonder|behalve|alleen|enkel|eerst|ander\w*"
    r"|verander\w*|liever|misschien|wacht"
    r"|non|pas|plus|jamais|rien|sans|sauf|seulement|juste|d abord|autre\w*|chang\w+|plutot|mais"
    r"|peut etre|attend\w*"
    r"|no|not|never|don t|dont|nothing|without|except|only|first|other|rather|but|maybe|wait)\b"
    r"|\b(?:waarom|wie|wat|hoe|wanneer|pourquoi|qui|comment|quand|why|who|what|how|when|did)\b"
    r"|(?:^|\b(?:ja|jawel|ok|oke|okay|goed|graag) )maar\b"
)


def thinks_it_is_done(read: Understanding) -> bool:
    """Whether she thanks, or says that she waits, while nothing is shared yet. 'Nee, dank u' is a
    no."""
    typed = plain(read.text)
    if "?" in read.text or len(typed.split()) > _SHORT or _REFUSES.search(typed):
        return False
    return _DONE.search(typed) is not None and wish(read.text) is None


def said_to(text: str, yes: str, no: str, read: Understanding) -> Said | None:
    """`yes` and `no` are the labels of its buttons. None: it is for the bot, as ever."""
    typed = plain(text)
    if says_yes(text) or typed == plain(yes):
        return Said.YES
    if says_no(text) or typed == plain(no):
        return Said.NO
    typed = plain(read.text)
    if somebody.not_wanted(typed) or declines(read.text):
        return Said.NO
    if "?" not in read.text and _PLAIN_NO.fullmatch(typed):
        return Said.NO
    if _PART.search(typed):
        return Said.PART
    if _SEND.search(typed) and not _is_less(typed, read):
        return Said.YES
    if _WHO.match(typed) and not _WHO_SELF.search(typed):
        return Said.WHO
    wished = wish(read.text)
    if wished == SIMPLER:
        return Said.UNSURE
    if wished is not None and not (wished == "request_human" and read.intent == "deny"):
        return None  # 'nee, ik wil wel met iemand praten, maar …' asks for nobody else
    return _by_meaning(typed, read)


def _by_meaning(typed: str, read: Understanding) -> Said | None:
    clear = read.confidence >= CLEAR
    intent = read.intent if clear else None if read.intent else bare(read.text)
    if intent == "affirm":
        return Said.PART if _is_less(typed, read) else Said.YES
    if intent == "deny":
        return Said.PART  # a plain no was heard before
    if intent in (None, "out_of_scope", "ask_clarify"):
        return None if intent is None and _is_told(read) else Said.UNSURE
    return None


def _is_less(typed: str, read: Understanding) -> bool:
    return "?" in read.text or _LESS.search(typed) is not None


def _is_told(read: Understanding) -> bool:
    """How somebody is, or what happened: heard, however unsure."""
    guess = read.intent or next((intent for intent, _ in read.ranking), "")
    return guess.startswith(("feel_", "tell_", "mood_"))
