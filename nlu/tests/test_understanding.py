"""The bot's way in, of a server that runs: it says what Rasa's own says."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from conftest import ROOT

TOKEN, OURS, RASAS = "s3cret/&", "webhooks/goeiedag/understand", "model/parse"
LONG = "vandaag was het weer mooi en ik heb soep gemaakt. " * 70 + "ik wil niet meer leven"


@pytest.fixture(scope="module")
def server(small, tmp_path_factory):
    """Asked with a way in, a body and the query; gives status and content."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    model = next((small / "models").glob("*.tar.gz"))
    log = tmp_path_factory.mktemp("log") / "server.log"
    command = [sys.executable, "serve.py", "--with-parent", "--model", str(model), "--port", str(port)]

    def ask(path: str, body: object, query: str = "token=s3cret%2F%26") -> tuple[int, object]:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{port}/{path}?{query}", content)
        try:
            with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=30) as answer:
                return answer.status, json.loads(answer.read())
        except urllib.error.HTTPError as error:
            return error.code, None

    def ready() -> bool:
        try:
            return ask(OURS, {"text": "hallo"})[0] == 200
        except OSError:
            return False

    with log.open("wb") as out:
        process = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, "GOEIEDAG_NLU_TOKEN": TOKEN}, stdout=out, stderr=out
        )
    try:
        ends = time.monotonic() + 120
        while not ready():
            assert process.poll() is None and time.monotonic() < ends, log.read_text()
            time.sleep(0.2)
        yield ask, log
    finally:
        process.terminate()
        process.wait(30)


@pytest.mark.parametrize(
    "text",
    ["niemand belt mij nog", "je veux mourir", "/deny", "/greet{}", "???", "🙂", "", "   ", "ik  was\nmoe\u200b", LONG],
    ids=lambda text: text[:9],
)
def test_the_same_as_rasa_says(server, text):
    ask, _ = server
    (status, ours), (_, rasas) = ask(OURS, {"text": text}), ask(RASAS, {"text": text})
    assert status == 200
    assert ours == {key: value for key, value in rasas.items() if key not in ("text", "intent")}


def test_it_says_no_more_than_is_read(server):
    ask, _ = server
    _, found = ask(OURS, {"text": "niemand belt mij nog"})
    assert set(found) == {"intent_ranking", "entities", "safety", "levels", "relay", "called", "model"}


@pytest.mark.parametrize("query", ["", "token=", "token=s3cret", "token=s3cret%2F%26&token=x", "token=%C3%A9"])
def test_nobody_without_the_token(server, query):
    ask, _ = server
    (ours, _), (rasas, _) = ask(OURS, {"text": "x"}, query), ask(RASAS, {"text": "x"}, query)
    assert ours == rasas == (401 if not query.startswith("token=s3cret%2F%26") else 200)


@pytest.mark.parametrize("body", [b"", b"{", [1], "text", {}, {"text": None}, {"text": 5}])
def test_rubbish_is_refused(server, body):
    ask, _ = server
    assert ask(OURS, body)[0] == 400


def test_no_text_is_in_its_log(server):
    ask, log = server
    ask(OURS, {"text": "zeldzaamwoord"})
    ask(OURS, b'{"text": "zeldzaamwoord')
    assert "zeldzaamwoord" not in log.read_text()
