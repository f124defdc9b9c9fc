"""Rubbish in what an operator sets: the environment, the key ring, the file of erasures. Each is
read rightly, or refused by one line of ours that says what to do and holds nothing of a key."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.database import use_keys
from bot.rhythm import Quiet
from bot.settings import Settings, SettingsError, read
from bot.store.erased import Erasures
from bot.store.keys import KeyRing, KeyRingError

BOUNDED = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SECRETS = ("TELEGRAM_TOKEN", "KEY", "NLU_TOKEN", "WEBHOOK_SECRET", "DATABASE_URL")
NUMBERS = (
    *("nan", "inf", "-inf", "1e400", "1e3", "9" * 5000, "0x10", "1_0", "-0"),
    *("٣", "１２", "²", "½"),
)
HOURS = (
    *("21:30Z-08:00", "21:30-08:00+01:00", "２１:３０-08:00", "24:00-08:00", "21:30:59.9-08"),
    *("T21-T08", "08:30Z", "٠٨:٣٠", "25:00", "21-08-07", "-", "08:30:61"),
)
ADDRESSES = (
    *("a..b:80", "x" * 70 + ":80", "[::1]:8080", ":8080", "8080", "127.0.0.1:٨٠"),
    *("1:" + "9" * 5000, "http://a..b", "http://[::1", "http://h:99999", "https://é.example"),
    *("http://\u200b/", "http://h h", "a b:80"),
)
DATABASES = (
    "postgresql://u:geheim-wachtwoord@h:99999999/x",
    "postgresql://u:geheim-wachtwoord@[::1/x",
    "postgresql://h/x?sslmode=rubbish",
    "sqlite:////nowhere/\ud800.db",
    *("sqlite:///", "sqlite://x", "postgres://"),
    "postgresql+psycopg://u:geheim-wachtwoord@h/x",
)
WORDS = (
    *("\ud800", "\ufeff", "a\x85b", "{name}", "\u202e", "../..", "true", "off"),
    *("x" * 300, "/" + "y" * 5000),
)
KEY = "c2VlZGVkLWtleS1mb3ItdGVzdHMtb25seS0zMmJ5dGU="
VALUES = st.sampled_from(
    [*NUMBERS, *HOURS, *ADDRESSES, *DATABASES, *WORDS, KEY, "12345678:abcdefgh-ijk", "١٢٣:abcdefgh"]
) | st.text(min_size=1, max_size=40)
NAMES = st.sampled_from([name.upper() for name in Settings.model_fields])


def is_one_line(line: str) -> None:
    assert "\n" not in line
    assert len(line) < 400, line
    line.encode()


def works(found: Settings) -> None:
    """Whatever is read of them later is what it should be."""
    start, end = found.quiet_hours
    assert Quiet(start, end).after(NOON, found.zone) >= NOON
    assert found.overview_at is None or found.overview_at.tzinfo is None
    assert found.address is None or 0 <= found.address[1] < 65_536
    for path in (found.key_file, found.erasures_file, found.jobs_folder, found.data):
        str(path).encode()
    assert found.database
    assert found.webhook_at is not None


@BOUNDED
@given(st.dictionaries(NAMES, VALUES, min_size=1, max_size=3))
@example({"QUIET": "21:30Z-08:00"})
@example({"OVERVIEW": "08:30+02:00"})
@example({"HTTP": "a..b:80"})
@example({"DATA": "x" * 5000})
@example({"CONTENT": "x" * 5000})
@example({"TELEGRAM_TOKEN": "١٢٣:abcdefgh"})
@example({"ORGANISATION": "\ud800"})
@example({"NLU_TOKEN": "\udce9"})
def test_any_environment_is_settings_or_one_line(given_: dict[str, str]) -> None:
    try:
        found = read({f"GOEIEDAG_{name}": value for name, value in given_.items()})
    except SettingsError as error:
        line = str(error)
        is_one_line(line)
        named = line.partition(" ")[0].removeprefix("GOEIEDAG_")
        assert named in {name for name in given_} | {"WEBHOOK_SECRET", "HTTP"}, line
        for name in SECRETS:
            assert len(given_.get(name, "")) < 8 or given_[name] not in line
        assert "geheim" not in line
        return
    works(found)


PIECES = st.sampled_from(
    [
        KEY.encode(),
        KEY[:20].encode(),
        KEY.encode("utf-16"),
        b"\xef\xbb\xbf",
        b"\r\n",
        b"\n",
        b",",
        b" ",
        b"\x00",
    ]
) | st.binary(max_size=12)
RINGS = st.lists(PIECES, max_size=5).map(b"".join)


@BOUNDED
@given(RINGS)
@example(b"")
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf" + KEY.encode() + b"\r\n")
@example(KEY.encode("utf-16"))
@example(KEY.encode()[:-1])
def test_any_key_file_is_a_ring_or_one_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "goeiedag.key"
    path.write_bytes(content)
    try:
        use_keys(Settings(data=tmp_path))
    except SettingsError as error:
        line = str(error)
        is_one_line(line)
        assert line.startswith("GOEIEDAG_KEY: ")
        assert str(path) in line
        assert not any(KEY[at : at + 6] in line for at in range(len(KEY) - 6))
        return
    kept = KeyRing.current()
    assert KeyRing.from_text(KEY).decrypt(kept.encrypt(b"x")) == b"x"
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + KEY.encode() + b"\r\n",
        b"\r\n" + KEY.encode() + b"\r\n\r\n",
        KEY.encode(),
        b" " + KEY.encode() + b" ,\n",
    ],
)
def test_what_an_editor_makes_of_a_key_file_is_read(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "goeiedag.key"
    path.write_bytes(content)
    assert KeyRing.kept_in(path).decrypt(KeyRing.from_text(KEY).encrypt(b"x")) == b"x"


def test_a_folder_in_the_place_of_the_key_file(tmp_path: Path) -> None:
    """As a container engine makes one where the file to be mounted is not there."""
    (tmp_path / "goeiedag.key").mkdir()
    with pytest.raises(SettingsError, match="cannot be read") as caught:
        use_keys(Settings(data=tmp_path))
    is_one_line(str(caught.value))


HASH = "ab" * 32
LINES = st.sampled_from(
    [
        b"erased 2026-03-02T09:00:00.000000+00:00 " + HASH.encode(),
        b"erased 2026-03-02 " + HASH.encode(),  # no zone
        b"erased 0001-01-01T00:00:00+23:59 " + HASH.encode(),  # before all time
        b"erased 9999-12-31T23:59:59-23:59 " + HASH.encode(),
        b"erased 2026-03-02T09:00:00+00:00 short",
        "erased ٢٠٢٦-٠٣-٠٢ ".encode() + HASH.encode(),
        *(b"erased", b"key ", b"key \xff", b"key gAAAAA==", b"#"),
        *(b"\xff\xfe", b"\x00" * 9, b"\xef\xbb\xbf"),
    ]
) | st.binary(max_size=40)
ENDS = st.sampled_from([b"\n", b"\r\n"])
numbers = itertools.count()


@BOUNDED
@given(st.lists(LINES, max_size=4), st.lists(LINES, max_size=4), ENDS, st.integers(0, 60))
@example([b"\xef\xbb\xbf"], [], b"\r\n", 0)
@example([], [b"erased 2026-03-02T09:00:00.000000+00:00 " + HASH.encode()], b"\n", 7)
@example([], [b"erased 2026-03-02 " + HASH.encode()], b"\n", 0)
def test_no_line_of_the_file_of_erasures_hides_another(
    tmp_path: Path, before: list[bytes], behind: list[bytes], end: bytes, cut: int
) -> None:
    """Whatever stands around the file's secret and an erasure, and however the last line was cut
    short: it is read, and so is the erasure that is written behind it."""
    KeyRing.from_text(KEY).use()
    path = tmp_path / f"{next(numbers)}.erasures"
    Erasures(path).add(1, NOON)
    whole = path.read_bytes().replace(b"\n", end)
    tail = end.join(behind)
    path.write_bytes(
        b"".join(line + end for line in before) + whole + tail[: max(0, len(tail) - cut)]
    )
    found = Erasures(path)
    found.add(2, NOON + timedelta(days=1))
    known = Erasures(path).all()
    for number in (1, 2):
        assert known[found.mark(f"chat {number}")] >= NOON
    assert all(at.tzinfo is UTC for at in known.values())


@BOUNDED
@given(st.binary(max_size=60) | st.lists(LINES, max_size=4).map(b"\n".join))
def test_a_file_of_erasures_without_its_secret_is_refused(tmp_path: Path, content: bytes) -> None:
    KeyRing.from_text(KEY).use()
    path = tmp_path / "goeiedag.erasures"
    path.write_bytes(content)
    with pytest.raises(KeyRingError, match="no key of the ring opens") as caught:
        Erasures(path).try_out()
    is_one_line(str(caught.value))
    assert str(path) in str(caught.value)
    assert path.read_bytes() == content
