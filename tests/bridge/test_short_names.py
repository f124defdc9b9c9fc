"""A volunteer whose name is a word too."""

import pytest

from bot.complained import may_be_of_him
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

A_WORD = """
Guy: a guy with a knife is at my door
Guy: that guy is hitting me
Guy: A GUY WITH A KNIFE IS AT MY DOOR
Guy: an angry guy hit me
Guy: some guy threatens me
Guy: mon mari me frappe, Guy
Guy: mijn man slaat mij, Guy
Will: he will kill me
Will: my husband will kill me
Will: HE WILL KILL ME
Will: they will not stop hitting me
Will: will he kill me? he hits me
Will: Will you come? my husband hits me
May: he may come and kill me
May: my son may hit me again
May: since may my husband hits me
May: may I call you, my son hits me
Mark: he hit me, I have a mark on my arm
Mark: he left a red mark
Rose: il me frappe, ma joue est rose
Rose: il m'a frappée avec une rose
Rose: mon mari a jeté la rose et me frappe
Grace: grâce à Dieu je vis, il me frappe
Grace: Grâce à vous je suis en vie, mon mari me frappe
Joy: he beats me, I have no joy
Hope: I hope he stops hitting me
Hope: there is no hope, he beats me
Rob: they want to rob me with a knife
Rob: he will rob me
Bill: he hit me over the bill
Lief: hij is lief maar hij slaat mij
Lief: mijn lief slaat mij
Lief: soms is hij heel lief en dan slaat hij mij
Jan De Man: er staat een man met een mes aan mijn deur
Jan De Man: mijn man slaat mij
Jan De Man: die man slaat mij
Jan De Man: een zatte man slaat mij
Karel: een kerel met een mes staat aan mijn deur
Karel: die kerel slaat mij
Terry: je suis par terre, il me frappe
"""
A_NAME = """
Will: I'm scared that Will hits me again
Will: I think that Will touched my breasts
Will: mijn vrijwilliger Will heeft mij geslagen
Rob: I'm scared that Rob hits me again
Rob: can Rob stop touching my breasts
May: I am afraid of May, she hits me
Guy: guy hit me
Guy: it was guy who hit me
Guy: Guy heeft mij geslagen
Guy: gisteren heeft guy mij geslagen
Guy: guy m'a frappée
Guy: c'est guy qui m'a frappée
Guy: I am afraid of guy
Will: will hit me
Will: Will hit me
Will: yesterday will hit me
Will: will heeft mij geslagen
Will: it was will
Will: will m'a frappée
Will: ik ben bang van will
May: may hit me
May: may heeft mij geslagen
May: May m'a frappée
Mark: mark hit me
Mark: gisteren sloeg mark mij
Mark: Mark m'a frappée
Rose: rose m'a frappée
Rose: c'est rose qui m'a frappée
Rose: rose hit me
Rose: Rose heeft mij geslagen
Grace: grace hit me
Grace: Grace m'a frappée
Grace: grace heeft mij geslagen
Joy: joy hit me
Hope: hope hit me
Hope: Hope sloeg mij
Rob: rob sloeg mij
Rob: Rob hit me
Bill: bill hit me
Lief: lief heeft mij geslagen
Lief: het was Lief die mij sloeg
Jan De Man: De Man heeft mij geslagen
Jan De Man: meneer De Man slaat mij
Jan De Man: Jan heeft mij geslagen
Karel: karel heeft mij geslagen
Terry: terry hit me
Will: it was will he hit me
Hope: it was hope he hit me
Mark: the volunteer mark hit me
Guy: mijn vrijwilliger guy sloeg mij
Guy: die smeerlap guy sloeg mij
Rose: la bénévole rose m'a frappée
Rose: cette folle de rose m'a frappée
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


@pytest.mark.parametrize(("name", "text"), lines(A_WORD))
def test_a_strangers_violence_reaches_whose_name_is_a_word(name: str, text: str) -> None:
    assert not may_be_of_him(text, name, violent=True)


@pytest.mark.parametrize(("name", "text"), lines(A_NAME))
def test_his_own_does_not(name: str, text: str) -> None:
    assert may_be_of_him(text, name, violent=True)


def test_who_hurts_her_is_still_read() -> None:
    assert not may_be_of_him("mijn man slaat mij, kan Jan komen", "Jan De Man", violent=True)
    assert not may_be_of_him("a guy hit me, can Guy come", "Guy", violent=True)
