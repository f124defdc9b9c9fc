"""The form of one step: what it sent, and how that is written into the file's tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from bot.dialogue.model import Dialogue, choice_ref, unclear_ref, wording_ref
from bot.dialogue.names import FORMS
from bot.dialogue.words import plain as folded_words
from bot.studio import yaml_text as tree
from bot.studio.yaml_steps import add, node_of, twin

NEW: Final = "+new"  # as a target: a step that is made now
type Read = Callable[[str], str]  # a field's name -> what was typed there


@dataclass(frozen=True)
class Said:
    """One text in every form, as typed. `was`: its ref before this form, '' for a new one.
    `kept`: forms whose stale translation was looked at and is right as it stands."""

    was: str
    by_form: dict[str, str]
    kept: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Answer:
    """One button of the form."""

    id: str
    label: Said
    then: str
    means: tuple[str, ...]


@dataclass(frozen=True)
class StepForm:
    """What a step shall be. `texts` maps each ref after the save to what was typed for it."""

    wordings: list[tuple[Said, Said]]
    answers: list[Answer]
    unclear: Said
    unclear_then: str
    silence_after: str
    silence_then: str
    decide: tuple[str, str, str]
    names: dict[str, str]
    note: str
    texts: dict[str, Said] = field(default_factory=dict)
    made: list[str] = field(default_factory=list)  # the steps that were made for '+new'

    def said(self) -> Iterator[Said]:
        """Every text of the form."""
        for pair in self.wordings:
            yield from pair
        yield from (answer.label for answer in self.answers)
        yield self.unclear


NAMES: Final = ("do", "keep", "forget", "about", "place", "takes", "remember", "then", "again")


def parse(read: Read) -> StepForm:
    """The form's fields. Rows that were ticked away, and empty new rows, are left out."""
    wordings = [
        (_said(read, f"w{n}.say"), _said(read, f"w{n}.without_name"))
        for n in _rows(read, "w")
        if not read(f"w{n}.drop")
    ]
    answers: list[Answer] = []
    for n in sorted(_rows(read, "c"), key=lambda n: _place(read(f"c{n}.order"), n)):
        label = _said(read, f"c{n}.label")
        if read(f"c{n}.drop") or not any(label.by_form.values()):
            continue
        means = tuple(part for part in re.split(r"[,\s]+", read(f"c{n}.means")) if part)
        name = read(f"c{n}.id").strip() or slug(label.by_form, {a.id for a in answers})
        answers.append(Answer(name, label, read(f"c{n}.then") or "end", means))
    return StepForm(
        [pair for pair in wordings if any(pair[0].by_form.values())],
        answers,
        _said(read, "unclear"),
        read("unclear.then"),
        read("silence.after").strip(),
        read("silence.then"),
        (read("decide.by"), read("decide.yes"), read("decide.no")),
        {name: read(name).strip() for name in NAMES},
        " ".join(read("note").split()),
    )


def _rows(read: Read, kind: str) -> Iterator[int]:
    return (n for n in range(60) if read(f"{kind}{n}.row"))


def _said(read: Read, name: str) -> Said:
    typed = {form: tree.normal(read(f"{name}.{form}")) for form in FORMS}
    kept = frozenset(form for form in FORMS if read(f"{name}.{form}.kept"))
    return Said(read(f"{name}.was"), typed, kept)


def _place(typed: str, row: int) -> tuple[float, int]:
    """Where an answer shall stand. One that was moved comes before, or behind, who stood there."""
    text = typed.strip()
    wish = int(text) if text.isdecimal() and len(text) < 4 else row + 1
    return wish + (0.5 if wish > row + 1 else -0.5 if wish < row + 1 else 0), row


def slug(by_form: dict[str, str], taken: set[str]) -> str:
    """An id from the words of a button: 'Een andere dag' -> een_andere_dag."""
    words = by_form.get("en") or next((t for t in by_form.values() if t), "")
    name = re.sub(r"[^a-z0-9]+", "_", folded_words(words)).strip("_")[:24].strip("_") or "answer"
    name = name if name[0].isalpha() else f"a_{name}"
    found, number = name, 2
    while found in taken:
        found, number = f"{name}_{number}", number + 1
    return found


def write(root: CommentedMap, dialogue: Dialogue, step_id: str, form: StepForm) -> None:
    """Writes a step's form into the tree; `form.texts` and `form.made` say what came of it.

    Raises KeyError where there is no such step.
    """
    node = node_of(root, step_id)
    source = dialogue.language
    for key in ("do", "keep", "forget", "about", "place"):
        tree.put(node, key, form.names[key])
    _decide(node, form)
    _wordings(node, dialogue.id, step_id, form, source)
    tree.put(node, "note", form.note)
    _answers(root, node, dialogue.id, step_id, form, source)
    for key in ("takes", "remember"):
        tree.put(node, key, form.names[key])
    _unclear(node, dialogue.id, step_id, form, source)
    _silence(node, form)
    tree.put(node, "then", _target(root, step_id, form.names["then"], step_id, form))
    tree.put(node, "again", _again(root, node, dialogue.id, step_id, form))


def _decide(node: CommentedMap, form: StepForm) -> None:
    by, yes, no = form.decide
    if not by:
        node.pop("decide", None)
        return
    known = node.get("decide")
    if not isinstance(known, CommentedMap):
        tree.put_new(node, "decide", tree.flow(by=by, yes=yes or "end", no=no or "end"))
        return
    for key, value in (("by", by), ("yes", yes or "end"), ("no", no or "end")):
        tree.put(known, key, value)


def _wordings(node: CommentedMap, name: str, step: str, form: StepForm, source: str) -> None:
    first, *others = form.wordings or [(Said("", {}), Said("", {}))]
    tree.put_said(node, "say", first[0].by_form.get(source, ""))
    tree.put_said(node, "without_name", first[1].by_form.get(source, ""))
    for index, pair in enumerate(form.wordings):
        for key, said in zip(("say", "without_name"), pair, strict=True):
            if said.by_form.get(source):
                form.texts[wording_ref(name, step, index, key)] = said
    if not others:
        node.pop("variants", None)
        return
    old = {f"variant.{n}.say": item for n, item in enumerate(node.get("variants") or (), 1)}
    items = []
    for pair in others:
        item = old.get(pair[0].was.rpartition("/")[2]) or CommentedMap()
        tree.put_said(item, "say", pair[0].by_form.get(source, ""))
        tree.put_said(item, "without_name", pair[1].by_form.get(source, ""))
        items.append(item)
    _list(node, "variants", items)


def _list(node: CommentedMap, key: str, items: list[CommentedMap]) -> None:
    """Puts items into a list of the tree; one that holds them already is left alone."""
    known = node.get(key)
    if not isinstance(known, CommentedSeq):
        tree.put_new(node, key, CommentedSeq(items))
    elif [id(item) for item in known] != [id(item) for item in items]:
        known[:] = items


def _answers(
    root: CommentedMap, node: CommentedMap, name: str, step: str, form: StepForm, source: str
) -> None:
    if not form.answers:
        node.pop("choices", None)
        return
    old = {str(item.get("id")): item for item in node.get("choices") or ()}
    items = []
    for answer in form.answers:
        label = answer.label.by_form.get(source, "")
        then = _target(root, step, answer.then, answer.id, form)
        item = old.get(answer.id)
        if item is None:
            item = tree.flow(id=answer.id, label=label, then=then)
        else:
            if tree.plain(item.get("label")) != label:
                item["label"] = label
            tree.put(item, "then", then)
        if list(item.get("means") or ()) != list(answer.means):
            item.pop("means", None)
            if answer.means:
                item.insert(list(item).index("then"), "means", tree.names(list(answer.means)))
        items.append(item)
        form.texts[choice_ref(name, step, answer.id)] = answer.label
    _list(node, "choices", items)


def _unclear(node: CommentedMap, name: str, step: str, form: StepForm, source: str) -> None:
    words = form.unclear.by_form.get(source, "")
    if not words:
        node.pop("unclear", None)
        return
    known = node.get("unclear")
    if not isinstance(known, CommentedMap):
        known = CommentedMap()
        tree.put_new(node, "unclear", known)
    tree.put_said(known, "say", words)
    tree.put(known, "then", form.unclear_then)
    form.texts[unclear_ref(name, step)] = form.unclear


def _silence(node: CommentedMap, form: StepForm) -> None:
    if not form.silence_after:
        node.pop("silence", None)
        return
    known = node.get("silence")
    if not isinstance(known, CommentedMap):
        then = form.silence_then or "end"
        tree.put_new(node, "silence", tree.flow(after=form.silence_after, then=then))
        return
    tree.put(known, "after", form.silence_after)
    tree.put(known, "then", form.silence_then or "end")


def _target(root: CommentedMap, after: str, target: str, wish: str, form: StepForm) -> str:
    """Where it leads; for '+new' a step is made behind this one, that says three dots."""
    if target != NEW:
        return target
    name = add(root, wish, after)
    form.made.append(name)
    return name


def _again(root: CommentedMap, node: CommentedMap, name: str, step: str, form: StepForm) -> str:
    """The question that asks this one in fewer words. For '+new' one is made behind it, with the
    same answers; its words are still to be written."""
    target = form.names["again"]
    if target != NEW:
        return target
    target = twin(root, node)
    form.made.append(target)
    form.texts.update({choice_ref(name, target, one.id): one.label for one in form.answers})
    form.texts[unclear_ref(name, target)] = form.unclear
    return target
