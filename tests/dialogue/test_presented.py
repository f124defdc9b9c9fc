"""What somebody of hers is called is heard and kept by a yes; who died is named as she was."""

from datetime import date

import pytest

from bot.dialogue import Context, Library, Said, command, resume
from bot.dialogue.answers import wish
from bot.dialogue.avoided import gone_as_said, lost, mourns
from bot.dialogue.presented import words
from bot.dialogue.turns import Say, Turn
from bot.understanding import Understanding
from bot.values.said import yours

TOLD = """
nl | ge moet wel onthouden dat mijn dochter noor heet | mijn dochter Noor
nl | mijn oudste zoon heet Jef en hij woont in Gent | mijn oudste zoon Jef
fr | ma fille s appelle christiane elle habite a verviers | ma fille Christiane
fr | retiens que ma sœur s'appelle Anne | ma sœur Anne
en | remember that my sister is named Ann | my sister Ann
en | my son's name is Tom | my son Tom
"""
NOT = """
mijn baas heet Jan
ik heet Noor
mijn dochter noemt mij een last
mijn dochter heet niet zo
mijn zoon heet Jef en hij slaat mij
ma fille s'appelle Christiane elle est morte
ma fille s'appelle Christiane et elle ne vient plus
ma fille m'appelle tous les jours
ma fille s'appelle comment
my daughter is called away
my daughter is called Noor and she hates me
my name is Noor
"""


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(part.strip() for part in line.split("|")) for line in table.strip().split("\n")]


def refs(turn: Turn) -> list[str]:
    return [one.ref for one in turn.effects if isinstance(one, Say)]


@pytest.mark.parametrize("row", rows(TOLD), ids=lambda row: row[1])
def test_somebody_is_told_by_name_and_kept_by_a_yes(
    library: Library, row: tuple[str, str, str]
) -> None:
    language, text, whom = row
    context = Context({"language": language})
    asked = resume(library, None, Said(Understanding(text, language, "thank", 0.4)), context)
    assert refs(asked) == ["presented/told/say", "keep_person/offer/say"]
    assert not [key for key in asked.facts if key.startswith("relation.")]
    yes = resume(library, asked.position, Said(Understanding("ok", language)), context)
    (kept,) = (value for key, value in yes.facts.items() if key.startswith("relation."))
    assert kept.endswith(f" - {whom}")


@pytest.mark.parametrize("text", NOT.strip().split("\n"))
def test_nobody_is_told_by_name(text: str) -> None:
    assert not words(text)
    assert wish(text) != "tell_person"


@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        (
            "ma voisine lucienne est morte",
            "neighbour",
            {"nl": "uw buurvrouw", "fr": "votre voisine"},
        ),
        ("mon voisin est mort", "neighbour", {"nl": "uw buur", "fr": "votre voisin"}),
        ("mijn vriendin is gestorven", "friend", {"nl": "uw vriendin", "fr": "votre amie"}),
        ("mijn buurman is dood en mijn buurvrouw huilt", "neighbour", {"fr": "votre voisin"}),
        ("my aunt died", "aunt_uncle", {"en": "your aunt", "fr": "votre tante"}),
    ],
)
def test_who_died_is_named_as_she_was(text: str, key: str, said: dict[str, str]) -> None:
    facts = lost({}, [key], date(2026, 3, 2), text)
    (name,) = gone_as_said(facts)
    assert {language: yours(name, language) for language in said} == said
    assert mourns(facts, date(2026, 3, 4))


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_whom_a_loss_concerns_is_told_where_people_are_asked_after(
    library: Library, language: str
) -> None:
    context = Context({"language": language, "lost.neighbour": "2026-03-02:f"})
    asked = command(library, "/memory", context)
    assert asked.position is not None
    label = library.texts.find("memory/change/choice.people", language, "")
    turn = resume(library, asked.position, Said(Understanding(label, language)), context)
    assert refs(turn) == ["memory/say_only_lost/say"]


@pytest.mark.parametrize("text", ["niks veranderen", "ne rien changer", "change nothing"])
def test_nothing_is_to_change(library: Library, text: str) -> None:
    context = Context({"language": "nl"})
    asked = command(library, "/memory", context)
    turn = resume(
        library, asked.position, Said(Understanding(text, "nl", "mood_neutral", 0.9)), context
    )
    assert refs(turn) == ["memory/leave/say"]
