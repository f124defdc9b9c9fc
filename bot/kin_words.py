"""Who is somebody's own: 'mijn man', 'ma fille', 'the neighbour'. Pure. No friend: a volunteer may
be called one."""

from __future__ import annotations

from typing import Final

MY_KIN: Final = (
    r"(?:(?:mijn|m n|onze?|de|mon|ma|notre|le|la|my|our|the) (?:man|vrouw|zoon|dochter|broer|zus"
    r"|zuster|neef|nicht|kleinzoon|kleindochter|schoonzoon|schoondochter|buurman|buurvrouw|vader"
    r"|moeder|huisbaas|ex|mari|femme|fils|fille|frere|soeur|neveu|niece|petit fils|gendre"
    r"|belle fille|voisine?|pere|mere|proprietaire|husband|wife|son|daughter|brother|sister"
    r"|nephew|grandson|son in law|neighbou?r|father|mother|landlord)|papa|mama|maman|dad|mum|mom)"
)
