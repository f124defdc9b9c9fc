"""A tap is answered by what is the case: on a list, on what is gone, on a command of before."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot import acts, debriefs, erasure, heavy, overview_texts
from bot import report_texts as texts
from bot.addressee_texts import DONE_ALREADY, LATER_ONE
from bot.house import Moment
from bot.retention import clear
from bot.store.bridge import Report
from bot.store.tables import Handoff, Person

from .story import Phone, Story
from .test_addressee import two
from .test_bridge import in_danger
from .wire import Shown

EVERY = pytest.mark.parametrize("language", ["nl", "fr", "en"])


@EVERY
async def test_of_two_commands_each_button_says_what_is_so(story: Story, language: str) -> None:
    _, _, karim = await two(story, language)
    await karim.says("/close")
    earlier = karim.news[-1]
    await karim.says("/report")
    later = karim.news[-1]
    await karim.forges("to:2", later)
    await karim.forges("to:2", later)
    assert karim.toasts == [story.text(DONE_ALREADY, language)]
    await karim.forges("to:2", earlier)
    assert karim.toasts == [story.text(LATER_ONE, language, command="close")]
    assert all(len(one) < 190 for one in karim.toasts)
    assert (await story.handoff()).claimed_by is not None


async def test_one_tap_leaves_the_list(story: Story) -> None:
    sofie = await story.coordinator()
    karim, lies = await story.volunteer("Karim"), await story.volunteer("Lies")
    for phone in (karim, lies):
        await phone.says("/heavy")
    await sofie.says("/today")
    shown = sofie.last
    before = shown.text
    mine = [b for b in shown.inline if b.data.startswith("called:")]
    assert len(mine) == 2
    for button, name in zip(mine, ("Karim", "Lies"), strict=True):
        await sofie.forges(button.data, shown)
        assert sofie.one().text == story.text(heavy.NOTED, "nl", name=name)
        assert sofie.toasts == [], "said once"
    assert shown.text == before
    await sofie.forges(mine[0].data, shown)
    assert sofie.toasts == [story.text(overview_texts.GONE_ON, "nl")]


async def test_what_is_deleted_says_so(story: Story) -> None:
    sofie = await story.coordinator()
    for data in ("rep:read:99", "rep:done:99", "notes:read:99", "called:99:1", "team:card:99"):
        await sofie.forges(data)
        assert sofie.toasts == [story.text(overview_texts.GONE_ON, "nl")], data


@EVERY
async def test_a_tap_on_a_talk_that_is_deleted_says_so(story: Story, language: str) -> None:
    karim, ana = await story.volunteer("Karim", language), await story.resident("Ana", language)
    await story.talk(ana, karim)
    await karim.says("/close")
    late = story.clock.now() + timedelta(days=400)
    await clear(story.store, story.house, late)
    assert not await story.rows(select(Handoff.id))
    taps = (
        "claim:1", "pass:1", "talk:1", "to:1", "release:1", "outcome:listened:1", "note:own:1",
        "end:close:1:3", "rep:tell:1", "rep:never:1",
    )  # fmt: skip
    for data in taps:
        await karim.forges(data)
        assert karim.toasts == [story.text(overview_texts.GONE_ON, language)], data


def morning(sofie: Phone) -> Shown:
    """Beside what nobody opened, which is told again and again."""
    (found,) = [one for one in sofie.news if one.text.startswith("Goeiemorgen")]
    return found


async def test_a_silent_debrief_is_told_once_in_the_morning(story: Story) -> None:
    _, karim, sofie = await in_danger(story)
    await sofie.says("/today")
    await story.until_local("12:00")
    await karim.says("/close")
    sofie.turns_the_page()
    await story.until_local("08:45", days=0)
    told = story.text(debriefs.COORDINATOR["silent"], "nl", name="Karim")
    assert [m for m in sofie.news if told in m.text] == []
    line = story.text(overview_texts.DEBRIEF, "nl", name="Karim", day="maandag 5 oktober")
    assert morning(sofie).text.splitlines()[2:] == [f"2. {line}"]


async def test_a_silent_debrief_is_told_among_however_many_things(story: Story) -> None:
    _, karim, sofie = await in_danger(story)
    await story.until_local("12:00")
    await karim.says("/close")
    async with story.store.write() as session:
        number = (await story.person(karim)).id
        for _ in range(4):
            session.add(Report(volunteer_id=number, by="resident", at=story.clock.now()))
    sofie.turns_the_page()
    await story.until_local("08:45", days=0)
    shown = morning(sofie)
    line = story.text(overview_texts.DEBRIEF, "nl", name="Karim", day="maandag 5 oktober")
    more = story.text(overview_texts.MORE, "nl", count=2)
    assert shown.text.splitlines()[4:] == [f"4. {line}", more]
    talked = story.text(heavy.BUTTON_TALKED, "nl")
    assert [b.label for b in shown.inline][3:] == [f"Karim: {talked}"]


async def test_a_report_of_nobody_who_is_here_goes_with_her(story: Story) -> None:
    await story.coordinator()
    karim, ana = await story.volunteer("Karim"), await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    await ana.touches(texts.BUTTON_OTHER)
    await ana.touches(texts.BUTTON_WRONG)
    number = (await story.person(karim)).id
    async with story.store.write() as session:
        moment = Moment(session, story.house, story.clock.now())
        await erasure.erase(moment, await session.get_one(Person, number), last_word=False)
    await ana.says("/forget")
    await ana.picks("forget/ask/yes")
    assert story.text(texts.STAYS, "nl", day="…").split("…")[0] not in ana.last.text
    assert not await story.rows(select(Report))


@pytest.mark.parametrize(
    "words", ["Zal ik 112 bellen? Ik bel 112?", "J'appelle le 112 ?", "Shall I? I call 112?"]
)
def test_a_question_is_no_act(words: str) -> None:
    assert not acts.calls_help(words)
    assert acts.calls_help(f"{words} I call 112 now. Are you there?")
