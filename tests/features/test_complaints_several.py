"""Several messages that wait for whom they are: she is asked of one after the other, and none is
lost with a tap."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import report_texts as texts
from bot.addressee_texts import BUTTON_TO
from bot.still_shared import NOT_GONE_ON
from bot.store.bridge import Report

from .story import Phone, Story
from .test_complaints import LANGUAGES, WORDS, talking
from .test_enough import LATER


async def three(story: Story, language: str) -> tuple[Phone, Phone, Phone, list[str]]:
    ana, karim, sofie = await talking(story, language)
    said = [*WORDS[language], LATER[language]]
    for words in said:
        ana.writes(words)
    await story.settles()
    return ana, karim, sofie, said


@LANGUAGES
async def test_of_one_turn_she_is_asked_one_by_one(story: Story, language: str) -> None:
    ana, karim, sofie, said = await three(story, language)
    assert ana.one().text == story.text(texts.ASK_COMPLAINT, language, name="Karim")
    for words in said[:2]:
        sofie.turns_the_page()
        await ana.touches(texts.BUTTON_TELL)
        ana.reads(texts.ASK_COMPLAINT_NEXT, name="Karim")
        sofie.sees(words)
        sofie.sees_not(said[2])
        karim.hears_nothing()
    await ana.taps(story.text(BUTTON_TO, language, name="Karim"))
    assert karim.one().text == said[2]
    (report,) = await story.rows(select(Report))
    assert report.words.splitlines() == said[:2]
    await ana.says(said[2])
    assert len(karim.news) == 2, "nothing waits any more"


@LANGUAGES
async def test_for_nobody_she_reads_that_the_rest_did_not_go_either(
    story: Story, language: str
) -> None:
    ana, karim, sofie, said = await three(story, language)
    await ana.touches(texts.BUTTON_NOBODY)
    told = (texts.TO_NOBODY, NOT_GONE_ON)
    assert ana.last.text == " ".join(story.text(one, language, name="Karim") for one in told)
    for phone in (karim, sofie):
        phone.hears_nothing()
    await ana.says(said[2])
    karim.sees(said[2])


@LANGUAGES
@pytest.mark.parametrize("slips", [1, 2])
async def test_the_question_comes_again_once_a_turn_and_is_of_the_first(
    story: Story, language: str, slips: int
) -> None:
    ana, karim, _ = await talking(story, language)
    first, second = WORDS[language]
    await ana.says(first)
    asks = ana.last
    ana.writes(second)
    await ana.says(LATER[language])
    assert ana.one().text == story.text(texts.ASK_COMPLAINT_AGAIN, language, name="Karim")
    for question in [ana.last, asks][:slips]:
        await ana.forges(asks.inline[0].data, question)
    asked = story.text(texts.ASK_COMPLAINT_NEXT, language, name="Karim")
    assert [m.text for m in ana.screen.messages].count(asked) == 1
    (report,) = await story.rows(select(Report))
    assert report.words == first
    karim.hears_nothing()
