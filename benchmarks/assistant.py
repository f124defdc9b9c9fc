"""A complete Rasa Open Source assistant to compare with: an answer to each intent by RulePolicy and
memoization, a SQLite tracker, the REST channel; on our own NLU pipeline, or on Rasa's with DIET.

DIET is trained on a few lines an intent for a few epochs: its speed is measured, not its judgement.
Models are kept in nlu/.cache, under a name made of what they were trained from.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import shutil
import socket
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx

from bot.nlu_process import PROJECT

HERE = Path(__file__).parent / "rasa"
KEPT = PROJECT / ".cache" / "bench"
READY_WITHIN, TRAINED_WITHIN = 180.0, 900.0


async def trained(kind: str) -> tuple[Path, float]:
    """The model of an assistant ('ours' or 'diet'), and the seconds that training took; 0 where it
    was kept."""
    files = sorted([*HERE.iterdir(), PROJECT / "config.yml", PROJECT / "domain.yml"])
    mark = hashlib.sha256(b"".join(one.read_bytes() for one in files if one.is_file()))
    model = KEPT / f"{kind}-{mark.hexdigest()[:12]}.tar.gz"
    if model.exists():
        return model, 0.0
    KEPT.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    process = await _python(kind, str(HERE / "train.py"), kind, str(model))
    await asyncio.wait_for(process.wait(), TRAINED_WITHIN)
    if process.returncode or not model.exists():
        raise OSError(f"the Rasa assistant {kind!r} could not be trained; see {_log(kind)}")
    return model, time.monotonic() - began


def _log(kind: str) -> Path:
    return KEPT / f"{kind}.log"


async def _python(kind: str, *arguments: str) -> asyncio.subprocess.Process:
    python = PROJECT / ".venv" / "bin" / "python"
    kept = {**os.environ, "GOEIEDAG_NLU_TENSORFLOW": "true" if kind == "diet" else "false"}
    kept["PYTHONPATH"] = str(PROJECT)
    with _log(kind).open("ab") as out:
        return await asyncio.create_subprocess_exec(
            *(str(python), *arguments), cwd=PROJECT, env=kept, stdout=out, stderr=out
        )


def _lay(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)


class Assistant:
    """A running one."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    async def turn(self, sender: int, text: str) -> None:
        body = {"sender": str(sender), "message": text}
        answer = (await self._http.post("/webhooks/rest/webhook", json=body)).json()
        assert answer, "an answer to each text"

    async def parse(self, text: str) -> None:
        answer = (await self._http.post("/model/parse", json={"text": text})).json()
        assert answer["intent"]["name"]


@asynccontextmanager
async def running(kind: str, model: Path, folder: Path) -> AsyncIterator[Assistant]:
    _lay(folder)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    endpoints = folder / f"{kind}.yml"
    tracker = {"type": "SQL", "dialect": "sqlite", "db": str(folder / f"{kind}.db")}
    endpoints.write_text(json.dumps({"tracker_store": tracker}))
    credentials = folder / "credentials.yml"
    shutil.copy(HERE / "credentials.yml", credentials)
    process = await _python(
        kind,
        *(str(HERE / "serve.py"), str(model), str(port), str(endpoints), str(credentials)),
    )
    url = f"http://127.0.0.1:{port}"
    try:
        async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=60) as http:
            await _ready(http, process, kind)
            yield Assistant(http)
    finally:
        if process.returncode is None:
            process.terminate()
            try:
                await asyncio.wait_for(process.wait(), 10)
            except TimeoutError:
                process.kill()
                await process.wait()


async def _ready(http: httpx.AsyncClient, process: Any, kind: str) -> None:
    ends = time.monotonic() + READY_WITHIN
    while time.monotonic() < ends:
        if process.returncode is not None:
            break
        try:
            status = await http.get("/status")
            if status.is_success and status.json().get("model_file"):
                return
        except httpx.TransportError:
            pass
        await asyncio.sleep(0.3)
    raise OSError(f"the Rasa assistant {kind!r} did not start; see {_log(kind)}")
