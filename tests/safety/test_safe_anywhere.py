"""'I am safe' counts where all of it is known. Where she would be safe, and what nobody knows, is
asked about: 'in heaven I am safe', 'I am safe on the bridge'."""

from __future__ import annotations

import pytest

from bot.called_off_words import SUICIDE
from bot.safe_words import says_safe
from bot.safety.concern import KINDS
from bot.safety.reply import MEDICAL

TIRED = (  # as tired people answer
    *("ja ik ben veilig hoor", "ja hoor ben veilig", "ben veilig, slaapwel", "jaja veilig"),
    *("ik ben veilig schatteke, dank u", "ik ben veilig, mijn zoon is er", "ja veilig thuis"),
    *("ik ben veilig, mijn zoon is bij mij", "nee nee ik ben veilig, 't was maar een grapje"),
    *("ja ik ben veilig in mijn zetel", "amai ja, ik ben veilig", "ik ben veilig, ik zit thuis"),
    *("oui je suis en sécurité merci", "oui oui en sécurité", "je suis en sécurité, pardon"),
    *("ben oui je suis en sécurité chez moi", "je suis en sécurité avec mon chat, merci"),
    *("oui je suis à l'abri, bonne nuit", "je suis en sécurité, mon fils est là"),
    *("désolée, je suis en sécurité", "mais oui, je suis bien en sécurité ici"),
    *("yes im safe now thanks love", "yeah i'm safe", "im safe, my son is here", "safe love"),
    *(
        "I'm safe in my bed dear",
        "yes I am safe at home",
        "oh sorry, I'm safe",
        "I am safe, promise",
    ),
    *("ik ben veilig, mijn zus Rita is hier", "ik ben veilig, mijn zoon is er bij"),
    *("I'm safe, the doctor was here", "je suis en sécurité, ma fille Anne est chez moi"),
    *("ja, ik ben veilig, ge moogt op uw beide oren slapen", "ik ben veilig, ik kijk tv"),
    *("mais oui, je suis en sécurité, tout va bien ici, je prends mon café",),
    *("yes I'm safe, I was only quoting the song", "I'm safe, I'm having a cup of tea"),
    *("I'm safe, just tired", "no no I am safe, it was only a joke"),
)
WHERE = (  # and when she would be
    *("in de hemel ben ik veilig", "dan ben ik veilig", "eens ik weg ben ben ik veilig"),
    *(
        "ik ben veilig bij mama in de hemel",
        "ik ben veilig onder de grond",
        "ik ben veilig bij God",
    ),
    *("alleen in het water ben ik veilig", "ik ben veilig op het dak", "ik ben veilig bij mama"),
    *("ik ben veilig en zo duizelig", "ik zit veilig onder het bed", "thuis ben ik veilig"),
    *("geen gevaar meer dat ik wakker word", "in mijn bed ben ik veilig", "straks ben ik veilig"),
    *("ik ben veilig ver van iedereen", "bij mijn zus ben ik veilig", "nee veilig"),
    *("au ciel je suis en sécurité", "une fois partie je suis en sécurité", "là-haut, à l'abri"),
    *("je suis en sécurité sur le pont", "je suis en sécurité sous terre", "non sécurité"),
    *(
        "aucun danger que je me réveille",
        "chez ma sœur je suis en sécurité",
        "alors en sécurité là",
    ),
    *(
        "je suis en sécurité avec les anges",
        "bientôt je suis en sécurité",
        "seule je suis à l'abri",
    ),
    *("je suis en sécurité et j'ai si froid", "dans mon lit je suis en sécurité"),
    *("je suis en sécurité près de maman", "je suis en sécurité mais il est là"),
    *(
        "in heaven I am safe",
        "once I am gone I am safe",
        "then I am safe",
        "I am safe on the bridge",
    ),
    *("I am safe and so cold", "at home I am safe", "when I sleep I am safe", "I am safe with mum"),
    *("no danger of waking up", "with my sister I am safe", "I am safe under the ground"),
    *("I am safe in the water", "I am safe where nobody finds me", "no safe", "I was safe"),
)
BETTER = (
    *("ik voel mij al beter, dank u", "het gaat weer beter", "de pijn is weg"),
    *("ça va mieux, merci", "je me sens beaucoup mieux", "la douleur est partie"),
    *("I feel much better now, thanks", "the pain is gone", "it has passed, sorry"),
)
WORSE = (
    *("ik voel me beter dood", "het gaat nooit meer beter", "de pijn is nooit weg", "het is over"),
    *("ça ira mieux quand je serai morte", "ça va mieux sans moi", "c'est fini"),
    *("I feel better dead", "the pain is never gone", "it is over", "better off without me"),
)


@pytest.mark.parametrize("said", TIRED)
@pytest.mark.parametrize("kind", KINDS)
def test_safe(said: str, kind: str) -> None:
    says = says_safe(said, kind)
    assert says is not None
    assert says.plainly


@pytest.mark.parametrize("said", WHERE)
@pytest.mark.parametrize("kind", KINDS)
def test_asked_about(said: str, kind: str) -> None:
    says = says_safe(said, kind)
    assert says is None or not says.plainly


@pytest.mark.parametrize("said", BETTER)
def test_of_an_illness_better_is_enough(said: str) -> None:
    says = says_safe(said, MEDICAL)
    assert says is not None
    assert says.plainly
    assert says.of_help
    assert says_safe(said, SUICIDE) is None


@pytest.mark.parametrize("said", WORSE)
def test_what_is_no_better(said: str) -> None:
    says = says_safe(said, MEDICAL)
    assert says is None or not says.plainly


def test_safe_alone_says_nothing_of_help() -> None:
    for said in ("ik ben veilig", "oui je suis en sécurité merci", "I am safe"):
        says = says_safe(said, MEDICAL)
        assert says is not None
        assert not says.of_help
    for said in ("I am safe, my son is here", "ik ben veilig, de dokter komt eraan"):
        says = says_safe(said, MEDICAL)
        assert says is not None
        assert says.of_help
