"""The main job, end to end: the real demo with real polling, real Rasa and SQLite."""

from __future__ import annotations

import html
import re
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from .demo import JEANNE, KARIM, MARLEEN, SOFIE, ZONE, Demo, demo

pytestmark = [pytest.mark.e2e, pytest.mark.rasa]


async def jeanne_comes_in(run: Demo) -> None:
    """In French, with buttons and words of her own."""
    assert "machine" in await run.says(JEANNE, "bonjour")
    assert "appeler" in await run.says(JEANNE, "oui daccord")
    await run.says(JEANNE, "Jeanne")
    await run.taps(JEANNE, "Dites 'vous'")
    await run.says(JEANNE, "a 10h du matin svp")
    assert "10:00" in await run.says(JEANNE, "tous les jours svp")


async def marleen_comes_in(run: Demo) -> None:
    """In Dutch, all of it typed, with typos."""
    await run.says(MARLEEN, "halo")
    await run.says(MARLEEN, "nederlants")
    await run.says(MARLEEN, "ja dat mag")
    await run.says(MARLEEN, "ik heet marleen")
    await run.says(MARLEEN, "zeg maar je")
    await run.says(MARLEEN, "smorgens om 9 uur")
    assert "09:00" in await run.says(MARLEEN, "elke dag aub")


async def they_are_greeted_at_their_hours(run: Demo) -> None:
    await run.move_to_tomorrow(10, 30)
    tomorrow = (await run.now()).astimezone(ZONE).date()
    for phone, hour, name in ((JEANNE, 10, "Jeanne"), (MARLEEN, 9, "Marleen")):
        greeting = await run.sees(phone, name)
        at = datetime.fromtimestamp(greeting["date"], ZONE)
        assert at.date() == tomorrow
        assert (at.hour, at.minute // 15) == (hour, 0), at


async def marleen_asks_for_a_person(run: Demo) -> None:
    """The exact text first; nothing rings before her yes."""
    preview = await run.says(MARLEEN, "kan ik met iemand pratn")
    assert "kan ik met iemand pratn" in preview
    rung = len(await run.chat(KARIM))
    assert "Marleen" not in str(await run.chat(KARIM))
    await run.taps(MARLEEN, "Ja, deel deze tekst")
    alert = await run.sees(KARIM, "Nederlands")
    assert len(await run.chat(KARIM)) == rung + 1
    assert "Marleen" not in alert["text"]
    assert "pratn" not in alert["text"]


async def they_talk(run: Demo) -> None:
    await run.taps(KARIM, "Ik neem dit op mij")
    await run.sees(KARIM, "Marleen", "pratn")
    await run.sees(MARLEEN, "Karim")
    await run.does(KARIM, "say", text="Dag Marleen, hier Karim.")
    await run.sees(MARLEEN, "Karim: Dag Marleen, hier Karim.")
    await run.does(MARLEEN, "say", text="blij dat je er bent")
    word = await run.sees(KARIM, "blij dat je er bent")
    assert word["protected"]
    await run.does(MARLEEN, "say", kind="photo", caption="mijn kat")
    await run.so(lambda found: found[-1]["kind"] == "photo", KARIM)


async def the_talk_ends(run: Demo) -> None:
    await run.says(KARIM, "/close")
    await run.sees(MARLEEN, "Karim", "machine")
    heard = len(await run.chat(KARIM))
    await run.says(MARLEEN, "bedankt he")
    assert len(await run.chat(KARIM)) == heard  # her words are her own again


async def sofie_tries_a_draft(run: Demo) -> None:
    """In the studio, by the model that residents meet: what was understood, and why it went on."""
    link = re.search(r"(/studio)/in/[\w-]+", await run.says(SOFIE, "/studio"))
    assert link
    assert (await run.http.post(link[0])).status_code == 303
    path = f"{link[1]}/dialogues/morning/try"
    page = html.unescape((await run.http.get(path)).text)
    form = dict(re.findall(r'name="(csrf)" value="(\w+)"', page))
    form["lines"] = page.partition('tabindex="-1">\n')[2].partition("</textarea>")[0]
    tried = await run.http.post(
        path, data={**form, "do": "say", "text": "prima vandaag, alles goed hier"}
    )
    assert re.search(r"het gaat goed <b>\d+ %</b>", tried.text)
    assert "het antwoord 'Goed' van deze vraag" in html.unescape(tried.text)


async def danger_is_answered_without_understanding(run: Demo) -> None:
    run.kill_the_nlu()
    answer = await run.says(JEANNE, "j'en peux plus, je veux en finir avec la vie")
    assert "112" in answer
    assert "0800 32 123" in answer
    assert await run.says(MARLEEN, "/help")


async def test_the_whole_of_it(rasa: None, tmp_path: Path) -> None:
    data = tmp_path / "demo"
    async with demo(data) as run:
        await jeanne_comes_in(run)
        await marleen_comes_in(run)
        await they_are_greeted_at_their_hours(run)
        await marleen_asks_for_a_person(run)
        before = {phone: await run.chat(phone) for phone in (JEANNE, MARLEEN, KARIM, SOFIE)}
        then = await run.now()
    async with demo(data) as run:  # a stop and a start lose nothing
        assert await run.now() >= then
        for phone, chat in before.items():
            assert await run.chat(phone) == chat
        await they_talk(run)
        await the_talk_ends(run)
        await sofie_tries_a_draft(run)
        await danger_is_answered_without_understanding(run)
        called = (await run.http.get("/calls")).json()
    assert called["oddities"] == []
    assert "409" not in called["calls"]["getUpdates"]
    no_word_is_readable(data)
    log = (tmp_path / "demo.log").read_text()
    assert "Traceback" not in log
    token = (data / "demo-token").read_text()
    assert token.partition(":")[2] not in log
    for word in ("Marleen", "pratn", "en finir", "blij"):
        assert word not in log


def no_word_is_readable(data: Path) -> None:
    """What they said is encrypted in the bot's database, and what is done is no longer there."""
    database = sqlite3.connect(data / "goeiedag.db")
    dump = "\n".join(database.iterdump())
    database.close()
    assert "pratn" not in dump
    assert "blij dat" not in dump
    assert b"blij dat".hex() not in dump.lower()
