"""What is asked gently, as a pure composition: whose danger it is that she sent on, which question
her yes was for, the gentle question once more, and the word of a later day."""

from collections.abc import Sequence

from bot.safety.helplines import Helpline
from bot.safety.reply import (
    ELSE,
    NO_DANGER,
    NOT_THAT,
    RATHER_NOT,
    SAME,
    YES,
    Button,
    Facts,
    Reply,
    Speaker,
    Texts,
    numbers,
    of_holder,
    person_button,
    question,
)


def sent_on(language: str, helplines: Sequence[Helpline], facts: Facts, texts: Texts) -> Reply:
    """Compose the question about words that she forwarded: hers, or somebody else's danger?"""
    say = Speaker(texts)
    emergency = [row for row in helplines if "emergency" in row.needs]
    parts = [
        say("safety/sent-on") + "\n" + numbers(language, emergency, facts, texts),
        *of_holder(facts, say),
        say("safety/sent-on/question"),
    ]
    return Reply(
        "\n\n".join(parts),
        (
            Button(YES, say("safety/sent-on/button/me")),
            Button(ELSE, say("safety/sent-on/button/else")),
            Button(NO_DANGER, say("safety/sent-on/button/no")),
        ),
    )


def which(kind: str, texts: Texts) -> Reply:
    """Ask whether her yes was for the gentle question, after other words came between."""
    say = Speaker(texts)
    return Reply(
        say(f"safety/which/{kind.removeprefix('crisis_')}"),
        (
            Button(YES, say("safety/which/button/that")),
            Button(NOT_THAT, say("safety/which/button/not_that")),
        ),
    )


def not_that(texts: Texts) -> Reply:
    """Compose the word after a yes that was for something else."""
    return Reply(Speaker(texts)("safety/which/after"), ())


def carried(kind: str, facts: Facts, texts: Texts) -> Reply:
    """The gentle question once more, in a sentence that stands below another answer."""
    short = kind.removeprefix("crisis_")
    buttons = sent_on("en", [], facts, texts).buttons
    if kind != "sent_on":
        buttons = question(short, facts, texts).buttons
    return Reply(Speaker(texts)(f"safety/carried/{short}"), buttons)


def goodbye(
    kind: str, language: str, lines: Sequence[Helpline], facts: Facts, texts: Texts
) -> Reply:
    """She goes, and the gentle question has no answer: whom she can call, and its buttons."""
    said = Speaker(texts)("safety/goodbye") + "\n" + numbers(language, lines, facts, texts)
    return Reply(said, carried(kind, facts, texts).buttons)


def later(facts: Facts, texts: Texts) -> Reply:
    """Compose the one gentle follow-up of a later day."""
    say = Speaker(texts)
    rather_not = Button(RATHER_NOT, say("safety/button/rather_not"))
    buttons = (*_how_it_is(say), rather_not, *person_button(facts, say))
    return Reply(say("safety/later"), buttons)


def neutral(facts: Facts, texts: Texts) -> Reply:
    """The same where somebody else may hold the telephone: it could be any other word of ours, and
    no button of it brings the numbers."""
    say = Speaker(texts)
    return Reply(say("safety/later-neutral"), (*_how_it_is(say), *person_button(facts, say)))


def _how_it_is(say: Speaker) -> tuple[Button, ...]:
    return (
        Button("better", say("safety/later/better")),
        Button(SAME, say("safety/later/same")),
    )
