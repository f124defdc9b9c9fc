"""The list of dialogues, and one dialogue."""

from __future__ import annotations

from types import MappingProxyType

TEXTS = MappingProxyType(
    {
        "studio/list/title": "Dialogues",
        "studio/list/lead": (
            "Everything the bot can say first, and how it goes on. Residents read the "
            "published version; drafts change nothing yet."
        ),
        "studio/list/running": "Version {number} is running, since {date}.",
        "studio/list/count-one": "{count} dialogue",
        "studio/list/count-other": "{count} dialogues",
        "studio/list/steps-one": "{count} step",
        "studio/list/steps-other": "{count} steps",
        "studio/list/problems-one": "{count} problem",
        "studio/list/problems-other": "{count} problems",
        "studio/list/remarks-one": "{count} remark",
        "studio/list/remarks-other": "{count} remarks",
        "studio/list/state-published": "published",
        "studio/list/state-changed": "draft changed",
        "studio/list/state-new": "new",
        "studio/list/state-gone": "taken away",
        "studio/list/state-unreadable": "cannot be read",
        "studio/list/guarded": "needs a second look",
        "studio/list/filter-all": "All",
        "studio/list/filter-changed": "Changed",
        "studio/list/filter-problems": "With problems",
        "studio/list/filter": "Show",
        "studio/list/find": "Words that the bot says, or a title",
        "studio/list/find-do": "Look for it",
        "studio/list/find-all": "All dialogues",
        "studio/list/none": "Nothing fits this choice.",
        "studio/list/group-timed": "Greetings at their hour",
        "studio/list/group-command": "Commands",
        "studio/list/group-intent": "What residents write about",
        "studio/list/group-inner": "Reached from other dialogues",
        "studio/list/elsewhere": "Beside the dialogues",
        "studio/list/elsewhere-lead": (
            "These findings stand in other files, for instance the list of places."
        ),
        "studio/one/start": "Begins",
        "studio/one/start-timed": "at its hour: {names}",
        "studio/one/start-command": "by command: {names}",
        "studio/one/start-intent": "when somebody writes: {names}",
        "studio/one/start-none": "only from another dialogue",
        "studio/one/reading": "Offered by the button",
        "studio/one/steps": "Steps",
        "studio/one/graph": "Map of the steps",
        "studio/one/graph-help": (
            "A line is a way on. Dashed: after words that were not understood. Dotted: after a "
            "silence. Both: asked again, in fewer words. ● ends here."
        ),
        "studio/one/kind-says": "says",
        "studio/one/kind-asks": "asks",
        "studio/one/kind-decides": "decides",
        "studio/one/kind-acts": "acts",
        "studio/one/first": "start",
        "studio/one/wordings-one": "{count} other wording",
        "studio/one/wordings-other": "{count} other wordings",
        "studio/one/wording": "Wording {number}",
        "studio/one/field-say": "Words",
        "studio/one/field-without_name": "Without a name",
        "studio/one/field-label": "Button",
        "studio/one/field-unclear": "When not understood",
        "studio/one/field-reading": "Button that offers it",
        "studio/one/answers": "Answers",
        "studio/one/leads": "leads to",
        "studio/one/then": "Then",
        "studio/one/silence": "After {length} of silence",
        "studio/one/unclear-then": "Not understood a second time",
        "studio/one/again": "Asked again, in fewer words",
        "studio/one/offers-person": "a person is offered",
        "studio/one/end": "the end",
        "studio/one/go-back": "back to the earlier question",
        "studio/one/takes": "Free text is read as: {name}",
        "studio/one/remember": "Kept as: {name}",
        "studio/one/means": "also when somebody writes: {names}",
        "studio/one/do": "Action: {name}",
        "studio/one/place": "Place for: {name}",
        "studio/one/keep": "Keeps today's date as: {name}",
        "studio/one/forget": "Forgets: {name}",
        "studio/one/about": "With whom or what it is about: {name}",
        "studio/one/decide": "{name}?",
        "studio/one/note": "Note for translators",
        "studio/one/source": "source",
        "studio/one/missing": "Not translated yet",
        "studio/one/missing-form": "The words above do not fit this form of address. Add its own.",
        "studio/one/stale": (
            "The {language} text changed after this translation. Read the translation again."
        ),
        "studio/one/stale-on": (
            "The {language} text changed on {date}, after this translation. Read the translation "
            "again."
        ),
        "studio/one/stale-how": "What changed there (struck through: gone, marked: new):",
        "studio/one/same-form": "the same as above",
        "studio/one/problem": "Problem",
        "studio/one/remark": "Remark",
        "studio/one/edit": "Edit this step",
        "studio/one/edit-frame": "Edit title and start",
        "studio/one/try": "Try it",
        "studio/one/yaml": "See as YAML",
        "studio/one/unreadable": "This file cannot be read as it stands. Mend it in its YAML.",
        "studio/one/gone": "This dialogue is published, but its file is gone.",
        "studio/one/guarded-help": (
            "This belongs to safety. Its published steps and answers stay, in their order. New "
            "words are published after a colleague's second look."
        ),
        "studio/one/languages": "Languages shown",
    }
)
