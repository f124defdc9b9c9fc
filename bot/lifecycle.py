"""The life of a handoff as one table: which event leads from which state to which.

Whatever is not in the table does not happen. `bot.transitions` carries each line out as one
compare-and-set, with a line in the audit; `diagram` draws the table for the documentation.
"""

from __future__ import annotations

from typing import Final

OFFERED: Final = "offered"  # she reads the text that would be shared
CONSENTED: Final = "consented"  # she said yes; no phone has rung yet
OPEN: Final = "open"  # the phones of volunteers ring
HANDED_ON: Final = "handed_on"  # one had it and gave it back; others are rung
ASKING: Final = "asking"  # its volunteer is gone: she is asked whether somebody else shall come
ESCALATED: Final = "escalated"  # nobody took it: the coordinators know
CLAIMED: Final = "claimed"  # one volunteer has it and read it
GREETED: Final = "greeted"  # that volunteer wrote a first word
TALKING: Final = "talking"  # she wrote back
CLOSED: Final = "closed"
DECLINED: Final = "declined"  # she said no to the text
WITHDRAWN: Final = "withdrawn"  # she took her yes back
EXPIRED: Final = "expired"  # she never answered

WAITING: Final = frozenset({CONSENTED, OPEN, HANDED_ON, ESCALATED})  # anybody may claim it
HELD: Final = frozenset({CLAIMED, GREETED, TALKING})  # a person holds the talk
SPOKEN: Final = frozenset({GREETED, TALKING})  # and has said something
LIVE: Final = WAITING | HELD | {ASKING}
OVER: Final = frozenset({CLOSED, DECLINED, WITHDRAWN, EXPIRED})

TRANSITIONS: Final[dict[tuple[str, str], str]] = {
    (OFFERED, "consent"): CONSENTED,
    (OFFERED, "decline"): DECLINED,
    (OFFERED, "expire"): EXPIRED,
    (CONSENTED, "ring"): OPEN,
    (CONSENTED, "escalate"): ESCALATED,
    (OPEN, "escalate"): ESCALATED,
    (HANDED_ON, "escalate"): ESCALATED,
    (CLAIMED, "greet"): GREETED,
    (GREETED, "answer"): TALKING,
    **{(state, "claim"): CLAIMED for state in (CONSENTED, OPEN, HANDED_ON, ESCALATED)},
    **{(state, "release"): HANDED_ON for state in (CLAIMED, GREETED, TALKING)},
    **{(state, "leave"): ASKING for state in (GREETED, TALKING)},
    (ASKING, "go_on"): HANDED_ON,
    **{
        (state, event): to
        for event, to in (("withdraw", WITHDRAWN), ("close", CLOSED))
        for state in (CONSENTED, OPEN, HANDED_ON, ASKING, ESCALATED, CLAIMED, GREETED, TALKING)
    },
}
# What the audit calls an event.
PAST: Final = {
    "consent": "consented",
    "decline": "declined",
    "expire": "expired",
    "ring": "rung",
    "escalate": "escalated",
    "claim": "claimed",
    "greet": "greeted",
    "answer": "answered",
    "release": "released",
    "leave": "left",
    "go_on": "gone on",
    "withdraw": "withdrawn",
    "close": "closed",
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
