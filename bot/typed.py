"""Which button somebody means who types instead of tapping. Pure.

The words of one label, in any order and among small words, and no other word: 'was zwaar ja' is
'Het was zwaar'. What says more ('was zwaar, ze wou dood'), or asks, is no button.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.dialogue.bare import BARE
from bot.dialogue.words import plain

#: No negation, and nobody but the writer.
_SMALL_WORDS: Final = """
    ja jaja jawel pf pff pfff amai hm euh eh he hoor ok oke okay wel toch maar zo dus dan en echt
    het t was is ik ben aub alstublieft dank u bedankt
    oui ouais bon ben mais et donc vraiment c ce etait est je suis svp merci
    yes yeah yep well so but and really it i am please thanks
"""
_SMALL: Final = frozenset(_SMALL_WORDS.split())
YES, NO = 0, 1


def chosen(words: str, labels: Sequence[str]) -> int | None:
    """The place of the one label that the words say; None for several, or none."""
    if "?" in words:
        return None
    said = plain(words)
    exact = [place for place, label in enumerate(labels) if label and plain(label) == said]
    core = _core(words)
    near = [place for place, label in enumerate(labels) if label and core and _core(label) == core]
    found = exact or near
    return found[0] if len(found) == 1 else None


def says(words: str) -> int | None:
    """A plain yes or no, and nothing more."""
    said = plain(words)
    if "?" in words:
        return None
    return YES if said in BARE["affirm"] else NO if said in BARE["deny"] else None


def leaves(words: str, label: str) -> bool:
    """Whether the words leave what is asked: a plain no, or what its button says."""
    said = plain(words)
    return said == plain(label) or said in BARE["deny"] or said in BARE["skip"]


def _core(words: str) -> frozenset[str]:
    return frozenset(plain(words).split()) - _SMALL
