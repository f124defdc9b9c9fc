"""When a volunteer is there, from plain words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import duty

ZONE = ZoneInfo("Europe/Brussels")
MONDAY = datetime(2026, 10, 5, 7, 0, tzinfo=UTC)  # 9:00 there
WORKDAYS = ("mo", "tu", "we", "th", "fr")


def each(days: tuple[str, ...], hours: str) -> list[str]:
    return [f"{day} {hours}" for day in days]


@pytest.mark.parametrize(
    ("text", "language", "spans"),
    [
        ("maandag en donderdag van 9 tot 12", "nl", each(("mo", "th"), "09:00-12:00")),
        ("van maandag tot vrijdag 9-17", "nl", each(WORKDAYS, "09:00-17:00")),
        ("9-12 op maandag", "nl", ["mo 09:00-12:00"]),
        ("maandag 9-12, donderdag 14u30-17u", "nl", ["mo 09:00-12:00", "th 14:30-17:00"]),
        ("maandag 9-12 en 14-17", "nl", ["mo 09:00-12:00", "mo 14:00-17:00"]),
        ("ma en do 9-12", "nl", each(("mo", "th"), "09:00-12:00")),
        ("vrijdagavond", "nl", ["fr 18:00-21:00"]),
        ("lundi et jeudi de 9h à 12h", "fr", each(("mo", "th"), "09:00-12:00")),
        ("le mardi après-midi", "fr", ["tu 13:00-17:00"]),
        ("weekdays 9am to 5pm", "en", each(WORKDAYS, "09:00-17:00")),
        ("monday 2-4pm", "en", ["mo 14:00-16:00"]),
        ("dinsdag", "nl", ["tu 08:00-21:00"]),
        ("altijd", "nl", []),
        ("toujours", "fr", []),
        ("altijd behalve zondag", "nl", None),
        ("van 9 tot 12, niet op zondag", "nl", None),
        ("tous les jours sauf le dimanche", "fr", None),
        ("every day but not on Monday", "en", None),
        ("hallo", "nl", None),
        ("ça va", "fr", None),
    ],
)
def test_words_become_spans(text: str, language: str, spans: list[str] | None) -> None:
    found = duty.read(text, language)
    assert (None if found is None else [str(one) for one in found]) == spans
    if found:
        assert duty.parse(spans or []) == found


def test_after_midnight_a_span_goes_on() -> None:
    (span,) = duty.parse(["su 22:00-02:00"])
    sunday = datetime(2026, 10, 11, 23, 0, tzinfo=ZONE)
    assert span.covers(sunday)
    assert span.covers(sunday + timedelta(hours=2))
    assert not span.covers(sunday + timedelta(hours=4))
    assert not span.covers(sunday - timedelta(hours=2))


def test_the_next_start() -> None:
    spans = duty.parse(["mo 08:00-09:00", "th 14:00-17:00"])
    assert duty.next_start(spans, MONDAY, ZONE) == MONDAY + timedelta(days=3, hours=5)
    early = MONDAY - timedelta(minutes=30)
    assert duty.next_start(spans, early, ZONE) == early
    assert duty.next_start((), MONDAY, ZONE) is None


@given(
    st.text(max_size=60) | st.from_regex(r"(ma|di|lundi|monday)? ?[0-9u:h -]{1,12}", fullmatch=True)
)
def test_any_text_is_read_or_not_and_never_fails(text: str) -> None:
    for language in ("nl", "fr", "en"):
        found = duty.read(text, language)
        if found:
            assert duty.parse(str(one) for one in found) == found


@given(st.integers(0, 400), st.sampled_from(["mo 09:00-12:00", "su 22:00-02:00", "we 00:00-23:59"]))
def test_the_next_start_is_covered_and_not_past(hours: int, written: str) -> None:
    now = MONDAY + timedelta(hours=hours)
    spans = duty.parse([written])
    start = duty.next_start(spans, now, ZONE)
    assert start is not None
    assert start >= now
    assert duty.covers(spans, start.astimezone(ZONE))
