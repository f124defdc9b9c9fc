"""Golden conversations: what the resident does is played again, the rest must come out the same."""

from pathlib import Path

import pytest

from bot.dialogue import Library
from bot.dialogue.names import LANGUAGES
from bot.readers import READERS
from bot.simulate import replay
from bot.transcripts import Header

FOLDER = Path(__file__).resolve().parents[1] / "transcripts"
TRANSCRIPTS = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_transcript(path: Path, library: Library, request: pytest.FixtureRequest) -> None:
    written = path.read_text(encoding="utf-8")
    played = replay(written, library, dict(READERS))
    if request.config.getoption("--update"):
        path.write_text(played, encoding="utf-8")
        return
    assert played == written


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_dialogue_has_a_transcript(language: str, library: Library) -> None:
    names = {path.stem.partition(".")[0] for path in TRANSCRIPTS if f".{language}" in path.name}
    assert {name.partition("-")[0] for name in names} >= set(library.dialogues)


def test_no_text_wants_a_value_in_vain() -> None:
    for path in TRANSCRIPTS:
        said = [line for line in path.read_text(encoding="utf-8").splitlines() if "…" in line]
        assert not said, path.name


def test_header_is_read() -> None:
    header = Header.parse("# dialogue: hour   language: fr   form: tu   name: Ana Maria   is: x")
    assert header.dialogue == "hour"
    assert header.facts == {"language": "fr", "name": "Ana Maria", "address": "informal"}
