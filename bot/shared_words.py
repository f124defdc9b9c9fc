"""Whether what she said is quoted to a volunteer beside her request. 'Ja graag, een mens' only says
yes to it: the text says that already, and quoted as her words it tells nothing."""

from __future__ import annotations

from typing import Final

from bot.dialogue.words import plain

_FEW: Final = 3  # so few ask for a person, and tell nothing
_YES_WORDS: Final = """
    ja jaja jawel ah oh graag gaarne doe goed ok oke okay is zeker natuurlijk prima
    oui ouais volontiers avec d bien bon yes yeah yep sure please fine go
"""
#: Beside a yes: thanks, and the wish for a person. Any other word is something that she tells.
_BESIDE: Final = """
    maar dat het da t hoor wel eens zou wil wou willen mag kan kunt met een ne nen de echte mens
    persoon iemand vrijwilliger ik k je ge u gij dank bedankt merci alstublieft alsjeblieft aub svp
    praten spreken babbelen vraag
    plaisir accord c est sur s il vous te plait un une vrai vraie humain humaine personne quelqu
    benevole je j veux voudrais aimerais peux parler a allez y
    that pls plz good a real human person someone somebody volunteer i would like love want to
    talk speak with ahead thanks thank you of course
"""
_YES: Final = frozenset(_YES_WORDS.split())
_ONLY: Final = _YES | frozenset(_BESIDE.split())


def tells(words: str) -> bool:
    typed = plain(words).split()
    only_yes = not _YES.isdisjoint(typed[:1]) and _ONLY.issuperset(typed)
    return len(typed) > _FEW and not only_yes
