"""A place or a contact card in a talk: passed on after a yes alone, with its sender's name."""

from __future__ import annotations

import pytest

from bot import cards, still_shared

from .story import Phone, Story

KINDS = pytest.mark.parametrize("kind", ["location", "contact"])
LANGUAGES = pytest.mark.parametrize("language", ["nl", "fr", "en"])
YES = {"nl": "ja", "fr": "oui", "en": "yes"}
NO = {"nl": "nee", "fr": "non", "en": "no"}


async def talking(story: Story, language: str, hers: bool) -> tuple[Phone, Phone]:
    """Whoever sends, and whoever reads."""
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.talk(ana, karim)
    return (ana, karim) if hers else (karim, ana)


@KINDS
@pytest.mark.parametrize("hers", [True, False])
@pytest.mark.parametrize("way", ["tap", "word"])
async def test_after_a_yes_with_the_name(story: Story, kind: str, hers: bool, way: str) -> None:
    sender, reader = await talking(story, "nl", hers)
    await sender.sends(kind)
    sender.reads(cards.ASK_PLACE if kind == "location" else cards.ASK_CONTACT, name=reader.name)
    reader.hears_nothing()
    data, question = sender.last.inline[0].data, sender.last
    if way == "tap":
        await sender.forges(data, question)
    else:
        await sender.says("ja")
    header, card = reader.news
    assert header.text == f"{sender.name}:"
    assert card.kind != "text"
    await sender.forges(data, question)  # tapped once more
    assert len(reader.news) == 2
    told = story.text(cards.PASSED_ON, "nl", name=reader.name)
    assert told in [message.text for message in sender.screen.messages]


@LANGUAGES
@pytest.mark.parametrize("hers", [True, False])
async def test_a_no_shows_it_to_nobody(story: Story, language: str, hers: bool) -> None:
    sender, reader = await talking(story, language, hers)
    await sender.sends("contact")
    await sender.says(NO[language])
    sender.reads(cards.NOT_PASSED)
    await sender.sends("location")
    await sender.touches(cards.BUTTON_NO)
    reader.hears_nothing()
    await sender.says(YES[language])  # by now for whom they talk with
    assert reader.one().text.endswith(YES[language])


@pytest.mark.parametrize("hers", [True, False])
async def test_a_yes_written_before_the_question_is_for_something_else(
    story: Story, hers: bool
) -> None:
    """'Are you at home?' A place by a slip of the finger, and 'ja' in the same seconds."""
    sender, reader = await talking(story, "nl", hers)
    sender._sends("location", "")
    sender.writes("ja")
    await story.settles()
    assert not [m for m in reader.news if m.kind == "location"]
    sender.turns_the_page()
    await sender.says("ok")
    assert not [m for m in reader.news if m.kind == "location"], "an 'ok' is no yes to a place"


@LANGUAGES
@pytest.mark.parametrize("way", ["tap", "word"])
async def test_what_stays_here_is_not_told_as_gone(story: Story, language: str, way: str) -> None:
    """She is asked whether she still shares, or so much came at once: help does not know where
    she is, and she does not read that it does."""
    ana, karim = await talking(story, language, hers=True)
    doubtful = {"nl": "laat maar", "fr": "laissez", "en": "never mind"}[language]
    await ana.sends("location")
    data, question = ana.last.inline[0].data, ana.last
    if way == "tap":
        await ana.says(doubtful)
        await ana.forges(data, question)
    else:
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr("bot.floods.MOST_IN_A_FLOOD", 0)
            await ana.says(YES[language])
    ana.sees_not(story.text(cards.PASSED_ON, language, name="Karim"))
    karim.hears_nothing()
    if way == "tap":
        await ana.touches(still_shared.BUTTON_SHARE_ON)
        karim.turns_the_page()
    await ana.forges(data, question)  # the question stands
    assert [m.kind for m in karim.news][-1] == "location"


async def test_after_the_talk_nothing_goes(story: Story) -> None:
    karim, ana = await talking(story, "nl", hers=False)
    await ana.sends("location")
    data, question = ana.last.inline[0].data, ana.last
    await karim.sends("contact")
    his, asked = karim.last.inline[0].data, karim.last
    await karim.says("/close")
    for phone in (ana, karim):
        phone.turns_the_page()
    await ana.forges(data, question)
    await karim.forges(his, asked)
    await karim.forges("card:yes:99", asked)
    for phone in (ana, karim):
        assert not [m for m in phone.news if m.kind != "text"]
