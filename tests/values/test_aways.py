"""When somebody who is away comes back."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.values import read_away

ZONE = ZoneInfo("Europe/Brussels")
FRIDAY = datetime(2026, 11, 27, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "words", "back"),
    [
        ("nl", "morgen ziek", "2026-11-29"), ("nl", "morgen weer ziek", "2026-11-29"),
        ("nl", "zaterdag en zondag", "2026-11-30"), ("nl", "volgende week", "2026-12-07"),
        ("nl", "tot maandag", "2026-11-30"), ("nl", "maandag terug", "2026-11-30"),
        ("nl", "tot morgenavond", "2026-11-28T19:00"), ("nl", "morgenavond", "2026-11-29"),
        ("nl", "3 dagen, griep", "2026-11-30"), ("nl", "vandaag ziek", "2026-11-28"),
        ("fr", "malade demain", "2026-11-29"), ("fr", "ce week-end", "2026-11-30"),
        ("fr", "jusqu'à lundi", "2026-11-30"), ("fr", "je reviens mardi", "2026-12-01"),
        ("en", "ill tomorrow", "2026-11-29"), ("en", "my back hurts tomorrow", "2026-11-29"),
        ("en", "back on Monday", "2026-11-30"), ("en", "until Monday", "2026-11-30"),
        ("nl", "sinds 20 november ziek", None), ("en", "sick since 20 November", None),
        ("fr", "malade depuis le 20 novembre", None), ("nl", "ik ben vandaag terug", None),
        ("en", "I am back today", None), ("nl", "maandag kom ik terug", "2026-11-30"),
        ("nl", "maandag werk ik weer", "2026-11-30"), ("en", "Monday I'll be back", "2026-11-30"),
        ("fr", "lundi je serai de retour", "2026-11-30"),
        ("nl", "terug over twee weken", "2026-12-11"),
        ("nl", "vrijdag ben ik er weer", "2026-12-04"),
        ("nl", "vanaf maandag twee weken", "2026-12-14"),
        ("en", "starting Monday for two weeks", "2026-12-14"),
        ("fr", "dix jours à partir de lundi", "2026-12-10"),
        ("nl", "griep", None), ("fr", "grippe", None), ("en", "flu", None),
    ],
)  # fmt: skip
def test_read_away(language: str, words: str, back: str | None) -> None:
    assert read_away(words, language, FRIDAY, ZONE) == back
