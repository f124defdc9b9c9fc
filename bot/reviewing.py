"""The review in the terminal: a coordinator reads what was not understood, and writes new examples.

What is decided is gone from the table at once; only the coordinator's own words stay, without any
link to the resident, and only they are exported.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from sqlalchemy import delete, select

from bot.dialogue.intents import INTENTS
from bot.dialogue.names import LANGUAGES
from bot.dialogue.words import plain
from bot.masking import MARKS
from bot.sanitise import one_line
from bot.store import Store
from bot.store.tables import Audit, Review, Utterance

LIKE: Final = 0.8  # so much alike, letter by letter or word by word, is nearly the same
IN_A_ROW: Final = 4  # words of the message in its own order are the resident's sentence
LONGEST: Final = 300
HELP: Final = (
    "For each message: type the intent, then a new sentence of your own that means the same.\n"
    "Enter skips it, d drops it, ? shows the intents, q ends."
)

# Why a sentence is refused.
OBJECTIONS: Final[Mapping[str, str]] = {
    "words": "Write a sentence in words.",
    "long": f"That is too long; {LONGEST} characters are enough.",
    "resident": "That is (nearly) the resident's own sentence. Say it as you would say it.",
    "brackets": "Leave out brackets; where a name stood, invent one.",
    "known": "That example exists already. Think of somebody else who means this.",
}

type Ask = Callable[[str], str | None]  # None: there is no more input
type Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Examples:
    """What a new sentence may not repeat: messages under review, and lines that exist."""

    messages: Sequence[str] = ()
    lines: Collection[str] = frozenset()

    def objection(self, sentence: str) -> str | None:
        """Why a sentence is refused, in one line; None when it is good."""
        fault = self.fault(sentence)
        return OBJECTIONS[fault] if fault else None

    def fault(self, sentence: str) -> str:
        """The key of `OBJECTIONS` for why a sentence is refused; '' when it is good."""
        if not any(char.isalpha() for char in sentence):
            return "words"
        if len(sentence) > LONGEST:
            return "long"
        if any(nearly_same(sentence, message) for message in self.messages):
            return "resident"
        if any(sign in sentence for sign in "[]{}"):
            return "brackets"
        return "known" if plain(sentence) in self.lines else ""


def nearly_same(sentence: str, message: str) -> bool:
    """Whether a sentence repeats a message: the same, much alike, or words of it in a row."""
    mine, theirs = _bare(sentence), _bare(message)
    if not theirs:
        return False
    alike = SequenceMatcher(None, " ".join(mine), " ".join(theirs), autojunk=False).ratio()
    if alike >= LIKE or set(mine) == set(theirs):
        return True
    match = SequenceMatcher(None, mine, theirs, autojunk=False)
    longest = match.find_longest_match().size
    return longest >= IN_A_ROW or (longest == len(theirs) and longest > 1)


def _bare(text: str) -> list[str]:
    for mark in MARKS.values():
        text = text.replace(mark, " ")
    return plain(text).split()


async def waiting(store: Store, now: datetime) -> list[Review]:
    """What waits, oldest first. What is past its time is erased, should no bot have run."""
    async with store.write() as session:
        await session.execute(delete(Review).where(Review.expires_at <= now))
        rows = list(await session.scalars(select(Review).order_by(Review.id)))
        session.expunge_all()
    return rows


def shown(row: Review, place: int, count: int) -> str:
    """One message as the coordinator reads it. Nothing tells whose it is."""
    thought = ", ".join(row.thought) or "nothing"
    chosen = f"; the resident meant: {row.meant}" if row.meant else ""
    until = row.expires_at.date().isoformat()
    head = f"[{place}/{count}] {row.language}, kept until {until}"
    return f"{head}\n  taken for: {thought}{chosen}\n  {row.text}"


async def go_through(
    store: Store, now: datetime, lines: Collection[str], ask: Ask, tell: Tell
) -> None:
    """The whole review: one message after another, each decision a transaction of its own."""
    rows = await waiting(store, now)
    tell(f"{len(rows)} messages wait for review.")
    if rows:
        tell(HELP)
    for place, row in enumerate(rows, 1):
        same = [other.text for other in rows if other.language == row.language]
        tell("\n" + shown(row, place, len(rows)))
        intent = _intent(ask, tell)
        if intent is None:
            return
        if intent == "d":
            await drop(store, row.id)
        elif intent:
            sentence = _sentence(Examples(same, lines), ask, tell)
            if sentence:
                there = await write(store, row.id, intent, sentence)
                tell("Written down." if there else "The resident took it back; nothing is kept.")


def _intent(ask: Ask, tell: Tell) -> str | None:
    """A known intent, 'd' to drop, '' to skip, None to end."""
    while True:
        said = ask("intent> ")
        if said is None or said.strip() == "q":
            return None
        said = said.strip()
        if said in INTENTS or said in ("", "d"):
            return said
        tell(", ".join(sorted(INTENTS)) if said == "?" else "That is no intent; ? shows them.")


def _sentence(examples: Examples, ask: Ask, tell: Tell) -> str:
    """A sentence that is new; '' when the coordinator gives it up."""
    while True:
        said = one_line(ask("in your own words> ") or "", LONGEST + 1)
        reason = examples.objection(said) if said else None
        if reason is None:
            return said
        tell(reason)


async def write(
    store: Store, review_id: int, intent: str, sentence: str, by: int | None = None
) -> bool:
    """Keeps the new sentence in place of the message. False when that is gone meanwhile."""
    async with store.write() as session:
        row = await session.get(Review, review_id)
        if row is None:
            return False
        now = datetime.now(UTC)
        session.add(Utterance(language=row.language, intent=intent, text=sentence, at=now))
        session.add(Audit(at=now, actor_id=by, action="review.written"))
        await session.delete(row)
    return True


async def drop(store: Store, review_id: int) -> None:
    async with store.write() as session:
        await session.execute(delete(Review).where(Review.id == review_id))


async def export(store: Store, folder: Path) -> list[Path]:
    """Adds every new sentence to FOLDER/LANGUAGE/review.yml; returns the files that changed.

    Raises ValueError for a file there that cannot be read.
    """
    async with store.read() as session:
        rows = list(await session.scalars(select(Utterance).order_by(Utterance.id)))
    changed = []
    for language in LANGUAGES:
        path = folder / language / "review.yml"
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        found = _read(before, path)
        for row in rows:
            if row.language == language and row.text not in found.setdefault(row.intent, []):
                found[row.intent].append(row.text)
        after = as_yaml(found)
        if any(found.values()) and after != before:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(after, encoding="utf-8")
            changed.append(path)
    return changed


def as_yaml(found: Mapping[str, Iterable[str]]) -> str:
    """Rasa's own format, each intent a block, all in the voice of a coordinator."""
    lines = ['version: "3.1"', "nlu:"]
    for intent in sorted(name for name, texts in found.items() if texts):
        lines += [f"  - intent: {intent}", "    metadata: {voice: coordinator}", "    examples: |"]
        lines += [f"      - {text}" for text in found[intent]]
    return "\n".join(lines) + "\n"


def _read(text: str, path: Path) -> dict[str, list[str]]:
    """What an earlier export wrote: intent -> sentences."""
    try:
        content: Any = YAML(typ="safe").load(text) or {}
        blocks = content.get("nlu") or []
        return {
            str(block["intent"]): [line[2:].strip() for line in block["examples"].splitlines()]
            for block in blocks
        }
    except (YAMLError, AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"{path} cannot be read; move it away first") from error


def known_lines(project: Path) -> frozenset[str]:
    """Every example that trains or judges the model, folded for comparing."""
    found = set()
    places = ("nlu/data/*/*.yml", "nlu/validation/*.yml", "nlu/fresh/*/*.yml")
    for path in sorted(path for place in places for path in project.glob(place)):
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.strip().startswith("- ") and not line.strip().startswith("- intent:"):
                found.add(plain(line.strip()[2:]))
    return frozenset(found)
