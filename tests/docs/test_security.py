"""The threat model: every test that it names is there, and every fuzz test is named by it."""

from __future__ import annotations

import ast
import re

from docs_kit import ROOT, links, page, section

NAMED = re.compile(r"`((?:nlu/)?tests/[\w/.]+\.py)(?:::(\w+))?`")


def those_in(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {node.name for node in ast.walk(tree) if isinstance(node, functions)}


def test_every_proof_is_a_test_that_there_is() -> None:
    proofs = NAMED.findall(page("security"))
    assert len(proofs) > 60
    for path, name in proofs:
        assert (ROOT / path).is_file(), path
        assert not name or name in those_in(path), f"{path} has no {name}"


def test_every_threat_has_a_proof() -> None:
    rows = [line for line in page("security").splitlines() if line.startswith("| ")]
    headings = [place for place, line in enumerate(rows) if line.endswith("| proof |")]
    assert len(headings) >= 4
    for place in headings:
        for line in rows[place + 2 :]:
            if line.startswith(("| threat", "| reader", "| asset", "| package")):
                break
            assert line.count(" | ") == 2, line
            assert NAMED.search(line.rpartition(" | ")[2]), f"what proves it? {line}"


def test_every_reader_that_is_fuzzed_is_listed() -> None:
    listed = {name for _, name in NAMED.findall(section(page("security"), "Fuzzed"))}
    for path in ("tests/edges/test_fuzz.py", "tests/edges/test_fuzz_deployment.py"):
        tested = {name for name in those_in(path) if name.startswith("test_")}
        assert tested - listed <= {"test_what_is_spoiled_here_is_good"}


def test_the_page_is_in_the_index() -> None:
    assert "security.md" in links(page("index"))
