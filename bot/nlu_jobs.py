"""Training from the studio: the folder that the bot shares with the language model's server and its
runner (`nlu/jobs.py` says who writes which file), and the model that the bot accepts.

Only coordinators' own sentences cross. Instants in these files are real time: they are about
processes, never about the demo's clock.
"""

from __future__ import annotations

import json
import logging
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from bot.files import write_whole
from bot.nlu import NluClient, NoServer

log = logging.getLogger(__name__)

LOST_AFTER: Final = timedelta(seconds=60)  # without a word of the runner
UNDER_WAY: Final = frozenset({"waiting", "training", "evaluating"})
DIGITS: Final = 12
_MARK: Final = re.compile(r"[0-9a-f]{12}")
_ID: Final = re.compile(r"[0-9A-Za-z-]{1,40}")


class Busy(Exception):
    """A job waits or is under way; another one has to wait for its end."""


class NotFit(Exception):
    """A model that may not be chosen: unknown, worse, or of another release."""


@dataclass(frozen=True, slots=True)
class Job:
    """One training. `state`: waiting, training, evaluating, done, failed, or lost while the runner
    is gone. `done` of `of`: how far the step is, where it is known."""

    id: str
    asked_at: datetime
    state: str
    lines: int
    done: int = 0
    of: int = 0
    model: str = ""
    worse: tuple[str, ...] = ()
    why: str = ""

    @property
    def under_way(self) -> bool:
        """Whether its end is still to come."""
        return self.state in UNDER_WAY | {"lost"}

    @property
    def fit(self) -> bool:
        """Whether its model may be served."""
        return self.state == "done" and bool(self.model) and not self.worse


@dataclass(frozen=True, slots=True)
class Served:
    """What the server says of itself. `release` is the model of its own release."""

    model: str
    release: str
    why: str


class Jobs:
    """One folder. Whatever is not there, or cannot be read, counts as not there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def ask(self, lines: Mapping[str, Iterable[tuple[str, str]]]) -> str:
        """Asks for a training with these (intent, sentence) of each language, beside the lines of
        the release. Returns the job's id. Raises Busy."""
        if any(job.under_way for job in self.all()):
            raise Busy
        now = _real_now()
        name = f"{now:%Y%m%dT%H%M%S}-{secrets.token_hex(4)}"
        told = {
            code: [{"intent": intent, "text": text} for intent, text in found]
            for code, found in lines.items()
        }
        content = {"asked_at": now.isoformat(), "lines": told}
        _write(self.folder / "asked" / f"{name}.json", content)
        return name

    def all(self) -> list[Job]:
        """The newest first."""
        asked = sorted(self.folder.glob("asked/*.json"), reverse=True)
        return [self._job(path) for path in asked if _ID.fullmatch(path.stem)]

    def _job(self, path: Path) -> Job:
        asked, told = _read(path), _read(self.folder / "work" / path.stem / "progress.json")
        state = str(told.get("state", "waiting"))
        if state in UNDER_WAY and state != "waiting" and not _fresh(told.get("at")):
            state = "lost"
        lines = asked.get("lines")
        count = sum(len(found) for found in lines.values()) if isinstance(lines, dict) else 0
        worse = told.get("worse")
        return Job(
            path.stem,
            _instant(asked.get("asked_at")) or _real_now(),
            state,
            count,
            _count(told.get("done")),
            _count(told.get("of")),
            _mark(told.get("model")),
            tuple(map(str, worse)) if isinstance(worse, list) else (),
            str(told.get("why", "")),
        )

    def report(self, job: Job) -> tuple[dict[str, Any], dict[str, Any]]:
        """The evaluation of a job's model, and of the model that was served then."""
        found = _read(self.folder / "work" / job.id / "report.json")
        new, current = found.get("new"), found.get("current")
        return new if isinstance(new, dict) else {}, current if isinstance(current, dict) else {}

    def runs(self) -> bool:
        """Whether a runner was there within the last minute."""
        return _fresh(_read(self.folder / "runner.json").get("at"))

    def served(self) -> Served | None:
        """What the server said last; None where none ever looked at this folder."""
        told = _read(self.folder / "served.json")
        model, release = _mark(told.get("model")), _mark(told.get("release"))
        return Served(model, release, str(told.get("why", ""))) if model and release else None

    def choice(self) -> tuple[str, str]:
        """(the model that was chosen, the release it was chosen with); empty where none was."""
        told = _read(self.folder / "choice.json")
        return _mark(told.get("model")), _mark(told.get("release"))

    def model_file(self, model: str) -> Path | None:
        """Where a trained model lies; None for one that was not trained here."""
        path = self.folder / "models" / f"goeiedag-{model}.tar.gz"
        return path if _MARK.fullmatch(model) and path.is_file() else None

    def choose(self, model: str) -> None:
        """Has the server serve another model: the release's own, or a trained one that is not worse
        than the release's and the one before. Raises NotFit."""
        served = self.served()
        known = {job.model for job in self.all() if job.fit}
        there = self.model_file(model) is not None
        if served is None or not (model == served.release or (model in known and there)):
            raise NotFit
        content = {"model": model, "release": served.release, "at": _real_now().isoformat()}
        _write(self.folder / "choice.json", content)

    def wanted(self, release: str) -> str:
        """The model that the bot accepts: the chosen one, while the release it was chosen with is
        still there; else the release's own. `release` is empty where the bot cannot know it."""
        model, made_with = self.choice()
        served = self.served()
        same = not release or release.startswith(made_with)
        if served is not None and served.release != made_with:
            same = False
        return model if model and same else release


class Following:
    """Has the client accept the chosen model from the moment that the server serves it. Until then
    it accepts the one before, so that no message falls between two models."""

    def __init__(self, nlu: NluClient, jobs: Jobs) -> None:
        self._nlu, self._jobs = nlu, jobs

    async def once(self) -> None:
        """Compares; asks the server only when another model was chosen."""
        wanted = self._jobs.wanted(self._nlu.release)
        if wanted[:DIGITS] == self._nlu.expected[:DIGITS]:
            return
        try:
            serves = await self._nlu.serves()
        except NoServer:
            return
        if serves.startswith(wanted):
            self._nlu.expect(wanted)
            model = wanted[:DIGITS] or "of any make"
            log.info("model %s is served from here on", model)


def _real_now() -> datetime:
    return datetime.now(UTC)


def _write(path: Path, content: Mapping[str, Any]) -> None:
    write_whole(path, json.dumps(content, ensure_ascii=False))


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _instant(text: object) -> datetime | None:
    try:
        found = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def _fresh(text: object) -> bool:
    at = _instant(text)
    return at is not None and _real_now() - at < LOST_AFTER


def _count(value: object) -> int:
    return value if isinstance(value, int) and value >= 0 else 0


def _mark(value: object) -> str:
    return str(value) if isinstance(value, str) and _MARK.fullmatch(value) else ""
