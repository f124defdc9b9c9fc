"""Whoever may not come to a resident hears nothing of her, from whatever part of the bot."""

from __future__ import annotations

from bot import danger
from bot import report_texts as texts
from bot.handoff_texts import BUTTON_STOP
from bot.worry_texts import CLEAR, COORDINATOR, DEFAULT, TOLD_HER

from .story import Phone, Story
from .test_complaints import LANGUAGES, talking
from .test_violence_after import NAMED, over
from .test_worry import chooses, told


def somebody(story: Story, language: str) -> str:
    return story.text(COORDINATOR, language, organisation="De Brug")


def silent(story: Story, language: str) -> str:
    return story.text(DEFAULT, language, name="Ana", organisation="De Brug")


def names(phone: Phone, name: str) -> bool:
    return any(name in shown.text for shown in phone.news)


@LANGUAGES
async def test_her_volunteer_is_not_told_of_her_silence(story: Story, language: str) -> None:
    ana, karim, sofie = await over(story, language)
    await chooses(ana, "volunteer")
    await ana.says(NAMED[language])
    for phone in (ana, karim):
        phone.turns_the_page()
    await story.passes(days=4)
    assert len(told(story, sofie, silent(story, language))) == 1
    ana.reads(TOLD_HER, contact=somebody(story, language))
    assert not names(ana, "Karim")
    await ana.says("/start")
    await story.passes(minutes=5)
    assert not told(story, sofie, story.text(CLEAR, language, name="Ana")), "after violence none"
    assert not names(karim, "Ana")
    await ana.says("/worry")
    ana.sees(somebody(story, language))
    assert not names(ana, "Karim")


async def test_what_he_knows_of_a_silence_is_not_told_to_be_over(story: Story) -> None:
    ana, karim, sofie = await over(story, "nl")
    await chooses(ana, "volunteer")
    await story.passes(days=3)
    assert len(told(story, karim, silent(story, "nl"))) == 1
    await story.until_local("23:00")
    await ana.says("Karim was onbeleefd tegen mij")
    await ana.touches(texts.BUTTON_TELL)
    sofie.reads(texts.BY_RESIDENT, number=1, name="Karim")
    await story.until_local("12:00")
    assert not told(story, karim, story.text(CLEAR, "nl", name="Ana"))


@LANGUAGES
async def test_he_cannot_be_chosen(story: Story, language: str) -> None:
    ana, _, _ = await over(story, language)
    await ana.says(NAMED[language])
    await ana.says("/worry")
    await ana.picks("worry/who/volunteer")
    ana.hears("worry/no_volunteer")


async def test_another_who_talked_with_her_can(story: Story) -> None:
    ana, karim, _ = await over(story, "nl")
    await karim.says("/duty")
    lies = await story.volunteer("Lies")
    await story.talk(ana, lies)
    await ana.touches(BUTTON_STOP)
    await karim.says("/duty")
    await lies.says("/duty")
    await story.talk(ana, karim)
    await ana.touches(BUTTON_STOP)
    await ana.says(NAMED["nl"])
    await chooses(ana, "volunteer")
    await story.passes(days=3)
    assert len(told(story, lies, silent(story, "nl"))) == 1


@LANGUAGES
async def test_an_alert_says_not_to_send_him(story: Story, language: str) -> None:
    story.mind.learns(NAMED[language], "crisis_violence", level="act")
    ana, _, sofie = await talking(story, language)
    await ana.says(NAMED[language])
    await story.passes(minutes=16)
    sofie.reads(danger.HELD_BY_AVOIDED, name="Karim")
    await sofie.touches(danger.BUTTON_OPEN)
    await sofie.touches(danger.BUTTONS["known"])
    warned = story.text(danger.HELD_BY_AVOIDED, language, name="Karim")
    assert sum(warned in shown.text for shown in sofie.screen.messages) == 2
    sofie.sees_not(story.text(danger.HELD_BY, language, name="Karim"))
