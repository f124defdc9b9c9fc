"""The desk where something goes on, in a real browser. `pytest --update` takes the handbook's
pictures anew, each in the language of its reader."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from features.story import Phone

from .browsing import FLAGS, IMAGES, barriers, stumbles, watched
from .neighbourhood import Neighbourhood, neighbourhood

pytestmark = [pytest.mark.e2e]

WIDE, SMALL = {"width": 1180, "height": 800}, {"width": 390, "height": 844}
LIVELY = (
    "/desk",
    "/desk/figures",
    "/desk/directory",
    "/team",
    "/not-understood",
    "/not-understood/model",
    "/dialogues?find=dag",
    "/dialogues/morning",
    "/dialogues/morning/steps/hello",
    "/dialogues/morning/head",
    "/publish/1",
)
PICTURES = {
    "step": "/dialogues/forget/steps/ask",
    "try": "/dialogues/forget/try?at=ask",
    "publish": "/publish",
    "desk": "/desk",
    "team": "/team",
    "inbox": "/not-understood",
}
GENTLER = "Zal ik alles wissen wat ik van u bewaar? Daarna schrijf ik niet meer als eerste."


async def enters(place: Neighbourhood, browser: Any, phone: Phone) -> Any:
    window = await browser.new_context(viewport=WIDE)
    page = await window.new_page()
    await page.goto(await place.link(phone))
    await page.locator("main button").click()
    await page.wait_for_url("**/studio/dialogues")
    return page


async def test_a_lively_desk_is_fit_for_everybody(
    browser_at: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    from playwright.async_api import async_playwright

    found: list[str] = []
    oddities: list[str] = []
    async with neighbourhood(tmp_path) as place, async_playwright() as made:
        browser = await made.chromium.launch(executable_path=browser_at, args=FLAGS)
        await place.lives()
        page = await enters(place, browser, await place.story.coordinator())
        watched(page, place.url, oddities)
        for path in LIVELY:
            for size, scheme in ((WIDE, "light"), (SMALL, "dark")):
                await page.set_viewport_size(size)
                await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                answer = await page.goto(f"{place.url}/studio{path}")
                assert answer.status == 200, path
                found += [f"{path}, {scheme}: {one}" for one in await barriers(page)]
                wide = await page.evaluate("document.documentElement.scrollWidth")
                if wide > size["width"]:
                    found.append(f"{path}: {wide} pixels wide")
                if size is SMALL:
                    found += [f"{path} under a thumb: {one}" for one in await stumbles(page)]
        await by_keyboard(page, place)
        found += await covered(page, place)
        if request.config.getoption("--update"):
            await pictures(place, browser, page)
        await browser.close()
    assert not found, "\n".join(found)
    assert not oddities


async def by_keyboard(page: Any, place: Neighbourhood) -> None:
    """An invitation without a mouse: the link is shown, and marked for copying."""
    from playwright.async_api import expect

    await page.set_viewport_size(WIDE)
    await page.goto(f"{place.url}/studio/team")
    await page.focus("#role")
    for key in ("Tab", "Space", "Tab", "Tab", "Tab"):
        await page.keyboard.press(key)
    await page.keyboard.type("Nadia")
    await page.keyboard.press("Enter")
    await page.wait_for_selector("#link")
    assert "start=" in await page.input_value("#link")
    await expect(page.locator("#link")).to_be_focused()


async def covered(page: Any, place: Neighbourhood) -> list[str]:
    """Fields that lie under the bar that saves, which is always there, when they have the focus."""
    found: list[str] = []
    await page.set_viewport_size(SMALL)
    await page.goto(f"{place.url}/studio/dialogues/forget/steps/gone")  # notes and actions are open
    for name in ("note", "do", "place", "keep", "forget", "about"):
        await page.evaluate("scrollTo(0, 0)")
        await page.focus(f"#{name}")
        box = await page.locator(f"#{name}").bounding_box()
        bar = await page.locator(".savebar").bounding_box()
        if not box["y"] + box["height"] <= bar["y"] <= SMALL["height"] - bar["height"]:
            found.append(f"{name} at {box}, the bar at {bar}")
    return found


async def pictures(place: Neighbourhood, browser: Any, page: Any) -> None:
    from playwright.async_api import expect

    await page.emulate_media(color_scheme="light", reduced_motion="reduce")
    await page.goto(f"{place.url}/studio/dialogues/forget/steps/ask")
    await page.fill('[name="w0.say.nl"]', GENTLER)
    await page.locator('button[name="stay"]').click()
    await expect(page.get_by_role("status").filter(has_text="Bewaard")).to_be_visible()
    colleagues = [await place.story.coordinator(*who) for who in (("Amélie", "fr"), ("Ruth", "en"))]
    for language, phone in zip(("nl", "fr", "en"), (None, *colleagues), strict=True):
        theirs = await enters(place, browser, phone) if phone is not None else page
        for what, path in PICTURES.items():
            await theirs.goto(f"{place.url}/studio{path}")
            await theirs.wait_for_load_state("networkidle")
            await theirs.screenshot(path=IMAGES / f"handbook-{what}.{language}.png")
