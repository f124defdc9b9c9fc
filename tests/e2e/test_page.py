"""The page of phones in a real browser, and its pictures: `pytest --update` takes them anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from .browsing import FLAGS, IMAGES, watched
from .demo import JEANNE, KARIM, MARLEEN, Demo, demo

pytestmark = [pytest.mark.e2e, pytest.mark.rasa]


async def until_mid_handoff(run: Demo) -> None:
    """Jeanne has been greeted, Marleen and Karim are in the middle of a talk."""
    await run.says(MARLEEN, "hallo")
    await run.taps(MARLEEN, "Ja, dat mag")
    await run.says(MARLEEN, "Marleen")
    for label in ("Zeg maar 'je'", "'s Morgens, 9 uur", "Elke dag"):
        await run.taps(MARLEEN, label)
    await run.says(JEANNE, "bonjour")
    await run.taps(JEANNE, "Oui, d'accord")
    await run.says(JEANNE, "Jeanne")
    for label in ("Dites 'vous'", "Le matin, à 9 h", "Tous les jours"):
        await run.taps(JEANNE, label)
    await run.move_to_tomorrow(10, 30)
    await run.sees(JEANNE, "Jeanne")
    await run.says(MARLEEN, "het is zo stil hier. kan ik met iemand pratn?")
    await run.taps(MARLEEN, "Ja, deel deze tekst")
    await run.sees(KARIM, "Nederlands")


async def test_the_page(
    rasa: None, browser_at: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    from playwright.async_api import async_playwright, expect

    errors: list[str] = []
    async with demo(tmp_path / "demo") as run, async_playwright() as playwright:
        await until_mid_handoff(run)
        browser = await playwright.chromium.launch(executable_path=browser_at, args=FLAGS)
        page = await browser.new_page(viewport={"width": 1440, "height": 900})
        watched(page, run.url, errors)
        await page.goto(run.url)
        karim = page.get_by_role("region", name="Karim's phone")
        marleen = page.get_by_role("region", name="Marleen's phone")
        await expect(page.locator(".phone")).to_have_count(4)

        # he takes it and writes by keyboard alone; she sees it at once, and answers
        await karim.get_by_role("button", name="Ik neem dit op mij").focus()
        await page.keyboard.press("Enter")
        await expect(karim.get_by_role("log")).to_contain_text("Marleen wil graag")
        await karim.get_by_role("textbox").focus()
        await page.keyboard.type("Dag Marleen, hier Karim. Zin in een praatje?")
        await page.keyboard.press("Enter")
        await expect(marleen.get_by_role("log")).to_contain_text("Karim: Dag Marleen", timeout=30e3)
        await marleen.get_by_role("textbox").fill("ja graag, de dagen zijn lang")
        await marleen.get_by_role("button", name="Send").click()
        await expect(karim.get_by_role("log")).to_contain_text("de dagen zijn lang", timeout=30e3)
        jeanne = page.get_by_role("region", name="Jeanne's phone")
        await jeanne.get_by_role("button", name="Bien", exact=True).click()
        await expect(jeanne.get_by_role("log")).to_contain_text("Bien", timeout=30e3)

        clock = await page.locator("#now").text_content()
        await page.get_by_role("button", name="15 min").click()
        await expect(page.locator("#now")).not_to_have_text(clock or "", timeout=30e3)

        wide, small = tmp_path / "wide.png", tmp_path / "small.png"
        await page.screenshot(path=wide)
        await page.set_viewport_size({"width": 390, "height": 844})
        assert await page.evaluate("document.documentElement.scrollWidth") <= 390
        await marleen.scroll_into_view_if_needed()
        await page.screenshot(path=small)
        await browser.close()
    assert errors == []
    assert wide.stat().st_size > 20_000
    if request.config.getoption("--update"):
        IMAGES.mkdir(parents=True, exist_ok=True)
        (IMAGES / "phones.png").write_bytes(wide.read_bytes())
        (IMAGES / "phones-small.png").write_bytes(small.read_bytes())
