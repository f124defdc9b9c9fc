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
EVERY = "mo,tu,we,th,fr,sa,su"
#: A day that is refused is never the only one that is left; where it is not known what is refused,
#: nothing is read.
REFUSED = [
    ("nl", "maandag kan ik niet", "tu,we,th,fr,sa,su"),
    ("nl", "zondag is niet goed", "mo,tu,we,th,fr,sa"),
    ("nl", "zondag past mij niet zo goed", "mo,tu,we,th,fr,sa"),
    ("nl", "zondag past slecht", "mo,tu,we,th,fr,sa"),
    ("nl", "zondag ben ik niet thuis", "mo,tu,we,th,fr,sa"),
    ("nl", "in het weekend kan ik niet", "mo,tu,we,th,fr"),
    ("nl", "zaterdag en zondag kan ik niet", "mo,tu,we,th,fr"),
    ("nl", "zaterdag niet, zondag niet", "mo,tu,we,th,fr"),
    ("nl", "maandag kan ik niet, dinsdag kan ik wel", "tu"),
    ("nl", "liever op dinsdag dan op maandag", "tu"),
    ("fr", "le dimanche je ne veux pas", "mo,tu,we,th,fr,sa"),
    ("fr", "le dimanche ça ne va pas", "mo,tu,we,th,fr,sa"),
    ("fr", "le lundi ce n'est pas possible", "tu,we,th,fr,sa,su"),
    ("fr", "le lundi pas, le mardi oui", "tu"),
    ("fr", "le dimanche non plus", "mo,tu,we,th,fr,sa"),
    ("en", "Monday is not good", "tu,we,th,fr,sa,su"),
    ("en", "Monday isn't good", "tu,we,th,fr,sa,su"),
    ("en", "Sundays are no good", "mo,tu,we,th,fr,sa"),
    ("en", "Sunday I would rather not", "mo,tu,we,th,fr,sa"),
    ("en", "at weekends I am not at home", "mo,tu,we,th,fr"),
    ("en", "not Monday but Tuesday", "tu"),
    ("en", "Monday no, Tuesday yes", "tu"),
    ("nl", "maandag zie ik niet zitten", None),
    ("nl", "dinsdag en vrijdag, zondag niet", None),
    ("fr", "le lundi, je ne sais pas encore", None),
    ("en", "Monday not Tuesday", None),
    # neighbours: of a part of the day, or of nothing
    ("nl", "zondag niet te vroeg", "su"),
    ("nl", "zondag niet voor tien uur", "su"),
    ("fr", "le dimanche pas avant dix heures", "su"),
    ("en", "Monday not before ten", "mo"),
    ("en", "Monday is no problem", "mo"),
    ("en", "no, Sunday", "su"),
    ("en", "I want Monday", "mo"),
    ("en", "every day but Sunday", "mo,tu,we,th,fr,sa"),
    ("nl", "niet op zondag want zaterdag ben ik moe", "mo,tu,we,th,fr,sa"),
]


@pytest.mark.parametrize(("language", "text", "now", "days"), CHANGED)
def test_days_that_change(language: str, text: str, now: str, days: str | None) -> None:
    assert read_days(text, language, now) == days


@pytest.mark.parametrize(("language", "text", "days"), REFUSED)
def test_a_refused_day_is_never_the_only_one(language: str, text: str, days: str | None) -> None:
    heard, facts = Understanding(text, language), {"days": EVERY}
    assert READERS["days"](heard, Context(facts=facts)) == days


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
