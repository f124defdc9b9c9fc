"""The documentation is a contract: what the code knows by name is documented, and nothing else."""

from __future__ import annotations

import argparse
import ast
import re
from collections.abc import Iterator

import pytest
from docs_kit import ROOT, blocks, named, page, repository, rows, section

from bot import export, menus
from bot.__main__ import parser
from bot.dialogue import intents, names, source
from bot.lifecycle import diagram
from bot.metrics import Metrics
from bot.settings import PREFIX, Settings

COMMANDS = page("commands")
DIALOGUES = page("dialogues")
GLOSSARY = [
    "resident",
    "volunteer",
    "coordinator",
    "dialogue",
    "step",
    "wording",
    "again",
    "second look",
    "draft",
    "revision",
    "conversation",
    "turn",
    "stimulus",
    "effect",
    "wish",
    "doubt",
    "fact",
    "value",
    "day lived in",
    "loss",
    "remembrance",
    "contact",
    "silence",
    "pause",
    "absence",
    "concern",
    "doubt",
    "gentle question",
    "handoff",
    "request",
    "preview",
    "claim",
    "taken",
    "alert",
    "opened",
    "lease",
    "worry contact",
    "relative",
    "relay",
    "card",
    "appointment",
    "handover note",
    "report",
    "complaint",
    "outcome",
    "debrief",
    "consent",
    "access",
    "relation",
    "urgent",
    "erasure",
]


def subcommands() -> dict[str, argparse.ArgumentParser]:
    """Every command of the command line."""
    action = next(a for a in parser()._actions if isinstance(a, argparse._SubParsersAction))
    return dict(action.choices)


def settings_read() -> set[str]:
    """Every variable of ours that a file outside of the documentation and the tests names."""
    found: set[str] = set()
    for path in repository():
        part = path.relative_to(ROOT).parts[0]
        if path.suffix in (".py", ".yaml", ".toml", "") and part not in ("docs", "dialogues"):
            text = path.read_text(encoding="utf-8", errors="ignore")
            found |= set(re.findall(PREFIX + r"[A-Z]+(?:_[A-Z]+)*\b", text))
    return found


def test_every_figure_is_explained() -> None:
    ours = {
        family.name + ("_total" if family.type == "counter" else "")
        for family in Metrics().registry.collect()
    }
    told = named(section(page("how-to-operators"), "How it does"))
    assert {name for name in told if name.startswith("goeiedag_")} == ours


def test_every_command_of_the_command_line_has_a_section() -> None:
    headings = set(re.findall(r"^### `goeiedag (\w+)`", COMMANDS, re.MULTILINE))
    assert headings == set(subcommands())


@pytest.mark.parametrize("name", subcommands())
def test_every_option_is_documented(name: str) -> None:
    actions = subcommands()[name]._actions
    options = {
        (a.option_strings or [a.dest])[-1] for a in actions if a.dest not in ("help", "data")
    }
    told = section(COMMANDS, f"goeiedag {name}")
    assert {one.split()[0] for one in named(told)} == options
    for action in actions:
        for choice in action.choices or ():
            assert f"`{choice}`" in told, f"{name}: {choice} is not documented"


def test_every_setting_is_documented_with_its_default() -> None:
    told = {re.findall(r"`([^`]+)`", row[0])[0]: row for row in rows(page("settings"))}
    own = {PREFIX + name.upper(): field for name, field in Settings.model_fields.items()}
    assert set(own) <= set(told)
    for name, field in own.items():
        plain = isinstance(field.default, str | int | float) or name.endswith("_DATA")
        if plain:
            default = field.default
            shown = str(default).lower() if isinstance(default, bool) else str(default)
            assert f"`{shown}`" in told[name][1], f"{name}: the default is {shown}"


def test_every_variable_that_anything_reads_is_documented() -> None:
    assert set(named(page("settings"))) == settings_read() | {
        PREFIX + name.upper() for name in Settings.model_fields
    }


def nested_keys() -> dict[str, set[str]]:
    """The keys of choices, unclear, silence, decide and variants, as the reader knows them."""
    tree = ast.parse((ROOT / "bot/dialogue/source.py").read_text(encoding="utf-8"))
    found: dict[str, set[str]] = {}
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
            known = call.args[1] if len(call.args) == 3 else None
            is_keys = isinstance(call.func, ast.Attribute) and call.func.attr == "keys"
            if is_keys and isinstance(known, ast.Tuple):
                found[function.name] = set(ast.literal_eval(known))
    return found


def test_every_key_of_a_dialogue_is_documented() -> None:
    nested = nested_keys()
    for heading, keys in (
        ("Keys of a dialogue", source.DIALOGUE_KEYS),
        ("Keys of start", source.START_KEYS),
        ("Keys of a step", source.STEP_KEYS),
        ("Keys of a variant", nested["variant"]),
        ("Keys of a choice", nested["choices"]),
        ("Keys of unclear", nested["repair"]),
        ("Keys of silence", nested["silence"]),
        ("Keys of decide", nested["decide"]),
    ):
        assert set(named(section(DIALOGUES, heading))) == set(keys), heading


def test_every_closed_name_of_dialogues_is_documented() -> None:
    for heading, known in (
        ("Actions", names.ACTIONS),
        ("Decisions", names.DECISIONS),
        ("Readers", names.TAKES),
        ("Placeholders", names.PLACEHOLDERS),
        ("Times of day", names.TIMED),
    ):
        assert set(named(section(DIALOGUES, heading))) == set(known), heading


def test_every_intent_is_on_the_page_for_labelling() -> None:
    assert set(named(section(page("nlu"), "The page"))) == intents.INTENTS


def checks() -> Iterator[str]:
    """What each check says, with … for what differs, from where a finding is made."""
    for path in sorted((ROOT / "bot").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
            for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
                yield from _said(function, call)


# Where a finding says what is wrong, by the name of what makes it.
PLACE_OF_WHAT = {"error": 1, "_error": 2, "Finding": 3, "Fault": 1, "Wrong": 0, "found": 1}


def _said(function: ast.FunctionDef, call: ast.Call) -> Iterator[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    owner = getattr(getattr(call.func, "value", None), "id", "")
    place = PLACE_OF_WHAT.get(name)
    if place is None or len(call.args) <= place or owner in ("log", "parser"):
        return
    if name == "found" and getattr(call.args[0], "value", "") not in ("error", "warning"):
        return
    what = call.args[place]
    if isinstance(what, ast.Name):
        for node in ast.walk(function):
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == what.id:
                yield from _template(node.value)
    else:
        yield from _template(what)


def _template(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.JoinedStr):
        parts = (str(p.value) if isinstance(p, ast.Constant) else "…" for p in node.values)
        said = "".join(parts)
        if re.search(r"\w{3}", said):
            yield said


def test_every_check_is_documented_with_how_to_mend_it() -> None:
    said = set(checks())
    assert len(said) > 40
    assert set(named(section(DIALOGUES, "Checks"))) == said
    for row in rows(section(DIALOGUES, "Checks")):
        assert len(row) == 2, row
        assert len(row[1]) > 5, f"how is this mended? {row[0]}"


def test_every_telegram_command_is_documented_for_its_role() -> None:
    assert set(menus.RESIDENT) == set(names.COMMANDS)
    for role, listed in (
        ("residents", menus.RESIDENT),
        ("volunteers", {*menus.VOLUNTEER, "help"}),
        ("coordinators", {*menus.COORDINATOR, "help"}),
    ):
        said = {f"/{name}" for name in listed}
        assert set(named(section(COMMANDS, f"For {role}"))) == said, role


def test_every_target_of_the_makefile_is_documented() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    told = {name.removeprefix("make ") for name in named(section(COMMANDS, "make"))}
    assert told == targets


def test_every_word_of_the_glossary_is_explained() -> None:
    assert named(page("glossary")) == GLOSSARY
    for row in rows(page("glossary")):
        assert len(row) == 4, f"a word has its Dutch, its French and its meaning: {row[0]}"
        assert all(row), row[0]


def test_the_life_of_a_handoff_is_drawn_from_the_code() -> None:
    drawn = [content for kind, content in blocks(page("handoff-life")) if kind == "mermaid"]
    assert drawn == [diagram()], "run: python -c 'from bot.lifecycle import diagram; …'"


def test_every_voice_of_the_utterances_is_documented() -> None:
    used: set[str] = set()
    for path in (ROOT / "nlu/data").rglob("*.yml"):
        used |= set(re.findall(r"voice: (\w+)", path.read_text(encoding="utf-8")))
    assert used <= set(named(section(page("nlu"), "Voices")))


def test_every_table_and_what_the_export_leaves_out_is_documented() -> None:
    told = page("what-is-kept")
    assert set(named(section(told, "Not in the export"))) == set(export.LEFT_OUT)
    tables = set(named(told)) - set(export.LEFT_OUT)
    assert tables == {part.name for part in export.PARTS} | set(export.NOT_ABOUT_ANYBODY)
