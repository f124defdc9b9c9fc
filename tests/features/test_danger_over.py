"""She says that she is safe after a coordinator opened her alert: whoever did reads so, once, and
she reads that somebody may still be on the way."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import danger, people
from bot.danger_over import HELPED_SINCE, PASSED_ON, PASSED_ON_BY_SEVERAL, SAFE_SINCE
from bot.dialogue.values import shown
from bot.store.tables import Concern, Person

from .story import Phone, Story
from .test_danger_in_a_talk import MEDICAL
from .test_safety import DANGER, QUESTION, SAFE, alerts, words

COMING = words("safety/medical/button/safe")
ILL = {**MEDICAL, "en": "i am having a heart attack"}


async def opened(story: Story, language: str, said: str) -> tuple[Phone, Phone, Phone]:
    """An alert that one of two coordinators opened."""
    sofie = await story.coordinator("Sofie", language)
    omar = await story.coordinator("Omar", language)
    ana = await story.resident("Ana", language, hour=None)
    await ana.says(said)
    await story.passes(minutes=16)
    await sofie.touches(danger.BUTTON_OPEN)
    await sofie.touches(danger.BUTTONS["112"])
    await story.passes(minutes=4)
    for phone in (sofie, omar, ana):
        phone.turns_the_page()
    return sofie, omar, ana


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("kind", ["suicide", "medical"])
async def test_who_opened_it_reads_that_she_is_safe(story: Story, language: str, kind: str) -> None:
    said = {"nl": MEDICAL["nl"], "fr": MEDICAL["fr"], "en": "i am having a heart attack"}
    told = said if kind == "medical" else DANGER
    sofie, omar, ana = await opened(story, language, told[language])
    answer = story.text(COMING if kind == "medical" else SAFE, language)
    await ana.says(answer)
    text = HELPED_SINCE if kind == "medical" else SAFE_SINCE
    hour = shown("hour", "09:20", language)
    assert sofie.one().text == story.text(text, language, number=1, hour=hour)
    omar.hears_nothing()
    ana.reads(PASSED_ON, name="Sofie")
    for phone in (sofie, ana):
        phone.turns_the_page()
    await ana.says(answer)
    sofie.hears_nothing()
    assert "Sofie" not in ana.last.text


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_all_who_opened_it_are_named_and_told(story: Story, language: str) -> None:
    sofie, omar, ana = await opened(story, language, DANGER[language])
    await omar.touches(danger.BUTTON_OPEN)
    await omar.touches(danger.BUTTONS["call"])
    for phone in (omar, ana):
        phone.turns_the_page()
    await ana.says(story.text(SAFE, language))
    ana.reads(PASSED_ON_BY_SEVERAL, names="Sofie, Omar")
    for phone in (sofie, omar):
        phone.one()
        phone.reads(SAFE_SINCE, number=1, hour=shown("hour", "09:20", language))


@pytest.mark.parametrize(
    ("language", "said"),
    [("nl", "ik ben veilig"), ("fr", "je suis en sécurité"), ("en", "I am safe")],
)
async def test_what_they_read_is_the_answer_to_the_question_that_stood(
    story: Story, language: str, said: str
) -> None:
    """An illness first; then she was asked whether somebody hurts her, and of that she is safe: of
    the illness she is asked again."""
    told = {**MEDICAL, "en": "i am having a heart attack"}
    sofie, _, ana = await opened(story, language, told[language])
    story.mind.learns("pf pf", "crisis_violence", level="ask")
    await ana.says("pf pf")
    ana.reads(words("safety/violence/ask"))
    await ana.says(said)
    sofie.hears_nothing()
    assert await answers(story) == {"crisis_medical": None, "crisis_violence": "safe"}
    assert story.text(words("safety/medical/question"), language) in ana.last.text
    await ana.touches(COMING)
    sofie.one()
    sofie.reads(HELPED_SINCE, number=1, hour=shown("hour", "09:20", language))


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("safe", [True, False])
async def test_its_button_under_another_question_is_about_it(
    story: Story, language: str, safe: bool
) -> None:
    """'Help is coming' stands under 'does somebody hurt you?' too, and is no answer to that."""
    told = {**MEDICAL, "en": "i am having a heart attack"}
    sofie, _, ana = await opened(story, language, told[language])
    story.mind.learns("pf pf", "crisis_violence", level="ask")
    await ana.says("pf pf")
    await ana.touches(COMING if safe else words("safety/medical/button/not_safe"))
    rows = await story.rows(select(Concern).order_by(Concern.id))
    assert [(row.intent, row.level) for row in rows] == [
        ("crisis_medical", "act"),
        ("crisis_violence", "ask"),
        *(() if safe else (("crisis_medical", "act"),)),  # an alert went out: it is told anew
    ]
    assert rows[0].answer == ("safe" if safe else "not_safe")
    if safe:
        sofie.reads(HELPED_SINCE, number=1, hour=shown("hour", "09:20", language))
        assert rows[1].answer is None
        await ana.says(story.text(words("safety/button/yes"), language))
        ana.reads(words("safety/violence/heard"))
    else:
        sofie.hears_nothing()


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_danger_that_a_volunteer_took_is_no_other(story: Story, language: str) -> None:
    sofie, karim = await story.coordinator("Sofie", language), await story.volunteer("K", language)
    ana = await story.resident("Ana", language, hour=None)
    await ana.says(DANGER[language])
    await story.talk(ana, karim)
    assert await answers(story) == {"crisis_suicide": "taken"}
    await ana.says(ILL[language])
    await story.passes(minutes=16)
    await sofie.touches(danger.BUTTON_OPEN)
    await sofie.touches(danger.BUTTONS["112"])
    sofie.turns_the_page()
    await ana.touches(COMING)
    sofie.one()
    ana.reads(PASSED_ON, name="Sofie")


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_help_for_an_illness_ends_no_other_danger(story: Story, language: str) -> None:
    sofie, _, ana = await opened(story, language, DANGER[language])
    told = {**MEDICAL, "en": "i am having a heart attack"}
    await ana.says(told[language])
    ana.turns_the_page()
    await ana.touches(COMING)
    sofie.hears_nothing()  # what she opened is not over
    assert "Sofie" not in ana.last.text
    assert story.text(QUESTION, language) in ana.last.text
    await story.passes(minutes=16)
    assert story.text(danger.BUTTON_OPEN, language) in sofie.last.labels
    assert await alerts(story) == 2
    await ana.touches(SAFE)
    sofie.reads(SAFE_SINCE, number=1, hour=shown("hour", "09:36", language))
    ana.reads(PASSED_ON, name="Sofie")
    assert {row.answer for row in await story.rows(select(Concern))} == {"safe"}


async def test_an_alert_that_told_of_two_dangers_opens_the_one_that_is_left(story: Story) -> None:
    sofie, ana = await story.coordinator("Sofie"), await story.resident("Ana", "nl", hour=None)
    story.mind.learns("mm mm!", "crisis_medical", level="act")
    for said in (MEDICAL["nl"], DANGER["nl"], "mm mm!"):
        await ana.says(said)
    await story.passes(minutes=16)
    await ana.touches(COMING)
    await sofie.touches(danger.BUTTON_OPEN)
    await sofie.touches(danger.BUTTONS["call"])
    assert story.text(danger.KINDS["crisis_suicide"], "nl") in "".join(sofie.screen.ever)
    await ana.touches(SAFE)
    sofie.reads(SAFE_SINCE, number=1, hour=shown("hour", "09:16", "nl"))


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("stood", [True, False])
async def test_an_alert_opens_what_stood_when_its_own_danger_ended(
    story: Story, language: str, stood: bool
) -> None:
    """Whether an alert went out for that already or not; but not what she said only later."""
    told = {**MEDICAL, "en": "i am having a heart attack"}
    sofie = await story.coordinator("Sofie", language)
    ana = await story.resident("Ana", language, hour=None)
    await ana.says(told[language])
    await story.passes(minutes=16)
    for said in (DANGER[language], told[language]) if stood else ():
        await ana.says(said)
    await story.passes(minutes=1)
    await ana.touches(COMING)
    if not stood:
        await story.passes(minutes=1)
        await ana.says(DANGER[language])
    await sofie.touches(danger.BUTTON_OPEN)
    if stood:
        await sofie.touches(danger.BUTTONS["call"])
        kind = story.text(danger.KINDS["crisis_suicide"], language)
        assert kind in "".join(sofie.screen.ever)
    else:
        assert story.text(danger.ANSWERED, language, number=1) in sofie.screen.toasts
        sofie.sees_not("Ana")


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_who_opened_it_for_the_illness_reads_it_once_all_is_over(
    story: Story, language: str
) -> None:
    told = {**MEDICAL, "en": "i am having a heart attack"}
    sofie, _, ana = await opened(story, language, told[language])
    await ana.says(DANGER[language])
    await ana.says(told[language])
    await story.passes(minutes=1)
    await ana.touches(COMING)
    sofie.hears_nothing()
    await ana.touches(SAFE)
    sofie.reads(SAFE_SINCE, number=1, hour=shown("hour", "09:21", language))


NO_DANGER = {
    "nl": ("Geen gevaar, mijn buurvrouw is er", "ik ben uit het gevaar"),
    "fr": ("pas de danger, ma voisine est là", "je suis hors de danger"),
    "en": ("I'm out of danger, the doctor was here", "there is no danger, my neighbour is here"),
}
I_AM_SAFE = {
    "nl": ("ik ben veilig\ndank u", "ja ik ben veilig"),
    "fr": ("je suis en sécurité\nmerci", "oui je suis en sécurité"),
    "en": ("I am safe\nthank you", "yes I am safe"),
}
AND_HELPED = {
    "nl": "ik ben veilig, de ambulance komt eraan",
    "fr": "je suis en sécurité, les secours arrivent",
    "en": "I am safe, the ambulance is coming",
}


async def ill_beside_danger(story: Story, language: str) -> Phone:
    told = {**MEDICAL, "en": "i am having a heart attack"}
    ana = await story.resident("Ana", language, hour=None)
    await ana.says(DANGER[language])
    await ana.says(told[language])
    ana.turns_the_page()
    return ana


async def answers(story: Story) -> dict[str, str | None]:
    return {row.intent: row.answer for row in await story.rows(select(Concern))}


@pytest.mark.parametrize(
    ("language", "said"), [(code, said) for code, each in NO_DANGER.items() for said in each]
)
async def test_no_danger_is_of_what_was_asked(story: Story, language: str, said: str) -> None:
    ana = await ill_beside_danger(story, language)
    await ana.says(said)
    assert await answers(story) == {"crisis_suicide": None, "crisis_medical": "safe"}
    assert story.text(QUESTION, language) in ana.last.text


@pytest.mark.parametrize(
    ("language", "said"), [(code, said) for code, each in I_AM_SAFE.items() for said in each]
)
async def test_i_am_safe_is_of_all_but_an_illness(story: Story, language: str, said: str) -> None:
    """Whatever stands behind it, in the same message or in another that came with it: nobody knows
    by that whether help comes, and of that she is asked."""
    ana = await ill_beside_danger(story, language)
    for one in said.split("\n"):
        ana.writes(one)
    await story.settles()
    assert await answers(story) == {"crisis_suicide": "safe", "crisis_medical": None}
    assert story.text(words("safety/medical/question"), language) in ana.last.text
    await ana.touches(COMING)
    assert await answers(story) == {"crisis_suicide": "safe", "crisis_medical": "safe"}


@pytest.mark.parametrize(("language", "said"), AND_HELPED.items())
async def test_safe_and_helped_is_of_all(story: Story, language: str, said: str) -> None:
    ana = await ill_beside_danger(story, language)
    await ana.says(said)
    assert await answers(story) == {"crisis_suicide": "safe", "crisis_medical": "safe"}
    assert story.text(QUESTION, language) not in ana.last.text


async def test_in_her_own_words_too_and_none_of_them_go_along(story: Story) -> None:
    sofie, _, ana = await opened(story, "nl", DANGER["nl"])
    await ana.says("ik ben veilig, mijn zus Rita is hier")
    sofie.one()
    sofie.reads(SAFE_SINCE, number=1, hour="09:20")
    assert not [one for one in ("Ana", "Rita", "zus") if one in sofie.last.text]


async def test_nobody_is_told_who_opened_nothing_or_is_no_coordinator_now(story: Story) -> None:
    sofie, omar, ana = await opened(story, "nl", DANGER["nl"])
    async with story.store.write() as session:
        number = (await story.person(sofie)).id
        gone = await session.scalar(select(Person).where(Person.id == number))
        assert gone is not None
        assert gone.role == people.COORDINATOR
        gone.left_at = story.clock.now()
    await ana.says(story.text(SAFE, "nl"))
    sofie.hears_nothing()
    omar.hears_nothing()
    assert "Sofie" not in ana.last.text
