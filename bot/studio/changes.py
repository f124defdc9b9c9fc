"""What changed, word by word, as a reader sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from markupsafe import Markup, escape

_PART: Final = re.compile(r"\s+|\{\w+\}|\w+(?:['’]\w+)*|[^\w\s]")
_ANOTHER_TEXT: Final = 0.35  # with less in common, two texts are read one after the other

type Run = tuple[str, str]  # what stood there, and what stands there now; the same where it stayed


def words_changed(before: str, after: str) -> Markup:
    """The later text, with what was taken away struck through and what was added marked."""
    out: list[Markup] = []
    for old, new in _runs(_PART.findall(before), _PART.findall(after)):
        if old == new:
            out.append(escape(new))
            continue
        if old:
            out.append(Markup("<del>{}</del>").format(old))
        if new:
            out.append(Markup("<ins>{}</ins>").format(new))
    return Markup("").join(out)


def _runs(old: list[str], new: list[str]) -> Iterator[Run]:
    """What stayed and what changed, in turn. Words that changed one after the other are one change:
    read as whole words, not as every other one."""
    if _alike(old, new) < _ANOTHER_TEXT:
        yield "".join(old), "".join(new)
        return
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    was = now = ""
    for kind, a, b, c, d in matcher.get_opcodes():
        left, come = "".join(old[a:b]), "".join(new[c:d])
        between = come.isspace() and "\n" not in come and d < len(new)
        if kind != "equal" or ((was or now) and between):
            was, now = was + left, now + come
        else:
            if was or now:
                yield was, now
            was = now = ""
            yield left, come
    if was or now:
        yield was, now


def _alike(old: list[str], new: list[str]) -> float:
    """How much of two texts is the same, by their words alone."""
    was, now = ([part for part in parts if not part.isspace()] for parts in (old, new))
    return SequenceMatcher(None, was, now, autojunk=False).ratio()
