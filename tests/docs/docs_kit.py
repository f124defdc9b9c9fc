"""Reading the documentation as data: sections, first columns, code blocks, links."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.glob("*.md")))

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#{1,6}) (.+?)\s*$", re.MULTILINE)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def page(name: str) -> str:
    """The text of docs/NAME.md."""
    return (DOCS / f"{name}.md").read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """What stands under a heading, up to the next one of its level or above.

    KeyError when there is no such heading.
    """
    found = [(m.start(), m.end(), len(m[1]), m[2]) for m in _HEADING.finditer(without_code(text))]
    for place, (_, end, level, words) in enumerate(found):
        if words.replace("`", "") == heading:
            after = (start for start, _, other, _ in found[place + 1 :] if other <= level)
            return text[end : next(after, len(text))]
    raise KeyError(f"no heading '{heading}'")


def rows(text: str) -> Iterator[list[str]]:
    """The cells of every table row that begins with a `name`."""
    for line in text.splitlines():
        if line.startswith("| `"):
            yield [cell.strip() for cell in line.strip().strip("|").split(" | ")]


def named(text: str) -> list[str]:
    """The names in the first column of the tables of a text, as they stand between backticks."""
    return [name for row in rows(text) for name in re.findall(r"`([^`]+)`", row[0])]


def blocks(text: str) -> Iterator[tuple[str, str]]:
    """(language, content) of each fenced block."""
    return ((m[1], m[2]) for m in _FENCE.finditer(text))


def without_code(text: str) -> str:
    """The same text, as long as before, with its fenced blocks blanked."""
    return _FENCE.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text)


def links(text: str) -> list[str]:
    """The targets of links and images outside of code."""
    return _LINK.findall(re.sub(r"`[^`\n]*`", "", without_code(text)))


def anchors(text: str) -> set[str]:
    """The anchors that headings get: small letters, hyphens for spaces, no punctuation."""
    words = (m[2].replace("`", "").lower() for m in _HEADING.finditer(without_code(text)))
    return {re.sub(r"[^\w\- ]", "", heading).replace(" ", "-") for heading in words}


def repository() -> list[Path]:
    """Every file that is committed, or would be."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    found = (ROOT / name for name in listed.stdout.split("\0") if name)
    return [path for path in found if path.is_file()]
