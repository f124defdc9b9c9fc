"""To the question for an hour or days a tired person says more than that, and it counts."""

from __future__ import annotations

import pytest

from bot.dialogue.turns import Context
from bot.readers import READERS
from bot.understanding import Understanding

ALL = "mo,tu,we,th,fr,sa,su"
ANSWERS = """
nl | 10:00 | om tien uur graag
nl | 09:30 | half tien als ge wilt
nl | 08:00 | doe maar om 8 uur dan ben ik op
nl | 10:00 | liever rond tien, want ik slaap slecht
nl | 14:00 | om 14u dan heb ik gegeten
nl | 10:00 | tien uur, dan is de verpleegster weg
nl | 10:00 | goh zeg maar tien uur
nl | 09:00 | negen uur is goed voor mij
nl | 09:00 | ja 9u past wel
nl | 11:00 | eerder om elf uur, ik ben geen vroege vogel
nl | 10:00 | na mijn koffie, zo rond tien uur
nl | 08:30 | half negen 's morgens is ideaal zenne
nl | 10:00 | tien ure
nl | 18:00 | om 6 uur 's avonds na het eten
nl | 10:00 | 10u in de voormiddag aub
nl | 10:00 | maakt niet uit, tien uur of zo
nl | 07:00 | ik sta om zeven uur op dus zeven uur is goed
nl | 20:00 | savonds 8 uur alsjeblieft want overdag slaap ik
nl | 15:00 | 3 uur in de namiddag gelijk vroeger bij ons moeder
nl | 10:00 | mag het om tien uur?
nl | 10:00 | kan dat om 10u?
nl | 09:00 | elke dag om negen uur
nl | 09:00 | om negen uur elke morgen behalve zondag
nl | 10:00 | tien uur alstublieft mijnheer
nl | 10:00 | zet maar tien uur
nl | 10:00 | ik denk tien uur
nl | 10:00 | om tien uur ben ik klaar met mijn ontbijt
fr | 10:00 | à dix heures svp
fr | 09:30 | 9h30 c'est bien
fr | 10:00 | plutôt vers dix heures, je dors mal
fr | 08:00 | 8h du matin je suis levée
fr | 19:00 | le soir à sept heures si possible
fr | 14:00 | à 14h après le repas
fr | 10:00 | dix heures ça me va
fr | 10:00 | bof mettez dix heures
fr | 18:00 | vers 18h quand je rentre du travail
fr | 10:00 | 10h ce serait parfait madame
fr | 09:00 | neuf heures du matin comme d'habitude
fr | 10:00 | je préfère 10h, avant je dors
fr | 10:00 | est-ce que 10h c'est possible ?
fr | 11:00 | onze heures, l'infirmière est partie à ce moment là
fr | 16:00 | à quatre heures de l'après-midi pour le goûter
fr | 10:00 | tous les jours à dix heures
fr | 20:00 | 20h après les infos
fr | 10:00 | dix heures hein pas plus tôt
en | 10:00 | ten o'clock please
en | 10:00 | around ten, I sleep in
en | 08:00 | 8am is grand, I'm up with the birds
en | 19:00 | seven in the evening when the news is over
en | 14:00 | 2pm after my lunch
en | 10:00 | say ten
en | 18:00 | 6pm when I am home from work
en | 09:00 | nine in the morning works for me
en | 10:00 | could you do 10?
en | 20:00 | 8 in the evening pls
en | 10:00 | I think ten is best for me
en | 10:00 | every day at ten
en | 10:00 | ten is fine love
en | 10:00 | 10am sharp ha
en | 15:00 | 3 in the afternoon is when I'm lonely
nl | 09:00 | 9u, dan komt de verpleegster
fr | 09:00 | à 9h l'infirmière est là
nl | 10:00 | 10 uur maar ik hoor niet goed
nl | 10:00 | om tien uur ik kan niet goed typen
nl | 09:00 | 9u niet later
fr | 10:00 | dix heures si ça ne dérange pas
fr | 10:00 | 10h c'est pas mal
fr | 10:00 | dix heures pourquoi pas
fr | 10:00 | 10h pas plus tard
en | 09:00 | 9am if you don't mind
en | 09:00 | 9am wouldn't be bad
en | 09:00 | nine o'clock if it isn't too much trouble
en | 10:00 | I don't know, ten?
en | 10:00 | ten or whatever
nl | 19:00 | 's avonds past mij beter rond 7 uur
fr | 18:00 | le soir ca m irait mieux vers 6h
en | 18:00 | the evening would suit me better around 6
nl | 10:00 | in de voormiddag graag
nl | 19:00 | 's avonds
fr | 09:00 | le matin c'est bien
en | 14:00 | afternoon please
en | 19:00 | in the evening is fine
nl | 10:00 | om tien uur, dan ben ik uit bed
en | 10:00 | at ten when I am out of bed
fr | 10:00 | à dix heures, je sors du lit
en | 10:00 | ten o'clock would be so nice
nl | 10:00 | om tien uur, zo lang slaap ik
"""
# Refused, or for something else: asked again.
NONE = """
nl | 9h c trop tot
nl | negen uur schikt mij niet
en | nine o'clock doesn't suit me
en | anything but 9am
fr | neuf heures ne convient pas
nl | ik zou niet graag om negen uur een bericht krijgen
nl | om negen uur zeker niet
nl | om 9u ben ik er niet
fr | à 9h jsuis pas levée
en | stop writing at 9am
en | please no more messages at 9am
en | no 9am please
en | 9am is no good
en | 9am no thanks
fr | sauf à 9h
fr | 9h, non merci
nl | behalve om 9u
nl | 9u, dat is te vroeg
fr | 9h, c'est trop tôt
en | 9, that's too early for me
nl | 's avonds om acht uur niet
nl | 's morgens om negen uur is te vroeg
nl | 's avonds om acht uur is te laat
nl | 's avonds om acht uur lig ik in bed
nl | morgen om tien uur kan ik niet
en | in the morning at nine is too early
en | in the evening at eight I can't
en | nine in the morning I'm asleep
nl | ik moet morgen om tien uur naar de dokter
nl | 's avonds huil ik
nl | elke avond ween ik
fr | le soir je pleure
en | in the evening I cry
nl | ik voel me 's morgens het slechtst
fr | le matin je n'ai plus envie de me lever
nl | mijn man is om tien uur gestorven
fr | mon mari est mort à dix heures
en | my husband died at ten o'clock
nl | morgen om tien uur is de begrafenis
en | the funeral is tomorrow at ten
nl | gisteren heb ik om tien uur gewacht
nl | waarom schreef je om negen uur
nl | om tien uur ga ik slapen
fr | je me couche à dix heures
en | I go to bed at ten
nl | tien uur is moeilijk
nl | tien uur vind ik wat vroeg
nl | negen uur is wat aan de vroege kant
fr | dix heures c'est difficile
fr | dix heures c'est un peu tôt
en | 10am is a bit early for me
en | 9am would be a nuisance
nl | later dan tien uur
nl | vroeger dan tien uur
en | I get up at eight so nine
en | I wake at six, make it eight
fr | je me lève à huit heures, donc neuf
en | the nurse comes at nine so after that
nl | om 9u zit ik bij de dokter
nl | ik lig om tien uur in bed
en | I am in bed at ten
fr | à dix heures je suis au lit
nl | ik heb negen katten
nl | 's avonds is het erg, rond acht uur huil ik
fr | le soir je pleure vers six heures
en | evenings are when I cry, around six
en | at 10 on Monday and 2 on Thursday
"""


def read(language: str, text: str) -> str | None:
    return READERS["hour"](Understanding(text, language), Context())


@pytest.mark.parametrize("row", ANSWERS.strip().splitlines())
def test_an_hour_that_is_asked_for(row: str) -> None:
    language, hour, text = row.split(" | ", 2)
    assert read(language, text) == hour


@pytest.mark.parametrize("row", NONE.strip().splitlines())
def test_an_hour_that_is_refused(row: str) -> None:
    assert read(*row.split(" | ", 1)) is None


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("nl", "alle dagen als ge wilt", ALL),
        ("nl", "dinsdag graag, de andere dagen komt de thuisverpleging", "tu"),
        ("nl", "op zondag, dan ben ik alleen", "su"),
        ("nl", "alleen in het weekend want in de week werk ik", "sa,su"),
        ("fr", "pas le dimanche, ma fille vient", "mo,tu,we,th,fr,sa"),
        ("en", "Tuesdays please, the nurse comes the other days", "tu"),
        ("en", "just weekends because I work", "sa,su"),
        *(
            ("nl", f"elke dag{why}", ALL)
            for why in (", ik ben toch altijd alleen", ", ik heb niemand")
        ),
        *(("fr", "tous les jours, je suis seule", ALL), ("fr", "tous les matins", ALL)),
        *(("en", "every day is fine love", ALL), ("en", "Sunday, I'm on my own", "su")),
        *(("en", "Friday works for me love", "fr"), ("en", "twice a week is plenty", "tu,fr")),
        *(("nl", "elke avond ween ik", None), ("en", "every evening I cry", None)),
        ("fr", "tous les soirs je bois", None),
        ("en", "Sunday, that is when he died", None),
        ("nl", "zaterdag, ik ga naar mijn zus", None),
    ],
)
def test_days_that_are_asked_for(language: str, text: str, days: str | None) -> None:
    assert READERS["days"](Understanding(text, language), Context()) == days
