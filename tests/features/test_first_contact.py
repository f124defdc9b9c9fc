"""Somebody writes for the first time."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.handoff_texts import BUTTON_CLAIM, BUTTON_YES
from bot.i18n import Text
from bot.invitations import REFUSED
from bot.memories import A_MACHINE
from bot.safety.texts import TEXTS
from bot.store.tables import Concern, Consent, Person, Resident, Review

from .story import Phone, Story


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_from_first_word_to_the_first_greeting(story: Story, language: str) -> None:
    ana = story.stranger("Ana", language)
    await ana.says("/start")
    ana.hears("welcome/language")
    await ana.picks(f"welcome/language/{language}")
    ana.sees("De Brug")
    await ana.picks("welcome/consent/yes")
    await ana.says("Ana")
    if language != "en":
        await ana.picks("welcome/address/formal")
    await ana.picks("welcome/hour/09:00")
    await ana.picks("welcome/days/mo,tu,we,th,fr,sa,su")
    assert ana.one().text
    assert ana.screen.keyboard == ()
    ana.turns_the_page()
    await story.until_local("08:59")
    ana.hears_nothing()
    await story.until_local("09:15")
    assert "Ana" in ana.one().text
    assert len(ana.screen.keyboard) == 4


@pytest.mark.parametrize("word", ["ok", "Monique", "👍", "مرحبا أنا لا أفهم"])
async def test_any_first_word_is_answered_with_the_welcome(story: Story, word: str) -> None:
    ana = story.stranger("Ana", "fr")
    await ana.says(word)
    ana.hears("welcome/language")
    assert ana.screen.keyboard == ("Nederlands", "Français", "English")
    ana.one()


async def test_a_stranger_who_only_wants_a_person_gets_the_offer(story: Story) -> None:
    await story.volunteer()
    ana = story.stranger("Ana", "nl")
    await ana.says("/human")
    assert len(ana.one().inline) == 2
    ana.reads(A_MACHINE, organisation="De Brug")
    story.mind.learns("ik denk erover na", "smalltalk", sure=0.9)
    await ana.says("ik denk erover na")
    ana.hears("welcome/consent")


async def test_who_declines_is_never_written_to_first(story: Story) -> None:
    ana = story.stranger("Ana", "nl")
    await ana.says("/start")
    await ana.picks("welcome/language/nl")
    await ana.picks("welcome/consent/no")
    ana.hears("welcome/declined")
    assert ana.screen.keyboard == ()
    ana.turns_the_page()
    await story.passes(days=10)
    ana.hears_nothing()
    story.mind.learns("hallo daar", "greet")
    await ana.says("hallo daar")
    ana.one()
    ana.sees("Dag.")


async def test_a_welcome_left_lying_is_taken_up_again(story: Story) -> None:
    ana = story.stranger("Ana", "nl")
    await ana.says("/start")
    await story.passes(days=5)
    ana.turns_the_page()
    await ana.says("Ana")
    ana.hears("welcome/language")


async def test_a_poster_lets_many_in_and_says_where_from(story: Story) -> None:
    async with story.store.write() as session:
        from bot import invitations

        token = await invitations.invite(
            session, "resident", ["fr"], story.clock.now(), place="Ninove"
        )
    for name in ("Ana", "Bea"):
        phone = story.stranger(name, "en")
        await phone.says(f"/start {token}")
        phone.hears("welcome/language")
    people = await story.rows(select(Person))
    assert [p.language for p in people] == ["fr", "fr"]
    assert [r.place for r in await story.rows(select(Resident))] == ["Ninove", "Ninove"]


async def test_a_worn_out_or_invented_invitation_gives_no_role(story: Story) -> None:
    token = await story.invites("volunteer", ["nl"], "Karim")
    karim, lies = story.stranger("Karim"), story.stranger("Lies")
    await karim.says(f"/start {token}")
    karim.sees("Karim", "De Brug")
    for attempt in (token, "x" * 27, "'; drop table people; --"):
        await lies.says(f"/start {attempt}")
        lies.reads(REFUSED, organisation="De Brug")
    old = await story.invites("coordinator", ["nl"], "Sofie")
    await story.sleeps(days=8)
    await lies.says(f"/start {old}")
    lies.reads(REFUSED, organisation="De Brug")
    assert (await story.person(lies)).role == "resident"
    assert (await story.person(karim)).role == "volunteer"


async def test_a_resident_with_a_dead_link_just_goes_on(story: Story) -> None:
    ana = await story.resident()
    await ana.says("/start gone")
    ana.hears("welcome/again")


OTHER = {"nl": "fr", "fr": "nl", "en": "nl"}  # the language of her telephone
WHO = {
    "nl": "goeiendag wie zijt gij",
    "fr": "bonjour je ne sais pas trop comment ça marche",
    "en": "hello there, what is this?",
}
ALONE = {
    "nl": "ik ben maria en ik woon alleen",
    "fr": "je m'appelle Jeanne et je suis toute seule ici",
    "en": "I am Doreen and I live on my own",
}
NO_MORE = {
    "nl": "ik wil geen berichten van u",
    "fr": "je ne veux plus de messages",
    "en": "please do not write to me any more",
}
IN_DANGER = {
    "nl": "ik wil niet meer leven",
    "fr": "je veux mourir",
    "en": "I want to kill myself",
}
HEARD = "safety/suicide/heard"
A_PERSON = {
    "nl": "kan ik met een mens praten?",
    "fr": "je voudrais parler à quelqu'un",
    "en": "can I talk to a person please",
}


async def opens(story: Story, language: str, starts: bool) -> Phone:
    """Somebody whose telephone is in another language; she has pressed 'start', or just writes."""
    ana = story.stranger("Ana", OTHER[language])
    if starts:
        await ana.says("/start")
        ana.hears("welcome/language")
    ana.language = language  # what she reads from here on
    return ana


@pytest.mark.parametrize("starts", [True, False])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_who_writes_in_a_language_is_answered_in_it(
    story: Story, language: str, starts: bool
) -> None:
    story.mind.learns(WHO[language], "greet", "ask_help", sure=0.9)
    ana = await opens(story, language, starts)
    await ana.says(WHO[language])
    ana.hears("welcome/written")
    ana.hears("welcome/consent")
    ana.sees("machine", "De Brug")
    assert ana.one().text.count("Goeiedag.") <= 1, "it says who it is once"
    assert (await story.person(ana)).language == language
    await ana.picks("welcome/consent/yes")
    ana.hears("welcome/name")


@pytest.mark.parametrize("starts", [True, False])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_who_tells_how_it_is_is_heard_and_then_welcomed(
    story: Story, language: str, starts: bool
) -> None:
    story.mind.learns(ALONE[language], "feel_lonely", sure=0.95)
    ana = await opens(story, language, starts)
    await ana.says(ALONE[language])
    ana.reads(A_MACHINE, organisation="De Brug")
    ana.hears("welcome/written")
    assert story.label("lonely/ask/leave", language) in ana.screen.keyboard
    assert not await story.rows(select(Consent))
    await ana.picks("lonely/ask/leave")
    ana.hears("welcome/consent")
    await ana.picks("welcome/consent/yes")
    if language == "fr":  # she has said her name
        ana.hears("welcome/address")
    else:
        await ana.says("Jeanne")
    assert (await story.person(ana)).name == "Jeanne"


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_story_left_lying_keeps_nobody_from_the_welcome(
    story: Story, language: str
) -> None:
    story.mind.learns(ALONE[language], "feel_lonely", sure=0.95)
    ana = await opens(story, language, starts=True)
    await ana.says(ALONE[language])
    await story.passes(days=3)
    ana.turns_the_page()
    await ana.says(WHO[language])
    ana.hears("welcome/consent")
    ana.one()


async def test_a_story_in_the_midst_of_the_welcome_loses_no_question(story: Story) -> None:
    tired = "ik ben zo moe de laatste tijd, ik slaap bijna niet"
    story.mind.learns(tired, "feel_tired", sure=0.97)
    ana = story.stranger("Ana", "nl")
    await ana.says("/start")
    await ana.picks("welcome/language/nl")
    await ana.picks("welcome/consent/yes")
    await ana.picks("welcome/name/none")
    await ana.picks("welcome/address/formal")
    await ana.says(tired)
    ana.sees_not(story.text(A_MACHINE, "nl", organisation="De Brug"))
    await ana.picks("tired/ask/leave")
    ana.hears("welcome/hour")
    await ana.says("om tien uur")
    assert [r.hour for r in await story.rows(select(Resident))] == ["10:00"]


@pytest.mark.parametrize("starts", [True, False])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_who_wants_no_messages_gets_none(story: Story, language: str, starts: bool) -> None:
    story.mind.learns(NO_MORE[language], "stop_contact", sure=0.9)
    ana = await opens(story, language, starts)
    await ana.says(NO_MORE[language])
    ana.sees(story.said("stop/say", language, "without_name"))
    assert ana.screen.keyboard == ()
    ana.turns_the_page()
    await story.passes(days=10)
    ana.hears_nothing()
    await ana.says(WHO[language])
    ana.sees_not(story.said("welcome/consent", language).split("\n")[-1])


@pytest.mark.parametrize("starts", [True, False])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_danger_comes_before_the_language_and_in_it(
    story: Story, language: str, starts: bool
) -> None:
    ana = await opens(story, language, starts)
    await ana.says(IN_DANGER[language])
    ana.sees("112")
    ana.reads(Text(HEARD, TEXTS[HEARD]))
    ana.one()
    assert len(await story.rows(select(Concern))) == 1


@pytest.mark.parametrize("starts", [True, False])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_who_wants_a_person_gets_one_and_the_welcome_later(
    story: Story, language: str, starts: bool
) -> None:
    karim = await story.volunteer("Karim", language)
    ana = await opens(story, language, starts)
    await ana.says(A_PERSON[language])
    ana.reads(A_MACHINE, organisation="De Brug")
    await ana.touches(BUTTON_YES)
    await karim.touches(BUTTON_CLAIM)
    await karim.says("dag, hier ben ik")
    ana.sees("dag, hier ben ik")
    await karim.says("/close")
    await karim.says("hallo")
    assert (await story.person(ana)).language == language


async def test_words_that_cross_the_question_are_heard_too(story: Story) -> None:
    """She presses 'start' and writes at once, before the question is on her screen."""
    ana = story.stranger("Ana", "fr")
    ana.writes("/start")
    ana.writes("goeiendag wie zijt gij")
    await story.settles()
    ana.language = "nl"
    ana.hears("welcome/consent")


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_no_question_of_the_welcome_offers_a_feeling(story: Story, language: str) -> None:
    """An answer that does not fit: the question once more, with its own buttons."""
    feelings = ("feel_tired", "mood_low", "feel_ashamed", "tell_health")
    odd = {"nl": "tja de soep", "fr": "bof la soupe", "en": "hm the soup"}[language]
    story.mind.learns(odd, *feelings, sure=0.29)
    ana = story.stranger("Ana", language)
    await ana.says("/start")
    await ana.picks(f"welcome/language/{language}")
    forms = [] if language == "en" else ["address/formal"]
    for choice in ("consent/yes", "name/none", *forms, "hour/09:00", "days/tu,fr"):
        own = ana.screen.keyboard
        if not choice.startswith("name"):  # any few words might be one
            await ana.says(odd)
            assert ana.screen.keyboard == own, choice
        await ana.picks(f"welcome/{choice}")
    assert not await story.rows(select(Review))
    ana.hears("welcome/free")


MEASURED = {"nl": "ja maar niet te veel", "fr": "oui mais pas trop", "en": "ok yes but only little"}
NAMELESS = {"nl": "geen naam", "fr": "pas de nom", "en": "I dont give my name"}
BOTH = {
    "nl": "nee! ik zeg ja. alleen geen naam",
    "fr": "non ! je dis oui. seulement pas de nom",
    "en": "no! i say yes. only no name",
}


async def is_asked(story: Story, language: str) -> Phone:
    ana = story.stranger("Ana", language)
    await ana.says("/start")
    await ana.picks(f"welcome/language/{language}")
    ana.hears("welcome/consent")
    for said in (*MEASURED.values(), *NAMELESS.values(), *BOTH.values()):
        story.mind.learns(said, "deny", sure=0.95)
    return ana


async def asks_on(story: Story, ana: Phone, language: str) -> None:
    """The yes was heard, and no name is asked for."""
    ana.hears("welcome/hour" if language == "en" else "welcome/address")
    assert len(await story.rows(select(Consent))) == 1
    assert not (await story.person(ana)).name


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_measured_yes_and_then_no_name(story: Story, language: str) -> None:
    ana = await is_asked(story, language)
    await ana.says(MEASURED[language])
    ana.hears("welcome/name")
    await ana.says(NAMELESS[language])
    await asks_on(story, ana, language)
    await ana.says(NAMELESS[language])  # once more: what is asked stands
    await asks_on(story, ana, language)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_no_name_refuses_nothing(story: Story, language: str) -> None:
    ana = await is_asked(story, language)
    for _ in range(3):
        await ana.says(NAMELESS[language])
        ana.hears("welcome/consent_again")
    assert not await story.rows(select(Consent))
    await ana.picks("welcome/consent/yes")
    await asks_on(story, ana, language)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_yes_with_only_no_name(story: Story, language: str) -> None:
    ana = await is_asked(story, language)
    await ana.says(BOTH[language])
    await asks_on(story, ana, language)
