"""What a step and an answer are called for who reads: by their own words. Their names in the files
are for files, and in English."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from typing import Final

from bot.dialogue.library import Library
from bot.dialogue.model import BACK, END, Dialogue, Step, choice_ref, wording_ref
from bot.dialogue.names import FORMAL
from bot.studio.words import Words

LONGEST: Final = 44
_VALUE: Final = re.compile(r"\{\w+\}")
_DOTS: Final = re.compile(r"[.,;:]?…[.…]*")


class StepNames:
    """Steps and answers of some libraries, in the words of a reader: the first library that has one
    names it."""

    def __init__(self, words: Words, *libraries: Library | None) -> None:
        self._words = words
        self._libraries = [one for one in libraries if one is not None]
        self._known: dict[str, dict[str, str]] = {}

    def __call__(self, dialogue: str, name: str) -> str:
        """How a step begins, what it looks at, or what it does; its name where it is unknown."""
        if dialogue not in self._known:
            found: dict[str, str] = {}
            for library in reversed(self._libraries):
                if dialogue in library.dialogues:
                    found |= self._all(library, library.dialogues[dialogue])
            self._known[dialogue] = found
        return self._known[dialogue].get(name, name)

    def answer(self, dialogue: str, step: str, name: str) -> str:
        """What a button says; its name where it is unknown."""
        for library in self._libraries:
            try:
                ref = choice_ref(dialogue, step, name)
                return library.texts.find(ref, self._words.language, FORMAL)
            except KeyError:
                continue
        return name

    def _all(self, library: Library, dialogue: Dialogue) -> dict[str, str]:
        """Every step of a dialogue. Those that begin alike are numbered."""
        found = {step.id: self._of(library, dialogue, step) for step in dialogue.steps}
        times, seen = Counter(found.values()), Counter[str]()
        for name, said in found.items():
            seen[said] += 1
            if times[said] > 1:
                found[name] = f"{said} ({seen[said]})"
        return found

    def _of(self, library: Library, dialogue: Dialogue, step: Step) -> str:
        t = self._words
        place = f" ({t.named(step.place)})" if step.place else ""
        if step.wordings:
            field = "without_name" if step.wordings[0].without_name else "say"
            ref = wording_ref(dialogue.id, step.id, 0, field)
            words = _opening(library.texts.find(ref, t.language, FORMAL))
            return words + place if re.search(r"\w", words) else step.id
        if step.decide:
            return _capital(t("one/decide", name=t.named(step.decide.by))) + place
        if step.do or step.about:
            return _capital(t.named(step.do or step.about or ""))
        if step.keep:
            return t("one/keep", name=t.fact(step.keep))
        if step.forget:
            return t("one/forget", name=t.fact(step.forget))
        ways = {END: "one/end", BACK: "one/go-back"}
        return _capital(t(ways[step.then])) if step.then in ways else step.id


def _opening(text: str) -> str:
    """The first words of a text, as many as are read at a glance."""
    first = _VALUE.sub("…", text.strip()).split("\n")[0]
    found = _DOTS.sub("…", textwrap.shorten(first, LONGEST, placeholder="…"))
    return found.removesuffix("…") if found.endswith(("?…", "!…")) else found


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
