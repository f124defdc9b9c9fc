"""Whether every text is there in every language and form, and says it in the right tone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.dialogue.alarming import alarms
from bot.dialogue.catalogs import Catalogs, Entry, po_path
from bot.dialogue.findings import Finding
from bot.dialogue.model import Dialogue, phrases
from bot.dialogue.names import LANGUAGES, VARIANTS
from bot.dialogue.texts import placeholders
from bot.dialogue.tone import SAD, Fault, lint, needs_variant


@dataclass(frozen=True, slots=True)
class Wanted:
    """A text that catalogs owe translations of; `path` and `line` are where it is written."""

    context: str
    text: str
    language: str
    kind: str
    path: str
    line: int
    note: str = ""
    sad: bool = False


def wanted(dialogues: Iterable[Dialogue]) -> Iterator[Wanted]:
    """Every text of the dialogues, with whether it answers sadness."""
    for dialogue in dialogues:
        sad = _sad_steps(dialogue)
        for phrase in phrases(dialogue):
            _, step, _ = phrase.ref.split("/")
            yield Wanted(
                phrase.ref,
                phrase.text,
                dialogue.language,
                phrase.kind,
                dialogue.path,
                phrase.line,
                phrase.note,
                step in sad and phrase.kind not in ("label", "reading"),
            )


def _sad_steps(dialogue: Dialogue) -> set[str]:
    """Steps that follow something sad: in a sad dialogue all, else behind a sad choice."""
    if SAD & set(dialogue.start.intents):
        return {step.id for step in dialogue.steps}
    waiting = [c.then for s in dialogue.steps for c in s.choices if SAD & set(c.means)]
    seen: set[str] = set()
    while waiting:
        step = dialogue.step(waiting.pop())
        if step and step.id not in seen:
            seen.add(step.id)
            waiting += [target for target, _ in step.targets()]
    return seen


def coverage(
    texts: Iterable[Wanted], catalogs: Catalogs, domain: str = "dialogues"
) -> list[Finding]:
    """Missing, fuzzy and stale translations, missing variants, and faults of tone everywhere."""
    findings: list[Finding] = []
    for text in texts:
        for fault in _faults(text, text.text, text.language):
            findings.append(Finding(text.path, text.line, fault.level, fault.what, fault.mend))
        for language in LANGUAGES:
            findings += _language(text, language, catalogs, domain)
    return findings


def _language(text: Wanted, language: str, catalogs: Catalogs, domain: str) -> Iterator[Finding]:
    said = text.text
    if language != text.language:
        entry = catalogs.entry(language, text.context)
        if entry is None or not entry.text:
            what = f"No translation into {language} of '{text.context}'."
            mend = f"Run the update of texts and write it in {language}'s catalog."
            yield Finding(text.path, text.line, "error", what, mend)
            return
        yield from _entry(text, language, entry, catalogs, domain)
        said = entry.text
    form = VARIANTS.get(language)
    if form is None:
        return
    variant = catalogs.entry(form, text.context)
    if variant and variant.text:
        yield from _entry(text, form, variant, catalogs, domain)
    elif said != text.text and needs_variant(said, language):
        where = str(po_path(catalogs.locales, form, domain))
        what = f"'{text.context}' says u or vous in {language}, and {form} has no text for it."
        yield Finding(where, 0, "error", what, f"Add it to {form}.")


def _entry(
    text: Wanted, form: str, entry: Entry, catalogs: Catalogs, domain: str
) -> Iterator[Finding]:
    where = str(po_path(catalogs.locales, form, domain))
    if entry.fuzzy or entry.source != text.text:
        what = f"'{text.context}' was reworded after it was translated into {form}."
        mend = "Read it again, mend it, and take 'fuzzy' away."
        yield Finding(where, entry.line, "error", what, mend)
    if set(placeholders(entry.text)) != set(placeholders(text.text)):
        what = f"'{text.context}' has other placeholders than its source."
        yield Finding(where, entry.line, "error", what, "Use the same names in braces.")
    for fault in _faults(text, entry.text, form):
        what = f"{text.context}: {fault.what}"
        yield Finding(where, entry.line, fault.level, what, fault.mend)


def _faults(text: Wanted, said: str, form: str) -> Iterator[Fault]:
    """What is wrong with the words of a text in one form."""
    yield from lint(said, form, text.kind, text.sad)
    yield from alarms(text.context, said, text.kind)
