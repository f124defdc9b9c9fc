"""A wish that the model only guesses, weighed against the words: what would take messages away is
asked about once, unless it is plain, and so is a time away that it takes for a goodbye. What
somebody else is to be told changes nothing. A bare word and the wishes in plain words never come
here.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace
from typing import Final
from zoneinfo import ZoneInfo

from bot.dialogue import absent
from bot.dialogue.birthdays import is_birthday
from bot.dialogue.erasing import narrows
from bot.dialogue.intents import DOUBTFUL, FORGET_PART, MISTAKEN, REMEMBRANCE, WISHES
from bot.dialogue.topics import named, worded
from bot.dialogue.turns import Context, given
from bot.dialogue.words import plain
from bot.understanding import Understanding
from bot.values.absences import read_absence
from bot.values.losses import lost, tells_of_death
from bot.values.own import MORTAL, key_of
from bot.values.remembrance import tells_of_remembrance

PLAIN: Final = 0.8  # how sure the model must be of a stop that nothing speaks against
SURE: Final = 0.9  # and of a pause that does not speak of being away, or of messages

# Going on, in the same breath; or something else that is to be stopped.
_GOES_ON: Final = re.compile(
    r"\b(?:blij(?:f|ft|ven)|(?:verder|voort|door)(?:gaan|doen|schrijven|sturen)?|doorgaat"
    r"|wel (?:\w+ ){0,2}(?:schrij\w+|bericht\w*|stuur\w*|sturen)"
    r"|niet (?:\w+ ){0,2}(?:stop\w*|ophouden|gestopt)"
    r"|continu\w*|poursuiv\w*|(?:veux|voudrais|aime|aimerais|souhaite) (?:bien|encore|toujours)"
    r"|(?:n arrete[zr]?|n arreter|ne (?:cesse[zr]?|stoppe[zr]?)) (?:\w+ )?pas"
    r"|pas (?:\w+ ){0,2}(?:arreter|cesser|stopper)"
    r"|keep|continue|carry on|go on|(?:not|don t|never) (?:\w+ )?stop\w*|do (?:want|like))\b"
    r"|\b(?:annul|cancel)"
)


# That messages are to stay away for a while, or that she is away.
_AWAY: Final = re.compile(rf"\b(?:{absent.MESSAGES}|{absent.GONE}|{absent.QUIET})\b")
_DAY: Final = (
    r"(?:(?:volgende?|aanstaande|prochaine?|next) )?(?:(?:over)?morgen|straks|week|later|dan|gauw"
    r"|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi|dimanche|demain|bientot|plus tard|semaine|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday|tomorrow|then|soon)"
)
# Said to somebody who comes again: 'tot donderdag he Karim', 'à jeudi', 'see you Thursday'.
_FAREWELL: Final = re.compile(
    r"(?:(?:allez|dus|dan|oke?|maar|bon|merci|dank u|ja|goed|salut|ciao|dag"
    r"|alors|well|so|bye) ){0,2}"
    rf"(?:tot|a|until|till|til|see you|see ya) (?:de |la |the )?{_DAY}\b"
)
_TO_SOMEBODY: Final = re.compile(
    r"\b(?:groet(?:en|jes)|kus(?:jes|sen)?|bisous?|amities|salutations|le bonjour a|see you"
    r"|say (?:hello|hi)|regards|breng\w* .*\bmee|apport\w+|amen\w+|bring"
    r"|onthou\w*|rete(?:nez|nir)|retiens|souv(?:iens|enez)|remember)\b"
)
_TO_KEEP: Final = re.compile(
    r"\b(?:onthou\w*|noteer|rete(?:nez|nir)|retiens|notez?|souv(?:iens|enez)|remember|note)\b"
)
# A name behind the day. A day or a month has a capital too.
_NAMED: Final = re.compile(
    r"\b(?:tot|[àaÀA]|until|till|see you)\s+[\w ]{2,20}?[,\s]+"
    r"(?:(?:h[eéè]|hein|dan|hoor|zeg|then|alors|donc)[,\s]+)*"
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][a-zé]*(?:dag|di|ber|bre)\b|Jan|F[eé]|Ma"
    r"|M[ea]i|A[pvu]r|A[uo][guû]|Ju[nli]|Pas|Pâq|Noël|Kerst|Nieuw|Easter|Christmas|New|I\b|Graag|Je\b)"
    r"[A-ZÀ-Þ][a-zà-ÿ]+"
)
_CLAUSE: Final = re.compile(r"[.!?;,\n]+")
# 'ik ben weg tot dinsdag' takes leave of nobody: it is a time without messages, or may be one.
_GONE_UNTIL: Final = re.compile(
    r"\b(?:weg|afwezig|(?:niet|nie)(?: thuis| hier)?|op reis|absente?|partie?|pas la"
    r"|away|off|gone|not (?:here|home|in))"
    r" (?:(?:\w+ ){0,3})(?:tot|jusqu(?: a| au| en)?|until|till|til) "
)
# What somebody else is to be told: 'dis à Karim que jeudi dix heures, c'est bon'.
_TELL: Final = re.compile(
    r"(?:(?:ja|oui|yes|ok|oke|en|et|and|dan|alors|then|please|svp|aub)[,\s]+)*"
    r"(?:(?:zegt?|vertelt?|laat)(?:\s+(?:maar|ne keer|eens|aan|tegen|tege|tg))*"
    r"|(?:dis|dites)(?:-|\s+)(?:[àa]\s+)?|tell|let)\s*"
    r"(?-i:(?!Goe|Bon|Hel|Hal|Dag|Good|Mij|Moi|Me\b|Maar\b)[A-ZÀ-Þ][a-zà-ÿ'-]+"
    r"|\b(?:hem|haar|hun|lui|leur|him|her|them))\b",
    re.IGNORECASE,
)
_BY_SOMEBODY: Final = frozenset({"change_schedule", "pause_contact", "resume_contact"})


def weighed(
    understanding: Understanding, context: Context, expected: Container[str] = ()
) -> Understanding:
    """What was understood; a stop or a pause that is not plain becomes a question about it.
    `expected`: what the question that stands expects, which needs no second question. Raises
    `turns.Unread` where it must be known whether a talk has just ended."""
    if understanding.intent in MISTAKEN and tells_of_remembrance(understanding.text):
        return _instead(replace(understanding, confidence=SURE), REMEMBRANCE)
    if understanding.intent in _BY_SOMEBODY and _TELL.match(understanding.text.strip()):
        return _instead(understanding, "request_human")
    if understanding.intent == "goodbye" and _GONE_UNTIL.search(plain(understanding.text)):
        theirs = absent.whose(understanding.text, context.today) is absent.Whose.NONE
        return understanding if theirs else _instead(understanding, DOUBTFUL["pause_contact"])
    if understanding.intent == "stop_contact":
        return _stop(understanding, expected)
    if understanding.intent == "pause_contact" and "pause_contact" not in expected:
        return _pause(understanding, context)
    if understanding.intent == "delete_data" and _is_of_one(plain(understanding.text)):
        return _instead(understanding, FORGET_PART)
    if understanding.intent == "tell_loss" and (wish := _no_loss(understanding.text)):
        return _instead(understanding, wish)
    return understanding


def _is_of_one(typed: str) -> bool:
    """Whether an order to erase is about one thing: 'oublie Lucienne'."""
    return narrows(typed) or bool(named(typed))


def _no_loss(text: str) -> str | None:
    """What it is that the model takes for a loss: an order to forget somebody, a birthday."""
    typed = plain(text)
    if tells_of_death(text) or lost(text):
        return None
    if is_birthday(typed):
        return "smalltalk"
    of_hers = key_of(named(typed, asked=True)) in MORTAL
    return worded(typed) or (FORGET_PART if of_hers else None)


def _stop(understanding: Understanding, expected: Container[str]) -> Understanding:
    against = _GOES_ON.search(plain(understanding.text)) is not None
    if "stop_contact" not in expected:
        plainly = understanding.confidence >= PLAIN and not against
        return understanding if plainly else _instead(understanding, DOUBTFUL["stop_contact"])
    rest = understanding.ranking[1:]
    return replace(understanding, intent=None, ranking=rest) if against else understanding


def _pause(understanding: Understanding, context: Context) -> Understanding:
    text = understanding.text
    typed = plain(text)
    away = _AWAY.search(typed) is not None
    if _says_goodbye(text) and given(context, "talked_lately"):
        return _instead(understanding, "goodbye")
    whose = absent.whose(text, context.today)
    if whose is absent.Whose.NONE:
        return _told(understanding, typed)
    spoken = _says_goodbye(text) or _TO_SOMEBODY.search(typed) or _NAMED.search(text)
    plainly = not spoken and whose is not absent.Whose.UNSURE and _is_plain(understanding, context)
    if plainly and (away or understanding.confidence >= SURE):
        return understanding
    return _instead(understanding, DOUBTFUL["pause_contact"])


def _is_plain(understanding: Understanding, context: Context) -> bool:
    """Whether the days that it names, if any, say themselves what begins and what ends."""
    zone = ZoneInfo(context.zone)
    said = read_absence(understanding.text, understanding.language, context.now, zone)
    return said is None or said.plain


def _told(understanding: Understanding, typed: str) -> Understanding:
    """No pause at all: a day to keep, a remembrance, a feast, or what the model reads behind it."""
    if tells_of_remembrance(understanding.text):
        return _instead(replace(understanding, confidence=SURE), REMEMBRANCE)
    if absent.FEAST.search(typed):
        kept = _TO_KEEP.search(typed) is not None
        return _instead(understanding, "keep_date" if kept else "tell_positive_event")
    rest = tuple(one for one in understanding.ranking if one[0] not in WISHES)
    intent, sure = rest[0] if rest else (None, 0.0)
    return replace(understanding, intent=intent, confidence=sure, ranking=rest)


def _says_goodbye(text: str) -> bool:
    """Whether one of its clauses is a goodbye until a day, and not about messages."""
    clauses = (plain(part) for part in _CLAUSE.split(text))
    return any(_FAREWELL.match(one) and not _AWAY.search(one) for one in clauses)


def _instead(understanding: Understanding, instead: str) -> Understanding:
    """The same, where the first guess is another one."""
    ranking = ((instead, understanding.confidence), *understanding.ranking[1:])
    return replace(understanding, intent=instead, ranking=ranking)
