"""The studio in a real browser: every page, and one story from signing in to the way back.

`pytest --update` takes the pictures of the documentation anew.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.studio.app import PAGES

from .browsing import FLAGS, IMAGES, barriers, stumbles, watched
from .demo import JEANNE, MARLEEN, SOFIE, Demo, demo

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = {"id": "forget", "step": "ask", "number:int": "1"}
WIDE, SMALL = {"width": 1280, "height": 860}, {"width": 390, "height": 844}


@dataclass
class House:
    """One demo with a content folder of its own, and one browser, for the whole of this module."""

    run: Demo
    browser: Any
    data: Path
    oddities: list[str] = field(default_factory=list)

    async def enters(self, phone: int, **options: Any) -> Any:
        """A window of somebody who came in by the link of the bot, by its button."""
        told = await self.run.says(phone, "/studio")
        link = re.search(r"http://\S+/studio/in/[\w-]+", told)
        assert link, told
        window = await self.browser.new_context(viewport=WIDE, **options)
        page = await window.new_page()
        watched(page, self.run.url, self.oddities)
        await page.goto(link[0])
        await page.locator("main button").click()
        await page.wait_for_url("**/studio/dialogues")
        return page

    async def invites(self, role: str, name: str, phone: int) -> None:
        """By the command line beside the running demo, as an operator does."""
        given = {k: v for k, v in os.environ.items() if not k.startswith("GOEIEDAG_")}
        command = ("invite", role, "--name", name, "--language", "nl", "--data", str(self.data))
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *command), stdout=-1, env=given
        )
        told, _ = await process.communicate()
        await self.run.says(phone, f"/start {told.decode().split()[-1]}")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(browser_at: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    from playwright.async_api import async_playwright

    folder = tmp_path_factory.mktemp("studio")
    content, data = folder / "content", folder / "data"
    for name in ("dialogues", "locales"):
        shutil.copytree(ROOT / name, content / name)
    async with demo(data, "--without-nlu", content=content) as run, async_playwright() as made:
        browser = await made.chromium.launch(executable_path=browser_at, args=FLAGS)
        await run.so(bool, SOFIE)  # she has come in by her invitation
        yield House(run, browser, data)
        await browser.close()


def addresses() -> list[str]:
    """Every page that can be opened, with examples in its address."""
    paths = dict.fromkeys(page.path for page in PAGES if page.method == "GET")
    return [re.sub(r"\{([^}]+)\}", lambda m: EXAMPLES.get(m[1], "1"), path) for path in paths]


async def test_every_page_is_fit_for_everybody(house: House) -> None:
    """No error, no other host, no barrier, and nothing too wide: on a phone at night, on a desk."""
    page = await house.enters(SOFIE)
    found: list[str] = []
    for path in addresses():
        await page.set_viewport_size(WIDE)
        await page.emulate_media(color_scheme="light", reduced_motion="reduce")
        answer = await page.goto(f"{house.run.url}/studio{path}")
        if answer.status != 200:
            found.append(f"{path}: {answer.status}")
            continue
        await page.wait_for_load_state("networkidle")
        found += [f"{path}: {one}" for one in await barriers(page)]
        wide = await page.evaluate("document.documentElement.scrollWidth")
        await page.set_viewport_size(SMALL)
        await page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        small = await page.evaluate("document.documentElement.scrollWidth")
        if wide > WIDE["width"] or small > SMALL["width"]:
            found.append(f"{path}: {wide} and {small} pixels wide")
        found += [f"{path} at night: {one}" for one in await barriers(page)]
        found += [f"{path} under a thumb: {one}" for one in await stumbles(page)]
    await page.goto(f"{house.run.url}/studio/dialogues")
    await page.keyboard.press("Tab")  # first of all, a way past the navigation
    assert await page.evaluate("document.activeElement.className") == "skip"
    await page.context.close()
    assert not found, "\n".join(found)
    assert not house.oddities


async def fills(page: Any, prefix: str, **words: str) -> None:
    """Words into the fields of a text: nl, nl_je, fr, fr_tu, en."""
    for form, text in words.items():
        await page.fill(f'[name="{prefix}.{form.replace("_", "@")}"]', text)


REWORDED = {
    "nl": "Zal ik alles wissen wat ik van u bewaar? Daarna schrijf ik niet meer als eerste.",
    "nl_je": "Zal ik alles wissen wat ik van je bewaar? Daarna schrijf ik niet meer als eerste.",
    "fr": "Est-ce que j'efface tout ce que je garde de vous ? Ensuite je n'écris plus d'abord.",
    "fr_tu": "Est-ce que j'efface tout ce que je garde de toi ? Ensuite je n'écris plus d'abord.",
    "en": "Shall I erase everything I keep about you? After that I no longer write first.",
}


async def rewords_and_adds_an_answer(page: Any) -> None:
    """A question in three languages, and an answer that leads to a new step."""
    from playwright.async_api import expect

    await page.get_by_role("link", name="Alles wissen").click()
    await page.get_by_role("link", name="Bewerken Zal ik alles wissen").click()
    await fills(page, "w0.say", **REWORDED)
    await page.get_by_text("Een antwoord toevoegen").click()
    await fills(page, "c3.label", nl="Nu niet", fr="Pas maintenant", en="Not now")
    await page.select_option('[name="c3.then"]', "+new")
    await page.get_by_role("button", name="Ontwerp bewaren", exact=True).click()
    await page.wait_for_url("**/steps/not_now*")
    await fills(page, "w0.say", en="That is fine. Nothing is erased.")
    await page.locator('button[name="stay"]').click()
    await expect(page.locator(".done")).to_contain_text("Bewaard")
    await expect(page).not_to_have_url(re.compile("done="))  # it is told once
    await page.locator(".savebar").scroll_into_view_if_needed()
    await page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    await expect(page.locator(".done")).to_be_in_viewport()


async def tries_it_and_sees_a_problem(page: Any, house: House) -> None:
    """The new step has English words alone: the phone beside shows it, and so do the findings."""
    from playwright.async_api import expect

    await page.goto(f"{house.run.url}/studio/dialogues/forget/steps/ask")
    beside = page.locator(".beside-try")
    await expect(beside.get_by_role("log")).to_contain_text("Daarna schrijf ik niet meer")
    await beside.get_by_role("button", name="Nu niet").click()
    await expect(beside.get_by_role("log")).to_contain_text("Nothing is erased.")
    await expect(beside.get_by_role("log")).to_contain_text("het antwoord 'Nu niet'")
    await page.goto(f"{house.run.url}/studio/publish")
    await expect(page.locator("#errors")).to_contain_text("publiceren tegen")
    assert await page.locator("#note").count() == 0
    await page.goto(f"{house.run.url}/studio/dialogues/forget/steps/not_now")
    await expect(page.locator(".cell.missing").first).to_be_visible()
    words = {"nl": "Dat is goed. Er is niets gewist.", "fr": "C'est bien. Rien n'est effacé."}
    await fills(page, "w0.say", **words)
    await page.locator('button[name="stay"]').click()
    await expect(page.locator(".done")).to_contain_text("Bewaard")
    await page.goto(f"{house.run.url}/studio/dialogues/forget/try?at=ask")
    await page.get_by_role("button", name="Nu niet").click()
    await expect(page.get_by_role("log")).to_contain_text("Er is niets gewist.")
    await page.get_by_label("Korte naam").fill("nu niet")
    await page.get_by_role("button", name="Bewaren als test").click()
    await expect(page.get_by_role("status")).to_contain_text("forget-nu_niet.nl.txt")


async def a_colleague_looks(page: Any, house: House) -> None:
    """She asks by the bot; Amina comes in by her own link, reads, and says yes."""
    from playwright.async_api import expect

    await house.invites("reviewer", "Amina", JEANNE)
    await page.goto(f"{house.run.url}/studio/publish")
    await expect(page.locator(".look")).to_contain_text("Een collega moet hier naar kijken")
    await page.get_by_role("button", name="Vragen", exact=True).click()
    await house.run.sees(JEANNE, "Alles wissen", "/studio")
    hers = await house.enters(JEANNE)
    await hers.get_by_role("link", name="Publiceren").click()
    await expect(hers.locator("#change-forget")).to_contain_text("Daarna")
    await hers.get_by_role("button", name="Deze woorden goedkeuren").click()
    await expect(hers.get_by_role("status")).to_contain_text("Goedgekeurd")
    await hers.context.close()


async def test_from_signing_in_to_the_way_back(
    house: House, request: pytest.FixtureRequest
) -> None:
    from playwright.async_api import expect

    update = request.config.getoption("--update")
    page = await house.enters(SOFIE)
    before = await house.run.says(MARLEEN, "/forget")
    await rewords_and_adds_an_answer(page)
    await tries_it_and_sees_a_problem(page, house)
    if update:
        await pictures(page, house, "try")
    await a_colleague_looks(page, house)
    if update:
        await pictures(page, house, "publish", "dialogues/forget", "dialogues/forget/steps/ask")
    await page.goto(f"{house.run.url}/studio/publish")
    await page.fill("#note", "Zachter gevraagd, met een derde antwoord")
    await page.get_by_role("button", name="Publiceren", exact=True).click()
    await expect(page.get_by_role("status")).to_contain_text("Gepubliceerd")
    await house.run.says(MARLEEN, "nee")  # on the version that she began with
    assert "Daarna schrijf ik niet meer als eerste" in await house.run.says(MARLEEN, "/forget")
    assert "niets gewist" in await house.run.taps(MARLEEN, "Nu niet")
    await page.get_by_role("link", name="1", exact=True).click()
    await expect(page.locator("#content")).to_contain_text(
        "Weggehaalde stap: Dat is goed. Er is niets gewist. not_now"
    )
    await page.get_by_role("button", name="Terug naar versie 1").click()
    await expect(page.get_by_role("status")).to_contain_text("loopt weer")
    assert before.endswith(
        await house.run.says(MARLEEN, "/forget")
    )  # said once that it is a machine
    await page.context.close()
    assert not house.oddities


async def pictures(page: Any, house: House, *paths: str) -> None:
    """What the documentation shows; small enough for a repository."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    for path in paths:
        if path != "try":
            await page.goto(f"{house.run.url}/studio/{path}")
            await page.wait_for_load_state("networkidle")
        name = {"dialogues/forget": "dialogue"}.get(path, path.partition("/steps")[2] and "step")
        await page.screenshot(path=IMAGES / f"studio-{name or path}.png")
