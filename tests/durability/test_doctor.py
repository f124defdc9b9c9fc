"""The doctor: what is wrong with a deployment, what to do about it, and nothing else."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections import namedtuple
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import make_url

from bot import commands_operation, doctor, publishing
from bot.__main__ import main
from bot.doctor import Remark
from bot.doctor_database import database
from bot.phones import World
from bot.safety.helplines import load_helplines
from bot.settings import ROOT, Settings
from bot.store import Store
from bot.store.erased import Erasures, know
from bot.store.tables import Chat, Person, Update, Volunteer

from .conftest import KEY
from .kit import NOW, A, B
from .test_calls import answering
from .test_receiver import CLOSED, TOKEN
from .test_webhook import SECRET

sys.path.insert(0, str(ROOT / "tests" / "edges"))
from phones_kit import PEOPLE, served

TODAY = date(2026, 3, 2)


def told(findings: Any, about: str) -> list[tuple[str, str]]:
    """(level, what) of each finding about something; whatever is not well says what to do."""
    found = list(findings)
    assert all(bool(one.todo) == (one.level != "ok") for one in found), found
    return [(one.level, one.what) for one in found if one.about == about]


async def test_a_database_and_who_is_in_it(store: Store, url: str, tmp_path: Path) -> None:
    settings = Settings(database_url=url, key=KEY)
    await publishing.publish_first(store, ROOT, NOW)
    first = await database(settings)
    assert told(first, "database")[0][0] == "ok"
    assert told(first, "coordinators") == [("error", "there is none, so nobody is alerted")]
    assert told(first, "volunteers") == [("warning", "nobody is on duty for nl, fr, en")]
    assert told(first, "dialogues") == [("ok", "revision 1 is what the files say")]
    assert told(first, "bot") == [("ok", "none runs now")]
    async with store.write() as session:
        for chat, role in ((A, "coordinator"), (B, "volunteer")):
            session.add(Chat(id=chat, send_urgency=9))
            await session.flush()
            who = Person(
                chat_id=chat, role=role, language="nl", name="X", created_at=NOW, seen_at=NOW
            )
            session.add(who)
            await session.flush()
        session.add(Volunteer(person_id=who.id, languages=["nl", "fr"]))
        session.add(Update(update_id=1, received_at=NOW, state="aside", attempts=3))
        revision = await session.get_one(publishing.Revision, 1)
        revision.content_hash = "another"
    then = await database(settings)
    assert told(then, "coordinators") == [("ok", "1")]
    assert told(then, "volunteers") == [("warning", "nobody is on duty for en")]
    assert told(then, "dialogues") == [("warning", "the files differ from revision 1, which runs")]
    assert told(then, "updates") == [("warning", "1 could not be handled")]
    async with store.write() as session:
        (await session.get_one(Chat, A)).blocked_at = NOW
    gone = await database(settings)
    assert told(gone, "coordinators") == [("error", "1 of 1 cannot be reached, and see no alert")]
    wrong = await database(settings.model_copy(update={"key": KEY[::-1][1:] + "="}))
    assert told(wrong, "key ring")[0][0] == "error"
    assert told(wrong, "erasures") == []  # nobody can tell
    for path, level in ((tmp_path / "e", "ok"), (tmp_path, "error")):
        kept = await database(settings.model_copy(update={"erasures": path}))
        assert told(kept, "erasures")[0][0] == level
    file = Erasures(tmp_path / "kept")
    settings = settings.model_copy(update={"erasures": file.path})
    for level in ("warning", "ok"):
        async with store.write() as session:
            await know(session, 1, NOW)  # at first the file is not there
        assert told(await database(settings), "erasures")[0][0] == level
        file.add(A, NOW)


async def test_a_database_that_is_not_well(tmp_path: Path, bare_sqlite: Path) -> None:
    settings = Settings(data=tmp_path)
    assert told(await database(settings), "database") == [("ok", "the first start makes it")]
    damaged(Path(shutil.copy(bare_sqlite, tmp_path / "goeiedag.db")))
    assert told(await database(settings), "database")[0][0] == "error"
    shutil.copy("/dev/null", tmp_path / "goeiedag.db")
    assert told(await database(settings), "database") == [("error", "it holds nothing of ours")]
    away = Settings(database_url="postgresql://u:p@127.0.0.1:9/none")
    assert told(await database(away), "database")[0][0] == "error"
    assert (
        make_url(away.database).password
        not in str(told(await database(away), "database")[0][1]).split()
    )


def damaged(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * 20_000 + whole[28_192:])


def the_time() -> datetime:
    return datetime.now(UTC)


async def test_what_telegram_says() -> None:
    world = World.open(None, _Clock(), TOKEN, PEOPLE)
    async with served(world) as api:
        mine = Settings(telegram_token=TOKEN, telegram_api=api)
        found = await doctor.telegram(mine, the_time)
        assert [(one.level, one.about) for one in found] == [
            ("ok", "token"),
            ("ok", "updates"),
            ("ok", "clock"),
        ]
        other = mine.model_copy(update={"telegram_token": "123456:another"})
        assert told(await doctor.telegram(other, the_time), "token") == [
            ("error", "Telegram does not accept it")
        ]
        hook = {"webhook_url": api, "webhook_secret": SECRET, "http": "127.0.0.1:9"}
        brought = mine.model_copy(update=hook)
        assert told(await doctor.telegram(brought, the_time), "webhook")[0][0] == "warning"
        world.ledger.put("webhook", {"url": f"{api}/telegram", "max_connections": 1})
        world.ledger.put(
            "webhook_error", {"last_error_date": 1_772_442_000, "last_error_message": "refused"}
        )
        assert [
            level for level, _ in told(await doctor.telegram(brought, the_time), "webhook")
        ] == [
            "warning",  # it is not https
            "error",
        ]
        for seconds, level in ((2, "ok"), (-30, "warning"), (90, "error")):
            wrong = lambda seconds=seconds: the_time() + timedelta(seconds=seconds)  # noqa: E731
            assert (await doctor.clock(api, wrong)).level == level, seconds
    world.close()
    nobody = Settings(telegram_token=TOKEN, telegram_api=CLOSED)
    assert told(await doctor.telegram(nobody, the_time), "telegram")[0][0] == "error"
    assert told(await doctor.telegram(Settings(), the_time), "token") == [
        ("error", "there is none")
    ]
    found = await doctor.understanding(Settings(nlu_url=CLOSED), "abc")
    assert told(found, "language model")[0][0] == "error"


@pytest.mark.parametrize(
    ("serves", "level", "what"),
    [("ab" * 32, "ok", "model abababababab"), ("cd" * 32, "error", "serves model cdcdcdcdcdcd")],
    ids=["the model", "another"],
)
async def test_the_model_that_is_served(serves: str, level: str, what: str) -> None:
    async with answering(200, json.dumps({"model": serves}).encode()) as url:
        found = await doctor.understanding(Settings(nlu_url=url), "ab" * 32)
    ((told_level, told_what),) = told(found, "language model")
    assert told_level == level
    assert what in told_what


def test_what_the_command_says_and_returns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every finding is a line, and an error is a status that a script can go by."""
    for name in [one for one in os.environ if one.startswith("GOEIEDAG_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GOEIEDAG_NLU_URL", CLOSED)
    assert main(["doctor", "--data", str(tmp_path)]) == 1
    *lines, count = capsys.readouterr().out.splitlines()
    assert any("token" in line and "there is none" in line for line in lines)
    assert any("language model" in line for line in lines)
    errors = int(count.split()[0])
    assert errors >= 2
    well = [Remark("ok", "x", "y"), Remark("warning", "x", "y", "z")]
    monkeypatch.setattr(commands_operation, "database", lambda settings: _found(well))
    for name in ("telegram", "understanding"):
        monkeypatch.setattr(doctor, name, lambda *_: _found(well))
    for name in ("keys", "texts", "places", "helplines"):
        monkeypatch.setattr(doctor, name, lambda *_: well)
    monkeypatch.setattr(doctor, "contact", lambda *_: well[1])
    assert main(["doctor", "--data", str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "0 errors, 8 warnings"


async def _found(remarks: list[Remark]) -> list[Remark]:
    return remarks


class _Clock:
    def now(self) -> datetime:
        return the_time()


def test_keys_disk_places_and_helplines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(data=tmp_path)
    assert told(doctor.keys(settings), "key ring") == [("ok", "the first start makes it")]
    settings.key_file.write_text(KEY)
    settings.key_file.chmod(0o644)
    assert told(doctor.keys(settings), "key ring") == [("error", "others may read it")]
    settings.key_file.chmod(0o600)
    assert told(doctor.keys(settings), "key ring")[0][0] == "ok"
    settings.key_file.unlink()
    (tmp_path / "goeiedag.db").touch()
    assert told(doctor.keys(settings), "key ring")[0][0] == "error"
    on_server = Settings(data=tmp_path, database_url="postgresql://h/d")
    assert told(doctor.keys(on_server), "key ring") == [("error", "there is none")]

    usage = namedtuple("usage", "total used free")
    for free, level in ((5 << 30, "ok"), (500 << 20, "warning"), (1 << 20, "error")):
        monkeypatch.setattr(shutil, "disk_usage", lambda _, free=free: usage(0, 0, free))
        assert [level for level, _ in told(doctor.disk(tmp_path / "none"), "disk")] == [level]

    assert doctor.contact(Settings()).level == "warning"
    assert doctor.contact(Settings(contact=" Wijkstraat 12. ")).what == "Wijkstraat 12"
    assert told(doctor.places(Settings(), TODAY), "places") == [
        ("warning", "only made-up ones, which are told to nobody")
    ]
    lines = [what for _, what in told(doctor.helplines(load_helplines(), TODAY), "helplines")]
    assert any(what.startswith("not dialled yet, or due for review: ") for what in lines)
    assert any(what.startswith("gaps: ") for what in lines)
    assert told(doctor.texts(Settings()), "texts") == [("ok", "complete in every language")]


def test_a_long_list_is_shown_short() -> None:
    assert doctor.shown([str(n) for n in range(10)]) == "0, 1, 2, 3, 4, 5, 6, 7, and 2 more"
    assert str(Remark("ok", "disk", "9 MB")) == "ok       disk: 9 MB"
