"""Rubbish that is shaped like the real thing, for every reader of what comes from outside. Each
has one way to say no; nothing else may come out of it. docs/security.md lists them all."""

from __future__ import annotations

import asyncio
import json
import unicodedata
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from telegram.request import HTTPXRequest

from bot import webhook
from bot.backup import BackupError, _Lines, _row
from bot.channel import (
    Answer,
    Button,
    Clear,
    Copy,
    Delete,
    Edit,
    File,
    Later,
    Menu,
    Outgoing,
    React,
    Refused,
    Say,
    SendError,
    Unreachable,
    from_json,
    to_json,
)
from bot.dialogue import source
from bot.dialogue.catalogs import entries, read_catalog
from bot.dialogue.findings import Finding
from bot.dialogue.places_source import parse as parse_places
from bot.inbox import Received
from bot.nlu import read as read_answer
from bot.questionnaires import source as questionnaires
from bot.reading import _asked
from bot.safety.helplines import HelplineError
from bot.safety.helplines import parse as parse_helplines
from bot.sanitise import LONGEST, clean, one_line, units
from bot.telegram import BadToken, PollingConflict, Telegram
from bot.understanding import DOUBTS

ROOT = Path(__file__).resolve().parents[2]
BOUNDED = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
SHIPPED = {
    "dialogue": ROOT / "dialogues/morning.yaml",
    "places": ROOT / "dialogues/places.yaml",
    "helplines": ROOT / "bot/safety/helplines.yaml",
    "questionnaire": ROOT / "bot/questionnaires/direct.yaml",
    "catalog": ROOT / "locales/fr/LC_MESSAGES/messages.po",
}
# What breaks a reader of YAML or of a catalog, put in the place of a piece of a good file.
ODD = st.one_of(
    st.sampled_from(["", ":", "- ", "{", "}", "[", "]", "&a", "*a", "*b", "<<: *a", "!x", "? "]),
    st.sampled_from(["!!python/object:os.system", "|", ">", '"', "'", "\t", "\x00", "\x85", "---"]),
    st.sampled_from(["\ufeff", "\ud800", "%YAML 9", "null", "~", "1e999", ".nan", "2026-99-99"]),
    st.sampled_from(["0o9", "yes", "msgid", "#, fuzzy", "\\", "é", "[" * 600, "{a: " * 600]),
    st.text(max_size=8),
)
NUMBERS = st.integers(-(2**70), 2**70) | st.floats() | st.sampled_from([10**500, -(10**500)])
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=6,
)


@st.composite
def spoiled(draw: st.DrawFn, kind: str) -> str:
    """A good file of ours with up to three pieces of it replaced, repeated, or cut off."""
    text = SHIPPED[kind].read_text(encoding="utf-8")[:2500].rpartition("\n")[0]
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        length = draw(st.sampled_from([0, 1, 5, 80, 9999]))
        text = text[:start] + draw(ODD) + text[start + length :]
    return text


def are_findings(found: list[Finding]) -> None:
    for one in found:
        assert one.what
        str(one).encode("utf-8", "surrogatepass")


@settings(BOUNDED, max_examples=25)
@given(spoiled("dialogue"))
def test_a_spoiled_dialogue_is_a_finding(text: str) -> None:
    dialogue, found = source.read(text, "morning.yaml")
    are_findings(found)
    assert dialogue is not None or any(one.level == "error" for one in found)


@settings(BOUNDED, max_examples=25)
@given(spoiled("places"))
def test_spoiled_places_are_findings(text: str) -> None:
    _, found = parse_places(text, "places.yaml")
    are_findings(found)


@settings(BOUNDED, max_examples=25)
@given(spoiled("questionnaire"))
def test_a_spoiled_questionnaire_is_a_finding(text: str) -> None:
    scale, found = questionnaires.read(text, "direct.yaml")
    are_findings(found)
    assert scale is not None or found


@settings(BOUNDED, max_examples=25)
@given(spoiled("helplines"))
def test_spoiled_helplines_are_refused(text: str) -> None:
    try:
        rows = parse_helplines(text)
    except HelplineError:
        return
    assert all(row.id for row in rows)


@settings(BOUNDED, max_examples=25)
@given(text=spoiled("catalog"))
def test_a_spoiled_catalog_is_read_or_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "fr/LC_MESSAGES/messages.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        found = list(entries(read_catalog(path)))
    except ValueError:  # PoFileError and UnicodeError are ones
        return
    assert all(isinstance(entry.text, str) for _, entry in found)


@BOUNDED
@given(
    st.text() | JSON.map(json.dumps) | st.sampled_from(['{"text": 5}', '{"a":' * 5000, '{"text"'])
)
def test_any_line_can_be_understood(line: str) -> None:
    text, usual = _asked(line)
    assert isinstance(text, str)
    assert usual is None or isinstance(usual, str)


ANSWER_KEYS = st.sampled_from(["intent_ranking", "safety", "model", "levels", "entities", "name"])


@BOUNDED
@given(
    st.dictionaries(ANSWER_KEYS, JSON)
    | st.fixed_dictionaries(
        {
            "intent_ranking": st.lists(
                st.fixed_dictionaries({"name": JSON, "confidence": JSON}), max_size=3
            ),
            "safety": st.dictionaries(st.sampled_from(["crisis_suicide", "crisis_medical"]), JSON),
            "relay": JSON | st.sampled_from([*DOUBTS, "talk"]),
            "called": JSON | st.fixed_dictionaries({"name": JSON, "confidence": JSON}),
            "model": JSON,
        }
    )
)
def test_an_answer_of_the_language_model_is_one_or_is_refused(answer: dict[str, Any]) -> None:
    """The client takes exactly these four for 'unsure'."""
    try:
        found = read_answer("dag", answer)
    except (ValueError, TypeError, KeyError, OverflowError):
        return
    assert found is None or 0 <= found.confidence <= 1
    assert found is None or found.doubt in (None, *DOUBTS)
    assert found is None or found.called is None or isinstance(found.called, str)


@cache
def a_bot() -> Telegram:
    """Its clients are made once: nothing ever goes over them."""
    return Telegram("1:x")


OUTGOING: list[Outgoing] = [
    Say("dag", inline=(Button("Ja", "yes:1"),)),
    Copy(1, 2),
    File("a.txt", "dag"),
    Edit(1, "dag"),
    Edit(1, "dag", caption=True),
    Delete(4),
    Clear((5, 4)),
    Answer("q", "t"),
    React(1, "👍"),
    Menu(5, (("help", "This"),)),
    Menu(5, ()),
]
TELEGRAM_KEYS = st.sampled_from(["ok", "result", "error_code", "description", "parameters"])
WAITS = st.dictionaries(st.sampled_from(["retry_after", "migrate_to_chat_id"]), JSON)
TELEGRAMS = st.fixed_dictionaries(
    {}, optional={"ok": st.booleans(), "result": JSON, "description": JSON, "parameters": WAITS}
)


@BOUNDED
@given(
    JSON | st.dictionaries(TELEGRAM_KEYS, JSON) | TELEGRAMS,
    st.sampled_from([200, 200, 302, 400, 401, 403, 404, 409, 413, 429, 500, 502]),
    st.sampled_from(OUTGOING),
)
def test_an_answer_of_telegram_is_one_or_an_error_of_ours(
    answer: Any, status: int, outgoing: Outgoing
) -> None:
    """Whatever comes back, polling and sending end in a way that their callers know."""
    telegram = a_bot()

    class Wired:
        async def post(self, path: str, body: Any, seconds: float) -> tuple[int, Any]:
            json.dumps(body)
            return status, answer

        async def close(self) -> None: ...

    class Uploads(HTTPXRequest):
        async def do_request(self, *_: Any, **__: Any) -> tuple[int, bytes]:
            return status, json.dumps(answer).encode()

    async def both() -> None:
        telegram._calls = Wired()
        telegram.bot._initialized = False
        telegram.bot._request = (telegram.bot._request[0], Uploads())
        with suppress(SendError):
            sent = await telegram.send(7, outgoing)
            assert sent is None or isinstance(sent, int)
        with suppress(Unreachable, Later, PollingConflict):
            assert all(isinstance(one, dict) for one in await telegram.poll(None, 0))
        for ask in (telegram.start, telegram.webhook, telegram.fetch):
            with suppress(Unreachable, BadToken):
                await ask()
        if status != 429:  # it waits
            with suppress(Unreachable, Refused):
                await telegram.bring("https://x.example", "s")

    asyncio.run(both())


@BOUNDED
@given(st.binary(max_size=200) | JSON.map(lambda one: json.dumps(one).encode()), st.binary())
def test_any_call_of_the_webhook_is_answered(body: bytes, secret: bytes) -> None:
    kept: list[Received] = []

    async def keep(updates: list[Received]) -> int:
        kept.extend(updates)
        return len(updates)

    async def call(value: bytes) -> int:
        app = Starlette(routes=[webhook.route(keep, "right")])
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://bot"
        ) as http:
            header = (webhook.HEADER.encode(), value)
            answer = await http.post(webhook.PATH, content=body, headers=[header])
            return answer.status_code

    assert asyncio.run(call(b"right" + b"x" + secret.hex().encode())) == 403
    assert kept == []
    assert asyncio.run(call(b"right")) in (200, 400)


@BOUNDED
@given(JSON | st.dictionaries(st.sampled_from(["kind", "text", "inline", "keyboard"]), JSON))
def test_a_message_row_of_another_make_is_refused(row: Any) -> None:
    """The sender takes exactly these for 'unreadable'."""
    try:
        found = from_json(row)
    except (KeyError, TypeError):
        return
    to_json(found)


BACKUP = [
    '{"goeiedag_backup":1,"revision":"0001","made_at":"2026-03-02T09:00:00+00:00"}',
    '{"table":"audits","columns":["id","at","actor_id","action"]}',
    '[1,{"at":"2026-03-02T09:00:00+00:00"},null,"seen"]',
    '[2,{"on":"2026-03-02"},{"bytes":"Z2VoZWlt"},{"json":{"a":1}}]',
    '{"end":{"rows":2,"tables":1,"sha256":"0"}}',
]


def read_through(found: _Lines) -> None:
    columns: list[str] = []
    found.head()
    for part in found.parts():
        if isinstance(part, tuple):
            columns = part[1]
        else:
            _row(columns, part, sqlite=True)


@BOUNDED
@given(
    st.lists(st.sampled_from(BACKUP) | JSON.map(json.dumps), max_size=6), ODD, st.integers(0, 99)
)
def test_a_spoiled_backup_is_refused(lines: list[str], odd: str, at: int) -> None:
    """No sum fits here, so nothing else can come out of it, however the lines are spoiled."""
    whole = "".join(f"{line}\n" for line in [BACKUP[0], *lines])
    whole = whole[:at] + odd + whole[at:] if odd else whole
    found = _Lines(line + b"\n" for line in whole.encode("utf-8", "surrogatepass").split(b"\n"))
    with pytest.raises(BackupError):
        read_through(found)


HIDDEN = st.text(st.sampled_from("a b\n\u202e\u2066\u200b\u200d\ufeff\u00ad👩👧é\x07\ud800"))


@BOUNDED
@given(HIDDEN | st.text(max_size=300) | st.text().map(lambda text: text * 500))
def test_what_is_shown_to_another_hides_nothing(text: str) -> None:
    found = clean(text)
    assert units(found) <= LONGEST
    assert not any(char in found for char in "\u202e\u2066\u200b\ufeff\u00ad")
    assert all(c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs") for c in found)
    assert "\n" not in one_line(text)
    found.encode()


@pytest.mark.parametrize("kind", SHIPPED)
def test_what_is_spoiled_here_is_good(kind: str) -> None:
    assert SHIPPED[kind].stat().st_size > 500
