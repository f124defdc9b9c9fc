"""Where the clause begins that a word of a message stands in: a "not" of an earlier one ("it is not
going well, I want to die") denies nothing there."""

import re
from collections.abc import Sequence
from typing import Final

from bot.safety.normalise import normalise
from bot.safety.patterns import NEGATIONS
from bot.safety.spelling import Spelling

# A full stop within a word may be how somebody dares to write it ("d.o.o.d").
_STOPS = re.compile(r"[,;:?…\n]+|[.!)]+(?=\s|$)|\.{2,}|\s[-–—]+\s")
# Who does it stands first in a clause of its own.
_SUBJECTS = frozenset(
    {
        *("ik", "kik", "ikke", "k", "hij", "ij", "ze", "zij", "wij", "we"),
        *("je", "j", "il", "elle", "ils", "elles", "on", "nous"),
        *("i", "im", "ive", "id", "he", "she", "they"),
    }
)
# Unless one of these right before it ties it to what is denied: "not that I want to die".
_TIES = frozenset(
    {
        *("dat", "da", "omdat", "of", "als", "alsof", "zodat", "indien"),
        *("que", "qu", "si", "comme", "that", "if", "whether", "because", "like"),
        *("think", "thinking", "believe", "say", "saying", "said", "mean", "meant"),
        *("feel", "sure"),
    }
)
_TURNS = frozenset(("maar", "mais", "but"))
# A wish may begin a clause without saying whose it is: "not sleeping want to die".
_WISH_VERBS = frozenset(
    {
        *("wil", "wilt", "wile", "wul", "wl", "wou", "wilde", "zou", "ga", "goa", "zal"),
        *("veux", "veu", "vx", "voudrais", "vais"),
    }
)
_WISHES = _WISH_VERBS | {"envie", "want", "wish", "going", "gona"}
_TURNED = frozenset(("ik", "kik", "ikke", "k"))  # behind a verb that comes first
_NEVER = frozenset(("noit", "nimer"))
_MORE = frozenset(("mer", "mir", "mie", "mi", "nog"))
_NEGATIONS = frozenset((*NEGATIONS, "ni", "niks", "niets", "rien", "personne", "cant"))
_ACROSS: Final = """
echt meteen zomar per se helemal ok eens grag meer mer mens mensen hond kat kip enkele om te van
plan hor heb
du tout vraiment trop telement moindre la l d de des une eu avoir specialement particulierement
forcement n ne ou non
t realy actualy ever any at al to a do did would could have had been be of about planing going
wanting longer one body or nor necesarily honestly anymore the slightest here plans intention
thought thoughts desire wish need
"""
# What a negation reaches across to the wish: "no wish at all to die", "never really want to".
_REACHED_ACROSS = _TIES | _SUBJECTS | frozenset(_ACROSS.split())
_LEADS: Final = """
en ja ne nen dus want echt gewon maar mar nu
et oui non alors donc mais car la voila
and yes no so but just realy now then cos because
"""
LEADS_IN = frozenset(_LEADS.split())  # to a clause: "moe en wil dood", "alors veux mourir"
_LIGHT = _REACHED_ACROSS | LEADS_IN | {"moi", "me", "mij"}
LONGEST_LEAD: Final = 3
LONGEST: Final = 12  # so many words are looked at to tell where a clause begins


def ends(text: str, read: str, spelling: Spelling) -> tuple[int, ...]:
    """Where in `read`, the text in the form for matching, a mark of punctuation ended a clause.

    None where the parts read otherwise than the whole: a word was written across them.
    """
    found, whole = [], " "
    for part in _STOPS.split(text):
        whole += spelling.mend(normalise(part)).lstrip()
        found.append(len(whole))
    return tuple(found) if whole == read else ()


def own(before: Sequence[str], begins: str, follows: str = "") -> list[str]:
    """The words of `before` that belong to the clause of what follows, which begins with a word
    and `follows` behind it."""
    words = [*before, begins]
    for at in range(len(words) - 1, 0, -1):
        tied = words[at - 1] in _TIES
        if (words[at] in _SUBJECTS and not tied) or words[at] in _TURNS:
            before = words[at:-1]
            break
    if follows in _TURNED and _of_another(before):
        return []
    return [] if begins in _WISHES and _ended_before(before, begins) else list(before)


def _of_another(before: Sequence[str]) -> bool:
    """Whether what stands before "spring ik" ended a clause: "als ge niet komt spring ik". Only a
    "nooit" right before a verb that is turned round denies it: "nooit (meer) spring ik"."""
    said = before[:-1] if before and before[-1] in _MORE else before
    return not said or said[-1] not in _NEVER


def _ended_before(before: Sequence[str], wish: str) -> bool:
    """Whether a negation said all that it denies before a wish: "not scared any more". Behind a
    verb of its own it always did, where the wish is a Dutch or a French verb: "dors pas veux …"."""
    last = next((at for at in range(len(before), 0, -1) if before[at - 1] in _NEGATIONS), None)
    if last is None:
        return False
    if not _REACHED_ACROSS.issuperset(before[last:]):
        return True
    denied = before[: last - 1]
    alone = _SUBJECTS.isdisjoint(before) and _TIES.isdisjoint(before)
    return wish in _WISH_VERBS and alone and not _LIGHT.issuperset(denied)
