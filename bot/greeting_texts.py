"""What is said about greetings: when the next one comes, and why one did not."""

from __future__ import annotations

from bot.i18n import Text

TODAY = Text("greeting/today", "today at {hour}")
NONE_PLANNED = Text("greeting/none-planned", "not known yet")
WROTE = Text("greeting/wrote", "I did write: {when}.")
NOT_THAT_DAY = Text("greeting/not-that-day", "On {day} I do not write. The chosen days: {days}.")
NOT_YET = Text("greeting/not-yet", "Today it is not {hour} yet.")
UNPLANNED = Text("greeting/unplanned", "No greeting was planned then.")
STOPPED = Text("greeting/stopped", "Greetings were off then, as asked.")
PAUSED = Text("greeting/paused", "There was a pause then, as asked.")
IN_TALK = Text(
    "greeting/in-talk", "A talk with a person was going on then, and beside that I keep quiet."
)
GENTLY = Text("greeting/gently", "Where it is hard or very quiet, I write less.")
BLOCKED = Text("greeting/blocked", "My messages could not arrive then.")
FAILED = Text("greeting/failed", "It went wrong on my side then.")
