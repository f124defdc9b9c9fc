"""What whoever holds the talk did to her, said to that one; and what is of another."""

from __future__ import annotations

import pytest

from bot.to_you import harmed

HARMED = """
je hebt mij geslagen
gij hebt mij geslagen
u heeft mij bedreigd
Karim, je hebt mij aangeraakt
waarom hebt ge mij geslagen
je sloeg mij
tu m'as frappée
vous m'avez touchée
vous me frappez
you hit me
you touched my breasts
you threatened me
"""
NOT = """
mijn man slaat mij
mijn man heeft mij geslagen, kan je komen
je weet dat hij mij slaat
ik heb u gezegd dat hij mij slaat
je hebt mij geholpen
mon mari me frappe, vous pouvez venir ?
je me frappe
tu sais qu'il m'a frappée
tu m'as aidée
vous m'avez fait rire
my husband hit me, can you come
I told you he hit me
you helped me
"""


@pytest.mark.parametrize("said", HARMED.strip().splitlines())
def test_you_did_it(said: str) -> None:
    assert harmed(said)


@pytest.mark.parametrize("said", NOT.strip().splitlines())
def test_in_doubt_it_is_another(said: str) -> None:
    assert not harmed(said)
