"""Whether a word is another one with a slip in it: a letter too few or too many, two that changed
places, or one for another. Pure."""

from __future__ import annotations


def slipped(word: str, meant: str, *, other_letter: bool) -> bool:
    """`other_letter`: whether one letter may stand for another, as in 'Karem'. Of short words that
    makes words of their own."""
    if word == meant or abs(len(word) - len(meant)) > 1:
        return False
    same = 0
    while same < min(len(word), len(meant)) and word[same] == meant[same]:
        same += 1
    one, two = word[same:], meant[same:]
    if len(one) == len(two):
        changed_places = one[:2] == two[1::-1] and one[2:] == two[2:]
        return changed_places or (other_letter and one[1:] == two[1:])
    return one[1:] == two or one == two[1:]
