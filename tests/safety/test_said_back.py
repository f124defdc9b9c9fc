"""What she says back, by the words alone: safe, not safe, taken back, gone."""

from __future__ import annotations

import pytest

from bot.called_off_words import calls_off
from bot.goodbyes import says_goodbye
from bot.safe_words import adds_nothing, says_i_am_safe, says_safe
from bot.safety import load_rules
from bot.safety.concern import KINDS
from bot.safety.detect import assess
from bot.safety.reply import MEDICAL, SAFE, WELL
from bot.unsafe_words import is_no, says_unsafe

VIOLENCE = "crisis_violence"
PLAINLY = (
    # as it is said in Flanders, and around it
    *("ik ben veilig", "ja ik ben veilig", "veilig", "ben veilig hoor", "kben veilig hé"),
    *("k zen veilig zulle", "ik zit hier veilig", "nu ben ik veilig", "haha ja ik ben veilig hoor"),
    *("ik ben veilig. sorry sorry", "sorry, ik ben veilig", "nee nee ik ben veilig"),
    *("ik ben veilig, dank u wel en sorry voor de last", "niet bellen ik ben veilig"),
    *("ik ben veilig maakt u geen zorgen", "ik ben veilig hoor, ik zit bij de buurvrouw nu"),
    *(
        "ik ben veilig want ik zit bij mijn zus",
        "ik ben veilig, hij is weg",
        "slaapwel, ik ben veilig",
    ),
    *(
        "ik ben veilig, 't was maar een grap",
        "ik veilig",
        "ik ben niet in gevaar",
        "ik ben in veiligheid",
    ),
    # in French
    *(
        "je suis en sécurité",
        "oui, je suis bien en sécurité",
        "en sécurité merci",
        "chuis safe mdr",
    ),
    *(
        "je suis en sécurité, désolée pour le dérangement",
        "non non je suis à l'abri, merci beaucoup",
    ),
    *("ne t'inquiète pas je suis en sécurité", "je ne suis pas en danger", "moi sécurité merci"),
    *("je suis en sécurité, je suis chez ma sœur", "je suis en sécurité, c'était une blague"),
    *(
        "non mais ça va je suis en sécurité, c'était juste la fatigue",
        "nee hoor ik ben veilig, 't was gewoon de vermoeidheid",
        "no no I'm safe, I was only tired",
        "I'm safe, it was just tiredness",
    ),
    *("je suis en sécurité, il est parti", "mais oui je suis en sécurité, bonne nuit"),
    # in English, and in that of learners
    *("I am safe", "i am safe. sorry sorry", "I am safe, thank you", "yes I am safe now", "safe"),
    *("I'm safe now, so sorry for the fuss", "No no, I'm safe dear", "don't worry I am safe"),
    *("I'm perfectly safe, love. Good night", "i safe thank you", "me safe", "I'm not in danger"),
    *("Oh I'm safe dear, I was only telling you about my programme", "I am save", "I feel safe"),
    *("I'm safe!!! leave me alone", "Yes I am safe, I was watching a film", "im safe now ty"),
    *("I'm safe, I am with my neighbour now", "I am safe, it was only a joke", "I'm safe, he left"),
    *("I am safe, my daughter is here", "safe and sound, thanks for asking", "I am safe and you?"),
)
NOT_SAID = (
    *("ik ben veilig. Nee", "je suis en sécurité. non", "I am safe, no", "I am safe, too late"),
    *("ik ben veilig, 't is te laat", "je suis en sécurité, c'est trop tard"),
    *("am i safe", "ben ik hier veilig", "suis-je en sécurité", "are we safe now"),
    *("I'm safe. Goodbye everyone", "ik ben veilig, zeg mijn kinderen dat ik ze graag zag"),
    *("ja ik ben veilig en ik heb alles ingenomen", "I am safe in hospital after I cut myself"),
    *("ja veilig genoeg om het te doen", "je suis en sécurité, j'ai tout avalé"),
    *(
        "je suis en sécurité mais ça va recommencer",
        "non mais ça va pas, je suis en sécurité",
        "je suis en sécurité, c'était juste la fatigue de vivre",
        "ik ben veilig, 't was gewoon de vermoeidheid van het leven",
        "I am safe, I was only tired of living",
    ),
    *("ik ben veilig maar hij komt terug", "ik ben veilig, hij komt straks", "ben ik veilig?"),
    *(
        "ik hoop dat hij veilig is",
        "ik ben veilig als hij weg is",
        "hou mij veilig",
        "wat is veilig",
    ),
    *(
        "ik zou veilig zijn",
        "ik denk dat ik veilig ben",
        "voorlopig ben ik veilig",
        "niet echt veilig",
    ),
    *("veilig ben ik hier niet", "ik ben nie veilig", "ik ben veilig, ik heb pillen genomen"),
    *("je suis en sécurité mais il revient", "je suis en sécurité, il est devant la porte"),
    *("je suis en sécurité pour l'instant", "je veux être en sécurité", "pas trop en sécurité"),
    *("je suis en danger", "je serai en sécurité quand je serai morte", "tu es en sécurité"),
    *("I am safe but he is coming back", "I am safe, he is coming back", "am I safe?"),
    *("I'm safe now, I took all my pills", "I want to be safe", "keep me safe", "I was safe"),
    *("I am safe for now", "I don't think I am safe", "I'll be safe when I'm dead", "no, not safe"),
    *(
        "I am safe outside, he has the key",
        "nobody can make me safe",
        "I save stamps",
        "I'm fine",
        "it is not so bad",
    ),
)
UNSAFE = (
    *("niet echt veilig", "veilig ben ik hier niet", "ik denk niet dat ik veilig ben", "onveilig"),
    *("pas vraiment en sécurité", "je ne suis pas en sécurité", "je suis en danger"),
    *("not really safe", "I don't feel safe here", "I don't think I am safe", "I am in danger"),
)
TAKEN_BACK = (
    *("mais personne me fait du mal wtf c'était une blague", "annule ça", "tout va bien"),
    *("er scheelt niks met mij ik ben content", "nee gewoon een zware dag, ik meen dat niet"),
    *(
        "bel mijne zoon niet hein ik ga naar Leuven naar mijn dochter 't is dat",
        "zo erg is het niet",
    ),
    *("it is not so bad", "no no everything is fine", "I didn't mean it", "don't call my son"),
)
IN_EARNEST = (
    *("c'est pas une blague", "het is geen grap", "I am not joking", "personne ne m'aime"),
    *(
        "niemand helpt mij",
        "personne ne m'a aidé",
        "nobody does anything for me",
        "nobody calls me",
    ),
)


@pytest.mark.parametrize("said", PLAINLY)
def test_plainly_safe(said: str) -> None:
    for kind in KINDS:
        says = says_safe(said, kind)
        assert says is not None
        assert says.plainly
        assert says.answer == (WELL if kind == MEDICAL else SAFE)
        assert not says_unsafe(said, kind)
    assert assess(said, "en", load_rules()) is None


@pytest.mark.parametrize("said", NOT_SAID)
def test_what_does_not_say_it(said: str) -> None:
    says = says_safe(said, VIOLENCE)
    assert says is None or not says.plainly


@pytest.mark.parametrize(
    "said", ["het is laat, ik ben veilig", "I am safe, it is late, good night"]
)
def test_late_is_not_too_late(said: str) -> None:
    assert says_safe(said, VIOLENCE) is not None


def test_a_story_that_nobody_knows_is_asked_about() -> None:
    says = says_safe("I am safe, the kettle is on and the cat sits on the sill", VIOLENCE)
    assert says is not None
    assert not says.plainly


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("Good heavens no, I only nodded off, dear. I'm quite all right", WELL),
        ("nee nee, ik was maar ingedommeld, alles goed", WELL),
        ("mais non, je m'étais assoupie, tout va bien", WELL),
        ("geen dokter nodig, ik ben in orde", WELL),
        ("mijn dochter komt eraan", SAFE),
        ("the ambulance is on its way", SAFE),
        ("ma fille arrive", SAFE),
        ("I'm fine", None),
        ("don't worry, I'm fine, thanks", None),
        ("geen dokter nodig, dank u", None),
        ("ça va bien, merci", None),
        ("it's not so bad", None),
        ("no dear, not urgent", None),
        ("er komt niemand", None),
    ],
)
def test_of_help(said: str, answer: str | None) -> None:
    """That all is well is believed with a reason to it; alone, many a sick person says so."""
    says = says_safe(said, MEDICAL)
    assert (says.answer if says else None) == answer
    assert says_safe(said, VIOLENCE) is None


HELP_COMES = (
    *("ja, de huisarts is onderweg, dank u", "er is hulp onderweg", "de dokter komt nu"),
    *("mijn buurvrouw is bij mij", "ik ben veilig, mijn dochter komt eraan", "de 112 is onderweg"),
    *("l'ambulance est en route", "les secours arrivent", "oui mon fils est là", "l'aide arrive"),
    *("merci beaucoup, ma fille arrive tout de suite", "il y a une ambulance en route"),
    *("help is coming", "there is a doctor on the way", "yes my neighbour is with me now"),
    *("I am safe, the ambulance is coming", "my daughter is here"),
)
WHO_COMES = (  # whoever that is, and whatever else comes
    *("hij komt eraan", "hij komt eraan, ik hoor hem", "mijn ex is onderweg", "ze zijn onderweg"),
    *("de dood komt eraan", "ik ben onderweg naar de brug", "mijn man is onderweg"),
    *("ik ben onderweg naar moeder in de hemel", "mijn zoon komt terug", "mama komt eraan"),
    *("mijn zoon komt eraan, verstop mij", "de ambulance komt niet", "de dokter komt morgen"),
    *("il arrive", "mon ex arrive", "il arrive avec un couteau", "ils arrivent", "la mort arrive"),
    *("je suis en route vers le pont", "mon mari arrive", "maman arrive", "ma fille vient demain"),
    *("l'ambulance n'arrive pas", "j'arrive", "ma fille arrive demain"),
    *("he is coming", "they are coming", "my husband is here", "my son is coming back"),
    *("the ambulance is not coming", "the end is coming", "my son is coming, he has a knife"),
    *("I am on my way to the bridge", "I am on my way to mum in heaven", "is the doctor coming?"),
    *(
        "no help is coming",
        "no ambulance is coming",
        "help is coming too late",
        "help is coming. no",
    ),
    *("er komt geen hulp", "aucune aide n'arrive", "l'aide arrive trop tard", "hulp komt te laat"),
)


@pytest.mark.parametrize("said", HELP_COMES)
def test_help_that_comes_has_a_name(said: str) -> None:
    says = says_safe(said, MEDICAL)
    assert says is not None
    assert says.plainly


@pytest.mark.parametrize("said", WHO_COMES)
def test_whoever_comes_may_be_no_help(said: str) -> None:
    assert says_safe(said, MEDICAL) is None


OF_ALL = (
    *("ik ben veilig", "nee nee, ik ben veilig", "veilig", "we zijn hier veilig", "kben veilig hé"),
    *("je suis en sécurité", "en sécurité merci", "chuis safe", "je suis chez moi à l'abri"),
    *("I am safe", "safe", "yes, I'm perfectly safe", "no danger, I am safe", "safe and sound"),
)
OF_WHAT_WAS_ASKED = (
    *("geen gevaar", "ik ben niet in gevaar", "ik ben uit het gevaar", "ik ben ongedeerd"),
    *("pas de danger", "je suis hors de danger", "je ne suis pas en danger", "l'aide arrive"),
    *("no danger", "I'm out of danger", "I am not in danger", "help is coming", "er komt hulp"),
    *("alles goed", "tout va bien", "I'm all right", "mijn dochter is veilig", "she is safe"),
)
NOTHING_MORE = (
    *("dank u wel", "merci beaucoup", "thank you so much", "sorry voor de last", "ok", "slaapwel"),
    *("désolée pour le dérangement", "don't worry", "maak u geen zorgen", "bonne nuit", "haha"),
)
MORE = (
    *("maar niet lang meer", "het is toch te laat", "nee", "neen hoor", "nog even", "echt niet"),
    *("mais pas longtemps", "trop tard", "non", "non merci", "encore un peu", "adieu"),
    *("but not for long", "too late", "no", "no thanks", "for now", "goodbye everyone", "really?"),
    *("vaarwel", "zorg voor de kat", "occupez-vous du chat", "look after the cat"),
)


@pytest.mark.parametrize("said", OF_ALL)
def test_i_am_safe_is_of_every_danger(said: str) -> None:
    assert says_i_am_safe(said)


@pytest.mark.parametrize("said", OF_WHAT_WAS_ASKED)
def test_no_danger_is_of_what_was_asked(said: str) -> None:
    assert not says_i_am_safe(said)


@pytest.mark.parametrize("said", NOTHING_MORE)
def test_what_adds_nothing(said: str) -> None:
    assert adds_nothing(said)


@pytest.mark.parametrize("said", MORE)
def test_what_may_take_it_back(said: str) -> None:
    assert not adds_nothing(said)


@pytest.mark.parametrize("said", UNSAFE)
def test_not_safe(said: str) -> None:
    for kind in KINDS:
        assert says_unsafe(said, kind)


def test_a_no_is_short() -> None:
    for said in ("neen niet echt", "non pas vraiment", "no, not really", "nah"):
        assert is_no(said)
    for said in ("no I am at my sister's place today", "nooit meer", "nobody"):
        assert not is_no(said)


@pytest.mark.parametrize("said", TAKEN_BACK)
def test_taken_back(said: str) -> None:
    assert calls_off(said)
    assert says_safe(said, VIOLENCE) is None, "it says nothing of being safe"


@pytest.mark.parametrize("said", IN_EARNEST)
def test_in_earnest(said: str) -> None:
    assert not calls_off(said)


def test_goodbyes_without_a_model() -> None:
    for said in ("slaapwel", "bonne nuit", "good night dear", "ok tot morgen", "merci, à demain"):
        assert says_goodbye(said, None)
    for said in ("good night's sleep is all I want", "dag na dag hetzelfde", "bonne idée"):
        assert not says_goodbye(said, None)
