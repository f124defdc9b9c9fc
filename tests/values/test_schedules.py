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
]


@pytest.mark.parametrize(("language", "text"), WISHES)
def test_a_wish_about_the_greetings(language: str, text: str) -> None:
    assert alone(text, language)


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_is_about_something_else(language: str, text: str) -> None:
    assert not alone(text, language)
