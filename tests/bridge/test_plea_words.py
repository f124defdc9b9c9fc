"""Beside violence by another, her plea to the volunteer by name reaches him."""

import pytest

from bot.complained import may_be_of_him

PLEAS = """
kan Karim komen, mijn man slaat mij
mijn man slaat mij. Karim kan jij komen?
mijn man slaat mij, ik wil dat Karim komt
my husband hits me Karim can you help
mon mari me frappe, est-ce que Karim peut venir
mon mari me frappe, Karim peux tu venir
Karim zei dat ik de politie moet bellen, mijn man slaat mij
gelukkig was Karim er, mijn man sloeg mij
Karim ze gaan mij vermoorden
Karim a man is threatening me with a knife
Karim hebt ge tijd mijn man slaat mij
mijn man is zat en slaat mij kan Karim mij bellen
my ex is at my door with a knife, can Karim come
mon ex est devant ma porte avec un couteau, je voudrais que Karim vienne
Karim knows my husband hits me
Karim weet dat mijn man mij slaat
Karim sait que mon mari me frappe
iemand heeft mij geslagen, Karim moet komen
quelqu'un m'a frappée, Karim doit venir
someone hit me, I need Karim to come
Karim een man bedreigt mij
Karim un homme me menace avec un couteau
komt Karim? mijn zoon slaat mij
Karim m'a dit d'appeler la police, mon mari me frappe
Karim said I should call the police, my husband hits me
thank god Karim was here, my husband beat me
heureusement que Karim était là, mon mari m'a frappée
they are beating me, could Karim please call
"""
OF_HIM = """
Mijn zoon slaat mij en dan komt Karim en slaat mij ook
Mijn man slaat mij. Dan komt Karim en doet mee
My son hits me and Karim helped me undress and touched me
Mon mari me bat et Karim m'aide pas
My son hits me. I don't want that Karim should come
Mon fils me frappe, j'ai peur que Karim veut venir
Karim en mijn man slaan mij
mijn man slaat mij, Karim ook
mijn man zag dat Karim mij sloeg
Karim heeft een mes, mijn man slaat mij
Karim kan jij komen was wat hij zei en toen sloeg Karim mij
ik wil niet dat Karim komt, mijn man slaat mij
Karim zei dat hij mij gaat vermoorden, mijn man slaat mij
Karim zei dat ik niemand mag bellen, mijn man slaat mij
ik ben geslagen door Karim kan jij helpen
Karim een man die ik vertrouwde sloeg mij
Karim kan mij slaan
Karim helpt mijn man mij slaan
I don't want Karim to come, my husband hits me
my husband saw Karim hit me
my husband hits me and Karim too
Karim told me to tell nobody, my husband hits me
can Karim hit me, my husband hits me
je ne veux pas que Karim vienne, mon mari me frappe
mon mari a vu Karim me frapper
Karim et mon mari m'ont frappée
Karim peut me frapper quand il veut, mon mari aussi
Karim un homme violent m'a frappée
Karim a man with no shame raped me
Karim zei dat ik moet zwijgen, mijn man slaat mij
Karim kan niet komen, hij sloeg mij
kan Karim komen slaan
Karim komt hij slaat mij
Karim wil dat ik hem help, hij sloeg mij
"""


@pytest.mark.parametrize("text", PLEAS.strip().splitlines())
def test_a_plea_is_for_him(text: str) -> None:
    assert not may_be_of_him(text, "Karim", violent=True)


@pytest.mark.parametrize("text", OF_HIM.strip().splitlines())
def test_what_is_of_him_waits(text: str) -> None:
    assert may_be_of_him(text, "Karim", violent=True)
