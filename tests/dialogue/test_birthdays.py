"""A birthday that is told is a day of the year, whatever a model makes of it, and no loss."""

import pytest

from bot.dialogue import Context, Library, Said, resume, start
from bot.dialogue.answers import wish
from bot.dialogue.birthdays import is_only_a_day
from bot.dialogue.turns import Say, Turn
from bot.understanding import Understanding

TOLD = """
15 januari is de verjaardag van mijn dochter
ons Noor verjaart de 15de januari
weet ge, 15 januari is mijn kleindochter jarig
mijn zoon wordt 50 op 15 januari
le 15 janvier c est l anniversaire de ma fille christiane
mon anniversaire est le 15 janvier
ma sœur aura 80 ans le 15 janvier
15 January is my daughter's birthday
my birthday is on January 15th
my son turns 50 on 15 January
"""
ASKED = """
onthou dat noor 15 januari jarig is
ge moet onthouden dat mijn dochter 15 januari jarig is
vergeet niet: 15 januari is mijn zus jarig
retiens que l'anniversaire de Noor est le 15 janvier
pouvez-vous retenir que ma fille a son anniversaire le 15 janvier ?
remember that Noor's birthday is January 15
don't forget, 15 January is my birthday
onthoud 15 januari aub, de sterfdag van mijn man
retenez le 15 janvier, s'il vous plaît, mon mari est mort ce jour-là
please remember 15 January, the day Albert died
onthoud dat 15 januari de verjaardag van mijn man zaliger is
retiens que le 15 janvier c'est l'anniversaire de mon défunt mari
remember that 15 January is my late husband's birthday
onthoud 15 januari voor mij
retenez le 15 janvier pour moi
remember 15 January for me
"""
SOMETHING_ELSE = """
tot 15 januari, dan is mijn dochter jarig
ik ben weg tot 15 januari want mijn dochter is jarig
mijn man zou 15 januari jarig zijn
mijn vrouw is gestorven op haar verjaardag, 15 januari
15 januari is mijn zoon jarig maar hij komt niet
onthoud dat ge niet moogt schrijven op 15 januari, dan ben ik jarig
15 januari is mijn laatste verjaardag
alles stopt op mijn verjaardag, 15 januari
op mijn verjaardag, 15 januari, wil ik er niet meer zijn
15 januari moet ik naar de dokter
onthoud dat ik 15 januari naar de dokter moet
le 15 janvier c'est l'anniversaire de la mort de mon mari
le 15 janvier c'est notre anniversaire de mariage
le 15 janvier mon mari aurait fêté son anniversaire
personne n'est venu pour mon anniversaire le 15 janvier
le 15 janvier, mon anniversaire, j'en finis
jusqu'au 15 janvier, l'anniversaire de ma fille
my dead husband's birthday is 15 January
on 15 January I want to die on my birthday
nobody came for my birthday on 15 January
my husband would have turned 80 on 15 January
away until 15 January, my daughter's birthday
onthoud 12 januari, mijn verjaardag. Dan maak ik er een eind aan.
onthoud 12 januari, mijn verjaardag, ik spring
onthoud 12 januari, dan ben ik er niet meer
onthoud 12 januari, mijn dood
onthoud de dag dat ik er niet meer ben
noteer 12 januari, dan slik ik alles
note le 12 janvier mon anniversaire ce jour là je me tue
retenez le 12 janvier, je serai morte
retenez le 12 janvier pour ma mort
retenez le 12 janvier pour en finir
note le 12 janvier, ma mort
remember 12 January my birthday I will be gone then
remember 12 January, that day I jump
remember 12 January, my death
15 januari is de verjaardag van mijn man zaliger
15 januari is wijlen mijn man jarig
le 15 janvier c'est l'anniversaire de mon défunt mari
my late husband's birthday is 15 January
"""
OF_THE_DEAD = """
vandaag is de verjaardag van mijn man zaliger
mijn zoon zaliger is vandaag jarig
c'est l'anniversaire de mon défunt mari
it's my late husband's birthday
"""


HER_OWN = """
onthoud 12 januari als mijn begrafenis
onthoud 12 januari voor mijn einde
retenez le 12 janvier pour mon enterrement
retenez le 12 janvier pour mon depart
remember 12 january for my funeral
remember 12 january as my own death
"""


def lines(table: str) -> list[str]:
    return table.strip().split("\n")


def refs(turn: Turn) -> list[str]:
    return [one.ref for one in turn.effects if isinstance(one, Say)]


@pytest.mark.parametrize("loss", [{}, {"loss": "2026-01-01", "lost.neighbour": "2026-01-01"}])
@pytest.mark.parametrize("guess", ["tell_loss", "smalltalk", "pause_contact", "mood_low"])
@pytest.mark.parametrize("text", lines(TOLD))
def test_a_birthday_is_offered_to_be_kept(
    library: Library, text: str, guess: str, loss: dict[str, str]
) -> None:
    context = Context({"language": "nl", **loss}, decisions={"has_consent": True})
    asked = resume(library, None, Said(Understanding(text, "nl", guess, 0.8)), context)
    assert refs(asked) == ["birthday/ask/say"]
    assert asked.facts.keys() == context.facts.keys(), "nobody died"
    yes = resume(library, asked.position, Said(Understanding("ja", "nl")), context)
    assert yes.facts["anniversary"] == "01-15"


@pytest.mark.parametrize("text", lines(ASKED))
def test_what_is_to_be_remembered_is(library: Library, text: str) -> None:
    context = Context({"language": "nl"}, decisions={"has_consent": True})
    turn = resume(library, None, Said(Understanding(text, "nl", "smalltalk", 0.7)), context)
    assert refs(turn) == ["anniversary/done/say"]
    assert turn.facts["anniversary"] == "01-15"


@pytest.mark.parametrize("text", lines(HER_OWN))
def test_her_own_end_is_no_day_to_keep(text: str) -> None:
    assert not is_only_a_day(text)


@pytest.mark.parametrize("text", lines(SOMETHING_ELSE))
def test_what_is_something_else(text: str) -> None:
    assert wish(text) not in ("tell_birthday", "keep_date")


@pytest.mark.parametrize(
    "text",
    ["mijn dochter is morgen jarig", "c'est l'anniversaire de ma fille", "it's my son's birthday"],
)
def test_a_birthday_without_its_day_is_no_loss(library: Library, text: str) -> None:
    context = Context({"language": "nl", "loss": "2026-01-01"})
    turn = resume(library, None, Said(Understanding(text, "nl", "tell_loss", 0.9)), context)
    assert refs(turn)[0].startswith("smalltalk/say/")
    assert "lost.daughter" not in turn.facts


@pytest.mark.parametrize("text", lines(OF_THE_DEAD))
def test_a_birthday_of_who_died_stays_a_loss(library: Library, text: str) -> None:
    said = Said(Understanding(text, "nl", "tell_loss", 0.9))
    turn = resume(library, None, said, Context({"language": "nl"}))
    assert not refs(turn)[0].startswith(("smalltalk", "birthday"))


@pytest.mark.parametrize("known", [{"anniversary": "01-15"}, {"no_dates": "2026-01-01"}])
def test_nothing_is_asked_where_it_is_known_or_unwanted(
    library: Library, known: dict[str, str]
) -> None:
    said = Said(Understanding("15 January is my birthday", "en"))
    turn = resume(library, None, said, Context({"language": "en", **known}))
    assert refs(turn) == ["birthday/noted/say"]
    assert turn.position is None


def test_it_is_the_answer_where_a_day_is_asked_for(library: Library) -> None:
    context = Context({"language": "fr"}, decisions={"has_consent": True})
    asked = start(library, "anniversary", context)
    said = Said(Understanding("le 15 janvier, l'anniversaire de ma fille", "fr"))
    assert refs(resume(library, asked.position, said, context)) == ["anniversary/done/say"]
