"""Trying a draft, and why it went as it did."""

from __future__ import annotations

from types import MappingProxyType

TEXTS = MappingProxyType(
    {
        "studio/try/lead": (
            "The draft as a resident would meet it, with the real understanding. Nothing is sent, "
            "and nobody sees it."
        ),
        "studio/try/problems-one": "The draft has {count} problem:",
        "studio/try/problems-other": "The draft has {count} problems:",
        "studio/try/phone": "A phone to try the draft on",
        "studio/try/talk": "The talk so far",
        "studio/try/bot": "The bot",
        "studio/try/me": "The resident",
        "studio/try/buttons": "Buttons of the question",
        "studio/try/words": "Words of a resident",
        "studio/try/send": "Send",
        "studio/try/silence": "Silence",
        "studio/try/wait": "Let it pass",
        "studio/try/one-back": "One back",
        "studio/try/understood": "Understood:",
        "studio/try/unsure": "Not sure enough.",
        "studio/try/why": "Why:",
        "studio/try/passed": "{length} went by",
        "studio/try/kept": "kept: {name} = {value}",
        "studio/try/forgot": "forgotten: {name}",
        "studio/try/nothing": "nothing is said",
        "studio/try/safety": (
            "Danger was found. This comes before every dialogue; safety goes on by its own rules."
        ),
        "studio/try/how-yes": "yes",
        "studio/try/how-no": "no",
        "studio/try/how-back": "asked again, after what came in between",
        "studio/try/how-again": "asked once more",
        "studio/try/stands": "It waits at",
        "studio/try/waits": "silence after {length}",
        "studio/try/over": "No question stands. Words begin what they mean.",
        "studio/try/full": "This trial is as long as it gets. Save it, or begin anew.",
        "studio/try/begin": "How it begins",
        "studio/try/at": "At the step",
        "studio/try/at-first": "the first",
        "studio/try/at-none": "none: the resident writes first",
        "studio/try/form": "Language and form of address",
        "studio/try/name": "Name",
        "studio/try/name-help": "Empty: no name is known.",
        "studio/try/facts": "What is remembered",
        "studio/try/facts-help": "One a line, for instance 'topic: the garden'.",
        "studio/try/given": "What else is so",
        "studio/try/anew": "Begin anew",
        "studio/try/transcript": "Transcript",
        "studio/try/transcript-help": (
            "Saved beside the drafts it is a test: it shows when a later change says something "
            "else. What safety answers is left out."
        ),
        "studio/try/file": "Download",
        "studio/try/as": "Short name",
        "studio/try/keep": "Save as a test",
        "studio/try/saved": "Saved as {name}.",
        "studio/try/taken": "Nothing was saved: there is one of that name already.",
        "studio/why/begun": "it was begun ({by}).",
        "studio/why/silence": "nobody answered in time.",
        "studio/why/chosen": "the button '{by}' was tapped.",
        "studio/why/label": "these are the words of the answer '{by}'.",
        "studio/why/wish": "these plain words are a wish, heard everywhere: {by}.",
        "studio/why/offered": "this reading was offered and chosen: {by}.",
        "studio/why/expected": "what was understood is the answer '{by}' of this question.",
        "studio/why/taken": "the question takes free words, as: {by}.",
        "studio/why/intent": "what was understood begins a dialogue: {by}.",
        "studio/why/early": "it was written before the question had arrived.",
        "studio/why/unclear": "it was not understood, so the question is asked once more.",
        "studio/why/given_up": "it was not understood a second time.",
        "studio/why/fallback": "no question stood, and no dialogue is about it.",
    }
)
