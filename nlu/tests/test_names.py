"""The tagger of the name in an answer to 'what may I call you?'."""

import asyncio
import os
import shutil
from collections import Counter

import project
import pytest
from components.encoders import ARTEFACTS
from components.lines import LANGUAGES, DataError, Line, read
from components.name_lines import NAME, NO_NAME, OWN, marked
from components.tagging import READ, Marked, Tagger, labels, tokens, varied
from conftest import ROOT, run_training

LEAST = dict(project.components())["NameTagger"]["least"]


@pytest.fixture(scope="module")
def called(small):
    project.quiet()
    from rasa.core.agent import Agent

    agent = Agent.load(str(next((small / "models").glob("*.tar.gz"))))
    yield lambda text: asyncio.run(agent.parse_message(text))["called"]
    os.chdir(ROOT)


@pytest.fixture(scope="module")
def kept():
    return Tagger.load(next(ARTEFACTS.glob("called-*.json")).with_suffix(""))


def read_by(tagger, text):
    name, sure = tagger.name(text)
    return name if sure >= LEAST else None


def test_what_it_was_taught_it_knows(called):
    assert called("ik ben Marleen")["name"] == "Marleen"
    assert 0 < called("ik ben Marleen")["confidence"] <= 1
    assert called("dat zeg ik niet")["name"] == ""


@pytest.mark.parametrize("blank", ["", "   ", "/", "\u200b", "???"])
def test_nothing_has_no_name(called, kept, blank):
    assert called(blank)["name"] == ""
    assert read_by(kept, blank) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Awel menneke, ge weet da toch: Zulma!", "Zulma"),
        ("ik ben Marleen maar zeg maar Leentje", "Leentje"),
        ("mevrouw De Smet, dat volstaat", "mevrouw De Smet"),
        ("hier marcel uit zelzate, 81 jaar", "marcel"),
        ("moi c'est Tarek, de Jette", "Tarek"),
        ("bonjour, je me présente : Marie-Claire", "Marie-Claire"),
        ("pas Jacqueline, Jacotte", "Jacotte"),
        ("me I is Tarek from Evere", "Tarek"),
        ("Hiya machine, Samira here", "Samira"),
        ("my daughter is called Els, I'm Maureen", "Maureen"),
        ("mijn dochter heet Els", None),
        ("waarom wilt ge dat weten?", None),
        ("Karim m'a dit de venir", None),
        ("ça ne vous regarde pas", None),
        ("Karim told me to come", None),
        ("I'd rather not say", None),
    ],
)
def test_the_kept_one_reads_what_no_frame_does(kept, text, name):
    assert read_by(kept, text) == name


def test_a_long_message_takes_no_longer():
    assert len(tokens("ach ja " * 500)) == READ


def test_a_name_is_marked_where_it_stands():
    line = marked(Line("fr", NAME, "c'est [Marie-Ange](called) hein"))
    assert line.text[slice(*line.name)] == "Marie-Ange"
    assert labels(line) == ["O", "O", "O", "B", "I", "I", "O"]


@pytest.mark.parametrize(
    ("intent", "text"), [(NAME, "ik ben Jan"), (NAME, "[Jan](called) of [An](called)"), (NO_NAME, "[Jan](called)")]
)
def test_a_line_that_is_marked_wrongly(intent, text):
    with pytest.raises(DataError):
        marked(Line("nl", intent, text))


def test_copies_have_other_names_in_the_same_place():
    own = [Marked("ik ben Jan", (7, 10)), Marked("zeg maar Rosalie hoor", (9, 16)), Marked("Wie ben jij?")]
    made = list(varied(own, 5))
    assert made == list(varied(own, 5))
    assert len(made) == 2 * 6 + 2
    assert {one.text[slice(*one.name)].casefold() for one in made if one.name} == {"jan", "rosalie"}
    assert {one.text for one in made if not one.name} == {"Wie ben jij?", "wie ben jij?"}


def test_other_lines_of_its_own_leave_the_heads_alone(small, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(small, other)
    before = run_training(other, "--fingerprint").stdout.strip()
    heads = {path.name for path in (other / "kept").iterdir() if not path.name.startswith("called")}
    file = other / "names" / "all_nl.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("Marleen", "Godelieve"), encoding="utf-8")
    done = run_training(other)
    assert run_training(other, "--fingerprint").stdout.strip() != before
    assert "calibration" not in done.stderr
    assert {path.name for path in (other / "kept").iterdir() if not path.name.startswith("called")} == heads


@pytest.mark.parametrize("folder", [OWN, project.VALIDATION_NAMES])
def test_each_language_has_lines_of_both(folder):
    lines = read(folder)
    assert {line.intent for line in lines} == {NAME, NO_NAME}
    found = Counter((line.language, line.intent) for line in lines)
    assert set(found) == {(language, name) for language in LANGUAGES for name in (NAME, NO_NAME)}
    assert min(found.values()) >= 20
    assert all(map(marked, lines))


def test_no_line_is_judged_that_was_learned():
    own, judged = ({marked(line).text.casefold() for line in read(at)} for at in (OWN, project.VALIDATION_NAMES))
    assert not own & judged
