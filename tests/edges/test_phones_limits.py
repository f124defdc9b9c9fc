"""429: about one message a second in a chat after a small burst, thirty a second in all."""

import pytest
from phones_kit import ALICE, Api, new_world

from bot.phones import Phone
from bot.phones.errors import Refused
from bot.phones.limits import Limits


class Ticks:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_chat_is_shut_until_its_time_has_passed() -> None:
    ticks = Ticks()
    limits = Limits(burst=2, now=ticks)
    limits.spend(1)
    limits.spend(1)
    with pytest.raises(Refused, match="Too Many Requests: retry after 1") as refused:
        limits.spend(1)
    assert refused.value.parameters == {"retry_after": 1}
    limits.spend(2)  # other chats are free
    ticks.now = 1.01
    limits.spend(1)


def test_all_chats_together_and_groups() -> None:
    ticks = Ticks()
    limits = Limits(now=ticks)
    for chat in range(30):
        limits.spend(chat)
    with pytest.raises(Refused, match="retry after"):
        limits.spend(31)
    ticks.now = 100
    for step in range(20):
        ticks.now += 0.1
        limits.spend(-1)
        assert step < 20
    ticks.now += 0.1
    with pytest.raises(Refused, match="retry after"):
        limits.spend(-1)


async def test_the_answer_says_when_to_come_back() -> None:
    world = new_world(limits=True)
    Phone(world, ALICE.id).say("/start")
    api = Api(world)
    answers = [await api.raw("sendMessage", chat_id=ALICE.id, text=str(n)) for n in range(9)]
    refused = answers[-1]
    assert refused.status_code == 429
    assert refused.json()["parameters"]["retry_after"] >= 1
    assert refused.headers["retry-after"]
    world.close()
