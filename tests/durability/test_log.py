"""Nothing is said that is not on the disk: how SQLite's log is waited for."""

from __future__ import annotations

import asyncio
import math
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.store import sqlite


class Disk:
    """Counts what it was asked to keep, and by how many ways through a thread."""

    def __init__(self) -> None:
        self.kept = self.apart = 0
        self.error: OSError | None = None
        self.gate = asyncio.Event()
        self.gate.set()

    def fsync(self, file: int) -> None:
        if self.error is not None:
            raise self.error
        self.kept += 1

    async def way(self, work: Callable[[], Any]) -> Any:
        self.apart += 1
        await self.gate.wait()
        return work()


@pytest.fixture
async def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    found = Disk()
    monkeypatch.setattr(os, "fsync", found.fsync)
    monkeypatch.setattr(sqlite, "_apart", found.way)
    return found


@pytest.fixture
def log(tmp_path: Path) -> sqlite.Log:
    (tmp_path / "g.db-wal").write_bytes(b"x")
    return sqlite.Log(tmp_path / "g.db")


async def test_who_asks_while_one_waits_shares_the_next(disk: Disk, log: sqlite.Log) -> None:
    disk.gate.clear()
    waiting = [asyncio.ensure_future(log.on_disk()) for _ in range(5)]
    await asyncio.sleep(0)
    assert disk.kept == 0
    disk.gate.set()
    await asyncio.gather(*waiting)
    assert disk.kept == 2  # what came in while the first was under way is not in it


async def test_a_slow_disk_is_waited_for_in_a_thread(
    disk: Disk, log: sqlite.Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "QUICK", 0.0)
    for _ in range(3):
        await log.on_disk()
    assert (disk.kept, disk.apart) == (3, 3)


async def test_a_quick_one_where_it_is_asked(
    disk: Disk, log: sqlite.Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "QUICK", math.inf)
    for _ in range(3):
        await log.on_disk()
    assert (disk.kept, disk.apart) == (3, 1)  # how quick it is was not known at first
    monkeypatch.setattr(sqlite, "QUICK", 0.0)
    await log.on_disk()
    await log.on_disk()
    assert (disk.kept, disk.apart) == (5, 2), "it became slow"


async def test_of_a_quick_one_several_share_a_wait_too(
    disk: Disk, log: sqlite.Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "QUICK", math.inf)
    disk.gate.clear()
    first = asyncio.ensure_future(log.on_disk())
    await asyncio.sleep(0)
    others = [asyncio.ensure_future(log.on_disk()) for _ in range(4)]
    await asyncio.sleep(0)
    disk.gate.set()
    await asyncio.gather(first, *others)
    assert (disk.kept, disk.apart) == (2, 2)


async def test_what_the_disk_does_not_take_is_told_each_time(
    disk: Disk, log: sqlite.Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "QUICK", math.inf)
    await log.on_disk()
    disk.error = OSError(28, "no space")
    for _ in range(2):
        with pytest.raises(OSError, match="no space"):
            await log.on_disk()
    disk.error = None
    await log.on_disk()
    assert disk.kept == 2


async def test_without_a_log_all_stands_in_the_file(disk: Disk, tmp_path: Path) -> None:
    await sqlite.Log(tmp_path / "none.db").on_disk()
    assert disk.kept == 0
