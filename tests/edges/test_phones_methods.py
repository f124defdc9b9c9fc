"""The methods in Telegram's own words, refusals above all."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from phones_kit import ALICE, BOB, TOKEN, Api, new_world

from bot.phones import Phone

A = ALICE.id
INLINE = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
REPLY = {"keyboard": [["Fine", "Hard"]]}


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    world = new_world()
    Phone(world, A).say("/start")
    api = Api(world)
    yield api
    await api.http.aclose()
    world.close()


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ({}, "Bad Request: chat_id is empty"),
        ({"chat_id": A}, "Bad Request: message text is empty"),
        ({"chat_id": A, "text": " \n\u2060"}, "Bad Request: message text is empty"),
        ({"chat_id": A, "text": "x" * 4097}, "Bad Request: message is too long"),
        ({"chat_id": A, "text": "😀" * 2049}, "Bad Request: message is too long"),
        ({"chat_id": 5, "text": "x"}, "Bad Request: chat not found"),
        ({"chat_id": "@x", "text": "x"}, "Bad Request: chat not found"),
        ({"chat_id": 123456, "text": "x"}, "Forbidden: bots can't send messages to bots"),
        (
            {"chat_id": BOB.id, "text": "x"},
            "Forbidden: bot can't initiate conversation with a user",
        ),
        (
            {"chat_id": A, "text": "x", "reply_parameters": {"message_id": 99}},
            "Bad Request: message to be replied not found",
        ),
        (
            {"chat_id": A, "text": "x", "reply_markup": "{"},
            "Bad Request: can't parse reply keyboard markup JSON object",
        ),
        (
            {"chat_id": A, "text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a"}]]}},
            "Bad Request: can't parse inline keyboard button: "
            "Text buttons are unallowed in the inline keyboard",
        ),
        (
            {
                "chat_id": A,
                "text": "x",
                "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "é" * 33}]]},
            },
            "Bad Request: BUTTON_DATA_INVALID",
        ),
        (
            {"chat_id": A, "text": "x", "parse_mode": "Esperanto"},
            "Bad Request: unsupported parse_mode",
        ),
    ],
)
async def test_refusals_of_sending(api: Api, args: dict[str, Any], words: str) -> None:
    answer = (await api.raw("sendMessage", **args)).json()
    assert answer["description"] == words
    assert not answer["ok"]


async def test_token_and_method(api: Api) -> None:
    wrong = await api.http.get("/bot1:x/getMe")
    assert (wrong.status_code, wrong.json()["description"]) == (401, "Unauthorized")
    unknown = await api.http.get(f"/bot{TOKEN}/getNothing")
    assert (unknown.status_code, unknown.json()["description"]) == (404, "Not Found")
    assert (await api.http.get(f"/bot{TOKEN}/GETME")).json()["result"]["is_bot"]


async def test_every_way_of_giving_parameters(api: Api) -> None:
    url, args = f"/bot{TOKEN}/sendMessage", {"chat_id": str(A), "text": "hello"}
    for answer in (
        await api.http.get(url, params=args),
        await api.http.post(url, data=args),
        await api.http.post(url, json={"chat_id": A, "text": "hello"}),
        await api.http.post(url, files={key: (None, value) for key, value in args.items()}),
    ):
        assert answer.json()["result"]["text"] == "hello"


async def test_text_is_trimmed_and_cleaned(api: Api) -> None:
    sent = await api.call("sendMessage", chat_id=A, text="\n  a\tb\u202e c \r\n")
    assert sent["text"] == "a b c"


async def test_blocked_and_let_in_again(api: Api) -> None:
    phone = Phone(api.world, A)
    phone.block()
    with pytest.raises(RuntimeError, match="Forbidden: bot was blocked by the user"):
        await api.call("sendMessage", chat_id=A, text="x")
    phone.block(False)
    await api.call("sendMessage", chat_id=A, text="x")
    updates = await api.call("getUpdates")
    statuses = [
        u["my_chat_member"]["new_chat_member"]["status"] for u in updates if "my_chat_member" in u
    ]
    assert statuses == ["kicked", "member"]


async def test_edits(api: Api) -> None:
    sent = (await api.call("sendMessage", chat_id=A, text="one", reply_markup=INLINE))["message_id"]
    edited = await api.call("editMessageText", chat_id=A, message_id=sent, text="two")
    assert edited["text"] == "two"
    assert "reply_markup" not in edited
    for args, words in (
        (
            {"message_id": sent, "text": "two"},
            "message is not modified: specified new message content",
        ),
        ({"message_id": 999, "text": "x"}, "message to edit not found"),
        ({"message_id": 1, "text": "x"}, "message can't be edited"),
        ({"text": "x"}, "message identifier is not specified"),
        ({"message_id": sent}, "message text is empty"),
    ):
        with pytest.raises(RuntimeError, match=f"Bad Request: {words}"):
            await api.call("editMessageText", chat_id=A, **args)


async def test_a_message_with_a_reply_keyboard_cannot_be_edited(api: Api) -> None:
    sent = (await api.call("sendMessage", chat_id=A, text="one", reply_markup=REPLY))["message_id"]
    with pytest.raises(RuntimeError, match="message can't be edited"):
        await api.call("editMessageText", chat_id=A, message_id=sent, text="two")


async def test_deleting_within_two_days(api: Api) -> None:
    old = (await api.call("sendMessage", chat_id=A, text="old"))["message_id"]
    api.world.clock.advance(48 * 3600 + 1)
    new = (await api.call("sendMessage", chat_id=A, text="new"))["message_id"]
    assert await api.call("deleteMessage", chat_id=A, message_id=new)
    with pytest.raises(RuntimeError, match="message can't be deleted for everyone"):
        await api.call("deleteMessage", chat_id=A, message_id=old)
    with pytest.raises(RuntimeError, match="message to delete not found"):
        await api.call("deleteMessage", chat_id=A, message_id=new)


async def test_copies(api: Api) -> None:
    phone, bob = Phone(api.world, A), Phone(api.world, BOB.id)
    bob.say("/start")
    photo = phone.send("photo", "secret")
    copy = await api.call(
        "copyMessage",
        chat_id=BOB.id,
        from_chat_id=A,
        message_id=photo,
        caption="",
        protect_content=True,
    )
    got = api.world.ledger.read(BOB.id, copy["message_id"])
    assert got is not None
    assert "caption" not in got.body
    assert got.body["has_protected_content"]
    assert "forward_origin" not in got.body
    with pytest.raises(RuntimeError, match="message can't be copied"):
        await api.call("copyMessage", chat_id=A, from_chat_id=BOB.id, message_id=got.message_id)
    with pytest.raises(RuntimeError, match="message can't be forwarded"):
        await api.call("forwardMessage", chat_id=A, from_chat_id=BOB.id, message_id=got.message_id)
    with pytest.raises(RuntimeError, match="message to copy not found"):
        await api.call("copyMessage", chat_id=A, from_chat_id=BOB.id, message_id=999)
    forwarded = await api.call("forwardMessage", chat_id=BOB.id, from_chat_id=A, message_id=photo)
    assert forwarded["forward_origin"]["sender_user"]["first_name"] == "Alice"


async def test_a_tap_is_answered_once_and_in_time(api: Api) -> None:
    await api.call("sendMessage", chat_id=A, text="?", reply_markup=INLINE)
    first = Phone(api.world, A).tap("Yes")["callback_query_id"]
    late = Phone(api.world, A).tap("Yes")["callback_query_id"]
    assert await api.call("answerCallbackQuery", callback_query_id=first, text="thanks")
    api.world.clock.advance(151)
    for tap in (first, late):
        with pytest.raises(RuntimeError, match="query is too old and response timeout expired"):
            await api.call("answerCallbackQuery", callback_query_id=tap)


async def test_files_go_both_ways(api: Api) -> None:
    files = {"photo": ("a.png", b"bytes", "image/png")}
    answer = await api.http.post(f"/bot{TOKEN}/sendPhoto", data={"chat_id": A}, files=files)
    file_id = answer.json()["result"]["photo"][-1]["file_id"]
    again = await api.call(
        "sendPhoto", chat_id=A, photo=file_id, caption="<b>x</b>", parse_mode="HTML"
    )
    assert again["caption_entities"] == [{"type": "bold", "offset": 0, "length": 1}]
    path = (await api.call("getFile", file_id=file_id))["file_path"]
    assert (await api.http.get(f"/file/bot{TOKEN}/{path}")).content == b"bytes"
    with pytest.raises(RuntimeError, match="can't use file of type Photo as Voice"):
        await api.call("sendVoice", chat_id=A, voice=file_id)
    with pytest.raises(RuntimeError, match="wrong file identifier/HTTP URL specified"):
        await api.call("sendPhoto", chat_id=A, photo="nothing")
    with pytest.raises(RuntimeError, match="message caption is too long"):
        await api.call("sendPhoto", chat_id=A, photo=file_id, caption="x" * 1025)


async def test_unknown_parameters_are_ignored_but_seen(api: Api) -> None:
    await api.call("sendMessage", chat_id=A, text="x", disable_web_page_preview=True)
    assert api.world.oddities == ["sendMessage: unknown parameter disable_web_page_preview"]


async def test_commands_by_scope_and_language(api: Api) -> None:
    await api.call("setMyCommands", commands=[{"command": "help", "description": "Help"}])
    french = [{"command": "help", "description": "Aide"}]
    await api.call("setMyCommands", commands=french, language_code="fr")
    assert (await api.http.get(f"/phones/{A}/screen")).json()["commands"] == french
    with pytest.raises(RuntimeError, match="BOT_COMMAND_INVALID"):
        await api.call("setMyCommands", commands=[{"command": "Help!", "description": "x"}])
