"""What is said to 'may I write to you?' in other words than yes or no: a yes with a measure to it,
and that no name is given, which refuses nothing. In three languages, without any model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

LATER: Final = "10:00"  # what 'not too early' is where an hour is asked for, see `values.tables`
NO_NAME: Final = "_no_name"  # the fact: she is not asked for one

_YES: Final = (
    r"(?:ja+|jaja|jawel|oui|ouais|yes|yeah|yep|ok|oke|okay|sure|d accord|goed|is goed|mag"
    r"|graag|volontiers|that s fine|i say yes|je dis oui|ik zeg ja)"
)
_WELL: Final = r"(?:(?:bon|ben|bah|allez|ah|oh|och|euh|goh|nou|well|alors) )*"
#: That it may write, in so many words.
_MAY: Final = (
    r"(?:(?:vous|tu) (?:pouvez|peux) (?:(?:bien|toujours|volontiers) )*(?:m )?"
    r"(?:ecrire|envoyer (?:un message|des messages))"
    r"|(?:ge|gij|u|je|jij) (?:moogt|mag|kunt|kan) (?:(?:mij|me|wel|gerust|maar|zeker|altijd) )*"
    r"(?:schrijven|berichten sturen)"
    r"|you (?:can|may|could) (?:write|text|message)(?: (?:to )?me)?) "
)
_BEGINS: Final = re.compile(rf"{_WELL}(?:{_YES} )+(?:{_MAY})?")
_EARLY: Final = re.compile(
    r"(?:(?:but|maar|ma|mais|wel|hoor|alleen|enkel|only|just|gewoon|seulement|juste) )*"
    r"(?:niet|nie|pas|not) (?:te|zo|trop|si|too|so) (?:vroeg|tot|early)"
    # and why: who sleeps then
    r"(?: (?:parce que|car|want|omdat|because|cos|le matin|s morgens|smorgens|in the morning|dan))*"
    r"(?: (?:je dors|je me leve tard|(?:ik )?slaap(?: ik)?|ik sta laat op"
    r"|i(?: am|m| m)? (?:a)?sleep|i get up late)"
    r"(?: (?:tard|longtemps|encore|lang|nog|uit|dan|in|late|then|le matin))*)?"
    r"(?: (?:please|aub|svp|stp|alstublieft|hoor|he|hein|ze|merci|dank u|thanks))*"
)
_LITTLE: Final = re.compile(
    rf"{_WELL}(?:{_YES} )+(?:{_MAY})?"
    r"(?:(?:but|maar|mais|wel|hoor|if|alleen|enkel|only|just|gewoon|seulement|juste) )*"
    r"(?:(?:very |a |zo |een |heel |tres )?(?:little(?: bit)?|bit|weinig|beetje"
    r"|un (?:tout petit )?peu|peu)"
    r"|(?:(?:not|niet|nie|pas) )(?:(?:too|so|te|zo|trop|si|tellement) )?"
    r"(?:much|many|often|veel|vaak|dikwijls|souvent|beaucoup)(?: (?:messages?|berichten))?"
    r"|pas trop|niet te|not too|(?:af en toe|soms|parfois|de temps en temps|now and then|sometimes"
    r"|once in a while))(?: (?:please|aub|svp|stp|alstublieft|hoor|he|hein|ze))*"
)
_NO_NAME: Final = re.compile(
    r"\b(?:no name|(?:geen|zonder) (?:voor)?naam|(?:pas|sans) (?:(?:de|mon|le) )?(?:pre)?nom"
    r"|without (?:a |my |the )?name|anonie?m|anonyme|anonymous(?:ly)?|incognito"
    r"|(?:i )?(?:do not|don t|dont|not|will not|won t|wont|rather not|never) (?:(?:want"
    r"|like) to )?"
    r"(?:give|giving|say|tell|share)(?: you)?(?: my| a| the)? name"
    r"|(?:ik |k )?(?:geef|zeg|wil|deel|noem)(?: (?:u|je|hier|nu|liever|ook|wel))*"
    r" (?:mijn (?:voor)?naam(?: (?:liever|hier))* niet|geen naam)(?: (?:geven|zeggen|delen))?"
    r"|mijn (?:voor)?naam (?:geef|zeg|deel) ik(?: (?:u|je|hier|liever))* niet"
    r"|(?:je )?(?:ne )?(?:donne|dis|veux|dirai|donnerai|partage) pas (?:(?:donner|dire) )?"
    r"(?:de |mon |le )?(?:pre)?nom)\b"
)
_SAYS_YES: Final = re.compile(r"\b(?:ja+|jaja|jawel|oui|ouais|yes|yeah|yep)\b")
_AROUND_WORDS: Final = """
    no nee neen non nope but maar mais only just alleen enkel seulement juste please aub svp stp
    alstublieft and en et then dan alors i je ik k say zeg dis sorry pardon hoor he hein thanks
    merci bedankt dank u that s is fine d accord yes ja jaja jawel oui ouais yeah yep ok oke okay
    sure goed graag mag volontiers want veux wil liever plutot rather to write schrijven schrijf
    zou wou voudrais prefere prefer would d like blijf blijven zijn rester etre stay remain be
    hier ici
    ecris ecrivez can may kan you peux pouvez vous tu toch wel if with avec met for pour voor moi
    mij me
"""
_AROUND: Final = frozenset(_AROUND_WORDS.split())


def is_measured_yes(typed: str) -> bool:
    """'Ok yes but only little', 'ja maar niet te veel', 'oui mais pas trop'. Of plain words."""
    return _LITTLE.fullmatch(typed) is not None


def says_yes(typed: str) -> bool:
    """Whether a yes stands first: 'oui, plutôt à dix heures'. Of plain words."""
    return _BEGINS.match(typed) is not None


def not_early(typed: str) -> bool:
    """'Bon oui vous pouvez m'écrire mais pas trop tôt, je dors', and nothing else: a yes."""
    begun = _BEGINS.match(typed)
    return begun is not None and _EARLY.fullmatch(typed, begun.end()) is not None


def gives_no_name(typed: str) -> bool:
    """'No name', 'no! I say yes. only no name', and nothing else. Of plain words."""
    rest, found = _NO_NAME.subn(" ", typed)
    return found > 0 and _AROUND.issuperset(rest.split())


def choice(typed: str, expected: Mapping[str, str], of_name: bool) -> str | None:
    """The choice that these words are. `expected`: the intents of the question with their choices;
    `of_name`: it asks for one."""
    nameless = gives_no_name(typed)
    if of_name:
        return expected.get("skip") if nameless else None
    if "resume_contact" not in expected:
        return None
    yes = nameless and _SAYS_YES.search(_NO_NAME.sub(" ", typed)) is not None
    yes = yes or is_measured_yes(typed) or not_early(typed)
    return expected.get("affirm") if yes else None
