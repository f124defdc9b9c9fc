"""Who is somebody's own: 'mijn man', 'ma fille', 'the neighbour'. Pure. No friend: a volunteer may
be called one."""

from __future__ import annotations

from typing import Final

MY_KIN: Final = (
    r"(?:(?:mijne?n?|m n|mn|ons|onzen?) (?:man|vent|echtgenoot|vrouw|zoon|dochter|broer|zus|zuster"
    r"|neef|nicht|kleinzoon|kleindochter|schoonzoon|schoondochter|vader|stiefvader|schoonvader"
    r"|moeder|ex|buurman|buurvrouw|gebuur|huisbaas)"
    r"|den? (?:buurman|buurvrouw|gebuur|huisbaas)"
    r"|(?:mon|ma|notre) (?:mari|compagnon|conjoint|femme|fils|fille|frere|soeur|neveu|niece"
    r"|petit fils|gendre|belle fille|beau fils|pere|beau pere|mere|ex|voisine?|proprietaire)"
    r"|(?:le|la) (?:voisine?|proprietaire)"
    r"|(?:my|our) (?:husband|boyfriend|girlfriend|partner|wife|son|daughter|brother|sister|nephew"
    r"|niece|grandson|son in law|father|stepfather|mother|ex|neighbou?r|landlord)"
    r"|the (?:neighbou?r|landlord)"
    r"|papa|mama|maman|dad|mum|mom)"
)
