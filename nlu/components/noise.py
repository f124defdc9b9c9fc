"""Copies of an utterance as other thumbs and ears would have written it. The same text always gives the same copy.

Kinds: a phone's keyboard (neighbouring key, dropped, doubled, swapped letters), spelling by ear, dropped accents and
apostrophes, dictation (no punctuation or capitals, now and then a filler).
"""

from __future__ import annotations

import hashlib
import random
import unicodedata

_NEIGHBOURS = {
    **dict(zip("azertyuiop", ["za", "ea", "rz", "te", "ry", "tu", "yi", "uo", "ip", "o"])),
    **dict(zip("qsdfghjklm", ["s", "qd", "sf", "dg", "fh", "gj", "hk", "jl", "km", "l"])),
    **dict(zip("wxcvbn", ["x", "wc", "xv", "cb", "vn", "b"])),
}
_BY_EAR = {
    "nl": [
        ("ij", "ei"),
        ("ei", "ij"),
        ("ou", "au"),
        ("au", "ou"),
        ("dt ", "t "),
        ("d ", "t "),
        ("ch", "g"),
        ("g ", "ch "),
        ("niet", "nie"),
        ("en ", "e "),
        ("sch", "sg"),
        ("aa", "a"),
        ("oo", "o"),
        ("ik ", "k "),
        ("het ", "t "),
        ("een ", "n "),
    ],
    "fr": [
        ("ai", "é"),
        ("er ", "é "),
        ("ez ", "é "),
        ("eau", "o"),
        ("au", "o"),
        ("qu", "k"),
        ("ph", "f"),
        ("c'est", "sé"),
        ("ent ", "e "),
        ("es ", "e "),
        ("est ", "é "),
        ("ss", "s"),
        ("ç", "s"),
        ("je suis", "chui"),
        ("pas ", "pa "),
        ("ne ", ""),
    ],
    "en": [
        ("ight", "ite"),
        ("ough", "uff"),
        ("you", "u"),
        ("are ", "r "),
        ("to ", "2 "),
        ("th", "d"),
        ("ing ", "in "),
        ("ea", "ee"),
        ("ie", "ei"),
        ("ck", "k"),
        ("ll", "l"),
        ("their", "there"),
        ("because", "cuz"),
        ("'s", "s"),
        ("wh", "w"),
        ("ph", "f"),
    ],
}
_FILLERS = {"nl": ["euh", "allez", "ja"], "fr": ["euh", "ben", "quoi"], "en": ["um", "like", "well"]}


def noisy(text: str, language: str = "", copy: int = 0) -> str:
    """One copy; `copy` chooses which. Without a language nothing is spelled by ear. Never blank."""
    seed = hashlib.blake2b(f"{copy}\n{text}".encode(), digest_size=8).digest()
    dice = random.Random(seed)
    changed = text
    if dice.random() < 0.35:
        changed = _without_marks(changed)
    if dice.random() < 0.25:
        changed = changed.replace("'", dice.choice(["", " "])).replace("’", "")
    if dice.random() < 0.35 and language:
        changed = _by_ear(changed, language, dice)
    if dice.random() < 0.2:
        changed = _dictated(changed, language, dice)
    if dice.random() < 0.7:
        changed = _keyboard(changed, dice.uniform(0.01, 0.08), dice)
    return changed if changed.strip() else text


def _without_marks(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _by_ear(text: str, language: str, dice: random.Random) -> str:
    padded = text + " "
    for old, new in dice.sample(_BY_EAR[language], 4):
        padded = padded.replace(old, new)
    return padded.rstrip()


def _dictated(text: str, language: str, dice: random.Random) -> str:
    words = "".join(" " if c in ',.;:!?…"()' else c for c in text.lower()).split()
    if words and language and dice.random() < 0.5:
        words.insert(dice.randrange(len(words)), dice.choice(_FILLERS[language]))
    return " ".join(words)


def _keyboard(text: str, rate: float, dice: random.Random) -> str:
    out: list[str] = []
    for char in text:
        slip = dice.choice("drsnb") if char.isalpha() and dice.random() < rate else ""
        if slip == "d":
            continue
        if slip == "n":
            out.append(dice.choice(_NEIGHBOURS.get(char.lower(), char)))
        elif slip == "s" and out:
            out.insert(len(out) - 1, char)
        elif slip == "b":
            out += [char, " "] if dice.random() < 0.3 else [char]
        else:
            out += [char, char] if slip == "r" else [char]
    return "".join(out)
