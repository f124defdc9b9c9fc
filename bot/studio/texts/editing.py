"""The forms that change a dialogue."""

from __future__ import annotations

from types import MappingProxyType

TEXTS = MappingProxyType(
    {
        "studio/edit/title": "Step: {step}",
        "studio/edit/words": "What the bot says",
        "studio/edit/words-help": (
            "Short sentences of known words. {name} becomes the name of the resident."
        ),
        "studio/edit/without-help": "for when no name is known; needed where {name} stands",
        "studio/edit/add-wording": "Add another wording",
        "studio/edit/add-wording-help": (
            "Wordings take turns, day by day, so that a greeting does not repeat soon."
        ),
        "studio/edit/drop-wording": "Take this wording away",
        "studio/edit/answers-help": (
            "Each answer is a button of 30 characters at most. Words that mean the same lead "
            "to the same place."
        ),
        "studio/edit/add-answer": "Add an answer",
        "studio/edit/drop-answer": "Take this answer away",
        "studio/edit/means": "Also when somebody writes",
        "studio/edit/order": "Place in the row",
        "studio/edit/targets-here": "In this dialogue",
        "studio/edit/targets-end": "To an end",
        "studio/edit/targets-away": "To another dialogue",
        "studio/edit/target-new": "+ a new step",
        "studio/edit/else": "If something else happens",
        "studio/edit/silence-after": "Wait for an answer",
        "studio/edit/silence-help": "So long the question stays open.",
        "studio/edit/silence-none": "no waiting: nothing is asked",
        "studio/edit/silence-then": "After the silence",
        "studio/edit/silence-then-help": "Mostly the end: a silence is an answer too.",
        "studio/edit/unclear-help": "said once; the question stays open",
        "studio/edit/takes": "Free text is read as",
        "studio/edit/takes-none": "only the answers count",
        "studio/edit/remember": "Keep the answer as",
        "studio/edit/then": "Where next",
        "studio/edit/then-none": "each answer leads on by itself",
        "studio/edit/again": "Asked again, in fewer words",
        "studio/edit/again-help": (
            "For who has read this question, wrote about something else, and is brought back."
        ),
        "studio/edit/again-none": "in the same words",
        "studio/edit/again-new": "+ a new question with the same answers",
        "studio/edit/more": "Note and actions",
        "studio/edit/do": "Action",
        "studio/edit/place": "Place for",
        "studio/edit/keep": "Keep today's date as",
        "studio/edit/forget": "Forget what is kept as",
        "studio/edit/about": "With whom or what it is about",
        "studio/edit/none": "none",
        "studio/edit/takes-help": "Words that are no button, for instance as an hour.",
        "studio/edit/remember-help": "Later texts and steps can use it.",
        "studio/edit/then-help": "After words that were read as a value, or when nothing is asked.",
        "studio/edit/note-help": "For translators; residents never see it.",
        "studio/edit/do-help": "What the bot does here besides talking.",
        "studio/edit/place-help": "A place nearby for this need stands in as {place}.",
        "studio/edit/keep-help": "It counts for some days and is then forgotten.",
        "studio/edit/forget-help": "It is kept no longer.",
        "studio/edit/about-help": "In the resident's own words, which {about} shows.",
        "studio/edit/decides": "What is decided",
        "studio/edit/decides-help": (
            "A step that decides says nothing. It looks at what is known, and leads on."
        ),
        "studio/edit/decide-by": "The question",
        "studio/edit/if-yes": "If so",
        "studio/edit/if-no": "If not",
        "studio/edit/still-right": "Still right as it is",
        "studio/edit/on-disk": "What stands in the file now",
        "studio/edit/save": "Save the draft",
        "studio/edit/save-stay": "Save and stay here",
        "studio/edit/draft-only": "Residents see nothing of it before it is published.",
        "studio/edit/changed-title": "Somebody changed this dialogue meanwhile.",
        "studio/edit/changed": (
            "Nothing was overwritten. Where it differs, the file's words stand under the "
            "field. Save again to keep these."
        ),
        "studio/edit/otherwise": "Not only words differ",
        "studio/edit/otherwise-help": (
            "Struck through is what this form says, behind it what the file says now. Saving again "
            "writes what this form says. To keep the file's, choose it here first."
        ),
        "studio/edit/unreadable": "This was not saved: it could not be read as a dialogue.",
        "studio/edit/fixed": (
            "This was not saved: safety keeps its steps, answers and actions. Words may change."
        ),
        "studio/edit/yaml": "The file",
        "studio/edit/yaml-help": (
            "The same draft as in the forms, as it lies on the disk. Comments and order stay "
            "as they are."
        ),
        "studio/edit/remove": "Take the step away",
        "studio/edit/remove-title": "Take '{step}' away?",
        "studio/edit/remove-help": "It goes from the draft alone, and can be undone.",
        "studio/edit/remove-fixed": "It belongs to safety. So it stays, and its words may change.",
        "studio/edit/remove-last": "This is the only step; a dialogue needs one.",
        "studio/edit/remove-first": (
            "This is where the dialogue begins. The next step becomes the first."
        ),
        "studio/edit/remove-leading": "These steps lead to it, and would lead nowhere: {steps}.",
        "studio/edit/remove-standing": (
            "Residents wait at this step now: {count}. They finish on the version that they began."
        ),
        "studio/edit/remove-dialogue": "Take the dialogue away",
        "studio/edit/remove-dialogue-help": (
            "It was never published, so no resident knows it. Its words are erased. That cannot "
            "be undone."
        ),
        "studio/edit/remove-dialogue-sure": "Yes, take it away",
        "studio/edit/add-step": "Add a step",
        "studio/edit/add-name": "Name of the step",
        "studio/edit/add-after": "Behind",
        "studio/edit/add-kind": "What it does",
        "studio/edit/move-up": "Move '{step}' up",
        "studio/edit/move-down": "Move '{step}' down",
        "studio/edit/edit": "Edit",
        "studio/edit/undo": "Undo the last save",
        "studio/edit/new-dialogue": "New dialogue",
        "studio/edit/new-title": "What is it about?",
        "studio/edit/create": "Begin",
        "studio/edit/head-title": "Title",
        "studio/edit/head-title-help": "For coordinators; residents do not see it.",
        "studio/edit/start-timed": "Begins at a time of day",
        "studio/edit/start-intent": "Begins when somebody writes about",
        "studio/edit/start-command": "Begins by the command",
        "studio/edit/reading-help": (
            "Shown when the bot is unsure what was meant. In the words of the resident."
        ),
        "studio/done/saved": "Saved.",
        "studio/done/saved-forms": (
            "Saved. The words for 'je' or 'tu' stayed as they were: see whether they still fit."
        ),
        "studio/done/made": "Made. Now its words.",
        "studio/done/moved": "Moved.",
        "studio/done/removed": "Taken away from the draft.",
        "studio/done/dialogue-removed": "Taken away. No resident had seen it.",
        "studio/done/published-stays": (
            "Not taken away: this dialogue is published. Only a new one can be taken away here."
        ),
        "studio/done/undone": "Undone: the draft is as it was before.",
        "studio/done/not-undone": "Not undone: somebody changed the draft meanwhile.",
        "studio/done/changed-meanwhile": (
            "Nothing was changed: somebody saved meanwhile. This is how it stands now."
        ),
        "studio/done/not-saved": "Nothing was saved: the file would not be readable.",
        "studio/done/kept-safe": (
            "Nothing was changed: safety keeps its steps, answers and actions in their order."
        ),
        "studio/done/no-title": "A new dialogue needs a title of words.",
    }
)
