"""The desk: what waits, who holds it, who may see it; numbers and places; pictures from ten up."""

from __future__ import annotations

import html
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import danger, people
from bot.handoff_texts import BUTTON_CLAIM, BUTTON_YES
from bot.safety.helplines import OWN_FILE, SHIPPED, load_helplines
from bot.store.tables import Audit, Concern, Handoff, Person, Update, Volunteer
from bot.studio.bars import Bar, bars
from bot.studio.figures import Awaited, middle, of_week
from bot.studio.words import Words

from .story import Phone, Story
from .studio_kit import ROOT, Browser, link_of, small_content
from .test_safety import DANGER, SAFE

WISH = "ik wil eens met iemand praten over mijn duiven"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return small_content(tmp_path / "content")


async def desk_of(
    story: Story, content: Path, name: str = "Sofie", language: str = "nl"
) -> Browser:
    browser = Browser(story, content)
    await browser.signs_in(await link_of(await story.coordinator(name, language)))
    return browser


async def asked(story: Story, ana: Phone) -> None:
    story.mind.learns(WISH, "request_human", sure=0.9)
    await ana.says(WISH)
    await ana.touches(BUTTON_YES)


async def seen(browser: Browser, path: str = "/desk") -> str:
    answer = await browser.get(path)
    assert answer.status_code == 200, answer.text
    return html.unescape(answer.text)


async def test_the_desk_tells_of_a_handoff_without_name_or_word(
    story: Story, content: Path
) -> None:
    karim, ana = await story.volunteer(), await story.resident("Annemarie")
    sofie = await desk_of(story, content)
    assert "Niemand wacht op een vrijwilliger" in await seen(sofie)
    await asked(story, ana)
    await story.passes(minutes=20)
    page = await seen(sofie)
    number = (await story.handoff()).id
    for part in (f"Overdracht {number}", "Nederlands", "telefoons gaan over", "20 minuten"):
        assert part in page
    assert "0 van 3" in page
    await karim.touches(BUTTON_CLAIM)
    page = await seen(sofie)
    assert "bij Karim" in page
    assert "aangenomen, nog geen eerste woord" in page
    assert "1 van 3" in page
    assert "Annemarie" not in page
    assert "duiven" not in page


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_the_desk_tells_of_danger_without_name_or_word(
    story: Story, content: Path, language: str
) -> None:
    coordinator = await story.coordinator("Sofie", language)
    sofie = Browser(story, content)
    await sofie.signs_in(await link_of(coordinator))

    def text(key: str, **values: str) -> str:
        return Words(language, story.house.zone, story.house.translate)(f"desk/{key}", **values)

    ana = await story.resident("Annemarie", "nl", hour=None)
    assert text("no-dangers") in await seen(sofie)
    await ana.says(DANGER["nl"])
    await story.passes(minutes=10)
    assert text("no-dangers") in await seen(sofie), "nobody was alerted yet"
    await story.passes(minutes=6)
    page = await seen(sofie)
    (concern,) = await story.rows(select(Concern))
    hour = story.local(concern.at).strftime("%H:%M")
    for part in ("dangers-help", "danger", "danger-since", "not-opened"):
        assert text(part, number="1", when="").strip() in html.unescape(page)
    assert story.text(danger.KINDS["crisis_suicide"], language) in page
    assert f", {hour}" in page
    assert page.index(text("dangers")) < page.index(text("waiting"))
    for hidden in ("Annemarie", DANGER["nl"]):
        assert hidden not in page
    await coordinator.touches(danger.BUTTON_OPEN)
    assert text("not-opened") in await seen(sofie), "the reasons were asked for alone"
    await coordinator.touches(danger.BUTTONS["call"])
    page = await seen(sofie)
    assert text("opened-by", name="Sofie") in page
    assert text("not-opened") not in page
    assert "Annemarie" not in page
    await ana.touches(SAFE)
    assert text("no-dangers") in await seen(sofie)


async def test_ringing_again_rings_those_who_took_nothing(story: Story, content: Path) -> None:
    karim, ana = await story.volunteer(), await story.resident()
    sofie = await desk_of(story, content)
    await asked(story, ana)
    await story.settles()
    number = (await story.handoff()).id
    karim.turns_the_page()
    told = await sofie.post(f"/desk/handoffs/{number}/ring")
    assert told.headers["location"].endswith("done=rung")
    await story.settles()
    assert len(karim.news) == 1
    await karim.touches(BUTTON_CLAIM)
    told = await sofie.post(f"/desk/handoffs/{number}/ring")  # the page was a little old
    assert told.headers["location"].endswith("done=taken-meanwhile")
    assert (await sofie.post("/desk/handoffs/999/ring")).status_code == 404
    actions = [row.action for row in await story.rows(select(Audit))]
    assert actions.count("handoff.rung again") == 1


async def test_a_talk_is_handed_on_as_it_was_shown(story: Story, content: Path) -> None:
    karim, ana = await story.volunteer(), await story.resident()
    noor = await story.volunteer("Noor")
    sofie = await desk_of(story, content)
    await story.talk(ana, karim)
    handoff = await story.handoff()
    path = f"/desk/handoffs/{handoff.id}/hand-on"
    await sofie.get("/desk")
    told = await sofie.post(path, version=str(handoff.version - 1))
    assert told.headers["location"].endswith("done=gone-on")
    told = await sofie.post(path, version=str(handoff.version))
    assert told.headers["location"].endswith("done=handed-on")
    await story.settles()
    assert ana.news
    assert karim.news
    assert noor.news
    assert (await story.handoff()).claimed_by is None
    told = await sofie.post(path, version=str(handoff.version + 1))
    assert told.headers["location"].endswith("done=gone-on")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "er gaat geen telefoon over"),
        ("fr", "aucun téléphone ne sonne"),
        ("en", "no phone rings"),
    ],
)
async def test_a_talk_that_is_handed_on_to_nobody_is_not_said_to_ring(
    story: Story, content: Path, language: str, words: str
) -> None:
    karim, ana = await story.volunteer(), await story.resident()
    sofie = Browser(story, content)
    await sofie.signs_in(await link_of(await story.coordinator("Sofie", language)))
    await story.talk(ana, karim)
    handoff = await story.handoff()
    await sofie.get("/desk")
    told = await sofie.post(f"/desk/handoffs/{handoff.id}/hand-on", version=str(handoff.version))
    assert told.headers["location"].endswith("done=handed-on-nobody")
    assert (await story.handoff()).state == "escalated"
    page = await seen(sofie, "/desk?done=handed-on-nobody")
    assert words in page
    taken = {"nl": "niemand nam het aan", "fr": "personne ne l'a pris", "en": "nobody took it"}
    assert taken[language] not in page, "Karim had taken it"


async def test_nobody_to_ring_is_said(story: Story, content: Path) -> None:
    ana = await story.resident()
    sofie = await desk_of(story, content)
    await asked(story, ana)
    number = (await story.handoff()).id
    told = await sofie.post(f"/desk/handoffs/{number}/ring")
    assert told.headers["location"].endswith("done=nobody-to-ring")


async def test_a_call_after_a_heavy_talk_brings_alerts_back(story: Story, content: Path) -> None:
    karim = await story.volunteer()
    sofie = await desk_of(story, content)
    number = (await story.person(karim)).id
    assert (
        (await sofie.post(f"/desk/volunteers/{number}/talked"))
        .headers["location"]
        .endswith("done-already")
    )
    async with story.store.write() as session:
        (await session.get_one(Volunteer, number)).debrief_of = 1
    assert "Graag even bellen" in await seen(sofie)
    karim.turns_the_page()
    await sofie.post(f"/desk/volunteers/{number}/talked")
    await story.settles()
    assert "Sofie" in karim.one().text
    assert "Graag even bellen" not in await seen(sofie)
    coordinator = next(p for p in await story.rows(select(Person)) if p.name == "Sofie")
    assert (await sofie.post(f"/desk/volunteers/{coordinator.id}/talked")).status_code == 404


async def test_who_had_a_heavy_talk_stands_there_until_somebody_called(
    story: Story, content: Path
) -> None:
    karim = await story.volunteer()
    sofie = await desk_of(story, content)
    number = (await story.person(karim)).id
    assert "Graag even bellen" not in await seen(sofie)
    await karim.says("/heavy")
    karim.turns_the_page()
    page = await seen(sofie)
    assert "Graag even bellen" in page
    assert page.index("Karim") > page.index("Graag even bellen")
    for done in ("done=called", "done=done-already"):
        told = await sofie.post(f"/desk/volunteers/{number}/talked")
        assert told.headers["location"].endswith(done)
    assert "Graag even bellen" not in await seen(sofie)
    await story.settles()
    karim.hears_nothing()


async def test_the_quiet_are_a_number_from_ten_up(story: Story, content: Path) -> None:
    for n in range(9):
        await story.resident(f"R{n}", hour=None)
    sofie = await desk_of(story, content)
    page = await seen(sofie)
    assert page.count("minder dan tien") == 1  # who want greetings; nobody is silent yet
    await story.resident("R10", hour=None)
    page = await seen(sofie)
    assert "minder dan tien" not in page
    assert "<dd>10</dd>" in page


async def test_editors_and_reviewers_see_nothing_of_the_desk(story: Story, content: Path) -> None:
    for role in (people.EDITOR, people.REVIEWER):
        phone = await story._helper(role.title(), role, ["nl"])
        browser = Browser(story, content)
        await browser.signs_in(await link_of(phone))
        page = (await browser.get("/dialogues")).text
        for path in ("/desk", "/team", "/not-understood"):
            assert f'href="/studio{path}"' not in page
        for path in ("/desk", "/desk/figures", "/desk/directory", "/team"):
            assert (await browser.get(path)).status_code == 403


# --- numbers and places ------------------------------------------------------------------------


async def test_a_dialled_number_is_written_in_the_deployments_own_list(
    story: Story, content: Path
) -> None:
    sofie = await desk_of(story, content)
    page = await seen(sofie, "/desk/directory")
    assert "Een eigen lijst maken" in page
    assert "Vandaag gebeld" not in page
    refused = await sofie.post("/desk/directory/helplines/be-1813")
    assert refused.status_code == 409
    await sofie.post("/desk/directory/own")
    path = content / OWN_FILE
    shipped = SHIPPED.read_text("utf-8")
    assert path.read_text("utf-8") == shipped
    await sofie.post("/desk/directory/helplines/be-1813")
    changed = [
        line
        for line, before in zip(path.read_text().splitlines(), shipped.splitlines(), strict=True)
        if line != before
    ]
    assert changed == ["    verified_on: 2026-10-05"]
    row = next(one for one in load_helplines(content) if one.id == "be-1813")
    assert row.verified_on == date(2026, 10, 5)
    assert "gebeld op 5 oktober 2026" in await seen(sofie, "/desk/directory")
    assert (await sofie.post("/desk/directory/helplines/nothing")).status_code == 404
    await sofie.post("/desk/directory/own")  # twice: what was marked stays
    assert "2026-10-05" in path.read_text("utf-8")
    path.write_text("helplines: [", "utf-8")
    assert (await sofie.post("/desk/directory/helplines/be-1813")).status_code == 409
    assert path.read_text("utf-8") == "helplines: ["


@pytest.mark.parametrize(
    ("language", "now", "never", "by"),
    [
        ("nl", "nu nakijken", "nog door niemand gebeld", "na te kijken tegen 28 februari 2027"),
        ("fr", "à vérifier maintenant", "ne l'a encore appelé", "à vérifier avant le 28 février"),
        ("en", "to be checked now", "nobody dialled it yet", "to be checked by 28 February 2027"),
    ],
)
async def test_a_number_is_due_when_its_day_has_come(
    story: Story, content: Path, language: str, now: str, never: str, by: str
) -> None:
    sofie = await desk_of(story, content, language=language)
    page = await seen(sofie, "/desk/directory")
    lines = page.count('<a class="tel"')
    assert (page.count(now), page.count(never), page.count(by)) == (0, lines, lines)
    own = SHIPPED.read_text("utf-8").replace("2027-02-28", "2026-10-05", 1)
    (content / OWN_FILE).write_text(own.replace("verified_on: null", "verified_on: 2026-09-01"))
    page = await seen(sofie, "/desk/directory")
    assert (page.count(now), page.count(never), page.count(by)) == (1, 0, lines - 1)


async def test_a_review_that_was_due_is_put_off(story: Story, content: Path) -> None:
    sofie = await desk_of(story, content)
    path = content / OWN_FILE
    path.write_text(SHIPPED.read_text("utf-8").replace("2027-02-28", "2026-10-01"), "utf-8")
    await sofie.post("/desk/directory/helplines/be-112")
    row = next(one for one in load_helplines(content) if one.id == "be-112")
    assert row.review_by == date(2027, 4, 6)
    other = next(one for one in load_helplines(content) if one.id == "be-101")
    assert other.review_by == date(2026, 10, 1)


async def test_a_place_that_was_looked_at(story: Story, content: Path) -> None:
    sofie = await desk_of(story, content)
    assert "Er zijn geen" not in await seen(sofie, "/desk/directory")
    path = content / "dialogues" / "places.yaml"
    shutil.copy(ROOT / "dialogues" / "places.yaml", path)
    assert "Die krijgt niemand te lezen" in await seen(sofie, "/desk/directory")
    real, story.house = story.house, replace(story.house, examples=True)  # as in the demo
    demo = await desk_of(story, content, "Amina")
    assert "krijgen bewoners die wel te lezen" in await seen(demo, "/desk/directory")
    story.house = real
    before = path.read_text("utf-8").replace("  example: true\n", "", 2)
    path.write_text(before, "utf-8")
    page = await seen(sofie, "/desk/directory")
    assert "Buurthuis De Linde" in page
    assert "nu voor niemand te lezen" in page  # not looked at since February
    found = page.split('name="hash" value="')[1][:64]
    line = 1 + next(n for n, one in enumerate(before.splitlines()) if one.startswith("- name"))
    assert (await sofie.post(f"/desk/directory/places/{line}", hash="old")).status_code == 409
    await sofie.post(f"/desk/directory/places/{line}", hash=found)
    after = path.read_text("utf-8")
    assert after == before.replace("checked_on: 2026-02-16", "checked_on: 2026-10-05", 1)
    assert (await sofie.post("/desk/directory/places/2", hash=found)).status_code == 409


# --- pictures ----------------------------------------------------------------------------------


async def message_from(story: Story, phones: list[Phone]) -> None:
    async with story.store.write() as session:
        for phone in phones:
            number = 900_000 + phone.id
            now = story.clock.now()
            session.add(Update(update_id=number, chat_id=phone.id, received_at=now, state="done"))


async def test_nothing_is_drawn_of_fewer_than_ten(story: Story, content: Path) -> None:
    sofie = await desk_of(story, content)
    phones = [await story.resident(f"R{n}", hour=None) for n in range(10)]
    await message_from(story, phones[:9])
    page = await seen(sofie, "/desk/figures")
    assert "<svg" not in page
    assert page.count("geen enkele week waren er 10 bewoners of meer") == 4
    await message_from(story, phones[9:])
    page = await seen(sofie, "/desk/figures")
    assert page.count("<svg") == 1
    assert "<td>10</td>" in page


async def test_waits_are_counted_to_the_first_claim(story: Story, content: Path) -> None:
    sofie = await desk_of(story, content)
    now = story.clock.now()
    phones = [await story.resident(f"R{n}", hour=None) for n in range(10)]
    async with story.store.write() as session:
        for n, phone in enumerate(phones):
            person = await story.person(phone)
            opened = now - timedelta(hours=1)
            handoff = Handoff(
                person_id=person.id,
                language="nl",
                state="closed",
                text_hash="x",
                offered_at=opened,
                offer_expires_at=now,
                opened_at=opened,
            )
            session.add(handoff)
            await session.flush()
            for wait, action in ((10 + n, "claimed"), (50, "claimed"), (55, "greeted")):
                at = opened + timedelta(minutes=wait)
                session.add(Audit(at=at, action=f"handoff.{action}", handoff_id=handoff.id))
    page = await seen(sofie, "/desk/figures")
    assert "was de middelste wachttijd 14 minuten" in page
    assert "was de middelste wachttijd 1 uur" in page or "55 minuten" in page


def test_a_middle_needs_ten_people_not_ten_handoffs() -> None:
    wait = timedelta(minutes=5)
    assert middle([(1, wait)] * 30) is None
    assert middle([(n, wait) for n in range(10)]) == wait
    monday = datetime(2026, 10, 5, 9, tzinfo=UTC)
    found = [Awaited(n, monday, wait, None) for n in range(10)]
    assert of_week(found, monday.date(), monday, "claim") == wait
    assert of_week(found, monday.date(), monday, "greeting") is None
    assert of_week(found, date(2026, 9, 28), monday, "claim") is None


def test_every_other_figure_gives_way_where_there_is_little_room() -> None:
    few = str(bars([Bar(f"week {n}", 4, "4") for n in range(4)]))
    assert few.count('class="told spare"') == few.count('class="label spare"') == 2
    many = str(bars([Bar(f"day {n}", n, str(n)) for n in range(28)]))
    assert "spare" not in many  # they tell one in seven as it is


def test_a_bar_without_a_value_is_a_dot() -> None:
    assert bars([Bar("ma", None, "")]) is None
    drawn = str(bars([Bar("<ma>", 4, "4"), Bar("di", None, ""), Bar("wo", 2, "2")]))
    assert drawn.count("<rect") == 2
    assert drawn.count("<circle") == 1
    assert "<ma>" not in drawn
