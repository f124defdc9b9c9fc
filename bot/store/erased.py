"""Who was erased, as keyed hashes, in a file beside the key ring: a database that comes back from a
backup remembers people who asked to be forgotten, and this file does not.

Lines are only ever added. `key TOKEN` holds the file's own secret, locked with the key ring (one
line for each key that the ring ever began with); `erased INSTANT HASH` is one erasure.
"""

from __future__ import annotations

import contextlib
import hmac
import os
import secrets
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.files import make_private
from bot.store.chats import insert
from bot.store.keys import KeyRing, KeyRingError
from bot.store.tables import Lease

HEAD = "# Who was erased, as keyed hashes. Needed after a restore: keep it, but not in the backups."
KNOWN = "erased"  # a row of the leases, which no backup of ours takes along


class Erasures:
    """The file at `path`; it is made at the first erasure. Nothing in it tells who anybody is."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._opened: bytes | None = None

    def add(self, chat_id: int, at: datetime) -> None:
        """Writes one erasure down, on the disk when this returns. Raises OSError, KeyRingError."""
        instant = at.astimezone(UTC).isoformat(timespec="microseconds")
        self._append(f"erased {instant} {self.mark(f'chat {chat_id}')}")

    def mark(self, words: str) -> str:
        """The keyed hash of some words: the same for the same words, and no way back."""
        return hmac.new(self._secret(), words.encode(), sha256).hexdigest()

    def all(self) -> dict[str, datetime]:
        """Hash -> when that chat was last erased. A line cut short by a power cut is left out."""
        found: dict[str, datetime] = {}
        for line in self._lines():
            words = line.split()
            if len(words) != 3 or words[0] != "erased" or len(words[2]) != 64:
                continue
            with contextlib.suppress(ValueError, OverflowError):
                at = _instant(words[1])
                found[words[2]] = max(at, found.get(words[2], at))
        return found

    def count(self) -> int:
        """How many erasures are written down."""
        return sum(line.startswith("erased ") for line in self._lines())

    def try_out(self) -> None:
        """Raises KeyRingError, with what to do, where the next erasure could not be written down:
        better known at the start than when somebody asks to be forgotten."""
        try:
            if self.path.exists():
                os.close(os.open(self.path, os.O_RDWR | os.O_APPEND))
                self._secret()
            else:
                _may_make(self.path.parent)
        except OSError as error:
            raise KeyRingError(
                f"{self.path} cannot be written ({type(error).__name__}); name a file in a folder "
                "where the user that runs the bot may write"
            ) from None

    def lock_anew(self) -> None:
        """Locks the secret with the ring's first key too, so that older keys may go.

        Raises KeyRingError when no key of the ring opens it.
        """
        if self.path.exists():
            self._append(f"key {_locked(self._secret())}")

    def _lines(self) -> list[str]:
        try:
            return self.path.read_bytes().decode("utf-8-sig", errors="replace").splitlines()
        except FileNotFoundError:
            return []

    def _secret(self) -> bytes:
        if not self.path.exists():
            self._opened = None
            make_private(self.path, f"{HEAD}\nkey {_locked(secrets.token_bytes(32))}\n")
        if self._opened is None:
            self._opened = self._open()
        return self._opened

    def _open(self) -> bytes:
        for line in reversed(self._lines()):
            if line.startswith("key "):
                with contextlib.suppress(KeyRingError, ValueError):
                    return bytes.fromhex(
                        KeyRing.current().decrypt(line.removeprefix("key ").encode()).decode()
                    )
        raise KeyRingError(
            f"no key of the ring opens {self.path}; is it of this deployment, and is "
            "GOEIEDAG_KEY right?"
        )

    def _append(self, line: str) -> None:
        handle = os.open(self.path, os.O_RDWR | os.O_APPEND)
        try:
            size = os.fstat(handle).st_size
            whole = size == 0 or os.pread(handle, 1, size - 1) == b"\n"
            left = f"{'' if whole else chr(10)}{line}\n".encode("ascii")
            while left:  # a disk that is full takes a part of it first, and says so then
                left = left[os.write(handle, left) :]
            os.fsync(handle)
        finally:
            os.close(handle)


async def known(session: AsyncSession) -> int:
    """How many erasures the database knows of: an older copy of it knows fewer. Not of when: a
    clock may have been wrong."""
    counted = await session.scalar(select(Lease.holder).where(Lease.name == KNOWN))
    return int(counted or 0)


async def know(session: AsyncSession, count: int, now: datetime) -> None:
    """The last statement of an erasure: two at once wait for each other here alone."""
    counted = {"holder": str(count), "until": now}
    await session.execute(
        insert(session)(Lease)
        .values(name=KNOWN, **counted)
        .on_conflict_do_update(index_elements=[Lease.name], set_=counted)
    )


def _locked(secret: bytes) -> str:
    return KeyRing.current().encrypt(secret.hex().encode()).decode()


def _instant(written: str) -> datetime:
    """Without a zone it is ours: UTC. Raises ValueError, OverflowError."""
    at = datetime.fromisoformat(written)
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def _may_make(folder: Path) -> None:
    """Raises OSError where no file could be made below that folder."""
    while not folder.exists():
        folder = folder.parent
    if not folder.is_dir():
        raise NotADirectoryError
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError
