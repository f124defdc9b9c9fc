"""What may be a wish to end the sharing, in words of hers that are not kept, is held back and asked
about: what is not for who reads along (`bot.kept_from`), and what the language model doubts."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import report_texts
from bot.still_shared import (
    BUTTON_SHARE_ON,
    BUTTON_STOP_NOW,
    FACT,
    GOES_ON,
    GOES_ON_ONCE,
    NOT_GONE_ON,
    STILL_SHARED,
    WENT_ON,
)
from bot.store.tables import Fact
from bot.understanding import ENDS

from .story import Story
from .test_enough import LANGUAGES, LATER, talk

HALF = {
    "nl": ("zeg dat niet tegen Karim", "mijn dochter wil dat ge stopt met delen"),
    "fr": ("ne dites rien à Karim", "ma fille veut que vous arrêtiez de partager"),
    "en": ("don't tell Karim this", "my daughter wants you to stop sharing"),
}
FUN = {
    "nl": "hou op, ge doet mij lachen",
    "fr": "arrête, tu me fais rire",
    "en": "stop, you make me laugh",
}
EACH = [(language, words) for language in LANGUAGES for words in HALF[language]]
PLAIN = {"nl": "stop met delen", "fr": "arrêtez de partager", "en": "stop sharing"}


@pytest.mark.parametrize(("language", "words"), EACH)
async def test_it_is_asked_about(story: Story, language: str, words: str) -> None:
    ana, karim = await talk(story, language)
    story.mind.doubts[HALF[language][1]] = ENDS
    await ana.says(words)
    ana.one()
    ana.reads(STILL_SHARED, name="Karim")
    await ana.says(LATER[language] + " 2")
    karim.hears_nothing()
    (kept,) = await story.rows(select(Fact.value).where(Fact.key == FACT))
    assert words not in kept
    await ana.touches(BUTTON_STOP_NOW)
    assert (await story.handoff()).state == "withdrawn"
    karim.sees_not(words, LATER[language] + " 2")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_her_tap_lets_it_go_on(story: Story, language: str) -> None:
    """Telegram shows us with it what it is about."""
    ana, karim = await talk(story, language)
    words = HALF[language][0]
    await ana.says(words)
    await ana.touches(BUTTON_SHARE_ON)
    told = (story.text(text, language, name="Karim") for text in (GOES_ON, WENT_ON))
    assert ana.last.text == " ".join(told)
    assert karim.one().text.endswith(words)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_of_her_no_in_a_word_she_reads_that_it_did_not_go_on(
    story: Story, language: str
) -> None:
    ana, karim = await talk(story, language)
    await ana.says(HALF[language][0])
    await ana.says({"nl": "nee", "fr": "non", "en": "no"}[language])
    ana.sees(story.text(NOT_GONE_ON, language, name="Karim"))
    ana.sees_not(story.text(WENT_ON, language, name="Karim"))
    karim.hears_nothing()
    await ana.says(LATER[language] + " 2")
    karim.sees(LATER[language] + " 2")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_ordinary_talk_goes_on(story: Story, language: str) -> None:
    ana, karim = await talk(story, language)
    await ana.says(FUN[language])
    karim.sees(FUN[language])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_below_a_photo(story: Story, language: str) -> None:
    ana, karim = await talk(story, language)
    await ana.sends("photo", PLAIN[language])
    ana.reads(STILL_SHARED, name="Karim")
    karim.hears_nothing()
    await ana.touches(BUTTON_SHARE_ON)
    assert [m.kind for m in karim.news] == ["photo"]


# --- what she changes while she is asked --------------------------------------------------------

HELD = {"nl": "laat maar", "fr": "finalement non", "en": "never mind"}
HE_HIT = {"nl": "Karim heeft mij geslagen", "fr": "Karim m'a frappée", "en": "Karim hit me"}
NO = {"nl": "nee, ga door", "fr": "non continuez", "en": "no, go on"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_change_of_what_he_has_does_not_go_on_and_she_reads_so(
    story: Story, language: str
) -> None:
    ana, karim = await talk(story, language)
    mine = await ana.says(LATER[language] + " 2")
    karim.turns_the_page()
    await ana.edits(mine, HALF[language][0])
    ana.reads(STILL_SHARED, name="Karim")
    await ana.touches(BUTTON_SHARE_ON)
    shown = "\n".join(one.text for one in ana.screen.messages)
    assert story.text(NOT_GONE_ON, language, name="Karim") in shown
    ana.sees_not(story.text(WENT_ON, language, name="Karim"))
    karim.sees_not(HALF[language][0])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_words_that_she_changed_go_on_as_they_are(story: Story, language: str) -> None:
    ana, karim = await talk(story, language)
    mine = await ana.says(HELD[language])
    await story.passes(minutes=1)
    await ana.edits(mine, LATER[language] + " 2")
    await ana.touches(BUTTON_SHARE_ON)
    karim.sees(LATER[language] + " 2")
    karim.sees_not(HELD[language])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_of_the_words_that_she_changed_nothing_is_kept(story: Story, language: str) -> None:
    ana, karim = await talk(story, language)
    mine = await ana.says(HELD[language])
    await ana.edits(mine, LATER[language] + " 2")
    (kept,) = await story.rows(select(Fact.value).where(Fact.key == FACT))
    assert HELD[language] not in kept
    assert LATER[language] not in kept
    await ana.says(NO[language])
    ana.sees(story.text(NOT_GONE_ON, language, name="Karim"))
    karim.hears_nothing()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_complaint_that_it_became_is_asked_about(story: Story, language: str) -> None:
    """Before the button is touched, and whatever she answered about the complaint then."""
    ana, karim = await talk(story, language)
    mine = await ana.says(HALF[language][0])
    asked = ana.last
    await story.passes(minutes=1)
    await ana.edits(mine, HE_HIT[language])
    await ana.touches(report_texts.BUTTON_NOBODY)
    await ana.forges(asked.inline[1].data, asked)
    ana.reads(report_texts.ASK_COMPLAINT, name="Karim")
    shown = "\n".join(one.text for one in ana.screen.messages)
    assert story.text(GOES_ON_ONCE, language, name="Karim") in shown
    ana.sees_not(*(story.text(text, language, name="Karim") for text in (GOES_ON, WENT_ON)))
    karim.sees_not(HE_HIT[language])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_beside_a_complaint_that_waits_he_reads_nothing_yet(
    story: Story, language: str
) -> None:
    """Her no lets the first go on; what follows waits for the other question."""
    ana, karim = await talk(story, language)
    await ana.says(HELD[language])
    asked = ana.last
    await ana.says(HE_HIT[language])
    await ana.forges(asked.inline[1].data, asked)
    (told,) = [one.text for one in ana.screen.messages if one.message_id == asked.message_id]
    texts = (GOES_ON_ONCE, WENT_ON)
    assert told == " ".join(story.text(text, language, name="Karim") for text in texts)
    karim.turns_the_page()
    await ana.says(LATER[language] + " 2")
    karim.hears_nothing()
