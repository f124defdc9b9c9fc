"""The Rasa server as a child process, for the demo and the tests.

In service it is started by whoever runs the machine (compose, systemd); this does the same by hand:
start, wait until it is ready, end it and everything it started.
"""

import asyncio
import os
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx

PROJECT = Path(__file__).parent.parent / "nlu"
READY_WITHIN = 90.0
POLL_EVERY = 0.1
STOP_WITHIN = 5.0


class NluDidNotStart(Exception):
    """The server ended or never got ready; the message names the log file."""


class NluProcess:
    """One server of one model on a loopback port.

    Its log holds no text of a message: Rasa logs none at INFO.
    """

    def __init__(
        self,
        data: Path,
        port: int | None = None,
        project: Path = PROJECT,
        jobs: Path | None = None,
    ) -> None:
        """`data` is the folder for the log; without a port a free one is chosen. In `jobs` the
        server looks for the model that the bot chooses."""
        self._project, self._jobs = project, jobs
        self.port = port or _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = data / "nlu.log"
        self._child: asyncio.subprocess.Process | None = None

    @property
    def python(self) -> Path:
        """The interpreter of the NLU's own environment, laid by `make setup`."""
        return self._project / ".venv" / "bin" / "python"

    async def start(self, model: Path, within: float = READY_WITHIN) -> None:
        """Return when /status names the model.

        NluDidNotStart after `within` seconds, or if the process ends.
        """
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as out:
            self._child = await asyncio.create_subprocess_exec(
                *self._command(model),
                cwd=self._project,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,  # its own process group, so that stop() reaches all of it
            )
        try:
            async with asyncio.timeout(within):
                await self._ready(model)
        except TimeoutError:
            await self.stop()
            text = f"the NLU was not ready in {within:.0f} s: see {self.log}"
            raise NluDidNotStart(text) from None
        except BaseException:
            await self.stop()
            raise

    def _command(self, model: Path) -> tuple[str, ...]:
        named = ("--model", str(model.absolute()), "--port", str(self.port))
        chosen = ("--jobs", str(self._jobs.absolute())) if self._jobs is not None else ()
        return (str(self.python), "serve.py", "--with-parent", *named, *chosen)

    async def _ready(self, model: Path) -> None:
        assert self._child is not None
        token = os.environ.get("GOEIEDAG_NLU_TOKEN")
        params = {"token": token} if token else None
        client = httpx.AsyncClient(base_url=self.url, params=params, trust_env=False, timeout=2)
        async with client as http:
            while True:
                if self._child.returncode is not None:
                    raise NluDidNotStart(f"the NLU ended at once: see {self.log}")
                try:
                    status = await http.get("/status")
                    if status.is_success and status.json().get("model_file") == model.name:
                        return
                except httpx.TransportError:
                    pass  # it does not listen yet
                await asyncio.sleep(POLL_EVERY)

    async def stop(self) -> None:
        """End the process group; without effect when it has ended."""
        child, self._child = self._child, None
        if child is not None:
            await _end(child)


def _runner(jobs: Path, project: Path) -> tuple[str, ...]:
    python = project / ".venv" / "bin" / "python"
    return (str(python), "runner.py", "--with-parent", "--jobs", str(jobs.absolute()))


@asynccontextmanager
async def training(jobs: Path, data: Path, project: Path = PROJECT) -> AsyncIterator[None]:
    """The runner beside the server, for as long as the block lasts. Its log is in `data`."""
    with (data / "nlu-runner.log").open("ab") as out:
        child = await asyncio.create_subprocess_exec(
            *_runner(jobs, project),
            cwd=project,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
    try:
        yield
    finally:
        await _end(child)


async def _end(child: asyncio.subprocess.Process) -> None:
    _signal(child.pid, signal.SIGTERM)
    try:
        async with asyncio.timeout(STOP_WITHIN):
            await child.wait()
    except TimeoutError:
        _signal(child.pid, signal.SIGKILL)
        await child.wait()


def _signal(group: int, number: signal.Signals) -> None:
    try:
        os.killpg(group, number)
    except ProcessLookupError:
        return


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
