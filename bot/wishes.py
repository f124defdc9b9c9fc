"""The bare words that are wishes to the bot in every state, also while a person holds the talk.

Only the word alone counts: 'stop' is a wish, 'stop daar eens mee' is meant for the volunteer.
"""

from __future__ import annotations

from bot.dialogue.words import plain

STOP_SHARING = frozenset(
    {"stop", "stoppen", "stop delen", "arrete", "arreter", "arretez", "stop sharing", "quit"}
)
HIDE = frozenset(
    {"verberg", "verberg dit", "verberg alles", "verbergen", "maak leeg", "wis dit scherm"}
    | {"cache", "cache tout", "cachez", "cachez tout", "cacher", "masquer", "masquez"}
    | {"hide", "hide this", "hide it", "hide all", "hide everything", "clear this screen"}
)
NODS = frozenset({"ok", "oke", "okay", "d accord"})  # to whatever was said last
YES = NODS | {"ja", "jaja", "jawel", "ja graag", "oui", "ouais", "oui oui", "yes", "yeah", "yep"}
DECLINES = frozenset({"niet", "non merci", "nee bedankt", "no thanks"})
NO = DECLINES | {"nee", "neen", "non", "no"}


def stops_sharing(text: str, button_labels: frozenset[str]) -> bool:
    """Whether a text is the bare word, `/stop`, or the label of the stop button."""
    bare = plain(text.removeprefix("/"))
    return bare in STOP_SHARING or bare in button_labels


def hides(text: str) -> bool:
    """Whether a text is `/hide`, or the bare words for it."""
    return commands_hide(text) or plain(text) in HIDE


def commands_hide(text: str) -> bool:
    return text.startswith("/") and plain(text[1:].partition("@")[0]) == "hide"


def says_yes(text: str) -> bool:
    return plain(text) in YES


def says_no(text: str) -> bool:
    return plain(text) in NO


def nods(text: str) -> bool:
    """An 'ok' alone: it may say yes, and may say that she read us."""
    return plain(text) in NODS


def says_just_yes(text: str) -> bool:
    """A yes alone that is more than a nod: it answers a question, whichever that is."""
    return says_yes(text) and not nods(text)


def says_just_no(text: str) -> bool:
    """A no alone that declines nothing."""
    return says_no(text) and plain(text) not in DECLINES


def begins_with_yes(text: str) -> bool:
    """'Oui, parfois': a yes with more behind it."""
    words = plain(text).split()
    return len(words) > 1 and words[0] in YES - NODS


def begins_with_no(text: str) -> bool:
    words = plain(text).split()
    return len(words) > 1 and words[0] in NO - DECLINES
