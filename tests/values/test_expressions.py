"""The tables of `expressions`, one test a line."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot import values
from bot.values.plain import Plain, plain

from . import expressions

ZONE = ZoneInfo("Europe/Brussels")
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZONE).astimezone(UTC)


def lines(table: str) -> list[tuple[str, str, str]]:
    split = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    return [(language, text, value) for language, text, value in split]


def test_the_tables_are_large_enough() -> None:
    tables = (expressions.HOURS, expressions.DAYS, expressions.FREQUENCIES, expressions.UNTILS)
    assert sum(len(lines(table)) for table in tables) >= 300


@pytest.mark.parametrize(("language", "text", "value"), lines(expressions.HOURS))
def test_hours(language: str, text: str, value: str) -> None:
    found = values.hours(text, language)
    assert (", ".join(found) or "None") == value
    assert values.read_hour(text, language) == (found[0] if found else None)


@pytest.mark.parametrize(("language", "text", "value"), lines(expressions.DAYS))
def test_days(language: str, text: str, value: str) -> None:
    assert str(values.read_days(text, language)) == value


@pytest.mark.parametrize(("language", "text", "value"), lines(expressions.FREQUENCIES))
def test_frequencies(language: str, text: str, value: str) -> None:
    assert str(values.read_frequency(text, language)) == value


@pytest.mark.parametrize(("language", "text", "value"), lines(expressions.UNTILS))
def test_untils(language: str, text: str, value: str) -> None:
    assert str(values.read_until(text, language, NOW, ZONE)) == value


@pytest.mark.parametrize(("language", "text", "value"), lines(expressions.UNTIL_HOURS))
def test_until_a_part_of_the_day_or_an_hour(language: str, text: str, value: str) -> None:
    found = values.read_until(text, language, NOW, ZONE)
    assert str(found) == value
    if found is not None:
        local = values.end_of(found, ZONE)
        assert local > NOW
        assert values.until_of(local) == found, "there and back"


@pytest.mark.parametrize(("language", "text", "value"), lines(expressions.LANGUAGES))
def test_languages(language: str, text: str, value: str) -> None:
    assert str(values.read_language(text)) == value


@pytest.mark.parametrize(
    ("now", "text", "value"),
    [
        # a day is over when she slept: at four in the morning in Brussels, 03:00 UTC in winter time
        (datetime(2026, 11, 23, 2, 59, tzinfo=UTC), "morgen", "2026-11-23"),
        (datetime(2026, 11, 23, 3, 0, tzinfo=UTC), "morgen", "2026-11-24"),
        (datetime(2026, 11, 22, 22, 30, tzinfo=UTC), "morgen", "2026-11-23"),
        # in summer time the local day begins an hour earlier still
        (datetime(2026, 7, 6, 1, 59, tzinfo=UTC), "demain", "2026-07-06"),
        (datetime(2026, 7, 6, 2, 0, tzinfo=UTC), "demain", "2026-07-07"),
        # the night in which the clock goes back, in both of its hours between two and three
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "a week", "2026-11-01"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "tomorrow", "2026-10-25"),
        (datetime(2026, 10, 25, 3, 0, tzinfo=UTC), "tomorrow", "2026-10-26"),
        # the day of 23 hours: a day later is the next date, not 24 hours on
        (datetime(2026, 3, 28, 22, 30, tzinfo=UTC), "één dag", "2026-03-29"),
        (datetime(2026, 3, 28, 23, 30, tzinfo=UTC), "één dag", "2026-03-30"),
        (datetime(2027, 1, 31, 9, 0, tzinfo=UTC), "een maand", "2027-02-28"),
        (datetime(2028, 2, 29, 9, 0, tzinfo=UTC), "tot eind februari", "2029-02-28"),
        (datetime(2026, 12, 31, 9, 0, tzinfo=UTC), "until the new year", "2027-01-01"),
        (datetime(2026, 12, 28, 9, 0, tzinfo=UTC), "tot na de feestdagen", "2027-01-02"),
    ],
)
def test_days_are_local(now: datetime, text: str, value: str) -> None:
    assert values.read_until(text, "nl", now, ZONE) == value


@pytest.mark.parametrize(
    ("hour", "text", "value"),
    [
        (20, "tot vanavond", "2026-11-24"),  # it is over: what is left of today
        (20, "tot 18u", "2026-11-24T18:00"),
        (20, "tot 9 uur", "2026-11-24T09:00"),
        (13, "tot 8 uur", "2026-11-23T20:00"),
        (1, "tot vanavond", "2026-11-23T19:00"),
        (1, "tot morgenavond", "2026-11-23T19:00"),
        (1, "tot morgennacht", "2026-11-24"),
    ],
)
def test_an_hour_of_today_is_the_next_one(hour: int, text: str, value: str) -> None:
    now = datetime(2026, 11, 23, hour, 0, tzinfo=ZONE).astimezone(UTC)
    assert values.read_until(text, "nl", now, ZONE) == value


MESSAGES = [
    ("nl", "Kan je dinsdag om half tien bellen, in het Frans?",
     "day dinsdag=tu; time half tien=09:30; language Frans=fr"),
    ("nl", "mijn dochter komt om de drie dagen met eten",
     "relation mijn dochter=daughter; frequency om de drie dagen=2; topic eten=food"),
    ("nl", "geen berichten tot na de feestdagen aub",
     "duration tot na de feestdagen=2027-01-02"),
    ("nl", "Zondag of zo, in de voormiddag", "day Zondag=su; time voormiddag=10:00"),
    ("nl", "Ik heb drie uur gewacht bij den dokter", "duration drie uur=PT3H; topic dokter=doctor"),
    ("nl", "goeiemorgen, en nog een fijne avond", ""),
    ("fr", "Ma fille vient le week-end, vers midi",
     "relation Ma fille=daughter; day le week-end=sa,su; time midi=12:00"),
    ("fr", "tantôt j'ai des papiers à remplir", "time tantôt=14:00; topic papiers=papers"),
    ("fr", "plutôt à dix heures moins le quart, moins souvent",
     "time dix heures moins le quart=09:45; frequency moins souvent=less"),
    ("fr", "j'ai attendu pendant trois heures hier", "duration trois heures=PT3H"),
    ("fr", "à tantôt !", ""),
    ("en", "My neighbour called at half nine on Monday",
     "relation My neighbour=neighbour; time half nine=09:30|08:30; day Monday=mo"),
    ("en", "no messages until March please", "duration until March=2027-03-01"),
    ("en", "I need a doctor for two weeks, every other day",
     "topic doctor=doctor; duration two weeks=P2W; frequency every other day=3"),
    ("en", "good morning, I may march home", ""),
    ("en", "tomorrow in the evening", "day tomorrow=2026-11-24; time evening=19:00"),
    ("en", "next Friday at 8", "day next Friday=2026-12-04; time at 8=08:00|20:00"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "told"), MESSAGES)
def test_entities(language: str, text: str, told: str) -> None:
    found = values.find(text, language, NOW, ZONE)
    said = "; ".join(f"{e.name} {e.text}={e.value}" for e in found)
    # 'le week-end' and 'week-end' name the same days
    assert said.replace("day week-end", "day le week-end") == told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "ik heb negen katten"),
        ("nl", "ik ga om een brood"),
        ("nl", "dat is niet voor een oud mens"),
        ("nl", "1050"),
        ("fr", "j'ai mangé avant deux clients"),
        ("fr", "j'ai neuf chats"),
        ("nl", "0478 12 34 56"),
        ("nl", "ik ben 80 jaar"),
        ("en", "one of my friends is ill"),
        ("fr", "à deux c'est mieux"),
        ("fr", "je suis seul depuis trois ans"),
        ("en", "I am mourning"),
        ("nl", "doe de groeten aan Sofie"),
        ("nl", "het kost 12.50 euro"),
    ],
)
def test_what_is_no_hour_no_day_and_no_end(language: str, text: str) -> None:
    assert values.hours(text, language) == ()
    assert values.read_days(text, language) is None
    assert values.read_until(text, language, NOW, ZONE) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("een week", 7),
        ("geen week, drie dagen", 3),
        ("pas une semaine, trois jours", 3),
        ("not a week, three days", 3),
        ("een week is te lang", None),
        ("une semaine c'est trop long", None),
        ("a week is too long", None),
        ("mijn man is een week geleden gestorven", None),
        ("meer dan een week", None),
        ("moins d'une semaine", None),
        ("less than a week", None),
    ],
)
def test_a_refused_span_is_none(text: str, days: int | None) -> None:
    assert values.read_span(text, 2, 30) == days


def test_a_message_full_of_days_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long one held everybody up for seconds."""
    text, read = "zondag niet " * 160, list[int]()

    def counted(message: str) -> Plain:
        read.append(len(message))
        return plain(message)

    monkeypatch.setattr("bot.values.untils.plain", counted)
    assert values.read_until(text, "nl", NOW, ZONE) == "2026-11-29"
    assert sum(read) < 10 * len(text)
