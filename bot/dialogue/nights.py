"""'Bonne nuit': the whole message wishes a good night, or says that she will try to sleep.

No pattern but a set of words: with any other word beside it, it is something else. Takes what
`words.plain` leaves.
"""

from __future__ import annotations

import re
from typing import Final

WISH: Final = "say_good_night"
_NIGHT: Final = re.compile(
    r"\b(?:slaap ?(?:wel|zacht)|welterusten|(?:goede?|goeie?|goei) ?nacht|bonne nuit"
    r"|(?:dors|dormez) bien|good ?night|nighty? night|sleep (?:well|tight)"
    r"|(?:ga|zal) (?:nu |maar |eens |weer |terug )*(?:proberen|trachten) (?:te )?slapen"
    r"|essayer de (?:re)?dormir|try (?:to|and) (?:get some )?sleep)\b"
)
# 'I am tired of it', 'it is too late', 'I go now' and not to bed: more than the night may be meant
_ENDS: Final = re.compile(
    r"\b(?:ben (?:het|t) (?:\w+ )?moe|te laat|trop tard|too late|fatiguee? de|tired of"
    r"|(?:i m|am) (?:now )?going(?! to (?:bed|sleep|try|get))"
    r"|(?:i|ll|will) (?:now )?go(?! (?:now )?(?:to|off to) (?:my )?(?:bed|sleep))"
    r"|ik (?:ga|zal)(?! (?:\w+ ){0,5}?(?:proberen|trachten|slapen|bed)\b)"
    r"|m en vais|je vais(?! (?:\w+ ){0,4}?(?:dormir|redormir|coucher|lit)\b))\b"
)
_WORDS: Final = """
ik k ga zal nu maar eens weer terug nog proberen probeer trachten te slapen slaap wel zacht slaapwel
welterusten goede goed goei goeie goeienacht goedenacht nacht in naar mijn bed kruip erin
tot morgen he hoor ze allez ja ok oke dank bedankt u je jij voor vanavond t het is al laat ben moe
en ook zo dag mevrouw meneer lieve vriend zeg wens een
bon ben voila allez alors je vais essayer de d redormir dormir me mettre coucher au lit maintenant
merci pour ce soir a demain bonne nuit vous tu toi aussi suis fatiguee fatigue dors dormez bien il
est tard oui et la
i am m will ll try and get some sleep to now going go bed good goodnight night nighty well tight
ok thanks thank you tired until till tomorrow see so my off it s late yes the then too
"""
_ALLOWED: Final = frozenset(_WORDS.split())


def wish(typed: str) -> str | None:
    """Whether this says good night, and nothing else."""
    if (
        _NIGHT.search(typed) is None
        or _ENDS.search(typed)
        or not _ALLOWED.issuperset(typed.split())
    ):
        return None
    return WISH
