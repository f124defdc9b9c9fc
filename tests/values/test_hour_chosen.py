"""Only an hour that is chosen is set."""

import pytest

from bot.dialogue import Context
from bot.readers import READERS
from bot.understanding import Understanding

#: An hour that is refused is never set.
HOURS = [
    ("nl", "negen uur is te vroeg, tien uur is beter", "10:00"),
    ("nl", "om negen uur vind ik te vroeg", None),
    ("nl", "in plaats van negen uur om tien uur", "10:00"),
    ("nl", "om tien uur in plaats van negen uur", "10:00"),
    ("nl", "niet meer om negen uur, om tien uur", "10:00"),
    ("nl", "van negen uur naar tien uur", "10:00"),
    ("nl", "liever om tien uur dan om negen uur", "10:00"),
    ("nl", "niet om negen of tien uur", None),
    ("nl", "negen uur en tien uur niet", None),
    ("nl", "schrijf mij niet om negen uur", None),
    ("nl", "om acht uur slaap ik nog", None),
    ("fr", "neuf heures c'est trop tôt, dix heures c'est mieux", "10:00"),
    ("fr", "au lieu de neuf heures, dix heures", "10:00"),
    ("fr", "pas à neuf heures mais à dix heures", "10:00"),
    ("fr", "plutôt à dix heures qu'à neuf heures", "10:00"),
    ("fr", "pas à neuf ou dix heures", None),
    ("fr", "à neuf heures je dors", None),
    ("en", "nine o'clock is too early, ten o'clock is better", "10:00"),
    ("en", "instead of nine o'clock, ten o'clock", "10:00"),
    ("en", "not at nine, at ten", "10:00"),
    ("en", "not nine, ten", None),
    ("en", "rather at ten than at nine", "10:00"),
    ("en", "not at nine or ten o'clock", None),
    ("en", "don't write at nine o'clock", None),
    ("en", "at nine I'm still asleep", None),
    # nor one of a story, or beside a no of which it is not known what it refuses
    ("nl", "negen uur schikt mij niet", None),
    ("nl", "ik zou niet graag om negen uur een bericht krijgen", None),
    ("nl", "om negen uur zeker niet", None),
    ("nl", "om 9u ben ik er niet", None),
    ("nl", "behalve om 9u", None),
    ("nl", "9u, nee bedankt", None),
    ("fr", "9h c trop tot", None),
    ("fr", "neuf heures ne convient pas", None),
    ("fr", "à 9h jsuis pas levée", None),
    ("fr", "sauf à 9h", None),
    ("fr", "9h, non merci", None),
    ("fr", "plus de messages à 9h", None),
    ("en", "nine o'clock doesn't suit me", None),
    ("en", "anything but 9am", None),
    ("en", "stop writing at 9am", None),
    ("en", "please no more messages at 9am", None),
    ("en", "9am no thanks", None),
    ("en", "at 10 on Monday and 2 on Thursday", None),
    # what says when she is up, or how she would like it
    ("nl", "om tien uur, dan heb ik mijn koffie gehad", "10:00"),
    ("nl", "nee, liever om tien uur", "10:00"),
    ("nl", "om tien uur en niet op zondag", "10:00"),
    ("nl", "10u. Ik woon alleen.", "10:00"),
    ("nl", "niet vroeger dan 10 uur", "10:00"),
    ("fr", "vers dix heures, je suis réveillée", "10:00"),
    ("fr", "non, plutôt à dix heures", "10:00"),
    ("fr", "vous pouvez m'écrire à dix heures", "10:00"),
    ("en", "you can text me at 10am", "10:00"),
    ("en", "no, at ten please", "10:00"),
    ("nl", "om 10u krijg ik graag een bericht", "10:00"),
    ("fr", "pas trop tôt, 11h par exemple", "11:00"),
    ("fr", "11h par exemple", "11:00"),
    ("en", "7pm after dinner", "19:00"),
    # one wish
    ("nl", "om 9 uur ben ik wakker", "09:00"),
    ("nl", "tussen negen en tien uur", "09:00"),
    ("nl", "in de voormiddag tussen 9 en 10", "09:00"),
    ("nl", "om negen uur, niet te vroeg", "09:00"),
    ("fr", "entre neuf heures et dix heures", "09:00"),
    ("en", "between nine and ten o'clock", "09:00"),
]


@pytest.mark.parametrize(("language", "text", "hour"), HOURS)
def test_a_refused_hour_is_never_set(language: str, text: str, hour: str | None) -> None:
    heard = Understanding(text, language)
    assert READERS["hour"](heard, Context()) == hour
