"""After danger nobody waits long in silence: phones ring anew, coordinators hear of it, she too."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import danger
from bot.channel import Delete, Say
from bot.handoff_texts import (
    ALERT_URGENT,
    AT_NIGHT,
    BUTTON_CLAIM,
    BUTTON_DECLINE,
    BUTTON_YES,
    CLAIMED,
    COORDINATORS_KNOW,
    NIGHT_OVER,
    NO_ANSWER,
    NOBODY_FREE,
    NOBODY_YET,
    NUDGE,
    OPENED,
    OPENED_NOBODY,
    RELEASED_RESIDENT,
    REPLY_NUDGE,
    UNSEEN_MARK,
    WRITE_BEFORE,
    YES_MARK,
)
from bot.open_texts import (
    NO_REPLY,
    NO_WORD,
    NOBODY_ON_DUTY,
    URGENT_ASKED,
    URGENT_FREE,
    URGENT_TAKEN,
    WAITING_LONG,
)
from bot.overview_texts import BUTTON_RING, HANDED_ON
from bot.store.tables import Alert, Volunteer

from .story import Phone, Story
from .test_bridge import sets
from .test_safety import ASK, DANGER, PERSON, SAFE, YES

UNSURE = "het is genoeg geweest"
NUMBERS = {"nl": "1813", "fr": "0800 32 123", "en": "02 648 40 14"}  # for who thinks of dying


async def asks(story: Story, ana: Phone, language: str = "nl") -> None:
    """Danger, a wish for a person, and her yes."""
    await ana.says(DANGER[language])
    await ana.touches(PERSON)
    await ana.touches(BUTTON_YES)


async def looks(story: Story, sofie: Phone) -> None:
    """The alert of that danger comes, and the coordinator opens it."""
    await story.passes(minutes=16)
    await sofie.touches(danger.BUTTON_OPEN)
    await sofie.touches(danger.BUTTONS["call"])


async def sleeps(story: Story, hour: str = "23:00") -> None:
    await story.until_local(hour)


def rings(story: Story, phone: Phone) -> list[str]:
    """The local hours at which an alert came."""
    return [
        f"{story.local(at):%H:%M}"
        for at, chat, sent in story.wire.sent
        if chat == phone.id and isinstance(sent, Say) and sent.inline
        if sent.inline[0].data.startswith("claim:")
    ]


def alerts(phone: Phone) -> int:
    """How many with a button to take it the phone shows now."""
    return sum(b.data.startswith("claim:") for m in phone.screen.messages for b in m.inline)


async def test_a_night_in_which_everybody_sleeps(story: Story) -> None:
    """She reads at once that it is night, then how it stands; in the morning all phones ring."""
    sofie, ana = await story.coordinator(), await story.resident("Ana", hour=None)
    helpers = [await story.volunteer(name) for name in ("Karim", "Lies", "Jef", "Noor")]
    await sleeps(story)
    await asks(story, ana)
    ana.reads(OPENED)
    ana.reads(AT_NIGHT)
    ana.sees("8:00", "106")
    sofie.sees(story.text(ALERT_URGENT, "nl"))
    sofie.reads(URGENT_ASKED, number=1, language="Nederlands")
    assert any(story.text(BUTTON_RING, "nl") in label for label in sofie.last.labels)
    for phone in (ana, sofie):
        phone.turns_the_page()
    await story.passes(minutes=31)
    ana.reads(NOBODY_YET)
    ana.reads(COORDINATORS_KNOW)
    ana.sees("8:00", "106")
    sofie.reads(WAITING_LONG, number=1, language="Nederlands")
    await helpers[0].touches(BUTTON_DECLINE)
    ana.turns_the_page()
    await story.until_local("07:59")
    ana.hears_nothing()
    for phone in (*helpers, sofie):
        phone.turns_the_page()
    await story.until_local("08:01")
    ana.reads(NIGHT_OVER)
    assert [alerts(phone) for phone in helpers] == [1, 1, 1, 1], "also who said 'not now'"
    assert all(rings(story, phone)[-1] == "08:00" for phone in helpers)
    sofie.reads(WAITING_LONG, number=1, language="Nederlands")
    await helpers[3].touches(BUTTON_CLAIM)
    ana.reads(CLAIMED, name="Noor")
    sofie.reads(URGENT_TAKEN, name="Noor", number=1, language="Nederlands")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "kan ik met iemand praten"),
        ("fr", "je voudrais parler à quelqu'un"),
        ("en", "can I talk to someone"),
        ("nl", "/human"),
    ],
)
async def test_asked_in_words_after_danger(story: Story, language: str, words: str) -> None:
    """Not only the button says that it is urgent."""
    sofie, karim = await story.coordinator(), await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await ana.says(DANGER[language])
    await story.passes(minutes=5)
    sofie.turns_the_page()
    await ana.says(words)
    sofie.hears_nothing()
    await ana.touches(BUTTON_YES)
    handoff = await story.handoff()
    assert (handoff.urgency, handoff.crisis) == ("urgent", True)
    sofie.reads(URGENT_ASKED, number=1)
    karim.reads(ALERT_URGENT)


@pytest.mark.parametrize(("language", "number"), NUMBERS.items())
async def test_the_numbers_are_those_for_her_danger(
    story: Story, language: str, number: str
) -> None:
    """However often something in doubt came in between; once she is safe, lines that listen."""
    await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    story.mind.learns(UNSURE, "crisis_violence", level="ask")
    await sleeps(story)
    await ana.says(DANGER[language])
    await ana.says(UNSURE)
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    assert (await story.handoff()).urgency == "urgent"
    ana.sees(f"{number},", "112,")
    ana.turns_the_page()
    await story.passes(minutes=31)
    ana.reads(NOBODY_YET)
    ana.sees(f"{number},", "112,")
    await ana.says(story.text(SAFE, language))
    ana.turns_the_page()
    await story.until_local("08:01")
    ana.reads(NIGHT_OVER)
    if language == "nl":
        assert "106," in ana.last.text
        assert "1813," not in ana.last.text


async def test_no_welcome_and_no_small_question_after_danger_and_a_doubt(story: Story) -> None:
    ana = story.stranger("Ana")
    story.mind.learns(UNSURE, "crisis_suicide", level="ask")
    await ana.says(DANGER["nl"])
    await ana.says(UNSURE)
    await ana.says("goeiemorgen")
    ana.sees_not("Kies een taal")


async def test_asked_in_words_when_the_danger_is_long_over(story: Story) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana", hour=None)
    await ana.says(DANGER["nl"])
    await story.passes(hours=25)
    await ana.says("kan ik met iemand praten")
    await ana.touches(BUTTON_YES)
    assert (await story.handoff()).urgency == "normal"
    assert story.text(ALERT_URGENT, "nl") not in karim.last.text


async def test_by_day_every_hour_and_never_too_much(story: Story) -> None:
    """A day in which nobody takes it: what each of them hears."""
    sofie, ana = await story.coordinator(), await story.resident("Ana", hour=None)
    karim = await story.volunteer()
    await asks(story, ana)
    for phone in (ana, sofie):
        phone.turns_the_page()
    await story.until_local("08:59")
    heard = rings(story, karim)
    assert heard == ["09:00", *(f"{hour:02}:30" for hour in range(9, 21)), "08:00"]
    assert alerts(karim) == 1, "the earlier ones go from the phone"
    told = [f"{story.local(at):%H:%M}" for at, chat, _ in story.wire.sent if chat == sofie.id]
    waits, alert = ["09:00", "09:30", "10:30", "12:30"], ["09:15", "09:45", "10:45", "12:45"]
    assert told[1:9] == sorted(waits + alert), told
    assert told[9:] == ["16:30", "20:30", "08:00", "08:30"], "the overview adds that nobody looked"
    hers = [
        f"{story.local(at):%H:%M}"
        for at, chat, said in story.wire.sent
        if chat == ana.id and isinstance(said, Say)
    ]
    assert hers[3:] == ["09:30", "12:30", "16:30", "20:30", "08:00", "08:00"], hers


async def test_not_now_is_for_two_hours(story: Story) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana", hour=None)
    await asks(story, ana)
    await story.passes(minutes=20)
    await karim.touches(BUTTON_DECLINE)
    await story.passes(minutes=119)
    assert rings(story, karim) == ["09:00"]
    await story.passes(minutes=2)
    assert rings(story, karim) == ["09:00", "11:20"]


async def test_who_has_hours_is_rung_when_they_begin(story: Story) -> None:
    karim, lies = await story.volunteer("Karim"), await story.volunteer("Lies")
    ana = await story.resident("Ana", hour=None)
    await karim.says("/hours elke dag van 10 tot 12")
    await sleeps(story)
    await asks(story, ana)
    await story.until_local("12:30")
    assert rings(story, karim)[:1] == ["10:00"]
    assert "08:00" in rings(story, lies)
    assert not [at for at in rings(story, karim) if at >= "12:00"]


async def test_a_claim_that_lapses_at_night(story: Story) -> None:
    """The coordinators hear at once, she reads so, and the one who slept is rung in the morning."""
    sofie, ana = await story.coordinator(), await story.resident("Ana", hour=None)
    karim, lies = await story.volunteer("Karim"), await story.volunteer("Lies")
    await sleeps(story)
    await asks(story, ana)
    await karim.touches(BUTTON_CLAIM)
    for phone in (ana, sofie, lies):
        phone.turns_the_page()
    await story.passes(minutes=16)
    ana.reads(RELEASED_RESIDENT, name="Karim")
    ana.reads(AT_NIGHT)
    ana.sees("106")
    sofie.reads(NO_WORD, name="Karim")
    sofie.reads(URGENT_FREE, number=1, language="Nederlands", asked="Lies")
    assert alerts(lies) == 1
    assert lies.news
    await story.until_local("08:01")
    assert rings(story, karim) == ["23:00", "08:00"]
    await karim.touches(BUTTON_CLAIM)
    await karim.says("dag, hier ben ik")
    ana.sees("hier ben ik")


async def test_nobody_speaks_her_language(story: Story) -> None:
    """Nothing is promised. The coordinators hear at once, and each morning."""
    sofie, ana = await story.coordinator(), await story.resident("Ana", "fr", hour=None)
    await story.volunteer("Karim", "nl")
    await asks(story, ana, "fr")
    ana.reads(OPENED_NOBODY)
    ana.sees("107")
    sofie.reads(NOBODY_ON_DUTY, number=1, language="Frans")
    ana.turns_the_page()
    await story.passes(minutes=31)
    ana.reads(NOBODY_FREE)
    for phone in (ana, sofie):
        phone.turns_the_page()
    await story.until_local("08:01")
    ana.reads(NOBODY_FREE)
    sofie.reads(WAITING_LONG, number=1, language="Frans")
    ana.sees_not(story.text(NIGHT_OVER, "fr"))


async def test_the_full_ones_are_rung_where_the_free_ones_sleep(story: Story) -> None:
    karim, lies = await story.volunteer("Karim"), await story.volunteer("Lies")
    bea, ana = await story.resident("Bea", hour=None), await story.resident("Ana", hour=None)
    await story.talk(bea, lies)
    await sets(story, lies, most_talks=1)
    await asks(story, ana)
    assert (len(rings(story, karim)), len(rings(story, lies))) == (2, 1), "hers was Bea's"
    await story.passes(minutes=31)
    assert len(rings(story, lies)) == 2


async def test_what_can_wait_leaves_not_now_alone_until_the_morning(story: Story) -> None:
    karim, lies = await story.volunteer("Karim"), await story.volunteer("Lies")
    ana = await story.resident("Ana", hour=None)
    await lies.says("/hours maandag en donderdag van 9 tot 12")
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    for phone in (karim, lies):
        await phone.touches(BUTTON_DECLINE)
    await story.until_local("07:59")
    assert (rings(story, karim), rings(story, lies)) == (["09:00"], ["09:00"])
    await story.until_local("08:01")
    assert rings(story, karim) == ["09:00", "08:00"]
    await story.until_local("09:30", days=2)
    assert rings(story, lies)[:2] == ["09:00", "09:00"], "her next hours"


async def test_an_older_alert_can_still_be_taken(story: Story) -> None:
    """It is gone from the phone, or it works: whoever taps takes it."""
    karim, ana = await story.volunteer(), await story.resident("Ana", hour=None)
    await asks(story, ana)
    first = karim.last
    await story.passes(hours=5)
    assert any(isinstance(sent, Delete) for _, chat, sent in story.wire.sent if chat == karim.id)
    assert len(await story.rows(select(Alert))) == 1
    await karim.forges("claim:1", first)
    ana.reads(CLAIMED, name="Karim")


async def test_danger_in_a_talk_that_waits_for_its_first_word(story: Story) -> None:
    """Taken at night as one that can wait; then a word of danger crosses."""
    karim, ana = await story.volunteer(), await story.resident("Ana", hour=None)
    lies = await story.volunteer("Lies")
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    await story.until_local("21:29")
    await karim.touches(BUTTON_CLAIM)
    await story.passes(minutes=10)
    karim.turns_the_page()
    lies.turns_the_page()
    await ana.says(DANGER["nl"])
    karim.reads(WRITE_BEFORE, name="Ana")
    karim.sees("21:54", "⚠")
    await story.passes(minutes=9)
    karim.reads(NUDGE, name="Ana")
    await story.passes(minutes=7)
    assert (await story.handoff()).state == "handed_on"
    assert alerts(lies) == 1
    lies.sees(story.text(ALERT_URGENT, "nl"))
    assert (await story.rows(select(Volunteer).order_by(Volunteer.person_id)))[0].debrief_of == 1


async def test_danger_in_a_talk_at_night_is_not_left_for_the_morning(story: Story) -> None:
    sofie, ana = await story.coordinator(), await story.resident("Ana", hour=None)
    karim = await story.volunteer()
    await story.talk(ana, karim)
    await story.until_local("20:30")
    await karim.says("ben je er nog?")
    await story.until_local("22:00")
    karim.turns_the_page()
    await ana.says(DANGER["nl"])
    sofie.turns_the_page()
    await story.passes(minutes=31)
    karim.reads(REPLY_NUDGE, name="Ana")
    await story.passes(minutes=31)
    ana.reads(NO_ANSWER, name="Karim")
    sofie.reads(NO_REPLY, number=1, language="Nederlands")
    await sofie.forges(next(b.data for b in sofie.last.inline if b.data.startswith("ho:on")))
    assert sofie.toasts == [story.text(HANDED_ON, "nl", number=1)]


async def test_more_danger_puts_nothing_off(story: Story) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    for _ in range(2):
        await ana.says(DANGER["nl"])
        karim.turns_the_page()
        await story.passes(minutes=16)
    karim.reads(REPLY_NUDGE, name="Ana")


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_yes_to_the_gentle_question_is_told_to_who_holds_the_talk(
    story: Story, language: str
) -> None:
    karim, ana = await story.volunteer("Karim", language), await story.resident("Ana", language)
    await story.talk(ana, karim)
    story.mind.learns("…", "crisis_suicide", level="ask")
    await ana.says("…")
    ana.reads(ASK)
    karim.sees("⚠")
    karim.turns_the_page()
    await ana.touches(YES)
    karim.reads(YES_MARK, name="Ana")
    assert (await story.handoff()).urgency == "urgent"


async def test_an_edit_of_what_was_for_the_machine_stays_back(story: Story) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana", hour=None)
    before = await ana.says("dit is voor de machine")
    await story.talk(ana, karim)
    await ana.edits(before, DANGER["nl"])
    karim.reads(UNSEEN_MARK, name="Ana")
    karim.sees_not(DANGER["nl"])


def test_the_steps_are_written_down() -> None:
    """The page of a handoff's life says them."""
    from .test_month import PAGE

    page = " ".join(PAGE.read_text(encoding="utf-8").split())
    for words in ("half an hour", "every hour", "each morning", "two hours", "every four hours"):
        assert words in page, words
