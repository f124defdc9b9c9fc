"""Everything `goeiedag check` looks at before a draft may be published."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from bot.dialogue.catalogs import Catalogs
from bot.dialogue.coverage import coverage, wanted
from bot.dialogue.findings import Finding
from bot.dialogue.model import Dialogue
from bot.dialogue.places_source import check_places
from bot.dialogue.source import read_folder
from bot.dialogue.structure import structure


def check(folder: Path, locales: Path, today: date | None = None) -> list[Finding]:
    """Every finding about the dialogues of a folder and their texts, in order of file and line.

    A file that cannot be read is reported alone; what leads to it is not blamed for it.
    `today` says how old the places are; without it, the system's date does.
    """
    return judged(folder, *read_folder(folder), Catalogs.read(locales), today)


def judged(
    folder: Path,
    dialogues: tuple[Dialogue, ...],
    findings: list[Finding],
    catalogs: Catalogs,
    today: date | None = None,
) -> list[Finding]:
    """As `check`, for what was read already: what is judged is then what is published."""
    if not dialogues and not findings:
        mend = "Put at least one dialogue there, or set GOEIEDAG_CONTENT."
        return [Finding(str(folder), 0, "error", "There is no dialogue here.", mend)]
    found = list(findings)
    if not any(finding.level == "error" for finding in found):
        found += structure(dialogues)
    found += coverage(wanted(dialogues), catalogs)
    found += check_places(folder, today or datetime.now(UTC).date())
    return sorted(set(found))
