"""The words of a worry contact in a dialogue: what stands, or what she is choosing just now.

While she chooses, her answers are facts; the exact text that would be told is made of them here,
so that what she reads, what she says yes to and what is kept are one text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.sanitise import clean

WHO, DAYS, WORDS, NAME = "worry_who", "worry_days", "worry_words", "worry_name"
DRAFT: Final = (WHO, DAYS, WORDS, NAME)
RELATIVE: Final = "relative"
LONGEST: Final = 800  # characters of her own words: the question that shows them stays readable


def known(values: Mapping[str, str], facts: Mapping[str, str]) -> dict[str, str]:
    """The placeholders {contact}, {silence} and {told}, those of them that are known.

    `values` holds `worry.NAME` for what stands, and for each kind of person; `worry.default` and
    `worry.own` are the two ways to write the text.
    """
    if not facts.get(WHO):
        found = {name: values.get(f"worry.{name}") for name in ("contact", "silence", "told")}
    else:
        found = {
            "contact": facts.get(NAME) if facts[WHO] == RELATIVE else values.get(_key(facts)),
            "silence": facts.get(DAYS),
            "told": told(values, facts),
        }
    return {name: value for name, value in found.items() if value}


def told(values: Mapping[str, str], facts: Mapping[str, str]) -> str | None:
    """The exact text: her own words under a line that says whose they are, or the ready one."""
    words = facts.get(WORDS)
    if not words:
        return values.get("worry.default")
    return values.get("worry.own", "{words}").replace("{words}", clean(words, LONGEST))


def _key(facts: Mapping[str, str]) -> str:
    return f"worry.{facts[WHO]}"
