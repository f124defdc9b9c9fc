"""Whether the hours in a message are chosen by it: 'om negen uur graag', and not 'om negen uur zit
ik bij de dokter' or 'at 9am no thanks'.

By exclusion: where words stand beside an hour that choose nothing, or a no of which it is not known
what it refuses, no hour is chosen, and it is asked again. To the question for an hour only the no
counts: whoever answers 'tien uur, dan is de verpleegster weg' chose.
"""

from __future__ import annotations

import re
from typing import Final

from bot.values.choice_words import CHOSEN
from bot.values.clocks import ANY, BARE
from bot.values.days import find_days
from bot.values.hours import Hour, find_hours, says_number, wanted
from bot.values.plain import Plain, plain

#: When she is up, and how she is written to then.
_UP_WORDS: Final = """
    hallo dag goeiedag goeiemorgen goedemorgen bonjour hello hi
    ben sta opgestaan wakker uitgeslapen slaap altijd meestal gewoonlijk al koffie ontbijt ontbeten
    gegeten gewassen aangekleed klaar gedaan heb mijn komen kom ge gij moogt mogen stuur stuurt
    sturen doet zet zou zijn was wordt 't worden van naar plaats vind vinden
    eerste laatste goeie gezellig makkelijkst gemakkelijkst handig handigst past schikt elk ieder
    suis debout leve levee reveille reveillee toujours deja cafe dejeuner dejeune mange prete pret
    envoyez envoie m'ecrire m'envoyer m'arrange m'arrangerait m'irait m'va lieu normalement
    habituellement d'habitude comme tu peux ecrivez-moi serait sera est l'ideal soit heure heures
    denk dacht misschien pense dirais dire on etre mon chouette think guess how best love lovely
    beste moment krijg danku een un une journaal avondeten middageten souper repas diner dinner
    lunch time
    beaucoup tres gentil gentille parfaite
    up awake usually normally always already coffee breakfast had my eaten dressed ready am im
    text texting send sending reach works from instead than of that'd that's that'll it'd
    in gehad coup temps vroeger later eerder binnen plus qu dan que very much kind kindly
    o'clock clock hour hours any ones one is
"""
_ALLOWED: Final = CHOSEN | frozenset(_UP_WORDS.split())
_ART: Final = (
    r"(?:(?:om|rond|tegen|a|vers|at|around|the|le|la|les|du|op|in|int|het|'t|on|voor|pour|for) )*"
)
#: '@' is an hour that is not refused, '&' one that is, '#' a day.
_EXCEPT: Final = re.compile(
    r"\b(?:behalve|buiten|zonder|uitgezonderd|sauf|excepte|hormis|hors|sans|a part|except(?: for)?"
    rf"|apart from|without|besides) {_ART}@|\b(?:any|every)[a-z ]* but {_ART}@"
)
_NO: Final = re.compile(
    r"(?:\b(?:niet?|ni|nooit|geen|niks|niets|nee|neen|pas|non|jamais|rien|aucune?|no|not|nor"
    r"|never|cannot|cant|dont|doesnt|wont|stop\w*|arret\w*|plus (?:de|a))\b|n't\b)"
    # but of how early
    r"(?! (?:(?:al )?(?:te|zo|trop|si|aussi|plus|too|so|that) (?:vroeg|laat|tot|tard|early|late)\b"
    r"|(?:vroeger|later|eerder|earlier|sooner)\b|(?:voor|na|avant|apres|before|after)\b"
    r"|(?:problem|probleem|bother|trouble)\b))(?!(?<=pas) (?:om|vanaf|rond|tegen|na)\b)"
)
#: 'a bit early', 'is moeilijk', 'vroeger dan tien uur'
_TOO: Final = re.compile(
    r"(?<!niet )(?<!pas )(?<!not )\b(?:te|trop|too|wat|beetje|peu|bit|rather|nogal|assez)"
    r" (?:aan de )?(?:vroeg|laat|tot|tard|early|late)(?:e kant)?\b"
    r"|\b(?:moeilijk|lastig|slecht|difficile|complique|difficult|hard|badly|nuisance)\b"
    r"|(?<!niet )(?<!pas )(?<!not )(?<!no )\b(?:vroeger|later|eerder|plus (?:tot|tard)|earlier)"
    r" (?:dan|que|qu'a|than) (?:a )?@"
)
#: No no at all, or about something else.
_HARMLESS: Final = re.compile(
    r"\b(?:(?:si|quand) (?:ca|cela) (?:ne )?(?:vous |te )?derange pas|pas mal|pourquoi pas"
    r"|if you (?:don't|dont|do not) mind|(?:would|wo)n't be (?:bad|a problem)"
    r"|if (?:it|that) (?:isn't|is not) too much(?: trouble)?|als (?:het|dat|t) niet (?:stoort|te)"
    r"|i (?:don't|dont) know|je (?:ne )?sais pas|ik weet (?:het )?niet|geen idee|aucune idee"
    r"|or whatever|(?:niet|pas|not) (?:later|plus tard)|slaap toch niet"
    r"|(?:hoor|zie|kan) niet (?:zo )?goed(?: typen| schrijven)?)\b"
)
#: What is told of an hour, and answers no question for one.
_TOLD: Final = re.compile(
    r"\b(?:gisteren|eergisteren|yesterday|gestorven|overleden|begraf\w*|begraven|mort|morte"
    r"|decede\w*|enterre\w*|died|dead|funeral|waarom|pourquoi|why|afspraak|rendez[- ]vous|rdv"
    r"|appointment|dokter|docteur|medecin|doctor|huil\w*|ween|pleur\w*|cry|drink|bois|drunk|dronken"
    r"|slapen|asleep|(?<!uit )(?<!uit mijn )(?<!out of )(?<!out of my )bed|couche\w*"
    r"|(?<!du )(?<!de mon )lit|dodo|daarna|after that|apres ca|gewacht|attendu|waited)\b"
    rf"|\b(?:dus|donc|so|make it) (?:om |a |at )?{ANY}\b"
)
#: 'Nee, om tien uur', 'non plutôt à dix heures'
_ANSWER: Final = re.compile(
    r"^[ .,!]*(?:(?:nee|neen|non)\b(?! (?:merci|bedankt|dank))|no(?= ?,))(?: (?:hoor|sorry))*"
    r"[ ,.;!]*"
)
#: Clauses, and whether one is told in the same breath.
_BREAK: Final = re.compile(
    r"([,.;!]+|\b(?:maar|ma(?= nie)|mais|but)\b"
    r"|\b(?:en|et|and)\b(?= (?:zeker )?(?:niet?|pas|not|never)\b)"
    rf"|(?<=@) (?=(?:niet?|nooit|pas|jamais|not|never) {_ART}#))"
)
#: 'om tien uur of elf', 'tussen 9 en 10'
_OR_ANOTHER: Final = re.compile(
    rf"(?<=@) ?(?:-|/|\b(?:of|ou|or|tot|to|a|till?|until)\b) ?{_ART}{ANY}\b(?! (?:on|op|le)\b)"
)
_TO_ANOTHER: Final = re.compile(rf"(?<=@) (?:en|et|and) {_ART}{ANY}\b(?! (?:on|op|le)\b)")
_BETWEEN: Final = re.compile(r"\b(?:tussen|entre|between)\b")


def are_chosen(text: str, language: str, *, asked: bool = False) -> bool:
    """Takes any text. True where there is no hour that is not refused. `asked`: an hour was asked
    for, and this answers."""
    whole, hours = wanted(text, language)
    said = _ANSWER.sub("", _marked(whole, language, hours))
    if _EXCEPT.search(said) or (asked and _TOLD.search(said)):
        return False
    # a part of the day alone is also when she is sad
    asked = asked and (any(says_number(whole, one) for one in hours) or has_number(whole))
    chosen, joined = False, False  # whether the clause before chose, and goes on
    for place, clause in enumerate(_BREAK.split(said)):
        if place % 2:
            joined = chosen and clause == ","
            continue
        named = any(mark in clause for mark in "#&")
        words = _words(clause)
        told = not asked and not words <= _ALLOWED
        if "@" in clause or (joined and not named and not asked):
            if told or _NO.search(clause) or _TOO.search(clause):
                return False
        elif chosen and not named and _refuses(clause, words):
            return False  # '9u. Nee, bedankt.'
        chosen = "@" in clause or (chosen and not named)
    return True


def has_number(whole: Plain) -> bool:
    """'eight in the evening'"""
    return BARE.search(whole.text) is not None


def without_harmless(text: str) -> str:
    """The text without a no that refuses nothing: 'if you don't mind', 'pas mal', 'or whatever'.
    Folded, where there was one."""
    said = plain(text).text
    less = _HARMLESS.sub(" ", said)
    return text if less == said else less.strip(" ,.;!?")


def _refuses(clause: str, words: set[str]) -> bool:
    """Whether a clause behind the hour refuses it, and tells of nothing else."""
    return words <= _ALLOWED and bool(_NO.search(clause) or _TOO.search(clause))


def _words(clause: str) -> set[str]:
    """Those that are known whole, like 'd'accord', and the parts of the others."""
    found = set[str]()
    for word in re.findall(r"[a-z']+|[0-9]+", clause):
        found |= {word} if word in _ALLOWED else {part for part in word.split("'") if part}
    return found


def _marked(whole: Plain, language: str, hours: list[Hour]) -> str:
    """The text with a sign for each hour and each day."""
    said = whole.text
    spans = [(start, end, "#") for start, end, _ in find_days(whole, language)]
    for one in find_hours(whole, language):
        if not any(start < one.end and one.start < end for start, end, _ in spans):
            spans.append((one.start, one.end, "@" if one in hours else "&"))
    for start, end, mark in sorted(spans, reverse=True):
        said = f"{said[:start]}{mark}{said[end:]}"
    if not any(says_number(whole, one) for one in hours):
        said = BARE.sub("@", said)  # 'eight in the morning'
    said = _OR_ANOTHER.sub("", said)
    return _TO_ANOTHER.sub("", said) if _BETWEEN.search(whole.text) else said
