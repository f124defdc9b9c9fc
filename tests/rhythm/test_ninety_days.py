"""Ninety days of some hundreds of made-up residents: how often, when, in what words, and how it
ends. The picture for the documentation is drawn from the same lives."""

from __future__ import annotations

import re
from datetime import time, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bot import pace
from bot.dialogue import Library
from bot.dialogue.forbidden import FORBIDDEN
from bot.rhythm import DAYS, Verdict

from .picture import draw
from .simulation import KINDS, LENGTH, Greeting, Life, lives

ROOT = Path(__file__).resolve().parents[2]
PICTURE = ROOT / "docs/images/rhythm.svg"
EACH = 48


@pytest.fixture(scope="module")
def everybody() -> list[Life]:
    library = Library.read(ROOT / "dialogues", ROOT / "locales")
    return list(lives(library, EACH))


def of(everybody: list[Life], *kinds: str) -> list[Life]:
    return [life for life in everybody if life.kind in kinds]


def gaps(life: Life) -> list[tuple[int, Greeting]]:
    found = pairwise(life.greetings)
    return [((after.at.date() - before.at.date()).days, after) for before, after in found]


def test_it_is_a_few_hundred_and_every_kind(everybody: list[Life]) -> None:
    assert len(everybody) == EACH * len(KINDS) > 300
    assert all(life.greetings for life in everybody)


def test_the_chosen_rhythm_is_a_ceiling(everybody: list[Life]) -> None:
    for life in everybody:
        days = [greeting.at.date() for greeting in life.greetings]
        assert len(days) == len(set(days)), "one first word a day"
        assert len(days) <= LENGTH * len(life.days) / 7 + 1
        if not life.offers:  # 'rather twice a week' changes the days
            assert all(DAYS[day.weekday()] in life.days for day in days)


def test_at_the_chosen_quarter_of_an_hour_on_both_sides_of_the_clock_change(
    everybody: list[Life],
) -> None:
    offsets = set()
    for life in everybody:
        for greeting in life.greetings:
            chosen = time.fromisoformat(life.hours[greeting.at.date()])
            begins = greeting.at.replace(hour=chosen.hour, minute=chosen.minute, second=0)
            assert timedelta() <= greeting.at - begins < timedelta(minutes=15)
            assert not time(1) <= greeting.at.time() < time(4)
            offsets.add((life.number % 2, greeting.at.utcoffset()))
    assert len(offsets) == 4, "two seasons, each with summer and winter time"


def test_each_state_keeps_its_distance(everybody: list[Life]) -> None:
    seen = set()
    for life in everybody:
        for before, after in pairwise(life.greetings):
            days = (after.at.date() - before.at.date()).days
            least = {pace.State.STEADY: 1, pace.State.SILENT: 7}.get(after.state, 2)
            if after.state is pace.State.LOW and before.answered:
                least = 1
            assert days >= least, f"{life.kind} {life.number}: {days} days while {after.state}"
            seen.add(after.state)
    assert seen == set(pace.State)


def test_silence_makes_it_rarer_and_never_ends_it(everybody: list[Life]) -> None:
    for life in of(everybody, "silent"):
        assert 10 <= len(life.greetings) <= 14
        found = [days for days, _ in gaps(life)]
        assert found == sorted(found), "never hurries"
        assert max(found) <= 28


def test_who_answers_again_has_the_chosen_rhythm_again(everybody: list[Life]) -> None:
    for life in of(everybody, "alternating"):
        if life.days != DAYS:
            continue
        for before, after in pairwise(life.greetings):
            if before.answered and after.state is pace.State.STEADY:
                skipped = [
                    life.skipped.get(before.at.date() + timedelta(days=n))
                    for n in range(1, (after.at.date() - before.at.date()).days)
                ]
                assert not skipped


def test_low_days_are_quiet_and_further_apart_without_an_answer(everybody: list[Life]) -> None:
    hard = [g for life in everybody for g in life.greetings if g.state is pace.State.LOW]
    assert len(hard) > EACH
    assert {g.dialogue for g in hard} <= {"gentle_hello", "soft_hello"}
    assert not any("!" in g.text for g in hard)
    low = [life for life in of(everybody, "low") if life.days == DAYS]
    assert any(Verdict.RESTS in life.skipped.values() for life in low)


def test_a_pause_is_a_pause(everybody: list[Life]) -> None:
    pausing = of(everybody, "pausing")
    assert sum(len(life.pauses) for life in pausing) > EACH
    for life in pausing:
        for begins, ends in life.pauses:
            assert not any(begins < greeting.at < ends for greeting in life.greetings)


def test_two_weeks_do_not_repeat(everybody: list[Life]) -> None:
    """Where the hour stays. What is said on a hard day is another story."""
    for life in of(everybody, "steady", "pausing"):
        plain = [g for g in life.greetings if g.dialogue in ("morning", "midday", "evening")]
        for place, greeting in enumerate(plain):
            near = [
                g.text for g in plain[place + 1 :] if (g.at.date() - greeting.at.date()).days < 14
            ]
            assert greeting.text not in near, f"{life.language} {greeting.text}"


def test_about_one_first_word_in_three_asks_nothing(everybody: list[Life]) -> None:
    texts = [g.text for life in of(everybody, "steady") for g in life.greetings]
    assert 0.2 <= sum("?" not in text for text in texts) / len(texts) <= 0.5
    soft = [
        g.text
        for life in everybody
        for g in life.greetings
        if g.state in (pace.State.REACHING_OUT, pace.State.SILENT)
    ]
    assert soft
    assert not any("?" in text or "!" in text for text in soft)


def test_nothing_forbidden_and_one_question_at_most(everybody: list[Life]) -> None:
    for language in ("nl", "fr", "en"):
        texts = {text for life in everybody if life.language == language for text in life.said}
        assert len(texts) > 100
        for text in texts:
            assert not re.search(FORBIDDEN[language], text, re.IGNORECASE), text
            assert text.count("?") <= 1, text
            assert "{" not in text
            assert "…" not in text


def test_one_small_step_a_week_and_none_while_low(everybody: list[Life]) -> None:
    assert any(life.ties for life in everybody)
    for life in everybody:
        assert all((b - a).days >= 7 for a, b in pairwise(life.ties))
        for day in life.ties:
            on_it = [g for g in life.greetings if g.at.date() == day]
            assert all(g.state is pace.State.STEADY for g in on_it)


def test_less_is_offered_every_few_weeks(everybody: list[Life]) -> None:
    for life in of(everybody, "steady"):
        assert 1 <= len(life.offers) <= 4
    for life in everybody:
        assert all((b - a).days >= 28 for a, b in pairwise(life.offers))


def test_every_talk_finds_its_end(everybody: list[Life]) -> None:
    """A question that is left standing leads to an end by silence, without a word."""
    for life in everybody:
        if life.position is not None:
            place = life.library.place(life.position)
            assert place is not None
            silence = place[1].silence
            assert silence is not None
            assert silence.then in ("end", "gone", "open")


def test_the_picture_in_the_documentation(
    everybody: list[Life], request: pytest.FixtureRequest
) -> None:
    shown = [next(one for one in of(everybody, kind) if one.days == DAYS) for kind in KINDS]
    drawn = draw(shown)
    if request.config.getoption("--update"):
        PICTURE.write_text(drawn, encoding="utf-8")
    assert PICTURE.read_text(encoding="utf-8") == drawn, "draw it anew: pytest --update"
