"""Publishing: what differs, the second look, and the versions."""

from __future__ import annotations

from types import MappingProxyType

TEXTS = MappingProxyType(
    {
        "studio/publish/title": "Publishing",
        "studio/publish/lead": (
            "What the drafts would change for residents. Talks that are going on end on the "
            "version that they began with."
        ),
        "studio/publish/refused": "Nothing was published.",
        "studio/publish/refused-waiting": (
            "Without the changes that wait for a second look ({dialogues}), the rest does not "
            "hold together. Have those approved first."
        ),
        "studio/publish/errors-one": "{count} problem stops publishing",
        "studio/publish/errors-other": "{count} problems stop publishing",
        "studio/publish/errors-help": "Each is shown at its place, with how to mend it.",
        "studio/publish/changes": "What differs from what runs",
        "studio/publish/every-language": "All languages",
        "studio/publish/what-changes": "What changes",
        "studio/publish/nothing": "The drafts are what runs.",
        "studio/publish/approved": "approved",
        "studio/publish/gone-kept": (
            "Its file is gone. It belongs to safety, so it stays published as it was approved."
        ),
        "studio/publish/look-after-errors": "It can be approved when its problems are mended.",
        "studio/publish/look-own": (
            "A colleague has to look at this: nobody approves their own change."
        ),
        "studio/publish/look-yours": (
            "Read it in every language. Your yes is to exactly these words, under your name."
        ),
        "studio/publish/look-waits": "It waits for a reviewer or another coordinator.",
        "studio/publish/approve": "Approve these words",
        "studio/publish/ask": "Ask a colleague to look",
        "studio/publish/ask-help": "The bot sends them a message with what waits.",
        "studio/publish/ask-who": "Colleague",
        "studio/publish/ask-send": "Ask",
        "studio/publish/ask-nobody": (
            "There is no reviewer or second coordinator yet. A coordinator invites one under Team."
        ),
        "studio/publish/publish": "Publish",
        "studio/publish/publish-help": "From then on, every new talk goes by these drafts.",
        "studio/publish/kept": (
            "These stay as they were approved, until a colleague has looked: {dialogues}."
        ),
        "studio/publish/all-wait": "Every change waits for a second look.",
        "studio/publish/note": "Note",
        "studio/publish/note-help": "What changed and why, for your colleagues.",
        "studio/publish/versions": "Versions",
        "studio/publish/note-first": "The first version",
        "studio/publish/note-back": "Back to version {number}",
        "studio/publish/versions-help": "Open one to see what returning to it would change.",
        "studio/publish/version": "Version",
        "studio/publish/when": "When, by whom",
        "studio/publish/standing": "Talks on it now",
        "studio/publish/runs": "runs",
        "studio/publish/one": "Version {number}",
        "studio/publish/runs-now": "This is the version that runs.",
        "studio/publish/back-changes": "From version {running} back to version {number}",
        "studio/publish/back-same": "It says the same as the version that runs.",
        "studio/publish/back": "Return to this version",
        "studio/publish/back-help": (
            "It is published again, as a new version. The drafts stay as they are."
        ),
        "studio/publish/back-why": "Why, for your colleagues",
        "studio/publish/back-to": "Return to version {number}",
        "studio/diff/places": "Places nearby",
        "studio/diff/changed": "changed",
        "studio/diff/place-name": "the name",
        "studio/diff/place-kind": "what kind of place",
        "studio/diff/place-languages": "the languages",
        "studio/diff/place-needs": "what it is for",
        "studio/diff/place-address": "the address",
        "studio/diff/place-hours": "the hours",
        "studio/diff/place-phone": "the telephone number",
        "studio/diff/place-checked_on": "the day that somebody looked",
        "studio/diff/place-about": "what is told of it",
        "studio/diff/place-example": "whether it is made up",
        "studio/diff/nothing": "nothing",
        "studio/diff/becomes": "becomes",
        "studio/diff/step-new": "New step: {step}",
        "studio/diff/step-gone": "Step taken away: {step}",
        "studio/diff/step-changed": "Step: {step}",
        "studio/diff/key-title": "Title",
        "studio/diff/key-timed": "Begins at a time of day",
        "studio/diff/key-intent": "Begins when somebody writes about",
        "studio/diff/key-command": "Begins by the command",
        "studio/diff/key-order": "Order of the steps",
        "studio/diff/key-do": "Action",
        "studio/diff/key-decide": "The question",
        "studio/diff/key-yes": "If so",
        "studio/diff/key-no": "If not",
        "studio/diff/key-place": "Place for",
        "studio/diff/key-keep": "Keeps today's date as",
        "studio/diff/key-forget": "Forgets",
        "studio/diff/key-about": "With whom or what it is about",
        "studio/diff/key-takes": "Free text is read as",
        "studio/diff/key-remember": "Kept as",
        "studio/diff/key-after": "Waits for an answer",
        "studio/diff/key-silence": "After the silence",
        "studio/diff/key-unclear": "Not understood a second time",
        "studio/diff/key-again": "Asked again, in fewer words",
        "studio/diff/key-then": "Where next",
        "studio/diff/key-wordings": "Number of wordings",
        "studio/diff/key-note": "Note for translators",
        "studio/diff/key-answers": "Answers",
        "studio/diff/key-leads": "Answer leads to:",
        "studio/diff/key-means": "Answer is also meant by:",
        "studio/done/no-note": "Nothing was published: a note is missing.",
        "studio/done/published": "Published. New talks go by it from now on.",
        "studio/done/published-some": (
            "Published. What waits for a second look stayed as it was approved."
        ),
        "studio/done/publish-same": "Nothing new: the drafts are what runs.",
        "studio/done/publish-moved": (
            "Nothing was published: a draft or the version changed meanwhile. Look again."
        ),
        "studio/done/went-back": "The earlier version runs again. New talks go by it from now on.",
        "studio/done/went-back-some": (
            "The earlier version runs again. What nobody approved in it stayed as it was approved."
        ),
        "studio/done/approved": "Approved, under your name.",
        "studio/done/look-moved": "Not approved: the words changed meanwhile. Read them again.",
        "studio/done/look-errors": "Not approved: there are problems to mend first.",
        "studio/done/look-own": (
            "Not approved: nobody approves their own change. A colleague looks."
        ),
        "studio/done/look-none": "Nothing waits for a second look.",
        "studio/done/look-asked": "This colleague was asked a moment ago.",
        "studio/done/look-sent": "Asked: the bot has written to your colleague.",
    }
)
