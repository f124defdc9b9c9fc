"""What coordinators read and tap in Telegram: the morning, what waits, the team, a word to all."""

from __future__ import annotations

from bot.i18n import Text

MORNING = Text("overview/morning", "Good morning, {name}.")
ONE_THING = Text("overview/one-thing", "Today: one thing.")
THINGS = Text("overview/things", "Today: {count} things.")
NO_THING = Text("overview/no-thing", "Today: nothing waits for you.")
MORE = Text("overview/more", "And {count} more: /open shows what waits.")
WAITS = Text("overview/waits", "Handoff {number} ({language}) has been waiting for {age}.")
WAITS_URGENT = Text("overview/waits-urgent", "Urgent: handoff {number} ({language}), for {age}.")
LATE = Text("overview/late", "Talk {number}: {name} has not answered for {age}.")
LATE_CRISIS = Text(
    "overview/late-crisis", "Talk {number}, with danger in it: {name} has been silent for {age}."
)
LATE_DOUBT = Text(
    "overview/late-doubt",
    "Talk {number}, in which I asked about danger without an answer: {name} has been silent for "
    "{age}.",
)
ASKING = Text("overview/asking", "Talk {number}: the volunteer is gone, the resident decides.")
DANGER = Text(
    "overview/danger", "Alert {number} ({language}), danger to life, {when}: nobody has looked yet."
)
DEBRIEF = Text(
    "overview/debrief",
    "{name} had a talk with danger on {day} and has not said how that was. Please call.",
)
DEBRIEF_CALL = Text(
    "overview/debrief-call",
    "{name} asked on {day} for a call, after a talk with danger. Nobody has noted one yet.",
)
HEAVY = Text(
    "overview/heavy",
    "{name} said on {day} that a talk was heavy. Nobody has noted a call yet.",
)
HIMSELF = Text(
    "overview/himself",
    "{name} wrote on {day} of danger that may be their own. Nobody has noted a call yet.",
)
NOBODY = Text("overview/nobody", "No volunteer who speaks {language} is on duty.")

BUTTON_RING = Text("overview/button-ring", "ask everybody again")
BUTTON_ASK = Text("overview/button-ask", "ask someone")
BUTTON_SETTLE = Text("overview/button-settle", "settled")
BUTTON_ON = Text("overview/button-on", "hand it on")
RUNG = Text("overview/rung", "Volunteers who are asked again now: {count}.")
NOBODY_TO_RING = Text(
    "overview/nobody-to-ring",
    "Nobody who is on duty can be asked now. “{button}” reaches those who are off duty too.",
)
GONE_ON = Text("overview/gone-on", "Things have moved on. /open shows how it is now.")
WHOM = Text("overview/whom", "Handoff {number}: whom shall I ask? They still decide themselves.")
NOBODY_SPEAKS = Text("overview/nobody-speaks", "Nobody speaks that language, or may be asked.")
LOAD = Text("overview/load", "{name} ({held}/{most})")
ASKED = Text("overview/asked", "{name} is asked for handoff {number}.")
ASKED_YOU = Text("overview/asked-you", "{name} asks if you can take this one:")
HOW = Text(
    "overview/how", "Handoff {number}: what came of it? The resident reads that it is settled."
)
BUTTON_KEEP = Text("overview/button-keep", "Not settled, leave it open")
KEPT = Text("overview/kept", "Handoff {number} stays open.")
SETTLED = Text("overview/settled", "Handoff {number} is settled.")
HANDED_ON = Text("overview/handed-on", "Talk {number} is handed on. The resident reads so.")

# --- the team ---------------------------------------------------------------------------------
TEAM = Text("team/all", "Your volunteers. Tap a name:")
NO_TEAM = Text("team/none", "There are no volunteers yet.")
CARD = Text("team/card", "{name}: {languages}. {duty} Talks: {held} of {most}. Last here: {day}.")
ON = Text("team/on", "On duty.")
OFF = Text("team/off", "Off duty.")
BUTTON_LESS = Text("team/button-less", "One talk fewer")
BUTTON_MORE = Text("team/button-more", "One talk more")
BUTTON_REST = Text("team/button-rest", "Is ill: hand talks on")
BUTTON_LEAVE = Text("team/button-leave", "Leaves for good")
SURE = Text(
    "team/sure",
    "{name} leaves: open talks are handed on, the residents are asked first, and access ends "
    "at once. Is that right?",
)
BUTTON_SURE = Text("team/button-sure", "Yes, {name} leaves")
SURE_REST = Text(
    "team/sure-rest",
    "{name} is ill: open talks are handed on, and the residents read so or are asked first. "
    "No alerts go there until /duty. Is that right?",
)
BUTTON_SURE_REST = Text("team/button-sure-rest", "Yes, {name} is ill")
BUTTON_BACK = Text("team/button-back", "No, back")
GONE = Text("team/gone", "{name} is no volunteer any more. Talks handed on: {count}.")
RESTS = Text("team/rests", "{name} gets no alerts until /duty. Talks handed on: {count}.")
RESTS_LATER = Text("team/rests-later", "In the morning, as nothing in them is urgent: {count}.")

# --- a word to all ----------------------------------------------------------------------------
CAST_HOW = Text(
    "broadcast/how",
    "Write in your next message what you want to tell whoever is on duty. For instance: "
    "Coffee at four, who comes? You see it first, and send it by a tap.",
)
CAST_SURE = Text("broadcast/sure", "Volunteers who are on duty now: {count}. They read:\n\n{words}")
CAST_NOBODY = Text("broadcast/nobody", "No volunteer is on duty now. Nothing is sent.")
BUTTON_SEND = Text("broadcast/button-send", "Send it")
BUTTON_NOT = Text("broadcast/button-not", "Do not send")
CAST_WORDS = Text("broadcast/words", "{name}, coordination: {words}")
CAST_SENT = Text("broadcast/sent", "Sent to {count}.")
CAST_LEFT = Text(
    "broadcast/left",
    "Nobody reads this change any more. Is it still needed? /broadcast sends a new message.",
)
CAST_STANDS = Text(
    "broadcast/stands",
    "This has not been sent. Your words to all are still:\n\n{words}\n\nOther words? Change your "
    "own message, or write them behind /broadcast.",
)
CAST_NOT = Text("broadcast/not-sent", "Not sent.")
