"""What Telegram does to a text before anyone sees it: cleaning, trimming, measuring, finding links
and commands.
"""

import re
from typing import Any

from bot.phones.errors import bad

type Entity = dict[str, Any]

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
# Characters that look like nothing: a text of these alone counts as empty.
INVISIBLE = frozenset(
    "\u00a0\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180e\u202f\u205f\u2800\u3000\u3164\ufeff"
) | {chr(code) for code in (*range(0x2000, 0x2010), *range(0x2060, 0x2070))}
DROPPED = re.compile("[\r\u2028-\u202e\u030a\u0333\u033f]")
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
FOUND = re.compile(
    r"(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]|\b(?:[a-z0-9-]+\.)+(?:be|com|org|net|eu|fr|nl|me|brussels)\b(?:/\S*[^\s.,;:!?)\]])?)"
    r"|(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?\b)"
    r"|(?P<mention>(?<!\w)@[A-Za-z]\w{3,31}\b)"
    r"|(?P<hashtag>(?<!\w)#\w*[^\W\d]\w*)",
    re.IGNORECASE,
)
PLAIN_ENTITIES = frozenset((
    "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold",
    "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote",
    "code", "pre", "text_link", "text_mention", "custom_emoji", "date_time",
))  # fmt: skip


def units(text: str) -> int:
    """Length in UTF-16 units, which is how Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def clean(text: str) -> str:
    """Without carriage returns, bidi overrides and vertical lines; other control characters become
    spaces.
    """
    return CONTROL.sub(" ", DROPPED.sub("", text))


def looks_empty(text: str) -> bool:
    """True where a person would see nothing at all."""
    return all(char.isspace() or char in INVISIBLE for char in text)


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Text without spaces and line ends around it; entities move and shrink along."""
    body = text.lstrip(" \n")
    shift = len(text) - len(body)
    body = body.rstrip(" \n")
    end = units(body)
    kept: list[Entity] = []
    for entity in entities:
        start = max(entity["offset"] - shift, 0)
        stop = min(entity["offset"] + entity["length"] - shift, end)
        if stop > start:
            kept.append({**entity, "offset": start, "length": stop - start})
    return body, kept


def found(text: str) -> list[Entity]:
    """What Telegram finds by itself: commands, links, addresses, mentions, hashtags."""
    entities = []
    for match in FOUND.finditer(text):
        kind = match.lastgroup or ""
        entities.append(
            {"type": kind, "offset": units(text[: match.start()]), "length": units(match.group())}
        )
    return entities


def with_found(text: str, entities: list[Entity]) -> list[Entity]:
    """Given entities, and the found ones that touch none of them."""

    def free(new: Entity) -> bool:
        end = new["offset"] + new["length"]
        return all(
            end <= old["offset"] or new["offset"] >= old["offset"] + old["length"]
            for old in entities
        )

    merged = entities + [new for new in found(text) if free(new)]
    return sorted(merged, key=lambda entity: (entity["offset"], -entity["length"]))


def checked(text: str, entities: list[Entity]) -> list[Entity]:
    """Entities that the bot gave, refused where they do not fit the text."""
    encoded = text.encode("utf-16-le")
    total = len(encoded) // 2
    for entity in entities:
        start, length = entity["offset"], entity["length"]
        if entity["type"] not in PLAIN_ENTITIES:
            raise bad(f"can't parse entities: unsupported entity type {entity['type']!r}")
        if start < 0 or length <= 0 or start >= total:
            raise bad(
                f"can't parse entities: entity begins at UTF-16 offset {start} with length {length}"
            )
        if start + length > total:
            raise bad(
                f"entity beginning at UTF-16 offset {start} ends after the end of the text"
                f" at UTF-16 offset {total}"
            )
        for edge in (start, start + length):
            if edge < total and 0xDC <= encoded[2 * edge + 1] <= 0xDF:
                raise bad(
                    f"entity beginning at UTF-16 offset {start} ends in a middle of a UTF-16 symbol"
                )
    return [dict(entity) for entity in entities]
