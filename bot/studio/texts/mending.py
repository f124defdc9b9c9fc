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
        "studio/mend/alarming": (
            "'{0}' on a button sounds like danger. Say it in other words: a tap on it would be "
            "answered with the safety reply."
        ),
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
        "studio/mend/no-translation": "Not translated yet: {0}. Write it in that field.",
        "studio/mend/stale": (
            "Reworded after it was translated ({1}). Read it again, then mend it or say that it "
            "is still right."
        ),
        "studio/mend/variant": ("It speaks formally ({1}), and there is no text for {2}. Add it."),
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
        "studio/mend/again": (
            "'{0}' cannot ask '{1}' again. Choose another question with the same answers, which is "
            "asked for no other one."
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
    }
)
