"""In a talk, what the language model takes for the end of the sharing, or for a complaint about the
volunteer, is held back and asked about, in words that no list of ours knows."""

from __future__ import annotations

import pytest

from bot import report_texts as texts
from bot.handoff_texts import BUTTON_YES
from bot.still_shared import BUTTON_SHARE_ON, BUTTON_STOP_NOW, STILL_SHARED
from bot.understanding import DOUBTS, ENDS, OF_HIM

from .story import Phone, Story
from .test_complaints import talking
from .test_handoff import asks

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
OF_MANY = {
    "nl": "de vrijwilliger was heel vriendelijk",
    "fr": "le bénévole était très gentil",
    "en": "the volunteer was very kind",
}
MORE = {"nl": "hij stonk ook", "fr": "il sentait mauvais aussi", "en": "he was smelling too"}
KNIFE = {
    "nl": "mijn man staat hier met een mes",
    "fr": "mon mari est là avec un couteau",
    "en": "my husband is here with a knife",
}
HE_BEATS = {"nl": "hij slaat mij", "fr": "il me frappe", "en": "he is hitting me"}


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
async def test_a_complaint_is_asked_about(story: Story, language: str) -> None:
    ana, karim, sofie = await talking(story, language)
    story.mind.doubts[OF[language]] = OF_HIM
    await ana.says(OF[language])
    ana.reads(texts.ASK_COMPLAINT, name="Karim")
    karim.hears_nothing()
    await ana.touches(texts.BUTTON_TELL)
    sofie.sees(OF[language])
    assert OF[language] not in "".join(karim.screen.ever)


NAMED_AT_THE_END = {
    "nl": "ik voel mij niet op mijn gemak met Karim",
    "fr": "je ne suis pas à l'aise avec Karim",
    "en": "I have a bad feeling about this Karim",
}


@LANGUAGES
async def test_wherever_his_name_stands(story: Story, language: str) -> None:
    ana, karim, _ = await talking(story, language)
    story.mind.doubts[NAMED_AT_THE_END[language]] = OF_HIM
    await ana.says(NAMED_AT_THE_END[language])
    ana.reads(texts.ASK_COMPLAINT, name="Karim")
    karim.hears_nothing()


CALLED = {
    "nl": ("Karim, hij was weer zo lomp", "hij was weer zo lomp, Karim"),
    "fr": ("Karim, il a encore été si lourd", "il a encore été si lourd, merci Karim"),
    "en": ("Karim, he was so rude again", "he was so rude again, dear Karim"),
}


@LANGUAGES
@pytest.mark.parametrize("place", [0, 1])
async def test_who_only_calls_him_tells_of_another(story: Story, language: str, place: int) -> None:
    ana, karim, _ = await talking(story, language)
    story.mind.doubts[CALLED[language][place]] = OF_HIM
    await ana.says(CALLED[language][place])
    assert karim.one().text.endswith(CALLED[language][place])


@LANGUAGES
@pytest.mark.parametrize("said", [OF_ANOTHER, OF_HERS, OF_MANY])
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
    """The plain and the gravest alone are known by words (`test_enough`, `test_complaints`)."""
    ana, karim, _ = await talking(story, language)
    story.mind.down = True
    for said in (END, OF):
        await ana.says(said[language])
        assert karim.last.text.endswith(said[language])


@LANGUAGES
async def test_each_of_several_is_read_alone(story: Story, language: str) -> None:
    """Only the one that is doubted waits."""
    ana, karim, _ = await talking(story, language)
    story.mind.doubts[OF[language]] = OF_HIM
    ana.writes("🌧")
    await ana.says(OF[language])
    ana.reads(texts.ASK_COMPLAINT, name="Karim")
    karim.sees("🌧")
    karim.sees_not(OF[language])


@LANGUAGES
async def test_what_is_of_a_third_goes_on_with_it(story: Story, language: str) -> None:
    ana, karim, _ = await talking(story, language)
    story.mind.doubts[OF[language]] = OF_HIM
    await ana.says(OF[language])
    await ana.says(MORE[language])
    karim.hears_nothing()


@LANGUAGES
@pytest.mark.parametrize("danger", [KNIFE, HE_BEATS])
async def test_danger_behind_a_guess_reaches_who_reads_along(
    story: Story, language: str, danger: dict[str, str]
) -> None:
    """The model may have taken another for him."""
    ana, karim, _ = await talking(story, language)
    story.mind.doubts[OF[language]] = OF_HIM
    await ana.says(OF[language])
    story.mind.learns(danger[language], "crisis_violence", level="act")
    await ana.says(danger[language])
    karim.sees(danger[language])


@LANGUAGES
@pytest.mark.parametrize("doubt", DOUBTS)
async def test_words_of_danger_do_not_wait_for_a_doubt(
    story: Story, language: str, doubt: str
) -> None:
    """'I want it to end' is taken for either; he who reads along must read it."""
    ana, karim, _ = await talking(story, language)
    said = END[language] if doubt == ENDS else OF[language]
    story.mind.learns(said, "crisis_suicide", level="act")
    story.mind.doubts[said] = doubt
    await ana.says(said)
    karim.sees(said)


@LANGUAGES
async def test_after_her_no_the_model_does_not_ask_again_for_an_hour(
    story: Story, language: str
) -> None:
    ana, karim, _ = await talking(story, language)
    story.mind.doubts[END[language]] = ENDS
    await ana.says(END[language])
    await ana.touches(BUTTON_SHARE_ON)
    karim.turns_the_page()
    await ana.says(END[language])
    assert karim.one().text.endswith(END[language])
    await story.passes(minutes=61)
    await ana.says(END[language])
    ana.reads(STILL_SHARED, name="Karim")


@LANGUAGES
@pytest.mark.parametrize("doubt", DOUBTS)
async def test_a_mended_letter_is_not_asked_about(story: Story, language: str, doubt: str) -> None:
    ana, karim, _ = await talking(story, language)
    mine = await ana.says("🌧")
    said = END[language] if doubt == ENDS else OF[language]
    story.mind.doubts[said] = doubt
    await ana.edits(mine, said)
    assert karim.last.text.endswith(said)


async def after_a_talk(story: Story, language: str) -> tuple[Phone, Phone]:
    ana, karim, sofie = await talking(story, language)
    await karim.says("/close")
    await story.passes(days=2)
    sofie.turns_the_page()
    story.mind.doubts[OF[language]] = OF_HIM
    return ana, sofie


@LANGUAGES
async def test_of_one_before_it_is_asked_about_too(story: Story, language: str) -> None:
    """To us, after the talk."""
    ana, sofie = await after_a_talk(story, language)
    await ana.says(OF[language])
    ana.reads(texts.ASK_AFTER, name="Karim")
    await ana.touches(texts.BUTTON_TELL)
    sofie.sees(OF[language])


@LANGUAGES
async def test_a_wish_for_a_person_is_one(story: Story, language: str) -> None:
    """'Can somebody else than Karim come?'"""
    ana, _ = await after_a_talk(story, language)
    story.mind.learns(OF[language], "request_human")
    await ana.says(OF[language])
    ana.sees_not(story.text(texts.ASK_AFTER, language, name="Karim"))


@LANGUAGES
async def test_in_danger_it_is_not_asked_about(story: Story, language: str) -> None:
    ana, _ = await after_a_talk(story, language)
    story.mind.learns("🪦", "crisis_suicide", level="act")
    await ana.says("🪦")
    await ana.says(OF[language])
    ana.sees_not(story.text(texts.ASK_AFTER, language, name="Karim"))


@LANGUAGES
async def test_under_a_text_that_waits_for_her_yes_it_is_not_asked_about(
    story: Story, language: str
) -> None:
    ana, _ = await after_a_talk(story, language)
    await asks(story, ana)
    await ana.says(OF[language])
    ana.sees_not(story.text(texts.ASK_AFTER, language, name="Karim"))


@LANGUAGES
async def test_while_she_waits_for_somebody_it_is(story: Story, language: str) -> None:
    """It may be Karim again who comes."""
    ana, sofie = await after_a_talk(story, language)
    await asks(story, ana)
    await ana.touches(BUTTON_YES)
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
    ana.sees_not(story.text(STILL_SHARED, language, name="Karim"))
    ana.sees_not(story.text(texts.ASK_AFTER, language, name="Karim"))
