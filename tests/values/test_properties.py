"""What holds for any text: nothing raises, spans lie within it, values are canonical."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_time, get_day_names
from babel.lists import format_list
from hypothesis import example, given
from hypothesis import strategies as st

from bot import values
from bot.values.nouns import RELATIONS, TOPICS
from bot.values.plain import plain
from bot.values.seasons import easter

from . import expressions
from .test_expressions import lines

ZONE = ZoneInfo("Europe/Brussels")
LOCALES = {"nl": "nl_BE", "fr": "fr_BE", "en": "en_GB"}
DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
HOUR = r"([01]\d|2[0-3]):[0-5]\d"
DATE = r"\d{4}-\d\d-\d\d"
CODES = "(mo|tu|we|th|fr|sa|su)"
CANONICAL = {
    "time": rf"{HOUR}(\|{HOUR})*",
    "day": rf"{DATE}|{CODES}(,{CODES})*",
    "duration": rf"{DATE}|P\d+[DWMY]|PT\d+[HM]",
    "frequency": r"\d+|0\.5|0\.25|less|more",
    "language": "nl|fr|en",
    "relation": "|".join(RELATIONS),
    "topic": "|".join(TOPICS),
}
TABLES = (expressions.HOURS, expressions.DAYS, expressions.FREQUENCIES, expressions.UNTILS)
KNOWN = [text for table in TABLES for _, text, _ in lines(table)]
languages = st.sampled_from(("nl", "fr", "en"))
nows = st.integers(1577836800, 3786912000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
#: Any text, and real expressions run together with it: those reach deeper.
texts = st.one_of(
    st.text(),
    st.lists(st.one_of(st.sampled_from(KNOWN), st.text(max_size=6)), max_size=5).map(" ".join),
    st.lists(st.sampled_from([*" ".join(KNOWN).split(), "99", "0", "31", "é"]), max_size=9).map(
        " ".join
    ),
)


@given(texts, languages, nows)
@example("NEUFHEURE ¼ TEN", "nl", datetime(2020, 1, 1, tzinfo=UTC))
def test_entities_lie_within_the_text_and_are_canonical(
    text: str, language: str, now: datetime
) -> None:
    last = 0
    for entity in values.find(text, language, now, ZONE):
        assert last <= entity.start < entity.end <= len(text)
        assert entity.text == text[entity.start : entity.end]
        assert entity.value is not None
        assert re.fullmatch(CANONICAL[entity.name], entity.value), entity
        last = entity.end


@given(texts, languages, nows)
def test_what_is_read_is_canonical(text: str, language: str, now: datetime) -> None:
    for hour in values.hours(text, language):
        assert re.fullmatch(HOUR, hour)
    days = values.read_days(text, language)
    if days is not None:
        assert days == ",".join(day for day in DAYS if day in days.split(","))
    often = values.read_frequency(text, language)
    assert often is None or re.fullmatch(CANONICAL["frequency"], often)
    until = values.read_until(text, language, now, ZONE)
    if until is not None:
        end = values.end_of(until, ZONE)
        assert end > now
        assert values.until_of(end) == until
        assert "T" in until or date.fromisoformat(until) > values.lived_day(now, ZONE)
    assert values.read_language(text) in {"nl", "fr", "en", None}


@given(st.text())
def test_every_plain_letter_knows_its_place(text: str) -> None:
    whole = plain(text)
    assert len(whole.text) == len(whole.starts) == len(whole.ends)
    pairs = zip(whole.starts, whole.ends, strict=True)
    assert all(0 <= start < end <= len(text) for start, end in pairs)


@given(st.times(), languages)
def test_an_hour_as_we_write_it_is_read_back(at: time, language: str) -> None:
    shown = format_time(at, "short", locale=LOCALES[language])
    assert values.hours(shown, language) == (f"{at:%H:%M}",)


@given(st.sets(st.sampled_from(DAYS), min_size=1), languages)
def test_days_as_we_write_them_are_read_back(chosen: set[str], language: str) -> None:
    names = get_day_names("wide", locale=LOCALES[language])
    ordered = [day for day in DAYS if day in chosen]
    shown = format_list([names[DAYS.index(day)] for day in ordered], locale=LOCALES[language])
    assert values.read_days(shown, language) == ",".join(ordered)


def test_accents_that_stand_by_themselves_belong_to_their_letter() -> None:
    text = "apre\u0301s-midi \U0001f600"
    (entity,) = values.find(text, "fr", datetime(2026, 11, 23, tzinfo=UTC), ZONE)
    assert (entity.start, entity.end, entity.value) == (0, 11, "14:00")


def test_easter_is_a_sunday_in_its_season() -> None:
    known = {2024: "03-31", 2025: "04-20", 2026: "04-05", 2027: "03-28", 2038: "04-25"}
    assert {year: f"{easter(year):%m-%d}" for year in known} == known
    days = [easter(year) for year in range(1990, 2100)]
    assert all(day.weekday() == 6 for day in days)
    assert all(day - date(day.year, 3, 22) <= timedelta(days=34) for day in days)
