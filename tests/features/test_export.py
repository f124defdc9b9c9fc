"""What is kept about somebody is all in the export, and nothing of anybody else."""

from __future__ import annotations

import json

from bot import export, mydata
from bot.handoff_texts import BUTTON_STOP
from bot.mydata import AS_FILE
from bot.store.tables import Base

from .story import Story


def test_every_column_is_exported_or_left_out_for_a_reason() -> None:
    parts = {part.name: part for part in export.PARTS}
    tables = Base.metadata.tables
    assert set(parts) | set(export.NOT_ABOUT_ANYBODY) == set(tables)
    assert not set(parts) & set(export.NOT_ABOUT_ANYBODY)
    every = {f"{name}.{column.name}" for name in parts for column in tables[name].columns}
    assert set(export.LEFT_OUT) <= every, "a reason for a column that is no more"
    for name in export.NOT_ABOUT_ANYBODY:
        keys = {key.column.table.name for key in tables[name].foreign_keys}
        assert not keys & {"people", "chats", "handoffs"}, f"{name} is about somebody"
    for name in export.LEFT_OUT:
        table, _, column = name.partition(".")
        kind = type(tables[table].columns[column].type).__name__
        assert not kind.startswith("Encrypted"), f"{name} holds somebody's own words"


async def test_the_export_is_complete_and_about_her_alone(story: Story) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana")
    bea = await story.resident("Bea")
    await bea.says("/human")
    await story.talk(ana, karim)
    await ana.says("mijn kat is ziek")
    await ana.touches(BUTTON_STOP)
    await ana.says("/mydata")
    assert len(ana.one().labels) == 1
    await ana.touches(AS_FILE)
    read, whole = ana.news
    assert (read.kind, whole.kind) == ("document", "document")
    assert "Dit bewaar ik over u:" in read.content
    assert "Karim las op 5 oktober 2026" in read.content
    found = json.loads(whole.content)
    assert found["number"] in read.content
    kept = found["kept"]
    assert kept["people"][0]["name"] == "Ana"
    assert kept["people"][0]["chat_id"] == ana.id
    assert {row["purpose"] for row in kept["consents"]} == {"checkins", "share"}
    assert [row["what"] for row in kept["accesses"]] == ["shared_text", "talk"]
    assert kept["handoffs"][0]["state"] == "withdrawn"
    assert set(kept) == {part.name for part in export.PARTS}
    for part in export.PARTS:
        for row in kept[part.name]:
            assert list(row) == export.columns(part)
    for other in ("Karim", "Bea", str(bea.id), str(karim.id)):
        assert other not in whole.content
    await ana.forges("data:file ")
    await karim.forges("data:file")
    assert ana.last is whole, "only the very button gives a file"
    assert karim.last.kind == "text"


async def test_what_fits_no_message_comes_as_a_file(story: Story) -> None:
    ana = await story.resident("Ana")
    async with story.store.write() as session:
        person = await session.get_one(export.t.Person, (await story.person(ana)).id)
        for number in range(40):
            fact = export.t.Fact(
                person_id=person.id, key=f"k{number}", value="🌻" * 50, at=story.clock.now()
            )
            session.add(fact)
    await ana.says("/mydata")
    said, file = ana.news
    ana.reads(mydata.IN_A_FILE)
    assert "🌻" not in said.text
    assert file.content.count("🌻" * 50) == 40
