"""Whose phone rings: every rule alone, and what holds for any volunteers and any wish."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import duty, routing
from bot.rhythm import Quiet
from bot.routing import Calendar, Candidate, Verdict, Wanted

CALENDAR = Calendar(ZoneInfo("Europe/Brussels"), Quiet(time(21, 30), time(8)))
NOW = datetime(2026, 10, 5, 7, 0, tzinfo=UTC)  # Monday, 9:00 there
NIGHT = datetime(2026, 10, 5, 1, 0, tzinfo=UTC)  # 3:00
DAY = timedelta(days=1)
WISH = Wanted("nl", resident=99)
KARIM = Candidate(1, ("nl", "fr"))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, Verdict.YES),
        ({"id": 99}, Verdict.SELF),
        ({"languages": ("fr",)}, Verdict.LANGUAGE),
        ({"reachable": False}, Verdict.UNREACHABLE),
        ({"on_duty": False}, Verdict.OFF_DUTY),
        ({"away_until": NOW + timedelta(hours=1)}, Verdict.AWAY),
        ({"away_until": NOW}, Verdict.YES),
        ({"away_from": NOW, "away_until": NOW + DAY}, Verdict.AWAY),
        ({"away_from": NOW + timedelta(hours=1), "away_until": NOW + DAY}, Verdict.YES),
        ({"owes_debrief": True}, Verdict.DEBRIEF),
        ({"spans": duty.parse(["mo 10:00-12:00"])}, Verdict.HOURS),
        ({"spans": duty.parse(["mo 09:00-12:00"])}, Verdict.YES),
        ({"load": 3}, Verdict.FULL),
        ({"load": 2}, Verdict.YES),
    ],
)
def test_each_reason(changes: dict[str, object], said: Verdict) -> None:
    one = replace(KARIM, **changes)
    assert routing.verdict(one, WISH, NOW, CALENDAR) is said
    assert routing.route(WISH, [one], NOW, CALENDAR) == ([one.id] if said is Verdict.YES else [])


def test_who_is_avoided_is_not_rung() -> None:
    wish = replace(WISH, avoid=frozenset({1}))
    assert routing.verdict(KARIM, wish, NOW, CALENDAR) is Verdict.AVOIDED


def test_at_night_only_what_is_urgent_rings_and_hours_count_above_all() -> None:
    urgent = replace(WISH, urgency="urgent")
    by_day = replace(KARIM, spans=duty.parse(["mo 09:00-12:00"]))
    by_night = replace(KARIM, spans=duty.parse(["su 22:00-05:00"]))
    assert routing.route(WISH, [KARIM], NIGHT, CALENDAR) == []
    assert routing.route(urgent, [KARIM], NIGHT, CALENDAR) == [1]
    assert routing.route(urgent, [by_day], NIGHT, CALENDAR) == []
    assert routing.route(WISH, [by_night], NIGHT, CALENDAR) == [1]


def test_the_order() -> None:
    """Asked for, then known, then less load, then near, then whoever was first here."""
    ring = [Candidate(n, ("nl",), load=1) for n in range(1, 7)]
    ring[4] = replace(ring[4], load=0)
    ring[3] = replace(ring[3], place="Molenbeek")
    wish = replace(WISH, asked_for=6, before=(3, 2), place="molenbeek")
    assert routing.route(wish, ring, NOW, CALENDAR) == [6, 3, 2, 5, 4, 1]


def test_few_at_once_and_the_one_asked_for_alone() -> None:
    assert routing.wave(WISH, [1, 2, 3, 4], 3) == [1, 2, 3]
    asked = replace(WISH, asked_for=2)
    assert routing.wave(asked, [2, 1, 3], 3) == [2]
    assert routing.wave(asked, [1, 3], 3) == [1, 3], "whom she asked for is not there"


def test_a_full_volunteer_is_rung_for_what_is_urgent_when_there_is_nobody_else() -> None:
    full = replace(KARIM, load=3)
    free = replace(KARIM, id=2)
    urgent = replace(WISH, urgency="urgent")
    assert routing.route(urgent, [full], NOW, CALENDAR) == [1]
    assert routing.route(urgent, [full, free], NOW, CALENDAR) == [2]
    rung = replace(urgent, rung={2: routing.NEVER})
    assert routing.route(rung, [full, free], NOW, CALENDAR) == [1]


def test_when_somebody_could() -> None:
    later = replace(KARIM, spans=duty.parse(["mo 14:00-17:00"]))
    away = replace(KARIM, id=2, away_until=NOW + timedelta(hours=2))
    off = replace(KARIM, id=3, on_duty=False)
    assert routing.next_free(WISH, [later], NOW, CALENDAR) == NOW + timedelta(hours=5)
    assert routing.next_free(WISH, [later, away], NOW, CALENDAR) == NOW + timedelta(hours=2)
    assert routing.next_free(WISH, [off], NOW, CALENDAR) is None
    assert routing.next_free(WISH, [KARIM], NIGHT, CALENDAR) == NIGHT + timedelta(hours=5)
    assert routing.next_free(replace(WISH, rung={1: routing.NEVER}), [later], NOW, CALENDAR) is None


def test_days_off_that_begin_later_stand_in_the_way_from_then_on() -> None:
    days = {"away_from": NOW + timedelta(hours=3), "away_until": NOW + DAY}
    later = replace(KARIM, spans=duty.parse(["mo 14:00-17:00", "we 14:00-17:00"]), **days)
    assert routing.next_free(WISH, [later], NOW, CALENDAR) == NOW + 2 * DAY + timedelta(hours=5)
    sooner = replace(KARIM, spans=duty.parse(["mo 11:00-17:00"]), **days)
    assert routing.next_free(WISH, [sooner], NOW, CALENDAR) == NOW + timedelta(hours=2)
    assert routing.next_free(WISH, [replace(KARIM, **days)], NOW, CALENDAR) == NOW


CANDIDATES = st.builds(
    Candidate,
    id=st.integers(1, 8),
    languages=st.sampled_from([("nl",), ("fr",), ("nl", "fr")]),
    on_duty=st.booleans(),
    spans=st.sampled_from([(), duty.parse(["mo 09:00-12:00"]), duty.parse(["tu 18:00-21:00"])]),
    away_from=st.sampled_from([None, NOW - 2 * DAY, NOW + timedelta(hours=2)]),
    away_until=st.sampled_from([None, NOW - DAY, NOW + DAY]),
    load=st.integers(0, 4),
    owes_debrief=st.booleans(),
)
WISHES = st.builds(
    Wanted,
    language=st.sampled_from(["nl", "fr"]),
    urgency=st.sampled_from(["normal", "urgent"]),
    asked_for=st.none() | st.integers(1, 8),
    before=st.lists(st.integers(1, 8), max_size=3, unique=True).map(tuple),
    avoid=st.frozensets(st.integers(1, 8), max_size=2),
    rung=st.dictionaries(
        st.integers(1, 8), st.sampled_from([routing.NEVER, NOW, NOW + DAY]), max_size=3
    ),
)


@given(st.lists(CANDIDATES, max_size=8, unique_by=lambda c: c.id), WISHES, st.integers(0, 200))
def test_whoever_is_rung_may_be_and_was_not_yet(
    ring: list[Candidate], wish: Wanted, hours: int
) -> None:
    now = NOW + timedelta(hours=hours)
    order = routing.route(wish, ring, now, CALENDAR)
    known = {one.id: one for one in ring}
    assert len(set(order)) == len(order)
    for number in order:
        said = routing.verdict(known[number], wish, now, CALENDAR)
        full_and_urgent = said is Verdict.FULL and wish.urgency == "urgent"
        assert said is Verdict.YES or full_and_urgent
        assert number not in wish.avoid
        assert wish.rung.get(number, now) <= now
    at = routing.next_free(wish, ring, now, CALENDAR)
    if at is not None and at > now:
        assert routing.route(wish, ring, at, CALENDAR), "what is promised holds, if nothing changes"
