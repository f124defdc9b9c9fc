"""She types for whom her complaint is. We no longer see what she wrote: Telegram shows it to us
with a tap alone, and she reads which."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import report_texts as texts
from bot.addressee_texts import BUTTON_TO
from bot.complaint_answers import for_him
from bot.i18n import Text
from bot.reads_along import TOLD_APART
from bot.store.bridge import Report

from .story import Phone, Story
from .test_complaints import AFTER, LANGUAGES, WORDS, talking
from .test_complaints_below import COORDINATOR
from .test_enough import LATER

FOR_HIM = {
    "nl": (
        "het was voor Karim",
        "dat was voor hem bedoeld",
        "stuur het maar naar Karim",
        "voor Karim",
    ),
    "fr": ("c'était pour Karim", "non c'est pour lui", "envoyez-le à Karim", "pour Karim bien sûr"),
    "en": ("it was for Karim", "no, that's for him", "send it to Karim", "for Karim"),
}
NOT_FOR_HIM = {
    "nl": ("het was niet voor Karim", "voor Karim is alles goed", "is het voor Karim?", "voor mij"),
    "fr": (
        "ce n'était pas pour Karim",
        "pour Karim tout va bien",
        "c'est pour Karim ?",
        "pour moi",
    ),
    "en": ("it was not for Karim", "for Karim all is well", "is it for Karim?", "for me"),
}


def reads(ana: Phone, text: Text) -> None:
    labels = (texts.BUTTON_TELL, BUTTON_TO, texts.BUTTON_NOBODY)
    tell, to, nobody = (ana.story.text(one, ana.language, name="Karim") for one in labels)
    ana.reads(text, name="Karim", tell=tell, to=to, nobody=nobody)


@LANGUAGES
def test_that_it_was_for_him(language: str) -> None:
    for words in FOR_HIM[language]:
        assert for_him(words, "Karim"), words
    for words in NOT_FOR_HIM[language]:
        assert not for_him(words, "Karim"), words


@LANGUAGES
@pytest.mark.parametrize("which", [0, 1, 2])
async def test_typed_that_it_was_for_him_she_reads_which_tap_sends_it(
    story: Story, language: str, which: int
) -> None:
    ana, karim, sofie = await talking(story, language)
    await ana.says(WORDS[language][0])
    await ana.says(FOR_HIM[language][which])
    assert len(ana.one().inline) == 3
    reads(ana, texts.TAP_COMPLAINT)
    karim.hears_nothing()
    await ana.taps(story.text(BUTTON_TO, language, name="Karim"))
    assert karim.one().text == WORDS[language][0], "and not that it was for him"
    sofie.hears_nothing()


@LANGUAGES
async def test_typed_to_the_coordinator_a_tap_gives_exactly_her_words(
    story: Story, language: str
) -> None:
    ana, karim, sofie = await talking(story, language)
    await ana.says(WORDS[language][0])
    await ana.says(COORDINATOR[language])
    reads(ana, texts.COMPLAINT_TYPED)
    sofie.reads(texts.BY_RESIDENT, number=1, name="Karim")
    sofie.sees_not(WORDS[language][0])
    await ana.touches(texts.BUTTON_TELL)
    sofie.sees(WORDS[language][0])
    (report,) = await story.rows(select(Report))
    assert report.words == WORDS[language][0]
    karim.hears_nothing()


@LANGUAGES
@pytest.mark.parametrize("for_him", [False, True])
async def test_what_she_writes_then_is_no_report_without_her_word(
    story: Story, language: str, for_him: bool
) -> None:
    """Nor does it reach him: it may be what happened."""
    ana, karim, sofie = await talking(story, language)
    await ana.says(WORDS[language][0])
    await ana.says(COORDINATOR[language])
    sofie.turns_the_page()
    await ana.says(LATER[language])
    ana.reads(texts.ASK_COMPLAINT_AGAIN, name="Karim")
    for phone in (karim, sofie):
        phone.hears_nothing()
    await ana.touches(texts.BUTTON_TELL)
    ana.reads(texts.ASK_COMPLAINT_NEXT, name="Karim")
    sofie.sees(WORDS[language][0])
    sofie.turns_the_page()
    if for_him:
        await ana.taps(story.text(BUTTON_TO, language, name="Karim"))
        assert karim.one().text == LATER[language]
        sofie.hears_nothing()
        await ana.says(LATER[language] + " 2")
        karim.sees(LATER[language] + " 2")
    else:
        await ana.touches(texts.BUTTON_TELL)
        sofie.sees(LATER[language])
        karim.hears_nothing()


@LANGUAGES
async def test_for_nobody_after_all_coordinators_know_that_there_was_something(
    story: Story, language: str
) -> None:
    ana, karim, _ = await talking(story, language)
    await ana.says(WORDS[language][0])
    await ana.says(COORDINATOR[language])
    await ana.touches(texts.BUTTON_NOBODY)
    assert ana.last.text == story.text(texts.ENOUGH, language)
    await ana.says(LATER[language])
    karim.sees(LATER[language])


@LANGUAGES
@pytest.mark.parametrize("taps", [False, True])
async def test_after_the_talk_too(story: Story, language: str, taps: bool) -> None:
    ana, karim, sofie = await talking(story, language)
    await karim.says("/close")
    await story.passes(days=2)
    await ana.says(AFTER[language])
    await ana.says(COORDINATOR[language])
    reads(ana, texts.COMPLAINT_TYPED_AFTER)
    sofie.turns_the_page()
    words = WORDS[language][1]
    if taps:
        await ana.touches(texts.BUTTON_TELL)
        words = AFTER[language]
    else:
        await ana.says(words)
        ana.reads(texts.PASSED)
    sofie.sees(words)
    (report,) = await story.rows(select(Report))
    assert report.words == words
    if taps:
        sofie.turns_the_page()
        await ana.says(LATER[language])
        sofie.hears_nothing()


ASHAMED = {
    "nl": "ik durfde niets te zeggen",
    "fr": "je n'osais rien dire",
    "en": "I was afraid to say anything",
}


@LANGUAGES
async def test_what_was_promised_to_coordinators_alone_waits_a_day(
    story: Story, language: str
) -> None:
    """She was asked for her words, and read much since: what comes then may still be those."""
    ana, karim, _ = await talking(story, language)
    await ana.says(WORDS[language][0])
    other = next(m for m in ana.screen.messages if not m.mine)
    await ana.forges(ana.last.inline[0].data, other)  # her words are deleted: she is asked for them
    await story.passes(minutes=70)
    await ana.says("/data")
    ana.reads(TOLD_APART, name="Karim")
    await ana.says(ASHAMED[language])
    reads(ana, texts.ASK_COMPLAINT)
    karim.sees_not(ASHAMED[language])
    await ana.taps(story.text(BUTTON_TO, language, name="Karim"))
    karim.sees(ASHAMED[language])
    await ana.says(LATER[language])
    assert karim.last.text.endswith(LATER[language]), "she said for whom: no more is kept back"
