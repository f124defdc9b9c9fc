"""Serves one model over HTTP, on loopback unless told otherwise: `POST /model/parse {"text": …}`, `GET /status`, and the
bot's own way in (`understanding.py`).

    .venv/bin/python serve.py --model models/goeiedag-….tar.gz --port 5005 [--host 127.0.0.1]

With --jobs, or GOEIEDAG_NLU_JOBS, the model that the bot chose there is served, and another one when it chooses anew
(`follow.py`). A token in GOEIEDAG_NLU_TOKEN is asked of every request (`?token=`). Rasa serves another model without a word when the
named one is missing, so this refuses to start instead; whoever asks compares `model` in the answers too.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import os
import signal
import sys
from pathlib import Path

# Before numpy comes: its second thread would go round and round after each message, and take a whole core from the bot.
os.environ["OMP_NUM_THREADS"] = "1"

import follow
import jobs
import project


def arguments(model: Path, port: int, host: str, token: str | None) -> list[str]:
    """The command line of Rasa for these settings."""
    line = ["rasa", "run", "--enable-api", "-m", str(model), "-i", host, "-p", str(port)]
    line += ["--endpoints", str(project.ROOT / "endpoints.yml"), "--credentials", str(project.ROOT / "credentials.yml")]
    return line + (["--auth-token", token] if token else [])


def end_with_parent() -> None:
    """A killed demo must not leave a server behind: the kernel tells us (PR_SET_PDEATHSIG)."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)


def first_model(folder: Path | None, release: str) -> Path:
    """The one that was chosen, where it is there; else the release's own."""
    mark = jobs.chosen(folder, release) if folder is not None else ""
    found = jobs.model_file(mark, folder / "models", project.MODELS) if folder is not None and mark else None
    return found or project.model_path(release)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--port", type=int, default=5005)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--with-parent", action="store_true", help="end when whoever started this ends (Linux)")
    parser.add_argument("--jobs", type=Path, default=os.environ.get(jobs.SETTING))
    options = parser.parse_args()
    if options.with_parent:
        end_with_parent()
    release = project.current_fingerprint()
    model = (options.model or first_model(options.jobs, release)).resolve()
    if not model.is_file():
        sys.exit(f"There is no model {model}: run `make train` first.")
    if options.jobs is not None:
        load = follow.loader(options.host, options.port, os.environ.get("GOEIEDAG_NLU_TOKEN"))
        served = jobs.mark_of(model)
        follow.start(follow.Follower(options.jobs.resolve(), project.MODELS, served, release, load))
    project.quiet()
    sys.argv = arguments(model, options.port, options.host, os.environ.get("GOEIEDAG_NLU_TOKEN"))
    from rasa.__main__ import main as rasa

    rasa()


if __name__ == "__main__":
    main()
