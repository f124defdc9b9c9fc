"""A resident and a volunteer, talking through the bot."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot import heavy, outcomes, overview_texts
from bot.addressee_texts import (
    BUTTON_SWITCH,
    NOW_WITH,
    WHICH_COMMAND,
    WHICH_OR_ANSWER,
    YOUR_TALKS,
)
from bot.handoff_texts import (
    BUTTON_CLAIM,
    BUTTON_STOP,
    BUTTON_YES,
    CLOSED_QUIET,
    CLOSED_RESIDENT,
    CLOSED_VOLUNTEER,
    NO_ANSWER,
    NO_TALK,
    NOT_DELIVERED,
    NOT_RELAYED,
    PERSON_HOLDS,
    RELEASED_RESIDENT,
    REPLY_NUDGE,
    STOPPED_VOLUNTEER,
    WITHDRAWN,
)
from bot.store.tables import Message, Person, Relay
from bot.volunteers import HEAVY, HEAVY_COORDINATOR

from .story import Phone, Story


async def talking(story: Story) -> tuple[Phone, Phone]:
    karim, ana = await story.volunteer(), await story.resident("Ana", hour="12:00")
    await story.talk(ana, karim)
    return ana, karim


async def test_text_goes_both_ways_clean_and_protected(story: Story) -> None:
    ana, karim = await talking(story)
    await ana.says("mijn n\u202eaam is\u200b groot @iemand")
    assert karim.one().text == "mijn naam is groot @iemand"
    assert karim.one().protect
    await karim.says("dag\u2066 lieve mens")
    assert ana.one().text == "Karim: dag lieve mens"
    assert not ana.one().protect


async def test_media_go_both_ways_without_names(story: Story) -> None:
    """Places and contact cards are asked about first: `test_cards`."""
    ana, karim = await talking(story)
    for kind in ("voice", "photo", "document", "sticker"):
        captioned = kind in ("voice", "photo", "document")
        karim.turns_the_page()
        await ana.sends(kind, "kijk" if captioned else "")
        assert (karim.one().kind, karim.one().protect) == (kind, True)
        assert karim.one().text == ("kijk" if captioned else "")
        ana.turns_the_page()
        await karim.sends(kind)
        assert ana.one().kind == kind
        assert ana.one().text == ("Karim" if captioned else "")


async def test_what_telegram_cannot_copy_is_said(story: Story) -> None:
    ana, karim = await talking(story)
    await ana.sends("dice")
    ana.reads(NOT_RELAYED, name="Karim")
    karim.hears_nothing()
    await karim.sends("dice")
    karim.reads(NOT_RELAYED, name="Ana")


async def test_edits_replies_and_reactions(story: Story) -> None:
    ana, karim = await talking(story)
    mine = await ana.says("ik heet Anna")
    copy = karim.last
    await ana.edits(mine, "ik heet Ana")
    assert copy in karim.screen.messages
    assert (copy.text, copy.edited) == ("ik heet Ana", True)
    answer = await karim.says("mooie naam", reply_to=copy)
    assert ana.last.reply_to == mine.message_id
    await ana.reacts(ana.last, "❤")
    assert answer.reaction == "❤"
    await ana.reacts(ana.last, "")
    assert answer.reaction == ""
    await karim.reacts(copy, "👍")
    assert mine.reaction == "👍"
    await karim.edits(answer, "een mooie naam")
    assert ana.last.text == "Karim: een mooie naam"
    await ana.says("dank u", reply_to=ana.last)
    assert karim.last.reply_to == answer.message_id
    photo = await ana.sends("photo", "mijn kat")
    await ana.edits(photo, "mijn kat Poes")
    assert karim.last.text == "mijn kat Poes"


async def test_close_says_so_to_both_and_the_machine_is_back(story: Story) -> None:
    ana, karim = await talking(story)
    await karim.says("/close")
    karim.reads(CLOSED_VOLUNTEER, hour="09:00")
    ana.reads(CLOSED_RESIDENT, name="Karim")
    assert ana.screen.keyboard == ()
    karim.turns_the_page()
    await ana.says("ben je daar nog")
    ana.one()
    karim.hears_nothing()
    ana.turns_the_page()
    await karim.says("nog iets vergeten")
    karim.reads(NO_TALK)
    ana.hears_nothing()
    await story.passes(days=1)
    assert ana.news, "greetings are back"


@pytest.mark.parametrize("word", ["button", "Stop!", "/stop"])
async def test_withdrawing_takes_it_all_back(story: Story, word: str) -> None:
    ana, karim = await talking(story)
    await ana.says("iets heel eigens")
    await ana.sends("photo", "mijn kat")
    if word == "button":
        await ana.touches(BUTTON_STOP)
    else:
        await ana.says(word)
    ana.reads(WITHDRAWN, name="Karim")
    ana.one()
    assert ana.screen.keyboard == ()
    karim.sees_not("Ana", "eigens", "kat")
    karim.reads(STOPPED_VOLUNTEER, hour="09:00")
    karim.turns_the_page()
    await ana.says("en dit is voor de machine")
    karim.hears_nothing()
    await story.passes(hours=5)
    assert (await story.handoff()).text is None


async def test_a_sentence_with_stop_in_it_is_for_the_volunteer(story: Story) -> None:
    ana, karim = await talking(story)
    await ana.says("stop daar eens mee")
    assert karim.one().text == "stop daar eens mee"


async def test_withdrawing_cancels_what_has_not_left(story: Story) -> None:
    ana, karim = await talking(story)
    ana.writes("dit vertrekt nooit meer")
    await story.receives()
    await story.app.workers[0].work_once()  # queued for Karim, not sent
    ana.writes("stop")
    await story.receives()
    rows = select(Message).where(Message.chat_id == karim.id, Message.consent_id.is_not(None))
    (row,) = [row for row in await story.rows(rows) if row.state not in ("sent", "superseded")]
    assert (row.state, row.payload) == ("cancelled", None), "at receipt, before anybody sends"
    await story.settles()
    assert "dit vertrekt nooit meer" not in "".join(karim.screen.ever)


async def test_old_copies_cannot_be_taken_back_and_that_is_said(story: Story) -> None:
    ana, karim = await talking(story)
    await ana.says("van lang geleden")
    async with story.store.write() as session:
        await session.execute(update(Message).values(sent_at=Message.sent_at))
    for _ in range(6):
        await story.passes(hours=10)
        await karim.says("ik ben er")
    await ana.says("van vandaag")
    await ana.says("stop")
    karim.sees_not("van vandaag")
    assert "van lang geleden" in str([m.text for m in karim.screen.messages])
    ana.sees("48")


async def test_an_earlier_volunteer_loses_the_copies_too(story: Story) -> None:
    lies = await story.volunteer("Lies")
    ana, karim = await talking(story)
    await ana.says("voor Karim alleen")
    await karim.says("/release")
    await lies.touches(BUTTON_CLAIM)
    await lies.says("dag")
    await ana.says("stop")
    karim.sees_not("Ana", "voor Karim")
    lies.sees_not("Ana", "voor Karim")


async def test_commands_in_a_talk_are_one_message_and_can_be_answered(story: Story) -> None:
    ana, karim = await talking(story)
    await ana.says("/hour")
    ana.one()
    ana.reads(PERSON_HOLDS, name="Karim")
    assert story.text(BUTTON_STOP, "nl") in ana.screen.keyboard
    await ana.picks("hour/ask/none")
    ana.one()
    ana.reads(PERSON_HOLDS, name="Karim")
    karim.hears_nothing()
    await ana.says("/forget")
    await ana.says("nee, niet wissen, ik vraag het maar")
    karim.sees("nee, niet wissen")
    await ana.picks("forget/ask/yes")
    ana.hears("forget/gone")
    ana.one()
    karim.sees_not("Ana", "niet wissen")


async def test_a_question_from_before_never_comes_between_them(story: Story) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana", hour=None)
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    await ana.says("/pause")
    await karim.touches(BUTTON_CLAIM)
    await karim.says("dag")
    ana.turns_the_page()
    await story.passes(hours=2)
    ana.hears_nothing()
    await ana.says(story.label("pause/ask/7d", "nl"))
    assert "week" in karim.last.text.lower()


async def two(story: Story) -> tuple[Phone, Phone, Phone]:
    karim = await story.volunteer()
    ana, bea = await story.resident("Ana"), await story.resident("Bea")
    await story.talk(ana, karim)
    await story.talk(bea, karim)
    return ana, bea, karim


async def test_two_talks_headers_switch_and_reply(story: Story) -> None:
    ana, bea, karim = await two(story)
    await ana.says("hier Ana")
    assert karim.one().text == "Ana:\nhier Ana"
    from_ana = karim.last
    await bea.sends("photo")
    assert karim.last.text == "Bea"
    await karim.says("voor Ana", reply_to=from_ana)
    assert ana.last.text == "Karim: voor Ana"
    karim.reads(NOW_WITH, name="Ana")
    await karim.says("en dit ook")
    assert ana.last.text == "Karim: en dit ook"
    karim.hears_nothing()
    await karim.says("/talks")
    karim.reads(YOUR_TALKS)
    await karim.taps(story.text(BUTTON_SWITCH, "nl", name="Bea"))
    karim.reads(NOW_WITH, name="Bea")
    await karim.says("nu voor Bea")
    assert bea.last.text == "Karim: nu voor Bea"
    await karim.says("/close")
    await karim.touches(outcomes.BUTTONS["listened"])
    karim.reads(NOW_WITH, name="Ana")
    await karim.says("en nu voor Ana")
    assert ana.last.text == "Karim: en nu voor Ana"


async def test_an_edit_mends_its_own_talk_and_no_other(story: Story) -> None:
    """Also where another talk is the chosen one; and nothing where that talk is over."""
    karim = await story.volunteer()
    bea, ana = await story.resident("Bea", hour=None), await story.resident("Ana", hour=None)
    await story.talk(bea, karim)
    to_bea = await karim.says("dag Bee")
    await story.talk(ana, karim)
    to_ana = await karim.says("dag An")
    await karim.edits(to_bea, "dag Bea")
    assert bea.last.text == "Karim: dag Bea"
    await karim.says("en nog iets", reply_to=to_bea)
    assert bea.last.text == "Karim: en nog iets"
    await karim.forges("talk:1")
    await karim.edits(to_ana, "dag Ana")
    assert ana.last.text == "Karim: dag Ana"
    await karim.says("/close")
    before = [m.text for m in (*bea.screen.messages, *ana.screen.messages)]
    await karim.edits(to_bea, "dit is te laat")
    assert [m.text for m in (*bea.screen.messages, *ana.screen.messages)] == before


async def test_withdrawing_from_a_volunteer_with_two_talks(story: Story) -> None:
    ana, bea, karim = await two(story)
    await karim.says("/talks")
    await bea.says("stop")
    karim.sees_not("Bea")
    karim.reads(NOW_WITH, name="Ana")
    await karim.says("nog even")
    assert ana.last.text == "Karim: nog even"
    assert "nog even" not in str(bea)


async def test_words_for_nobody_in_particular_go_to_nobody(story: Story) -> None:
    karim = await story.volunteer()
    phones = [await story.resident(name) for name in ("Ana", "Bea", "Cor")]
    for phone in phones:
        await story.talk(phone, karim)
    await karim.says("/close")
    for phone in phones:
        phone.turns_the_page()
    await karim.says("voor wie is dit")
    karim.reads(WHICH_OR_ANSWER)
    await karim.says("/close")
    karim.reads(WHICH_COMMAND, command="close")
    for phone in phones:
        phone.hears_nothing()


async def test_a_volunteers_words_and_commands_outside_a_talk(story: Story) -> None:
    karim = await story.volunteer()
    for words in ("dag", "/close", "/release"):
        await karim.says(words)
        karim.one()
        karim.reads(NO_TALK)
    for words in ("/help", "/start", "/duty", "/talks", "/open", "/heavy", "/nonsense"):
        await karim.says(words)
        karim.one()
    await karim.sends("voice")
    karim.one()


async def test_heavy_reaches_the_coordinator(story: Story) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer()
    await karim.says("/heavy")
    karim.reads(HEAVY)
    assert sofie.one().text == story.text(HEAVY_COORDINATOR, "nl", name="Karim")


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_heavy_stands_until_a_coordinator_has_called(story: Story, language: str) -> None:
    """Who missed the message reads it each morning, and by /today; not a word of the talk."""
    karim = await story.volunteer()
    sofie = await story.coordinator("Sofie", language)
    noor = await story.coordinator("Noor", language)
    today = {"nl": "donderdag", "fr": "jeudi", "en": "Thursday"}
    day = {"nl": "maandag 5 oktober", "fr": "lundi 5 octobre", "en": "Monday 5 October"}[language]
    line = story.text(overview_texts.HEAVY, language, name="Karim", day=day)
    await karim.says("/heavy")
    first = sofie.one()
    await story.passes(days=3)
    for phone in (sofie, noor):
        await phone.says("/today")
        phone.sees(line)
    line = line.replace(day.split()[0], today[language]).replace(" 5 ", " 8 ")
    await karim.says("/heavy")
    await sofie.forges(first.inline[0].data, first)
    await sofie.says("/today")
    sofie.sees(line)  # that tap was for the first time
    karim.turns_the_page()
    await karim.forges(sofie.last.inline[0].data)  # it is not his to say
    await sofie.says("/today")
    sofie.sees(line)
    await sofie.taps(f"Karim: {story.text(heavy.BUTTON_TALKED, language)}")
    assert sofie.one().text == story.text(heavy.NOTED, language, name="Karim")
    for phone in (sofie, noor):
        await phone.says("/today")
        assert line not in phone.last.text
    noor.turns_the_page()
    await story.passes(days=1)
    assert not [m for m in noor.news if line in m.text]


async def test_who_waits_for_a_call_is_not_lost_behind_what_is_graver(story: Story) -> None:
    """The overview shows three things; /open, to which it points, shows the rest."""
    karim, sofie = await story.volunteer(), await story.coordinator()
    await karim.says("/heavy")
    for name in ("Ana", "Bea", "Cis"):
        ana = await story.resident(name)
        await ana.says("/human")
        await ana.touches(BUTTON_YES)
    line = story.text(overview_texts.HEAVY, "nl", name="Karim", day="maandag 5 oktober")
    await sofie.says("/today")
    assert line not in sofie.last.text
    sofie.reads(overview_texts.MORE, count=1)
    await sofie.says("/open")
    sofie.sees(line)


async def test_whoever_left_waits_for_no_call(story: Story) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer()
    await karim.says("/heavy")
    async with story.store.write() as session:
        person = await session.get_one(Person, (await story.person(karim)).id)
        person.left_at = story.clock.now()
    await sofie.says("/today")
    sofie.reads(overview_texts.NO_THING)


async def test_a_talk_in_which_nobody_speaks_ends_by_day(story: Story) -> None:
    ana, karim = await talking(story)
    await story.until_local("20:00")
    await ana.says("nog één woord")
    ana.turns_the_page()
    await story.until_local("07:59")
    assert not ana.news
    await story.until_local("08:30")
    karim.reads(REPLY_NUDGE, name="Ana")
    await story.until_local("11:30")
    ana.reads(NO_ANSWER, name="Karim")
    await story.until_local("14:30")
    ana.reads(CLOSED_QUIET, name="Karim")
    karim.reads(CLOSED_VOLUNTEER, hour="09:00")


async def test_a_resident_who_blocked_the_bot(story: Story) -> None:
    ana, karim = await talking(story)
    await ana.blocks()
    await karim.says("bent u er nog")
    karim.reads(NOT_DELIVERED, name="Ana")
    await ana.comes_back()
    await ana.says("ja hoor")
    assert karim.last.text == "ja hoor"


async def test_a_volunteer_who_leaves_mid_talk_is_replaced(story: Story) -> None:
    lies = await story.volunteer("Lies")
    ana, karim = await talking(story)
    await karim.blocks()
    ana.reads(RELEASED_RESIDENT, name="Karim")
    await lies.touches(BUTTON_CLAIM)
    await ana.says("dag Lies")
    assert lies.last.text == "dag Lies"


async def test_a_reaction_is_no_greeting(story: Story) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana")
    await story.talk(ana, karim, greeted=False)
    await ana.says("dag")
    await karim.reacts(karim.last, "👍")
    assert (await story.handoff()).state == "claimed"


async def test_rows_of_a_talk_hold_no_words_when_it_is_over(story: Story) -> None:
    ana, karim = await talking(story)
    await ana.says("eigen woorden")
    await karim.says("/close")
    assert all(m.payload is None for m in await story.rows(select(Message)))
    assert await story.rows(select(Relay))
    assert (await story.handoff()).text is None
    assert timedelta(hours=48)
