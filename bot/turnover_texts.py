"""What is read when a volunteer leaves, or cannot go on for a while."""

from __future__ import annotations

from bot.i18n import Text

ASK_LEFT = Text(
    "turnover/ask-left",
    "{name} is no volunteer here any more, and cannot write to you. It is not because of you. "
    "Shall I ask someone else to talk with you?",
)
ASK_RESTS = Text(
    "turnover/ask-rests",
    "{name} cannot write to you for a while. It is not because of you. "
    "Shall I ask someone else to talk with you?",
)
ASK_AGAIN = Text(
    "turnover/ask-again",
    "Shall I ask someone else to talk with you? There is no hurry, and no is fine too.",
)
ASK_BACK = Text(
    "turnover/ask-back",
    "I want to be sure that I understand. Shall I ask someone else to talk with you?",
)
BUTTON_YES = Text("turnover/button-yes", "Yes, ask someone else")
BUTTON_NO = Text("turnover/button-no", "No, leave it")
LET_BE = Text(
    "turnover/let-be",
    "All right, I leave it. You are talking with me, the machine. "
    "If you want a person again, write “a person”.",
)
LEFT = Text(
    "turnover/left",
    "You are no volunteer of {organisation} here any more. Your talks go on with others. "
    "Thank you for every talk.",
)
RESTS = Text(
    "turnover/rests",
    "The coordinator handed your talks on, and your alerts are off. "
    "When you are back, /duty turns them on.",
)
NO_ANSWER = Text(
    "turnover/no-answer",
    "In talk {number} ({language}) the volunteer is gone. The resident was asked whether someone "
    "else shall come, and has not answered yet. I have asked once more.",
)
