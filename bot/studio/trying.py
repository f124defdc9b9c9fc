"""Trying a draft: the real engine and the real understanding on a phone of paper, and a transcript
of it that can be kept as a test."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot import safety_facts
from bot.dialogue.model import Dialogue
from bot.dialogue.names import GIVEN, LANGUAGES
from bot.house import Moment
from bot.safety import Concern
from bot.safety import reply as replies
from bot.safety.helplines import choose
from bot.simulate import MORNING
from bot.studio import step_form, trial, writing
from bot.studio.step_names import StepNames
from bot.studio.trial import Trial
from bot.studio.visit import EVERYBODY, WRITERS, Page, Visit
from bot.transcripts import Header
from bot.understanding import Understanding

LENGTHS: Final = ("5m", "30m", "1h", "6h", "12h", "1d", "2d", "7d")
NAME: Final = "Ana"
MOST: Final = 40_000  # characters of a trial's lines


async def show(visit: Visit) -> Response:
    """A trial that has just begun, as the address asks for it."""
    here = await writing.opened(visit, visit.request.path_params["id"])
    asked = visit.request.query_params
    form = asked.get("form", visit.person.language)
    first = trial.first_line(
        here.draft.id,
        asked.get("at", ""),
        form if form in trial.FORMS else visit.person.language,
        NAME,
        {},
        ("has_consent", "person_available"),
    )
    return await _page(visit, here, [first], bool(asked.get("part")))


async def go_on(visit: Visit) -> Response:
    """One more thing that the resident does; or the beginning anew, or one step back."""
    here = await writing.opened(visit, visit.request.path_params["id"])
    lines = _lines(visit)
    do, part = visit.field("do"), bool(visit.field("part"))
    if do == "begin" or not lines:
        return await _page(visit, here, [_first(visit, here.draft.id)], part)
    name = Header.parse(lines[0]).facts.get("name", "")
    if do == "back":
        return await _page(visit, here, lines[:-1] or lines, part)
    if do == "wait" and visit.field("length") in LENGTHS:
        lines.append(f"{visit.field('length')} pass")
    elif do == "say" and visit.field("text").strip():
        text = visit.field("text", trial.LONGEST_LINE)
        lines.append(
            trial.written(name, text, await _heard(visit, text, _spoken(visit, lines, here)))
        )
    elif label := visit.field("tap", 80):
        lines.append(trial.written(name, label, Understanding(label, "")))
    return await _page(visit, here, lines[: trial.MOST_LINES + 1], part)


def _spoken(visit: Visit, lines: list[str], here: writing.Open) -> str:
    """The language that the trial goes on in."""
    played = _played(visit, here, lines)
    return trial.form_of(played.player.facts)[:2] if played else LANGUAGES[0]


async def _heard(visit: Visit, text: str, language: str) -> Understanding:
    """The real understanding: the model that runs, and the words of danger."""
    listener = visit.studio.listener
    if listener is None or text.startswith("/"):
        return Understanding(text, language)
    return await listener.hear(text, language, MORNING)


def _lines(visit: Visit) -> list[str]:
    return [line for line in visit.field("lines", MOST).split("\n") if line.strip()]


def _first(visit: Visit, dialogue: str) -> str:
    form = visit.field("form")
    at = visit.field("at", 80)
    return trial.first_line(
        "" if at == "-" else dialogue,
        "" if at == "-" else at,
        form if form in trial.FORMS else visit.person.language,
        visit.field("name", 40),
        trial.facts_of(visit.field("facts", 2000)),
        [name for name in GIVEN if visit.field(f"given.{name}")],
    )


def _played(
    visit: Visit, here: writing.Open, lines: list[str], alert: int | None = None
) -> Trial | None:
    """The trial of some lines; None where they are none. `alert`: after how many minutes of
    silence a safety reply says that coordinators are alerted."""

    def reply(concern: Concern, language: str, address: str) -> tuple[str, tuple[str, ...]]:
        return _safety_reply(visit, concern, language, address, alert)

    readers = visit.studio.house.readers
    try:
        return trial.play(lines, here.shelf.library(), readers, reply)
    except (ValueError, KeyError):
        return None


def _safety_reply(
    visit: Visit, concern: Concern, language: str, address: str, alert: int | None
) -> tuple[str, tuple[str, ...]]:
    """What the bot would answer before anything else, as if nobody were on duty."""
    house = visit.studio.house
    local = house.local(visit.studio.now())
    facts = replies.Facts(house.organisation, local, alert_minutes=alert)
    rows = choose(house.helplines, concern.intent, language, local)
    made = replies.reply(concern, language, rows, facts, house.translate(language, address))
    return made.text, tuple(button.label for button in made.buttons)


async def _page(
    visit: Visit,
    here: writing.Open,
    lines: list[str],
    part: bool = False,
    kept: str = "",
    status: int = 200,
) -> Response:
    studio = visit.studio
    async with studio.store.read() as session:
        alert = await safety_facts.alert_minutes(Moment(session, studio.house, studio.now()))
    played = await asyncio.to_thread(_played, visit, here, lines, alert)
    if played is None:
        lines = [_first(visit, here.draft.id)]
        played = await asyncio.to_thread(_played, visit, here, lines, alert)
    if played is None or here.draft.dialogue is None:
        raise HTTPException(404)
    return visit.page(
        "try_phone.html" if part else "try.html",
        status=status,
        dialogue=here.draft.dialogue,
        titles=visit.words.titles(here.shelf.dialogues),
        steps=StepNames(visit.words, here.shelf.library()),
        trial=played,
        lengths=LENGTHS,
        known=here.shelf.drafts,
        may=visit.person.role in WRITERS,
        keeps=visit.studio.transcripts is not None,
        kept=kept,
        begin=_begin_fields(here.draft.dialogue, lines[0]),
        full=len(lines) > trial.MOST_LINES,
        errors=here.draft.errors,
    )


def _begin_fields(dialogue: Dialogue, first: str) -> Mapping[str, Any]:
    """What the form of the beginning shows: how this trial began."""
    header = Header.parse(first)
    facts = {k: v for k, v in header.facts.items() if k not in ("language", "name", "address")}
    return {
        "form": trial.form_of(header.facts),
        "forms": tuple(trial.FORMS),
        "name": header.facts.get("name", ""),
        "at": "-" if header.dialogue == "-" else header.at,
        "steps": [step.id for step in dialogue.steps],
        "facts": "\n".join(f"{key}: {value}" for key, value in facts.items()),
        "given": header.decisions,
    }


async def download(visit: Visit) -> Response:
    """The transcript as a file."""
    here = await writing.opened(visit, visit.request.path_params["id"])
    played = _played(visit, here, _lines(visit) or [""])
    if played is None:
        raise HTTPException(404)
    form = trial.form_of(Header.parse(played.lines[0]).facts).replace("@", "-")
    name = f"{here.draft.id}.{form}.txt"
    disposition = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(played.golden, media_type="text/plain; charset=utf-8", headers=disposition)


async def keep(visit: Visit) -> Response:
    """Writes the transcript beside the drafts, where the tests find it; never over another."""
    here = await writing.opened(visit, visit.request.path_params["id"])
    lines, folder = _lines(visit), visit.studio.transcripts
    played = _played(visit, here, lines) if lines else None
    if played is None or folder is None:
        raise HTTPException(404)
    wish = visit.field("as", 40).strip()
    ending = f"-{step_form.slug({'en': wish}, set())}" if wish else ""
    form = trial.form_of(Header.parse(lines[0]).facts).replace("@", "-")
    path = folder / f"{here.draft.id}{ending}.{form}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(played.golden)
    except FileExistsError:
        return await _page(visit, here, lines, kept="taken", status=409)
    return await _page(visit, here, lines, kept=path.name)


ONE: Final = "/dialogues/{id}/try"
PAGES: Final = (
    Page("GET", ONE, EVERYBODY, show),
    Page("POST", ONE, EVERYBODY, go_on),
    Page("POST", f"{ONE}/file", EVERYBODY, download),
    Page("POST", f"{ONE}/keep", WRITERS, keep),
)
