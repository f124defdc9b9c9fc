"""The safety reply: one message, one question, 112, and nothing it must not say."""

from datetime import UTC, datetime

import pytest

from bot.i18n import translator
from bot.safety import Concern, joined
from bot.safety.concern import KINDS
from bot.safety.gentle import later, sent_on
from bot.safety.helplines import choose, load_helplines
from bot.safety.reply import (
    KEPT_BACK,
    PASSED,
    WAITS,
    WAITS_URGENT,
    Facts,
    Holder,
    Reply,
    follow_up,
    hard_heard,
    reply,
    voice,
)
from bot.safety.texts import TEXTS

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
FACTS = Facts("De Brug", NOW, "tomorrow from 9:00")
ANSWERS = ("safe", "not_safe", "the_day", "rather_not", "else", "no_danger")
FORMS = [
    *(("nl", "formal"), ("nl", "informal")),
    *(("fr", "formal"), ("fr", "informal")),
    ("en", "formal"),
]
# what only holds where nobody is there: an offer, a last button to tap, "unless you say yes"
OFFERS = {
    "nl": ("laatste knop", "Tik ", "tenzij", "een mens"),
    "fr": ("dernier bouton", "Touche", "sauf si", "une personne peut"),
    "en": ("last button", "Tap ", "unless", "a person"),
}


def english(context: str, source: str) -> str:
    assert TEXTS[context] == source
    return source


def composed(kind: str, level: str, facts: Facts = FACTS) -> Reply:
    lines = choose(load_helplines(), kind, "en", NOW)
    concern = Concern(kind, "act" if level == "act" else "ask", ("words",))
    return reply(concern, "en", lines, facts, english)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("level", ["act", "ask"])
def test_one_question_and_its_buttons(kind: str, level: str) -> None:
    answer = composed(kind, level)
    assert answer.text.count("?") == 1
    assert answer.text.endswith("?")
    no_help_needed = kind == "crisis_medical" and level == "act"
    assert len(answer.buttons) == (4 if no_help_needed else 3)
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
    assert "After 15 minutes" in composed("crisis_suicide", "act", Facts("B", NOW, None, 15)).text
    assert "minutes" not in composed("crisis_suicide", "act").text


def test_the_turns_after() -> None:
    lines = choose(load_helplines(), "crisis_suicide", "en", NOW)
    for answer in ANSWERS:
        turn = follow_up(answer, "crisis_suicide", "en", lines, FACTS, english)
        assert turn.buttons[-1].id == "person"
        assert turn.text.count("?") <= 1
        assert ("112" in turn.text) is (answer in {"not_safe", "rather_not", "else"})
    assert later(FACTS, english).text.count("?") == 1
    assert hard_heard(FACTS, english).buttons


def spoken(facts: Facts, language: str, address: str) -> list[Reply]:
    """Everything that can be said of danger, in one form of one language."""
    texts, lines = translator(language, address), load_helplines()
    said = [later(facts, texts), hard_heard(facts, texts), voice(language, lines, facts, texts)]
    said.append(sent_on(language, lines, facts, texts))
    for kind in KINDS:
        for level in ("act", "ask"):
            concern = Concern(kind, "act" if level == "act" else "ask", ("words",))
            said.append(reply(concern, language, lines, facts, texts))
        said += [follow_up(answer, kind, language, lines, facts, texts) for answer in ANSWERS]
    return said


@pytest.mark.parametrize(("language", "address"), FORMS)
@pytest.mark.parametrize("words", [PASSED, KEPT_BACK, ""])
@pytest.mark.parametrize("due", ["", "10:08"])
def test_in_a_talk_no_person_is_offered_and_who_reads_is_said(
    language: str, address: str, words: str, due: str
) -> None:
    facts = Facts("De Brug", NOW, "", 15, holder=Holder("Karim", words, due))
    silent = later(facts, translator(language, address)).text
    for turn in spoken(facts, language, address):
        assert "person" not in {button.id for button in turn.buttons}
        assert not [offer for offer in OFFERS[language] if offer in turn.text]
        assert "{" not in turn.text
        assert turn.text.count("?") <= 1
        assert ("10:08" in turn.text) <= (words == PASSED and due != "")
        said_by_name = "Karim" in turn.text
        assert said_by_name or turn.text == silent or turn == voice_of(facts, language, address)


def voice_of(facts: Facts, language: str, address: str) -> Reply:
    return voice(language, load_helplines(), facts, translator(language, address))


def test_in_a_talk_the_numbers_the_question_and_its_answers_are_as_always() -> None:
    for kind in KINDS:
        for level in ("act", "ask"):
            alone = composed(kind, level)
            held = composed(kind, level, Facts("De Brug", NOW, holder=Holder("Karim", PASSED)))
            assert [b for b in alone.buttons if b.id != "person"] == list(held.buttons)
            assert alone.text.split("\n\n")[-1] == held.text.split("\n\n")[-1]
            assert alone.text.split("\n\n")[:2] == held.text.split("\n\n")[:2] or level == "ask"


def test_in_a_talk_it_says_what_the_volunteer_has_of_her_words() -> None:
    def said(words: str, due: str = "") -> str:
        facts = Facts("De Brug", NOW, None, 15, Holder("Karim", words, due))
        return composed("crisis_suicide", "act", facts).text

    assert "Your words go to Karim too. I do not know when Karim reads them." in said(PASSED)
    assert "Karim has not written yet: I have asked for a word before 10:08." in said(
        PASSED, "10:08"
    )
    assert "These words stay with me" in said(KEPT_BACK, "10:08")
    assert "Your next words go to Karim." in said("")
    assert "If you do not say within 15 minutes that you are safe" in said(PASSED)
    held = Facts("De Brug", NOW, None, 15, Holder("Karim", PASSED))
    assert "within 15 minutes that help is coming" in composed("crisis_medical", "act", held).text


@pytest.mark.parametrize(("language", "address"), FORMS)
def test_who_asked_already_is_offered_no_other_person(language: str, address: str) -> None:
    texts = translator(language, address)
    urgent = texts("safety/button/urgent", TEXTS["safety/button/urgent"])
    never = texts("safety/button/person", TEXTS["safety/button/person"])
    for asked in (WAITS, WAITS_URGENT):
        for turn in spoken(Facts("De Brug", NOW, "", 15, asked=asked), language, address):
            labels = [button.label for button in turn.buttons if button.id == "person"]
            assert labels in ([], [urgent] if asked == WAITS else [])
            assert never not in labels
            assert not [o for o in OFFERS[language][2:] if o in turn.text]
            taps = OFFERS[language][0] in turn.text
            assert not taps or turn.buttons[-1].label == urgent


def test_the_answers_fit_what_was_asked() -> None:
    for kind in KINDS:
        turn = follow_up("safe", kind, "en", [], FACTS, english)
        assert ("help is coming" in turn.text) is (kind == "crisis_medical")
        assert "at any hour" in turn.text
        held = Facts("De Brug", NOW, holder=Holder("Karim"))
        assert "at any hour" not in follow_up("safe", kind, "en", [], held, english).text


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
    sure = Concern("crisis_suicide", "act", ("model",))
    guess = Concern("crisis_suicide", "ask", ("model",))
    assert joined(None, None) is None
    assert joined(words, None) == words
    assert joined(None, sure) == sure
    assert joined(None, guess) == guess
    assert joined(hint, sure) == Concern("crisis_suicide", "act", ("words", "model"))
    assert joined(words, guess) == Concern("crisis_violence", "act", ("words", "model"))
    assert joined(words, sure) == Concern("crisis_violence", "act", ("words", "model"))
    assert joined(hint, guess) == Concern("crisis_violence", "ask", ("words", "model"))
