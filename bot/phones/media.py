"""Files and the messages that carry them: samples that a phone sends, uploads and file_ids that
the bot sends.
"""

import re
import struct
import zlib
from collections.abc import Mapping
from secrets import token_urlsafe
from typing import Any

from bot.phones.errors import Unfit, bad
from bot.phones.facts import Upload
from bot.phones.ledger import JSON
from bot.phones.people import Person
from bot.phones.world import World

UPLOAD_LIMIT = 50_000_000
PHOTO_LIMIT = 10_000_000
ATTACHED = re.compile(r"attach://(.+)")
# kind of message -> (file name, mime type, what Telegram tells besides the file)
FILES: dict[str, tuple[str, str, JSON]] = {
    "photo": ("photo.png", "image/png", {"width": 64, "height": 64}),
    "voice": ("voice.ogg", "audio/ogg", {"duration": 4}),
    "video": ("video.mp4", "video/mp4", {"width": 320, "height": 240, "duration": 5}),
    "animation": ("animation.mp4", "video/mp4", {"width": 320, "height": 240, "duration": 2}),
    "video_note": ("round.mp4", "video/mp4", {"length": 240, "duration": 5}),
    "audio": ("song.mp3", "audio/mpeg", {"duration": 30, "title": "Song"}),
    "document": ("letter.pdf", "application/pdf", {}),
    "sticker": (
        "sticker.webp", "image/webp",
        {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False,
         "emoji": "🌷"},
    ),
}  # fmt: skip
WITH_MIME = ("voice", "video", "animation", "audio", "document")
WITH_NAME = ("video", "animation", "audio", "document")
CAPTIONED = ("photo", "voice", "video", "animation", "audio", "document")
# What only a phone sends; the bot's own ways of sending these are built in `sends`.
OTHERS: dict[str, JSON] = {
    "location": {"location": {"latitude": 50.8466, "longitude": 4.3528}},
    "contact": {"contact": {"phone_number": "+32470000000"}},
    "venue": {
        "venue": {
            "location": {"latitude": 50.8466, "longitude": 4.3528},
            "title": "Library",
            "address": "Main street 1",
        }
    },
    "dice": {"dice": {"emoji": "🎲", "value": 4}},
    "poll": {
        "poll": {
            "id": "1", "question": "Coffee?", "total_voter_count": 0, "is_closed": False,
            "is_anonymous": True,
            "type": "regular", "allows_multiple_answers": False, "allows_revoting": True,
            "members_only": False,
            "options": [
                {"persistent_id": str(number), "text": text, "voter_count": 0}
                for number, text in ((1, "Yes"), (2, "No"))
            ],
        }
    },
}  # fmt: skip
SENDABLE = (*FILES, *OTHERS)


def picture(width: int = 64, height: int = 64) -> bytes:
    """A small warm gradient as PNG: what the sample photo shows."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    rows = b"".join(
        b"\0" + b"".join(bytes((230 - y, 150 + x, 110 + y)) for x in range(width))
        for y in range(height)
    )  # each row begins with its filter, 0
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def keep(world: World, kind: str, upload: Upload) -> str:
    """Store a file and give it a file_id."""
    file_id = f"{kind}-{token_urlsafe(18)}"
    world.ledger.store_file(file_id, kind, upload.name, upload.mime, upload.data)
    return file_id


def described(world: World, kind: str, file_id: str, more: Mapping[str, Any]) -> JSON:
    """The part of a message that shows a file, as {kind: …}."""
    stored = world.ledger.file(file_id)
    assert stored is not None
    _, name, mime, data = stored
    shown = {
        "file_id": file_id,
        "file_unique_id": f"u{zlib.crc32(file_id.encode()):08x}",
        **{**FILES[kind][2], **more},
        "file_size": len(data),
    }
    shown |= {"mime_type": mime} if kind in WITH_MIME else {}
    shown |= {"file_name": name} if kind in WITH_NAME else {}
    if kind == "animation":  # Telegram repeats it as a document, for older programs
        shared = ("file_id", "file_unique_id", "file_size", "mime_type", "file_name")
        return {"animation": shown, "document": {key: shown[key] for key in shared}}
    return {kind: [shown] if kind == "photo" else shown}


def sample(world: World, person: Person, kind: str) -> JSON:
    """What a phone sends when its owner picks this kind from the menu."""
    if kind == "contact":
        return {
            "contact": {
                **OTHERS["contact"]["contact"],
                "first_name": person.name,
                "user_id": person.id,
            }
        }
    if kind == "venue":
        return {**OTHERS["venue"], "location": OTHERS["venue"]["venue"]["location"]}
    if kind in OTHERS:
        return dict(OTHERS[kind])
    if kind not in FILES:
        raise Unfit(f"kind must be one of {', '.join(SENDABLE)}")
    name, mime, _ = FILES[kind]
    data = picture() if kind == "photo" else f"sample {kind}".encode()
    return described(world, kind, keep(world, kind, Upload(name, mime, data)), {})


def given(
    world: World,
    kind: str,
    value: Upload | str,
    uploads: Mapping[str, Upload],
    more: Mapping[str, Any],
) -> JSON:
    """The file that the bot sends: an upload, `attach://name`, a file_id, or a URL (which cannot
    be fetched here).
    """
    words = kind.replace("_", " ")
    if isinstance(value, str) and (match := ATTACHED.fullmatch(value)):
        if match[1] not in uploads:
            raise bad(f"there is no {words} in the request")
        value = uploads[match[1]]
    if isinstance(value, Upload):
        if not value.data:
            raise bad("file must be non-empty")
        if kind == "photo" and len(value.data) > PHOTO_LIMIT:
            size = len(value.data)
            raise bad(f"file of size {size} bytes is too big for a photo")
        return described(world, kind, keep(world, kind, value), more)
    if value.startswith(("http://", "https://")):
        raise bad("failed to get HTTP URL content")
    stored = world.ledger.file(value)
    if stored is None:
        raise bad("wrong file identifier/HTTP URL specified")
    if stored[0] != kind:
        raise bad(f"can't use file of type {stored[0].title()} as {kind.title()}")
    return described(world, kind, value, more)
