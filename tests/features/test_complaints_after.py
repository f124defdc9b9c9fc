"""What follows on a complaint: nothing of it goes to him before she said whom the first is for, and
what goes on with it is asked about too once coordinators have that."""

from __future__ import annotations

import pytest

from bot import report_texts as texts
from bot.addressee_texts import BUTTON_TO
from bot.handoff_texts import CRISIS_MARK, UNSEEN_MARK
from bot.still_shared import STILL_SHARED

from .story import Story
from .test_complaints import HIS, LANGUAGES, OF_ANOTHER, sees_nothing, talking
from .test_safety import DANGER

DID = {
    "nl": "Karim heeft mij aangeraakt",
    "fr": "Karim m'a touchée",
    "en": "Karim touched me",
}
GOES_ON = {
    "nl": (
        "en hij zat ook aan mijn borsten",
        "en hij heeft ook mijn geld gepakt",
        "en hij heeft mij vorige week ook geslagen",
        "em slaat mij ook",
        "ie heeft mij ook gekust",
        "dieje vuilaard zat in mijn broek",
        "en zijn handen zaten overal",
        "ook aan mijn borsten",
    ),
    "fr": (
        "il a aussi pris mon argent",
        "ses mains partout",
        "son poing dans ma figure",
        "et aussi mes seins",
    ),
    "en": (
        "and he took my money too",
        "his hands were everywhere",
        "and with his fist",
        "and my breasts too",
    ),
}
IS_TALK = {
    "nl": ("dag", "dank u", "zijn er nog plaatsen morgen?", "we zijn thuis", "kunnen we bellen?"),
    "fr": ("bonjour", "s'il vous plaît", "il fait beau", "il y a du soleil", "ça va mieux"),
    "en": ("hello", "thank you", "my son comes tomorrow", "are you there?", "it is raining"),
}


@LANGUAGES
async def test_once_coordinators_have_it_the_rest_waits_too(story: Story, language: str) -> None:
    ana, karim, _ = await talking(story, language)
    await ana.says(DID[language])
    await ana.touches(texts.BUTTON_TELL)
    for more in GOES_ON[language]:
        ana.turns_the_page()
        await ana.says(more)
        karim.hears_nothing()
        ana.reads(texts.ASK_COMPLAINT, name="Karim")
        await ana.touches(texts.BUTTON_NOBODY)
    ana.turns_the_page()
    await ana.sends("photo", "dit")
    karim.hears_nothing()
    ana.reads(texts.ASK_COMPLAINT, name="Karim")


@LANGUAGES
async def test_what_is_no_more_of_it_is_for_him(story: Story, language: str) -> None:
    ana, karim, _ = await talking(story, language)
    await ana.says(DID[language])
    await ana.touches(texts.BUTTON_TELL)
    for said in (*IS_TALK[language], OF_ANOTHER[language]):
        await ana.says(said)
        assert karim.last.text == said
    karim.reads(CRISIS_MARK)


@LANGUAGES
async def test_before_she_answers_nothing_goes_to_him(story: Story, language: str) -> None:
    ana, karim, _ = await talking(story, language)
    await ana.says(HIS[language][0])
    for more in (*GOES_ON[language], IS_TALK[language][0]):
        ana.turns_the_page()
        await ana.says(more)
        karim.hears_nothing()
        ana.reads(texts.ASK_COMPLAINT_AGAIN, name="Karim")
    await ana.says(OF_ANOTHER[language])
    karim.reads(CRISIS_MARK)
    assert karim.last.text == OF_ANOTHER[language], "of another it is plain"
    await ana.touches(texts.BUTTON_NOBODY)
    await ana.says(IS_TALK[language][0])
    assert karim.last.text == IS_TALK[language][0]


BESIDE = {
    "nl": ("bel de politie", "ik bloed"),
    "fr": ("appelez la police", "je saigne"),
    "en": ("call the police", "I am bleeding"),
}


@LANGUAGES
@pytest.mark.parametrize("first", [True, False])
async def test_nor_what_came_together_with_his_violence(
    story: Story, language: str, first: bool
) -> None:
    ana, karim, _ = await talking(story, language)
    ana.turns_the_page()
    turn = [HIS[language][0], *BESIDE[language]] if first else [*BESIDE[language], HIS[language][0]]
    for said in turn:
        ana.writes(said)
    await story.settles()
    karim.hears_nothing()
    ana.sees("112", sees_nothing(story, language))
    assert not (await story.handoff()).crisis


RUDE = {"nl": "Karim is onbeleefd", "fr": "Karim est impoli", "en": "Karim is rude"}
FELL = {
    "nl": "ik ben gevallen en ik kan niet meer opstaan",
    "fr": "je suis tombée et je ne peux plus me relever",
    "en": "I have fallen and I cannot get up",
}


@LANGUAGES
@pytest.mark.parametrize("first", [True, False])
async def test_beside_another_danger_a_turn_waits_as_a_whole(
    story: Story, language: str, first: bool
) -> None:
    ana, karim, _ = await talking(story, language)
    ana.turns_the_page()
    turn = [RUDE[language], FELL[language]]
    for said in turn if first else reversed(turn):
        ana.writes(said)
    await story.settles()
    karim.reads(UNSEEN_MARK)
    for said in turn:
        karim.sees_not(said)


@LANGUAGES
async def test_of_another_the_whole_turn_is_marked(story: Story, language: str) -> None:
    ana, karim, _ = await talking(story, language)
    await ana.says(RUDE[language])
    ana.writes(IS_TALK[language][0])
    await ana.says(OF_ANOTHER[language])
    karim.reads(CRISIS_MARK)
    karim.sees(IS_TALK[language][0], OF_ANOTHER[language])


SAFE = {"nl": "Ik ben veilig", "fr": "Je suis en sécurité", "en": "I am safe"}
NOT_SAFE = {"nl": "Ik ben niet veilig", "fr": "Pas en sécurité", "en": "I am not safe"}


@LANGUAGES
@pytest.mark.parametrize("label", [SAFE, NOT_SAFE])
@pytest.mark.parametrize("told", [True, False])
async def test_nor_the_button_that_answers_his_violence(
    story: Story, language: str, label: dict[str, str], told: bool
) -> None:
    ana, karim, _ = await talking(story, language)
    karim.turns_the_page()
    await ana.says(HIS[language][0])
    if told:
        await ana.touches(texts.BUTTON_TELL)
    await ana.taps(label[language])
    karim.hears_nothing()
    ana.sees(sees_nothing(story, language))
    assert not any(button for shown in ana.news for button in shown.inline)


@LANGUAGES
async def test_a_button_of_another_danger_is_for_him(story: Story, language: str) -> None:
    ana, karim, _ = await talking(story, language)
    await ana.says(RUDE[language])
    await ana.says(FELL[language])
    label = ana.screen.keyboard[0]
    await ana.taps(label)
    karim.sees(label)


@LANGUAGES
async def test_nor_what_is_changed_into_more_of_it(story: Story, language: str) -> None:
    ana, karim, _ = await talking(story, language)
    mine = await ana.says(IS_TALK[language][0])
    await ana.says(RUDE[language])
    karim.turns_the_page()
    await ana.edits(mine, GOES_ON[language][0])
    karim.hears_nothing()
    karim.sees_not(GOES_ON[language][0])
    ana.reads(texts.ASK_COMPLAINT_AGAIN, name="Karim")
    await ana.edits(mine, IS_TALK[language][0] + "!")
    karim.sees_not(GOES_ON[language][0])
    assert len([m for m in ana.screen.messages if m.inline]) == 2, "a letter mended is no more"


STILL_THERE = {
    "nl": ("nee", "nee hij is er nog"),
    "fr": ("non", "non il est encore là"),
    "en": ("no", "no he is still here"),
}


@LANGUAGES
@pytest.mark.parametrize("which", [0, 1, 2])
async def test_her_answer_about_anothers_violence_is_for_him(
    story: Story, language: str, which: int
) -> None:
    """He was told of it; that she complained of him within the hour keeps nothing of it back."""
    ana, karim, _ = await talking(story, language)
    await ana.says(RUDE[language])
    await ana.touches(texts.BUTTON_NOBODY)
    await story.passes(minutes=1)
    await ana.says(OF_ANOTHER[language])
    karim.reads(CRISIS_MARK)
    said = (*STILL_THERE[language], SAFE[language])[which]
    await ana.says(said)
    assert karim.last.text == said


@LANGUAGES
async def test_nor_an_answer_hours_later_about_his_violence(story: Story, language: str) -> None:
    ana, karim, _ = await talking(story, language)
    await ana.says(HIS[language][0])
    await ana.touches(texts.BUTTON_NOBODY)
    await story.passes(minutes=70)
    karim.turns_the_page()
    await ana.taps(NOT_SAFE[language])
    karim.hears_nothing()


@LANGUAGES
async def test_danger_that_is_for_him_after_all_comes_marked(story: Story, language: str) -> None:
    ana, karim, _ = await talking(story, language)
    karim.turns_the_page()
    await ana.says(RUDE[language])
    await ana.says(HIS[language][0])
    to_him = story.text(BUTTON_TO, language, name="Karim")
    await ana.taps(to_him)
    assert [m.text for m in karim.news] == [RUDE[language]], "the danger is in the other one"
    assert not (await story.handoff()).crisis
    await ana.taps(to_him)
    karim.reads(CRISIS_MARK)
    assert karim.last.text == HIS[language][0]
    assert (await story.handoff()).crisis
    await ana.taps(NOT_SAFE[language])
    assert karim.last.text == NOT_SAFE[language], "now he knows of it"


MAY_END = {
    "nl": "Karim is onbeleefd, ik wil niet dat hij nog meeleest",
    "fr": "Karim est impoli, je ne veux plus qu'il lise mes messages",
    "en": "Karim is rude, I don't want him to read my messages any more",
}


@LANGUAGES
async def test_what_may_end_the_sharing_is_not_told_as_gone(story: Story, language: str) -> None:
    ana, karim, _ = await talking(story, language)
    await ana.says(MAY_END[language])
    ana.reads(texts.ASK_COMPLAINT, name="Karim")
    to_him = story.text(BUTTON_TO, language, name="Karim")
    await ana.taps(to_him)
    karim.sees_not(MAY_END[language])
    ana.reads(STILL_SHARED, name="Karim")
    ana.sees_not(f"{to_him} ✓")


@LANGUAGES
async def test_what_is_changed_into_a_complaint_goes_as_it_is_now(
    story: Story, language: str
) -> None:
    ana, karim, _ = await talking(story, language)
    mine = await ana.says(IS_TALK[language][0])
    await ana.edits(mine, DID[language])
    karim.sees_not(DID[language])
    to_him = story.text(BUTTON_TO, language, name="Karim")
    asks = next(m for m in ana.screen.messages if m.inline)
    tap = asks.inline[1].data
    for _ in range(2):  # her finger slips
        await ana.forges(tap, asks)
    assert [m.text for m in karim.screen.messages].count(DID[language]) == 1
    assert IS_TALK[language][0] not in [m.text for m in karim.screen.messages]
    assert f"{to_him} ✓" in [m.text for m in ana.screen.messages]


@LANGUAGES
async def test_it_was_for_him_and_so_is_what_follows(story: Story, language: str) -> None:
    ana, karim, _ = await talking(story, language)
    for answer in (texts.BUTTON_NOBODY, None):
        await ana.says(DID[language])
        if answer is not None:
            await ana.touches(answer)
    await ana.taps(story.text(BUTTON_TO, language, name="Karim"))
    await ana.says(GOES_ON[language][0])
    assert karim.last.text == GOES_ON[language][0]


@LANGUAGES
async def test_an_hour_after_the_first_question_nothing_waits(story: Story, language: str) -> None:
    ana, karim, _ = await talking(story, language)
    await ana.says(DID[language])
    said = IS_TALK[language][0]
    for _ in range(2):
        await story.passes(minutes=25)
        karim.turns_the_page()
        await ana.says(said)
        karim.sees_not(said)
    await story.passes(minutes=11)
    await ana.says(said)
    assert karim.last.text == said


@LANGUAGES
async def test_a_complaint_of_its_own_waits_an_hour(story: Story, language: str) -> None:
    ana, karim, _ = await talking(story, language)
    await ana.says(RUDE[language])
    await story.passes(minutes=55)
    await ana.says(DID[language])
    await story.passes(minutes=55)
    karim.turns_the_page()
    await ana.says(GOES_ON[language][0])
    karim.sees_not(GOES_ON[language][0])


@LANGUAGES
@pytest.mark.parametrize("label", [SAFE, NOT_SAFE])
async def test_a_danger_that_he_knows_of_stays_known_to_him(
    story: Story, language: str, label: dict[str, str]
) -> None:
    """What may be violence of his stands beside it and is for nobody; her answer is for him."""
    ana, karim, _ = await talking(story, language)
    await ana.says(DANGER[language])
    karim.reads(CRISIS_MARK)
    story.mind.learns(RUDE[language], "crisis_violence", level="ask")
    karim.turns_the_page()
    await ana.says(RUDE[language])
    karim.hears_nothing()
    await ana.says(label[language])
    assert karim.last.text == label[language]
