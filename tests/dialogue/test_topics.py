"""Topics in plain words: shut off, opened again, forgotten, with the words as she wrote them."""

import pytest

from bot.dialogue.answers import wish
from bot.dialogue.topics import topic

HEARD = """
avoid_topic | begin niet meer over mijn broer | mijn broer
avoid_topic | Praat alstublieft niet over de kerk | de kerk
avoid_topic | zwijg over mijn broer | mijn broer
avoid_topic | Zwijg maar over mijn broer Jef! | mijn broer Jef
avoid_topic | praat niet over mijn broer | mijn broer
avoid_topic | ik wil niet meer over m'n zus praten | m'n zus
avoid_topic | liever niet over mijn broer | mijn broer
avoid_topic | ik praat liever niet over geld | geld
avoid_topic | stop over mijn broer | mijn broer
avoid_topic | vraag niet meer naar mijn zoon aub | mijn zoon
avoid_topic | begin er niet meer over | that of just now
avoid_topic | zwijg daarover | that of just now
avoid_topic | praat er niet meer over | that of just now
avoid_topic | liever er niet meer over praten | that of just now
avoid_topic | laat mijn broer erbuiten | mijn broer
avoid_topic | ne me parlez plus de mon frère | mon frère
avoid_topic | Ne parlez pas d'argent | argent
avoid_topic | ne me parle plus du voisin s'il te plaît | voisin
avoid_topic | je ne veux plus parler de ma sœur | ma sœur
avoid_topic | ne me demandez plus de nouvelles de mon fils | mon fils
avoid_topic | n'en parlez plus | that of just now
avoid_topic | arrêtez de me parler de mon frère | mon frère
avoid_topic | ne parlez plus de ça | that of just now
avoid_topic | don't talk about my brother | my brother
avoid_topic | Please don't talk about my brother | my brother
avoid_topic | don't mention my son again | my son
avoid_topic | stop asking me about my leg | my leg
avoid_topic | I don't want to talk about my brother any more | my brother
avoid_topic | don't bring up my brother please | my brother
avoid_topic | don't talk about that | that of just now
avoid_topic | leave my brother out of it | my brother
avoid_topic | don't talk about my fight with Karel | my fight with Karel
avoid_topic | begin niet meer over de reis met Karel | de reis met Karel
avoid_topic | ne parlez pas de ma dispute avec Karim | ma dispute avec Karim
avoid_topic | topics to avoid | that of just now
raise_topic | u mag weer over mijn broer praten | mijn broer
raise_topic | ge moogt terug over mijn broer beginnen | mijn broer
raise_topic | je mag over mijn broer praten hoor | mijn broer
raise_topic | vraag gerust naar mijn broer | mijn broer
raise_topic | begin maar weer over mijn broer | mijn broer
raise_topic | over mijn broer mag het weer gaan | mijn broer
raise_topic | u mag er weer over praten | that of just now
raise_topic | vous pouvez reparler de mon frère | mon frère
raise_topic | tu peux de nouveau me parler de mon frère | mon frère
raise_topic | reparlez-moi de mon frère | mon frère
raise_topic | vous pouvez en reparler | that of just now
raise_topic | demandez-moi des nouvelles de ma fille | ma fille
raise_topic | you may talk about my brother again | my brother
raise_topic | you can ask about my brother | my brother
raise_topic | ask me about my brother again | my brother
forget_told | vergeet mijn broer | mijn broer
forget_told | oubliez ma fille Anne | ma fille Anne
forget_told | forget my dog | my dog
"""
NOT_HEARD = """
vergeet mijn broer niet
van 8 tot 12 oktober ben ik weg
van vrijdag tot dinsdag weg
vergeet mijn naam
delete my data
je mag over een week schrijven
je mag over een week weer schrijven
mijn broer praat niet over vroeger
on me demande trop
what do you do
stop
parlez-moi
don't ask me to call
laat mij met rust
laat me met rust
leave me alone
laissez-moi tranquille
ne parlez pas
don't talk about it
liever er niet over praten
je ne veux plus en parler
"""
ROWS = [tuple(line.split(" | ")) for line in HEARD.strip().split("\n")]
AT = "that of just now"


@pytest.mark.parametrize(("intent", "text", "about"), ROWS)
def test_heard(intent: str, text: str, about: str) -> None:
    assert wish(text, AT) == intent
    assert topic(intent, text, AT) == about


@pytest.mark.parametrize("text", NOT_HEARD.strip().split("\n"))
def test_not_heard(text: str) -> None:
    """A story, another wish, or 'that' where nothing was spoken of."""
    assert wish(text) not in ("avoid_topic", "raise_topic", "forget_told")


KEPT_FROM = """
zeg niets over mij aan mijn dochter
praat er niet over met Karel
zwijg over mij tegen mijn zoon
ne parle pas de ça à ma fille
n'en parlez pas à ma fille
ne parlez pas de moi aux voisins
don't talk about this to Karel
don't talk about me to my daughter
"""


@pytest.mark.parametrize("at", ["", AT])
@pytest.mark.parametrize("text", KEPT_FROM.strip().split("\n"))
def test_what_is_kept_from_somebody_may_be_spoken_of_with_her(text: str, at: str) -> None:
    assert wish(text, at) is None
    assert topic("avoid_topic", text, at) == ""


@pytest.mark.parametrize(
    "text", ["onthoud niets meer", "ne retenez plus rien de moi", "forget what I told you"]
)
def test_all_that_was_told_is_forgotten(text: str) -> None:
    assert wish(text) == "forget_told"
    assert topic("forget_told", text, AT) == ""


def test_a_story_is_no_topic() -> None:
    assert topic("avoid_topic", "praat niet over " + "mijn broer " * 8, "") == ""
