"""A yes with a measure to it, and no name: neither is a refusal."""

import pytest

from bot.dialogue import Context, Library, Position, Said, Turn, resume
from bot.dialogue.turns import Act
from bot.dialogue.welcomed import choice, gives_no_name, is_measured_yes, not_early
from bot.dialogue.words import plain
from bot.readers import READERS
from bot.understanding import Understanding

EXPECTED = {"affirm": "yes", "resume_contact": "yes", "deny": "no", "skip": "no"}
MEASURED = """
ok yes but only little
yes, but not too much
ja maar niet te veel
ja af en toe
oui mais pas trop
oui, de temps en temps
bon oui vous pouvez m'écrire mais pas trop
ja ge moogt mij schrijven maar niet te veel
well yes you can write to me, but not too much
"""
NOT_EARLY = """
nl | ja maar niet te vroeg
nl | goh ja ge moogt mij schrijven ma nie te vroeg want ik slaap lang
fr | bon oui vous pouvez m ecrire mais pas trop tot je dors
fr | oui mais pas trop tôt
en | yes you can write but not too early I sleep in
en | ok, not too early please
"""
WITH_AN_HOUR = """
nl | ja maar liever om tien uur
fr | oui, plutôt à dix heures
en | yes but rather at ten
"""

NO_YES = """
little
no only little
ja maar niet nu
yes but not now
oui mais pas maintenant
not too much
please not too much
pas trop tôt
non, pas trop tôt
oui mais pas trop tôt, je veux d'abord réfléchir
oui vous pouvez écrire à ma soeur, pas à moi
oui vous pouvez toujours rêver
ja maar nu niet
ja maar niet zo vroeg dood
yes but not so soon
no, not too early
"""
NAMELESS = """
no name
No name please
I dont give my name
geen naam
ik geef mijn naam niet
ik wil liever mijn naam niet zeggen
pas de nom
je ne donne pas mon nom
sans nom svp
ok, anonymous
no name ok?
mag ik zonder naam
ik wil anoniem blijven
ik blijf liever anoniem
je veux rester anonyme
je préfère rester anonyme
I want to stay anonymous
I'd like to remain anonymous
"""
AGREED = """
no! i say yes. only no name
yes but no name
ja maar geen naam
oui mais pas de nom
"""
NAMED = """
no name no messages
noname@home
my name is no secret
I don't know his name
geen naam van een dokter
mijn zoon wil anoniem blijven
une amie veut rester anonyme
my son wants to stay anonymous
"""


def lines(text: str) -> list[str]:
    return [plain(line) for line in text.strip().splitlines()]


@pytest.mark.parametrize("typed", lines(MEASURED))
def test_a_measured_yes_is_a_yes(typed: str) -> None:
    assert is_measured_yes(typed)
    assert choice(typed, EXPECTED, of_name=False) == "yes"


@pytest.mark.parametrize("typed", lines(NO_YES))
def test_what_is_no_measured_yes(typed: str) -> None:
    assert not not_early(plain(typed))
    assert choice(typed, EXPECTED, of_name=False) is None


@pytest.mark.parametrize("typed", lines(MEASURED))
def test_only_messages_are_agreed_to_so(typed: str) -> None:
    assert choice(typed, {"affirm": "yes", "deny": "no"}, of_name=False) is None


@pytest.mark.parametrize("typed", lines(NAMELESS))
def test_no_name_is_neither_yes_nor_no(typed: str) -> None:
    assert gives_no_name(typed)
    assert choice(typed, EXPECTED, of_name=False) is None
    assert choice(typed, {"skip": "none"}, of_name=True) == "none"


@pytest.mark.parametrize("typed", lines(AGREED))
def test_a_yes_without_a_name(typed: str) -> None:
    assert choice(typed, EXPECTED, of_name=False) == "yes"


@pytest.mark.parametrize("typed", lines(NAMED))
def test_other_words_about_names(typed: str) -> None:
    assert not gives_no_name(typed)


def answered(library: Library, language: str, text: str, at: str, **facts: str) -> Turn:
    context = Context({"language": language, **facts}, readers=READERS)
    heard = Said(Understanding(text, language))
    return resume(library, Position(*at.split("/"), 4), heard, context)


def with_language(text: str) -> list[tuple[str, str]]:
    found = (line.split(" | ") for line in text.strip().splitlines())
    return [(language, said) for language, said in found]


@pytest.mark.parametrize(
    ("language", "text"), [*with_language(NOT_EARLY), *with_language(WITH_AN_HOUR)]
)
@pytest.mark.parametrize("at", ["welcome/consent", "welcome/reads", "resume/ask"])
def test_a_yes_with_an_hour_to_it_is_a_yes(
    library: Library, language: str, text: str, at: str
) -> None:
    turn = answered(library, language, text, at)
    assert any(isinstance(e, Act) and e.name == "consent_checkins" for e in turn.effects)
    assert turn.facts["hour"] == "10:00"


@pytest.mark.parametrize(("language", "text"), with_language(NOT_EARLY))
def test_not_too_early_moves_no_hour_that_is_later(
    library: Library, language: str, text: str
) -> None:
    for hour, then in (("08:30", "10:00"), ("14:00", "14:00")):
        turn = answered(library, language, text, "resume/ask", hour=hour)
        assert turn.facts["hour"] == then


@pytest.mark.parametrize(
    ("language", "text"),
    [("nl", "ja, om tien uur slaap ik"), ("fr", "oui je me lève à six heures"), ("en", "at ten")],
)
def test_an_hour_alone_or_in_a_story_is_no_yes(library: Library, language: str, text: str) -> None:
    turn = answered(library, language, text, "welcome/consent")
    assert not any(isinstance(e, Act) and e.name == "consent_checkins" for e in turn.effects)
