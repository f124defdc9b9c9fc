"""The tone as a linter: what no text may say, in each language, and how to say it instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bot.dialogue.findings import Level
from bot.dialogue.forbidden import ADVICE, FORBIDDEN, GENDERED, TAKES_BACK
from bot.dialogue.intents import SORROW
from bot.dialogue.names import PLACEHOLDERS
from bot.dialogue.texts import placeholders

LONGEST_SENTENCE: Final = 20  # words
LONGEST_TEXT: Final = 600  # characters
LONGEST_LABEL: Final = 30

SAD: Final = SORROW | {"tell_conflict", "tell_substance_use"}
_TU: Final = r"\b(?:tu|te|toi|ton|ta|tes)\b|\bt'(?=[aeiouyhéêè])"
# A verb in -ez speaks to vous, an order too; these words only look like one.
_POLITE_VERB: Final = r"\b(?!(?:chez|assez|nez|rez|rendez)\b)\w{2,}ez\b"
_WRONG_FORM: Final = {
    "nl": (r"\b(?:je|jij|jou|jouw|jullie)\b", "u/uw"),
    "nl@je": (r"\b(?:u|uw|uzelf)\b", "je/jouw"),
    "fr": (_TU, "vous/votre"),
    "fr@tu": (rf"(?<!rendez-)\b(?:vous|votre|vos|vôtre)\b|{_POLITE_VERB}", "tu/ton"),
}
_NEEDS_VARIANT: Final = {
    "nl": re.compile(r"\b(?:u|uw|uzelf)\b", re.IGNORECASE),
    "fr": re.compile(rf"(?<!rendez-)\b(?:vous|votre|vos)\b|{_POLITE_VERB}", re.IGNORECASE),
}
# Curly quotes are made straight before anything is compared.
_STRAIGHT: Final = str.maketrans({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})
_QUOTED: Final = re.compile(r"«[^»]*»|\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)")
_PHONE: Final = re.compile(r"\+?\d(?:[ ./-]?\d){2,}")
_EMOJI: Final = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")
_SENTENCE: Final = re.compile(r"[.!?…]+[\s»\"')]+|\n+")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one text."""

    level: Level
    what: str
    mend: str


def _unquoted(text: str) -> str:
    """Without what stands between quotes: 'je' may be named where u is spoken."""
    return _QUOTED.sub(" ", text.translate(_STRAIGHT))


def needs_variant(text: str, language: str) -> bool:
    """True when a text addresses the resident as u or vous, so that je or tu is owed."""
    pattern = _NEEDS_VARIANT.get(language)
    return bool(pattern and pattern.search(_unquoted(text)))


def lint(text: str, form: str, kind: str, sad: bool = False) -> Iterator[Fault]:
    """Faults of one text in one form ('nl', 'nl@je', 'fr', 'fr@tu', 'en').

    `kind` is that of a `Phrase`, or 'code' for a text in code, whose placeholders are its own.
    """
    text = text.translate(_STRAIGHT)
    language = form.partition("@")[0]
    label = kind in ("label", "reading")
    yield from _length(text, label)
    if found := re.search(FORBIDDEN[language], text, re.IGNORECASE):
        yield Fault("error", f"'{found[0]}' is never said here.", "Say what was heard instead.")
    yield from _register(text, form)
    if _PHONE.search(text):
        mend = "Numbers live in the helplines file, never in a text."
        yield Fault("error", "There is a number like a phone number in it.", mend)
    if len(re.findall(r"\?+", text)) > 1:
        yield Fault("error", "It asks more than one question.", "Keep one; split the rest off.")
    if len(_EMOJI.findall(text)) > 1:
        yield Fault("error", "It has more than one emoji.", "Keep one at most.")
    if text.count("!") > 1:
        yield Fault("error", "It has more than one exclamation mark.", "Keep one at most.")
    if language == "fr" and (gendered := re.search(GENDERED, text, re.IGNORECASE)):
        mend = "Turn the sentence so that it fits everyone."
        yield Fault("error", f"'{gendered[0]}' speaks to one gender only.", mend)
    if sad:
        yield from _after_sadness(text, language)
    for name in placeholders(text) if kind != "code" else ():
        if name not in PLACEHOLDERS:
            mend = f"Known: {', '.join(sorted(PLACEHOLDERS))}."
            yield Fault("error", f"Unknown placeholder {{{name}}}.", mend)


def _length(text: str, label: bool) -> Iterator[Fault]:
    limit = LONGEST_LABEL if label else LONGEST_TEXT
    if len(text) > limit:
        yield Fault("error", f"{len(text)} characters; {limit} at most.", "Say less.")
    for sentence in _SENTENCE.split(text):
        count = len(re.findall(r"[\w{}'-]*\w[\w{}'-]*", sentence))
        if count > LONGEST_SENTENCE:
            mend = f"Cut it in two: {LONGEST_SENTENCE} words at most."
            yield Fault("error", f"A sentence of {count} words.", mend)


def _after_sadness(text: str, language: str) -> Iterator[Fault]:
    """What may stand elsewhere and hurts here."""
    if "!" in text:
        yield Fault("error", "An exclamation mark follows sadness.", "End with a full stop.")
    if found := re.search(TAKES_BACK[language], text, re.IGNORECASE | re.MULTILINE):
        mend = "Make it two sentences, the first one whole."
        yield Fault("error", f"'{found[0].strip(', ')}' takes back what was heard.", mend)
    if found := re.search(ADVICE[language], text, re.IGNORECASE):
        yield Fault(
            "error", f"'{found[0]}' is advice, and sadness was told.", "Reflect it instead."
        )


def _register(text: str, form: str) -> Iterator[Fault]:
    pattern, right = _WRONG_FORM.get(form, (None, ""))
    found = re.search(pattern, _unquoted(text), re.IGNORECASE) if pattern else None
    if found:
        mend = f"This catalog says {right} only."
        yield Fault("error", f"'{found[0]}' mixes the forms of address.", mend)
