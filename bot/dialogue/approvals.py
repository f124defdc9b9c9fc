"""What of some drafts may be published: a dialogue that needs a second look stays as it was last
approved until somebody said yes to its exact words. It cannot be taken away either.

Pure: frozen revisions come in (see `form`), a frozen one goes out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from bot.dialogue.guarded import fingerprints, is_guarded
from bot.dialogue.library import Library

type Frozen = Mapping[str, Any]
type Yes = tuple[str, str]  # a dialogue and the fingerprint of its approved words


@dataclass(frozen=True, slots=True)
class Sifted:
    """What may be published. `kept`: they stay as they were approved, whatever the draft says.
    `left_out`: they are new, and nobody approved them."""

    content: dict[str, Any]
    kept: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def waiting(self) -> tuple[str, ...]:
        """The dialogues that a second look is needed for."""
        return tuple(sorted((*self.kept, *self.left_out)))


def guarded(library: Library | None) -> set[str]:
    """The dialogues that need a second look."""
    found = library.dialogues.values() if library else ()
    return {dialogue.id for dialogue in found if is_guarded(dialogue)}


def yeses(content: Frozen) -> list[Yes]:
    """What a yes to all guarded dialogues of a revision is a yes to."""
    library = Library.thaw(content)
    hashes = fingerprints(library)
    return [(name, hashes[name]) for name in sorted(guarded(library))]


def sift(drafts: Frozen, earlier: Sequence[Frozen], approved: AbstractSet[Yes]) -> Sifted:
    """The drafts with each unapproved dialogue as it was last approved. `earlier` holds the
    revisions to look in, the one that runs first; nobody needs to approve what is the first."""
    if not earlier:
        return Sifted(dict(drafts))
    mine = Library.thaw(drafts)
    hashes = fingerprints(mine)
    runs = Library.thaw(earlier[0])
    waiting = [
        name
        for name in sorted(guarded(mine) | guarded(runs))
        if (name, hashes.get(name, "")) not in approved
    ]
    content, kept, left_out = dict(drafts), [], []
    for name in waiting:
        old = _last_approved(name, earlier, approved)
        content = _with(content, name, old)
        if old is None:
            left_out += [name] if name in mine.dialogues else []
        elif fingerprints(Library.thaw(old))[name] != hashes.get(name):
            kept.append(name)
    return Sifted(content, tuple(kept), tuple(left_out))


def _last_approved(
    name: str, earlier: Iterable[Frozen], approved: AbstractSet[Yes]
) -> Frozen | None:
    """The newest revision that has the dialogue approved, or from when it needed nobody's yes."""
    for content in earlier:
        library = Library.thaw(content)
        dialogue = library.dialogues.get(name)
        if dialogue is None:
            continue
        if not is_guarded(dialogue) or (name, fingerprints(library)[name]) in approved:
            return content
    return None


def _with(content: Frozen, name: str, old: Frozen | None) -> dict[str, Any]:
    """A revision with one dialogue, and its texts, as another one has them; without, for None."""
    taken = [d for d in (old or {}).get("dialogues", ()) if d["id"] == name]
    others = [d for d in content["dialogues"] if d["id"] != name]
    own = f"{name}/"
    texts = {}
    for form, said in content["texts"].items():
        before = (old or {}).get("texts", {}).get(form, {})
        kept = {ref: text for ref, text in said.items() if not ref.startswith(own)}
        texts[form] = kept | {ref: text for ref, text in before.items() if ref.startswith(own)}
    dialogues = sorted((*others, *taken), key=lambda dialogue: str(dialogue["id"]))
    return {**content, "dialogues": dialogues, "texts": texts}
