"""Golden talks about the questions of safety: what is an answer to them, and what is not.

`safety_talks` holds what she does and what everybody sees, in three languages: "ana" says or sends
on, "30m" pass, "bot" and "sofie" (the coordinator) show. `pytest --update` writes them anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.dialogue.names import LANGUAGES

from .story import Phone, Story

TALKS = Path(__file__).parent / "safety_talks"
SCRIPTS = sorted(TALKS.glob("*.txt"))
# what the model makes of her words: an intent, and how worried it is
MEANS = {
    "hm hm": ("crisis_suicide", "ask"),
    "mm mm": ("crisis_medical", "ask"),
    "pf pf": ("crisis_violence", "ask"),
    "la la": ("feel_lonely", None),
    "mm mm!": ("crisis_medical", "act"),
    "pf pf!": ("crisis_violence", "act"),
    # what a model takes for danger, and is none
    "ik ben veilig. sorry sorry": ("crisis_suicide", "act"),
    "je suis en sécurité. désolée désolée": ("crisis_suicide", "act"),
    "i am safe. sorry sorry": ("crisis_suicide", "act"),
    "maar niemand doet mij iets zeg, 't was een grap": ("crisis_violence", "act"),
    "mais personne me fait du mal wtf c'était une blague": ("crisis_violence", "act"),
    "nobody is hurting me, it was a joke": ("crisis_violence", "act"),
    "morgen ga ik naar mijn dochter in Leuven": ("crisis_violence", "act"),
    "demain je vais chez ma mère à Namur quoi": ("crisis_violence", "act"),
    "tomorrow I go to my mother in Ghent": ("crisis_violence", "act"),
    "neen zeg, niet dringend, 't zijn maar plaspillen": ("crisis_medical", "ask"),
    "mais non, pas urgent, ce sont mes cachets pour l'eau": ("crisis_medical", "ask"),
    "No dear, not urgent, they're only water tablets": ("crisis_medical", "ask"),
}


async def played(story: Story, path: Path, written: str) -> str:
    """The talk, as it goes now: what she does is taken from what is written."""
    for text, (intent, level) in MEANS.items():
        story.mind.learns(text, intent, level=level)
    sofie = await story.coordinator("Sofie", "en")
    ana = await story.resident("Ana", path.suffixes[0][1:], hour=None)
    lines = []
    for line in written.splitlines():
        if line.startswith("ana  "):
            said = line.removeprefix("ana  ")
            if said.startswith("forwards "):
                await ana.forwards(said.removeprefix("forwards "))
            elif said == "(voice)":
                await ana.sends("voice")
            else:
                await ana.says(said)
        elif line[:-1].isdecimal():
            ana.turns_the_page()
            await story.passes(minutes=int(line[:-1]))
        elif not line.startswith("#"):
            continue
        lines.append(line)
        if not line.startswith("#"):
            lines += [*shown("bot", ana, keyboard=True), *shown("sofie", sofie, keyboard=False)]
            sofie.turns_the_page()
    return "\n".join(lines) + "\n"


def shown(who: str, phone: Phone, keyboard: bool) -> list[str]:
    """What was shown since, the buttons of the screen behind the last of it."""
    told = [f"{who}  {' / '.join(m.text.split(chr(10)))}" for m in phone.news]
    if told and keyboard:
        told[-1] += "".join(f"  [{label}]" for label in phone.screen.keyboard)
    return told


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)  # the others are told on both
@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
async def test_talk(story: Story, path: Path, request: pytest.FixtureRequest) -> None:
    written = golden(path)
    now = await played(story, path, written)
    if request.config.getoption("--update"):
        golden(path, now)
        return
    assert now == written


def golden(path: Path, now: str | None = None) -> str:
    if now is not None:
        path.write_text(now, encoding="utf-8")
    return path.read_text(encoding="utf-8")


def test_each_is_told_in_three_languages() -> None:
    names = {path.name.split(".")[0] for path in SCRIPTS}
    wanted = {f"{name}.{language}.txt" for name in names for language in LANGUAGES}
    assert {path.name for path in SCRIPTS} == wanted
