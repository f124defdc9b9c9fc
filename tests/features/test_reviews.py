"""Learning from use: asked once and kindly, kept masked and for weeks only, reviewed, exported."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot import consents, mydata, reviewing, reviews
from bot.dialogue.names import LANGUAGES
from bot.store.tables import Consent, Fact, Review, Timer, Utterance

from .story import Phone, Story

ODD = "wel wie kijkt er eigenlijk achter dat gordijn, Karim of Leentje op 0475 12 34 56"
MASKED = "wel wie kijkt er eigenlijk achter dat gordijn, [name] of [name] op [number]"


async def unclear(story: Story, ana: Phone, text: str = ODD) -> None:
    """She writes what is below the floor: privacy is likelier than help."""
    story.mind.learns(text, "ask_privacy", "ask_help", sure=0.28)
    await ana.says(text)


async def cleared_up(story: Story, ana: Phone, dialogue: str = "privacy") -> None:
    await unclear(story, ana)
    await ana.taps(reading(story, ana, dialogue))


def reading(story: Story, ana: Phone, dialogue: str) -> str:
    found: str = story.library.texts.find(f"{dialogue}/start/reading", ana.language, "formal")
    return found


async def agreed(story: Story, name: str = "Ana", language: str = "nl") -> Phone:
    """A resident who said yes to learning."""
    ana = await story.resident(name, language)
    await cleared_up(story, ana)
    await ana.picks("learn/ask/yes")
    return ana


async def kept(story: Story) -> list[Review]:
    return await story.rows(select(Review).order_by(Review.id))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_asked_once_after_a_misunderstanding_was_cleared_up(
    story: Story, language: str
) -> None:
    ana = await story.resident(language=language)
    await cleared_up(story, ana)
    ana.hears("learn/ask")
    assert ana.one().text.count("?") == 1
    await ana.picks("learn/ask/no")
    ana.hears("learn/declined")
    assert await kept(story) == []
    await story.passes(days=1)
    await cleared_up(story, ana, "help")
    assert story.said("learn/ask", language)[:40] not in ana.one().text
    assert await kept(story) == []


async def test_nothing_is_kept_without_the_yes_that_names_it(story: Story) -> None:
    ana = await story.resident()
    async with story.store.write() as session:
        person = await story.person(ana)
        await consents.give(session, person, consents.KEEP_TEXT, "x", story.clock.now())
    await unclear(story, ana)
    assert await kept(story) == []


async def test_what_came_before_the_yes_is_not_kept(story: Story) -> None:
    await agreed(story)
    assert await kept(story) == []
    (row,) = await story.rows(select(Consent).where(Consent.purpose == consents.LEARN))
    text = story.said("learn/ask", "nl")
    assert row.text_hash == consents.text_hash(text)


async def test_kept_masked_with_what_it_was_taken_for_and_what_she_chose(story: Story) -> None:
    await story.volunteer("Karim")
    ana = await agreed(story)
    await unclear(story, ana)
    (row,) = await kept(story)
    assert (row.text, row.meant, row.language) == (MASKED, None, "nl")
    assert row.thought[:2] == ["ask_privacy", "ask_help"]
    await ana.taps(reading(story, ana, "help"))
    (row,) = await kept(story)
    assert row.meant == "ask_help"
    assert story.label("learn/ask/yes", "nl") not in ana.screen.keyboard  # not asked again


async def test_a_question_that_was_not_answered_understandably(story: Story) -> None:
    ana = await agreed(story)
    await story.until_local("09:00", days=1)
    ana.turns_the_page()
    await ana.says("de bus en dan weer de vuilbak")
    await ana.says("zo zo zo, allez")
    assert [row.text for row in await kept(story)] == [
        "de bus en dan weer de vuilbak",
        "zo zo zo, allez",
    ]


async def test_what_was_understood_and_buttons_are_not_kept(story: Story) -> None:
    ana = await agreed(story)
    story.mind.learns("wat een weer", "smalltalk")
    await ana.says("wat een weer")
    await ana.says("/help")
    await ana.says(story.label("learn/ask/yes", "nl"))  # a button of an older question
    assert [row.text for row in await kept(story) if row.text == "wat een weer"] == []


async def test_danger_is_never_kept(story: Story) -> None:
    ana = await agreed(story)
    await ana.says("ik wil niet meer leven")
    story.mind.learns("het hoeft niet meer zo", "crisis_suicide", sure=0.25)
    await ana.says("het hoeft niet meer zo")
    story.mind.learns("de lamp is uit", "smalltalk", level="ask")
    await ana.says("de lamp is uit")
    assert await kept(story) == []


async def test_not_asked_beside_a_sorrow_nor_while_something_is_done(story: Story) -> None:
    ana = await story.resident()
    story.mind.learns("tja hm", "tell_loss", "pause_contact", sure=0.28)
    await ana.says("tja hm")
    await ana.taps(reading(story, ana, "loss"))
    await ana.says("mijn man")
    cleo = await story.resident("Cleo")
    await cleo.says("tja hm")
    await cleo.taps(reading(story, cleo, "pause"))
    for phone in (ana, cleo):
        assert all(story.said("learn/ask", "nl")[:40] not in said for said in phone.screen.ever)


async def test_what_is_kept_is_over_after_thirty_days(story: Story) -> None:
    ana = await agreed(story)
    await unclear(story, ana)
    await story.passes(days=29, hours=23)
    assert len(await kept(story)) == 1
    await story.passes(hours=1)
    assert await kept(story) == []


async def test_only_the_newest_few_are_kept(story: Story) -> None:
    ana = await agreed(story)
    for place in range(12):
        await ana.says("zee " * (place + 2))
        await ana.says("/help")
    rows = await kept(story)
    assert len(rows) == reviews.MOST
    assert rows[-1].text == ("zee " * 13).strip()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_yes_is_taken_back_by_one_tap_under_mydata(story: Story, language: str) -> None:
    ana = await agreed(story, language=language)
    await unclear(story, ana, "xyz de zee")
    await ana.says("/mydata")
    ana.sees("xyz de zee")
    await ana.touches(mydata.STOP_LEARNING)
    ana.reads(mydata.STOPPED_LEARNING)
    assert await kept(story) == []
    await unclear(story, ana, "nog eens de zee")
    assert await kept(story) == []
    await ana.says("/mydata")
    assert mydata.STOP_LEARNING.source not in ana.one().labels
    assert not ana.one().labels
    ana.sees_not("nog eens de zee")


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "stop met leren"), ("fr", "arrêtez d'apprendre"), ("en", "stop learning")],
)
async def test_the_yes_is_taken_back_in_plain_words(
    story: Story, language: str, words: str
) -> None:
    ana = await agreed(story, language=language)
    await unclear(story, ana)
    story.mind.down = True
    await ana.says(words)
    ana.hears("learn_stop/say")
    assert await kept(story) == []
    waiting = select(Timer).where(Timer.kind == reviews.ENDS, Timer.done_at.is_(None))
    assert await story.rows(waiting) == []


async def test_forget_erases_it(story: Story) -> None:
    ana = await agreed(story)
    await unclear(story, ana)
    await ana.says("/forget")
    await ana.picks("forget/ask/yes")
    assert await kept(story) == []


async def test_a_forged_button_does_nothing(story: Story) -> None:
    ana = await agreed(story)
    await unclear(story, ana)
    for data in ("learn", "learn:", "learn:stop:1", "learn:all"):
        await ana.forges(data)
    assert len(await kept(story)) == 1


async def test_a_no_by_her_own_wish_counts_too(story: Story) -> None:
    ana = await story.resident()
    await ana.says("leer van mij")
    ana.hears("learn/ask")
    await ana.picks("learn/ask/no")
    facts = await story.rows(select(Fact).where(Fact.key == reviews.ASKED))
    assert len(facts) == 1
    await ana.says("/mydata")
    ana.sees_not(reviews.ASKED)


# --- the coordinator ---------------------------------------------------------------------------


def types(*lines: str) -> Callable[[str], str | None]:
    typed = iter(lines)
    return lambda _question: next(typed, None)


@pytest.fixture
async def waiting(story: Story) -> Story:
    """Two messages wait."""
    ana = await agreed(story)
    await unclear(story, ana)
    await ana.says("/help")
    await ana.says("awel ja da ding daar, ge weet wel")
    return story


async def test_the_review_keeps_only_the_coordinators_own_words(waiting: Story) -> None:
    told: list[str] = []
    ask = types("wat", "?", "ask_privacy", MASKED, MASKED + " zeg", "Kan iemand meelezen?", "d")
    await reviewing.go_through(waiting.store, waiting.clock.now(), set(), ask, told.append)
    shown = "\n".join(told)
    assert MASKED in shown
    assert "taken for: ask_privacy, ask_help" in shown
    assert "Ana" not in shown
    assert shown.count("resident's own sentence") == 2
    assert await kept(waiting) == []
    (new,) = await waiting.rows(select(Utterance))
    assert (new.language, new.intent, new.text) == ("nl", "ask_privacy", "Kan iemand meelezen?")


async def test_enter_skips_and_q_ends(waiting: Story) -> None:
    await reviewing.go_through(waiting.store, waiting.clock.now(), set(), types("", "q"), print)
    await reviewing.go_through(waiting.store, waiting.clock.now(), set(), types(), print)
    await reviewing.go_through(
        waiting.store, waiting.clock.now(), set(), types("skip", "", "skip"), print
    )
    assert len(await kept(waiting)) == 2


async def test_who_takes_it_back_meanwhile_is_heard(waiting: Story) -> None:
    (ana,) = waiting.phones
    first, _ = await kept(waiting)
    await ana.says("stop met leren")
    assert not await reviewing.write(waiting.store, first.id, "ask_help", "Wat kunt u zoal?")
    assert await waiting.rows(select(Utterance)) == []


async def test_what_is_past_its_time_is_not_shown(waiting: Story) -> None:
    later = waiting.clock.now() + timedelta(days=31)
    assert await reviewing.waiting(waiting.store, later) == []
    assert await kept(waiting) == []


async def test_only_the_new_sentences_are_exported(waiting: Story, tmp_path: Path) -> None:
    ask = types("ask_privacy", "Leest er iemand mee: 'ja' of nee?", "ask_help", "Wat kan ik hier?")
    await reviewing.go_through(waiting.store, waiting.clock.now(), set(), ask, print)
    (path,) = await reviewing.export(waiting.store, tmp_path)
    assert path == tmp_path / "nl" / "review.yml"
    written = path.read_text()
    assert written == (
        'version: "3.1"\nnlu:\n'
        "  - intent: ask_help\n    metadata: {voice: coordinator}\n    examples: |\n"
        "      - Wat kan ik hier?\n"
        "  - intent: ask_privacy\n    metadata: {voice: coordinator}\n    examples: |\n"
        "      - Leest er iemand mee: 'ja' of nee?\n"
    )
    assert await reviewing.export(waiting.store, tmp_path) == []
    path.write_text(written.replace("Wat kan ik hier?", "Wat is dit?"))
    assert await reviewing.export(waiting.store, tmp_path) == [path]
    assert "Wat is dit?" in path.read_text()
    assert "Wat kan ik hier?" in path.read_text()
    path.write_text("nlu: [x")
    with pytest.raises(ValueError, match="cannot be read"):
        await reviewing.export(waiting.store, tmp_path)


@pytest.mark.parametrize(
    ("sentence", "message", "same"),
    [
        ("Ik ben zo alleen!", "ik ben zo alleen", True),
        ("ik ben zo alleeen", "ik ben zo alleen", True),
        ("alleen ben ik zo", "ik ben zo alleen", True),
        ("vandaag zit ik alleen achter mijn raam", "[name] zit ik alleen achter", True),
        ("de zondagen duren lang", "ik ben zo alleen", False),
        ("bof", "bof.", True),
        ("mwa", "bof", False),
        ("niemand belt mij op zondag", "[name]", False),
    ],
)
def test_a_new_sentence_is_new(sentence: str, message: str, same: bool) -> None:
    assert reviewing.nearly_same(sentence, message) is same


@pytest.mark.parametrize("sentence", ["", "👍", "12", "[name] belt", "a{b}", "x" * 301, "Bekend!"])
def test_sentences_that_teach_nothing_are_refused(sentence: str) -> None:
    assert reviewing.Examples((), {"bekend"}).objection(sentence)


def test_the_data_of_this_checkout_are_known(settings: Any) -> None:
    assert len(reviewing.known_lines(settings.content)) > 1000
