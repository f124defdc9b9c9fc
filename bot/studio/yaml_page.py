"""A dialogue's file as it is, for whoever likes that better: the same checks, the same undo."""

from __future__ import annotations

from typing import Any, Final

from starlette.responses import Response

from bot.studio import saving, writing
from bot.studio.visit import EVERYBODY, WRITERS, Page, Visit

LONGEST: Final = 120_000  # characters of a file


async def show(visit: Visit) -> Response:
    return await _page(visit)


async def _page(
    visit: Visit, typed: str | None = None, trouble: str = "", found: Any = None
) -> Response:
    here = await writing.opened(visit, visit.request.path_params["id"])
    own = [f for f in here.draft.findings if f.path == str(here.draft.path)]
    return visit.page(
        "yaml.html",
        status=409 if trouble == "changed" else 422 if trouble else 200,
        id=here.draft.id,
        title=visit.words.titled(here.draft.dialogue) if here.draft.dialogue else here.draft.id,
        text=here.draft.text if typed is None else typed,
        disk=here.draft.text if trouble == "changed" else "",
        hash=here.hash,
        trouble=trouble,
        findings=own if found is None else found,
        may=visit.person.role in WRITERS,
    )


async def save(visit: Visit) -> Response:
    here = await writing.opened(visit, visit.request.path_params["id"])
    text = visit.field("text", LONGEST)
    text = text if text.endswith("\n") else text + "\n"
    try:
        await writing.write(visit, here, visit.field("hash"), text)
    except saving.Changed:
        return await _page(visit, text, "changed")
    except saving.Unreadable as error:
        return await _page(visit, text, error.trouble, error.findings)
    return visit.go(f"/dialogues/{here.draft.id}/yaml", "saved")


PATH: Final = "/dialogues/{id}/yaml"
PAGES: Final = (Page("GET", PATH, EVERYBODY, show), Page("POST", PATH, WRITERS, save))
