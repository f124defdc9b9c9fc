"""What the checks find, and how it is mended."""

from __future__ import annotations

from types import MappingProxyType

TEXTS = MappingProxyType(
    {
        "studio/mend/long-sentence": "A sentence of {0} words. Cut it in two: 20 words at most.",
        "studio/mend/long-text": "{0} characters; {1} is the most. Say less.",
        "studio/mend/forbidden": "'{0}' is not said here. Say what was heard instead.",
        "studio/mend/two-questions": (
            "It asks more than one question. Keep one; split the rest off."
        ),
        "studio/mend/emoji": "It has more than one emoji. Keep one.",
        "studio/mend/exclamation": "It has more than one exclamation mark. Keep one.",
        "studio/mend/sad-exclamation": "An exclamation mark follows sadness. End with a full stop.",
        "studio/mend/takes-back": (
            "'{0}' takes back what was heard. Make it two sentences, the first one whole."
        ),
        "studio/mend/advice": "'{0}' is advice, and sadness was told. Reflect it instead.",
        "studio/mend/gender": (
            "'{0}' speaks to one gender only. Turn the sentence so that it fits everyone."
        ),
        "studio/mend/register": "'{0}' mixes the forms of address. This field says {1} only.",
        "studio/mend/phone": (
            "There is a number like a phone number in it. Numbers live in the helplines file."
        ),
        "studio/mend/placeholder": "Unknown name in braces: {0}.",
        "studio/mend/placeholders": (
            "The translation has other names in braces than its source. Use the same ones."
        ),
        "studio/mend/no-translation": "Not translated yet into {0}. Write it in that field.",
        "studio/mend/stale": (
            "Reworded after it was translated into {1}. Read it again, then mend it or say "
            "that it is still right."
        ),
        "studio/mend/variant": "It speaks formally in {1}, and {2} has no text for it. Add it.",
        "studio/mend/no-step": "There is no step '{0}'. Lead to a step that exists.",
        "studio/mend/no-dialogue": "There is no dialogue '{0}'. Choose another one.",
        "studio/mend/unreachable": "Nothing leads to '{0}'. Lead to it, or take it away.",
        "studio/mend/silence-missing": (
            "A question without a silence waits for ever. Say how long it waits."
        ),
        "studio/mend/silence-length": (
            "This silence is too short or long. Wait between 5 minutes and 14 days."
        ),
        "studio/mend/silence-back": "A silence cannot lead back. Let it lead to the end.",
        "studio/mend/no-length": "This is no length of time. Write 30m, 6h or 2d.",
        "studio/mend/no-words": "A question without words. Write what it says.",
        "studio/mend/taken": "Where does a taken answer lead? Choose what comes next.",
        "studio/mend/asks-nothing": (
            "This step asks nothing. Add answers, or take silence and repair away."
        ),
        "studio/mend/leads-nowhere": "Where does this lead? Choose what comes next.",
        "studio/mend/question-mark": (
            "It asks, and waits for no answer. Give it answers, or take the question mark away."
        ),
        "studio/mend/without-name": (
            "{name} without words for when no name is known. Write those too."
        ),
        "studio/mend/place": "{place} of what? Choose what the place is for.",
        "studio/mend/circle": (
            "'{0}' leads back to itself. Let a question or an end stand in between."
        ),
        "studio/mend/twice": "'{1}' starts '{2}' already. Keep it in one of the two.",
        "studio/mend/unknown": "Unknown name: '{1}'. Choose one of the known names.",
        "studio/mend/decides": "A step that decides says and asks nothing. Split it.",
        "studio/mend/hours-range": "'{0}-{1}' are no hours. Write hours from 00:00 to 23:59.",
        "studio/mend/hours-order": "'{0}-{1}' ends before it begins. Write the earlier hour first.",
        "studio/mend/no-title-key": (
            "A dialogue starts with 'title:'. Begin the file with its keys."
        ),
        "studio/mend/place-keys": "A place needs keys of its own. Write them on indented lines.",
        "studio/mend/no-days": "'{0}' are no days. Write mo to su, as in mo-fr.",
        "studio/mend/no-hours": "'{0}' are no hours. Write the days, then the hours, as elsewhere.",
        "studio/mend/file-name": (
            "'{0}' cannot be a dialogue's name. Use small letters, digits and _."
        ),
        "studio/mend/no-id": (
            "'{0}' cannot be a name. Use small letters, digits and _, like hard_day."
        ),
        "studio/mend/holds-names": "'{0}' holds names. Write one, or a list: [one, two].",
        "studio/mend/hours-days": "'hours' needs days. Write the days, then the hours.",
        "studio/mend/known-list": "'{0}' is a list of known names. Use those.",
        "studio/mend/a-list": "'{0}' is a list. Start each item on its own line with '- '.",
        "studio/mend/a-text": "'{0}' is a text. Put it on its own lines after '>'.",
        "studio/mend/checked-future": "'{0}' is checked in the future. Mend its date.",
        "studio/mend/engine-fact": "'{0}' is kept by the bot itself. Use another name.",
        "studio/mend/key-missing": "'{0}' is missing. Add it there.",
        "studio/mend/no-date": "'{0}' is no date. Write year, month and day: YYYY-MM-DD.",
        "studio/mend/no-phone": (
            "'{0}' is no phone number. Write digits and spaces, between quotes."
        ),
        "studio/mend/text-languages": "'{0}' needs a text for nl, fr and en.",
        "studio/mend/own-keys": "'{0}' needs keys of its own: {key: value}.",
        "studio/mend/one-name": "'{0}' takes one name. Keep one.",
        "studio/mend/none-here": "There is no dialogue here. Put a file in the folder.",
        "studio/mend/no-steps": "There is no step. Add '- id: …' under steps.",
        "studio/mend/no-places": "This is no list of places. Begin each place with '- '.",
        "studio/mend/no-yaml": (
            "This is no YAML: {0}. A comma or ': ' in a text breaks it: put the text after '>'."
        ),
        "studio/mend/tries": "'tries' must be 1: nobody is asked a third time.",
        "studio/mend/two-choices": "Two answers are called '{0}'. Rename one.",
        "studio/mend/two-steps": "Two steps are called '{0}'. Rename one.",
        "studio/mend/place-old": (
            "'{0}' was not checked for {1} days and is told to nobody. Ring or go by, then "
            "change its date."
        ),
        "studio/mend/safety-part": (
            "'{0}' is part of safety. Leave it where it was: only its words change."
        ),
        "studio/name/has_name": "a name is known",
        "studio/name/has_hour": "an hour was chosen",
        "studio/name/has_language": "a language is known",
        "studio/name/has_until": "the end of a pause is known",
        "studio/name/has_topic": "something was told that may be asked after",
        "studio/name/has_avoid": "something is not to be raised",
        "studio/name/has_anniversary": "a day of the year is kept",
        "studio/name/has_consent": "there is a yes to greetings",
        "studio/name/is_paused": "a pause is going on",
        "studio/name/has_open_handoff": "a person was asked, or holds the talk",
        "studio/name/person_available": "a volunteer of that language is on duty",
        "studio/name/fell_quiet": "the last greetings had no answer",
        "studio/name/long_away": "nothing was written for thirty days",
        "studio/name/may_ask": "a questionnaire may be asked",
        "studio/name/is_anniversary": "today is the day that was asked to be kept",
        "studio/name/after_loss": "a loss was told within 14 days",
        "studio/name/is_low": "a low mood within 3 days",
        "studio/name/low_today": "a low mood today",
        "studio/name/may_ask_after": "what was told may be asked after",
        "studio/name/may_ask_person": "somebody may be asked after",
        "studio/name/has_people": "somebody is remembered",
        "studio/name/has_lost": "somebody died",
        "studio/name/has_about": "it is about somebody or something",
        "studio/name/about_person": "it is about somebody",
        "studio/name/is_kept": "that is remembered",
        "studio/name/is_avoided": "that is not to be raised",
        "studio/name/may_keep": "that may be remembered, if she agrees",
        "studio/name/remember": "remember it",
        "studio/name/let_go": "remember it no more",
        "studio/name/avoid": "do not raise it",
        "studio/name/allow": "it may be raised again",
        "studio/name/note_asked": "it was asked after",
        "studio/name/raise_topic": "this may be raised again",
        "studio/name/forget_told": "forget somebody or something",
        "studio/name/may_suggest": "a small step may be suggested",
        "studio/name/may_offer_less": "fewer messages may be offered",
        "studio/name/writes_often": "greetings come on more than two days a week",
        "studio/name/is_due": "a questionnaire is due",
        "studio/name/has_forms": "the language has two forms of address",
        "studio/name/has_place": "there is a place for the need of this step",
        "studio/name/has_worry": "somebody is told of a long silence",
        "studio/name/has_volunteer": "a volunteer talked with her before",
        "studio/name/has_coordinator": "there is a coordinator",
        "studio/name/begin_worry": "begin with who is told of a silence",
        "studio/name/consent_worry": "write down the yes to telling of a silence",
        "studio/name/confirm_worry": "keep on telling of a silence",
        "studio/name/withdraw_worry": "take back the yes to telling of a silence",
        "studio/name/span": "so many days of silence",
        "studio/name/avoid_topic": "do not raise this",
        "studio/name/keep_date": "keep a day of the year",
        "studio/name/learn_from_me": "messages may be learned from",
        "studio/name/offer_less": "fewer messages, please",
        "studio/name/see_memory": "what is remembered",
        "studio/name/stop_learning": "no more learning from messages",
        "studio/name/take_leave": "this is no longer needed",
        "studio/name/worry_contact": "tell somebody of a long silence",
        "studio/name/consent_checkins": "write down the yes to greetings",
        "studio/name/withdraw_checkins": "take back the yes to greetings",
        "studio/name/set_name": "keep the name",
        "studio/name/set_language": "go on in the chosen language",
        "studio/name/set_address": "go on in the chosen form of address",
        "studio/name/set_hour": "greet at the chosen hour",
        "studio/name/set_days": "greet on the chosen days",
        "studio/name/pause": "pause the greetings",
        "studio/name/resume": "end a pause or a stop",
        "studio/name/stop": "stop all messages",
        "studio/name/offer_person": "show the exact text and offer a person",
        "studio/name/show_data": "show what is kept",
        "studio/name/note_safe": "write down 'I am safe'",
        "studio/name/safety_reply": "send the safety reply",
        "studio/name/consent_learn": "write down the yes to learning",
        "studio/name/withdraw_learn": "take back the yes to learning",
        "studio/name/consent_memory": "write down the yes to remembering",
        "studio/name/withdraw_memory": "take back the yes to remembering",
        "studio/name/note_answer": "write down the answer to a questionnaire",
        "studio/name/forget": "erase everything",
        "studio/name/name": "a name",
        "studio/name/hour": "an hour",
        "studio/name/days": "days of the week",
        "studio/name/frequency": "how often",
        "studio/name/language": "a language",
        "studio/name/address": "a form of address",
        "studio/name/until": "the end of a pause",
        "studio/name/text": "any text",
        "studio/name/date": "a day of the year",
        "studio/name/topic": "a few words on one line",
        "studio/name/desk": "a desk",
        "studio/name/activity": "an activity",
        "studio/name/tie": "a small step",
        "studio/name/food": "food",
        "studio/name/money": "money",
        "studio/name/home": "housing",
        "studio/name/health": "health",
        "studio/name/papers": "papers",
        "studio/name/talk": "a talk",
        "studio/name/morning": "in the morning",
        "studio/name/midday": "around noon",
        "studio/name/evening": "in the evening",
        "studio/name/affirm": "yes",
        "studio/name/deny": "no",
        "studio/name/skip": "not today, rather not",
        "studio/name/mood_good": "it goes well",
        "studio/name/mood_neutral": "so-so",
        "studio/name/mood_low": "it goes badly",
        "studio/name/feel_lonely": "alone",
        "studio/name/feel_tired": "tired",
        "studio/name/feel_anxious": "afraid",
        "studio/name/feel_ashamed": "ashamed",
        "studio/name/feel_unheard": "not heard",
        "studio/name/request_human": "a person, please",
        "studio/name/stop_contact": "no more messages",
        "studio/name/pause_contact": "a pause",
        "studio/name/resume_contact": "begin again",
        "studio/name/change_schedule": "another hour",
        "studio/name/change_language": "another language",
        "studio/name/delete_data": "erase what is kept",
        "studio/name/ask_help": "what can this do",
        "studio/name/ask_privacy": "who reads this",
        "studio/name/ask_bot_identity": "is this a machine",
        "studio/name/ask_activity": "something to do nearby",
        "studio/name/ask_service": "practical help nearby",
        "studio/name/ask_clarify": "what do you mean, asked back",
        "studio/name/complain": "a complaint",
        "studio/name/tell_loss": "a loss",
        "studio/name/tell_conflict": "a quarrel",
        "studio/name/tell_substance_use": "drink or drugs",
        "studio/name/tell_practical_problem": "a practical problem",
        "studio/name/tell_health": "health",
        "studio/name/tell_positive_event": "good news",
        "studio/name/thank": "thanks",
        "studio/name/greet": "a greeting",
        "studio/name/goodbye": "a goodbye",
        "studio/name/smalltalk": "small talk",
        "studio/name/out_of_scope": "something else",
        "studio/name/crisis_suicide": "danger: dying",
        "studio/name/crisis_medical": "danger: medical",
        "studio/name/crisis_violence": "danger: violence",
    }
)
