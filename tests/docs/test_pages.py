"""What the pages say works: links, images, commands, transcripts. And what no file may say."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from docs_kit import DOCS, PAGES, ROOT, anchors, blocks, links, named, page, repository, section

from bot.__main__ import parser
from bot.dialogue import Library
from bot.readers import READERS
from bot.simulate import replay

NAMES = [str(path.relative_to(ROOT)) for path in PAGES]
SHELL = ("sh", "console")
# Written in pieces, so that this file does not name what no file may name.
FORBIDDEN = {
    "a host of a package registry": "|".join(
        re.escape(".".join(parts))
        for parts in (
            ("pypi", "org"),
            ("python" + "hosted", "org"),
            ("npm" + "js", ""),
            ("crates", "io"),
            ("proxy", "golang", "org"),
            ("docker", "io"),
            ("gh" + "cr", "io"),
            ("qu" + "ay", "io"),
        )
    )
    + "|(?<!emit-)index-"
    + "url[ =]",
    "a path of one machine": r"(?<![\w.])/wo" + r"rk(?=[/\s`'\")]|$)",
    "a folder outside of the repository": r"(?<!\w)sha" + "red/",
}


@pytest.mark.parametrize("name", NAMES)
def test_local_links_and_images_lead_somewhere(name: str) -> None:
    path = ROOT / name
    text = path.read_text(encoding="utf-8")
    for link in links(text):
        if link.startswith(("http://", "https://", "mailto:")):
            continue
        target, _, anchor = link.partition("#")
        found = (path.parent / target).resolve() if target else path
        assert found.exists(), f"{name} leads to {link}"
        assert found == ROOT or ROOT in found.parents, f"{name} leads outside: {link}"
        if anchor:
            assert anchor in anchors(found.read_text(encoding="utf-8")), f"{name}: {link}"


def test_every_page_is_reached_from_the_index() -> None:
    listed = {link.partition("#")[0] for link in links(page("index"))}
    assert {path.name for path in DOCS.glob("*.md")} - {"index.md"} <= listed


def test_images_are_pictures_of_some_size() -> None:
    for picture in DOCS.rglob("*.png"):
        data = picture.read_bytes()
        assert data.startswith(b"\x89PNG"), picture
        assert 10_000 < len(data) < 2_000_000, f"{picture}: {len(data)} bytes"


def shell_lines() -> list[tuple[str, str]]:
    """Every command line of ours in a block of shell, with its page."""
    found: list[tuple[str, str]] = []
    for name in NAMES:
        for kind, content in blocks((ROOT / name).read_text(encoding="utf-8")):
            if kind in SHELL:
                found += [(name, line) for line in content.replace("\\\n", " ").splitlines()]
    return found


def test_documented_command_lines_are_ones_that_the_parser_takes() -> None:
    seen = 0
    for name, line in shell_lines():
        called = re.search(r"(?:\bgoeiedag|-m bot) (?P<rest>[a-z].*)", line)
        if called is None or line.lstrip().startswith("#"):
            continue
        words = shlex.split(re.split(r" [|<>&]| 2>", called["rest"])[0], comments=True)
        try:
            parser().parse_args(words)
        except SystemExit:
            pytest.fail(f"{name}: goeiedag does not take: {line}")
        seen += 1
    assert seen > 10


def test_documented_targets_of_make_exist() -> None:
    known = {name.removeprefix("make ") for name in named(section(page("commands"), "make"))}
    for name, line in shell_lines():
        for target in re.findall(r"(?:^|&& )make (\w+)", line):
            assert target in known, f"{name}: make {target}"


@pytest.mark.parametrize("name", NAMES)
def test_transcripts_are_what_the_dialogues_say(name: str, request: pytest.FixtureRequest) -> None:
    """`pytest --update` rewrites them, as it does the golden transcripts."""
    path = ROOT / name
    text = path.read_text(encoding="utf-8")
    shown = [content for _, content in blocks(text) if content.startswith("# dialogue: ")]
    if not shown:
        return
    library = Library.read(ROOT / "dialogues", ROOT / "locales")
    for content in shown:
        played = replay(content, library, dict(READERS))
        if request.config.getoption("--update"):
            text = text.replace(content, played)
        else:
            assert content == played, f"{name}: run pytest tests/docs --update"
    if request.config.getoption("--update"):
        path.write_text(text, encoding="utf-8")


def test_the_readme_shows_a_transcript_and_the_phones() -> None:
    readme = PAGES[0].read_text(encoding="utf-8")
    assert any(content.startswith("# dialogue: ") for _, content in blocks(readme))
    assert "docs/images/phones.png" in links(readme)
    for needed in ("make demo", "make test", "GOEIEDAG_TELEGRAM_TOKEN", "LICENSE"):
        assert needed in readme


def test_no_file_names_a_registry_or_a_place_outside_of_the_repository() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{number} names {what}"
        for path in repository()
        for number, line in enumerate(_lines(path), 1)
        for what, pattern in FORBIDDEN.items()
        if re.search(pattern, line)
    ]
    assert not wrong, "\n".join(wrong)


def _lines(path: Path) -> list[str]:
    data = path.read_bytes()
    return [] if b"\0" in data[:4096] else data.decode("utf-8", "replace").splitlines()
