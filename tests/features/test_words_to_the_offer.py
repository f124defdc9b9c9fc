"""What she types under the preview: a yes in her own words brings its buttons again and shares
nothing, a no ends it, and whatever else she writes is heard as ever."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from bot.handoff_texts import BUTTON_YES, NOT_SHARED, TAP_TO_SHARE
from bot.store.tables import Consent, Person

from .story import Phone, Story
from .test_handoff import WISH, asks
from .test_too_early import decides

YESES = [
    ("nl", "ja doe maar"),
    ("nl", "ja, deel maar"),
    ("fr", "je veux bien"),
    ("fr", "oui partagez"),
    ("en", "yes please do"),
]


async def offered(story: Story, language: str = "nl") -> tuple[Phone, Phone]:
    karim = await story.volunteer("Karim", "nl", language)
    ana = await story.resident("Ana", language)
    await asks(story, ana)
    return karim, ana


@pytest.mark.parametrize("address", ["formal", "informal"])
@pytest.mark.parametrize(("language", "words"), YESES)
async def test_a_yes_in_her_own_words(
    story: Story, language: str, words: str, address: str
) -> None:
    karim, ana = await offered(story, language)
    async with story.store.write() as session:
        await session.execute(update(Person).values(address=address))
    buttons = ana.last.labels
    story.mind.learns(words, "affirm", sure=0.9)
    await ana.says(words)
    assert ana.one().text.endswith(story.house.words(language, address, TAP_TO_SHARE))
    assert ana.one().labels == buttons
    karim.hears_nothing()
    assert await story.rows(select(Consent).where(Consent.purpose == "share")) == []
    await ana.touches(BUTTON_YES)
    assert karim.news


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "nee doe maar niet"), ("fr", "ne partagez pas")]
)
async def test_a_no_in_her_own_words(story: Story, language: str, words: str) -> None:
    karim, ana = await offered(story, language)
    story.mind.learns(words, "deny", sure=0.9)
    await ana.says(words)
    ana.reads(NOT_SHARED)
    karim.hears_nothing()
    assert (await story.handoff()).state == "declined"


async def test_a_no_that_began_before_the_preview(story: Story) -> None:
    """Two messages of one turn: the first was written before she read what would be shared."""
    ana = await story.resident("Ana")
    story.mind.learns(WISH, "request_human", sure=0.9)
    story.mind.learns("nee toch niet\nlaat maar zo zijn", "deny", sure=0.9)
    ana.writes(WISH)
    await decides(story)
    ana.writes("nee toch niet")
    while await story.app.sender.send_some():
        pass
    ana.writes("laat maar zo zijn")
    await story.settles()
    assert (await story.handoff()).state == "offered"


async def test_the_words_of_a_button_typed(story: Story) -> None:
    """Without its comma the model took the Dutch one for a question about privacy."""
    _, ana = await offered(story)
    for typed in ("ja deel deze tekst", "nee niet delen"):
        story.mind.learns(typed, "ask_privacy", sure=0.6)
    await ana.says("ja deel deze tekst")
    ana.reads(TAP_TO_SHARE)
    await ana.says("nee niet delen")
    ana.reads(NOT_SHARED)


async def test_a_yes_without_the_language_model(story: Story) -> None:
    _, ana = await offered(story)
    story.mind.down = True
    await ana.says("doe maar")
    ana.reads(TAP_TO_SHARE)


@pytest.mark.parametrize(
    ("words", "intents", "sure"),
    [
        ("ja misschien", ("affirm",), 0.45),
        ("nee misschien", ("deny",), 0.45),
        ("ja gezellig", ("smalltalk", "affirm"), 0.9),
        ("ja het regent", (), 0.9),
        ("stop", ("affirm",), 0.9),
    ],
)
async def test_anything_else_is_heard_as_ever(
    story: Story, words: str, intents: tuple[str, ...], sure: float
) -> None:
    _, ana = await offered(story)
    if intents:
        story.mind.learns(words, *intents, sure=sure)
    await ana.says(words)
    assert story.text(TAP_TO_SHARE, "nl") not in ana.one().text
    assert (await story.handoff()).state == "offered"


async def test_in_the_middle_of_a_check_in(story: Story) -> None:
    """The preview is what she reads last, so a yes is for it."""
    _, ana = await offered(story)
    await ana.says("nee")
    await story.until_local("09:30", days=1)
    await asks(story, ana)
    story.mind.learns("ja doe maar", "affirm", sure=0.9)
    await ana.says("ja doe maar")
    ana.reads(TAP_TO_SHARE)
