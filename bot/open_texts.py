"""What coordinators read by themselves about a handoff that is open."""

from __future__ import annotations

from bot.i18n import Text

URGENT_ASKED = Text(
    "handoff/urgent-asked",
    "Handoff {number} ({language}): asked for just now. Volunteers who are asked now: {asked}.",
)
URGENT_TAKEN = Text("handoff/urgent-taken", "{name} has taken handoff {number} ({language}).")
URGENT_FREE = Text(
    "handoff/urgent-free",
    "Handoff {number} ({language}) waits again. Volunteers who are asked now: {asked}.",
)
GAVE_BACK = Text("handoff/gave-back", "{name} gave the talk back.")
NO_WORD = Text("handoff/no-word", "{name} wrote no word in time.")
NO_LONGER = Text("handoff/no-longer", "The talk is no longer with {name}.")
TAKEN_BACK = Text(
    "handoff/taken-back",
    "Handoff {number} ({language}) was taken back by whoever asked for it. Nobody is sent any "
    "more.",
)
NOBODY_ON_DUTY = Text(
    "handoff/nobody-on-duty",
    "Handoff {number} ({language}) is open and no volunteer of that language is on duty. "
    "Can you find someone? /open shows the list.",
)
NOBODY_TAKES = Text(
    "handoff/nobody-takes",
    "Handoff {number} ({language}) is open. Whoever is on duty cannot take it now. "
    "Can you find someone? /open shows the list.",
)
NO_REPLY = Text(
    "handoff/no-reply",
    "In talk {number} ({language}) the volunteer has not answered for a long time. "
    "Can you ask why?",
)
WAITING_LONG = Text(
    "handoff/waiting-long",
    "Handoff {number} ({language}) is still waiting for a volunteer. /open shows the list.",
)
