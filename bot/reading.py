"""Understanding from the command line: `understand`, and what `simulate` and `run` need."""

from __future__ import annotations

import asyncio
import json
import logging
import subprocess
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.channel import Unreachable
from bot.listening import Listener
from bot.nlu import NluClient, NoServer, WrongModel
from bot.nlu_process import PROJECT, NluProcess
from bot.safety import load_rules
from bot.settings import Settings
from bot.simulate import Understand, unsure
from bot.telegram import BadToken, Telegram
from bot.understanding import Understanding

log = logging.getLogger(__name__)
AT_ONCE = 8  # lines on their way at once; the answers come in order


def fingerprint() -> str:
    """The model that this checkout stands for; '' where the NLU's environment is not laid, and any
    model has to be trusted (a container that holds the bot alone)."""
    python = PROJECT / ".venv" / "bin" / "python"
    if not python.exists():
        return ""
    done = subprocess.run(
        [str(python), "train.py", "--fingerprint"],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""


async def warn_without(nlu: NluClient) -> None:
    """No NLU is a warning: safety words, buttons and commands work. A wrong one stops the start.

    Raises WrongModel.
    """
    try:
        await nlu.check()
    except NoServer as error:
        log.warning("%s; going on with buttons, commands and safety words", error)


@asynccontextmanager
async def serving(settings: Settings, model: Path) -> AsyncIterator[NluClient]:
    """The NLU of the settings where it serves our model, else one of our own."""
    mark = model.name.removesuffix(".tar.gz").rpartition("-")[2]
    client = NluClient(settings.nlu_url, settings.nlu_token, timeout=10, fingerprint=mark)
    try:
        await client.check()
        yield client
        return
    except (NoServer, WrongModel):
        pass
    finally:
        await client.close()
    process = NluProcess(settings.data)
    await process.start(model)
    client = NluClient(process.url, settings.nlu_token, timeout=10, fingerprint=mark)
    try:
        await client.check()
        yield client
    finally:
        await client.close()
        await process.stop()


async def understand(
    settings: Settings, model: Path, lines: Iterable[str], tell: Callable[[str], None]
) -> None:
    """One JSON object for each line, blank ones too, in order."""
    async with serving(settings, model) as client:
        listener = Listener(load_rules(), client, settings.zone)
        waiting: list[asyncio.Task[str]] = []
        for line in lines:
            waiting.append(asyncio.create_task(_one(listener, line.rstrip("\n"))))
            if len(waiting) >= AT_ONCE:
                tell(await waiting.pop(0))
        for task in waiting:
            tell(await task)


async def _one(listener: Listener, line: str) -> str:
    text, usual = _asked(line)
    found = await listener.hear(text, usual, datetime.now(UTC))
    return json.dumps(as_json(found), ensure_ascii=False)


def _asked(line: str) -> tuple[str, str | None]:
    """A line is text, or JSON with `text` and optionally `usual_language`."""
    if line.lstrip().startswith("{"):
        try:
            data = json.loads(line)
        except ValueError:
            return line, None
        if isinstance(data, dict) and isinstance(data.get("text"), str):
            usual = data.get("usual_language")
            return data["text"], usual if usual in ("nl", "fr", "en") else None
    return line, None


def as_json(found: Understanding) -> dict[str, Any]:
    """The form that `goeiedag understand` prints."""
    concern = found.concern
    ranking = [{"name": name, "confidence": round(sure, 4)} for name, sure in found.ranking]
    return {
        "text": found.text,
        "language": found.language,
        # below the floor the bot asks, yet the likeliest reading is still told here
        "intent": found.ranking[0][0] if found.ranking else None,
        "confidence": round(found.confidence, 4),
        "ranking": ranking,
        "entities": [
            {"entity": e.name, "text": e.text, "start": e.start, "end": e.end, "value": e.value}
            for e in found.entities
        ],
        "concern": None
        if concern is None
        else {
            "intent": concern.intent,
            "level": concern.level,
            "found_by": list(concern.found_by),
        },
    }


def for_simulation(settings: Settings) -> Understand:
    """How `simulate` understands: by the NLU when it runs, else by buttons and bare words."""

    async def once(text: str, language: str) -> Understanding:
        client = NluClient(settings.nlu_url, settings.nlu_token)
        try:
            listener = Listener(load_rules(), client, settings.zone)
            return await listener.hear(text, language, datetime.now(UTC))
        finally:
            await client.close()

    def hear(text: str, language: str) -> Understanding:
        found = asyncio.run(once(text, language))
        return found if found.ranking else unsure(text, language)

    logging.getLogger("bot.nlu").setLevel(logging.ERROR)
    return hear


async def bot_name(settings: Settings) -> str:
    """The bot's user name for links; BOT where Telegram cannot be asked."""
    if not settings.telegram_token:
        return "BOT"
    telegram = Telegram(settings.telegram_token, settings.telegram_api)
    try:
        return await telegram.start()
    except (BadToken, Unreachable):
        return "BOT"
    finally:
        await telegram.close()
