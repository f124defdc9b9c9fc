"""`goeiedag volunteer`: who they are, and what happens when one goes."""

from __future__ import annotations

import asyncio
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import people
from bot.__main__ import main
from bot.app import make_house
from bot.database import open_store
from bot.house import Moment
from bot.settings import read
from bot.store.tables import Volunteer


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
