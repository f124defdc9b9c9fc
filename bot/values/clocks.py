"""How people write and say an hour: one pattern and one reader for each way.

The first pattern that fits a stretch has it, so what says more stands higher up. Patterns look at
plain text (see `bot.values.plain`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from bot.values.tables import NUMBERS

HOUR: Final = 60  # minutes
NOON: Final = 12 * HOUR
DAY: Final = 24 * HOUR


@dataclass(frozen=True, slots=True)
class Clock:
    """A stretch and its minutes since midnight, likeliest first, before the part of the day counts.

    `exact`: written so that morning and evening differ ('19h30', '09:00', 'midi').
    """

    start: int
    end: int
    minutes: tuple[int, ...]
    exact: bool


Reader = Callable[[re.Match[str], str], Clock | None]
_NUMBER: Final = {word: n for words in NUMBERS.values() for word, n in words.items()}


def number(word: str) -> int:
    """'9' and 'negen' -> 9."""
    return int(word) if word.isdigit() else _NUMBER[word]


def _spelled(*languages: str) -> str:
    """A pattern for a number in words of these languages."""
    words = {w for language in languages for w in NUMBERS[language]} - {"a", "an"}
    return "|".join(sorted(words, key=lambda w: (-len(w), w)))


NL, FR, EN, ANY = (
    f"(?:{_spelled(*languages)}|[0-9]{{1,2}})"  # or in figures
    for languages in (("nl",), ("fr",), ("en",), ("nl", "fr", "en"))
)
#: What may not follow a number without 'uur': it counts something else.
NO_UNIT: Final = (
    r"(?![0-9])(?![.,:/][0-9])(?! ?(?:%|€|eur|dag|jour|day|we+k|semaine|maand|mois|month|jaar"
    r"|ans?\b|year|keer\b|fois|times|x\b|maal|min|sec|people|mensen|pers|kind|enfants?|children"
    r"|kilo|km|kg|met(?:er|re)|cm|(?:op|sur|out of) (?:10|tien|dix|ten)|/|jarige|ste\b|e\b|th\b"
    r"|st\b|nd\b|rd\b|hours?|pil|cach|graden|degre|degree|minutes?|heures|uur (?:per|lang)))"
)
#: Before and behind an hour that lasts: 'pendant trois heures', 'twee uur lang'.
_NOT_LASTED: Final = "".join(
    f"(?<!{word} )"
    for word in (
        "pendant", "durant", "depuis", "dans", "fait", "il y a", "toutes les", "over", "binnen",
        "al", "per", "par", "elke", "chaque", "paar", "sinds", "moins de", "plus de", "nog",
        "encore", "meer dan", "minder dan",
    )
)  # fmt: skip
_NOT_LASTING: Final = (
    r"(?! ?(?:lang|geleden|per|later|gewacht|geslapen|gestaan|gezeten|onderweg|slaap|aan een stuk"
    r"|aan 1 stuk|de (?:route|sommeil|menage|marche|train)|d'(?:attente|affilee)|par(?! exemple)"
    r"|plus tard|te (?:laat|vroeg)|op 24|sur 24|trop t)\b)"
)


def _clock(m: re.Match[str], minutes: int, *, exact: bool) -> Clock:
    return Clock(m.start(), m.end(), (minutes % DAY,), exact)


def _moved(m: re.Match[str], hour: int, by: int) -> Clock | None:
    """`by` minutes from a full hour; 'half een' and 'quarter to one' are past noon."""
    if not 1 <= hour <= 24:
        return None
    minutes = hour * HOUR + by
    if hour <= 12 and minutes < HOUR:
        minutes += NOON
    return _clock(m, minutes, exact=hour > 12)


def _digital(m: re.Match[str], language: str) -> Clock | None:
    """'19h30' and '09:00' are exact; '3u30' is said of an afternoon."""
    hour, minute = int(m["h"]), int(m["m"])
    if hour > 24:
        return None
    return _clock(m, hour * HOUR + minute, exact=not 1 <= hour < 6 or m["h"].startswith("0"))


def _full(m: re.Match[str], language: str) -> Clock | None:
    """'negen uur', '9h', 'at nine', 'nine thirty'."""
    hour, minute = number(m["h"]), m.groupdict().get("m")
    if hour > 24 or (hour == 0 and m["h"] not in ("0", "00")):
        return None
    by = number(minute) if minute else 0
    return _clock(m, hour * HOUR + by, exact=hour > 12 or m["h"].startswith("0"))


def _half_to(m: re.Match[str], language: str) -> Clock | None:
    """Dutch 'half tien' is 9:30, 'vijf voor half tien' 9:25."""
    by = -30
    if m["off"]:
        by += -number(m["off"]) if m["dir"] == "voor" else number(m["off"])
    return _moved(m, number(m["h"]), by)


def _half(m: re.Match[str], language: str) -> Clock | None:
    """'half nine': half past to a Briton, half to in Flanders. 'half 9' follows the language."""
    hour = number(m["h"])
    past, to = _moved(m, hour, 30), _moved(m, hour, -30)
    if past is None or to is None or (m["h"].isdigit() and language != "en"):
        return to
    return Clock(m.start(), m.end(), past.minutes + to.minutes, past.exact)


def _half_past(m: re.Match[str], language: str) -> Clock | None:
    return _moved(m, number(m["h"]), 30)


def _a_bit(m: re.Match[str], language: str) -> Clock | None:
    """'een beetje na negen', 'juste avant dix heures': a quarter of an hour beside it. A greeting
    comes within ten minutes of the chosen hour, so that it is on the side that was asked for."""
    by = -30 if m.groupdict().get("half") else 0
    return _moved(m, number(m["h"]), by + (-15 if m["dir"] in _BEFORE else 15))


def _beside(m: re.Match[str], language: str) -> Clock | None:
    """'kwart voor acht', 'tien over acht', 'ten to nine', 'quarter past two'."""
    by = 15 if "kwart" in m["off"] or "quarter" in m["off"] else number(m["off"])
    back = m["dir"] in ("voor", "to", "till", "til", "of", "before")
    return _moved(m, number(m["h"]), -by if back else by)


def _french(m: re.Match[str], language: str) -> Clock | None:
    """'dix heures moins le quart', 'neuf heures et demie', 'midi et demi'."""
    tail = m["tail"] or ""
    by = 0
    if tail:
        by = 45 if "trois quart" in tail else 15 if "quart" in tail else 30
        by = number(m["m"]) if m["m"] else by
        by = -by if tail.startswith("moins") else by
    if m["noon"]:
        return _clock(m, NOON + by, exact=True)
    return _moved(m, number(m["h"]), by)


def _meridiem(m: re.Match[str], language: str) -> Clock | None:
    hour, minute = number(m["h"]), int(m["m"] or 0)
    if not 1 <= hour <= 12:
        return None
    return _clock(m, (hour % 12 + (12 if m["half"] == "p" else 0)) * HOUR + minute, exact=True)


_FIGURES: Final = r"(?<![0-9.,/:-])(?P<h>[01]?[0-9]|2[0-4])"
_MINUTES: Final = r"(?P<m>[0-5][0-9])(?![0-9:/%€]|[.,][0-9])"
_BEFORE: Final = ("voor", "avant", "before")
_AN_HOUR_OR: Final = r"(?:een|'n|nen?) uur(?:ke|tje)? of "
_AROUND: Final = (
    r"\b(?:(?:om|rond|tegen|omtrent|omstreeks|vanaf|ten|at|around|about|by|towards|getting on for"
    r"|vers|pour|des|a partir de|niet (?:voor|vroeger dan|eerder dan)|pas avant|pas plus tot que"
    r"|not? (?:before|earlier than)|any ?time after)"
    rf" (?:den? |het |les |eender |{_AN_HOUR_OR})?|{_AN_HOUR_OR})"
)
#: 'iets na', 'un peu avant', 'just gone': not the hour itself.
_A_BIT: Final = (
    r"(?:(?:een )?(?:klein )?(?:beetje|iets|effen?|efkes|even|juist|net|vlak|kort)"
    r"|(?:un (?:tout )?(?:petit )?peu|juste|peu)"
    r"|a (?:little |wee |tiny )?(?:bit|little|touch|tad)|just|shortly|soon|slightly)"
    r" (?P<dir>na|over|voor|apres|avant|after|past|gone|before)"
)
#: 'iets voor een vriendin', 'om een brood'
_NOT_AN: Final = r"(?!(?:een|une?|one)\b(?! ?(?:uur|heure|o'?clock|$|[.,!?])))"
#: Figures that are an hour only where nothing else is said: '9 30', '0930', but '1030' is Brussels.
_BEHIND: Final = r"(?<=om )|(?<=at )|(?<=rond )|(?<=around )|(?<=vers )|(?<=\ba )"
_ALL_OF_IT: Final = r"(?= ?(?:[.!]? *$|,))"
_TENS: Final = "fifteen|thirty|forty[- ]five|forty|twenty[- ]five|twenty|fifty|ten|oh five"
_TAIL: Final = (
    r"moins (?:le |un |'l )?quart|(?:et |un )?quart|et demie?|demie?|(?:et )?trois quarts?"
    rf"|(?:moins |et )?(?P<m>{FR})(?! (?:jour|fois|heure|semaine|mois))"
)

_WAYS: Final[tuple[tuple[str, Reader], ...]] = (
    (rf"\b(?P<h>{EN})(?:[:.h](?P<m>[0-5][0-9]))? ?(?P<half>[ap])\.? ?m\b\.?", _meridiem),
    (rf"{_FIGURES}(?: ?: ?| ?[hu] ?| ?uur ?| heures? ){_MINUTES}(?: ?(?:uur|u|h)\b)?", _digital),
    (rf"{_FIGURES}\.{_MINUTES}(?: ?(?:uur|u|h)\b|(?! ?(?:€|eur|[a-z]*procent)))", _digital),
    (rf"(?:^|{_BEHIND})(?P<h>[01]?[0-9]|2[0-3]) (?P<m>[0-5][0-9]){_ALL_OF_IT}", _digital),
    (rf"(?:^(?=0)|{_BEHIND})(?P<h>[01][0-9]|2[0-3])(?P<m>[0-5][0-9]){_ALL_OF_IT}", _digital),
    (rf"\b{_A_BIT} (?:den? |les )?(?P<half>half ?)?{_NOT_AN}(?P<h>{ANY})"
     rf"(?: ?(?:uur|ure|u|heures?|h|o'?clock))?\b(?! (?:et|moins|un quart))(?!:){NO_UNIT}", _a_bit),
    (rf"\b(?P<h>{NL}) (?:uur|u) en (?:een )?half\b{_NOT_LASTING}", _half_past),
    (rf"\b(?:(?P<off>{NL}) (?P<dir>voor|over|na) )?hal(?:f|ver|lef) ?(?P<h>{_spelled('nl')})\b"
     rf"(?: uur)?", _half_to),
    (rf"\b(?P<off>{NL}) (?P<dir>voor|over|na) half ?(?P<h>[0-9]{{1,2}})\b", _half_to),
    (rf"\bhalf (?:past|after) (?P<h>{EN})\b", _half_past),
    (rf"\bhalf ?(?P<h>{EN})(?:[ -]?ish)?\b{NO_UNIT}", _half),
    (rf"\b(?P<off>(?:een )?kwart(?:ier)?|{NL}) (?:minuten )?(?P<dir>voor|over|na) (?P<h>{NL})\b"
     rf"(?: uur\b)?{NO_UNIT}", _beside),
    (r"(?<!from )(?<!between )\b(?P<off>(?:a )?quarter|five|ten|twenty[- ]five|twenty|5|10|20|25)"
     rf" (?:minutes )?(?P<dir>past|to|after|before|till?|of) (?P<h>{EN})\b{NO_UNIT}", _beside),
    (rf"(?<!niet )(?<!pas )(?<!not )\b(?P<dir>voor|avant|before) (?!een uur)(?P<h>{ANY})"
     r" ?(?:uur|ure|u|heures?|h|o'?clock)\b(?! (?:et|moins|un quart))", _a_bit),
    (rf"{_NOT_LASTED}\b(?:(?P<h>{FR}) ?(?:heures?|hres?|h)|(?P<noon>(?<!apres.)(?<!avant.)midi))\b"
     rf"(?: ?(?P<tail>{_TAIL})\b)?{_NOT_LASTING}", _french),
    (rf"{_NOT_LASTED}\b(?!een uur)(?P<h>{NL}) ?(?:uur|ure|u)(?: (?P<m>vijftien|dertig"
     rf"|vijfenveertig))?"
     rf"\b{_NOT_LASTING}", _full),
    (r"(?:(?<=om )|(?<=rond )|(?<=tegen ))(?P<h>een) uur\b(?! of )", _full),
    (rf"\b(?P<h>{ANY})(?= (?:of|ou|or) (?:om |a |at )?{ANY} ?(?:uur|u|h|heures)\b)", _full),
    (rf"(?:(?<=tussen )|(?<=between )|(?<=entre ))(?P<h>{ANY})(?= (?:en|et|and) )", _full),
    (rf"\b(?P<h>{EN}) ?o ?'? ?clock\b", _full),
    (rf"\b(?P<h>{EN})[ -](?P<m>{_TENS})\b{NO_UNIT}", _full),
    (rf"\b(?P<h>{EN})[ -]?ish\b", _full),
    (rf"{_AROUND}{_NOT_AN}(?P<h>{ANY})\b{NO_UNIT}", _full),
    (rf"(?:^|\ba )(?P<h>(?:[6-9]|1[0-9]|2[0-3]))\b{NO_UNIT}(?= ?(?:[.!,]|$|le |du |ce ))", _full),
)  # fmt: skip
WAYS: Final = tuple((re.compile(pattern, re.ASCII), reader) for pattern, reader in _WAYS)
#: Words that may stand beside a bare number which is the answer: 'liefst negen', '9 please'.
_SMALL_WORDS: Final = """
    om rond tegen vanaf na voor liefst graag doe maar dan aub alstublieft of ofzo zo zo'n tussen
    en uur liever ongeveer een ja de den het in s op ne nen n keer uurke uurtje omtrent omstreeks
    zowat ergens bij zet schrijf zeg neem is goed best prima ok oke past mij
    a vers plutot svp ou entre et oui pour apres avant heures le du s'il vous te plait merci environ
    les autour de aux environs alentours sur disons mettez mets pile ecrivez ecris
    at around about please after before by or between and to make it yes say better rather the so
    thereabouts sharp on dot round roundabout roughly somewhere let's lets would be nice lovely
    grand suits me fine good ish ideally preferably maybe d
"""
FILLERS: Final = frozenset(_SMALL_WORDS.split())
#: Only where an hour is the answer.
BARE: Final = re.compile(
    rf"(?<![0-9.,:/-])\b(?P<h>(?!(?:een|un|une|one)\b){ANY})\b{NO_UNIT}",
    re.ASCII,
)


_BEFORE_IT: Final = re.compile(rf"\b(?:{'|'.join(_BEFORE)}) $")


def bare(m: re.Match[str], language: str) -> Clock | None:
    """'negen', and 'voor negen', which is earlier."""
    before = _BEFORE_IT.search(m.string, 0, m.start())
    return _moved(m, number(m["h"]), -15) if before else _full(m, language)
