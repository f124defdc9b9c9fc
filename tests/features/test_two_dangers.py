"""Two dangers stand beside each other, or two messages come in together: no answer to one is taken
for the other, and 'I am safe' counts where nothing with it takes it back."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.store.tables import Concern, Handoff

from .story import Phone, Story
from .test_danger_in_a_talk import MEDICAL
from .test_safety import DANGER, NOT_SAFE, QUESTION, SAFE, words

ILL = {**MEDICAL, "en": "i am having a heart attack"}
COMING = words("safety/medical/button/safe")
NOBODY = words("safety/medical/button/not_safe")
NO_HELP = words("safety/medical/button/well")
YES = words("safety/button/yes")
LANGUAGES = ("nl", "fr", "en")
TAKES_BACK = {
    "nl": ("maar niet lang meer", "het is toch te laat", "neen", "nog even"),
    "fr": ("mais pas pour longtemps", "c'est trop tard de toute façon", "non"),
    "en": ("but not for long", "it is too late anyway", "no"),
}
A_PERSON = {
    "nl": ("Ik ben nu veilig", "ik wil graag iemand spreken"),
    "fr": ("Je suis en sécurité maintenant", "je voudrais que quelqu'un vienne"),
    "en": ("I am safe now", "I want somebody to come"),
}
NOT_AFTER_ALL = {
    "nl": ("Ik ben veilig", "nee toch niet veilig"),
    "fr": ("Je suis en sécurité", "enfin pas vraiment en sécurité"),
    "en": ("I am safe", "no not safe after all"),
}
THANKS = {"nl": "dank u wel", "fr": "merci beaucoup", "en": "thank you so much"}
EACH = [(code, said) for code, several in TAKES_BACK.items() for said in several]


async def in_danger(story: Story, language: str, said: str) -> Phone:
    ana = await story.resident("Ana", language, hour=None)
    await ana.says(said)
    ana.turns_the_page()
    return ana


async def together(story: Story, ana: Phone, *said: str) -> None:
    for one in said:
        ana.writes(one)
    await story.settles()


async def answers(story: Story) -> list[str | None]:
    return [row.answer for row in await story.rows(select(Concern).order_by(Concern.id))]


@pytest.mark.parametrize(("language", "more"), EACH)
@pytest.mark.parametrize("label", ["safe", "help", "no help"])
async def test_what_comes_with_the_button_may_take_it_back(
    story: Story, language: str, more: str, label: str
) -> None:
    told = DANGER if label == "safe" else ILL
    ana = await in_danger(story, language, told[language])
    button = {"safe": SAFE, "help": COMING, "no help": NO_HELP}[label]
    await together(story, ana, story.text(button, language), more)
    ana.reads(words("safety/still"))
    assert await answers(story) == [None]
    await ana.touches(button)
    assert await answers(story) in (["safe"], ["well"])


WORDS = {
    "nl": ("ja hoor ik ben veilig", "de ketel staat op"),
    "fr": ("mais oui je suis en sécurité", "le train part à midi"),
    "en": ("yes dear I am safe", "the kettle is on"),
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_words_with_more_beside_them_are_asked_about_each_time(
    story: Story, language: str
) -> None:
    ana = await in_danger(story, language, DANGER[language])
    for more in (WORDS[language][1], TAKES_BACK[language][0]):
        await together(story, ana, WORDS[language][0], more)
        assert story.text(QUESTION, language) in ana.last.text
        ana.turns_the_page()
    assert await answers(story) == [None]
    await ana.says(WORDS[language][0])
    assert await answers(story) == ["safe"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_person_wished_for_beside_it_is_offered(story: Story, language: str) -> None:
    ana = await in_danger(story, language, DANGER[language])
    await together(story, ana, *A_PERSON[language])
    assert await story.rows(select(Handoff.state)) == ["offered"]
    assert await answers(story) == [None]
    await ana.says(A_PERSON[language][0])
    assert await answers(story) == ["safe"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_not_safe_after_all_is_not_safe(story: Story, language: str) -> None:
    ana = await in_danger(story, language, DANGER[language])
    await together(story, ana, *NOT_AFTER_ALL[language])
    ana.reads(words("safety/after/not_safe"))
    assert await answers(story) == ["not_safe"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("label", ["safe", "help", "no help", "twice"])
async def test_thanks_beside_it_take_nothing_back(story: Story, language: str, label: str) -> None:
    told = DANGER if label == "safe" else ILL
    ana = await in_danger(story, language, told[language])
    buttons = {"safe": SAFE, "help": COMING, "no help": NO_HELP, "twice": COMING}
    said = story.text(buttons[label], language)
    await together(story, ana, said, said if label == "twice" else THANKS[language])
    assert await answers(story) == ["safe"]


async def beside_it(story: Story, language: str, kind: str) -> Phone:
    """An illness, and then a gentle question about something else."""
    story.mind.learns("pf pf", f"crisis_{kind}", level="ask")
    ana = await in_danger(story, language, ILL[language])
    await ana.says("pf pf")
    ana.reads(words(f"safety/{kind}/ask"))
    ana.turns_the_page()
    return ana


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["violence", "suicide"])
@pytest.mark.parametrize("button", [COMING, NOBODY])
async def test_the_gentle_question_stands_on_beside_the_other_answer(
    story: Story, language: str, kind: str, button: object
) -> None:
    ana = await beside_it(story, language, kind)
    await ana.touches(button)  # type: ignore[arg-type]
    assert ana.last.text == story.text(words(f"safety/carried/{kind}"), language)
    assert await answers(story) == ["safe" if button is COMING else "not_safe", None]
    await ana.touches(YES)
    ana.reads(words(f"safety/{kind}/heard"))
    rows = await story.rows(select(Concern.level).order_by(Concern.id))
    assert rows == ["act", "ask", "act"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_button_beside_it_with_a_but_is_asked_about(story: Story, language: str) -> None:
    ana = await beside_it(story, language, "violence")
    await together(story, ana, story.text(NO_HELP, language), TAKES_BACK[language][1])
    assert await answers(story) == [None, None]
    assert story.text(words("safety/medical/question"), language) in ana.last.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["violence", "suicide"])
async def test_the_gentle_question_comes_back_once_that_is_answered(
    story: Story, language: str, kind: str
) -> None:
    ana = await beside_it(story, language, kind)
    await together(story, ana, story.text(NO_HELP, language), TAKES_BACK[language][0])
    await ana.touches(NO_HELP)
    assert await answers(story) == ["safe", None]
    again = story.text(words(f"safety/carried/{kind}"), language)
    assert ana.last.text == again
    assert story.text(YES, language) in ana.screen.keyboard
    ana.turns_the_page()
    await ana.says(story.text(NO_HELP, language))
    assert again not in [one.text for one in ana.news], "once"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_no_is_for_the_danger_that_was_asked_of_last(story: Story, language: str) -> None:
    """Help comes for an illness, she is asked whether she is safe from him, and a gentle question
    stood beside all that."""
    story.mind.learns("hm hm", "crisis_violence", level="act")
    story.mind.learns("mm mm!", "crisis_medical", level="act")
    story.mind.learns("pf pf", "crisis_suicide", level="ask")
    ana = await in_danger(story, language, "hm hm")
    await ana.says("mm mm!")
    await ana.says("pf pf")
    await ana.touches(COMING)
    assert story.text(QUESTION, language) in ana.last.text
    await ana.says({"nl": "Nee", "fr": "Non", "en": "No"}[language])
    ana.reads(words("safety/after/not_safe"))
    assert await answers(story) == ["not_safe", "safe", None]
    assert story.text(NOT_SAFE, language) not in ana.screen.keyboard
