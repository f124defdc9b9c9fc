"""Beside the answer to a command she reads whom her next words go to: not to the volunteer, while
a question of ours keeps them back."""

from __future__ import annotations

from bot import report_texts as texts
from bot.handoff_texts import PERSON_HOLDS
from bot.i18n import Text
from bot.reads_along import MAY_WAIT, READS_NOTHING, TOLD_APART
from bot.still_shared import BUTTON_SHARE_ON

from .story import Phone, Story
from .test_complaints import LANGUAGES, WORDS, talking
from .test_enough import LATER, PERHAPS
from .test_safety import DANGER, PERSON

OTHERS = (PERSON_HOLDS, READS_NOTHING, MAY_WAIT, TOLD_APART)


def reads_only(ana: Phone, text: Text) -> None:
    ana.reads(text, name="Karim")
    for other in OTHERS:
        if other is not text:
            whole = ana.story.text(other, ana.language, name="Karim")
            assert all(whole not in one.text for one in ana.news)


@LANGUAGES
async def test_while_she_is_asked_whether_to_stop(story: Story, language: str) -> None:
    ana, karim, _ = await talking(story, language)
    await ana.says(PERHAPS[language][0])
    await ana.says("/pause")
    reads_only(ana, READS_NOTHING)
    await ana.says(LATER[language])
    karim.hears_nothing()
    await ana.touches(BUTTON_SHARE_ON)
    await ana.says("/pause")
    reads_only(ana, PERSON_HOLDS)
    await ana.says(LATER[language])
    karim.sees(LATER[language])


@LANGUAGES
async def test_while_she_is_asked_for_whom_it_is(story: Story, language: str) -> None:
    ana, _, _ = await talking(story, language)
    await ana.says(WORDS[language][0])
    await ana.says("/data")
    reads_only(ana, MAY_WAIT)
    await ana.touches(texts.BUTTON_NOBODY)
    await ana.says("/data")
    reads_only(ana, PERSON_HOLDS)


@LANGUAGES
async def test_while_the_coordinator_waits_for_what_happened(story: Story, language: str) -> None:
    ana, _, _ = await talking(story, language)
    await ana.says(WORDS[language][0])
    asks = ana.last
    other = next(m for m in ana.screen.messages if not m.mine)
    await ana.forges(asks.inline[0].data, other)  # her words are deleted: she is asked for them
    await ana.says("/data")
    reads_only(ana, TOLD_APART)
    await ana.forges("apart:enough", other)
    await ana.says("/data")
    reads_only(ana, PERSON_HOLDS)


@LANGUAGES
async def test_in_danger_who_asks_for_a_person_reads_so_too(story: Story, language: str) -> None:
    ana, _, _ = await talking(story, language)
    await ana.says(PERHAPS[language][0])
    await ana.says(DANGER[language])
    await ana.says(story.text(PERSON, language))
    reads_only(ana, READS_NOTHING)
