from __future__ import annotations

from pathlib import Path

import pytest

NLU = Path(__file__).resolve().parents[2] / "nlu"


@pytest.fixture
def rasa() -> None:
    """The trained model; `make test` lays it first."""
    if not (NLU / ".venv").exists() or not list((NLU / "models").glob("*.tar.gz")):
        pytest.skip("no trained Rasa model: run `make train`")
