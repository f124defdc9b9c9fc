"""An hour or days that are all there is in a message."""

import pytest

from bot.values.schedules import alone

WISHES = [
    ("nl", "om negen uur liever"),
    ("nl", "liever om negen uur"),
    ("fr", "mais pas le dimanche"),
    ("nl", "en niet op zondag"),
    ("nl", "om tien uur"),
    ("nl", "niet zondag"),
    ("nl", "zondag niet"),
    ("fr", "plutôt à dix heures"),
    ("nl", "tegen de negenen"),
    ("en", "a bit after nine"),
    ("en", "nineish"),
    ("en", "rather at ten"),
    ("en", "but not on Sunday"),
    ("nl", "zondag ook"),
    ("nl", "en ook zondag"),
    ("fr", "et le dimanche aussi"),
    ("en", "and Sunday too"),
    ("nl", "goed, maar om negen uur"),
    ("nl", "ja maar niet op zondag"),
    ("fr", "oui mais pas le dimanche"),
    ("en", "yes but not on Sundays"),
    ("nl", "ja, maar liever 's avonds"),
    ("fr", "oui, plutôt le soir"),
    ("en", "thanks, but only on weekdays please"),
    ("fr", "d'accord, mais pas avant dix heures"),
    ("nl", "ja doe maar om half tien"),
    ("nl", "oké, maar alleen in de week"),
    ("fr", "oui, mais seulement deux fois par semaine"),
    ("nl", "liever niet elke dag"),
    ("nl", "maandag kan ik niet"),
    ("nl", "in het weekend kan ik niet"),
    ("fr", "le dimanche je ne veux pas"),
    ("fr", "oui, et pas le samedi non plus"),
    ("en", "Sunday I would rather not"),
    ("en", "not Monday but Tuesday"),
    ("nl", "alleen 's avonds"),
    ("nl", "voortaan wil ik alleen op zaterdag"),
    ("en", "only Sundays"),
    ("nl", "pas om tien uur"),
    ("nl", "het is best om tien uur"),
    ("nl", "tien uur is goed"),
    ("en", "ten o'clock is good"),
    # what stands behind 'because' is no part of it
    ("nl", "om half tien, want maandag komt de poetsvrouw"),
    ("nl", "omdat maandag de poetsvrouw komt, liever dinsdag"),
    ("fr", "à neuf heures parce que le lundi il y a la kiné"),
    ("fr", "pas le lundi car je vais au marché"),
    ("en", "at ten because on Monday the nurse comes"),
    # another hour than the one that is refused
    ("nl", "niet om negen maar om tien uur"),
    ("fr", "pas à neuf heures mais à dix"),
    ("en", "not at nine but at ten"),
]
NONE = [
    ("nl", "zondag"),
    ("nl", "9"),
    ("nl", "negen"),
    ("nl", "morgen om negen uur"),
    ("nl", "de kinesist komt om negen uur"),
    ("nl", "niet goed geslapen, pas om vier uur"),
    ("fr", "demain à neuf heures"),
    ("en", "I woke up at four"),
    ("nl", "om welk uur?"),
    ("nl", "vanavond liever niet"),
    ("nl", "ja"),
    ("nl", "zondag komt mijn dochter"),
    ("fr", "le dimanche c'est long"),
    ("en", "Sundays are long"),
    ("nl", "in 't weekend is het stil"),
    ("nl", "volgende dinsdag om tien"),
    ("fr", "ce soir à huit heures"),
    ("nl", "ook niet"),
    ("en", "not today"),
    ("nl", "elke dag hetzelfde"),
    ("nl", "niet meer elke dag"),
    ("nl", "om vier uur wakker"),
    # who is alone chooses nothing
    ("nl", "'s avonds alleen"),
    ("nl", "elke dag alleen"),
    ("nl", "iedere avond zo alleen"),
    ("nl", "zaterdag ook alleen"),
    ("nl", "alleen, elke dag"),
    ("fr", "seule tous les soirs"),
    ("en", "alone every evening"),
    # what time it is
    ("nl", "het is tien uur"),
    ("nl", "'t is al tien uur"),
    ("nl", "nu is het half elf"),
    ("nl", "tien uur is het"),
    ("fr", "il est dix heures"),
    ("en", "it is ten o'clock"),
    ("en", "it's ten o'clock now"),
    # a day, and it is not known what is refused
    ("nl", "maandag zie ik niet zitten"),
    ("nl", "dinsdag en vrijdag, zondag niet"),
    ("nl", "maandag niet dinsdag"),
    ("fr", "le lundi c'est pas un problème"),
    ("en", "not at ten"),
    ("nl", "ja, zondag is altijd stil"),
    ("en", "yes, I get up at six"),
    ("nl", "alle dagen en zondag niet"),
    ("nl", "zondag gaat het niet"),
    # what goes on behind a reason may be more of it
    ("nl", "om tien uur, want ik slaap lang, maar niet op zondag"),
    ("en", "at ten because I'm up then, but not on Sunday"),
    ("nl", "'s avonds niet"),
    # an hour that is refused
    ("nl", "behalve om 9u"),
    ("fr", "sauf à 9h"),
    ("fr", "9h, non merci"),
    ("fr", "plus de messages à 9h"),
    ("en", "please no more messages at 9am"),
    ("en", "no 9am please"),
    ("en", "9am is no good"),
    ("en", "9am no thanks"),
    # a no to another question
    ("nl", "zondag nee"),
    ("fr", "dimanche non"),
    ("en", "Sunday no"),
]


@pytest.mark.parametrize(("language", "text"), WISHES)
def test_a_wish_about_the_greetings(language: str, text: str) -> None:
    assert alone(text, language)


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_is_about_something_else(language: str, text: str) -> None:
    assert not alone(text, language)
