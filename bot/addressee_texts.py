"""What a volunteer reads who holds several talks: for whom his words are."""

from __future__ import annotations

from bot.i18n import Text

YOURS_TOO = Text(
    "handoff/yours-too",
    "This one is yours too, talk {number}. What they agreed to share:\n\n{shared}\n\n"
    "Write your first words before {when}. Reply to this message, then they go to {name}. "
    "Without a reply I ask you first who it is for.",
)
NOW_WITH = Text("handoff/now-with", "You are talking with {name}.")
CROSSED_TURN = Text(
    "handoff/crossed-turn",
    "This crossed my message that you now write to {name}. It went to nobody, and nothing was "
    "done. Is it for {name}? Then send it once more.",
)
BUTTON_SWITCH = Text("handoff/button-switch", "Talk with {name}")
BUTTON_TO = Text("handoff/button-to", "To {name}")
WENT_ALREADY = Text("handoff/went-already", "This went to somebody already.")
NOT_THERE = Text(
    "handoff/not-there",
    "What you wrote is no longer there, so it went to nobody. Is it still for {name}? "
    "Then send it once more.",
)
WHICH_TALK = Text(
    "handoff/which-talk", "You have several open talks. This went to nobody yet: who is it for?"
)
OR_ANSWER = Text(
    "handoff/or-answer",
    "I asked you something, so this went to nobody yet. Is it for {name}? Then tap here. An answer "
    "to me is a tap under my question.",
)
OTHER_NAME = Text(
    "handoff/other-name",
    "Another name of your talks stands in this, so it went to nobody yet. Is it for {name}? "
    "Then tap.",
)
WHICH_OR_ANSWER = Text(
    "handoff/which-or-answer",
    "I asked you something, so this went to nobody yet. An answer to me is a tap under my "
    "question. Else: who is it for?",
)
TAP_ALERT = Text(
    "handoff/tap-alert",
    "To an alert a tap is needed: by words alone nothing is taken or left. Here it is once more.",
)
OR_ALERT = Text(
    "handoff/or-alert",
    "An alert stands, so this went to nobody yet. For the alert, tap a button below: by words "
    "alone nothing is taken or left. Is it for {name}? Then tap here.",
)
WHICH_OR_ALERT = Text(
    "handoff/which-or-alert",
    "An alert stands, so this went to nobody yet. For the alert, tap a button below: by words "
    "alone nothing is taken or left. Else: who is it for?",
)
ONE_COMMAND = Text(
    "handoff/one-command", "Nothing is done yet. Is /{command} for the talk with {name}? Then tap."
)
WHICH_COMMAND = Text(
    "handoff/which-command",
    "You have several open talks. Nothing is done yet: which one is /{command} for?",
)
DONE_ALREADY = Text("handoff/done-already", "That was done already, for the talk that you tapped.")
LATER_ONE = Text(
    "handoff/later-one",
    "You sent another command since, so this tap did nothing. If you still want /{command}, "
    "send it once more.",
)
HAS_COMMAND = Text(
    "handoff/has-command",
    "There is a command of mine in it, so this went to nobody yet. Is it for {name}? Then tap. "
    "What each command does: /help.",
)
YOUR_TALKS = Text("handoff/your-talks", "Your open talks. Tap to write to someone:")
