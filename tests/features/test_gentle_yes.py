"""A yes to a gentle question, with a wish for a person or a fear behind it: it is danger, and not
a mere wish."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.store.tables import Concern, Handoff

from .story import Phone, Story
from .test_safety import QUESTION, SAFE, THE_DAY, alerts, words

MOANS = {"nl": "hm hm", "fr": "mm mm", "en": "pf pf"}
WISHES = {
    "nl": ("Ja, laat iemand komen", "Ja maar ik wil met iemand praten", "ja iemand aub"),
    "fr": ("oui quelqu'un svp", "oui, mais je veux parler à quelqu'un"),
    "en": ("yes, somebody please", "Yes but I want to talk to somebody"),
}
HELP = {"nl": "Ja, help mij", "fr": "oui, appelez un médecin", "en": "yes I need help"}
OF_VIOLENCE = {
    "nl": ("Ja, hij hoort mij", "ja mijn man"),
    "fr": ("oui, il m'entend", "oui, mon fils"),
    "en": ("yes, he hears me", "yes, it's my husband"),
}
WITHOUT_YES = {
    "nl": ("laat iemand komen", "met een mens praten"),
    "fr": ("quelqu'un svp", "parler à une personne"),
    "en": ("somebody please", "talk to a person"),
}
LONGER = {
    "nl": "ja ik loop daar al een hele tijd mee rond eigenlijk",
    "fr": "oui ça me trotte dans la tête depuis des semaines",
    "en": "yes that goes around in my head since a few weeks",
}
WHICH = words("safety/which/suicide")
EACH = [(code, said) for code, several in WISHES.items() for said in several]


async def gently(story: Story, language: str, kind: str = "crisis_suicide") -> tuple[Phone, Phone]:
    """She is asked the gentle question; a coordinator is there."""
    story.mind.learns(MOANS[language], kind, level="ask")
    sofie, ana = await story.coordinator(), await story.resident("Ana", language, hour=None)
    await ana.says(MOANS[language])
    ana.reads(words(f"safety/{kind.removeprefix('crisis_')}/ask"))
    ana.turns_the_page()
    return sofie, ana


async def told(story: Story) -> list[tuple[str, str | None]]:
    """Her yes stands at the gentle question, and the danger begins with it."""
    rows = await story.rows(select(Concern).order_by(Concern.id))
    return [(row.level, row.answer) for row in rows]


async def is_danger(story: Story, ana: Phone, language: str) -> None:
    assert story.text(QUESTION, language) in ana.one().text
    ana.sees("112")
    assert story.text(SAFE, language) in ana.screen.keyboard
    assert await told(story) == [("ask", "yes"), ("act", None)]
    await story.passes(minutes=16)
    assert await alerts(story) == 1


@pytest.mark.parametrize("level", [None, "ask"])
@pytest.mark.parametrize(("language", "said"), EACH)
async def test_a_wish_for_a_person_behind_a_yes_is_the_yes(
    story: Story, language: str, said: str, level: str | None
) -> None:
    story.mind.learns(said, "crisis_suicide", level=level)
    _, ana = await gently(story, language)
    await ana.says(said)
    await is_danger(story, ana, language)


@pytest.mark.parametrize(
    ("language", "said"), [(code, said) for code, both in OF_VIOLENCE.items() for said in both]
)
async def test_who_it_is_or_that_he_hears_behind_a_yes_is_the_yes(
    story: Story, language: str, said: str
) -> None:
    _, ana = await gently(story, language, "crisis_violence")
    await ana.says(said)
    await is_danger(story, ana, language)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_that_help_is_needed_behind_a_yes_is_the_yes(story: Story, language: str) -> None:
    _, ana = await gently(story, language)
    await ana.says(HELP[language])
    await is_danger(story, ana, language)


@pytest.mark.parametrize(
    ("language", "said"), [(code, said) for code, both in WITHOUT_YES.items() for said in both]
)
async def test_a_wish_alone_leaves_the_question_open(
    story: Story, language: str, said: str
) -> None:
    """A person is offered, and the gentle question still stands below that."""
    _, ana = await gently(story, language)
    await ana.says(said)
    assert await story.rows(select(Handoff.state)) == ["offered"]
    assert story.text(words("safety/button/yes"), language) in ana.screen.keyboard
    await ana.touches(words("safety/button/yes"))
    await is_danger(story, ana, language)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_longer_yes_is_asked_about(story: Story, language: str) -> None:
    _, ana = await gently(story, language)
    await ana.says(LONGER[language])
    assert ana.one().text == story.text(WHICH, language)


DENIED = {
    "nl": ("ja, niemand doet mij iets", "niemand doet mij iets"),
    "fr": ("oui, personne me fait du mal", "personne me fait du mal"),
    "en": ("yes, nobody is hurting me", "nobody is hurting me"),
}


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_yes_before_a_no_is_in_doubt(story: Story, language: str) -> None:
    _, ana = await gently(story, language, "crisis_violence")
    behind_yes, plainly = DENIED[language]
    await ana.says(behind_yes)
    ana.reads(words("safety/which/violence"))
    await ana.touches(words("safety/which/button/not_that"))
    assert await story.rows(select(Concern.answer)) == [None]
    _, ana = await gently(story, language, "crisis_violence")
    await ana.says(plainly)
    answers = await story.rows(select(Concern.answer).order_by(Concern.id))
    assert answers == [None, "the_day"]
    assert story.text(THE_DAY, language) not in ana.screen.keyboard


async def test_of_what_she_sends_on_her_husband_is_somebody_else(story: Story) -> None:
    story.mind.learns("pf pf", "crisis_violence", level="ask")
    ana = await story.resident("Ana", "nl", hour=None)
    await ana.forwards("pf pf")
    await ana.says("ja mijn man")
    ana.reads(words("safety/which/sent_on"))


@pytest.mark.parametrize(
    ("language", "said"), [(code, said) for code, both in WITHOUT_YES.items() for said in both]
)
async def test_a_wish_alone_is_urgent_while_the_question_is_open(
    story: Story, language: str, said: str
) -> None:
    _, ana = await gently(story, language)
    await ana.says(said)
    assert await story.rows(select(Handoff.urgency)) == ["urgent"]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_behind_a_yes_half_an_hour_later_it_is_asked_about(
    story: Story, language: str
) -> None:
    _, ana = await gently(story, language)
    await story.passes(minutes=31)
    await ana.says(WISHES[language][0])
    assert ana.one().text == story.text(WHICH, language)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("between", ["minutes", "a command", "rather not"])
async def test_that_he_hears_behind_a_later_yes_is_asked_about(
    story: Story, language: str, between: str
) -> None:
    _, ana = await gently(story, language, "crisis_violence")
    if between == "minutes":
        await story.passes(minutes=31)
    elif between == "a command":
        await ana.says("/hour")
    else:
        await ana.touches(words("safety/button/rather_not"))
    ana.turns_the_page()
    await ana.says(OF_VIOLENCE[language][0])
    ana.reads(words("safety/which/violence"))
    await ana.touches(words("safety/which/button/that"))
    first = "rather_not" if between == "rather not" else "yes"
    assert await told(story) == [("ask", first), ("act", None)]


READS = {
    "nl": "kan mijn man dit lezen?",
    "fr": "mon mari peut voir ça ?",
    "en": "can my husband see this?",
}
NO = {"nl": "Nee", "fr": "Non", "en": "No"}


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_question_behind_the_answer_is_answered_too(story: Story, language: str) -> None:
    yes = {"nl": "Ja", "fr": "Oui", "en": "Yes"}
    _, ana = await gently(story, language, "crisis_violence")
    await ana.says(f"{yes[language]}, {READS[language]}")
    assert story.text(QUESTION, language) in ana.news[0].text
    assert story.said("seen/say", language) in ana.last.text
    ana.turns_the_page()
    await ana.says(story.text(words("safety/still"), language))  # whatever: asked once more
    ana.turns_the_page()
    assert await told(story) == [("ask", "yes"), ("act", None)]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_question_behind_a_no_is_answered_too(story: Story, language: str) -> None:
    _, ana = await gently(story, language, "crisis_violence")
    await ana.touches(words("safety/button/yes"))
    ana.turns_the_page()
    await ana.says(f"{NO[language]}, {READS[language]}")
    ana.reads(words("safety/after/not_safe"))
    assert story.said("seen/say", language) in ana.last.text
    assert await told(story) == [("ask", "yes"), ("act", "not_safe")]


YES_SAFE = {
    "nl": ("Ja, ik ben veilig", "Ja", "Ik ben veilig"),
    "fr": ("Oui, je suis en sécurité", "Oui", "Je suis en sécurité"),
    "en": ("Yes, I am safe", "Yes", "I am safe"),
}


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("kind", ["suicide", "violence"])
@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize("level", [None, "ask", "act"])
async def test_a_yes_that_she_is_safe_is_asked_about(
    story: Story, language: str, kind: str, together: bool, level: str | None
) -> None:
    """'Are you thinking of dying?' 'Yes, I am safe': it is asked, once, to what the yes was."""
    _, ana = await gently(story, language, f"crisis_{kind}")
    whole, yes, safe = YES_SAFE[language]
    for one in YES_SAFE[language] if level else ():
        story.mind.learns(one, f"crisis_{kind}", level=level)
    for one in (yes, safe) if together else (whole,):
        ana.writes(one)
    await story.settles()
    assert await story.rows(select(Concern.answer)) == [None]
    assert ana.one().text == story.text(words(f"safety/which/{kind}"), language)
    await ana.says(whole)
    assert await story.rows(select(Concern.answer)) == ["safe"]
