"""Answers of real people to what is asked, with what the model, which reads each message by itself,
made of them: a question knows better what it asked for."""

from datetime import UTC, datetime

import pytest

from bot.dialogue import Context, Library, Position, Said, Turn, resume
from bot.dialogue.whatever import is_whatever
from bot.dialogue.words import plain
from bot.readers import READERS
from bot.understanding import Understanding

NOW = datetime(2026, 11, 26, 16, 0, tzinfo=UTC)


def answered(
    library: Library, at: str, language: str, text: str, guess: str = "", sure: float = 0.0
) -> Turn:
    """The turn of an answer at a step, 'welcome/hour', where the model guesses `guess`."""
    ranking = ((guess, sure),) if guess else ()
    known = (guess, sure) if sure >= 0.3 else (None, 0.0)
    facts = {"language": language, "days": "tu,fr", "hour": "11:00"}
    context = Context(facts, NOW, readers=READERS, decisions={"has_consent": True})
    heard = Said(Understanding(text, language, *known, ranking))
    return resume(library, Position(*at.split("/"), 4), heard, context)


ALL_THE_SAME = {
    "nl": [
        *("maakt niet uit, kies maar", "dat is mij gelijk", "wanneer ge wilt", "om het even"),
        *("kies gij maar", "'t is mij eender", "weet ik niet", "geen idee", "altijd goed"),
        *("zoals het u past", "doe maar wat ge wilt", "ik zou het niet weten"),
    ],
    "fr": [
        *("je ne sais pas, quand vous voulez", "peu importe", "ça m'est égal", "n'importe quand"),
        *("comme vous voulez", "à vous de voir", "choisissez pour moi", "j'en sais rien"),
        *("comme ça vous arrange", "quand vous avez le temps", "bof, comme vous voulez"),
    ],
    "en": [
        *("whenever", "any time", "I don't mind", "you choose", "up to you", "don't know"),
        *("whatever suits you", "it doesn't matter", "anytime is fine"),
    ],
}
SAME = [(language, text) for language, texts in ALL_THE_SAME.items() for text in texts]


@pytest.mark.parametrize(("language", "text"), SAME)
@pytest.mark.parametrize("guess", ["deny", "skip", "goodbye", "mood_low", ""])
def test_who_does_not_mind_gets_nine_in_the_morning(
    library: Library, language: str, text: str, guess: str
) -> None:
    for at, then in (("welcome/hour", ("welcome", "days")), ("hour/hour", None)):
        turn = answered(library, at, language, text, guess, 0.85)
        assert turn.facts["hour"] == "09:00"
        assert (turn.position and (turn.position.dialogue, turn.position.step)) == then
    assert answered(library, "welcome/days", language, text, guess, 0.85).facts["days"] == "tu,fr"
    assert "name" not in answered(library, "welcome/name", language, text, guess, 0.85).facts


@pytest.mark.parametrize(
    "text",
    [
        *(
            "ik weet niet wat ik moet doen",
            "alles is zwart",
            "als ge dood zijt",
            "niks maakt nog uit",
        ),
        *("je ne sais pas quoi faire", "tout m'est égal", "plus rien n'a d'importance"),
        *("comme un chien", "whatever happens I am done", "wat doet gij", "zeg maar Jef", "nee"),
    ],
)
def test_despair_is_not_heard_as_whatever(text: str) -> None:
    assert not is_whatever(plain(text))


@pytest.mark.parametrize(
    ("at", "text", "guess", "sure", "key", "value"),
    [
        ("hour/ask", "om 10 uur liever", "change_schedule", 0.97, "hour", "10:00"),
        ("hour/ask", "vers 10h le mardi", "change_schedule", 0.98, "days", "tu"),
        ("welcome/hour", "niet te vroeg", "deny", 0.87, "hour", "10:00"),
        ("welcome/hour", "rond den tienen", "mood_low", 0.51, "hour", "10:00"),
        ("welcome/hour", "dans la soirée", "goodbye", 0.28, "hour", "19:00"),
        ("welcome/address", "geen u, dat klinkt oud", "complain", 0.29, "address", "informal"),
        ("welcome/address", "pas de vous entre nous", "deny", 0.84, "address", "informal"),
        ("welcome/name", "ik ben Georgette en ik ben 84", "mood_good", 0.7, "name", "Georgette"),
        ("welcome/name", "I'm Doreen, pleased to meet you", "mood_good", 0.89, "name", "Doreen"),
        ("welcome/name", "Sidonie, 84 ans", "tell_loss", 0.41, "name", "Sidonie"),
        ("welcome/name", "bonsoir, Lucienne", "greet", 0.88, "name", "Lucienne"),
        (
            "welcome/name",
            "ik heet Marleen maar noem mij Leen",
            "feel_lonely",
            0.6,
            "name",
            "Leen",
        ),
        ("pause/ask", "tot volgende maandag", "goodbye", 0.98, "until", "2026-11-30"),
        ("anniversary/ask", "twaalf november", "pause_contact", 0.41, "anniversary", "11-12"),
        ("anniversary/ask", "de twaalfde november", "tell_health", 0.6, "anniversary", "11-12"),
        ("anniversary/ask", "Christmas Day", "mood_low", 0.58, "anniversary", "12-25"),
        (
            "anniversary/ask",
            "le jour de la mort de ma mère, le 4 août",
            "tell_loss",
            0.7,
            "anniversary",
            "08-04",
        ),
        ("worry/name", "Annie", "deny", 0.77, "worry_name", "Annie"),
        ("worry/name", "ons Julia", "deny", 0.6, "worry_name", "ons Julia"),
        ("worry/name", "mijn nonkel", "deny", 0.65, "worry_name", "mijn nonkel"),
        (
            "worry/name",
            "mijn zoon Luc die in Gent woont",
            "tell_loss",
            0.77,
            "worry_name",
            "mijn zoon Luc die in Gent woont",
        ),
        (
            "worry/write",
            "Bel mij als ge dit leest",
            "request_human",
            0.97,
            "worry_words",
            "Bel mij als ge dit leest",
        ),
        (
            "worry/write",
            "Ik wil met iemand praten",
            "request_human",
            0.97,
            "worry_words",
            "Ik wil met iemand praten",
        ),
        ("worry/days", "whatever you think", "affirm", 0.9, "worry_days", "3d"),
        ("avoid/ask", "over den oorlog", "skip", 0.83, "avoid", "den oorlog"),
        ("avoid/ask", "Frans", "change_language", 0.99, "avoid", "Frans"),
        ("avoid/ask", "de dood van mijn man", "tell_loss", 0.87, "avoid", "de dood van mijn man"),
        ("keep_topic/ask", "d'accord, ma jambe", "affirm", 0.98, "topic", "ma jambe"),
    ],
)
def test_what_was_asked_for_is_the_answer(
    library: Library, at: str, text: str, guess: str, sure: float, key: str, value: str
) -> None:
    turn = answered(library, at, "nl", text, guess, sure)
    assert turn.facts[key] == value
    assert "lost.son" not in turn.facts
    assert not turn.position or turn.position.dialogue == at.partition("/")[0]


@pytest.mark.parametrize(
    ("at", "text", "guess", "sure"),
    [
        ("welcome/consent", "je ne sais pas trop moi", "mood_low", 0.37),
        ("welcome/hour", "bof", "mood_neutral", 0.89),
        ("welcome/hour", "ik ben altijd thuis", "feel_lonely", 0.78),
        ("welcome/days", "de temps en temps", "mood_neutral", 0.37),
        ("hour/ask", "alle twee", "mood_low", 0.73),
        ("less/offer", "less please", "stop_contact", 0.4),
        ("pause/ask", "until I say", "feel_unheard", 0.78),
        ("pause/ask", "jusqu'à nouvel ordre", "goodbye", 0.82),
        ("worry/who", "ma soeur", "tell_loss", 0.5),
        ("keep_topic/ask", "ja", "affirm", 0.99),
        ("welcome/hour", "na het nieuws", "skip", 0.43),
        ("lonely/ask", "ja", "affirm", 0.99),
        ("worry/write", "oui", "affirm", 0.99),
    ],
)
def test_a_guess_at_something_else_asks_again(
    library: Library, at: str, text: str, guess: str, sure: float
) -> None:
    turn = answered(library, at, "nl", text, guess, sure)
    assert turn.position is not None
    assert f"{turn.position.dialogue}/{turn.position.step}" == at
    assert turn.position.tries == 1
    assert turn.facts.keys() == {"language", "days", "hour"}


@pytest.mark.parametrize(
    ("at", "text", "guess", "sure", "then"),
    [
        ("welcome/hour", "ik voel mij zo slecht vandaag", "mood_low", 0.95, "hard_day"),
        ("welcome/hour", "ik ben bang", "feel_anxious", 0.98, "anxious"),
        ("avoid/ask", "mijn man is gisteren gestorven", "tell_loss", 0.98, "loss"),
        ("welcome/days", "mijn man is dinsdag gestorven", "", 0.0, "loss"),
        ("welcome/hour", "wie leest dat hier allemaal", "ask_privacy", 0.96, "welcome"),
        ("hour/days", "elke dag is te veel, wis alles wat ge hebt", "delete_data", 0.95, "forget"),
    ],
)
def test_what_is_clear_is_heard_above_a_question(
    library: Library, at: str, text: str, guess: str, sure: float, then: str
) -> None:
    turn = answered(library, at, "nl", text, guess, sure)
    assert turn.position is not None
    assert turn.position.dialogue == then
    assert turn.position.tries == 0


@pytest.mark.parametrize("text", ["tot ik terug ben uit de kliniek", "weet ik nog niet"])
def test_a_pause_without_an_end_is_one_until_she_writes(library: Library, text: str) -> None:
    turn = answered(library, "pause/ask", "nl", text, "pause_contact", 0.97)
    assert turn.position is None
    assert [act.name for act in turn.effects if hasattr(act, "name")] == ["pause"]
    assert "until" not in turn.facts


@pytest.mark.parametrize("text", ["een ander uur", "une autre heure", "I want another hour"])
def test_another_hour_is_a_wish_in_plain_words(library: Library, text: str) -> None:
    context = Context({"language": "nl"}, NOW, readers=READERS)
    heard = Said(Understanding(text, "nl", "skip", 0.85, (("skip", 0.85),)))
    begun = resume(library, None, heard, context)
    assert begun.position is not None
    assert begun.position.dialogue == "hour"
    again = resume(library, begun.position, heard, context)
    assert again.position is not None
    assert again.position.step == "hour"


@pytest.mark.parametrize(
    ("text", "guess", "step"),
    [
        ("wat bedoelt ge?", "ask_clarify", "ask"),
        ("une blague ?", "smalltalk", "ask"),
        ("hallo", "greet", "ask"),
    ],
)
def test_what_is_no_story_is_not_taken_for_one(
    library: Library, text: str, guess: str, step: str
) -> None:
    """The question comes back; 'that is a lot for one person' would be no answer."""
    turn = answered(library, "practical/ask", "nl", text, guess, 0.97)
    assert turn.position is not None
    assert (turn.position.dialogue, turn.position.step) == ("practical", step)
    assert turn.why.rule == "intent"


def test_who_begins_again_is_not_asked_for_how_long_to_pause(library: Library) -> None:
    turn = answered(library, "pause/ask", "fr", "reprends", "resume_contact", 0.95)
    assert turn.position is None
    assert turn.why.trail[-1][1] == "going_hour", "no pause had begun"


def test_a_joke_is_nothing_to_keep(library: Library) -> None:
    turn = answered(library, "keep_topic/ask", "nl", "vertel eens een mop", "smalltalk", 0.93)
    assert "topic" not in turn.facts


@pytest.mark.parametrize(
    ("text", "dialogue"),
    [
        ("iemand moet het weten als ik niks meer laat horen", "worry"),
        ("quelqu'un devrait savoir si je ne réponds plus", "worry"),
        ("someone should know if I go quiet", "worry"),
    ],
)
def test_a_worry_contact_is_asked_for_in_plain_words(
    library: Library, text: str, dialogue: str
) -> None:
    heard = Said(Understanding(text, "nl", "feel_unheard", 0.7, (("feel_unheard", 0.7),)))
    turn = resume(library, None, heard, Context({"language": "nl"}, NOW, readers=READERS))
    assert turn.position is not None
    assert turn.position.dialogue == dialogue


def test_dont_without_an_apostrophe_is_a_wish_too(library: Library) -> None:
    heard = Said(Understanding("dont talk about my son", "en", "skip", 0.9, (("skip", 0.9),)))
    turn = resume(library, None, heard, Context({"language": "en"}, NOW, readers=READERS))
    assert turn.facts["avoid"] == "my son"


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_nobody_is_told_to_tap_where_nothing_is_asked(library: Library, language: str) -> None:
    heard = Said(Understanding("?", language, "ask_clarify", 0.9, (("ask_clarify", 0.9),)))
    for given, step in (({"has_consent": True}, "nothing_asked"), ({}, "quiet")):
        context = Context({"language": language}, NOW, decisions=given, readers=READERS)
        assert resume(library, None, heard, context).why.trail[-1][1] == step
    waits = answered(library, "welcome/hour", language, "wat bedoelt ge?", "ask_clarify", 0.9)
    assert ("clarify", "say", "") in waits.why.trail


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "half tien, want maandag komt de poetsvrouw"),
        ("nl", "half tien, maandag komt de poetsvrouw"),
        ("fr", "neuf heures et demie, le lundi c'est la kiné"),
        ("en", "half past nine, on Monday the nurse comes"),
    ],
)
def test_a_story_beside_the_hour_sets_no_days(library: Library, language: str, text: str) -> None:
    turn = answered(library, "hour/hour", language, text)
    assert (turn.facts["hour"], turn.facts["days"]) == ("09:30", "tu,fr")


def test_days_that_are_said_beside_the_hour_are_set(library: Library) -> None:
    turn = answered(library, "hour/hour", "en", "half past nine, but not on Friday")
    assert (turn.facts["hour"], turn.facts["days"]) == ("09:30", "tu")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "ja, zondag is altijd stil"),
        ("fr", "oui, le dimanche c'est long"),
        ("en", "yes, I get up at six"),
    ],
)
def test_a_story_beside_a_yes_sets_nothing(library: Library, language: str, text: str) -> None:
    turn = answered(library, "hour/resume", language, text, "affirm", 0.9)
    assert (turn.facts["hour"], turn.facts["days"]) == ("11:00", "tu,fr")


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("nl", "1 keer per week ofzo op woensdag", "we"),
        ("nl", "eentje per week is genoeg", "we"),
        ("fr", "je veux pas etre derangee de vendredi a dimanche", "tu"),
        ("en", "one a week is enough", "we"),
        ("nl", "zondag", "tu,fr"),
        ("nl", "ik ga elke zondag twee keer naar de mis", "tu,fr"),
        ("fr", "je vois ma fille deux fois par semaine", "tu,fr"),
        ("fr", "le dimanche je ne vois personne", "tu,fr"),
        ("en", "I cry twice a week", "tu,fr"),
    ],
)
def test_days_that_are_said_where_an_hour_is_asked_are_taken(
    library: Library, language: str, text: str, days: str
) -> None:
    assert answered(library, "hour/hour", language, text).facts["days"] == days


def test_a_wish_behind_because_is_none(library: Library) -> None:
    heard = Said(Understanding("om half tien, want maandag komt de poetsvrouw", "nl"))
    facts = {"language": "nl", "days": "tu,fr", "hour": "11:00"}
    context = Context(facts, NOW, readers=READERS, decisions={"has_consent": True})
    turn = resume(library, None, heard, context)
    assert (turn.facts["hour"], turn.facts["days"]) == ("09:30", "tu,fr")
