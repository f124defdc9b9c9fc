"""The one clock of a process: system time, plus an offset that only the demo and tests move."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path


class Clock:
    """Tells the time in UTC. `run` never moves it; the demo keeps its offset in a file."""

    def __init__(self, offset: timedelta = timedelta(), path: Path | None = None) -> None:
        self._offset = offset
        self._path = path

    @classmethod
    def kept_in(cls, path: Path) -> Clock:
        """The clock whose offset was kept in `path`; without such a file it starts at zero."""
        seconds = json.loads(path.read_text())["offset_seconds"] if path.exists() else 0
        return cls(timedelta(seconds=seconds), path)

    def now(self) -> datetime:
        return datetime.now(UTC) + self._offset

    def advance(self, seconds: float) -> datetime:
        """Moves forward; a clock that people live by never goes back.

        Raises ValueError for a negative number of seconds.
        """
        if seconds < 0:
            raise ValueError("the clock only moves forward")
        self._offset += timedelta(seconds=seconds)
        if self._path is not None:
            self._path.write_text(json.dumps({"offset_seconds": self._offset.total_seconds()}))
        return self.now()


class FixedClock(Clock):
    """Stands still until it is moved: for tests and simulations."""

    def __init__(self, now: datetime) -> None:
        super().__init__()
        self._now = now

    def now(self) -> datetime:
        return self._now + self._offset

    def move_to(self, instant: datetime) -> None:
        self.advance(max(0.0, (instant - self.now()).total_seconds()))
