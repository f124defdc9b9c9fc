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


@pytest.mark.parametrize(
    "text",
    [
        *(
            "ik ben weg tot dinsdag",
            "ben nie thuis tot maandag",
            "ik ben weg van vrijdag tot dinsdag",
        ),
        *("je suis absente jusqu'à mardi", "partie chez ma fille jusqu'à lundi"),
        *("I'm away till Tuesday", "off to my sister until Monday"),
    ],
)
def test_who_is_away_until_a_day_says_no_goodbye(text: str) -> None:
    assert heard("goodbye", 0.97, text, Context()) == "doubtful_pause"


@pytest.mark.parametrize(
    "text",
    ["tot dinsdag", "ik ga slapen, tot morgen", "à mardi", "see you till Tuesday", "weg met u"],
)
def test_a_goodbye_stays_one(text: str) -> None:
    assert heard("goodbye", 0.97, text, Context()) == "goodbye"


@pytest.mark.parametrize(
    "text",
    [
        *("zeg tegen Karim dat donderdag om tien uur goed is", "zegt aan Sofie maandag 10u"),
        *("dis à Karim que jeudi 10h c'est ok", "dites-lui que lundi à neuf heures ça va"),
        *("tell Karim Thursday at 10 is fine", "ok, let her know that Monday at nine is good"),
    ],
)
def test_what_somebody_else_is_to_be_told_changes_no_hour(text: str) -> None:
    assert heard("change_schedule", 0.98, text, Context()) == "request_human"


@pytest.mark.parametrize(
    "text",
    [
        *("zeg mij om tien uur goeiedag", "zeg maar om tien uur", "laat mij slapen tot tien uur"),
        *("dis-moi bonjour à dix heures", "dites bonjour à 10h", "tell me at ten", "let it be ten"),
        *("Zeg Goeiedag om tien uur", "Dites Bonjour à dix heures", "ZEG MIJ OM TIEN UUR IETS"),
    ],
)
def test_what_the_bot_is_to_say_does(text: str) -> None:
    assert heard("change_schedule", 0.98, text, Context()) == "change_schedule"
