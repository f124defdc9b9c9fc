"""Questionnaires: off by default, skippable, never gating, told to nobody but as a sum.

One direct question is shipped (`direct.yaml`). A deployment may add a scale as a data file of its
own, with its licence, its source and where each translation comes from.
"""

from bot.questionnaires.scale import FEWEST, Aggregate, Item, Option, Scale, aggregate, score
from bot.questionnaires.source import SHIPPED, read, read_all

__all__ = (
    "FEWEST",
    "SHIPPED",
    "Aggregate",
    "Item",
    "Option",
    "Scale",
    "aggregate",
    "read",
    "read_all",
    "score",
)
