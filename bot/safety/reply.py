"""The answer to a concern, as a pure composition of texts, numbers and buttons.

`texts(context, source)` gives a text in the resident's language and form of address. Who reads her
words decides what is said of people: nobody, nobody yet (she asked already), or one who holds the
talk. Where somebody does, no person is offered: the one there is shall not be tapped away.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.safety.concern import Concern
from bot.safety.helplines import Helpline
from bot.safety.texts import TEXTS

type Texts = Callable[[str, str], str]

SAFE, NOT_SAFE, PERSON = "safe", "not_safe", "person"
WELL = "well"  # she needs no help after all: safe, in other words
OVER = (SAFE, WELL)  # after these it is over
STILL, CALLED_OFF, SAID = "safety/still", "safety/still/called-off", "safety/still/said"
NOTHING_SHARED, GOODBYE = "safety/still/nothing-shared", "safety/still/goodbye"
ANEW = "safety/still/anew"
WITH_YOU = "safety/still/with-you"
YES, THE_DAY, RATHER_NOT = "yes", "the_day", "rather_not"
SAME = "same"  # to 'how is it now?' of a later day
ELSE, NO_DANGER = "else", "no_danger"  # of what she sent on
NOT_THAT = "not_that"  # her yes was for something else
PASSED, KEPT_BACK, APART = "passed", "kept", "apart"  # what became of her words in a talk
WAITS, WAITS_URGENT = "asked", "asked/urgent"  # how a person was asked for already
MEDICAL, VIOLENCE = "crisis_medical", "crisis_violence"
HARD = ("voice", "alone", "before", "other")  # what makes calling hard


@dataclass(frozen=True, slots=True)
class Holder:
    """The volunteer who holds the talk.

    `words`: whether what she just wrote goes to that volunteer (PASSED) or stays back, and only
    the mark is seen (KEPT_BACK) or not even that (APART: it is of that volunteer); empty: it was
    for the bot. `due`: by when a first word was asked for; empty: there was one already.
    """

    name: str
    words: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the reply may say of people: none of it is a promise.

    `person_when` is already in words of the language ("tomorrow from 9:00"); empty: now; None:
    unknown. `alert_minutes` is set where the deployment's policy alerts coordinators. `asked`:
    WAITS or WAITS_URGENT while she waits for a person, else empty.
    """

    organisation: str
    now_local: datetime
    person_when: str | None = None
    alert_minutes: int | None = None
    holder: Holder | None = None
    asked: str = ""


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
        return question(kind, facts, texts)
    say = Speaker(texts)
    medical = "medical/" if concern.intent == MEDICAL else ""
    parts = [
        say(f"safety/{kind}/heard"),
        say(f"safety/{kind}/call") + "\n" + numbers(language, helplines, facts, texts),
        _people(medical, facts, say),
        say(f"safety/{medical}question"),
    ]
    return Reply("\n\n".join(parts), are_you_safe(concern.intent, facts, texts))


def still(
    opening: str, kind: str, language: str, lines: Sequence[Helpline], facts: Facts, texts: Texts
) -> Reply:
    """Ask the question of the safety reply once more, after words that are no answer to it."""
    say = Speaker(texts)
    medical = "medical/" if kind == MEDICAL else ""
    people = of_holder(facts, say) or [_offer(facts, say)]
    if facts.alert_minutes is not None:
        people.append(say("safety/still/alert"))
    parts = [
        say(opening),
        say("safety/still/numbers") + "\n" + numbers(language, lines, facts, texts),
        " ".join(people),
        say(f"safety/{medical}question"),
    ]
    return Reply("\n\n".join(parts), are_you_safe(kind, facts, texts))


def are_you_safe(kind: str, facts: Facts, texts: Texts) -> tuple[Button, ...]:
    """The buttons of the question whether she is safe, or whether help comes."""
    say = Speaker(texts)
    return (*_safe_or_not(kind, say), *person_button(facts, say))


def numbers(language: str, helplines: Sequence[Helpline], facts: Facts, texts: Texts) -> str:
    """Return one line for each helpline; open is said only where it is known."""
    say = Speaker(texts)
    return "\n".join(_line(row, language, facts, say) for row in helplines)


def voice(language: str, helplines: Sequence[Helpline], facts: Facts, texts: Texts) -> Reply:
    """Compose the answer to a voice message: it cannot be understood, and says so at once."""
    say = Speaker(texts)
    emergency = [row for row in helplines if "emergency" in row.needs]
    said = say("safety/voice/asked" if facts.asked or facts.holder else "safety/voice")
    return Reply(
        said + "\n\n" + numbers(language, emergency, facts, texts),
        person_button(facts, say),
    )


def follow_up(
    answer: str, kind: str, language: str, lines: Sequence[Helpline], facts: Facts, texts: Texts
) -> Reply:
    """Compose the next turn: after a button of the safety reply or of the gentle question."""
    say = Speaker(texts)
    said = _after(answer, kind, facts, say)
    listed = answer in (NOT_SAFE, RATHER_NOT, ELSE)
    if listed:
        said += "\n" + numbers(language, lines, facts, texts)
    parts = [said, *of_holder(facts, say)]
    buttons: list[Button] = []
    if answer == NOT_SAFE:
        parts.append(say("safety/after/calling_hard"))
        buttons += [Button(hard, say(f"safety/after/hard/{hard}")) for hard in HARD]
    if listed or not facts.asked:  # nothing is urgent where there is no danger
        buttons += person_button(facts, say)
    return Reply("\n\n".join(parts), tuple(buttons))


def unanswered(
    intent: str, language: str, lines: Sequence[Helpline], facts: Facts, texts: Texts
) -> Reply:
    """Compose the question once more, for her who wishes for nobody to come after all."""
    say, kind = Speaker(texts), intent.removeprefix("crisis_")
    medical = "medical/" if intent == MEDICAL else ""
    parts = [say(f"safety/{kind}/call") + "\n" + numbers(language, lines, facts, texts)]
    if facts.alert_minutes is not None:
        parts.append(say(f"safety/{medical}held/alert").format(minutes=facts.alert_minutes))
    parts.append(say(f"safety/{medical}question"))
    return Reply("\n\n".join(parts), _safe_or_not(intent, say))


def hard_heard(facts: Facts, texts: Texts) -> Reply:
    """Compose the answer to what makes calling hard: a person can begin in writing, or is there."""
    say = Speaker(texts)
    parts = [say("safety/after/hard_heard")]
    if facts.asked:
        parts.append(_offer(facts, say))
    parts += of_holder(facts, say) or ([] if facts.asked else [say("safety/after/in-writing")])
    return Reply(" ".join(parts), person_button(facts, say))


class Speaker:
    """Says a text by its context alone; the source text stands once, in TEXTS."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts

    def __call__(self, context: str) -> str:
        return self.texts(context, TEXTS[context])


def question(kind: str, facts: Facts, texts: Texts) -> Reply:
    """In a talk it says whose question it is, and who reads what she wrote."""
    say = Speaker(texts)
    own = f"safety/{kind}/button/the_day"
    asks = [" ".join([say("safety/held/asks"), *of_holder(facts, say)])] if facts.holder else []
    return Reply(
        "\n\n".join([*asks, say(f"safety/{kind}/ask")]),
        (
            Button(YES, say("safety/button/yes")),
            Button(THE_DAY, say(own if own in TEXTS else "safety/button/the_day")),
            Button(RATHER_NOT, say("safety/button/rather_not")),
        ),
    )


def _line(row: Helpline, language: str, facts: Facts, say: Speaker) -> str:
    open_now = row.is_open(facts.now_local)
    state = "always" if row.always else "open" if open_now else "unknown"
    name = row.name.get(language, row.name["en"])
    return say(f"safety/line/{state}").format(tel=row.tel, name=name)


def _people(medical: str, facts: Facts, say: Speaker) -> str:
    """What this is, who reads her words, what silence leads to, and whether a person can come."""
    readers = of_holder(facts, say)
    if facts.holder is None:
        readers = [say("safety/reads/nobody-yet" if facts.asked else "safety/reads/nobody")]
    parts = [say("safety/machine"), *readers]
    if facts.alert_minutes is not None:
        held = "held/" if facts.holder else ""
        alert = say(f"safety/{medical}{held}alert")
        parts.append(alert.format(minutes=facts.alert_minutes))
    if facts.holder is None:
        parts.append(_offer(facts, say))
    return " ".join(parts)


def of_holder(facts: Facts, say: Speaker) -> list[str]:
    """What the one who holds the talk gets of her words; nothing where nobody does."""
    if (holder := facts.holder) is None:
        return []
    early = holder.words == PASSED and holder.due
    said = say(f"safety/held/{holder.words or 'next'}{'-early' if early else ''}")
    return [said.format(name=holder.name, organisation=facts.organisation, when=holder.due)]


def _offer(facts: Facts, say: Speaker) -> str:
    state = "unknown" if facts.person_when is None else "when" if facts.person_when else "now"
    context = f"safety/{facts.asked}" if facts.asked else f"safety/person/{state}"
    return say(context).format(organisation=facts.organisation, when=facts.person_when)


def _safe_or_not(kind: str, say: Speaker) -> tuple[Button, ...]:
    if kind != MEDICAL:
        return (
            Button(SAFE, say("safety/button/safe")),
            Button(NOT_SAFE, say("safety/button/not_safe")),
        )
    return (
        Button(SAFE, say("safety/medical/button/safe")),
        Button(NOT_SAFE, say("safety/medical/button/not_safe")),
        Button(WELL, say("safety/medical/button/well")),
    )


def person_button(facts: Facts, say: Speaker) -> tuple[Button, ...]:
    """The button that brings a person: not in a talk, and once it is urgent no more."""
    if facts.holder is not None or facts.asked == WAITS_URGENT:
        return ()
    return (Button(PERSON, say(f"safety/button/{'urgent' if facts.asked else 'person'}")),)


def _after(answer: str, kind: str, facts: Facts, say: Speaker) -> str:
    """What an answer is answered with; in a talk 'here' is no longer the bot alone."""
    if answer not in OVER:
        no = "safety/after/the_day" if kind == "crisis_suicide" else "safety/after/hard_heard"
        return say(_AFTER.get(answer, no))
    after = "safety/medical/after/" if kind == MEDICAL else "safety/after/"
    said = say(after + answer)
    return said if facts.holder else f"{said} {say('safety/after/write')}"


_AFTER = {
    NOT_SAFE: "safety/after/not_safe",
    RATHER_NOT: "safety/after/rather_not",
    ELSE: "safety/sent-on/else",
    NO_DANGER: "safety/sent-on/no",
}
