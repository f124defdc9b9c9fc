"""Plain words of somebody who is not alone with the telephone: can he read this, he hears me.

A question is one wherever it is asked. That he hears her says something only where somebody does
her harm: that is looked for then alone.
"""

from __future__ import annotations

import re
from typing import Final

from bot.dialogue.lines import compiled

SEEN: Final = "ask_seen"

_PARTS: Final = {
    "HIJ": r"(?:(?:de|den|het|mijn|mijne|mijnen|mij|mn|m n|men) )?(?:man|vent|ex|vriend"
    r"|vriendin|lief"
    r"|vrouw|partner|echtgenoot|echtgenote|zoon|vader|moeder|broer|zus|schoon(?:vader|moeder|zoon)"
    r"|huisgenoot)|hij|em|ie|ze|zij|iemand anders",
    "IL": r"(?:(?:mon|ma|le|la|l) )?(?:ex|mari|femme|copain|copine|conjointe?|compagnon"
    r"|compagne|homme"
    r"|pere|mere|frere|soeur|fils|fille|beau (?:pere|frere|fils)|belle (?:mere|fille)|coloc)"
    r"|il|elle|quelqu un d autre",
    "HE": r"(?:(?:my|the) )?(?:ex|husband|wife|partner|boyfriend|girlfriend|man|father|dad"
    r"|mother|mum"
    r"|brother|sister|son|daughter|flatmate|housemate|mother in law|father in law)|he|she"
    r"|someone else|somebody else",
    "DIT": r"(?:dit|dat|het|t|ze|die|deze|alles|mee|hier|ook|ons|gesprek|mijn|berichten"
    r"|berichtjes|wat"
    r"|ik|schrijf|u|je|zeg|telefoon|op)",
    # what there is to see: the chat, the words, the telephone
    "HET": r"(?:dit|dat|het|deze|gesprek|berichten|berichtjes|schrijf|zeg|telefoon)",
    "CHAT": r"(?:dit|deze|gesprek|berichten|berichtjes)",
    "VOIR": r"(?:(?:aussi |tout )*(?:lire|voir|trouver)"
    r"(?: (?:tout|aussi|les|mes|ce|cette|mon|sur))*"
    r" (?:ca|ceci|cela|ici|messages|conversation|telephone|que j ecris|que je (?:dis|ecris))"
    r"|(?:aussi )?(?:les (?:lire|voir)|le lire|tout lire))",
    "CELA": r"(?:ca|ceci|cela|ici|messages|conversation|ecris|dis|dit|telephone)",
    "IT": r"(?:this|that|it|these|them|messages|chat|write|say|here|phone)",
    "CECI": r"(?:ca|ceci|cela|tout|aussi|ici|les|mes|messages|cette|conversation|ce|que|qu|j"
    r"|je|ecris"
    r"|vous|te|dis|on|se|dit|sur|telephone|mon)",
    "THIS": r"(?:this|that|it|these|them|my|messages|chat|what|i|write|say|to|you|here|all|too|also"
    r"|phone|everything)",
}
# What he would see is this chat: 'zou hij ons zien' may be of the dead, 'il voit tout' of God.
_ASKED: Final = r"""
(?:kan|gaat|zal|mag) HIJ(?: DIT)* HET(?: DIT)* zien
(?:kan|gaat|zal|mag) HIJ(?: DIT)* CHAT(?: DIT)* vinden
(?:kan|gaat|zal|zou|mag) HIJ(?: DIT)*(?: (?:HET|alles))(?: DIT)* (?:kunnen )?(?:mee ?)?lezen
(?:kan|gaat|zal|zou|mag) HIJ(?: DIT)* (?:kunnen )?mee ?lezen
(?:ziet|leest) HIJ(?: DIT)* HET(?: DIT)*
leest HIJ(?: DIT)* mee
HIJ (?:kan|gaat|zal)(?: DIT)* HET(?: DIT)* (?:mee ?lezen|lezen|zien)
HIJ (?:kan|gaat|zal)(?: DIT)* CHAT(?: DIT)* vinden
(?:est ce (?:que |qu ))?IL (?:(?:il|elle) )?(?:peut|pourrait|va|peux)(?: (?:il|elle))? VOIR\
(?: CECI)*
(?:peut|pourrait|va) (?:t )?(?:il|elle) VOIR(?: CECI)*
(?:est ce (?:que |qu ))?IL (?:lit|voit)(?: CECI)* CELA(?: CECI)*
est ce (?:que |qu )IL (?:le|les) lit
(?:can|could|will|does|is) HE (?:also )?(?:read|see|reading|seeing)(?: THIS)* IT(?: THIS)*
HE (?:can|could) (?:also )?(?:read|see)(?: THIS)* IT(?: THIS)*
(?:can|could|will) HE (?:also )?find(?: THIS)* (?:this|messages|chat|write)(?: THIS)*
HE (?:can|could) (?:also )?find(?: THIS)* (?:this|messages|chat|write)(?: THIS)*
"""
# Where somebody does her harm, less is enough: there 'can he see everything' is of this as well.
_FEARED: Final = r"""
(?:kan|gaat|zal|zou|mag) HIJ(?: DIT)+ (?:kunnen )?(?:mee ?lezen|lezen|zien|vinden)(?: kunnen)?
(?:ziet|leest|vindt) HIJ(?: DIT)+
HIJ (?:kan|gaat|zal|zou)(?: DIT)+ (?:kunnen )?(?:mee ?lezen|lezen|zien|vinden)
(?:est ce (?:que |qu ))?IL (?:(?:il|elle) )?(?:peut|pourrait|va|peux)(?: (?:il|elle))?\
(?: (?:le|la|les|tout|aussi))* (?:lire|voir|trouver)(?: CECI)*
(?:est ce (?:que |qu ))?IL (?:le |les |la )?(?:lit|voit|trouve)(?: CECI)+
(?:est ce (?:que |qu ))?IL (?:le|les|l) (?:lit|voit|trouve)
(?:peut|pourrait|va) (?:t )?(?:il|elle)(?: (?:le|la|les|tout))* (?:lire|voir|trouver)(?: CECI)*
(?:can|could|will|would|does|is) HE (?:also )?(?:read|see|find|reading|seeing)(?: THIS)+
HE (?:can|could) (?:also )?(?:read|see|find)(?: THIS)+
"""
_HEARS: Final = r"""
HIJ (?:hoort|luistert)(?: (?:mij|me|ons|het|alles|dat|mee|naar mij))+
HIJ (?:kan|zal|gaat) (?:mij|me|ons|het|alles) horen
HIJ (?:leest|kijkt)(?: (?:nu|hier|altijd|weer))* mee
(?:(?:parce )?(?:que |qu ))?IL (?:m|nous) (?:entend|ecoute)
(?:(?:parce )?(?:que |qu ))?IL (?:va|peut) (?:m|nous) entendre
IL (?:ecoute|entend)(?: tout)?|IL regarde (?:mon telephone|par dessus mon epaule)
(?:because )?HE (?:hears?|listens|can hear|will hear|is listening|s listening)(?: (?:me|us|it|to me\
|everything|what i say))*
HE (?:is |s )?(?:reading|looking|watching)(?: (?:along|over my shoulder|at my phone|my phone))+
"""
_BEFORE: Final = (
    r"(?:(?:en|et|and|maar|mais|but|want|omdat|car|because|oh|nee|neen|non|no|ja|oui|yes|stil"
    r"|sst|chut"
    r"|sh|please|wacht|attends|attendez|wait|zeg|dis|dites|sorry"
    r"|(?:ik|k) (?:kan|mag|durf) (?:nu )?niet (?:bellen|praten|spreken|telefoneren)|niet bellen"
    r"|je (?:ne )?(?:peux|ose) pas (?:appeler|parler|telephoner)|pas appeler"
    r"|i (?:can not|cannot|can t|cant|dare not) (?:call|talk|speak|phone)|no call) )*"
)
_BEHIND: Final = (
    r"(?: (?:nu|hier|dan|toch|eigenlijk|he|hoor|aub|maintenant|ici|alors|hein|svp|now|here"
    r"|then|please"
    r"|right|anders|sinon|otherwise"
    r"|(?:ik|k) kan niet bellen|je (?:ne )?peux pas (?:appeler|parler)|i (?:can t"
    r"|cant) (?:call|talk)))*"
)
_QUESTION: Final[re.Pattern[str]] = compiled(_ASKED, _PARTS, _BEFORE, _BEHIND)
_FEAR: Final[re.Pattern[str]] = compiled(_FEARED, _PARTS, _BEFORE, _BEHIND)
_STATEMENT: Final[re.Pattern[str]] = compiled(_HEARS, _PARTS, _BEFORE, _BEHIND)


def asks(typed: str) -> str | None:
    """'Can my husband see this', of plain words."""
    return SEEN if _QUESTION.fullmatch(typed) else None


def hears_along(typed: str) -> bool:
    """That, 'can he see everything' or 'I can't call, he hears': for where somebody does her
    harm."""
    ways = (_QUESTION, _FEAR, _STATEMENT)
    return any(way.fullmatch(typed) is not None for way in ways)
