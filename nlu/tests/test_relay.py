"""The head that says what she is asked about before a volunteer reads it."""

import asyncio
import os
import shutil
from collections import Counter

import project
import pytest
from components.encoders import ARTEFACTS, encoder
from components.linear import Head
from components.lines import LANGUAGES, read
from components.relay_lines import OWN, PASSES, UNCLEAR, lines_of
from components.text import clean
from conftest import RELAY, ROOT, run_training, yaml_of

CLASSES = {"ends", "complains_of", "complains_to", PASSES}


@pytest.fixture(scope="module")
def relay(small):
    project.quiet()
    from rasa.core.agent import Agent

    agent = Agent.load(str(next((small / "models").glob("*.tar.gz"))))
    yield lambda text: asyncio.run(agent.parse_message(text))["relay"]
    os.chdir(ROOT)


def test_what_it_was_taught_it_knows(relay):
    found = {name: [relay(text) for text in texts] for name, texts in RELAY.items()}
    for name in ("ends", "complains_of"):
        assert Counter(found[name])[name] >= 4, found
    assert Counter(found[PASSES])[PASSES] >= 4, found


def kept_head(texts):
    """What the head in artefacts/ would have her asked about each, as `RelayHead` has it."""
    head = Head.load(next(ARTEFACTS.glob("relay-*.json")).with_suffix(""))
    cleaned = [clean(text) for text in texts]
    least = next(settings for name, settings in project.components() if name == "RelayHead")["ask"]
    for row in head.probabilities({name: encoder(name).encode(cleaned) for name in ("use", "e5", "tuned")}):
        told = dict(zip(head.classes, row))
        doubted = [one for one, limit in least.items() if told[one] >= limit]
        yield max(doubted, key=lambda name: told[name], default=PASSES)


def test_the_kept_head_knows_what_no_list_of_words_does():
    """The examples of the changelog."""
    said = {
        "stuur da ni meer door aub": "ends",
        "tu peux débrancher Karim stp": "ends",
        "cut him off pls": "ends",
        "Mag Sofie dat eigenlijk, mijn adres doorgeven aan haar broer?": "complains_of",
        "merci Karim, ge zijt een schat": PASSES,
        "Sofie vous avez une belle voix": PASSES,
        "why don't you answer": PASSES,
    }
    assert dict(zip(said, kept_head(said))) == said


#: Of the tests of lists of words that are gone; none is among its lines.
NO_MORE_LISTED = {
    "nl": (
        *("mijn dochter wil dat ge stopt met delen", "ik wil niet dat iemand dit leest", "niemand mag dit lezen"),
        *("verder praten zonder Karim", "laat hem niet meer meelezen", "ik trek mijn ja in", "stop met dleen"),
        *("ik wil alleen nog met de robot praten", "wis alles wat ik gedeeld heb", "geen vrijwilliger meer aub"),
        *("ik ben niet meer akkoord met het meelezen", "ik trek mijn toestemmign in", "stuur dit niet door"),
    ),
    "fr": (
        *("ma fille veut que vous arrêtiez de partager", "je ne veux pas que quelqu'un lise ça", "coupez le partage"),
        *("personne ne doit lire ça", "ne le laissez plus lire", "je reprends mon oui", "je retire mon acord"),
        *("je veux parler seulement avec le robot", "plus de bénévole svp", "je ne suis plus d'accord que vous lisiez"),
        *("Karim doit sortir de cette conversation", "je ne donne pas mon accord", "je veux terminer cette conversation"),
    ),
    "en": (
        *("he wants you to stop sharing", "I don't want anyone to read this", "nobody may read this", "I regret saying yes"),
        *("don't let him read along any more", "I take back my yes", "stop sharign", "I withdrow my consent"),
        *("I only want to talk to the robot", "delete everything I shared", "no more volunteer", "turn off the sharing"),
        *("I never gave my consent", "I want to end this conversation"),
    ),
}
UNEASY = (
    *("Karim belt mij altijd 's nachts", "Karim wil weten waar ik woon", "ik vertrouw Karim niet"),
    *("Karim vertelt alles door aan de buren", "Karim est saoul quand il écrit", "je n'ai pas confiance en Karim"),
    *("Karim dit des choses sales", "Karim se moque de moi", "Karim raconte tout aux voisins"),
    *("Karim is drunk when he writes", "I don't trust Karim", "Karim tells everything to the neighbours"),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_kept_head_knows_what_lists_of_words_knew(language):
    found = list(kept_head(NO_MORE_LISTED[language]))
    assert found.count("ends") >= len(found) - 1, found


def test_the_kept_head_knows_unease_about_a_volunteer():
    found = list(kept_head(UNEASY))
    assert found.count("complains_of") >= len(found) - 2, found


def test_nothing_is_asked_of_what_says_nothing(relay):
    for blank in ("", "   ", "/", "\u200b"):
        assert relay(blank) == PASSES


def test_other_lines_of_its_own_leave_the_other_heads_alone(small, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(small, other)
    before = run_training(other, "--fingerprint").stdout.strip()
    lines = {**RELAY, "ends": [*RELAY["ends"], "laat mij gerust met die man"]}
    (other / "relay" / "all_nl.yml").write_text(yaml_of(lines), encoding="utf-8")
    done = run_training(other)
    assert run_training(other, "--fingerprint").stdout.strip() != before
    assert "relay:" in done.stderr
    assert "intents:" not in done.stderr
    assert "safety:" not in done.stderr


def test_the_same_ordinary_lines_are_taken_whatever_else_there_is():
    lines = read(ROOT / "data")
    some = [one for one in lines_of(lines[: len(lines) // 2], 8, OWN)]
    assert set(some) <= set(lines_of(lines, 8, OWN))
    ordinary = set(lines_of(lines, 8, OWN)) - set(read(OWN))
    assert len(lines) / 12 < len(ordinary) < len(lines) / 7
    assert {one.intent for one in ordinary} == {PASSES}
    taken = {(one.language, one.text) for one in ordinary}
    assert not taken & {(one.language, one.text) for one in lines if one.intent in UNCLEAR}


@pytest.mark.parametrize("folder", [OWN, project.VALIDATION_RELAY])
def test_each_language_has_lines_of_each_class(folder):
    found = Counter((line.language, line.intent) for line in read(folder))
    assert set(found) == {(language, name) for language in LANGUAGES for name in CLASSES}
    assert min(found.values()) >= 25


def test_no_line_stands_twice_and_none_is_judged_that_was_learned():
    own, judged = read(OWN), read(project.VALIDATION_RELAY)
    twice = [text for text, count in Counter(line.text.casefold() for line in own).items() if count > 1]
    assert not twice
    assert not {line.text.casefold() for line in own} & {line.text.casefold() for line in judged}
