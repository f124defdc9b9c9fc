"""The question of the welcome comes back in fewer words, and never to who has not read it whole."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import invitations
from bot.consents import text_hash
from bot.i18n import Text
from bot.memories import A_MACHINE
from bot.safety.texts import TEXTS
from bot.store.tables import Consent, Resident

from .story import Phone, Story

LANGUAGES = ("nl", "fr", "en")
HER_DAY = {
    "nl": ("vandaag naar de markt geweest met de buurvrouw", "daarna hebben we soep gemaakt"),
    "fr": ("je suis allée au marché avec la voisine", "après on a fait de la soupe"),
    "en": ("today I went to the market with the neighbour", "then we made some soup together"),
}
IN_DANGER = {"nl": "ik wil dood", "fr": "je veux mourir", "en": "I want to kill myself"}
SAFE = {"nl": "Ik ben veilig", "fr": "Je suis en sécurité", "en": "I am safe"}
A_HEAVY_DAY = "safety/button/the_day"
DOUBT = {"nl": "tja tja", "fr": "bof bof", "en": "well well"}


def introduces(story: Story, language: str) -> str:
    """What nobody may say yes to who has not read it: who reads what she writes."""
    return story.said("welcome/consent", language).split("\n\n")[1]


def has_read(ana: Phone, story: Story, language: str) -> bool:
    return any(introduces(story, language) in one for one in ana.screen.ever)


async def tells_her_day(story: Story, ana: Phone, language: str) -> None:
    """Twice; each time the question comes back, and what she has read is not said again."""
    for words in HER_DAY[language]:
        story.mind.learns(words, "tell_positive_event", sure=0.97)
        assert has_read(ana, story, language)
        ana.turns_the_page()
        await ana.says(words)
        said = ana.one().text
        ana.hears("welcome/consent_again")
        assert introduces(story, language) not in said
        assert story.text(A_MACHINE, language, organisation="De Brug") not in said
        own = [story.label(f"welcome/consent/{one}", language) for one in ("yes", "no", "privacy")]
        assert ana.screen.keyboard == tuple(own)


async def says_yes(story: Story, ana: Phone, language: str) -> None:
    """The ledger holds what she read whole, and the few words that she answered."""
    await ana.picks("welcome/consent_again/yes")
    ana.hears("welcome/name")
    (consent,) = await story.rows(select(Consent))
    whole, short = (story.said(f"welcome/{one}", language) for one in ("consent", "consent_again"))
    assert consent.text_hash == text_hash(f"{whole}\n\n{short}")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_her_day_before_the_yes(story: Story, language: str) -> None:
    ana = story.stranger("Ana", language)
    await ana.says("/start")
    await ana.picks(f"welcome/language/{language}")
    await tells_her_day(story, ana, language)
    told = [one.told_machine_at for one in await story.rows(select(Resident))]
    assert told == [story.clock.now()]
    await says_yes(story, ana, language)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_by_a_posted_link(story: Story, language: str) -> None:
    async with story.store.write() as session:
        now = story.clock.now()
        token = await invitations.invite(session, "resident", [language], now, place="Ninove")
    ana = story.stranger("Ana", language)
    await ana.says(f"/start {token}")
    words = HER_DAY[language][1]
    story.mind.learns(words, "tell_positive_event", sure=0.97)
    await ana.says(words)  # before she chose a language: no question of hers stood yet
    ana.hears("welcome/consent")
    await tells_her_day(story, ana, language)
    await says_yes(story, ana, language)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_after_a_first_message_in_danger(story: Story, language: str) -> None:
    ana = story.stranger("Ana", language)
    await ana.says(IN_DANGER[language])
    await ana.says(SAFE[language])
    assert not has_read(ana, story, language)
    words = HER_DAY[language][1]
    story.mind.learns(words, "tell_positive_event", sure=0.97)
    await story.passes(days=4)  # until then no welcome comes between
    await ana.says(words)
    ana.hears("welcome/consent")
    await tells_her_day(story, ana, language)
    await says_yes(story, ana, language)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_after_a_doubt_about_danger(story: Story, language: str) -> None:
    """The question that stood is taken up in few words."""
    ana = story.stranger("Ana", language)
    await ana.says("/start")
    await ana.picks(f"welcome/language/{language}")
    story.mind.learns(DOUBT[language], "crisis_suicide", level="ask")
    await ana.says(DOUBT[language])
    ana.turns_the_page()
    await ana.touches(Text(A_HEAVY_DAY, TEXTS[A_HEAVY_DAY]))
    ana.hears("welcome/consent_again")
    assert not any(introduces(story, language) in one.text for one in ana.news)
    await says_yes(story, ana, language)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_never_reached_her_is_asked_in_full(story: Story, language: str) -> None:
    ana = story.stranger("Ana", language)
    await ana.says("/start")
    ana.writes(story.label(f"welcome/language/{language}", language))
    ana.screen.blocked = True
    await story.settles()
    await ana.comes_back()
    assert not has_read(ana, story, language)
    words = HER_DAY[language][1]
    story.mind.learns(words, "tell_positive_event", sure=0.97)
    for does in (words, "/help"):
        assert not has_read(ana, story, language) or does == "/help"
        await ana.says(does)
        ana.hears("welcome/consent" if does == words else "welcome/consent_again")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_in_a_new_language_it_is_asked_in_full(story: Story, language: str) -> None:
    other = {"nl": "fr", "fr": "en", "en": "nl"}[language]
    ana = story.stranger("Ana", language)
    await ana.says("/start")
    await ana.picks(f"welcome/language/{language}")
    await tells_her_day(story, ana, language)
    await ana.says("/language")
    ana.language = other
    await ana.picks(f"language/ask/{other}")
    if other != "en":
        await ana.picks("address/ask/formal")
    ana.hears("welcome/consent")
    assert has_read(ana, story, other)
    await tells_her_day(story, ana, other)
    await says_yes(story, ana, other)
