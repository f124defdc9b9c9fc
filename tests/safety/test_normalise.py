"""However a cry is typed, it is heard: nothing around or on its letters may hide it."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.safety import assess, load_rules
from bot.safety.normalise import normalise

RULES = load_rules()
ACTS = [
    line for rule in RULES.rules if rule.level == "act" for line in rule.examples if line.isascii()
]
LOOKALIKES = {  # Cyrillic
    **{"a": "\u0430", "e": "\u0435", "o": "\u043e"},
    **{"p": "\u0440", "c": "\u0441", "i": "\u0456"},
}
ACCENTS = {"a": "á", "e": "ë", "i": "ï", "o": "ö", "u": "ù", "c": "ç"}
BETWEEN = st.sampled_from(["  ", "\n", ", ", "... ", "!! ", " - ", "\u00a0", " \u200b", "🙂 "])
INSIDE = st.sampled_from(["\u200b", "\u200d", "\u00ad", "\ufeff", "\u0301"])


def acts(text: str) -> bool:
    concern = assess(text, None, RULES)
    return concern is not None and concern.level == "act"


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    """Patterns are compiled when first tried: not within the time of one example."""
    for line in ACTS:
        acts(line)


@given(st.sampled_from(ACTS), st.data())
def test_case_accents_and_lookalikes_hide_nothing(line: str, data: st.DataObject) -> None:
    disguise = data.draw(st.sampled_from([LOOKALIKES, ACCENTS]))
    flags = data.draw(st.lists(st.booleans(), min_size=len(line), max_size=len(line)))
    changed = [
        disguise.get(c, c.upper()) if flag else c for c, flag in zip(line, flags, strict=True)
    ]
    assert acts("".join(changed))


# What must begin a clause is another sentence with a stop elsewhere: see `test_clauses`.
ANYWHERE = sorted({*ACTS} - {line for rule in RULES.rules if rule.opens for line in rule.examples})


@given(st.sampled_from(ANYWHERE), st.data())
def test_punctuation_and_spaces_between_words_hide_nothing(line: str, data: st.DataObject) -> None:
    parts = line.split(" ")
    gaps = data.draw(st.lists(BETWEEN, min_size=len(parts), max_size=len(parts)))
    assert acts("".join(part + gap for part, gap in zip(parts, gaps, strict=True)))


@given(st.sampled_from(ACTS), st.data())
def test_invisible_characters_inside_words_hide_nothing(line: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(line) - 1))
    assert acts(line[:at] + data.draw(INSIDE) + line[at:])


@given(st.sampled_from(ACTS), st.data())
def test_doubled_letters_hide_nothing(line: str, data: st.DataObject) -> None:
    at = data.draw(st.sampled_from([n for n, c in enumerate(line) if c in string.ascii_letters]))
    assert acts(line[:at] + line[at] * data.draw(st.integers(1, 4)) + line[at:])


@given(st.text(max_size=300))
def test_any_text_can_be_looked_at(text: str) -> None:
    read = normalise(text)
    assert read.startswith(" ")
    assert read.isascii()
    assert "  " not in read
    assess(text, None, RULES)
