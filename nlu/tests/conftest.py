"""A small project of four intents in a folder of its own, trained once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

LINES = {
    "nl": {
        "crisis_suicide": [
            "ik wil niet meer leven",
            "morgen ben ik er niet meer",
            "het leven hoeft niet meer voor mij",
            "ze zijn beter af zonder mij",
            "ik ga er een einde aan maken",
            "ik wil dood",
        ],
        "feel_lonely": [
            "niemand belt mij nog",
            "ik ben zo alleen",
            "de zondagen zijn lang en stil",
            "ik mis gezelschap",
            "er komt nooit bezoek",
            "ik spreek hele dagen niemand",
        ],
        "greet": ["goeiemorgen", "hallo", "dag allemaal", "goeiedag", "hey daar", "goeie middag"],
        "deny": ["nee", "nee dank u", "liever niet", "neen hoor", "nu niet", "toch maar niet"],
    },
    "fr": {
        "crisis_suicide": [
            "je veux mourir",
            "je ne veux plus vivre",
            "je vais en finir",
            "sans moi ce serait mieux",
            "demain je ne serai plus là",
            "je ne veux plus me réveiller",
        ],
        "feel_lonely": [
            "je suis si seule",
            "personne ne m'appelle",
            "les dimanches sont longs",
            "je n'ai plus de visite",
            "la compagnie me manque",
            "je ne parle à personne",
        ],
        "greet": ["bonjour", "bonsoir à vous", "salut", "coucou", "bien le bonjour", "hello bonjour"],
        "deny": ["non", "non merci", "plutôt pas", "pas maintenant", "non pas du tout", "ah non"],
    },
}
RELAY = {
    "ends": [
        "stuur dat niet meer door aan hem",
        "ik wil niet meer dat die man meeleest",
        "stop maar met dat gesprek",
        "ik trek mijn ja terug",
        "zet die vrijwilliger er maar af",
        "dit is niet voor Karim",
    ],
    "complains_of": [
        "Karim vraagt altijd geld",
        "Sofie lacht mij uit",
        "Wim was weer dronken",
        "Leila roept op mij",
        "die vrijwilliger zit aan mijn lijf",
        "Jo maakt mij bang",
    ],
    "complains_to": [
        "gij vraagt altijd geld",
        "ge lacht mij uit",
        "ge waart weer dronken",
        "waarom roept ge zo op mij",
        "blijf van mijn lijf",
        "ge maakt mij bang",
    ],
    "talk": ["dag Karim", "merci Sofie", "mijn zoon komt", "het regent weer", "tot morgen", "ge zijt een schat"],
}
NAMES = {
    "name": [
        "ik ben [Marleen](called)",
        "ik ben [Jos](called) hoor",
        "zeg maar [Rita](called)",
        "[Walter](called)",
        "ik ben [Fatima](called) uit Gent",
        "mijn naam is [Piet](called)",
    ],
    "no_name": ["dat zeg ik niet", "waarom", "hallo daar", "wie ben jij", "ik ben moe", "dat zeg ik liever niet"],
}


def yaml_of(intents: dict[str, list[str]]) -> str:
    blocks = ['version: "3.1"', "nlu:"]
    for intent, texts in intents.items():
        blocks += [f"  - intent: {intent}", "    metadata: {voice: plain}", "    examples: |"]
        blocks += [f"      - {text}" for text in texts]
    return "\n".join(blocks) + "\n"


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with data/, relay/, names/, models/ and kept/; its model is trained."""
    folder = tmp_path_factory.mktemp("small")
    for language, intents in LINES.items():
        (folder / "data" / language).mkdir(parents=True)
        (folder / "data" / language / "all.yml").write_text(yaml_of(intents), encoding="utf-8")
    (folder / "relay").mkdir()
    (folder / "relay" / "all_nl.yml").write_text(yaml_of(RELAY), encoding="utf-8")
    (folder / "names").mkdir()
    (folder / "names" / "all_nl.yml").write_text(yaml_of(NAMES), encoding="utf-8")
    run_training(folder)
    return folder


def run_training(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """train.py on the small project; fails with what it said."""
    command = [sys.executable, "train.py", "--data", str(folder / "data"), "--models", str(folder / "models"), *more]
    places = {f"GOEIEDAG_NLU_{name.upper()}": str(folder / name) for name in ("kept", "relay", "names")}
    environment = {**os.environ, **places}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return done
