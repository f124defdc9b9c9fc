"""A day, an hour and a place, as people write them."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.values.meetings import read_meeting

NOW = datetime(2026, 10, 5, 7, 0, tzinfo=UTC)  # a Monday, 9:00 there
ZONE = ZoneInfo("Europe/Brussels")


@pytest.mark.parametrize(
    ("language", "text", "at", "where"),
    [
        ("en", "Thursday at 14:00 at the desk", "2026-10-08 14:00", "at the desk"),
        ("nl", "donderdag om 14u aan de balie", "2026-10-08 14:00", "aan de balie"),
        ("nl", "donderdag 8 oktober 14:00, bij mij thuis", "2026-10-08 14:00", "bij mij thuis"),
        ("fr", "jeudi à 14h au guichet", "2026-10-08 14:00", "au guichet"),
        ("fr", "demain 10h30, Place Flagey", "2026-10-06 10:30", "Place Flagey"),
        ("nl", "aan de bibliotheek, morgen om half drie", "2026-10-06 14:30", "aan de bibliotheek"),
        ("nl", "vandaag om 16u koffie in De Brug", "2026-10-05 16:00", "koffie in De Brug"),
        ("nl", "vanavond om 8 uur", "2026-10-05 20:00", ""),
        ("nl", "12/10 om 9:15 station", "2026-10-12 09:15", "station"),
        ("en", "on 3 March at 3 pm", "2027-03-03 15:00", ""),
        ("nl", "14u00 donderdag balie", "2026-10-08 14:00", "balie"),
        ("fr", "le 15 à 14 heures chez Œuvre du Cœur", "2026-10-15 14:00", "chez Œuvre du Cœur"),
        ("nl", "overmorgen 14.30 u aan het loket, kamer 3", "2026-10-07 14:30",
         "aan het loket, kamer 3"),
    ],
)  # fmt: skip
def test_when_and_where(language: str, text: str, at: str, where: str) -> None:
    found = read_meeting(text, language, NOW, ZONE)
    assert found is not None
    assert (f"{found.at.astimezone(ZONE):%Y-%m-%d %H:%M}", found.where) == (at, where)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "vandaag om 8u30"),  # over
        ("en", "tomorrow afternoon at the desk"),  # no hour
        ("en", "at 14:00"),  # no day
        ("en", "next week at 14:00"),  # seven days
        ("nl", "hallo"),
        ("fr", ""),
    ],
)
def test_no_day_or_no_hour_to_come(language: str, text: str) -> None:
    assert read_meeting(text, language, NOW, ZONE) is None


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["nl", "fr", "en"]))
def test_any_text_is_read_or_not(text: str, language: str) -> None:
    found = read_meeting(f"{text} morgen om 14:00", language, NOW, ZONE)
    assert found is None or found.at > NOW
