"""What differs between two sets of dialogues, as a reader sees it: per dialogue, step and language.

Pure: two libraries come in, what changed goes out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from bot.dialogue.guarded import fingerprints, is_guarded
from bot.dialogue.library import Library
from bot.dialogue.model import Dialogue, Phrase, Step, phrases
from bot.dialogue.names import FORMS
from bot.places import Place
from bot.studio.changes import words_changed

type Texts = Mapping[str, Mapping[str, str]]  # form -> ref -> text


@dataclass(frozen=True, slots=True)
class Fact:
    """Something other than words that changed: what it is, and its value before and after."""

    key: str
    before: str
    after: str
    of: str = ""  # the answer that it is about


@dataclass(frozen=True, slots=True)
class Words:
    """One text that changed in one form of one language."""

    kind: str
    wording: int
    form: str
    change: Markup


@dataclass(frozen=True, slots=True)
class StepChange:
    """One step; `kind`: new, gone or changed."""

    id: str
    kind: str
    facts: tuple[Fact, ...]
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One dialogue; `kind`: new, gone or changed."""

    id: str
    title: str
    titles: tuple[tuple[str, str], ...]
    kind: str
    guarded: bool
    facts: tuple[Fact, ...]
    words: tuple[Words, ...]
    steps: tuple[StepChange, ...]

    def only(self, language: str) -> Change:
        """The same with the words of one language alone; all of them for ''."""
        if not language:
            return self
        steps = [StepChange(s.id, s.kind, s.facts, _spoken(s.words, language)) for s in self.steps]
        kept = tuple(s for s in steps if s.facts or s.words or s.kind != "changed")
        words = _spoken(self.words, language)
        return replace(self, words=words, steps=kept)

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it is left to show."""
        return not (self.facts or self.words or self.steps)


def _spoken(words: tuple[Words, ...], language: str) -> tuple[Words, ...]:
    return tuple(one for one in words if one.form.partition("@")[0] == language)


def differences(before: Library | None, after: Library) -> list[Change]:
    """Every dialogue that differs, by its title."""
    old = before.dialogues if before else {}
    old_texts = before.texts.to_json() if before else {}
    new_texts = after.texts.to_json()
    was, now = fingerprints(before) if before else {}, fingerprints(after)
    found = []
    for name in (name for name in {**was, **now} if was.get(name) != now.get(name)):
        change = _change(old.get(name), after.dialogues.get(name), old_texts, new_texts)
        if not change.is_empty:
            found.append(change)
    return sorted(found, key=lambda change: change.title.casefold())


def _change(old: Dialogue | None, new: Dialogue | None, was: Texts, now: Texts) -> Change:
    known = new or old
    if known is None:
        raise ValueError("neither before nor after")
    before = {step.id: step for step in (old.steps if old else ())}
    after = {step.id: step for step in (new.steps if new else ())}
    steps = [
        _step(name, before.get(name), after.get(name), old, new, was, now)
        for name in {**after, **before}
    ]
    head = _head(old) if old else {}, _head(new) if new else {}
    return Change(
        known.id,
        known.title,
        known.titles,
        _kind(old, new),
        any(one is not None and is_guarded(one) for one in (old, new)),
        tuple(facts(*head)) + tuple(_order(old, new)),
        tuple(_words("start", old, new, was, now)),
        tuple(s for s in steps if s.facts or s.words or s.kind != "changed"),
    )


def _kind(old: object, new: object) -> str:
    return "new" if old is None else "gone" if new is None else "changed"


def _head(dialogue: Dialogue) -> dict[tuple[str, str], str]:
    start = dialogue.start
    return {
        ("title", ""): " · ".join(title for _, title in dialogue.titles) or dialogue.title,
        ("timed", ""): ", ".join(start.timed),
        ("intent", ""): ", ".join(start.intents),
        ("command", ""): ", ".join(start.commands),
    }


def _order(old: Dialogue | None, new: Dialogue | None) -> Iterator[Fact]:
    """Whether the steps that both have stand in another order."""
    if old is None or new is None:
        return
    before = [step.id for step in old.steps if new.step(step.id)]
    after = [step.id for step in new.steps if old.step(step.id)]
    if before != after:
        yield Fact("order", ", ".join(before), ", ".join(after))


def _step(
    name: str,
    before: Step | None,
    after: Step | None,
    old: Dialogue | None,
    new: Dialogue | None,
    was: Texts,
    now: Texts,
) -> StepChange:
    found = facts(_told(before) if before else {}, _told(after) if after else {})
    words = _words(name, old, new, was, now)
    return StepChange(name, _kind(before, after), tuple(found), tuple(words))


def _told(step: Step) -> dict[tuple[str, str], str]:
    """Everything of a step but its words: (what, of which answer) -> value."""
    decide, silence, unclear = step.decide, step.silence, step.unclear
    told = {
        ("do", ""): step.do or "",
        ("decide", ""): decide.by if decide else "",
        ("yes", ""): decide.yes if decide else "",
        ("no", ""): decide.no if decide else "",
        ("place", ""): step.place or "",
        ("keep", ""): step.keep or "",
        ("forget", ""): step.forget or "",
        ("about", ""): step.about or "",
        ("takes", ""): step.takes or "",
        ("remember", ""): step.remember or "",
        ("after", ""): str(silence.after) if silence else "",
        ("silence", ""): silence.then if silence else "",
        ("unclear", ""): unclear.then if unclear else "",
        ("then", ""): step.then or "",
        ("again", ""): step.again or "",
        ("answers", ""): ", ".join(choice.id for choice in step.choices),
    }
    for choice in step.choices:
        told["leads", choice.id] = choice.then
        told["means", choice.id] = ", ".join(choice.means)
    return told


def facts(
    before: Mapping[tuple[str, str], str], after: Mapping[tuple[str, str], str]
) -> list[Fact]:
    """What differs, in the order of what is so afterwards."""
    keys = {**after, **before}
    return [
        Fact(key, before.get((key, of), ""), after.get((key, of), ""), of)
        for key, of in keys
        if before.get((key, of), "") != after.get((key, of), "")
    ]


def _words(
    step: str, old: Dialogue | None, new: Dialogue | None, was: Texts, now: Texts
) -> Iterator[Words]:
    for phrase in _phrases(step, old, new).values():
        field = phrase.ref.split("/")[2]
        wording = int(field.split(".")[1]) if field.startswith("variant.") else 0
        for form in FORMS:
            before = was.get(form, {}).get(phrase.ref, "")
            after = now.get(form, {}).get(phrase.ref, "")
            if before != after:
                yield Words(phrase.kind, wording, form, words_changed(before, after))


def _phrases(step: str, old: Dialogue | None, new: Dialogue | None) -> dict[str, Phrase]:
    found = [phrase for one in (new, old) if one is not None for phrase in phrases(one)]
    return {phrase.ref: phrase for phrase in found if phrase.ref.split("/")[1] == step}


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """One place of the directory; `kind`: new, gone or changed, and then in which of its keys."""

    name: Mapping[str, str]
    kind: str
    keys: tuple[str, ...] = ()


def places_changed(before: Iterable[Place], after: Iterable[Place]) -> list[PlaceChange]:
    """What differs between two directories. A place is told apart by its name."""
    old = {_name(place): place for place in before}
    new = {_name(place): place for place in after}
    found = []
    for name in {**new, **old}:
        was, now = old.get(name), new.get(name)
        one, other = (place.to_json() if place else {} for place in (was, now))
        known = now or was
        if known is not None and one != other:
            keys = [key for key in one if one[key] != other.get(key)] if was and now else []
            found.append(PlaceChange(known.name, _kind(was, now), tuple(keys)))
    return found


def _name(place: Place) -> str:
    return place.name.get("en") or next(iter(place.name.values()), "")
