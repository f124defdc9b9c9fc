"""A worry contact: nobody is told unless she asked for it, then once, by the deadline, by day."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from bot.channel import Say
from bot.ladder import FIRST, LAST, Rung, Silence, deadline, next_rung
from bot.rhythm import Quiet
from bot.settings import Settings
from bot.store.tables import Consent, Person
from bot.store.worry_table import WorryContact
from bot.worry_texts import (
    ACCEPTED,
    BUTTON_ACCEPT,
    BUTTON_END,
    BUTTON_LEAVE,
    BUTTON_REFUSE,
    CLEAR,
    CONTACT_GONE,
    DECLINED,
    DEFAULT,
    ENDED,
    LAPSED,
    LEFT,
    LINK_OVER,
    OWN,
    OWN_LINK,
    RELATIVE_HELP,
    STOPPED_TOO,
    TOLD_HER,
)

from .story import BEGIN, Phone, Story
from .test_erasure import erased
from .test_turnover import goes

OWN_WORDS = "Lea, bel mij eens, de sleutel ligt bij Jos"


async def chooses(ana: Phone, who: str, days: str = "3d", words: str | None = None) -> None:
    await ana.says("/worry")
    await ana.picks(f"worry/who/{who}")
    if who == "relative":
        await ana.says("mijn zus Lea")
    await ana.picks(f"worry/days/{days}")
    if words is None:
        await ana.picks("worry/words/good")
    else:
        await ana.picks("worry/words/own")
        await ana.says(words)
    await ana.picks("worry/confirm/yes")


async def her_sister(story: Story, ana: Phone, language: str = "nl") -> Phone:
    """Chosen by Ana, invited by her link, and willing."""
    await chooses(ana, "relative", words=OWN_WORDS)
    lea = story.stranger("Lea", language)
    await lea.says(f"/start {link(ana)}")
    await lea.touches(BUTTON_ACCEPT)
    ana.turns_the_page()
    lea.turns_the_page()
    return lea


def link(ana: Phone) -> str:
    return ana.last.text.rpartition("start=")[2]


def told(story: Story, phone: Phone, text: str) -> list[datetime]:
    """When this very text reached a phone."""
    return [
        at
        for at, chat, out in story.wire.sent
        if chat == phone.id and isinstance(out, Say) and out.text == text
    ]


def own_text(story: Story) -> str:
    head = story.text(OWN, "nl", name="Ana", organisation="De Brug")
    return f"{head}\n\n{OWN_WORDS}"


def own_default(story: Story) -> str:
    return story.text(DEFAULT, "nl", name="Ana", organisation="De Brug")


async def contact(story: Story) -> WorryContact | None:
    rows = await story.rows(select(WorryContact))
    return rows[0] if rows else None


async def test_her_sister_is_told_exactly_once_and_hears_the_all_clear(story: Story) -> None:
    ana = await story.resident("Ana", hour=None)
    lea = await her_sister(story, ana)
    ana.sees_not("duration")
    begun = story.clock.now()
    await story.passes(days=2, hours=23, minutes=59)
    lea.hears_nothing()
    warned = [m for m in ana.screen.messages if "Dat moment komt dichtbij" in m.text]
    assert len(warned) == 2, "softly warned before, and no more than that"
    ana.turns_the_page()
    await story.passes(days=4)
    assert told(story, lea, own_text(story)) == [begun + timedelta(days=3)]
    ana.reads(TOLD_HER, contact="uw zus Lea")
    lea.turns_the_page()
    await ana.says("ik was bij mijn broer")
    await story.passes(minutes=5)
    assert lea.one().text == story.text(CLEAR, "nl", name="Ana")
    lea.turns_the_page()
    await story.passes(days=2)
    lea.hears_nothing()


async def test_after_weeks_whoever_was_told_still_hears_of_her(story: Story) -> None:
    """Retention took the row that says who was told, and with it the all clear."""
    ana = await story.resident("Ana", hour=None)
    await story.coordinator("Sofie")
    lies = await story.volunteer("Lies")
    await story.talk(ana, lies)
    await lies.says("/close")
    await chooses(ana, "volunteer")
    await story.passes(days=4)
    assert len(told(story, lies, own_default(story))) == 1
    lies.turns_the_page()
    await story.passes(days=36)
    await ana.says("ik lag in het ziekenhuis")
    await story.passes(minutes=5)
    assert lies.one().text == story.text(CLEAR, "nl", name="Ana")


@pytest.mark.parametrize("way", ["she ends it", "she forgets", "he leaves", "he is erased"])
async def test_the_word_stays_on_no_phone_that_has_no_need_of_it(story: Story, way: str) -> None:
    ana, karim = await story.resident("Ana", hour=None), await story.volunteer("Karim")
    await story.volunteer("Lies")
    await story.talk(ana, karim)
    await karim.says("/close")
    await chooses(ana, "volunteer", words=OWN_WORDS)
    await story.passes(days=3, hours=1)
    karim.sees(OWN_WORDS)
    if way == "she ends it":
        await ana.says("/worry")
        await ana.picks("worry/show/stop")
    elif way == "she forgets":
        await ana.says("/forget")
        await ana.picks("forget/ask/yes")
    elif way == "he leaves":
        await goes(story, karim)
    else:
        await erased(story, karim, last_word=False)
    karim.sees_not(OWN_WORDS)


async def test_the_consent_is_one_to_the_exact_text_and_is_shown(story: Story) -> None:
    from bot.consents import text_hash

    ana = await story.resident("Ana", hour=None)
    await story.coordinator("Sofie")
    await chooses(ana, "coordinator")
    text = story.text(DEFAULT, "nl", name="Ana", organisation="De Brug")
    shown = [m.text for m in ana.screen.messages if text in m.text]
    assert len(shown) == 2, "when it is chosen, and when she says yes"
    (given,) = await story.rows(select(Consent).where(Consent.purpose == "worry"))
    assert given.text_hash == text_hash(text)
    await ana.says("/mydata")
    ana.sees(text, "3 dagen", "iemand van De Brug")
    await ana.touches(BUTTON_END)
    ana.reads(STOPPED_TOO)
    assert await contact(story) is None
    (given,) = await story.rows(select(Consent).where(Consent.purpose == "worry"))
    assert given.withdrawn_at is not None


async def test_nobody_is_told_of_who_did_not_ask(story: Story) -> None:
    ana = await story.resident("Ana", hour=None)
    sofie = await story.coordinator("Sofie")
    await story.passes(days=30)
    sofie.hears_nothing()
    await sofie.says("/today")
    sofie.sees("een week of langer zwijgen: 1", "blokkeerden de bot: 0")
    sofie.sees_not("Ana")
    await ana.blocks()
    await sofie.says("/today")
    sofie.sees("een week of langer zwijgen: 1", "blokkeerden de bot: 1")
    assert await contact(story) is None


@pytest.mark.parametrize("way", ["stop", "forget", "end", "words", "button"])
async def test_a_second_before_the_deadline_it_is_taken_back(story: Story, way: str) -> None:
    ana = await story.resident("Ana", hour=None)
    lea = await her_sister(story, ana)
    await story.passes(days=2, hours=23, minutes=59, seconds=59)
    if way == "forget":
        await ana.says("/forget")
        await ana.picks("forget/ask/yes")
    elif way == "end":
        await ana.says("/worry")
        await ana.picks("worry/show/stop")
    elif way == "button":
        await ana.picks("worry_quiet/hello/stop")
    else:
        await ana.says("/stop" if way == "stop" else "arrêtez")
    await story.passes(days=40)
    assert told(story, lea, own_text(story)) == []
    assert [m.text for m in lea.news] == [story.text(ENDED, "nl")], "and no false trust is left"
    assert not any("Ana" in m.text for m in lea.news)
    assert await contact(story) is None


async def test_it_is_taken_back_when_her_sister_knows_already(story: Story) -> None:
    ana = await story.resident("Ana", hour=None)
    lea = await her_sister(story, ana)
    await story.passes(days=3)
    lea.turns_the_page()
    await ana.says("/stop")
    await story.passes(minutes=5)
    assert lea.one().text == story.text(ENDED, "nl")


async def test_a_restart_tells_once_and_an_outage_warns_first(
    story: Story, settings: Settings
) -> None:
    ana = await story.resident("Ana", hour=None)
    lea = await her_sister(story, ana)
    text = own_text(story)
    await story.sleeps(days=5, hours=1)  # off over warnings and deadline alike
    assert told(story, lea, text) == [], "she is warned before anybody is told"
    ana.hears("worry_quiet/hello")
    again = Story(story.store, settings, story.house, story.clock)
    again.wire.screens, again.wire.sent = story.wire.screens, story.wire.sent
    back_at = story.clock.now()
    await again.passes(hours=4)
    assert told(story, lea, text) == [back_at + LAST]
    await again.sleeps(days=3)
    await again.passes(days=3)
    assert len(told(story, lea, text)) == 1


async def test_after_an_outage_at_the_deadline_her_own_words_come_in_first(story: Story) -> None:
    ana = await story.resident("Ana", hour=None)
    lea = await her_sister(story, ana)
    await story.passes(days=2, hours=22)
    await story.sleeps(hours=3)
    lea.hears_nothing()
    await ana.says("ik was er wel, het toestel stond uit")
    await story.passes(hours=20)
    lea.hears_nothing()


@pytest.mark.parametrize("command", ["/pause", "/pause open"])
async def test_the_days_of_a_pause_do_not_count(story: Story, command: str) -> None:
    ana = await story.resident("Ana", hour=None)
    lea = await her_sister(story, ana)
    await ana.says("/pause")
    await ana.picks("pause/ask/open" if command.endswith("open") else "pause/ask/7d")
    ana.sees("uw zus Lea")
    await story.passes(days=9)
    lea.hears_nothing()
    if command.endswith("open"):
        await ana.says("/resume")
        await story.passes(days=2)
        lea.hears_nothing()
    await story.passes(days=3)
    assert len(told(story, lea, own_text(story))) == 1


async def test_never_at_night_neither_the_word_nor_the_all_clear(story: Story) -> None:
    ana = await story.resident("Ana", hour=None)
    await story.until_local("23:00")
    lea = await her_sister(story, ana)
    await story.passes(days=3, hours=8, minutes=59)
    lea.hears_nothing()
    await story.passes(minutes=2)
    (at,) = told(story, lea, own_text(story))
    assert story.local(at).time() == time(8, 0)
    lea.turns_the_page()
    await story.until_local("22:15")
    await ana.says("ik ben er weer")
    lea.hears_nothing()
    await story.until_local("08:00")
    assert lea.one().text == story.text(CLEAR, "nl", name="Ana")


async def test_her_volunteer_and_who_cannot_be_reached(story: Story) -> None:
    ana = await story.resident("Ana", hour=None)
    karim, sofie = await story.volunteer("Karim"), await story.coordinator("Sofie")
    await chooses_volunteer_in_vain(ana)
    await story.talk(ana, karim)
    await karim.says("/close")
    await chooses(ana, "volunteer")
    text = story.text(DEFAULT, "nl", name="Ana", organisation="De Brug")
    await karim.blocks()
    await story.passes(days=3)
    assert len(told(story, sofie, text)) == 1
    await ana.says("dag")
    await story.passes(minutes=5)
    assert len(told(story, sofie, story.text(CLEAR, "nl", name="Ana"))) == 1
    await karim.comes_back()
    karim.screen.blocked = True  # nobody knows yet: the word itself finds out
    await story.passes(days=3, hours=2)
    assert len(told(story, sofie, text)) == 2
    assert told(story, karim, text) == []


async def chooses_volunteer_in_vain(ana: Phone) -> None:
    await ana.says("/worry")
    await ana.picks("worry/who/volunteer")
    ana.hears("worry/no_volunteer")
    await ana.picks("worry/no_volunteer/none")


async def test_without_anybody_it_waits_and_is_not_lost(story: Story) -> None:
    ana = await story.resident("Ana", hour=None)
    sofie = await story.coordinator("Sofie")
    await chooses(ana, "coordinator")
    await sofie.blocks()
    ana.turns_the_page()
    await story.passes(days=4)
    assert not [m for m in ana.news if "heb ik nu" in m.text], "nothing untrue is said"
    await sofie.comes_back()
    await sofie.says("/open")
    await story.passes(hours=30)
    text = story.text(DEFAULT, "nl", name="Ana", organisation="De Brug")
    assert len(told(story, sofie, text)) == 1


async def test_she_blocked_the_bot_so_nobody_is_told(story: Story) -> None:
    ana = await story.resident("Ana", hour=None)
    lea = await her_sister(story, ana)
    await ana.blocks()
    await story.passes(days=10)
    lea.hears_nothing()


async def test_every_half_year_it_is_asked_again(story: Story) -> None:
    ana = await story.resident("Ana", hour=None)
    await story.coordinator("Sofie")
    await chooses(ana, "coordinator", "14d")
    await weeks_pass(story, ana, 26)
    ana.hears("worry_again/ask")
    await ana.picks("worry_again/ask/yes")
    await weeks_pass(story, ana, 25)
    assert await contact(story) is not None
    await weeks_pass(story, ana, 5)
    ana.reads(LAPSED)
    assert await contact(story) is None


async def weeks_pass(story: Story, ana: Phone, weeks: int) -> None:
    for _ in range(weeks):
        await ana.says("dag")
        await story.sleeps(days=7)


async def test_a_link_is_for_one_other_person_and_ends(story: Story) -> None:
    ana = await story.resident("Ana", hour=None)
    await chooses(ana, "relative")
    token = link(ana)
    await ana.says(f"/start {token}")
    ana.reads(OWN_LINK)
    lea, mo = story.stranger("Lea"), story.stranger("Mo", "fr")
    for phone in (lea, mo):
        await phone.says(f"/start {token}")
    await lea.touches(BUTTON_ACCEPT)
    ana.reads(ACCEPTED, contact="Uw zus Lea")
    await mo.touches(BUTTON_ACCEPT)
    await story.passes(days=3)
    assert len(told(story, lea, story.text(DEFAULT, "nl", name="Ana", organisation="De Brug"))) == 1
    mo.sees_not("De Brug om dit")
    await lea.says("wat moet ik doen?")
    lea.reads(RELATIVE_HELP)
    await mo.says(f"/start {token}")
    assert "Ana" not in mo.last.text


async def test_her_sister_says_no_leaves_or_never_looks(story: Story) -> None:
    ana = await story.resident("Ana", hour=None)
    await chooses(ana, "relative")
    lea = story.stranger("Lea")
    await lea.says(f"/start {link(ana)}")
    await lea.touches(BUTTON_REFUSE)
    ana.reads(DECLINED, contact="Uw zus Lea")
    assert await story.rows(select(Person).where(Person.chat_id == lea.id)) == []
    lea = await her_sister(story, ana)
    await lea.touches(BUTTON_LEAVE)
    assert story.text(LEFT, "nl") in lea.last.text or story.text(LEFT, "nl") in str(lea)
    ana.reads(CONTACT_GONE, contact="uw zus Lea")
    lea = await her_sister(story, ana)
    await lea.says("/stop")
    ana.reads(CONTACT_GONE, contact="uw zus Lea")
    assert await story.rows(select(Person).where(Person.role == "relative")) == []
    await chooses(ana, "relative")
    await story.passes(days=15)
    ana.reads(LINK_OVER, contact="uw zus Lea")
    assert await contact(story) is None


async def test_her_sister_in_danger_gets_numbers_and_nobody_else_may_tap(story: Story) -> None:
    ana, bea = await story.resident("Ana", hour=None), await story.resident("Bea")
    lea = await her_sister(story, ana)
    await lea.says("ik wil dood")
    lea.sees("1813")
    number = (await story.person(ana)).id
    for data in (f"worry:leave:{number}", "worry:yes:x", "worry:no:", "worry:end", "worry:leave:²"):
        await bea.forges(data)
    row = await contact(story)
    assert row is not None
    assert row.contact_id == (await story.person(lea)).id


async def test_what_she_was_choosing_is_let_go(story: Story) -> None:
    ana = await story.resident("Ana", hour=None)
    await ana.says("/worry")
    await ana.picks("worry/who/relative")
    await ana.says("mijn zus Lea")
    await ana.says("/mydata")
    ana.sees("uw zus Lea")
    await story.passes(days=2)
    await ana.says("/mydata")
    assert "Lea" not in ana.last.text
    count = await story.rows(select(func.count()).select_from(WorryContact))
    assert count == [0]


# --- the ladder alone ----------------------------------------------------------------------------

INSTANTS = st.integers(0, 365 * 24 * 60).map(lambda minutes: BEGIN + timedelta(minutes=minutes))
QUIETS = st.sampled_from([Quiet(), Quiet(time(22), time(7)), Quiet(time(1), time(4))])


@given(seen=INSTANTS, days=st.integers(2, 30), quiet=QUIETS)
def test_climbed_on_time_it_ends_at_the_deadline(seen: datetime, days: int, quiet: Quiet) -> None:
    from zoneinfo import ZoneInfo

    zone = ZoneInfo("Europe/Brussels")
    end = deadline(Silence(seen, days), quiet, zone)
    assert timedelta() <= end - (seen + timedelta(days=days)) <= timedelta(hours=11, minutes=30)
    now, warned, rungs = seen, None, []
    for _ in range(3):
        rung, at = next_rung(Silence(seen, days, warned_at=warned), quiet, zone)
        assert at >= now
        assert quiet.after(at, zone) == at, "never at night"
        rungs.append((rung, at))
        now = warned = at
    assert [rung for rung, _ in rungs] == [Rung.WARN, Rung.WARN, Rung.TELL]
    assert rungs[2][1] == end
    assert end - rungs[1][1] >= LAST
    assert end - rungs[0][1] >= FIRST - timedelta(hours=1)  # a clock change may lie between


@given(seen=INSTANTS, days=st.integers(2, 30), late=st.integers(0, 400))
def test_late_or_not_nobody_is_told_unwarned(seen: datetime, days: int, late: int) -> None:
    from zoneinfo import ZoneInfo

    zone = ZoneInfo("Europe/Brussels")
    on = Quiet().after(seen + timedelta(days=days, hours=late), zone)
    rung, at = next_rung(Silence(seen, days), Quiet(), zone)
    assert rung is Rung.WARN
    rung, at = next_rung(Silence(seen, days, warned_at=on), Quiet(), zone)
    assert rung is Rung.TELL
    assert at >= on + LAST
