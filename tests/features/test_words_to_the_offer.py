"""What she types under the preview: a yes in her own words brings its buttons again and shares
nothing, a plain no ends it, what is said about it brings the text again with a word on how to
change it, and what is about something else is heard as ever."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from bot.handoff_texts import (
    BUTTON_LESS,
    BUTTON_NO,
    BUTTON_YES,
    LESS_HOW,
    NOT_SHARED,
    NOTHING_YET,
    ONLY_BY,
    PREVIEW_BELOW,
    STRIKE_HOW,
    TAP_TO_SHARE,
    TELL_LATER,
    WHO_COMES,
)
from bot.store.tables import Consent, Person

from .story import Phone, Story
from .test_handoff import WISH, asks
from .test_previews import WORDS, live
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
    await story.passes(minutes=1)
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


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "nee laat maar"), ("fr", "non laisse"), ("en", "no leave it")]
)
async def test_a_no_in_words_closes_it_at_once(story: Story, language: str, words: str) -> None:
    """Whatever the model makes of it."""
    karim, ana = await offered(story, language)
    story.mind.learns(words, "skip", sure=0.9)
    await ana.says(words)
    assert ana.one().text == story.text(NOT_SHARED, language)
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
    assert story.text(TAP_TO_SHARE, "nl") not in ana.last.text
    left = "declined" if words == "stop" else "offered"  # who wants silence is asked nothing more
    assert (await story.handoff()).state == left


async def test_in_the_middle_of_a_check_in(story: Story) -> None:
    """The preview is what she reads last, so a yes is for it."""
    _, ana = await offered(story)
    await ana.says("nee")
    await story.until_local("09:30", days=1)
    await asks(story, ana)
    story.mind.learns("ja doe maar", "affirm", sure=0.9)
    await ana.says("ja doe maar")
    ana.reads(TAP_TO_SHARE)


# words, what the model takes them for, and how sure it is
ABOUT = [
    ("nl", "dat van alleen zitten moet er af", "deny", 0.9),
    ("nl", "nee ik wil wel iemand, alleen dat zinneke weg", "deny", 0.9),
    ("nl", "nee, ik wil met iemand praten, maar niet over mijn man", "deny", 0.9),
    ("nl", "dat eerste zinnetje mag weg", "smalltalk", 0.2),
    ("nl", "ja maar die eerste zin moet eruit", "affirm", 0.9),
    ("fr", "mettez que c'est pour une ampoule", "out_of_scope", 0.9),
    ("fr", "non. mettez que c'est pour une ampoule", "deny", 0.9),
    ("en", "no, I do want someone, just not that about my son", "deny", 0.9),
    ("en", "leave the bit about my husband out", "tell_loss", 0.9),
]


@pytest.mark.parametrize("address", ["formal", "informal"])
@pytest.mark.parametrize(("language", "words", "intent", "sure"), ABOUT)
async def test_what_is_said_about_it_brings_it_again(
    story: Story, language: str, words: str, intent: str, sure: float, address: str
) -> None:
    karim = await story.volunteer("Karim", "nl", language)
    ana = await story.resident("Ana", language, hour=None)
    story.mind.learns(WORDS, "request_human", sure=0.9)
    await ana.says(WORDS)
    async with story.store.write() as session:
        await session.execute(update(Person).values(address=address))
    labels, text = ana.last.labels, ana.last.text
    story.mind.learns(words, intent, sure=sure)
    await ana.says(words)
    how = " ".join(
        story.house.words(language, address, t) for t in (NOTHING_YET, STRIKE_HOW, TELL_LATER)
    )
    assert ana.one().text.endswith(how)
    assert ana.one().labels == labels
    assert story.text(PREVIEW_BELOW, language) in [m.text for m in ana.screen.messages]
    assert "?" in text
    assert len(live(ana)) == 1
    karim.hears_nothing()
    assert (await story.handoff()).state == "offered"
    assert await story.rows(select(Consent).where(Consent.purpose == "share")) == []
    await ana.says(story.text(BUTTON_NO, language))
    ana.reads(NOT_SHARED)
    assert live(ana) == []


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_how_fits_the_buttons_that_are_there(story: Story, language: str) -> None:
    _, ana = await offered(story, language)
    button = story.text(BUTTON_LESS, language)
    await ana.says("hmhm mhm")
    ana.reads(LESS_HOW, button=button)
    await ana.taps(button)
    await ana.says("hmhm mhm")
    ana.reads(TELL_LATER)
    assert button not in ana.one().text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "wie is dat dan? ken ik die?"),
        ("fr", "c'est qui ? je la connais ?"),
        ("en", "who is that? do I know them?"),
    ],
)
async def test_who_would_read_it_is_answered_under_it(
    story: Story, language: str, words: str
) -> None:
    _, ana = await offered(story, language)
    story.mind.learns(words, "ask_bot_identity", sure=0.9)
    await ana.says(words)
    ana.reads(WHO_COMES)
    assert len(live(ana)) == 1


async def test_a_question_to_the_bot_is_answered_and_the_text_shown_again(story: Story) -> None:
    _, ana = await offered(story)
    story.mind.learns("bent u een mens?", "ask_bot_identity", sure=0.9)
    await ana.says("bent u een mens?")
    assert len(ana.news) == 2
    ana.hears("identity/machine")
    assert story.text(NOTHING_YET, "nl") in ana.last.text
    assert live(ana) == [ana.last.text]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "ik versta u niet goed, simpel aub"),
        ("fr", "parlez plus simplement"),
        ("en", "speak simple please"),
    ],
)
async def test_in_simpler_words_it_is_which_button_shares(
    story: Story, language: str, words: str
) -> None:
    karim, ana = await offered(story, language)
    await ana.says(words)
    ana.reads(ONLY_BY, button=story.text(BUTTON_YES, language))
    assert len(live(ana)) == 1
    karim.hears_nothing()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "wat is een vrijwilliger?"),
        ("fr", "c'est quoi un bénévole ?"),
        ("en", "what is a volunteer?"),
    ],
)
async def test_what_a_volunteer_is_is_told_and_the_text_shown_again(
    story: Story, language: str, words: str
) -> None:
    karim, ana = await offered(story, language)
    await ana.says(words)
    assert len(ana.news) == 2
    ana.hears("volunteer/say")
    assert story.text(NOTHING_YET, language) in ana.last.text
    assert live(ana) == [ana.last.text]
    karim.hears_nothing()


async def test_what_nobody_understands_is_about_what_she_read_last(story: Story) -> None:
    """She told of something else meanwhile, and goes on with that."""
    _, ana = await offered(story)
    story.mind.learns("de zon schijnt hier mooi", "smalltalk", sure=0.9)
    await ana.says("de zon schijnt hier mooi")
    await ana.says("en de kat ligt in de vensterbank")
    assert len(live(ana)) == 1
    ana.sees_not(story.text(NOTHING_YET, "nl"))


async def test_it_crossed_the_preview(story: Story) -> None:
    ana = await story.resident("Ana")
    story.mind.learns(WISH, "request_human", sure=0.9)
    story.mind.learns("dat van mijn zoon moet er af", "deny", sure=0.9)
    ana.writes(WISH)
    await decides(story)
    ana.writes("dat van mijn zoon moet er af")
    await story.settles()
    ana.sees_not(story.text(NOTHING_YET, "nl"))
    assert (await story.handoff()).state == "offered"


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_without_her_words_says_which_button_shares(story: Story, language: str) -> None:
    karim, ana = await offered(story, language)
    less, yes = story.text(BUTTON_LESS, language), story.text(BUTTON_YES, language)
    assert not less.startswith(("Ja", "Oui", "Yes"))
    await ana.taps(less)
    told = story.text(ONLY_BY, language, button=yes)
    assert any(m.text.endswith(told) and yes in m.labels for m in ana.screen.messages)
    karim.hears_nothing()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "dank u"),
        ("nl", "ok dan wacht ik"),
        ("fr", "merci beaucoup"),
        ("fr", "d'accord j'attends"),
        ("en", "thanks love"),
        ("en", "I'll wait then"),
    ],
)
async def test_thanks_bring_once_what_shares_it(story: Story, language: str, words: str) -> None:
    karim, ana = await offered(story, language)
    story.mind.learns(words, "thank", sure=0.9)
    await ana.says(words)
    assert ana.one().text.endswith(
        story.text(ONLY_BY, language, button=story.text(BUTTON_YES, language))
    )
    assert len(live(ana)) == 1
    await ana.says(words)
    assert story.text(ONLY_BY, language).split("{")[0] not in ana.last.text
    karim.hears_nothing()
    await ana.touches(BUTTON_YES)
    assert karim.news


@pytest.mark.parametrize("words", ["nee dank u", "non merci", "no thanks"])
async def test_no_thanks_is_a_no(story: Story, words: str) -> None:
    _, ana = await offered(story)
    await ana.says(words)
    ana.reads(NOT_SHARED)
    assert live(ana) == []


async def test_send_it_is_a_yes_in_words_and_shares_nothing(story: Story) -> None:
    karim, ana = await offered(story)
    story.mind.learns("mag ik nu eindelijk iemand hebben ja stuur het", "stop_contact", sure=0.9)
    await ana.says("mag ik nu eindelijk iemand hebben ja stuur het")
    ana.reads(TAP_TO_SHARE)
    karim.hears_nothing()
