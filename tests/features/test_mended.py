"""What somebody changes in a message that was sent: its copy changes too, where it may; where not,
whoever changed it reads so. A cry that is written so is heard like any other."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import select

from bot import cards, mended, turnover
from bot.addressee_texts import BUTTON_TO
from bot.channel import Edit, Outgoing, Refused, Unreachable
from bot.handoff_texts import (
    BUTTON_CLAIM,
    BUTTON_YES,
    CRISIS_MARK,
    NOT_ARRIVED,
    REPLY_NUDGE,
    STOPPED_VOLUNTEER,
    UNSEEN_MARK,
    WITHDRAWN,
)
from bot.house import Moment
from bot.store.tables import Concern, Handoff, Message, Person, Resident

from .story import Phone, Story
from .test_safety import DANGER, GOOD, SAFE, answered
from .wire import Shown

WORDS = "ik heet Ana, en dit is nieuw"


async def talking(story: Story, name: str = "Karim") -> tuple[Phone, Phone]:
    karim, ana = await story.volunteer(name), await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    return ana, karim


# --- how a talk ends, and who is there then --------------------------------------------------
async def closed(_story: Story, karim: Phone) -> None:
    await karim.says("/close")


async def handed_on(_story: Story, karim: Phone) -> None:
    await karim.says("/release")


async def gone(story: Story, karim: Phone) -> None:
    async with story.store.write() as session:
        moment = Moment(session, story.house, story.clock.now())
        await turnover.leave(moment, await session.merge(await story.person(karim)))
    await story.settles()


async def with_another(story: Story, karim: Phone) -> None:
    lies = await story.volunteer("Lies")
    await karim.says("/release")
    await lies.touches(BUTTON_CLAIM)
    await lies.says("dag, Lies hier")


async def stopped(story: Story, _karim: Phone) -> None:
    await story.phones[1].says("stop")


Ends = Callable[[Story, Phone], Awaitable[None]]
ENDS: list[Ends] = [closed, handed_on, gone, with_another, stopped]


def shows(story: Story, words: str) -> list[str]:
    """Who ever had these words on the phone, written by another."""
    return [phone.name for phone in story.phones if words in "".join(phone.screen.ever)]


# --- a cry ---------------------------------------------------------------------------------
@pytest.mark.parametrize("ends", ENDS, ids=lambda one: one.__name__)
async def test_a_cry_is_heard_wherever_the_message_went(story: Story, ends: Ends) -> None:
    ana, karim = await talking(story)
    mine = await ana.says("ik wil brood")
    await ends(story, karim)
    await ana.edits(mine, DANGER["nl"])
    answered(ana)
    ana.one()
    assert not shows(story, DANGER["nl"])
    for lies in story.phones[2:]:
        lies.reads(UNSEEN_MARK, name="Ana")
        assert (await story.handoff()).unanswered_at == story.clock.now()
    await ana.touches(SAFE)
    ana.reads(GOOD)


@pytest.mark.parametrize("who", ["stranger", "waiting", "voice", "volunteer"])
async def test_a_cry_is_heard_from_whoever_writes_it(story: Story, who: str) -> None:
    karim = await story.volunteer()
    ana = story.stranger() if who == "stranger" else await story.resident("Ana", hour=None)
    if who == "volunteer":
        mine = await karim.says("ik wil brood")
        await karim.edits(mine, DANGER["nl"])
        karim.sees("112")
        return
    mine = await (ana.sends("voice", "hier") if who == "voice" else ana.says("ik wil brood"))
    if who == "waiting":
        await ana.says("/human")
        await ana.touches(BUTTON_YES)
    await ana.edits(mine, DANGER["nl"])
    answered(ana)
    assert not shows(story, DANGER["nl"])


async def test_in_a_talk_the_mark_points_to_the_cry_and_waits_for_an_answer(story: Story) -> None:
    ana, karim = await talking(story)
    mine = await ana.says("ik wil brood")
    copy = karim.last
    await karim.says("met choco?")
    await ana.edits(mine, DANGER["nl"])
    karim.reads(CRISIS_MARK, name="Ana")
    assert karim.one().reply_to == copy.message_id
    assert (copy.text, copy.edited) == (DANGER["nl"], True)
    assert (await story.handoff()).unanswered_at == story.clock.now()
    karim.turns_the_page()
    await story.passes(minutes=31)
    karim.reads(REPLY_NUDGE, name="Ana")


async def test_a_cry_in_what_never_arrived_goes_out_anew(story: Story) -> None:
    ana, karim = await talking(story)
    mine = await fails_to_arrive(story, ana, "ik wil brood")
    await ana.edits(mine, DANGER["nl"])
    assert [one.text for one in karim.news][-1] == DANGER["nl"]
    karim.reads(CRISIS_MARK, name="Ana")
    await ana.edits(mine, f"{DANGER['nl']}, echt")
    assert [m.text for m in karim.screen.messages if "dood" in m.text] == [f"{DANGER['nl']}, echt"]


# --- while the talk goes on ----------------------------------------------------------------
async def test_a_change_overtakes_words_that_wait_and_follows_words_on_their_way(
    story: Story,
) -> None:
    ana, karim = await talking(story)
    mine = ana.writes("ik heet Anna")
    await story.receives()
    while await story.app.workers[0].work_once():
        pass
    whole, seen = story.wire.send, []

    async def send(chat_id: int, outgoing: Outgoing) -> int | None:
        if chat_id == karim.id:
            seen.append(outgoing)
        if len(seen) == 1 and chat_id == karim.id:  # while Telegram has it in its hands
            story.wire.update(edited_message=edited(story, ana, mine.message_id, "ik heet Ana"))
            await story.receives()
            await story.app.workers[0].work_once()
        return await whole(chat_id, outgoing)

    story.wire.send = send  # type: ignore[method-assign]
    await story.settles()
    assert karim.one().text == "ik heet Ana"
    assert len(seen) == 2
    later = ana.writes("tot morgn")
    story.wire.update(edited_message=edited(story, ana, later.message_id, "tot morgen"))
    await story.settles()
    assert karim.last.text == "tot morgen"
    assert not karim.last.edited


def edited(story: Story, phone: Phone, number: int, words: str) -> dict[str, object]:
    date = int(story.clock.now().timestamp())
    return story.wire.message(phone.id, number, text=words, edit_date=date)


async def fails_to_arrive(story: Story, phone: Phone, words: str) -> Shown:
    """Telegram refuses it; whoever wrote it reads so."""
    whole = story.wire.send

    async def send(chat_id: int, outgoing: Outgoing) -> int | None:
        if chat_id != phone.id and words in getattr(outgoing, "text", ""):
            raise Refused("bad request")
        return await whole(chat_id, outgoing)

    story.wire.send = send  # type: ignore[method-assign]
    mine = await phone.says(words)
    await story.sweeps()
    story.wire.send = whole  # type: ignore[method-assign]
    phone.reads(NOT_ARRIVED, name="Karim")
    for one in story.phones:
        one.turns_the_page()
    return mine


async def test_what_never_arrived_is_sent_anew_when_it_is_changed(story: Story) -> None:
    ana, karim = await talking(story)
    mine = await fails_to_arrive(story, ana, "ik heet Anna")
    await ana.edits(mine, "ik heet Ana")
    assert karim.one().text == "ik heet Ana"
    assert karim.one().protect
    ana.hears_nothing()


@pytest.mark.parametrize("by", ["ana", "karim"])
async def test_a_change_that_telegram_refuses_comes_back(story: Story, by: str) -> None:
    """As when the other one deleted that message from the phone."""
    ana, karim = await talking(story)
    writer, reader = (ana, karim) if by == "ana" else (karim, ana)
    mine = await writer.says("ik heet Anna")
    reader.screen.messages.remove(reader.last)
    await writer.edits(mine, "ik heet Ana")
    await story.sweeps()
    writer.reads(mended.NOT_ARRIVED, name=reader.name)
    assert writer.one().reply_to == mine.message_id
    assert writer.one().protect == (writer is karim)
    reader.hears_nothing()


async def test_a_change_that_waits_leaves_no_more_when_he_hands_the_talk_on(story: Story) -> None:
    ana, karim = await talking(story)
    mine = await ana.says("ik heet Anna")
    whole, down = story.wire.send, [True]

    async def send(chat_id: int, outgoing: Outgoing) -> int | None:
        if isinstance(outgoing, Edit) and down:
            raise Unreachable("network")
        return await whole(chat_id, outgoing)

    story.wire.send = send  # type: ignore[method-assign]
    story.wire.update(edited_message=edited(story, ana, mine.message_id, WORDS))
    await story.receives()
    await story.app.workers[0].work_once()
    karim.writes("/release")
    await story.receives()
    await story.app.workers[0].work_once()
    down.clear()
    await story.settles()
    assert not shows(story, WORDS)
    ana.sees("Karim heeft dit niet meer gelezen")
    states = await story.rows(select(Message.state).where(Message.purpose == "relay"))
    assert "queued" not in states


async def test_a_place_that_is_shared_live_changes_without_a_word(story: Story) -> None:
    ana, karim = await talking(story)
    mine = await ana.sends("location")
    await ana.touches(cards.BUTTON_YES)
    for ends in (False, True):
        if ends:
            await karim.says("/close")
        ana.turns_the_page()
        karim.turns_the_page()
        for _ in range(3):
            await ana.edits(mine, "")
        ana.hears_nothing()
        karim.hears_nothing()
    assert not await story.rows(select(Message.id).where(Message.state == "failed"))


async def test_a_reply_is_changed_where_it_went(story: Story) -> None:
    ana, karim = await talking(story)
    await karim.says("/hints")
    mine = await karim.says("dag An", reply_to=karim.last)
    await karim.taps(story.text(BUTTON_TO, "nl", name="Ana"))
    assert ana.last.text == "Karim: dag An"
    await karim.edits(mine, "dag Ana")
    assert ana.last.text == "Karim: dag Ana"


# --- when the talk is over -----------------------------------------------------------------
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("ends", ENDS, ids=lambda one: one.__name__)
async def test_she_reads_that_he_does_not_see_it(story: Story, language: str, ends: Ends) -> None:
    ana, karim = await talking(story)
    ana.language = language
    async with story.store.write() as session:
        (await session.merge(await story.person(ana))).language = language
    mine, other = await ana.says("ik heet Anna"), await ana.says("en ik woon in Gent")
    await ends(story, karim)
    for phone in story.phones:
        phone.turns_the_page()
    await ana.edits(mine, WORDS)
    assert not shows(story, WORDS)
    if ends is stopped:
        ana.hears_nothing()  # nothing of hers is on his phone
        return
    name = "Lies" if ends is with_another else "Karim"
    text = {closed: mended.OVER, with_another: mended.NOT_THERE}.get(ends, mended.WAITING)
    ana.reads(text, name=name)
    assert ana.one().reply_to == mine.message_id
    assert not [phone for phone in story.phones if phone is not ana and phone.news]
    await ana.edits(mine, f"{WORDS}.")
    ana.hears_nothing()  # a letter more: it was said of this message
    await ana.edits(other, "en ik woon in Aalst")
    ana.reads(text, name=name)


async def test_of_an_earlier_talk_with_the_same_one_she_reads_it_too(story: Story) -> None:
    ana, karim = await talking(story)
    mine, his = await ana.says("ik heet Anna"), await karim.says("dag Ann")
    await karim.says("/close")
    await story.talk(ana, karim)
    await ana.edits(mine, WORDS)
    ana.reads(mended.NOT_THERE, name="Karim")
    await karim.edits(his, "dag Ana")
    karim.reads(mended.NOT_YOURS)
    ana.sees_not("dag Ana")
    assert not shows(story, WORDS)


async def test_what_was_for_the_machine_is_not_for_him_and_she_reads_so(story: Story) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana", hour=None)
    mine = await ana.says("dit is voor de machine")
    await story.talk(ana, karim)
    await ana.edits(mine, WORDS)
    ana.reads(mended.NOT_THERE, name="Karim")
    assert ana.one().reply_to == mine.message_id
    karim.hears_nothing()


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("ends", ENDS, ids=lambda one: one.__name__)
async def test_he_reads_that_it_reaches_nobody(story: Story, language: str, ends: Ends) -> None:
    _ana, karim = await talking(story)
    mine = await karim.says("dag Ann")
    await ends(story, karim)
    karim.language = language
    async with story.store.write() as session:
        (await session.merge(await story.person(karim))).language = language
    for phone in story.phones:
        phone.turns_the_page()
    await karim.edits(mine, WORDS)
    karim.reads(mended.NOT_YOURS)
    assert karim.one().reply_to == mine.message_id
    assert not shows(story, WORDS)
    assert "Ana" not in karim.one().text
    await karim.edits(mine, f"{WORDS}.")
    karim.hears_nothing()
    assert not [phone for phone in story.phones if phone.news]


async def test_what_went_to_nobody_is_changed_without_a_word(story: Story) -> None:
    karim = await story.volunteer()
    mine = await karim.says("is daar iemand")
    await karim.edits(mine, "is er iemand")
    karim.hears_nothing()


# --- what the machine read -----------------------------------------------------------------
HOURS = {
    "nl": ("om 9 uur", "om 9 uur graag", "om 10 uur"),
    "fr": ("à 9 heures", "à 9 heures svp", "à 10 heures"),
    "en": ("at 9 o'clock", "at 9 o'clock please", "at 10 o'clock"),
}


@pytest.mark.parametrize("language", HOURS)
async def test_an_answer_that_says_something_else_now_is_not_read_again_and_she_reads_so(
    story: Story, language: str
) -> None:
    ana = await story.resident("Ana", language, hour="11:00")
    await ana.says("/hour")
    mine = await ana.says(HOURS[language][0])
    await ana.edits(mine, HOURS[language][1])
    ana.hears_nothing()
    await story.until_local("09:10")  # a first word came meanwhile
    await ana.edits(mine, HOURS[language][2])
    ana.reads(mended.READ_ONCE)
    assert ana.one().reply_to == mine.message_id
    assert await story.rows(select(Resident.hour)) == ["09:00"]
    await ana.edits(mine, HOURS[language][2] + "!")
    ana.hears_nothing()


async def test_a_mended_letter_brings_no_second_reply(story: Story) -> None:
    ana = await story.resident("Ana", hour=None)
    for text in ("het gat goed", "het gaat goed"):
        story.mind.learns(text, "mood_good")
    story.mind.learns("het gaat niet goed", "mood_low")
    mine = await ana.says("het gat goed")
    await ana.edits(mine, "het gaat goed")
    ana.hears_nothing()
    await ana.edits(mine, "het gaat niet goed")
    ana.reads(mended.READ_ONCE)


async def test_what_is_understood_only_now_is_to_be_written_anew(story: Story) -> None:
    ana = await story.resident("Ana", hour=None)
    mine = await ana.says("eeen meens")
    await ana.edits(mine, "een menss")
    ana.hears_nothing()
    await ana.edits(mine, "een mens")
    ana.reads(mended.READ_ONCE)
    assert not await story.rows(select(Handoff.id))


async def test_of_several_messages_that_were_read_together_nothing_is_said(story: Story) -> None:
    ana = await story.resident("Ana", hour=None)
    mine = ana.writes("dag")
    ana.writes("om 9 uur")
    await story.settles()
    await ana.edits(mine, "om 10 uur")
    ana.hears_nothing()


async def test_that_she_is_safe_is_to_be_written_anew(story: Story) -> None:
    ana = await story.resident("Ana", hour=None)
    await ana.says(DANGER["nl"])
    safe = story.text(SAFE, "nl")
    mine = await ana.says(safe[:-1])
    await ana.edits(mine, safe)
    ana.reads(mended.READ_ONCE)
    assert [row.answered_at for row in await story.rows(select(Concern))] == [None]
    mine = await ana.says(safe)
    ana.reads(GOOD)
    await ana.edits(mine, f"{safe}.")
    ana.hears_nothing()


# --- a wish --------------------------------------------------------------------------------
async def test_a_stop_that_is_mended_into_one_stops(story: Story) -> None:
    ana, karim = await talking(story)
    mine = await ana.says("stpo")
    karim.sees("stpo")
    await ana.edits(mine, "Stop!")
    ana.reads(WITHDRAWN, name="Karim")
    karim.reads(STOPPED_VOLUNTEER)
    karim.sees_not("stpo", "Stop!", "Ana")
    await ana.edits(mine, "stop")
    ana.hears_nothing()


async def test_after_everything_was_forgotten_a_change_begins_nothing(story: Story) -> None:
    ana = await story.resident("Ana", hour=None)
    mine = await ana.says("dag")
    await ana.says("/forget")
    await ana.picks("forget/ask/yes")
    await ana.edits(mine, ".")
    ana.hears_nothing()
    assert not await story.rows(select(Person.id).where(Person.chat_id == ana.id))
    await ana.edits(mine, DANGER["nl"])
    answered(ana)
    assert len(await story.rows(select(Concern.id))) == 1
