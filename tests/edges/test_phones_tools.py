"""The hands: what tools and tests do with the phones over HTTP."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from phones_kit import ALICE, BOB, PEOPLE, Api, new_world

from bot.phones import Phone, create_app

CHAT = f"/phones/{ALICE.id}/chat"
SAY, TAP = f"/phones/{ALICE.id}/say", f"/phones/{ALICE.id}/tap"


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    api = Api(new_world())
    yield api
    await api.http.aclose()
    api.world.close()


async def test_phones(api: Api) -> None:
    listed = (await api.http.get("/phones")).json()
    assert listed[0] == {"id": ALICE.id, "name": "Alice", "role": "resident", "language": "fr"}
    assert len(listed) == len(PEOPLE)


async def test_say_and_chat(api: Api) -> None:
    said = (await api.http.post(SAY, json={"text": "/start abc"})).json()
    await api.call(
        "sendMessage", chat_id=ALICE.id, text="How?", reply_markup={"keyboard": [["Fine", "Hard"]]}
    )
    mine, bots = (await api.http.get(CHAT)).json()
    assert mine["message_id"] == said["message_id"]
    contract = ("from", "kind", "text", "buttons", "edited")
    assert [mine[key] for key in contract] == ["me", "text", "/start abc", [], False]
    assert [bots[key] for key in contract] == ["bot", "text", "How?", ["Fine", "Hard"], False]
    entities = (await api.call("getUpdates"))[0]["message"]["entities"]
    assert entities == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_only_the_last_keyboard_can_be_tapped(api: Api) -> None:
    Phone(api.world, ALICE.id).say("/start")
    for label in ("Old", "New"):
        await api.call(
            "sendMessage", chat_id=ALICE.id, text="?", reply_markup={"keyboard": [[label]]}
        )
    assert (await api.http.post(TAP, json={"label": "Old"})).status_code == 404
    assert (await api.http.post(TAP, json={"label": "New"})).status_code == 200
    await api.call(
        "sendMessage", chat_id=ALICE.id, text="!", reply_markup={"remove_keyboard": True}
    )
    assert (await api.http.post(TAP, json={"label": "New"})).status_code == 404
    assert [message["buttons"] for message in (await api.http.get(CHAT)).json()] == [[]] * 5


async def test_inline_buttons_and_links(api: Api) -> None:
    Phone(api.world, ALICE.id).say("/start")
    link = "https://t.me/goeiedag_bot?start=abc_DEF-1"
    buttons = [[{"text": "Yes", "callback_data": "y"}, {"text": "Join", "url": link}]]
    await api.call(
        "sendMessage", chat_id=ALICE.id, text="?", reply_markup={"inline_keyboard": buttons}
    )
    await api.http.post(TAP, json={"label": "Yes"})
    await api.http.post(TAP, json={"label": "Join"})
    updates = await api.call("getUpdates")
    assert updates[1]["callback_query"]["data"] == "y"
    assert updates[1]["callback_query"]["message"]["text"] == "?"
    assert updates[2]["message"]["text"] == "/start abc_DEF-1"


async def test_edit_over_long_and_other_kinds(api: Api) -> None:
    said = (await api.http.post(SAY, json={"text": "wrod"})).json()["message_id"]
    body = {"message_id": said, "text": "word"}
    assert (await api.http.post(f"/phones/{ALICE.id}/edit", json=body)).status_code == 200
    long = (await api.http.post(SAY, json={"text": "word " * 1000})).json()
    assert len(long["message_ids"]) == 2
    await api.http.post(SAY, json={"kind": "photo", "caption": "my garden", "reply_to": said})
    updates = await api.call("getUpdates")
    assert updates[1]["edited_message"]["text"] == "word"
    assert updates[-1]["message"]["caption"] == "my garden"
    assert updates[-1]["message"]["reply_to_message"]["message_id"] == said
    assert [(m["kind"], m["edited"]) for m in (await api.http.get(CHAT)).json()][::3] == [
        ("text", True),
        ("photo", False),
    ]


@pytest.mark.parametrize(
    ("path", "body", "code"),
    [
        ("/phones/9/say", {"text": "x"}, 404),
        ("/phones/abc/say", {"text": "x"}, 404),
        (SAY, {}, 400),
        (SAY, {"text": 5}, 400),
        (SAY, {"text": "  "}, 400),
        (SAY, {"kind": "ghost"}, 400),
        (SAY, {"kind": "sticker", "caption": "x"}, 400),
        (SAY, {"text": "x", "reply_to": 99}, 404),
        (TAP, {"label": "none"}, 404),
        ("/clock/advance", {"seconds": -1}, 400),
        ("/clock/advance", {"seconds": "soon"}, 400),
        ("/faults", {"method": "*", "fault": "earthquake"}, 400),
    ],
)
async def test_clear_refusals(api: Api, path: str, body: dict[str, object], code: int) -> None:
    answer = await api.http.post(path, json=body)
    assert answer.status_code == code
    assert answer.json()["error"]


async def test_the_clock_is_moved_by_whoever_knows_how() -> None:
    world = new_world()
    moved: list[float] = []

    async def advance(seconds: float) -> datetime:
        moved.append(seconds)
        return datetime(2030, 1, 1, tzinfo=UTC)

    api = Api(world, create_app(world, advance))
    answer = await api.http.post("/clock/advance", json={"seconds": 60})
    assert answer.json() == {"now": "2030-01-01T00:00:00+00:00"}
    assert moved == [60]
    plain = await Api(world).http.post("/clock/advance", json={"seconds": 60})
    assert plain.json() == {"now": "2026-03-02T09:01:00+00:00"}
    world.close()


async def test_the_page_runs_nothing_from_elsewhere(api: Api) -> None:
    page = await api.http.get("/")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    for path in ("/page/phones.js", "/page/phones.css", "/page/icon.svg"):
        assert (await api.http.get(path)).status_code == 200
        assert path in page.text
    assert "http" not in page.text
    foreign = await api.http.post(
        SAY, json={"text": "x"}, headers={"Origin": "https://evil.example"}
    )
    assert foreign.status_code == 403


async def test_nobody_sees_the_chat_of_another(api: Api) -> None:
    await api.http.post(SAY, json={"text": "mine"})
    assert (await api.http.get(f"/phones/{BOB.id}/chat")).json() == []
