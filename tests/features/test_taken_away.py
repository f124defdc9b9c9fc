"""What takes messages away is done at once where it is plain, and asked about once where not."""

from __future__ import annotations

import pytest

from bot import consents, people
from bot.house import Moment

from .story import Phone, Story

LANGUAGES = ["nl", "fr", "en"]
# What the model takes for a stop, and how sure it is.
UNPLAIN = {
    "nl": ("daar moogt ge niet mee stoppen zulle", 0.95),
    "fr": ("il ne faut surtout pas arrêter", 0.94),
    "en": ("I would rather carry on as we do", 0.9),
}
WANTED = {
    "nl": "verkeerd verstaan, ik wil wel berichten",
    "fr": "non je veux bien les messages",
    "en": "no, I do want the messages",
}
PLAIN = {
    "nl": ("stop", "geen berichten meer aub", "laat mij gerust"),
    "fr": ("arrêtez", "plus de messages svp", "laissez-moi tranquille"),
    "en": ("stop", "no more messages please", "leave me alone"),
}


async def is_greeted(story: Story, ana: Phone) -> bool:
    person = await story.person(ana)
    async with story.store.read() as session:
        moment = Moment(session, story.house, story.clock.now())
        yes = await consents.standing(moment.session, person.id, consents.CHECKINS)
    return yes is not None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_unplain_stop_is_asked_about_once(story: Story, language: str) -> None:
    ana = await story.resident("Ana", language, hour="10:00")
    words, sure = UNPLAIN[language]
    story.mind.learns(words, "stop_contact", sure=sure)
    await ana.says(words)
    ana.hears("maybe_stop/ask")
    assert len(ana.screen.keyboard) == 2
    assert await is_greeted(story, ana)
    await ana.picks("maybe_stop/ask/no")
    ana.hears("maybe_stop/stays")
    assert await is_greeted(story, ana)
    await ana.says(words)
    await ana.picks("maybe_stop/ask/yes")
    ana.hears("stop/say")
    assert not await is_greeted(story, ana)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_unsure_stop_changes_nothing_without_an_answer(
    story: Story, language: str
) -> None:
    ana = await story.resident("Ana", language, hour="10:00")
    story.mind.learns("mmm ja zo", "stop_contact", sure=0.5)
    await ana.says("mmm ja zo")
    ana.hears("maybe_stop/ask")
    await story.until_local("09:30")
    ana.turns_the_page()
    await story.until_local("10:30")
    assert ana.news, "the greeting comes as ever"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_one_word_is_enough_with_the_model_down(story: Story, language: str) -> None:
    story.mind.down = True
    for words in PLAIN[language]:
        ana = await story.resident("Ana", language, hour="10:00")
        await ana.says(words)
        ana.hears("stop/say")
        assert not await is_greeted(story, ana)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_after_a_stop_that_was_none_she_is_asked_to_begin_again(
    story: Story, language: str
) -> None:
    ana = await story.resident("Ana", language, hour="10:00")
    await ana.says("/stop")
    story.mind.learns(WANTED[language], "ask_clarify", sure=0.97)
    await ana.says(WANTED[language])
    ana.hears("resume/ask")
    await ana.picks("resume/ask/yes")
    ana.hears("resume/hour")
    assert await is_greeted(story, ana)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("how", ["/stop", "/pause"])
async def test_nobody_who_gets_no_greeting_is_told_that_one_comes(
    story: Story, language: str, how: str
) -> None:
    ana = await story.resident("Ana", language, hour="10:00")
    await ana.says(how)
    if how == "/pause":
        await ana.picks("pause/ask/open")
    story.mind.learns("?? hoe bedoelt u", "ask_clarify", sure=0.97)
    await ana.says("?? hoe bedoelt u")
    ana.hears("clarify/quiet")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_begins_again_without_an_hour_is_asked_for_one(
    story: Story, language: str
) -> None:
    ana = await story.resident("Ana", language, hour=None, consented=False)
    await ana.says("/resume")
    await ana.picks("resume/ask/yes")
    ana.hears("resume/when")
    await ana.picks("resume/when/14:00")
    ana.hears("resume/timed_hour")
    ana.turns_the_page()
    await story.until_local("14:05")
    assert ana.news


GOODBYE = {
    "nl": "tot donderdag he Karim, bel eerst eens aan de zijdeur",
    "fr": "à jeudi Karim, sonnez d'abord à la porte de côté",
    "en": "until Thursday then Karim, ring at the side door first",
}


KNOWN = {
    "nl": "wie heeft mijn nummer doorgegeven",
    "fr": "vous vendez quelque chose",
    "en": "who gave you my number",
}


async def pauses_until(story: Story, ana: Phone) -> object:
    person = await story.person(ana)
    async with story.store.read() as session:
        row = await people.resident(Moment(session, story.house, story.clock.now()), person)
        return row.paused_until


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_goodbye_is_no_pause(story: Story, language: str) -> None:
    """Soon after a talk it is a goodbye; later it is asked once, and nothing changes by itself."""
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour="10:00")
    story.mind.learns(GOODBYE[language], "pause_contact", sure=0.95)
    await story.talk(ana, karim)
    await karim.says("/close")
    await story.passes(minutes=5)
    await ana.says(GOODBYE[language])
    assert await pauses_until(story, ana) is None
    assert not ana.screen.keyboard, "nothing is asked"
    await story.passes(hours=5)
    await ana.says(GOODBYE[language])
    ana.hears("maybe_pause/dated")
    assert len(ana.screen.keyboard) == 2
    assert await pauses_until(story, ana) is None
    await story.passes(hours=2)
    assert await pauses_until(story, ana) is None
    await ana.says(GOODBYE[language])
    await ana.picks("maybe_pause/dated/yes")
    assert await pauses_until(story, ana) is not None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_far_end_is_asked_back_with_its_year(story: Story, language: str) -> None:
    ana = await story.resident("Ana", language, hour="10:00")
    words = {"nl": "1 oktober", "fr": "1 octobre", "en": "1 October"}[language]
    await ana.says("/pause")
    await ana.says(words)
    ana.hears("pause/sure")
    ana.sees("2027")
    assert await pauses_until(story, ana) is None
    await ana.picks("pause/sure/yes")
    ana.sees("2027")
    assert await pauses_until(story, ana) is not None


async def test_an_end_that_came_while_it_was_asked_is_no_pause_for_ever(story: Story) -> None:
    ana = await story.resident("Ana", "nl", hour="10:00")
    story.mind.learns("tot 12u he Karim", "pause_contact", sure=0.5)
    await story.until_local("11:30")
    await ana.says("tot 12u he Karim")
    ana.hears("maybe_pause/dated")
    await story.until_local("12:10")
    await ana.picks("maybe_pause/dated/yes")
    assert await pauses_until(story, ana) is None


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "onthoud 1 december"),
        ("fr", "retenez le 1er décembre"),
        ("en", "remember 1 December"),
    ],
)
async def test_a_day_to_remember_is_no_pause(story: Story, language: str, words: str) -> None:
    ana = await story.resident("Ana", language, hour="10:00")
    story.mind.learns(words, "pause_contact", sure=0.43)
    await ana.says(words)
    ana.hears("anniversary/done")
    assert await pauses_until(story, ana) is None


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "alleen op zaterdag"), ("fr", "seulement le samedi"), ("en", "only on Saturday")],
)
@pytest.mark.parametrize("how", ["/stop", "/pause"])
async def test_days_of_who_gets_no_greeting_are_kept_and_asked_about(
    story: Story, language: str, words: str, how: str
) -> None:
    ana = await story.resident("Ana", language, hour="10:00")
    await ana.says(how)
    if how == "/pause":
        await ana.picks("pause/ask/open")
    story.mind.learns(words, "change_schedule", sure=0.95)
    await ana.says(words)
    ana.hears("hour/silent")
    ana.turns_the_page()
    await story.until_local("10:30", days=7)
    ana.hears_nothing()
    await ana.says(words)
    await ana.picks("hour/silent/yes")
    ana.hears("hour/timed")
    assert await is_greeted(story, ana)
    ana.turns_the_page()
    await story.until_local("10:30", days=7)
    assert ana.news


TOLD = [
    ("nl", "onthoud dat noor 15 januari jarig is", "anniversary/done"),
    ("fr", "retenez que Noor a son anniversaire le 15 janvier", "anniversary/done"),
    ("en", "remember that Noor has her birthday on 15 January", "anniversary/done"),
    ("nl", "15 januari is de verjaardag van mijn dochter", "good_news"),
    ("fr", "le 15 janvier c'est l'anniversaire de ma fille", "good_news"),
    ("en", "15 January is my daughter's birthday", "good_news"),
    ("nl", "dees weekend is noor bij haar papa dus rustig hier... te rustig", "lonely"),
    ("fr", "ce week-end Noor est chez son papa, c'est trop calme ici", "lonely"),
    ("en", "this weekend Noor is with her dad so quiet here, too quiet", "lonely"),
]


@pytest.mark.parametrize(("language", "words", "heard"), TOLD)
async def test_a_birthday_and_somebody_elses_absence_are_no_pause(
    story: Story, language: str, words: str, heard: str
) -> None:
    ana = await story.resident("Ana", language, hour="10:00")
    story.mind.learns(words, "pause_contact", "feel_lonely", sure=0.93)
    await ana.says(words)
    pause, leave = (
        story.label(ref, language) for ref in ("maybe_pause/ask/yes", "lonely/ask/leave")
    )
    assert pause not in ana.screen.keyboard
    assert (leave in ana.screen.keyboard) == (heard == "lonely")
    if heard.startswith("anniversary"):
        ana.hears(heard)
    await story.until_local("09:30")
    ana.turns_the_page()
    await story.until_local("10:30")
    assert ana.news, "the greeting comes as ever"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_pause_that_was_asked_about_comes_back_once(story: Story, language: str) -> None:
    """Behind one wish in between it is asked again, behind the next it is let go."""
    words, wish = GOODBYE[language], KNOWN[language]
    ana = await story.resident("Ana", language, hour="10:00")
    story.mind.learns(words, "pause_contact", sure=0.95)
    await ana.says(words)
    asked = ana.screen.keyboard
    await ana.says(wish)
    assert ana.screen.keyboard == asked
    await ana.says(wish)
    assert ana.screen.keyboard != asked
    await ana.says(wish)
    assert ana.screen.keyboard != asked
    assert await pauses_until(story, ana) is None


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "ah pardon ja"), ("fr", "ah pardon oui"), ("en", "oh sorry yes")]
)
async def test_a_yes_after_a_no_is_asked_about(story: Story, language: str, words: str) -> None:
    """The same day, without the model; the day after, a bare yes is a yes to nothing."""
    story.mind.down = True
    ana = await story.resident("Ana", language, hour="10:00")
    await ana.says("stop" if language != "fr" else "arrêtez")
    await ana.says(words)
    ana.hears("resume/ask")
    await ana.picks("resume/ask/no")
    await story.until_local("09:00")
    await ana.says(words)
    ana.hears("yes/say")
