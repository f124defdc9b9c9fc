"""Her yes taken back, and a bid to stop, in a whole sentence: plainly, perhaps, or neither."""

from __future__ import annotations

import pytest

from bot.dialogue.enough import Enough, only_of_sharing, said


@pytest.mark.parametrize(
    "words",
    [
        *("ik trek mijn toestemming in", "nee, ik trek nu m'n toestemming in"),
        *("ik herroep mijn toestemming", "Ik wil mijn akkoord intrekken aub"),
        *("mijn toestemming trek ik in", "ik geef geen toestemming meer", "lees niet meer mee"),
        *("ik trek mijn toestemming in. stop met delen", "ik wil niet dat u nog iets leest"),
        *("ik wil niet dat hij nog meeleest", "u mag niet meer mee lezen"),
        *("je retire mon accord", "je reprends mon consentement", "je ne donne plus mon accord"),
        *(
            "merci, je voudrais retirer mon autorisation",
            "je veux annuler mon accord s'il vous plaît",
        ),
        *("I take back my permission", "I withdraw my consent", "I'm withdrawing my consent"),
        *("I'd like to revoke my consent please", "sorry, I take my permission back"),
        *("I no longer consent", "I no longer give you my permission"),
        *("ik neem mijn toestemming terug", "mijn akkoord neem ik terug"),
        *("ik wil mijn toestemming niet meer geven", "ik annuleer mijn toestemming"),
        *("j'annule mon accord", "j'annule mon autorisation svp", "je vous retire mon accord"),
        *("je lui reprends mon accord", "je ne veux plus vous donner mon accord"),
        *("I cancel my consent", "I don't want to give my consent any more"),
        *("ik trek mijn toestemming definitief in", "hierbij trek ik mijn toestemming in"),
        *("u hebt mijn toestemming niet meer", "stuur niets meer door"),
        *("je retire définitivement mon accord", "vous n'avez plus mon accord"),
        *("ne transmettez plus mes messages", "arrêtez de transmettre mes messages"),
        *("I hereby withdraw my consent", "you no longer have my consent"),
        *("stop forwarding my messages", "don't forward what I write any more"),
    ],
)
def test_her_yes_taken_back(words: str) -> None:
    assert said(words, "Karel") is Enough.PLAINLY
    assert said(words, None) is Enough.PLAINLY, "before anybody has read it, too"
    assert only_of_sharing(words, "Karel")
    assert said(words + "?", "Karel") is Enough.PERHAPS


@pytest.mark.parametrize(
    "words",
    [
        *("ik geef Karel geen toestemming meer", "ik wil niet dat Karel nog meeleest"),
        *("stuur mijn berichten niet meer door naar Karel", "Karel n'a plus mon accord"),
        *("ne transmettez plus rien à Karel", "stop sending my messages to Karel"),
    ],
)
def test_with_the_name_of_whoever_reads_along(words: str) -> None:
    assert said(words, "Karel") is said(words, None) is Enough.PLAINLY
    assert said(words, "Lies") is None


@pytest.mark.parametrize(
    "words",
    [
        *("stop ermee", "stop er mee", "hou op", "hou op Karel", "nee hou nu toch op"),
        *("houd ermee op", "ik wil stoppen", "ik stop ermee"),
        *("arrête ça", "arrêtez tout", "je veux arrêter", "laissez-moi"),
        *("stop it", "I want to stop"),
    ],
)
def test_what_may_be_a_wish_to_end_it(words: str) -> None:
    """It is asked about; and it may be of her life, so what a model doubts is asked as well."""
    assert said(words, "Karel") is Enough.PERHAPS
    assert not only_of_sharing(words, "Karel")


@pytest.mark.parametrize(
    "words", ["laissez-moi tranquille", "laisse-moi en paix", "leave me alone"]
)
def test_left_alone(words: str) -> None:
    assert said(words, "Karel") is Enough.PERHAPS


@pytest.mark.parametrize(
    "words",
    [
        *("ik trek mijn toestemming in voor de operatie", "mijn man trekt zijn toestemming in"),
        *("ik trek mijn toestemming in en ik wil dood", "ik trek mijn toestemming niet in"),
        *("ik geef mijn dokter geen toestemming meer", "ik trek mijn jas in"),
        *("ik wil stoppen met leven", "ik wil stoppen met roken", "hou op met zagen"),
        *("stuur mij niets meer", "stuur niemand", "stuur dit niet aan mijn dochter"),
        *(
            "ik wil nog niet",
            "ik wil u nog niet",
            "ik wil u nog zien",
            "ik wil niet nog meer pillen",
        ),
        *("hij leest niet meer mee", "ik lees niet meer mee", "hou op, ik wil niet meer"),
        *("ik ga niet meer akkoord met mijn zoon", "ik wil niet dat mijn man nog meeleest"),
        *("je retire mon argent", "je reprends mon travail", "je ne retire pas mon accord"),
        *("je veux arrêter de vivre", "je veux arrêter de fumer", "arrête de fumer"),
        *("laissez-moi mourir", "laissez-moi partir", "laisse-moi dormir"),
        *("n'envoyez pas l'ambulance", "ne m'envoyez plus de messages", "ça ne passe pas"),
        *("ne transmettez pas ça à ma fille", "n'envoyez plus rien"),
        *("I take back my words", "I withdraw my money", "he withdraws his consent"),
        *("I want to stop living", "stop this pain", "I no longer agree with my daughter"),
        *("don't send the police", "don't send anyone", "don't send me messages"),
        *("don't send this to my daughter", "I don't agree"),
        *("ik neem mijn pillen terug", "ik neem mijn toestemming mee naar de dokter"),
        *("ik wil mijn geld niet meer geven", "ik neem het terug", "ik annuleer mijn afspraak"),
        *("j'annule mon rendez-vous", "je vous retire mon amitié", "ma fille annule mon accord"),
        *("je n'annule pas mon accord", "je ne veux plus donner mon argent", "j'annule tout"),
        *("I cancel my appointment", "I don't want to give my money any more"),
        *("I don't want to give my consent for the operation", "he cancels my consent"),
        *("u hebt mijn toestemming", "u hebt mijn toestemming niet meer nodig"),
        *("stuur niets meer door aan mijn dochter", "stuur mijn pakje niet meer door"),
        *("vous avez mon accord", "ma fille n'a plus mon accord", "vous n'avez plus mon argent"),
        *("ne transmettez plus rien à ma fille", "arrêtez de transmettre mes lettres"),
        *("you have my consent", "you no longer have my key", "my son no longer has my consent"),
        *("stop sending my messages to my daughter", "don't forward my letters any more"),
        *("ik wil vanaf nu niet meer leven", "je veux mourir maintenant", "I want to die now"),
    ],
)
def test_of_other_things(words: str) -> None:
    assert said(words, "Karel") is None
