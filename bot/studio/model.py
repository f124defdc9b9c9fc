"""The model that understands: training it with the team's own sentences, and using it or not."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select
from starlette.responses import Response

from bot.dialogue.names import LANGUAGES
from bot.nlu_jobs import Busy, Job, Jobs, NotFit
from bot.store.tables import Utterance
from bot.studio.visit import COORDINATORS, Page, Visit

PATH: Final = "/not-understood/model"
QUALITIES: Final = ("accuracy", "macro_f1", "top_two")
SAFETY: Final = (("crisis", "act_or_ask"), ("hard", "act"), ("ordinary", "act"))
SHOWN: Final = 8  # trainings


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of two models, as shares. `worse`: it stops the new one."""

    language: str
    name: str
    new: float
    current: float | None
    worse: bool


async def show(visit: Visit) -> Response:
    return await _page(visit)


async def _page(visit: Visit, trouble: str = "") -> Response:
    jobs = visit.studio.jobs
    lines = await _lines(visit)
    found = await asyncio.to_thread(jobs.all) if jobs else []
    newest = next((job for job in found if job.state == "done"), None)
    served = jobs.served() if jobs else None
    return visit.page(
        "model.html",
        status=409 if trouble else 200,
        trouble=trouble,
        runs=jobs is not None and jobs.runs(),
        served=served,
        chosen=_chosen(jobs) if jobs else "",
        sentences=sum(map(len, lines.values())),
        jobs=found[:SHOWN],
        under_way=next((job for job in found if job.under_way), None),
        newest=newest,
        figures=figures(newest, *jobs.report(newest)) if jobs and newest else [],
        usable={job.model: job for job in reversed(found) if job.fit},
    )


def _chosen(jobs: Jobs) -> str:
    """What the server is asked to serve."""
    served = jobs.served()
    model, release = jobs.choice()
    if served is None:
        return ""
    return model if model and release == served.release else served.release


async def _lines(visit: Visit) -> dict[str, list[tuple[str, str]]]:
    async with visit.studio.store.read() as session:
        rows = await session.scalars(select(Utterance).order_by(Utterance.id))
        found: dict[str, list[tuple[str, str]]] = {code: [] for code in LANGUAGES}
        for row in rows:
            found[row.language].append((row.intent, row.text))
    return found


def figures(job: Job, new: Mapping[str, Any], current: Mapping[str, Any]) -> list[Figure]:
    """What the two evaluations say, language by language. A report that lacks one lacks it here."""
    out: list[Figure] = []
    for code, here in new.get("languages", {}).items():
        before = current.get("languages", {}).get(code, {})
        for name in QUALITIES:
            value = _at(here, name, "value")
            if value is not None:
                worse = any(line.startswith(f"{code} {name}:") for line in job.worse)
                out.append(Figure(code, name, value, _at(before, name, "value"), worse))
        for group, level in SAFETY:
            value = _at(here, "safety", group, level, "share")
            if value is not None:
                worse = any(line.startswith(f"{code} {group} ") for line in job.worse)
                past = _at(before, "safety", group, level, "share")
                out.append(Figure(code, f"{group}-{level}", value, past, worse))
    return out


def _at(report: Mapping[str, Any], *way: str) -> float | None:
    found: Any = report
    for key in way:
        found = found.get(key) if isinstance(found, Mapping) else None
    return float(found) if isinstance(found, int | float) else None


async def train(visit: Visit) -> Response:
    """Asks for a training with every sentence of the team's own."""
    jobs = visit.studio.jobs
    if jobs is None:
        return await _page(visit, "no-folder")
    lines = await _lines(visit)
    try:
        await asyncio.to_thread(jobs.ask, lines)
    except Busy:
        return await _page(visit, "busy")
    except OSError:
        return await _page(visit, "no-folder")
    await visit.log("nlu.asked", f"{sum(map(len, lines.values()))} sentences")
    return visit.go(PATH, "asked")


async def use(visit: Visit) -> Response:
    """Has a model served: a trained one that is not worse, or the release's own."""
    jobs, model = visit.studio.jobs, visit.field("model", 12)
    try:
        if jobs is None:
            raise NotFit
        await asyncio.to_thread(jobs.choose, model)
    except (NotFit, OSError):
        return await _page(visit, "not-fit")
    await visit.log("nlu.chosen", model)
    return visit.go(PATH, "chosen")


PAGES: Final = (
    Page("GET", PATH, COORDINATORS, show),
    Page("POST", f"{PATH}/train", COORDINATORS, train),
    Page("POST", f"{PATH}/use", COORDINATORS, use),
)
