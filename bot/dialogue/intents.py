"""The closed set of what words may mean: the language model's intents, the wishes that are heard as
plain words beside them, and how these stand to each other."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

CRISES: Final = frozenset({"crisis_suicide", "crisis_medical", "crisis_violence"})
# What the resident asks of the bot: heard above a weak expected answer.
WISHES: Final = frozenset(
    {
        "delete_data",
        "stop_contact",
        "pause_contact",
        "resume_contact",
        "change_schedule",
        "change_language",
        "request_human",
        "ask_activity",
        "ask_service",
        "ask_privacy",
        "ask_bot_identity",
        "ask_help",
    }
)
INTENTS: Final = (
    CRISES
    | WISHES
    | {
        "ask_clarify",
        "complain",
        "skip",
        "tell_loss",
        "tell_conflict",
        "tell_substance_use",
        "tell_practical_problem",
        "tell_health",
        "tell_positive_event",
        "feel_lonely",
        "feel_unheard",
        "feel_ashamed",
        "feel_anxious",
        "feel_tired",
        "mood_low",
        "mood_neutral",
        "mood_good",
        "affirm",
        "deny",
        "thank",
        "greet",
        "goodbye",
        "smalltalk",
        "out_of_scope",
    }
)
# Wishes that no intent covers: heard as plain words, see `worded`.
WORDED: Final = frozenset(
    {
        "ask_authorities",
        "ask_complaints",
        "ask_cost",
        "ask_number",
        "ask_request",
        "ask_seen",
        "ask_simpler",
        "ask_trust",
        "ask_volunteer",
        "ask_when",
        "ask_why_quiet",
        "avoid_topic",
        "call_off",
        "change_address",
        "doubtful_pause",
        "doubtful_stop",
        "forget_part",
        "forget_told",
        "keep_date",
        "learn_from_me",
        "offer_less",
        "raise_topic",
        "say_good_night",
        "say_sorry",
        "see_memory",
        "stop_learning",
        "stop_list",
        "take_leave",
        "tell_birthday",
        "tell_name",
        "tell_person",
        "tell_remembrance",
        "who_saw",
        "worry_contact",
    }
)
# What the model guesses, and what it becomes where the words leave a doubt: see `doubts`.
DOUBTFUL: Final = MappingProxyType(
    {"stop_contact": "doubtful_stop", "pause_contact": "doubtful_pause"}
)
# A wish to erase that is about a part, and what the model takes for one about all: see `erasing`.
FORGET_PART: Final = "forget_part"
# What is told of sorrow, and what must not be answered to it.
SORROW: Final = frozenset(
    {"tell_loss", "tell_remembrance", "mood_low"}
    | {intent for intent in INTENTS if intent.startswith(("feel_", "crisis_"))}
)
CHEER: Final = frozenset({"mood_good", "tell_positive_event"})
# What the model makes of a visit to a grave, or of nothing: the words say better what it is.
REMEMBRANCE: Final = "tell_remembrance"
MISTAKEN: Final = frozenset(
    {None, "tell_positive_event", "mood_good", "mood_neutral", "smalltalk", "out_of_scope"}
    | {"thank", "greet", "affirm"}
)
# The one that holds its own answer: 'my name is Amina', see `introduced`.
TELL_NAME: Final = "tell_name"
# These mean something only as an answer; inside a question that does not expect them
# they are no topic of their own.
ANSWERS: Final = frozenset({"affirm", "deny"})
