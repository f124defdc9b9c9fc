"""`make bench`: how a turn's time is spent, what the sweep costs, and how fast messages leave.

Everything real but Telegram: SQLite on disk, the trained model behind Rasa's HTTP API, the engine,
the outbox. The figures are printed as a table and written to docs/performance.md.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from benchmarks import outbox, sweep, turns

REPORT = Path(__file__).parent.parent / "docs" / "performance.md"


async def everything(folder: Path) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for part in (turns, sweep, outbox):
        print(f"{part.__name__} …", file=sys.stderr, flush=True)
        rows += await part.measure(folder)
    return rows


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        rows = asyncio.run(everything(Path(folder)))
    width = max(len(name) for name, _ in rows)
    for name, figure in rows:
        print(f"{name:<{width}}  {figure}")
    table = "\n".join(f"| {name} | {figure} |" for name, figure in rows)
    REPORT.write_text(
        "# Performance\n\nWritten by `make bench`; on another machine the ratios hold, "
        f"the milliseconds do not.\n\n| what | figure |\n| --- | --- |\n{table}\n"
    )


if __name__ == "__main__":
    main()
