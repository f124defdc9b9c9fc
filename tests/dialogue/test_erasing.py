"""Erasing everything: by a clear yes alone, and a part is never taken for all."""

import pytest

from bot.dialogue import Context, Library, Said, resume, start
from bot.dialogue.answers import wish
from bot.dialogue.erasing import is_yes, narrows
from bot.dialogue.intents import FORGET_PART
from bot.dialogue.turns import Act, Turn
from bot.dialogue.words import plain
from bot.understanding import Understanding

YES = """
ja
Ja, wis alles
ja wis maar alles aub
ge moogt alles wissen
u mag alles wissen, dank u
alles mag weg
wis alles over mij
wis nu alles wat u van mij weet
ja doe maar
wis al mijn gegevens
ja ik ben zeker
ja, wis alles wat je over mij weet
oui
ok efface tout
oui bien sûr, effacez tout
oui efface tout ce que tu sais sur moi
yes I am sure
yes, everything you know about me
oui, tout effacer s'il vous plaît
vous pouvez tout effacer
tu peux tout effacer merci
efface tout
supprimez toutes mes données
yes
yes please, erase everything
delete everything you know about me
you can erase it all, thank you
ja hoor
toch ja
sorry, ja
ja ok
ja dat wil ik
alles mag weg, dank u
finalement oui
oui d'accord
oui, je le veux
sorry yes
yes go ahead
yes I want that
ja vergeet alles
ja, vergeet alles over mij
oui, oubliez tout
oui oublie tout sur moi
yes, forget everything
yes forget everything about me please
zeker
jazeker
zeker wel
ja natuurlijk
ja tuurlijk
ja zeker weten
ja dat is goed
oui je suis certaine
oui absolument
absolument
certainement
yes of course
definitely
ja haal alles weg
haal alles maar weg
ja het mag weg
ja, alles weg
ja ja wis alles
oui oui
yes yes
ja ge kunt alles wissen
ja zeker en vast
oui, certainement
oui efface tout sur moi svp
yes certainly
"""
PART = """
ge moogt alles van Simone wissen
enkel alles van Simone wissen
alleen wat ik zei over mijn zus
ja maar enkel dat van Simone
wis alles behalve mijn naam
tu peux tout effacer sur ma mère
seulement ma mère
efface ce que j'ai dit sur ma mère
oui mais tout sauf mon nom
you can erase everything about my mother
only my mother
just the thing about my mother
yes, but only what I said about Karim
everything except my name
"""
NEITHER = """
ok
oké dank u
ok merci
okay thanks
d'accord
ja bewaar alles maar
ja onthoud alles
ja maar wat weet je over mij
ja ik weet het
ja wat
ja vergeet het maar
oui gardez mes données
oui que savez-vous de moi
oui je sais
yes keep it
yes keep everything please
yeah forget it
ja maar
wis alles?
kan ik dan nog terugkomen
ja en stop ook met schrijven
ja wis alles en zeg het aan Karim
waarom zou ik alles wissen
oui mais
et après ?
yes and tell Karim goodbye
what happens then
ik ben alles vergeten
ik vergeet alles
ik wil alles vergeten
ja ik vergeet alles
alles vergeten
ik wist het allemaal
ik wis alles
moet ik alles wissen
kunt u alles wissen
alles weg
ja ik ben dat
ja wat je weet
ja alles goed
ja maar ok
maar ja
ah ok
ah ja
och ja
sorry ok
goed
't is goed
doe maar
graag
je veux tout oublier
je suis tout oublié
oui j'oublie tout
tout effacé
je supprime tout
peux-tu tout effacer
oui je suis là
oui je sais tout
oui tout va bien
oh ok
ah d'accord
ah oui
c'est bon
volontiers
I forget everything
I want to forget everything
yes I forget everything
forget everything
I deleted everything
can I delete everything
yes you know
yes I know it all
ah okay
fine
that's fine
sure
ja ik wil van alles weg
ja ik wil weg
ja ge moet weg
ja haal mij weg
ik wil alles weg
jaja
jaja hoor
ja ja hoor
ja ja dat mag
ouais ouais
yeah yeah
ge kunt alles wissen
u kunt alles wissen
ja natuurlijk niet
ja vergeet het allemaal maar
ja ge vergeet alles
oui tu oublies tout
oui oubliez ça
yes you forget everything
yes forget it all
yes forget about everything
zeker niet
zeker?
certainement pas
ja dat is goed zo
👍
"""


def lines(table: str) -> list[str]:
    return [line for line in table.strip().split("\n") if line]


@pytest.mark.parametrize("text", lines(YES))
def test_a_clear_yes(text: str) -> None:
    assert is_yes(text, plain(text))
    assert not narrows(plain(text))


@pytest.mark.parametrize("text", lines(PART))
def test_a_part(text: str) -> None:
    assert narrows(plain(text))
    assert not is_yes(text, plain(text))


@pytest.mark.parametrize("text", lines(NEITHER))
def test_no_yes(text: str) -> None:
    assert not is_yes(text, plain(text))


def erased(turn: Turn) -> bool:
    return any(isinstance(effect, Act) and effect.name == "forget" for effect in turn.effects)


@pytest.mark.parametrize("guess", ["delete_data", "affirm", "skip", None])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("text", [*lines(PART), *lines(NEITHER)])
def test_no_guess_erases(library: Library, text: str, language: str, guess: str | None) -> None:
    """However sure the model is."""
    context = Context(facts={"language": language})
    asks = start(library, "forget", context)
    ranking = ((guess, 0.99),) if guess else ()
    read = Understanding(text, language, guess, 0.99 if guess else 0.0, ranking)
    assert not erased(resume(library, asks.position, Said(read), context))


@pytest.mark.parametrize("text", lines(YES))
def test_a_clear_yes_erases_without_the_model(library: Library, text: str) -> None:
    context = Context(facts={"language": "nl"})
    asks = start(library, "forget", context)
    assert erased(resume(library, asks.position, Said(Understanding(text, "nl")), context))


@pytest.mark.parametrize("text", ["goed", "och ja", "c'est bon", "je veux tout oublier", "oh ok"])
def test_what_is_no_clear_yes_is_asked_about_once(library: Library, text: str) -> None:
    context = Context(facts={"language": "nl"})
    asks = start(library, "forget", context)
    again = resume(library, asks.position, Said(Understanding(text, "nl")), context)
    assert again.position is not None
    assert (again.position.dialogue, again.position.step) == ("forget", "ask")
    over = resume(library, again.position, Said(Understanding(text, "nl")), context)
    assert over.position is None
    assert not erased(over)


@pytest.mark.parametrize("text", lines(PART))
@pytest.mark.parametrize("guess", ["delete_data", "affirm", None])
def test_a_part_shows_what_can_go_apart(library: Library, text: str, guess: str | None) -> None:
    context = Context(facts={"language": "nl"})
    asks = start(library, "forget", context)
    ranking = ((guess, 0.9),) if guess else ()
    turn = resume(
        library, asks.position, Said(Understanding(text, "nl", guess, 0.9, ranking)), context
    )
    assert turn.position is not None
    assert (turn.position.dialogue, turn.position.step) == ("memory", "change")


FIRST = """
vergeet wat ik gezegd heb van Simone | Simone
vergeet wat ik zei over mijn zus Simone | mijn zus Simone
wis alles over Karim aub | Karim
ge moogt alles van Simone wissen | Simone
kunt ge wissen wat ik over Karim zei? | Karim
vergeet maar wat ik over mijn zus verteld heb | mijn zus
wis maar wat ik verteld heb over de kerk | de kerk
oubliez ce que j'ai dit sur Simone | Simone
efface tout sur ma mère s'il te plaît | ma mère
tu peux effacer ce que j'ai dit de Karim | Karim
forget what I said about Simone | Simone
please delete everything about my mother | my mother
can you forget what I told you about Karim? | Karim
"""
NOT_FIRST = """
vergeet niet wat ik zei over Simone
ik kan niet vergeten wat ik zei over mijn man
ik wil alles vergeten over mijn man
wis alles over mij
verwijder al mijn gegevens
n'oubliez pas ce que j'ai dit sur Simone
j'ai oublié ce que j'ai dit sur Simone
effacez tout de suite
don't forget what I said about Simone
I want to forget everything about him
forget about it
delete everything about me
"""


@pytest.mark.parametrize("line", lines(FIRST))
def test_a_part_as_a_first_word(library: Library, line: str) -> None:
    text, about = (part.strip() for part in line.split("|"))
    assert wish(text) == FORGET_PART
    context = Context(facts={"language": "nl"})
    turn = resume(library, None, Said(Understanding(text, "nl")), context)
    assert turn.position is not None
    assert turn.position.dialogue == "memory"
    assert about in {value for one in turn.effects for value in getattr(one, "values", {}).values()}


@pytest.mark.parametrize("text", lines(NOT_FIRST))
def test_no_part_as_a_first_word(text: str) -> None:
    assert wish(text) != FORGET_PART
