"""A yes with a measure to it, and no name: neither is a refusal."""

import pytest

from bot.dialogue.welcomed import choice, gives_no_name, is_measured_yes
from bot.dialogue.words import plain

EXPECTED = {"affirm": "yes", "resume_contact": "yes", "deny": "no", "skip": "no"}
MEASURED = """
ok yes but only little
yes, but not too much
ja maar niet te veel
ja af en toe
oui mais pas trop
oui, de temps en temps
"""
NO_YES = """
little
no only little
ja maar niet nu
yes but not now
oui mais pas maintenant
not too much
please not too much
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
