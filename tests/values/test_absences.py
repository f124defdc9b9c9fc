"""From when until when, in a table; and what holds of whatever is read."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from bot import values

from . import absences
from .test_properties import languages, nows, texts

ZONE = ZoneInfo("Europe/Brussels")
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZONE).astimezone(UTC)


def rows(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.strip().splitlines()]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_tables_are_large_enough(language: str) -> None:
    assert sum(row[0] == language for row in rows(absences.TOLD)) >= 25
    assert sum(row[0] == language for row in rows(absences.NO_TIME)) >= 15


@pytest.mark.parametrize(("language", "text", "value"), rows(absences.TOLD))
def test_from_when_until_when(language: str, text: str, value: str) -> None:
    found = values.read_absence(text, language, NOW, ZONE)
    assert found is not None
    assert f"{found}{'' if found.plain else '?'}" == value


@pytest.mark.parametrize(("language", "text"), rows(absences.NO_TIME))
def test_no_time_to_come(language: str, text: str) -> None:
    assert values.read_absence(text, language, NOW, ZONE) is None


@pytest.mark.parametrize("words", [row[1] for row in rows(absences.TOLD)][::7])
@given(languages, nows)
def test_a_known_one_ends_behind_its_start(words: str, language: str, now: datetime) -> None:
    holds(words, language, now)


@given(texts, languages, nows)
def test_whatever_is_read_ends_behind_its_start(text: str, language: str, now: datetime) -> None:
    holds(text, language, now)


def holds(text: str, language: str, now: datetime) -> None:
    found = values.read_absence(text, language, now, ZONE)
    if found is None:
        return
    assert found.start or found.end
    start = values.end_of(found.start, ZONE) if found.start else now
    end = values.end_of(found.end, ZONE) if found.end else None
    assert start >= now
    assert end is None or end > start
    for one in (found.start, found.end):
        assert not one or values.until_of(values.end_of(one, ZONE)) == one


@pytest.mark.parametrize(
    ("now", "text", "value"),
    [
        (
            datetime(2026, 12, 26, 10, tzinfo=UTC),
            "van 20 december tot 27 december",
            "/2026-12-27",
        ),
        (datetime(2026, 12, 23, 10, tzinfo=UTC), "du 20 au 27 décembre", "/2026-12-27"),
        (
            datetime(2026, 11, 28, 10, tzinfo=UTC),
            "dit weekend ben ik bij mijn zoon",
            "/2026-11-30?",
        ),
        (datetime(2026, 11, 27, 10, tzinfo=UTC), "vanaf vrijdag op reis", "2026-12-04/?"),
        # a day is over when she slept
        (datetime(2026, 11, 27, 0, 30, tzinfo=UTC), "morgen vertrek ik", "2026-11-27/?"),
    ],
)
def test_what_has_begun_is_now(now: datetime, text: str, value: str) -> None:
    found = values.read_absence(text, "nl", now, ZONE)
    assert found is not None
    assert f"{found}{'' if found.plain else '?'}" == value
