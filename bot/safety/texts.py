"""What the safety replies are made of: the source of every text, by its context."""

from typing import Final

TEXTS: Final = {
    "safety/suicide/heard": "Thank you for telling me. This sounds very heavy to carry.",
    "safety/medical/heard": (
        "This sounds urgent. Call the emergency number now, or ask someone near you to call."
    ),
    "safety/violence/heard": (
        "Thank you for telling me. Nobody may hurt you or frighten you. It is not your fault."
    ),
    "safety/suicide/call": "These people listen, and they know this. You can call:",
    "safety/medical/call": "Call:",
    "safety/violence/call": "If it is safe to call, or later when you are alone:",
    "safety/line/always": "{tel}, {name}, day and night",
    "safety/line/open": "{tel}, {name}, open now",
    "safety/line/unknown": "{tel}, {name}, hours not known",
    "safety/machine": "I am a machine, not an emergency service.",
    "safety/reads/nobody": "No person reads your words unless you say yes.",
    "safety/reads/nobody-yet": "No person reads these words.",
    "safety/alert": (
        "After {minutes} minutes a coordinator gets an alert without your name. Not if you say "
        "that you are safe, or if somebody talks with you by then. The coordinator can then "
        "look who it is, and you are told."
    ),
    "safety/medical/alert": (
        "After {minutes} minutes a coordinator gets an alert without your name. Not if you say "
        "that help is coming, or if somebody talks with you by then. The coordinator can then "
        "look who it is, and you are told."
    ),
    "safety/person/now": (
        "Someone of {organisation} may be able to answer here now. Tap the last button to ask."
    ),
    "safety/person/when": (
        "Someone of {organisation} could answer here {when}. Tap the last button to ask."
    ),
    "safety/person/unknown": (
        "You can ask for someone of {organisation}. I do not know when they can answer."
    ),
    "safety/asked": (
        "You asked for someone of {organisation} already, and read here who comes. Tap the last "
        "button, then I say that it is urgent."
    ),
    "safety/asked/urgent": (
        "You asked for someone of {organisation} already, and I have said that it is urgent. "
        "You read here who comes."
    ),
    "safety/held/passed": "Your words go to {name} too. I do not know when {name} reads them.",
    "safety/held/passed-early": (
        "Your words go to {name} too. {name} has not written yet: I have asked for a word before "
        "{when}."
    ),
    "safety/held/kept": (
        "{name} of {organisation} is in this talk. These words stay with me: {name} only sees that "
        "they may be about danger."
    ),
    "safety/held/apart": (
        "{name} of {organisation} is in this talk. These words stay with me: {name} sees nothing "
        "of them."
    ),
    "safety/held/next": "You are talking with {name}. Your next words go to {name}.",
    "safety/held/asks": "The machine asks this.",
    "safety/held/alert": (
        "If you do not say within {minutes} minutes that you are safe, a coordinator gets an "
        "alert without your name. The coordinator can then look who it is, and you are told."
    ),
    "safety/medical/held/alert": (
        "If you do not say within {minutes} minutes that help is coming, a coordinator gets an "
        "alert without your name. The coordinator can then look who it is, and you are told."
    ),
    "safety/question": "Are you safe right now?",
    "safety/medical/question": "Is someone on the way to you?",
    "safety/still": "I ask because of what you wrote before, and I do not know it yet.",
    "safety/still/called-off": "Thank you for saying that. To be sure, I ask it once more.",
    "safety/still/said": (
        "Thank you for saying that. When you call, you need no fine words. That it is not going "
        "well is enough."
    ),
    "safety/still/nothing-shared": "All right, I share nothing. I do not know yet if you are safe.",
    "safety/still/goodbye": "Before you go, I ask it once more.",
    "safety/still/anew": "Thank you for writing that. I want to be sure how you are.",
    "safety/still/same": "Thank you for saying that. I do not know yet if you are safe.",
    "safety/still/with-you": "You said that help is coming. Is somebody with you now?",
    "safety/still/numbers": "You can always call:",
    "safety/still/alert": (
        "Until then it is as I told you: a coordinator gets an alert, without your name."
    ),
    "safety/button/safe": "I am safe",
    "safety/button/not_safe": "I am not safe",
    "safety/button/person": "Talk to a person",
    "safety/button/urgent": "Say that it is urgent",
    "safety/medical/button/safe": "Help is coming",
    "safety/medical/button/not_safe": "Nobody is coming yet",
    "safety/medical/button/well": "No help is needed",
    "safety/suicide/ask": (
        "That sounds heavy. Are you thinking of dying or hurting yourself, or is it more a "
        "heavy day?"
    ),
    "safety/medical/ask": (
        "I want to understand this well. Does someone need a doctor or an ambulance now?"
    ),
    "safety/violence/ask": "That sounds frightening. Is someone hurting you or threatening you?",
    "safety/button/yes": "Yes, it is that",
    "safety/button/the_day": "No, a heavy day",
    "safety/medical/button/the_day": "No, not urgent",
    "safety/violence/button/the_day": "No, nobody does",
    "safety/button/rather_not": "Rather not say",
    "safety/carried/suicide": (
        "You can still answer what I asked: whether you think of dying or of hurting yourself."
    ),
    "safety/carried/medical": (
        "You can still answer what I asked: whether someone needs a doctor or an ambulance."
    ),
    "safety/carried/violence": (
        "You can still answer what I asked: whether someone hurts or threatens you."
    ),
    "safety/carried/sent_on": (
        "You can still answer what I asked: whether what you sent on is about you."
    ),
    "safety/goodbye": (
        "Take care. My question may stay without an answer. If you need somebody, you can call:"
    ),
    "safety/which/suicide": (
        "I asked before if you think of dying or of hurting yourself. "
        "Was your yes for that question?"
    ),
    "safety/which/medical": (
        "I asked before if someone needs a doctor or an ambulance. Was your yes for that question?"
    ),
    "safety/which/violence": (
        "I asked before if someone hurts or threatens you. Was your yes for that question?"
    ),
    "safety/which/sent_on": (
        "I asked before if what you sent on is about you. Was your yes for that question?"
    ),
    "safety/which/button/that": "Yes, for that question",
    "safety/which/button/not_that": "No, for something else",
    "safety/which/after": "Good to know, thank you. You can just go on here.",
    "safety/after/safe": "Good that you are safe now.",
    "safety/medical/after/safe": "Good that help is coming.",
    "safety/medical/after/well": "Good that no help is needed.",
    "safety/after/write": "You can write here at any hour.",
    "safety/after/not_safe": (
        "Then please call one of the numbers now. Go to a place with other people, if you can. "
        "You can also knock on a neighbour's door."
    ),
    "safety/after/calling_hard": "Calling can be hard. What makes it hard for you?",
    "safety/after/hard/voice": "Saying it aloud",
    "safety/after/hard/alone": "I am not alone here",
    "safety/after/hard/before": "It did not help before",
    "safety/after/hard/other": "Something else",
    "safety/after/hard_heard": "Thank you for saying that.",
    "safety/after/in-writing": (
        "A person can also begin here, in writing. Tap when you want that."
    ),
    "safety/after/the_day": "Thank you for answering. A heavy day may be said here too.",
    "safety/after/rather_not": (
        "That is fine. You do not have to say it. The numbers stay here for you:"
    ),
    "safety/sent-on": (
        "You sent this on, so I do not read it as your own words. It may be about danger. In "
        "danger to life, call now:"
    ),
    "safety/sent-on/question": "Is it about you, or about someone else?",
    "safety/sent-on/button/me": "It is about me",
    "safety/sent-on/button/else": "About someone else",
    "safety/sent-on/button/no": "There is no danger",
    "safety/sent-on/else": (
        "Thank you for watching over them. If it is urgent, call for them, or ask them to call. "
        "On these lines you can also ask what you can do yourself:"
    ),
    "safety/sent-on/no": "Good to know. You can write here in your own words too.",
    "safety/later-neutral": "Hello. Just a short message. How is it now?",
    "safety/later": (
        "Hello. Not long ago you wrote something heavy. You need not answer. How is it now?"
    ),
    "safety/later/better": "A little lighter",
    "safety/later/same": "The same",
    "safety/voice": (
        "I cannot listen to this: I am a machine and I only read. If it is urgent, call the number "
        "below. You can also write it, or ask for a person."
    ),
    "safety/voice/asked": (
        "I cannot listen to this: I am a machine and I only read. If it is urgent, call the number "
        "below. You can also write it."
    ),
}
