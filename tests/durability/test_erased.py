"""The file of erasures: keyed, its own secret locked, only ever added to."""

from __future__ import annotations

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.store.erased import Erasures
from bot.store.keys import KeyRing, KeyRingError

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def test_it_tells_nothing_and_finds_again(tmp_path: Path) -> None:
    path = tmp_path / "new" / "goeiedag.erasures"
    erasures = Erasures(path)
    assert erasures.all() == {}
    assert not path.exists()
    erasures.add(1234567, AT)
    erasures.add(1234567, AT + timedelta(days=1))
    erasures.add(89, AT)
    assert path.stat().st_mode & 0o777 == 0o600
    assert "1234567" not in path.read_text()
    found = Erasures(path)
    assert found.all() == {
        found.mark("chat 1234567"): AT + timedelta(days=1),
        found.mark("chat 89"): AT,
    }
    elsewhere = Erasures(tmp_path / "other.erasures")
    assert elsewhere.mark("chat 89") != found.mark("chat 89")


def test_it_outlives_a_change_of_keys(tmp_path: Path) -> None:
    old, new = (Fernet.generate_key().decode() for _ in range(2))
    path = tmp_path / "e"
    KeyRing.from_text(old).use()
    Erasures(path).add(1, AT)
    KeyRing.from_text(f"{new},{old}").use()
    Erasures(path).lock_anew()
    KeyRing.from_text(new).use()
    erasures = Erasures(path)
    assert list(erasures.all()) == [erasures.mark("chat 1")]
    KeyRing.from_text(Fernet.generate_key().decode()).use()
    with pytest.raises(KeyRingError, match="no key of the ring opens"):
        Erasures(path).mark("chat 1")


def test_a_line_cut_short_takes_no_other_with_it(tmp_path: Path) -> None:
    path = tmp_path / "e"
    Erasures(path).add(1, AT)
    with path.open("a") as file:
        file.write("erased 2026-03-0")
    Erasures(path).add(2, AT)
    with path.open("ab") as file:
        file.write(b"\xff\xfe nonsense\nerased x " + b"0" * 64 + b"\n")
    erasures = Erasures(path)
    assert set(erasures.all()) == {erasures.mark("chat 1"), erasures.mark("chat 2")}


def test_a_full_disk_says_so_and_harms_no_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes the first bytes of a line, and then no more."""
    path = tmp_path / "e"
    Erasures(path).add(1, AT)
    write, room = os.write, [20]

    def fills(handle: int, data: bytes) -> int:
        if not room[0]:
            raise OSError(errno.ENOSPC, "full")
        taken = write(handle, data[: room[0]])
        room[0] -= taken
        return taken

    monkeypatch.setattr("bot.store.erased.os.write", fills)
    with pytest.raises(OSError, match="full"):
        Erasures(path).add(2, AT)
    monkeypatch.undo()
    erasures = Erasures(path)
    erasures.add(3, AT)
    assert set(erasures.all()) == {erasures.mark("chat 1"), erasures.mark("chat 3")}


def test_it_is_tried_before_anybody_asks(tmp_path: Path) -> None:
    path = tmp_path / "new" / "e"
    Erasures(path).try_out()
    assert not path.parent.exists(), "nothing is made for it"
    Erasures(path).add(1, AT)
    Erasures(path).try_out()
    with pytest.raises(KeyRingError, match="cannot be written"):
        Erasures(tmp_path).try_out()
    with pytest.raises(KeyRingError, match="cannot be written"):
        Erasures(path / "below a file").try_out()
    path.chmod(0o400)
    if os.geteuid():  # root may write anywhere
        with pytest.raises(KeyRingError, match="cannot be written"):
            Erasures(path).try_out()
    KeyRing.from_text(Fernet.generate_key().decode()).use()
    with pytest.raises(KeyRingError, match="is it of this deployment"):
        Erasures(path).try_out()


def test_many_at_once_share_one_secret(tmp_path: Path) -> None:
    path = tmp_path / "e"
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: Erasures(path).add(n, AT), range(32)))
    erasures = Erasures(path)
    assert set(erasures.all()) == {erasures.mark(f"chat {n}") for n in range(32)}
    assert [p.name for p in tmp_path.iterdir()] == ["e"]
