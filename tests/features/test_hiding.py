"""Somebody else looks at her telephone: the chat is emptied at once, and nothing in what is left,
nor in what comes by itself, says what kind of chat this is."""

from __future__ import annotations

import itertools
import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.channel import Clear
from bot.danger import ALERT
from bot.dialogue import Library
from bot.dialogue.model import BACK, ELSEWHERE, END, wording_ref
from bot.dialogue.words import plain
from bot.discreet import HIDDEN as HIDDEN_FACT
from bot.hiding import HIDDEN
from bot.numbers import NUMBERS
from bot.store.tables import Concern, Conversation, Fact, Handoff, Message, Update

from .states import (
    State,
    asked,
    idle,
    in_a_form,
    in_danger,
    offered,
    paused,
    stopped,
    stranger,
    talking,
    waiting,
)
from .story import Phone, Story
from .test_safety import CALL, NOT_SAFE, SAFE

ROOT = Path(__file__).resolve().parents[2]
WORDS = {"nl": "Verberg dit!", "fr": "cachez tout", "en": "hide"}
STATES: list[State] = [
    idle, asked, in_a_form, paused, stopped, offered, waiting, talking, in_danger,
]  # fmt: skip
# What nobody may read in passing, in any of the languages.
TELLING = (
    r"\bcris[ie]|eenza|\bseule?s?\b|lonel|isole|vrijwillig|benevol|volunteer|suici|zelfmoord|danger"
    r"|gevaar|geweld|violen|hulplijn|helpline|numeros d|psych|depress"
)


def left(phone: Phone) -> list[str]:
    return [shown.text for shown in phone.screen.messages]


@pytest.mark.parametrize("state", STATES, ids=lambda s: s.__name__)
async def test_one_neutral_word_is_left_in_every_state(story: Story, state: State) -> None:
    for language in ("nl", "fr", "en") if state in (idle, talking) else ("nl",):
        ana = await state(story, language)
        before = await kept(story)
        await ana.says("/hide")
        assert left(ana) == [story.text(HIDDEN, language)]
        assert ana.screen.keyboard == ()
        assert not re.search(TELLING, plain(left(ana)[0]))
        assert await kept(story) == before, "nothing that is kept is erased"


async def kept(story: Story) -> list[object]:
    """Where everybody stands, and what was told or asked for."""
    rows = await story.rows(select(Fact).where(Fact.key != HIDDEN_FACT).order_by(Fact.key))
    facts = [(row.key, row.value) for row in rows]
    stands = [row.position for row in await story.rows(select(Conversation))]
    asked_for = [(row.state, row.text) for row in await story.rows(select(Handoff))]
    return [facts, stands, asked_for]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_bare_words_do_it_too_but_not_in_a_talk(story: Story, language: str) -> None:
    ana = await asked(story, language)
    story.mind.down = True
    ana.writes("xyz")  # in one breath: it is answered, and the answer goes too
    await ana.says(WORDS[language])
    assert left(ana) == [story.text(HIDDEN, language)]
    bea = await talking(story, language)
    karim = story.phones[1]
    await bea.says(WORDS[language])
    bea.hears_nothing()
    karim.sees(WORDS[language])  # it may be meant for him
    await bea.says("/hide")
    assert left(bea) == [story.text(HIDDEN, language)]
    karim.sees_not("/hide")
    await karim.says("ik ben er nog")
    bea.sees("ik ben er nog")


async def test_a_stranger_s_hide_says_nothing_of_the_service(story: Story) -> None:
    ana = await stranger(story, "fr")
    await ana.says("/hide")
    assert left(ana) == [story.text(HIDDEN, "fr")]


async def test_the_question_can_be_answered_later(story: Story) -> None:
    ana = await asked(story, "nl")
    buttons = ana.screen.keyboard
    await ana.says("/hide")
    assert ana.screen.keyboard == ()
    await ana.says("/help")
    assert ana.screen.keyboard == buttons
    await ana.taps(buttons[0])
    ana.hears("morning/glad")


async def test_after_danger_help_says_the_numbers_again(story: Story) -> None:
    ana = await in_danger(story, "nl")
    assert "112" in ana.last.text
    await ana.says("/hide")
    ana.sees_not("112")
    await ana.says("/help")
    assert "112" in ana.one().text
    ana.reads(NUMBERS)
    story.clock.advance(timedelta(days=31).total_seconds())
    await ana.says("/help")
    assert "112" not in ana.last.text


async def test_what_waits_to_leave_does_not_come_after_it(story: Story) -> None:
    """Written in one breath: the answer to the first is let go. A crisis reply is not; it leaves,
    and is deleted after some minutes."""
    ana = await idle(story, "nl")
    ana.writes("/mydata")
    ana.writes("/hide")
    await story.receives()
    while await story.app.workers[0].work_once():
        pass
    await story.settles()
    assert left(ana) == [story.text(HIDDEN, "nl")]
    ana.writes("ik wil dood")
    ana.writes("/hide")
    await story.receives()
    while await story.app.workers[0].work_once():
        pass
    await story.settles()
    assert any("112" in text for text in ana.screen.ever), "danger is answered whatever comes next"
    await story.passes(minutes=3)
    assert not any("112" in text for text in left(ana))


async def test_only_what_telegram_lets_be_deleted_in_as_few_calls_as_can_be(story: Story) -> None:
    ana = await idle(story, "nl")
    await ana.says("dag")
    old = len(left(ana))
    story.clock.advance(timedelta(days=2).total_seconds())
    await ana.says("/help")
    now, chat = story.clock.now(), ana.id
    async with story.store.write() as session:
        for number in range(1000, 1120):
            row = {"chat_id": chat, "created_at": now, "sent_at": now, "purpose": "answer"}
            session.add(Message(**row, state="sent", message_id=number))
    story.wire.sent.clear()
    await ana.says("/hide")
    calls = [one.message_ids for _, _, one in story.wire.sent if isinstance(one, Clear)]
    assert [len(ids) for ids in calls] == [100, 23]  # with /help, its answer, and /hide
    assert calls[0][0] > calls[1][0], "the newest first"
    assert len(left(ana)) == old + 1, "what is older than two days stays"


async def test_the_numbers_of_her_messages_are_kept_for_two_days_only(story: Story) -> None:
    from bot import retention

    ana = await idle(story, "nl")
    await ana.says("dag")
    assert all(row.message_id for row in await story.rows(select(Update)))
    story.clock.advance(timedelta(days=2, minutes=1).total_seconds())
    await retention.clear(story.store, story.house, story.clock.now())
    assert not any(row.message_id for row in await story.rows(select(Update)))


async def test_a_message_of_an_older_version_is_left_alone(story: Story) -> None:
    ana = await idle(story, "nl")
    await ana.says("dag")
    async with story.store.write() as session:
        await session.execute(update(Update).values(message_id=None))
        await session.execute(update(Message).values(message_id=None))
    await ana.says("/hide")
    assert left(ana)[-1] == story.text(HIDDEN, "nl")


def openings(library: Library, ref: str) -> set[str]:
    """The steps ('dialogue/step') that may be the first to say something in a dialogue."""
    dialogue_id, _, step_id = ref.partition("/")
    dialogue = library.dialogues[dialogue_id]
    step = next(s for s in dialogue.steps if s.id == (step_id or dialogue.steps[0].id))
    if step.wordings:
        return {f"{dialogue_id}/{step.id}"}
    found: set[str] = set()
    for target, _ in step.targets():
        if target in (END, BACK):
            continue
        there = target.removeprefix(ELSEWHERE)
        found |= openings(library, there if there != target else f"{dialogue_id}/{target}")
    return found


def test_no_greeting_says_what_kind_of_chat_this_is() -> None:
    """What a locked screen shows of a message that comes by itself."""
    library = Library.read(ROOT / "dialogues", ROOT / "locales")
    timed = [d.id for d in library.dialogues.values() if d.start.timed]
    seen = 0
    for ref in set().union(*(openings(library, name) for name in timed)):
        dialogue_id, _, step_id = ref.partition("/")
        step = next(s for s in library.dialogues[dialogue_id].steps if s.id == step_id)
        for place, field in itertools.product(range(len(step.wordings)), ("say", "without_name")):
            for language, address in itertools.product(("nl", "fr", "en"), ("formal", "informal")):
                try:
                    whole = wording_ref(dialogue_id, step_id, place, field)
                    first = library.texts.find(whole, language, address).splitlines()[0]
                except KeyError:
                    continue
                assert not re.search(TELLING, plain(first)), f"{whole} in {language}: {first}"
                seen += 1
    assert len(timed) >= 3
    assert seen > 60


BEATEN = {"nl": "mijn man slaat mij", "fr": "mon mari me frappe", "en": "my husband hits me"}
OVERLOOKED = {
    "nl": ("hij hoort mij", "kan mijn man dit lezen"),
    "fr": ("je peux pas appeler il m'entend", "mon ex peut les voir ?"),
    "en": ("i cant call he hears", "he can read this?"),
}
IN_BOTH = [(code, said) for code, both in OVERLOOKED.items() for said in both]


@pytest.mark.parametrize("how", ["reply", "not safe"])
@pytest.mark.parametrize(("language", "said"), IN_BOTH)
async def test_with_violence_she_reads_how_it_is_emptied(
    story: Story, language: str, said: str, how: str
) -> None:
    """Shortly, and without the numbers once more; whether she is safe is asked as before."""
    story.mind.learns(said, "crisis_violence", sure=0.9, level="act")
    sofie, ana = await story.coordinator(), await story.resident("Ana", language, hour=None)
    await ana.says(BEATEN[language])
    ana.sees("112")
    if how == "not safe":
        await ana.touches(NOT_SAFE)
    ana.turns_the_page()
    await ana.says(said)
    told = ana.one()
    assert told.text == story.said("seen/say", language)
    assert story.text(SAFE, language) in ana.screen.keyboard
    for phone in (ana, sofie):
        phone.turns_the_page()
    await story.passes(minutes=16)
    sofie.reads(ALERT)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_who_can_read_this_is_told_at_any_time(story: Story, language: str) -> None:
    hears, asks = OVERLOOKED[language]
    ana = await story.resident("Ana", language, hour=None)
    await ana.says(asks)
    ana.hears("seen/say")
    await ana.says(hears)
    assert story.said("seen/say", language) not in ana.last.text


@pytest.mark.parametrize(
    ("language", "said"),
    [("nl", "Nee, hij hoort mij"), ("fr", "non il m'entend"), ("en", "no, he is listening")],
)
async def test_a_no_in_front_answers_whether_she_is_safe(
    story: Story, language: str, said: str
) -> None:
    ana = await story.resident("Ana", language, hour=None)
    await ana.says(BEATEN[language])
    ana.turns_the_page()
    await ana.says(said)
    ana.one()
    ana.reads(CALL)
    assert await story.rows(select(Concern.answer)) == ["not_safe"]


async def test_after_i_am_safe_he_may_hear(story: Story) -> None:
    ana = await story.resident("Ana", "nl", hour=None)
    await ana.says(BEATEN["nl"])
    await ana.touches(SAFE)
    await ana.says("hij hoort mij")
    assert story.said("seen/say", "nl") not in ana.last.text


async def test_a_blow_beside_it_is_danger(story: Story) -> None:
    ana = await story.resident("Ana", "nl", hour=None)
    await ana.says(BEATEN["nl"])
    await ana.says("hij hoort mij. hij heeft een mes")
    ana.sees("112")


async def test_in_doubt_yet_he_hears_is_danger(story: Story) -> None:
    story.mind.learns("pf", "crisis_violence", level="ask")
    story.mind.learns("hij hoort mij", "crisis_violence", sure=0.9, level="act")
    ana = await story.resident("Ana", "nl", hour=None)
    await ana.says("pf")
    await ana.says("hij hoort mij")
    ana.sees("112")
