"""The life of a handoff as one table: which event leads from which state to which.

Whatever is not in the table does not happen. `bot.handoffs` carries each line out as one
compare-and-set; `diagram` draws the table for the documentation.
"""

from __future__ import annotations

from typing import Final

OFFERED: Final = "offered"  # she reads the text that would be shared
OPEN: Final = "open"  # she said yes; volunteers are rung
CLAIMED: Final = "claimed"  # one volunteer has it and read it
TALKING: Final = "talking"  # he greeted her; words go both ways
CLOSED: Final = "closed"
DECLINED: Final = "declined"  # she said no to the text
WITHDRAWN: Final = "withdrawn"  # she took her yes back
EXPIRED: Final = "expired"  # she never answered

LIVE: Final = frozenset({OPEN, CLAIMED, TALKING})
HELD: Final = frozenset({CLAIMED, TALKING})  # a person holds the talk
OVER: Final = frozenset({CLOSED, DECLINED, WITHDRAWN, EXPIRED})

TRANSITIONS: Final[dict[tuple[str, str], str]] = {
    (OFFERED, "consent"): OPEN,
    (OFFERED, "decline"): DECLINED,
    (OFFERED, "expire"): EXPIRED,
    (OPEN, "claim"): CLAIMED,
    (OPEN, "withdraw"): WITHDRAWN,
    (CLAIMED, "greet"): TALKING,
    (CLAIMED, "release"): OPEN,
    (CLAIMED, "withdraw"): WITHDRAWN,
    (CLAIMED, "close"): CLOSED,
    (TALKING, "release"): OPEN,
    (TALKING, "withdraw"): WITHDRAWN,
    (TALKING, "close"): CLOSED,
}


def sources(event: str) -> dict[str, str]:
    """From which states an event leads where."""
    return {state: to for (state, name), to in TRANSITIONS.items() if name == event}


def diagram() -> str:
    """The table as a Mermaid state diagram."""
    lines = ["stateDiagram-v2", f"    [*] --> {OFFERED}"]
    lines += [f"    {state} --> {to}: {event}" for (state, event), to in TRANSITIONS.items()]
    lines += [f"    {state} --> [*]" for state in sorted(OVER)]
    return "\n".join(lines) + "\n"
