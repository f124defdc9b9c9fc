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
0.81 | het is stil hier tot zondag
0.81 | mijn dochter is weg en laat mij alleen tot zondag
0.81 | ik ben alleen tot zondag
0.81 | je suis seule jusqu'à dimanche
0.81 | I am alone until Sunday
"""
# What the model takes for a pause, and what it is: by the words, or by what it reads behind it.
NO_PAUSES = """
keep_date | onthoud dat noor 15 januari jarig is
keep_date | retenez que Noor a son anniversaire le 15 janvier
keep_date | remember that Noor has her birthday on 15 January
tell_positive_event | 15 januari is de verjaardag van mijn dochter
tell_positive_event | vrijdag ben ik jarig
tell_positive_event | noor wordt zaterdag zes, haar verjoardag
tell_positive_event | le 15 janvier c'est l'anniversaire de ma fille
tell_positive_event | vendredi c'est mon anniversaire
tell_positive_event | on Friday it is my daughter's birthday
tell_positive_event | my birthday is on 15 January
tell_remembrance | vrijdag zou mijn man tachtig geworden zijn, zijn verjaardag
feel_lonely | dees weekend is noor bij haar papa dus rustig hier... te rustig
feel_lonely | mijn dochter is op reis tot zondag
feel_lonely | mijn zoon zit tot vrijdag in het ziekenhuis
feel_lonely | de buurvrouw gaat morgen op vakantie
feel_lonely | noor blijft het weekend bij haar papa, ik zit hier
feel_lonely | het is zo stil dit weekend
feel_lonely | de kinderen zijn weg tot maandag
feel_lonely | ma fille est partie jusqu'à dimanche
feel_lonely | ce week-end Noor est chez son papa, c'est trop calme
feel_lonely | mon mari est à l'hôpital jusqu'à vendredi
feel_lonely | elle part demain en vacances
feel_lonely | les enfants sont en voyage une semaine
feel_lonely | this weekend Noor is with her dad, so quiet here
feel_lonely | my daughter is away until Sunday
feel_lonely | my neighbour has gone to hospital for a week
feel_lonely | she leaves tomorrow for a holiday
feel_lonely | it is too quiet this weekend
"""
# Her own, whatever else is told.
HER_PAUSES = """
0.85 | noor is jarig en ik ga daarom op reis tot zondag
0.85 | mijn dochter is ziek, ik ben tot zondag bij haar en dus niet thuis
0.85 | bij mijn dochter, weg tot zondag
0.85 | de kinderen zijn er dus geen berichten tot zondag
0.85 | het is vakantie, ik ben weg tot maandag
0.85 | mon fils est là, nous partons jusqu'à dimanche
0.85 | je suis à l'hôpital jusqu'à vendredi
0.85 | reste en vacances chez ma fille jusqu'à lundi
0.85 | my daughter is here and we are away until Sunday
0.85 | at my daughter's, away until Sunday
0.85 | leave me alone, no messages until Monday
0.85 | laat mij met rust tot maandag
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


@pytest.mark.parametrize(("sure", "text"), rows(HER_PAUSES))
def test_her_own_absence_is_a_pause_beside_whatever_else(sure: float, text: str) -> None:
    assert heard("pause_contact", sure, text, Context()) == "pause_contact"


@pytest.mark.parametrize("line", NO_PAUSES.strip().split("\n"))
def test_no_absence_of_hers_is_no_pause_at_all(line: str) -> None:
    """Nobody is asked for one because of a birthday, or because somebody else is away."""
    wanted, text = line.split(" | ")
    ranking = (("pause_contact", 0.93), ("resume_contact", 0.03), ("feel_lonely", 0.02))
    guess = Understanding(text, "nl", "pause_contact", 0.93, ranking)
    found = weighed(guess, Context())
    assert found.intent == wanted
    assert "pause_contact" not in (one for one, _ in found.ranking)


@pytest.mark.parametrize("text", ["hij is weg tot dinsdag", "elle est partie jusqu'à mardi"])
def test_who_says_that_another_is_away_has_no_pause(text: str) -> None:
    assert heard("goodbye", 0.97, text, Context()) == "goodbye"


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
