"""The team: invitations that are shown once, and the week by the hours that volunteers set."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot import duty, people
from bot.invitations import REFUSED
from bot.store.tables import Invitation, Volunteer
from bot.studio.loads import Load
from bot.studio.visit import NOT_DONE
from bot.studio.week import week
from bot.studio.words import TEXTS_OF_PAGES

from .story import Story
from .studio_kit import Browser, link_of, small_content


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return small_content(tmp_path / "content")


async def team_of(story: Story, content: Path) -> Browser:
    browser = Browser(story, content)
    await browser.signs_in(await link_of(await story.coordinator()))
    return browser


def token_in(page: str) -> str:
    found = re.search(r"t\.me/goeiedag_bot\?start=([\w-]+)", page)
    assert found, page
    return found[1]


@pytest.mark.parametrize("role", ["volunteer", "coordinator", "editor", "reviewer"])
async def test_an_invitation_is_shown_once_and_lets_one_in(
    story: Story, content: Path, role: str
) -> None:
    sofie = await team_of(story, content)
    fields = {"role": role, "name": "Noor <b>", "language.nl": "1", "language.fr": "1"}
    made = await sofie.post("/team/invitations", **fields)
    token = token_in(made.text)
    page = html.unescape((await sofie.get("/team")).text)
    assert token not in page
    assert "Noor <b>" in page  # waits, under its name; a tag in it is text
    assert "<b>" not in (await sofie.get("/team")).text.split("Noor")[1][:40]
    noor, late = story.stranger("Noor"), story.stranger("Late")
    await noor.says(f"/start {token}")
    assert (await story.person(noor)).role == role
    await late.says(f"/start {token}")
    late.reads(REFUSED, organisation="De Brug")
    assert "Er wacht geen uitnodiging" in (await sofie.get("/team")).text


async def test_a_poster_lets_many_in_until_it_is_withdrawn(story: Story, content: Path) -> None:
    sofie = await team_of(story, content)
    made = await sofie.post(
        "/team/invitations", **{"role": "resident", "place": "Bib", "language.fr": "1"}
    )
    token = token_in(made.text)
    for name in ("Ana", "Rosa"):
        phone = story.stranger(name, "fr")
        await phone.says(f"/start {token}")
        assert (await story.person(phone)).role == people.RESIDENT
    (row,) = [one for one in await story.rows(select(Invitation)) if one.role == "resident"]
    await sofie.post(f"/team/invitations/{row.id}/withdraw")
    assert not [one for one in await story.rows(select(Invitation)) if one.role == "resident"]


async def test_a_withdrawn_link_lets_nobody_in(story: Story, content: Path) -> None:
    sofie = await team_of(story, content)
    fields = {"role": "volunteer", "name": "Noor", "language.nl": "1"}
    token = token_in((await sofie.post("/team/invitations", **fields)).text)
    number = max(row.id for row in await story.rows(select(Invitation)))
    told = await sofie.post(f"/team/invitations/{number}/withdraw")
    assert told.headers["location"].endswith("done=withdrawn")
    noor = story.stranger("Noor")
    await noor.says(f"/start {token}")
    noor.reads(REFUSED, organisation="De Brug")
    token = token_in((await sofie.post("/team/invitations", **fields)).text)
    await noor.says(f"/start {token}")
    number = max(row.id for row in await story.rows(select(Invitation)))
    told = await sofie.post(f"/team/invitations/{number}/withdraw")
    assert told.headers["location"].endswith("done=used-meanwhile")
    assert (await story.person(noor)).role == people.VOLUNTEER


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"role": "owner", "name": "N", "language.nl": "1"}, "Kies een rol"),
        ({"role": "volunteer", "name": "N"}, "Kies één taal"),
        ({"role": "volunteer", "name": " \u200b ", "language.nl": "1"}, "Schrijf een naam"),
        ({"role": "resident", "language.nl": "1", "language.fr": "1"}, "één taal"),
    ],
)
async def test_a_form_that_lacks_something_makes_nothing(
    story: Story, content: Path, fields: dict[str, str], words: str
) -> None:
    sofie = await team_of(story, content)
    before = len(await story.rows(select(Invitation)))
    answer = await sofie.post("/team/invitations", **fields)
    assert answer.status_code == 422
    assert words in html.unescape(answer.text)
    assert len(await story.rows(select(Invitation))) == before


async def test_the_week_shows_the_hours_that_volunteers_set(story: Story, content: Path) -> None:
    karim = await story.volunteer("Karim", "nl", "fr")
    sofie = await team_of(story, content)
    async with story.store.write() as session:
        row = await session.get_one(Volunteer, (await story.person(karim)).id)
        row.hours = ["mo 09:00-12:00", "th 13:00-17:00"]
    page = html.unescape((await sofie.get("/team")).text)
    assert "maandag 5 oktober" in page
    assert "9:00 tot 12:00" in page
    assert "13:00 tot 17:00" in page
    assert page.count("Er is niemand") == 5
    assert page.count("Niemand voor: Engels") == 2


def load(
    name: str,
    *spans: str,
    away: datetime | None = None,
    begins: datetime | None = None,
    state: str = "free",
) -> Load:
    return Load(1, name, ("nl",), 0, 3, state, begins, away, None, True, duty.parse(spans))


def test_days_off_count_for_whole_days() -> None:
    now = datetime(2026, 10, 5, 9, tzinfo=ZoneInfo("Europe/Brussels"))
    until = datetime(2026, 10, 7, 10, tzinfo=UTC)
    days = week([load("A", away=until), load("B", "tu 09:00-11:00"), load("C", state="off")], now)
    assert [day.away for day in days][:4] == [("A",), ("A",), (), ()]
    assert [one.name for one in days[0].there] == []
    assert [one.name for one in days[1].there] == ["B"]
    assert days[1].there[0].spans == ((time(9), time(11)),)
    assert [one.name for one in days[2].there] == ["A"]  # back in the course of the day
    assert days[1].lacking == ("fr", "en")


def test_days_off_that_begin_later_count_from_then_on() -> None:
    zone = ZoneInfo("Europe/Brussels")
    now, until = (datetime(2026, 10, day, 9, tzinfo=zone) for day in (5, 9))
    midnight, evening = (datetime(2026, 10, 7, hour, tzinfo=zone) for hour in (0, 19))
    for begins, first in ((midnight, 2), (evening, 3), (now, 0)):
        days = week([load("A", away=until, begins=begins)], now)
        assert [n for n, day in enumerate(days) if day.away] == list(range(first, 4))


def test_days_off_that_begin_or_end_in_the_course_of_a_day_count_for_its_hours() -> None:
    """As routing has it: who is away for all hours of that day is not there."""
    zone = ZoneInfo("Europe/Brussels")
    now = datetime(2026, 10, 2, 9, tzinfo=zone)
    begins, until = (datetime(2026, 10, day, hour, tzinfo=zone) for day, hour in ((5, 8), (9, 12)))
    spans = "mo 09:00-12:00", "fr 09:00-11:00", "we 22:00-06:00"
    days = week([load("A", *spans, away=until, begins=begins)], now)
    told = {day.date.weekday(): (bool(day.away), "nl" in day.lacking) for day in days}
    assert [told[n] for n in (0, 2, 4)] == [(True, True), (True, True), (False, False)]
    later = week([load("A", *spans, away=until, begins=begins)], now.replace(day=9, hour=8))
    assert later[0].away == ("A",), "Friday until noon"
    assert [
        n for n, day in enumerate(week([load("A", away=until, begins=begins)], now)) if day.away
    ] == [3, 4, 5, 6]


async def test_a_volunteer_is_looked_after(story: Story, content: Path) -> None:
    karim, ana = await story.volunteer(), await story.resident()
    sofie = await team_of(story, content)
    number = (await story.person(karim)).id
    path = f"/team/volunteers/{number}"
    await sofie.get("/team")
    for _ in range(2):
        await sofie.post(path, wish="less")
    assert "0 van 1" in (await sofie.get("/team")).text
    await story.talk(ana, karim)
    unsure = await sofie.post(path, wish="leave")
    assert unsure.status_code == 422  # not without being sure
    beside = unsure.text[unsure.text.index(f'id="person-{number}"') :]
    beside = beside[: beside.index("</form>")]  # it is said there, in the form that was sent
    assert '<details class="acts" open>' in beside
    assert "Zeg eerst dat het zeker is" in beside
    assert unsure.text.count('role="alert"') == 1
    assert (await story.person(karim)).left_at is None
    await sofie.post(path, wish="rest")
    assert (await story.handoff()).claimed_by is None
    told = await sofie.post(path, wish="leave", sure="1")
    assert told.headers["location"].endswith("done=left")
    assert (await story.person(karim)).left_at is not None
    assert "Zorgen voor Karim" not in (await sofie.get("/team")).text
    told = await sofie.post(path, wish="more")
    assert told.headers["location"].endswith("done=left-before")
    resident = (await story.person(ana)).id
    assert (await sofie.post(f"/team/volunteers/{resident}", wish="more")).status_code == 404


@pytest.mark.parametrize(("wish", "done"), [("rest", "rests"), ("leave", "left")])
@pytest.mark.parametrize("alone", [True, False])
async def test_a_talk_of_who_is_gone_is_said_to_go_on_only_where_a_phone_rings(
    story: Story, content: Path, wish: str, done: str, alone: bool
) -> None:
    karim, ana = await story.volunteer(), await story.resident()
    sofie = await team_of(story, content)
    await story.talk(ana, karim, greeted=False)
    if not alone:
        await story.volunteer("Noor")
    number = (await story.person(karim)).id
    told = await sofie.post(f"/team/volunteers/{number}", wish=wish, sure="1")
    assert told.headers["location"].endswith(f"done={done}{'-nobody' if alone else ''}")


def test_what_was_not_done_is_told_in_words() -> None:
    assert not [key for key in NOT_DONE if f"studio/done/{key}" not in TEXTS_OF_PAGES]


async def test_what_was_not_done_is_no_success(story: Story, content: Path) -> None:
    karim = await story.volunteer()
    sofie = await team_of(story, content)
    path = f"/team/volunteers/{(await story.person(karim)).id}"
    await sofie.get("/team")
    told = [(await sofie.post(path, wish="less")).headers["location"] for _ in range(3)]
    done = [one.partition("done=")[2] for one in told]
    assert done == ["cap", "cap", "cap-fewest"]
    shown = {one: (await sofie.get(f"/team?done={one}")).text for one in done}
    assert '<p class="done" role="status">' in shown["cap"]
    assert '<p class="alert mild" role="status">' in shown["cap-fewest"]
    assert "0 van 1" in shown["cap-fewest"]
