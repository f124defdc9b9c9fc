"""What frightens her of a volunteer is for her to send on, not for him to read."""

import pytest

from bot.complaint_words import about

FRIGHT = """
Karim dreigt ermee mijn dochter te bellen
Karim blijft mij bellen
Karim zegt dat ik niks mag vertellen
Karim zei dat ik het aan niemand mag zeggen
Karim zei dat ik zelfmoord moet plegen
Karim vraagt mijn bankcode
ik wil liever een andere vrijwilliger
ik wil al lang een andere vrijwilliger
ik had liever een andere vrijwilliger gehad
ik heb al gevraagd een andere vrijwilliger
ik had al graag een andere vrijwilliger gehad
Karim menace d'appeler ma fille
Karim n'arrête pas de m'appeler
Karim dit que je ne dois rien raconter
Karim m'a dit de me tuer
Karim demande mon mot de passe
je voudrais un autre bénévole
Karim threatens to call my daughter
Karim keeps calling me
Karim says I must not tell anybody
Karim told me to kill myself
Karim asks for my password
I would like another volunteer
ik had liever een andere vrijwilliger
ik heb liever een andere vrijwilligster
Karim zei dat ik niks mag zeggen
Karim zegt dat ik niemand mag bellen
Karim zei dat ik het niet mag vertellen
I need a different volunteer
"""
AT_EASE = """
Karim belt mij morgen
Karim blijft mij helpen
Karim wil weten hoe het met mij gaat
ik vertrouw Karim
mijn dochter vertrouwt de dokter niet, Karim
Karim zegt dat ik mij geen zorgen moet maken
Karim zegt dat ik niets moet zeggen als ik niet wil
Karim zei dat ik niet dood ga
Karim zegt dat ik lief ben
Karim vertelt mooie verhalen
Karim, mijn man dreigt ermee te vertrekken
Karim, mijn man is dronken
ik wil een andere dokter
Karim m'appelle demain
Karim veut savoir comment je vais
j'ai confiance en Karim
Karim dit que je ne dois pas m'inquiéter
Karim m'a dit que je suis gentille
Karim dit de belles choses
Karim raconte des histoires
Karim, mon mari menace de partir
Karim, je n'ai pas confiance en mon médecin
je veux un autre médecin
Karim calls me tomorrow
Karim keeps helping me
Karim wants to know how I am
I trust Karim
Karim says I must not worry
Karim told me I am kind
Karim tells stories
Karim, my husband threatens to leave
Karim, I don't trust my doctor
I want another doctor
ik heb vroeger al een andere vrijwilliger gehad maar gij zijt de beste
ik heb een andere vrijwilliger gehad en die was ook lief
ik had vroeger een andere vrijwilliger
ik wil geen andere vrijwilliger
je ne veux pas un autre bénévole
I don't want another volunteer
Karim zei dat ik niet mag opgeven
Karim zegt dat ik niet mag wanhopen
Karim zegt dat ik niet mag roken
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("text", lines(FRIGHT))
def test_what_frightens_her(text: str) -> None:
    assert about(text, "Karim", to_him=True)


@pytest.mark.parametrize("text", lines(AT_EASE))
def test_what_does_not(text: str) -> None:
    assert not about(text, "Karim", to_him=True)
