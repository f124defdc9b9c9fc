"""What a step that decides finds: each word behind `decide: {by: …}`, as things stand."""

from __future__ import annotations

from collections.abc import Mapping

from bot.dialogue import about, asked_when, memory, two_hours
from bot.dialogue.model import Step
from bot.dialogue.names import ABOUT, KNOWN_FACTS, REMEMBERED, SCHEDULE, VARIANTS
from bot.dialogue.turns import Context, given, language_of


def decided(
    by: str,
    step: Step,
    facts: Mapping[str, str],
    decisions: Mapping[str, bool],
    context: Context,
    whom: str,
) -> bool:
    """`decisions` are what earlier steps of this turn changed; `whom`: whom or what of hers it is
    about."""
    if by == "is_unchanged":
        return all(facts.get(key) == context.facts.get(key) for key in SCHEDULE)
    if by == "asked_when":
        return asked_when.among(context.said)
    if by == two_hours.NAMED:
        return bool(two_hours.named(step, context, facts))
    if by == "has_place":
        return f"place.{step.place}" in context.values
    if by in ABOUT:
        return about.decide(by, facts, whom, context.today)
    if by in REMEMBERED:
        return memory.decide(by, facts, context.today)
    if by == "has_forms":
        return language_of(facts) in VARIANTS
    if by in KNOWN_FACTS:
        return bool(facts.get(KNOWN_FACTS[by]))
    return decisions[by] if by in decisions else given(context, by)
