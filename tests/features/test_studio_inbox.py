"""What was not understood, read and written anew; and the model that learns from it."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.nlu_jobs import Jobs
from bot.store.tables import Audit, Review, Utterance

from .story import Story
from .studio_kit import Browser, link_of, small_content
from .test_reviews import MASKED, agreed, unclear

RELEASE, TRAINED = "fedcba987654", "0123456789ab"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return small_content(tmp_path / "content")


@pytest.fixture
def jobs(tmp_path: Path) -> Jobs:
    return Jobs(tmp_path / "jobs")


async def sofie_of(story: Story, content: Path, jobs: Jobs | None = None) -> Browser:
    browser = Browser(story, content, jobs=jobs)
    await browser.signs_in(await link_of(await story.coordinator()))
    return browser


async def seen(browser: Browser, path: str = "/not-understood") -> str:
    answer = await browser.get(path)
    assert answer.status_code == 200, answer.text
    return html.unescape(answer.text)


async def waits(story: Story) -> int:
    """Ana's message is kept. Returns its number."""
    await story.volunteer("Karim")
    ana = await agreed(story, "Annemarie")
    await unclear(story, ana)
    (row,) = await story.rows(select(Review))
    return int(row.id)


async def test_a_message_is_read_masked_and_written_anew(story: Story, content: Path) -> None:
    number = await waits(story)
    sofie = await sofie_of(story, content)
    page = await seen(sofie)
    assert MASKED in page
    assert "Annemarie" not in page
    assert "1 bericht dat niet begrepen werd" in await seen(sofie, "/desk")
    # the form of each message warns by itself before another one takes the page away
    assert '" class="grid two" data-keep>' in await seen(sofie, "/not-understood")
    path = f"/not-understood/{number}"
    for sentence, intent, words in (
        (MASKED, "ask_privacy", "bijna de zin van de bewoner"),
        ("Wie kijkt er [hier] mee?", "ask_privacy", "Laat haakjes weg"),
        ("...", "ask_privacy", "zin in woorden"),
        ("x " * 200, "ask_privacy", "te lang"),
        ("Leest hier nog iemand mee?", "", "Kies wat bedoeld was"),
        ("Leest hier nog iemand mee?", "nothing", "Kies wat bedoeld was"),
    ):
        refused = await sofie.post(path, intent=intent, sentence=sentence)
        assert refused.status_code == 422
        assert words in html.unescape(refused.text)
    assert len(await story.rows(select(Review))) == 1
    told = await sofie.post(path, intent="ask_privacy", sentence="Leest hier nog iemand mee dan?")
    assert told.headers["location"].endswith("done=written")
    assert await story.rows(select(Review)) == []
    (own,) = await story.rows(select(Utterance))
    assert (own.language, own.intent, own.text) == (
        "nl",
        "ask_privacy",
        "Leest hier nog iemand mee dan?",
    )
    (line,) = await story.rows(select(Audit).where(Audit.action == "review.written"))
    assert line.actor_id is not None
    assert line.person_id is None
    told = await sofie.post(path, intent="ask_privacy", sentence="Nog eens, wie leest dit?")
    assert told.headers["location"].endswith("done=taken-back")
    assert "Leest hier nog iemand mee dan?" in await seen(sofie)
    await sofie.post(f"/not-understood/sentences/{own.id}/remove")
    assert await story.rows(select(Utterance)) == []
    assert (await sofie.post(f"/not-understood/sentences/{own.id}/remove")).status_code == 404


async def test_dropped_is_gone_and_teaches_nothing(story: Story, content: Path) -> None:
    number = await waits(story)
    sofie = await sofie_of(story, content)
    await sofie.get("/not-understood")
    for _ in range(2):
        await sofie.post(f"/not-understood/{number}", drop="1", sentence="Iets", intent="greet")
    assert await story.rows(select(Review)) == []
    assert await story.rows(select(Utterance)) == []


async def test_what_its_time_is_over_of_is_not_shown(story: Story, content: Path) -> None:
    await waits(story)
    story.clock.advance(31 * 86400)
    sofie = await sofie_of(story, content)
    assert MASKED not in await seen(sofie)


# --- training ----------------------------------------------------------------------------------


def told(jobs: Jobs, path: str, content: dict[str, Any]) -> None:
    """What the other side writes."""
    file = jobs.folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content), "utf-8")


def now() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).isoformat()


def report(accuracy: float) -> dict[str, Any]:
    figures = {"value": accuracy, "interval": [accuracy - 0.02, accuracy + 0.02]}
    safety = {"crisis": {"act_or_ask": {"share": 0.9}}, "hard": {"act": {"share": 0.05}}}
    return {"languages": {"nl": {"accuracy": figures, "macro_f1": figures, "safety": safety}}}


async def asked(story: Story, sofie: Browser, jobs: Jobs) -> str:
    async with story.store.write() as session:
        at = story.clock.now()
        session.add(Utterance(language="nl", intent="ask_privacy", text="Leest er wie?", at=at))
    await sofie.get("/not-understood/model")
    answer = await sofie.post("/not-understood/model/train")
    assert answer.headers["location"].endswith("done=asked")
    return jobs.all()[0].id


async def test_a_training_from_the_question_to_the_switch_and_back(
    story: Story, content: Path, jobs: Jobs
) -> None:
    sofie = await sofie_of(story, content, jobs)
    page = await seen(sofie, "/not-understood/model")
    assert "kijkt niet in deze map" in page
    assert "niemand om te trainen" in page
    name = await asked(story, sofie, jobs)
    sent = json.loads((jobs.folder / "asked" / f"{name}.json").read_text("utf-8"))
    assert sent["lines"]["nl"] == [{"intent": "ask_privacy", "text": "Leest er wie?"}]
    assert set(sent) == {"asked_at", "lines"}  # nothing of anybody
    assert (await sofie.post("/not-understood/model/train")).status_code == 409
    told(jobs, "runner.json", {"at": now()})
    told(jobs, "served.json", {"model": RELEASE, "release": RELEASE, "why": ""})
    told(jobs, f"work/{name}/progress.json", {"state": "training", "at": now(), "done": 3, "of": 9})
    page = await seen(sofie, "/not-understood/model")
    assert "Het model leert" in page
    assert '<progress aria-label="Er loopt een training" max="9" value="3">' in page
    assert "data-live" in page
    told(jobs, f"work/{name}/report.json", {"new": report(0.84), "current": report(0.81)})
    done = {"state": "done", "at": now(), "model": TRAINED, "worse": []}
    told(jobs, f"work/{name}/progress.json", done)
    page = await seen(sofie, "/not-understood/model")
    assert "84,0%" in page.replace("\xa0", "").replace(" %", "%")
    assert "81,0%" in page.replace("\xa0", "").replace(" %", "%")
    assert "data-live" not in page
    refused = await sofie.post("/not-understood/model/use", model=TRAINED)
    assert refused.status_code == 409  # its file is not there
    told(jobs, f"models/goeiedag-{TRAINED}.tar.gz", {})
    chosen = await sofie.post("/not-understood/model/use", model=TRAINED)
    assert chosen.headers["location"].endswith("done=chosen")
    assert jobs.choice() == (TRAINED, RELEASE)
    assert "wordt geladen" in await seen(sofie, "/not-understood/model")
    told(jobs, "served.json", {"model": TRAINED, "release": RELEASE, "why": ""})
    page = await seen(sofie, "/not-understood/model")
    assert f"Het model {TRAINED} wordt gebruikt" in page
    await sofie.post("/not-understood/model/use", model=RELEASE)
    assert jobs.choice() == (RELEASE, RELEASE)
    actions = [row.detail for row in await story.rows(select(Audit)) if row.action == "nlu.chosen"]
    assert actions == [TRAINED, RELEASE]


async def test_a_worse_model_is_shown_and_not_used(story: Story, content: Path, jobs: Jobs) -> None:
    sofie = await sofie_of(story, content, jobs)
    name = await asked(story, sofie, jobs)
    told(jobs, "served.json", {"model": RELEASE, "release": RELEASE, "why": ""})
    told(jobs, f"models/goeiedag-{TRAINED}.tar.gz", {})
    told(jobs, f"work/{name}/report.json", {"new": report(0.5), "current": report(0.81)})
    worse = ["nl accuracy: 0.5 < 0.79"]
    done = {"state": "done", "at": now(), "model": TRAINED, "worse": worse}
    told(jobs, f"work/{name}/progress.json", done)
    page = await seen(sofie, "/not-understood/model")
    assert page.count('<span class="tag bad">slechter</span>') == 1
    assert "Dit model gebruiken" not in page
    assert (await sofie.post("/not-understood/model/use", model=TRAINED)).status_code == 409
    assert jobs.choice() == ("", "")


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        ({"state": "failed", "why": "training"}, "De trainer eindigde met een fout"),
        ({"state": "failed", "why": "died"}, "twee keer middenin"),
        ({"state": "training", "at": "2026-01-01T00:00:00+00:00"}, "De trainer viel stil"),
    ],
)
async def test_a_job_that_died_is_shown(
    story: Story, content: Path, jobs: Jobs, progress: dict[str, Any], words: str
) -> None:
    sofie = await sofie_of(story, content, jobs)
    name = await asked(story, sofie, jobs)
    told(jobs, f"work/{name}/progress.json", progress)
    assert words in await seen(sofie, "/not-understood/model")


async def test_without_a_folder_nothing_is_asked(story: Story, content: Path) -> None:
    sofie = await sofie_of(story, content)
    await sofie.get("/not-understood/model")
    assert (await sofie.post("/not-understood/model/train")).status_code == 409
    assert (await sofie.post("/not-understood/model/use", model=RELEASE)).status_code == 409
