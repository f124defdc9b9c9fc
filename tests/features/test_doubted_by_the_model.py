"""In a talk, what the language model takes for the end of the sharing, or for a complaint about the
volunteer, is held back and asked about, in words that no list of ours knows."""

from __future__ import annotations

import pytest

from bot import report_texts as texts
from bot.still_shared import BUTTON_SHARE_ON, BUTTON_STOP_NOW, STILL_SHARED
from bot.understanding import DOUBTS, ENDS, OF_HIM, TO_HIM

from .story import Story
from .test_complaints import talking

LANGUAGES = pytest.mark.parametrize("language", ["nl", "fr", "en"])
END = {
    "nl": "zet die mens er maar terug af",
    "fr": "débranche ce monsieur, tu veux",
    "en": "take that lad off the line now",
}
OF = {
    "nl": "Karim zijn handen, daar word ik niet goed van",
    "fr": "les mains de Karim, j'en dors plus",
    "en": "them hands of Karim's, I don't sleep any more",
}
OF_ANOTHER = {
    "nl": "die zijn handen, daar word ik niet goed van",
    "fr": "ses mains, j'en dors plus",
    "en": "them hands of his, I don't sleep any more",
}
OF_HERS = {
    "nl": "mijn neef Karim zijn handen, daar word ik niet goed van",
    "fr": "les mains de mon neveu Karim, j'en dors plus",
    "en": "them hands of my nephew Karim, I don't sleep any more",
}
TO = {
    "nl": "dat centje van mij, daar blijft ge nu af",
    "fr": "mes petits sous, vous n'y touchez plus",
    "en": "my few bob, you keep off it now",
}


@LANGUAGES
async def test_the_end_is_asked_about(story: Story, language: str) -> None:
    ana, karim, _ = await talking(story, language)
    story.mind.doubts[END[language]] = ENDS
    await ana.says(END[language])
    ana.one()
    ana.reads(STILL_SHARED, name="Karim")
    karim.hears_nothing()
    await ana.touches(BUTTON_STOP_NOW)
    assert (await story.handoff()).state == "withdrawn"
    assert END[language] not in "".join(karim.screen.ever)


@LANGUAGES
async def test_it_goes_on_with_her_tap(story: Story, language: str) -> None:
    ana, karim, _ = await talking(story, language)
    story.mind.doubts[END[language]] = ENDS
    await ana.says(END[language])
    await ana.touches(BUTTON_SHARE_ON)
    assert karim.one().text.endswith(END[language])


@LANGUAGES
@pytest.mark.parametrize(("said", "doubt"), [(OF, OF_HIM), (TO, TO_HIM)])
async def test_a_complaint_is_asked_about(
    story: Story, language: str, said: dict[str, str], doubt: str
) -> None:
    ana, karim, sofie = await talking(story, language)
    story.mind.doubts[said[language]] = doubt
    await ana.says(said[language])
    ana.reads(texts.ASK_COMPLAINT, name="Karim")
    karim.hears_nothing()
    await ana.touches(texts.BUTTON_TELL)
    sofie.sees(said[language])
    assert said[language] not in "".join(karim.screen.ever)


@LANGUAGES
@pytest.mark.parametrize("said", [OF_ANOTHER, OF_HERS])
async def test_who_tells_him_of_another_is_not_asked(
    story: Story, language: str, said: dict[str, str]
) -> None:
    """As of a third person it is about him where he is named, and nobody of hers is."""
    ana, karim, _ = await talking(story, language)
    story.mind.doubts[said[language]] = OF_HIM
    await ana.says(said[language])
    assert karim.one().text.endswith(said[language])


@LANGUAGES
async def test_without_the_model_they_pass(story: Story, language: str) -> None:
    """They show what the model adds; our own lists go on (`test_half_said`, `test_complaints`)."""
    ana, karim, _ = await talking(story, language)
    story.mind.down = True
    for said in (END, OF, TO):
        await ana.says(said[language])
        assert karim.last.text.endswith(said[language])


@LANGUAGES
async def test_each_of_several_is_read_alone(story: Story, language: str) -> None:
    ana, karim, _ = await talking(story, language)
    story.mind.doubts[OF[language]] = OF_HIM
    ana.writes("🌧")
    await ana.says(OF[language])
    ana.reads(texts.ASK_COMPLAINT, name="Karim")
    assert OF[language] not in "".join(karim.screen.ever)


@LANGUAGES
async def test_words_of_danger_do_not_wait_for_the_end(story: Story, language: str) -> None:
    """'I want it to end' is taken for either; he who reads along must read it."""
    ana, karim, _ = await talking(story, language)
    story.mind.learns(END[language], "crisis_suicide", level="act")
    story.mind.doubts[END[language]] = ENDS
    await ana.says(END[language])
    karim.sees(END[language])


@LANGUAGES
async def test_of_one_before_it_is_asked_about_too(story: Story, language: str) -> None:
    """To us, after the talk."""
    ana, karim, sofie = await talking(story, language)
    await karim.says("/close")
    await story.passes(days=2)
    sofie.turns_the_page()
    story.mind.doubts[OF[language]] = OF_HIM
    await ana.says(OF[language])
    ana.reads(texts.ASK_AFTER, name="Karim")
    await ana.touches(texts.BUTTON_TELL)
    sofie.sees(OF[language])


@LANGUAGES
@pytest.mark.parametrize("doubt", DOUBTS)
async def test_where_nobody_reads_along_nothing_is_asked(
    story: Story, language: str, doubt: str
) -> None:
    ana = await story.resident("Ana", language=language)
    story.mind.doubts[END[language]] = doubt
    await ana.says(END[language])
    ana.sees_not(story.text(BUTTON_STOP_NOW, language))
    ana.sees_not(story.text(texts.BUTTON_TELL, language))
