"""Real client libraries on a real socket: python-telegram-bot, and aiogram as a second opinion."""

import asyncio

import httpx
import pytest
import telegram
from phones_kit import ALICE, BOB, TOKEN, new_world, served

from bot.phones import Phone
from bot.phones.faults import Fault

A = ALICE.id


async def test_python_telegram_bot() -> None:
    world = new_world()
    phone = Phone(world, A)
    async with served(world) as url:
        bot = telegram.Bot(TOKEN, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot")
        async with bot:
            assert bot.username == "goeiedag_bot"
            with pytest.raises(telegram.error.Forbidden, match="can't initiate conversation"):
                await bot.send_message(A, "x")
            phone.say("/start")
            yes = telegram.InlineKeyboardButton("Yes", callback_data="y")
            sent = await bot.send_message(
                A,
                "<b>Hi</b>",
                parse_mode="HTML",
                reply_markup=telegram.InlineKeyboardMarkup([[yes]]),
            )
            assert sent.entities[0].type == "bold"
            phone.tap("Yes")
            photo = phone.send("photo", "me")
            updates = await bot.get_updates(timeout=0)
            assert updates[1].callback_query is not None
            assert await bot.answer_callback_query(updates[1].callback_query.id)
            copy = await bot.copy_message(A, A, photo, caption="you", protect_content=True)
            assert await bot.delete_message(A, copy.message_id)
            picture = await bot.send_photo(A, b"bytes", filename="a.png", caption="up")
            file = await picture.photo[-1].get_file()
            assert bytes(await file.download_as_bytearray()) == b"bytes"
            keyboard = telegram.ReplyKeyboardMarkup([["a"]], resize_keyboard=True)
            await bot.send_message(A, "?", reply_markup=keyboard)
            await bot.send_message(A, "!", reply_markup=telegram.ReplyKeyboardRemove())
            await bot.set_my_commands([("help", "Help")], language_code="nl")
            chat = await bot.get_chat(A)
            assert chat.first_name == "Alice"
            await bot.edit_message_text("Hi", A, sent.message_id)
            with pytest.raises(telegram.error.BadRequest, match="essage is not modified"):
                await bot.edit_message_text("Hi", A, sent.message_id)
    assert world.oddities == []
    world.close()


async def test_aiogram() -> None:
    # here, for it takes seconds: whoever collects the tests need not wait for it
    from aiogram import Bot as SecondBot
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
    from aiogram.types import BufferedInputFile
    from aiogram.types import InlineKeyboardButton as SecondButton
    from aiogram.types import InlineKeyboardMarkup as SecondMarkup

    world = new_world()
    phone = Phone(world, A)
    phone.say("/start")
    async with served(world) as url:
        session = AiohttpSession(api=TelegramAPIServer.from_base(url))
        async with SecondBot(TOKEN, session=session) as bot:
            me = await bot.me()
            assert me.username == "goeiedag_bot"
            markup = SecondMarkup(inline_keyboard=[[SecondButton(text="Yes", callback_data="y")]])
            sent = await bot.send_message(
                A, "Kies *één*", parse_mode="MarkdownV2", reply_markup=markup
            )
            assert sent.text == "Kies één"
            phone.tap("Yes")
            phone.send("voice")
            updates = await bot.get_updates()
            assert updates[1].callback_query is not None
            assert await bot.answer_callback_query(updates[1].callback_query.id, text="ok")
            with pytest.raises(TelegramBadRequest, match="query is too old"):
                await bot.answer_callback_query(updates[1].callback_query.id)
            voice = updates[2].message
            assert voice is not None
            copied = await bot.copy_message(A, A, voice.message_id)
            assert copied.message_id > voice.message_id
            upload = BufferedInputFile(b"bytes", "a.pdf")
            document = await bot.send_document(A, upload, caption="read")
            assert document.document is not None
            with pytest.raises(TelegramForbiddenError, match="can't initiate"):
                await bot.send_message(BOB.id, "x")
            with pytest.raises(TelegramBadRequest, match="chat not found"):
                await bot.send_message(42, "x")
    assert world.oddities == []
    world.close()


async def test_faults_on_order() -> None:
    world = new_world()
    Phone(world, A).say("/start")
    text = {"chat_id": A, "text": "once"}
    async with served(world) as url, httpx.AsyncClient(base_url=f"{url}/bot{TOKEN}") as http:
        for kind in ("drop_before", "drop_after"):
            world.faults.order(Fault("sendMessage", kind))
            with pytest.raises(httpx.TransportError):
                await http.post("/sendMessage", json=text)
        assert [entry.by_bot for entry in world.ledger.chat(A)] == [False, True]
        world.faults.order(Fault("*", "error", code=429, description="Too Many", retry_after=3))
        refused = (await http.post("/sendMessage", json=text)).json()
        assert refused["parameters"] == {"retry_after": 3}
        world.faults.order(Fault("sendmessage", "rubbish"))
        rubbish = await http.post("/sendMessage", json=text)
        assert rubbish.status_code == 502
        world.faults.order(Fault("sendMessage", "slow", seconds=0))
        assert (await http.post("/sendMessage", json=text)).json()["ok"]
        ordered = {"method": "getMe", "fault": "error", "times": 2, "code": 500}
        answer = await http.post(f"{url}/faults", json=ordered)
        assert answer.json()[0]["times"] == 2
        assert (await http.request("DELETE", f"{url}/faults")).json() == []
    world.close()


async def test_the_live_stream_tells_which_phone_changed() -> None:
    world = new_world()
    async with (
        served(world) as url,
        httpx.AsyncClient() as http,
        http.stream("GET", f"{url}/events") as stream,
    ):
        lines = stream.aiter_lines()
        assert await anext(lines) == "retry: 1000"
        Phone(world, BOB.id).say("hello")
        async with asyncio.timeout(5):
            assert f"data: {BOB.id}" in [await anext(lines) for _ in range(3)]
    world.close()
