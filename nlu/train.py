"""Trains the model of this checkout, or finds it there.

    .venv/bin/python train.py                  progress on standard error, the model's name as the last line of output
    .venv/bin/python train.py --fingerprint    only prints the 64 digits that a server's answers must carry
    .venv/bin/python train.py --force          also if the model exists

Seconds when the heads in artefacts/ were kept for this data and configuration; minutes when they must be fitted.
"""

from __future__ import annotations

import argparse
import json
import sys
import tarfile
import time
from functools import reduce
from pathlib import Path

import project
from components.fingerprint import joined

HEADS = ("/head.json", "/safety.json", "/scan.json", "/relay.json", "/called.json")


def train(data: Path, config: Path, models: Path, force: bool = False) -> Path:
    """The path of the model. SystemExit with a clear line when Rasa made none."""
    mark = project.current_fingerprint(data, config)
    model = project.model_path(mark, models)
    if model.exists() and not force:
        return model
    print(f"training {model.name}", file=sys.stderr, flush=True)
    started = time.monotonic()
    project.quiet()
    from rasa.model_training import train_nlu

    made = train_nlu(
        str(config),
        str(data),
        str(models),
        fixed_model_name=model.name.removesuffix(".tar.gz"),
        domain=str(project.DOMAIN),
    )
    if not made or not model.exists():
        raise SystemExit("Rasa trained no model: see its messages above")
    if mark_inside(model) != mark:
        model.unlink()
        raise SystemExit(
            "the model was trained with other heads than this data asks for: remove nlu/.rasa and try again"
        )
    print(f"trained in {time.monotonic() - started:.0f} s", file=sys.stderr)
    return model


def mark_inside(model: Path) -> str:
    """The fingerprint of a model file, by its heads; '' where they were not made together."""
    with tarfile.open(model) as archive:
        found = {Path(m.name).stem: archive.extractfile(m) for m in archive.getmembers() if m.name.endswith(HEADS)}
        marks = {name: json.load(file)["notes"]["fingerprint"] for name, file in found.items() if file is not None}
    later = [marks.pop(name) for name in ("relay", "called") if name in marks]
    if len(set(marks.values())) != 1:
        return ""
    return reduce(joined, later, next(iter(marks.values())))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=project.DATA)
    parser.add_argument("--config", type=Path, default=project.CONFIG)
    parser.add_argument("--models", type=Path, default=project.MODELS)
    parser.add_argument("--force", action="store_true")
    parser.add_argument("--fingerprint", action="store_true")
    options = parser.parse_args()
    places = [path.resolve() for path in (options.data, options.config, options.models)]
    if options.fingerprint:
        print(project.current_fingerprint(*places[:2]))
        return
    print(train(*places, force=options.force).name)


if __name__ == "__main__":
    main()
