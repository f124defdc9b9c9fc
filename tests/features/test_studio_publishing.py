"""Publishing from the studio: what differs, the second look, versions, and the way back."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from bot import approving, people, publishing
from bot.dialogue.approvals import sift, yeses
from bot.store.studio_tables import Approval
from bot.store.tables import Audit, Revision

from .story import Phone, Story
from .studio_kit import ROOT, Browser, fields, fields_hash, link_of, small_content


@pytest.fixture
async def content(story: Story, tmp_path: Path) -> Path:
    """A few dialogues that hold together, published as the first version."""
    folder = small_content(tmp_path / "content", "smalltalk", "person", "forget", "pause")
    (folder / "dialogues" / "greet.yaml").unlink()
    forget = folder / "dialogues" / "forget.yaml"
    kept = [line for line in forget.read_text().splitlines(keepends=True) if "id: part" not in line]
    forget.write_text("".join(kept))  # 'only a part' leads to what is not among them
    async with story.store.write() as session:
        for table in (Approval, Revision):
            await session.execute(delete(table))
    story.house._libraries.clear()
    await publishing.publish(story.store, folder, story.clock.now(), "first")
    return folder


async def seat(story: Story, content: Path, name: str, role: str = people.COORDINATOR) -> Seat:
    phone = await story._helper(name, role, ["nl"])
    browser = Browser(story, content)
    await browser.signs_in(await link_of(phone))
    return Seat(browser, phone)


class Seat:
    """Somebody of the team at a browser, with a telephone."""

    def __init__(self, browser: Browser, phone: Phone) -> None:
        self.browser, self.phone = browser, phone

    async def reads(self, path: str = "/publish") -> str:
        return html.unescape((await self.browser.get(path)).text)

    async def rewords(self, dialogue: str, step: str, **words: str) -> None:
        path = f"/dialogues/{dialogue}/steps/{step}"
        typed = fields((await self.browser.get(path)).text)
        saved = await self.browser.post(path, **{**typed, **words})
        assert saved.status_code == 303, saved.text

    async def publishes(self, note: str = "Anders gezegd") -> str:
        typed = hidden(await self.reads(), "seen", "running")
        for _ in range(2 if note else 1):  # a double click says the same, and publishes once
            done = await self.browser.post("/publish", note=note, **typed)
        assert done.status_code == 303, html.unescape(done.text)
        return done.headers["location"].partition("done=")[2]

    async def approves(self, dialogue: str, shown: str | None = None) -> str:
        hashed = shown or approvable(await self.reads(), dialogue)
        for _ in range(2):
            done = await self.browser.post(f"/dialogues/{dialogue}/approve", hash=hashed)
        return re.findall(r"done=([\w-]+)", done.headers["location"])[0]


def hidden(page: str, *names: str) -> dict[str, str]:
    return {n: found[1] for n in names if (found := re.search(rf'name="{n}" value="(\w*)"', page))}


def approvable(page: str, dialogue: str) -> str:
    found = re.search(rf'/dialogues/{dialogue}/approve".*?name="hash" value="(\w+)"', page)
    return found[1] if found else ""


SAID = "w0.say.{}"
KEPT = {"w0.say.en": "All of it is kept.", "w0.say.nl": "Alles blijft.", "w0.say.fr": "Tout reste."}


async def test_what_differs_is_told_by_dialogue_step_and_language(
    story: Story, content: Path
) -> None:
    sofie = await seat(story, content, "Sofie")
    assert "De ontwerpen zijn wat loopt." in await sofie.reads()
    await sofie.rewords("smalltalk", "say", **{"w0.say.nl": "Fijn om over te babbelen."})
    page = await sofie.reads()
    assert "Stap: Fijn om over te babbelen. <code>say</code>" in page
    assert "<ins>Fijn" in page
    assert "<del>" in page
    assert "Fijn om" not in await sofie.reads("/publish?language=fr")
    hashed = fields_hash((await sofie.browser.get("/dialogues/smalltalk")).text)
    form = {"hash": hashed, "name": "rain", "kind": "asks", "after": "say"}
    await sofie.browser.post("/dialogues/smalltalk/steps", **form)
    page = await sofie.reads()
    assert "Nieuwe stap: rain" in page
    assert "problemen houden publiceren tegen" in page  # its words are not there yet
    assert 'name="seen"' not in page
    refused = await sofie.browser.post("/publish", note="toch", **hidden(page, "running"), seen="0")
    assert refused.status_code in (303, 422)
    assert len(await story.rows(select(Revision.id))) == 1


async def test_a_version_is_published_with_who_when_and_why(story: Story, content: Path) -> None:
    sofie, tom = await seat(story, content, "Sofie"), await seat(story, content, "Tom", "editor")
    await tom.rewords("smalltalk", "say", **{"w0.say.nl": "Fijn om over te babbelen."})
    assert 'name="seen"' not in await tom.reads()  # an editor does not publish
    assert await sofie.publishes("") == "no-note"
    assert await sofie.publishes("Warmer") == "published"
    page = await sofie.reads()
    for part in ("Warmer", "Sofie", "De ontwerpen zijn wat loopt.", "loopt</span>"):
        assert part in page
    row = (await story.rows(select(Revision).order_by(Revision.id.desc())))[0]
    assert row.author_id == (await story.person(sofie.phone)).id
    actions = await story.rows(select(Audit.action))
    assert "studio.published" in actions
    # a look at the page is a look at these drafts: another save or version in between is not sent
    await tom.rewords("smalltalk", "say", **{"w0.say.nl": "Leuk om over te babbelen."})
    seen = hidden(await sofie.reads(), "seen", "running")
    await tom.rewords("smalltalk", "say", **{"w0.say.nl": "Fijn."})
    moved = await sofie.browser.post("/publish", note="Met <moeite>", **seen)
    assert moved.status_code == 409
    page = html.unescape(moved.text)
    assert "Er is niets gepubliceerd" in page
    assert 'value="Met <moeite>"' in page  # what was typed is not lost
    assert hidden(page, "seen") != hidden("".join(seen.values()), "seen")
    old = {**hidden(await sofie.reads(), "seen"), "running": "1"}
    moved = await sofie.browser.post("/publish", note="x", **old)
    assert moved.status_code == 409
    assert len(await story.rows(select(Revision.id))) == 2


async def test_words_of_safety_wait_for_a_second_person(story: Story, content: Path) -> None:
    sofie = await seat(story, content, "Sofie")
    amina = await seat(story, content, "Amina", people.REVIEWER)
    tom = await seat(story, content, "Tom", people.EDITOR)
    await sofie.rewords("forget", "kept", **KEPT)
    assert "Elke wijziging wacht op een tweede blik." in await sofie.reads()
    assert "Een collega moet hier naar kijken" in await sofie.reads()
    assert await sofie.approves("forget", approvable(await amina.reads(), "forget")) == "look-own"
    refused = await tom.browser.post("/dialogues/forget/approve", hash="0")
    assert refused.status_code == 403  # an editor says yes to nothing
    # from the command line too: the rest is published, this stays as it was approved
    await sofie.rewords("smalltalk", "say", **{"w0.say.nl": "Fijn om over te babbelen."})
    assert "Deze blijven zoals ze goedgekeurd zijn" in await sofie.reads()
    done = await publishing.publish(story.store, content, story.clock.now(), "by hand")
    assert (done.new, done.kept) == (True, ("forget",))
    assert await published(story, "forget/kept/say", "nl") != "Alles blijft."
    assert "babbelen" in await published(story, "smalltalk/say/say", "nl")
    # the words change under the yes: it does not count
    shown = approvable(await amina.reads(), "forget")
    await sofie.rewords("forget", "kept", **{"w0.say.nl": "Alles blijft staan."})
    assert await amina.approves("forget", shown) == "look-moved"
    sofie.phone.turns_the_page()
    assert await amina.approves("forget") == "approved"
    await story.settles()
    sofie.phone.sees("Amina heeft naar 'Alles wissen' gekeken")
    assert "Amina, 5 oktober" in await sofie.reads()
    assert await sofie.publishes() == "published"
    assert await published(story, "forget/kept/say", "nl") == "Alles blijft staan."
    rows = await story.rows(select(Approval).where(Approval.person_id.is_not(None)))
    assert [row.dialogue for row in rows] == ["forget"]
    # she may now change it herself, and needs another for that
    await amina.browser.get("/publish")
    await sofie.rewords("forget", "kept", **{"w0.say.nl": "Alles blijft bewaard."})
    assert approvable(await amina.reads(), "forget")


async def published(story: Story, ref: str, form: str) -> str:
    row = (await story.rows(select(Revision).order_by(Revision.id.desc())))[0]
    return str(row.content["texts"][form][ref])


async def test_a_colleague_is_asked_by_the_bot(story: Story, content: Path) -> None:
    sofie = await seat(story, content, "Sofie")
    page = await sofie.reads()
    assert "/publish/ask" not in page
    await sofie.rewords("forget", "kept", **KEPT)
    assert "nog geen nalezer" in await sofie.reads()
    amina = await seat(story, content, "Amina", people.REVIEWER)
    karim = await story.volunteer()
    who = re.findall(r'<option value="(\d+)">Amina', await sofie.reads())
    for nobody in ("0", "x", str((await story.person(karim)).id)):
        assert (await sofie.browser.post("/publish/ask", who=nobody)).status_code == 404
    amina.phone.turns_the_page()
    for done in ("look-sent", "look-asked"):
        asked = await sofie.browser.post("/publish/ask", who=who[0])
        assert asked.headers["location"].endswith(done)
    await story.settles()
    amina.phone.sees("Sofie vraagt een tweede blik op: Alles wissen", "/studio")
    assert len(amina.phone.news) == 1


async def test_safety_is_not_taken_apart(story: Story, content: Path) -> None:
    """No step, answer or action of a published dialogue of safety goes or moves, by any page."""
    sofie = await seat(story, content, "Sofie")
    hashed = fields_hash((await sofie.browser.get("/dialogues/forget")).text)
    file = content / "dialogues" / "forget.yaml"
    before = file.read_bytes()
    assert "✕" not in await sofie.reads("/dialogues/forget")
    for path, form in (
        ("steps/gone/remove", {}),
        ("steps/gone/move", {"way": "up"}),
    ):
        done = await sofie.browser.post(f"/dialogues/forget/{path}", hash=hashed, **form)
        assert done.headers["location"].endswith("kept-safe")
    typed = fields((await sofie.browser.get("/dialogues/forget/steps/ask")).text)
    for change in ({"c1.drop": "1"}, {"c0.order": "2"}):
        refused = await sofie.browser.post("/dialogues/forget/steps/ask", **{**typed, **change})
        assert refused.status_code == 422
        assert "hoort bij de veiligheid" in html.unescape(refused.text)
    typed = fields((await sofie.browser.get("/dialogues/forget/steps/gone")).text)
    refused = await sofie.browser.post("/dialogues/forget/steps/gone", **{**typed, "do": ""})
    assert refused.status_code == 422
    typed = fields((await sofie.browser.get("/dialogues/forget/yaml")).text)
    text = typed["text"].replace("    do: forget\n", "")
    refused = await sofie.browser.post("/dialogues/forget/yaml", **{**typed, "text": text})
    assert refused.status_code == 422
    assert file.read_bytes() == before
    # an answer more, and other words, are no loss
    await sofie.rewords("forget", "ask", **{"c2.label.en": "Later", "c2.then": "kept"})
    # and with its file away it is still published
    file.unlink()
    assert "blijft gepubliceerd" in await sofie.reads()
    done = await publishing.publish(story.store, content, story.clock.now(), "by hand")
    assert done.kept == ("forget",)
    assert not done.new


async def test_what_becomes_safety_stays_until_somebody_agrees(story: Story, content: Path) -> None:
    """It was there before and needed nobody's yes; what is new and never approved is left out."""
    file = content / "dialogues" / "thanks.yaml"
    file.write_text(file.read_text().replace("    then:", "    do: offer_person\n    then:", 1))
    done = await publishing.publish(story.store, content, story.clock.now(), "by hand")
    assert done.kept == ("thanks",)
    (row,) = await story.rows(select(Revision))
    new = next(d for d in row.content["dialogues"] if d["id"] == "forget")
    drafts = {**row.content, "dialogues": [*row.content["dialogues"], {**new, "id": "more"}]}
    yes = frozenset(yeses(row.content))
    found = sift(drafts, [row.content], yes)
    assert found.left_out == ("more",)
    assert found.content == row.content
    async with story.store.write() as session:  # a database of before there were approvals
        await session.execute(delete(Approval))
        assert await approving.approved(session) == yes


async def test_back_to_an_older_version_and_who_stands_where(story: Story, content: Path) -> None:
    sofie = await seat(story, content, "Sofie")
    amina = await seat(story, content, "Amina", people.REVIEWER)
    ana = await story.resident()
    await ana.says("/forget")
    ana.hears("forget/ask")
    await sofie.rewords("forget", "kept", **KEPT)
    await amina.approves("forget")
    assert await sofie.publishes() == "published"
    assert "minder dan tien" in await sofie.reads()  # on version 1, numbers alone
    await ana.says("nee")  # her talk ends on the version that it began with
    ana.sees_not("Alles blijft.")
    await ana.says("/forget")
    await ana.says("nee")
    ana.sees("Alles blijft.")
    first = (await story.rows(select(Revision.id).order_by(Revision.id)))[0]
    page = await sofie.reads(f"/publish/{first}")
    assert "<del>" in page
    assert "Terug naar versie" in page
    stale = await sofie.browser.post(f"/publish/{first}", running="1", note="te kil")
    assert stale.status_code == 409
    assert 'value="te kil"' in stale.text
    running = hidden(page, "running")
    done = await sofie.browser.post(f"/publish/{first}", note="te kil", **running)
    assert done.headers["location"].endswith("went-back")
    assert f"<td>Terug naar versie {first}: te kil</td>" in await sofie.reads()
    assert "<td>De eerste versie</td>" in await sofie.reads()
    assert await published(story, "forget/kept/say", "nl") != "Alles blijft."
    assert (await sofie.browser.get("/publish/999")).status_code == 404
    assert (await sofie.browser.post("/publish/999", **running)).status_code == 404


async def test_who_stands_on_a_step_is_told_before_it_goes(story: Story, content: Path) -> None:
    """When it is taken away, and again when that is published. A number, no names."""
    sofie = await seat(story, content, "Sofie")
    step = "/dialogues/pause/steps/ask"
    assert "wachten nu bewoners" not in await sofie.reads(f"{step}/remove")
    ana = await story.resident()
    await ana.says("/pause")
    page = await sofie.reads(f"{step}/remove")
    assert "Er wachten nu bewoners bij deze stap: minder dan tien" in page
    assert "Ana" not in page
    await sofie.browser.post(f"{step}/remove", hash=fields_hash(page))
    page = await sofie.reads()
    assert re.search(r"Weggehaalde stap: [A-Z][^<]+ <code>ask</code>", page)
    assert "minder dan tien" in page[page.index("Weggehaalde stap") :][:400]


async def test_places_are_published_too(story: Story, content: Path) -> None:
    sofie = await seat(story, content, "Sofie")
    text = (ROOT / "dialogues" / "places.yaml").read_text()
    (content / "dialogues" / "places.yaml").write_text(text)
    page = await sofie.reads()
    assert "Plekken in de buurt" in page
    assert "nieuw</span>" in page
    assert await sofie.publishes("De plekken erbij") == "published"
    phone = re.findall(r'phone: "([^"]+)"', text)[0]
    (content / "dialogues" / "places.yaml").write_text(text.replace(phone, f"{phone} 0", 1))
    assert ": het telefoonnummer</li>" in await sofie.reads()


async def test_a_translation_that_is_to_be_read_again_is_not_shown_as_gone(
    story: Story, content: Path
) -> None:
    sofie = await seat(story, content, "Sofie")
    await sofie.rewords("smalltalk", "say", **{"w0.say.en": "How nice to talk about."})
    page = await sofie.reads()
    changes = page[page.index("<code>say</code>") :]
    assert "<ins>How" in changes
    for form in ("Nederlands, 'u'", "Frans, 'vous'"):
        assert form not in changes[: changes.index("</section>")], "they are as they were"
        assert f"Gewijzigd na de vertaling ({form})" in page  # and it says what to read
    assert 'href="/studio/dialogues/smalltalk#step-say"' in page
    assert "nl@je" not in page
    assert "dialogues.po" not in page


async def test_an_earlier_version_is_no_draft(story: Story, content: Path) -> None:
    sofie = await seat(story, content, "Sofie")
    await sofie.rewords("smalltalk", "say", **{"w0.say.nl": "Fijn om over te babbelen."})
    assert await sofie.publishes() == "published"
    first = (await story.rows(select(Revision.id).order_by(Revision.id)))[0]
    page = await sofie.reads(f"/publish/{first}")
    assert "ontwerp gewijzigd" not in page
    assert ">gewijzigd</span>" in page
