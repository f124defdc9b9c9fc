"""What words say to 'shall I ask someone else to talk with you?', without the language model."""

import pytest

from bot.to_somebody_else import Said, said_to
from bot.understanding import Understanding

YES = """
Yes please, someone else would be lovely
yes ask someone else
I'd like someone else to come, yes
another person please
someone else then
ja vraag maar iemand anders
ik wil graag iemand anders
iemand anders is goed
liever nen andere
een andere graag
een andere vrijwilliger alstublieft
une autre bénévole s'il vous plaît
oui, quelqu'un d'autre svp
je veux bien quelqu'un d'autre
demandez à une autre personne
"""
BACK = """
no for other thing. i want someone else
nee niet daarvoor, maar ik wil wel iemand anders
non merci pour ça. je voudrais quelqu'un d'autre
who would that someone else be?
is iemand anders goed, denkt ge?
ik wil niet iemand anders
pas quelqu'un d'autre svp
"""
NOT = """
een andere keer
liever een andere dag
mag ik een ander uur
graag nog een ander koekje
ik wil een andere dokter
une autre fois
j'aimerais un autre café
plutôt une autre heure
another time please
I'd like another cup of tea
my husband has been living with someone else for years
hij heeft al lang een ander huis gekocht daar
il a trouvé du travail chez un autre patron depuis
I slept badly
"""
LAST = """
ja graag | yes
oui | yes
yes please, that would be lovely | yes
ja maar wie | back
nee laat maar zitten die mens | back
nee dank u | no
neen | no
non merci | no
ik heb slecht geslapen | None
"""


def lines(table: str) -> list[str]:
    return table.strip().split("\n")


def said(text: str, last: bool) -> Said | None:
    return said_to(text, Understanding(text, ""), last=last)


@pytest.mark.parametrize("last", [True, False])
@pytest.mark.parametrize("text", lines(YES))
def test_a_wish_for_somebody_else_is_the_yes(text: str, last: bool) -> None:
    assert said(text, last) is Said.YES


@pytest.mark.parametrize("text", lines(BACK))
def test_in_doubt_it_is_asked_back(text: str) -> None:
    assert said(text, False) is Said.BACK


@pytest.mark.parametrize("text", lines(NOT))
def test_a_story_is_none(text: str) -> None:
    assert said(text, False) is None


@pytest.mark.parametrize("line", lines(LAST))
def test_a_yes_or_a_no_alone_is_for_what_was_asked_last(line: str) -> None:
    text, _, means = line.partition(" | ")
    assert str(said(text, True)) == means
    assert said(text, False) is None
