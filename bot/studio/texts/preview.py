"""The preview of a step."""

from __future__ import annotations

from types import MappingProxyType

TEXTS = MappingProxyType(
    {
        "studio/preview/title": "Preview",
        "studio/preview/lead": (
            "The draft as it reaches a phone. Where a translation is missing, the whole message is "
            "in another language; so it cannot be published."
        ),
        "studio/preview/which": "What is shown",
        "studio/preview/without": "Without a name",
        "studio/preview/with": "With a name",
        "studio/preview/lent": "not translated yet, so in {language}",
        "studio/preview/stale": "still to be read again",
        "studio/preview/silent": "This step says nothing.",
        "studio/preview/measure-one": (
            "{count} sentence of {average} words. The aim is 12 on average, 20 at most."
        ),
        "studio/preview/measure-other": (
            "{count} sentences, {average} words on average, {longest} in the longest. The aim is "
            "12 on average, 20 at most."
        ),
        "studio/preview/hard": "{average} words a sentence on average; the aim is 12.",
    }
)
