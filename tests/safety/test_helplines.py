"""Which numbers are shown at which hour."""

from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.app import make_house
from bot.i18n import translator
from bot.safety.concern import KINDS
from bot.safety.helplines import (
    OWN_FILE,
    SHIPPED,
    HelplineError,
    Opening,
    choose,
    due_for_review,
    gaps,
    load_helplines,
    read_helplines,
)
from bot.safety.reply import Facts, numbers
from bot.settings import Settings, SettingsError

LINES = load_helplines()
BRUSSELS = ZoneInfo("Europe/Brussels")
NIGHT = datetime(2026, 11, 24, 3, 0, tzinfo=BRUSSELS)
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=BRUSSELS)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("now", [NIGHT, NOON])
@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_112_is_always_there(kind: str, language: str, now: datetime, count: int) -> None:
    chosen = choose(LINES, kind, language, now, count)
    assert len(chosen) <= max(count, 1)
    assert "be-112" in {line.id for line in chosen}


def test_the_own_language_leads() -> None:
    first = {
        lang: choose(LINES, "crisis_suicide", lang, NIGHT)[0].id for lang in ("nl", "fr", "en")
    }
    assert first == {"nl": "be-1813", "fr": "be-cps", "en": "be-chs"}


def test_a_medical_crisis_begins_with_112() -> None:
    assert choose(LINES, "crisis_medical", "fr", NOON)[0].id == "be-112"


def test_unknown_hours_are_shown_and_never_called_open() -> None:
    lines = {line.id: line for line in choose(LINES, "crisis_violence", "nl", NIGHT)}
    assert lines["be-1712"].is_open(NIGHT) is None
    assert lines["be-1712"].hours is None


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_a_number_is_said_once(language: str) -> None:
    """Also where an own list, made from an earlier one of ours, has it in the name."""
    name = dict.fromkeys(("nl", "fr", "en"), "1712, hulplijn bij geweld")
    own = read_helplines({"helplines": [row(name=name, tel=1712)]})
    facts = Facts("De Brug", NOON)
    for line in (*LINES, *own):
        said = numbers(language, [line], facts, translator(language, "formal"))
        assert said.count(line.tel) == 1, said


def row(**changes: object) -> dict[str, object]:
    return {
        "id": "x",
        "country": "BE",
        "name": {"en": "X"},
        "needs": ["suicide"],
        "languages": ["en"],
        "tel": "1",
        "hours": [{"days": ["mo", "tu"], "from": "09:00", "to": "17:00"}],
        "verified_on": None,
        "review_by": date(2027, 1, 1),
        "source": "test",
    } | changes


def test_a_line_known_to_be_closed_is_left_out() -> None:
    (line,) = read_helplines({"helplines": [row()]})
    assert choose([line], "crisis_suicide", "en", NOON) == [line]
    assert choose([line], "crisis_suicide", "en", NIGHT) == []


def test_past_midnight_belongs_to_the_evening_before() -> None:
    late = Opening(frozenset({5}), time(22), time(2))  # Saturday night
    assert late.holds(datetime(2026, 11, 29, 1, 59, tzinfo=BRUSSELS))
    assert not late.holds(datetime(2026, 11, 29, 2, 0, tzinfo=BRUSSELS))
    assert not late.holds(datetime(2026, 11, 28, 1, 0, tzinfo=BRUSSELS))
    assert late.holds(datetime(2026, 11, 28, 22, 0, tzinfo=BRUSSELS))


@pytest.mark.parametrize(
    ("utc", "is_open"),
    [
        (datetime(2026, 3, 28, 8, 30, tzinfo=ZoneInfo("UTC")), True),  # 09:30, winter time
        (datetime(2026, 3, 29, 7, 30, tzinfo=ZoneInfo("UTC")), True),  # 09:30, summer time
        (datetime(2026, 3, 29, 6, 30, tzinfo=ZoneInfo("UTC")), False),  # 08:30
        (datetime(2026, 10, 25, 7, 30, tzinfo=ZoneInfo("UTC")), False),  # 08:30, winter again
        (datetime(2026, 10, 25, 8, 30, tzinfo=ZoneInfo("UTC")), True),
    ],
)
def test_hours_are_wall_time_across_the_clock_change(utc: datetime, is_open: bool) -> None:
    opening = Opening(frozenset(range(7)), time(9), time(17))
    assert opening.holds(utc.astimezone(BRUSSELS)) is is_open


def test_nothing_was_dialled_yet_so_everything_is_due() -> None:
    assert due_for_review(LINES, date(2026, 11, 24)) == list(LINES)
    (seen,) = read_helplines({"helplines": [row(verified_on=date(2026, 11, 1))]})
    assert due_for_review([seen], date(2026, 12, 31)) == []
    assert due_for_review([seen], date(2027, 1, 1)) == [seen]


def test_known_gaps_are_told() -> None:
    found = gaps(LINES)
    assert ("violence", "en", "no line") in found
    assert ("violence", "nl", "no line known to be open at night") in found


def test_a_wrong_row_is_named() -> None:
    with pytest.raises(HelplineError, match="x"):
        read_helplines({"helplines": [row(hours=[{"days": ["someday"]}])]})
    with pytest.raises(HelplineError, match="x"):
        read_helplines({"helplines": [row(name="no word in any language")]})
    with pytest.raises(HelplineError, match="same id"):
        read_helplines({"helplines": [row(), row()]})


def test_a_deployments_own_list_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    assert load_helplines(tmp_path) == LINES
    own = tmp_path / OWN_FILE
    own.write_text(SHIPPED.read_text("utf-8").replace('tel: "1813"', 'tel: "9999"'), "utf-8")
    assert "9999" in {line.tel for line in load_helplines(tmp_path)}
    for broken in ("helplines: [", "[]", "helplines: {}", "helplines: [{id: x}]"):
        own.write_text(broken, "utf-8")
        with pytest.raises(HelplineError):
            load_helplines(tmp_path)


def test_a_list_that_cannot_be_read_stops_the_start_with_one_line(tmp_path: Path) -> None:
    for folder in ("dialogues", "locales"):
        (tmp_path / folder).mkdir()
    (tmp_path / OWN_FILE).write_text("helplines: [", "utf-8")
    with pytest.raises(SettingsError, match=r"helplines\.yaml cannot be read"):
        make_house(Settings(content=tmp_path))
