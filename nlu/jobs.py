"""The folder that the bot, the server and the runner share: who writes which file. Standard library alone.

    asked/ID.json            the bot: train with these sentences of the coordinators' own
    choice.json              the bot: serve this model
    work/ID/progress.json    the runner: how far it is, or how it ended
    work/ID/report.json      the runner: the evaluation, beside the current model's
    work/ID/log.txt          the runner: what the trainer said
    models/                  the runner: what it trained
    runner.json              the runner: that it is there
    served.json              the server: what it serves

Each file has one writer, and is replaced whole: a reader meets the old one or the new one. Models are named by the first
twelve digits of their fingerprint. No file holds a word of a resident.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent
SETTING = "GOEIEDAG_NLU_JOBS"
MARK = re.compile(r"[0-9a-f]{12}")


def read(path: Path) -> dict[str, Any]:
    """What a file holds; {} for none, or for one that is no JSON object."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write(path: Path, content: dict[str, Any]) -> None:
    """The whole file or the one before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix="." + path.name)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False)
    os.chmod(name, 0o644)  # the other side may be another user
    os.replace(name, path)


def now() -> str:
    """This instant as the files have it."""
    return datetime.now(timezone.utc).isoformat()


def model_file(mark: str, *folders: Path) -> Path | None:
    """Where a model lies; None where it lies nowhere."""
    if not MARK.fullmatch(mark):
        return None
    found = (folder / f"goeiedag-{mark}.tar.gz" for folder in folders)
    return next((path for path in found if path.is_file()), None)


def mark_of(model: Path) -> str:
    """The twelve digits in a model's name."""
    return model.name[len("goeiedag-") :][:12]


def chosen(folder: Path, release: str) -> str:
    """The model that the bot asks for; '' for none. A choice made with another release of ours does not count: that
    model was made by other code."""
    choice = read(folder / "choice.json")
    mark = str(choice.get("model", ""))
    return mark if MARK.fullmatch(mark) and choice.get("release") == release[:12] else ""
