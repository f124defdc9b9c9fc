"""Phrases that no text says, per language (regular expressions; apostrophes are straight)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_ENGLISH: Final = r"""
we(?:'ve)? missed you|i missed you|you haven't (?:answered|replied)|cheer up|\bat least\b
everything happens for a reason|i(?:'m| am) your friend|\bi feel\b|streak|\bpoints?\b|last seen
stages? of grief|suffer(?:ing)? from loneliness|\badmit|you must\b|don't worry|time heals
stay positive|look on the bright side|\bpatients?\b|\bcalm down
"""
_DUTCH: Final = r"""
gemist\b|niet geantwoord|kop op\b|tenminste|ten minste|gebeurt met een reden|\bik voel\b
(?:uw|je|jouw) vriend(?:in)? (?:ben|zijn)|ben (?:uw|je|jouw) vriend|\bpunten\b|laatst gezien
rouwfase|fasen van rouw|lijd\w* aan eenzaamheid|\btoegeven|geef toe|moet u\b|u moet\b
je moet\b|moet je\b|geen zorgen|tijd heelt|patiënt|wees positief|rustig maar
"""
_FRENCH: Final = r"""
manqué\b|manquez|pas répondu|courage\s*!|haut les c|au moins|n'arrive (?:pas )?par hasard
suis (?:votre|ton) amie?\b|je ressens|\bpoints\b|dernière connexion|étapes? du deuil
souffr\w+ de (?:la )?solitude|avoue[rz]?\b|vous devez|tu dois|ne vous inquiétez|ne t'inquiète
le temps guérit|\bpatiente?s?\b|restez positi|calmez-vous|calme-toi
"""


def _joined(lines: str) -> str:
    return "|".join(lines.split("\n")[1:-1])


FORBIDDEN: Final[Mapping[str, str]] = MappingProxyType(
    {"en": _joined(_ENGLISH), "nl": _joined(_DUTCH), "fr": _joined(_FRENCH)}
)
