"""One handoff as its three sides see it: docs/handoff-three-sides.md shows what happens in this
test. `pytest --update` writes the page anew."""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap

import pytest

from bot import appointment_texts as meetings
from bot import outcomes
from bot import overview_texts as overviews
from bot.channel import Answer, Button, Copy, Delete, Edit, Outgoing, React, Say
from bot.handoff_texts import BUTTON_CLAIM, BUTTON_DECLINE, BUTTON_RELEASE, BUTTON_YES

from .story import Phone, Story

PAGE = Path(__file__).resolve().parents[2] / "docs" / "handoff-three-sides.md"
WISH = (
    "Bonjour. Ma sœur ne vient plus me voir. Je n'ose pas aller seule à la commune. "
    "Quelqu'un pourrait venir avec moi ?"
)
HEAD = """# One handoff, three sides

Fatima writes French. Karim and Lies answer in French, and the bot speaks Dutch to them. Sofie
coordinates in English. This is one handoff on each of their phones. A test plays it and writes
this page, so every word of the bot is what it really says. `Fatima>` is what somebody writes or
taps, `bot>` what the phone shows. Square brackets are buttons.
[The life of a handoff](handoff-life.md) says why each step comes when it does.
"""
SIDES = {
    "Fatima": (
        "The resident",
        "She strikes a sentence before she says yes. Then she reads who comes, and by when.",
    ),
    "Karim": (
        "The volunteer",
        "The alert says a language and no more. He reads her text once he takes it, without the\n"
        "sentence that she struck. In the end the two have an appointment.",
    ),
    "Lies": (
        "The other volunteer",
        "She reads, sees that it is not for her, and gives it back with one tap.",
    ),
    "Sofie": (
        "The coordinator",
        "She sees a number, a language and how long it waits. No name, no word.",
    ),
}


class Sides:
    """Writes down what each phone shows, as it is shown."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.lines: dict[str, list[str]] = {name: [] for name in SIDES}
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

    def page(self) -> str:
        parts = [HEAD]
        for name, (role, about) in SIDES.items():
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


async def told(story: Story, sides: Sides) -> None:
    """From her wish to the morning after."""
    lies = await story.volunteer("Lies", "nl", "fr")
    karim = await story.volunteer("Karim", "nl", "fr")
    sofie = await story.coordinator("Sofie", "en")
    fatima = await story.resident("Fatima", "fr", hour=None)
    story.mind.learns(WISH, "request_human", sure=0.9)
    sides.watch(fatima, karim, lies, sofie)

    def label(phone: Phone, text: object) -> str:
        return story.text(text, phone.language)  # type: ignore[arg-type]

    await sides.says(fatima, WISH)
    await sides.taps(fatima, next(b for b in fatima.last.labels if "sœur" in b))
    await sides.taps(fatima, label(fatima, BUTTON_YES))
    await story.passes(minutes=4)
    await sides.taps(karim, label(karim, BUTTON_DECLINE))
    await story.passes(minutes=3)
    await sides.taps(lies, label(lies, BUTTON_CLAIM))
    await story.passes(minutes=5)
    await sides.taps(lies, label(lies, BUTTON_RELEASE))
    await story.passes(minutes=20)
    await sides.says(sofie, "/open")
    await sides.taps(sofie, f"1: {label(sofie, overviews.BUTTON_RING)}")
    await story.passes(minutes=6)
    await sides.taps(karim, label(karim, BUTTON_CLAIM))
    await story.passes(minutes=16)
    await sides.says(karim, "Bonjour Fatima, ici Karim. Je viens volontiers avec vous.")
    await story.passes(minutes=2)
    await sides.says(fatima, "Oh merci. C'est pour ma carte d'identité.")
    await sides.says(karim, "/meet jeudi à 14h devant la commune")
    await sides.taps(karim, label(karim, meetings.BUTTON_PROPOSE))
    await story.passes(minutes=1)
    await sides.taps(fatima, label(fatima, meetings.BUTTON_YES))
    await story.passes(minutes=3)
    await sides.says(karim, "/close")
    await sides.taps(karim, label(karim, outcomes.BUTTONS["will_meet"]))
    await story.until_local("16:30", days=3)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
async def test_the_page_is_what_happens(story: Story, request: pytest.FixtureRequest) -> None:
    sides = Sides(story)
    await told(story, sides)
    assert "sœur" not in "\n".join(
        sides.lines["Karim"] + sides.lines["Lies"] + sides.lines["Sofie"]
    )
    assert "Fatima" not in "\n".join(sides.lines["Sofie"])
    if request.config.getoption("--update"):
        PAGE.write_text(sides.page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == sides.page(), "run pytest with --update"
