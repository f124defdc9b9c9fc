"""Where a finding belongs on a page: to which step, and to which of its texts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.dialogue.findings import Finding
from bot.dialogue.model import Dialogue, phrases
from bot.dialogue.names import FORMS

_REF: Final = re.compile(r"\b([a-z][a-z0-9_]*/[a-z0-9_]+/[\w.:,]+[\w])")
_FORM: Final = re.compile(r"/locales/([^/]+)/LC_MESSAGES/|into ([\w@]+)|and ([\w@]+) has no")


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding at its place: the step ('' for the head of the dialogue), the ref of a text and
    the form of its language where it is about one."""

    finding: Finding
    step: str
    ref: str = ""
    form: str = ""


def marks(dialogue: Dialogue | None, findings: Iterable[Finding]) -> list[Mark]:
    """Each finding with the place where it is mended; a file that cannot be read has none."""
    if dialogue is None:
        return [Mark(finding, "") for finding in findings]
    return [_mark(dialogue, finding) for finding in findings]


def _mark(dialogue: Dialogue, finding: Finding) -> Mark:
    ref = _REF.search(finding.what)
    if ref and ref[1].startswith(f"{dialogue.id}/"):
        step = ref[1].split("/")[1]
        return Mark(finding, step if dialogue.step(step) else "", ref[1], _form(finding))
    if finding.path != dialogue.path:
        return Mark(finding, "")
    said = [p for p in phrases(dialogue) if p.line == finding.line]
    step = _step_at(dialogue, finding.line)
    own = [p for p in said if p.ref.split("/")[1] == step]
    if len(own) == 1:
        return Mark(finding, step, own[0].ref, dialogue.language)
    return Mark(finding, step)


def _form(finding: Finding) -> str:
    found = _FORM.search(finding.path) or _FORM.search(finding.what)
    form = next((group for group in found.groups() if group), "") if found else ""
    return form if form in FORMS else ""


def _step_at(dialogue: Dialogue, line: int) -> str:
    """The step whose lines hold this one; '' above the first."""
    here = ""
    for step in dialogue.steps:
        if step.line <= line:
            here = step.id
    return here
