"""Ways to say something, one a line, as one pattern. Names in capitals stand for words of a
table."""

from __future__ import annotations

import re
from collections.abc import Mapping


def compiled(lines: str, parts: Mapping[str, str], before: str, behind: str) -> re.Pattern[str]:
    """Where a name of `parts` stands in a line its words are put in, the longest name first."""
    joined = "|".join(lines.replace("\\\n", "").strip().split("\n"))
    for name in sorted(parts, key=len, reverse=True):
        joined = joined.replace(name, f"(?:{parts[name]})")
    return re.compile(rf"{before}(?:{joined}){behind}")
