"""Formatting: real entities, counted in UTF-16 units, and Telegram's complaints."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.phones import html, markdown
from bot.phones.errors import Refused
from bot.phones.text import trimmed, units


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("a &lt;b&gt; &amp; c", "a <b> & c", []),
        ("😀<b>x</b>", "😀x", [("bold", 2, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ('<a href="https://a.be">a</a>', "a", [("text_link", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<b></b>x", "x", []),
    ],
)
def test_html(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    got, found = html.parse(source)
    assert got == text
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in found] == entities


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("*a* _b_", "a b", [("bold", 0, 1), ("italic", 2, 1)]),
        ("__a__ ~b~", "a b", [("underline", 0, 1), ("strikethrough", 2, 1)]),
        ("||a|| `b\\`*`", "a b`*", [("spoiler", 0, 1), ("code", 2, 3)]),
        ("[a](https://a.be)", "a", [("text_link", 0, 1)]),
        ("1\\. x\\!", "1. x!", []),
        (">a\nb", "a\nb", [("blockquote", 0, 1)]),
    ],
)
def test_markdown(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    got, found = markdown.parse(source)
    assert got == text
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in found] == entities


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<x>a</x>", 'Unsupported start tag "x" at byte offset 0'),
        ("<b>a", 'find end tag corresponding to start tag "b"'),
        ("<b>a</i>", 'expected "</b>", found "</i>"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("1 < 2", "at byte offset 2"),
    ],
)
def test_complaints_of_html(source: str, words: str) -> None:
    with pytest.raises(Refused, match="can't parse entities: ") as refused:
        html.parse(source)
    assert words in refused.value.description


@pytest.mark.parametrize(
    ("source", "words"), [("a.", "Character '.' is reserved"), ("*a", "end of Bold")]
)
def test_complaints_of_markdown(source: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        markdown.parse(source)
    assert words in refused.value.description


@given(st.text(), st.integers(0, 20), st.integers(1, 20))
def test_trimming_keeps_entities_inside(text: str, offset: int, length: int) -> None:
    body, kept = trimmed(text, [{"type": "bold", "offset": offset, "length": length}])
    assert all(e["offset"] >= 0 and e["offset"] + e["length"] <= units(body) for e in kept)


@given(st.text(alphabet="<>/ab&;*_`[]()\\|~\n> ="))
def test_parsers_refuse_or_parse(source: str) -> None:
    for parse in (html.parse, markdown.parse):
        try:
            text, entities = parse(source)
        except Refused:
            continue
        assert all(entity["offset"] + entity["length"] <= units(text) for entity in entities)
