"""The safety reply: one message, one question, 112, and nothing it must not say."""

from datetime import UTC, datetime

import pytest

from bot.safety import Concern, Thresholds, combine
from bot.safety.concern import KINDS
from bot.safety.helplines import choose, load_helplines
from bot.safety.reply import TEXTS, Facts, Reply, follow_up, hard_heard, later, reply, voice

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
FACTS = Facts("De Brug", NOW, "tomorrow from 9:00")


def english(context: str, source: str) -> str:
    assert TEXTS[context] == source
    return source


def composed(kind: str, level: str, facts: Facts = FACTS) -> Reply:
    lines = choose(load_helplines(), kind, "en", NOW)
    concern = Concern(kind, "act" if level == "act" else "ask", ("words",))
    return reply(concern, "en", lines, facts, english)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("level", ["act", "ask"])
def test_one_question_three_buttons(kind: str, level: str) -> None:
    answer = composed(kind, level)
    assert answer.text.count("?") == 1
    assert answer.text.endswith("?")
    assert len(answer.buttons) == 3
    assert all(len(button.label) <= 30 for button in answer.buttons)


@pytest.mark.parametrize("kind", KINDS)
def test_the_reply_tells_numbers_and_what_it_is(kind: str) -> None:
    text = composed(kind, "act").text
    assert "112" in text
    assert "not an emergency service" in text
    assert "unless you say yes" in text
    assert "De Brug could answer here tomorrow from 9:00" in text
    assert len(text) < 4096


def test_the_kinds_have_their_own_words() -> None:
    assert len({composed(kind, "act").text.split("\n")[0] for kind in KINDS}) == 3


@pytest.mark.parametrize(
    ("when", "said"),
    [("", "now"), (None, "I do not know when"), ("at 9", "could answer here at 9")],
)
def test_when_a_person_could(when: str | None, said: str) -> None:
    assert said in composed("crisis_suicide", "act", Facts("De Brug", NOW, when)).text


def test_the_alert_is_told_where_the_policy_holds() -> None:
    assert "for 15 minutes" in composed("crisis_suicide", "act", Facts("B", NOW, None, 15)).text
    assert "minutes" not in composed("crisis_suicide", "act").text


def test_the_turns_after() -> None:
    lines = choose(load_helplines(), "crisis_suicide", "en", NOW)
    for answer in ("safe", "not_safe", "the_day", "rather_not", "else", "no_danger"):
        turn = follow_up(answer, "en", lines, FACTS, english)
        assert turn.buttons[-1].id == "person"
        assert turn.text.count("?") <= 1
        assert ("112" in turn.text) is (answer in {"not_safe", "rather_not", "else"})
    assert later(english).text.count("?") == 1
    assert hard_heard(english).buttons


def test_a_voice_message_gets_an_honest_answer() -> None:
    answer = voice("en", load_helplines(), FACTS, english)
    assert "cannot listen" in answer.text
    assert "112" in answer.text


@pytest.mark.parametrize("text", TEXTS.values())
def test_texts_never_say(text: str) -> None:
    for never in (" but ", "promise", "!", "at least", "cheer up", "I feel"):
        assert never not in text
    assert not any(character.isdigit() for character in text)


def test_either_fires_and_neither_vetoes() -> None:
    words = Concern("crisis_violence", "act", ("words",))
    hint = Concern("crisis_violence", "ask", ("words",))
    spread = {"crisis_suicide": 0.2, "crisis_medical": 0.2, "crisis_violence": 0.2}
    assert combine(None, None) is None
    assert combine(None, {"greet": 0.9}) is None
    assert combine(words, None) == words
    assert combine(words, {"greet": 0.99}) == words
    assert combine(None, spread) == Concern("crisis_suicide", "act", ("model",))
    assert combine(hint, spread) == Concern("crisis_suicide", "act", ("words", "model"))
    assert combine(words, {"crisis_suicide": 0.3}) == Concern(
        "crisis_violence", "act", ("words", "model")
    )
    assert combine(None, {"crisis_medical": 0.3}) == Concern("crisis_medical", "ask", ("model",))


def test_wrong_thresholds_are_refused() -> None:
    with pytest.raises(ValueError, match="ask <= act"):
        Thresholds(act=0.2, ask=0.5)
