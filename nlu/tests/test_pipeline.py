"""A small model through Rasa's own training and parsing."""

import asyncio
import json
import os
import shutil

import pytest
from conftest import ROOT, run_training


@pytest.fixture(scope="module")
def parse(small):
    import project

    project.quiet()
    from rasa.core.agent import Agent

    agent = Agent.load(str(next((small / "models").glob("*.tar.gz"))))
    yield lambda text: asyncio.run(agent.parse_message(text))
    os.chdir(ROOT)


def test_the_name_carries_the_fingerprint_that_answers_carry(small, parse):
    model = next((small / "models").glob("*.tar.gz"))
    mark = run_training(small, "--fingerprint").stdout.strip()
    assert model.name == f"goeiedag-{mark[:12]}.tar.gz"
    assert parse("hallo")["model"] == mark


def test_an_answer_has_what_the_bot_reads(parse):
    answer = parse("niemand belt mij")
    assert answer["intent"]["name"] == "feel_lonely" == answer["intent_ranking"][0]["name"]
    assert set(answer["safety"]) == {"crisis_suicide", "crisis_medical", "crisis_violence"}
    assert answer["entities"] == []
    json.dumps(answer)


def test_traps(parse):
    assert parse("/deny")["intent"]["confidence"] < 1
    assert parse("/greet{}")["entities"] == []
    for blank in ("", "   ", "/"):
        assert parse(blank)["intent"]["name"] is None
    for wordless in ("???", "🙂🙂", "..."):
        assert parse(wordless)["intent"]["confidence"] <= 0.36


def test_a_crisis_at_the_end_of_a_long_calm_message_is_seen(parse):
    calm = "vandaag was het weer mooi en ik heb soep gemaakt. " * 78
    quiet, loud = parse(calm[:3900]), parse(calm[:3800] + " ik wil niet meer leven." * 11)
    assert sum(loud["safety"].values()) > sum(quiet["safety"].values()) + 0.2


def test_training_again_does_nothing(small):
    done = run_training(small)
    assert done.stdout.strip().endswith(".tar.gz")
    assert "training" not in done.stderr


def test_with_kept_heads_nothing_is_fitted(small):
    done = run_training(small, "--force")
    assert "calibration" not in done.stderr
    assert "encoded" not in done.stderr


def test_other_data_is_another_model(small, tmp_path):
    other = tmp_path / "other"
    for part in ("data", "relay", "names"):
        shutil.copytree(small / part, other / part)
    file = other / "data" / "nl" / "all.yml"
    file.write_text(file.read_text().replace("      - hallo\n", "      - hallo daar\n"))
    marks = {run_training(folder, "--fingerprint").stdout for folder in (small, other)}
    assert len(marks) == 2
