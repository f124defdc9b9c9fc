"""What is read when one of two does not want the other, or something was not right."""

from __future__ import annotations

from bot.i18n import Text

# --- to the resident --------------------------------------------------------------------------
BUTTON_OTHER = Text("report/button-other", "Rather someone else")
ASK_OTHER = Text(
    "report/ask-other",
    "Shall I ask someone else instead of {name}? You need not say why, and {name} does not "
    "hear why.",
)
BUTTON_YES = Text("report/button-yes", "Yes, someone else")
BUTTON_NO = Text("report/button-no", "No, I go on")
BUTTON_WRONG = Text("report/button-wrong", "Something was not right")
GOES_ON = Text("report/goes-on", "All right, you go on with {name}.")
NEXT_TIME = Text("report/next-time", "All right. Next time I ask someone else, not {name}.")
TOLD = Text(
    "report/told",
    "Thank you for saying so. The coordinator hears it, and {name} writes to you no more. "
    "What happened? You can write it in your next message, for the coordinator alone.",
)
BUTTON_ENOUGH = Text("report/button-enough", "I write nothing more")
ENOUGH = Text("report/enough", "All right. The coordinator knows that something was not right.")
STAYS = Text(
    "report/stays",
    "The coordinators still know that something was not right in a talk. Who said so and your "
    "words I do not keep. It goes once it is settled, on {day} at the latest.",
)
PASSED = Text("report/passed", "The coordinator reads this. Thank you.")
PASSED_CAPTION = Text(
    "report/passed-caption",
    "The coordinator reads your words. The photo, recording or file itself goes to nobody. Thank "
    "you.",
)
WRITE_WHAT = Text(
    "report/write-what",
    "The photo, recording or file goes to nobody. What happened? You can write it in your next "
    "message, for the coordinator alone.",
)
ASK_COMPLAINT = Text(
    "report/ask-complaint",
    "{name} has not read this. Who is it for, the coordinator or {name}? {name} does not hear of "
    "my question.",
)
ASK_COMPLAINT_AGAIN = Text(
    "report/ask-complaint-again",
    "{name} has not read that either. One after the other: who is this for, the coordinator or "
    "{name}?",
)
ASK_COMPLAINT_NEXT = Text(
    "report/ask-complaint-next",
    "Nobody has read this one yet. Who is it for, the coordinator or {name}?",
)
ASK_AFTER = Text(
    "report/ask-after",
    "Is this about {name}, who talked with you here? Then I can tell the coordinator. {name} does "
    "not hear of it.",
)
ASK_AFTER_VIOLENCE = Text(
    "report/ask-after-violence",
    "If this is about {name}, who talked with you here: tap “{tell}”. The coordinator then reads "
    "what you wrote, {name} does not. Until you say that it is another, I do not ask {name} for "
    "you.",
)
BUTTON_NOT_OF_HIM = Text("report/button-not-of-him", "Not about {name}")
NOT_OF_HIM = Text("report/not-of-him", "All right. Then {name} may be asked for you again.")
ASK_AGAIN = Text(
    "report/ask-again",
    "Your report about {name} is settled. May I ask {name} for you again?",
)
BUTTON_AGAIN_YES = Text("report/button-again-yes", "Yes")
BUTTON_AGAIN_NO = Text("report/button-again-no", "No")
BUTTON_NOBODY = Text("report/button-nobody", "To nobody")
TO_NOBODY = Text("report/to-nobody", "All right, it goes to nobody.")
COMPLAINT_TOLD = Text(
    "report/complaint-told",
    "Thank you for saying so. The coordinator reads it, {name} does not.",
)
COMPLAINT_TOLD_CAPTION = Text(
    "report/complaint-told-caption",
    "Thank you for saying so. The coordinator reads your words, {name} does not. The photo, "
    "recording or file itself goes to nobody.",
)
COMPLAINT_WRITE = Text(
    "report/complaint-write",
    "Thank you for saying so. The coordinator hears it, {name} does not. What happened? You can "
    "write it in your next message, for the coordinator alone.",
)

# Of the words that she answers about we no longer know: Telegram shows them to us with a tap alone.
TAP_COMPLAINT = Text(
    "report/tap-complaint",
    "I no longer see what you wrote here, only a tap shows it to me. “{to}”: then {name} reads it. "
    "“{tell}”: then the coordinator does. Or “{nobody}”.",
)
COMPLAINT_TYPED = Text(
    "report/complaint-typed",
    "Thank you for saying so. The coordinator hears that something was not right, {name} does not. "
    "Your words they do not have yet: tap “{tell}”, and they read exactly those. You can also "
    "write more. I ask then who it is for.",
)
COMPLAINT_TYPED_AFTER = Text(
    "report/complaint-typed-after",
    "Thank you for saying so. The coordinator hears that something was not right, {name} does not. "
    "Your words they do not have yet: tap “{tell}”, and they read exactly those. Or write what "
    "happened in your next message, for the coordinator alone.",
)

# --- to the volunteer -------------------------------------------------------------------------
ASK_VOLUNTEER = Text(
    "report/ask-volunteer",
    "What was it, with the talk that you took at {hour}? The resident does not hear of it.",
)
WHICH = Text("report/which", "Which talk is it about? The resident does not hear of it.")
BUTTON_ABOUT = Text("report/button-about", "Talk of {hour}")
BUTTON_TELL = Text("report/button-tell", "Tell the coordinator")
BUTTON_NEVER = Text("report/button-never", "Not with this person again")
WRITE = Text("report/write", "Write in one message what happened. Only the coordinators read it.")
KEPT = Text("report/kept", "Thank you. The coordinators know it.")
APART = Text(
    "report/apart", "All right. The talk is no longer yours, and you are not asked for it again."
)
APART_OVER = Text("report/apart-over", "All right. You are not asked for this person again.")

# --- to the coordinators ----------------------------------------------------------------------
BY_RESIDENT = Text(
    "report/by-resident", "The resident of talk {number} says that something with {name} was wrong."
)
BY_VOLUNTEER = Text("report/by-volunteer", "{name} reports something about talk {number}.")
WORDS = Text("report/words", "On talk {number}:\n\n{words}")
WORDS_CHANGED = Text(
    "report/words-changed", "The report on talk {number} was changed. It now says:\n\n{words}"
)
BY_RESIDENT_ERASED = Text(
    "report/by-resident-erased",
    "On {day} a resident said that something with {name} was wrong. Everything about this resident "
    "has been erased since, the words too.",
)
BY_VOLUNTEER_ERASED = Text(
    "report/by-volunteer-erased",
    "On {day} {name} reported something about a talk. Everything about the resident of that talk "
    "has been erased since, the words too. {name} can tell you what it was.",
)
OPEN = Text("report/open", "A report of {day} on talk {number} is open.")
OPEN_ERASED = Text(
    "report/open-erased",
    "A report of {day} on a talk of {name} is open. Its words are erased.",
)
BUTTON_READ = Text("report/button-read", "read")
BUTTON_SETTLED = Text("report/button-settled", "This is settled")
SETTLED = Text("report/settled", "The report of {day} is settled.")
SETTLED_AGAIN = Text(
    "report/settled-again",
    "The report of {day} is settled. From now on {name} can be asked for this resident again.",
)
SETTLED_ASKS = Text(
    "report/settled-asks",
    "The report of {day} is settled. {name} comes to this resident again only with their yes.",
)
BUTTON_OPEN_AGAIN = Text("report/button-open-again", "Not settled after all")
OPEN_AGAIN = Text("report/open-again", "The report of {day} is open again.")
TOKEN_AGAIN = Text(
    "report/token-again",
    "The invitation for {name} was used already, and now tried again from another telephone. "
    "Is that right? /volunteers ends an access at once.",
)
