"""A volunteer whose name is a word too."""

import pytest

from bot.complaint_words import about
from bot.spoken_of import speaks_of

NOBODY = """
An: ça fait un an que mon mari me frappe
An: mon mari me bat depuis un an et demi
An: My neighbour hit me an hour ago
An: an angry man is hitting me
An: AN ANGRY MAN IS HITTING ME
An: An old man hit me
An: mon mari m'a frappée l'an dernier
An: il y a 1 an mon fils m'a frappée
An: my husband threw an iron at me
An: chaque an mon mari me frappe
An: An, mijn man slaat mij
An: dag An mijn man slaat mij
An: my husband has an axe
An: my son hit me with an umbrella
Al: mijn man slaat mij al jaren
Al: Al jaren slaat mijn man mij
Al: MIJN MAN SLAAT MIJ AL JAREN
Al: mijn zoon heeft mij al twee keer geslagen
Al: al lang slaat mijn man mij
Al: Al, my husband hits me
Al: dag Al mijn man slaat mij
Les: les gens me frappent
Les: mon mari me frappe tous les jours
Les: Les voisins m'ont frappée
Les: Les, my husband hit me
Van Damme: mijn man heeft mij van de trap geduwd
Van Damme: ik krijg slaag van mijn man
Van Damme: Van mijn man krijg ik slaag
Si: Si je pars, mon mari me frappe
Si: mon mari me frappe si je parle
Ma: ma fille me frappe
Ma: mon mari et ma belle-mère me frappent
Jo: Jo, mijn man slaat mij
Jo: mon mari me frappe
"""
NAMED = """
An: An hit me
An: an heeft mij geslagen
An: An m'a frappée
An: An attacked me
An: An insulted me and hit me
An: ik ben bang van An
An: het was an
An: An is raar en sloeg mij
An: An a une arme et me menace
An: depuis un an An me frappe
An: An en haar man sloegen mij
An: An abuses me
Al: Al heeft mij geslagen
Al: AL HEEFT MIJ GESLAGEN
Al: al heeft mij geslagen
Al: al hit me
Al: Al punched me and hit me
Al: Al spreekt lelijk en slaat mij
Al: Al hit me
Al: ik ben bang van Al
Al: mijn dader is Al
Al: Al m'a frappée
Al: help. Al sloeg mij
Al: yesterday Al hit me
Al: it was Al
Al: Al, Al hit me
Les: Les hit me
Les: les hit me
Les: Les spreekt lelijk en slaat mij
Les: I am afraid of Les
Les: Les m'a frappée
Les: it was Les
Les: yesterday Les hit me
Van Damme: Van heeft mij geslagen
Van Damme: Damme heeft mij geslagen
Van Damme: het was Van
Van Damme: Van Damme sloeg mij
Van Damme: van damme sloeg mij
Jo: jo heeft mij geslagen
Jo: jo hit me
Jo: Jo m'a frappée
"""


def lines(text: str) -> list[list[str]]:
    return [line.split(": ", 1) for line in text.strip().splitlines()]


@pytest.mark.parametrize(("name", "text"), lines(NOBODY))
def test_a_word_is_nobody(name: str, text: str) -> None:
    assert not speaks_of(text, name)
    assert not about(text, name, to_him=True)


@pytest.mark.parametrize(("name", "text"), lines(NAMED))
def test_a_name_is_somebody(name: str, text: str) -> None:
    assert speaks_of(text, name)
