"""Every setting that is wrong: one line that names it and says what to do, and exit code 2."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.settings import Settings, SettingsError, read

ROOT = Path(__file__).resolve().parents[2]
CLOSED = "http://127.0.0.1:9"
FILE = str(ROOT / "pyproject.toml")
WRONG: list[tuple[str, str]] = [
    ("TIMEZONE", "Brussels"),
    ("TIMEZONE", "Europe"),
    ("TIMEZONE", "/etc/passwd"),
    ("TIMEZONE", "../x"),
    ("QUIET", "22h-8h"),
    ("QUIET", "22:00"),
    ("QUIET", "22:00-22:00"),
    ("SETTLE", "soon"),
    ("SETTLE", "-1"),
    ("SETTLE", "nan"),
    ("WORKERS", "0"),
    ("WORKERS", "many"),
    ("WORKERS", "1000"),
    ("DANGER_RELEASE", "perhaps"),
    ("DATABASE_URL", "mysql://localhost/x"),
    ("DATABASE_URL", "postgresql://host:port/x"),
    ("DATABASE_URL", "sqlite://"),
    ("DATABASE_URL", "goeiedag.db"),
    ("TELEGRAM_TOKEN", "abc"),
    ("TELEGRAM_TOKEN", "123456:abc def"),
    ("TELEGRAM_API", "api.telegram.org"),
    ("TELEGRAM_API", "http://"),
    ("TELEGRAM_API", "http://host:port"),
    ("NLU_URL", "ftp://host"),
    ("NLU_URL", "http://a b"),
    ("CONTENT", "/nowhere"),
    ("CONTENT", FILE),
    ("DATA", FILE),
    ("ORGANISATION", " "),
    ("ORGANISATION", "x\ny"),
    ("ORGANISATION", "x" * 61),
    ("TELEGRAM_TOKN", "123456:abc"),
    ("TELEGRAM_TOKEN", "١٢٣٤٥٦:abcdefgh"),
    ("QUIET", "21:30Z-08:00"),
    ("OVERVIEW", "08:30+02:00"),
    ("HTTP", "a..b:80"),
    ("HTTP", "80" * 3000),
    ("NLU_URL", "http://a..b"),
    ("DATA", "x" * 5000),
    ("CONTENT", "x" * 5000),
    ("CONTACT", "\udce9"),  # of another encoding
    ("WORKERS", "inf"),
    ("DATABASE_URL", "postgresql://u:p@host:99999/x"),
    ("DATABASE_URL", "postgresql://u:p@a..b/x"),
    ("DATABASE_URL", "postgresql://u:p@host/x?connect_timeout=3"),
    ("DATABASE_URL", "postgresql://u:p@/x?host=/run/p&port=five"),
]


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_one_line_that_names_the_variable(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read({f"GOEIEDAG_{name}": value})
    line = str(caught.value)
    assert line.startswith(f"GOEIEDAG_{name} ")
    assert "\n" not in line
    assert len(line) < 250
    assert "docs/settings.md" in line
    if value in ("123456:abc def", "postgresql://host:port/x"):
        assert value not in line  # it may hold a secret


def test_the_defaults_are_good_and_empty_means_unset() -> None:
    assert read({}) == Settings()
    assert read({"GOEIEDAG_TIMEZONE": "", "HOME": "/x"}) == Settings()


def test_the_data_folder_of_the_command_line_wins() -> None:
    found = read({"GOEIEDAG_DATA": "/a"}, Path("/b"))
    assert found.database == "sqlite:////b/goeiedag.db"
    assert found.key_file == Path("/b/goeiedag.key")


def test_every_setting_says_what_it_is_for() -> None:
    assert all(field.description for field in Settings.model_fields.values())


async def goeiedag(*arguments: str, within: float = 100, **settings: str) -> tuple[int, str, str]:
    """The real command in a process of its own: (exit code, output, errors)."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("GOEIEDAG_")}
    given = {f"GOEIEDAG_{name}": value for name, value in settings.items()}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *arguments,
        env={**kept, **given},
        stdout=-1,
        stderr=-1,
        stdin=asyncio.subprocess.DEVNULL,
    )
    out, err = await asyncio.wait_for(process.communicate(), within)
    assert process.returncode is not None
    return process.returncode, out.decode(), err.decode()


KEY = Fernet.generate_key().decode()
AT_START: list[tuple[str, dict[str, str], str]] = [
    ("run", {}, "GOEIEDAG_TELEGRAM_TOKEN"),
    ("run", {"TELEGRAM_TOKEN": "x"}, "GOEIEDAG_TELEGRAM_TOKEN"),
    ("invite", {"TIMEZONE": "Mars"}, "GOEIEDAG_TIMEZONE"),
    ("invite", {"KEY": "short"}, "GOEIEDAG_KEY"),
    ("invite", {"DATABASE_URL": "postgresql://u@127.0.0.1:9/x"}, "GOEIEDAG_KEY"),
    ("invite", {"DATABASE_URL": "postgresql://u@127.0.0.1:9/x", "KEY": KEY}, "DATABASE_URL"),
    ("invite", {"DATABASE_URL": f"sqlite:///{FILE}"}, "DATABASE_URL"),
    ("invite", {"ERASURES": str(ROOT)}, "GOEIEDAG_ERASURES"),  # a folder
    ("invite", {"ERASURES": FILE}, "GOEIEDAG_ERASURES"),  # without our secret in it
    ("invite", {"ERASURES": f"{FILE}/erasures"}, "GOEIEDAG_ERASURES"),  # in no folder
]


@pytest.mark.parametrize(("command", "settings", "named"), AT_START)
async def test_a_start_with_a_wrong_setting(
    tmp_path: Path, command: str, settings: dict[str, str], named: str
) -> None:
    data = [] if "DATA" in settings else ["--data", str(tmp_path)]
    rest = ["resident"] if command == "invite" else []
    if f"sqlite:///{FILE}" in settings.values():
        (tmp_path / "no.db").write_text("no database")
        settings = {"DATABASE_URL": f"sqlite:///{tmp_path / 'no.db'}"}
    code, out, err = await goeiedag(command, *rest, *data, NLU_URL=CLOSED, **settings)
    assert code == 2, err
    assert out == ""
    lines = err.strip().splitlines()
    assert len(lines) == 1, err
    assert named in lines[0]
    assert "Traceback" not in err
