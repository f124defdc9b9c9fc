"""What changed, word by word, as a reader sees it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from markupsafe import Markup, escape


def words_changed(before: str, after: str) -> Markup:
    """The later text, with what was taken away struck through and what was added marked."""
    old, new = _parts(before), _parts(after)
    out: list[Markup] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            out.append(escape("".join(new[c:d])))
            continue
        if b > a:
            out.append(Markup("<del>{}</del>").format("".join(old[a:b])))
        if d > c:
            out.append(Markup("<ins>{}</ins>").format("".join(new[c:d])))
    return Markup("").join(out)


def _parts(text: str) -> list[str]:
    return re.findall(r"\s+|\w+|[^\w\s]", text)
