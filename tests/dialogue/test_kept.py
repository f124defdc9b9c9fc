"""Her people: kept with her yes, asked after now and then, and never where it would be cruel."""

from datetime import date, timedelta

import pytest

from bot.dialogue import avoided, kept
from bot.dialogue.memory import expired, may_keep, person_due
from bot.understanding import Understanding

TODAY = date(2026, 3, 2)


def ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


def brother(told: int, asked: int | None = None) -> dict[str, str]:
    return {
        "relation.brother": f"{ago(told)} {'-' if asked is None else ago(asked)} my brother Jeff"
    }


def said(text: str, intent: str | None = None, sure: float = 0.9) -> Understanding:
    return Understanding(text, "en", intent, sure if intent else 0.0)


def test_what_is_written_is_read() -> None:
    for one in (
        kept.Kept("my brother", TODAY),
        kept.Kept("ma sœur Anne", TODAY, TODAY + timedelta(days=1)),
    ):
        assert kept.Kept.read(one.write()) == one
    for broken in ("", "my brother", "2026-03-02", "2026-03-02 x my brother"):
        assert kept.Kept.read(broken) is None


@pytest.mark.parametrize(
    ("facts", "due"),
    [
        (brother(2), False),  # only just told
        (brother(3), True),
        (brother(29, 30), True),  # she answered, and it is long ago
        (brother(27, 27), False),
        (brother(30, 5), False),  # asked, and not answered: not again
        (brother(3) | {"loss": ago(1)}, False),
        (brother(3) | {"low": ago(1)}, False),
        (brother(3) | {"asked_after": ago(6)}, False),  # one a week, of whatever kind
        (brother(3) | {"asked_after": ago(7)}, True),
        (brother(3) | {"no_topics": ago(1)}, False),
        (brother(3) | {"avoid": "my brother"}, False),
        (brother(3) | {"avoid": "Jeff"}, False),
        (brother(3) | {"lost.brother": ago(1)}, False),
        (brother(3) | {"lost.sister": ago(1)}, True),
    ],
)
def test_who_is_asked_after(facts: dict[str, str], due: bool) -> None:
    assert person_due(facts, TODAY) == ("my brother Jeff" if due else "")


def test_whoever_waited_longest_comes_first() -> None:
    facts = brother(5) | {"relation.sister": f"{ago(9)} - my sister"}
    assert person_due(facts, TODAY) == "my sister"


def test_who_is_not_spoken_of_is_forgotten() -> None:
    facts = brother(119)
    assert not list(expired(facts, TODAY))
    assert list(expired(brother(120), TODAY)) == ["relation.brother"]
    assert list(expired({"relation.brother": "?"}, TODAY)) == ["relation.brother"]


def test_an_answer_renews_and_a_question_does_not() -> None:
    facts = brother(30)
    facts |= kept.asked(facts, "my brother Jeff", TODAY)
    assert kept.people(facts)["brother"].told == TODAY - timedelta(days=30)
    facts |= kept.keep(facts, "my brother Jeff", TODAY)
    assert facts["relation.brother"] == f"{TODAY} {TODAY} my brother Jeff"


def test_anything_else_is_the_one_topic() -> None:
    assert kept.keep({}, "my leg", TODAY) == {"topic": "my leg", "topic_on": TODAY.isoformat()}
    assert kept.keep({}, "", TODAY) == {}


@pytest.mark.parametrize("words", ["my landlord", "my ex-husband", "my boss"])
def test_nobody_is_asked_how_these_are(words: str) -> None:
    assert kept.person(words) == ""
    assert kept.named(f"{words} came by", {}) == ""


@pytest.mark.parametrize(
    ("text", "about", "gone"),
    [
        ("my brother died", "", "brother"),
        ("he died on Sunday", "my brother Jeff", "brother"),
        ("he died on Sunday", "my leg", ""),
        ("my sister rang: my brother is dead", "", "brother"),
        ("his brother died", "", ""),
        ("my brother is ill", "", ""),
    ],
)
def test_who_died_goes_at_once(text: str, about: str, gone: str) -> None:
    facts = brother(3) | {"topic": "my brother", "topic_on": ago(1)}
    changed = kept.heard(facts, said(text), about, TODAY)
    if not gone:
        assert changed == {}
        return
    after = {key: value for key, value in (facts | changed).items() if value}
    assert after == {"lost.brother": TODAY.isoformat()}
    assert avoided.avoids(after, "my brother")
    assert not kept.heard(after, said(text), about, TODAY), "once"


def test_who_left_for_good_goes_as_well() -> None:
    facts = {"relation.wife": f"{ago(5)} - my wife"}
    left = said("my wife has left me", "tell_loss")
    assert kept.heard(facts, left, "", TODAY)["relation.wife"] == ""
    assert not kept.heard(facts, said("my wife has left me", "tell_loss", 0.4), "", TODAY)


def test_a_lost_job_takes_nobody_away() -> None:
    """The sister whom the question is about is not dead because of it."""
    assert not kept.heard({}, said("I lost my job", "tell_loss"), "my sister", TODAY)


@pytest.mark.parametrize(
    ("text", "intent"),
    [("I had a row with my brother", "tell_conflict"), ("my brother is dying", "tell_health")],
)
def test_a_quarrel_and_a_deathbed_are_left_alone(text: str, intent: str) -> None:
    facts = brother(40) | kept.heard(brother(40), said(text, intent), "", TODAY)
    assert person_due(facts, TODAY) == ""
    assert "relation.brother" in facts, "it is not forgotten"
    facts |= kept.keep(facts, "my brother Jeff", TODAY + timedelta(days=2))
    later = {key: value for key, value in facts.items() if key != "kept_nothing"}
    assert person_due(later, TODAY + timedelta(days=31)), "she told of him again"


def test_nothing_is_offered_after_a_no_or_a_loss() -> None:
    assert may_keep({}, TODAY, "my brother")
    for facts in (
        {"kept_nothing": ago(29)},
        {"loss": ago(13)},
        {"avoid": "my brother"},
        {"lost.brother": ago(300)},
    ):
        assert not may_keep(facts, TODAY, "my brother")


def test_what_is_not_to_be_raised_is_recognised_in_any_words() -> None:
    facts = {"lost.brother": ago(40)}
    words = kept.named("the keys of my brother's house are gone", facts)
    assert words
    assert not may_keep(facts, TODAY, words)


def test_a_list_of_what_not_to_raise() -> None:
    facts = {"avoid": "my brother"}
    facts |= avoided.added(facts, avoided.parted("the church, my brother and Ann", "en"))
    assert avoided.entries(facts) == ("my brother", "the church", "Ann")
    facts |= avoided.allowed(facts, "my brother")
    assert facts["avoid"] == "the church; Ann"
    assert avoided.allowed(facts, "my sister") == {}


def test_after_a_loss_she_alone_opens_it_again() -> None:
    facts = {"lost.brother": ago(3)}
    assert avoided.allowed(facts, "my brother Jeff") == {"lost.brother": ""}


def test_little_words_and_possessives_are_no_topic() -> None:
    assert not avoided.same("mijn broer", "mijn zus")
    assert not avoided.same("onze hond", "onze kat")
    assert avoided.same("Jef", "mijn broer Jef")
    assert not avoided.same("de kerk", "de knie")
