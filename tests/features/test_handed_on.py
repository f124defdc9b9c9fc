"""Words that cross the moment at which a volunteer's talk goes on to somebody else: each reaches
who it was for or nobody, and whoever wrote it reads so."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from bot import departures, turnover
from bot.addressee_texts import CROSSED_TURN
from bot.channel import Refused, Say
from bot.handoff_texts import (
    BUTTON_CLAIM,
    CROSSED,
    LAPSED_NOBODY,
    NO_TALK,
    NOT_ARRIVED,
    NOT_DELIVERED,
    NOT_READ,
    RELEASED_WAITS,
)
from bot.house import Moment
from bot.report_texts import BUTTON_OTHER, BUTTON_YES

from .story import Phone, Story
from .test_too_early import decides

type Ends = Callable[[Story, Phone, Phone], Awaitable[None]]


async def he_releases(story: Story, _ana: Phone, karim: Phone) -> None:
    karim.writes("/release")
    await decides(story)


async def it_lapses(story: Story, _ana: Phone, _karim: Phone) -> None:
    """He wrote no first word in time."""
    story.clock.advance(timedelta(minutes=31).total_seconds())
    await story.app.sweep.once()


async def she_wants_another(story: Story, ana: Phone, _karim: Phone) -> None:
    label = story.text(BUTTON_YES, ana.language)
    found = [(m, b) for m in ana.screen.messages for b in m.inline if b.label == label]
    story.wire.tap(ana.id, found[-1][0].message_id, found[-1][1].data)
    await decides(story)


async def he_rests(story: Story, _ana: Phone, karim: Phone) -> None:
    async with story.store.write() as session:
        moment = Moment(session, story.house, story.clock.now())
        await turnover.rest(moment, await session.merge(await story.person(karim)))


async def he_leaves(story: Story, _ana: Phone, karim: Phone) -> None:
    async with story.store.write() as session:
        moment = Moment(session, story.house, story.clock.now())
        await turnover.leave(moment, await session.merge(await story.person(karim)))


async def he_blocks(story: Story, _ana: Phone, karim: Phone) -> None:
    karim.screen.blocked = True
    story.wire.member(karim.id, "kicked")
    await decides(story)


ENDS = [he_releases, it_lapses, she_wants_another, he_rests, he_leaves, he_blocks]


async def talking(story: Story, ends: Ends, language: str = "nl") -> tuple[Phone, Phone]:
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.talk(ana, karim, greeted=ends is not it_lapses)
    if ends is not it_lapses:
        await ana.says("dag")
        ana.turns_the_page()
    if ends is she_wants_another:
        await ana.touches(BUTTON_OTHER)
        ana.turns_the_page()
    return ana, karim


def late(story: Story, ana: Phone) -> list[int | None]:
    """Under which of her messages she reads that nobody reads them any more."""
    said = story.text(NOT_READ, ana.language, name="Karim")
    return [m.reply_to for m in ana.news if m.text == said]


@pytest.mark.parametrize("ends", ENDS)
async def test_her_words_on_their_way(story: Story, ends: Ends) -> None:
    ana, karim = await talking(story, ends)
    mine = ana.writes("dit is nog onderweg")
    ana.writes("en dit ook")
    await decides(story)
    await ends(story, ana, karim)
    await story.settles()
    assert not {"dit is nog onderweg", "en dit ook"} & set(karim.screen.ever)
    assert late(story, ana) == [mine.message_id]


@pytest.mark.parametrize("read", [True, False], ids=["late", "at once"])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("kind", ["text", "sent on", "photo"])
async def test_what_she_writes_before_she_reads_that_he_handed_on(
    story: Story, read: bool, language: str, kind: str
) -> None:
    """The machine does not answer what was for a person, and who comes does not see it."""
    ana, karim = await talking(story, he_releases, language)
    lies = await story.volunteer("Lies", language)
    await he_releases(story, ana, karim)
    ana.turns_the_page()
    mine = ana._sends(kind if kind == "photo" else "text", "onze tuin", forwarded=kind == "sent on")
    if read:
        while await story.app.sender.send_some():
            pass
    await story.settles()
    assert late(story, ana) == [mine.message_id]
    assert len(ana.news) == (3 if kind == "photo" else 2)
    await lies.touches(BUTTON_CLAIM)
    for phone in (karim, lies):
        assert "onze tuin" not in "".join(phone.screen.ever)
    ana.turns_the_page()
    await ana.says("dag Lies")
    assert lies.last.text == "dag Lies"


@pytest.mark.parametrize("ends", ENDS)
async def test_each_end_is_read_before_the_machine_answers(story: Story, ends: Ends) -> None:
    ana, karim = await talking(story, ends)
    await ends(story, ana, karim)
    ana.turns_the_page()
    mine = ana.writes("hebt u dat gelezen")
    await story.settles()
    assert late(story, ana) == [mine.message_id]
    assert len(ana.news) == 2
    await ana.says("dag machine")
    assert ana.news
    assert late(story, ana) == []


async def test_danger_that_crosses_is_answered_as_ever(story: Story) -> None:
    ana, karim = await talking(story, he_releases)
    await he_releases(story, ana, karim)
    ana.writes("ik wil dood")
    await story.settles()
    ana.sees("1813")
    assert late(story, ana) == []
    karim.sees_not("ik wil dood")


async def test_who_has_it_already_was_not_meant(story: Story) -> None:
    ana, karim = await talking(story, he_releases)
    lies = await story.volunteer("Lies")
    await he_releases(story, ana, karim)
    story.clock.advance(1)
    await only(story, lies)
    story.wire.tap(lies.id, lies.last.message_id, lies.last.inline[0].data)
    await decides(story)
    ana.writes("dag Karim")
    await story.settles()
    for phone in (karim, lies):
        assert "dag Karim" not in "".join(phone.screen.ever)
    ana.reads(CROSSED, name="Lies")


async def only(story: Story, phone: Phone) -> None:
    """What waits for others stays where it is, and this phone has what is for it."""
    for one in await departures.take(story.store, story.clock.now(), 10):
        if one.chat_id == phone.id:
            number = await story.wire.send(one.chat_id, one.outgoing)
            done = departures.Arrival(one, number, story.clock.now(), timedelta())
            await departures.arrived(story.store, [done])
        else:
            await departures.hand_back(story.store, [one])


@pytest.mark.parametrize("ends", [he_releases, it_lapses, she_wants_another])
async def test_his_words_that_come_too_late_go_to_nobody(story: Story, ends: Ends) -> None:
    ana, karim = await talking(story, ends)
    if ends is not it_lapses:
        karim.writes("nog even dit")
        await decides(story)
    await ends(story, ana, karim)
    karim.writes("en dit hoort zij niet")
    await story.settles()
    assert "en dit hoort zij niet" not in "".join(ana.screen.ever)
    karim.reads(NO_TALK)
    karim.reads(RELEASED_WAITS if ends is he_releases else LAPSED_NOBODY, name="Ana")
    if ends is not it_lapses:
        ana.sees("Karim: nog even dit")


async def test_his_words_never_go_to_the_one_who_is_left(story: Story) -> None:
    ana, karim = await talking(story, he_releases)
    bea = await story.resident("Bea", hour=None)
    await story.talk(bea, karim)
    await karim.forges("talk:1")
    await he_releases(story, ana, karim)
    karim.writes("dit was voor haar")
    await story.settles()
    for phone in (ana, bea):
        assert "dit was voor haar" not in "".join(phone.screen.ever)
    karim.reads(CROSSED_TURN, name="Bea")


async def test_what_she_mends_of_her_words_to_him_is_not_for_the_next(story: Story) -> None:
    """Nor does it change anything else on the next one's phone."""
    lies = await story.volunteer("Lies")
    ana, karim = await talking(story, he_releases)
    mine = await ana.says("ik heet An")
    copied = karim.last.message_id
    await karim.says("/release")
    lies.screen.last_id = copied - 1  # a message of the bot has that number there
    await lies.touches(BUTTON_CLAIM)
    assert not lies.screen.find(copied).mine
    await lies.says("dag")
    before = [m.text for m in lies.screen.messages]
    await ana.edits(mine, "ik heet Ana, voor Karim alleen")
    assert [m.text for m in lies.screen.messages] == before
    assert "voor Karim alleen" not in "".join((*lies.screen.ever, *karim.screen.ever))
    own = await ana.says("dag Lie")
    await ana.edits(own, "dag Lies")
    assert lies.last.text == "dag Lies"


async def test_danger_in_what_she_mends_of_it_marks_and_stays_back(story: Story) -> None:
    lies = await story.volunteer("Lies")
    ana, karim = await talking(story, he_releases)
    mine = await ana.says("het is donker")
    await karim.says("/release")
    await lies.touches(BUTTON_CLAIM)
    await lies.says("dag")
    await ana.edits(mine, "ik wil dood")
    ana.sees("1813")
    assert "ik wil dood" not in "".join((*lies.screen.ever, *karim.screen.ever))
    assert [m for m in lies.news if "⚠" in m.text]
    assert (await story.handoff()).crisis


async def failing_on(story: Story, words: str, meanwhile: Callable[[], Awaitable[None]]) -> None:
    """Telegram refuses these words, and while it does so something else happens."""
    whole = story.wire.send

    async def send(chat_id: int, outgoing: Any) -> int | None:
        if isinstance(outgoing, Say) and words in outgoing.text:
            await meanwhile()
            raise Refused("bad request")
        return await whole(chat_id, outgoing)

    story.wire.send = send  # type: ignore[method-assign]


async def test_what_fails_just_as_he_hands_on_comes_back(story: Story) -> None:
    """It was under way when he gave the talk back: nothing could hold it, and it did not arrive."""
    ana, karim = await talking(story, he_releases)
    await failing_on(story, "raar", lambda: he_releases(story, ana, karim))
    mine = await ana.says("raar ding")
    await story.sweeps()
    assert late(story, ana) == [mine.message_id]


async def test_his_word_that_fails_just_as_he_hands_on_comes_back(story: Story) -> None:
    ana, karim = await talking(story, he_releases)
    await failing_on(story, "raar", lambda: he_releases(story, ana, karim))
    his = await karim.says("raar ding")
    await story.sweeps()
    said = story.text(NOT_DELIVERED, "nl", name="Ana")
    assert [m.reply_to for m in karim.screen.messages if m.text == said] == [his.message_id]


async def test_nothing_is_lost_behind_the_first_word_that_does_not_arrive(story: Story) -> None:
    """He blocked the bot, and Telegram says so at the first of three; each is told of once."""
    ana, karim = await talking(story, he_releases)
    await story.volunteer("Lies")
    karim.screen.blocked = True
    first, *others = (ana.writes(words) for words in ("een", "twee", "drie"))
    await decides(story)
    await story.settles()
    await story.sweeps()
    said = story.text(NOT_ARRIVED, "nl", name="Karim")
    assert [m.reply_to for m in ana.news if m.text == said] == [first.message_id]
    assert late(story, ana) == [one.message_id for one in others]
    ana.turns_the_page()
    await story.sweeps()
    ana.hears_nothing()


async def test_each_of_his_words_comes_back_when_she_blocks_the_bot(story: Story) -> None:
    ana, karim = await talking(story, he_releases)
    his = [karim.writes(words) for words in ("een", "twee")]
    await decides(story)
    ana.screen.blocked = True
    story.wire.member(ana.id, "kicked")
    await decides(story)
    await story.sweeps()
    said = story.text(NOT_DELIVERED, "nl", name="Ana")
    told = [m.reply_to for m in karim.screen.messages if m.text == said]
    assert told == [one.message_id for one in his]
