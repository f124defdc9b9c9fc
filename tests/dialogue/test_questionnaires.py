"""Questionnaires: scored from a data file, summed from ten people up, off by default."""

from datetime import date

import pytest

from bot.dialogue import Context, Library, start
from bot.questionnaires import FEWEST, Item, Option, Scale, aggregate, read, read_all, score
from bot.questionnaires.scale import due

TEXTS = {"nl": "x", "fr": "x", "en": "x"}


def item(name: str, reverse: bool = False) -> Item:
    return Item(name, TEXTS, tuple(Option(str(n), n, TEXTS) for n in (1, 2, 3)), reverse)


SUM = Scale("s", "S", "CC0", "us", TEXTS, (item("a"), item("b"), item("c", True)), "sum", 1)
SHIPPED = read_all()[0]
DIRECT = SHIPPED[0]


def test_only_the_direct_question_is_shipped() -> None:
    assert [scale.name for scale in SHIPPED] == ["direct"]
    assert DIRECT.method == "none"
    assert "Open Government Licence" in DIRECT.licence
    assert set(DIRECT.provenance) == {"nl", "fr", "en"}
    assert not read_all()[1]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_dialogue_says_what_the_data_file_says(language: str, library: Library) -> None:
    asked = DIRECT.items[0]
    said = library.texts.find("how_often/ask/say", language, "formal")
    assert said.endswith(asked.texts[language])
    for option in asked.options:
        ref = f"how_often/ask/choice.{option.id}"
        assert library.texts.find(ref, language, "formal") == option.texts[language]


def test_it_is_off_unless_agreed_and_comes_once_a_quarter(library: Library) -> None:
    assert start(library, "how_often", Context({"language": "en"})).position is None
    on = {"may_ask": True}
    facts = {"language": "en"}
    assert start(library, "how_often", Context(facts, decisions=on)).position
    asked = {**facts, "asked": "2025-12-31"}
    assert start(library, "how_often", Context(asked, decisions=on)).position is None
    assert due(None, date(2026, 1, 1))
    assert not due(date(2026, 1, 1), date(2026, 4, 1))
    assert due(date(2026, 1, 1), date(2026, 4, 2))


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"a": "1", "b": "1", "c": "3"}, 3),
        ({"a": "3", "b": "3", "c": "1"}, 9),
        ({"a": "3", "b": "3"}, 9),  # one may lack: it takes the mean of the others
        ({"a": "3"}, None),
        ({}, None),
        ({"a": "3", "b": "3", "c": "nonsense"}, 9),
    ],
)
def test_score(answers: dict[str, str], expected: float | None) -> None:
    assert score(SUM, answers) == expected


def test_the_direct_question_has_no_score() -> None:
    assert score(DIRECT, {"lonely": "often"}) is None


def test_nothing_is_told_below_ten_people() -> None:
    nine = [{"lonely": "often"}] * (FEWEST - 1)
    assert aggregate(DIRECT, nine) is None
    assert aggregate(DIRECT, [*nine, {"lonely": "skip"}, {}]) is None
    ten = aggregate(DIRECT, [*nine, {"lonely": "never"}])
    assert ten
    assert ten.people == 10
    assert ten.shares["lonely"] == {
        "often": 90, "some": 0, "occasionally": 0, "hardly": 0, "never": 10
    }  # fmt: skip
    assert ten.mean is None


def test_shares_go_in_steps_of_ten() -> None:
    people = [{"lonely": "often"}] * 1 + [{"lonely": "never"}] * 22
    found = aggregate(DIRECT, people)
    assert found
    assert found.shares["lonely"]["often"] == 0
    assert found.shares["lonely"]["never"] == 100


def test_a_mean_needs_ten_scores() -> None:
    whole = {"a": "2", "b": "2", "c": "2"}
    some = aggregate(SUM, [whole] * 9 + [{"a": "1"}])
    assert some
    assert some.mean is None
    every = aggregate(SUM, [whole] * 10)
    assert every
    assert every.mean == 6


PACK = """\
title: T
licence: CC BY 4.0
source: Somebody, 2020
provenance: {nl: us, fr: us, en: source}
method: sum
items:
  - id: one
    ask: {nl: Hoe, fr: Comment, en: How}
    options:
      - {id: a, points: 1, label: {nl: x, fr: x, en: x}}
      - {id: b, points: 2, label: {nl: y, fr: y, en: y}}
"""
MISTAKES = {
    "no licence": ("licence: CC BY 4.0\n", "", "'licence' is missing"),
    "no source": ("source: Somebody, 2020\n", "", "'source' is missing"),
    "no provenance": (", fr: us, en: source}", "}", "'provenance' needs a text a language"),
    "no points": ("points: 1, ", "", "without points"),
    "same id": ("id: b", "id: a", "id of its own"),
    "method": ("method: sum", "method: magic", "Unknown method"),
    "unknown key": ("title: T", "title: T\ncut_off: 3", "Unknown key 'cut_off'"),
    "too much missing": ("method: sum", "method: sum\nmissing: 1", "number of items"),
    "no YAML": ("title: T", "title: T: U", "not YAML"),
}


def test_a_pack() -> None:
    scale, findings = read(PACK, "pack.yaml")
    assert not findings
    assert scale
    assert score(scale, {"one": "b"}) == 2


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_pack_with_a_mistake_is_not_used(mistake: str) -> None:
    old, new, what = MISTAKES[mistake]
    scale, findings = read(PACK.replace(old, new, 1), "pack.yaml")
    assert scale is None
    assert what in findings[0].what
    assert findings[0].mend
