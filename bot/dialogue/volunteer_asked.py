"""'Wat is een vrijwilliger?': asked of the word, or of all of them. Who comes to her is another
question (`request_lines`).

The whole message is that. In three languages, without any model. The words come in as
`words.plain` leaves them.
"""

from __future__ import annotations

from typing import Final

from bot.dialogue.lines import compiled

VOLUNTEER: Final = "ask_volunteer"
LONGEST: Final = 100  # characters

_PARTS: Final = {
    "VRIJWILLIGER": r"(?:vrijwilliger|vrijwilligster|vrijwilliger s)",
    "VRIJWILLIGERS": r"(?:vrijwilligers|vrijwilligsters|vrijwilliger s)",
    "EEN": r"(?:(?:een|ne|nen|n|zo een|zo n|zo ne|dat woord|het woord|zogezegd) )?",
    "DIE": r"(?:(?:die|de|jullie|uw|je|zulke|al die) )?",
    "NU": r"(?:(?:dat|da|nu|eigenlijk|precies|juist|feitelijk|toch|hier|ook|dan|zoal|allemaal) )*",
    "BENEVOLE": r"(?:(?:un|une|le mot|le) )?(?:benevole|volontaire)",
    "BENEVOLES": r"(?:les|ces|vos|tes|des) (?:benevoles|volontaires)",
    "QUOI": r"(?:c est quoi|c est qui|ce sont qui|cest quoi|qu est ce que c est(?: qu)?|c quoi"
    r"|ca veut dire quoi|que veut dire|qu est ce que (?:ca )?veut dire|qu est ce qu|ki c)",
    "DONC": r"(?:(?:ca|donc|exactement|au juste|en fait|pour vous|ici|alors) )*",
    "VOLUNTEER": r"(?:(?:a|the word) )?volunteer",
    "VOLUNTEERS": r"(?:(?:the|these|those|your) )?volunteers",
    "EXACTLY": r"(?:(?:exactly|actually|really|even) )*",
}
_LINES: Final = r"""
(?:wat|wa) (?:is|betekent|doet|wil zeggen) NUEENVRIJWILLIGER
(?:wat|wa) (?:zijn|doen|betekenen) NUDIEVRIJWILLIGERS
wie (?:zijn|is) NUDIEVRIJWILLIGERS
(?:wat|wa) (?:bedoelt|bedoel|bedoelde) (?:ge|gij|u|je|jij) (?:met|daarmee) \
EEN(?:VRIJWILLIGER|VRIJWILLIGERS)
EENVRIJWILLIGER (?:wat|wa) (?:is|betekent|doet) (?:dat|da|die)
EENVRIJWILLIGER (?:wat|wa)
DIEVRIJWILLIGERS (?:wie|wat|wa) (?:zijn|doen) (?:dat|da|die)
(?:wat|wa) (?:is|zijn) (?:dat|da) (?:voor (?:iets|iemand|mensen) )?EEN(?:VRIJWILLIGER|VRIJWILLIGERS)
QUOI DONCBENEVOLE|QUOI DONCBENEVOLES
BENEVOLE (?:c est|cest|ca veut dire|c) (?:quoi|qui)|BENEVOLES (?:c est|ce sont|c) (?:quoi|qui)
(?:que|qu est ce que) (?:fait|font) (?:BENEVOLE|BENEVOLES)|(?:il|ca) fait quoi BENEVOLE
(?:BENEVOLE|BENEVOLES) (?:ca |il |ils )?(?:fait|font) quoi
qui sont BENEVOLES
(?:what|wat) (?:is|s|does|means?) EXACTLYVOLUNTEER(?: (?:do|mean))?|whats VOLUNTEER
(?:what|who) (?:are|do) EXACTLYVOLUNTEERS(?: do)?
what do (?:you|u) mean (?:by|with) (?:VOLUNTEER|VOLUNTEERS)|what VOLUNTEER means?
VOLUNTEER what is (?:that|it)|who (?:is|s) a volunteer
"""
_BEFORE: Final = (
    r"(?:(?:en|et|and|maar|mais|but|ja|oui|yes|oei|och|oh|ah|zeg|dis|dites|sorry|pardon|dus|donc|so"
    r"|excuseer|eigenlijk|alors|well|bonjour|goeiedag|hello|hallo|dag|ok|oke"
    r"|ik weet niet|je (?:ne )?sais pas|i (?:do not|don t|dont) know) )*"
)
_BEHIND: Final = (
    r"(?: (?:dan|nu|eigenlijk|precies|juist|hier|hoor|he|hein|aub|alstublieft|svp|please|alors|donc"
    r"|exactement|au juste|ici|exactly|then|here|bij (?:u|jullie)|van (?:u|jullie)|chez vous|s il"
    r" (?:vous|te) plait))*"
)
_ASKS: Final = compiled(_LINES, _PARTS, _BEFORE, _BEHIND)


def asks(typed: str) -> str | None:
    return VOLUNTEER if len(typed) <= LONGEST and _ASKS.fullmatch(typed) else None
