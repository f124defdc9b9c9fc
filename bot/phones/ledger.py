"""The one SQLite file behind the phones: messages, updates, taps, files and small facts survive a
restart.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

type JSON = dict[str, Any]

TABLES = """
CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS messages (
    message_id INTEGER PRIMARY KEY, chat_id INTEGER NOT NULL, by_bot INTEGER NOT NULL,
    body TEXT NOT NULL, markup TEXT NOT NULL, extra TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS messages_of_chat ON messages (chat_id, message_id);
CREATE TABLE IF NOT EXISTS updates (
    update_id INTEGER PRIMARY KEY, kind TEXT NOT NULL, chat_id INTEGER NOT NULL, born REAL NOT NULL,
    body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS taps (
    id TEXT PRIMARY KEY, chat_id INTEGER NOT NULL, message_id INTEGER NOT NULL, born REAL NOT NULL,
    answer TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, mime TEXT NOT NULL,
    data BLOB NOT NULL);
"""


@dataclass(slots=True)
class Entry:
    """One message: `body` is what the Bot API shows; `markup` and `extra` are what only the phone
    knows.
    """

    message_id: int
    chat_id: int
    by_bot: bool
    body: JSON
    markup: JSON = field(default_factory=dict)
    extra: JSON = field(default_factory=dict)


class Ledger:
    """Reads and writes the file; knows no rules."""

    def __init__(self, path: Path | None) -> None:
        # One event loop uses it; a test may make the world in one thread and serve it in another.
        self._db = sqlite3.connect(
            path or ":memory:", isolation_level=None, check_same_thread=False
        )
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=NORMAL")
        self._db.execute("PRAGMA busy_timeout=5000")
        self._db.executescript(TABLES)
        self._depth = 0

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """All of it or nothing: a message and its update are written together. May be nested."""
        if not self._depth:
            self._db.execute("BEGIN IMMEDIATE")
        self._depth += 1
        try:
            yield
        except BaseException:
            self._depth -= 1
            if not self._depth:
                self._db.execute("ROLLBACK")
            raise
        self._depth -= 1
        if not self._depth:
            self._db.execute("COMMIT")

    def get(self, name: str, default: Any = None) -> Any:
        """A small fact, kept as JSON."""
        row = self._db.execute("SELECT value FROM kept WHERE name = ?", (name,)).fetchone()
        return default if row is None else json.loads(row[0])

    def put(self, name: str, value: Any) -> None:
        self._db.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (name, json.dumps(value)))

    def next(self, name: str, first: int = 1) -> int:
        """The next number of a sequence; none is given twice, not even after a restart."""
        number = int(self.get(f"next:{name}", first))
        self.put(f"next:{name}", number + 1)
        return number

    def write(self, entry: Entry) -> None:
        row = (
            entry.message_id,
            entry.chat_id,
            entry.by_bot,
            *map(json.dumps, (entry.body, entry.markup, entry.extra)),
        )
        self._db.execute("INSERT OR REPLACE INTO messages VALUES (?, ?, ?, ?, ?, ?)", row)

    def read(self, chat_id: int, message_id: int) -> Entry | None:
        row = self._db.execute(
            "SELECT * FROM messages WHERE message_id = ? AND chat_id = ?", (message_id, chat_id)
        ).fetchone()
        return None if row is None else _entry(row)

    def chat(self, chat_id: int) -> list[Entry]:
        """Every message of a chat, oldest first."""
        rows = self._db.execute(
            "SELECT * FROM messages WHERE chat_id = ? ORDER BY message_id", (chat_id,)
        )
        return [_entry(row) for row in rows]

    def erase(self, chat_id: int, message_id: int) -> None:
        self._db.execute(
            "DELETE FROM messages WHERE message_id = ? AND chat_id = ?", (message_id, chat_id)
        )

    def queue(self, kind: str, chat_id: int, born: float, body: JSON) -> int:
        """Keep one update for the bot; its number is returned."""
        number = self.next("update", 100_000_001)
        row = (number, kind, chat_id, born, json.dumps(body))
        self._db.execute("INSERT INTO updates VALUES (?, ?, ?, ?, ?)", row)
        return number

    def waiting(self, limit: int = -1) -> list[tuple[int, str, int, JSON]]:
        """(update_id, kind, chat_id, body) of the oldest updates."""
        rows = self._db.execute(
            "SELECT update_id, kind, chat_id, body FROM updates ORDER BY update_id LIMIT ?",
            (limit,),
        )
        return [(number, kind, chat_id, json.loads(body)) for number, kind, chat_id, body in rows]

    def count_waiting(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM updates").fetchone()[0])

    def settle(self, below: int) -> None:
        """Forget the updates with a lower number: the bot has them."""
        self._db.execute("DELETE FROM updates WHERE update_id < ?", (below,))

    def settle_one(self, update_id: int) -> None:
        self._db.execute("DELETE FROM updates WHERE update_id = ?", (update_id,))

    def expire(self, before: float, taps_before: float) -> None:
        """Forget updates born before an instant; taps are kept for a much shorter time."""
        self._db.execute(
            "DELETE FROM updates WHERE born <= ? OR (kind = 'callback_query' AND born < ?)",
            (before, taps_before),
        )

    def nth_last(self, count: int) -> int:
        """The number of the `count`-th update from the end, or of the first."""
        row = self._db.execute(
            "SELECT min(update_id) FROM"
            " (SELECT update_id FROM updates ORDER BY update_id DESC LIMIT ?)",
            (count,),
        ).fetchone()
        return int(row[0] or 0)

    def tap(self, tap_id: str, chat_id: int, message_id: int, born: float) -> None:
        self._db.execute(
            "INSERT INTO taps VALUES (?, ?, ?, ?, NULL)", (tap_id, chat_id, message_id, born)
        )

    def unanswered_tap(self, tap_id: str, since: float) -> int | None:
        """The chat of a tap that can still be answered."""
        row = self._db.execute(
            "SELECT chat_id FROM taps WHERE id = ? AND born >= ? AND answer IS NULL",
            (tap_id, since),
        ).fetchone()
        return None if row is None else int(row[0])

    def answer_tap(self, tap_id: str, answer: JSON) -> None:
        self._db.execute("UPDATE taps SET answer = ? WHERE id = ?", (json.dumps(answer), tap_id))

    def last_answer(self, chat_id: int) -> JSON | None:
        """What the bot answered to the newest tap of a chat, with the tap's id."""
        row = self._db.execute(
            "SELECT id, answer FROM taps WHERE chat_id = ? AND answer IS NOT NULL"
            " ORDER BY born DESC, id DESC LIMIT 1",
            (chat_id,),
        ).fetchone()
        return None if row is None else {"id": row[0], **json.loads(row[1])}

    def store_file(self, file_id: str, kind: str, name: str, mime: str, data: bytes) -> None:
        self._db.execute(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)", (file_id, kind, name, mime, data)
        )

    def file(self, file_id: str) -> tuple[str, str, str, bytes] | None:
        """(kind, name, mime, data) of a stored file."""
        row = self._db.execute(
            "SELECT kind, name, mime, data FROM files WHERE id = ?", (file_id,)
        ).fetchone()
        return None if row is None else (row[0], row[1], row[2], row[3])


def _entry(row: tuple[Any, ...]) -> Entry:
    message_id, chat_id, by_bot, body, markup, extra = row
    return Entry(
        message_id, chat_id, bool(by_bot), json.loads(body), json.loads(markup), json.loads(extra)
    )
