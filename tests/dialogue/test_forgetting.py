"""One thing is forgotten by whatever words: that thing alone, by its proper name, and no loss."""

import pytest

from bot.dialogue import Context, Library, Remember, Said, command, resume
from bot.dialogue.answers import wish
from bot.dialogue.topics import named, topic
from bot.dialogue.turns import Act, Say, Turn
from bot.dialogue.words import plain
from bot.understanding import Understanding

FACTS = {
    "nl": {"language": "nl", "relation.sister": "2026-02-20 - mijn zus"},
    "fr": {"language": "fr", "relation.neighbour": "2026-02-20 - ma voisine Lucienne"},
    "en": {"language": "en", "relation.sister": "2026-02-20 - my sister Noor"},
}
KEPT = {"nl": "mijn zus", "fr": "ma voisine Lucienne", "en": "my sister Noor"}
AT_ONCE = """
nl | vergeet dat van mijn zus toch maar | thank
nl | alleen mijn zus vergeten | tell_loss
nl | ge moogt mijn zus vergeten | tell_loss
nl | vergeet mijn zus maar | deny
nl | wis alles over mijn zus dan toch | delete_data
fr | oublie lucienne | delete_data
fr | efface Lucienne stp | delete_data
fr | tu peux oublier lucienne | tell_loss
fr | oublie juste ma voisine | skip
fr | oublie ce que j'ai dit de ma voisine quand même | skip
en | forget noor | smalltalk
en | only forget my sister | tell_loss
en | can you forget Noor please? | smalltalk
en | forget about my sister after all | smalltalk
"""
WHERE_ASKED = """
nl | mijn zus vergeten | tell_loss
nl | enkel mijn zus | affirm
fr | oublier lucienne | delete_data
fr | seulement lucienne | affirm
en | only noor | affirm
en | just my sister | affirm
"""
NOTHING = """
nl | vergeet mijn zus niet
nl | vergeet mijn zus te bellen
nl | mijn zus vergeten
nl | ik kan mijn zus niet vergeten
nl | ik moet mijn zus vergeten
nl | ik ben mijn zus vergeten te bellen
nl | mijn zus is alles vergeten
fr | n'oublie pas Lucienne
fr | Lucienne m'a oubliée
fr | on a oublié Lucienne
fr | je dois oublier Lucienne
fr | oublie ma voisine à la gare
fr | j'ai oublié ma voisine
en | don't forget Noor
en | I forgot my sister
en | I can't forget Noor
en | my sister will forget Noor
en | never forget my sister
"""
AVOIDED = """
nl | mijn man daar moet ge niet meer over praten | mijn man
nl | mijn broer Erik daar moet ge niet over praten | mijn broer Erik
nl | over mijn man liever niet meer praten | mijn man
nl | ge moet niet meer over mijn man beginnen, vergeet dat maar | mijn man
fr | faut plus parler de mon mari oublie ca | mon mari
fr | mon mari faut plus en parler | mon mari
fr | il ne faut plus me parler de mon mari, oubliez ça | mon mari
en | no need to talk about my husband any more, forget it please | my husband
en | you don't have to ask about my husband | my husband
en | my husband, don't talk about him any more | my husband
"""
NOT_AVOIDED = """
mijn zoon zegt dat ge er niet over moet praten
bij ons mag je niet over mijn broer praten
mijn broer praat niet meer over vroeger
mijn man wil daar niet meer over praten
mon mari n'en parle plus
mon mari dit faut plus en parler
mon fils et moi faut plus en parler
mon mari veut plus en parler
you should ask about my leg
you must talk to my son
my husband says don't talk about him
I need to talk about my sister
"""


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(part.strip() for part in line.split("|")) for line in table.strip().split("\n")]


def heard(text: str, language: str, guess: str = "") -> Said:
    ranking = ((guess, 0.65),) if guess else ()
    return Said(Understanding(text, language, guess or None, 0.65 if guess else 0.0, ranking))


def said_of(turn: Turn) -> dict[str, str]:
    """What each thing that is said is about."""
    return {one.ref: one.values.get("about", "") for one in turn.effects if isinstance(one, Say)}


def gone(turn: Turn) -> set[str]:
    return {one.key for one in turn.effects if isinstance(one, Remember) and not one.value}


@pytest.mark.parametrize("row", rows(AT_ONCE), ids=lambda row: row[1])
def test_one_thing_goes_and_is_named(library: Library, row: tuple[str, str, str]) -> None:
    language, text, guess = row
    turn = resume(library, None, heard(text, language, guess), Context(FACTS[language]))
    (key,) = (key for key in FACTS[language] if key.startswith("relation."))
    assert gone(turn) >= {key}
    ref, whom = next(iter(said_of(turn).items()))
    assert ref in ("forget_part/gone/say", "let_go/gone/say")
    assert whom == KEPT[language] or KEPT[language].startswith(whom)
    assert Act("forget") not in turn.effects


@pytest.mark.parametrize("asks", ["forget", "memory"])
@pytest.mark.parametrize("row", rows(WHERE_ASKED), ids=lambda row: row[1])
def test_a_few_words_are_enough_where_it_is_asked(
    library: Library, row: tuple[str, str, str], asks: str
) -> None:
    language, text, guess = row
    context = Context(FACTS[language])
    asked = command(library, f"/{asks}", context)
    turn = resume(library, asked.position, heard(text, language, guess), context)
    assert next(iter(said_of(turn).items())) == ("forget_part/gone/say", KEPT[language])
    assert Act("forget") not in turn.effects


@pytest.mark.parametrize("row", rows(NOTHING), ids=lambda row: row[1])
def test_nothing_goes(library: Library, row: tuple[str, str]) -> None:
    language, text = row
    turn = resume(library, None, heard(text, language), Context(FACTS[language]))
    assert not {key for key in gone(turn) if key.startswith("relation.")}


@pytest.mark.parametrize(
    ("language", "text", "guess"),
    [
        ("nl", "mijn broer vergeten", "tell_loss"),
        ("nl", "vergeet Noor", "delete_data"),
        ("fr", "oublie lucienne", "delete_data"),
        ("fr", "oublier mon frère", "tell_loss"),
        ("en", "forget Noor", "delete_data"),
        ("en", "forget my brother", "tell_loss"),
    ],
)
def test_who_is_not_kept_is_no_loss_and_not_everything(
    library: Library, language: str, text: str, guess: str
) -> None:
    turn = resume(library, None, heard(text, language, guess), Context({"language": language}))
    assert next(iter(said_of(turn))).startswith(("forget_part/", "let_go/nothing"))


@pytest.mark.parametrize("text", ["wis alles", "oublie tout", "forget me", "efface mes données"])
def test_everything_is_still_asked_about(library: Library, text: str) -> None:
    turn = resume(library, None, heard(text, "en", "delete_data"), Context({"language": "en"}))
    assert next(iter(said_of(turn))) == "forget/ask/say"


@pytest.mark.parametrize(
    ("language", "text"),
    [("nl", "vergeet mijn man"), ("fr", "oublie mon mari"), ("en", "forget my husband")],
)
def test_what_is_not_raised_is_told_so(library: Library, language: str, text: str) -> None:
    """The bot does not say that it remembers nothing of him."""
    facts = {"language": language, "lost.husband": "2026-02-20"}
    turn = resume(library, None, heard(text, language), Context(facts))
    assert next(iter(said_of(turn))) == "let_go/quiet/say"
    assert "lost.husband" in turn.facts


@pytest.mark.parametrize("row", rows(AVOIDED), ids=lambda row: row[1])
def test_what_is_not_to_be_raised(row: tuple[str, str, str]) -> None:
    _, text, whom = row
    assert wish(text) == "avoid_topic"
    assert topic("avoid_topic", text, "") == whom


@pytest.mark.parametrize("text", NOT_AVOIDED.strip().split("\n"))
def test_a_story_of_what_is_not_raised(text: str) -> None:
    assert wish(text) != "avoid_topic"


@pytest.mark.parametrize(
    "text",
    ["wis mij", "vergeet het", "forget it", "oublie ça", "oublie tout", "mijn pillen vergeten"],
)
def test_no_name(text: str) -> None:
    assert not named(plain(text))
