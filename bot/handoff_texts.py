"""What residents, volunteers and coordinators read about a handoff."""

from __future__ import annotations

from bot.i18n import Text

LANGUAGE_NAMES = {
    "nl": Text("language/nl", "Dutch"),
    "fr": Text("language/fr", "French"),
    "en": Text("language/en", "English"),
}
# In a sentence: 'in het Nederlands', 'en français'.
IN_LANGUAGE = {
    "nl": Text("language/in-nl", "in Dutch"),
    "fr": Text("language/in-fr", "in French"),
    "en": Text("language/in-en", "in English"),
}

# --- to the resident -----------------------------------------------------------------------
PREVIEW = Text(
    "handoff/preview",
    "This is the whole text that a volunteer of {organisation} will read:\n\n{shared}\n\n"
    "{who}\n\n{strike}Nobody reads the text unless you say yes. Shall I share it?",
)
THEY_SEE = Text(
    "handoff/they-see", "Before that, volunteers only see that someone asks, in {language}."
)
THEY_SEE_PLACE = Text(
    "handoff/they-see-place",
    "Before that, volunteers only see that someone asks, in {language}, near {place}.",
)
ASKED_FIRST = Text("handoff/asked-first", "I ask {name} first.")
MAY_STRIKE = Text("handoff/may-strike", "Tap a sentence below to leave it out.")
STRUCK_ALL = Text("handoff/struck-all", "None of your words are in it now. A tap puts one back.")
SHARED_NAME = Text("handoff/shared-name", "{name} would like to talk with someone.")
SHARED_NO_NAME = Text("handoff/shared-no-name", "Someone would like to talk. They gave no name.")
SHARED_WORDS = Text("handoff/shared-words", "Their words: “{words}”")
BUTTON_YES = Text("handoff/button-yes", "Yes, share this text")
BUTTON_LESS = Text("handoff/button-less", "Without my words")
BUTTON_NO = Text("handoff/button-no", "No, do not share")
TAP_TO_SHARE = Text(
    "handoff/tap-to-share",
    "To share the text, a tap on the first button is needed. Without it I share nothing.",
)
NOTHING_YET = Text("handoff/nothing-yet", "Nothing is shared yet.")
ONLY_BY = Text(
    "handoff/only-by",
    "Nothing is shared yet, and so nobody comes yet. “{button}” shares this text.",
)
STRIKE_HOW = Text("handoff/strike-how", "Tap a sentence with ✂, and it goes out.")
LESS_HOW = Text("handoff/less-how", "The button “{button}” takes the words out.")
TELL_LATER = Text("handoff/tell-later", "What is missing can be told later, in the talk.")
WHO_COMES = Text(
    "handoff/who-comes",
    "I know who that is once a volunteer is free. Then you read the name here.",
)
OPENED = Text(
    "handoff/opened",
    "Thank you. I have asked our volunteers. As soon as someone is free, you read the name here.",
)
OPENED_NOBODY = Text(
    "handoff/opened-nobody",
    "Thank you. No volunteer is on duty right now, so I have asked the coordinator. "
    "You read here who comes, and I stay with you in the meantime.",
)
OPENED_WHEN = Text(
    "handoff/opened-when",
    "Thank you. Nobody is free right now. From {when} I ask our volunteers. "
    "You read here who comes, and I stay with you in the meantime.",
)
MEANWHILE = Text("handoff/meanwhile", "You can call in the meantime:")
IN_HELP = Text("handoff/in-help", "/help shows telephone numbers too.")
NOT_SHARED = Text("handoff/not-shared", "All right, I share nothing. You can ask again any time.")
SHARED_NO_MORE = Text(
    "handoff/shared-no-more",
    "Something went wrong with me, the machine. To be sure, nobody reads along any more with what "
    "you write. Do you want to go on talking? Write “a person”.",
)
OFFER_OVER = Text(
    "handoff/offer-over", "That question is from before. Write “a person” and I ask again."
)
PREVIEW_BELOW = Text(
    "handoff/preview-below", "The text to read now stands further down. This one no longer counts."
)
CLAIMED = Text(
    "handoff/claimed",
    "{name} has read your text and writes to you here before {when}. From now on {name} reads "
    "what you write. The button stops that at any time.",
)
BUTTON_STOP = Text("handoff/button-stop", "Stop sharing")
WITHDRAWN = Text(
    "handoff/withdrawn",
    "Done. Nothing more is shared. I delete what {name} still had, where Telegram allows it "
    "(48 hours). You are talking with me again, the machine.",
)
WITHDRAWN_EARLY = Text(
    "handoff/withdrawn-early",
    "Nobody is asked any more, so no volunteer writes to you. If you want someone after all, write "
    "“a person”.",
)
STILL_ASKED = Text(
    "handoff/still-asked",
    "You asked for a person, and that stands: whoever comes writes here. “{button}” takes it back.",
)
NOT_TAKEN_BACK = Text(
    "handoff/not-taken-back", "No request for a person waits any more. The button ends a talk."
)
CLOSED_RESIDENT = Text(
    "handoff/closed-resident",
    "{name} has ended the talk. You are talking with me again, the machine. "
    "You can ask for a person whenever you like.",
)
CLOSED_QUIET = Text(
    "handoff/closed-quiet",
    "It has been quiet for a while, so the talk with {name} ends here. You are talking with me "
    "again, the machine. You can ask for a person whenever you like.",
)
NEVER_WROTE = Text("handoff/never-wrote", "{name} cannot write to you after all.")
CANNOT_GO_ON = Text("handoff/cannot-go-on", "{name} cannot go on talking with you now.")
RELEASED_RESIDENT = Text(
    "handoff/released-resident", "{gone} I am asking someone else and tell you who comes."
)
RELEASED_LATER = Text(
    "handoff/released-later",
    "{gone} Nobody else is free right now. From {when} I ask someone else and tell you who comes.",
)
NO_ANSWER = Text(
    "handoff/no-answer", "{name} has not written to you since {when}. Shall I ask someone else?"
)
BUTTON_ELSE = Text("handoff/button-else", "Yes, ask someone else")
BUTTON_WAIT = Text("handoff/button-wait", "I wait a little longer")
WAITS_ON = Text("handoff/waits-on", "All right. I remind {name} that you wait.")
RELEASED_NOBODY = Text(
    "handoff/released-nobody",
    "{gone} Nobody else is on duty right now, so I have asked the coordinator. "
    "As soon as someone comes, you read it here.",
)
STILL_LOOKING = Text(
    "handoff/still-looking", "I am still looking for someone for you. You have not been forgotten."
)
AT_NIGHT = Text(
    "handoff/at-night",
    "It is night, so most people sleep. It may take until morning. From {when} I ask our "
    "volunteers again.",
)
NOBODY_YET = Text(
    "handoff/nobody-yet",
    "Nobody has been free yet. You have not been forgotten. From {when} I ask our volunteers "
    "again.",
)
NIGHT_OVER = Text(
    "handoff/night-over",
    "Good morning. Nobody was free last night. I have just asked our volunteers again.",
)
NOBODY_THERE = Text(
    "handoff/nobody-there",
    "No volunteer is there right now. You have not been forgotten. From {when} I ask again.",
)
NOBODY_FREE = Text(
    "handoff/nobody-free",
    "No volunteer is there right now. You have not been forgotten. You read here who comes.",
)
COORDINATORS_KNOW = Text("handoff/coordinators-know", "The coordinators know that it is urgent.")
CROSSED = Text(
    "handoff/crossed",
    "{name} is only here since just now, and has not read this. Was it for {name}? Then write it "
    "once more.",
)
CROSSED_DANGER = Text(
    "handoff/crossed-danger",
    "{name} is only here since just now, and has not read this. {name} only sees that it may be "
    "about danger. Was it for {name}? Then write it once more.",
)
TOO_LATE = Text(
    "handoff/too-late",
    "The talk with {name} was just over, so {name} has not read this. If you want a person again, "
    "write “a person”.",
)
NOT_READ = Text(
    "handoff/not-read",
    "{name} has not read this any more. If someone else comes, they do not see it either: write it "
    "to them then.",
)
NOT_RELAYED = Text(
    "handoff/not-relayed", "I could not pass this on to {name}. Could you write it in words?"
)
NOT_ARRIVED = Text("handoff/not-arrived", "This did not reach {name}. You can send it again.")
TOO_MUCH = Text(
    "handoff/too-much",
    "That was very much at once, so I do not pass on the rest. In {minutes} minutes I do again. "
    "In danger to life: {emergency}.",
)
FORWARDED = Text("handoff/forwarded", "↪ Sent on, not their own words:\n{words}")
FROM_VOLUNTEER = Text("handoff/from-volunteer", "{name}: {words}")
ASKED_URGENT = Text(
    "handoff/asked-urgent",
    "A person has been asked already. I have said that it is urgent. "
    "As soon as someone is free, you read the name here.",
)
PERSON_HOLDS = Text(
    "handoff/person-holds", "You are talking with {name}. Your next words go to {name} again."
)

# --- to the volunteer ----------------------------------------------------------------------
ALERT = Text("handoff/alert", "Someone would like to talk. Language: {language}.")
ALERT_URGENT = Text("handoff/alert-urgent", "Urgent.")
ALERT_PLACE = Text("handoff/alert-place", "Neighbourhood: {place}.")
BUTTON_CLAIM = Text("handoff/button-claim", "I take this one")
BUTTON_DECLINE = Text("handoff/button-decline", "Not now")
ALERT_TAKEN = Text("handoff/alert-taken", "{name} has this one ({language}). Thank you.")
ALERT_OVER = Text("handoff/alert-over", "This one needs nobody any more. Thank you.")
PASSED = Text("handoff/passed", "Fine, thank you for answering. I ask someone else.")
PASSED_NOBODY = Text(
    "handoff/passed-nobody",
    "Fine, thank you for answering. Nobody else is free now, so the coordinator hears of it. "
    "Does it suit you later? /open shows who waits.",
)
TAKEN_BY = Text("handoff/taken-by", "{name} was just before you. Thank you.")
YOURS = Text(
    "handoff/yours",
    "This one is yours, talk {number}. What they agreed to share:\n\n{shared}\n\n"
    "Write your first words here, before {when}. What you write goes to {name}. "
    "To end the talk: /close. To hand it on: /release.",
)
BUTTON_RELEASE = Text("handoff/button-release", "Hand it on after all")
BUTTON_HANDOVER = Text("note/button-handover", "A note for who comes next")
OWN_NOTE = Text("note/own", "Your own note on {name}, of {day}:\n\n{note}")
HANDOVER = Text("handoff/handover", "A note from whoever talked with {name} before:\n\n{note}")
NAMELESS = Text("handoff/nameless", "this person")
NUDGE = Text(
    "handoff/nudge",
    "{name} is waiting for your first word. No time after all? Send /release, that is no trouble.",
)
REPLY_NUDGE = Text(
    "handoff/reply-nudge",
    "{name} wrote to you and has no answer yet. No time now? Send /release, that is no trouble.",
)
LAPSED = Text("handoff/lapsed", "I have asked someone else to write to {name}. No harm done.")
LAPSED_NOBODY = Text(
    "handoff/lapsed-nobody",
    "The talk with {name} is no longer yours. Nobody else is free now: I go on looking. "
    "No harm done.",
)
STOPPED_VOLUNTEER = Text(
    "handoff/stopped-volunteer",
    "The talk that you took at {hour} is over: sharing was stopped. Their messages go from this "
    "chat. That is their right, and not your fault.",
)
CLOSED_VOLUNTEER = Text(
    "handoff/closed-volunteer",
    "Talk {number}, which you took at {hour}, is closed. Thank you.",
)
RELEASED_VOLUNTEER = Text(
    "handoff/released-volunteer", "The talk with {name} is handed on. Thank you for saying so."
)
RELEASED_WAITS = Text(
    "handoff/released-waits",
    "The talk is no longer yours. Nobody else is free now: I go on looking. "
    "Thank you for saying so.",
)
NOT_DELIVERED = Text(
    "handoff/not-delivered", "This did not reach {name}: Telegram cannot reach them right now."
)
CRISIS_MARK = Text(
    "handoff/crisis-mark",
    "⚠ This message may be about danger. I have shown {name} the emergency numbers. "
    "In danger to life: {emergency}.",
)
ASKED_MARK = Text(
    "handoff/asked-mark",
    "⚠ This message may be about danger. I am not sure, and have asked {name}. "
    "In danger to life: {emergency}.",
)
UNSEEN_MARK = Text(
    "handoff/unseen-mark",
    "⚠ {name} wrote me something that may be about danger. It was not shared with you, so you "
    "do not read it. I have shown {name} the emergency numbers. Ask gently how it is now. "
    "In danger to life: {emergency}.",
)
UNSEEN_ASKED_MARK = Text(
    "handoff/unseen-asked-mark",
    "⚠ {name} wrote me something that may be about danger. It was not shared with you, so you "
    "do not read it. I am not sure, and have asked {name}. In danger to life: {emergency}.",
)
YES_MARK = Text(
    "handoff/yes-mark",
    "⚠ I asked {name}, and there is danger. I have shown {name} the emergency numbers. "
    "In danger to life: {emergency}.",
)
ANSWER_MARK = Text("handoff/answer-mark", "{name} answers what I asked about danger:")
WRITE_BEFORE = Text(
    "handoff/write-before",
    "{name} needs a first word of yours now, before {when}. No time after all? Send /release.",
)
HEADER = Text("handoff/header", "{name}:\n{words}")
NO_TALK = Text(
    "handoff/no-talk",
    "You have no open talk, so this went to nobody. "
    "/duty turns your alerts on or off, /open shows who waits, /help shows everything.",
)
NOT_YOURS = Text(
    "handoff/not-yours", "That message is of no open talk of yours, so this went to nobody."
)
