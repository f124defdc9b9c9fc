"""A volunteer who holds several talks never writes to the wrong resident unaware."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import appointment_texts
from bot.addressee_texts import (
    BUTTON_TO,
    NOT_THERE,
    NOW_WITH,
    OTHER_NAME,
    WENT_ALREADY,
    WHICH_COMMAND,
    WHICH_TALK,
    YOURS_TOO,
)
from bot.handoff_texts import (
    BUTTON_CLAIM,
    BUTTON_YES,
    CLOSED_RESIDENT,
    NAMELESS,
    REPLY_NUDGE,
)
from bot.lifecycle import HELD
from bot.store.tables import Handoff, Relay
from bot.store.tables import Update as Inbox
from bot.writing import TOO_LATE

from .story import Phone, Story

SECRET = "wat u over uw zoon zei, blijft onder ons"


async def two(story: Story, language: str = "nl") -> tuple[Phone, Phone, Phone]:
    """Karim wrote to Ana, then to Bea, and each of them has written."""
    karim = await story.volunteer("Karim", language, "nl")
    ana, bea = await story.resident("Ana", hour=None), await story.resident("Bea", hour=None)
    for phone in (ana, bea):
        await story.talk(phone, karim)
    await ana.says("mijn zoon komt niet meer")
    karim.turns_the_page()
    ana.turns_the_page()
    bea.turns_the_page()
    return ana, bea, karim


def to(story: Story, phone: Phone, language: str = "nl") -> str:
    return story.text(BUTTON_TO, language, name=phone.name)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_when_another_wrote_he_is_asked_and_a_tap_sends_it(
    story: Story, language: str
) -> None:
    ana, bea, karim = await two(story, language)
    mine = await karim.says(SECRET)
    bea.hears_nothing()
    ana.hears_nothing()
    karim.reads(WHICH_TALK)
    question, *choices = karim.news
    assert [(one.text, one.labels) for one in choices] == [
        ("Ana", [to(story, ana, language)]),
        ("Bea", [to(story, bea, language)]),
    ]
    assert all(one.reply_to == mine.message_id and one.protect for one in choices)
    assert not question.protect
    assert "Ana" not in question.text
    await karim.taps(to(story, ana, language))
    assert ana.one().text.endswith(SECRET)
    bea.hears_nothing()
    karim.reads(NOW_WITH, name="Ana")
    assert (choices[0].text, choices[0].inline) == ("Ana ✓", ())
    await karim.says("tot morgen")
    assert ana.last.text.endswith("tot morgen")
    karim.hears_nothing()
    await karim.edits(mine, "wat u zei, blijft onder ons")
    assert ana.news[0].text.endswith("wat u zei, blijft onder ons")


async def test_nothing_of_it_is_kept_meanwhile(story: Story) -> None:
    ana, _bea, karim = await two(story)
    await karim.says(SECRET)
    assert not [raw for raw in await story.rows(select(Inbox.raw)) if raw]
    await karim.taps(to(story, ana))
    assert not [raw for raw in await story.rows(select(Inbox.raw)) if raw]


async def test_what_he_mended_before_the_tap_goes_mended(story: Story) -> None:
    ana, _bea, karim = await two(story)
    mine = await karim.says("dag Bea")
    await karim.edits(mine, "dag Ana")
    ana.hears_nothing()
    await karim.taps(to(story, ana))
    assert ana.one().text == "Karim: dag Ana"


async def test_what_he_deleted_before_the_tap_goes_to_nobody(story: Story) -> None:
    ana, bea, karim = await two(story)
    mine = await karim.says(SECRET)
    karim.screen.messages.remove(mine)
    await karim.taps(to(story, ana))
    karim.reads(NOT_THERE, name="Ana")
    ana.hears_nothing()
    bea.hears_nothing()
    await karim.says("dag Ana")
    assert ana.one().text == "Karim: dag Ana"


async def test_it_goes_once(story: Story) -> None:
    ana, bea, karim = await two(story)
    await karim.says(SECRET)
    first, second = (one for one in karim.news if one.inline)
    await karim.forges(second.inline[0].data, second)
    assert bea.one().text.endswith(SECRET)
    for again in (first, second):
        data = f"to:{1 if again is first else 2}"
        await karim.forges(data, again)
        assert karim.toasts == [story.text(WENT_ALREADY, "nl")]
    ana.hears_nothing()
    bea.one()
    assert len(await story.rows(select(Relay).where(Relay.from_chat == karim.id))) == 3


@pytest.mark.parametrize("kind", ["photo", "voice", "sticker", "forwarded"])
async def test_every_kind_of_message_waits_and_goes_as_it_is(story: Story, kind: str) -> None:
    ana, bea, karim = await two(story)
    if kind == "forwarded":
        await karim.forwards("kettingbrief")
    else:
        await karim.sends(kind, "kijk" if kind == "photo" else "")
    bea.hears_nothing()
    await karim.taps(to(story, ana))
    if kind == "forwarded":
        assert "↪" in ana.one().text
    else:
        assert ana.one().kind == kind
    assert ("kijk" in ana.one().text) == (kind == "photo")
    bea.hears_nothing()


async def test_whoever_takes_another_is_asked_before_the_first_word(story: Story) -> None:
    """He means to say to Bea that he is back in a moment."""
    karim = await story.volunteer()
    bea, ana = await story.resident("Bea", hour=None), await story.resident("Ana", hour=None)
    await story.talk(bea, karim)
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    await karim.touches(BUTTON_CLAIM)
    karim.reads(YOURS_TOO, name="Ana", when="09:30")
    yours = karim.last
    ana.turns_the_page()
    await karim.says("ik ben zo terug bij u")
    ana.hears_nothing()
    await karim.taps(to(story, bea))
    assert bea.one().text.endswith("ik ben zo terug bij u")
    assert (await story.handoff()).state == "claimed"
    await karim.says("dag Ana, ik lees u", reply_to=yours)
    assert ana.one().text.endswith("dag Ana, ik lees u")
    karim.reads(NOW_WITH, name="Ana")
    assert (await story.handoff()).state == "greeted"


@pytest.mark.parametrize("minutes", [59, 61])
async def test_after_an_hour_of_silence_he_is_asked(story: Story, minutes: int) -> None:
    ana, bea, karim = await two(story)
    await karim.forges("talk:1")
    await story.passes(minutes=minutes)
    await karim.says("nog iets")
    if minutes < 60:
        assert ana.one().text.endswith("nog iets")
        karim.hears_nothing()
    else:
        ana.hears_nothing()
        karim.reads(WHICH_TALK)
    bea.hears_nothing()


async def test_her_answer_keeps_it_fresh(story: Story) -> None:
    ana, _bea, karim = await two(story)
    await karim.forges("talk:1")
    await story.passes(minutes=100)
    await ana.says("ik ben er weer")
    ana.turns_the_page()
    karim.turns_the_page()
    await karim.says("dag, goed zo")
    assert ana.one().text.endswith("goed zo")
    karim.hears_nothing()


@pytest.mark.parametrize("minutes", [5, 15])
async def test_a_reminder_of_another_is_no_word_to_this_one(story: Story, minutes: int) -> None:
    """'Ana wrote and has no answer yet': what he writes then may be the answer."""
    _ana, bea, karim = await two(story)
    await story.passes(hours=2, minutes=50)
    await bea.says("bent u daar")
    await karim.says("ja, voor u", reply_to=karim.last)
    bea.turns_the_page()
    await story.passes(minutes=minutes)  # at noon Ana waits for three hours
    if minutes > 10:
        karim.reads(REPLY_NUDGE, name="Ana")
    await karim.says("het spijt me, ik lees u nu pas")
    if minutes > 10:
        karim.reads(WHICH_TALK)
        bea.hears_nothing()
    else:
        assert bea.one().text.endswith("ik lees u nu pas")


async def test_nor_is_an_appointment_of_another(story: Story) -> None:
    ana, bea, karim = await two(story)
    await karim.says("/meet vrijdag om 10 uur aan de balie", reply_to=karim.screen.messages[-1])
    await karim.touches(appointment_texts.BUTTON_PROPOSE)
    await karim.forges("talk:2")
    bea.turns_the_page()
    await ana.touches(appointment_texts.BUTTON_NO)
    karim.reads(appointment_texts.REFUSED_VOLUNTEER)
    await karim.says("geen zorg, we kiezen een andere dag")
    karim.reads(WHICH_TALK)
    bea.hears_nothing()


@pytest.mark.parametrize("command", ["/close", "/release", "/report", "/meet vrijdag om 10 uur"])
async def test_a_command_is_asked_about_too(story: Story, command: str) -> None:
    ana, bea, karim = await two(story)
    await karim.says(command)
    name = command.split()[0]
    karim.reads(WHICH_COMMAND, command=name[1:])
    labels = [label for one in karim.news for label in one.labels]
    assert labels == [f"{name}: Ana", f"{name}: Bea"]
    ana.hears_nothing()
    bea.hears_nothing()
    assert len(await story.rows(select(Handoff).where(Handoff.state.in_(HELD)))) == 2


async def test_a_command_may_reply_to_say_whose_talk(story: Story) -> None:
    ana, bea, karim = await two(story)
    from_ana = next(m for m in karim.screen.messages if "mijn zoon" in m.text)
    await karim.says("/close", reply_to=from_ana)
    ana.reads(CLOSED_RESIDENT, name="Karim")
    bea.hears_nothing()
    await karim.says("/close", reply_to=from_ana)
    bea.hears_nothing()


async def test_who_stopped_sharing_leaves_the_question_too(story: Story) -> None:
    ana, bea, karim = await two(story)
    await karim.says(SECRET)
    hers = next(one for one in karim.news if one.text == "Ana")
    bea.turns_the_page()
    await ana.says("stop")
    karim.sees_not("Ana")
    await karim.forges("to:1", hers)
    assert karim.toasts == [story.text(TOO_LATE, "nl")]
    assert "zoon zei" not in "".join((*ana.screen.ever, *bea.screen.ever))


async def test_nobody_else_sends_it_by_that_button(story: Story) -> None:
    """Nor do words of the bot go anywhere by it."""
    ana, bea, karim = await two(story)
    lies = await story.volunteer("Lies")
    await lies.says("dag")
    await lies.forges("to:1")
    ana.hears_nothing()
    await karim.forges("to:1", karim.last)
    karim.reads(NOT_THERE, name="Ana")
    ana.hears_nothing()
    bea.hears_nothing()


@pytest.mark.parametrize("name", ["", "Maria"])
async def test_two_who_are_called_alike_are_told_apart(story: Story, name: str) -> None:
    karim = await story.volunteer()
    first, second = [await story.resident(name, hour=None) for _ in range(2)]
    for phone in (first, second):
        await story.talk(phone, karim)
        karim.turns_the_page()
    shown = name or story.text(NAMELESS, "nl")
    await first.says("mijn zoon komt niet meer")
    assert karim.one().text == f"{shown} (1):\nmijn zoon komt niet meer"
    for phone in (first, second):
        phone.turns_the_page()
    await karim.says(SECRET)
    _, *choices = karim.news
    assert [one.text for one in choices] == [f"{shown} (1)", f"{shown} (2)"]
    await karim.taps(story.text(BUTTON_TO, "nl", name=f"{shown} (1)"))
    assert first.one().text.endswith(SECRET)
    second.hears_nothing()
    await first.says("stop")
    karim.turns_the_page()
    await second.says("dag")
    assert karim.one().text == "dag"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "Dag Ana, wat scheelt er?"),
        ("nl", "Ana, ik lees u nu pas"),
        ("fr", "Bonjour Ana, comment allez-vous ?"),
        ("en", "hello Ana, how are you?"),
    ],
)
@pytest.mark.parametrize("reply", [True, False])
async def test_words_that_begin_with_the_name_of_another_wait(
    story: Story, language: str, words: str, reply: bool
) -> None:
    ana, bea, karim = await two(story, language)
    await bea.says("bent u daar")
    await karim.says("ja", reply_to=karim.last)
    from_bea = next(m for m in karim.screen.messages if "bent u daar" in m.text)
    bea.turns_the_page()
    await karim.says(words, reply_to=from_bea if reply else None)
    bea.hears_nothing()
    ana.hears_nothing()
    karim.reads(WHICH_TALK)
    await karim.taps(to(story, ana, language))
    assert ana.one().text.endswith(words)
    bea.sees_not("Ana")


async def test_her_own_name_and_a_name_further_on_go_at_once(story: Story) -> None:
    _, bea, karim = await two(story)
    await bea.says("bent u daar")
    await karim.says("ja", reply_to=karim.last)
    for words in ("dag Bea", "ik ben er, Bea en ik praten"):
        await karim.says(words)
        assert bea.last.text.endswith(words)
        karim.hears_nothing()


HAILS = pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "wa scheelt er ana, hoe ist"),
        ("fr", "ca va ana?"),
        ("en", "how are things, ana"),
    ],
)


@HAILS
async def test_the_name_of_another_anywhere_in_a_short_message_waits(
    story: Story, language: str, words: str
) -> None:
    ana, bea, karim = await two(story, language)
    await bea.says("bent u daar")
    await karim.says("ja", reply_to=karim.last)
    bea.turns_the_page()
    await karim.says(words)
    karim.reads(WHICH_TALK)
    bea.hears_nothing()
    ana.hears_nothing()


@HAILS
@pytest.mark.parametrize("how", ["stop", "/close", "/release"])
async def test_so_does_the_name_of_one_whose_talk_just_ended(
    story: Story, language: str, words: str, how: str
) -> None:
    ana, bea, karim = await two(story, language)
    if how == "stop":
        await ana.says("stop")
    else:
        from_ana = next(m for m in karim.screen.messages if "mijn zoon" in m.text)
        await karim.says(how, reply_to=from_ana)
    await karim.forges("talk:2")
    bea.turns_the_page()
    await karim.says(words)
    karim.reads(OTHER_NAME, name="Bea")
    bea.hears_nothing()
    await karim.taps(to(story, bea, language))
    assert bea.one().text.endswith(words)
