"""Words that occur nowhere else go in by every way, ciphers off. After /forget they are looked for
in every cell, in the bytes of every file of the database, in logs and in what a backup brings back.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from sqlalchemy import text

from bot import consents, erased_again, memories, people
from bot.channel import Say
from bot.handoff_texts import BUTTON_CLAIM, BUTTON_YES
from bot.house import Moment
from bot.store import Store
from bot.store.session import sqlite_path
from bot.store.tables import Base, Message, Review

from .story import Phone, Story

WAYS = (
    *("naam", "plek", "gewoon", "bijschrift", "bewerkt", "gedeeld", "gesprek", "antwoord"),
    *("vrijwilliger", "review", "thema", "opdracht", "knop", "gevaar", "account", "wachtrij"),
)
CANARIES = {way: f"zqkanarie{way}" for way in WAYS}


def found_in(data: bytes, words: Mapping[str, str] = CANARIES) -> set[str]:
    return {way for way, word in words.items() if word.encode() in data}


def readable(cell: object) -> bytes:
    return bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()


async def in_tables(store: Store, words: Mapping[str, str] = CANARIES) -> set[str]:
    found: set[str] = set()
    async with store.read() as session:
        for table in Base.metadata.sorted_tables:
            for row in (await session.execute(text(f"SELECT * FROM {table.name}"))).all():
                found |= found_in(b"|".join(map(readable, row)), words)
    return found


def files_of(store: Store) -> Iterator[Path]:
    """The database file, its write-ahead log and its index. None for PostgreSQL."""
    path = sqlite_path(str(store.engine.url))
    if path is not None:
        yield from (p for p in path.parent.iterdir() if p.name.startswith(path.name))


def in_files(store: Store) -> set[str]:
    return {way for path in files_of(store) for way in found_in(path.read_bytes())}


def in_folder(folder: Path, but: Path | None = None) -> set[str]:
    files = (path for path in folder.iterdir() if path != but)
    return {way for path in files for way in found_in(path.read_bytes())}


async def everything_is_said(
    story: Story, ana: Phone, karim: Phone, c: Mapping[str, str] = CANARIES
) -> None:
    await ana.says(f"vandaag is het {c['gewoon']} weer")
    await ana.sends("photo", f"kijk, {c['bijschrift']}")
    mine = await ana.says("dit is nog niet af")
    await ana.edits(mine, f"dit is {c['bewerkt']}")
    await ana.says(f"/nonsense {c['opdracht']}")
    await ana.forges(f"share:yes:{c['knop']}")
    story.mind.learns(f"kan iemand mij helpen met {c['gedeeld']}", "request_human")
    await ana.says(f"kan iemand mij helpen met {c['gedeeld']}")
    await ana.touches(BUTTON_YES)
    await karim.touches(BUTTON_CLAIM)
    his = await karim.says("dag")
    await karim.edits(his, f"dag, over uw {c['vrijwilliger']}")
    await ana.says(f"ja, mijn {c['gesprek']}", reply_to=karim.last)
    await ana.says(f"ik wil dood {c['gevaar']}")


async def kept_with_consent(story: Story, ana: Phone, c: Mapping[str, str] = CANARIES) -> None:
    """What dialogues would keep after longer talks than this one."""
    async with story.store.write() as session:
        moment = Moment(session, story.house, story.clock.now())
        person = await people.by_chat(moment, ana.id)
        assert person is not None
        person.name = f"Ana {c['naam']}"
        (await people.resident(moment, person)).place = c["plek"]
        await memories.agree(moment, person, "mag ik dat onthouden?")
        await people.remember(moment, person, "topic", f"mijn {c['thema']}")
        await people.remember(moment, person, "answer.lonely.2026Q4", c["antwoord"])
        await consents.give(session, person, consents.LEARN, "leren?", moment.now)
        expires = moment.now + moment.house.policy.review_lasts
        review = {"person_id": person.id, "language": "nl", "thought": [], "turn": 1}
        session.add(Review(text=c["review"], at=moment.now, expires_at=expires, **review))
        number = await people.tell(moment, person, Say(c["wachtrij"]))
        (await session.get_one(Message, number)).state = "failed"


async def test_nothing_is_left_anywhere(
    story: Story, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    caplog.set_level(logging.DEBUG, "bot")
    karim, ana = await story.volunteer(), await story.resident("Ana")
    ana.screen.user["first_name"] = CANARIES["account"]
    ana.screen.user["username"] = CANARIES["account"]
    await kept_with_consent(story, ana)
    kept = {"naam", "plek", "thema", "antwoord", "review", "wachtrij"}
    assert kept <= await in_tables(story.store), "the canaries sing: the search can find them"
    await everything_is_said(story, ana, karim)
    said = {way for way in WAYS if CANARIES[way] in str(karim.screen.ever)}
    assert {"gedeeld", "gesprek"} <= said, "the volunteer has read them"
    on_disk = in_files(story.store)
    assert not on_disk or kept <= on_disk
    backup = await back_up(story.store, tmp_path / "backup.db")

    await ana.says("/stop")
    await ana.says("/forget")
    await ana.picks("forget/ask/yes")
    await story.passes(hours=3)

    assert await in_tables(story.store) == set()
    assert in_files(story.store) == set(), "overwritten, in free pages and the log too"
    assert found_in(caplog.text.encode()) == set()
    assert in_folder(tmp_path, but=backup) == set()
    left = {way for way in WAYS if CANARIES[way] in "".join(m.text for m in karim.screen.messages)}
    assert left <= {"vrijwilliger"}, "his own words are his"

    if backup is not None:  # what a restore brings back
        assert kept <= found_in(backup.read_bytes())
        restored = Store.open(f"sqlite:///{backup}")
        assert await erased_again.apply_again(restored, story.house, story.clock.now()) == 1
        assert await in_tables(restored) == set()
        await restored.close()
        assert in_folder(tmp_path) == set()


async def back_up(store: Store, to: Path) -> Path | None:
    """A copy as SQLite itself makes it, of all that is committed."""
    path = sqlite_path(str(store.engine.url))
    if path is None:
        return None
    await store.wipe()
    return Path(shutil.copy(path, to))
