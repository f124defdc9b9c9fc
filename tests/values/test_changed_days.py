"""Days that are taken from those that are set, or added to them."""

import pytest

from bot.dialogue import Context
from bot.readers import READERS
from bot.understanding import Understanding
from bot.values import read_days

CHANGED = [
    ("nl", "niet op vrijdag", "mo,fr", "mo"),
    ("fr", "pas le vendredi", "th,fr,sa", "th,sa"),
    ("fr", "pas le vendredi", "sa", "sa"),
    ("en", "not Friday", "mo,fr", "mo"),
    ("en", "not Friday", "fr", None),
    ("nl", "en ook zondag", "mo,th", "mo,th,su"),
    ("nl", "zondag ook", "mo,th", "mo,th,su"),
    ("fr", "et le dimanche", "mo,th", "mo,th,su"),
    ("en", "and Sunday too", "mo,th", "mo,th,su"),
    ("en", "only Sunday", "mo,th", "su"),
    ("nl", "dinsdag en vrijdag", "mo,th", "tu,fr"),
    ("nl", "en ook zondag", "", "su"),
    # every day is set: what is added is among them
    ("nl", "en ook zondag", "mo,tu,we,th,fr,sa,su", "mo,tu,we,th,fr,sa,su"),
    ("nl", "zaterdag en zondag ook", "mo,tu,we,th,fr,sa,su", "mo,tu,we,th,fr,sa,su"),
    ("fr", "et aussi le dimanche", "mo,tu,we,th,fr,sa,su", "mo,tu,we,th,fr,sa,su"),
    ("en", "and Sunday too", "mo,tu,we,th,fr,sa,su", "mo,tu,we,th,fr,sa,su"),
    ("nl", "maandag, donderdag en ook zondag", "mo,tu,we,th,fr,sa,su", "mo,th,su"),
    ("fr", "le lundi, le jeudi et aussi le dimanche", "mo,tu,we,th,fr,sa,su", "mo,th,su"),
    ("en", "Monday, Thursday and also Sunday", "mo,tu,we,th,fr,sa,su", "mo,th,su"),
    ("nl", "zaterdag en zondag niet", "mo,sa,su", "mo"),
    ("nl", "zondag niet", "mo,tu,we,th,fr,sa,su", "mo,tu,we,th,fr,sa"),
    ("fr", "pas le vendredi", "", "mo,tu,we,th,sa,su"),
]


@pytest.mark.parametrize(("language", "text", "now", "days"), CHANGED)
def test_days_that_change(language: str, text: str, now: str, days: str | None) -> None:
    assert read_days(text, language, now) == days


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "et le dimanche, tantôt, ça serait gentil", "days=mo,th,su"),
        ("nl", "en ook zondag in de namiddag", "days=mo,th,su"),
        ("en", "and Sunday too, at ten", "hour=10:00;days=mo,th,su"),
        ("fr", "le dimanche à 14h", "hour=14:00;days=su"),
    ],
)
def test_a_part_of_the_day_moves_no_hour(language: str, text: str, found: str) -> None:
    facts = {"days": "mo,th", "hour": "16:00"}
    assert READERS["schedule"](Understanding(text, language), Context(facts=facts)) == found
