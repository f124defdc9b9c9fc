"""What a check found, in the reader's language. The checks speak English and name files; a
coordinator reads what is wrong and which field mends it."""

from __future__ import annotations

import re
from typing import Final

from bot.dialogue.findings import Finding

# What the checks say (`…` for what differs) -> the key of the same in three languages.
SAID: Final = (
    ("A sentence of … words.", "long-sentence"),
    ("… characters; … at most.", "long-text"),
    ("'…' is never said here.", "forbidden"),
    ("It asks more than one question.", "two-questions"),
    ("It has more than one emoji.", "emoji"),
    ("It has more than one exclamation mark.", "exclamation"),
    ("An exclamation mark follows sadness.", "sad-exclamation"),
    ("'…' takes back what was heard.", "takes-back"),
    ("'…' is advice, and sadness was told.", "advice"),
    ("'…' speaks to one gender only.", "gender"),
    ("'…' mixes the forms of address.", "register"),
    ("There is a number like a phone number in it.", "phone"),
    ("Unknown placeholder {…}.", "placeholder"),
    ("'…' has other placeholders than its source.", "placeholders"),
    ("No translation into … of '…'.", "no-translation"),
    ("'…' was reworded after it was translated into ….", "stale"),
    ("'…' says u or vous in …, and … has no text for it.", "variant"),
    ("There is no step '…'.", "no-step"),
    ("There is no dialogue:….", "no-dialogue"),
    ("Nothing leads to '…'.", "unreachable"),
    ("A question without a silence waits for ever.", "silence-missing"),
    ("This silence is too short or long.", "silence-length"),
    ("A silence cannot lead back.", "silence-back"),
    ("This is no length of time.", "no-length"),
    ("A question without words.", "no-words"),
    ("Where does a taken answer lead?", "taken"),
    ("This step asks nothing.", "asks-nothing"),
    ("Where does this lead?", "leads-nowhere"),
    ("It asks, and waits for no answer.", "question-mark"),
    ("{name} without without_name.", "without-name"),
    ("{place} of what?", "place"),
    ("'…' leads back to itself.", "circle"),
    ("The … '…' starts '…' already.", "twice"),
    ("A step that decides says and asks nothing.", "decides"),
    ("'…' is part of safety.", "safety-part"),
    ("Unknown … '…'.", "unknown"),
)
_CONTEXT: Final = re.compile(r"[\w/.:,]+/[\w.:,]+: ")  # the linters name the text first


def key_of(finding: Finding) -> tuple[str, tuple[str, ...]] | None:
    """The key of a finding's text and what stands in it; None for one that has none."""
    what = _CONTEXT.sub("", finding.what, count=1)
    for said, key in SAID:
        pattern = "(.+?)".join(re.escape(part) for part in said.split("…"))
        if found := re.fullmatch(pattern, what, re.DOTALL):
            given = found.groups()
            if key == "register":
                right = finding.mend.removeprefix("This catalog says ").removesuffix(" only.")
                given = (*given, right)
            return key, given
    return None
