"""'Ik ben weer beschikbaar', outside a talk: it does and says what the command does."""

from __future__ import annotations

import pytest

from bot import coming, shifts, writing
from bot.handoff_texts import BUTTON_CLAIM, NO_TALK

from .story import Phone, Story
from .test_away_later import LATER, asks, days, told
from .test_shifts import row

LANGUAGES = ("nl", "fr", "en")
ON = {"nl": "ik ben weer beschikbaar", "fr": "je suis de retour", "en": "I'm back on duty"}
OFF = {"nl": "ben even niet beschikbaar", "fr": "je ne suis pas dispo", "en": "I'm not available"}
TODAY = {
    "nl": "ik ben vandaag niet beschikbaar",
    "fr": "je ne suis pas dispo aujourd'hui",
    "en": "I'm not available today",
}
AWAY = {"nl": "/away tot woensdag", "fr": "/away jusqu'à mercredi", "en": "/away until Wednesday"}

TOMORROW = {
    "nl": "/away van morgen tot zondag",
    "fr": "/away de demain à dimanche",
    "en": "/away from tomorrow until Sunday",
}
NOON = {"nl": "/away tot 12 uur", "fr": "/away jusqu'à midi", "en": "/away until 12:00"}


async def is_on(story: Story) -> bool:
    return (await row(story)).on_duty


@pytest.mark.parametrize("language", LANGUAGES)
async def test_off_and_on(story: Story, language: str) -> None:
    karim = await story.volunteer("Karim", language)
    for _ in range(2):  # said twice, it is not the other way round
        await karim.says(OFF[language])
        assert karim.one().text == story.text(shifts.OFF_DUTY, language)
        assert not await is_on(story)
    karim.turns_the_page()
    await asks(story, "Ana", language)
    karim.hears_nothing()
    await karim.says(ON[language])
    karim.reads(shifts.ON_DUTY)
    assert story.text(BUTTON_CLAIM, language) in karim.last.labels, "who waits is his to take"
    await karim.says(ON[language])
    assert karim.one().text == story.text(shifts.ON_DUTY, language)
    assert await is_on(story)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_of_today_alone_it_ends_by_itself(story: Story, language: str) -> None:
    karim = await story.volunteer("Karim", language)
    await karim.says(TODAY[language])
    karim.reads(shifts.AWAY_UNTIL)
    assert await days(story) == ["", "06 00:00"]
    assert await is_on(story)
    await karim.says(OFF[language])
    karim.reads(coming.AWAY)
    assert (await days(story), await is_on(story)) == (["", "06 00:00"], True)
    await karim.says(ON[language])
    karim.reads(shifts.AWAY_ENDS)
    assert await days(story) == ["", ""]


async def test_it_ends_by_itself_however_it_is_spelled(story: Story) -> None:
    karim = await story.volunteer("Karim", "fr")
    await karim.says("pas dispo aujourd hui")
    assert (await days(story), await is_on(story)) == (["", "06 00:00"], True)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_days_off_that_are_kept_stay(story: Story, language: str) -> None:
    karim = await story.volunteer("Karim", language)
    await karim.says(AWAY[language])
    await karim.says(TODAY[language])
    karim.reads(coming.AWAY)
    assert await days(story) == ["", "07 00:00"]
    await karim.says(ON[language])
    await karim.says(LATER[language])
    await karim.says(TODAY[language])
    karim.reads(shifts.TODAY_UNKEPT)
    assert told(story, language) in karim.one().text
    assert (await days(story), await is_on(story)) == (["08 00:00", "11 00:00"], True)
    await karim.says(ON[language])
    assert told(story, language) in karim.one().text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_today_is_joined_to_days_off_that_touch_it(story: Story, language: str) -> None:
    karim = await story.volunteer("Karim", language)
    await karim.says(TOMORROW[language])
    await karim.says(TODAY[language])
    karim.reads(shifts.AWAY_UNTIL)
    assert (await days(story), await is_on(story)) == (["", "11 00:00"], True)
    await karim.touches(shifts.BUTTON_BACK)
    await karim.says(NOON[language])
    await karim.says(TODAY[language])
    karim.reads(shifts.AWAY_UNTIL)
    assert (await days(story), await is_on(story)) == (["", "06 00:00"], True), "not at noon"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_after_the_answer_to_away(story: Story, language: str) -> None:
    """Its button is no question."""
    karim = await story.volunteer("Karim", language)
    await karim.says("/away")
    await karim.says(AWAY[language].removeprefix("/away "))
    await karim.says(ON[language])
    assert await days(story) == ["", ""]


@pytest.mark.parametrize("words", [ON, OFF, TODAY], ids=["on", "off", "today"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_in_a_talk_it_is_for_her(story: Story, language: str, words: dict[str, str]) -> None:
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.talk(ana, karim)
    await karim.says(words[language])
    ana.sees(words[language])
    assert (await is_on(story), await days(story)) == (True, ["", ""])
    await karim.says("/close")
    ana.turns_the_page()
    await karim.says(words[language])  # 'what came of it?' stands
    karim.reads(NO_TALK)
    assert (await is_on(story), await days(story)) == (True, ["", ""])


async def _reply(story: Story, karim: Phone) -> None:
    await karim.says(OFF["nl"], reply_to=karim.last)


async def _forward(story: Story, karim: Phone) -> None:
    await karim.forwards(OFF["nl"])


async def _edit(story: Story, karim: Phone) -> None:
    mine = await karim.says("hallo")
    await karim.edits(mine, OFF["nl"])


async def _in_two(story: Story, karim: Phone) -> None:
    """'Ik ben niet beschikbaar' 'voor Ana': half of what he says is none."""
    karim.writes(OFF["nl"])
    await karim.says("voor Ana")


async def _begun(story: Story, karim: Phone) -> None:
    await karim.says("/hours")
    await karim.says(OFF["nl"])


async def _left(story: Story, karim: Phone) -> None:
    """What he writes after it may still be what he began."""
    await karim.says("/hours")
    await karim.touches(writing.BUTTON_NOT_NOW)
    await karim.says(OFF["nl"])


async def _crossed(story: Story, karim: Phone) -> None:
    """He wrote to Ana before he read that the talk is another's now."""
    ana = await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    karim.writes(OFF["nl"])
    late, story.wire.waiting = story.wire.waiting, []
    await karim.says("/release")
    story.wire.waiting = late
    await story.settles()


@pytest.mark.parametrize("how", [_reply, _forward, _edit, _in_two, _begun, _left, _crossed])
async def test_in_doubt_nothing_changes(story: Story, how) -> None:  # type: ignore[no-untyped-def]
    karim = await story.volunteer()
    await how(story, karim)
    assert await is_on(story)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "vrij tot 10u"), ("nl", "ben ik weer beschikbaar?"), ("nl", "ik ben morgen weg"),
        ("fr", "libre jusqu'à 10h"), ("fr", "je suis de retour lundi"), ("fr", "pas dispo demain"),
        ("en", "free until 10"), ("en", "am I on duty?"), ("en", "I'm back on Monday"),
    ],
)  # fmt: skip
async def test_anything_else_switches_nothing(story: Story, language: str, words: str) -> None:
    karim = await story.volunteer("Karim", language)
    for on in (True, False):
        assert await is_on(story) is on
        await karim.says(words)
        karim.reads(NO_TALK)
        assert (await is_on(story), await days(story)) == (on, ["", ""])
        await karim.says("/duty")
