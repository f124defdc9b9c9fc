"""She says what to call her, whenever she likes, and the question that stood stays."""

from __future__ import annotations

import pytest

from bot.dialogue.names import INFORMAL

from .story import Story

SAID = [
    ("nl", "mijn naam is Amina", "Amina", "tell_loss"),
    ("nl", "noem mij maar Jeanne", "Jeanne", "request_human"),
    ("fr", "mon nom est Amina", "Amina", "tell_loss"),
    ("fr", "Je m'appelle Jeanne", "Jeanne", "feel_lonely"),
    ("fr", "appelez moi madame dubois svp", "Madame Dubois", "request_human"),
    ("en", "no, my name is Peg", "Peg", "deny"),
    ("en", "please call me Peg", "Peg", "request_human"),
]


@pytest.mark.parametrize(("language", "words", "name", "guess"), SAID)
async def test_a_name_said_at_any_time(
    story: Story, language: str, words: str, name: str, guess: str
) -> None:
    ana = await story.resident("Ana", language)
    story.mind.learns(words, guess, sure=0.95)
    await story.until_local("09:15")
    asked = ana.screen.keyboard
    assert asked
    ana.turns_the_page()
    await ana.says(words)
    ana.hears("called/named")
    assert name in ana.one().text
    assert ana.screen.keyboard == asked
    assert (await story.person(ana)).name == name


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "Ik heet Jeanne en het is hier zo stil"),
        ("fr", "Je m'appelle Jeanne et c'est si calme ici"),
        ("en", "My name is Jeanne and it is so quiet here"),
    ],
)
async def test_what_stands_beside_a_name_is_heard(story: Story, language: str, words: str) -> None:
    ana = await story.resident("Ana", language)
    story.mind.learns(words, "feel_lonely", sure=0.95)
    await ana.says(words)
    ana.hears("called/named")
    assert story.label("lonely/ask/leave", language) in ana.screen.keyboard
    assert (await story.person(ana)).name == "Jeanne"


async def test_danger_beside_a_name_comes_first(story: Story) -> None:
    ana = await story.resident("Ana", "nl")
    words = "Ik heet Jeanne en ik wil niet meer leven"
    await ana.says(words)
    ana.sees("112")
    assert (await story.person(ana)).name == "Ana"


async def test_in_a_talk_a_name_is_for_the_volunteer(story: Story) -> None:
    ana, karim = await story.resident("Ana", "nl"), await story.volunteer("Karim")
    await story.talk(ana, karim)
    karim.turns_the_page()
    await ana.says("noem mij maar Jeanne")
    karim.sees("noem mij maar Jeanne")
    assert (await story.person(ana)).name == "Ana"


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("ge moogt gij zeggen", INFORMAL),
        ("zeg maar gij", INFORMAL),
        ("gij", INFORMAL),
        ("gelijk", ""),
        ("tu", INFORMAL),
        ("on se tutoie", INFORMAL),
        ("no matter", ""),
    ],
)
async def test_u_or_je_is_answered_and_the_welcome_goes_on(
    story: Story, words: str, form: str
) -> None:
    ana = story.stranger("Ana", "nl")
    story.mind.learns(words, "goodbye", sure=0.7)
    await ana.says("/start")
    await ana.picks("welcome/language/nl")
    await ana.picks("welcome/consent/yes")
    await ana.says("Ana")
    await ana.says(words)
    ana.hears("welcome/hour")
    if form:
        assert (await story.person(ana)).address == form


async def test_a_form_told_with_the_name_is_not_asked(story: Story) -> None:
    ana = story.stranger("Marc", "nl")
    await ana.says("/start")
    await ana.picks("welcome/language/nl")
    await ana.picks("welcome/consent/yes")
    await ana.says("Marc, en zeg maar jij")
    ana.hears("welcome/hour")
    known = await story.person(ana)
    assert (known.name, known.address) == ("Marc", INFORMAL)


async def test_a_name_told_before_it_was_asked_is_not_asked(story: Story) -> None:
    ana = story.stranger("Ana", "nl")
    await ana.says("/start")
    await ana.picks("welcome/language/nl")
    await ana.says("Ik heet Jeanne")
    await ana.picks("welcome/consent/yes")
    ana.hears("welcome/address")
    assert (await story.person(ana)).name == "Jeanne"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "awel, ge weet da toch, Zulma en nee geen Zuleke"),
        ("fr", "ben tu le sais bien, Zulma et non pas Zuzu"),
        ("en", "ah sure you know that, Zulma and no not Zuzu"),
    ],
)
async def test_a_name_that_the_model_reads_comes_before_its_guess_of_a_no(
    story: Story, language: str, words: str
) -> None:
    story.mind.learns(words, "deny", "skip", sure=0.95)
    story.mind.names[words] = "Zulma"
    ana = story.stranger("Ana", language)
    await ana.says("/start")
    await ana.picks(f"welcome/language/{language}")
    await ana.picks("welcome/consent/yes")
    await ana.says(words)
    assert (await story.person(ana)).name == "Zulma"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "stuur mij nooit meer iets, zo zegt het Zulma"),
        ("fr", "ne m'écrivez plus jamais, c'est Zulma qui parle"),
        ("en", "never write to me again, this was Zulma talking"),
        ("nl", "Zulma, en schrijf mij nooit meer"),
        ("fr", "Zulma, et ne m'écrivez plus jamais"),
        ("en", "Zulma, and never write to me again"),
    ],
)
async def test_a_wish_beside_a_name_is_heard_first(story: Story, language: str, words: str) -> None:
    story.mind.learns(words, "stop_contact", sure=0.95)
    story.mind.names[words] = "Zulma"
    ana = story.stranger("Ana", language)
    await ana.says("/start")
    await ana.picks(f"welcome/language/{language}")
    await ana.picks("welcome/consent/yes")
    await ana.says(words)
    assert (await story.person(ana)).name != "Zulma"
