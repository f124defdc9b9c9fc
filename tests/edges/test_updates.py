"""Raw updates -> Incoming: every kind that Telegram sends, and much that it does not."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phones_kit import ALICE, new_world

from bot.channel import Incoming, Kind
from bot.phones import Phone
from bot.updates import ALLOWED, parse, received

WHEN = 1_772_442_000
CHAT = {"id": 101, "type": "private", "first_name": "Ana"}
ANA = {"id": 101, "is_bot": False, "first_name": "Ana", "language_code": "fr-BE"}
GROUP = {"id": -100123, "type": "supergroup", "title": "Straat"}
BASE = {"message_id": 5, "date": WHEN, "chat": CHAT, "from": ANA}
FILE = {"file_id": "f", "file_unique_id": "u"}


def message(**content: Any) -> dict[str, Any]:
    return {"update_id": 1, "message": {**BASE, **content}}


def size(**more: Any) -> dict[str, Any]:
    return {**FILE, "width": 1, "height": 1, **more}


KINDS: list[tuple[Kind, dict[str, Any]]] = [
    (Kind.TEXT, {"text": "dag"}),
    (Kind.PHOTO, {"photo": [size()]}),
    (Kind.VOICE, {"voice": {**FILE, "duration": 3}}),
    (Kind.AUDIO, {"audio": {**FILE, "duration": 3}}),
    (Kind.VIDEO, {"video": size(duration=3)}),
    (Kind.VIDEO, {"video_note": {**FILE, "length": 1, "duration": 3}}),
    (Kind.VIDEO, {"animation": size(duration=3), "document": FILE}),
    (Kind.DOCUMENT, {"document": FILE}),
    (
        Kind.STICKER,
        {"sticker": size(type="regular", is_animated=False, is_video=False)},
    ),
    (Kind.LOCATION, {"location": {"latitude": 51.0, "longitude": 4.0}}),
    (Kind.CONTACT, {"contact": {"phone_number": "+32", "first_name": "B"}}),
    (Kind.OTHER, {"dice": {"emoji": "🎲", "value": 3}}),
    (Kind.OTHER, {"hologram": {"of": "a newer Telegram"}}),
    (Kind.NOTHING, {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}}),
    (Kind.NOTHING, {"pinned_message": {**BASE, "text": "x"}}),
    (Kind.NOTHING, {}),
]


@pytest.mark.parametrize(("kind", "content"), KINDS)
def test_kinds_of_messages(kind: Kind, content: dict[str, Any]) -> None:
    found = parse(message(**content))
    assert (found.kind, found.chat_id, found.message_id) == (kind, 101, 5)
    assert found.at == datetime.fromtimestamp(WHEN, UTC)
    assert found.language_code == "fr-BE"


def test_captions_edits_forwards_and_replies() -> None:
    origin = {"type": "hidden_user", "date": WHEN, "sender_user_name": "x"}
    found = parse(
        message(
            photo=[size()],
            caption="mijn kat",
            forward_origin=origin,
            reply_to_message={**BASE, "message_id": 4},
        )
    )
    assert (found.kind, found.text, found.forwarded, found.reply_to) == (
        Kind.PHOTO,
        "mijn kat",
        True,
        4,
    )
    edit = {"update_id": 2, "edited_message": {**BASE, "text": "beter", "edit_date": WHEN + 60}}
    again = parse(edit)
    assert again.edited
    assert again.at == datetime.fromtimestamp(WHEN + 60, UTC)
    settles = received(edit)
    assert settles is not None
    assert (settles.chat_id, settles.settles) == (101, False)


@pytest.mark.parametrize(("status", "kind"), [("kicked", Kind.BLOCKED), ("member", Kind.UNBLOCKED)])
def test_blocking(status: str, kind: Kind) -> None:
    bot = {"id": 9, "is_bot": True, "first_name": "Goeiedag"}
    before = {"status": "member", "user": bot}
    after: dict[str, Any] = {"status": status, "user": bot}
    if status == "kicked":
        after["until_date"] = 0
    change = {
        "chat": CHAT,
        "from": ANA,
        "date": WHEN,
        "old_chat_member": before,
        "new_chat_member": after,
    }
    assert parse({"update_id": 1, "my_chat_member": change}).kind is kind


def tap(chat: dict[str, Any], sender: int = 101) -> dict[str, Any]:
    said = {"message_id": 7, "date": WHEN, "chat": chat, "text": "?"}
    query = {"id": "q", "from": {**ANA, "id": sender}, "chat_instance": "c", "data": "yes:1"}
    return {"update_id": 1, "callback_query": {**query, "message": said}}


def test_taps() -> None:
    found = parse(tap(CHAT))
    assert (found.kind, found.data, found.query_id) == (Kind.TAP, "yes:1", "q")
    assert (found.chat_id, found.message_id) == (101, 7)
    too_old = tap({**CHAT})
    too_old["callback_query"]["message"] = {"chat": CHAT, "message_id": 7, "date": 0}
    assert parse(too_old).message_id == 7


def test_a_tap_shows_the_own_message_that_was_replied_to() -> None:
    bot = {"id": 7, "is_bot": True, "first_name": "bot"}
    for author in (ANA, bot):
        about = {**BASE, "message_id": 3, "from": author, "text": "dag Bea"}
        shown = {**BASE, "from": bot, "text": "Bea", "reply_to_message": about}
        query = {"id": "q", "from": ANA, "chat_instance": "1", "data": "to:1", "message": shown}
        found = parse({"update_id": 1, "callback_query": query})
        if author is bot:
            assert found.quoted is None, "words of the bot are nobody's"
        else:
            assert found.quoted is not None
            assert (found.quoted.text, found.quoted.message_id) == ("dag Bea", 3)
            assert (found.text, found.reply_to) == ("", None), "the tap itself says nothing"


def test_reactions() -> None:
    def reacted(new: list[Any]) -> Incoming:
        body = {"chat": CHAT, "message_id": 7, "user": ANA, "date": WHEN}
        return parse(
            {"update_id": 1, "message_reaction": {**body, "old_reaction": [], "new_reaction": new}}
        )

    assert reacted([{"type": "emoji", "emoji": "❤"}]).emoji == "❤"
    assert reacted([]).emoji == ""
    assert reacted([{"type": "custom_emoji", "custom_emoji_id": "1"}]).emoji == ""


OUTSIDE: list[dict[str, Any]] = [
    {"message": {**BASE, "chat": GROUP, "text": "stop"}},
    {"edited_message": {**BASE, "chat": GROUP, "text": "stop"}},
    {"channel_post": {"message_id": 1, "date": WHEN, "chat": {**GROUP, "type": "channel"}}},
    {"callback_query": tap(GROUP)["callback_query"]},
    {"callback_query": {"id": "q", "from": ANA, "chat_instance": "c", "inline_message_id": "i"}},
    {"inline_query": {"id": "q", "from": ANA, "query": "x", "offset": ""}},
    {"poll": {"id": "p"}},
    {"from_a_newer_telegram": {"chat": CHAT}},
    {},
]


@pytest.mark.parametrize("body", OUTSIDE)
def test_outside_of_private_chats_nothing_is_taken(body: dict[str, Any]) -> None:
    found = received({"update_id": 3, **body})
    assert found is not None
    assert found.chat_id is None


@pytest.mark.parametrize("update_id", [None, "1", 1.5, True, -1, 0, 2**63, [1]])
def test_what_is_no_update(update_id: Any) -> None:
    assert received({"update_id": update_id, "message": {**BASE, "text": "x"}}) is None


def test_commands_do_not_wait_for_more() -> None:
    for text, waits in (("dag", True), ("/help", False), ("", False)):
        found = received(message(text=text))
        assert found is not None
        assert found.settles is waits


def test_everything_that_a_phone_can_do_is_understood() -> None:
    """Against the stand-in, whose updates have Telegram's shape."""
    world = new_world()
    world.updates.allow(ALLOWED)
    phone = Phone(world, ALICE.id)
    first = phone.say("dag")[0]
    kinds = ("voice", "photo", "sticker", "location", "contact", "video", "audio", "document")
    for kind in kinds:
        phone.send(kind)
    phone.edit(first, "goeiedag")
    phone.react(first, "👍")
    phone.block()
    phone.block(False)
    found = [parse(one) for one in world.updates.take(100)]
    assert [one.kind.value for one in found] == [
        "text",
        *kinds,
        "text",
        "reaction",
        "blocked",
        "unblocked",
    ]
    assert {one.chat_id for one in found} == {ALICE.id}
    world.close()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(
    [
        "chat",
        "from",
        "text",
        "id",
        "type",
        "date",
        "message_id",
        "data",
        "message",
        "photo",
        "voice",
        "caption",
        "new_chat_member",
        "new_reaction",
        "user",
        "status",
        "edit_date",
        "reply_to_message",
    ]
)
SHAPED = st.recursive(
    JSON | st.sampled_from(["private", 101, WHEN]),
    lambda inner: st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None)
@given(
    st.dictionaries(st.sampled_from([*ALLOWED, "channel_post", "x"]), SHAPED, max_size=3), SHAPED
)
def test_no_update_breaks_the_way_in(body: dict[str, Any], update_id: Any) -> None:
    """`received` never raises, and what it gives fits the columns and can be stored."""
    found = received({"update_id": update_id, **body})
    if found is None:
        return
    assert 0 < found.update_id < 2**63
    assert found.chat_id is None or 0 < found.chat_id < 2**63
    json.dumps(found.raw).encode()


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["message", "edited_message"]), st.dictionaries(KEYS, SHAPED, max_size=6))
def test_what_can_be_parsed_keeps_to_its_types(kind: str, content: dict[str, Any]) -> None:
    raw = {"update_id": 1, kind: {**BASE, **content, "chat": CHAT}}
    try:
        found = parse(raw)
    except Exception:
        return  # an error of one update is counted, and the update set aside: see tests/durability
    assert found.chat_id == 101
    assert isinstance(found.text, str)
    found.text.encode()
