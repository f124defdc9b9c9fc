"""Learns bot/language.json, the table by which the bot tells nl, fr and en apart, from our own utterances.

    .venv/bin/python language_train.py [--data data] [--out ../bot/language.json]

Prints, on every fifth line held out: right for sentences and for 1-3 words, with the usual language known (right, and
wrong as after a switch) and unknown, and how often it is sure without one. The table is then learned from all lines.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

import project
from components.lines import LANGUAGES, Line, read

#: How many letter groups are kept, by the size of their weights; more make the file larger, not the answers better.
GROUPS = 15_000
#: Evidence of the usual language, in natural logarithms; see nlu/README.md for the trade-off.
PRIOR = 4.5
#: A word is common in a language that has it in so many lines, and not by chance: in so large a part of the lines
#: with it, were there as many lines of each language.
LINES, PART = 8, 0.1
#: A word with a capital in the middle of a sentence; "I'm" is none.
CAPITAL = re.compile(r"(?<=[^\W\d_] )(?!I['’])[A-ZÀ-Ý][^\W\d_]+")


def bot_language():  # type: ignore[no-untyped-def]
    """bot/language.py as a module; it imports nothing of the bot and runs on Python 3.10."""
    spec = importlib.util.spec_from_file_location("bot_language", project.ROOT.parent / "bot" / "language.py")
    module = importlib.util.module_from_spec(spec)  # type: ignore[arg-type]
    spec.loader.exec_module(module)  # type: ignore[union-attr]
    return module


def learn(lines: list[Line], language) -> dict:  # type: ignore[no-untyped-def]
    """The table, from lines and their first words, since short messages are the hard ones."""
    texts, truth = [], []
    for line in lines:
        words = line.text.split()
        for text in {line.text, " ".join(words[:2]), " ".join(words[-3:])}:
            texts.append(text)
            truth.append(LANGUAGES.index(line.language))
    counter = CountVectorizer(analyzer=lambda t: set(language.letter_groups(t)), min_df=3, binary=True)
    found: csr_matrix = counter.fit_transform(texts)
    model = LogisticRegression(C=0.5, max_iter=200, tol=1e-3, class_weight="balanced").fit(found, truth)
    names = counter.get_feature_names_out()
    kept = np.argsort(-np.abs(model.coef_).max(axis=0))[:GROUPS]
    weights = np.rint(model.coef_ * 100).astype(int)
    groups = {
        str(names[i]): weights[:, i].tolist() for i in sorted(kept, key=lambda i: names[i]) if weights[:, i].any()
    }
    bias = [round(float(b), 2) for b in model.intercept_]
    return {"bias": bias, "prior": PRIOR, "words": common(lines, language), "groups": groups}


def common(lines: list[Line], language) -> dict[str, str]:  # type: ignore[no-untyped-def]
    """The words by which the bot is sure of a language, in alphabetical order. Names are none of them: Jean may
    well speak Dutch."""
    total = Counter(line.language for line in lines)
    found: dict[str, Counter[str]] = {code: Counter() for code in LANGUAGES}
    capital: Counter[str] = Counter()
    for line in lines:
        found[line.language].update(set(language.words(line.text)))
        capital.update({word.lower() for word in CAPITAL.findall(line.text)})
    lines_with = sum(found.values(), Counter())
    names = {word for word, n in capital.items() if n > lines_with[word] / 4}

    def part(code: str, word: str) -> float:
        return found[code][word] / total[code] / sum(found[other][word] / total[other] for other in LANGUAGES)

    return {
        code: " ".join(
            sorted(
                word
                for word, n in found[code].items()
                if n >= LINES and part(code, word) >= PART and word not in names
            )
        )
        for code in LANGUAGES
    }


def use(language, table: dict) -> None:  # type: ignore[no-untyped-def]
    groups = {name: tuple(w / 100 for w in weights) for name, weights in table["groups"].items()}
    language._table = lambda: (groups, tuple(table["bias"]), table["prior"])
    language._common = lambda: {code: frozenset(words.split()) for code, words in table["words"].items()}


def judge(lines: list[Line], language) -> None:  # type: ignore[no-untyped-def]
    for title, low, high in (("1-3 words", 1, 3), ("sentences", 4, 999)):
        some = [line for line in lines if low <= len(line.text.split()) <= high]
        for usual in ("right", "unknown", "wrong"):
            found = {}
            for code in LANGUAGES:
                here = [line for line in some if line.language == code]
                other = LANGUAGES[(LANGUAGES.index(code) + 1) % 3]
                told = {"right": code, "unknown": None, "wrong": other}[usual]
                hits = sum(language.detect(line.text, told) == code for line in here)
                found[code] = f"{hits / max(1, len(here)):.3f} of {len(here)}"
            print(f"{title}, usual language {usual}: {found}")
        certain = [language.sure(line.text) for line in some]
        right = sum(code == line.language for code, line in zip(certain, some))
        print(f"{title}, sure: {right} right and {len(some) - certain.count(None) - right} wrong of {len(some)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=project.DATA)
    parser.add_argument("--out", type=Path, default=project.ROOT.parent / "bot" / "language.json")
    options = parser.parse_args()
    language, lines = bot_language(), read(options.data)
    use(language, learn([line for i, line in enumerate(lines) if i % 5], language))
    judge(lines[::5], language)
    table = learn(lines, language)
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":")).replace("],", "],\n")
    options.out.write_text(text + "\n", encoding="utf-8")
    print(f"{options.out}: {len(table['groups'])} groups, {options.out.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
