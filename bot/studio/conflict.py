"""What a form and the file say otherwise about a step, besides its words: what saving the form once
more would take from the file. Pure."""

from __future__ import annotations

from bot.dialogue.lengths import seconds
from bot.dialogue.names import VARIANTS
from bot.studio.difference import Fact, facts
from bot.studio.step_form import Answer, StepForm


def otherwise(typed: StepForm, file: StepForm, language: str) -> list[Fact]:
    """Each fact as the form has it, and as the file has it. `language`: how answers are named."""
    found = facts(_told(typed), _told(file))
    if [one.id for one in typed.answers] != [one.id for one in file.answers]:
        found.append(Fact("answers", _named(typed, language), _named(file, language)))
    both = {one.id for one in typed.answers} & {one.id for one in file.answers}
    return [one for one in found if not one.of or one.of in both]


def left_behind(before: StepForm, typed: StepForm) -> bool:
    """Whether formal words were changed, and those of the other form of address stayed as they
    were: who is called je or tu would read the old ones."""
    known = {said.was: said for said in before.said() if said.was}
    return any(
        said.by_form[formal] != known[said.was].by_form[formal]
        and said.by_form[other] == known[said.was].by_form[other] != ""
        and other not in said.kept
        for said in typed.said()
        if said.was in known
        for formal, other in VARIANTS.items()
    )


def _told(form: StepForm) -> dict[tuple[str, str], str]:
    by, yes, no = form.decide
    told = {
        ("wordings", ""): str(len(form.wordings)),
        ("decide", ""): by,
        ("yes", ""): yes,
        ("no", ""): no,
        ("after", ""): str(seconds(form.silence_after) or form.silence_after),
        ("silence", ""): form.silence_then if form.silence_after else "",
        ("unclear", ""): form.unclear_then,
        ("note", ""): form.note,
        **{(key, ""): value for key, value in form.names.items()},
    }
    for one in form.answers:
        told["leads", one.id] = one.then
        told["means", one.id] = ", ".join(one.means)
    return told


def _named(form: StepForm, language: str) -> str:
    return ", ".join(_label(one, language) for one in form.answers)


def _label(answer: Answer, language: str) -> str:
    said = answer.label.by_form
    return said.get(language) or next((text for text in said.values() if text), answer.id)
