"""The log: one line an event, as key=value, without anybody's words, names or tokens.

Our own lines have constant words and a few facts (a kind of error, a number); a test reads every
call. Of what libraries log only the first line is kept, and of an exception only its kind and
place: their texts may hold what a person wrote.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType

OURS = ("bot", "__main__")
LONGEST = 300
TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{10,}")
PLACEHOLDER = re.compile(r"%(?:\.?\d*)[sdrf]")
QUOTED = re.compile(r'[\s"=]')
CHATTY = ("httpx", "httpcore", "apscheduler", "alembic")  # httpx logs the token


class Line(logging.Formatter):
    """`time=… level=error part=bot.sweep event=the_sweep_failed message="the sweep failed: …"`"""

    def format(self, record: logging.LogRecord) -> str:
        facts = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat("T", "milliseconds"),
            "level": record.levelname.lower(),
            "part": record.name,
            "event": event(record),
            "message": said(record),
        }
        if record.exc_info and record.exc_info[0] is not None:
            facts["error"] = record.exc_info[0].__name__
            facts["at"] = place(record.exc_info[2])
        return " ".join(f"{key}={quoted(value)}" for key, value in facts.items())


def is_ours(record: logging.LogRecord) -> bool:
    return record.name.partition(".")[0] in OURS


def event(record: logging.LogRecord) -> str:
    """What happened, as one word that no fact is part of: `the sweep failed: %s` is
    `the_sweep_failed`. Of a library the library's name alone, so that there are few."""
    if not is_ours(record):
        return record.name.partition(".")[0]
    words = str(record.msg).partition("\n")[0].partition(";")[0]
    plain = PLACEHOLDER.sub(" ", words)
    return "_".join(re.findall(r"[a-z0-9]+", plain.lower())) or "event"


def said(record: logging.LogRecord) -> str:
    whole = record.getMessage()
    lines = whole.splitlines() or [""]
    return TOKEN.sub("(token)", lines[0])[:LONGEST]


def quoted(value: str) -> str:
    if value and not QUOTED.search(value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def place(trace: TracebackType | None) -> str:
    """Where an error came from: file:line."""
    if trace is None:
        return "?"
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}"


class Faults(logging.Handler):
    """Tells every warning and error to a counter: what stands in the log stands in the metrics."""

    def __init__(self, count: Callable[[str], object]) -> None:
        super().__init__(logging.WARNING)
        self._count = count

    def emit(self, record: logging.LogRecord) -> None:
        self._count(event(record))


def begin(level: int) -> None:
    """Everything goes to standard error, a line an event."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Line())
    logging.basicConfig(level=level, handlers=[handler])
    for library in CHATTY:
        logging.getLogger(library).setLevel(logging.WARNING)
