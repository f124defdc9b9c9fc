"""Texts by ref, language and form of address, and the message that a turn becomes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from bot.dialogue.names import FORMS, INFORMAL, LANGUAGES, VARIANTS
from bot.dialogue.turns import Button, Effect, Say, Turn, address_of, language_of
from bot.dialogue.values import shown

_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")
ELLIPSIS: Final = "…"
# The first word of a text is what one says at that hour; 'dag' and 'goeiedag' are said at any.
_HELLOS: Final = {"fr": ("Bonjour", "Bonsoir"), "en": ("Good day", "Good evening")}


def placeholders(text: str) -> tuple[str, ...]:
    """The names in braces, each once, in order."""
    return tuple(dict.fromkeys(_PLACEHOLDER.findall(text)))


class Texts:
    """The frozen texts of a revision: form ('nl', 'nl@je', …) -> ref -> text."""

    def __init__(self, by_form: Mapping[str, Mapping[str, str]]) -> None:
        self._by_form = {form: dict(by_form.get(form, {})) for form in FORMS}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Texts) and self._by_form == other._by_form

    __hash__ = None  # type: ignore[assignment]

    def to_json(self) -> dict[str, dict[str, str]]:
        """A JSON-able form, read back by the constructor."""
        return {form: dict(texts) for form, texts in self._by_form.items()}

    def find(self, ref: str, language: str, address: str) -> str:
        """The text in that language and form; else in another language; KeyError if nowhere."""
        for form in _forms(language, address):
            if ref in self._by_form[form]:
                return self._by_form[form][ref]
        raise KeyError(ref)

    def language_of_all(self, refs: Iterable[str], language: str) -> str:
        """The language in which all of these are said: the wished one, else another; the wished one
        where none has them all."""
        wanted = set(refs)
        for base in dict.fromkeys(_forms(language, "")):
            if wanted <= self._by_form[base].keys():
                return base
        return language

    def all_of(self, ref: str) -> Iterator[str]:
        """The text in every language and form that has it."""
        return (texts[ref] for texts in self._by_form.values() if ref in texts)


def _forms(language: str, address: str) -> Iterable[str]:
    if address == INFORMAL and language in VARIANTS:
        yield VARIANTS[language]
    if language in LANGUAGES:
        yield language
    yield from ("en", "nl", "fr")


@dataclass(frozen=True, slots=True)
class Shown:
    """A button as the resident sees it."""

    choice: str
    label: str


@dataclass(frozen=True, slots=True)
class Message:
    """The one message of a turn, in `language`; `missing` names values that a text wanted in vain.
    `parts`: what each step said, of which the text is made."""

    text: str
    buttons: tuple[Shown, ...] = ()
    missing: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    language: str = ""


def render(effects: Iterable[Effect], texts: Texts, facts: Mapping[str, str]) -> Message | None:
    """The message of these effects in the language and form among the facts; None if silent. Where
    a text is lacking in it, the whole message is in another: words and buttons never differ."""
    says = [effect for effect in effects if isinstance(effect, Say)]
    if not says:
        return None
    buttons = next((say.choices for say in reversed(says) if say.choices), ())
    refs = [say.ref for say in says] + [one.ref for one in buttons if "=" not in one.ref]
    language, address = texts.language_of_all(refs, language_of(facts)), address_of(facts)
    missing: list[str] = []
    paragraphs = [_fill(say, texts, language, address, missing) for say in says]
    labels = tuple(_label(button, texts, language, address) for button in buttons)
    return Message("\n\n".join(paragraphs), labels, tuple(missing), tuple(paragraphs), language)


def message(turn: Turn, texts: Texts) -> Message | None:
    """The message of a whole turn, in the language and form it ended with."""
    return render(turn.effects, texts, turn.facts)


def _label(button: Button, texts: Texts, language: str, address: str) -> Shown:
    kind, _, value = button.ref.partition("=")
    label = shown(kind, value, language) if value else texts.find(button.ref, language, address)
    return Shown(button.choice, label)


def _fill(say: Say, texts: Texts, language: str, address: str, missing: list[str]) -> str:
    text = texts.find(say.ref, language, address)

    def value(match: re.Match[str]) -> str:
        if match[1] not in say.values:
            missing.append(match[1])
            return ELLIPSIS
        return shown(match[1], say.values[match[1]], language, address, say.year)

    filled = _PLACEHOLDER.sub(value, text)
    if say.evening and language in _HELLOS:
        by_day, by_evening = _HELLOS[language]
        filled = re.sub(rf"\A{by_day}\b", by_evening, filled)
    return filled
