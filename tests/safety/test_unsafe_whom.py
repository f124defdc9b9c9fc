"""'Not safe' is said of her, or it is not said of whom. The ice, polar bears and a daughter who are
not safe are no answer to 'are you safe?'."""

from __future__ import annotations

import pytest

from bot.called_off_words import SUICIDE
from bot.help_words import says_help_comes, says_nobody_comes
from bot.safe_words import says_safe
from bot.safety.concern import KINDS
from bot.safety.reply import MEDICAL
from bot.unsafe_words import says_unsafe

UNSAFE = (
    *("ik ben in gevaar", "ik ben niet safe", "verre van veilig", "ik ben verre van veilig"),
    *("hier ben ik niet veilig", "veilig ben ik hier niet", "ik ben nergens meer veilig"),
    *("ik voel mij niet veilig bij hem", "ben niet veilig", "voel me onveilig", "onveilig"),
    *("nee ik ben hier echt nie veilig, hij staat voor de deur", "mijn leven is in gevaar"),
    *("ik denk niet dat ik veilig ben", "we zijn in groot gevaar", "allesbehalve veilig"),
    *(
        "bwa niet echt veilig",
        "als hij drinkt ben ik niet veilig",
        "mijn zoon en ik zijn niet veilig",
    ),
    *("je suis pas safe", "pas en sûreté", "loin d'être en sécurité", "chuis pas safe"),
    *("je suis loin d'être en sécurité", "je ne me sens pas en sécurité ici", "je suis en danger"),
    *("je ne pense pas être en sécurité", "me sens pas en sécurité", "ma vie est en danger"),
    *("non, pas vraiment en sécurité", "on n'est pas en sécurité ici", "je suis en grand danger"),
    *("je ne suis nulle part en sécurité", "plus du tout à l'abri", "en danger"),
    *("i aint safe", "far from safe", "I'm far from safe", "not really safe with him", "unsafe"),
    *("I don't feel safe here", "no I am not safe, he is outside", "I'm not safe from myself"),
    *("I do not think I am safe", "im not safe", "i no safe", "we are in danger", "never safe"),
    *("no not safe after all", "non pas en sécurité finalement", "toch niet veilig vannacht"),
    *("nope not safe he's out on the landing with a bat", "niet veilig hij staat voor de deur"),
    *("pas en sécurité il revient ce soir", "I am in danger", "we're not safe here"),
    *("I am in real danger", "I never really feel safe", "I'm nowhere near safe", "not very safe"),
)
NOT_OF_HER = (
    *("not safe outside with this snow", "niet veilig met die sneeuw", "pas safe ce vélo"),
    *("de stoep is niet veilig met die sneeuw", "zij is niet veilig thuis", "is het niet veilig?"),
    *("mijn dochter is niet veilig bij hem", "de ijsberen zijn in gevaar", "niemand is in gevaar"),
    *("ik ben niet echt in gevaar", "ik ben niet in gevaar", "ik ben nooit in gevaar geweest"),
    *("ik ben bang dat het niet veilig is op straat", "ik weet niet of het veilig is"),
    *(
        "fietsen is hier niet veilig",
        "ik ben niet zeker of dat veilig is",
        "niet bellen ik ben veilig",
    ),
    *("personne n'est en danger", "je ne suis pas vraiment en danger", "la planète est en danger"),
    *(
        "le trottoir n'est pas sûr",
        "elle n'est pas en sécurité chez elle",
        "je ne suis plus en danger",
    ),
    *(
        "ma fille n'est pas en sécurité",
        "les ours sont en danger",
        "je ne suis pas du tout en danger",
    ),
    *("c'est pas en sécurité ici ce vélo", "je ne crois pas que ce soit en danger"),
    *("il n'est pas en sécurité", "je suis sûre que ce n'est pas en danger"),
    *("polar bears are in danger", "the ice is not safe", "nobody is in danger", "she is not safe"),
    *("I'm not actually in danger", "I am not in any danger", "my daughter is not safe with him"),
    *("I am sorry it is not safe to walk", "I'm not sure it is safe", "that ladder is not safe"),
    *("my bank says it is not safe", "I am hardly in danger", "this website is unsafe"),
    *("why do you ask if I am in danger", "votre robot me demande si je suis en danger"),
    *("am I not safe?", "I was never in danger", "is the water not safe"),
)
HELP = (
    *("ik lig in het ziekenhuis", "ambulance onderweg", "hulp onderweg", "ik ben op spoed"),
    *("mijn kleinzoon is hier", "de ambulance is gearriveerd", "de dokter is er al, merci"),
    *("mijn buurman brengt mij naar het ziekenhuis", "mijn zoon is onderweg", "huisarts onderweg"),
    *("ja de ziekenwagen is onderweg hoor", "mijn kleindochter komt eraan", "de mug is er"),
    *("je suis à l'hôpital", "ambulance en route", "mon petit-fils est là", "je suis aux urgences"),
    *("ma petite-fille arrive", "le samu est arrivé", "oui l'ambulance est là, merci"),
    *(
        "mon fils m'emmène aux urgences",
        "secours en route",
        "le médecin arrive",
        "ma voisine est là",
    ),
    *("mon frère est en route", "les pompiers sont là"),
    *("I'm in hospital", "ambulance on its way", "my grandson is here", "help on the way"),
    *("the ambulance has arrived", "I am at the hospital now", "my granddaughter is coming, love"),
    *("my son is taking me to hospital", "the doctor is here", "yes the paramedics are here"),
    *("my neighbour is with me now", "the nurse is on her way"),
)
NOBODY = (
    *("er komt geen hulp", "de ambulance komt niet", "er komt niemand", "geen hulp onderweg"),
    *("niemand komt", "mijn dochter komt niet", "nee er komt niemand hoor", "er is niemand"),
    *("de dokter komt niet meer", "er komt hier niemand", "mijn zoon is niet onderweg"),
    *("d'er komt niemand", "niemand neemt op", "ik krijg niemand te pakken"),
    *("personne n'est venu", "personne ne répond", "il n'y a personne qui vient"),
    *("nobody can come", "no one came", "nobody is picking up"),
    *("maar er komt toch niemand", "er is geen ambulance onderweg"),
    *("l'ambulance n'arrive pas", "personne ne vient", "aucune aide n'arrive", "personne vient"),
    *(
        "mon fils ne vient pas",
        "le médecin vient pas",
        "il n'y a personne",
        "non personne ne vient",
    ),
    *("pas d'ambulance en route", "les secours n'arrivent pas", "ma fille n'est pas là"),
    *("aucun médecin ne vient", "le médecin n'est toujours pas là"),
    *("no help is coming", "nobody is coming", "no one's coming", "the ambulance is not coming"),
    *(
        "no, nobody is coming",
        "my son won't come",
        "the doctor isn't coming",
        "there is nobody here",
    ),
    *("no ambulance is on the way", "there's no one", "nobody is here"),
    *("help never came", "the nurse is not here yet", "my daughter isn't coming today"),
)
NO_WORD_OF_HELP = (
    *("mijn man komt niet", "de dood komt niet", "de post komt niet vandaag", "de hond komt eraan"),
    *(
        "ik lig in bed",
        "ik lig op de grond",
        "mijn ex is onderweg",
        "er komt iemand",
        "hij is hier",
    ),
    *("ik ben onderweg naar de brug", "niemand komt op mijn verjaardag", "mama komt niet"),
    *("le facteur ne vient pas", "je suis à la maison", "personne ne m'aime", "il vient pas"),
    *("je suis en route", "mon ex arrive", "le sommeil ne vient pas", "je suis par terre"),
    *("le bus n'arrive pas", "maman ne vient plus", "quelqu'un est là", "je suis au pont"),
    *("sleep is not coming", "my husband is here", "I am in bed", "the post is not coming"),
    *("nobody loves me", "he is coming", "I am on my way", "the end is on its way"),
    *(
        "niemand neemt mij ernstig op",
        "personne ne répond à mes lettres",
        "no one answers my letters",
    ),
    *("nobody came to my birthday", "I'm on the floor", "somebody is here", "mum isn't coming"),
)


@pytest.mark.parametrize("said", UNSAFE)
def test_of_her(said: str) -> None:
    for kind in KINDS:
        assert says_unsafe(said, kind)
        assert says_safe(said, kind) is None


@pytest.mark.parametrize("said", [*NOT_OF_HER, *HELP, *NO_WORD_OF_HELP])
def test_of_something_else(said: str) -> None:
    for kind in KINDS:
        assert not says_unsafe(said, kind)


@pytest.mark.parametrize("said", HELP)
def test_help_comes(said: str) -> None:
    says = says_safe(said, MEDICAL)
    assert says is not None
    assert says.plainly
    assert says.of_help
    assert says_safe(said, SUICIDE) is None


@pytest.mark.parametrize("said", NOBODY)
def test_nobody_comes(said: str) -> None:
    assert says_unsafe(said, MEDICAL)
    assert not says_unsafe(said, SUICIDE)
    assert says_safe(said, MEDICAL) is None


@pytest.mark.parametrize("said", NO_WORD_OF_HELP)
def test_whoever_is_not_help(said: str) -> None:
    assert not says_help_comes(said)
    assert not says_nobody_comes(said)
    assert says_safe(said, MEDICAL) is None
