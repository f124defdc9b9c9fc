"""A dialogue's file as a tree that keeps its comments, its order and its line breaks."""

from __future__ import annotations

import io
import re
import textwrap
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import FoldedScalarString, LiteralScalarString

WIDTH: Final = 86  # characters of a line of a text


def _yaml() -> YAML:
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = 4096  # lines are broken by us, where a text is new
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def load(text: str) -> CommentedMap:
    """The tree of a file. Raises ruamel's MarkedYAMLError for what is no YAML."""
    node = _yaml().load(text)
    return node if isinstance(node, CommentedMap) else CommentedMap()


def dump(node: CommentedMap) -> str:
    """The file of a tree."""
    out = io.StringIO()
    _yaml().dump(node, out)
    return out.getvalue()


def folded(text: str) -> FoldedScalarString:
    """What is said, in block style: nothing in it can break the file."""
    value, places = "", []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        lines = textwrap.wrap(
            _one_space(paragraph), WIDTH, break_long_words=False, break_on_hyphens=False
        )
        for number, line in enumerate(lines):
            if number:
                places.append(len(value))
                value += " "
            value += line
        value += "\n"
    said: FoldedScalarString = FoldedScalarString(value)
    setattr(said, "fold_pos", places)  # noqa: B010 - ruamel reads it, its types do not know it
    return said


def plain(value: Any) -> str:
    """A text of the tree as the reader of dialogues takes it."""
    if not isinstance(value, str):
        return ""
    if isinstance(value, LiteralScalarString):
        return str(value).strip()
    return re.sub(r"\n+", "\n\n", str(value).strip())


def put_said(node: CommentedMap, key: str, text: str, before: str | None = None) -> None:
    """Writes what is said under a key; an empty text takes the key away. What did not change is
    not touched, so that its lines stay as they were."""
    text = normal(text)
    if not text:
        node.pop(key, None)
    elif key in node:
        if plain(node[key]) != text:
            literal = isinstance(node[key], LiteralScalarString)
            node[key] = LiteralScalarString(text + "\n") if literal else folded(text)
    else:
        put_new(node, key, folded(text), before)


def put(node: CommentedMap, key: str, value: str, before: str | None = None) -> None:
    """Writes a name under a key; an empty one takes the key away."""
    if not value:
        node.pop(key, None)
    elif str(node.get(key, "")) != value:
        if key in node:
            node[key] = value
        else:
            put_new(node, key, value, before)


ORDER: Final = (
    "id", "place", "do", "keep", "forget", "about", "decide", "say", "without_name", "variants",
    "note", "choices", "takes", "remember", "unclear", "silence", "again", "then",
)  # fmt: skip


def put_new(node: CommentedMap, key: str, value: Any, before: str | None = None) -> None:
    """Adds a key where a coordinator would look for it."""
    names = list(node)
    later = ORDER[ORDER.index(key) + 1 :] if key in ORDER else ()
    place = next((n for n, name in enumerate(names) if name in later or name == before), len(names))
    node.insert(place, key, value)


def normal(text: str) -> str:
    """Typed words: one space between words, one empty line between paragraphs."""
    paragraphs = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    return "\n\n".join(_one_space(part) for part in paragraphs if part.strip())


def _one_space(text: str) -> str:
    """One space between words. A French no-break space is a letter like another."""
    return re.sub(r"[ \t\r\n\f\v]+", " ", text).strip(" ")


def flow(**values: Any) -> CommentedMap:
    """A mapping on one line, as choices and silences are written."""
    node = CommentedMap(
        {key: value for key, value in values.items() if value not in ("", [], None)}
    )
    node.fa.set_flow_style()
    return node


def names(values: list[str]) -> CommentedSeq:
    """A list of names on one line."""
    found = CommentedSeq(values)
    found.fa.set_flow_style()
    return found
