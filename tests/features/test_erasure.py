"""Who is forgotten stays forgotten: in every table, for every role, and after a restore."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot import closing, danger, erased_again, erasure, outcomes, people
from bot.handoff_texts import BUTTON_STOP, BUTTON_YES
from bot.house import Moment
from bot.overview_texts import GONE_ON
from bot.store.privacy_tables import Access, PastConsent
from bot.store.tables import Audit, Base, Handoff, Message, Person, Update

from .story import Phone, Story
from .test_safety import DANGER, SAFE

PART = {
    "nl": ("vergeet wat ik gezegd heb van Simone", "ge moogt alles van Simone wissen"),
    "fr": ("oublie ce que j'ai dit sur Simone", "tu peux tout effacer sur ma mère"),
    "en": ("forget what I said about Simone", "just the thing about my mother"),
}
CLEAR = {"nl": "ja wis alles maar", "fr": "oui, tout effacer svp", "en": "yes, erase everything"}


async def still_refer(story: Story, person_id: int) -> list[str]:
    """Every column that still leads to somebody, by a foreign key or by its name."""
    found = []
    async with story.store.read() as session:
        for table in Base.metadata.sorted_tables:
            for column in table.columns:
                leads = any(key.column.table.name == "people" for key in column.foreign_keys)
                if leads or column.name in ("person_id", "actor_id", "reader_id"):
                    rows = await session.execute(select(column).where(column == person_id))
                    found += [f"{table.name}.{column.name}"] * len(rows.all())
    return found


async def erased(story: Story, phone: Phone, **how: Any) -> int:
    """Erases somebody as an operator does. Returns the number that they had."""
    person_id = (await story.person(phone)).id
    async with story.store.write() as session:
        moment = Moment(session, story.house, story.clock.now())
        await erasure.erase(moment, await session.get_one(Person, person_id), **how)
    await story.settles()
    return person_id


async def test_a_resident_in_a_talk_leaves_no_trace_but_an_unlinkable_consent(
    story: Story,
) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana")
    await story.talk(ana, karim)
    await ana.says("mijn kat heet Poes")
    kept = [(row.purpose, row.given_at) for row in await story.rows(select(erasure.Consent))]
    agreed = {row.text_hash for row in await story.rows(select(erasure.Consent))}
    before = len(ana.screen.messages)
    person_id = await erased(story, ana, last_word=False)
    assert await still_refer(story, person_id) == []
    karim.sees_not("Ana", "Poes")
    assert len(ana.screen.messages) == before, "an operator erases without a word to her"
    past = await story.rows(select(PastConsent).order_by(PastConsent.id))
    assert [(row.purpose, row.given_at) for row in past] == kept
    assert len({row.ledger for row in past}) == 1
    shared = next(row for row in past if row.purpose == "share")
    assert shared.text_hash not in agreed, "a hash of a first name could be guessed"
    assert all(row.withdrawn_at for row in past)
    await story.passes(minutes=1)
    assert str(ana.id) not in str([vars(row) for row in await story.rows(select(Update))])


async def test_a_volunteer_is_erased_and_nobody_is_left_alone(story: Story) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana")
    await story.talk(ana, karim)
    lies = await story.volunteer("Lies")
    await ana.says("ben je daar")
    person_id = await erased(story, karim)
    assert await still_refer(story, person_id) == []
    assert (await story.handoff()).state == "handed_on"
    assert lies.news, "somebody else is rung"
    assert story.text(BUTTON_STOP, "nl") not in ana.screen.keyboard
    seen = await story.rows(select(Access).order_by(Access.id))
    assert [(row.what, row.reader_role, row.reader_id) for row in seen] == [
        ("shared_text", "volunteer", None),
        ("talk", "volunteer", None),
    ]
    await ana.says("/mydata")
    assert "Karim" not in ana.last.text
    assert "De Brug las op 5 oktober 2026" in ana.last.text


async def test_a_restore_brings_nobody_back(story: Story) -> None:
    """A database as a backup had it, and a file that knows who was erased since."""
    karim, ana = await story.volunteer(), await story.resident("Ana")
    bea = await story.resident("Bea")
    await story.talk(ana, karim)
    ana.writes("is er nog iemand")
    await story.receives()
    erasures = story.house.erasures
    assert erasures is not None
    await story.passes(minutes=5)
    ana.writes("en dit is nog niet gelezen")
    await story.receives()
    for phone in (ana, bea):
        erasures.add(phone.id, story.clock.now() - timedelta(hours=phone is bea))
    number = (await story.person(ana)).id
    was = len(ana.screen.messages)

    again = await erased_again.apply_again(story.store, story.house, story.clock.now())

    assert again == 1
    assert await still_refer(story, number) == []
    assert (await story.person(bea)).id, "she came back after she was erased"
    await story.passes(minutes=1)
    assert len(ana.screen.messages) == was, "nothing that waited is read or sent"
    assert await story.rows(select(Person).where(Person.chat_id == ana.id)) == []
    assert await story.rows(select(Handoff)) == []
    assert await erased_again.apply_again(story.store, story.house, story.clock.now()) == 0


def test_a_number_names_one_person_and_a_slip_names_nobody() -> None:
    for person_id in (1, 7, 12, 97, 98, 1234, 1_000_000):
        number = people.number_of(person_id)
        assert people.id_of(number) == people.id_of(number.replace("-", " ")) == person_id
        for place, digit in enumerate(number):
            if digit != "-":
                wrong = number[:place] + str((int(digit) + 1) % 10) + number[place + 1 :]
                assert people.id_of(wrong) is None
    for nonsense in ("", "-", "12", "0-98", "abc", "1" * 40, "１２-６２"):
        assert people.id_of(nonsense) is None


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_part_never_erases_all(story: Story, language: str) -> None:
    ana = await story.resident("Ana", language)
    person_id = (await story.person(ana)).id
    first, narrowed = PART[language]
    story.mind.learns(first, "delete_data", sure=0.95)
    story.mind.learns(narrowed, "delete_data", sure=0.95)
    await ana.says(first)
    ana.sees(story.said("forget_part/unknown", language).partition("{")[0])
    await ana.picks("memory/change/all")
    await ana.says(narrowed)
    ana.hears("memory/show")
    assert (await story.person(ana)).id == person_id
    await ana.picks("memory/change/all")
    await ana.picks("forget/ask/part")
    ana.hears("memory/show")
    await ana.says("/forget")
    await ana.says(CLEAR[language])
    ana.hears("forget/gone")
    assert await still_refer(story, person_id) == []


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("opened", ["not", "asked", "released"])
async def test_the_alert_of_who_erased_her_data_says_so_without_a_name(
    story: Story, language: str, opened: str
) -> None:
    sofie, ana = await story.coordinator("Sofie", language), await story.resident("Ana", language)
    await ana.says(DANGER[language])
    await story.passes(minutes=16)
    alert = sofie.one()
    if opened != "not":
        await sofie.touches(danger.BUTTON_OPEN)
    asks = sofie.last
    if opened == "released":
        await sofie.touches(danger.BUTTONS["call"])
        assert "Ana" in str(sofie)
    data = next(b.data for b in (alert if opened == "not" else asks).inline or alert.inline)
    await ana.says("/forget")
    await ana.picks("forget/ask/yes")
    sofie.sees_not("Ana")
    gone = story.text(danger.ERASED, language, number=1)
    shown = [m for m in sofie.screen.messages if gone in m.text]
    assert len(shown) == (1 if opened == "not" else 2)
    assert all(m.labels == [] or not m.labels for m in shown)
    assert all(story.text(danger.UNSAFE, language).split("{")[0] in m.text for m in shown)
    await sofie.forges(data, alert)  # a tap that crossed it
    assert sofie.toasts == [story.text(danger.NOTHING_LEFT, language)[:190]]


async def test_the_number_of_an_alert_is_never_given_again(story: Story) -> None:
    sofie, ana = await story.coordinator(), await story.resident("Ana")
    bea = await story.resident("Bea")
    await ana.says(DANGER["nl"])
    await story.passes(minutes=16)
    data = next(b.data for b in sofie.one().inline)
    await ana.says("/forget")
    await ana.picks("forget/ask/yes")
    await bea.says(DANGER["nl"])
    await story.passes(minutes=16)
    assert next(b.data for b in sofie.last.inline) != data
    assert story.text(danger.ALERT, "nl").split("{hour}")[0].format(number=2) in sofie.last.text
    sofie.turns_the_page()
    await sofie.forges(data)
    sofie.sees_not("Bea")
    assert sofie.toasts == [story.text(danger.NOTHING_LEFT, "nl")[:190]]


async def test_every_message_that_shows_an_alert_is_known_to_the_erasure(story: Story) -> None:
    """The one with the name too: where it has not left yet, it does not."""
    sofie, ana = await story.coordinator(), await story.resident("Ana")
    await ana.says(DANGER["nl"])
    await story.passes(minutes=16)
    await sofie.touches(danger.BUTTON_OPEN)
    await sofie.touches(danger.BUTTONS["call"])
    details = await story.rows(select(Audit.detail).where(Audit.action == danger.SHOWN))
    known = {int(detail.split(":")[1]) for detail in details}
    chat = (await story.person(sofie)).chat_id
    about = select(Message.id).where(Message.chat_id == chat, Message.purpose == "alert")
    assert known == set(await story.rows(about))


async def test_the_alert_of_who_said_to_be_safe_asks_nobody_to_call(story: Story) -> None:
    sofie, ana = await story.coordinator(), await story.resident("Ana")
    await ana.says(DANGER["nl"])
    await story.passes(minutes=16)
    await ana.says(story.text(SAFE, "nl"))
    await ana.says("/forget")
    await ana.picks("forget/ask/yes")
    told = story.text(danger.ERASED, "nl", number=1)
    assert [m.text for m in sofie.screen.messages if told in m.text] == [told]


async def test_a_tap_about_a_handoff_of_who_erased_her_data_is_answered(story: Story) -> None:
    sofie, ana = await story.coordinator(), await story.resident("Ana")
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    await story.passes(hours=3)
    number = (await story.handoff()).id
    await ana.says("/forget")
    await ana.picks("forget/ask/yes")
    await sofie.forges(f"ho:ring:{number}:1")
    assert sofie.toasts == [story.text(GONE_ON, "nl")]


@pytest.mark.parametrize("last_word", [True, False])
async def test_a_helper_who_is_erased_keeps_nothing_of_her_on_the_phone(
    story: Story, last_word: bool
) -> None:
    """As when the role ends: neither the talk nor what a coordinator opened, nor what is just now
    on its way."""
    sofie, karim = await story.coordinator(), await story.volunteer()
    ana = await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    await ana.says("mijn kat heet Poes")
    await karim.says("/report zij maakt mij bang")
    assert "bang" in sofie.last.text
    waits = ana.writes("en de sleutel ligt bij Jos")
    await story.receives()
    await story.app.workers[0].work_once()
    for phone in (karim, sofie):
        person_id = await erased(story, phone, last_word=last_word)
        assert await still_refer(story, person_id) == []
    assert waits.text not in "".join(karim.screen.ever)
    karim.sees_not("Ana", "Poes")
    sofie.sees_not("bang")
    await story.passes(hours=3)
    for phone in (karim, sofie):
        for table in (Message, Update):
            assert not await story.rows(select(table.chat_id).where(table.chat_id == phone.id))


async def test_what_was_on_its_way_to_a_helper_who_is_erased_is_deleted_there(story: Story) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    await ana.says("mijn kat heet Poes")
    last = select(Message).where(Message.chat_id == karim.id, Message.purpose == "relay")
    row = (await story.rows(last.order_by(Message.id)))[-1]
    async with story.store.write() as session:
        (await session.get_one(Message, row.id)).state = "sending"
    await erased(story, karim, last_word=False)
    async with story.store.write() as session:
        (await session.get_one(Message, row.id)).state = "sent"
    await story.passes(minutes=3)
    karim.sees_not("Poes")


async def test_an_opened_note_goes_with_her(story: Story) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer()
    ana = await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    await karim.says("/close")
    await karim.touches(outcomes.BUTTONS["listened"])
    await karim.touches(closing.BUTTON_NOTE)
    await karim.says("slaapt slecht")
    await sofie.says("/notes")
    await sofie.taps(next(label for label in sofie.last.labels if label.startswith("1: Karim")))
    assert "slaapt slecht" in sofie.last.text
    await erased(story, ana)
    sofie.sees_not("slaapt slecht")
