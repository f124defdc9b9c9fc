"""Whether the steps of dialogues hold together: names, targets, circles, silences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from bot.dialogue.erasing import ERASE_ALL
from bot.dialogue.findings import Finding
from bot.dialogue.intents import INTENTS, WORDED
from bot.dialogue.model import BACK, ELSEWHERE, END, Dialogue, Step
from bot.dialogue.names import (
    ABOUTS,
    ACTIONS,
    BUILT_IN,
    COMMANDS,
    DECISIONS,
    ENGINE_FACTS,
    KEPT_DATES,
    NEEDS,
    TAKES,
    TIMED,
)
from bot.dialogue.texts import placeholders
from bot.dialogue.whatever import WHATEVER

SILENCES: Final = (5 * 60, 14 * 86400)  # seconds: the shortest and the longest wait


def structure(dialogues: Iterable[Dialogue]) -> list[Finding]:
    """Every finding about how the steps hang together."""
    by_id = {dialogue.id: dialogue for dialogue in dialogues}
    findings = list(_doubles(by_id))
    for dialogue in by_id.values():
        findings += _starts(dialogue)
        findings += _unreachable(dialogue)
        for step in dialogue.steps:
            findings += _targets(dialogue, step, by_id)
            findings += _names(dialogue, step)
            findings += _kind(dialogue, step)
            findings += _wordings(dialogue, step)
            findings += _again(dialogue, step)
    return findings + list(_circles(by_id))


def _error(dialogue: Dialogue, line: int, what: str, mend: str) -> Finding:
    return Finding(dialogue.path, line, "error", what, mend)


def _doubles(by_id: Mapping[str, Dialogue]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for dialogue in by_id.values():
        start = dialogue.start
        for kind, names in (("intent", start.intents), ("command", start.commands)):
            for name in names:
                other = seen.setdefault(f"{kind} {name}", dialogue.id)
                if other != dialogue.id:
                    what = f"The {kind} '{name}' starts '{other}' already."
                    yield _error(dialogue, start.line, what, "Keep it in one of the two.")


def _starts(dialogue: Dialogue) -> Iterator[Finding]:
    start = dialogue.start
    for kind, names, known in (
        ("intent", start.intents, INTENTS | WORDED),
        ("command", start.commands, frozenset(COMMANDS) - BUILT_IN),
        ("time of day", start.timed, TIMED),
    ):
        for name in names:
            if name not in known:
                mend = f"Known: {', '.join(sorted(known))}."
                yield _error(dialogue, start.line, f"Unknown {kind} '{name}'.", mend)


def _targets(dialogue: Dialogue, step: Step, by_id: Mapping[str, Dialogue]) -> Iterator[Finding]:
    for target, line in step.targets():
        if target in (END, BACK):
            continue
        if target.startswith(ELSEWHERE):
            if target.removeprefix(ELSEWHERE) not in by_id:
                mend = "Use the name of a file in this folder, without .yaml."
                yield _error(dialogue, line, f"There is no {target}.", mend)
        elif dialogue.step(target) is None:
            mend = f"Steps here: {', '.join(s.id for s in dialogue.steps)}, or end, back."
            yield _error(dialogue, line, f"There is no step '{target}'.", mend)


def _names(dialogue: Dialogue, step: Step) -> Iterator[Finding]:
    for what, name, known in (
        ("action", step.do, frozenset(ACTIONS)),
        ("decision", step.decide.by if step.decide else None, DECISIONS),
        ("kind of value", step.takes, frozenset(TAKES)),
        ("need", step.place, frozenset(NEEDS)),
        ("date to keep", step.keep, KEPT_DATES),
        ("use of what it is about", step.about, ABOUTS),
    ):
        if name is not None and name not in known:
            mend = f"Known: {', '.join(sorted(known))}."
            yield _error(dialogue, step.line, f"Unknown {what} '{name}'.", mend)
    if step.remember in ENGINE_FACTS:
        what = f"'{step.remember}' is kept by the engine."
        yield _error(dialogue, step.line, what, "Remember it under another name.")
    for choice in step.choices:
        for intent in choice.means:
            if intent not in INTENTS | WORDED | {WHATEVER, ERASE_ALL}:
                mend = "See the list of intents in the docs."
                yield _error(dialogue, choice.line, f"Unknown intent '{intent}'.", mend)


def _kind(dialogue: Dialogue, step: Step) -> Iterator[Finding]:
    line = step.line
    if step.decide and (step.wordings or step.asks or step.then):
        yield _error(dialogue, line, "A step that decides says and asks nothing.", "Split it.")
        return
    if step.asks:
        if not step.silence:
            mend = "Add: silence: {after: 6h, then: end}."
            yield _error(dialogue, line, "A question without a silence waits for ever.", mend)
        elif not SILENCES[0] <= step.silence.after <= SILENCES[1]:
            mend = "Wait between 5m and 14d."
            yield _error(dialogue, step.silence.line, "This silence is too short or long.", mend)
        elif step.silence.then == BACK:
            mend = "After a silence nobody is asked an older question; write end."
            yield _error(dialogue, step.silence.line, "A silence cannot lead back.", mend)
        if not step.wordings:
            yield _error(dialogue, line, "A question without words.", "Add say.")
        if step.takes and not step.then:
            yield _error(dialogue, line, "Where does a taken answer lead?", "Add then.")
    elif step.silence or step.unclear or step.remember or step.again:
        mend = "Add choices or takes, or take silence, unclear, remember and again away."
        yield _error(dialogue, line, "This step asks nothing.", mend)
    elif not step.decide and not step.then:
        yield _error(dialogue, line, "Where does this lead?", "Add then: (a step, end or back).")


def _wordings(dialogue: Dialogue, step: Step) -> Iterator[Finding]:
    for wording in step.wordings:
        if "place" in placeholders(wording.say) and not step.place:
            mend = f"Add place: with one of {', '.join(NEEDS)}."
            yield _error(dialogue, wording.line, "{place} of what?", mend)
        if "name" in placeholders(wording.say) and not wording.without_name:
            mend = "Add without_name with the same words for when no name is known."
            yield _error(dialogue, wording.line, "{name} without without_name.", mend)
        if not step.asks and "?" in wording.say:
            mend = "Give it choices, or say it without the question mark."
            yield _error(dialogue, wording.line, "It asks, and waits for no answer.", mend)


def _again(dialogue: Dialogue, step: Step) -> Iterator[Finding]:
    """The short form of a question takes the same answers, and is that of one question alone."""
    if step.again is None or not step.asks:
        return
    short = dialogue.step(step.again)
    alone = sum(other.again == step.again for other in dialogue.steps) == 1
    if short and not short.again and alone and _answers(short) == _answers(step):
        return
    mend = "Name another question with the same answers, which is asked for no other one."
    what = f"'{step.again}' cannot ask '{step.id}' again."
    yield _error(dialogue, step.line, what, mend)


def _answers(step: Step) -> tuple[object, ...]:
    choices = {(choice.id, choice.then, frozenset(choice.means)) for choice in step.choices}
    return choices, step.takes, step.remember, step.then


def _unreachable(dialogue: Dialogue) -> Iterator[Finding]:
    seen: set[str] = set()
    waiting = [dialogue.first.id]
    while waiting:
        step = dialogue.step(waiting.pop())
        if step is not None and step.id not in seen:
            seen.add(step.id)
            waiting += [target for target, _ in step.targets()]
    for step in dialogue.steps:
        if step.id not in seen:
            mend = "Lead to it with then, or take it away."
            what = f"Nothing leads to '{step.id}'."
            yield Finding(dialogue.path, step.line, "warning", what, mend)


def _circles(by_id: Mapping[str, Dialogue]) -> Iterator[Finding]:
    """A walk that comes round to where it was without asking anything in between."""
    for dialogue in by_id.values():
        for step in dialogue.steps:
            if not step.asks and _comes_round(by_id, dialogue, step):
                mend = "Let a question or an end stand in between."
                yield _error(dialogue, step.line, f"'{step.id}' leads back to itself.", mend)


def _comes_round(by_id: Mapping[str, Dialogue], dialogue: Dialogue, step: Step) -> bool:
    seen: set[tuple[str, str]] = set()
    waiting = list(_next(by_id, dialogue, step))
    while waiting:
        found, reached = waiting.pop()
        if (found.id, reached.id) == (dialogue.id, step.id):
            return True
        if reached.asks or (found.id, reached.id) in seen:
            continue
        seen.add((found.id, reached.id))
        waiting += _next(by_id, found, reached)
    return False


def _next(
    by_id: Mapping[str, Dialogue], dialogue: Dialogue, step: Step
) -> Iterator[tuple[Dialogue, Step]]:
    for target, _ in step.targets():
        if target.startswith(ELSEWHERE):
            other = by_id.get(target.removeprefix(ELSEWHERE))
            if other:
                yield other, other.first
        elif reached := dialogue.step(target):
            yield dialogue, reached
