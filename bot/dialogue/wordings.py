"""Which wording a step says this time, and what is filled into it."""

from __future__ import annotations

from collections.abc import Mapping

from bot.dialogue import about, worry
from bot.dialogue.model import Dialogue, Step, turn_of, wording_ref
from bot.dialogue.texts import placeholders
from bot.dialogue.turns import Context, Say, Unread


def said(
    dialogue: Dialogue, step: Step, facts: Mapping[str, str], context: Context, whom: str
) -> Say:
    """Of a step that has wordings. `whom`: whom or what of hers it is about. Raises Unread where
    the text wants what was not read yet."""
    index = turn_of(step, f"{context.seed}/{dialogue.id}/{step.id}", context.today)
    wording = step.wordings[index]
    unnamed = wording.without_name is not None and not facts.get("name")
    field, text = ("without_name", wording.without_name) if unnamed else ("say", wording.say)
    known = {**context.values, **facts, "today": f"{context.today:%m-%d}"}
    known |= worry.known(context.values, facts) | about.shown(facts, whom)
    if (place := known.get(f"place.{step.place}")) is not None:
        known["place"] = place
    for key in placeholders(text or ""):
        if key in context.unread:
            raise Unread(key)
    values = {key: known[key] for key in placeholders(text or "") if key in known}
    ref = wording_ref(dialogue.id, step.id, index, field)
    return Say(ref, values, year=context.today.year, evening=context.evening)
