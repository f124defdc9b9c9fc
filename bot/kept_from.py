"""She says that something is not for whoever reads along: 'zeg dat niet tegen Karim', 'this is not
for Karim'. Told by name or as the volunteer, in a part of a sentence that says nothing else.

It leads to a question and nothing else (`bot.still_shared`). 'De soep is niet voor Karim' and
'Karim kan dat niet weten' are talk. Pure, without any model.
"""

from __future__ import annotations

import re
from typing import Final

from bot.dialogue.enough_words import LEADS, PHRASES
from bot.dialogue.words import plain
from bot.spoken_of import parts_of

_PART: Final = re.compile(r"[.!?,;:…\n]+")
_VOLUNTEER: Final = re.compile(r"\b(?:de vrijwillig(?:er|ster)|l[ea] benevole|the volunteer)\b")
_KEPT: Final = frozenset({"zeg", "maar", "mais", "but"})  # leads that stand in what follows

_NO: Final = r"(?:niet|ni|nie)"
_THIS: Final = r"(?:dit|dat|da|het|t|hier niets|daar niets)"
_CA: Final = r"(?:ca|cela|ceci|tout ca)"
_IT: Final = r"(?:this|that|it|about this|about that|about it|anything)"
_TO: Final = r"(?:tegen|aan|on|an)"
_NOT: Final = r"(?:do not|don t|dont|never)"
_KNOW_NL: Final = r"(?:weten|zien|horen|lezen)"
_KNOW_FR: Final = r"(?:savoir|voir|entendre|lire)"
_KNOW_EN: Final = r"(?:know|see|hear|read)"
_LINES: Final = rf"""
(?:(?:dit|dat|da|het|t) (?:is|was) )?{_NO} voor NAME(?: bedoeld| bestemd)?
(?:dit|dat|da) (?:mag|moet) NAME {_NO} {_KNOW_NL}
NAME (?:mag|moet) {_THIS} {_NO} {_KNOW_NL}
(?:dit|dat|da) hoeft NAME {_NO} te {_KNOW_NL}
NAME hoeft {_THIS} {_NO} te {_KNOW_NL}
laat NAME {_THIS} {_NO} {_KNOW_NL}
(?:ik|k) wil {_NO} dat NAME {_THIS} (?:weet|ziet|hoort|leest)
(?:zeg|vertel)(?:t)?(?: (?:ge|u|je))?(?: {_THIS})? (?:{_NO}|niets|niks)(?: (?:hierover|hiervan|verder))? {_TO} NAME
(?:ge moogt|u mag|je mag|je moet|ge moet) {_THIS} {_NO} {_TO} NAME (?:zeggen|vertellen)
(?:(?:ce|ca|c) (?:n )?(?:est|etait) )?pas (?:destine a|pour) NAME
NAME (?:ne )?(?:doit|devrait) (?:pas|jamais) (?:le |la )?{_KNOW_FR}(?: {_CA})?
NAME (?:n )?a pas besoin de (?:le )?{_KNOW_FR}(?: {_CA})?
je (?:ne )?veux pas que NAME (?:(?:le )?(?:sache|voie|lise|entende))(?: {_CA})?
(?:(?:ne|n) )?(?:(?:le |l |en |lui )?)(?:dis|dites|racontez?|racontes|repete[sz]?|parle[sz]?) (?:rien|pas|jamais)(?: {_CA}| de {_CA})? a NAME(?: {_CA}| de {_CA})?
(?:(?:it|that|this) (?:is |s |was )?)?(?:not|isn t|wasn t) (?:meant )?for NAME
NAME (?:must|may|should) not {_KNOW_EN}(?: {_IT})?
NAME (?:mustn t|shouldn t) {_KNOW_EN}(?: {_IT})?
NAME (?:doesn t|does not) (?:have|need) to {_KNOW_EN}(?: {_IT})?
(?:i )?(?:{_NOT}) want NAME to {_KNOW_EN}(?: {_IT})?
{_NOT} (?:tell|show) NAME(?: {_IT})?
{_NOT} (?:tell|show|say|mention) {_IT} to NAME
"""  # noqa: E501
_WHY: Final = r"(?: (?:want|omdat|maar|car|parce|mais|because|but)\b.*)?"
_ANY: Final = re.compile(
    "(?:" + "|".join(f"(?:{line})" for line in _LINES.strip().splitlines()) + ")" + _WHY
)


def keeps_from(text: str, name: str) -> bool:
    """`name`: of whoever reads along, as it stands in these words."""
    return any(_ANY.fullmatch(_with_name(part, name)) for part in _PART.split(text))


def _with_name(part: str, name: str) -> str:
    typed = _VOLUNTEER.sub("NAME", PHRASES.sub(" ", plain(part)))
    called = parts_of(name)
    words = ["NAME" if word in called else word for word in typed.split()]
    told = " ".join(word for word in words if word not in LEADS - _KEPT)
    return re.sub(r"\bNAME(?: NAME)+\b", "NAME", told)
