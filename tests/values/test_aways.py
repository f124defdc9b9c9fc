"""From when until when a volunteer is away."""

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
        ("nl", "vanaf maandag", None), ("fr", "à partir de lundi", None),
        ("en", "from Monday", None),
        ("nl", "vanaf maandag ziek", None), ("nl", "vanaf maandag tot ik beter ben", None),
        ("nl", "ziek tot vrijdag, dinsdag dokter", None),
        ("nl", "van maandag 12 uur tot zondag", None),
        ("fr", "malade jusqu'à vendredi, mardi docteur", None),
        ("en", "sick until Friday, doctor on Tuesday", None),
        ("fr", "absent du 20 novembre au 5 décembre", None), ("fr", "du 20/11 au 5/12", None),
        ("en", "on holiday from November 20 to December 5", None), ("nl", "20/11 - 5/12", None),
        ("nl", "weg 20 november, terug 5 december", None), ("nl", "3 december, 5 maart", None),
        ("nl", "vandaag en volgende week", None), ("en", "this week and next week", None),
        ("nl", "vandaag ben ik er nog, morgen weg", None), ("en", "in two weeks for a week", None),
        ("fr", "aujourd'hui je suis là, absent demain", None),
        ("nl", "tot maandag ziek en vanaf woensdag op reis tot vrijdag", None),
        ("fr", "absent de vendredi à dimanche", None), ("en", "away from Friday to Sunday", None),
        ("nl", "vandaag en morgen ziek", "2026-11-29"), ("nl", "nu ziek, morgen ook", "2026-11-29"),
        ("fr", "malade aujourd'hui et demain", "2026-11-29"),
        ("en", "sick today and tomorrow", "2026-11-29"),
        ("en", "tonight and tomorrow", "2026-11-29"),
        ("nl", "vandaag en morgen kan ik niet", "2026-11-29"),
        ("nl", "vandaag ziek en morgen ook", "2026-11-29"),
        ("fr", "je ne peux pas aujourd'hui et demain", "2026-11-29"),
        ("en", "I can't today and tomorrow", "2026-11-29"),
        ("nl", "vandaag wel en morgen niet", None), ("nl", "vandaag nog en morgen niet", None),
        ("nl", "vandaag beschikbaar en morgen ziek", None),
        ("nl", "vandaag wel, morgen weg", None), ("nl", "niet vandaag, morgen", None),
        ("nl", "vandaag ziek en morgen werk ik", None),
        ("nl", "niet morgen maar zondag", None), ("nl", "morgen wel, zondag niet", None),
        ("fr", "aujourd'hui oui et demain non", None),
        ("fr", "aujourd'hui présent et demain absent", None),
        ("fr", "aujourd'hui et demain je suis là", None),
        ("fr", "malade aujourd'hui, demain je travaille", None),
        ("fr", "pas demain mais dimanche", None), ("fr", "demain oui, dimanche non", None),
        ("en", "here today and away tomorrow", None),
        ("en", "today available and tomorrow sick", None),
        ("en", "today and tomorrow I can", None), ("en", "sick today, working tomorrow", None),
        ("en", "not tomorrow but Sunday", None), ("en", "tomorrow yes, Sunday no", None),
        ("nl", "vandaag, morgen en zondag ziek", "2026-11-30"),
        ("nl", "morgen niet thuis", None), ("fr", "pas chez moi demain", None),
        ("en", "not home tomorrow", None),
        ("nl", "van 24 december tot 3 januari", "2027-01-03"),
        ("nl", "griep", None), ("fr", "grippe", None), ("en", "flu", None),
    ],
)  # fmt: skip
def test_until_when(language: str, words: str, back: str | None) -> None:
    found = read_away(words, language, FRIDAY, ZONE)
    assert (found.end if found is not None else None) == back


@pytest.mark.parametrize(
    ("language", "words", "begins"),
    [
        ("nl", "vanaf maandag twee weken", "2026-11-30"), ("nl", "morgen ziek", "2026-11-28"),
        ("nl", "maandag tot woensdag", "2026-11-30"), ("nl", "volgende week", "2026-11-30"),
        ("nl", "maandag twee weken weg", "2026-11-30"), ("nl", "met kerst", "2026-12-25"),
        ("nl", "maandag en woensdag", "2026-11-30"), ("nl", "zaterdag en zondag", "2026-11-28"),
        ("nl", "vandaag en morgen ziek", ""), ("nl", "ziek vandaag, morgen ook", ""),
        ("fr", "ce soir et demain", ""), ("fr", "aujourd'hui et demain", ""),
        ("en", "today and tomorrow", ""), ("en", "tonight and tomorrow", ""),
        ("nl", "van 24 december tot 3 januari", "2026-12-24"),
        ("nl", "vanaf vandaag drie dagen", ""), ("nl", "tot maandag", ""),
        ("nl", "vandaag ziek", ""), ("nl", "3 dagen, griep", ""), ("nl", "maandag terug", ""),
        ("nl", "terug over twee weken", ""),
        ("fr", "dix jours à partir de lundi", "2026-11-30"), ("fr", "malade demain", "2026-11-28"),
        ("fr", "du lundi au mercredi", "2026-11-30"), ("fr", "la semaine prochaine", "2026-11-30"),
        ("fr", "je pars lundi pour une semaine", "2026-11-30"), ("fr", "jusqu'à lundi", ""),
        ("fr", "trois jours", ""),
        ("fr", "je reviens mardi", ""), ("fr", "aujourd'hui malade", ""),
        ("en", "starting Monday for two weeks", "2026-11-30"), ("en", "ill tomorrow", "2026-11-28"),
        ("en", "Monday to Wednesday", "2026-11-30"), ("en", "next week", "2026-11-30"),
        ("en", "I leave on Monday for a week", "2026-11-30"), ("en", "until Monday", ""),
        ("en", "three days", ""),
        ("en", "back on Monday", ""), ("en", "ill today", ""),
    ],
)  # fmt: skip
def test_from_when(language: str, words: str, begins: str) -> None:
    found = read_away(words, language, FRIDAY, ZONE)
    assert found is not None
    assert found.start == begins


#: That he is there, or which of two days he is not, is asked back.
THERE = """
nl | vandaag en morgen ben ik bereikbaar
nl | ik neem vandaag en morgen op
en | I am free today and tomorrow
en | today and tomorrow is fine
fr | libre aujourd'hui et demain
nl | is zij vandaag en morgen alleen?
nl | ik ben niet weg vandaag en morgen
nl | niet beschikbaar vandaag en morgen beschikbaar
nl | ik ben er niet vandaag en morgen ben ik er
fr | pas là aujourd'hui et demain je suis là
en | can't today and tomorrow I can
nl | vandaag en morgen kan ik, zondag niet
nl | morgen ben ik er
fr | demain je suis là
en | available tomorrow
nl | maandag beschikbaar
en | away tomorrow, here Sunday
nl | zaterdag of zondag weg
fr | absent samedi ou dimanche
en | away Saturday or Sunday
fr | disponible demain
nl | morgen kan ik
en | I can come tomorrow
nl | vandaag misschien en morgen
nl | vandaag niet en morgen wel
fr | aujourd'hui peut-être et demain
"""
OFF = """
nl | vandaag en morgen verlof
nl | vandaag en morgen op congé
nl | vandaag en morgen kan ik niet komen
nl | vandaag en morgen kan ik niet want ik ben ziek
fr | en congé aujourd'hui et demain
fr | en vacances aujourd'hui et demain
en | on holiday today and tomorrow
en | today and tomorrow I am unavailable
nl | vandaag en morgen vrij
nl | vandaag en morgen onbeschikbaar
en | busy today and tomorrow
en | I can't make it today and tomorrow
nl | ik ben er morgen niet
fr | je ne suis pas là demain
en | I'm not here tomorrow
nl | morgen kan ik niet
nl | maandag niet beschikbaar
nl | morgen niet aanwezig
nl | morgen ziek, kan niet komen
fr | je ne peux pas venir demain
fr | je ne peux pas venir aujourd'hui et demain
fr | aujourd'hui et demain je ne travaille pas
nl | ik werk niet vandaag en morgen
nl | ben er niet vandaag en morgen
nl | tot maandag op reis in Frankrijk
fr | en vacances jusqu'à lundi
nl | morgen op congé
"""


@pytest.mark.parametrize("row", THERE.strip().splitlines())
def test_who_is_there_is_not_put_away(row: str) -> None:
    language, words = row.split(" | ", 1)
    assert read_away(words, language, FRIDAY, ZONE) is None


@pytest.mark.parametrize("row", OFF.strip().splitlines())
def test_days_off_are_heard(row: str) -> None:
    language, words = row.split(" | ", 1)
    assert read_away(words, language, FRIDAY, ZONE) is not None
