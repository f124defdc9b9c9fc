"""`goeiedag erase`, `export` and `keys`: what an operator does with somebody's data."""

from __future__ import annotations

import asyncio
import io
import json
import os
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import select

from bot import people
from bot.__main__ import main
from bot.app import make_house
from bot.commands_data import REPORTED
from bot.database import only_one, open_store
from bot.house import Moment
from bot.settings import Settings, read
from bot.store.bridge import Report
from bot.store.erased import Erasures
from bot.store.keys import KeyRing
from bot.store.tables import Base

CHAT = 70123456789


def with_resident(data: Path, name: str = "Ana Kanariepiet") -> str:
    """A database with one resident. Returns the number that /mydata shows."""

    async def lay() -> str:
        settings = read(os.environ, data)
        async with open_store(settings) as store, store.write() as session:
            moment = Moment(session, make_house(settings), datetime.now(UTC))
            person = await people.welcome(moment, CHAT, "nl", people.RESIDENT)
            person.name = name
            await people.remember(moment, person, "topic", "mijn kanariepiet")
            return people.number_of(person.id)

    return asyncio.run(lay())


def rows_left(data: Path) -> dict[str, int]:
    async def count() -> dict[str, int]:
        async with open_store(Settings(data=data)) as store, store.read() as session:
            tables = [table for table in Base.metadata.sorted_tables if table.name != "timers"]
            return {t.name: len((await session.execute(select(t))).all()) for t in tables}

    return {name: count for name, count in asyncio.run(count()).items() if count}


def run(monkeypatch: pytest.MonkeyPatch, data: Path, *words: str, said: str = "") -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(said))
    return main([words[0], "--data", str(data), *words[1:]])


def test_erase_asks_first_and_then_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    number = with_resident(tmp_path)
    for said in ("", "yes\n", "1-1\n"):
        assert run(monkeypatch, tmp_path, "erase", number, said=said) == 1
        assert "Nothing was erased." in capsys.readouterr().err
    assert rows_left(tmp_path)["people"] == 1
    assert run(monkeypatch, tmp_path, "erase", number, said=f"{number}\n") == 0
    shown = capsys.readouterr()
    assert "Ana" not in shown.out + shown.err
    assert rows_left(tmp_path) == {"leases": 1}, "when somebody was erased last"
    erasures = Erasures(tmp_path / "goeiedag.erasures")
    assert list(erasures.all()) == [erasures.mark(f"chat {CHAT}")]
    for file in tmp_path.iterdir():
        assert str(CHAT) not in file.read_bytes().decode("latin-1"), file.name
    assert run(monkeypatch, tmp_path, "erase", number, "--yes") == 1
    assert "nobody has that number" in capsys.readouterr().err


def test_erase_by_chat_and_never_by_half_a_wish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    number = with_resident(tmp_path)
    assert run(monkeypatch, tmp_path, "erase", "--yes") == 2
    assert run(monkeypatch, tmp_path, "erase", number, "--chat", str(CHAT), "--yes") == 2
    slip = f"{number[:-1]}{(int(number[-1]) + 1) % 10}"
    assert run(monkeypatch, tmp_path, "erase", slip, "--yes") == 1
    assert run(monkeypatch, tmp_path, "erase", "--chat", "5", "--yes") == 1
    assert rows_left(tmp_path)["people"] == 1
    assert run(monkeypatch, tmp_path, "erase", "--chat", str(CHAT), "--yes") == 0
    assert rows_left(tmp_path) == {"leases": 1}, "when somebody was erased last"
    capsys.readouterr()


@pytest.mark.parametrize("by", ["resident", "volunteer"])
def test_erase_says_when_an_open_report_is_about_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], by: str
) -> None:
    async def lay() -> str:
        settings = read(os.environ, tmp_path)
        async with open_store(settings) as store, store.write() as session:
            moment = Moment(session, make_house(settings), datetime.now(UTC))
            karim = await people.welcome(moment, CHAT + 1, "nl", people.VOLUNTEER)
            session.add(Report(volunteer_id=karim.id, by=by, at=moment.now))
            return people.number_of(karim.id)

    number = asyncio.run(lay())
    assert run(monkeypatch, tmp_path, "erase", number, said="\n") == 1
    assert (REPORTED in capsys.readouterr().out) == (by == "resident")


def test_export_writes_two_private_files_and_says_so_to_her(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    number = with_resident(tmp_path)
    to = tmp_path / "out"
    assert run(monkeypatch, tmp_path, "export", number, "--to", str(to)) == 1
    assert "publish" in capsys.readouterr().err
    assert main(["publish", "--data", str(tmp_path)]) == 0
    capsys.readouterr()
    for _ in range(2):
        assert run(monkeypatch, tmp_path, "export", number, "--to", str(to)) == 0
    names = capsys.readouterr().out.split()
    assert [Path(name).name for name in names[2:]] == [
        f"goeiedag-{number}.txt",
        f"goeiedag-{number}.json",
    ]
    for name in names:
        assert Path(name).stat().st_mode & 0o777 == 0o600
    found = json.loads((to / f"goeiedag-{number}.json").read_text())
    assert found["kept"]["people"][0]["name"] == "Ana Kanariepiet"
    assert [row["what"] for row in found["kept"]["accesses"]] == ["export"]
    assert "zette een kopie" in (to / f"goeiedag-{number}.txt").read_text()
    assert run(monkeypatch, tmp_path, "export", "1-1") == 1


def test_keys_rotate_and_a_running_bot_is_in_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    number = with_resident(tmp_path)
    key = tmp_path / "goeiedag.key"
    old = key.read_text()
    erasures = Erasures(tmp_path / "goeiedag.erasures")
    erasures.add(5, datetime.now(UTC))
    mark = erasures.mark("chat 5")

    async def while_it_runs() -> int:
        async with only_one(Settings(data=tmp_path)):
            return await asyncio.to_thread(main, ["keys", "rotate", "--data", str(tmp_path)])

    assert asyncio.run(while_it_runs()) == 2
    assert "stop it first" in capsys.readouterr().err
    assert key.read_text() == old
    assert main(["keys", "rotate", "--data", str(tmp_path)]) == 0
    assert re.match(r"2 values are encrypted; 2 were locked anew\.", capsys.readouterr().out)
    assert old.strip() not in key.read_text()
    assert len(key.read_text().split()) == 1
    KeyRing.kept_in(key).use()
    assert Erasures(tmp_path / "goeiedag.erasures").mark("chat 5") == mark
    assert run(monkeypatch, tmp_path, "erase", number, "--yes") == 0
    assert main(["keys", "new"]) == 0
    made = capsys.readouterr().out.split()[-1]
    monkeypatch.setenv("GOEIEDAG_KEY", made)
    other = tmp_path / "other"
    assert main(["keys", "rotate", "--data", str(other)]) == 2
    assert "put a new one before it" in capsys.readouterr().err
    with_resident(other)
    monkeypatch.setenv("GOEIEDAG_KEY", f"{Fernet.generate_key().decode()},{made}")
    assert main(["keys", "rotate", "--data", str(other)]) == 0
    assert "Set GOEIEDAG_KEY to that one alone" in capsys.readouterr().out
