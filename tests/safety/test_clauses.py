"""A negation denies what is said in its own clause, and nothing that is cried out beside it."""

from itertools import pairwise

import pytest

from bot.safety import explain, load_rules
from bot.safety.clauses import ends, own
from bot.safety.normalise import normalise

RULES = load_rules()

FIRST = {
    "nl": (
        *("het gaat niet", "het gaat niet goed", "ik kan niet meer", "dat lukt niet"),
        *("ik slaap niet", "er is niemand", "ik heb geen hulp", "nee", "het helpt niets"),
        *("geen mens belt mij", "ik weet het niet", "niet goed vandaag", "ik eet niet meer"),
        *("dat wil ik niet", "het is niet waar", "niemand komt", "nooit iemand hier"),
        *("ik heb niks", "zonder hem gaat het niet", "ik kom niet buiten"),
    ),
    "fr": (
        *("ça va pas", "ça ne va pas", "ça va pas du tout", "je ne dors pas", "je n'en peux plus"),
        *("il n'y a personne", "je n'ai pas d'aide", "non", "rien ne va"),
        *("personne ne m'appelle", "je ne sais pas", "pas bien aujourd'hui", "je ne mange plus"),
        *("je ne veux pas", "c'est pas vrai", "personne ne vient", "jamais personne ici"),
        *("je n'ai rien", "sans lui ça va pas", "je ne sors pas"),
    ),
    "en": (
        *("it's no use", "it's not going well", "I can't any more", "it doesn't work"),
        *("I don't sleep", "there is nobody", "I have no help", "no", "nothing helps"),
        *("nobody calls me", "I don't know", "not good today", "I don't eat"),
        *("I don't want this", "that's not true", "nobody comes", "never anyone here"),
        *("I have nothing", "without him it's no good", "I'm not okay"),
    ),
}
CRIES = {
    "nl": ("ik wil dood", "ik wil niet meer leven", "ik maak er een einde aan"),
    "fr": ("je veux mourir", "je ne veux plus vivre", "je vais me tuer"),
    "en": ("I want to die", "I don't want to live anymore", "I'm going to kill myself"),
}
# Where nobody is named who wants it, only the mark before it tells that it is a clause of its own.
CRIES_ALONE = {"nl": "wil niet meer leven", "fr": "envie de mourir", "en": "want to die"}


# Nobody is named in either clause, as people write who are tired: what is denied ends by itself.
TIRED = {
    "nl": (
        *("ben niet bang meer", "niet geslapen", "slaap niet", "niks gegeten", "nooit bezoek"),
        *("geen mensen gezien", "niet goed vandaag", "nie gesloapn", "bne niet bagn meer"),
    ),
    "fr": (
        *("pas envie de parler", "pas dormi", "jamais de visite", "plus de courage"),
        *("pas peur de la nuit", "pas anvi de parlé", "aucun appel"),
    ),
    "en": (
        *("not sleeping", "cant sleep", "no visitors", "never a call", "not scared anymore"),
        *("no energy left", "not slepping", "dont care", "not scarred anymore"),
    ),
}
WISHES = {
    "nl": (
        *("wil dood", "wil gewoon dood", "wil sterven", "wil doodgaan", "wil niet meer leven"),
        *("wil dod", "wl dood", "wou dat ik dood was"),
    ),
    "fr": ("envie d'en finir", "veux mourir", "vais me tuer", "anvi d'en finir", "veux mourire"),
    "en": ("want to die", "wanna die", "gonna end it", "wnat to die", "want to be dead"),
}


def acts(line: str) -> bool:
    return any(hit.level == "act" for hit in explain(line, RULES))


@pytest.mark.parametrize(
    ("language", "first"), [(code, first) for code, said in FIRST.items() for first in said]
)
def test_no_first_clause_softens_a_cry(language: str, first: str) -> None:
    for cry in CRIES[language]:
        for mark in (", ", ". ", " ", "\n", "..."):
            assert acts(first + mark + cry), first + mark + cry
    for mark in (", ", "; ", "! "):
        assert acts(first + mark + CRIES_ALONE[language])


@pytest.mark.parametrize(
    ("language", "first"), [(code, first) for code, said in TIRED.items() for first in said]
)
def test_a_wish_without_a_subject_is_denied_by_no_clause_before_it(
    language: str, first: str
) -> None:
    ands = {"nl": " en ", "fr": " et ", "en": " and "}
    for wish in WISHES[language]:
        for mark in (", ", ". ", "\n", "... ", ands[language], " "):
            assert acts(first + mark + wish), first + mark + wish


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_a_wish_alone_is_one(language: str) -> None:
    for wish in WISHES[language]:
        assert acts(wish), wish


@pytest.mark.parametrize(
    "line",
    [
        *(
            "wil niet dood",
            "niet ziek en wil niet dood",
            "ik ben blij dat ik niet meer wil sterven",
        ),
        *("omdat ik met de kinderen in huis niet wil sterven", "niemand wil dood"),
        *("geen mens wil dood", "ik heb geen plannen en wil niet dood", "mijn plant wil dood"),
        *("niet lekker, wil thuis sterven", "niet moe, ga slapen"),
        *(
            "pas envie de mourir",
            "je n'ai jamais eu envie de mourir",
            "plus aucune envie de mourir",
        ),
        *("pas malade et pas envie de mourir", "pas fini, veux en finir avec cette vaisselle"),
        *("pas contente, veux en finir avec lui", "pas envie de sortir, envie de dormir"),
        *("don't want to die", "not sick and dont want to die", "no plans of going to end it all"),
        *("no longer want to die", "I do not at all want to die", "never really wanted to die"),
        *("not happy, gonna end it with him", "not sleeping, want to dance"),
    ],
)
def test_a_denied_wish_without_a_subject_brings_no_alarm(line: str) -> None:
    assert not acts(line)


@pytest.mark.parametrize(
    "line",
    [
        *("niet dat ik dood wil", "het is niet waar dat ik dood wil"),
        *("ik zeg niet dat ik dood wil", "nee hoor, ik denk er niet aan om te sterven"),
        "ik wil niet dood hoor, gewoon moe",
        *("je n'ai plus envie de mourir", "je n'ai jamais dit que je voulais mourir"),
        *("je n'ai pas envie de mourir, ça va", "non, pas envie de mourir, juste fatigué"),
        *("not that I want to die", "I'm not saying I want to die", "I never said I want to die"),
        *("I don't want to die, I'm tired", "no, I am not going to kill myself"),
        *("not that he hits me", "c'est pas qu'il me frappe", "niet dat hij mij slaat"),
    ],
)
def test_what_a_negation_governs_is_denied(line: str) -> None:
    assert not acts(line)


THREATS = """
als ge niet komt dan spring ik voor de trein
als ge niet komt spring ik voor de trein
als ge niet komt gooi ik mij onder de trein
als je niet antwoordt spring ik voor de trein
als ge nu niet antwoordt smijt ik mij onder de tram
als ge niet komt pleeg ik zelfmoord
als er geen hulp komt spring ik voor de trein
als het niet betert maak ik er een einde aan
als ge nooit meer belt spring ik voor de metro
dit lukt mij niet dan spring ik voor de trein
niets helpt nog dan spring ik voor de trein
zonder hem verhang ik mij
si tu ne viens pas je saute devant le train
si personne ne vient je me jette sous le train
si ça ne va pas mieux je me pends
if you don't come I jump in front of the train
if nobody answers I kill myself
if it doesn't get better I'll end my life
"""
NO_THREATS = """
nooit spring ik voor de trein
nee, nooit pleeg ik zelfmoord
nooit meer snij ik mijn polsen over
als ge niet komt spring ik even binnen bij de buren
als het niet betert maak ik een eind aan dat contract
als ge niet komt maak ik er geen drama van
si tu ne viens pas je saute dans un taxi
jamais je ne sauterais devant le train
if you don't come I jump in the shower
"""


@pytest.mark.parametrize("line", THREATS.strip().split("\n"))
def test_what_is_denied_in_a_condition_denies_no_threat(line: str) -> None:
    assert acts(line)


@pytest.mark.parametrize("line", NO_THREATS.strip().split("\n"))
def test_a_never_or_another_thing_is_no_threat(line: str) -> None:
    assert not acts(line)


def test_in_one_clause_the_gentle_question_stays() -> None:
    assert {hit.level for hit in explain("ik zeg niet dat ik dood wil", RULES)} == {"ask"}


def test_where_a_clause_begins() -> None:
    assert own(["het", "gat", "niet"], "ik") == []
    assert own(["zeg", "niet", "dat"], "ik") == ["zeg", "niet", "dat"]
    assert own(["ik", "ben", "niet"], "van") == ["ik", "ben", "niet"]
    assert own(["niet", "goed", "maar"], "wil") == ["maar"]
    assert own([], "ik") == []


def test_marks_end_a_clause_and_never_tear_a_word_apart() -> None:
    def found(text: str) -> list[str]:
        read = RULES.spelling.mend(normalise(text))
        begins = (0, *ends(text, read, RULES.spelling))
        return [read[a:b].strip() for a, b in pairwise(begins)]

    assert found("het gaat niet, ik wil d.o.o.d") == ["het gat niet", "ik wil dod"]
    assert found("ça va pas... j'arrête! voilà") == ["ca va pas", "j arete", "voila"]
    assert found("d,o,o,d") == []
