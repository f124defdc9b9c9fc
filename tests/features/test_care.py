"""How people are treated, as told stories: loss, low days, not being understood, and numbers."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from bot.dialogue.forbidden import ADVICE, FORBIDDEN

from .story import Story

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
    assert 4 <= len(ana.news) <= 5
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
