"""The wish in words that are said while a question stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.dialogue import about, answers, asked, birthdays, requests
from bot.dialogue.intents import FORGET_PART, TELL_NAME
from bot.dialogue.model import Dialogue, Step
from bot.dialogue.names import VERBATIM
from bot.dialogue.turns import Context

LOSS: Final = "tell_loss"  # answered as one wherever it is told
ADDRESS: Final = "change_address"
OF_KEPT: Final = frozenset({"memory", "forget"})  # the dialogues that ask what may go
HOUR: Final = "hour"  # the dialogue about hours and days
OF_SOMEBODY: Final = frozenset({"name", "topic", VERBATIM})  # a name is an answer, maybe not hers


def wish(
    place: tuple[Dialogue, Step], text: str, of: str, facts: Mapping[str, str], context: Context
) -> str | None:
    """None where the words are what is asked for. `of`: whom or what the question is about."""
    dialogue, step = place
    if step.takes == VERBATIM:
        return answers.bare_wish(text)
    waived = answers.bare(text) in asked.expects(step)  # 'laat maar' answers this question
    of_loss = LOSS in dialogue.start.intents
    of_request = None if waived else requests.worded(text, context, of_loss=of_loss)
    found = (
        answers.bare_wish(text)
        or of_request
        or answers.wish(text, of, of_hours=dialogue.id == HOUR)
    )
    of_kept = dialogue.id in OF_KEPT and not step.takes
    if found is None and about.forgets(text, facts, asked=of_kept):
        found = FORGET_PART
    answered = ADDRESS if step.takes == "address" else ""
    if step.takes in OF_SOMEBODY:
        answered = TELL_NAME
    if step.takes == "date":
        answered = birthdays.TELL
    return None if found == answered else found
