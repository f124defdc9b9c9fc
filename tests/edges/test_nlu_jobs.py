"""The folder that bot, server and runner share, with the real other side in the same process."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.nlu import NoServer
from bot.nlu_jobs import Busy, Following, Jobs, NotFit

NLU = Path(__file__).resolve().parents[2] / "nlu"
RELEASE, TRAINED = "fedcba987654", "0123456789ab"
LINES = {"nl": [("feel_lonely", "ik zit hier maar")], "fr": [], "en": []}
TRAINER = f"""
import pathlib, sys
models = pathlib.Path(sys.argv[sys.argv.index("--models") + 1])
models.mkdir(exist_ok=True)
(models / "goeiedag-{TRAINED}.tar.gz").touch()
print("goeiedag-{TRAINED}.tar.gz")
"""
JUDGE = """
import json, pathlib, sys
folder = pathlib.Path(sys.argv[sys.argv.index("--reports") + 1])
folder.mkdir()
(folder / "latest.json").write_text(json.dumps({"model": "%s", "languages": {}, "worse": %s}))
"""


@pytest.fixture
def other() -> Iterator[Any]:
    """`nlu/runner.py`, which needs nothing but the standard library; and follow.py with it."""
    names = ("jobs", "runner", "follow")
    sys.path.insert(0, str(NLU))
    try:
        for name in names:
            spec = importlib.util.spec_from_file_location(name, NLU / f"{name}.py")
            assert spec is not None
            assert spec.loader is not None
            sys.modules[name] = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(sys.modules[name])
        yield sys.modules
    finally:
        sys.path.remove(str(NLU))
        for name in names:
            sys.modules.pop(name, None)


@pytest.fixture
def jobs(tmp_path: Path) -> Jobs:
    return Jobs(tmp_path / "jobs")


def project(tmp_path: Path) -> Path:
    for code in ("nl", "fr", "en"):
        (tmp_path / "nlu" / "data" / code).mkdir(parents=True)
    (tmp_path / "nlu" / "reports").mkdir()
    (tmp_path / "nlu" / "reports" / "report.json").write_text(f'{{"model": "{RELEASE}"}}')
    return tmp_path / "nlu"


def runner(other: Any, jobs: Jobs, folder: Path, train: str = TRAINER, worse: str = "[]") -> Any:
    commands = [(sys.executable, "-c", code) for code in (train, JUDGE % (TRAINED, worse))]
    return other["runner"].Runner(jobs.folder, *commands, folder, poll=0.02)


class Server:
    """The model's server as far as `follow.py` sees it."""

    def __init__(self, other: Any, jobs: Jobs, models: Path, served: str = RELEASE) -> None:
        self.follower = other["follow"].Follower(
            jobs.folder, models, served, RELEASE, lambda model: None
        )

    def looks(self) -> None:
        self.follower.once()


class Client:
    """The bot's client: which model it believes, and which one answers."""

    def __init__(self, release: str = RELEASE + "f" * 52) -> None:
        self.release = self.expected = release
        self.answers = release
        self.asked = 0

    def expect(self, mark: str) -> None:
        self.expected = mark

    async def serves(self) -> str:
        self.asked += 1
        if not self.answers:
            raise NoServer("away")
        return self.answers


def test_a_job_crosses_and_comes_back(other: Any, jobs: Jobs, tmp_path: Path) -> None:
    assert not jobs.runs()
    assert jobs.all() == []
    name = jobs.ask(LINES)
    (job,) = jobs.all()
    assert (job.id, job.state, job.lines, job.under_way) == (name, "waiting", 1, True)
    with pytest.raises(Busy):
        jobs.ask(LINES)
    assert runner(other, jobs, project(tmp_path)).once()
    (job,) = jobs.all()
    assert (job.state, job.model, job.fit) == ("done", TRAINED, True)
    new, current = jobs.report(job)
    assert (new["model"], current["model"]) == (TRAINED, RELEASE)
    assert jobs.runs()
    jobs.ask(LINES)  # the next may come


def test_a_failed_job_says_why_and_makes_room(other: Any, jobs: Jobs, tmp_path: Path) -> None:
    jobs.ask(LINES)
    runner(other, jobs, project(tmp_path), train="import sys; sys.exit(1)").once()
    (job,) = jobs.all()
    assert (job.state, job.why, job.under_way, job.fit) == ("failed", "training", False, False)
    jobs.ask(LINES)


def test_a_runner_that_fell_silent_is_seen(jobs: Jobs) -> None:
    name = jobs.ask(LINES)
    path = jobs.folder / "work" / name / "progress.json"
    path.parent.mkdir(parents=True)
    old = {"state": "training", "at": "2026-10-05T07:00:00+00:00", "done": 3, "of": 9}
    path.write_text(json.dumps(old))
    (job,) = jobs.all()
    assert (job.state, job.under_way, job.done, job.of) == ("lost", True, 3, 9)
    for broken in ("", "[]", "{", '{"state": 7, "done": "x", "worse": 3, "model": "../x"}'):
        path.write_text(broken)
        (job,) = jobs.all()
        assert job.model == ""


async def test_switched_and_switched_back(other: Any, jobs: Jobs, tmp_path: Path) -> None:
    jobs.ask(LINES)
    runner(other, jobs, project(tmp_path)).once()
    with pytest.raises(NotFit):  # no server looks here
        jobs.choose(TRAINED)
    models = tmp_path / "models"
    models.mkdir()
    (models / f"goeiedag-{RELEASE}.tar.gz").touch()
    server, client = Server(other, jobs, models), Client()
    following = Following(client, jobs)  # type: ignore[arg-type]
    server.looks()
    await following.once()
    assert client.asked == 0
    jobs.choose(TRAINED)
    await following.once()
    assert client.expected == client.release  # the server still answers with the old one
    server.looks()
    client.answers = TRAINED + "0" * 52
    await following.once()
    assert client.expected == TRAINED
    assert jobs.wanted(client.release) == TRAINED  # and so after a restart
    jobs.choose(RELEASE)
    server.looks()
    client.answers = ""
    await following.once()
    assert client.expected == TRAINED  # the server is away for a moment
    client.answers = client.release
    await following.once()
    assert client.expected == RELEASE


def test_what_is_worse_or_unknown_is_never_chosen(other: Any, jobs: Jobs, tmp_path: Path) -> None:
    jobs.ask(LINES)
    runner(other, jobs, project(tmp_path), worse='["nl accuracy: 0.5 < 0.8"]').once()
    Server(other, jobs, tmp_path).looks()
    (job,) = jobs.all()
    assert job.worse == ("nl accuracy: 0.5 < 0.8",)
    for model in (TRAINED, "aaaaaaaaaaaa", "", "../../etc/passwd"):
        with pytest.raises(NotFit):
            jobs.choose(model)
    assert jobs.choice() == ("", "")


def test_a_choice_ends_with_the_release_it_was_made_with(
    other: Any, jobs: Jobs, tmp_path: Path
) -> None:
    jobs.ask(LINES)
    runner(other, jobs, project(tmp_path)).once()
    Server(other, jobs, tmp_path).looks()
    jobs.choose(TRAINED)
    assert jobs.wanted(RELEASE + "f" * 52) == TRAINED
    assert jobs.wanted("") == TRAINED  # a container that does not know its release
    assert jobs.wanted("1" * 64) == "1" * 64
    newer = other["follow"].Follower(jobs.folder, tmp_path, "1" * 12, "1" * 64, lambda model: None)
    newer.once()
    assert jobs.wanted("") == ""
    assert jobs.wanted("1" * 64) == "1" * 64
