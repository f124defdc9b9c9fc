"""What residents agreed to as they saw it on their phones, and what they took back: kept by the
test alone, so that it can hold what leaves against it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from .wire import Screen

WORD = re.compile(r"\bqz(\d+)z\b")  # each word of theirs has a number of its own
STRUCK = "↩"


@dataclass(frozen=True)
class Preview:
    """A preview with its yes: which message, what stood there, which words were struck."""

    message_id: int
    text: str
    struck: frozenset[int]


@dataclass
class Yeses:
    seen: dict[int, dict[str, Preview]] = field(default_factory=lambda: defaultdict(dict))
    said: dict[int, list[Preview]] = field(default_factory=lambda: defaultdict(list))
    ended: set[int] = field(default_factory=set)  # consents that a 'stop' ended at its receipt

    def looks(self, who: int, screen: Screen) -> None:
        """Remembers every yes that a phone shows: somebody may tap an older one later."""
        for message in screen.messages:
            struck = " ".join(label for label in message.labels if label.startswith(STRUCK))
            for button in message.inline:
                if button.data.startswith("share:yes:"):
                    words = frozenset(map(int, WORD.findall(struck)))
                    self.seen[who][button.data] = Preview(message.message_id, message.text, words)

    def older(self, who: int, nth: int) -> tuple[int, str] | None:
        """A yes that was on the phone at some time: its message and its data."""
        known = list(self.seen[who].items())
        if not known:
            return None
        data, preview = known[nth % len(known)]
        return preview.message_id, data

    def says(self, who: int, data: str) -> None:
        """She taps a yes. `share:yes:HANDOFF:HASH`."""
        if data in self.seen[who]:
            self.said[int(data.split(":")[2])].append(self.seen[who][data])

    def fault(self, handoff_id: int, agreed: str, numbers: list[int]) -> str | None:
        """Why a text of that handoff, with these words in it, was not agreed to."""
        under = [one for one in self.said[handoff_id] if agreed in one.text]
        if not under:
            return "another text than the one under her yes"
        if any(set(numbers) & one.struck for one in under):
            return "what she had struck"
        return None
