"""What a volunteer writes after a question of ours is no word to a resident before he says so."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot import appointment_texts, debriefs, outcomes
from bot.addressee_texts import BUTTON_TO, NOW_WITH, ONE_COMMAND, OR_ANSWER, WHICH_OR_ANSWER
from bot.asking import KEY
from bot.handoff_texts import CLOSED_RESIDENT
from bot.store.tables import Fact, Volunteer

from .story import Phone, Story

EVERY = pytest.mark.parametrize("language", ["nl", "fr", "en"])
DANGER = {"nl": "ik wil dood", "fr": "je veux mourir", "en": "I want to die"}
HEAVY = {
    "nl": "pff was zwaar, ze wou dood",
    "fr": "pff dur, elle voulait mourir",
    "en": "phew that was hard, she wanted to die",
}


async def danger_closed(
    story: Story, language: str = "nl", left: tuple[str, ...] = ("Jeanne",), danger: bool = True
) -> tuple[Phone, list[Phone]]:
    """Karim ended a talk with danger in it with Marleen; others are left."""
    await story.coordinator()
    karim = await story.volunteer("Karim", language)
    others = [await story.resident(name, language, hour=None) for name in left]
    marleen = await story.resident("Marleen", language, hour=None)
    for phone in (*others, marleen):
        await story.talk(phone, karim)
    await marleen.says(DANGER[language] if danger else "dag, ça va, ok")
    await karim.says("/close", reply_to=karim.last if others else None)
    marleen.reads(CLOSED_RESIDENT, name="Karim")
    for phone in others:
        phone.turns_the_page()
    return karim, others


def to(story: Story, phone: Phone, language: str) -> str:
    return story.text(BUTTON_TO, language, name=phone.name)


@EVERY
async def test_the_danger_of_one_is_not_told_to_another(story: Story, language: str) -> None:
    karim, (jeanne,) = await danger_closed(story, language)
    karim.reads(debriefs.ASK)
    assert story.text(debriefs.BUTTONS["call"], language) in karim.last.labels, "asked last"
    await karim.says(HEAVY[language])
    jeanne.hears_nothing()
    karim.reads(OR_ANSWER, name="Jeanne")
    assert karim.news[0].labels == [to(story, jeanne, language)]
    await karim.says(HEAVY[language])
    jeanne.hears_nothing()


@EVERY
async def test_a_tap_says_that_it_is_for_her(story: Story, language: str) -> None:
    karim, (jeanne,) = await danger_closed(story, language)
    await karim.says("dag Jeanne")
    await karim.taps(to(story, jeanne, language))
    assert jeanne.one().text.endswith("dag Jeanne")
    karim.reads(NOW_WITH, name="Jeanne")
    await karim.says("ok, tot zo")
    assert jeanne.last.text.endswith("ok, tot zo")


@EVERY
async def test_after_his_last_answer_he_reads_for_whom_he_writes(
    story: Story, language: str
) -> None:
    karim, (jeanne,) = await danger_closed(story, language)
    await karim.touches(outcomes.BUTTONS["listened"])
    karim.hears_nothing()
    await karim.says(HEAVY[language])
    jeanne.hears_nothing()
    await karim.touches(debriefs.BUTTONS["heavy"])
    karim.reads(NOW_WITH, name="Jeanne")
    await karim.says("ok, tot zo")
    assert jeanne.one().text.endswith("ok, tot zo")


@EVERY
async def test_without_danger_too_the_outcome_is_asked_last(story: Story, language: str) -> None:
    karim, (jeanne,) = await danger_closed(story, language, danger=False)
    karim.reads(outcomes.ASK)
    await karim.says(HEAVY[language])
    jeanne.hears_nothing()
    karim.reads(OR_ANSWER, name="Jeanne")
    await karim.says("ok", reply_to=next(m for m in karim.screen.messages if "Jeanne" in m.text))
    assert jeanne.one().text.endswith("ok"), "a reply says for whom it is"
    await karim.says("tot zo")
    assert jeanne.last.text.endswith("tot zo")


@EVERY
async def test_of_several_he_is_asked_which_or_ours(story: Story, language: str) -> None:
    karim, others = await danger_closed(story, language, ("Jeanne", "Bea"))
    await karim.says(HEAVY[language])
    karim.reads(WHICH_OR_ANSWER)
    for phone in others:
        phone.hears_nothing()


async def test_a_reply_to_our_question_is_for_us_also_later(story: Story) -> None:
    karim, (jeanne,) = await danger_closed(story)
    question = karim.last
    await karim.says("dag Jeanne")
    await karim.taps(to(story, jeanne, "nl"))
    jeanne.turns_the_page()
    await karim.says(HEAVY["nl"], reply_to=question)
    jeanne.hears_nothing()
    karim.reads(OR_ANSWER, name="Jeanne")


async def test_a_second_close_does_not_end_the_next_talk(story: Story) -> None:
    karim, (jeanne,) = await danger_closed(story)
    await karim.says("/close")
    karim.reads(ONE_COMMAND, command="close", name="Jeanne")
    jeanne.hears_nothing()
    await karim.taps("/close: Jeanne")
    jeanne.reads(CLOSED_RESIDENT, name="Karim")


@EVERY
async def test_without_a_talk_his_words_bring_the_question_again(
    story: Story, language: str
) -> None:
    karim, _ = await danger_closed(story, language, ())
    await karim.says(HEAVY[language])
    again = karim.news[0]  # of words like these the numbers come too
    assert again.text.startswith(story.text(debriefs.REFUSED, language))
    assert len(again.labels) == len(debriefs.BUTTONS)


LABELS = {
    "nl": ("Het was zwaar", "was zwaar ja"),
    "fr": ("C'était lourd", "lourd oui"),
    "en": ("It was heavy", "heavy yes"),
}


@EVERY
@pytest.mark.parametrize("near", [0, 1])
@pytest.mark.parametrize("left", [(), ("Jeanne",), ("Jeanne", "Bea")])
async def test_a_typed_label_is_the_tap(
    story: Story, language: str, near: int, left: tuple[str, ...]
) -> None:
    karim, others = await danger_closed(story, language, left)
    await karim.says(LABELS[language][near])
    assert story.text(debriefs.THANKS["heavy"], language) in karim.last.text
    assert [one.debrief_of for one in await story.rows(select(Volunteer))] == [None]
    for phone in others:
        phone.hears_nothing()


@pytest.mark.parametrize(
    ("language", "said"),
    [("nl", "gaat het"), ("nl", "bel me aub"), ("fr", "ça va"), ("en", "please call me")],
)
async def test_what_is_said_in_talks_too_is_no_tap(story: Story, language: str, said: str) -> None:
    """'Gaat het', to Jeanne, says nothing of how he is himself: he is asked for whom it is."""
    karim, (jeanne,) = await danger_closed(story, language)
    await karim.says(said)
    jeanne.hears_nothing()
    karim.reads(OR_ANSWER, name="Jeanne")
    assert [one.debrief_of for one in await story.rows(select(Volunteer))] != [None]


async def test_a_reply_to_it_is_of_himself(story: Story) -> None:
    karim, (jeanne,) = await danger_closed(story)
    await karim.says("gaat het", reply_to=karim.last)
    jeanne.hears_nothing()
    assert [one.debrief_of for one in await story.rows(select(Volunteer))] == [None]


YES = {"nl": "ja stel maar voor", "fr": "oui", "en": "yes"}
NO = {"nl": "nee", "fr": "non merci", "en": "no thanks"}
MEET = {
    "nl": "/meet vrijdag om 10 uur aan de balie",
    "fr": "/meet vendredi à 10 heures au guichet",
    "en": "/meet Friday at 10:00 at the desk",
}


@EVERY
@pytest.mark.parametrize("says", [YES, NO], ids=["yes", "no"])
async def test_a_typed_yes_proposes_and_a_no_does_not(
    story: Story, language: str, says: dict[str, str]
) -> None:
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.talk(ana, karim)
    await karim.says(MEET[language])
    await karim.says(says[language])
    if says is YES:
        assert ana.one().labels == [
            story.text(one, language)
            for one in (appointment_texts.BUTTON_YES, appointment_texts.BUTTON_NO)
        ]
    else:
        ana.hears_nothing()


@EVERY
@pytest.mark.parametrize("says", [YES, NO], ids=["yes", "no"])
async def test_close_anyway_takes_a_typed_word(
    story: Story, language: str, says: dict[str, str]
) -> None:
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.talk(ana, karim)
    await ana.says("?")
    await karim.says("/close")
    ana.turns_the_page()
    await karim.says("ja" if says is YES else NO[language], reply_to=karim.last)
    if says is YES:
        ana.reads(CLOSED_RESIDENT, name="Karim")
    else:
        ana.hears_nothing()


@EVERY
async def test_a_yes_to_is_it_for_her_goes_to_nobody(story: Story, language: str) -> None:
    """Only a tap brings the words: the bot kept them nowhere."""
    karim, (jeanne,) = await danger_closed(story, language)
    await karim.touches(debriefs.BUTTONS["fine"])
    await karim.says("dag")
    await karim.says({"nl": "ja", "fr": "oui", "en": "yes"}[language])
    jeanne.hears_nothing()


async def test_days_later_nobody_means_an_answer_to_that(story: Story) -> None:
    karim, (jeanne,) = await danger_closed(story, danger=False)
    long_ago = story.clock.now() - timedelta(days=2)
    async with story.store.write() as session:
        asked = Fact.key.startswith(KEY, autoescape=True)
        await session.execute(update(Fact).where(asked).values(at=long_ago))
    await karim.says("dag Jeanne")
    assert jeanne.last.text.endswith("dag Jeanne")


WORDS = (
    "pff",
    "ze woont alleen",
    "morgen",
    "ja",
    "nee",
    "was zwaar",
    "dag Jeanne",
    "/away",
    "/help",
)
TAPS = ("outcome:", "debrief:", "note:", "write:leave", "hand:", "away:back")


@pytest.mark.parametrize("seed", range(6))
async def test_no_word_that_we_asked_for_reaches_a_resident(story: Story, seed: int) -> None:
    """Whatever he writes and taps of ours after a talk: she hears no word of it before he says, by
    a tap on her name or by a reply, that it is for her."""
    chance = random.Random(seed)
    karim, (jeanne,) = await danger_closed(story)
    for _ in range(12):
        ours = [
            (button.data, shown)
            for shown in karim.screen.messages
            for button in shown.inline
            if button.data.startswith(TAPS)
        ]
        if ours and chance.random() < 0.4:
            await karim.forges(*chance.choice(ours))
        else:
            await karim.says(chance.choice(WORDS))
        turned = any(story.text(NOW_WITH, "nl", name="Jeanne") in m.text for m in karim.news)
        if turned:
            break
        jeanne.hears_nothing()
