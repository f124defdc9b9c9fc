"""What answers a gentle question with no, in words: the whole of what she says, and of that kind of
danger. Despair says no as well."""

from __future__ import annotations

import pytest

from bot.called_off_words import SUICIDE, VIOLENCE, calls_off, denies, firmly_no
from bot.safety.concern import KINDS
from bot.safety.reply import MEDICAL

JOKES = (  # whatever was asked
    *("nee het was maar een grapje schatteke", "grapje", "'t was om te lachen, sorry"),
    *("ik was maar aan het zeveren", "ge hebt mij verkeerd begrepen", "vals alarm, sorry zeg"),
    *("nee zeg, manier van spreken", "zo was het niet bedoeld, sorry voor de ongerustheid"),
    *("c'était une blague, pardon", "mais non, c'était juste une façon de parler", "je rigole"),
    *("vous m'avez mal compris", "fausse alerte, désolée", "c'était pour rire voyons"),
    *("it was only a joke, sorry love", "just kidding", "no no, false alarm, sorry"),
    *("you misunderstood me dear", "I was only joking", "it was just a figure of speech"),
)
DENIED = {
    SUICIDE: (
        *("nee ik ga niks doen", "nee nee, daar denk ik niet aan hoor", "dat meen ik niet"),
        *("ik wil helemaal niet dood", "nee, ik denk niet aan sterven", "ik doe mezelf niks"),
        *("dat zou ik nooit doen", "gewoon een zware dag", "je ferais jamais ça"),
        *("c'est juste une dure journée", "I'd never do that", "it's just a bad day"),
        *("mais non, je ne vais rien faire", "je pense pas à mourir", "j'y pense pas du tout"),
        *("je veux pas mourir voyons", "non, je ne pense pas à ça", "je le pensais pas, désolée"),
        *("no dear, I don't think about that", "I didn't mean it", "I don't want to die"),
        *("I won't do anything stupid", "not thinking of dying no", "I'm not going to hurt myself"),
    ),
    VIOLENCE: (
        *("niemand doet mij iets hoor", "nee niemand slaat mij", "ik word niet geslagen zeg"),
        *("mais personne me fait du mal", "personne ne me frappe", "je ne suis pas battue, non"),
        *("nobody is hurting me", "no love, nobody hurts me", "no one is threatening us"),
    ),
    MEDICAL: (
        *("neen zeg, niet dringend, 't zijn maar plaspillen", "ik heb geen dokter nodig, merci"),
        *("het is niet dringend hoor", "nee nee, geen ambulance nodig", "geen spoed"),
        *("mais non, pas urgent, ce sont mes cachets pour l'eau", "pas besoin d'un médecin merci"),
        *("rien d'urgent", "j'ai pas besoin d'aide", "pas grave du tout, merci de demander"),
        *("No dear, not urgent, they're only water tablets", "I don't need a doctor, thanks"),
        *("it's not urgent", "no emergency, love", "no need for an ambulance"),
    ),
}
DESPAIR = (  # no of nothing
    *("ik doe niks meer", "niemand doet iets voor mij", "mijn leven is een grap", "ik doe niks"),
    *("niemand raakt mij nog aan", "niet dringend, het is voor vannacht", "het leven is een grap"),
    *("ik ga niks meer doen", "ik ga het niet doen vandaag", "ik wil niet dood nu", "ik wil niks"),
    *("ik denk niet dat het nog gaat", "ik wil niet dood maar ik kan niet meer", "geen grap"),
    *("nee niemand mist mij", "niemand doet mij kwaad, ik doe het mezelf", "annule ça"),
    *("je pense pas tenir", "je ne pense pas pouvoir continuer", "je pense pas être là demain"),
    *("pas besoin de vivre", "ma vie est une blague", "je veux rien faire", "je ne pense plus"),
    *("personne ne me touche plus", "personne me veut du mal, je veux juste partir"),
    *("personne ne me fait du mal à part moi-même", "c'est pas une blague", "bonne nuit"),
    *("pas urgent, je ne sais pas", "je veux pas mourir seule", "c'était une blague, ma vie"),
    *("life is a joke", "no need for me anymore", "nobody touches me anymore", "I am not joking"),
    *("I will not do it tonight", "I won't do anything now", "I don't want to die alone"),
    *("nobody hurts me like he does", "nobody hurts me more than I hurt myself", "I will not die"),
    *("it was all a joke, my whole life", "I never mean anything to anybody", "is it not urgent?"),
    *("not urgent but my chest hurts", "it is not so bad", "was it a joke?", "yes it was a joke"),
    *("niet dringend maar ik krijg geen adem", "zo erg is het niet", "niemand doet iets, denk ik"),
)
FIRM = (  # a no alone, to what was asked last
    *("amai nee", "nee nooit", "helemaal niet", "nee bijlange niet", "nee gewoon moe", "toch niet"),
    *("ah nee nee hoor", "nee zeg, natuurlijk niet", "nee schat", "neen zeker niet, merci"),
    *(
        "non pas du tout",
        "mais non voyons",
        "jamais de la vie",
        "non juste fatiguée",
        "oh non merci",
    ),
    *("bien sûr que non", "non non, vraiment", "absolument pas"),
    *("no never", "god no", "no just tired", "of course not", "no way", "not at all", "oh no dear"),
)
NOT_FIRM = (
    *("nee nu niet", "nooit meer", "niet echt", "helemaal niet goed", "zeker niet lang meer"),
    *(
        "nee ik kan niet meer",
        "nee bel niemand",
        "nee laat mij gerust",
        "nee hier niet",
        "nee niemand",
    ),
    *("nee niet vandaag", "ja nee", "nooit genoeg"),
    *("pas vraiment", "plus jamais", "absolument pas bien", "non, j'en ai marre", "jamais plus"),
    *("non plus maintenant", "non, laissez-moi", "non ?"),
    *("not really", "no more", "no not now", "not at all well", "no way out", "no hope", "no one"),
    *("never again", "no, leave me alone", "no use", "no, goodbye", "never here", "no in heaven"),
)


@pytest.mark.parametrize("said", JOKES)
def test_a_joke_denies_whatever_was_asked(said: str) -> None:
    assert all(denies(said, kind) for kind in KINDS)
    assert calls_off(said)


@pytest.mark.parametrize(
    ("kind", "said"), [(kind, said) for kind, all_of in DENIED.items() for said in all_of]
)
def test_a_denial_is_of_its_own_kind(kind: str, said: str) -> None:
    assert [one for one in KINDS if denies(said, one)] == [kind]
    assert calls_off(said)


@pytest.mark.parametrize("said", DESPAIR)
def test_what_denies_nothing(said: str) -> None:
    assert not any(denies(said, kind) for kind in KINDS)


@pytest.mark.parametrize("said", FIRM)
def test_a_firm_no(said: str) -> None:
    assert firmly_no(said)


@pytest.mark.parametrize("said", [*NOT_FIRM, *DESPAIR])
def test_no_firm_no(said: str) -> None:
    assert not firmly_no(said)
