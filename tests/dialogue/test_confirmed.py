"""What leaves no doubt of a yes to a gentle question, and what does."""

import pytest

from bot.dialogue.confirmed import names_who, needs_help
from bot.dialogue.words import plain

NEEDS = """
Ja, help mij
ja ik heb hulp nodig
ja bel iemand aub
ja haal een dokter
ja, een ambulance
oui aidez-moi
oui j'ai besoin d'aide
oui, appelez un médecin
oui envoyez quelqu'un s'il vous plaît
oui au secours
yes help me please
Yes, I need help
yes call somebody
yes get a doctor now
yes an ambulance please
"""
WHO = """
ja, mijn man
ja dat is mijn zoon
ja mijn ex weer
oui mon mari
oui, c'est mon fils
oui ma belle-fille
yes, my husband
yes it's my son
yes my daughter does
"""
DOUBT = """
ja soms
ja dank u
ja ik heb geen hulp nodig
ja bel niemand
ja ik help mijn zus vandaag
ja maar nee
ja mijn man kookt
ja mijn man is dood
ja mijn zoon komt straks
oui merci
oui pas besoin d'aide
oui n'appelez personne
oui mon mari cuisine
oui mon mari est mort
oui j'aide ma sœur
yes thanks
yes no help needed
yes don't call anybody
yes my husband cooks
yes my husband died
help
mijn man
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("said", lines(NEEDS))
def test_that_help_is_needed(said: str) -> None:
    assert needs_help(plain(said))
    assert not names_who(plain(said))


@pytest.mark.parametrize("said", lines(WHO))
def test_who_it_is(said: str) -> None:
    assert names_who(plain(said))
    assert not needs_help(plain(said))


@pytest.mark.parametrize("said", lines(DOUBT))
def test_what_leaves_a_doubt(said: str) -> None:
    assert not needs_help(plain(said))
    assert not names_who(plain(said))
