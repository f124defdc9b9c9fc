"""The words of clock and calendar in three languages, as people write them.

Everything stands here without capitals and accents ('aout', 'apres-midi'), because a message is
compared that way. A coordinator may add a word: to the line of its meaning, in its language.
"""

from __future__ import annotations

from typing import Final

DAYS: Final = ("mo", "tu", "we", "th", "fr", "sa", "su")
ALL_DAYS: Final = ",".join(DAYS)

# --- numbers ------------------------------------------------------------------------------------

NUMBERS: Final[dict[str, dict[str, int]]] = {
    "nl": {
        "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8,
        "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14,
        "vijftien": 15, "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19,
        "twintig": 20, "eenentwintig": 21, "tweeentwintig": 22, "drieentwintig": 23,
        "vierentwintig": 24, "vijfentwintig": 25, "dertig": 30, "veertig": 40,
        "vijfenveertig": 45, "vijftig": 50,
        "enen": 1, "tweeen": 2, "drieen": 3, "vieren": 4, "vijven": 5, "zessen": 6, "zevenen": 7,
        "achten": 8, "negenen": 9, "tienen": 10, "elven": 11, "twaalven": 12,  # 'tegen den achten'
        "ene": 1, "ien": 1, "ein": 1, "twie": 2, "drij": 3, "zeve": 7, "nege": 9,  # as it is spoken
        "viere": 4, "vijve": 5, "zesse": 6, "zevene": 7, "achte": 8, "negene": 9, "tiene": 10,
        "elve": 11,
    },
    "fr": {
        "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
        "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14,
        "quinze": 15, "seize": 16, "dix-sept": 17, "dix-huit": 18, "dix-neuf": 19, "vingt": 20,
        "vingt et une": 21, "vingt-et-une": 21, "vingt-et-un": 21, "vingt-deux": 22,
        "vingt-trois": 23, "vingt-quatre": 24, "vingt-cinq": 25, "dix sept": 17, "dix huit": 18,
        "dix neuf": 19, "vingt deux": 22, "vingt trois": 23, "vingt cinq": 25, "trente": 30,
        "quarante": 40, "quarante-cinq": 45, "quarante cinq": 45, "cinquante": 50,
    },
    "en": {
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
        "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
        "twenty": 20, "twenty-five": 25, "twenty five": 25, "thirty": 30, "forty": 40,
        "forty-five": 45, "forty five": 45, "fifty": 50, "a": 1, "an": 1,
    },
}  # fmt: skip

# --- parts of the day: (kind, hour when it stands alone, words) ---------------------------------
# The kind says what a number beside it means: 'half acht' + evening = 19:30.

PARTS: Final[tuple[tuple[str, str | None, str], ...]] = (
    ("morning", "08:00",
     "morgenvroeg|'s morgens vroeg|smorgens vroeg|vroeg in de (?:morgen|ochtend)"
     "|vroege (?:morgen|ochtend)"
     "|bij het ontbijt|aan het ontbijt|ontbijt|tot le matin|de bon matin|petit[- ]dejeuner"
     "|de grand matin|(?:le )?matin tot|au petit matin|(?:a )?mon reveil"
     "|au (?:reveil|lever|saut du lit)"
     "|(?:in )?(?:de |alle )?vroegte|bij het (?:opstaan|ontwaken)|als ik (?:opsta|wakker word)"
     "|quand je me leve"
     "|early (?:in the )?morning|first thing(?: in the morning)?|breakfast(?: time)?"
     "|when i (?:get|wake) up"),
    ("morning", "11:00",
     "late (?:voormiddag|ochtend)|eind(?:e)? (?:van de )?voormiddag|fin de matinee|late morning"
     "|elevenses"),
    ("morning", "10:00",
     "voormiddags?|voor (?:de|den|het|'t|t) (?:middag|noen|middageten)"
     "|milieu de (?:la )?matinee|avant[- ]midi|before noon|before lunch|mid-?morning"
     "|mid morning|en matinee|dans la matinee|(?:niet|nie) te vroeg|pas trop tot|not too early"),
    ("morning", "09:00",
     "'?s ?morgens|(?<=dag)morgens?"
     "|'?s ?ochtends|in de morgen|(?:van|elke |iedere )?morgen(?= om)|vanmorgen"
     "|vanochtend|ochtend"
     "|morgenochtend|de morgen|elke morgen|iedere morgen|le matin|du matin|au matin|ce matin"
     "|matin|matinee"
     "|(?<!good )morning|mornings|forenoon"),
    ("afternoon", "17:00",
     "late namiddag|eind(?:e)? (?:van de )?namiddag|fin d'(?:apres-|apres )midi|late afternoon"
     "|tea ?time"),
    ("afternoon", "16:00",
     "vieruurtje|(?:(?:a )?l'heure du |au |le )gouter|apres la sieste|na (?:mijn|de) siesta"),
    ("afternoon", "14:00",
     "'?s ?namiddags|namiddags?|(?:na|achter) (?:de|den|het|'t|t) (?:middag|noen|middageten)"
     "|'?s ?achternoens|achternoene?"
     "|deze namiddag|l'apres[- ]?midi|cet(?:te)? apres[- ]?midi|apres[- ]?midi|apm|aprem|tantot"
     "|apres (?:le )?(?:repas de midi|diner)|(?<!good )afternoon|afternoons|after (?:lunch|noon)"),
    ("evening", "18:00",
     "vooravond|vroege avond|vroeg op de avond|debut de soiree|early evening"
     "|(?<!na het )(?<!na 't )avondeten|(?<!apres le )(?<!apres )(?<!after )souper"
     "|(?<!after )supper(?: ?time)?"),
    ("evening", "21:00",
     "late avond|laat op de avond|'?s ?avonds laat|fin de soiree|tard le soir|late evening"
     "|(?:le )?soir tard|late at night|voor (?:ik ga|het) slapen(?:gaan)?|avant (?:de|d'aller) "
     "(?:dormir|coucher|me coucher)|bed ?time|before (?:i go to )?bed"),
    ("evening", "19:00",
     "na (?:het|'t) avondeten|apres (?:le )?souper|after supper"
     "|'?s ?avonds|in de avond|(?:morgen|van)?avond|le soir|du soir|au soir|ce soir|soirs?|soiree"
     "|en soiree"
     "|(?<!good )evening|evenings|tonight"),
    ("noon", "12:00",
     "'?s ?noens|(?:le )?temps de midi|(?:a )?l'heure du diner|au diner"
     "|'?s ?middags|vanmiddag|op de middag|middag|noene?|op de noen|le midi|ce midi|a midi|midi"
     "|noon|midday|mid-day"
     "|lunch(?: ?time)?|middageten|dejeuner"),
    ("night", None, "'?s ?nachts|vannacht|in de nacht|nacht|du matin tot|la nuit|de nuit"
                    "|cette nuit|nuit|minuit"
     "|at night|in the night|midnight|middernacht|night"),
)  # fmt: skip

#: Before these words a part of the day is a greeting, not an hour.
GREETING_BEFORE: Final = (
    r"(?:good|goeie|goede|goeden|goeienacht|fijne|prettige|bon|bonne|belle|nice|lovely"
    r"|(?<!jusqu')(?<!of )\ba) ?$"
)

# --- days of the week ---------------------------------------------------------------------------

WEEKDAYS: Final[dict[str, str]] = {
    "mo": "maandag(?:en|s)?|moandag|lundis?|mondays?",
    "tu": "dinsdag(?:en|s)?|dijsdag|disdag|mardis?|tuesdays?",
    "we": "woensdag(?:en|s)?|wunsdag|goensdag|mercredis?|wednesdays?|wensday",
    "th": "donderdag(?:en|s)?|dunderdag|jeudis?|thursdays?",
    "fr": "vrijdag(?:en|s)?|vrydag|vridag|vendredis?|fridays?",
    "sa": "zaterdag(?:en|s)?|zoaterdag|samedis?|saturdays?",
    "su": "zondag(?:en|s)?|zundag|dimanches?|sundays?",
}

#: What Dutch writes in one word with a day: 'zondagvoormiddag'.
DAY_PART: Final = "(?:morgen|ochtend|voormiddag|middag|namiddag|avond|nacht)(?:en|s)?"

#: Short forms count only in a row ('ma, wo, vr') or as the whole answer: 'zo' and 'sun' are words.
SHORT_DAYS: Final[dict[str, dict[str, str]]] = {
    "nl": {
        "ma": "mo", "maa": "mo", "di": "tu", "din": "tu", "wo": "we", "woe": "we", "do": "th",
        "don": "th", "vr": "fr", "vrij": "fr", "vrij.": "fr", "za": "sa", "zat": "sa", "zo": "su",
        "zon": "su",
    },
    "fr": {
        "lu": "mo", "lun": "mo", "ma": "tu", "mar": "tu", "me": "we", "mer": "we", "je": "th",
        "jeu": "th", "ve": "fr", "ven": "fr", "sa": "sa", "sam": "sa", "di": "su", "dim": "su",
    },
    "en": {
        "mo": "mo", "mon": "mo", "tu": "tu", "tue": "tu", "tues": "tu", "we": "we", "wed": "we",
        "weds": "we", "th": "th", "thu": "th", "thur": "th", "thurs": "th", "fr": "fr",
        "fri": "fr", "sa": "sa", "sat": "sa", "su": "su", "sun": "su",
    },
}  # fmt: skip

DAY_GROUPS: Final[dict[str, str]] = {
    "we": "mid-?week|halfweg de week|(?:milieu|mi) de (?:la )?semaine",
    "sa,su": "week-?ends?|week ends?|weekenden|w-e|fins? de semaine(?! prochaine)",
    "mo,tu,we,th,fr": (
        "week ?dagen|werk ?dagen|door (?:de|'n) week|doordeweeks|in de week|tijdens de week"
        "|jours? (?:de|en) semaine|jours? ouvrables?|en semaine|pendant la semaine|dans la semaine"
        "|week ?days?|work(?:ing)? ?days?|during the week"
    ),
    ALL_DAYS: (
        "elke (?:dag|morgen|ochtend|avond)|elken dag|alle dagen|iederen? dag|ieder dag"
        "|elke dag van de week|dagelijks"
        "|heel de week|de hele week|gans de week|de ganse week|hele week|7 op 7|7 dagen op 7"
        "|tous les (?:jours|matins|soirs)|chaque (?:jour|matin|soir)|toute la semaine"
        "|quotidien(?:nement)?|7 jours sur 7|7 sur 7"
        "|every (?:day|morning|evening)|everyday|each day|daily|all week|the whole week|any day"
        "|all days|7/7|7 days a week"
    ),
}

#: Which days are meant when somebody only says how often: spread, and never a lone weekend.
SPREAD: Final[dict[int, str]] = {
    1: "we",
    2: "tu,fr",
    3: "mo,we,fr",
    4: "mo,tu,th,fr",
    5: "mo,tu,we,th,fr",
    6: "mo,tu,we,th,fr,sa",
    7: ALL_DAYS,
}

# --- months -------------------------------------------------------------------------------------

MONTHS: Final[tuple[str, ...]] = (
    "januari|janvier|january",
    "februari|fevrier|february|februar",
    "maart|mars|march",
    "april|avril",
    "mei|mai|may",
    "juni|juin|june",
    "juli|juillet|july",
    "augustus|aout|august",
    "september|septembre",
    "oktober|october|octobre",
    "november|novembre",
    "december|decembre",
)
#: Only beside a day's number: 'sept' is seven, 'jan' a man.
SHORT_MONTHS: Final[tuple[str, ...]] = (
    "jan|janv", "feb|febr|fev|fevr", "mrt|maa|mar", "apr|avr", "", "jun", "jul|juil", "aug",
    "sep|sept", "okt|oct", "nov", "dec",
)  # fmt: skip

# --- slips of the keyboard ----------------------------------------------------------------------


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Words of which one slip is forgiven ('woensdga', 'vendrdi', 'febuary').
FORGIVEN: Final = _words(
    """maandag dinsdag woensdag donderdag vrijdag zaterdag zondag weekend weekdagen
    lundi mardi mercredi jeudi vendredi samedi dimanche semaine semaines
    monday tuesday wednesday thursday friday saturday sunday weekdays
    januari februari augustus september oktober november december
    janvier fevrier juillet septembre octobre novembre decembre
    january february october
    ochtend morgens voormiddag namiddag middag avonds vanavond
    matin matinee midday soiree morning afternoon evening
    iedere dagelijks behalve minder volgende prochain prochaine quinzaine fortnight
    tomorrow overmorgen
    nederlands engels francais anglais neerlandais english french
    dochter buurvrouw voisine daughter neighbour neighbor"""
)
#: Words that look like a slip of one of those and are none.
REAL_WORDS: Final = _words(
    """mourning moaning mornings evenings afternoons maandags zondags zondagen maandagen zaterdags
    maandagse weekends weekenden weekdag weekday avond middags matins lundis mardis jeudis samedis
    mondays tuesdays sundays fridays saturdays thursdays wednesdays dimanches vendredis mercredis
    dinsdags woensdags donderdags vrijdags sundae daagt mandag hinder minders midden maand
    friend frida trench wrench elkander engel engelse neighbours neighbors daughters dochters
    voisines voisins voisin ochtends namiddags voormiddags avonden avondje volgend volgens
    prochaines prochains nederlandse francaise anglaise neerlandaise ieder iederen marie lundy sunda
    satin latin mating martin marin malin mardin morgen soirees semainier frenchie engles
    soiree middag vinder
    binder zonder minderen januarys mandai marci martini"""
)
