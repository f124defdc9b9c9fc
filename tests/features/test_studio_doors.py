"""Who comes into the studio, how long they stay, and what each role is refused."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from hypothesis import strategies as st
from sqlalchemy import select, update

from bot import people
from bot.coordinators import HELP_TEXTS
from bot.store.studio_tables import StudioLink, StudioSession
from bot.store.tables import Message, Person
from bot.studio.app import PAGES

from .feeding import feeds
from .story import Phone, Story
from .studio_kit import ADDRESS, Browser, link_of, small_content

NL = {"refused": "hoort niet bij deze rol", "csrf": "formulier is te oud", "needed": "aanmelden"}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return small_content(tmp_path / "content")


async def helper(story: Story, role: str, name: str) -> Phone:
    return await story._helper(name, role, ["nl"])


async def test_a_link_opens_once_and_only_by_its_button(story: Story, content: Path) -> None:
    sofie = await story.coordinator()
    link = await link_of(sofie)
    browser, other = Browser(story, content), Browser(story, content)
    for _ in range(2):  # a preview of the link uses nothing up
        seen = await browser.http.get(link)
        assert seen.status_code == 200
        assert "Sofie" in seen.text
        assert "set-cookie" not in seen.headers
    came = await browser.signs_in(link)
    assert came.status_code == 303
    cookie = came.headers["set-cookie"].lower()
    for part in ("httponly", "secure", "samesite=strict", "path=/studio"):
        assert part in cookie
    assert (await browser.get("/dialogues")).status_code == 200
    assert (await other.signs_in(link)).status_code == 410
    assert (await other.get("/dialogues")).status_code == 401
    assert (await other.http.get(link)).status_code == 410

    old, new = await link_of(sofie), await link_of(sofie)
    assert (await other.signs_in(old)).status_code == 410  # the newest alone works
    await story.passes(minutes=11)
    assert (await other.signs_in(new)).status_code == 410
    tokens = [link.rpartition("/")[2] for link in (old, new)]
    kept = str([row.__dict__ for row in await story.rows(select(StudioLink))])
    assert not any(token in kept for token in tokens)
    sent = await story.rows(select(Message).where(Message.chat_id == sofie.id))
    assert not any(token in str(row.payload) for row in sent for token in tokens)


async def test_nobody_else_gets_a_link(story: Story, content: Path) -> None:
    ana, karim = await story.resident(), await story.volunteer()
    for phone in (ana, karim, story.stranger()):
        await phone.says("/studio")
        phone.sees_not(ADDRESS)
    assert not await story.rows(select(StudioLink))
    tom = await helper(story, people.EDITOR, "Tom")
    await tom.says("/open")  # of residents an editor hears nothing
    tom.reads(HELP_TEXTS)
    await tom.says("/studio")
    tom.sees(f"{ADDRESS}/studio/in/")


async def test_a_session_is_short_and_can_be_ended(story: Story, content: Path) -> None:
    sofie = await story.coordinator()
    laptop, tablet = Browser(story, content), Browser(story, content)
    await laptop.signs_in(await link_of(sofie))
    await story.passes(minutes=50)
    assert (await laptop.get("/dialogues")).status_code == 200  # which keeps it awake
    await story.passes(minutes=50)
    assert (await laptop.get("/dialogues")).status_code == 200
    await story.passes(minutes=61)
    assert (await laptop.get("/dialogues")).status_code == 401
    for browser in (laptop, tablet):
        await browser.signs_in(await link_of(sofie))
    assert (await laptop.post("/out")).status_code == 303
    assert (await laptop.get("/dialogues")).status_code == 401
    assert (await tablet.get("/dialogues")).status_code == 200
    await laptop.signs_in(await link_of(sofie))
    waiting = await link_of(sofie)
    await tablet.post("/out/everywhere")
    assert (await laptop.get("/dialogues")).status_code == 401
    assert (await laptop.signs_in(waiting)).status_code == 410
    assert not await story.rows(select(StudioSession))


async def test_who_leaves_is_out_at_once(story: Story, content: Path) -> None:
    sofie = await story.coordinator()
    browser = Browser(story, content)
    await browser.signs_in(await link_of(sofie))
    async with story.store.write() as session:
        await session.execute(update(Person).values(role=people.RESIDENT))
    assert (await browser.get("/dialogues")).status_code == 401


async def test_a_form_from_elsewhere_changes_nothing(story: Story, content: Path) -> None:
    sofie = await story.coordinator()
    browser = Browser(story, content)
    link = await link_of(sofie)
    path = link.removeprefix(ADDRESS)
    foreign = {"origin": "https://elsewhere.test"}
    assert (await browser.http.post(path, headers=foreign)).status_code == 410
    await browser.signs_in(link)  # the link was not used up by that
    for csrf in ("", "0" * 64):
        refused = await browser.post("/out/everywhere", csrf)
        assert refused.status_code == 403
        assert NL["csrf"] in refused.text
    for headers in (foreign, {"origin": "null"}, {"sec-fetch-site": "cross-site"}):
        data = {"csrf": browser.csrf}
        answer = await browser.http.post("/studio/out/everywhere", data=data, headers=headers)
        assert answer.status_code == 403
    large = await browser.post("/out", x="a" * 500_000)
    assert large.status_code == 413
    assert len(await story.rows(select(StudioSession))) == 1


async def test_every_page_refuses_who_may_not(story: Story, content: Path) -> None:
    roles = {
        role: await helper(story, role, role.title())
        for role in (people.EDITOR, people.REVIEWER, people.COORDINATOR)
    }
    browsers = {role: Browser(story, content) for role in roles}
    for role, phone in roles.items():
        await browsers[role].signs_in(await link_of(phone))
    nobody = Browser(story, content)
    by_path: dict[str, set[str]] = {}
    for one in PAGES:
        by_path.setdefault(one.path, set()).add(one.method)
    for one in PAGES:
        path = re.sub(r"\{\w+(:int)?\}", "greet", one.path.replace("{number:int}", "1"))
        answer = await nobody.http.request(one.method, f"/studio{path}")
        assert answer.status_code == 401, one
        for role, browser in browsers.items():
            # a form without its word never gets far enough to do anything
            answer = await browser.http.request(one.method, f"/studio{path}")
            refused = NL["refused"] in answer.text
            assert refused == (role not in one.roles), (one, role, answer.status_code)
            if refused or one.method == "POST":
                assert answer.status_code == 403 if refused else NL["csrf"] in answer.text, one
        for method in {"GET", "POST", "PUT", "DELETE"} - by_path[one.path]:
            answer = await browsers[people.COORDINATOR].http.request(method, f"/studio{path}")
            assert answer.status_code == 405, (method, one)


async def test_every_answer_carries_the_safety_headers(story: Story, content: Path) -> None:
    browser = Browser(story, content)
    for path in ("/hello", "/dialogues", "/in/nothing", "/nowhere", "/static/studio.css"):
        answer = await browser.http.get(f"/studio{path}")
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "<script>" not in answer.text
        assert " style=" not in answer.text
        assert not re.search(r"(src|href)=\"(https?:)?//", answer.text)


async def test_each_reads_the_studio_in_their_own_language(story: Story, content: Path) -> None:
    for language, words in (("fr", "Se déconnecter"), ("en", "Sign out"), ("nl", "Afmelden")):
        phone = await story.coordinator(f"C{language}", language)
        browser = Browser(story, content)
        await browser.signs_in(await link_of(phone))
        shown = (await browser.get("/dialogues")).text
        assert f'<html lang="{language}">' in shown
        assert words in shown
    asked = await Browser(story, content).http.get(
        "/studio/hello", headers={"accept-language": "fr-BE,fr;q=0.9"}
    )
    assert "Connexion" in asked.text


def files(content: Path) -> list[bytes]:
    return sorted(path.read_bytes() for path in (content / "dialogues").glob("*.yaml"))


async def test_rubbish_in_cookies_and_forms_is_refused(story: Story, content: Path) -> None:
    """Whatever a browser sends: an answer, no page of ours without a session, no change."""
    sofie = await story.coordinator()
    browser, nobody = Browser(story, content), Browser(story, content)
    await browser.signs_in(await link_of(sofie))
    before = files(content)
    written = [one for one in PAGES if one.method == "POST" and not one.path.startswith("/out")]

    async def each(drawn: tuple[bytes, int, dict[str, str], bytes]) -> None:
        cookie, place, fields, body = drawn
        headers = [(b"cookie", b"goeiedag_studio=" + cookie.hex().encode() + cookie)]
        assert (await nobody.http.get("/studio/dialogues", headers=headers)).status_code == 401
        path = re.sub(r"\{\w+(:int)?\}", "nowhere", written[place].path)
        answer = await browser.http.post(f"/studio{path}", data={**fields, "csrf": browser.csrf})
        assert answer.status_code < 500, (path, fields)
        for kind in ("multipart/form-data; boundary=x", "application/x-www-form-urlencoded"):
            raw = {"content-type": kind}
            answer = await browser.http.post(f"/studio{path}", content=body, headers=raw)
            assert answer.status_code in (400, 403, 404, 413), (path, kind, body)

    names = st.sampled_from(["text", "hash", "language", "field", "step", "number", "note", "x"])
    fields = st.dictionaries(names, st.text(max_size=20), max_size=4)
    cookie = st.binary(max_size=20).filter(lambda raw: not re.search(rb"[\x00-\x20\x7f]", raw))
    body = st.binary(max_size=60) | st.just(b"--x\r\n") | st.just(b"a=%ff&csrf=%00")
    await feeds(each, st.tuples(cookie, st.integers(0, len(written) - 1), fields, body), 15)
    assert files(content) == before


NAMES = """
hash wish do note name lines way text running who version title title.nl then tap sure stay drop at
silence.after sentence seen role place model length language.nl kind intent form after as c0.id
c0.row c0.order c0.drop w0.row w0.say.nl w0.drop given.name language field step number
"""
WORDS = """
0 -1 1 \u0661 nl fr@tu greet resume yes hour 20:00 {name} { %s ../x <b> - volunteer 2026-02-30 inf
"""
FIELDS = st.sampled_from(NAMES.split())
ODD = st.text(max_size=20) | st.sampled_from([*WORDS.split(), "9" * 30, "a" * 5000, "- : {"])


async def test_rubbish_in_the_forms_of_real_pages_is_answered(story: Story, content: Path) -> None:
    """Of a dialogue, a step, a handoff and a volunteer that are there, with the fields of forms."""
    sofie, karim = await story.coordinator(), await story.volunteer("Karim")
    await story.talk(await story.resident("Ana"), karim)
    browser = Browser(story, content)
    await browser.signs_in(await link_of(sofie))
    here = {"id": "greet", "step": "resume", "number": "1", "number:int": "1"}
    paths = [
        re.sub(r"\{([\w:]+)\}", lambda found: here[found[1]], one.path)
        for one in PAGES
        if one.method == "POST" and not one.path.startswith(("/out", "/not-understood/model"))
    ]

    async def each(drawn: tuple[str, dict[str, str]]) -> None:
        path, fields = drawn
        answer = await browser.http.post(f"/studio{path}", data={**fields, "csrf": browser.csrf})
        assert answer.status_code < 500, (path, fields)

    fields = st.dictionaries(FIELDS, ODD, max_size=5)
    await feeds(each, st.tuples(st.sampled_from(paths), fields), 40)


TYPED = {"hash": "0", "w0.say.nl": "Een <b>lange</b> tekst,\nmet moeite getypt."}
STEP = "/dialogues/greet/steps/resume"


def kept_on(page: str) -> dict[str, str]:
    """What the form of a page would send once more."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page)
    return {name: html.unescape(value) for name, value in found}


async def test_what_was_typed_outlives_the_session(story: Story, content: Path) -> None:
    """It comes back on the page that says so, and is sent once more after signing in anew."""
    sofie = await story.coordinator()
    browser = Browser(story, content)
    await browser.signs_in(await link_of(sofie))
    ours = {"origin": ADDRESS, "accept-language": "nl"}
    data = {"csrf": browser.csrf, **TYPED}
    await story.passes(minutes=61)
    over = await browser.http.post(f"/studio{STEP}", data=data, headers=ours)
    assert over.status_code == 401
    assert "Laat deze pagina open" in over.text
    assert kept_on(over.text) == TYPED
    await browser.http.post((await link_of(sofie)).removeprefix(ADDRESS))  # in another tab
    anew = await browser.http.post(f"/studio{STEP}", data=kept_on(over.text), headers=ours)
    assert anew.status_code == 403  # the word of the earlier session is no proof
    assert "De woorden staan nog hier" in anew.text
    again = kept_on(anew.text)
    assert {name: text for name, text in again.items() if name != "csrf"} == TYPED
    taken = await browser.http.post(f"/studio{STEP}", data=again, headers=ours)
    assert taken.status_code == 409  # it came as far as the draft: the hash is none


async def test_what_comes_from_elsewhere_is_not_offered_once_more(
    story: Story, content: Path
) -> None:
    browser = Browser(story, content)
    await browser.signs_in(await link_of(await story.coordinator()))
    for who in (browser, Browser(story, content)):
        for headers in ({"origin": "https://elsewhere.test"}, {"origin": "null"}, {}):
            sent = await who.http.post(f"/studio{STEP}", data=TYPED, headers=headers)
            assert sent.status_code in (401, 403)
            assert "moeite" not in sent.text
            assert "opnieuw, en probeer" not in sent.text


@pytest.mark.parametrize(
    ("language", "words", "out"),
    [
        ("nl", "Hier is niets", "Afmelden"),
        ("fr", "n'y a rien ici", "Se déconnecter"),
        ("en", "nothing here", "Sign out"),
    ],
)
async def test_what_is_not_there_is_said_in_the_language_of_who_asks(
    story: Story, content: Path, language: str, words: str, out: str
) -> None:
    browser = Browser(story, content)
    await browser.signs_in(await link_of(await story.coordinator("C", language)))
    other = {"accept-language": "nl" if language != "nl" else "fr"}
    for path in ("/nowhere", "/dialogues/nowhere"):
        answer = await browser.http.get(f"/studio{path}", headers=other)
        assert answer.status_code == 404
        for part in (words, out, "/studio/desk"):
            assert part in html.unescape(answer.text)
