"""Catalogs: extraction, our update by context alone, translation and what is missing."""

from pathlib import Path

import pytest
from babel.messages.pofile import write_po

from bot import i18n
from bot.dialogue.catalogs import Catalogs, po_path, read_catalog
from bot.dialogue.coverage import Wanted
from bot.dialogue.values import shown
from bot.i18n import Text, code_texts, counted, lint, translator, update


def wanted(context: str, text: str) -> Wanted:
    return Wanted(context, text, "en", "say", "bot/x.py", 1)


def translate(locales: Path, form: str, texts: dict[str, str]) -> None:
    path = po_path(locales, form, "messages")
    catalog = read_catalog(path)
    for message in list(catalog):
        if message.context in texts:
            message.string = texts[message.context]
    if "@" in form:
        base = read_catalog(po_path(locales, form[:2], "messages"))
        for message in base:
            if message.context in texts:
                catalog.add(message.id, texts[message.context], context=message.context)
    with path.open("wb") as file:
        write_po(file, catalog)


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    update([wanted("a/hello", "Hello"), wanted("a/you", "For you")], tmp_path, "messages")
    translate(tmp_path, "nl", {"a/hello": "Dag", "a/you": "Voor u"})
    translate(tmp_path, "nl@je", {"a/you": "Voor jou"})
    return tmp_path


def test_code_texts_are_found(tmp_path: Path) -> None:
    (tmp_path / "x.py").write_text('A = Text("a/b", "One "\n "two.")\nB = Other("c", "d")\n')
    assert [(t.context, t.text, t.line) for t in code_texts(tmp_path)] == [("a/b", "One two.", 1)]


def test_a_variant_falls_back_to_its_base(locales: Path) -> None:
    say = translator("nl", "informal", locales)
    assert (say("a/hello", "Hello"), say("a/you", "For you")) == ("Dag", "Voor jou")
    assert translator("nl", "u", locales)("a/you", "For you") == "Voor u"
    assert translator("en", "", locales)("a/you", "For you") == "For you"


def test_a_missing_text_is_english_or_an_error(
    locales: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    assert translator("fr", "", locales)("a/hello", "Hello") == "Hello"
    assert "a/hello" in caplog.text
    monkeypatch.setattr(i18n, "STRICT", True)
    with pytest.raises(KeyError):
        translator("fr", "", locales)("a/hello", "Hello")


def test_a_reworded_text_keeps_its_translation_as_fuzzy(locales: Path) -> None:
    update([wanted("a/hello", "Good day"), wanted("b/new", "Hello")], locales, "messages")
    catalogs = Catalogs.read(locales, "messages")
    entry = catalogs.entry("nl", "a/hello")
    assert entry
    assert (entry.source, entry.text, entry.fuzzy) == ("Good day", "Dag", True)
    other = catalogs.entry("nl", "b/new")
    assert other
    assert other.text == "", "another text is never borrowed"
    assert catalogs.entry("nl@je", "a/you") is None
    assert translator("nl", "", locales)("a/hello", "Good day") == "Good day"


LONG = (
    "Shall I forget everything that I know of you, {name}? Then I write first no longer, and you "
    'may say "hello" -- at any time.\n\nA back\\slash, and a\u00a0: hard space.'
)


@pytest.mark.parametrize("form", ["nl", "fr"])
def test_what_a_translation_was_made_from_is_kept_to_the_letter(tmp_path: Path, form: str) -> None:
    """However long it is: Babel would fold it in the midst of its quotes."""
    update([wanted("a/ask", LONG), wanted("a/b", "Other")], tmp_path, "messages")
    translate(tmp_path, form, {"a/ask": "Vertaald", "a/b": "Ander"})
    for later in ("May I?", "May I, then?"):
        update([wanted("a/ask", later), wanted("a/b", "Other")], tmp_path, "messages")
    entry = Catalogs.read(tmp_path, "messages").entry(form, "a/ask")
    assert entry
    assert (entry.source, entry.made_from, entry.fuzzy) == ("May I, then?", LONG, True)
    update([wanted("a/ask", LONG), wanted("a/b", "Other")], tmp_path, "messages")
    entry = Catalogs.read(tmp_path, "messages").entry(form, "a/ask")
    assert entry
    assert (entry.source, entry.made_from, entry.fuzzy) == (LONG, "", False), "it says that again"


def test_what_was_folded_in_its_quotes_is_read_as_it_was(locales: Path) -> None:
    """As Babel wrote it before."""
    path = po_path(locales, "nl", "messages")
    folded = (
        '#, fuzzy\n#| msgid "" "Shall I forget \\"all\\" of it? Then I\n'
        '#| write first " "no longer, at any time.\\n" "\\n" "Or\n#| not."\nmsgctxt "a/hello"\n'
    )
    path.write_text(path.read_text().replace('msgctxt "a/hello"\n', folded))
    entry = Catalogs.read(locales, "messages").entry("nl", "a/hello")
    assert entry
    whole = 'Shall I forget "all" of it? Then I write first no longer, at any time.\n\nOr not.'
    assert entry.made_from == whole


def test_update_twice_changes_nothing(locales: Path) -> None:
    texts = [wanted("a/hello", "Hello"), wanted("a/you", "For you")]
    update(texts, locales, "messages")
    assert update(texts, locales, "messages") == []


def test_lint_names_what_is_missing(locales: Path) -> None:
    texts = [wanted("a/hello", "Hello"), wanted("a/you", "For you"), wanted("a/you", "Other")]
    whats = [finding.what for finding in lint(texts, locales)]
    assert any("another text" in what for what in whats)
    assert any("No translation into fr of 'a/hello'" in what for what in whats)
    assert not any("nl@je" in what for what in whats)


def test_numbers_are_counted_as_the_language_does() -> None:
    one, other = Text("x/one", "{count} day"), Text("x/other", "{count} days")

    def say(context: str, source: str) -> str:
        return source

    assert counted(say, "fr", one, other, 0) == "0 day"
    assert counted(say, "en", one, other, 0) == "0 days"
    assert counted(say, "nl", one, other, 1200) == "1.200 days"


@pytest.mark.parametrize(
    ("name", "value", "language", "says"),
    [
        ("days", "mo,tu,we,th,fr,sa,su", "nl", "elke dag"),
        ("days", "mo,tu,we,th,fr,sa", "nl", "elke dag, behalve zondag"),
        ("anniversary", "03-14,05-02", "nl", "14 maart en 2 mei"),
        ("anniversary", "03-01,05-02", "fr", "1er mars et le 2 mai"),
        ("anniversary", "03-14,05-02", "en", "14 March and 2 May"),
        ("today", "03-14", "en", "14 March"),
        ("days", "tu,we,th,fr,sa,su", "fr", "tous les jours sauf le lundi"),
        ("days", "mo,tu,we,th,fr,su", "en", "every day except Saturday"),
        ("days", "tu,fr", "fr", "mardi et vendredi"),
        ("days", "mo,tu,we,th,fr", "en", "Monday to Friday"),
        ("until", "2026-03-09", "nl", "maandag 9 maart"),
        ("until", "2026-03-09T19:00", "nl", "maandag 9 maart om 19:00"),
        ("until", "2026-03-09T19:00", "fr", "lundi 9 mars à 19:00"),
        ("until", "2026-03-09T19:00", "en", "Monday 9 March at 19:00"),
        ("hour", "9.5", "nl", "9.5"),
        ("language", "nl", "fr", "néerlandais"),
        ("name", "Ana", "fr", "Ana"),
    ],
)
def test_values_are_said_in_the_language(name: str, value: str, language: str, says: str) -> None:
    assert shown(name, value, language) == says
