"""Violence of a volunteer that she tells of when the talk is over: coordinators may hear of it, and
that volunteer is not brought to her meanwhile."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import report_texts as texts
from bot.addressee_texts import BUTTON_TO
from bot.avoided import FEARED
from bot.handoff_texts import BUTTON_CLAIM, BUTTON_STOP, BUTTON_YES
from bot.i18n import Text
from bot.store.bridge import KeptApart, Report
from bot.store.tables import Concern, Fact, Handoff
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
YOU = {"nl": "je hebt mij geslagen", "fr": "tu m'as frappée", "en": "you hit me"}
RUDE = {
    "nl": "Karim was onbeleefd tegen mij",
    "fr": "Karim a été impoli avec moi",
    "en": "Karim was rude to me",
}
YES = {"nl": "ja", "fr": "oui", "en": "yes"}


async def over(story: Story, language: str, **after: int) -> tuple[Phone, Phone, Phone]:
    """The talk with Karim has ended."""
    for said in (NAMED, HE, ANOTHER, YOU):
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


async def settled(story: Story, language: str) -> tuple[Phone, Phone, Phone]:
    """She told it, asks for a person, and the report is settled."""
    ana, karim, sofie = await over(story, language)
    await ana.says(NAMED[language])
    await ana.touches(texts.BUTTON_TELL)
    await wants_a_person(ana)
    await sofie.says("/today")
    await sofie.touches(texts.BUTTON_SETTLED)
    return ana, karim, sofie


def asks_again(story: Story, language: str) -> str:
    return story.text(texts.ASK_AGAIN, language, name="Karim")


@LANGUAGES
@pytest.mark.parametrize("wish", [texts.BUTTON_AGAIN_YES, texts.BUTTON_AGAIN_NO])
async def test_a_settled_report_brings_him_back_with_her_yes_alone(
    story: Story, language: str, wish: Text
) -> None:
    ana, karim, sofie = await settled(story, language)
    comes_with_her_yes = story.text(texts.SETTLED_ASKS, language, name="Karim", day="DAY")
    assert any(comes_with_her_yes.partition("DAY")[2] in m.text for m in sofie.screen.messages)
    await story.until_local("10:00", days=2)  # not in danger any more, and by day
    ana.sees(asks_again(story, language))
    karim.hears_nothing()
    (question,) = [m for m in ana.screen.messages if m.text == asks_again(story, language)]
    yes = wish is texts.BUTTON_AGAIN_YES
    await ana.forges(question.inline[0 if yes else 1].data, question)
    said = texts.NOT_OF_HIM if yes else texts.NEXT_TIME
    assert story.text(said, language, name="Karim") in [m.text for m in ana.screen.messages]
    await karim.says("/open")
    assert (karim.last.text != story.text(NOBODY_WAITS, language)) is yes
    assert bool(await story.rows(select(KeptApart))) is not yes


async def test_settled_by_a_slip_she_is_asked_nothing(story: Story) -> None:
    ana, karim, sofie = await settled(story, "nl")
    await story.passes(minutes=5)
    await sofie.touches(texts.BUTTON_OPEN_AGAIN)
    await story.passes(days=3)
    ana.sees_not(asks_again(story, "nl"))
    karim.hears_nothing()


@LANGUAGES
async def test_to_him_does_not_say_that_it_was_another(story: Story, language: str) -> None:
    for said in (NAMED, HE, ANOTHER):
        story.mind.learns(said[language], "crisis_violence", level="act")
    ana, karim, _ = await talking(story, language)
    await ana.says(NAMED[language])
    await ana.taps(story.text(BUTTON_TO, language, name="Karim"))
    (label,) = ana.last.labels
    assert label == story.text(texts.BUTTON_NOT_OF_HIM, language, name="Karim")
    assert await story.rows(select(Fact.value).where(Fact.key == FEARED))
    await ana.taps(label)
    assert not await story.rows(select(Fact.value).where(Fact.key == FEARED))
    assert karim.news


async def test_to_nobody_may_be_his_all_the_same(story: Story) -> None:
    ana, karim, sofie = await over(story, "nl")
    await ana.says(NAMED["nl"])
    await ana.touches(texts.BUTTON_NOBODY)
    sofie.hears_nothing()
    (label,) = ana.last.labels
    assert label == story.text(texts.BUTTON_NOT_OF_HIM, "nl", name="Karim")
    answer = ana.last
    await wants_a_person(ana)
    await story.passes(hours=3)
    karim.hears_nothing()
    await ana.forges(answer.inline[0].data, answer)
    await story.passes(hours=2)
    assert karim.news


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


@LANGUAGES
async def test_whoever_that_name_fits_is_not_brought_to_her(story: Story, language: str) -> None:
    ana, karim, _ = await over(story, language, days=2)
    await karim.says("/duty")
    second, third = [await story.volunteer(one, language) for one in ("Karim Haddad", "Karim")]
    await story.talk(ana, second)
    await second.says("/close")
    await karim.says("/duty")
    await story.passes(days=2)
    for phone in (karim, second, third):
        phone.turns_the_page()
    await ana.says(NAMED[language])
    tell = story.text(texts.BUTTON_TELL, language)
    ana.sees(story.text(texts.ASK_AFTER_VIOLENCE, language, name="Karim Haddad", tell=tell))
    await wants_a_person(ana)
    await story.passes(hours=3)
    for phone in (karim, second, third):
        phone.hears_nothing()
    for name in ("Karim Haddad", "Karim"):  # one after the other
        label = story.text(texts.BUTTON_NOT_OF_HIM, language, name=name)
        (question,) = [m for m in ana.screen.messages if label in m.labels]
        await ana.forges(question.inline[-1].data, question)
    await story.passes(hours=1)
    for phone in (karim, second, third):
        assert phone.news, "it was none of that name"


@LANGUAGES
async def test_he_may_be_who_gave_the_talk_back(story: Story, language: str) -> None:
    for said in (HE, ANOTHER):
        story.mind.learns(said[language], "crisis_violence", level="act")
    ana, karim, _ = await talking(story, language)
    lies = await story.volunteer("Lies", language)
    await karim.says("/release")
    await lies.touches(BUTTON_CLAIM)
    await lies.says("hallo")
    await story.passes(minutes=10)
    ana.turns_the_page()
    karim.turns_the_page()
    await ana.says(HE[language])
    ana.sees(asks(story, language))
    await lies.says("/release")
    await story.passes(hours=3)
    karim.hears_nothing()
    await karim.says("/open")
    karim.reads(NOBODY_WAITS)


@LANGUAGES
@pytest.mark.parametrize("his", [True, False])
async def test_told_to_himself_he_does_not_come_again(
    story: Story, language: str, his: bool
) -> None:
    for said in (YOU, ANOTHER):
        story.mind.learns(said[language], "crisis_violence", level="act")
    ana, karim, _ = await talking(story, language)
    await ana.says((YOU if his else ANOTHER)[language])
    karim.sees((YOU if his else ANOTHER)[language])
    await ana.touches(BUTTON_STOP)
    feared = await story.rows(select(Fact.value).where(Fact.key == FEARED))
    assert feared == ([str((await story.person(karim)).id)] if his else [])
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    await karim.says("/open")
    assert (karim.last.text == story.text(NOBODY_WAITS, language)) is his
