"""What words say to a text that waits for her yes. Pure; it works without the language model too.

A plain no is one of a few words and nothing else: 'nee, dat van mijn zoon moet eruit' begins like
one, and to the model it is one. What would have a part of the text otherwise is told by its own
words, whatever the model makes of it.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from bot.dialogue import somebody
from bot.dialogue.answers import CLEAR, bare, wish
from bot.dialogue.words import plain
from bot.understanding import Understanding
from bot.wishes import says_no, says_yes


class Said(StrEnum):
    YES = "yes"
    NO = "no"
    PART = "part"  # something about a part of it, or what should be in it
    WHO = "who"  # who would read it
    UNSURE = "unsure"  # nobody can tell what it is about


_REFUSAL_WORDS: Final = """
nee neen niet niks niets nooit liever toch maar doe doen dat dit het t de deze tekst bericht delen
deel gedeeld doorgeven sturen stuur versturen hoeft hoef moet mag wil ik k u je jij ge gij mij me
voor nu vandaag meer dank bedankt hoor a b aub alstublieft alsjeblieft sorry echt zeker helemaal
non ne n pas rien jamais plus merci j veux voudrais souhaite prefere ca cela c est le la les ce
texte message partage partagez partager partages envoie envoyez envoyer transmettre transmettez
fais faites faire du tout vous te toi moi s il plait svp surtout vraiment aujourd hui maintenant
desole desolee
no nope not never don do please thanks thank you i d would rather want to it this that the text
share send pass on nothing at all really today now
"""
_REFUSAL: Final = frozenset(_REFUSAL_WORDS.split())
_MOST: Final = 9  # words of a plain no

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


# A no that needs no model: 'nee laat maar', 'non laisse', 'rather not'. The whole message is one.
_PLAIN_NO: Final = re.compile(
    r"(?:(?:(?:ah|och|oh|bah|goh) )?(?:nee|neen|nie|no|non|nope|nah)(?: |\Z))*"
    r"(?:(?:laat|loat) (?:het |dat |da |t |ze )?(?:maar|zitten|vallen)(?: (?:zitten|vallen))?"
    r"|(?:toch )?liever (?:maar )?niet?"
    r"|(?:toch |maar |liever )*niet (?:delen|doen|(?:ver|door)?sturen)"
    r"|(?<=nee )(?:dat|da|dit|het|t|die) (?:liever |maar |toch )*niet?"
    r"|(?:doe|deel|stuur|verstuur) (?:het |dat |da |t |dit )?(?:toch |maar )*(?:niet?|niks|niets)"
    r"|(?:ik |k )?(?:wil|wou) (?:dat|da|dit|het|t) (?:liever |toch )*niet?"
    r"|(?:het |dat |da |t )?(?:hoeft|moet) niet?|niet? nodig"
    r"|laisse[rz]?(?: (?:tomber|ca|donc))*|plutot (?:pas|non)|je (?:ne )?prefere pas"
    r"|(?:ca|cela) non|(?:pas|aucun) (?:besoin|envie)|(?:c est )?pas la peine|surtout pas"
    r"|(?:ne )?(?:l |le )?(?:envoyez|envoie|partagez|partage|faites|fais) (?:ca )?pas(?: ca)?"
    r"|je (?:ne |n )?(?:veux|en veux) pas(?: (?:ca|ceci|cela))?"
    r"|leave it(?: (?:there|be|at that|alone))?|(?:i d |i would |i )?rather not|better not|not that"
    r"|(?:please )?(?:don t|do not) (?:send|share|do)(?: (?:it|that|this))?|never ?mind|forget it"
    r"|(?:i )?(?:don t|do not) want (?:to|it|that|this)|no need)"
    r"(?: (?:hoor|he|ze|zulle|merci|bedankt|dank u|dank je|thanks|thank you|please|aub|svp|va|hein"
    r"|toch|maar|nu|sorry|alstublieft))*\Z"
)
# As if a tap had been made: thanks, or that she waits now.
_DONE: Final = re.compile(
    r"\b(?:merci|bedankt|dank (?:u|je|jullie)|thanks?|thank you"
    r"|(?:ik|k) (?:zal |ga )?(?:dan |nu |wel )*wacht(?:en)?|wacht ik|j attends|je vais attendre"
    r"|i (?:will |ll |shall )?(?:just )?wait|i m waiting)\b"
)
_REFUSES: Final = re.compile(r"\b(?:nee|neen|niet|geen|non|pas|no|not|don t|stop)\b")
_SHORT: Final = 7  # words of it
# 'Ja, stuur het'
_SEND: Final = re.compile(
    r"\b(?<!niet )(?:stuur|verstuur|deel) (?:het|dat|t|ze|die)(?: maar| nu| door)*\Z"
    r"|\b(?:envoie|envoyez|partage|partagez) (?:le|la|ca)(?: maintenant| donc)*\Z"
    r"|\b(?<!not )(?<!don t )(?:send|share) (?:it|that)(?: now| then| please)*\Z"
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
    if somebody.not_wanted(typed) or ("?" not in read.text and _PLAIN_NO.match(typed)):
        return Said.NO
    if _PART.search(typed):
        return Said.PART
    if _SEND.search(typed):
        return Said.YES
    if _WHO.match(typed) and not _WHO_SELF.search(typed):
        return Said.WHO
    wished = wish(read.text)
    if wished is not None and not (wished == "request_human" and read.intent == "deny"):
        return None  # 'nee, ik wil wel met iemand praten, maar …' asks for nobody else
    return _by_meaning(typed, read)


def _by_meaning(typed: str, read: Understanding) -> Said | None:
    clear = read.confidence >= CLEAR
    intent = read.intent if clear else None if read.intent else bare(read.text)
    if intent == "affirm":
        return Said.YES
    if intent == "deny":
        return Said.NO if _is_refusal(typed) else Said.PART
    if intent in (None, "out_of_scope", "ask_clarify"):
        return None if intent is None and _is_told(read) else Said.UNSURE
    return None


def _is_refusal(typed: str) -> bool:
    words = typed.split()
    return len(words) <= _MOST and _REFUSAL.issuperset(words)


def _is_told(read: Understanding) -> bool:
    """How somebody is, or what happened: heard, however unsure."""
    guess = read.intent or next((intent for intent, _ in read.ranking), "")
    return guess.startswith(("feel_", "tell_", "mood_"))
