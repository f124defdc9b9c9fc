"""What is remembered: for how long, what it allows, and what a loss forbids."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from bot.dialogue import Context, Library, Remember, Said, Say, resume, start
from bot.dialogue.avoided import avoids
from bot.dialogue.memory import (
    DAYS,
    anniversaries,
    decide,
    expired,
    with_days,
    without_days,
)
from bot.dialogue.names import REMEMBERED
from bot.dialogue.readers import read_date, read_topic
from bot.understanding import Understanding

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)


def ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


@pytest.mark.parametrize("name", DAYS)
def test_a_kept_date_expires_on_its_day(name: str) -> None:
    facts = {name: ago(DAYS[name] - 1)}
    assert not list(expired(facts, TODAY))
    assert list(expired({name: ago(DAYS[name])}, TODAY)) == [name]


def test_the_words_go_with_the_date() -> None:
    facts = {"topic": "my leg", "topic_on": ago(21)}
    assert set(expired(facts, TODAY)) == {"topic", "topic_on"}


def test_what_expired_is_erased_by_the_next_turn(library: Library) -> None:
    facts = {"language": "en", "topic": "my leg", "topic_on": ago(30)}
    turn = start(library, "thanks", Context(facts, NOW))
    assert Remember("topic", "") in turn.effects
    assert "topic" not in turn.facts


@pytest.mark.parametrize("name", REMEMBERED)
def test_every_decision_is_known_and_never_raises(name: str) -> None:
    for facts in ({}, {"loss": "x", "less": "", "anniversary": "?", "topic_on": "2026"}):
        assert decide(name, facts, TODAY) in (True, False)


@pytest.mark.parametrize(
    ("facts", "may"),
    [
        ({}, True),
        ({"step": ago(6)}, False),
        ({"step": ago(7)}, True),
        ({"low": ago(2)}, False),
        ({"low": ago(3)}, True),
        ({"loss": ago(13)}, False),
        ({"no_steps": ago(300)}, False),
    ],
)
def test_a_small_step_once_a_week_and_never_while_low(facts: dict[str, str], may: bool) -> None:
    assert decide("may_suggest", facts, TODAY) is may


def test_steps_never_come_twice_in_a_week(library: Library) -> None:
    """Ninety good days: a suggestion at most every seventh day, none in the low week."""
    facts: dict[str, str] = {"language": "en", "name": "Ana"}
    offered: list[int] = []
    for day in range(90):
        now = NOW + timedelta(days=day)
        if day == 30:
            facts["low"] = now.date().isoformat()
        context = Context(facts, now, seed="s", values={"place.tie": "P", "organisation": "O"})
        asked = start(library, "morning", context)
        turn = resume(library, asked.position, Said(Understanding("Fine", "en")), context)
        said = [e.ref for e in turn.effects if isinstance(e, Say)]
        if "light_tie/offer/say" in said:
            offered.append(day)
        facts = dict(turn.facts)
    assert offered
    assert all(b - a >= 7 for a, b in pairwise(offered))
    assert not set(offered) & {30, 31, 32}


@pytest.mark.parametrize(
    ("facts", "may"),
    [
        ({"topic": "my leg", "topic_on": ago(3)}, True),
        ({"topic": "my leg", "topic_on": ago(2)}, False),
        ({"topic": "my leg", "topic_on": ago(5), "loss": ago(1)}, False),
        ({"topic": "my leg", "topic_on": ago(5), "no_topics": ago(1)}, False),
        ({"topic": "my brother's leg", "topic_on": ago(5), "avoid": "my brother"}, False),
        ({"topic_on": ago(5)}, False),
        ({"topic": "my leg", "topic_on": ago(5), "asked_after": ago(6)}, False),
        ({"topic": "my dog", "topic_on": ago(5), "lost.dog": ago(20)}, False),
    ],
)
def test_what_may_be_asked_after(facts: dict[str, str], may: bool) -> None:
    assert decide("may_ask_after", facts, TODAY) is may


def test_little_words_are_no_topic() -> None:
    assert not avoids({"avoid": "my mum"}, "my leg")
    assert avoids({"avoid": "l'église"}, "la messe à l'Église")


CHEERFUL = ("light_tie", "ask_after", "less", "morning/hello", "midday/hello", "evening/hello")


@pytest.mark.parametrize("slot", ["morning", "midday", "evening"])
@pytest.mark.parametrize("day", range(14))
def test_nothing_cheerful_for_two_weeks_after_a_loss(slot: str, day: int, library: Library) -> None:
    facts = {"language": "en", "loss": TODAY.isoformat(), "less": ago(60), "days": "mo,tu,we"}
    facts |= {"topic": "my leg", "topic_on": ago(4)}
    turn = start(library, slot, Context(facts, NOW + timedelta(days=day), seed="s"))
    said = [e.ref for e in turn.effects if isinstance(e, Say)]
    assert said
    assert not [ref for ref in said if ref.startswith(CHEERFUL)]
    assert turn.position is None  # nothing is asked


@pytest.mark.parametrize(("day", "yes"), [("03-02", True), ("03-03", False), ("?", False)])
def test_anniversary(day: str, yes: bool) -> None:
    assert decide("is_anniversary", {"anniversary": day}, TODAY) is yes
    assert not decide("is_anniversary", {"anniversary": day, "no_dates": ago(1)}, TODAY)


def test_a_birthday_does_not_take_the_place_of_a_death() -> None:
    facts = {"anniversary": "11-20"}
    facts["anniversary"] = with_days(facts, "03-02")
    assert facts["anniversary"] == "03-02,11-20"
    assert with_days(facts, "03-02") == "03-02,11-20"
    assert decide("is_anniversary", facts, TODAY)
    assert decide("is_anniversary", facts, date(2026, 11, 20))
    assert anniversaries(facts, 2026) == [TODAY, date(2026, 11, 20)]
    assert without_days(facts, "03-02") == "11-20"
    assert without_days(facts, "03-02,11-20") == ""
    assert anniversaries({}, 2026) == []


def test_days_are_kept_up_to_a_dozen() -> None:
    facts = {"anniversary": ",".join(f"{month:02}-15" for month in range(1, 12))}
    assert not decide("days_full", facts, TODAY)
    facts["anniversary"] = with_days(facts, "01-01,02-01")
    assert decide("days_full", facts, TODAY)
    assert facts["anniversary"].count("-15") == 11, "none gives way to a new one"


@pytest.mark.parametrize(
    "known",
    [
        {"name": "Ana"},
        {"topic": "my leg"},
        {"avoid": "the war"},
        {"anniversary": "03-02"},
        {"relation.brother": f"{TODAY} - my brother"},
    ],
)
def test_something_is_remembered(known: dict[str, str]) -> None:
    assert decide("has_memory", known, TODAY)
    assert not decide("has_memory", {"hour": "09:00", "days": "mo"}, TODAY)


def test_a_leap_day_is_kept_in_every_year() -> None:
    assert decide("is_anniversary", {"anniversary": "02-29"}, date(2027, 2, 28))
    assert not decide("is_anniversary", {"anniversary": "02-29"}, date(2028, 2, 28))
    assert decide("is_anniversary", {"anniversary": "02-29"}, date(2028, 2, 29))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14 maart", "03-14"),
        ("2 mei en 14 maart", "03-14,05-02"),
        ("le 14 mars et le 2 mai", "03-14,05-02"),
        ("14/3, 2/5", "03-14,05-02"),
        ("op 3/3/2019", "03-03"),
        ("le 1er août", "08-01"),
        ("March 14th", "03-14"),
        ("de 29ste februari", "02-29"),
        ("31 april", None),
        ("ergens in mei", None),
    ],
)
def test_read_date(text: str, day: str | None) -> None:
    assert read_date(Understanding(text, "nl"), Context()) == day


def test_a_topic_is_a_few_words() -> None:
    assert read_topic(Understanding("mijn been.", "nl"), Context()) == "mijn been"
    assert read_topic(Understanding("x" * 61, "nl"), Context()) is None
    assert read_topic(Understanding("{name}", "nl"), Context()) is None
