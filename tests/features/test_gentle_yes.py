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


async def is_danger(story: Story, ana: Phone, language: str) -> None:
    assert story.text(QUESTION, language) in ana.one().text
    ana.sees("112")
    assert story.text(SAFE, language) in ana.screen.keyboard
    (row,) = await story.rows(select(Concern))
    assert (row.level, row.answer) == ("act", None)
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
    assert (await story.rows(select(Concern.answer)))[-1] == "the_day"
    assert story.text(THE_DAY, language) not in ana.screen.keyboard


async def test_of_what_she_sends_on_her_husband_is_somebody_else(story: Story) -> None:
    story.mind.learns("pf pf", "crisis_violence", level="ask")
    ana = await story.resident("Ana", "nl", hour=None)
    await ana.forwards("pf pf")
    await ana.says("ja mijn man")
    ana.reads(words("safety/which/sent_on"))
