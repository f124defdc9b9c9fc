"""`goeiedag count`: what people answered to the questionnaire in a quarter, as a sum."""

from __future__ import annotations

import argparse
import asyncio
import re
import sys
from datetime import UTC, datetime

from bot import memories
from bot.app import make_house
from bot.database import open_store
from bot.house import Moment
from bot.questionnaires import FEWEST, Aggregate, Scale, read_all
from bot.settings import Settings

QUARTER = re.compile(r"\d{4}Q[1-4]")


def run_count(settings: Settings, options: argparse.Namespace) -> int:
    """Prints the share of each answer, in steps of ten per cent; nothing below ten people."""
    now = datetime.now(UTC)
    local = now.astimezone(settings.zone)
    quarter = options.quarter or f"{local.year}Q{(local.month + 2) // 3}"
    if not QUARTER.fullmatch(quarter):
        print(f"goeiedag: {quarter} is no quarter; write it like 2026Q4", file=sys.stderr)
        return 2
    scale = read_all()[0][0]

    async def work() -> Aggregate | None:
        async with open_store(settings) as store, store.read() as session:
            moment = Moment(session, make_house(settings), now)
            return await memories.counted(moment, scale, quarter)

    print("\n".join(lines(scale, quarter, asyncio.run(work()))))
    return 0


def lines(scale: Scale, quarter: str, found: Aggregate | None) -> list[str]:
    if found is None:
        return [f"{quarter}: fewer than {FEWEST} people answered, so nothing is told."]
    told = [f"{quarter}: {found.people // FEWEST * FEWEST} people or more answered."]
    for item in scale.items:
        shares = found.shares.get(item.id, {})
        told.append(item.texts["en"])
        told += [
            f"  about {shares[option.id]:3} %  {option.texts['en']}"
            for option in item.options
            if option.id in shares
        ]
    return told
