"""Who is somebody's own: 'mijn man', 'ma fille', 'the neighbour'. Pure. No friend: a volunteer may
be called one."""

from __future__ import annotations

from typing import Final

MY_KIN: Final = (
    r"(?:(?:mijn|m n|onze?|de) (?:man|vrouw|zoon|dochter|broer|zus|zuster|neef|nicht|kleinzoon"
    r"|kleindochter|schoonzoon|schoondochter|buurman|buurvrouw|vader|moeder|huisbaas|ex)"
    r"|(?:mon|ma|notre|le|la) (?:mari|femme|fils|fille|frere|soeur|neveu|niece|petit fils|gendre"
    r"|belle fille|voisine?|pere|mere|proprietaire|ex)"
    r"|(?:my|our|the) (?:husband|wife|son|daughter|brother|sister|nephew|niece|grandson"
    r"|son in law|neighbou?r|father|mother|landlord|ex)"
    r"|papa|mama|maman|dad|mum|mom)"
)
