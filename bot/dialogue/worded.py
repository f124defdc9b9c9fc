"""Wishes in plain words: not to raise something, to see what is kept, a person, …

These must work without any NLU, so they are few, whole sentences or their beginnings, and each
language has its own. A person may be asked for at the end of a story too. The words come in as
`words.plain` leaves them: no accents, no apostrophes.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from bot.dialogue import (
    birthdays,
    distrust,
    fewer,
    messages,
    nights,
    overlooked,
    simpler,
    somebody,
    topics,
    volunteer_asked,
)
from bot.dialogue.asked_when import asks_when
from bot.dialogue.readers import ANY_MONTH

_MEMORY: Final = r"""
wat (?:weet|onthoudt|onthoud|bewaart|bewaar|houdt|hou) (?:u|je|ge|gij|jij)\b
(?:que|qu est ce que) (?:vous |tu )?(?:savez|sais|retenez|retiens|gardez|gardes)\b
ce que (?:vous |tu )?(?:savez|sais|retenez|retiens) de moi
what do you (?:know|remember|keep)\b|what you (?:know|remember) about me
"""
_DATE: Final = rf"""
(?:onthoud|noteer) (?:voor mij |maar |ook )*(?:de )?\d{{1,2}}(?:e|ste|de)? (?:{ANY_MONTH})\b
(?:kunt?|kan|kunde|wilt?|zou|zoudt) (?:ge |gij |u |je |jij )?(?:voor mij )?(?:de )?\
\d{{1,2}}(?:e|ste|de)? (?:{ANY_MONTH}) (?:voor mij |alstublieft |aub )?(?:onthouden|noteren)\b
(?:pouvez vous|peux tu|vous pouvez|tu peux|pourriez vous|pourrais tu) (?:me )?(?:retenir|noter) \
(?:le )?\d{{1,2}}(?:er|e)? (?:{ANY_MONTH})\b
(?:can|could|will|would) you (?:please )?(?:remember|note) (?:the )?\
(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{ANY_MONTH})|(?:{ANY_MONTH}) \d{{1,2}})\b
(?:retiens|retenez|notez?) (?:bien |aussi )*(?:le )?\d{{1,2}}(?:er|e)? (?:{ANY_MONTH})\b
remember (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{ANY_MONTH})|(?:{ANY_MONTH}) \d{{1,2}})\b
(?:onthoud|denk aan|hou) (?:de|die|een|zijn|haar|mijn) (?:sterf|trouw|verjaar)?(?:dag|datum)\b
(?:onthoud|hou) (?:een|de|die) datum|retiens? (?:la|une|cette) date|retenez (?:la|une|cette) date
(?:remember|keep) (?:the|a|this|that|his|her|my) (?:date|day|anniversary)\b
"""
_LESS: Final = r"""
minder (?:vaak )?(?:berichten|schrijven)|schrijf (?:wat )?minder|minder vaak
moins (?:de messages|souvent)|(?:ecris|ecrivez) moins
fewer messages|less often|write less|message me less
"""
# A bare farewell is not here: it may be a hint of danger, and safety and the model read it.
_LEAVE: Final = r"""
ik heb (?:u|je|dit|deze berichten) niet meer nodig
(?:je )?(?:n ai|ai) plus besoin de (?:vous|toi|ces messages)
i (?:do not|don t) need (?:you|this|these messages) any ?more
"""
# What the model takes for a wish to leave a question.
_SCHEDULE: Final = r"""
(?:ik wil |graag |liever |geef mij )*(?:een )?andere? (?:uur|dag|dagen)
(?:je (?:veux|voudrais|prefere) |plutot )*(?:une )?autres? heures?
(?:je (?:veux|voudrais|prefere) |plutot )*(?:un|d) autres? jours?
(?:i (?:want|would like|d like) )?(?:(?:an ?)?other|a different) (?:hour|days?)
"""
_TONGUE: Final = r"""
(?:ik wil |graag |liever )*een andere taal|(?:je (?:veux|voudrais|prefere) )?une autre langue
(?:i (?:want|would like|d like) )?(?:another|a different) language
"""
_LEARN: Final = r"""
leer (?:van mij|uit mijn berichten)|(?:je|ge|u|jij) mag (?:van mij|uit mijn berichten) leren
(?:tu peux|vous pouvez) apprendre de (?:moi|mes messages)|appren(?:ds|ez) de moi
(?:you (?:may|can) )?learn from (?:me|my messages)
"""
_UNLEARN: Final = r"""
stop met (?:van mij )?(?:te )?leren(?: van mij)?|leer niet(?:s)?(?: meer)? van mij
(?:arrete|arretez|cesse|cessez) d apprendre(?: de moi)?|n appren(?:ds|ez) (?:plus|pas)(?: de moi)?
stop learning(?: from me)?|(?:do not|don t) learn from (?:me|my messages)(?: any ?more)?
"""
_NO_LIST: Final = r"""
(?:geen|stop met (?:de|die)) (?:vragen|vragenlijst(?:en)?)(?: meer)?
(?:plus|pas) de (?:questions|questionnaires?)|(?:arretez|arrete) (?:les|avec les) questions
(?:no more|stop the) (?:questions|questionnaires?)|no questionnaires?
"""
_WORRY: Final = r"""
(?:verwittig|waarschuw|zeg het aan) (?:mijn \w+|iemand) als ik (?:lang |dagen )?niets?\b
wie (?:verwittigt?|waarschuwt?) (?:u|je|ge) als ik (?:lang |dagen )?niets?\b
(?:iemand|mijn \w+) (?:moet|mag) (?:het )?weten (?:als|wanneer) ik (?:niks|niets|niet|lang)\b
(?:een |mijn )?(?:zorgcontact|noodcontact|vertrouwenspersoon)
(?:prevenez|previens|avertissez|avertis) (?:ma \w+|mon \w+|quelqu un) si je n\b
(?:une |ma |mon |un )?(?:personne de confiance|personne a prevenir|contact d urgence)
quelqu un (?:doit|devrait|devra) (?:le )?savoir si je (?:ne |n )
(?:someone|my \w+) (?:should|must|has to) know (?:if|when) i (?:go|stop|do not|don ?t|am)\b
(?:tell|warn|let) (?:my \w+|someone)(?: know)? (?:if|when) i (?:fall|go|am|stay|do not|don t)\b
(?:a |my )?(?:worry contact|emergency contact)
"""
_ADDRESS: Final = r"""
(?:u|je|jij|gij|ge) (?:mag|moogt|kan|kunt) (?:maar |gerust )*(?:je|jij|gij|u)\b
(?:zegt?|gebruik|spreek me aan met) (?:maar |gerust )*(?:je|jij|gij|u)\b
(?:liever|zullen we) (?:maar )?(?:je|jij|gij|u)(?: en (?:je|jij|u|jou))?(?: zeggen)?
(?:u|ge|gij|je|jij) (?:mag|moogt|meugt|kan|kunt) (?:(?:me|mij|ons|gerust|maar|ook|toch) )+\
(?:tutoyeren|vousvoyeren)
(?:u|ge|gij|je|jij) (?:mag|moogt|meugt|kan|kunt) (?:maar |gerust |ook |toch )*(?:tegen )?\
(?:me|mij) (?:je|jij|gij|u) zeggen
zegt? (?:tegen (?:me|mij) )(?:maar |gerust |toch )*(?:je|jij|gij|u)\b
(?:u|ge|gij|je|jij) (?:moet|hoeft|moogt|mag) (?:me |mij |tegen mij )?geen (?:u|vous) \
(?:te zeggen|zeggen|tegen (?:me|mij))
(?:tutoyeer|vousvoyeer) (?:me|mij|maar)\b|(?:we|wij) mogen (?:tutoyeren|elkaar tutoyeren)
(?:tutoie|tutoyez|vouvoie|vouvoyez) moi|on (?:peut|pourrait) se (?:tutoyer|vouvoyer)
on se (?:tutoie|vouvoie)
(?:tu peux|vous pouvez|peux tu|pouvez vous|tu dois|il faut) (?:me |m )?(?:tutoyer|vouvoyer)
(?:tu peux|vous pouvez|peux tu|pouvez vous) (?:me |m )?dire (?:tu|vous)
(?:je veux|je voudrais|j aimerais) (?:qu on se|que (?:tu|vous) me) \
(?:tutoie|tutoies|tutoyiez|vouvoie|vouvoies)
je (?:ne )?veux (?:pas|plus) (?:qu on (?:se|me)|que (?:tu|vous) me) (?:tuto|vouvo)[iy]\w+
(?:ne )?me (?:tutoie|tutoyez|tutoies|vouvoie|vouvoyez|vouvoies) (?:pas|plus|jamais)
(?:(?:il )?(?:ne )?faut (?:pas|plus)|(?:arrete|arretez|cesse|cessez) de) me (?:tutoyer|vouvoyer)
(?:tutoyeer|vousvoyeer) (?:me|mij) (?:maar |toch )*niet(?: meer)?
niet (?:meer )?(?:tutoyeren|vousvoyeren)
(?:je prefere|plutot) (?:le )?(?:tu|vous)
(?:dis|dites) moi (?:tu|vous)|je prefere le (?:tutoiement|vouvoiement)
(?:say|use) (?:u|je|tu|vous)\b|form of address
"""
_SAW: Final = r"""
wie (?:heeft|las|zag|kreeg) (?:er )?(?:iets |wat )?(?:van (?:mij|me)\b|mijn (?!(?:\w+ ?)?nummer\b))
wie (?:heeft|hebben) (?:wat|dat|dit|alles) (?:gezien|gelezen)
qui a (?:lu|vu) (?:quoi|mes|ce que|quelque chose)\b
who (?:has |have )?(?:read|seen|saw|looked at) (?:what|my|anything|about me)\b
"""

_SORRY: Final = r"""
(?:sorry|excuseer|pardon|(?:mijn )?excuses) (?:hoor |nog )?(?:van|voor|over) (?:(?:eer)?gisteren|\
vanmorgen|daarnet|daarstraks|laatst|vorige week|de (?:vorige|andere|laatste) keer|\
(?:de|mijn) stilte)
(?:sorry|excuseer|pardon) dat ik (?:u |je |zo |nog |al |(?:eer)?gisteren |lang |de laatste tijd )*\
(?:niet|niets|niks|pas nu|te laat|zo laat)(?: meer| direct)? (?:heb )?\
(?:antwoord(?:de)?|geantwoord|schreef|schrijf|geschreven|reageer(?:de)?|gereageerd)(?: heb)?
(?:(?:je suis )?desolee?|pardon|excuse[sz]? moi|mes excuses) (?:encore )?(?:pour|d) (?:hier|\
avant hier|ce matin|tout a l heure|l autre (?:jour|fois)|la derniere fois|\
(?:mon|le) (?:silence|retard))
(?:(?:je suis )?desolee?|pardon|excuse[sz]? moi) (?:de ne pas avoir|de n avoir (?:pas|rien)|\
de ne pas|de pas avoir) (?:repondu|ecrit|repondre|ecrire)(?: (?:hier|plus tot))?
(?:(?:i m |i am )?(?:so )?sorry|(?:my )?apologies) (?:again )?(?:about|for) (?:yesterday|earlier|\
last (?:time|night|week)|the other (?:day|night)|(?:my|the) silence|being (?:quiet|late|short))
(?:(?:i m |i am )?(?:so )?sorry )(?:for not|(?:that )?i (?:did not|didn t|haven t)) \
(?:answer(?:ing|ed)?|writ(?:e|ing|ten)|repl(?:y|ying|ied))(?: (?:to )?you)?(?: yesterday| sooner)?
"""

# Asked in so many words, also after a story: 'het is stil hier. kan ik met iemand praten?' Who is
# meant is somebody of ours: 'somebody of the commune' is a question for an address.
_PERSON: Final = r"""
\b(?:(?:kan|mag|kunnen|zou|wil) (?:ik|k|we)|(?:ik|k) (?:zou|wil|wou)) \
(?:(?:graag|liever|ook|eens|efkes|even|nu|straks|a?ub) )*\
(?:met|tegen) (?:iemand|(?:een|ne|n) (?:echte? )?(?:mens|persoon|vrijwilliger)) \
(?:(?:kunnen|willen|komen|te) )?(?:pra+t(?:en?|n)|spre+k(?:en?|n)|babbel(?:en?|n)|klap(?:pen?|n))
\b(?:mag|kan|kunnen|wil|wou) (?:ik|k|we) (?:(?:nu|eindelijk|toch|ook|graag|eens|dan|a?ub) )*\
(?:iemand|(?:een|ne|n) (?:echte? )?(?:mens|persoon|vrijwilliger)) (?:hebben|krijgen|spreken)
\b(?:stuur|geef) (?:(?:mij|me|nu|dan|toch|eindelijk|maar|gewoon|aub) )*\
(?:iemand|(?:een|ne) (?:echte? )?(?:mens|persoon|vrijwilliger))(?: (?:aub|alstublieft|nu|graag))*\Z
\b(?:niet stoppen|een mens|ne mens) (?:maar )?(?:een|ne) (?:echte? )?mens
\b(?:pas arreter|une personne|un humain) (?:mais )?(?:une personne|un humain|quelqu ?un)
\b(?:not stop|a person|a human) (?:but )?(?:a person|a human|someone)
\b(?:envoyez|envoie|donnez|donne)(?: moi)?(?: (?:enfin|maintenant))* (?:quelqu ?un|un (?:vrai )?\
humain|une (?:vraie )?personne)(?: (?:svp|maintenant|s il (?:vous|te) plait))*\Z
\b(?:can|may|could) i (?:(?:now|finally|please|just) )*have (?:some ?one|some ?body|a (?:real )?\
(?:person|human(?: being)?)) (?:to talk to|now|please)
\b(?:(?:est ce que )?(?:je peux|je pourrais|on peut)|je (?:voudrais|veux|souhaite|prefere(?:rais)?)\
|j aimerais|puis je|peut on) (?:(?:bien|aussi) )?(?:par+le[rz]?|discuter|causer) (?:a|avec) \
(?:quelqu ?un|un (?:vrai )?humain|une (?:vraie )?personne|un(?:e)? benevole)
\b(?:(?:can|could|may) i|i (?:want|would like|d like|need) to|i wan+a) (?:please |just )?\
(?:talk|tlak|speak|chat) (?:to|with) \
(?:some ?one|some ?body|a (?:real |actual )?(?:person|human(?: being)?|volunteer))
"""


_POLITE: Final = r"(?:please |s il vous plait |s il te plait |alstublieft |aub |svp )?"


def _anywhere(lines: str) -> re.Pattern[str]:
    alternatives = "|".join(lines.replace("\\\n", "").split("\n")[1:-1])
    not_of = r"(?! (?:de (?!chez vous)|du|des|d|van (?!jullie|u\b)|bij|uit|of (?!yours)|from|at)\b)"
    return re.compile(rf"(?:{alternatives})\b{not_of}")


def _whole(lines: str, tail: str = "", before: str = _POLITE) -> re.Pattern[str]:
    alternatives = "|".join(lines.replace("\\\n", "").split("\n")[1:-1])
    return re.compile(rf"{before}(?:{alternatives}){tail}")


_PATTERNS: Final = MappingProxyType(
    {
        "change_address": _whole(
            _ADDRESS,
            r"(?: (?:zeggen|tegen (?:me|mij)|aub|alstublieft|svp|stp|va|hein|hoor|he|ze|zulle|quoi"
            r"|please|maar|gerust|toch|nu|maintenant|merci|dank u|s il (?:vous|te) plait))*\Z",
            r"(?:(?:please|svp|stp|aub|alstublieft|ja|oui|yes|nee|non|maar|mais|allez|bon|ah|oh|he"
            r"|dis|toe|zeg eens|s il (?:vous|te) plait) )*",
        ),
        "change_schedule": _whole(_SCHEDULE, r"(?: alstublieft| aub| svp| please)?\Z"),
        "change_language": _whole(_TONGUE, r"(?: alstublieft| aub| svp| please)?\Z"),
        "say_sorry": _whole(_SORRY, r"(?: (?:hoor|he|hein|ze|zeg|goeiedag|bonjour|hello))*\Z"),
        "see_memory": _whole(_MEMORY),
        "keep_date": _whole(_DATE),
        "offer_less": _whole(_LESS, r"(?: alstublieft| aub| svp| please)?\Z"),
        "learn_from_me": _whole(_LEARN, r"\Z"),
        "stop_learning": _whole(_UNLEARN, r"\Z"),
        "resume_contact": _whole(messages.WANTED, messages.BEHIND, messages.BEFORE),
        "stop_contact": _whole(messages.UNWANTED, messages.BEHIND),
        "stop_list": _whole(_NO_LIST, r"(?: alstublieft| aub| svp| please)?\Z"),
        "take_leave": _whole(_LEAVE, r"\Z"),
        "who_saw": _whole(_SAW),
        "worry_contact": _whole(_WORRY),
    }
)
_ANYWHERE: Final = _anywhere(_PERSON)


def worded(typed: str, about: str = "") -> str | None:
    """The wish that these plain words are, or None. `typed` comes from `words.plain`;
    `about` is what the question that stands is about."""
    found = next((wish for wish, pattern in _PATTERNS.items() if pattern.match(typed)), None)
    if found == birthdays.KEEP and not birthdays.is_only_a_day(typed):
        found = None  # 'onthoud 12 januari, dan ben ik er niet meer'
    if found is None and (_ANYWHERE.search(typed) or somebody.asked_for(typed)):
        found = "request_human"
    found = found or birthdays.wish(typed) or nights.wish(typed)
    if found is None and fewer.wished(typed):
        found = fewer.FEWER
    asked = asks_when(typed) or distrust.asks(typed) or overlooked.asks(typed)
    asked = asked or volunteer_asked.asks(typed) or simpler.asks(typed)
    return found or asked or topics.worded(typed, about)
