"""While a person holds the talk the bot is silent, and several talks of one volunteer never mix."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from bot import cards, outcomes
from bot.addressee_texts import (
    BUTTON_TO,
    CROSSED_TURN,
    NOW_WITH,
    OR_ANSWER,
    WHICH_TALK,
    YOURS_TOO,
)
from bot.channel import Say
from bot.handoff_texts import (
    BUTTON_CLAIM,
    BUTTON_YES,
    FROM_VOLUNTEER,
    NOT_YOURS,
)
from bot.store.tables import Message

from .story import Phone, Story
from .test_safety import DANGER, answered
from .test_too_early import decides

HEARD = ["greet", "mood_low", "feel_lonely", "request_human", "tell_loss", "say_goodbye", "thank"]


@pytest.mark.parametrize("intent", HEARD)
@pytest.mark.parametrize("greeted", [True, False])
async def test_the_bot_says_nothing_in_between(story: Story, intent: str, greeted: bool) -> None:
    """Whatever she writes is for the one who is there; danger alone is answered."""
    karim, ana = await story.volunteer(), await story.resident("Ana", hour="10:00")
    await story.talk(ana, karim, greeted)
    story.mind.learns("zo is het nu eenmaal", intent, sure=0.95)
    await ana.says("zo is het nu eenmaal")
    assert karim.one().text == "zo is het nu eenmaal"
    ana.hears_nothing()
    if greeted:
        await karim.says("dat hoor ik")
        ana.turns_the_page()
        await story.until_local("11:00")
        ana.hears_nothing()  # her hour went by
    await ana.says(DANGER["nl"])
    answered(ana)


@pytest.mark.parametrize("kind", ["sticker", "photo", "voice", "document"])
async def test_among_two_talks_every_message_says_whose_it_is(story: Story, kind: str) -> None:
    karim = await story.volunteer()
    ana, bea = await story.resident("Ana"), await story.resident("Bea")
    await story.talk(ana, karim)
    await ana.sends(kind)
    assert "Ana" not in "".join(m.text for m in karim.news), "with one talk it needs no name"
    await story.talk(bea, karim)
    for phone in (ana, bea):
        karim.turns_the_page()
        await phone.sends(kind)
        assert "".join(m.text for m in karim.news).strip(":") == phone.name
        assert [m.kind for m in karim.news][-1] == kind
        assert all(m.protect for m in karim.news)
        await karim.says(f"dit is voor {phone.name}", reply_to=karim.last)
        assert phone.last.text.endswith(f"dit is voor {phone.name}")


@pytest.mark.parametrize("kind", ["location", "contact"])
async def test_among_two_talks_a_card_says_whose_it_is(story: Story, kind: str) -> None:
    karim = await story.volunteer()
    for name in ("Ana", "Bea"):
        phone = await story.resident(name)
        await story.talk(phone, karim)
        await phone.sends(kind)
        karim.turns_the_page()
        await phone.touches(cards.BUTTON_YES)
        assert [m.text for m in karim.news] == [f"{name}:", ""]
        assert all(m.protect for m in karim.news)


@pytest.mark.parametrize("late", [True, False])
@pytest.mark.parametrize("how", ["she stops", "he takes another", "he ends it"])
async def test_words_for_one_never_go_to_another(story: Story, how: str, late: bool) -> None:
    """What he wrote before he read for whom his words now are goes to nobody."""
    karim = await story.volunteer()
    bea, ana = await story.resident("Bea", hour=None), await story.resident("Ana", hour=None)
    await story.talk(bea, karim)
    if how == "he takes another":
        await asks(story, ana)
        story.wire.tap(karim.id, karim.last.message_id, karim.last.inline[0].data)
        hers, other = bea, ana
    else:
        await story.talk(ana, karim)
        hers, other = ana, bea
        if how == "she stops":
            ana.writes("stop")
        else:
            karim.writes("/close")
    await decides(story)
    other.turns_the_page()
    karim.writes("wat u over uw zoon zei, blijft onder ons")
    if late:
        while await story.app.sender.send_some():
            pass
    await story.settles()
    assert "zoon" not in "".join((*other.screen.ever, *hers.screen.ever))
    asked, told = {
        "she stops": (CROSSED_TURN, NOW_WITH),
        "he takes another": (WHICH_TALK, YOURS_TOO),
        "he ends it": (OR_ANSWER, outcomes.ASK),
    }[how]
    karim.reads(asked, name=other.name)
    karim.reads(told, name=other.name)
    if how == "he ends it":
        await karim.says(f"dag {other.name}")
        await karim.taps(story.text(BUTTON_TO, "nl", name=other.name))
    else:
        await karim.says(f"dag {other.name}", reply_to=None if how == "she stops" else karim.last)
    assert other.last.text == story.text(
        FROM_VOLUNTEER, "nl", name="Karim", words=f"dag {other.name}"
    )


async def asks(story: Story, ana: Phone) -> None:
    await ana.says("/human")
    await ana.touches(BUTTON_YES)


@pytest.mark.parametrize("command", ["/close", "/release", "/meet vrijdag om 10 uur"])
async def test_nor_does_a_command(story: Story, command: str) -> None:
    karim = await story.volunteer()
    bea, ana = await story.resident("Bea", hour=None), await story.resident("Ana", hour=None)
    await story.talk(bea, karim)
    await story.talk(ana, karim)
    ana.writes("stop")
    await decides(story)
    bea.turns_the_page()
    karim.writes(command)
    await story.settles()
    bea.hears_nothing()
    karim.reads(CROSSED_TURN, name="Bea")
    assert not [m for m in karim.news if m.inline]
    await karim.says("/close")
    assert story.text(outcomes.BUTTONS["met"], "nl") in karim.last.labels


async def test_by_a_tap_he_turns_and_a_word_that_crossed_it_waits(story: Story) -> None:
    karim = await story.volunteer()
    bea, ana = await story.resident("Bea", hour=None), await story.resident("Ana", hour=None)
    await story.talk(bea, karim)
    await story.talk(ana, karim)
    await karim.says("/talks")
    story.wire.tap(karim.id, karim.last.message_id, "talk:1")
    await decides(story)
    karim.writes("nog voor Ana bedoeld")
    await story.settles()
    karim.reads(WHICH_TALK)
    assert not [s for _, chat, s in story.wire.sent if isinstance(s, Say) and "bedoeld" in s.text]
    await karim.taps(story.text(BUTTON_TO, "nl", name="Ana"))
    assert ana.last.text.endswith("nog voor Ana bedoeld")
    assert "bedoeld" not in "".join(bea.screen.ever)


async def test_a_message_of_a_talk_that_is_over_is_answered_to_nobody(story: Story) -> None:
    """Neither a reply nor a reaction goes to the next resident, whatever its number there is."""
    karim = await story.volunteer()
    bea, ana = await story.resident("Bea", hour=None), await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    for number in range(4):
        await ana.says(f"dit is van Ana {number}")
    hers = [m for m in karim.news if "van Ana" in m.text] or [karim.last]
    old = hers[-1]
    await karim.says("/close")
    await story.talk(bea, karim)
    before = [(m.text, m.reaction) for m in bea.screen.messages]
    await karim.says("uw zoon komt wel terug", reply_to=old)
    karim.reads(NOT_YOURS)
    await karim.reacts(old, "❤")
    assert [(m.text, m.reaction) for m in bea.screen.messages] == before
    assert "uw zoon" not in "".join(ana.screen.ever)
    await asks(story, ana)
    karim.turns_the_page()
    await karim.taps(story.text(BUTTON_CLAIM, "nl"))
    await karim.says("we spraken daarover", reply_to=old)
    assert "we spraken daarover" in ana.last.text, "she talks with him again"


async def test_what_she_answers_of_an_earlier_talk_points_at_nothing_of_another(
    story: Story,
) -> None:
    karim, lies = await story.volunteer("Karim"), await story.volunteer("Lies")
    ana = await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    await karim.says("wat ik u toen schreef")
    of_karim = ana.last
    mine = await ana.says("en ik hem")
    await karim.says("/release")
    await lies.touches(BUTTON_CLAIM)
    await lies.says("dag Ana")
    for about in (of_karim, mine):
        lies.turns_the_page()
        await ana.says("zie wat daar stond", reply_to=about)
        assert lies.last.text == "zie wat daar stond"
        assert lies.last.reply_to is None
        await ana.reacts(of_karim, "❤")
    assert not any(m.reaction for m in lies.screen.messages)
    assert not any(m.reaction for m in karim.screen.messages)


async def test_what_never_arrives_keeps_nobody_from_writing(story: Story) -> None:
    """Telegram took his alert's answer and not our word: he is not shut out of his talk."""
    karim, ana = await story.volunteer(), await story.resident("Ana", hour=None)
    await asks(story, ana)
    story.wire.tap(karim.id, karim.last.message_id, karim.last.inline[0].data)
    await decides(story)
    async with story.store.write() as session:
        waiting = update(Message).where(Message.chat_id == karim.id, Message.state == "queued")
        await session.execute(waiting.values(state="failed", payload=None))
    await karim.says("dag Ana")
    assert ana.last.text.endswith("dag Ana")
