"""What the tagger of names is trained on: answers to 'what may I call you?' in `nlu/names/`, the name marked as Rasa marks
it ('ik ben [Marleen](called)'), and some of the intents' lines, which hold none. No Rasa in here."""

from __future__ import annotations

import os
import re
import zlib
from pathlib import Path

from components.lines import DataError, Line, read
from components.tagging import Marked

#: The classes of its lines, and of those that it takes of the intents.
NAME, NO_NAME, ORDINARY = "name", "no_name", "ordinary"
#: Tests train on other lines.
OWN = Path(os.environ.get("GOEIEDAG_NLU_NAMES", Path(__file__).parent.parent / "names"))
_MARK = re.compile(r"\[([^\]]+)\]\(called\)")


def lines_of(lines: list[Line], one_in: int, own: Path = OWN) -> list[Line]:
    """The lines of its own, and of `lines` one in so many as what holds no name, chosen by their text alone."""
    chosen = [line for line in lines if zlib.crc32(line.text.encode()) % one_in == 0]
    return [*read(own), *(line._replace(intent=ORDINARY) for line in chosen)]


def marked(line: Line) -> Marked:
    """DataError where the mark and the class do not agree."""
    marks = list(_MARK.finditer(line.text))
    if len(marks) != (line.intent == NAME):
        raise DataError(f"{line.language}: {line.intent} with {len(marks)} names: {line.text[:60]!r}")
    if not marks:
        return Marked(line.text)
    (m,) = marks
    return Marked(line.text[: m.start()] + m[1] + line.text[m.end() :], (m.start(), m.start() + len(m[1])))
