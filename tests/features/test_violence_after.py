"""Violence of a volunteer that she tells of when the talk is over: coordinators may hear of it, and
that volunteer is not brought to her meanwhile."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import report_texts as texts
from bot.handoff_texts import BUTTON_STOP, BUTTON_YES
from bot.store.bridge import Report
from bot.store.tables import Concern, Handoff
from bot.volunteers import NOBODY_WAITS

from .story import Phone, Story
from .test_complaints import LANGUAGES, talking
from .test_safety import NOT_SAFE, PERSON, QUESTION, SAFE

NAMED = {
    "nl": "Karim heeft mij geslagen",
    "fr": "Karim m'a frappée",
    "en": "Karim hit me",
}
HE = {"nl": "hij heeft mij geslagen", "fr": "il m'a frappée", "en": "he hit me"}
ANOTHER = {"nl": "mijn man slaat mij", "fr": "mon mari me frappe", "en": "my husband hits me"}
RUDE = {
    "nl": "Karim was onbeleefd tegen mij",
    "fr": "Karim a été impoli avec moi",
    "en": "Karim was rude to me",
}
YES = {"nl": "ja", "fr": "oui", "en": "yes"}


async def over(story: Story, language: str, **after: int) -> tuple[Phone, Phone, Phone]:
    """The talk with Karim has ended."""
    for said in (NAMED, HE, ANOTHER):
        story.mind.learns(said[language], "crisis_violence", level="act")
    ana, karim, sofie = await talking(story, language)
    await ana.touches(BUTTON_STOP)
    await story.passes(**(after or {"minutes": 10}))
    for phone in (ana, karim, sofie):
        phone.turns_the_page()
    return ana, karim, sofie


def asks(story: Story, language: str) -> str:
    tell = story.text(texts.BUTTON_TELL, language)
    return story.text(texts.ASK_AFTER_VIOLENCE, language, name="Karim", tell=tell)


async def wants_a_person(ana: Phone) -> None:
    await ana.touches(NOT_SAFE)
    await ana.touches(PERSON)
    await ana.touches(BUTTON_YES)


@LANGUAGES
async def test_coordinators_may_hear_whose_it_was(story: Story, language: str) -> None:
    ana, karim, sofie = await over(story, language, days=2)
    await ana.says(NAMED[language])
    ana.sees("112", story.text(QUESTION, language), asks(story, language))
    assert story.text(SAFE, language) in ana.screen.keyboard
    await ana.touches(texts.BUTTON_TELL)
    assert ana.last.text == story.text(texts.COMPLAINT_TOLD, language, name="Karim")
    sofie.sees(NAMED[language])
    sofie.reads(texts.BY_RESIDENT, number=1, name="Karim")
    karim.hears_nothing()


@LANGUAGES
async def test_he_is_not_brought_to_her(story: Story, language: str) -> None:
    ana, karim, _ = await over(story, language)
    lies = await story.volunteer("Lies", language)
    await ana.says(NAMED[language])
    await wants_a_person(ana)
    assert lies.news
    await story.passes(hours=3)
    karim.hears_nothing()
    await karim.says("/open")
    karim.reads(NOBODY_WAITS)


@LANGUAGES
async def test_until_she_says_that_it_was_another(story: Story, language: str) -> None:
    ana, karim, sofie = await over(story, language)
    await ana.says(HE[language])
    ana.sees(asks(story, language))
    await ana.taps(story.text(texts.BUTTON_NOT_OF_HIM, language, name="Karim"))
    assert ana.last.text == story.text(texts.NOT_OF_HIM, language, name="Karim")
    sofie.hears_nothing()
    assert not await story.rows(select(Report))
    await wants_a_person(ana)
    assert karim.news


async def test_or_coordinators_have_settled_it(story: Story) -> None:
    ana, karim, sofie = await over(story, "nl")
    await ana.says(NAMED["nl"])
    await ana.touches(texts.BUTTON_TELL)
    await wants_a_person(ana)
    karim.hears_nothing()
    await sofie.says("/today")
    await sofie.touches(texts.BUTTON_SETTLED)
    await story.passes(hours=2)
    assert karim.news


async def test_to_nobody_may_be_his_all_the_same(story: Story) -> None:
    ana, karim, sofie = await over(story, "nl")
    await ana.says(NAMED["nl"])
    await ana.touches(texts.BUTTON_NOBODY)
    sofie.hears_nothing()
    await wants_a_person(ana)
    await story.passes(hours=3)
    karim.hears_nothing()


@LANGUAGES
@pytest.mark.parametrize("harmed", [True, False])
async def test_where_no_model_hears_danger_what_he_did_is_enough(
    story: Story, language: str, harmed: bool
) -> None:
    ana, karim, _ = await over(story, language)
    story.mind.down = True
    await ana.says((NAMED if harmed else RUDE)[language])
    assert ana.last.labels[0] == story.text(texts.BUTTON_TELL, language)
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    await story.passes(hours=3)
    assert bool(karim.news) is not harmed


@LANGUAGES
async def test_of_another_nothing_is_asked(story: Story, language: str) -> None:
    ana, karim, _ = await over(story, language)
    await ana.says(ANOTHER[language])
    assert asks(story, language) not in [m.text for m in ana.news]
    await wants_a_person(ana)
    assert karim.news


@LANGUAGES
async def test_he_is_whoever_it_is_two_hours_later(story: Story, language: str) -> None:
    ana, _, _ = await over(story, language, hours=2)
    await ana.says(HE[language])
    assert asks(story, language) not in [m.text for m in ana.news]


@LANGUAGES
async def test_a_bare_yes_is_for_the_question_alone(story: Story, language: str) -> None:
    ana, _, _ = await over(story, language)
    await ana.says(NAMED[language])
    await ana.says(YES[language])
    assert not await story.rows(select(Report))
    assert ana.last.text.endswith(story.text(QUESTION, language))
    assert await story.rows(select(Concern.answer)) == [None]


@LANGUAGES
async def test_who_reads_along_now_hears_of_it_and_she_is_asked_too(
    story: Story, language: str
) -> None:
    ana, karim, _ = await over(story, language)
    await karim.says("/duty")
    lies = await story.volunteer("Lies", language)
    await story.talk(ana, lies)
    await ana.says(NAMED[language])
    lies.sees(NAMED[language])
    ana.sees(asks(story, language))


async def test_in_a_talk_he_is_not_brought_to_her_again_either(story: Story) -> None:
    ana, karim, _ = await talking(story)
    await ana.says(NAMED["nl"])
    ana.reads(texts.ASK_COMPLAINT, name="Karim")
    await ana.touches(BUTTON_STOP)
    karim.turns_the_page()
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    await story.passes(hours=3)
    karim.hears_nothing()
    (_, again) = await story.rows(select(Handoff.state).order_by(Handoff.id))
    assert again == "escalated"
