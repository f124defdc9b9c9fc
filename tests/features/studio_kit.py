"""A studio on a small folder of dialogues, and browsers without a window to visit it."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path

import httpx
from starlette.applications import Starlette
from starlette.routing import Mount

from bot import i18n
from bot.dialogue.catalogs import po_path, read_catalog
from bot.dialogue.names import FORMS
from bot.listening import Listener
from bot.nlu_jobs import Jobs
from bot.studio import Studio, app

from .story import Phone, Story

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = "https://studio.test"
KEPT = ("greet", "offer", "unclear", "heard", "thanks", "stop")


def small_content(folder: Path, *more: str) -> Path:
    """A content folder of a few shipped dialogues with all their translations."""
    (folder / "dialogues").mkdir(parents=True)
    for name in (*KEPT, *more):
        shutil.copy(ROOT / "dialogues" / f"{name}.yaml", folder / "dialogues")
    for form in FORMS:
        path = po_path(folder / "locales", form, "dialogues")
        path.parent.mkdir(parents=True)
        shutil.copy(po_path(ROOT / "locales", form, "dialogues"), path)
    i18n.update(i18n.dialogue_texts(folder / "dialogues"), folder / "locales", "dialogues")
    return folder


def translated(content: Path, form: str, ref: str) -> str:
    """What a catalog of a content folder says for a ref; '' for nothing."""
    catalog = read_catalog(po_path(content / "locales", form, "dialogues"))
    return next((str(m.string) for m in catalog if m.context == ref), "")


class Browser:
    """One browser of one person. `get` and `post` follow no redirect."""

    def __init__(self, story: Story, content: Path, jobs: Jobs | None = None) -> None:
        listener = Listener(story.house.rules, story.mind, story.house.zone)
        studio = Studio(
            story.store,
            story.house,
            story.clock.now,
            content,
            listener,
            content / "transcripts",
            jobs,
        )
        mounted = Starlette(routes=[Mount("/studio", app(studio))])
        transport = httpx.ASGITransport(app=mounted)
        self.http = httpx.AsyncClient(transport=transport, base_url=ADDRESS)
        self.csrf = ""

    async def get(self, path: str) -> httpx.Response:
        answer = await self.http.get(f"/studio{path}")
        if found := re.search(r'name="csrf" value="(\w+)"', answer.text):
            self.csrf = found[1]
        return answer

    async def post(self, path: str, csrf: str | None = None, **fields: str) -> httpx.Response:
        data = {"csrf": self.csrf if csrf is None else csrf, **fields}
        return await self.http.post(f"/studio{path}", data=data)

    async def signs_in(self, link: str) -> httpx.Response:
        answer = await self.http.post(link.removeprefix(ADDRESS))
        if answer.status_code == 303:
            await self.get("/hello")
            await self.get("/dialogues")
        return answer


async def link_of(phone: Phone) -> str:
    """Asks the bot for a link, and reads it."""
    await phone.says("/studio")
    found = re.search(rf"{re.escape(ADDRESS)}/studio/in/[\w-]+", str(phone.last.text))
    assert found, phone.last.text
    return found[0]


def fields(page: str) -> dict[str, str]:
    """What a browser would send of the last form of a page, as it stands there."""
    form = page[page.rindex('<form method="post" class="') :]
    found: dict[str, str] = {}
    for tag in re.findall(r"<input [^>]*>", form):
        told = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        if told.get("type") == "checkbox":
            if tag.endswith(" checked>"):  # boxes that share a name are one field
                shared = (found.get(told["name"], ""), html.unescape(told["value"]))
                found[told["name"]] = ", ".join(part for part in shared if part)
        elif "name" in told:
            found[told["name"]] = html.unescape(told.get("value", ""))
    for name, text in re.findall(
        r'<textarea [^>]*name="([^"]+)"[^>]*>(.*?)</textarea>', form, re.S
    ):
        found[name] = html.unescape(text.removeprefix("\n"))
    for name, options in re.findall(r'<select name="([^"]+)".*?>(.*?)</select>', form, re.S):
        chosen = re.findall(r'<option value="([^"]*)" selected', options)
        found[name] = html.unescape(chosen[0]) if chosen else ""
    return found


def fields_hash(page: str) -> str:
    found = re.search(r'name="hash" value="(\w+)"', page)
    assert found
    return found[1]
