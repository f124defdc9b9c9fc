"""Public holidays of the deployment's country: days on which doors are closed and hours are long.

The `holidays` package knows them, in the reader's language where it has that. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Final

_CODES: Final = MappingProxyType({"nl": "nl", "fr": "fr", "en": "en_US"})
# What people say, where the package writes it otherwise.
_SAID: Final[Mapping[str, str]] = MappingProxyType(
    {
        "O. L. H. Hemelvaart": "Onze-Lieve-Heer-Hemelvaart",
        "O. L. V. Hemelvaart": "Onze-Lieve-Vrouw-Hemelvaart",
        "Nationale feestdag": "de nationale feestdag",
        "Dag van de Arbeid": "de Dag van de Arbeid",
        "Fête nationale": "la Fête nationale",
        "Fête du Travail": "la Fête du Travail",
        "Ascension": "l'Ascension",
        "Assomption": "l'Assomption",
        "Toussaint": "la Toussaint",
        "Pentecôte": "la Pentecôte",
        "Lundi de Pentecôte": "le lundi de Pentecôte",
        "Lundi de Pâques": "le lundi de Pâques",
        "Jour de l'Armistice": "l'Armistice",
        "Nouvel An": "le Nouvel An",
        "Labor Day": "Labour Day",
        "Pentecost": "Whit Sunday",
        "Pentecost Monday": "Whit Monday",
    }
)


def feast(day: date, country: str, language: str) -> str | None:
    """The name of the public holiday, as one says it; None on any other day."""
    name = _year(country, _CODES.get(language, "en_US"), day.year).get(day)
    return None if name is None else _SAID.get(name, name)


def is_known(country: str) -> bool:
    """Whether there is a calendar for this country ('BE')."""
    import holidays

    return country in holidays.list_supported_countries(include_aliases=False)


@lru_cache(maxsize=32)
def _year(country: str, language: str, year: int) -> Mapping[date, str]:
    try:
        import holidays  # takes a second or two: not before the first greeting
    except ImportError:  # an environment that was not brought up to date still greets
        return MappingProxyType({})
    spoken = getattr(holidays, country).supported_languages
    chosen = language if language in spoken else "en_US" if "en_US" in spoken else None
    found = holidays.country_holidays(country, language=chosen, years=year)
    return MappingProxyType({day: name.partition(";")[0].strip() for day, name in found.items()})
