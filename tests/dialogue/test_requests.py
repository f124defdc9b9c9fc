"""What is asked of a request for a person, or of whoever has it, in plain words."""

from datetime import UTC, datetime

import pytest

from bot.dialogue import Context
from bot.dialogue.requests import ASK, CALL_OFF, HELPER, asks_after, worded

ASKED = """
komt er nu iemand of niet
komt er nog iemand
is er al nieuws van Karim
waar blijft Karim
bon die is weg zeker
hij is al weg zeker
et ou est ce Karim maintenant
Karim est parti ?
il est parti ou quoi
quelqu'un vient ?
Any word from Karim about the toolbox?
Karim go? i ask question
he gone already
is anybody coming
waar blijft die mens
waar blijft ze nu
personne ne vient alors
so nobody come? i wait one hour
how long wait
k wacht al een uur
"""
NOT = """
mijn man is weg
mijn dochter Karin komt zondag
ik ga zo weg
de poes is weg
mon fils est parti
my daughter is coming on Sunday
we praten over Karim zijn fiets en de markt en al die andere dingen van vroeger
I like Karim
mag ik nog eens met Karim praten
je voudrais parler à Karim quand il revient
can I talk to Karim when he is back
personne ne vient me voir
nobody comes to see me
er komt niemand op bezoek
waar blijft de tijd
"""


def context(**decisions: bool) -> Context:
    known = {HELPER: "Karim"} if decisions else {}
    return Context(decisions=decisions, values=known)


def lines(table: str) -> list[str]:
    return table.strip().split("\n")


@pytest.mark.parametrize("state", ["has_open_handoff", "talked_lately"])
@pytest.mark.parametrize("text", lines(ASKED))
def test_while_one_is_open_or_a_talk_has_just_ended(text: str, state: str) -> None:
    assert worded(text, context(**{state: True})) == ASK


@pytest.mark.parametrize("text", lines(ASKED))
def test_else_they_are_about_something_else(text: str) -> None:
    assert worded(text, context()) is None


@pytest.mark.parametrize("text", lines(NOT))
def test_what_is_about_somebody_else(text: str) -> None:
    assert worded(text, context(has_open_handoff=True, talked_lately=True)) is None


@pytest.mark.parametrize("text", ["en wa nu", "en nu?", "et maintenant ?", "so now what"])
def test_what_now_is_asked_of_an_open_one(text: str) -> None:
    assert worded(text, context(has_open_handoff=True)) == ASK
    assert worded(text, context(talked_lately=True)) is None
    for answer in ("nu", "maintenant", "après", "now"):  # to another question
        assert worded(answer, context(has_open_handoff=True)) is None
    assert worded(f"{text} moet ik van alles vertellen", context(has_open_handoff=True)) is None


def test_only_an_open_one_is_called_off() -> None:
    assert worded("laat maar zitten", context(has_open_handoff=True)) == CALL_OFF
    assert worded("laat maar zitten", context(talked_lately=True)) is None


GONE = ["hij is weg", "die is weg zeker", "elle est partie", "il est parti ou quoi", "he is gone"]
NOW = datetime(2026, 11, 26, 16, 0, tzinfo=UTC)


@pytest.mark.parametrize("text", GONE)
def test_who_is_gone_is_a_helper_only_where_somebody_helps(text: str) -> None:
    open_one = {"has_open_handoff": True}
    assert worded(text, Context(decisions=open_one)) is None
    assert worded(text, context(**open_one)) == ASK
    assert not asks_after(text, "", mourns=False)
    assert asks_after(text, "Karim", mourns=False)


@pytest.mark.parametrize("text", GONE)
def test_who_is_gone_may_have_died(text: str) -> None:
    helps = {HELPER: "Karim"}
    opened = {"has_open_handoff": True}
    told = Context({"lost.sister": "2026-11-20"}, NOW, decisions=opened, values=helps)
    assert worded(text, told) is None
    assert worded("waar blijft Karim", told) == ASK
    assert worded(text, context(**opened), of_loss=True) is None
    assert not asks_after(text, "Karim", mourns=True)
    long_ago = Context({"lost.sister": "2026-01-20"}, NOW, decisions=opened, values=helps)
    assert worded(text, long_ago) == ASK


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ben", "waar blijft Ben"),
        ("Ben", "is er al nieuws van Ben?"),
        ("Roos", "komt Roos nog"),
        ("Rose", "et où est Rose maintenant"),
        ("Aimé", "quand revient Aimé ?"),
        ("Will", "any word from Will?"),
        ("Mark", "when does Mark come back"),
        ("Karim", "waar blijft karim"),
        # small, or where a sentence begins, but where only somebody can stand
        ("Ben", "waar blijft ben"),
        ("Ben", "wanneer komt ben"),
        ("Ben", "Ben schrijft niet meer"),
        ("Rose", "où est rose"),
        ("Rose", "Rose est partie ?"),
        ("Mark", "where is mark"),
        ("Mark", "where's mark"),
        ("Will", "Will has not answered"),
    ],
)
def test_a_name_that_is_a_word_too(name: str, text: str) -> None:
    assert asks_after(text, name, mourns=False)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ben", "ik ben vergeten te eten"),
        ("Ben", "Ben terug van de winkel"),
        ("Ben", "Ik kom. Ben zo terug"),
        ("Ben", "IK BEN TERUG"),
        ("Roos", "er komt een roos uit"),
        ("Rose", "la rose est partie"),
        ("Aimé", "j'aime quand il vient"),
        ("Will", "when will my daughter come"),
        ("Mark", "the mark has gone"),
        ("May", "in may the birds come back"),
        ("Said", "he said he was coming"),
    ],
)
def test_the_word_is_not_the_name(name: str, text: str) -> None:
    assert not asks_after(text, name, mourns=False)
