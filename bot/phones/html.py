"""`parse_mode: HTML`, with Telegram's complaints."""

import re

from bot.phones.errors import bad
from bot.phones.text import Entity, units

TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic",
    "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "tg-spoiler": "spoiler", "span": "spoiler", "code": "code", "pre": "pre",
    "a": "text_link", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}  # fmt: skip
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));?")
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s[^<>]*)?)>")
ATTRIBUTE = re.compile(r"([a-zA-Z-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")

type Open = tuple[str, int, dict[str, str]]


def unescape(text: str) -> str:
    """The four named references and numeric ones; anything else stays as written."""

    def one(match: re.Match[str]) -> str:
        decimal, hexadecimal, name = match.groups()
        if name:
            return NAMED[name]
        code = int(decimal) if decimal else int(hexadecimal, 16)
        fits = 0 < code < 0x110000 and not 0xD800 <= code < 0xE000
        return chr(code) if fits else match.group()

    return REFERENCE.sub(one, text)


def attributes(source: str) -> dict[str, str]:
    """The attributes of one tag, unescaped."""
    return {
        match[1].lower(): unescape(match[2] or match[3] or match[4] or "")
        for match in ATTRIBUTE.finditer(source)
    }


def finished(opened: Open, text: str) -> Entity | None:
    """The entity that a closing tag ends, or None where the tag marks nothing."""
    tag, start, given = opened
    entity: Entity = {"type": TAGS[tag], "offset": start, "length": units(text) - start}
    if tag == "a":
        entity["url"] = given.get("href") or text.encode("utf-16-le")[2 * start :].decode(
            "utf-16-le"
        )
    elif tag == "tg-emoji":
        entity["custom_emoji_id"] = given["emoji-id"]
    elif tag == "blockquote" and "expandable" in given:
        entity["type"] = "expandable_blockquote"
    elif tag == "code" and given.get("class", "").startswith("language-"):
        entity["language"] = given["class"].removeprefix("language-")
    return entity if entity["length"] else None


def opening(tag: str, given: dict[str, str], at: int) -> None:
    """Complain of a start tag that Telegram does not know."""
    if tag not in TAGS:
        raise bad(f'can\'t parse entities: Unsupported start tag "{tag}" at byte offset {at}')
    if tag == "span" and given.get("class") != "tg-spoiler":
        raise bad(
            f'can\'t parse entities: Tag "span" must have class "tg-spoiler" at byte offset {at}'
        )
    if tag == "tg-emoji" and not given.get("emoji-id"):
        raise bad("can't parse entities: Custom emoji identifier is missing")


def parse(source: str) -> tuple[str, list[Entity]]:
    """Plain text and entities of an HTML text."""
    text, stack, entities, place = "", list[Open](), list[Entity](), 0
    for match in re.finditer("<", source):
        begin = match.start()
        if begin < place:
            continue
        text += unescape(source[place:begin])
        at = len(source[:begin].encode())
        tag = TAG.match(source, begin)
        if tag is None:
            raise bad(f"can't parse entities: Unsupported or unclosed tag at byte offset {at}")
        place, name = tag.end(), tag[2].lower()
        if not tag[1]:
            given = attributes(tag[3])
            opening(name, given, at)
            stack.append((name, units(text), given))
            continue
        if not stack:
            raise bad(f"can't parse entities: Unexpected end tag at byte offset {at}")
        expected = stack[-1][0]
        if name != expected:
            words = f'expected "</{expected}>", found "</{name}>"'
            raise bad(f"can't parse entities: Unmatched end tag at byte offset {at}, {words}")
        if entity := finished(stack.pop(), text):
            entities.append(entity)
    if stack:
        words = f'corresponding to start tag "{stack[-1][0]}"'
        raise bad(f"can't parse entities: Can't find end tag {words}")
    text += unescape(source[place:])
    return text, sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))
