"""What one turn settled by another way than the question that waits behind it: when to write, and
whether to. That question is not asked once more, and nothing is told twice."""

from __future__ import annotations

from collections.abc import Iterable

from bot.dialogue.asked import expects
from bot.dialogue.model import Dialogue, Step
from bot.dialogue.names import SCHEDULE
from bot.dialogue.turns import Act, Effect, Remember, Say


def is_told(step: Step, effects: Iterable[Effect]) -> bool:
    """Whether the hour or days were told which the question asks for."""
    keys = SCHEDULE.keys() if step.takes == "schedule" else SCHEDULE.keys() & {step.takes}
    told = (e for e in effects if isinstance(e, Remember) and e.value)
    return any(e.key in keys for e in told)


def leads(step: Step, effects: Iterable[Effect]) -> str:
    """Where the yes or no to being written to leads that the question asks for, where that was
    said; else ''."""
    expected = expects(step)
    if "resume_contact" not in expected:
        return ""
    for effect in effects:
        if isinstance(effect, Act) and effect.name == "consent_checkins":
            return _then(step, expected["resume_contact"])
        if isinstance(effect, Remember) and effect.key == "refused":
            return _then(step, expected.get("deny", ""))
    return ""


def _then(step: Step, choice_id: str) -> str:
    choice = step.choice(choice_id)
    return choice.then if choice else ""


def unsaid(dialogue: Dialogue, effects: Iterable[Effect]) -> list[Effect]:
    """The effects without what this dialogue says: the question that waits says it itself."""
    own = f"{dialogue.id}/"
    return [e for e in effects if not (isinstance(e, Say) and e.ref.startswith(own))]
