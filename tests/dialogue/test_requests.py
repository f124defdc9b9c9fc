"""What is asked of a request for a person, or of whoever has it, in plain words."""

import pytest

from bot.dialogue import Context
from bot.dialogue.requests import ASK, CALL_OFF, HELPER, worded

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


def test_only_an_open_one_is_called_off() -> None:
    assert worded("laat maar zitten", context(has_open_handoff=True)) == CALL_OFF
    assert worded("laat maar zitten", context(talked_lately=True)) is None
