"""What is read about an appointment. A word to the volunteer without a name rests on no yes."""

from __future__ import annotations

from bot.i18n import Text

ASK = Text(
    "meeting/ask",
    "When and where? Write it in one message, for instance: Thursday at 14:00 at the desk.",
)
UNREAD = Text(
    "meeting/unread",
    "I read no day and hour to come in that. Write it like this: Thursday at 14:00 at the desk.",
)
READ = Text("meeting/read", "I read it so:\n{meeting}\nShall I propose it?")
BUTTON_PROPOSE = Text("meeting/button-propose", "Yes, propose it")
BUTTON_AGAIN = Text("meeting/button-again", "I write it again")
WITH_PLACE = Text("meeting/with-place", "{when}: {where}")
PROPOSED = Text("meeting/proposed", "Proposed:\n{meeting}\nYou read the answer here.")
OFFER = Text(
    "meeting/offer",
    "{name} would like to meet you:\n{meeting}\nDoes that suit you? If you say yes, "
    "I remind you both.",
)
BUTTON_YES = Text("meeting/button-yes", "Yes, that suits me")
BUTTON_NO = Text("meeting/button-no", "No, not then")
PLEASE_TAP = Text(
    "meeting/please-tap",
    "This is not agreed yet:\n{meeting}\nFor a yes, tap “{yes}”. Else “{no}”.",
)
WHOSE_FIRST = Text(
    "meeting/whose-first",
    "This is not agreed yet. As long as you do not say that it was someone else, there is no "
    "appointment with {name}.",
)
NOT_TAPPED = Text(
    "meeting/not-tapped",
    "This proposal still stands, and nobody has said yes to it with the button:\n{meeting}\n"
    "For another day: /meet.",
)
AGREED = Text("meeting/agreed", "Agreed with {name}:\n{meeting}\nI remind you both.")
REFUSED = Text("meeting/refused", "All right, not then. {name} reads that it does not suit.")
REFUSED_VOLUNTEER = Text(
    "meeting/refused-volunteer", "This does not suit:\n{meeting}\nWith /meet you propose another."
)
REMINDER = Text("meeting/reminder", "You have an appointment with {name}:\n{meeting}")
BUTTON_OFF = Text("meeting/button-off", "I cannot come")
OFF = Text("meeting/off", "All right, this is off, and {name} reads it:\n{meeting}")
OFF_OTHER = Text("meeting/off-other", "This appointment is off:\n{meeting}")
OFF_BOTH = Text("meeting/off-both", "The appointment with {name} is off too:\n{meeting}")
OFF_LEFT = Text(
    "meeting/off-left",
    "The appointment with {name} is off:\n{meeting}\n{name} is no volunteer here any more.",
)
OFF_CANNOT = Text(
    "meeting/off-cannot",
    "The appointment with {name} is off:\n{meeting}\n{name} cannot come. It is not because of you.",
)
OVER = Text("meeting/over", "This appointment is over, or was changed.")
DID_YOU = Text("meeting/did-you", "Did you meet?\n{meeting}")
BUTTON_MET = Text("meeting/button-met", "Yes, we met")
BUTTON_MISSED = Text("meeting/button-missed", "No")
THANKS = Text("meeting/thanks", "Noted, thank you.")
