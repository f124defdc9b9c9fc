"""Jobs from the folder that bot, server and runner share, with tiny commands in place of the trainer and the judge."""

import json
import subprocess
import sys
import time

import follow
import jobs
import pytest
import runner
from conftest import ROOT

MARK = "0123456789ab"
TRAINER = """
import pathlib, sys
given = dict(zip(sys.argv[1::2], sys.argv[2::2]))
lines = (pathlib.Path(given["--data"]) / "nl" / "studio.yml").read_text()
assert "- ik zit hier maar" in lines and "- hallo" not in lines, lines
models = pathlib.Path(given["--models"])
models.mkdir(exist_ok=True)
print("  use: 3/4 encoded, 1 s left", file=sys.stderr, flush=True)
(models / "goeiedag-0123456789ab.tar.gz").write_text(lines)
print("goeiedag-0123456789ab.tar.gz")
"""
JUDGE = """
import json, pathlib, sys
folder = pathlib.Path(sys.argv[sys.argv.index("--reports") + 1])
folder.mkdir(parents=True)
worse = %s
(folder / "latest.json").write_text(json.dumps({"model": "0123456789ab", "languages": {}, "worse": worse}))
sys.exit("worse" if worse else 0)
"""


def command(code):
    return (sys.executable, "-c", code)


@pytest.fixture
def project(tmp_path):
    """A checkout with one line a language and a report."""
    folder = tmp_path / "nlu"
    for language in ("nl", "fr", "en"):
        (folder / "data" / language).mkdir(parents=True)
        text = 'version: "3.1"\nnlu:\n  - intent: greet\n    examples: |\n      - hallo\n'
        (folder / "data" / language / "greet.yml").write_text(text)
    (folder / "reports").mkdir()
    (folder / "reports" / "report.json").write_text('{"model": "fedcba987654", "languages": {}}')
    (folder / "artefacts").mkdir()
    (folder / "artefacts" / "head-1.npz").write_bytes(b"x")
    return folder


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "jobs"


def ask(folder, job="1", lines=(("feel_lonely", "ik zit hier maar"), ("greet", "hallo"))):
    told = [{"intent": intent, "text": text} for intent, text in lines]
    jobs.write(folder / "asked" / f"{job}.json", {"lines": {"nl": told}})


def progress(folder, job="1"):
    return jobs.read(folder / "work" / job / "progress.json")


def made(folder, project, train=TRAINER, judge=JUDGE % "[]"):
    return runner.Runner(folder, command(train), command(judge), project, poll=0.05)


def test_a_job_is_trained_judged_and_told(folder, project):
    ask(folder)
    work = made(folder, project)
    assert work.once()
    found = progress(folder)
    assert (found["state"], found["model"], found["worse"]) == ("done", MARK, [])
    report = jobs.read(folder / "work" / "1" / "report.json")
    assert report["new"]["model"] == MARK
    assert report["current"]["model"] == "fedcba987654"
    assert not (folder / "work" / "1" / "data").exists()
    assert [p.name for p in (folder / "kept").iterdir()] == ["head-1.npz"]  # the trainer's, not the checkout's
    assert jobs.read(folder / "runner.json")["at"]
    assert not work.once()


def test_what_is_worse_is_told(folder, project):
    ask(folder)
    made(folder, project, judge=JUDGE % '["nl accuracy: 0.5 < 0.8"]').once()
    assert progress(folder)["worse"] == ["nl accuracy: 0.5 < 0.8"]


def test_a_trained_model_is_compared_with_the_one_that_is_served(folder, project):
    jobs.write(folder / "served.json", {"model": "aaaaaaaaaaaa"})
    jobs.write(folder / "work" / "0" / "report.json", {"new": {"model": "aaaaaaaaaaaa", "languages": {}}})
    ask(folder)
    made(folder, project).once()
    assert jobs.read(folder / "work" / "1" / "report.json")["current"]["model"] == "aaaaaaaaaaaa"


@pytest.mark.parametrize(
    ("train", "judge", "why"),
    [
        ("import sys; sys.exit(3)", "", "training"),
        ("print('nothing.tar.gz')", "", "training"),
        ("", "", "training"),
        (TRAINER, "import os; os.kill(os.getpid(), 9)", "evaluation"),
    ],
)
def test_a_job_that_dies_has_failed(folder, project, train, judge, why):
    ask(folder)
    ask(folder, "2")
    work = made(folder, project, train, judge)
    work.once()
    assert (progress(folder)["state"], progress(folder)["why"]) == ("failed", why)
    assert work.once()  # and the next one has its turn
    assert progress(folder, "2")["state"] == "failed"
    assert not work.once()


@pytest.mark.parametrize("line", [("greet", "[x](y)"), ("../greet", "hallo daar"), ("greet", "  ")])
def test_lines_that_would_break_the_files_are_refused(folder, project, line):
    ask(folder, lines=[line])
    made(folder, project).once()
    assert progress(folder)["why"] == "data"
    for broken in ('{"lines": []}', "{", '{"lines": {"nl": [1]}}'):
        (folder / "asked" / "2.json").write_text(broken)
        made(folder, project).once()
        assert progress(folder, "2")["why"] == "data"
        (folder / "work" / "2" / "progress.json").unlink()


def test_a_runner_that_was_killed_begins_anew_once(folder, project):
    ask(folder)
    jobs.write(folder / "work" / "1" / "progress.json", {"state": "training", "attempt": 1, "done": 3, "of": 9})
    made(folder, project).once()
    assert progress(folder)["state"] == "done"
    jobs.write(folder / "work" / "1" / "progress.json", {"state": "evaluating", "attempt": 2})
    made(folder, project).once()
    assert (progress(folder)["state"], progress(folder)["why"]) == ("failed", "died")


def test_a_stop_hands_the_job_back_and_leaves_no_child(folder, project):
    """As a process: it is told to end in the middle of a training."""
    ask(folder)
    code = (
        "import sys, signal, pathlib; sys.path.insert(0, %r); import runner;"
        "signal.signal(signal.SIGTERM, lambda *_: sys.exit(0));"
        "runner.Runner(pathlib.Path(%r), (sys.executable, '-c', 'import time; time.sleep(60)'), (),"
        " pathlib.Path(%r), poll=0.05).once()"
    ) % (str(ROOT), str(folder), str(project))
    child = subprocess.Popen([sys.executable, "-c", code])
    ends = time.monotonic() + 20
    while progress(folder).get("state") != "training" and time.monotonic() < ends:
        time.sleep(0.02)
    time.sleep(0.2)
    child.terminate()
    assert child.wait(10) == 0
    assert progress(folder)["state"] == "waiting"
    assert progress(folder)["attempt"] == 0


def test_one_runner_a_folder(folder):
    with runner.alone(folder):
        with pytest.raises(SystemExit, match="another runner"):
            with runner.alone(folder):
                pass


def test_progress_is_the_last_count(folder, tmp_path):
    log = tmp_path / "log"
    log.write_text("old: 9/9 encoded\n  use: 64/200 encoded, 3 s left\n  500/4000 parsed\n")
    assert runner._counted(log, 0) == {"done": 500, "of": 4000}
    assert runner._counted(log, log.stat().st_size) == {}


class Loads:
    def __init__(self, fails=False):
        self.found, self.fails = [], fails

    def __call__(self, model):
        self.found.append(model.name)
        if self.fails:
            raise OSError


RELEASE = "fedcba987654"


def test_the_server_follows_the_choice_and_back(folder, tmp_path):
    load = Loads()
    (folder / "models").mkdir(parents=True)
    (folder / "models" / f"goeiedag-{MARK}.tar.gz").touch()
    models = tmp_path / "models"
    models.mkdir()
    (models / f"goeiedag-{RELEASE}.tar.gz").touch()
    follower = follow.Follower(folder, models, RELEASE, RELEASE + "ffff", load)
    follower.once()
    assert jobs.read(folder / "served.json")["model"] == RELEASE
    jobs.write(folder / "choice.json", {"model": MARK, "release": RELEASE})
    follower.once()
    follower.once()
    assert load.found == [f"goeiedag-{MARK}.tar.gz"]
    assert jobs.read(folder / "served.json")["model"] == MARK
    jobs.write(folder / "choice.json", {"model": RELEASE, "release": RELEASE})
    follower.once()
    assert jobs.read(folder / "served.json")["model"] == RELEASE


def test_what_cannot_be_loaded_is_said_and_the_old_one_stays(folder, tmp_path):
    load = Loads(fails=True)
    follower = follow.Follower(folder, tmp_path, RELEASE, RELEASE, load)
    jobs.write(folder / "choice.json", {"model": MARK, "release": RELEASE})
    follower.once()
    told = jobs.read(folder / "served.json")
    assert (told["model"], told["why"]) == (RELEASE, "missing")
    (folder / "models").mkdir()
    (folder / "models" / f"goeiedag-{MARK}.tar.gz").touch()
    again = follow.Follower(folder, tmp_path, RELEASE, RELEASE, load)
    for _ in range(3):
        again.once()
    assert len(load.found) == 1
    assert jobs.read(folder / "served.json")["why"] == "not loaded"


@pytest.mark.parametrize(
    "choice",
    [{}, {"model": MARK, "release": "000000000000"}, {"model": "../../etc/pass", "release": RELEASE}, {"model": 7}],
)
def test_a_choice_that_is_none(folder, choice):
    """None was made, with another release, or by somebody who writes paths."""
    jobs.write(folder / "choice.json", choice)
    assert jobs.chosen(folder, RELEASE) == ""
    (folder / "choice.json").write_text("{")
    assert jobs.chosen(folder, RELEASE) == ""


def test_a_file_is_readable_for_the_other_side(folder):
    jobs.write(folder / "a.json", {"a": "é"})
    assert (folder / "a.json").stat().st_mode & 0o777 == 0o644
    assert json.loads((folder / "a.json").read_text(encoding="utf-8")) == {"a": "é"}
    assert [p.name for p in folder.iterdir()] == ["a.json"]


def test_the_real_trainer_and_judge(small, folder, tmp_path, monkeypatch):
    """A small project, from the job to a model and its report."""
    monkeypatch.setenv("GOEIEDAG_NLU_RELAY", str(small / "relay"))
    train = (sys.executable, str(ROOT / "train.py"))
    validation = tmp_path / "nl.yml"
    validation.write_text((small / "data" / "nl" / "all.yml").read_text(encoding="utf-8"), encoding="utf-8")
    judge = (sys.executable, str(ROOT / "evaluate.py"), "--validation", str(validation), "--relay", str(small / "relay"))
    ask(folder, lines=[("feel_lonely", "er is nooit eens iemand die aanbelt")])
    runner.Runner(folder, train, judge, small, poll=0.1).once()
    told = progress(folder)
    assert told["state"] == "done", (folder / "work" / "1" / "log.txt").read_text()
    assert jobs.model_file(told["model"], folder / "models")
    report = jobs.read(folder / "work" / "1" / "report.json")["new"]
    assert report["model"] == told["model"]
    assert report["languages"]["nl"]["lines"] == 24
    assert set(report["languages"]["nl"]["relay"]) == {"ends", "complains_of", "complains_to", "talk"}
    assert told["worse"] == []
