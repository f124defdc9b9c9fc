"""How a request for a person is called off, or asked after, in plain words.

Each is the whole of a message, with small words around it: 'het hoeft niet meer voor mij',
'personne ne vient me voir' and 'I wait for death' begin or end like one, and are of something else.
What may be of her life as well ('het hoeft niet meer', 'pas la peine') is neither. In three
languages, without any model.
"""

from __future__ import annotations

import re
from typing import Final

_LEAD: Final = (
    r"(?:ok|oke|okay|ja|nee|neen|oui|non|yes|no|bon|allez|ah|oh|och|ach|zeg|dis|say|well|en|et|and"
    r"|maar|mais|but|so|dus|donc|alors|toch|eigenlijk|finalement|actually|sorry|pardon|merci"
    r"|bedankt|dank (?:u|je)|thanks|thank you|please|svp|aub|alstublieft|ca va|hallo|hello|allo"
    r"|bonjour|goeiedag|dag)"
)
_PLEASE: Final = (
    r"(?:nu|dan|maar|toch|hoor|he|hein|ze|zulle|aub|alstublieft|alsjeblieft|svp|stp"
    r"|s il (?:vous|te) plait|please|then|now|merci|bedankt|dank (?:u|je)|thanks|thank you|sorry"
    r"|maintenant|alors|donc|quand meme|finalement|va|after all)"
)

# --- called off ---------------------------------------------------------------------------------

_MIJN: Final = r"(?:mijn|die|de) (?:aanvraag|oproep|vraag)"
_MA: Final = r"(?:ma|la|cette) demande"
_MY: Final = r"(?:my|the|that|this) request"
_WHO: Final = (
    r"(?:dochter|zoon|zus|broer|buurvrouw|buurman|vriend|vriendin|kinderen|dokter|fille|fils|soeur"
    r"|frere|voisine?|amie?|copine|enfants|medecin|daughter|son|sister|brother|neighbour|friend"
    r"|children|doctor)"
)
#: Why, where that is harmless. Any other reason makes it more than a plain 'never mind'.
_WHY: Final = (
    rf"(?:(?:ik|k) (?:vraag|zal|ga) het (?:wel )?(?:aan )?mijn {_WHO}(?: vragen)?"
    r"|(?:die|ze|er) kom(?:t|en) toch (?:niet|niemand)"
    r"|(?:het|t) is (?:al )?(?:opgelost|geregeld|in orde|gelukt)"
    rf"|je (?:vais|peux) (?:le )?demander a (?:ma|mon|mes|la|le) {_WHO}"
    r"|c est (?:deja )?(?:regle|resolu|arrange)|(?:ils|elles) (?:ne )?viennent quand meme pas"
    rf"|(?:nobody|no one) is coming|i (?:will|ll|can) ask my {_WHO}"
    r"|(?:it|that) (?:is|s) (?:already )?(?:sorted|solved|fixed))"
)
#: Said of anything at all: behind a no they say that no once more (see `declines`).
_NEVER_MIND: Final = (
    r"(?:laat (?:het |dat |da |ze |die )?(?:maar )?zitten|laat maar|laisse[zr]? tomber(?: ca)?"
    r"|laissons tomber|never ?mind|forget (?:it|about it))"
)
_OFF: Final = (
    rf"(?:{_NEVER_MIND}"
    rf"|laat {_MIJN} (?:maar )?(?:zitten|vallen)"
    rf"|annuleer(?: (?:maar|het|dat|da|{_MIJN}))*"
    r"|(?:(?:ik|k) (?:wil|wou|zou)|(?:kan|mag) ik|kunt? (?:u|je|ge)) (?:(?:graag|nu) )*"
    rf"(?:{_MIJN}|het|dat) (?:graag )?(?:annuleren|intrekken|terugtrekken|stopzetten)"
    rf"|(?:ik )?trek {_MIJN} (?:maar |toch )*(?:in|terug)"
    rf"|{_MIJN} (?:hoeft|moet) niet meer"
    r"|er (?:hoeft|moet) (?:toch )?niemand (?:meer )?(?:te )?komen"
    rf"|laisse[zr]? tomber {_MA}"
    rf"|(?:j )?annule[zr]?(?: (?:ca|{_MA}))?|(?:retire[zr]?|retirer) {_MA}"
    rf"|(?:je (?:veux|voudrais|vais|prefere|souhaite)|(?:pouvez vous|peux tu|vous pouvez)) annuler"
    rf"(?: (?:ca|{_MA}))?"
    r"|(?:ce n est |c est )?(?:plus|pas) la peine (?:d envoyer|de chercher)"
    r" (?:quelqu un|un benevole)"
    rf"|(?:please )?cancel(?: (?:it|that|{_MY}))?|call (?:it|that|{_MY}) off"
    rf"|(?:i (?:want|would like|d like) to|(?:can|could) (?:you|i)) cancel(?: (?:it|that|{_MY}))?"
    rf"|(?:withdraw|take back) {_MY}|take {_MY} back"
    rf"|never ?mind {_MY}|forget {_MY}"
    r"|(?:no need to|you (?:do not|don t) need to) (?:send|find) (?:some|any)(?:one|body))"
)
_CALLS_OFF: Final = re.compile(rf"(?:(?:{_LEAD}|{_WHY}) )*{_OFF}(?: (?:{_PLEASE}|{_WHY}|{_OFF}))*")
_NO: Final = r"(?:nee+n?|non|nan|no|nope|nah)"
_DECLINES: Final = re.compile(
    rf"(?:(?:{_LEAD}|{_PLEASE}) )*{_NO} (?:(?:{_LEAD}|{_PLEASE}) )*{_NEVER_MIND}"
    rf"(?: (?:{_PLEASE}|{_NEVER_MIND}))*"
)
_WAIVES: Final = re.compile(rf"{_NEVER_MIND}(?: (?:{_PLEASE}|{_NEVER_MIND}))*")

# --- asked after --------------------------------------------------------------------------------

_NUMBER: Final = (
    r"(?:\d{1,2}|een|n|ne|half|anderhalf|twee|drie|vier|vijf|tien|twintig|une?|deux|trois|quatre"
    r"|cinq|dix|vingt|a|an|one|half an|two|three|four|five|ten|twenty)"
)
_SO_LONG: Final = (
    r"(?:(?:(?:zo|heel|te|veel te) )?lang|uren|(?:sinds )?(?:vanmorgen|vanmiddag|vandaag|gisteren)"
    rf"|{_NUMBER} (?:half )?(?:uur|uren|kwartier|minuten|dagen|dag)"
    r"|depuis (?:(?:tres |si )?longtemps|des heures|ce matin|hier|midi)"
    rf"|depuis {_NUMBER} (?:(?:demi )?heures?|minutes|jours?)"
    r"|(?:for |since )?(?:(?:so|too|very|a) )*long(?: time)?|(?:for )?hours"
    rf"|(?:for |since )?{_NUMBER} (?:hours?|minutes?|mins|days?)|since (?:this morning|yesterday))"
)
_STILL: Final = (
    r"(?:al|nog|steeds|altijd|nu|hier|ondertussen|deja|toujours|encore|ici|still|already|now|here)"
)
_FOR: Final = (
    r"(?:op (?:iemand|een (?:mens|persoon|vrijwilliger)|(?:een |uw )?antwoord|nieuws)"
    r"|quelqu un|une personne|une? benevole|(?:une |votre )?reponse|des nouvelles"
    r"|for (?:some|any)(?:one|body)|for (?:a (?:person|volunteer)|an answer|news))"
)
_WAITED: Final = rf"(?:(?: {_STILL})* {_SO_LONG}|(?: {_STILL})+)(?: {_FOR})?"
_WAITS: Final = (
    rf"(?:(?:ik|k) wacht{_WAITED}|(?:ik|k) zit{_WAITED} te wachten|j attends{_WAITED}"
    r"|(?:ca fait|il y a) (?:longtemps|des heures"
    rf"|{_NUMBER} (?:heures?|minutes|jours?)) que j attends"
    rf"|i (?:(?:have |ve )?(?:been )?wait(?:ed|ing)?|am waiting|m waiting){_WAITED}"
    rf"|i still wait(?: {_FOR})?"
    rf"|(?:i (?:am |m )|(?:have |ve )?been )?(?:still |been )+waiting(?:{_WAITED}| {_FOR})?)"
)
_MENS: Final = r"(?:mens|meneer|madam|mevrouw|vrijwillig\w+|persoon|iemand)"
_COMES: Final = (
    r"(?:komt er (?:(?:nu|nog|al|dan|eindelijk|toch) )*(?:iemand|wie|niemand)"
    rf"|waar blijft (?:(?:die|dien|dieje|de|den|dat|dan|nu|toch|ne|een) )*{_MENS}"
    r"|(?:er )?komt (?:er )?(?:(?:dus|zeker|precies|dan) )+niemand"
    r"|(?:alors|donc) personne (?:ne )?(?:vient|viendra|arrive|va venir)"
    r"|personne (?:ne )?(?:vient|viendra|arrive|va venir) (?:alors|donc)"
    r"|est ce que quelqu un (?:vient|va venir|arrive)"
    r"|so (?:nobody|no one) (?:is )?com(?:e|es|ing)|(?:nobody|no one) (?:is )?com(?:e|es|ing) then"
    r"|is (?:some|any)(?:one|body) coming)"
)
#: Who it will be. 'Wie is daar' and 'who are you' are of somebody else.
_WHO_COMES: Final = re.compile(
    rf"(?:{_LEAD} )*(?:wie (?:komt|schrijft|wordt|helpt)(?: (?:er|het|t|mij|me))*"
    r"|wie (?:gaat|zal) (?:er|het|t|mij|me|dat|da)(?: (?:er|mij|me))*"
    r" (?:komen|schrijven|helpen|zijn|worden)|wie is (?:het|t|dat|da|de gene|degene) die komt"
    r"|(?:c est )?qui (?:c est )?qui (?:va venir|vient|viendra|va m ecrire|m ecrira)"
    r"|(?:c est )?qui (?:va venir|vient|viendra|va m ecrire|m ecrira|ce sera)|ce sera qui"
    r"|who (?:will|would) (?:it be|come|write(?: to me)?|help me)|who (?:is|s) coming|who comes"
    r"|who (?:is|s) it going to be|who (?:is|s) going to (?:come|write(?: to me)?|help me))"
    rf"(?: {_PLEASE})*"
)
_HOW_LONG: Final = (
    r"(?:hoe ?lang (?:nog(?: wachten)?|duurt (?:het|dat)|moet ik (?:nu |nog )*wachten"
    r"|gaat (?:het|dat) (?:nog )?duren)"
    r"|(?:encore )?combien de temps(?: (?:encore|d attente|ca (?:prend|va prendre|va durer)"
    r"|(?:je dois|dois je|faut il|il faut) (?:encore )?attendre))?"
    r"|how long(?: (?:(?:more|still|to) )?wait(?:ing)?"
    r"| (?:do|must|should) i (?:have to |need to )?wait"
    r"| (?:will|does) (?:it|this) take| more| still)?)"
)
_REQUEST: Final = (
    r"(?:(?:hoe (?:staat|zit|loopt) (?:het|t) (?:(?:nu|dan) )?met|waar (?:is|blijft|zit)"
    r"|(?:al |nog )?(?:iets|nieuws) (?:van|over)|wie heeft|heeft (?:er )?(?:(?:al|nu) )*iemand"
    r"|wat is er (?:nu )?(?:met|van)|en|is|staat|loopt) (?:mijn|die|de) (?:aanvraag|oproep)"
    r"(?: (?:nu|al|nog|dan|weg|vergeten|verloren|open|gezien|gelezen|gekregen|aangekomen))*"
    r"|(?:et|ou en est|ou est|qu en est il de|des nouvelles (?:de|pour)|qui a|quelqu un a)"
    r" (?:vu |lu |recu )?ma demande"
    r"|(?:est ce que )?ma demande (?:elle )?(?:est|a ete|existe)"
    r"(?: (?:elle|toujours|encore|bien|partie|perdue|oubliee|annulee|arrivee|recue|la))*"
    r"|(?:where (?:is|s)|what (?:about|happened (?:to|with)|is with)|any (?:news|word) (?:on|of"
    r"|about|from)|and|is|did (?:some|any)(?:one|body) (?:see|take|get|read)|who has) my request"
    r"(?: (?:gone|lost|still|there|open|received|cancelled|forgotten|deleted|now))*)"
)
#: Only where it is asked, or beside one of those: 'quelqu'un vient' may stand at her door.
_WHERE_ASKED: Final = (
    r"(?:(?:il )?(?:n )?y a (?:t il )?(?:personne|quelqu un(?: qui (?:vient|va venir|arrive))?)"
    r"|quelqu un (?:vient|va venir|arrive)"
    r"|personne (?:ne )?(?:vient|viendra|va venir)|(?:nobody|no one) (?:is )?com(?:e|es|ing)"
    r"|(?:er )?komt (?:nog |er )*niemand)"
)
_BEHIND: Final = (
    rf"(?:{_PLEASE}|nog|of (?:niet?|wat)|zeg|dus|ou (?:non|pas|quoi)|quoi|encore|or not|yet"
    r"|at all|today|vandaag|aujourd hui|maar|mais|but|en|et|and|so)"
)
_ASKS: Final = rf"(?:{_WAITS}|{_COMES}|{_HOW_LONG}|{_REQUEST})"
_STANDS: Final = re.compile(
    rf"(?:{_LEAD} )*(?:{_WHERE_ASKED} )*{_ASKS}(?: (?:{_BEHIND}|{_ASKS}|{_WHERE_ASKED}))*"
)
_STANDS_ASKED: Final = re.compile(
    r"(?:(?:ok|oke|bon|allez|ja|oui|hallo|hello|allo|alors|donc|dus|so|en|et|and|maar|mais|but) )*"
    r"(?:quelqu un (?:vient|va venir|arrive)|(?:est ce qu )?(?:il )?y a (?:t il )?quelqu un"
    rf"(?: qui (?:vient|va venir|arrive))?)(?: {_BEHIND})*"
)


def calls_off(typed: str) -> bool:
    """'Laat maar zitten', 'annulez ma demande', 'never mind then'. Of plain words."""
    return _CALLS_OFF.fullmatch(typed) is not None


def declines(typed: str) -> bool:
    """'Nee, laat maar', 'non, laissez tomber': a no to whatever was asked, though 'laat maar' alone
    calls off. Of plain words."""
    return _DECLINES.fullmatch(typed) is not None


def waives(typed: str) -> bool:
    """'Laat maar zitten', 'forget it' and no more: of plain words."""
    return _WAIVES.fullmatch(typed) is not None


def asks_who(typed: str) -> bool:
    """'Wie komt er dan', 'c'est qui qui va venir', 'who will it be'. Of plain words."""
    return _WHO_COMES.fullmatch(typed) is not None


def asks_after(typed: str, *, asked: bool) -> bool:
    """'Komt er nu iemand', 'j'attends depuis une heure', 'is my request gone'. Of plain words;
    `asked`: whether a question mark stood in them."""
    if _STANDS.fullmatch(typed):
        return True
    return asked and _STANDS_ASKED.fullmatch(typed) is not None
