"""What happens, as each phone shows it: pages of the documentation are written from it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import wrap

from bot.channel import Answer, Button, Copy, Delete, Edit, Outgoing, React, Say
from bot.i18n import Text

from .story import Phone, Story

DOCS = Path(__file__).resolve().parents[2] / "docs"


def is_what_happens(page: str, written: str, update: bool) -> None:
    """A page of the documentation is what was played; `update` writes it anew."""
    path = DOCS / f"{page}.md"
    if update:
        path.write_text(written, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == written, "run pytest with --update"


class Sides:
    """Writes down what each phone shows, as it is shown."""

    def __init__(self, story: Story, sides: Mapping[str, tuple[str, str]]) -> None:
        self.story, self.sides = story, sides
        self.lines: dict[str, list[str]] = {name: [] for name in sides}
        self.names: dict[int, str] = {}
        self._last: dict[str, str] = {}
        whole = story.wire.send

        async def send(chat_id: int, outgoing: Outgoing) -> int | None:
            gone = self._gone(chat_id, outgoing)
            number = await whole(chat_id, outgoing)
            if chat_id in self.names and (said := gone or shown(outgoing)):
                self.note(self.names[chat_id], "bot", said)
            return number

        story.wire.send = send  # type: ignore[method-assign]

    def _gone(self, chat_id: int, outgoing: Outgoing) -> str:
        if not isinstance(outgoing, Delete | Edit):
            return ""
        before = self.story.wire.screens[chat_id].find(outgoing.message_id).text
        first = before.splitlines()[0] if before else "…"
        if isinstance(outgoing, Delete):
            return f"(gone from the phone: “{first}”)"
        return f"(“{first}” becomes)\n{outgoing.text}{buttons(outgoing.inline)}"

    def label(self, phone: Phone, text: Text) -> str:
        return self.story.text(text, phone.language)

    def watch(self, *phones: Phone) -> None:
        self.names |= {phone.id: phone.name for phone in phones}

    def note(self, name: str, by: str, said: str) -> None:
        local = self.story.local(self.story.clock.now())
        at = f"{local:%A %H:%M}"
        if self._last.get(name) != at:
            self.lines[name].append(f"\n--- {at}")
            self._last[name] = at
        whole = [part for line in said.splitlines() for part in wrap(line, 92) or [""]]
        self.lines[name].append(f"{by}> {whole[0]}")
        self.lines[name] += [f"     {line}".rstrip() for line in whole[1:]]

    async def says(self, phone: Phone, words: str) -> None:
        self.note(phone.name, phone.name, words)
        await phone.says(words)

    async def taps(self, phone: Phone, label: str) -> None:
        self.note(phone.name, phone.name, f"[{label}]")
        await phone.taps(label)

    def page(self, head: str) -> str:
        parts = [head]
        for name, (role, about) in self.sides.items():
            story = "\n".join(self.lines[name]).strip()
            parts.append(f"## {role}: {name}\n\n{about}\n\n```\n{story}\n```\n")
        return "\n".join(parts)


def buttons(inline: tuple[Button, ...]) -> str:
    return "\n" + " ".join(f"[{one.label}]" for one in inline) if inline else ""


def shown(outgoing: Outgoing) -> str:
    if isinstance(outgoing, Say):
        keys = " ".join(f"[{label}]" for label in outgoing.keyboard or ())
        return outgoing.text + buttons(outgoing.inline) + (f"\n{keys}" if keys else "")
    if isinstance(outgoing, Copy):
        return f"(a picture or a voice) {outgoing.caption}"
    if isinstance(outgoing, React):
        return outgoing.emoji
    return f"({outgoing.text})" if isinstance(outgoing, Answer) and outgoing.text else ""
