"""Readers of free text that need no calendar: text, language, form of address, a topic, a date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from bot import language
from bot.dialogue.called import is_name, read_name
from bot.dialogue.names import ADDRESS_WORDS, FORMAL, INFORMAL
from bot.dialogue.turns import Context, Reader
from bot.dialogue.words import plain
from bot.understanding import Understanding
from bot.values import languages

LONGEST_TEXT: Final = 2000
LONGEST_TOPIC: Final = 60

_MONTH_NAMES: Final = (
    "januari janvier january jan",
    "februari fevrier february feb",
    "maart mars march",
    "april avril",
    "mei mai may",
    "juni juin june",
    "juli juillet july",
    "augustus aout august",
    "september septembre sept",
    "oktober octobre october okt",
    "november novembre nov",
    "december decembre dec",
)
_MONTHS: Final = {name: n for n, row in enumerate(_MONTH_NAMES, 1) for name in row.split()}
ANY_MONTH: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_NUMERIC: Final = re.compile(r"(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})(?!\d)")
_NAMED: Final = re.compile(
    rf"\b(\d{{1,2}})(?:e|er|ste|de|th|st|nd|rd)?(?: of| van)? ({ANY_MONTH})\b"
    rf"|\b({ANY_MONTH})(?: the)? (\d{{1,2}})(?:th|st|nd|rd)?\b"
)

# What people say before they name somebody or something: 'ja, over mijn been'.
_BEFORE_A_TOPIC: Final = re.compile(
    r"^(?:(?:ja|oui|yes|ok[eé]?|okay|d'accord|goed)[\s,.!]+)?"
    r"(?:(?:over|van|about|on|sur)\s+|(?:à propos|au sujet) d(?:e\s+|'))?(?=\S)",
    re.IGNORECASE,
)
_OF_HERS: Final = re.compile(
    r"(?:mijne?n?|m'?n|ons|onze|den?|het|'t|ne|nen|een|mon|ma|mes|notre|nos|les?|la|un|une|my|our"
    r"|the|an?)\s+\S|l'\S",
    re.IGNORECASE,
)


def is_phrase(text: str) -> bool:
    """Whether an answer to 'whom may I tell?' or 'what shall I leave alone?' is a name, or a few
    words for somebody or something: 'mijn nonkel', 'le voisin', 'my GP'."""
    words = _BEFORE_A_TOPIC.sub("", text.strip().replace("\u2019", "'"), count=1)
    known = is_name(words) or _OF_HERS.match(words) is not None
    return known and len(words) <= LONGEST_TOPIC and "?" not in words


def read_text(understanding: Understanding, context: Context) -> str | None:
    """Anything with a letter in it."""
    text = understanding.text.strip()
    return text[:LONGEST_TEXT] if any(c.isalnum() for c in text) else None


def read_language(understanding: Understanding, context: Context) -> str | None:
    """One of our languages, by its name in any of the three."""
    return languages.read_language(understanding.text)


def read_own_language(understanding: Understanding, context: Context) -> str | None:
    """The language that she names, else the one that her words are clearly in."""
    text = understanding.text
    if named := languages.read_language(text):
        return named
    if languages.is_how_much(text):
        return None
    written = language.sure(text)
    return None if written in languages.refused_languages(text) else written


# 'u mag je zeggen': what stands before the verb is whom it is said to, not what is wished.
_SAID_TO: Final = re.compile(
    r"^(?:u|je|jij|gij|ge|vous|tu) (?:mag|moogt|mocht|kunt|kan|pouvez|peux)\b"
)
# 'gij' is the near one where it is what is to be said, and any 'you' elsewhere
_GIJ: Final = re.compile(
    r"\A(?:ja |dan |doe |liever |gewoon |maar )*gij(?: maar)?\Z"
    r"|\b(?:zegt?|liever|met) (?:maar |gerust |gewoon |liever |toch )*gij\b"
    r"|\bgij (?:maar |gerust |ook |tegen (?:mij|me) )*(?:zeggen|is goed|mag|graag)\b"
)
# 'geen u, dat klinkt oud': the other one.
_NOT_SO: Final = re.compile(r"\b(?:geen|niet|pas de|pas|plus de|plus|not|no) (u|je|jij|vous|tu)\b")
# 'U mag je zeggen', 'vous pouvez me dire tu': which of the two words is the wish.
_SAY: Final = re.compile(r"\b(u|je|jij|vous) zeggen\b|\b(?:dire|dis|dites)(?: moi)? (tu|vous)\b")
_VERBS: Final = (
    (INFORMAL, re.compile(r"\b(?:tutoy|tutoi|tutoyeer)\w*")),
    (FORMAL, re.compile(r"\b(?:vouvoy|vouvoi|vousvoy|vousvoi)\w*")),
)
# 'ne me vouvoyez plus', 'arrêtez de me tutoyer', 'tutoyeer mij niet': the other one.
_REFUSED_BEFORE: Final = re.compile(
    r"\b(?:pas(?: besoin| la peine)?|plus|jamais|niet|nie|nooit|not|don t|stop"
    r"|(?:arrete|cesse)[zrs]?)"
    r"(?: (?:de|d|a|me|m|mij|te|meer|met|que|qu|on|vous|tu|se|nous|etre|etes|dat|je|u|ge))* \Z"
    r"|\b(?:ne|n) me \Z"
)
# But 'tutoie-moi, pas de souci', and 'tutoie-moi plus souvent'.
_REFUSED_BEHIND: Final = re.compile(
    r"(?: plus| (?:(?:me|mij|maar|toch|moi|surtout|hoeft|moet|is) )*"
    r"(?:pas|jamais|niet|nie|nooit))\b"
    r"(?! (?:de|grave|besoin|souci|souvent)\b)"
)
# A 'not' about something else: 'n'hésitez pas à me tutoyer', 'ik vind tutoyeren niet erg'.
_NOT_OF_IT: Final = re.compile(
    r"\b(?:(?:ne |n )?(?:hesite[zrs]?|(?:vous |te |me |m )?(?:gene[zrs]?|derange)) pas"
    r"|pourquoi (?:ne )?pas|waarom niet|why not|niet (?:erg|zo \w+)|personne ne .*)"
)


def read_address(understanding: Understanding, context: Context) -> str | None:
    """formal or informal, where exactly one of the words stands in the text."""
    typed = _NOT_OF_IT.sub("", plain(understanding.text))
    if refused := _NOT_SO.search(typed):
        return _other(ADDRESS_WORDS[refused[1]])
    verbs = {
        _other(form) if _is_refused(typed, m) else form
        for form, verb in _VERBS
        for m in verb.finditer(typed)
    }
    if len(verbs) == 1:
        return verbs.pop()
    if _GIJ.search(typed):
        return INFORMAL
    if said := _SAY.search(typed):
        return ADDRESS_WORDS[said[1] or said[2]]
    words = _SAID_TO.sub("", typed).split()
    found = {ADDRESS_WORDS[word] for word in words if word in ADDRESS_WORDS}
    return found.pop() if len(found) == 1 else None


def _other(form: str) -> str:
    return INFORMAL if form == FORMAL else FORMAL


def _is_refused(typed: str, verb: re.Match[str]) -> bool:
    before = _REFUSED_BEFORE.search(typed, 0, verb.start())
    return before is not None or _REFUSED_BEHIND.match(typed, verb.end()) is not None


def read_topic(understanding: Understanding, context: Context) -> str | None:
    """A few words of her own, on one line; None where it is a story."""
    words = _BEFORE_A_TOPIC.sub("", " ".join(understanding.text.split()), count=1).strip(" .!'\"")
    fits = len(words) <= LONGEST_TOPIC and any(c.isalnum() for c in words)
    return words if fits and "?" not in words and "{" not in words else None


def read_date(understanding: Understanding, context: Context) -> str | None:
    """A day of the year as MM-DD: '3 maart', '03/03', 'le 3 mars 2019'; or some, with commas."""
    found = [(int(m[1]), int(m[2])) for m in _NUMERIC.finditer(understanding.text)]
    for m in () if found else _NAMED.finditer(plain(understanding.text)):
        found.append((int(m[1] or m[4]), _MONTHS.get(m[2] or m[3], 0)))
    return ",".join(sorted({day for one in found if (day := _day_of(*one))})) or None


def _day_of(day: int, month: int) -> str | None:
    try:
        return date(2024, month, day).strftime("%m-%d")
    except ValueError:
        return None


READERS: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        "name": read_name,
        "text": read_text,
        "language": read_language,
        "own_language": read_own_language,
        "address": read_address,
        "topic": read_topic,
        "words": read_text,
        "date": read_date,
    }
)
