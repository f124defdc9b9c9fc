"""The log: a line an event, without words, names or tokens; what it warns of is counted."""

from __future__ import annotations

import ast
import logging
import re
from pathlib import Path

import pytest

from bot import logs
from bot.metrics import Metrics

ROOT = Path(__file__).resolve().parents[2]
# What may stand in a line beside its constant words: kinds, places and numbers of ours. Look twice
# before you add one: nothing that a person wrote, is called or is reached by.
FACTS = {
    "type(error).__name__",
    "error.kind",
    "kind",
    "where",  # a place of ours
    "lasted",  # seconds
    "chats",  # how many
    "messages",
    "over",
    "self._again",
    "silent",
    "place(error.__traceback__)",
    "timer_id",
    "one.id",
    "attempts",
    "error.seconds",
    "way",  # of the clock
    "abs(leap)",
    "self._reason",  # a kind of error
    "inbox.MAX_ATTEMPTS",
    "wanted",  # a language
    "model",  # the beginning of a fingerprint
    "total",  # rows
    "again",  # how many people
    "step.__name__",  # a function of ours
    "context",  # the key of a text of ours
    "error",  # of the NLU: its address and the kind of error
}


def calls() -> list[tuple[str, ast.Call]]:
    found = []
    for path in sorted((ROOT / "bot").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            of = node.func.value
            if isinstance(of, ast.Name) and of.id in ("log", "logger", "logging"):
                found.append((f"{path.name}:{node.lineno}", node))
    return found


def test_every_line_has_constant_words_and_known_facts() -> None:
    seen = 0
    for place, call in calls():
        assert isinstance(call.func, ast.Attribute)
        if call.func.attr in ("getLogger", "Filter", "StreamHandler", "basicConfig"):
            continue
        assert call.func.attr in ("debug", "info", "warning", "error"), f"{place}: no tracebacks"
        words, *facts = call.args
        assert isinstance(words, ast.Constant), f"{place}: constant words, facts as arguments"
        assert not call.keywords, place
        record = logging.LogRecord("bot", logging.INFO, "", 1, words.value, (), None)
        assert len(logs.event(record).split("_")) > 1, f"{place}: by what is it counted?"
        for fact in facts:
            assert ast.unparse(fact) in FACTS, f"{place}: may {ast.unparse(fact)} be in the log?"
        seen += 1
    assert seen > 10


def line(name: str, words: str, *facts: object, error: Exception | None = None) -> str:
    info = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord(name, logging.ERROR, "x.py", 1, words, facts, info)
    return logs.Line().format(record)


def test_a_line_is_keys_and_values() -> None:
    found = line("bot.sweep", 'timer %d failed: %s "so"', 7, "KeyError")
    rest = found.partition(" ")[2]
    assert re.match(r"time=20\d\d-\d\d-\d\dT[\d:.]+\+00:00 ", found)
    assert rest == (
        "level=error part=bot.sweep event=timer_failed_so "
        'message="timer 7 failed: KeyError \\"so\\""'
    )


@pytest.mark.parametrize("name", ["bot.worker", "asyncio", "uvicorn.error"])
def test_nothing_of_an_error_but_its_kind_and_place(name: str) -> None:
    try:
        raise ValueError("je veux mourir")
    except ValueError as error:
        found = line(name, "it broke\nfuture: <Task je veux mourir>", error=error)
    assert "mourir" not in found
    assert "\n" not in found
    assert "error=ValueError at=test_logs.py:" in found


def test_a_token_is_never_in_it() -> None:
    token = "1234567890:AAH" + "x" * 32
    assert token not in line("anything", "GET https://api.telegram.org/bot%s/getMe", token)


def test_what_is_warned_of_is_counted_by_its_event() -> None:
    metrics = Metrics()
    handler = logs.Faults(lambda event: metrics.faults.labels(event).inc())
    log = logging.getLogger("bot.for_this_test")
    log.addHandler(handler)
    try:
        for number in range(3):
            log.error("message %d not sent: %s", number, "network")
        log.info("all is well")
    finally:
        log.removeHandler(handler)
    sample = metrics.registry.get_sample_value
    assert sample("goeiedag_faults_total", {"event": "message_not_sent"}) == 3
    assert sample("goeiedag_faults_total", {"event": "all_is_well"}) is None
