"""Serves one model over HTTP, on loopback unless told otherwise: `POST /model/parse {"text": …}`, `GET /status`.

    .venv/bin/python serve.py --model models/goeiedag-….tar.gz --port 5005 [--host 127.0.0.1]

A token in GOEIEDAG_NLU_TOKEN is asked of every request (`?token=`). Rasa serves another model without a word when the
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

import project


def arguments(model: Path, port: int, host: str, token: str | None) -> list[str]:
    """The command line of Rasa for these settings."""
    line = ["rasa", "run", "--enable-api", "-m", str(model), "-i", host, "-p", str(port)]
    line += ["--endpoints", str(project.ROOT / "endpoints.yml")]
    return line + (["--auth-token", token] if token else [])


def end_with_parent() -> None:
    """A killed demo must not leave a server behind: the kernel tells us (PR_SET_PDEATHSIG)."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--port", type=int, default=5005)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--with-parent", action="store_true", help="end when whoever started this ends (Linux)")
    options = parser.parse_args()
    if options.with_parent:
        end_with_parent()
    model = (options.model or project.model_path(project.current_fingerprint())).resolve()
    if not model.is_file():
        sys.exit(f"There is no model {model}: run `make train` first.")
    project.quiet()
    sys.argv = arguments(model, options.port, options.host, os.environ.get("GOEIEDAG_NLU_TOKEN"))
    from rasa.__main__ import main as rasa

    rasa()


if __name__ == "__main__":
    main()
