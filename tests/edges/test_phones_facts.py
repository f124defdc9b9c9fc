"""Every request is checked against the facts of the Bot API; no body whatever gives a 500."""

import asyncio
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from phones_kit import ALICE, TOKEN, Api, new_world

from bot.phones import Phone
from bot.phones.bot_api import METHODS
from bot.phones.facts import facts

SAMPLES: dict[str, Any] = {
    "chat_id": ALICE.id, "from_chat_id": ALICE.id, "message_id": 1, "message_ids": [1], "text": "x",
    "callback_query_id": "1", "action": "typing", "file_id": "f", "user_id": ALICE.id, "url": "https://a.be",
    "commands": [{"command": "a", "description": "b"}], "latitude": 1.0, "longitude": 1.0,
    "phone_number": "1", "first_name": "A", "media": [],
}  # fmt: skip
REQUIRED = [
    (method, name)
    for method, fields in facts()["methods"].items()
    for name, field in fields.items()
    if field.get("required")
]
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


def test_all_described_methods_are_served() -> None:
    assert set(facts()["methods"]) == set(METHODS)


@pytest.mark.parametrize(("method", "missing"), REQUIRED)
async def test_a_missing_parameter_is_refused(method: str, missing: str) -> None:
    world = new_world()
    Phone(world, ALICE.id).say("/start")
    fields = facts()["methods"][method]
    args = {name: SAMPLES.get(name, "x") for name, field in fields.items() if field.get("required")}
    del args[missing]
    api = Api(world)
    answer = await api.raw(method, **args)
    assert answer.status_code == 400
    assert answer.json()["description"].startswith("Bad Request: ")
    await api.http.aclose()
    world.close()


@pytest.mark.parametrize(
    ("method", "args"),
    [
        ("getUpdates", {"limit": 101}),
        ("getUpdates", {"timeout": -1}),
        ("getUpdates", {"offset": 2**63}),
        ("getUpdates", {"allowed_updates": "message"}),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}),
        ("deleteMessages", {"chat_id": ALICE.id, "message_ids": []}),
        ("sendMessage", {"chat_id": ALICE.id, "text": "x", "disable_notification": "perhaps"}),
        (
            "sendMessage",
            {"chat_id": ALICE.id, "text": "x", "entities": [{"type": "bold", "offset": 0}]},
        ),
        ("setMyCommands", {"commands": [], "scope": {"type": "moon"}}),
        ("setMyName", {"name": "x" * 65}),
    ],
)
async def test_types_ranges_and_counts(method: str, args: dict[str, Any]) -> None:
    world = new_world()
    api = Api(world)
    assert (await api.raw(method, **args)).status_code == 400
    await api.http.aclose()
    world.close()


def fuzzed(method: str) -> st.SearchStrategy[dict[str, Any]]:
    """Real parameter names with real and with absurd values."""
    fields = facts()["methods"][method]
    value = anything | st.sampled_from(list(SAMPLES.values()))
    return st.fixed_dictionaries({}, optional=dict.fromkeys(fields, value))


@given(data=st.data(), method=st.sampled_from(sorted(METHODS)))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_parameters_give_a_500(data: st.DataObject, method: str) -> None:
    args = data.draw(fuzzed(method))
    args.pop("timeout", None)  # a long poll would really wait

    async def ask() -> None:
        world = new_world()
        Phone(world, ALICE.id).say("/start")
        api = Api(world)
        body = json.dumps(args)
        headers = {"Content-Type": "application/json"}
        answer = await api.http.post(f"/bot{TOKEN}/{method}", content=body, headers=headers)
        assert answer.status_code < 500
        assert answer.json()["ok"] is (answer.status_code == 200)
        form = {
            key: value if isinstance(value, str) else json.dumps(value)
            for key, value in args.items()
        }
        form = {key: value.encode("utf-8", "replace").decode() for key, value in form.items()}
        answer = await api.http.post(f"/bot{TOKEN}/{method}", data=form)
        assert answer.status_code < 500
        await api.raw("deleteWebhook")
        await api.http.aclose()
        world.close()

    asyncio.run(ask())


@given(body=st.binary(max_size=80) | anything.map(lambda value: json.dumps(value).encode()))
@settings(max_examples=60, deadline=None)
def test_no_body_gives_a_500(body: bytes) -> None:
    async def ask() -> None:
        world = new_world()
        api = Api(world)
        for path in (
            f"/phones/{ALICE.id}/say",
            f"/phones/{ALICE.id}/tap",
            "/clock/advance",
            "/faults",
        ):
            assert (await api.http.post(path, content=body)).status_code in (200, 400, 404)
        world.faults.clear()
        for kind in (
            "application/json",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded",
        ):
            answer = await api.http.post(
                f"/bot{TOKEN}/sendMessage", content=body, headers={"Content-Type": kind}
            )
            assert answer.status_code == 400
        await api.http.aclose()
        world.close()

    asyncio.run(ask())
