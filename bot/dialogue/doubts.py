"""A wish that the model only guesses, weighed against the words: what would take messages away is
asked about once, unless it is plain. A bare word and the wishes in plain words never come here.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace
from typing import Final

from bot.dialogue.names import DOUBTFUL
from bot.dialogue.words import plain
from bot.understanding import Understanding

PLAIN: Final = 0.8  # how sure the model must be of a stop that nothing speaks against

# Going on, in the same breath; or something else that is to be stopped.
_GOES_ON: Final = re.compile(
    r"\b(?:blij(?:f|ft|ven)|(?:verder|voort|door)(?:gaan|doen|schrijven|sturen)?|doorgaat"
    r"|wel (?:\w+ ){0,2}(?:schrij\w+|bericht\w*|stuur\w*|sturen)"
    r"|niet (?:\w+ ){0,2}(?:stop\w*|ophouden|gestopt)"
    r"|continu\w*|poursuiv\w*|(?:veux|voudrais|aime|aimerais|souhaite) (?:bien|encore|toujours)"
    r"|(?:n arrete[zr]?|n arreter|ne (?:cesse[zr]?|stoppe[zr]?)) (?:\w+ )?pas"
    r"|pas (?:\w+ ){0,2}(?:arreter|cesser|stopper)"
    r"|keep|continue|carry on|go on|(?:not|don t|never) (?:\w+ )?stop\w*|do (?:want|like))\b"
    r"|\b(?:annul|cancel)"
)


def weighed(understanding: Understanding, expected: Container[str] = ()) -> Understanding:
    """What was understood; a stop that is not plain becomes a question about it. `expected`: what
    the question that stands expects. Where a stop is an answer, it needs no second question."""
    if understanding.intent != "stop_contact":
        return understanding
    against = _GOES_ON.search(plain(understanding.text)) is not None
    if "stop_contact" not in expected:
        plainly = understanding.confidence >= PLAIN and not against
        return understanding if plainly else _doubted(understanding, DOUBTFUL["stop_contact"])
    rest = understanding.ranking[1:]
    return replace(understanding, intent=None, ranking=rest) if against else understanding


def _doubted(understanding: Understanding, instead: str) -> Understanding:
    """The same, where the first guess is another one."""
    ranking = ((instead, understanding.confidence), *understanding.ranking[1:])
    return replace(understanding, intent=instead, ranking=ranking)
