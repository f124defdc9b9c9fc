"""Places: who they are for, when, and that an address is never far."""

from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.dialogue import Catalogs, Context, Library, command, freeze, message, resume, start
from bot.dialogue.names import GIVEN, LANGUAGES, NEEDS
from bot.dialogue.places_source import check_places, parse, read_places
from bot.dialogue.tone import SAD
from bot.dialogue.turns import Chose, Position, Turn
from bot.places import Place, Span, fitting, told, values

from .conftest import DIALOGUES, LOCALES

ZONE = ZoneInfo("Europe/Brussels")
MONDAY = datetime(2026, 3, 2, 10, tzinfo=ZONE)
PLACES = read_places(DIALOGUES)[0]
SAME = dict.fromkeys(LANGUAGES, "X")
DESK = Place(
    SAME,
    "desk",
    ("nl",),
    ("desk",),
    SAME,
    (Span(0, time(9), time(12)), Span(2, time(14), time(16))),
    "02 000 00 00",
    date(2026, 1, 1),
    SAME,
)
ENTRY = """\
- name: Desk
  kind: desk
  languages: [nl]
  needs: [desk]
  address: Street 1
  hours: {mo-fr: "09:00-12:00, 13:00-16:00"}
  phone: "02 000 00 00"
  checked_on: 2026-02-01
  about: {nl: Een loket., fr: Un guichet., en: A desk.}
"""


def test_the_shipped_places_are_clean_and_made_up() -> None:
    assert not list(check_places(DIALOGUES, date(2026, 3, 2)))
    assert PLACES
    assert all(place.example for place in PLACES)
    assert all(place.phone.startswith("02 000") for place in PLACES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_need_has_a_place_in_every_language(language: str) -> None:
    assert set(values(PLACES, NEEDS, language, MONDAY, examples=True)) == {
        f"place.{need}" for need in NEEDS
    }
    assert not values(PLACES, NEEDS, language, MONDAY)  # made-up ones only where asked for


def test_filtered_by_language_need_and_age() -> None:
    assert fitting([DESK], "desk", "nl", MONDAY) == [DESK]
    assert not fitting([DESK], "desk", "fr", MONDAY)
    assert not fitting([DESK], "food", "nl", MONDAY)
    assert fitting([DESK], "desk", "nl", datetime(2026, 4, 1, 10, tzinfo=ZONE)) == [DESK]
    assert not fitting([DESK], "desk", "nl", datetime(2026, 4, 2, 10, tzinfo=ZONE))


def test_what_is_open_comes_first() -> None:
    later = replace(DESK, name=dict.fromkeys(LANGUAGES, "A"), hours=(Span(0, time(15), time(16)),))
    assert fitting([later, DESK], "desk", "nl", MONDAY) == [DESK, later]
    closed = MONDAY.replace(hour=12)
    assert fitting([DESK, later], "desk", "nl", closed) == [later, DESK]


def test_a_step_that_begins_now_is_next_week() -> None:
    tie = replace(DESK, needs=("tie",), hours=(Span(0, time(10, 15), time(12)),))
    assert "Eerstvolgend: maandag om 10:15" in told(tie, "tie", "nl", MONDAY)
    sooner = MONDAY.replace(hour=9)
    assert "Eerstvolgend: vandaag om 10:15" in told(tie, "tie", "nl", sooner)


def test_told_in_three_languages() -> None:
    assert told(DESK, "desk", "nl", MONDAY).splitlines() == [
        "X",
        "X",
        "X",
        "Open: maandag 9:00-12:00; woensdag 14:00-16:00",
        "Nu open, tot 12:00",
        "Telefoon: 02 000 00 00",
    ]
    assert "Ouvert maintenant, jusqu'à 12 h 00" in told(DESK, "desk", "fr", MONDAY)
    assert "Next time: Wednesday at 14:00" in told(DESK, "desk", "en", MONDAY.replace(hour=13))


MISTAKES = {
    "no phone": ('  phone: "02 000 00 00"\n', "", "'phone' is missing"),
    "no number": ('"02 000 00 00"', '"ask Jan"', "no phone number"),
    "unknown key": ("kind: desk", "kind: desk\n  colour: red", "Unknown key 'colour'"),
    "unknown need": ("[desk]", "[dance]", "'needs' is a list"),
    "no hours": ("09:00-12:00, ", "nine, ", "no hours"),
    "hours backwards": ("09:00-12:00", "12:00-09:00", "ends before it begins"),
    "days": ("mo-fr", "mo-xx", "no days"),
    "date": ("2026-02-01", "soon", "no date"),
    "language lacks": (", en: A desk.", "", "'about' needs a text a language"),
    "not YAML": ("kind: desk", "kind: a: b", "not YAML"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake(mistake: str) -> None:
    old, new, what = MISTAKES[mistake]
    places, findings = parse(ENTRY.replace(old, new, 1), "places.yaml")
    assert not places
    assert what in findings[0].what
    assert findings[0].line
    assert findings[0].mend


def test_an_old_entry_is_a_finding_and_is_told_to_nobody(tmp_path: Path) -> None:
    (tmp_path / "places.yaml").write_text(ENTRY, encoding="utf-8")
    assert not list(check_places(tmp_path, date(2026, 5, 2)))
    found = list(check_places(tmp_path, date(2026, 5, 3)))
    assert [(f.level, f.line) for f in found] == [("warning", 1)]
    assert "90 days" in found[0].what
    assert [f.level for f in check_places(tmp_path, date(2026, 1, 1))] == ["error"]


def test_a_text_that_addresses_somebody_is_found(tmp_path: Path) -> None:
    text = ENTRY.replace("Een loket.", "Een loket voor u.")
    (tmp_path / "places.yaml").write_text(text, encoding="utf-8")
    assert "mixes the forms" in next(check_places(tmp_path, date(2026, 3, 2))).what


def test_places_travel_in_the_revision(library: Library) -> None:
    frozen = freeze(library.dialogues.values(), Catalogs.read(LOCALES), library.places)
    thawed = Library.thaw(frozen).places
    assert thawed == tuple(replace(place, line=0) for place in PLACES)
    assert Library.thaw({**frozen, "places": []}).places == ()


def context(language: str) -> Context:
    near = values(PLACES, NEEDS, language, MONDAY, examples=True)
    facts = {"language": language, "name": "Ana"}
    decisions = {name: name in ("has_consent", "may_ask") for name in GIVEN}
    return Context(facts, MONDAY, decisions=decisions, values={"organisation": "O", **near})


def near(turn: Turn, library: Library) -> bool:
    """An address, desk hours and a phone number stand in the message."""
    said = message(turn, library.texts)
    return said is not None and "02 000" in said.text and ":00" in said.text.replace("h ", ":")


def questions(library: Library, name: str, at: Context) -> list[Position]:
    """Every question of a dialogue, as if it stood now."""
    steps = [step for step in library.dialogues[name].steps if step.asks]
    return [Position(name, step.id, number) for number, step in enumerate(steps, 1)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_is_at_most_two_steps_from_every_question(
    language: str, library: Library
) -> None:
    """One step by /human in every state; by buttons alone, two from whatever answers sadness."""
    at = context(language)
    for name, dialogue in library.dialogues.items():
        begun = start(library, name, at)
        assert near(command(library, "human", at, begun.position), library), name
        for position in questions(library, name, at):
            assert near(command(library, "human", at, position), library), position
        if SAD & set(dialogue.start.intents):
            for position in questions(library, name, at):
                assert _by_taps(library, position, at, 2), position


def _by_taps(library: Library, position: Position, at: Context, taps: int) -> bool:
    place = library.place(position)
    for choice in place[1].choices if place else ():
        turn = resume(library, position, Chose(position.step, choice.id), at)
        if near(turn, library):
            return True
        if taps > 1 and turn.position and _by_taps(library, turn.position, at, taps - 1):
            return True
    return False
