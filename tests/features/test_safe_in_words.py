"""While 'are you safe right now?' stands, what she says in words of her own is never small talk."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import danger
from bot.handoff_texts import BUTTON_CLAIM, BUTTON_NO, BUTTON_YES
from bot.safety.reply import NOT_SAFE as UNSAFE
from bot.safety.reply import SAFE as IS_SAFE
from bot.store.tables import Concern

from .story import Phone, Story
from .test_safety import ASK, CALL, DANGER, GOOD, NOT_SAFE, PERSON, QUESTION, SAFE, words

STILL, CALLED_OFF = words("safety/still"), words("safety/still/called-off")
SAID, ALERT = words("safety/still/said"), words("safety/still/alert")
LINES = {"nl": "1813", "fr": "0800 32 123", "en": "02 648 40 14"}
SAFE_WORDS = {
    "nl": ("ik ben veilig hoor, ik zit bij de buurvrouw nu", "ja ik ben veilig"),
    "fr": ("je suis en sécurité, je suis chez ma sœur", "oui, je suis bien en sécurité"),
    "en": ("I'm safe, I am with my neighbour now", "yes I am safe now"),
}
UNSAFE_WORDS = {
    "nl": ("neen niet echt", "niet echt veilig", "bwa nee", "veilig ben ik hier niet"),
    "fr": ("non pas vraiment", "pas vraiment en sécurité", "non", "je ne suis pas en sécurité"),
    "en": ("no, not really", "not really safe", "nah", "I don't feel safe here"),
}
NEITHER = {
    "nl": (
        *("bwa wat is veilig hé, ik zit in mijne zetel", "waarom vraag je dat nu weer"),
        *("hoezo veilig?", "ik weet het niet goed", "ben ik veilig?", "ik hoop dat hij veilig is"),
        "ik versta u niet goed, simpel aub",
    ),
    "fr": (
        *("c'est quoi, en sécurité", "pourquoi vous demandez ça", "je ne sais pas trop"),
        "je ne vous comprends pas, plus simple svp",
    ),
    "en": (
        *("what is safe anyway", "why do you ask that again", "I don't really know"),
        "I don't understand you, simple words please",
    ),
}
CALLS_OFF = {
    "nl": (
        "nee nee ik ga niks doen, maakt u geen zorgen. ik mis hem gewoon",
        "nee gewoon een zware dag, ik meen dat niet",
    ),
    "fr": ("non non, je ne vais rien faire, il me manque", "c'était une blague"),
    "en": ("no no, I won't do anything, I just miss him", "I didn't mean it"),
}
SOMEBODY = {
    "nl": ("ja laat iemand komen", "ja iemand aub"),
    "fr": ("oui je veux que quelqu'un vienne", "oui quelqu'un stp"),
    "en": ("yes please send someone", "yes i want somebody"),
}
IN_BOTH = [(code, said) for code in DANGER for said in (*NEITHER[code], *CALLS_OFF[code])]


def pairs(said: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(language, text) for language, texts in said.items() for text in texts]


async def asked(story: Story, language: str) -> tuple[Phone, Phone]:
    sofie, ana = await story.coordinator(), await story.resident("Ana", language, hour=None)
    await ana.says(DANGER[language])
    ana.reads(QUESTION)
    return ana, sofie


def alerted(story: Story, sofie: Phone) -> bool:
    opens = story.text(danger.BUTTON_OPEN, "nl")
    return any(opens in shown.labels for shown in sofie.screen.messages)


async def answer(story: Story) -> str | None:
    found: list[Concern] = await story.rows(select(Concern))
    return found[0].answer


@pytest.mark.parametrize(("language", "said"), pairs(SAFE_WORDS))
async def test_safe_in_a_sentence_is_safe(story: Story, language: str, said: str) -> None:
    ana, sofie = await asked(story, language)
    await ana.says(said)
    ana.one()
    ana.reads(GOOD)
    assert await answer(story) == IS_SAFE
    await story.passes(minutes=20)
    assert not alerted(story, sofie)


@pytest.mark.parametrize(("language", "said"), pairs(UNSAFE_WORDS))
async def test_not_safe_in_words_brings_the_numbers(story: Story, language: str, said: str) -> None:
    ana, sofie = await asked(story, language)
    await ana.says(said)
    ana.one()
    ana.reads(CALL)
    ana.sees(LINES[language], "112")
    assert await answer(story) == UNSAFE
    await story.passes(minutes=20)
    assert alerted(story, sofie)


@pytest.mark.parametrize(("language", "said"), IN_BOTH)
async def test_what_is_no_answer_is_asked_once_more(story: Story, language: str, said: str) -> None:
    """With the numbers and the buttons, and the alert goes on."""
    ana, sofie = await asked(story, language)
    story.mind.learns(said, "smalltalk")
    await ana.says(said)
    ana.one()
    ana.reads(CALLED_OFF if said in CALLS_OFF[language] else STILL)
    ana.reads(QUESTION)
    ana.reads(ALERT)
    ana.sees(LINES[language], "112")
    labels = [story.text(text, language) for text in (SAFE, NOT_SAFE, PERSON)]
    assert list(ana.screen.keyboard) == labels
    assert await answer(story) is None
    await ana.says("hmm")  # once: then it is heard as ever
    assert story.text(QUESTION, language) not in ana.last.text
    await story.passes(minutes=16)
    assert alerted(story, sofie)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_asked_once_more_and_then_safe(story: Story, language: str) -> None:
    ana, sofie = await asked(story, language)
    await ana.says(CALLS_OFF[language][0])
    await ana.touches(SAFE)
    ana.reads(GOOD)
    await story.passes(minutes=20)
    assert not alerted(story, sofie)


async def test_a_bare_no_to_what_was_asked_once_more(story: Story) -> None:
    ana, _ = await asked(story, "nl")
    await ana.says("hoezo veilig?")
    await ana.says("nee")
    ana.reads(CALL)
    assert await answer(story) == UNSAFE


@pytest.mark.parametrize("wish", ["kan ik met iemand praten", "/pause", "/help"])
async def test_what_she_wishes_is_done(story: Story, wish: str) -> None:
    ana, _ = await asked(story, "nl")
    await ana.says(wish)
    assert story.text(STILL, "nl") not in ana.last.text


@pytest.mark.parametrize("first", ["reply", "not safe"])
@pytest.mark.parametrize(("language", "said"), pairs(SOMEBODY))
async def test_a_person_asked_for_in_words_is_the_button(
    story: Story, language: str, said: str, first: str
) -> None:
    story.mind.learns(said, "crisis_suicide", sure=0.9, level="act")
    karim = await story.volunteer("Karim", language)
    ana, sofie = await asked(story, language)
    if first == "not safe":
        await ana.touches(NOT_SAFE)
    await ana.touches(PERSON)
    tapped = ana.one().text
    await ana.taps(story.text(BUTTON_NO, language))
    ana.turns_the_page()
    await ana.says(said)
    assert ana.one().text == tapped
    await ana.touches(BUTTON_YES)
    assert (await story.handoff()).urgency == "urgent"
    await karim.touches(BUTTON_CLAIM)  # her yes alone keeps no alert back
    await karim.says("dag, hier ben ik")
    await story.passes(minutes=20)
    assert not alerted(story, sofie)


async def test_without_an_alert_none_is_spoken_of(story: Story) -> None:
    ana = await story.resident("Ana", "nl", hour=None)
    await ana.says(DANGER["nl"])
    await ana.says("hoezo veilig?")
    ana.reads(STILL)
    assert story.text(ALERT, "nl") not in ana.last.text


@pytest.mark.parametrize("first", [None, NOT_SAFE])
async def test_a_doubt_opens_no_question_over_it(story: Story, first: object) -> None:
    """'Ik durf niet bellen' is no question about violence: the numbers stay, and a person."""
    ana, sofie = await asked(story, "nl")
    if first is not None:
        await ana.touches(NOT_SAFE)
    await ana.says("ik durf niet bellen, wat moet ik dan zeggen")
    ana.one()
    ana.reads(SAID)
    ana.reads(QUESTION)
    ana.sees("1813", "112")
    assert story.text(PERSON, "nl") in ana.screen.keyboard
    rows = await story.rows(select(Concern).order_by(Concern.id))
    assert [row.level for row in rows] == ["act", "ask"], "kept in mind"
    await story.passes(minutes=16)
    assert alerted(story, sofie)
    await ana.touches(SAFE)
    ana.reads(words("safety/carried/violence"))
    await ana.says("ik durf niet bellen, wat moet ik dan zeggen")
    assert story.text(QUESTION, "nl") not in ana.last.text, (
        "that is over, and it is a doubt of its own"
    )
    ana.reads(words("safety/violence/ask"))
    assert story.text(ASK, "nl") not in ana.last.text


async def test_help_on_its_way_in_words(story: Story) -> None:
    ana = await story.resident("Ana", "nl", hour=None)
    story.mind.learns("mijn borst", "crisis_medical", level="act")
    await ana.says("mijn borst")
    await ana.says("mijn dochter komt eraan")
    ana.reads(words("safety/medical/after/safe"))
    assert await answer(story) == IS_SAFE


# what she says around it; the model takes it for danger
POLITE = {
    "nl": ("ik ben veilig. sorry sorry", "ja hoor ik ben veilig, dank u", "kben veilig ze haha"),
    "fr": ("je suis en sécurité, désolée", "chuis en sécurité mdr c'était une blague"),
    "en": ("i am safe. sorry sorry", "I'm safe now, so sorry for the fuss"),
}


@pytest.mark.parametrize(("language", "said"), pairs(POLITE))
@pytest.mark.parametrize("stands", ["nothing", "hard", "a text", "a form", "said again"])
async def test_her_word_counts_whatever_stands_and_whatever_a_model_hears(
    story: Story, language: str, said: str, stands: str
) -> None:
    ana, sofie = await asked(story, language)
    story.mind.learns(said, "crisis_suicide", level="act")
    if stands == "hard":
        await ana.touches(NOT_SAFE)
    elif stands == "a text":
        await ana.says("/human")
    elif stands == "a form":
        await ana.says("/hour")
    elif stands == "said again":
        await ana.says(DANGER[language])
    await ana.says(said)
    ana.one()
    ana.reads(GOOD)
    assert {row.answer for row in await story.rows(select(Concern))} == {IS_SAFE}
    await ana.says(said)  # once more, and over: no danger is made of it
    ana.one()
    ana.reads(GOOD)
    await story.passes(minutes=20)
    assert not alerted(story, sofie)


async def test_in_pieces_it_is_one_word(story: Story) -> None:
    ana, sofie = await asked(story, "en")
    story.mind.learns("thank you\nreally i am safe here", "crisis_suicide", level="act")
    ana.writes("thank you")
    ana.writes("really i am safe here")
    await story.settles()
    ana.one()
    ana.reads(GOOD)
    await story.passes(minutes=20)
    assert not alerted(story, sofie)


@pytest.mark.parametrize("more", ["but he is coming back", "I took all my pills", "I want to die"])
async def test_another_danger_beside_it_is_danger(story: Story, more: str) -> None:
    ana, sofie = await asked(story, "en")
    await ana.says(f"I am safe, {more}")
    assert story.text(GOOD, "en") not in ana.one().text
    ana.sees("112")
    assert {row.answer for row in await story.rows(select(Concern))} == {None}
    await story.passes(minutes=20)
    assert alerted(story, sofie)


async def test_after_a_fall_all_is_well_with_a_reason(story: Story) -> None:
    """And vaguely it is not: the question and the alert go on."""
    sofie, ana = await story.coordinator(), await story.resident("Ana", "en", hour=None)
    story.mind.learns("I dropped off", "crisis_medical", level="act")
    well = "Good heavens no, I only nodded off, dear. I'm quite all right"
    story.mind.learns(well, "crisis_medical", level="act")
    await ana.says("I dropped off")
    await ana.says("it is not so bad")
    ana.reads(CALLED_OFF)
    assert await answer(story) is None
    await ana.says(well)
    ana.one()
    ana.reads(words("safety/medical/after/well"))
    assert await answer(story) == IS_SAFE
    await story.passes(minutes=20)
    assert not alerted(story, sofie)


async def test_what_worried_is_taken_back_after_not_safe_too(story: Story) -> None:
    """'What makes it hard?' is not answered by it, and nothing is closed."""
    ana, sofie = await asked(story, "fr")
    await ana.touches(NOT_SAFE)
    joke = "c'était une blague"
    story.mind.learns(joke, "crisis_suicide", level="act")
    await ana.says(joke)
    ana.one()
    ana.reads(CALLED_OFF)
    assert await answer(story) == UNSAFE
    await story.passes(minutes=20)
    assert alerted(story, sofie)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_i_am_safe_stays_with_every_answer(story: Story, language: str) -> None:
    ana, _ = await asked(story, language)
    safe = story.text(SAFE, language)
    await ana.touches(NOT_SAFE)
    for said in ("(voice)", "de telefoon is stuk", "/hour", "10:00", "/help", DANGER[language]):
        await (ana.sends("voice") if said == "(voice)" else ana.says(said))
        assert safe in ana.screen.keyboard, said
    await ana.touches(SAFE)
    for said in ("/hour", "10:00"):
        await ana.says(said)
        assert safe not in ana.screen.keyboard, said


async def test_not_safe_to_a_gentle_question_is_danger(story: Story) -> None:
    sofie, ana = await story.coordinator(), await story.resident("Ana", "en", hour=None)
    story.mind.learns("it is so dark", "crisis_suicide", level="ask")
    await ana.says("it is so dark")
    await ana.says("I am not safe")
    ana.reads(CALL)
    await story.passes(minutes=20)
    assert alerted(story, sofie)
