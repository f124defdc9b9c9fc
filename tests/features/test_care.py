"""How people are treated, as told stories: loss, low days, not being understood, and numbers."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from sqlalchemy import select

from bot import conversations, danger, memories, people
from bot.channel import Say
from bot.daily import ENOUGH, RESTS
from bot.dialogue.forbidden import ADVICE, FORBIDDEN
from bot.handoff_texts import BUTTON_CLAIM, BUTTON_STOP, BUTTON_YES
from bot.house import Moment
from bot.questionnaires import read_all
from bot.store.tables import Consent
from bot.worry_texts import BUTTON_END

from .story import Phone, Story
from .test_hiding import BEATEN

DIRECT = read_all()[0][0]

TELLING = {
    "nl": ("geweld", "slaat", "gevaar", "veilig", "zwaar", "schreef", "dringend", "112", "1712"),
    "fr": ("violen", "frapp", "danger", "sécurité", "lourd", "avez écrit", "urgent", "112", "0800"),
    "en": ("violen", "hits", "danger", "safe", "heavy", "wrote", "urgent", "112", "1712"),
}
LOSSES = {
    "nl": ("mijn man is gestorven", "en nu moet ik uit mijn huis", "mijn hond is ook dood"),
    "fr": ("mon mari est décédé", "et je dois quitter ma maison", "mon chien est mort aussi"),
    "en": ("my husband died", "and now I have to leave my house", "my dog is dead as well"),
}


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_three_losses_and_the_days_after(story: Story, language: str) -> None:
    ana = await story.resident("Ana", language, hour="10:00")
    for said in LOSSES[language]:
        story.mind.learns(said, "tell_loss", sure=0.9)
        await ana.says(said)
        answer = ana.one().text
        assert "!" not in answer
        assert not re.search(ADVICE[language], answer, re.IGNORECASE), answer
        assert answer.count("?") <= 1
    ana.turns_the_page()
    await story.passes(days=5)
    assert len(ana.news) == 3, "every second day, once one had no answer"
    for greeting in ana.news:
        assert "?" not in greeting.text, "nothing is asked, nothing cheerful, nobody is asked after"
        assert "!" not in greeting.text


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_never_the_same_fallback_twice_running(story: Story, language: str) -> None:
    ana = await story.resident("Ana", language, hour="10:00")
    await story.until_local("10:30")
    said = []
    for words in (
        "qsdf",
        "?!?",
        "0475",
        "🙃🙃",
        "jkl mop",
        "{name}",
        "%s %n",
        "zzz",
        "a",
        "\\u0000",
    ):
        await ana.says(words)
        said.append(ana.one().text)
    assert all(one != following for one, following in pairwise(said))
    assert any(ref == "offer/ask" for ref in offered(story, said, language)), "a person is offered"


def offered(story: Story, said: list[str], language: str) -> list[str]:
    return [ref for ref in ("offer/ask", "unclear/ask") if story.said(ref, language) in said]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_nothing_forbidden_in_a_month_of_both_kinds_of_days(
    story: Story, language: str
) -> None:
    ana = await story.resident("Ana", language, hour="10:00")
    for day in range(30):
        await story.until_local("10:30")
        if ana.screen.keyboard and day % 3:
            await ana.says(ana.screen.keyboard[day % len(ana.screen.keyboard)])
    told = "\n".join(ana.screen.ever)
    assert len(ana.screen.ever) > 30
    assert not re.findall(FORBIDDEN[language], told, re.IGNORECASE)


async def test_a_number_of_a_person_is_two_steps_away_from_a_check_in(story: Story) -> None:
    ana = await story.resident("Ana", "nl", hour="10:00")
    await story.until_local("10:30")
    await ana.says("/human")
    ana.one()
    assert ana.last.inline or re.search(r"\d{3}", ana.last.text)


async def test_a_day_of_writing_ends_warmly_and_danger_goes_on(story: Story) -> None:
    """The cap is for small talk: wishes, commands and danger are answered as ever."""
    policy = replace(story.house.policy, answers_a_day=4)
    object.__setattr__(story.house, "policy", policy)
    ana = await story.resident("Ana", "nl", hour="10:00")
    story.mind.learns("en de kat ook", "smalltalk")
    for _ in range(4):
        await ana.says("en de kat ook")
        ana.one()
    await ana.says("en de kat ook")
    ana.reads(ENOUGH)
    await ana.says("en de kat ook")
    ana.hears_nothing()
    await ana.says("/mydata")
    ana.one()
    await ana.says("een mens")
    ana.hears("person/later")
    await story.passes(hours=2)
    await ana.says("en de kat ook")
    ana.reads(RESTS)
    await ana.says("ik wil dood")
    ana.sees("112")
    await story.passes(days=1)
    await ana.says("en de kat ook")
    assert story.text(RESTS, "nl")[:20] not in ana.last.text


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_after_thirty_days_it_says_again_that_it_is_a_machine(
    story: Story, language: str
) -> None:
    """Whatever she begins with: words, a command, a picture. Once."""
    word = {"nl": "machine", "fr": "machine", "en": "machine"}[language]
    ana = await story.resident("Ana", language, hour=None)
    for begins in (ana.says("pff"), ana.says("/hour"), ana.sends("photo")):
        await story.passes(days=31)
        await begins
        assert word in ana.one().text.partition("\n")[0]
        await ana.says("/hour")
        assert word not in ana.one().text


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_who_is_a_machine_is_said_first_and_whenever_asked(
    story: Story, language: str
) -> None:
    ana = story.stranger("Ana", language)
    await ana.says("/start")
    await ana.picks(f"welcome/language/{language}")
    ana.sees("machine")
    bea = await story.resident("Bea", language)
    asks = {"nl": "zijt gij een echte?", "fr": "vous êtes une vraie ?", "en": "are you real?"}
    story.mind.learns(asks[language], "ask_bot_identity", sure=0.9)
    await bea.says(asks[language])
    bea.sees("machine")


@pytest.mark.parametrize("asks", [False, True])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_after_violence_no_later_word_tells_of_it(
    story: Story, language: str, asks: bool
) -> None:
    """Somebody else may hold the telephone: whatever follows could be any word of ours, also what
    stands on a button; whether or not she asked for a person, and a coordinator looked."""
    sofie = await story.coordinator("Sofie", language)
    ana = await story.resident("Ana", language, hour="10:00")
    await ana.says(BEATEN[language])
    if asks:
        await ana.says("/human")
        await ana.touches(BUTTON_YES)
    ana.turns_the_page()
    before = len(story.wire.sent)
    await story.passes(hours=1)
    await sofie.touches(danger.BUTTON_OPEN)
    await sofie.touches(danger.BUTTONS["call"])
    await story.passes(days=4)
    assert ana.news
    sent = story.wire.sent[before:]
    later = [one for _, chat, one in sent if chat == ana.id and isinstance(one, Say)]
    labels = [label for one in later for label in one.keyboard or ()]
    labels += [button.label for one in later for button in one.inline]
    told = " ".join([*(one.text for one in later), *labels]).lower()
    assert labels
    for word in TELLING[language]:
        assert word not in told


async def test_a_questionnaire_is_off_then_asked_for_and_told_as_a_sum(story: Story) -> None:
    ana = await story.resident("Ana", "nl", hour="10:00")
    await story.passes(days=2)
    await answered_each_day(story, ana, 40)
    ana.sees_not(story.label("list_consent/ask/no", "nl"), "eenzaam")
    object.__setattr__(story.house, "questionnaires", True)
    await story.until_local("10:30")
    ana.hears("list_consent/ask")
    await ana.picks("list_consent/ask/yes")
    await story.until_local("10:30")
    ana.hears("how_often/ask")
    await ana.picks("how_often/ask/some")
    await answered_each_day(story, ana, 10)
    assert "\n".join(ana.screen.ever).count("eenzaam") == 1, "once a quarter"
    now = story.clock.now()
    async with story.store.write() as session:
        moment = Moment(session, story.house, now)
        quarter = f"{now.year}Q{(now.month + 2) // 3}"
        assert await memories.counted(moment, DIRECT, quarter) is None, "one person is no sum"
        for chat in range(9):
            person = await people.welcome(moment, 90000 + chat, "nl", people.RESIDENT)
            await memories.note_answer(moment, person, "often")
        found = await memories.counted(moment, DIRECT, quarter)
        assert found is not None
        assert found.shares["lonely"]["often"] == 90
    await ana.says("geen vragen meer")
    ana.hears("list_stop/say")
    async with story.store.read() as session:
        moment = Moment(session, story.house, now)
        assert await memories.counted(moment, DIRECT, quarter) is None, "her answer is erased"


async def answered_each_day(story: Story, ana: Phone, days: int) -> None:
    for _ in range(days):
        await story.until_local("10:30")
        if ana.screen.keyboard:
            await ana.says(ana.screen.keyboard[0])


async def test_taking_a_yes_back_takes_no_more_than_giving_it(story: Story) -> None:
    """Each consent of hers, and what she does for it: the yes, and the end of it."""
    karim = await story.volunteer("Karim")
    await story.coordinator()
    object.__setattr__(story.house, "questionnaires", True)
    ana = await story.resident("Ana", "nl", hour=None, consented=False)
    story.mind.learns("mijn broer Jef is hier", "tell_positive_event", sure=0.9)
    await ana.says("/start")
    await ana.picks("welcome/language/nl")
    await takes_back(story, ana, "checkins", ["welcome/consent/yes"], ["stop"])
    await ana.says("mijn broer Jef is hier")
    await takes_back(story, ana, "memory", ["keep_person/offer/yes"], ["onthoud niets meer"])
    await asks(story, ana, "learn")
    await takes_back(story, ana, "learn", ["learn/ask/yes"], ["stop met leren"])
    await asks(story, ana, "list_consent")
    yes = ["list_consent/ask/yes"]
    await takes_back(story, ana, "questionnaires", yes, ["geen vragen meer"])
    who = ["worry/who/coordinator", "worry/days/3d", "worry/words/good", "worry/confirm/yes"]
    ends = ["/mydata", story.text(BUTTON_END, "nl")]
    await takes_back(story, ana, "worry", ["/worry", *who], ends)
    yes, no = story.text(BUTTON_YES, "nl"), story.text(BUTTON_STOP, "nl")
    await takes_back(story, ana, "share", ["/human", yes], [no], karim)


async def asks(story: Story, ana: Phone, dialogue: str) -> None:
    async with story.store.write() as session:
        moment = Moment(session, story.house, story.clock.now())
        person = await people.by_chat(moment, ana.id)
        assert person is not None
        await conversations.begin(moment, person, dialogue)
    await story.settles()


async def takes_back(
    story: Story,
    ana: Phone,
    purpose: str,
    given: list[str],
    taken: list[str],
    karim: Phone | None = None,
) -> None:
    """Does what gives a consent and what takes it back, and counts."""
    query = select(Consent).where(Consent.purpose == purpose).order_by(Consent.id.desc())
    await does(ana, given)
    assert (await story.rows(query))[0].withdrawn_at is None, purpose
    if karim is not None:
        await karim.touches(BUTTON_CLAIM)
    await does(ana, taken)
    assert (await story.rows(query))[0].withdrawn_at is not None, purpose
    assert len(taken) <= len(given), purpose


async def does(ana: Phone, actions: list[str]) -> None:
    for action in actions:
        if re.fullmatch(r"\w+/\w+/\w+", action):
            await ana.picks(action)
        elif action in ana.screen.keyboard or any(action in m.labels for m in ana.screen.messages):
            await ana.taps(action)
        else:
            await ana.says(action)
