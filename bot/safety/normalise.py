"""Bring a message into the one form that rules are matched on.

The form: lower case ASCII letters and digits, doubled letters written once, words parted by one
space, a space before and after. Accents, punctuation, invisible characters and look-alike
letters of other alphabets are gone, so none of them can hide a cry for help.
"""

import re
import unicodedata

# Letters that look Latin, or that NFKD leaves whole.
_LOOKALIKES = str.maketrans(
    {
        **dict(zip("авеѕіјкмнорстухѵԁԛԝ", "abesijkmhopctyxvdqw", strict=True)),
        **dict(zip("αβεηικμνορτυχω", "abehikmvoptuxw", strict=True)),
        "œ": "oe",
        "æ": "ae",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "\u0131": "i",
        "\u0251": "a",
        "\u0261": "g",
        "ß": "ss",
    }
)
# Emoji that can carry meaning become words of their own; the others vanish.
EMOJI = {
    "🔪": "emojiknife",
    "🗡": "emojiknife",
    "🔫": "emojigun",
    "💊": "emojipill",
    "⚰": "emojicoffin",
    "🪦": "emojigrave",
    "💀": "emojiskull",
    "☠": "emojiskull",
    "🩸": "emojiblood",
    "🆘": "sos",
    "👊": "emojifist",
    "🤛": "emojifist",
    "🤜": "emojifist",
    "🚑": "emojiambulance",
    "👋": "emojiwave",
    "😂": "emojilaugh",
    "🤣": "emojilaugh",
    "😆": "emojilaugh",
    "💔": "emojiheartbreak",
}
_EMOJI = re.compile("|".join(EMOJI))
_CENSORED = re.compile(r"(?<=[a-z])[*#@_]+(?=[a-z])")
_LEET = re.compile(r"(?<=[a-z])[01345!$]+(?=[a-z])")
_LEET_LETTERS = str.maketrans("01345!$", "oieasis")
_OTHER = re.compile(r"[^a-z0-9]+")
_SPELLED_OUT = re.compile(r"(?<= )(?:[a-z] ){3,}[a-z](?= )")
# Words that would read like another ("feel") once doubled letters are written once.
_APART = {"veerkracht": "weerstand", "fell ": "fallen "}
_APART_FOUND = re.compile(r"\b(?:" + "|".join(_APART) + ")")
_DOUBLED = re.compile(r"([a-z])\1+")


def normalise(text: str) -> str:
    """Return `text` in the form for matching; an empty message is one space."""
    plain = _latin(text)
    plain = _EMOJI.sub(lambda found: f" {EMOJI[found.group()]} ", plain)
    plain = _LEET.sub(lambda found: found.group().translate(_LEET_LETTERS), plain)
    plain = _CENSORED.sub("", plain)
    plain = _OTHER.sub(" ", f" {plain} ")
    plain = _APART_FOUND.sub(lambda found: _APART[found.group()], plain)
    # "d.o.o.d" and "s u i c i d e" are words that someone hardly dared to write.
    plain = _SPELLED_OUT.sub(lambda found: found.group().replace(" ", ""), plain)
    return _DOUBLED.sub(r"\1", plain)


def _latin(text: str) -> str:
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    kept = "".join(
        letter for letter in decomposed if unicodedata.category(letter) not in {"Mn", "Cf", "Me"}
    )
    lowered = unicodedata.normalize("NFKD", kept.casefold())
    return "".join(c for c in lowered if unicodedata.category(c) != "Mn").translate(_LOOKALIKES)
