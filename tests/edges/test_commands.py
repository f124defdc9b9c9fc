"""Every command of the command line, as the real program."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import sys
from pathlib import Path

import pytest
from test_settings import goeiedag

from bot.__main__ import parser
from bot.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[2]


def test_help_names_every_command() -> None:
    shown = parser().format_help()
    for name in COMMANDS:
        assert re.search(rf"^ +{name}\b", shown, re.MULTILINE), name


async def test_check_finds_no_error() -> None:
    code, out, err = await goeiedag("check")
    assert code == 0, out + err
    assert re.search(r"^0 errors", out, re.MULTILINE)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for folder in ("dialogues", "locales"):
        shutil.copytree(ROOT / folder, tmp_path / "content" / folder)
    return tmp_path / "content"


async def test_publish_and_what_it_refuses(tmp_path: Path, content: Path) -> None:
    arguments = ("publish", "--data", str(tmp_path), "--note", "first")
    code, out, err = await goeiedag(*arguments, CONTENT=str(content))
    assert (code, err) == (0, "")
    assert re.fullmatch(r"Revision 1 \(\d+ dialogues\) is published\.\n", out)
    code, out, _ = await goeiedag(*arguments, CONTENT=str(content))
    assert code == 0
    assert "runs already" in out

    path = content / "dialogues" / "morning.yaml"
    lines = path.read_text().splitlines()
    number = next(n for n, line in enumerate(lines, 1) if re.search(r"\bthen: \w+", line))
    lines[number - 1] = re.sub(r"\bthen: \w+", "then: nowhere_at_all", lines[number - 1], count=1)
    path.write_text("\n".join(lines) + "\n")
    code, out, err = await goeiedag(*arguments, CONTENT=str(content))
    assert code == 1
    assert re.search(rf"morning\.yaml:{number}\b.*nowhere_at_all", out), out
    assert err == "Nothing was published.\n"

    code, out, err = await goeiedag("publish", "--data", str(tmp_path), "--back-to", "1")
    assert code == 0
    assert out.startswith("Revision 2 ")
    code, out, err = await goeiedag("publish", "--data", str(tmp_path), "--back-to", "99")
    assert (code, out, err) == (1, "", "goeiedag: there is no revision 99\n")


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


@pytest.mark.parametrize(
    "arguments",
    [
        ("volunteer", "--language", "fr", "--language", "nl", "--name", "Karim"),
        ("coordinator", "--name", "Sofie"),
        ("resident", "--place", "Bakkerij", "--language", "nl"),
    ],
)
async def test_invite(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    code, out, err = await goeiedag("invite", *arguments, "--data", str(tmp_path))
    assert (code, err) == (0, "")
    link, token = out.splitlines()[-2:]
    assert link == f"https://t.me/BOT?start={token}"
    assert re.fullmatch(r"[A-Za-z0-9_-]{22,64}", token)  # at least 128 bits, and a link's letters
    assert token.encode() not in everything_in(tmp_path)


async def test_invite_needs_a_name(tmp_path: Path) -> None:
    code, out, err = await goeiedag("invite", "volunteer", "--data", str(tmp_path))
    assert (code, out) == (2, "")
    assert "--name" in err


async def fed(text: bytes, *arguments: str, within: float = 150) -> tuple[int, list[str], str]:
    """A command with lines on its standard input."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("GOEIEDAG_")}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *arguments, env=kept, stdin=-1, stdout=-1, stderr=-1
    )
    out, err = await asyncio.wait_for(process.communicate(text), within)
    assert process.returncode is not None
    return process.returncode, out.decode().split("\n")[:-1], err.decode()


async def test_simulate(tmp_path: Path) -> None:
    lines = b"Nederlands\nJa, dat mag\n"
    code, out, err = await fed(lines, "simulate", "welcome", "--language", "nl")
    assert code == 0, err
    assert out[0].startswith("# dialogue: welcome")
    assert sum(line.startswith("bot ") for line in out) >= 3
    assert "Traceback" not in err


async def test_simulate_of_what_there_is_not(tmp_path: Path) -> None:
    code, _, err = await fed(b"", "simulate", "nothing_of_that_name")
    assert code == 2
    assert len(err.strip().splitlines()) == 1


LINES = [
    "ik voel me zo alleen",
    "",
    "   ",
    "{not json",
    '{"text": "je veux parler à quelqu\'un", "usual_language": "fr"}',
    '{"usual_language": "fr"}',
    "a\rb\u2028c",
    "/help",
    "ik wil niet meer leven",
    "x" * 5000,
    *(f"goeiedag nummer {n}" for n in range(12)),
]


@pytest.mark.rasa
async def test_understand_gives_one_object_a_line(tmp_path: Path) -> None:
    if not (ROOT / "nlu" / ".venv").exists() or not list((ROOT / "nlu/models").glob("*.tar.gz")):
        pytest.skip("no trained Rasa model: run `make train`")
    text = "\n".join(LINES).encode() + b"\nnot \xff utf-8"  # and no end to the last line
    code, out, err = await fed(text, "understand", "--data", str(tmp_path))
    assert code == 0, err
    found = [json.loads(line) for line in out]
    assert len(found) == len(LINES) + 1
    said = [json.loads(line)["text"] if '"text"' in line else line for line in LINES]
    assert [one["text"] for one in found] == [*said, "not \ufffd utf-8"]
    for one in found:
        assert set(one) == {
            "text",
            "language",
            "intent",
            "confidence",
            "ranking",
            "entities",
            "concern",
        }
        assert len(one["ranking"]) >= 5
        assert one["intent"] == one["ranking"][0]["name"]
    assert found[0]["intent"] == "feel_lonely"
    assert found[4]["language"] == "fr"
    crisis = found[8]["concern"]
    assert crisis["level"] == "act"
    assert "words" in crisis["found_by"]


@pytest.mark.rasa
async def test_understand_answers_whoever_types_line_by_line(tmp_path: Path) -> None:
    """Each line is answered before the next is asked for."""
    if not (ROOT / "nlu" / ".venv").exists() or not list((ROOT / "nlu/models").glob("*.tar.gz")):
        pytest.skip("no trained Rasa model: run `make train`")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "understand", "--data", str(tmp_path)),
        stdin=-1,
        stdout=-1,
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    for text in ("dag", "merci"):
        process.stdin.write(f"{text}\n".encode())
        line = await asyncio.wait_for(process.stdout.readline(), 150)
        assert json.loads(line)["text"] == text
    process.stdin.close()
    assert await asyncio.wait_for(process.wait(), 30) == 0
