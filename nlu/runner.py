"""Trains and evaluates when the bot asks for it, beside the server: takes jobs from the folder that both share.

    .venv/bin/python runner.py --jobs FOLDER [--once]

FOLDER is that of GOEIEDAG_NLU_JOBS (see docs/settings.md). One job at a time, at a low priority. A job that was under way
when the runner ended is begun anew once; a second time it counts as failed. The model is put into FOLDER/models; nothing
serves it until the bot asks for it.
"""

from __future__ import annotations

import argparse
import contextlib
import fcntl
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Iterator, Sequence

import jobs

LOOK_EVERY = 2.0  # seconds
TRAIN = (sys.executable, str(jobs.ROOT / "train.py"))
EVALUATE = (sys.executable, str(jobs.ROOT / "evaluate.py"))
LANGUAGES = ("nl", "fr", "en")
ATTEMPTS = 2
LONGEST = {"training": 3 * 3600, "evaluating": 3600}  # seconds
_COUNT = re.compile(r"(\d+)/(\d+) (?:encoded|parsed)")


class Failed(Exception):
    """A job that ends here; the message is one word for the page."""


class Runner:
    """One folder and the two commands. `once` does the oldest job that waits."""

    def __init__(
        self,
        folder: Path,
        train: Sequence[str] = TRAIN,
        evaluate: Sequence[str] = EVALUATE,
        project: Path = jobs.ROOT,
        poll: float = 1.0,
    ) -> None:
        self.folder, self.project, self._poll = folder.absolute(), project, poll
        self._train, self._evaluate = tuple(train), tuple(evaluate)
        self._child: subprocess.Popen | None = None

    def once(self) -> bool:
        """Whether there was something to do."""
        self._here()
        asked = next((path for path in sorted(self.folder.glob("asked/*.json")) if self._waits(path.stem)), None)
        if asked is None:
            return False
        self._do(asked.stem)
        return True

    def _here(self) -> None:
        jobs.write(self.folder / "runner.json", {"at": jobs.now(), "pid": os.getpid()})

    def _work(self, job: str) -> Path:
        return self.folder / "work" / job

    def _waits(self, job: str) -> bool:
        """Nobody began it, or whoever did is gone."""
        return self._progress(job).get("state") not in ("done", "failed")

    def _progress(self, job: str) -> dict[str, Any]:
        return jobs.read(self._work(job) / "progress.json")

    def _tell(self, job: str, state: str, **more: Any) -> None:
        self._here()
        kept = {k: v for k, v in self._progress(job).items() if k in ("began_at", "attempt")}
        jobs.write(self._work(job) / "progress.json", {**kept, "state": state, "at": jobs.now(), **more})

    def _do(self, job: str) -> None:
        attempt = int(self._progress(job).get("attempt", 0)) + 1
        if attempt > ATTEMPTS:
            self._tell(job, "failed", why="died")
            return
        self._tell(job, "training", began_at=jobs.now(), attempt=attempt)
        try:
            self._lay_data(job)
            model = self._trained(job)
            worse = self._judged(job, model)
        except Failed as failed:
            self._tell(job, "failed", why=str(failed))
            return
        except (KeyboardInterrupt, SystemExit):  # told to stop, which is no fault of the job
            self._tell(job, "waiting", attempt=attempt - 1)
            raise
        finally:
            shutil.rmtree(self._work(job) / "data", ignore_errors=True)
        self._tell(job, "done", model=jobs.mark_of(model), worse=worse)

    def _lay_data(self, job: str) -> None:
        """The lines of this checkout, and the coordinators' own beside them, each once."""
        asked = jobs.read(self.folder / "asked" / f"{job}.json")
        data = self._work(job) / "data"
        shutil.rmtree(data, ignore_errors=True)
        shutil.copytree(self.project / "data", data)
        try:
            for language, lines in asked["lines"].items():
                if language not in LANGUAGES:
                    raise Failed("data")
                _write_lines(data / language, [(str(line["intent"]), str(line["text"])) for line in lines])
        except (KeyError, TypeError, AttributeError):
            raise Failed("data") from None

    def _trained(self, job: str) -> Path:
        """The path of the model. Heads are kept apart from those of the checkout, which the trainer would replace."""
        work, models = self._work(job), self.folder / "models"
        kept = self.folder / "kept"
        kept.mkdir(parents=True, exist_ok=True)
        for head in (self.project / "artefacts").glob("*-*.*"):
            if head.suffix in (".npz", ".json") and not (kept / head.name).exists():
                shutil.copy(head, kept)
        command = [*self._train, "--data", str(work / "data"), "--models", str(models)]
        said = self._run(job, "training", command, GOEIEDAG_NLU_KEPT=str(kept))
        name = said.strip().splitlines()[-1] if said.strip() else ""
        model = models / Path(name).name
        if not name or not model.is_file():
            raise Failed("training")
        return model

    def _judged(self, job: str, model: Path) -> list[str]:
        """Writes the report beside that of the model that is served; returns what is worse than it, or than the release's."""
        work = self._work(job)
        shipped = self.project / "reports" / "report.json"
        current = self._report_of_current() or jobs.read(shipped)
        command = [*self._evaluate, "--model", str(model), "--reports", str(work / "reports"), "--against", str(shipped)]
        if current:
            jobs.write(work / "current.json", current)
            command += ["--against", str(work / "current.json")]
        shutil.rmtree(work / "reports", ignore_errors=True)
        with contextlib.suppress(Failed):  # it ends with 1 when the model is worse
            self._run(job, "evaluating", command)
        new = jobs.read(work / "reports" / "latest.json")
        if not new:
            raise Failed("evaluation")
        jobs.write(work / "report.json", {"new": new, "current": current})
        return [str(line) for line in new.get("worse", [])]

    def _report_of_current(self) -> dict[str, Any]:
        served = jobs.read(self.folder / "served.json").get("model")
        for path in sorted(self.folder.glob("work/*/report.json"), reverse=True):
            found = jobs.read(path).get("new", {})
            if served and found.get("model") == served:
                return found
        return {}

    def _run(self, job: str, state: str, command: Sequence[str], **environment: str) -> str:
        """What the command wrote on standard output. Its progress is told while it works. Failed for another exit than 0."""
        log, out = self._work(job) / "log.txt", self._work(job) / "out.txt"
        with log.open("ab") as errors, out.open("wb") as output:
            began = log.stat().st_size
            self._child = subprocess.Popen(
                command,
                cwd=self.project,
                env={**os.environ, **environment},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=errors,
                start_new_session=True,
            )
        try:
            ends = time.monotonic() + LONGEST[state]
            while self._child.poll() is None:
                self._tell(job, state, **_counted(log, began))
                if time.monotonic() > ends:
                    raise Failed("too long")
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self._child.wait(self._poll)
            code = self._child.returncode
        finally:
            self.stop()
        said = out.read_text(encoding="utf-8", errors="replace")
        out.unlink()
        if code:
            raise Failed(state)
        return said

    def stop(self) -> None:
        """Ends what is under way; it is begun anew when a runner starts."""
        child, self._child = self._child, None
        if child is not None and child.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def _counted(log: Path, began: int) -> dict[str, int]:
    """How far the command is, by the last count that it told."""
    with log.open("rb") as file:
        file.seek(max(began, log.stat().st_size - 2000))
        found = _COUNT.findall(file.read().decode("utf-8", "replace"))
    return {"done": int(found[-1][0]), "of": int(found[-1][1])} if found else {}


def _write_lines(folder: Path, lines: Sequence[tuple[str, str]]) -> None:
    """FOLDER/studio.yml: what no file there holds yet, each intent a block."""
    known = {line.strip() for path in folder.glob("*.yml") for line in path.read_text(encoding="utf-8").splitlines()}
    fresh: dict[str, list[str]] = {}
    for intent, text in lines:
        text = " ".join(text.split())
        if not re.fullmatch(r"[a-z_]{1,40}", intent) or not text or any(sign in text for sign in "[]{}"):
            raise Failed("data")
        if f"- {text}" not in known and text not in fresh.setdefault(intent, []):
            fresh[intent].append(text)
    if not any(fresh.values()):
        return
    out = ['version: "3.1"', "nlu:"]
    for intent in sorted(name for name, texts in fresh.items() if texts):
        out += [f"  - intent: {intent}", "    metadata: {voice: coordinator}", "    examples: |"]
        out += [f"      - {text}" for text in fresh[intent]]
    (folder / "studio.yml").write_text("\n".join(out) + "\n", encoding="utf-8")


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """One runner a folder. SystemExit for a second one."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "runner.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise SystemExit(f"another runner works in {folder}") from None
        yield


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=Path, default=os.environ.get(jobs.SETTING))
    parser.add_argument("--once", action="store_true", help="do what waits, then end")
    parser.add_argument("--with-parent", action="store_true", help="end when whoever started this ends (Linux)")
    options = parser.parse_args()
    if options.jobs is None:
        sys.exit(f"Name the folder of the jobs: --jobs, or {jobs.SETTING}.")
    if options.with_parent:
        from serve import end_with_parent

        end_with_parent()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    os.nice(10)
    with alone(options.jobs):
        runner = Runner(options.jobs)
        print(f"ready: looking for jobs in {options.jobs}", file=sys.stderr, flush=True)
        try:
            while runner.once() or not options.once:
                time.sleep(LOOK_EVERY)
        except KeyboardInterrupt:
            pass
        finally:
            runner.stop()


if __name__ == "__main__":
    main()
