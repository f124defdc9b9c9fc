"""What is kept about somebody is all in the export, and nothing of anybody else."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from bot import export, mydata
from bot import report_texts as texts
from bot.handoff_texts import BUTTON_STOP
from bot.house import Moment
from bot.mydata import AS_FILE
from bot.store.bridge import KeptApart, Report
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


@pytest.mark.parametrize("by", ["resident", "volunteer"])
async def test_nobody_finds_in_it_what_the_other_reported(story: Story, by: str) -> None:
    """Nor whom the other is kept apart from; what one said oneself is there."""
    await story.coordinator()
    karim, ana = await story.volunteer(), await story.resident("Ana")
    await story.talk(ana, karim)
    if by == "resident":
        await ana.touches(texts.BUTTON_OTHER)
        await ana.touches(texts.BUTTON_WRONG)
        await ana.says("hij vroeg geld")
    else:
        said = await karim.says("/report zij maakt mij bang")
        await karim.edits(said, "/report zij maakt mij echt bang")
        await karim.touches(texts.BUTTON_NEVER)
    assert (await story.rows(select(Report.by)), await story.rows(select(KeptApart.by))) == (
        [by],
        [by],
    )
    found = {}
    for phone in (ana, karim):
        async with story.store.read() as session:
            person = await session.get_one(export.t.Person, (await story.person(phone)).id)
            moment = Moment(session, story.house, story.clock.now())
            found[phone] = await export.everything(moment, person)
    hers = found[ana]
    actions = {row["action"] for row in hers["audits"]} & export.TOLD_OF
    if by == "resident":
        assert [row["words"] for row in hers["reports"]] == ["hij vroeg geld"]
        assert actions == {"reported", "kept apart"}
        assert len(hers["kept_apart"]) == 1
    else:
        assert (hers["reports"], hers["kept_apart"], actions) == ([], [], set())
    his = found[karim]
    assert (his["reports"], his["kept_apart"]) == ([], [])
    assert not {row["action"] for row in his["audits"]} & export.TOLD_OF
