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


def watched(page: Any, own: str, oddities: list[str]) -> None:
    """Notes what a page says on its console, throws, or asks of another host than ours."""
    page.on("console", lambda m: oddities.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: oddities.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith(own) else oddities.append(r.url))


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
