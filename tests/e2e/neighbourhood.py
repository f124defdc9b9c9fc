"""A neighbourhood where something goes on, to look at the studio: people, handoffs, weeks."""

from __future__ import annotations

import dataclasses
import json
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from features.story import BEGIN, Phone, Story
from sqlalchemy import update
from starlette.applications import Starlette
from starlette.routing import Mount

from bot import publishing, web
from bot.app import make_house
from bot.clock import FixedClock
from bot.handoff_texts import BUTTON_CLAIM, BUTTON_YES
from bot.listening import Listener
from bot.nlu_jobs import Jobs
from bot.settings import Settings
from bot.store import Store
from bot.store.keys import KeyRing, NullCipher
from bot.store.tables import (
    Audit,
    Handoff,
    Message,
    Resident,
    Review,
    Update,
    Utterance,
    Volunteer,
)
from bot.studio import Studio, app

ROOT = Path(__file__).resolve().parents[2]
RELEASE, TRAINED = "92ec50e5d295", "4b7d02c1a9e6"
MESSAGES = {
    "nl": ("de [name] van hierboven is weer bezig se", ["tell_conflict", "complain"]),
    "fr": ("c'est encore la foire au [number], quoi", ["smalltalk", "tell_conflict"]),
    "en": ("could do with one of those [name] things again", ["ask_activity", "ask_service"]),
}


class Neighbourhood:
    """A story with a studio that a browser can reach at `url`."""

    def __init__(self, story: Story, content: Path, jobs: Jobs, url: str) -> None:
        self.story, self.content, self.jobs, self.url = story, content, jobs, url

    async def link(self, phone: Phone) -> str:
        """A coordinator's way in."""
        await phone.says("/studio")
        found = re.search(r"http://\S+/studio/in/[\w-]+", str(phone.last.text))
        assert found, phone.last.text
        return found[0]

    async def lives(self) -> None:
        """Volunteers with hours, residents who ask for a person, weeks behind them."""
        story = self.story
        for name, languages, hours in (
            ("Karim", ("nl", "fr"), ["mo 09:00-12:00", "we 09:00-12:00", "fr 13:00-17:00"]),
            ("Noor", ("fr", "en"), ["mo 13:00-17:00", "tu 09:00-12:00", "th 18:00-21:00"]),
            ("Piet", ("nl",), []),
        ):
            phone = await story.volunteer(name, *languages)
            number = (await story.person(phone)).id
            async with story.store.write() as session:
                (await session.get_one(Volunteer, number)).hours = hours
        await self._asks("Maria", "nl", "Molenbeek")
        karim = next(phone for phone in story.phones if phone.name == "Karim")
        await karim.touches(BUTTON_CLAIM)
        await karim.says("Dag, hier is Karim. Ik luister.")
        await story.passes(minutes=25)
        await self._asks("Jeanne", "fr", "Matonge")
        await story.passes(minutes=40)
        await self._asks("Ada", "en", "")
        await story.passes(minutes=8)
        await self._weeks()
        await self._not_understood()
        self._trained()

    async def _asks(self, name: str, language: str, place: str) -> None:
        ana = await self.story.resident(name, language, hour=None)
        number = (await self.story.person(ana)).id
        async with self.story.store.write() as session:
            await session.execute(
                update(Resident).where(Resident.person_id == number).values(place=place or None)
            )
        await ana.says("/human")
        await ana.touches(BUTTON_YES)

    async def _weeks(self) -> None:
        """Twelve weeks of fourteen residents."""
        story, now = self.story, self.story.clock.now()
        phones = [await story.resident(f"R{n}", "nl", hour=None) for n in range(14)]
        people = [(await story.person(phone)).id for phone in phones]
        async with story.store.write() as session:
            for week in range(1, 12):
                for n, person in enumerate(people[: 9 + week % 6]):
                    opened = now - timedelta(weeks=week, hours=n)
                    row = Handoff(
                        person_id=person,
                        language="nl",
                        state="closed",
                        text_hash="",
                        offered_at=opened,
                        offer_expires_at=opened,
                        opened_at=opened,
                        closed_at=opened + timedelta(days=1),
                    )
                    session.add(row)
                    await session.flush()
                    claimed = opened + timedelta(minutes=6 + 2 * n + week)
                    for action, at in (
                        ("claimed", claimed),
                        ("greeted", claimed + timedelta(minutes=9 + week % 4)),
                    ):
                        session.add(Audit(at=at, action=f"handoff.{action}", handoff_id=row.id))
            number = 10_000
            for day in range(28):
                at = now - timedelta(days=day, minutes=5)
                for n, phone in enumerate(phones[: 14 if day % 7 else 8]):
                    for _ in range(1 + (n + day) % 3):
                        number += 1
                        session.add(
                            Update(update_id=number, chat_id=phone.id, received_at=at, state="done")
                        )
                        session.add(
                            Message(
                                chat_id=phone.id,
                                created_at=at,
                                sent_at=at,
                                state="sent",
                                purpose="answer",
                                message_id=number,
                            )
                        )

    async def _not_understood(self) -> None:
        story, now = self.story, self.story.clock.now()
        number = (await story.person(story.phones[-1])).id
        async with story.store.write() as session:
            for language, (text, thought) in MESSAGES.items():
                session.add(
                    Review(
                        person_id=number,
                        language=language,
                        text=text,
                        thought=thought,
                        turn=1,
                        at=now,
                        expires_at=now + timedelta(days=30),
                    )
                )
            for language, text in (
                ("nl", "Die boven mij heeft weer ruzie gezocht."),
                ("fr", "Mon voisin tape encore sur le radiateur."),
            ):
                session.add(Utterance(language=language, intent="tell_conflict", text=text, at=now))

    def _trained(self) -> None:
        """What the other side of the folder would have written."""
        report = json.loads((ROOT / "nlu" / "reports" / "report.json").read_text("utf-8"))
        name = "20261004T150000-aabbccdd"
        self._told(f"asked/{name}.json", {"asked_at": "2026-10-04T15:00:00+00:00", "lines": {}})
        done = {"state": "done", "at": _now(), "model": TRAINED, "worse": []}
        self._told(f"work/{name}/progress.json", done)
        self._told(f"work/{name}/report.json", {"new": report, "current": report})
        self._told(f"models/goeiedag-{TRAINED}.tar.gz", {})
        self._told("runner.json", {"at": _now()})
        self._told("served.json", {"model": RELEASE, "release": RELEASE, "why": ""})

    def _told(self, path: str, content: dict[str, Any]) -> None:
        file = self.jobs.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(content), "utf-8")


def _now() -> str:
    return datetime.now(UTC).isoformat()


@asynccontextmanager
async def neighbourhood(folder: Path) -> AsyncIterator[Neighbourhood]:
    """On SQLite in a folder of its own, served on a free port of this machine."""
    KeyRing(NullCipher()).use()
    content = folder / "content"
    for name in ("dialogues", "locales"):
        shutil.copytree(ROOT / name, content / name)
    settings = Settings(settle=0, workers=1, organisation="De Brug")
    house = make_house(settings, "goeiedag_bot")
    store = Store.open(f"sqlite:///{folder / 'goeiedag.db'}")
    await store.migrate()
    await publishing.publish_first(store, content, BEGIN)
    try:
        outer = Starlette()
        async with web.listening(outer, "127.0.0.1", 0) as port:
            url = f"http://127.0.0.1:{port}"
            house = dataclasses.replace(house, public_url=url)
            story = Story(store, settings, house, FixedClock(BEGIN))
            async with store.read() as session:
                await house.library(session)
            jobs = Jobs(folder / "jobs")
            listener = Listener(house.rules, story.mind, house.zone)  # type: ignore[arg-type]
            studio = Studio(
                store, house, story.clock.now, content, listener, content / "transcripts", jobs
            )
            outer.router.routes.append(Mount("/studio", app(studio)))
            yield Neighbourhood(story, content, jobs, url)
    finally:
        await store.close()
