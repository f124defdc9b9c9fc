"""A helper's chat has the commands of the role in its menu, in the helper's language, from the link
on until the role ends; what each command does there is no list of commands."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot import inbox, logs, menus, outbox, people, turnover
from bot.channel import Later, Menu, Refused
from bot.coordinators import HELP as HELP_COORDINATOR
from bot.erasure import erase
from bot.house import Moment
from bot.i18n import Text
from bot.store.tables import Lease, Message, Timer
from bot.volunteers import HELP as HELP_VOLUNTEER
from bot.worry_texts import BUTTON_ACCEPT, BUTTON_LEAVE, BUTTON_REFUSE, RELATIVE_HELP

from .story import Phone, Story
from .test_worry import chooses, link

LANGUAGES = ("nl", "fr", "en")
OF_ROLE = {
    people.VOLUNTEER: menus.VOLUNTEER,
    people.COORDINATOR: menus.COORDINATOR,
    people.EDITOR: menus.TEXTS_ALONE,
    people.REVIEWER: menus.TEXTS_ALONE,
}


async def helper(
    story: Story, role: str, language: str = "nl", phone: Phone | None = None
) -> Phone:
    """Somebody who opened a link for helpers, on a phone that is set to another language."""
    phone = phone or story.stranger("Mo", "en" if language == "nl" else "nl")
    await phone.says(f"/start {await story.invites(role, [language], 'Mo')}")
    phone.language = language
    return phone


def listed(phone: Phone) -> list[str]:
    return [name for name, _ in phone.screen.menu]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", OF_ROLE)
async def test_by_the_link_the_menu_is_that_of_the_role(
    story: Story, role: str, language: str
) -> None:
    mo = await helper(story, role, language)
    commands = {**OF_ROLE[role], "help": menus.RESIDENT["help"]}
    assert listed(mo) == list(commands)
    for name, about in mo.screen.menu:
        assert about.casefold() == story.text(commands[name], language).casefold()
        assert about[0].isupper()


@pytest.mark.parametrize(
    ("role", "overview"),
    [(people.VOLUNTEER, HELP_VOLUNTEER), (people.COORDINATOR, HELP_COORDINATOR)],
)
async def test_each_command_of_a_menu_works_and_stands_in_the_help(
    story: Story, role: str, overview: Text
) -> None:
    """In a talk, where the volunteer has all of them."""
    ana = await story.resident("Ana")
    mo = await helper(story, role)
    if role == people.VOLUNTEER:
        await story.talk(ana, mo)
    await mo.says("/help")
    mo.reads(overview)
    told = mo.last.text
    head = told.splitlines()[0]
    assert head in story.text(overview, "nl")
    for name, about in mo.screen.menu:
        if name == "help":
            continue
        assert f"/{name} – {about}".casefold() in told.casefold()
        await mo.says(f"/{name}")
        assert mo.news, name
        assert all(head not in shown.text for shown in mo.news), name


async def test_another_language_or_role_brings_another_menu(story: Story) -> None:
    mo = await helper(story, people.VOLUNTEER, "nl")
    dutch = mo.screen.menu
    await helper(story, people.VOLUNTEER, "fr", mo)
    assert listed(mo) == [name for name, _ in dutch]
    assert ("duty", "Activer ou couper vos alertes") in mo.screen.menu
    await helper(story, people.COORDINATOR, "fr", mo)
    assert listed(mo) == [*menus.COORDINATOR, "help"]


async def test_a_resident_has_the_menu_of_everybody(story: Story) -> None:
    ana = await story.resident("Ana")
    await ana.says("/language")
    await ana.says("français")
    await ana.says("/forget")
    queued = await story.rows(select(Message.purpose))
    assert not {menus.PURPOSE, menus.NO_MORE} & set(queued)


@pytest.mark.parametrize("ends", ["leaves", "is erased", "is erased by an operator"])
async def test_with_the_role_the_menu_goes(story: Story, ends: str) -> None:
    mo, lies = await helper(story, people.VOLUNTEER), await story.volunteer("Lies")
    async with story.store.write() as session:
        moment = Moment(session, story.house, story.clock.now())
        person = await session.merge(await story.person(mo))
        if ends == "leaves":
            await turnover.leave(moment, person)
        else:
            await erase(moment, person, last_word=ends == "is erased")
    await story.settles()
    assert mo.screen.menu == ()
    assert "duty" in listed(lies)
    if ends == "leaves":
        await helper(story, people.VOLUNTEER, "nl", mo)
        assert "duty" in listed(mo)


def refuses(story: Story, times: int) -> list[Menu]:
    """Telegram does not take so many menus from now on. Returns those that it was asked for."""
    asked: list[Menu] = []
    whole = story.wire.send

    async def send(chat_id: int, outgoing: Any) -> int | None:
        if isinstance(outgoing, Menu):
            asked.append(outgoing)
            if len(asked) <= times:
                raise Refused("menu")
        return await whole(chat_id, outgoing)

    story.wire.send = send  # type: ignore[method-assign]
    return asked


async def ends_the_role(story: Story, mo: Phone, ends: str) -> None:
    async with story.store.write() as session:
        moment = Moment(session, story.house, story.clock.now())
        person = await session.merge(await story.person(mo))
        if ends == "leaves":
            await turnover.leave(moment, person)
        else:
            await erase(moment, person)
    await story.settles()


@pytest.mark.parametrize("ends", ["leaves", "is erased"])
async def test_a_menu_that_telegram_would_not_take_away_goes_later(story: Story, ends: str) -> None:
    mo = await helper(story, people.VOLUNTEER)
    asked = refuses(story, 2)
    await ends_the_role(story, mo, ends)
    assert "duty" in listed(mo), "Telegram would not"
    await story.passes(hours=4)
    assert mo.screen.menu == ()
    assert [one.commands for one in asked] == [()] * 3
    held = select(Message.payload).where(Message.chat_id == outbox.NOBODY)
    assert not any(await story.rows(held)), "then nothing says whose it was"


async def test_who_is_back_meanwhile_keeps_the_menu_of_the_role(story: Story) -> None:
    mo = await helper(story, people.VOLUNTEER)
    refuses(story, 1)
    await ends_the_role(story, mo, "leaves")
    await helper(story, people.COORDINATOR, "fr", mo)
    french = mo.screen.menu
    assert listed(mo) == [*menus.COORDINATOR, "help"]
    await story.passes(days=1)
    assert mo.screen.menu == french


async def test_a_menu_that_telegram_would_not_set_comes_later(story: Story) -> None:
    refuses(story, 1)
    mo = await helper(story, people.VOLUNTEER)
    assert mo.screen.menu == ()
    await story.passes(hours=1)
    assert "duty" in listed(mo)


async def test_it_is_given_up_after_ten_days_and_the_log_says_so(
    story: Story, caplog: pytest.LogCaptureFixture
) -> None:
    mo = await helper(story, people.VOLUNTEER)
    asked = refuses(story, 1_000)
    await ends_the_role(story, mo, "leaves")
    await story.passes(days=30)
    assert len(asked) == 9
    assert [one.refused for one in asked] == list(range(9))
    (event,) = {logs.event(one) for one in caplog.records if one.name == "bot.outbox"}
    assert event == "a_menu_was_given_up"
    held = select(Message.payload).where(Message.chat_id == outbox.NOBODY)
    assert not any(await story.rows(held))
    waiting = select(Timer.id).where(Timer.kind == outbox.UNSHOWN, Timer.done_at.is_(None))
    assert not await story.rows(waiting)


async def test_who_is_told_of_a_silence_has_two_commands(story: Story) -> None:
    ana, lea = await story.resident("Ana", hour=None), story.stranger("Lea", "fr")
    await chooses(ana, "relative")
    await lea.says(f"/start {link(ana)}")
    assert listed(lea) == ["stop", "help"]
    await lea.touches(BUTTON_ACCEPT)
    await lea.says("/help")
    lea.reads(RELATIVE_HELP)
    await lea.touches(BUTTON_LEAVE)
    assert lea.screen.menu == ()


async def test_who_says_no_and_who_becomes_a_resident_have_no_menu_of_their_own(
    story: Story,
) -> None:
    ana = await story.resident("Ana", hour=None)
    for ends in ("no", "poster"):
        lea = story.stranger("Lea")
        await chooses(ana, "relative")
        await lea.says(f"/start {link(ana)}")
        assert lea.screen.menu, ends
        if ends == "no":
            await lea.touches(BUTTON_REFUSE)
        else:
            await lea.says(f"/start {await story.invites(people.RESIDENT, ['nl'])}")
        assert lea.screen.menu == (), ends


async def test_a_start_shows_every_menu_anew_and_takes_none_back(story: Story) -> None:
    """Also after a crash before the first one left; a menu to take away is not forgotten."""
    gone = await helper(story, people.VOLUNTEER)
    mo, ana = await helper(story, people.COORDINATOR, "fr"), await story.resident("Ana")
    async with story.store.write() as session:
        moment = Moment(session, story.house, story.clock.now())
        old = Menu(mo.id, (("old", "of an older version"),))
        await outbox.put(session, outbox.NOBODY, old, moment.now, purpose=menus.PURPOSE)
        await turnover.leave(moment, await session.merge(await story.person(gone)))
    mo.screen.menu = ()
    for _ in range(2):
        await menus.show_all(story.store, story.house, story.clock.now())
    seen: list[Menu] = []
    whole = story.wire.send

    async def send(chat_id: int, outgoing: Any) -> int | None:
        seen.extend([outgoing] if isinstance(outgoing, Menu) else [])
        return await whole(chat_id, outgoing)

    story.wire.send = send  # type: ignore[method-assign]
    await story.settles()
    assert [one.of_chat for one in seen] == [gone.id, mo.id]
    assert listed(mo) == [*menus.COORDINATOR, "help"]
    assert gone.screen.menu == ana.screen.menu == ()


async def test_a_menu_that_telegram_makes_wait_holds_up_no_word(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = inbox.real_now()
    asked: list[Menu] = []
    whole = story.wire.send

    async def send(chat_id: int, outgoing: Any) -> int | None:
        if isinstance(outgoing, Menu):
            asked.append(outgoing)
            if len(asked) == 1:
                raise Later(300)
        return await whole(chat_id, outgoing)

    story.wire.send = send  # type: ignore[method-assign]
    mo, lies = await helper(story, people.VOLUNTEER), await helper(story, people.VOLUNTEER)
    assert mo.news, "the welcome"
    assert lies.news
    await mo.says("/duty")
    assert mo.news, "and every word after it"
    assert await story.rows(select(Lease.name).where(Lease.name == "halt")) == []
    assert len(asked) == 1, "nobody's menu is asked for meanwhile"
    for module in ("bot.departures", "bot.outbox"):
        monkeypatch.setattr(f"{module}.real_now", lambda: begun + timedelta(seconds=302))
    await story.settles()
    assert "duty" in listed(mo)
    assert "duty" in listed(lies)
