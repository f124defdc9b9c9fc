"""What the words alone catch on lines written apart from the rules, and what they let be.

The floors are what was reached, a little lower: together with the model more is asked. They
speak of plain and half-plain lines; what is only hinted at is the model's part.
"""

from importlib.resources import files
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from bot.safety import assess, load_rules
from bot.safety.concern import KINDS

RULES = load_rules()
DATA = Path(__file__).parent / "data"


def lines(language: str) -> dict[str, list[str]]:
    loaded: dict[str, list[str]] = YAML(typ="safe").load(DATA / f"{language}.yaml")
    return loaded


def share(found: list[str | None], levels: set[str]) -> float:
    return sum(level in levels for level in found) / len(found)


def levels(language: str, written: list[str]) -> list[str | None]:
    concerns = [assess(line, language, RULES) for line in written]
    return [concern.level if concern else None for concern in concerns]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_recall_and_alarms(language: str) -> None:
    data = lines(language)
    crisis = levels(language, [line for kind in KINDS for line in data[kind]])
    hard = levels(language, data["hard"])
    figures = {
        "crisis, any": share(crisis, {"act", "ask"}),
        "crisis, act": share(crisis, {"act"}),
        "hard, any": share(hard, {"act", "ask"}),
        "hard, act": share(hard, {"act"}),
    }
    print(language, {name: round(figure, 3) for name, figure in figures.items()})
    assert figures["crisis, any"] >= 0.9
    assert figures["crisis, act"] >= 0.7
    assert figures["hard, act"] <= 0.06
    assert figures["hard, any"] <= 0.15


def test_the_dev_set_is_not_in_the_rules() -> None:
    written = (files("bot.safety") / "rules" / "nl.yaml").read_text("utf-8")
    assert not [line for line in lines("nl")["crisis_suicide"] if f"- {line}\n" in written]
