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
    ("'…' on a button sounds like danger.", "alarming"),
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
    ("'…' cannot ask '…' again.", "again"),
    ("Where does this lead?", "leads-nowhere"),
    ("It asks, and waits for no answer.", "question-mark"),
    ("{name} without without_name.", "without-name"),
    ("{place} of what?", "place"),
    ("'…' leads back to itself.", "circle"),
    ("The … '…' starts '…' already.", "twice"),
    ("A step that decides says and asks nothing.", "decides"),
    ("'…-…' are no hours.", "hours-range"),
    ("'…-…' ends before it begins.", "hours-order"),
    ("A dialogue starts with 'title:'.", "no-title-key"),
    ("A place needs keys of its own.", "place-keys"),
    ("'…' are no days.", "no-days"),
    ("'…' are no hours.", "no-hours"),
    ("'…' cannot be a dialogue's name.", "file-name"),
    ("'…' cannot be an id.", "no-id"),
    ("'…' holds names.", "holds-names"),
    ("'hours' needs days.", "hours-days"),
    ("'…' is a list of known names.", "known-list"),
    ("'…' is a list.", "a-list"),
    ("'…' is a text.", "a-text"),
    ("'…' is checked in the future.", "checked-future"),
    ("'…' is kept by the engine.", "engine-fact"),
    ("'…' is missing.", "key-missing"),
    ("'…' is no date.", "no-date"),
    ("'…' is no phone number.", "no-phone"),
    ("'…' needs a text a language.", "text-languages"),
    ("'…' needs keys of its own.", "own-keys"),
    ("'…' takes one name.", "one-name"),
    ("There is no dialogue here.", "none-here"),
    ("There is no step.", "no-steps"),
    ("This is no list of places.", "no-places"),
    ("This is not YAML: ….", "no-yaml"),
    ("'tries' must be 1.", "tries"),
    ("Two choices are called '…'.", "two-choices"),
    ("Two steps are called '…'.", "two-steps"),
    ("'…' was not checked for … days and is told to nobody.", "place-old"),
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
