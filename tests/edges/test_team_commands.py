"""`goeiedag volunteer`: who they are, and what happens when one goes."""

from __future__ import annotations

import asyncio
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import people
from bot.__main__ import main
from bot.app import make_house
from bot.channel import Say
from bot.database import open_store
from bot.house import Moment
from bot.settings import read
from bot.store.tables import Handoff, Message, Person, Volunteer


def with_volunteers(data: Path, *names: str) -> None:
    async def lay() -> None:
        settings = read(os.environ, data)
        async with open_store(settings) as store, store.write() as session:
            moment = Moment(session, make_house(settings), datetime.now(UTC))
            for place, name in enumerate(names, 1):
                person = await people.welcome(moment, 900 + place, "nl", people.VOLUNTEER)
                person.name = name
                session.add(Volunteer(person_id=person.id, languages=["nl"], hours=[]))

    asyncio.run(lay())


def test_listed_and_gone_by_name_or_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*words: str) -> tuple[int, str]:
        code = main(["volunteer", "--data", str(tmp_path), *words])
        shown = capsys.readouterr()
        return code, shown.out + shown.err

    with_volunteers(tmp_path, "Karim", "Lies", "Lies")
    code, said = run("list")
    assert code == 0
    assert [line.split()[1] for line in said.splitlines()] == ["Karim:", "Lies:", "Lies:"]
    assert "0 of 3 talks" in said
    number = people.number_of(2)
    for words, code in ((("leave",), 2), (("list", "Karim"), 2), (("leave", "Bo"), 1)):
        assert run(*words)[0] == code
    code, said = run("leave", "lies")
    assert code == 1
    assert number in said
    assert run("leave", number) == (0, "Lies is no volunteer any more. No talk was open.\n")
    assert run("leave", number)[0] == 1, "only once"
    assert run("rest", " KARIM ")[0] == 0
    said = run("list")[1]
    assert "off duty" in said
    assert said.count("Lies") == 1


def test_a_talk_of_who_leaves_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By the command alone, while no bot runs: she is asked, and no word goes to the old phone."""
    with_volunteers(tmp_path, "Karim")
    settings = read(os.environ, tmp_path)

    async def lay() -> None:
        async with open_store(settings) as store, store.write() as session:
            moment = Moment(session, make_house(settings), datetime.now(UTC))
            ana = await people.welcome(moment, 800, "nl", people.RESIDENT)
            handoff = Handoff(
                person_id=ana.id, state="talking", language="nl", urgency="normal", text="x",
                text_hash="0" * 64, claimed_by=1, offered_at=moment.now,
                offer_expires_at=moment.now,
            )  # fmt: skip
            session.add(handoff)
            await session.flush()
            shared = Say("haar woorden")
            await people.tell(moment, await session.get_one(Person, 1), shared, "relay", handoff)

    async def after() -> tuple[str, int | None, list[tuple[int, str]]]:
        async with open_store(settings) as store, store.read() as session:
            talk = await session.get_one(Handoff, 1)
            rows = await session.scalars(select(Message).where(Message.payload.is_not(None)))
            left = [(row.chat_id, str(row.payload)) for row in rows]
            return talk.state, talk.claimed_by, left

    asyncio.run(lay())
    assert main(["volunteer", "--data", str(tmp_path), "leave", "Karim"]) == 0
    assert "1 resident is told" in capsys.readouterr().out
    state, holder, left = asyncio.run(after())
    assert (state, holder) == ("asking", None)
    assert not [said for chat, said in left if chat == 901 and "haar woorden" in said]
    assert [said for chat, said in left if chat == 800 and "Karim" in said]
