"""What a check found: where it is, how grave, what it is and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing to mend. `line` counts from 1; 0 means the file as a whole."""

    path: str
    line: int
    level: Level
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.level}: {self.what} {self.mend}"
