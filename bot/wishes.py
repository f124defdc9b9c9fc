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
YES = frozenset({"ja", "oui", "yes", "ok", "oke", "okay", "d accord", "jawel", "ja graag"})
NO = frozenset({"nee", "neen", "non", "no", "niet", "non merci", "nee bedankt", "no thanks"})


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
