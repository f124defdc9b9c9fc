"""What somebody sends on is nobody's own words, and danger in it is still heard."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import forwards, report_texts, writing
from bot.handoff_texts import (
    ASKED_MARK,
    BUTTON_YES,
    FORWARDED,
    FROM_VOLUNTEER,
    NO_TALK,
    YES_MARK,
)
from bot.i18n import Text
from bot.numbers import VOLUNTEER_NOTE
from bot.report_texts import BUTTON_OTHER, BUTTON_WRONG
from bot.store.bridge import Report
from bot.store.tables import Concern, Consent, Fact, Handoff, Person, Resident, Review, Volunteer

from .states import (
    State,
    asked,
    deep,
    idle,
    in_a_form,
    in_danger,
    offered,
    paused,
    quiet,
    stopped,
    talking,
    waiting,
    welcomed,
)
from .story import Story
from .test_safety import DANGER, HEARD, LATER, PERSON, words

SENT_ON, WHOSE = words("safety/sent-on"), words("safety/sent-on/question")
ME, ELSE = words("safety/sent-on/button/me"), words("safety/sent-on/button/else")
NO, AFTER_NO = words("safety/sent-on/button/no"), words("safety/sent-on/no")
FOR_THEM = words("safety/sent-on/else")
STATES = (idle, welcomed, in_a_form, asked, deep, quiet, paused, stopped, offered, waiting)
SAYINGS = ("ja", "nee", "stop", "/stop", "/forget", "/hide", "verberg", "Ja, deze tekst delen", "9")


async def kept(story: Story) -> list[str]:
    """What a word of hers could have changed."""
    tables = (Handoff, Consent, Fact, Resident, Person, Review)
    found = [row for table in tables for row in await story.rows(select(table))]
    values = [{c.name: getattr(row, c.name) for c in row.__table__.columns} for row in found]
    passing = {"seen_at", "unanswered", "next_contact_at"}
    return [str({k: v for k, v in one.items() if k not in passing}) for one in values]


@pytest.mark.parametrize("said", SAYINGS)
async def test_it_is_no_yes_no_wish_and_no_command(story: Story, said: str) -> None:
    """In front of an offer, of an hour that is asked for, and of nothing at all."""
    ana = await offered(story, "nl")
    for before in ("", "/hour", "/forget"):
        if before:
            await ana.says(before)
        was = await kept(story)
        await ana.forwards(said)
        assert ana.one().text == story.text(forwards.NOT_HERS, "nl")
        assert await kept(story) == was
    await ana.picks("forget/ask/no")
    assert ana.news, "her own tap still answers what was asked"


@pytest.mark.parametrize("state", [*STATES, in_danger, talking], ids=lambda state: state.__name__)
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_kind_word_in_every_state(story: Story, state: State, language: str) -> None:
    ana = await state(story, language)
    keyboard = ana.screen.keyboard
    await ana.forwards("zeg iets")
    if state is talking:
        ana.hears_nothing()
    else:
        assert ana.one().text == story.text(forwards.NOT_HERS, language)
    assert ana.screen.keyboard == keyboard, "what can be answered, still can"


async def test_several_at_once_are_one_and_own_words_beside_them_are_hers(story: Story) -> None:
    ana = await story.resident("Ana")
    await ana.says("/hour")
    ana._sends("text", "kijk wat ik kreeg", forwarded=True)
    ana._sends("text", "om 7 uur", forwarded=True)
    ana.writes("14 uur")
    await story.settles()
    assert [m.text for m in ana.news].count(story.text(forwards.NOT_HERS, "nl")) == 1
    assert [row.hour for row in await story.rows(select(Resident))] == ["14:00"]


async def test_a_stranger_who_only_sends_something_on_is_welcomed(story: Story) -> None:
    x = story.stranger("X", "fr")
    await x.forwards("ik ben het beu en ik wil dat dit stopt")
    x.hears("welcome/language")
    assert (await story.person(x)).language == "fr", "somebody else's language is not theirs"


async def test_a_stop_that_was_sent_on_takes_nothing_back(story: Story) -> None:
    """At receipt neither, where hers counts before its turn comes."""
    karim, ana = await story.volunteer(), await story.resident("Ana")
    await story.talk(ana, karim)
    for said in ("stop", "/stop", "Niet meer delen"):
        await ana.forwards(said)
    assert (await story.handoff()).state in ("greeted", "talking")
    standing = select(Consent).where(Consent.withdrawn_at.is_(None), Consent.purpose == "share")
    assert len(await story.rows(standing)) == 1
    await ana.says("stop")
    assert (await story.handoff()).state == "withdrawn"


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_in_a_talk_it_says_so(story: Story, language: str) -> None:
    """Both ways, cleaned, and without whose it was."""
    karim, ana = await story.volunteer("Karim", language), await story.resident("Ana", language)
    await story.talk(ana, karim)
    await ana.forwards("\u202ebrief\u200b van de huisbaas")
    mark = story.text(FORWARDED, language, words="brief van de huisbaas")
    assert karim.one().text == mark
    assert karim.last.protect
    await ana.forwards("het contract", kind="photo")
    assert karim.last.text == story.text(FORWARDED, language, words="het contract")
    await ana.forwards("", kind="photo")
    assert karim.last.text == story.text(FORWARDED, language, words="").strip()
    await karim.forwards("/close")
    mark = story.text(FORWARDED, language, words="/close")
    assert ana.last.text == story.text(FROM_VOLUNTEER, language, name="Karim", words=mark)
    assert (await story.handoff()).state == "talking"
    karim.sees_not("sender_user_name")


async def test_among_two_talks_it_has_the_name_too(story: Story) -> None:
    karim = await story.volunteer()
    bea, ana = await story.resident("Bea"), await story.resident("Ana")
    await story.talk(bea, karim)
    await story.talk(ana, karim)
    await ana.forwards("zie dit")
    assert karim.last.text == "Ana:\n" + story.text(FORWARDED, "nl", words="zie dit")


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize(
    ("tapped", "reads", "level"),
    [(ME, HEARD, "act"), (ELSE, FOR_THEM, "ask"), (NO, AFTER_NO, "ask")],
)
async def test_danger_in_it_is_asked_about(
    story: Story, language: str, tapped: Text, reads: Text, level: str
) -> None:
    """A threat that she got, a friend's goodbye, her own letter: she says whose danger it is."""
    sofie, ana = await story.coordinator(), await story.resident("Ana", language)
    await ana.forwards(DANGER[language])
    ana.one()
    ana.reads(SENT_ON)
    ana.reads(WHOSE)
    ana.sees("112")
    await ana.taps(story.text(tapped, language))
    ana.reads(reads)
    if tapped is not NO:
        ana.sees("112")
    assert (await levels(story))[-1] == level
    await ana.touches(PERSON)
    await ana.touches(BUTTON_YES)
    urgency = "normal" if tapped is NO else "urgent"  # her own word is that there is no danger
    assert (await story.handoff()).urgency == urgency
    sofie.turns_the_page()


async def levels(story: Story) -> list[str]:
    """That it is about her begins a danger beside the question."""
    return await story.rows(select(Concern.level).order_by(Concern.id))


async def test_nobody_is_alarmed_by_it_before_she_says_so(story: Story) -> None:
    sofie, ana = await story.coordinator(), await story.resident("Ana", hour=None)
    await ana.forwards(DANGER["nl"])
    await story.until_local("08:00")
    assert "danger" not in str([m.labels for m in sofie.screen.messages])
    assert not [m for m in ana.news if m.text == story.text(LATER, "nl")]


@pytest.mark.parametrize(
    ("said", "level", "reads"), [("ja", "act", HEARD), ("nee", "ask", AFTER_NO)]
)
async def test_a_bare_word_is_taken_on_the_safe_side(
    story: Story, said: str, level: str, reads: Text
) -> None:
    ana = await story.resident("Ana")
    await ana.forwards(DANGER["nl"])
    await ana.says(said)
    ana.reads(reads)
    assert (await levels(story))[-1] == level


async def test_danger_in_it_before_any_welcome(story: Story) -> None:
    x = story.stranger("X", "nl")
    await x.forwards(DANGER["nl"])
    x.reads(WHOSE)
    await x.touches(ME)
    x.reads(HEARD)


async def test_danger_in_it_in_a_talk_is_marked(story: Story) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana")
    await story.talk(ana, karim)
    await ana.forwards(DANGER["nl"])
    ana.reads(WHOSE)
    karim.reads(ASKED_MARK, name="Ana")
    assert karim.last.text == story.text(FORWARDED, "nl", words=DANGER["nl"])
    assert not (await story.handoff()).crisis, "she has not said so"
    karim.turns_the_page()
    await ana.touches(ME)
    assert (await story.handoff()).crisis
    karim.reads(YES_MARK, name="Ana")


async def test_a_voice_message_that_was_sent_on_may_be_anything(story: Story) -> None:
    ana = await story.resident("Ana")
    await ana.forwards("", kind="voice")
    ana.reads(words("safety/voice"))
    ana.sees("112")


async def test_what_is_sent_on_belongs_to_a_report_and_says_so(story: Story) -> None:
    """Evidence: what he wrote her, for coordinators alone, also where there is a threat in it."""
    sofie, karim = await story.coordinator(), await story.volunteer()
    ana = await story.resident("Ana")
    await story.talk(ana, karim)
    await ana.touches(BUTTON_OTHER)
    await ana.touches(BUTTON_WRONG)
    karim.turns_the_page()
    story.mind.learns("Karim: ik maak u dood", "crisis_violence", level="act")
    await ana.forwards("Karim: ik maak u dood")
    ana.reads(report_texts.PASSED)
    ana.reads(WHOSE)
    assert [row.words for row in await story.rows(select(Report))] == ["↪ Karim: ik maak u dood"]
    sofie.sees("↪ Karim: ik maak u dood")
    karim.sees_not("ik maak u dood")


async def test_a_volunteer_writes_notes_and_hours_in_their_own_words(story: Story) -> None:
    karim = await story.volunteer()
    await karim.says("/hours")
    await karim.forwards("maandag van 9 tot 12")
    karim.reads(writing.OWN_WORDS)
    assert [row.hours for row in await story.rows(select(Volunteer))] == [[]]
    await karim.says("maandag van 9 tot 12")
    assert [row.hours for row in await story.rows(select(Volunteer))] == [["mo 09:00-12:00"]]
    await karim.forwards("/duty")
    karim.reads(NO_TALK)
    assert [row.on_duty for row in await story.rows(select(Volunteer))] == [True]
    await karim.forwards("ik wil dood")
    karim.reads(VOLUNTEER_NOTE)
    karim.sees("112")


async def test_a_coordinator_s_forward_is_no_command(story: Story) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer()
    await sofie.forwards("/broadcast kom allemaal")
    sofie.one()
    karim.hears_nothing()
