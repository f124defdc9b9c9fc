"""From asking for a person to a volunteer who takes it."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import coordinators, talk_commands
from bot.handoff_texts import (
    ALERT_OVER,
    ALERT_TAKEN,
    BUTTON_CLAIM,
    BUTTON_DECLINE,
    BUTTON_LESS,
    BUTTON_NO,
    BUTTON_STOP,
    BUTTON_YES,
    CLAIMED,
    FROM_VOLUNTEER,
    LANGUAGE_NAMES,
    LAPSED,
    LAPSED_NOBODY,
    NOT_SHARED,
    NUDGE,
    OFFER_OVER,
    OPENED,
    OPENED_NOBODY,
    PASSED,
    PASSED_NOBODY,
    RELEASED_NOBODY,
    RELEASED_RESIDENT,
    RELEASED_WAITS,
    STILL_LOOKING,
    TAKEN_BY,
    WITHDRAWN_EARLY,
    YOURS,
)
from bot.open_texts import GAVE_BACK, NO_WORD, NOBODY_TAKES, WAITING_LONG
from bot.report_texts import BUTTON_OTHER
from bot.store.tables import Alert, Audit, Consent, Handoff, Timer

from .story import Phone, Story

WISH = "ik wil eens met iemand praten"
CHATTER = {  # two messages in another language than hers
    "nl": ("de kat slaapt op de stoel", "vandaag schijnt de zon hier mooi"),
    "fr": ("le chat dort sur la chaise", "aujourd'hui il fait beau dehors"),
    "en": ("the cat sleeps on the chair", "today the weather is nice outside"),
}


async def asks(story: Story, ana: Phone, words: str = WISH) -> None:
    story.mind.learns(words, "request_human", sure=0.9)
    await ana.says(words)


async def handed_over(story: Story) -> tuple[Phone, Phone]:
    karim, ana = await story.volunteer(), await story.resident("Ana")
    await asks(story, ana)
    await ana.touches(BUTTON_YES)
    return ana, karim


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_offered_agreed_rung_claimed(story: Story, language: str) -> None:
    karim = await story.volunteer("Karim", "nl", language)
    ana = await story.resident("Ana", language)
    await asks(story, ana)
    preview = ana.one()
    assert WISH in preview.text
    karim.hears_nothing()
    await ana.touches(BUTTON_YES)
    ana.reads(OPENED)
    assert ana.screen.find(preview.message_id).inline == (), "it cannot be answered twice"
    karim.sees(story.text(LANGUAGE_NAMES[language], "nl"))
    karim.sees_not("Ana", WISH)
    await karim.touches(BUTTON_CLAIM)
    shared = ana.screen.find(preview.message_id).text.removeprefix("✓ ")
    karim.sees(shared)
    assert karim.last.protect
    ana.reads(CLAIMED, name="Karim")
    buttons = tuple(story.text(text, language) for text in (BUTTON_STOP, BUTTON_OTHER))
    assert ana.screen.keyboard == buttons
    await karim.says("dag Ana, hier is Karim")
    ana.reads(FROM_VOLUNTEER, name="Karim", words="dag Ana, hier is Karim")


async def test_a_button_is_never_shown_as_her_words(story: Story) -> None:
    ana = await story.resident("Ana", "fr")
    story.mind.learns("bof", "mood_low")
    await ana.says("bof")
    await ana.picks("hard_day/ask/person")
    assert story.label("hard_day/ask/person", "fr") not in ana.one().text


async def test_without_her_words(story: Story) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana")
    await asks(story, ana)
    await ana.touches(BUTTON_LESS)
    assert WISH not in ana.last.text
    await ana.touches(BUTTON_YES)
    await karim.touches(BUTTON_CLAIM)
    karim.sees_not(WISH)


async def test_a_no_shares_nothing(story: Story) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana")
    await asks(story, ana)
    old = ana.last.inline[0].data
    await ana.touches(BUTTON_NO)
    assert story.text(NOT_SHARED, "nl") == ana.last.text
    await ana.forges(old)
    karim.hears_nothing()
    assert await story.rows(select(Consent).where(Consent.purpose == "share")) == []
    assert [h.text for h in await story.rows(select(Handoff))] == [None]


async def test_a_typed_yes_brings_the_buttons_again(story: Story) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana")
    await asks(story, ana)
    before = ana.last.labels
    await ana.says("ja")
    assert ana.one().labels == before
    karim.hears_nothing()
    await ana.touches(BUTTON_YES)
    assert karim.news


async def test_a_typed_no_ends_the_offer(story: Story) -> None:
    ana = await story.resident("Ana")
    await asks(story, ana)
    await ana.says("nee")
    ana.reads(NOT_SHARED)
    assert (await story.handoff()).state == "declined"


async def test_an_offer_of_yesterday_is_over(story: Story) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana")
    await asks(story, ana)
    preview = ana.last
    data = preview.inline[0].data
    await story.passes(hours=25)
    assert ana.screen.find(preview.message_id).inline == ()
    await ana.forges(data, preview)  # a finger that was faster than the buttons went
    assert ana.toasts == [story.text(OFFER_OVER, "nl")]
    karim.hears_nothing()
    assert (await story.handoff()).text is None


async def test_an_older_preview_shares_nothing(story: Story) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana")
    await asks(story, ana)
    older = ana.last
    data = older.inline[0].data
    await ana.says("/human")
    assert ana.screen.find(older.message_id).inline == ()
    await ana.forges(data, older)  # a finger that was faster than the buttons went
    karim.hears_nothing()
    assert ana.toasts == [story.text(OFFER_OVER, "nl")]


async def test_unsteady_hands_tap_yes_twice(story: Story) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana")
    await asks(story, ana)
    preview = ana.last
    data = preview.inline[0].data
    await ana.forges(data, preview)
    await ana.forges(data, preview)
    assert ana.toasts == []
    assert ana.screen.find(preview.message_id).text.startswith("✓")
    assert len(karim.screen.messages) == 3


FORGED = [
    "", "x", "share", "share:yes", "share:yes:1", "share:yes:1:", "share:yes:1:0123456789abcdef",
    "share:yes:-1:0123456789abcdef", "share:maybe:1:0123456789abcdef", "claim:1", "claim:",
    "claim:99999999999999999999", "claim:١", "claim:-1", "claim:1:2", "pass:1", "talk:1",
    "danger:1", "danger:1:call", "danger:x:call", "danger:1:call:1", "🦄" * 16,
]  # fmt: skip


async def test_forged_taps_open_nothing(story: Story) -> None:
    """By everybody: a stranger, another resident, a volunteer whose phone did not ring."""
    ana, bea = await story.resident("Ana"), await story.resident("Bea")
    everybody = [
        story.stranger("X"),
        bea,
        await story.volunteer("Lea", "fr"),
        await story.coordinator("Sofie"),
    ]
    await asks(story, ana)
    for phone in everybody:
        for data in (one for one in FORGED if one.startswith("share")):
            await phone.forges(data)
    offer = await story.handoff()
    assert (offer.state, offer.claimed_by) == ("offered", None)
    karim = await story.volunteer("Karim", "nl")
    await ana.touches(BUTTON_YES)
    karim.turns_the_page()
    for phone in everybody:
        for data in (one for one in FORGED if not one.startswith("share")):
            await phone.forges(data or " ")
    opened = await story.handoff()
    assert (opened.state, opened.claimed_by) == ("open", None)
    karim.hears_nothing()
    for phone in everybody:
        phone.sees_not("Ana", WISH)


async def test_the_second_hears_who_has_it(story: Story) -> None:
    karim, lies = await story.volunteer("Karim"), await story.volunteer("Lies")
    ana = await story.resident("Ana")
    await asks(story, ana)
    await ana.touches(BUTTON_YES)
    late = lies.last.inline[0].data
    await karim.touches(BUTTON_CLAIM)
    assert lies.last.text == story.text(
        ALERT_TAKEN, "nl", name="Karim", language=story.text(LANGUAGE_NAMES["nl"], "nl")
    )
    await lies.forges(late, lies.last)
    assert lies.toasts == [story.text(TAKEN_BY, "nl", name="Karim")]
    lies.sees_not("Ana")
    assert karim.screen.find(2).text.endswith("✓") or "✓" in str(karim)


async def test_who_declines_and_nobody_left(story: Story) -> None:
    sofie = await story.coordinator()
    _, karim = await handed_over(story)
    await karim.touches(BUTTON_DECLINE)
    assert karim.last.text == story.text(PASSED_NOBODY, "nl"), "nothing that is not so"
    sofie.reads(NOBODY_TAKES, number=1, language=story.text(LANGUAGE_NAMES["nl"], "nl"))
    sofie.sees_not("Ana")


async def test_who_declines_while_others_are_there(story: Story) -> None:
    await story.volunteer("Lies")
    _, karim = await handed_over(story)
    await karim.touches(BUTTON_DECLINE)
    assert karim.last.text == story.text(PASSED, "nl")


async def test_who_declines_what_somebody_has(story: Story) -> None:
    lies = await story.volunteer("Lies")
    _, karim = await handed_over(story)
    late = next(b.data for b in karim.last.inline if b.data.startswith("pass:"))
    await lies.touches(BUTTON_CLAIM)
    await karim.forges(late, karim.last)
    assert karim.toasts == [story.text(ALERT_OVER, "nl")]


async def test_nobody_on_duty(story: Story) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer()
    await karim.says("/duty")
    ana = await story.resident("Ana")
    await ana.says("/human")
    ana.hears("person/later")
    await ana.touches(BUTTON_YES)
    ana.reads(OPENED_NOBODY)
    sofie.one()
    karim.turns_the_page()
    karim.hears_nothing()
    await karim.says("/duty")
    await karim.says("/open")
    await karim.touches(BUTTON_CLAIM)
    ana.reads(CLAIMED, name="Karim")


async def test_three_are_rung_then_more(story: Story) -> None:
    helpers = [await story.volunteer(f"V{n}") for n in range(5)]
    ana = await story.resident("Ana")
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    assert [bool(v.news) for v in helpers] == [True, True, True, False, False]
    await story.passes(minutes=11)
    assert all(v.news for v in helpers)


async def test_nobody_takes_it_and_nobody_forgets_it(story: Story) -> None:
    """Coordinators hear again, later and later, not at night; she hears once."""
    sofie = await story.coordinator()
    ana, _ = await handed_over(story)
    ana.turns_the_page()
    await story.passes(minutes=61)
    sofie.reads(WAITING_LONG, number=1, language=story.text(LANGUAGE_NAMES["nl"], "nl"))
    ana.reads(STILL_LOOKING)
    sofie.turns_the_page()
    await story.passes(days=4)
    still = story.text(STILL_LOOKING, "nl")
    assert [still in shown.text for shown in ana.news].count(True) == 1
    mornings = [m for m in sofie.news if m.text.startswith("Goeiemorgen")]
    assert len(mornings) == 4, "each morning while it waits"
    assert 1 <= len(sofie.news) - len(mornings) <= 4, "the first day; then its morning is enough"
    eights = [
        story.local(at).strftime("%a")
        for at, chat, _ in story.wire.sent
        if chat == sofie.id and story.local(at).hour == 8
    ]
    assert len(eights) == len(set(eights)) == 4, "one word a morning"
    hours = [story.local(at).hour for at, chat, _ in story.wire.sent if chat == sofie.id]
    assert all(8 <= hour <= 21 for hour in hours)
    await sofie.says("/open")
    sofie.sees("1", story.text(LANGUAGE_NAMES["nl"], "nl"))
    await sofie.says("/today")
    sofie.sees("1")


async def test_coordinator_on_monday(story: Story) -> None:
    sofie = await story.coordinator()
    await sofie.says("/open")
    sofie.reads(coordinators.NONE_OPEN)
    for words in ("/today", "/help", "hallo", "/nonsense", "/start"):
        await sofie.says(words)
        sofie.one()
    await sofie.sends("sticker")
    sofie.one()


async def test_claimed_and_not_greeted(story: Story) -> None:
    sofie = await story.coordinator()
    lies = await story.volunteer("Lies")
    ana, karim = await handed_over(story)
    await karim.touches(BUTTON_CLAIM)
    lies.turns_the_page()
    karim.turns_the_page()
    await story.passes(minutes=16)
    karim.reads(NUDGE, name="Ana")
    await story.passes(minutes=16)
    karim.reads(LAPSED, name="Ana")
    ana.reads(RELEASED_RESIDENT, name="Karim")
    assert ana.screen.keyboard == ()
    assert story.text(BUTTON_CLAIM, "nl") in lies.last.labels, "she was rung before and may now"
    sofie.hears_nothing()
    await lies.touches(BUTTON_CLAIM)
    ana.reads(CLAIMED, name="Lies")
    await ana.says("dag Lies")
    lies.sees("dag Lies")
    karim.sees_not("dag Lies")


async def test_a_lease_that_ends_with_nobody_else_reaches_the_coordinator(story: Story) -> None:
    sofie = await story.coordinator()
    ana, karim = await handed_over(story)
    await karim.touches(BUTTON_CLAIM)
    await story.passes(minutes=29)
    sofie.hears_nothing()
    await story.passes(minutes=2)
    karim.reads(LAPSED_NOBODY, name="Ana")
    sofie.reads(NO_WORD, name="Karim")
    sofie.reads(NOBODY_TAKES, number=1, language=story.text(LANGUAGE_NAMES["nl"], "nl"))
    sofie.sees_not("Ana")
    ana.reads(RELEASED_NOBODY, name="Karim")
    assert (await story.handoff()).state == "escalated"


async def test_release_when_there_is_nobody_else(story: Story) -> None:
    sofie = await story.coordinator()
    ana, karim = await handed_over(story)
    await karim.touches(BUTTON_CLAIM)
    await karim.says("/release")
    karim.reads(RELEASED_WAITS)
    told = sofie.one()
    language = story.text(LANGUAGE_NAMES["nl"], "nl")
    assert told.text == " ".join(
        (
            story.text(GAVE_BACK, "nl", name="Karim"),
            story.text(NOBODY_TAKES, "nl", number=1, language=language),
        )
    )
    assert len(told.labels) == 3, "and what she can do stands under it"
    ana.reads(RELEASED_NOBODY, name="Karim")
    ana.sees("106")
    await ana.says("stop")
    assert (await story.handoff()).state == "withdrawn"


async def test_close_without_a_word_hands_on(story: Story) -> None:
    ana, karim = await handed_over(story)
    await karim.touches(BUTTON_CLAIM)
    await karim.says("/close")
    assert (await story.handoff()).state == "claimed", "he wrote nothing yet, and is asked"
    await karim.touches(talk_commands.BUTTON_HAND)
    assert (await story.handoff()).state == "escalated", "there is nobody else"
    ana.reads(RELEASED_NOBODY, name="Karim")


async def test_withdrawn_before_anybody_took_it(story: Story) -> None:
    ana, karim = await handed_over(story)
    alert = karim.last.inline[0].data
    await ana.says("/stop")
    assert karim.last.text == story.text(ALERT_OVER, "nl")
    await karim.forges(alert, karim.last)
    assert karim.toasts == [story.text(ALERT_OVER, "nl")]
    karim.sees_not("Ana")
    assert WITHDRAWN_EARLY.context


async def test_withdrawn_at_receipt_and_claimed_at_once(story: Story) -> None:
    """Her 'stop' is written down before its turn comes; a claim in between reads nothing."""
    ana, karim = await handed_over(story)
    story.wire.tap(karim.id, karim.last.message_id, karim.last.inline[0].data)
    await story.receives()  # his turn comes first
    ana.writes("stop")
    await story.settles()
    karim.sees_not("Ana", WISH)
    assert karim.toasts == [story.text(ALERT_OVER, "nl")]
    claimed = select(Audit.id).where(Audit.action == "handoff.claimed")
    assert await story.rows(claimed) == [], "and she never reads that somebody has read it"
    assert (await story.handoff()).state == "withdrawn"


async def test_the_same_person_as_before_comes_first(story: Story) -> None:
    lies = await story.volunteer("Lies")
    ana, karim = await handed_over(story)
    await karim.touches(BUTTON_CLAIM)
    await karim.says("dag")
    await karim.says("/close")
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    first = (await story.rows(select(Alert).order_by(Alert.handoff_id.desc(), Alert.message)))[0]
    assert first.volunteer_id == (await story.person(karim)).id
    assert lies.news


async def test_asking_again_while_one_is_open(story: Story) -> None:
    ana, _ = await handed_over(story)
    await ana.says("/human")
    assert "…" not in ana.one().text
    assert ana.one().inline == ()
    assert len(await story.rows(select(Handoff))) == 1


async def test_an_open_handoff_always_has_a_next_timer(story: Story) -> None:
    await handed_over(story)
    for _ in range(30):
        waiting = await story.rows(
            select(Timer).where(Timer.done_at.is_(None), Timer.handoff_id == 1)
        )
        assert waiting
        await story.passes(hours=5)


def test_yours_holds_the_text_and_the_name() -> None:
    assert "{shared}" in YOURS.source


@pytest.mark.parametrize(
    ("when", "way"),
    [
        ("before her yes", "by command"),
        ("while it waits", "by command"),
        ("while it waits", "by her words"),
    ],
)
@pytest.mark.parametrize("new", ["nl", "fr", "en"])
async def test_what_waits_follows_her_language(story: Story, when: str, way: str, new: str) -> None:
    """Whoever speaks the language that she changed from was rung, and nobody else ever."""
    old = "fr" if new == "nl" else "nl"
    await story.coordinator()
    karim = await story.volunteer("Karim", old)
    marie = await story.volunteer("Marie", new)
    ana = await story.resident("Ana", old)
    await ana.says("/human")
    karim.turns_the_page()
    if when == "while it waits":
        await ana.touches(BUTTON_YES)
        marie.hears_nothing()
    yes = story.text(BUTTON_YES, old)
    if way == "by command":
        await ana.says("/language")
        await ana.picks(f"language/ask/{new}")
    else:
        for words in CHATTER[new]:
            await ana.says(words)
    assert (await story.person(ana)).language == new
    if when == "before her yes":
        await ana.taps(yes)
    assert (await story.handoff()).language == new
    marie.sees(story.text(LANGUAGE_NAMES[new], new))
    await marie.touches(BUTTON_CLAIM)
    await marie.says("Marie")
    await ana.says("/language")
    ana.language = new
    await ana.picks(f"language/ask/{old}")
    held = await story.handoff()
    assert (held.language, held.claimed_by) == (new, (await story.person(marie)).id), "as begun"
