"""What the model takes for a stop or a pause, weighed against the words."""

from __future__ import annotations

import pytest

from bot.dialogue.doubts import weighed
from bot.dialogue.turns import Context, Unread
from bot.understanding import Understanding

PLAIN_PAUSES = """
0.99 | twee weken geen berichten
0.60 | ik ga op vakantie tot 15 januari
0.55 | een pauze tot maandag, groet van Karim's buurvrouw
0.81 | je pars chez ma fille jusqu'à dimanche
0.70 | I am away until Friday
0.94 | even niks tot maandag 4 Januari
0.92 | not until next Friday
"""
DOUBTFUL_PAUSES = """
0.95 | tot donderdag he Karim, bel eerst eens aan de zijdeur
0.81 | tot zaterdag Karim, breng uw vrouw ook mee
0.95 | laat maar. tot donderdag dan, doe de groeten aan Sofie
0.95 | ok dan tot volgende week Karim
0.95 | à jeudi Karim
0.95 | see you on Thursday
0.43 | het is wel goed tot 1 december
0.95 | onthoud dinsdag
"""
PLAIN_STOPS = """
0.95 | stop daar eens mee
0.82 | ik heb er genoeg van
0.99 | je ne souhaite rien recevoir
"""
DOUBTFUL_STOPS = """
0.95 | nee nee ge moet wel blijven schrijven elke dag!
0.99 | non continuez tous les jours
0.99 | do not ever stop
0.79 | ik heb er genoeg van
0.98 | cancel my request
0.90 | annulez
"""


def rows(table: str) -> list[tuple[float, str]]:
    split = [line.split(" | ", 1) for line in table.strip().split("\n")]
    return [(float(sure), text) for sure, text in split]


def heard(intent: str, sure: float, text: str, context: Context) -> str | None:
    guess = Understanding(text, "nl", intent, sure, ((intent, sure), ("deny", 0.01)))
    found = weighed(guess, context)
    assert found.ranking[0] == (found.intent, sure)
    return found.intent


@pytest.mark.parametrize(("sure", "text"), rows(PLAIN_PAUSES))
def test_a_plain_pause(sure: float, text: str) -> None:
    assert heard("pause_contact", sure, text, Context()) == "pause_contact"


@pytest.mark.parametrize(("sure", "text"), rows(DOUBTFUL_PAUSES))
def test_a_doubtful_pause(sure: float, text: str) -> None:
    assert heard("pause_contact", sure, text, Context()) == "doubtful_pause"


@pytest.mark.parametrize(("sure", "text"), rows(DOUBTFUL_PAUSES)[:3])
def test_a_goodbye_after_a_talk(sure: float, text: str) -> None:
    lately = Context(decisions={"talked_lately": True})
    assert heard("pause_contact", sure, text, lately) == "goodbye"
    with pytest.raises(Unread):
        heard("pause_contact", sure, text, Context(unread=frozenset({"talked_lately"})))


def test_a_plain_pause_after_a_talk_is_one() -> None:
    lately = Context(decisions={"talked_lately": True})
    assert heard("pause_contact", 0.9, "geen berichten tot maandag", lately) == "pause_contact"


@pytest.mark.parametrize(("sure", "text"), rows(PLAIN_STOPS))
def test_a_plain_stop(sure: float, text: str) -> None:
    assert heard("stop_contact", sure, text, Context()) == "stop_contact"


@pytest.mark.parametrize(("sure", "text"), rows(DOUBTFUL_STOPS))
def test_a_doubtful_stop(sure: float, text: str) -> None:
    assert heard("stop_contact", sure, text, Context()) == "doubtful_stop"


def test_where_a_stop_is_an_answer_it_needs_no_second_question() -> None:
    guess = Understanding("liever niet eigenlijk", "nl", "stop_contact", 0.5)
    assert weighed(guess, Context(), {"stop_contact": "no"}).intent == "stop_contact"
    against = Understanding("blijf maar komen", "nl", "stop_contact", 0.9)
    assert weighed(against, Context(), {"stop_contact": "no"}).intent is None
