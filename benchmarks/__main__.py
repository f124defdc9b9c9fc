"""`make bench`: what turns, sweep and outbox cost, beside a Rasa assistant in the same run.

Everything real but Telegram: SQLite on disk, PostgreSQL, the trained model behind Rasa's HTTP API,
the engine, the outbox. Each part fills a section of docs/performance.md.

    .venv/bin/python -m benchmarks                     everything; writes the page
    .venv/bin/python -m benchmarks sweep outbox        these parts; the tables are printed alone
    .venv/bin/python -m benchmarks --share 0.05        a twentieth of each load, to try it out
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType

from benchmarks import buttons, greetings, memory, outbox, page, sweep, turns
from benchmarks.page import Run, Section
from bot.loop import run

PARTS: dict[str, ModuleType] = {
    "turns": turns,
    "buttons": buttons,
    "sweep": sweep,
    "outbox": outbox,
    "greetings": greetings,
    "memory": memory,
}
LONGEST = 2400.0  # seconds of a part on a busy machine; turns trains two models the first time


async def measured(names: list[str], share: float) -> list[Section]:
    """A part that fails or takes too long ends the run: a page has all parts, or is not written."""
    found: list[Section] = []
    with tempfile.TemporaryDirectory(prefix="goeiedag-bench-") as folder:
        for name in names:
            began = time.monotonic()
            print(f"{name} …", end=" ", file=sys.stderr, flush=True)
            place = Path(folder) / name
            place.mkdir()
            async with asyncio.timeout(LONGEST):
                section: Section = await PARTS[name].measure(place, share)
            section.seconds = time.monotonic() - began
            print(f"{section.seconds:.0f} s", file=sys.stderr, flush=True)
            print("\n".join(page.tables(section)), flush=True)
            found.append(section)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="all, where none is named")
    parser.add_argument("--share", type=float, default=1.0, help="of each load")
    parser.add_argument("--write", action="store_true", help="the page, though it is a part")
    options = parser.parse_args()
    names = options.parts or list(PARTS)
    told = Run(options.share, os.getloadavg()[0])
    sections = run(measured(names, options.share))
    if options.write or (options.share == 1.0 and names == list(PARTS)):
        page.write(sections, told)


if __name__ == "__main__":
    main()
