"""A resident and the dialogues: what counts as an answer, and what happens with all the rest."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select, text

from bot.handoff_texts import BUTTON_YES
from bot.media import CANNOT_SEE
from bot.mydata import NO_WORDS, TO_SHARE
from bot.mydata_facts import BUTTONS, LINES, NOT_TOLD
from bot.store.tables import Base, Chat, Conversation, Fact, Update

from .story import Phone, Story


async def greeted(story: Story) -> Phone:
    ana = await story.resident("Ana", hour="10:00")
    await story.until_local("10:30")
    return ana


async def test_four_short_texts_are_one_turn(story: Story) -> None:
    ana = await greeted(story)
    story.mind.learns("bah\nniet goed\nslecht geslapen\nallez ja", "mood_low")
    for words in ("bah", "niet goed", "slecht geslapen", "allez ja"):
        ana.writes(words)
    await story.settles()
    ana.one()
    (row,) = await story.rows(select(Conversation))
    assert row.position["at"]["dialogue"] == "hard_day"


async def test_what_was_sent_before_the_question_is_not_its_answer(story: Story) -> None:
    ana = await story.resident("Ana")
    ana.writes("/forget")
    ana.writes("ja")  # meant for something else: the question is not on the screen yet
    await story.settles()
    assert await story.rows(select(Conversation))
    await ana.says("ja")
    ana.hears("forget/gone")


async def test_an_answer_by_label_by_word_and_by_intent(story: Story) -> None:
    story.mind.learns("bof, gaat wel een beetje", "mood_neutral", sure=0.5)
    for words in ("gaat wel", "GAAT WEL!!", "bof, gaat wel een beetje"):
        ana = await greeted(story)
        await ana.says(words)
        assert ana.screen.keyboard == (), words
        assert "?" not in ana.one().text


async def test_not_understood_is_one_repair_then_a_person(story: Story) -> None:
    ana = await greeted(story)
    await ana.says("xkcd blub")
    first = ana.one().text
    await ana.says("blub xkcd")
    assert ana.one().text != first
    ana.hears("offer/ask")


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_everything_that_is_no_text_is_answered(story: Story, language: str) -> None:
    ana = await story.resident("Ana", language)
    for kind in ("photo", "sticker"):
        await ana.sends(kind)
        assert "machine" in ana.one().text or kind == "sticker"
    for kind in ("contact", "location", "document", "dice"):
        await ana.sends(kind)
        ana.one()
        ana.reads(CANNOT_SEE)
    await ana.sends("voice")
    ana.one()
    ana.sees("112")
    await ana.reacts(ana.last, "❤")
    ana.hears_nothing()
    left = await story.rows(select(Update).where(Update.state != "done"))
    assert left == []


async def test_a_voice_message_leaves_the_buttons_of_the_question(story: Story) -> None:
    ana = await greeted(story)
    before = ana.screen.keyboard
    await ana.sends("voice")
    ana.sees("112")
    assert set(before) < set(ana.screen.keyboard)
    await ana.picks("morning/hello/fine")
    assert "?" not in ana.one().text


async def test_a_caption_is_read_like_a_text(story: Story) -> None:
    ana = await greeted(story)
    await ana.sends("photo", "goed")
    assert ana.screen.keyboard == ()
    assert "?" not in ana.one().text


async def test_an_edit_never_reruns_a_turn(story: Story) -> None:
    ana = await greeted(story)
    mine = await ana.says("goed")
    await ana.edits(mine, "niet goed")
    ana.hears_nothing()


async def test_a_very_long_text_is_one_turn(story: Story) -> None:
    ana = await greeted(story)
    await ana.says("woord " * 680)
    ana.one()


async def test_updates_of_no_chat_are_recorded_and_unanswered(story: Story) -> None:
    channel = {"id": -1, "type": "channel", "title": "x"}
    story.wire.update(channel_post={"message_id": 1, "date": 1, "chat": channel, "text": "x"})
    story.wire.update(poll_answer={"poll_id": "1", "option_ids": [0]})
    await story.settles()
    assert [row.state for row in await story.rows(select(Update))] == ["done", "done"]
    assert story.wire.sent == []


async def test_a_change_of_language_by_command_button_and_word(story: Story) -> None:
    ana = await story.resident("Ana", "nl")
    await ana.says("/language")
    await ana.says("Français")
    ana.language = "fr"
    ana.hears("language/set")
    await ana.picks("address/ask/informal")
    assert (await story.person(ana)).address == "informal"
    story.mind.learns("could you speak English please", "change_language")
    await ana.says("could you speak English please")
    await ana.says("English")
    assert (await story.person(ana)).language == "en"


async def test_two_messages_in_another_language_and_the_bot_goes_along(story: Story) -> None:
    ana = await story.resident("Ana", "nl")
    await ana.says("bonjour, comment allez-vous aujourd'hui ?")
    assert (await story.person(ana)).language == "nl"
    await ana.says("je suis un peu fatiguée ce matin")
    assert (await story.person(ana)).language == "fr"


async def test_mydata_tells_everything_in_her_words(story: Story) -> None:
    ana = await greeted(story)
    await ana.picks("morning/hello/fine")
    await ana.says("/mydata")
    told = ana.one().text
    for part in ("Ana", "10:00", "Goed", "elke dag"):
        assert part in told
    assert "mood" not in told
    assert "_" not in told.replace("/forget", "")


async def test_every_fact_that_a_dialogue_keeps_has_words(story: Story) -> None:
    """Nobody reads 'no_steps: 2026-10-05'."""
    kept = {
        key
        for dialogue in story.library.dialogues.values()
        for step in dialogue.steps
        for key in (step.keep, step.remember, step.takes)
        if key
    }
    known = set(LINES) | set(BUTTONS) | NOT_TOLD
    assert kept - known <= {
        "absence",
        "answer",
        "text",
        "words",
        "frequency",
        "date",
        "span",
        "schedule",
        "own_language",
        "no_anniversary",
    }, "these never stay, or are a reader's"


CANARY = "kanariepiet"


def readable(cell: object) -> str:
    return bytes(cell).decode() if isinstance(cell, bytes | memoryview) else str(cell)


async def everything(story: Story) -> str:
    """All cells of all tables as text, ciphers off."""
    cells = []
    async with story.store.read() as session:
        for table in Base.metadata.sorted_tables:
            if table.name == "revisions":
                continue
            for row in (await session.execute(text(f"SELECT * FROM {table.name}"))).all():
                cells.append(f"{table.name}: " + " | ".join(readable(cell) for cell in row))
    return "\n".join(cells)


async def test_forget_leaves_nothing_in_any_table(story: Story) -> None:
    karim = await story.volunteer()
    ana = await story.resident(f"Ana {CANARY}")
    await story.talk(ana, karim)
    mine = await ana.says(f"mijn {CANARY} is dood")
    await ana.edits(mine, f"mijn lieve {CANARY} is dood")
    await karim.says(f"wat erg van uw {CANARY}", reply_to=karim.last)
    assert CANARY in str(karim)
    await ana.says("/forget")
    await ana.picks("forget/ask/yes")
    ana.hears("forget/gone")
    assert CANARY not in "".join(m.text for m in karim.screen.messages if not m.mine)
    # the volunteer's own phone keeps what he wrote himself; our tables keep nothing
    found = await everything(story)
    assert CANARY not in found
    assert str(ana.id) in found, "the last word is only just out"
    await story.passes(hours=2)
    found = await everything(story)
    assert CANARY not in found
    hers = re.compile(rf"\b{ana.id}\b")  # a token's hash may hold these digits too
    assert not hers.search(found), [line for line in found.splitlines() if hers.search(line)]
    assert ana.id not in [chat.id for chat in await story.rows(select(Chat))]


async def test_forget_while_idle_and_begin_anew(story: Story) -> None:
    ana = await greeted(story)
    await ana.says("/forget")
    await ana.picks("forget/ask/yes")
    ana.hears("forget/gone")
    await ana.says("/start")
    ana.hears("welcome/language")
    await story.passes(hours=3)
    assert (await story.person(ana)).language == "nl"
    await ana.forges("share:yes:1:0123456789abcdef")


async def test_what_volunteers_had_of_a_closed_talk_goes_with_forget(story: Story) -> None:
    karim = await story.volunteer()
    ana = await story.resident(f"Ana {CANARY}")
    await story.talk(ana, karim)
    await ana.says(f"over mijn {CANARY}")
    await karim.says("/close")
    await ana.says("/forget")
    await ana.picks("forget/ask/yes")
    karim.sees_not(CANARY)


async def test_not_forgetting_keeps_all(story: Story) -> None:
    ana = await greeted(story)
    await ana.says("/forget")
    await ana.picks("forget/ask/no")
    ana.hears("forget/kept")
    assert len(ana.screen.keyboard) == 4, "the question she left is asked again"


async def welcomed(story: Story, language: str) -> Phone:
    ana = story.stranger("Ana", language)
    await ana.says("/start")
    await ana.picks(f"welcome/language/{language}")
    await ana.picks("welcome/consent/yes")
    await ana.says("Ana")
    if language != "en":
        await ana.picks("welcome/address/formal")
    await ana.picks("welcome/hour/09:00")
    await ana.picks("welcome/days/mo,tu,we,th,fr,sa,su")
    return ana


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_mydata_tells_only_what_came_to_pass(story: Story, language: str) -> None:
    """On the first day nothing was asked about the rhythm; once it was, that is told."""
    words = story.text(LINES["less"], language, value="|").split("|")
    asked = [part for part in words if len(part) > 12]
    ana = await welcomed(story, language)
    assert ana.one().text.count("Ana") == 1
    await ana.says("/mydata")
    ana.sees_not(*asked)
    await story.passes(days=28, hours=-1)
    await ana.says("ja")
    await story.until_local("10:00")
    ana.hears("less/offer")
    await ana.picks("less/offer/keep")
    await ana.says("/mydata")
    ana.sees(*asked)


async def test_mydata_has_no_code_in_what_was_begun(story: Story) -> None:
    ana = await story.resident("Ana", "fr")
    await ana.says("/worry")
    await ana.picks("worry/who/relative")
    await ana.says("ma sœur")
    await ana.picks("worry/days/5d")
    await ana.says("/mydata")
    ana.sees("5\u00a0jours", story.label("worry/who/relative", "fr"))
    ana.sees_not("relative", "5d")


async def test_what_is_kept_stands_before_a_question_that_waits(story: Story) -> None:
    ana = await greeted(story)
    question = ana.last.text
    ana.turns_the_page()
    await ana.says("/mydata")
    told = ana.one().text
    assert told.index("10:00") < told.index(question.split("\n\n")[-1])
    assert told.startswith(story.said("mydata/say", "nl"))


@pytest.mark.parametrize(
    ("picture", "mood", "dialogue"),
    [("👍", "fine", ""), ("😊", "fine", ""), ("😢", "hard", "hard_day"), ("😐", "soso", "")],
)
async def test_a_picture_alone_is_an_answer(
    story: Story, picture: str, mood: str, dialogue: str
) -> None:
    story.mind.down = True
    ana = await greeted(story)
    await ana.says(picture)
    (row,) = await story.rows(select(Conversation))
    assert (row.position["at"] or {"dialogue": ""})["dialogue"] == dialogue
    assert mood in {fact.value for fact in await story.rows(select(Fact)) if fact.key == "mood"}
    assert story.label("morning/hello/hard", "nl") not in ana.screen.keyboard


@pytest.mark.parametrize("picture", ["👍", "❤️", "👋", "🙏🙏"])
async def test_a_picture_is_no_riddle(story: Story, picture: str) -> None:
    ana = await story.resident("Ana")
    await ana.says(picture)
    ana.one()
    assert story.label("unclear/ask/person", "nl") not in ana.screen.keyboard


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_mydata_shows_the_text_that_waits_for_a_person(story: Story, language: str) -> None:
    """'I do not keep your messages' would be no truth while it does."""
    ana = await story.resident("Ana", language)
    words = "mijn zus is ziek en ik weet niet wat ik moet zeggen"
    story.mind.learns(words, "request_human", sure=0.9)
    await ana.says(words)
    await ana.touches(BUTTON_YES)
    await ana.says("/mydata")
    ana.sees(story.text(TO_SHARE, language, value="|").partition("|")[0], words)
    assert story.text(NO_WORDS, language) not in ana.one().text
