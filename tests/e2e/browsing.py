"""A real browser, and what every page has to be: without errors, strangers, and barriers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
IMAGES = Path(__file__).resolve().parents[2] / "docs" / "images"
GRAVE = ("serious", "critical")

# What a thumb would miss, once all is unfolded. A link in a sentence is as high as its line,
# and a map is a map: each of its steps stands below it as well.
STUMBLES = """() => {
  for (const folded of document.querySelectorAll("details:not(.me)")) folded.open = true;
  const found = [], wide = document.documentElement.clientWidth;
  for (const one of document.querySelectorAll("a, button, input, select, textarea, summary")) {
    const { width, height } = (one.closest("label") ?? one).getBoundingClientRect();
    const inline = getComputedStyle(one).display === "inline"
      && one.parentElement.textContent.trim() !== one.textContent.trim();
    if (!width || inline || one.matches(".skip, .map a")) continue;
    if (width < 44 || height < 44)
      found.push(`${Math.round(width)} x ${Math.round(height)}: ${one.outerHTML.slice(0, 120)}`);
  }
  for (const tab of document.querySelectorAll(".bar nav a")) {
    const { left, right } = tab.getBoundingClientRect();
    if (left < 0 || right > wide) found.push(`off the screen: ${tab.textContent}`);
  }
  for (const text of document.querySelectorAll(".bars text")) {
    const { height } = text.getBoundingClientRect();
    if (height && height < 11) found.push(`${Math.round(height)} high: ${text.textContent}`);
  }
  for (const one of document.querySelectorAll("body *"))
    if (["sticky", "fixed"].includes(getComputedStyle(one).position) && one.offsetHeight > 80)
      found.push(`${one.offsetHeight} of the screen are covered by .${one.className}`);
  return found;
}"""


def watched(page: Any, own: str, oddities: list[str]) -> None:
    """Notes what a page says on its console, throws, or asks of another host than ours."""
    page.on("console", lambda m: oddities.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: oddities.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith(own) else oddities.append(r.url))


async def stumbles(page: Any) -> list[str]:
    """What stands in the way of a thumb on a phone, with everything unfolded."""
    found: list[str] = await page.evaluate(STUMBLES)
    return found


async def barriers(page: Any) -> list[str]:
    """What would stop somebody who uses a screen reader or a keyboard, by axe's opinion."""
    from axe_playwright_python.async_playwright import Axe

    found = (await Axe().run(page)).response["violations"]
    return [
        f"{one['id']}: {node['html'][:160]}"
        for one in found
        if one["impact"] in GRAVE
        for node in one["nodes"]
    ]
