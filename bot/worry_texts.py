"""What is said about a worry contact: to her, to the person she chose, to a coordinator."""

from __future__ import annotations

from bot.i18n import Text

# Exactly what is told, unless she writes it herself.
DEFAULT = Text(
    "worry/default",
    "{name} asked {organisation} to pass this on. There has been no word from {name} here for "
    "some days. It may mean nothing. Will you ring or go by?",
)
DEFAULT_NO_NAME = Text(
    "worry/default-no-name",
    "Someone who chose you asked {organisation} to pass this on. There has been no word from "
    "them here for some days. It may mean nothing. Will you ring or go by?",
)
OWN = Text("worry/own", "{name} asked {organisation} to pass this on after a silence here:")
OWN_NO_NAME = Text(
    "worry/own-no-name",
    "Someone who chose you asked {organisation} to pass this on after a silence here:",
)
# Whom she chose, as she reads it.
COORDINATOR = Text("worry/coordinator", "someone of {organisation}")
NOBODY_YET = Text("worry/not-accepted", "{name} (has not agreed yet)")
SOMEONE = Text("worry/someone", "the person you chose")

# To her.
LINK = Text(
    "worry/link",
    "Pass this link on to {contact}. It works once, for two weeks. It counts from when that "
    "person agrees:\n{link}",
)
ACCEPTED = Text("worry/accepted", "{contact} has agreed. From now on it counts.")
DECLINED = Text(
    "worry/declined", "{contact} would rather not be told. With /worry you can choose someone else."
)
LINK_OVER = Text(
    "worry/link-over",
    "Nobody has used the link for {contact}. It is over now, and nobody is told. With /worry you "
    "can make a new one.",
)
CONTACT_GONE = Text(
    "worry/contact-gone",
    "{contact} can no longer be told when you are silent. With /worry you can choose someone else.",
)
QUIET_IN_TALK = Text(
    "worry/quiet-in-talk",
    "It is quiet here, and that is fine. You asked me to tell {contact} after {silence} without a "
    "word. That moment comes near. Any word here is enough, and I tell nobody.",
)
TOLD_HER = Text(
    "worry/told-her",
    "As you chose, I have now told {contact}. When you write here, they hear that too.",
)
LAPSED = Text(
    "worry/lapsed",
    "You chose that I tell someone when you are silent. Half a year has passed without a new yes. "
    "So I have ended it. With /worry it can begin again.",
)
PAUSED_TOO = Text("worry/paused-too", "Until then I do not count the days for {contact} either.")
PAUSED_LATER_TOO = Text(
    "worry/paused-later-too", "In that time I do not count the days for {contact} either."
)
STOPPED_TOO = Text("worry/stopped-too", "Nobody is told any more when you are silent.")

# To the person she chose.
INVITED = Text(
    "worry/invited",
    "{name} asks something of you. I am a machine of {organisation} that says good day to {name}. "
    "If no word comes for {silence}, may I tell you? You get one message then, and one when all "
    "is well again. Nothing else.",
)
INVITED_NO_NAME = Text(
    "worry/invited-no-name",
    "The person who gave you this link asks something of you. I am a machine of {organisation} "
    "that says good day to them. If no word comes for {silence}, may I tell you? You get one "
    "message then, and one when all is well again. Nothing else.",
)
BUTTON_ACCEPT = Text("worry/button-accept", "Yes, tell me")
BUTTON_REFUSE = Text("worry/button-refuse", "Rather not")
BUTTON_LEAVE = Text("worry/button-leave", "Do not tell me any more")
BUTTON_END = Text("worry/button-end", "Tell nobody any more")
THANKS = Text(
    "worry/thanks",
    "Thank you. You need not do anything now. I write only if a silence lasts. No person reads "
    "what you write here, and this is no emergency service. In danger to life, call {emergency}.",
)
REFUSED = Text("worry/refused", "That is fine. You get nothing from me. {organisation}")
LEFT = Text("worry/left", "Done. You get nothing from me any more.")
OWN_LINK = Text("worry/own-link", "This link is for the person you chose. Pass it on to them.")
CLEAR = Text("worry/clear", "Good news: {name} has written here again.")
CLEAR_NO_NAME = Text(
    "worry/clear-no-name", "Good news: the person you were told about has written here again."
)
ENDED = Text(
    "worry/ended",
    "Someone chose you to be told of a silence here. That person has just ended it, and so has "
    "written here. You are told nothing more.",
)
RELATIVE_HELP = Text(
    "worry/relative-help",
    "I write to you only when someone who chose you is silent here for long. No person reads "
    "what you write. /stop ends it. In danger to life, call {emergency}.",
)
RELATIVE_DANGER = Text(
    "worry/relative-danger",
    "What you wrote may be about danger. No person reads it here. In danger to life, yours or "
    "another's: call {emergency}. These numbers are for you too.",
)
