"""docs/care.md names the tests that prove it: each of them exists, and each part has some."""

from __future__ import annotations

import ast
import re
from functools import cache

from docs_kit import ROOT, page

CARE = page("care")
NAMED = re.findall(r"`([\w/]+\.py)::(\w+)`", CARE)


@cache
def proofs_in(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / "tests" / path).read_text(encoding="utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(node.name for node in tree.body if isinstance(node, functions))


def test_every_test_that_is_named_exists() -> None:
    assert len(NAMED) > 80
    missing = [f"{path}::{name}" for path, name in NAMED if name not in proofs_in(path)]
    assert not missing


def test_every_row_names_a_test() -> None:
    rows = [line for line in CARE.splitlines() if line.startswith("| ") and "---" not in line]
    bare = [row for row in rows if "::" not in row and not row.endswith("| test |")]
    assert not bare
