"""A complete Rasa Open Source assistant to compare with: an answer to each intent by RulePolicy and
memoization, a SQLite tracker, the REST channel; on our own NLU pipeline, or on Rasa's with DIET.

DIET is trained on a few lines an intent for a few epochs: its speed is measured, not its judgement.
Models are kept in nlu/.cache/bench, under a name made of what they were trained from.
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
from dataclasses import dataclass
from pathlib import Path

import httpx

from bot.nlu_process import PROJECT

HERE = Path(__file__).parent / "rasa"
KEPT = PROJECT / ".cache" / "bench"
READY_WITHIN, TRAINED_WITHIN = 300.0, 1200.0  # seconds; on a busy machine


@dataclass(frozen=True, slots=True)
class Assistant:
    """A running one."""

    port: int
    pid: int


async def trained(kind: str, ours: Path) -> Path:
    """The model of an assistant ('ours' or 'diet'), trained first where it was not kept. `ours` is
    the model of this checkout, whose name says from which lines."""
    files = sorted([*HERE.iterdir(), PROJECT / "config.yml", PROJECT / "domain.yml"])
    mark = hashlib.sha256(ours.name.encode())
    for one in files:
        mark.update(one.read_bytes() if one.is_file() else b"")
    model = KEPT / f"{kind}-{mark.hexdigest()[:12]}.tar.gz"
    if model.exists():
        return model
    KEPT.mkdir(parents=True, exist_ok=True)
    for old in KEPT.glob(f"{kind}-*.tar.gz"):
        old.unlink()
    process = await _python(kind, str(HERE / "train.py"), kind, str(model))
    try:
        await asyncio.wait_for(process.wait(), TRAINED_WITHIN)
    except TimeoutError:
        await _end(process)
    if process.returncode or not model.exists():
        raise OSError(f"the Rasa assistant {kind!r} could not be trained; see {_log(kind)}")
    return model


def _log(kind: str) -> Path:
    return KEPT / f"{kind}.log"


async def _python(kind: str, *arguments: str) -> asyncio.subprocess.Process:
    python = PROJECT / ".venv" / "bin" / "python"
    given = {**os.environ, "GOEIEDAG_NLU_TENSORFLOW": "true" if kind == "diet" else "false"}
    given |= {"PYTHONPATH": str(PROJECT), "GOEIEDAG_NLU_KEPT": str(_heads())}
    given["OMP_NUM_THREADS"] = "1"  # as our server has it: it takes no core from the others
    with _log(kind).open("ab") as out:
        return await asyncio.create_subprocess_exec(
            *(str(python), *arguments), cwd=PROJECT, env=given, stdout=out, stderr=out
        )


def _heads() -> Path:
    """A copy of the trained heads: a training may replace those that it finds."""
    folder = KEPT / "heads"
    folder.mkdir(parents=True, exist_ok=True)
    for head in (PROJECT / "artefacts").iterdir():
        if head.suffix in (".npz", ".json"):
            shutil.copy(head, folder)
    return folder


@asynccontextmanager
async def running(kind: str, model: Path, folder: Path) -> AsyncIterator[Assistant]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    endpoints = folder / f"{kind}.yml"
    tracker = {"type": "SQL", "dialect": "sqlite", "db": str(folder / f"{kind}.db")}
    endpoints.write_text(json.dumps({"tracker_store": tracker}))
    served = (str(model), str(port), str(endpoints), str(HERE / "credentials.yml"))
    process = await _python(kind, str(HERE / "run.py"), *served)
    try:
        await _ready(port, process, kind)
        yield Assistant(port, process.pid)
    finally:
        await _end(process)


async def _ready(port: int, process: asyncio.subprocess.Process, kind: str) -> None:
    ends = time.monotonic() + READY_WITHIN
    url = f"http://127.0.0.1:{port}"
    async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=10) as http:
        while time.monotonic() < ends and process.returncode is None:
            try:
                status = await http.get("/status")
                if status.is_success and status.json().get("model_file"):
                    return
            except httpx.TransportError:
                pass  # it does not listen yet
            await asyncio.sleep(0.3)
    raise OSError(f"the Rasa assistant {kind!r} did not start; see {_log(kind)}")


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.terminate()
        try:
            await asyncio.wait_for(process.wait(), 10)
        except TimeoutError:
            process.kill()
            await process.wait()
