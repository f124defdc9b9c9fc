"""How dangers end, as she lives it: a word ends what it is about and nothing else, 'not safe' is
never too late, and what was in doubt is asked whichever danger came first."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import select

from bot import danger
from bot.danger_over import PASSED_ON, SAFE_SINCE
from bot.dialogue.values import shown
from bot.store.tables import Audit, Concern, Timer

from .story import Phone, Story
from .test_danger_in_a_talk import MEDICAL
from .test_safety import DANGER, NOT_SAFE, QUESTION, SAFE, alerts, words

LANGUAGES = ("nl", "fr", "en")
each = pytest.mark.parametrize("language", LANGUAGES)
ILL = {**MEDICAL, "en": "i am having a heart attack"}
ILLNESS, COMING = words("safety/medical/question"), words("safety/medical/button/safe")
YES, RATHER_NOT = words("safety/button/yes"), words("safety/button/rather_not")
AFTER = words("safety/after/not_safe")
CARRIED = words("safety/carried/suicide")
MINDS = {"hm hm": "suicide", "mm mm": "medical", "pf pf": "violence"}  # '!' behind it: surely


async def told(story: Story, language: str, *said: str) -> Phone:
    for text, kind in MINDS.items():
        story.mind.learns(text, f"crisis_{kind}", level="ask")
        story.mind.learns(f"{text}!", f"crisis_{kind}", level="act")
    ana = await story.resident("Ana", language, hour=None)
    for one in said:
        await ana.says(one)
    ana.turns_the_page()
    return ana


async def rows(story: Story) -> list[tuple[str, str, str | None]]:
    found = await story.rows(select(Concern).order_by(Concern.id))
    return [(one.intent.removeprefix("crisis_"), one.level, one.answer) for one in found]


async def opens(story: Story, sofie: Phone) -> None:
    await sofie.touches(danger.BUTTON_OPEN)
    await sofie.touches(danger.BUTTONS["call"])
    sofie.turns_the_page()


@each
async def test_not_safe_a_day_later_is_danger_anew(story: Story, language: str) -> None:
    """Nobody looked at the alert of yesterday; 'how is it now?' 'I am not safe.'"""
    await story.coordinator()
    ana = await told(story, language, DANGER[language])
    await story.passes(hours=26)
    assert await alerts(story) == 1
    ana.turns_the_page()
    await ana.says(story.text(NOT_SAFE, language))
    ana.reads(AFTER)
    assert story.text(SAFE, language) in ana.screen.keyboard
    assert await rows(story) == [("suicide", "act", None), ("suicide", "act", "not_safe")]
    await story.passes(minutes=16)
    assert await alerts(story) == 2
    await ana.touches(SAFE)
    assert {answer for _, _, answer in await rows(story)} == {"safe"}


@each
@pytest.mark.parametrize("minutes", [30, 5 * 60])
async def test_not_safe_after_the_alert_brings_another_and_one_an_hour(
    story: Story, language: str, minutes: int
) -> None:
    await story.coordinator()
    ana = await told(story, language, DANGER[language])
    await story.passes(minutes=minutes)
    assert await alerts(story) == 1
    for _ in range(3):  # however often she says so
        await ana.says(story.text(NOT_SAFE, language))
    assert await rows(story) == [("suicide", "act", "not_safe"), ("suicide", "act", "not_safe")]
    await story.passes(minutes=16)
    assert await alerts(story) == (1 if minutes < 60 else 2)
    await story.passes(minutes=30)
    assert await alerts(story) == 2


@each
async def test_another_danger_does_not_wait_for_that_hour(story: Story, language: str) -> None:
    await story.coordinator()
    ana = await told(story, language, DANGER[language])
    await story.passes(minutes=16)
    await ana.says(story.text(NOT_SAFE, language))
    await story.passes(minutes=4)
    await ana.says(ILL[language])
    await story.passes(minutes=16)
    assert await alerts(story) == 2


@each
async def test_a_word_of_the_third_day_is_heard(story: Story, language: str) -> None:
    """'How is it now?' came in the morning, and she answers a day after that."""
    sofie = await story.coordinator("Sofie", language)
    ana = await told(story, language, DANGER[language])
    await story.passes(minutes=16)
    await opens(story, sofie)
    await story.passes(hours=29)
    await ana.says(story.text(NOT_SAFE, language))
    await story.passes(hours=21)
    sofie.turns_the_page()
    await ana.touches(SAFE)
    assert {answer for _, _, answer in await rows(story)} == {"safe"}
    ana.reads(words("safety/after/safe"))
    sofie.reads(SAFE_SINCE)


@pytest.mark.parametrize(
    ("language", "lonely"),
    [
        ("nl", "mijn dochter komt niet"),
        ("nl", "er is niemand"),
        ("fr", "ma fille ne vient plus"),
        ("fr", "il n'y a personne"),
        ("en", "my son never comes"),
        ("en", "nobody is coming"),
    ],
)
async def test_loneliness_after_an_illness_is_none(
    story: Story, language: str, lonely: str
) -> None:
    await story.coordinator()
    ana = await told(story, language, ILL[language])
    await ana.touches(COMING)
    await story.passes(hours=5)
    await ana.says(lonely)
    assert await rows(story) == [("medical", "act", "safe")]
    await story.passes(minutes=20)
    assert await alerts(story) == 0


@each
async def test_a_yes_begins_on_a_clock_of_its_own(story: Story, language: str) -> None:
    """Asked gently a day ago, but for eight minutes: her word that she is safe is heard after."""
    sofie = await story.coordinator("Sofie", language)
    ana = await told(story, language, "hm hm")
    await story.passes(hours=23, minutes=52)
    await ana.touches(YES)
    await story.passes(minutes=10)
    await ana.says(story.text(SAFE, language))
    ana.reads(words("safety/after/safe"))
    await story.passes(minutes=20)
    assert await alerts(story) == 0
    assert await rows(story) == [("suicide", "ask", "yes"), ("suicide", "act", "safe")]
    await ana.says("hm hm")
    await story.passes(hours=3)
    await ana.touches(YES)
    hour = shown("hour", story.house.local(story.clock.now()).strftime("%H:%M"), language)
    await story.passes(minutes=16)
    assert hour in sofie.last.text


UNSAFE = {
    "nl": "ik voel me niet veilig",
    "fr": "je ne me sens pas en sécurité",
    "en": "I do not feel safe",
}


@each
@pytest.mark.parametrize("before", ["safe", "rather not", "else", "voice"])
async def test_not_safe_in_words_after_it_was_over_is_asked_about(
    story: Story, language: str, before: str
) -> None:
    """Nothing is written by words alone then; her button, or a no, says it."""
    await story.coordinator()
    ana = await told(story, language)
    if before == "safe":
        await ana.says(DANGER[language])
        await ana.touches(SAFE)
    elif before == "rather not":
        await ana.says("hm hm")
        await ana.touches(RATHER_NOT)
    elif before == "else":
        await ana.forwards(DANGER[language])
        await ana.touches(words("safety/sent-on/button/else"))
    else:
        await ana.sends("voice")
    stood = await rows(story)
    await story.passes(hours=3)
    ana.turns_the_page()
    await ana.says(UNSAFE[language])
    ana.reads(words("safety/still"))
    ana.sees("112")
    assert await rows(story) == stood
    await ana.says({"nl": "nee", "fr": "non", "en": "no"}[language])
    ana.reads(AFTER)
    assert (await rows(story))[-1][1:] == ("act", "not_safe")
    await story.passes(minutes=16)
    assert await alerts(story) == 1


@each
@pytest.mark.parametrize("other", ["suicide", "violence"])
@pytest.mark.parametrize("ill_first", [True, False])
async def test_i_am_safe_says_nothing_of_help(
    story: Story, language: str, other: str, ill_first: bool
) -> None:
    await story.coordinator()
    both = [ILL[language], DANGER[language] if other == "suicide" else "pf pf!"]
    ana = await told(story, language, *(both if ill_first else reversed(both)))
    await ana.says(story.text(SAFE, language))
    assert {kind: answer for kind, _, answer in await rows(story)} == {
        "medical": None,
        other: "safe",
    }
    assert story.text(ILLNESS, language) in ana.one().text
    assert story.text(COMING, language) in ana.screen.keyboard
    ana.turns_the_page()
    await ana.says(story.text(SAFE, language))  # only the illness stands: it is asked again
    assert story.text(ILLNESS, language) in ana.one().text
    await story.passes(minutes=16)
    assert await alerts(story) == 1
    await ana.touches(COMING)
    assert {answer for _, _, answer in await rows(story)} == {"safe"}


@each
@pytest.mark.parametrize("doubt_first", [True, False])
async def test_a_doubt_is_asked_whichever_came_first(
    story: Story, language: str, doubt_first: bool
) -> None:
    both = ["hm hm", ILL[language]]
    ana = await told(story, language, *(both if doubt_first else reversed(both)))
    await ana.touches(COMING)
    assert ana.last.text == story.text(CARRIED, language)
    assert ("suicide", "ask", None) in await rows(story)
    await ana.touches(YES)
    assert ("suicide", "act", None) in await rows(story)


@each
async def test_a_doubt_beside_violence_is_kept_in_mind(story: Story, language: str) -> None:
    """'Are you safe?' goes before: of the doubt she is asked once that is answered."""
    ana = await told(story, language, "pf pf!", "hm hm", "hm hm")
    assert await rows(story) == [("violence", "act", None), ("suicide", "ask", None)]
    await ana.touches(SAFE)
    assert ana.last.text == story.text(CARRIED, language)
    await ana.touches(words("safety/button/the_day"))
    assert await rows(story) == [("violence", "act", "safe"), ("suicide", "ask", "the_day")]


NO_DANGER = {
    "nl": "er is geen gevaar",
    "fr": "il n'y a pas de danger",
    "en": "there is no danger",
}


@each
async def test_no_danger_is_of_what_was_asked_alone(story: Story, language: str) -> None:
    ana = await told(story, language, DANGER[language], "pf pf!")
    await ana.says(NO_DANGER[language])
    assert await rows(story) == [("suicide", "act", None), ("violence", "act", "safe")]
    assert story.text(QUESTION, language) in ana.one().text
    await ana.says(NO_DANGER[language])
    assert {answer for _, _, answer in await rows(story)} == {"safe"}


@each
async def test_who_opened_it_yesterday_reads_that_she_is_safe(story: Story, language: str) -> None:
    sofie = await story.coordinator("Sofie", language)
    ana = await told(story, language, DANGER[language])
    await story.passes(minutes=16)
    await opens(story, sofie)
    await story.passes(hours=25)
    for phone in (sofie, ana):
        phone.turns_the_page()
    await ana.says(story.text(SAFE, language))
    hour = shown("hour", "10:16", language)
    assert sofie.one().text == story.text(SAFE_SINCE, language, number=1, hour=hour)
    ana.reads(PASSED_ON, name="Sofie")
    for phone in (sofie, ana):
        phone.turns_the_page()
    await ana.says(story.text(SAFE, language))
    sofie.hears_nothing()


HELP = {
    "nl": ("mijn zoon is hier", "er komt niemand"),
    "fr": ("mon fils est ici", "personne ne vient"),
    "en": ("my son is here", "nobody is coming"),
}


@each
@pytest.mark.parametrize("comes", [True, False])
async def test_words_of_help_are_of_the_illness_that_stands(
    story: Story, language: str, comes: bool
) -> None:
    """A gentle question about something else came over it, and stands on."""
    await story.coordinator()
    ana = await told(story, language, ILL[language], "hm hm")
    await ana.says(HELP[language][0 if comes else 1])
    answer = "safe" if comes else "not_safe"
    assert await rows(story) == [("medical", "act", answer), ("suicide", "ask", None)]
    assert ana.last.text == story.text(CARRIED, language)
    await story.passes(minutes=16)
    assert await alerts(story) == (0 if comes else 1)


NO_HELP = {
    "nl": "alles is goed, ik heb geen dokter nodig",
    "fr": "tout va bien, pas besoin d'un médecin",
    "en": "I am quite all right, I don't need a doctor",
}


@each
async def test_no_help_needed_to_another_question_is_asked_about(
    story: Story, language: str
) -> None:
    ana = await told(story, language, ILL[language], "hm hm")
    await ana.says(NO_HELP[language])
    assert await rows(story) == [("medical", "act", None), ("suicide", "ask", None)]
    assert story.text(ILLNESS, language) in ana.last.text
    await ana.says(NO_HELP[language])
    assert await rows(story) == [("medical", "act", "safe"), ("suicide", "ask", None)]
    assert ana.last.text == story.text(CARRIED, language)


@each
async def test_not_safe_is_of_the_danger_that_is_open(story: Story, language: str) -> None:
    """And not of the illness in doubt that she had called not urgent."""
    ana = await told(story, language, DANGER[language], "mm mm")
    await ana.touches(words("safety/medical/button/the_day"))
    await ana.says(UNSAFE[language])
    ana.reads(AFTER)
    assert await rows(story) == [("suicide", "act", "not_safe"), ("medical", "ask", "the_day")]


NOT_FOR_LONG = {
    "nl": ("Ik ben veilig", "ja ik ben veilig", "ik ben hier wel veilig", "maar niet lang meer"),
    "fr": (
        "Je suis en sécurité",
        "oui je suis en sécurité",
        "je suis bien en sécurité ici",
        "mais pas pour longtemps",
    ),
    "en": ("I am safe", "yes I am safe", "I am quite safe here", "but not for long"),
}


@each
@pytest.mark.parametrize("wording", range(3))
async def test_safe_and_what_takes_it_back_has_one_end(
    story: Story, language: str, wording: int
) -> None:
    ana = await told(story, language, "hm hm")
    ana.writes(NOT_FOR_LONG[language][wording])
    ana.writes(NOT_FOR_LONG[language][3])
    await story.settles()
    assert story.text(QUESTION, language) in ana.one().text
    ana.sees("112")
    assert await rows(story) == [("suicide", "ask", None)]
    await ana.touches(NOT_SAFE)
    ana.reads(AFTER)
    assert await rows(story) == [("suicide", "ask", "not_safe"), ("suicide", "act", "not_safe")]


SAYS = (
    *("hm hm", "mm mm", "pf pf", "hm hm!", "mm mm!", "pf pf!", "ik wil dood", "dag"),
    *("Ik ben veilig", "Ik ben niet veilig", "Er komt hulp", "Er komt nog niemand", "ja", "nee"),
    *("Er is geen hulp nodig", "Ja, dat is het", "Nee, een zware dag", "er is geen gevaar"),
    *("mijn zoon is hier", "er komt niemand", "ik voel me niet veilig", "ja, ik ben veilig"),
)


@pytest.mark.parametrize("seed", range(20))
async def test_whatever_she_says_an_open_danger_has_an_alert(story: Story, seed: int) -> None:
    """One that waits, or one that went out since."""
    chance = Random(seed)
    await story.coordinator()
    ana = await told(story, "nl")
    for _ in range(12):
        await ana.says(chance.choice(SAYS))
        await story.passes(minutes=chance.choice((0, 1, 5, 20, 70, 500)))
        day = story.clock.now() - timedelta(hours=24)
        rung = await story.rows(select(Audit.at).where(Audit.action == "danger.alerted"))
        waits = select(Timer.id).where(Timer.kind == "danger", Timer.done_at.is_(None))
        ahead = await story.rows(waits)
        for row in await story.rows(select(Concern).where(Concern.level == "act")):
            if row.answer not in ("safe", "taken") and row.at > day:
                assert ahead or any(at >= row.at for at in rung), str(ana)
