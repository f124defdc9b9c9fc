"""`parse_mode: MarkdownV2`, with Telegram's complaints. The older `Markdown` is not served."""

import re

from bot.phones.errors import bad
from bot.phones.text import Entity, units

RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
# Longer marks first, so that `__` is not read as two `_`.
MARKS = {
    "```": "pre",
    "||": "spoiler",
    "__": "underline",
    "*": "bold",
    "_": "italic",
    "~": "strikethrough",
    "`": "code",
}
NAMES = {"pre": "PreCode", "text_link": "TextUrl"}


class _Reader:
    """One pass over the source; `text` grows, open marks wait on the stack."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.place = 0
        self.text = ""
        self.stack: list[tuple[str, int, int]] = []
        self.entities: list[Entity] = []
        self.quote: int | None = None

    def parse(self) -> tuple[str, list[Entity]]:
        while self.place < len(self.source):
            self.step()
        self.end_quote()
        if self.stack:
            kind, _, at = self.stack[-1]
            name = NAMES.get(kind, kind.title())
            raise bad(f"can't parse entities: Can't find end of {name} entity at byte offset {at}")
        return self.text, sorted(
            self.entities, key=lambda entity: (entity["offset"], -entity["length"])
        )

    def step(self) -> None:
        """Read one character, mark, link or quoted line."""
        char = self.source[self.place]
        raw = bool(self.stack) and self.stack[-1][0] in ("code", "pre")
        line_start = self.place == 0 or self.source[self.place - 1] == "\n"
        if (
            char == "\\"
            and self.place + 1 < len(self.source)
            and self.source[self.place + 1].isascii()
        ):
            self.take(self.source[self.place + 1], 2)
        elif not raw and line_start and char == ">":
            self.quote = units(self.text) if self.quote is None else self.quote
            self.place += 1
        elif char == "\n":
            if not self.source.startswith(">", self.place + 1):
                self.end_quote()
            self.take(char, 1)
        elif mark := self.mark(raw):
            self.toggle(mark)
        elif not raw and char == "[":
            self.open("text_link", 1)
        elif not raw and char == "]" and self.stack and self.stack[-1][0] == "text_link":
            self.link()
        elif not raw and char in RESERVED:
            words = f"Character '{char}' is reserved and must be escaped with the preceding '\\'"
            raise bad(f"can't parse entities: {words}")
        else:
            self.take(char, 1)

    def take(self, char: str, steps: int) -> None:
        self.text += char
        self.place += steps

    def mark(self, raw: bool) -> str | None:
        """The mark that begins here; inside code only its own end counts."""
        for mark, kind in MARKS.items():
            if self.source.startswith(mark, self.place):
                return mark if not raw or kind == self.stack[-1][0] else None
        return None

    def open(self, kind: str, steps: int) -> None:
        at = len(self.source[: self.place].encode())
        self.stack.append((kind, units(self.text), at))
        self.place += steps

    def close(self, **more: str) -> None:
        kind, start, _ = self.stack.pop()
        if length := units(self.text) - start:
            self.entities.append({"type": kind, "offset": start, "length": length, **more})

    def toggle(self, mark: str) -> None:
        kind = MARKS[mark]
        if self.stack and self.stack[-1][0] == kind:
            self.place += len(mark)
            self.close()
        elif any(kind == opened for opened, _, _ in self.stack):
            at = len(self.source[: self.place].encode())
            name = self.stack[-1][0].title()
            raise bad(f"can't parse entities: Can't find end of {name} entity at byte offset {at}")
        else:
            self.open(kind, len(mark))
            if kind == "pre" and (
                language := re.compile(r"(\w*)\n").match(self.source, self.place)
            ):
                self.place = language.end()

    def link(self) -> None:
        match = re.compile(r"\]\(((?:\\.|[^)\\])*)\)").match(self.source, self.place)
        if match is None:
            at = len(self.source[: self.place].encode())
            raise bad(f"can't parse entities: Can't find end of a URL at byte offset {at}")
        self.place = match.end()
        self.close(url=re.sub(r"\\(.)", r"\1", match[1]))

    def end_quote(self) -> None:
        if self.quote is not None:
            length = units(self.text) - self.quote
            if length:
                self.entities.append({"type": "blockquote", "offset": self.quote, "length": length})
            self.quote = None


def parse(source: str) -> tuple[str, list[Entity]]:
    """Plain text and entities of a MarkdownV2 text."""
    return _Reader(source).parse()
