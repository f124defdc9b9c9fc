"""The answer to a concern, as a pure composition of texts, numbers and buttons.

`texts(context, source)` gives a text in the resident's language and form of address; all of
them stand in TEXTS, so that the catalogs can be checked for completeness.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.safety.concern import Concern
from bot.safety.helplines import Helpline

type Texts = Callable[[str, str], str]

SAFE, NOT_SAFE, PERSON = "safe", "not_safe", "person"
YES, THE_DAY, RATHER_NOT = "yes", "the_day", "rather_not"
ELSE, NO_DANGER = "else", "no_danger"  # of what she sent on

TEXTS = {
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
    "safety/honest": (
        "I am a machine, not an emergency service. No person reads this unless you say yes."
    ),
    "safety/honest/alert": (
        "I am a machine, not an emergency service. No person reads your words unless you say yes. "
        "If I hear nothing for {minutes} minutes, a coordinator gets an alert without your name. "
        "The coordinator can then look who it is, and you are told."
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
    "safety/question": "Are you safe right now?",
    "safety/medical/question": "Is someone on the way to you?",
    "safety/button/safe": "I am safe",
    "safety/button/not_safe": "I am not safe",
    "safety/button/person": "Talk to a person",
    "safety/medical/button/safe": "Help is coming",
    "safety/medical/button/not_safe": "Nobody is coming yet",
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
    "safety/after/safe": "Good that you are safe now. You can write here at any hour.",
    "safety/after/not_safe": (
        "Then please call one of the numbers now. Go to a place with other people, if you can. "
        "You can also knock on a neighbour's door."
    ),
    "safety/after/calling_hard": "Calling can be hard. What makes it hard for you?",
    "safety/after/hard/voice": "Saying it aloud",
    "safety/after/hard/alone": "I am not alone here",
    "safety/after/hard/before": "It did not help before",
    "safety/after/hard/other": "Something else",
    "safety/after/hard_heard": (
        "Thank you for saying that. A person can also begin here, in writing. "
        "Tap when you want that."
    ),
    "safety/after/the_day": "Thank you for answering. A heavy day may be said here too.",
    "safety/after/rather_not": (
        "That is fine. You do not have to say it. The numbers stay here for you:"
    ),
    "safety/sent-on": (
        "You sent this on, so I do not take it for your own words. It may be about danger. "
        "In danger to life, call now:"
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
    "safety/later-neutral": "Hello. I just look in. How is it now?",
    "safety/later": (
        "Hello. Some time ago you wrote something heavy. You need not answer. How is it now?"
    ),
    "safety/later/better": "A little lighter",
    "safety/later/same": "The same",
    "safety/voice": (
        "I cannot listen to this: I am a machine and I only read. If it is urgent, call the number "
        "below. You can also write it, or ask for a person."
    ),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the reply may say of people: none of it is a promise.

    `person_when` is already in words of the language ("tomorrow from 9:00"); empty: now; None:
    unknown. `alert_minutes` is set where the deployment's policy alerts coordinators.
    """

    organisation: str
    now_local: datetime
    person_when: str | None = None
    alert_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Button:
    """What comes back when it is tapped, and what stands on it."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Reply:
    """One message with its buttons."""

    text: str
    buttons: tuple[Button, ...]


def reply(
    concern: Concern,
    language: str,
    helplines: Sequence[Helpline],
    facts: Facts,
    texts: Texts,
) -> Reply:
    """Compose the one message that answers `concern`: the safety reply, or the gentle question."""
    kind = concern.intent.removeprefix("crisis_")
    if concern.level == "ask":
        return _question(kind, texts)
    say = _Speaker(texts)
    parts = [
        say(f"safety/{kind}/heard"),
        say(f"safety/{kind}/call") + "\n" + numbers(language, helplines, facts, texts),
        _honest(facts, say) + " " + _offer(facts, say),
        say("safety/medical/question" if kind == "medical" else "safety/question"),
    ]
    medical = "medical/" if kind == "medical" else ""
    return Reply(
        "\n\n".join(parts),
        (
            Button(SAFE, say(f"safety/{medical}button/safe")),
            Button(NOT_SAFE, say(f"safety/{medical}button/not_safe")),
            Button(PERSON, say("safety/button/person")),
        ),
    )


def numbers(language: str, helplines: Sequence[Helpline], facts: Facts, texts: Texts) -> str:
    """Return one line for each helpline; open is said only where it is known."""
    say = _Speaker(texts)
    return "\n".join(_line(row, language, facts, say) for row in helplines)


def voice(language: str, helplines: Sequence[Helpline], facts: Facts, texts: Texts) -> Reply:
    """Compose the answer to a voice message: it cannot be understood, and says so at once."""
    say = _Speaker(texts)
    emergency = [row for row in helplines if "emergency" in row.needs]
    text = say("safety/voice") + "\n\n" + numbers(language, emergency, facts, texts)
    return Reply(text, (Button(PERSON, say("safety/button/person")),))


def sent_on(language: str, helplines: Sequence[Helpline], facts: Facts, texts: Texts) -> Reply:
    """Compose the question about words that she forwarded: hers, or somebody else's danger?"""
    say = _Speaker(texts)
    emergency = [row for row in helplines if "emergency" in row.needs]
    listed = numbers(language, emergency, facts, texts)
    return Reply(
        f"{say('safety/sent-on')}\n{listed}\n\n{say('safety/sent-on/question')}",
        (
            Button(YES, say("safety/sent-on/button/me")),
            Button(ELSE, say("safety/sent-on/button/else")),
            Button(NO_DANGER, say("safety/sent-on/button/no")),
        ),
    )


def follow_up(
    answer: str, language: str, lines: Sequence[Helpline], facts: Facts, texts: Texts
) -> Reply:
    """Compose the next turn: after a button of the safety reply or of the gentle question."""
    say = _Speaker(texts)
    person = Button(PERSON, say("safety/button/person"))
    if answer == NOT_SAFE:
        listed = numbers(language, lines, facts, texts)
        words = f"{say('safety/after/not_safe')}\n{listed}\n\n{say('safety/after/calling_hard')}"
        hard = ("voice", "alone", "before", "other")
        return Reply(words, (*(Button(h, say(f"safety/after/hard/{h}")) for h in hard), person))
    if answer in (RATHER_NOT, ELSE):
        listed = numbers(language, lines, facts, texts)
        context = "safety/after/rather_not" if answer == RATHER_NOT else "safety/sent-on/else"
        return Reply(f"{say(context)}\n{listed}", (person,))
    return Reply(say(_PLAIN.get(answer, "safety/after/the_day")), (person,))


_PLAIN = {SAFE: "safety/after/safe", NO_DANGER: "safety/sent-on/no"}


def hard_heard(texts: Texts) -> Reply:
    """Compose the answer to what makes calling hard: a person can begin in writing."""
    say = _Speaker(texts)
    return Reply(say("safety/after/hard_heard"), (Button(PERSON, say("safety/button/person")),))


def later(texts: Texts, kind: str = "") -> Reply:
    """Compose the one gentle follow-up of a later day. After violence it could be any other word
    of ours: somebody else may hold the telephone."""
    say = _Speaker(texts)
    return Reply(
        say("safety/later-neutral" if kind == "crisis_violence" else "safety/later"),
        (
            Button("better", say("safety/later/better")),
            Button("same", say("safety/later/same")),
            Button(RATHER_NOT, say("safety/button/rather_not")),
            Button(PERSON, say("safety/button/person")),
        ),
    )


class _Speaker:
    """Says a text by its context alone; the source text stands once, in TEXTS."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts

    def __call__(self, context: str) -> str:
        return self.texts(context, TEXTS[context])


def _question(kind: str, texts: Texts) -> Reply:
    say = _Speaker(texts)
    own = f"safety/{kind}/button/the_day"
    return Reply(
        say(f"safety/{kind}/ask"),
        (
            Button(YES, say("safety/button/yes")),
            Button(THE_DAY, say(own if own in TEXTS else "safety/button/the_day")),
            Button(RATHER_NOT, say("safety/button/rather_not")),
        ),
    )


def _line(row: Helpline, language: str, facts: Facts, say: _Speaker) -> str:
    open_now = row.is_open(facts.now_local)
    state = "always" if row.always else "open" if open_now else "unknown"
    name = row.name.get(language, row.name["en"])
    return say(f"safety/line/{state}").format(tel=row.tel, name=name)


def _honest(facts: Facts, say: _Speaker) -> str:
    if facts.alert_minutes is None:
        return say("safety/honest")
    return say("safety/honest/alert").format(minutes=facts.alert_minutes)


def _offer(facts: Facts, say: _Speaker) -> str:
    state = "unknown" if facts.person_when is None else "when" if facts.person_when else "now"
    context = f"safety/person/{state}"
    return say(context).format(organisation=facts.organisation, when=facts.person_when)
