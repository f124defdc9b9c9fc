"""The closed sets of names that a dialogue may use; anything else is an error with its line."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

LANGUAGES: Final = ("nl", "fr", "en")

# Variant catalogs: language -> the form of address that differs from the base (u, vous).
VARIANTS: Final = MappingProxyType({"nl": "nl@je", "fr": "fr@tu"})
FORMS: Final = ("nl", "nl@je", "fr", "fr@tu", "en")

# The value of the fact `address`; the word itself depends on the language.
FORMAL: Final = "formal"
INFORMAL: Final = "informal"
ADDRESS_WORDS: Final = MappingProxyType(
    {"u": FORMAL, "vous": FORMAL, "je": INFORMAL, "jij": INFORMAL, "tu": INFORMAL}
)

# Actions, with the facts that travel with each.
ACTIONS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "consent_checkins": (),
        "withdraw_checkins": (),
        "set_name": ("name",),
        "set_language": ("language",),
        "set_address": ("address",),
        "set_hour": ("hour",),
        "set_days": ("days",),
        "pause": ("begin", "until"),
        "resume": (),
        "stop": (),
        "offer_person": (),
        "call_off_person": (),
        "show_data": (),
        "show_access": (),
        "forget": (),
        "note_safe": (),
        "safety_reply": (),
        "consent_learn": (),
        "withdraw_learn": (),
        "consent_memory": (),
        "withdraw_memory": (),
        "note_answer": ("answer",),
        "consent_questionnaires": (),
        "withdraw_questionnaires": (),
        "begin_worry": (),
        "consent_worry": ("worry_who", "worry_days", "worry_words", "worry_name"),
        "confirm_worry": (),
        "withdraw_worry": (),
    }
)

# Actions that nobody is guessed into: the answer must be a clear one.
GRAVE: Final = frozenset(
    {
        "consent_checkins",
        "consent_learn",
        "consent_memory",
        "consent_questionnaires",
        "consent_worry",
        "forget",
        "note_safe",
    }
)

# Of these, what no guess of the model leads to, however sure: only its button, or plain words.
NEVER_GUESSED: Final = frozenset({"forget", "call_off_person"})

# What an action changes for the decisions that follow in the same turn.
CHANGES: Final = MappingProxyType(
    {
        "consent_checkins": {"has_consent": True, "is_stopped": False},
        "withdraw_checkins": {"has_consent": False},
        "stop": {"has_consent": False, "is_paused": False, "is_stopped": True}
        | {"pause_comes": False},
        "forget": {"has_consent": False, "is_paused": False, "pause_comes": False},
        "call_off_person": {"has_open_handoff": False},
        "pause": {"is_paused": True},
        "resume": {"is_paused": False, "pause_comes": False},
        "set_name": {"told_name": True},
        "set_address": {"told_address": True},
    }
)

# What a fact that is remembered changes for the decisions that follow in the same turn.
TELLS: Final = MappingProxyType(
    {"days": {"told_days": True}, "_no_name": {"told_name": True}}  # no name is an answer too
)
# The facts that say when greetings come, each with the action that plans by it.
SCHEDULE: Final = MappingProxyType({"hour": "set_hour", "days": "set_days"})

# Decisions read from facts by the engine: name -> the fact that must be there.
KNOWN_FACTS: Final = MappingProxyType(
    {
        "has_name": "name",
        "has_hour": "hour",
        "has_language": "language",
        "has_begin": "begin",
        "has_until": "until",
        "has_paused_until": "paused_until",
        "has_topic": "topic",
        "has_avoid": "avoid",
        "has_anniversary": "anniversary",
    }
)
# Decisions handed in as booleans by whoever calls the engine.
GIVEN: Final = (
    "has_consent",
    "is_paused",
    "pause_comes",  # one that she asked for begins later
    "is_stopped",  # she asked for no messages at all
    "has_open_handoff",
    "person_available",
    "is_holiday",  # a public holiday, and she did not ask to leave days be
    "fell_quiet",  # the last few greetings had no answer
    "long_away",  # no word from her for thirty days
    "may_ask",  # questionnaires are on, and she said yes to them
    "may_offer_list",  # questionnaires are on, and she was not asked yet
    "has_worry",  # somebody is told of a long silence
    "has_volunteer",  # a volunteer talked with her before, and is still one
    "has_coordinator",
    "has_reach",  # the deployment says where those who run it are reached
    "told_name",  # she said what to call her
    "told_address",  # she said which form of address she likes
    "told_days",  # she said on which days; until then it is every day
    "talk_ended",  # her last talk with a volunteer is over, since three days at most
    "talked_lately",  # a talk with a volunteer ended some hours ago, at most
)
# Decisions read from facts and the day, see `memory`.
REMEMBERED: Final = (
    "is_anniversary",
    "days_full",
    "has_memory",
    "after_loss",
    "is_low",
    "low_today",
    "may_ask_after",
    "may_ask_person",
    "has_people",
    "has_lost",
    "may_suggest",
    "may_offer_less",
    "writes_often",
    "is_due",
    "until_far",
    "refused_today",
)
# Decisions about whom or what the question is about, see `kept` and `avoided`.
ABOUT: Final = (
    "has_about",
    "about_person",
    "is_kept",
    "is_avoided",
    "may_keep",
    "may_keep_day",
)
# `is_unchanged`: the hour and the days are what they were before this turn.
# `has_forms`: the language spoken now has two forms of address.
# `has_place`: there is a place for the need that the step names.
# `asked_when`: her words ask, beside something else, when the next greeting comes.
# `names_two_hours`: her words name two of which one is meant, see `two_hours`.
# `question_waits`: this dialogue came in between, and a question is asked again after it.
_WALKED: Final = (
    "asked_when",
    "has_forms",
    "has_place",
    "is_unchanged",
    "names_two_hours",
    "question_waits",
)
DECISIONS: Final = frozenset((*KNOWN_FACTS, *GIVEN, *REMEMBERED, *ABOUT, *_WALKED))

# What a step may `keep`: today's date under that name (how long each counts: `memory`).
KEPT_DATES: Final = frozenset(
    {"loss", "low", "step", "agreed", "refused", "less", "asked", "list_offered", "kept_nothing"}
    | {"no_steps", "no_topics", "no_dates", "no_list"}
)
# What becomes of whom or what the question is `about`: remembered, or not any more; not to be
# raised, or again; it is noted that it was asked after; or, of a day, it is kept for every year.
ABOUTS: Final = frozenset({"remember", "let_go", "avoid", "allow", "note_asked", "keep_day"})
# What a place can be for; `tie` is a small step: a greeting, a coffee, a favour.
NEEDS: Final = ("desk", "activity", "tie", "food", "money", "home", "health", "papers", "talk")

TAKES: Final = (
    "name",
    "hour",
    "days",
    "frequency",
    "language",
    "address",
    "absence",
    "until",
    "text",
    "date",
    "topic",
    "span",
    "schedule",
    "words",
    "own_language",
)
# The language in which she goes on: what she says in it is heard as well, see `first_words`.
OWN_LANGUAGE: Final = "own_language"
# A question that was read as one from a guess: it comes back once, and then is let go.
ONCE_MORE: Final = frozenset({"absence", "until"})
# The very words that somebody else is to read: no guess takes them for something else.
VERBATIM: Final = "words"
# The ids of buttons that stand for such a value; `7d` is so many days from today.
CANONICAL: Final = MappingProxyType(
    {
        "hour": r"\d\d:\d\d",
        "days": r"(mo|tu|we|th|fr|sa|su)(,(mo|tu|we|th|fr|sa|su))*",
        "until": r"\d{1,3}d",
        "language": r"nl|fr|en",
        "address": r"formal|informal",
        "worry_days": r"\d{1,2}d",
    }
)
# Readers that accept almost anything, so that a clear wish must be heard before them.
GREEDY: Final = frozenset({"name", "text", "topic", VERBATIM})

PLACEHOLDERS: Final = frozenset(
    {
        "name",
        "hour",
        "days",
        "begin",
        "until",
        "paused_from",
        "paused_until",
        "language",
        "address",
        "organisation",
        "reach",
        "volunteer",
        "kept",
        "place",
        "topic",
        "about",
        "day",
        "people",
        "lost",
        "avoid",
        "anniversary",
        "today",
        "holiday",
        "contact",
        "silence",
        "told",
        "next",
        "lately",
        "request",
    }
)

TIMED: Final = frozenset({"morning", "midday", "evening"})
COMMANDS: Final = (
    "start",
    "help",
    "human",
    "hide",
    "pause",
    "stop",
    "resume",
    "hour",
    "language",
    "memory",
    "mydata",
    "worry",
    "forget",
)

# No dialogue answers these: the same in every deployment, whatever is published.
BUILT_IN: Final = frozenset({"hide"})

# Dialogues that the engine itself falls back on.
UNCLEAR: Final = "unclear"
HEARD: Final = "heard"
OFFER: Final = "offer"
WELCOME: Final = "welcome"  # its question comes back after a story that came in between
# Actions after which nothing else is asked in the same breath.
PARTING: Final = frozenset({"forget", "offer_person", "pause", "safety_reply", "stop"})
# The facts the engine keeps for itself; a dialogue cannot remember under these.
LAST_FALLBACK: Final = "last_fallback"
ENGINE_FACTS: Final = frozenset({LAST_FALLBACK})
