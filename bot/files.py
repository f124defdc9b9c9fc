"""Writing a file so that a reader, or a power cut, meets the old one or the new one, never half."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from pathlib import Path


def write_whole(path: Path, content: str, mode: int = 0o644) -> None:
    """All of it or nothing. A file that was there keeps its permissions."""
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = path.stat().st_mode & 0o777 if path.exists() else mode
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(content)
        os.chmod(name, kept)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def make_private(path: Path, content: str) -> None:
    """A new file that only its owner may read: whole and on the disk, or not at all, and by the
    first who makes it. One that is there already stays as it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink()
    folder_on_disk(path.parent)


def folder_on_disk(folder: Path) -> None:
    """A power cut takes away no name in it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
