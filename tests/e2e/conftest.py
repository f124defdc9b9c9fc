from __future__ import annotations

import os
from pathlib import Path

import pytest

from .browsing import CHROMIUM

NLU = Path(__file__).resolve().parents[2] / "nlu"


@pytest.fixture
def rasa() -> None:
    """The trained model; `make test` lays it first."""
    if not (NLU / ".venv").exists() or not list((NLU / "models").glob("*.tar.gz")):
        pytest.skip("no trained Rasa model: run `make train`")


@pytest.fixture(scope="session")
def browser_at() -> Path:
    """Debian's Chromium. Without it the test is skipped, unless BROWSER_REQUIRED=1 forbids that."""
    if not CHROMIUM.exists():
        if os.environ.get("BROWSER_REQUIRED") == "1":
            pytest.fail(f"no browser at {CHROMIUM}, and BROWSER_REQUIRED=1 demands one")
        pytest.skip(f"no browser at {CHROMIUM}: apt-get install chromium")
    return CHROMIUM
