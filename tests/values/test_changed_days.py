"""Days that are taken from those that are set, or added to them."""

import pytest

from bot.dialogue import Context
from bot.readers import READERS
from bot.understanding import Understanding
from bot.values import read_days
from bot.values.schedules import alone

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
#: A day that is refused is never set, and only that one is taken away; where it is not known what
#: is refused, nothing is read.
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
    # as it is typed
    ("nl", "ma nie zaterdag en zondag", "mo,tu,we,th,fr"),
    ("nl", "ma nie int weekend", "mo,tu,we,th,fr"),
    ("en", "dont on Sunday", "mo,tu,we,th,fr,sa"),
    ("nl", "van vrijdag tot zondag wil ik niet gestoord worden", "mo,tu,we,th"),
    ("fr", "je veux pas etre derangee de vendredi a dimanche", "mo,tu,we,th"),
    ("en", "I dont want to be bothered from Friday to Sunday", "mo,tu,we,th"),
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
    # a planning word beside
    ("nl", "zondag komt slecht uit", "mo,tu,we,th,fr,sa"),
    ("fr", "le lundi m'arrange mal", "tu,we,th,fr,sa,su"),
    ("en", "Sunday suits me badly", "mo,tu,we,th,fr,sa"),
    ("en", "Sundays I'm not home", "mo,tu,we,th,fr,sa"),
    # another one instead
    ("nl", "in plaats van maandag, dinsdag", "tu"),
    ("en", "instead of Monday, Tuesday", "tu"),
    ("en", "Instead of Monday I'd like Tuesday", "tu"),
    ("en", "rather than Monday, Tuesday", "tu"),
    ("fr", "au lieu du lundi, le mardi", "tu"),
    ("fr", "plutôt que le lundi, le mardi", "tu"),
    ("fr", "plutôt le mardi que le lundi", "tu"),
    ("nl", "niet maandag, liever dinsdag", "tu"),
    ("nl", "niet maandag, dinsdag", None),
    ("en", "not Monday any more, Tuesday", None),
    ("nl", "liever vroeg dan laat, maandag", "mo"),
    # no longer
    ("fr", "le dimanche je ne veux plus", "mo,tu,we,th,fr,sa"),
    ("fr", "je ne veux plus le lundi", "tu,we,th,fr,sa,su"),
    ("fr", "plus le lundi", "tu,we,th,fr,sa,su"),
    ("fr", "dimanche je ne serai plus là", None),
    ("fr", "le dimanche je ne dors plus", None),
    ("fr", "lundi et jeudi, pas plus", None),
    ("fr", "et en plus le dimanche", EVERY),
    # a bare no
    ("nl", "maandag nee", "tu,we,th,fr,sa,su"),
    ("nl", "maandag ja, dinsdag nee", "mo"),
    ("nl", "zondag ni", "mo,tu,we,th,fr,sa"),
    ("nl", "op zondag ni", "mo,tu,we,th,fr,sa"),
    ("en", "I cannot Monday", "tu,we,th,fr,sa,su"),
    ("fr", "le week-end non merci", "mo,tu,we,th,fr"),
    ("nl", "niet op zaterdag noch op zondag", "mo,tu,we,th,fr"),
    ("nl", "zaterdag noch zondag", None),
    ("nl", "niet alleen maandag maar ook dinsdag", "mo,tu"),
    ("nl", "maandag, nee, dinsdag", None),
    ("fr", "lundi, non, mardi", None),
    ("nl", "maandag zit ik bij de dokter, dus niet", None),
    ("nl", "maandag heb ik kine dus liever niet", None),
    ("nl", "alle dagen, zondag niet", "mo,tu,we,th,fr,sa"),
    ("nl", "alle dagen en zondag niet", None),
    # what goes on behind a reason
    ("nl", "op dinsdag want dan ben ik alleen, en ook op vrijdag", "tu,fr"),
    ("nl", "op dinsdag want maandag komt de kine, en woensdag de poetsvrouw", None),
    ("fr", "pas le lundi car j'ai la kiné, et pas le jeudi", "tu,we,fr,sa,su"),
    ("fr", "à cause du marché, pas le lundi", "tu,we,th,fr,sa,su"),
    ("nl", "omdat maandag de kine komt", None),
    # 'want' is a wish in English
    ("en", "any day u want but not Sunday", "mo,tu,we,th,fr,sa"),
    ("en", "I only want Mondays", "mo"),
    ("en", "I just want Monday and Friday", "mo,fr"),
    ("en", "Want Monday and Friday please", "mo,fr"),
]
#: A hard day is not refused, and a 'no' about something else takes no day away.
ASKED = [
    ("nl", "zondag is moeilijk"),
    ("nl", "zondag is lastig, dan graag een berichtje"),
    ("fr", "le dimanche c'est difficile"),
    ("fr", "le dimanche je suis mal"),
    ("en", "Sundays are difficult, please write then"),
    ("nl", "maandag, ik ben niet zo goed"),
    ("nl", "zondag ben ik niet goed"),
    ("nl", "zondag gaat het niet"),
    ("nl", "zondag is het niet goed"),
    ("fr", "le dimanche ça ne va pas"),
    ("fr", "dimanche je suis pas bien"),
    ("en", "Tuesday, I'm not so good"),
    ("nl", "op zondag slaap ik niet"),
    ("nl", "ik wil niet alleen zijn op zondag"),
    ("fr", "je ne veux pas être seule le dimanche"),
    ("en", "don't leave me alone on Sunday"),
    ("nl", "zondag heb ik liever rust"),
    ("nl", "maandag is niet slecht"),
    ("fr", "lundi c'est pas mal"),
    ("en", "Monday is not bad"),
    ("nl", "maakt niet uit, maandag"),
    ("nl", "waarom niet maandag"),
    ("fr", "pourquoi pas lundi"),
    ("en", "why not Monday"),
    ("fr", "je sais pas, lundi"),
    ("en", "I'm not sure, Monday"),
    ("fr", "pas de problème, lundi"),
    ("nl", "geen voorkeur, maandag"),
    ("nl", "als het niet stoort, dinsdag"),
    ("nl", "niet te vaak, maandag"),
    ("fr", "non le lundi"),
    # left out once, or not that day alone
    ("nl", "zondag overslaan"),
    ("nl", "sla zondag maar over"),
    ("fr", "sauter le dimanche"),
    ("fr", "passez le dimanche"),
    ("en", "skip Sunday"),
    ("nl", "niet alleen zondag"),
    ("fr", "pas seulement le dimanche"),
    ("en", "not only Sunday"),
    ("nl", "elke dag is te veel"),
    ("nl", "twee keer per week is te veel"),
    ("fr", "tous les jours c'est trop"),
    ("fr", "deux fois par semaine c'est trop"),
    ("en", "every day is too much"),
    ("en", "twice a week is too often"),
    # what happens on a day chooses none
    ("nl", "zondag heb ik bezoek"),
    ("nl", "en zondag heb ik bezoek"),
    ("nl", "maandag kuist de poetsvrouw"),
    ("nl", "zondag niet, maandag komt mijn dochter"),
    ("fr", "dimanche j'ai de la visite"),
    ("fr", "le lundi la femme de ménage nettoie"),
    ("en", "Sunday I have visitors"),
    ("en", "Monday the cleaner comes"),
    # the story stands behind a bare day, or has 'twice a week' in it
    ("nl", "zaterdag, ik ga naar mijn zus"),
    ("nl", "zondag... dan is hij gestorven"),
    ("nl", "de thuishulp komt drie keer per week"),
    ("nl", "ik ga twee keer per week naar de dialyse"),
    ("nl", "ik ween elke dag"),
    ("fr", "dimanche, mon fils vient"),
    ("fr", "l'infirmière passe deux fois par semaine"),
    ("fr", "il me frappe une fois par semaine"),
    ("en", "Monday, the nurse comes"),
    ("en", "Sunday, that is when he died"),
    ("en", "my son comes once a week"),
    ("en", "I cry twice a week"),
    ("en", "I go on Monday"),
    ("en", "I keep Sunday free"),
]
#: Away on a day may be this once, where no days were asked for.
AWAY = [
    ("nl", "woensdag ben ik er niet"),
    ("nl", "woensdag ben ik niet thuis"),
    ("fr", "mercredi je ne suis pas là"),
    ("en", "Wednesday I'm not there"),
]
#: Who is not disturbed refuses nothing, and what others write chooses nothing.
UNDISTURBED = [
    ("nl", "zondag word ik niet gestoord"),
    ("fr", "le dimanche vous ne dérangez pas"),
    ("fr", "le dimanche ça ne dérange pas"),
    ("en", "I'm not bothered on Sundays"),
    ("en", "Sunday doesn't bother me"),
    ("nl", "ik krijg een bericht per week van mijn zoon"),
    ("fr", "ma nièce vient samedi et dimanche"),
]
#: What a day is chosen or refused by.
CHOSEN = [
    ("nl", "op dinsdag en donderdag graag", "tu,th"),
    ("nl", "zondag is genoeg", "su"),
    ("nl", "eentje per week is genoeg", "we"),
    ("nl", "1 berichtje per week", "we"),
    ("fr", "un seul par semaine ça suffit", "we"),
    ("en", "just one message a week is plenty", "we"),
    ("nl", "ik zou liever op woensdag gecontacteerd worden", "we"),
    ("fr", "le lundi me convient", "mo"),
    ("fr", "mettez le lundi par exemple", "mo"),
    ("en", "Monday and Thursday would be nice", "mo,th"),
    ("en", "could you put me on Friday", "fr"),
]


@pytest.mark.parametrize(("language", "text", "now", "days"), CHANGED)
def test_days_that_change(language: str, text: str, now: str, days: str | None) -> None:
    assert read_days(text, language, now) == days


@pytest.mark.parametrize(("language", "text", "days"), REFUSED)
def test_only_a_refused_day_is_taken_away(language: str, text: str, days: str | None) -> None:
    heard, facts = Understanding(text, language), {"days": EVERY}
    assert READERS["days"](heard, Context(facts=facts)) == days


@pytest.mark.parametrize(("language", "text"), ASKED)
def test_a_day_is_asked_where_no_is_not_plain(language: str, text: str) -> None:
    heard, facts = Understanding(text, language), {"days": EVERY}
    assert READERS["days"](heard, Context(facts=facts)) is None
    assert READERS["schedule"](heard, Context(facts=facts)) is None
    assert READERS["frequency"](heard, Context(facts=facts)) in (None, "less")
    assert not alone(text, language)


@pytest.mark.parametrize(("language", "text"), [*AWAY, *UNDISTURBED])
def test_who_tells_how_a_day_is_sets_none(language: str, text: str) -> None:
    heard, facts = Understanding(text, language), {"days": EVERY}
    assert READERS["schedule"](heard, Context(facts=facts)) is None
    assert not alone(text, language)


@pytest.mark.parametrize(("language", "text", "days"), CHOSEN)
def test_a_day_that_is_chosen(language: str, text: str, days: str) -> None:
    heard, facts = Understanding(text, language), {"days": EVERY}
    assert READERS["days"](heard, Context(facts=facts)) == days
    assert READERS["schedule"](heard, Context(facts=facts)) == f"days={days}"


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("nl", "om tien uur, want ik slaap lang, maar niet op zondag", "hour=10:00;days=WITHOUT"),
        ("en", "at ten because I'm up then, but not on Sunday", "hour=10:00;days=WITHOUT"),
        ("nl", "om tien uur want dan ben ik op, en dan drink ik koffie", "hour=10:00"),
        ("en", "I only want ten o'clock", "hour=10:00"),
        ("nl", "half tien, maandag komt de poetsvrouw", "hour=09:30"),
        ("en", "half past nine, on Monday the nurse comes", "hour=09:30"),
        ("nl", "om tien uur, zondag is moeilijk", "hour=10:00"),
        ("nl", "om tien uur, zondag kan ik niet", "hour=10:00;days=WITHOUT"),
        # about that hour
        (
            "nl",
            "'s avonds graag rond acht uur half negen, nie op zondag",
            "hour=20:00;days=WITHOUT",
        ),
        ("fr", "le soir vers 8h huit heures et demie, pas le dimanche", "hour=20:00;days=WITHOUT"),
        ("en", "evenings around eight half past eight, not on Sunday", "hour=20:00;days=WITHOUT"),
        ("nl", "om acht uur half negen komt de kine", None),
        ("nl", "om tien uur twaalf uur", None),
        ("fr", "à dix heures, le dimanche onze heures", None),
        # an hour, and behind it the days that are refused
        ("nl", "tien uur niet op zondag", "hour=10:00;days=WITHOUT"),
        ("fr", "vers dix heures et demie pas le dimanche", "hour=10:30;days=WITHOUT"),
        ("en", "around ten not on Sunday", "hour=10:00;days=WITHOUT"),
        ("nl", "zondag niet om tien uur", None),
        ("nl", "tien uur kan niet op zondag", None),
        ("fr", "pas le dimanche à dix heures", None),
        ("en", "Sunday not at ten", None),
        ("nl", "om tien uur komt de kine niet op zondag", None),
        ("fr", "à dix heures il ne vient pas le dimanche", None),
        ("en", "my son comes at ten not on Sunday", None),
        ("nl", "om 9u zit ik bij de dokter, en zondag niet", None),
        ("fr", "à 9h le dimanche je suis à la messe", None),
        ("en", "every morning at 9 I cry", None),
        ("nl", "zondag niet, dan komt mijn dochter", "days=WITHOUT"),
        ("fr", "pas le dimanche, mon fils vient", "days=WITHOUT"),
        ("en", "not on Sunday, my son comes then", "days=WITHOUT"),
        ("nl", "omdat ik lang slaap om elf uur", None),
        ("nl", "'s avonds niet", None),
        ("nl", "'s morgens niet, liever 's avonds", "hour=19:00"),
        ("fr", "le matin pas", None),
        ("nl", "'s avonds niet te laat", "hour=19:00"),
        ("nl", "zondagnamiddag niet", None),
        ("fr", "pas le dimanche matin", None),
        ("nl", "niet om negen maar om tien uur", "hour=10:00"),
        ("fr", "pas à neuf heures mais à dix", "hour=10:00"),
        # each day its own hour
        ("nl", "om tien uur, maar op zondag om elf uur", None),
        ("nl", "om tien uur, maar op zondag elf", None),
        ("nl", "om tien uur, maar zondag 's avonds", None),
        ("nl", "om tien uur, maar zondag komt mijn dochter", None),
        ("nl", "om tien uur, maar zondag niet", "hour=10:00;days=WITHOUT"),
        ("fr", "à dix heures, mais le dimanche à onze heures", None),
        ("fr", "à dix heures, mais pas le dimanche", "hour=10:00;days=WITHOUT"),
        ("en", "at ten, but on Sunday at eleven", None),
        ("en", "Tuesdays at ten and Sundays at eleven", None),
        ("en", "at ten, but not on Sunday", "hour=10:00;days=WITHOUT"),
    ],
)
def test_hours_and_days_together(language: str, text: str, found: str | None) -> None:
    without = found and found.replace("WITHOUT", "mo,tu,we,th,fr,sa")
    heard = Understanding(text, language)
    assert READERS["schedule"](heard, Context(facts={"days": EVERY})) == without


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


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("nl", "twee keer per week graag", "2"),
        ("nl", "ge moogt elke dag schrijven", "7"),
        ("nl", "zondag, dank u", "1"),
        ("nl", "van maandag tot donderdag", "4"),
        ("fr", "une fois par semaine ça suffit", "1"),
        ("fr", "tous les jours, ça me fait plaisir", "7"),
        ("fr", "lundi, merci", "1"),
        ("en", "once a week, that's enough", "1"),
        ("en", "keep writing every day", "7"),
        ("en", "less often please", "less"),
        ("nl", "twee keer per week want ik ben vaak weg", "2"),
        ("fr", "une fois par semaine parce que je suis fatiguée", "1"),
        ("en", "once a week because I am busy", "1"),
    ],
)
def test_how_often_that_is_chosen(language: str, text: str, found: str) -> None:
    heard = Understanding(text, language)
    assert READERS["frequency"](heard, Context()) == found
