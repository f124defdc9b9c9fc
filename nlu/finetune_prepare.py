"""First step of fine-tuning: one file with all that finetune.py needs on a machine without Rasa and without network.

    .venv/bin/python finetune_prepare.py --out finetune/package.npz [--copies 6]

It holds token ids (lines as written and noisy copies), the embedding rows that occur, the twelve layers in the wheel's
own four bits (12 MiB), labels, languages and voices. Dev lines (one in ten, see components.fitting.is_dev) and the
validation set are marked and only ever judged. Under 40 MiB for 20,000 lines.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

import project
from components.e5 import Blob, Tokenizer
from components.examples import danger, group_of, talk
from components.fitting import is_dev
from components.lines import Line, read
from components.noise import noisy
from components.text import clean, deep

TOKENS = 96


def prepare(data: Path, validation: Path, out: Path, copies: int) -> dict[str, int]:
    """Writes the package; returns counts to show."""
    train, valid = read(data), read(validation) if validation.exists() else []
    lines = train + valid
    parts = ["dev" if is_dev(clean(line.text)) else "train" for line in train] + ["valid"] * len(valid)
    blob = Blob()
    tokenizer = Tokenizer(blob)
    texts, sources = _texts(lines, parts, copies)
    ids = [tokenizer(deep(text), TOKENS) for text in texts]
    used, packed = np.unique(np.concatenate(ids), return_inverse=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        out,
        ids=packed.astype(np.uint16 if len(used) < 65_536 else np.uint32),
        lengths=np.array([len(i) for i in ids], np.uint8),
        sources=np.array(sources, np.int32),
        rows=blob.raw_rows(used),
        facts=np.frombuffer(json.dumps(_facts(lines, parts)).encode(), np.uint8),
        **{f"raw:{name}": blob.raw(name) for name in blob.names()},
    )
    return {"lines": len(lines), "texts": len(texts), "tokens used": len(used), "KiB": out.stat().st_size // 1024}


def _texts(lines: list[Line], parts: list[str], copies: int) -> tuple[list[str], list[int]]:
    """All lines, then the noisy copies of those trained on; and which line each text comes from."""
    texts, sources = [clean(line.text) for line in lines], list(range(len(lines)))
    for number, (line, part) in enumerate(zip(lines, parts)):
        if part == "train":
            changed = {noisy(texts[number], line.language, copy) for copy in range(copies)} - {texts[number]}
            texts += sorted(changed)
            sources += [number] * len(changed)
    return texts, sources


def _facts(lines: list[Line], parts: list[str]) -> list[dict[str, str]]:
    return [
        {
            "intent": a.label,
            "safety": b.label,
            "group": group_of(line),
            "language": line.language,
            "voice": line.voice,
            "part": part,
            "file": line.part,
        }
        for line, part, a, b in zip(lines, parts, talk(lines), danger(lines))
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=project.DATA)
    parser.add_argument("--validation", type=Path, default=project.VALIDATION)
    parser.add_argument("--out", type=Path, default=project.ROOT / "finetune" / "package.npz")
    parser.add_argument("--copies", type=int, default=6)
    options = parser.parse_args()
    print(prepare(options.data, options.validation, options.out, options.copies))


if __name__ == "__main__":
    main()
