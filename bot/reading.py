"""Understanding from the command line: `understand`, and what `simulate` and `run` need."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import subprocess
import threading
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.channel import Unreachable
from bot.dialogue.intents import INTENTS
from bot.listening import Listener
from bot.nlu import NluClient, NoServer, WrongModel
from bot.nlu_jobs import Jobs
from bot.nlu_process import PROJECT, NluProcess
from bot.safety import load_rules
from bot.settings import Settings
from bot.simulate import Understand, unsure
from bot.telegram import BadToken, Telegram
from bot.understanding import Understanding

log = logging.getLogger(__name__)
# A blank line, or one that nothing could be made of: every intent is as likely as any other.
NOTHING_SAID = tuple(
    (name, 1 / len(INTENTS)) for name in ("out_of_scope", *sorted(INTENTS - {"out_of_scope"}))
)
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


def client(settings: Settings) -> NluClient:
    """The language model's server, of which only the model of this checkout is believed, or the
    one that was chosen in the studio."""
    nlu = NluClient(settings.nlu_url, settings.nlu_token, fingerprint=fingerprint())
    nlu.expect(Jobs(settings.jobs_folder).wanted(nlu.release))
    return nlu


async def warn_without(nlu: NluClient) -> None:
    """No NLU is a warning: safety words, buttons and commands work. A wrong one stops the start.

    Raises WrongModel.
    """
    try:
        await nlu.check()
    except NoServer as error:
        log.warning("no language model: %s; buttons, commands and safety words work", error)


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
    """One JSON object for each line, blank ones too, in order, each as soon as it can be told."""
    async with serving(settings, model) as client:
        listener = Listener(load_rules(), client, settings.zone)
        waiting: asyncio.Queue[asyncio.Task[str] | None] = asyncio.Queue(AT_ONCE)

        async def ask() -> None:
            async for line in _in_a_thread(lines):
                await waiting.put(asyncio.create_task(_one(listener, line.rstrip("\r\n"))))
            await waiting.put(None)

        asking = asyncio.create_task(ask())
        try:
            while (answer := await waiting.get()) is not None:
                tell(await answer)
            await asking
        finally:
            asking.cancel()


async def _in_a_thread(lines: Iterable[str]) -> AsyncIterator[str]:
    """Reads where waiting for a person who types holds up nothing, not even the end."""
    loop = asyncio.get_running_loop()
    found: asyncio.Queue[str | BaseException | None] = asyncio.Queue()

    def read() -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody listens any more
            try:
                for line in lines:
                    loop.call_soon_threadsafe(found.put_nowait, line)
            except BaseException as error:
                loop.call_soon_threadsafe(found.put_nowait, error)
            loop.call_soon_threadsafe(found.put_nowait, None)

    threading.Thread(target=read, daemon=True).start()
    while (line := await found.get()) is not None:
        if isinstance(line, BaseException):
            raise line
        yield line


async def _one(listener: Listener, line: str) -> str:
    text, usual = _asked(line)
    found = await listener.hear(text, usual, datetime.now(UTC))
    return json.dumps(as_json(found), ensure_ascii=False)


def _asked(line: str) -> tuple[str, str | None]:
    """A line is text, or JSON with `text` and optionally `usual_language`."""
    if line.lstrip().startswith("{"):
        try:
            data = json.loads(line)
        except (ValueError, RecursionError):
            return line, None
        if isinstance(data, dict) and isinstance(data.get("text"), str):
            usual = data.get("usual_language")
            return data["text"], usual if usual in ("nl", "fr", "en") else None
    return line, None


def as_json(found: Understanding) -> dict[str, Any]:
    """The form that `goeiedag understand` prints."""
    concern = found.concern
    ranked = found.ranking or NOTHING_SAID
    ranking = [{"name": name, "confidence": round(sure, 4)} for name, sure in ranked]
    return {
        "text": found.text,
        "language": found.language,
        # below the floor the bot asks, yet the likeliest reading is still told here
        "intent": ranking[0]["name"],
        "confidence": ranking[0]["confidence"],
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
