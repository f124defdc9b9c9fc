"""What a single setting may be: an hour, a host, a port, a folder. Each is one, or is refused."""

from __future__ import annotations

import re
from datetime import time
from pathlib import Path
from typing import Final

from sqlalchemy import URL

LAST_PORT = 65_535
PORT = re.compile(r"[0-9]{1,5}")
# what our driver of PostgreSQL takes from a URL; anything else would be an error at the first query
OF_A_URL: Final = frozenset({"host", "passfile", "port", "ssl", "sslmode", "target_session_attrs"})


def wall_time(written: str) -> time:
    """An hour as the clocks there show it; with a zone of its own it is none. Raises ValueError."""
    found = time.fromisoformat(written.strip())
    if found.tzinfo is not None:
        raise ValueError("it has a zone of its own")
    return found


def is_host(name: str) -> bool:
    """Whether it can be looked up at all."""
    try:
        return bool(name.encode("idna")) and name.isprintable() and " " not in name
    except UnicodeError:
        return False


def is_folder(path: Path) -> bool:
    """Raises ValueError where nobody can tell."""
    try:
        return path.is_dir()
    except OSError as error:
        raise ValueError(f"cannot be opened ({type(error).__name__}); name a folder") from None


def is_text(value: str) -> bool:
    """An environment may hold any bytes but zeros."""
    return "\0" not in value and not any("\ud800" <= char <= "\udfff" for char in value)


def port_in(written: str) -> int | None:
    """None for what is no port."""
    number = int(written) if PORT.fullmatch(written) else LAST_PORT + 1
    return number if number <= LAST_PORT else None


def reachable(url: URL) -> bool:
    """Whether a database's host can be looked up, and its port is one."""
    ports = url.query.get("port", "1")
    said = [ports] if isinstance(ports, str) else ports
    known = all(port_in(port) is not None for port in said)
    return known and (url.port or 0) <= LAST_PORT and (url.host is None or is_host(url.host))
