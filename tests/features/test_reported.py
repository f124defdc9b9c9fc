"""Asked what happened, her next message is for the coordinators; but not what answers something
else that she was asked since, nor that she is safe."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import report_texts as texts
from bot.store.bridge import Report
from bot.store.tables import Concern

from .story import Phone, Story
from .test_complaints import AFTER, HIS, LANGUAGES
from .test_complaints_below import COORDINATOR
from .test_safety import GOOD

DAY = {
    "nl": "slecht, mijn dochter komt niet meer",
    "fr": "mal, ma fille ne vient plus",
    "en": "bad, my daughter no longer comes",
}
HAPPENED = {"nl": "hij vroeg geld", "fr": "il a demandé de l'argent", "en": "he asked for money"}
NOW_SAFE = {
    "nl": "ja hij is weg, ik ben veilig nu",
    "fr": "oui il est parti, je suis en sécurité",
    "en": "yes he is gone, I am safe now",
}


async def asked_after(story: Story, language: str, hour: str | None = None) -> tuple[Phone, Phone]:
    """No talk any more, and coordinators wait for what happened."""
    sofie = await story.coordinator("Sofie", language)
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=hour)
    await story.talk(ana, karim)
    await karim.says("/close")
    await ana.says(AFTER[language])
    await ana.says(COORDINATOR[language])
    ana.reads(texts.COMPLAINT_TYPED_AFTER, name="Karim")
    return ana, sofie


@LANGUAGES
async def test_the_morning_after_she_answers_the_greeting(story: Story, language: str) -> None:
    ana, sofie = await asked_after(story, language, "08:00")
    await story.until_local("08:30")
    for said in (DAY[language], HAPPENED[language]):
        await ana.says(said)
        sofie.sees_not(said)
    (report,) = await story.rows(select(Report))
    assert report.words is None


@LANGUAGES
async def test_nor_is_it_a_report_at_once_where_a_question_came(
    story: Story, language: str
) -> None:
    ana, sofie = await asked_after(story, language)
    await story.passes(minutes=1)
    await ana.says("/hour")
    await ana.says({"nl": "tien uur", "fr": "dix heures", "en": "ten o'clock"}[language])
    (report,) = await story.rows(select(Report))
    assert report.words is None
    await ana.says(DAY[language])
    sofie.sees_not(DAY[language])


@LANGUAGES
async def test_what_happened_is_read_hours_later_too(story: Story, language: str) -> None:
    ana, sofie = await asked_after(story, language)
    await story.passes(hours=5)
    await ana.says(HAPPENED[language])
    ana.reads(texts.PASSED)
    sofie.sees(HAPPENED[language])


@LANGUAGES
async def test_what_happened_may_say_that_she_is_safe_now(story: Story, language: str) -> None:
    """In one message: coordinators read it, nobody else does, and she is asked about the rest."""
    said = {
        "nl": "hij raakte mij aan, ik ben nu veilig thuis",
        "fr": "il m'a demandé de l'argent, je suis en sécurité",
        "en": "he asked me for money, I'm safe now",
    }[language]
    sofie = await story.coordinator("Sofie", language)
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.talk(ana, karim)
    await ana.says(HIS[language][0])
    asks = next(m for m in ana.screen.messages if m.inline)
    other = next(m for m in ana.screen.messages if not m.mine)
    await ana.forges(asks.inline[0].data, other)
    karim.turns_the_page()
    await story.passes(minutes=5)
    await ana.says(said)
    sofie.sees(said)
    karim.sees_not(said)
    (report,) = await story.rows(select(Report))
    assert report.words == said


@LANGUAGES
@pytest.mark.parametrize("beside", [False, True])
async def test_that_she_is_safe_answers_whether_she_is(
    story: Story, language: str, beside: bool
) -> None:
    sofie = await story.coordinator("Sofie", language)
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.talk(ana, karim)
    await ana.says(HIS[language][0])
    asks = next(m for m in ana.screen.messages if m.inline)
    other = next(m for m in ana.screen.messages if not m.mine)
    await ana.forges(asks.inline[0].data, other)  # her words are deleted: she is asked for them
    karim.turns_the_page()
    await story.passes(minutes=5)
    if beside:
        ana.writes(HAPPENED[language])
    await ana.says(NOW_SAFE[language])
    ana.reads(GOOD)
    (row,) = await story.rows(select(Concern))
    assert row.answer == "safe"
    sofie.sees_not(NOW_SAFE[language])
    karim.sees_not(NOW_SAFE[language], HAPPENED[language])
    if not beside:
        await ana.says(HAPPENED[language])
    sofie.sees(HAPPENED[language])
