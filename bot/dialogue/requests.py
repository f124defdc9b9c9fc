"""Plain words about the request for a person that stands open: to call it off, and where it stands.

They mean something only while one is open, so they are looked for only then.
"""

from __future__ import annotations

import re
from typing import Final

from bot.dialogue.turns import Context
from bot.dialogue.words import plain

CALL_OFF: Final = "call_off"
ASK: Final = "ask_request"
LONGEST: Final = 14  # words; a story is heard as one

_OFF: Final = re.compile(
    r"\b(?:annul(?:eer|eren|e|ez|er)|cancel(?:en)?|trek .*\bin)\b"
    r"|\blaat (?:het |dat |ze |die )?(?:maar )?(?:zitten|vallen)\b|\blaat maar\Z"
    r"|\bkom(?:t|en) toch (?:niet|niemand)\b|\b(?:hoeft|moet) (?:al )?niet meer\b"
    r"|\b(?:laisse[zr]?|laissons) tomber\b|\bpas la peine\b|\b(?:ils|elles|vous) ne viennent\b"
    r"|\b(?:forget it|never ?mind|call it off)\b|\bno(?:body| ?one) is coming\b"
)
_STANDS: Final = re.compile(
    r"\b(?:mijn|die|de) (?:aanvraag|oproep)\b|\bkomt er (?:nog |al )?(?:iemand|wie)\b"
    r"|\b(?:ik wacht|zit te wachten) (?:al|nog)\b|\bhoe ?lang (?:nog|duurt)\b"
    r"|\bma demande\b|\bj attends (?:depuis|toujours|encore)\b"
    r"|\by a (?:personne|quelqu un)\b|\bquelqu un (?:vient|va venir|arrive)\b|\bcombien de temps\b"
    r"|\bmy request\b|\b(?:been|still) waiting\b|\bhow long\b"
    r"|\bis (?:anyone|anybody|someone|somebody) coming\b"
)


def worded(text: str, context: Context) -> str | None:
    """The wish about her open request that these words are, or None: none is open."""
    typed = plain(text)
    if not context.decisions.get("has_open_handoff") or len(typed.split()) > LONGEST:
        return None
    if _OFF.search(typed):
        return CALL_OFF
    return ASK if _STANDS.search(typed) else None
