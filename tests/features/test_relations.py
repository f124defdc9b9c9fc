"""Her people: remembered with her yes, asked after, seen, corrected and erased; and after a death
never raised again, wherever she told of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from bot import consents, memories
from bot.store.tables import Consent, Fact

from .story import Phone, Story

CAME = {
    "nl": "mijn broer Jef is langs geweest",
    "fr": "mon frère Jo est passé",
    "en": "my brother Jeff came by",
}
HIS_NAME = {"nl": "uw broer Jef", "fr": "votre frère Jo", "en": "your brother Jeff"}
DIED = {
    "nl": "mijn broer is zondag gestorven",
    "fr": "mon frère est mort dimanche",
    "en": "my brother died on Sunday",
}
HE_DIED = {"nl": "hij is gestorven", "fr": "il est mort", "en": "he died"}
HUSH = {
    "nl": "zwijg over mijn broer",
    "fr": "ne parlez plus de mon frère",
    "en": "don't talk about my brother",
}
AGAIN = {
    "nl": "ge moogt weer over mijn broer spreken",
    "fr": "vous pouvez reparler de mon frère",
    "en": "you may talk about my brother again",
}
OTHER = {"nl": "en mijn zus ook", "fr": "et ma sœur aussi", "en": "and my sister too"}
ALL = {"nl": "onthoud niets meer", "fr": "ne retenez plus rien", "en": "remember nothing"}
FORGET = {"nl": "vergeet mijn broer", "fr": "oubliez mon frère", "en": "forget my brother"}
ANY_LANGUAGE = pytest.mark.parametrize(
    ("store", "language"),
    [("sqlite", "nl"), ("sqlite", "fr"), ("postgresql", "en")],
    indirect=["store"],
)
ONE_STORE = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


async def told(story: Story, language: str, yes: bool = True) -> Phone:
    """She told of her brother, and answered whether he may be remembered."""
    ana = await story.resident("Ana", language, hour="10:00")
    for words in (CAME[language], OTHER[language]):
        story.mind.learns(words, "tell_positive_event", sure=0.9)
    await ana.says(CAME[language])
    ana.sees(HIS_NAME[language])
    await ana.picks(f"keep_person/offer/{'yes' if yes else 'none'}")
    ana.turns_the_page()
    return ana


async def facts(story: Story) -> dict[str, str]:
    return {row.key: row.value for row in await story.rows(select(Fact))}


async def mourns(story: Story, ana: Phone) -> None:
    """The answer is that of a loss, whichever of its wordings."""
    assert story.label("loss/ask/leave", ana.language) in ana.screen.keyboard
    assert "?" not in ana.one().text
    assert "loss" in await facts(story)


async def answers_greetings(story: Story, ana: Phone, days: int) -> None:
    """A tap a day, on the first button."""
    for _ in range(days):
        await story.until_local("10:30")
        if ana.screen.keyboard:
            await ana.says(ana.screen.keyboard[0])


async def no_question_about_him(story: Story, ana: Phone, days: int = 33) -> None:
    """However long, and whatever she answers to a greeting, he is not raised."""
    said = len(ana.screen.ever)
    await answers_greetings(story, ana, days)
    later = "\n".join(ana.screen.ever[said:]).casefold()
    assert len(ana.screen.ever) > said
    for word in ("broer", "frère", "brother", "jef", "jeff"):
        assert word not in later


@ANY_LANGUAGE
async def test_asked_after_by_name_with_her_yes_only(story: Story, language: str) -> None:
    ana = await told(story, language)
    ledger = [c for c in await story.rows(select(Consent)) if c.purpose == memories.MEMORY]
    offer = story.said("keep_person/offer", language)
    assert [one.text_hash for one in ledger] == [consents.text_hash(offer)]
    before = len(ana.screen.ever)
    await answers_greetings(story, ana, 3)  # today, tomorrow, the day after
    assert HIS_NAME[language] not in "\n".join(ana.screen.ever[before:]), "not so soon"
    await story.until_local("10:30")
    ana.sees(HIS_NAME[language])
    ana.hears("ask_person/ask")
    await ana.picks("ask_person/ask/good")
    ana.hears("ask_person/good")
    before = len(ana.screen.ever)
    await answers_greetings(story, ana, 26)
    assert HIS_NAME[language] not in "\n".join(ana.screen.ever[before:]), "once a month at most"
    await answers_greetings(story, ana, 4)
    assert HIS_NAME[language] in "\n".join(ana.screen.ever[before:])


@ANY_LANGUAGE
async def test_without_a_yes_nothing_is_kept(story: Story, language: str) -> None:
    ana = await told(story, language, yes=False)
    assert not [key for key in await facts(story) if key.startswith("relation")]
    assert "Je" not in "".join((await facts(story)).values())
    await no_question_about_him(story, ana, days=20)


@ANY_LANGUAGE
async def test_seen_corrected_and_erased(story: Story, language: str) -> None:
    ana = await told(story, language)
    for command in ("/memory", "/mydata"):
        await ana.says(command)
        ana.sees(HIS_NAME[language])
    mine = {"nl": "mijn grote broer", "fr": "mon grand frère", "en": "my big brother"}[language]
    await ana.says("/memory")
    await ana.picks("memory/change/people")
    await ana.picks("memory/whom/change")
    await ana.says(mine)
    assert (await facts(story))["relation.brother"].endswith(mine)
    await ana.says(OTHER[language])
    await ana.picks("keep_person/offer/yes")
    await ana.says(FORGET[language])
    ana.hears("let_go/gone")
    assert "relation.brother" not in await facts(story)
    assert not await withdrawn(story), "somebody else is still kept by that yes"
    await ana.says(ALL[language])
    ana.hears("let_go/topic")
    assert not [key for key in await facts(story) if key.startswith("relation")]
    assert await withdrawn(story), "the yes goes with the last of what was kept"


async def withdrawn(story: Story) -> bool:
    rows = await story.rows(select(Consent).where(Consent.purpose == memories.MEMORY))
    return all(row.withdrawn_at for row in rows)


@ANY_LANGUAGE
async def test_he_died_and_is_never_raised(story: Story, language: str) -> None:
    ana = await told(story, language)
    story.mind.learns(DIED[language], "tell_loss", sure=0.9)
    await ana.says(DIED[language])
    await mourns(story, ana)
    kept = await facts(story)
    assert "relation.brother" not in kept
    assert "lost.brother" in kept
    await no_question_about_him(story, ana)


@ONE_STORE
async def test_told_as_an_answer_and_with_no_model(story: Story) -> None:
    ana = await told(story, "nl")
    await answers_greetings(story, ana, 3)
    await story.until_local("10:30")
    ana.hears("ask_person/ask")
    story.mind.down = True
    await ana.says(HE_DIED["nl"])
    await mourns(story, ana)
    story.mind.down = False
    await no_question_about_him(story, ana)


@ONE_STORE
async def test_told_to_a_volunteer_in_danger_or_by_mending_a_message(story: Story) -> None:
    """No dialogue hears these words, and yet nobody asks how he is."""
    karim = await story.volunteer("Karim")
    for way in ("talk", "danger", "edit"):
        ana = await told(story, "nl")
        if way == "talk":
            await story.talk(ana, karim)
            await ana.says(DIED["nl"])
            karim.sees(DIED["nl"])
            await karim.says("/close")
        elif way == "danger":
            await ana.says("mijn broer is gestorven en ik wil ook dood")
            ana.sees("112")
        else:
            mine = await ana.says("mijn broer is")
            await ana.edits(mine, DIED["nl"])
        person = await story.person(ana)
        rows = await story.rows(select(Fact).where(Fact.person_id == person.id))
        kept = {row.key for row in rows}
        assert "lost.brother" in kept, way
        assert "relation.brother" not in kept, way
        await ana.says("/forget")
        await ana.picks("forget/ask/yes")


@ONE_STORE
async def test_a_loss_is_heard_after_a_full_day_of_writing(story: Story) -> None:
    object.__setattr__(story.house, "policy", replace(story.house.policy, answers_a_day=2))
    ana = await story.resident("Ana", hour="10:00")
    for _ in range(3):
        await ana.says("pff")
    await ana.says(DIED["nl"])
    await mourns(story, ana)


@ANY_LANGUAGE
async def test_condolence_only_where_she_asks_for_it(story: Story, language: str) -> None:
    """The day that she asked to keep still comes; it names nobody and asks nothing."""
    ana = await told(story, language)
    keep = {"nl": "onthoud de datum", "fr": "retenez la date", "en": "remember the date"}
    await ana.says(keep[language])
    await ana.says({"nl": "11 oktober", "fr": "11 octobre", "en": "11 October"}[language])
    await ana.says(DIED[language])
    ana.turns_the_page()
    await story.until_local("10:30", days=6)
    days = [shown for shown in ana.news if "11" in shown.text]
    assert len(days) == 1, ana
    assert "?" not in days[0].text
    assert HIS_NAME[language] not in days[0].text


@ANY_LANGUAGE
async def test_hush_is_kept_shown_and_undone_by_plain_words(story: Story, language: str) -> None:
    ana = await told(story, language)
    await ana.says(HUSH[language])
    ana.hears("avoid/noted")
    short = HIS_NAME[language].rpartition(" ")[0]
    ana.sees(short)
    assert "relation.brother" not in await facts(story), "nothing is kept to raise"
    for command in ("/memory", "/mydata"):
        await ana.says(command)
        ana.sees(short)
    ledger = [c for c in await story.rows(select(Consent)) if c.purpose == memories.MEMORY]
    assert ledger[-1].text_hash != consents.text_hash(""), "she agreed to words that she read"
    await no_question_about_him(story, ana, days=20)
    await ana.says(AGAIN[language])
    ana.hears("raise/again")
    assert "avoid" not in await facts(story)
    await ana.says("/memory")
    assert short not in ana.one().text


@ONE_STORE
async def test_who_is_not_spoken_of_is_forgotten_by_itself(story: Story) -> None:
    """By the night's task, without a turn of hers."""
    ana = await told(story, "nl")
    await ana.says("/stop")
    story.clock.advance(121 * 86400)
    await story.app.sweep.once()
    assert "relation.brother" not in await facts(story)


@ONE_STORE
async def test_a_dying_brother_is_not_asked_after(story: Story) -> None:
    ana = await told(story, "nl")
    story.mind.learns("mijn broer ligt op sterven", "tell_health", sure=0.9)
    await ana.says("mijn broer ligt op sterven")
    await no_question_about_him(story, ana, days=25)
