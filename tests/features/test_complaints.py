"""A complaint about a volunteer waits for her word, and goes to coordinators on her yes."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import complaint_question
from bot import report_texts as texts
from bot.addressee_texts import BUTTON_TO
from bot.channel import Say
from bot.house import Moment
from bot.people import tell
from bot.safety.reply import Speaker
from bot.store.bridge import KeptApart, Report
from bot.store.tables import Concern, Message, Person

from .story import Phone, Story

WORDS = {
    "nl": ("karim doet raar tegen mij, ik wil klagen over hem", "hij vraagt altijd geld"),
    "fr": ("je veux me plaindre de karim", "il demande toujours de l'argent"),
    "en": ("karim was rude to me", "he always asks for money"),
}
AFTER = {
    "nl": "ik wil een klacht indienen over Karim",
    "fr": "Karim a été impoli avec moi",
    "en": "I want to complain about Karim",
}
LANGUAGES = pytest.mark.parametrize("language", ["nl", "fr", "en"])


async def talking(story: Story, language: str = "nl") -> tuple[Phone, Phone, Phone]:
    sofie = await story.coordinator("Sofie", language)
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.talk(ana, karim)
    sofie.turns_the_page()
    return ana, karim, sofie


@LANGUAGES
async def test_it_waits_and_goes_to_the_coordinator(story: Story, language: str) -> None:
    ana, karim, sofie = await talking(story, language)
    complaint, more = WORDS[language]
    await ana.says(complaint)
    ana.reads(texts.ASK_COMPLAINT, name="Karim")
    first = ana.last
    await ana.says(more)
    ana.reads(texts.ASK_COMPLAINT_AGAIN, name="Karim")
    karim.hears_nothing()
    sofie.hears_nothing()
    tell, again = first.inline[0].data, ana.last
    for question in (first, again, first):  # her finger slips
        await ana.forges(tell, question)
    (second,) = [m for m in ana.screen.messages if m.text == _next(story, language)]
    await ana.forges(tell, second)
    karim.hears_nothing()
    (report,) = await story.rows(select(Report))
    assert report.words.splitlines() == [complaint, more]
    sofie.sees(complaint, more)
    sofie.reads(texts.BY_RESIDENT, number=1, name="Karim")
    sofie.sees_not("Ana")
    await ana.touches(texts.BUTTON_NO)
    await ana.says("dag")
    assert karim.last.text == "dag"


def _next(story: Story, language: str) -> str:
    return story.text(texts.ASK_COMPLAINT_NEXT, language, name="Karim")


@LANGUAGES
async def test_it_was_for_him(story: Story, language: str) -> None:
    ana, karim, sofie = await talking(story, language)
    complaint, _ = WORDS[language]
    await ana.says(complaint)
    await ana.taps(story.text(BUTTON_TO, language, name="Karim"))
    assert karim.last.text == complaint
    sofie.hears_nothing()
    assert not await story.rows(select(Report))


@LANGUAGES
async def test_or_for_nobody(story: Story, language: str) -> None:
    ana, karim, sofie = await talking(story, language)
    await ana.says(WORDS[language][0])
    await ana.touches(texts.BUTTON_NOBODY)
    for phone in (karim, sofie):
        phone.hears_nothing()
    assert ana.last.text == story.text(texts.TO_NOBODY, language)


async def test_somebody_else_comes_where_she_wants_so(story: Story) -> None:
    ana, karim, _ = await talking(story)
    lies = await story.volunteer("Lies")
    await ana.says(WORDS["nl"][0])
    await ana.touches(texts.BUTTON_TELL)
    await ana.touches(texts.BUTTON_YES)
    assert lies.news
    (apart,) = await story.rows(select(KeptApart))
    assert apart.by == "resident"
    assert WORDS["nl"][0] not in "".join(karim.screen.ever)


@pytest.mark.parametrize("typed", ["voor de coördinator", "aan sofie"])
async def test_she_types_for_whom_it_is(story: Story, typed: str) -> None:
    ana, karim, sofie = await talking(story)
    await ana.says(WORDS["nl"][0])
    await ana.says("ja")
    ana.reads(texts.TAP_COMPLAINT)
    await ana.says(typed)
    ana.reads(texts.COMPLAINT_TYPED, name="Karim", tell="Zeg het de coördinator")
    await ana.says("hij lacht met mijn accent")
    await ana.touches(texts.BUTTON_TELL)
    await ana.touches(texts.BUTTON_TELL)
    sofie.sees("hij lacht met mijn accent")
    karim.hears_nothing()


async def test_in_several_messages_and_by_a_change(story: Story) -> None:
    ana, karim, _ = await talking(story)
    ana.writes("hij vraagt altijd geld")
    await ana.says("ik wil klagen over hem")
    karim.hears_nothing()
    await story.passes(hours=2)
    mine = await ana.says("dag daar")
    karim.turns_the_page()
    await ana.edits(mine, "karim doet raar")
    karim.hears_nothing()
    ana.reads(texts.ASK_COMPLAINT, name="Karim")


async def test_beside_danger_that_may_be_his_nothing_goes_to_him(story: Story) -> None:
    ana, karim, _ = await talking(story)
    await ana.says("karim heeft mij geslagen en ik ben bang van karim")
    karim.hears_nothing()
    ana.reads(texts.ASK_COMPLAINT, name="Karim")


@LANGUAGES
async def test_after_the_talk_it_leads_to_the_report(story: Story, language: str) -> None:
    ana, karim, sofie = await talking(story, language)
    await karim.says("/close")
    await story.passes(days=2)
    for phone in (karim, sofie):
        phone.turns_the_page()
    said = AFTER[language]
    await ana.says(said)
    ana.reads(texts.ASK_AFTER, name="Karim")
    await ana.touches(texts.BUTTON_TELL)
    sofie.sees(said)
    karim.hears_nothing()
    yes = {"nl": "ja", "fr": "oui", "en": "yes"}[language]
    await ana.says(said)
    await ana.says(yes)
    ana.reads(texts.COMPLAINT_TYPED_AFTER, name="Karim")


async def test_a_son_of_that_name_or_nobody_we_know(story: Story) -> None:
    ana, karim, sofie = await talking(story)
    await ana.says("mijn zoon Karim doet raar")
    assert karim.last.text == "mijn zoon Karim doet raar"
    await karim.says("/close")
    await ana.says("Piet was onbeleefd tegen mij")
    assert not [m for m in ana.news if m.inline]
    sofie.hears_nothing()


async def test_forged_taps_do_nothing(story: Story) -> None:
    ana, karim, sofie = await talking(story)
    bea = await story.resident("Bea", hour=None)
    number = (await story.person(karim)).id
    for phone in (bea, ana):
        for data in ("wrong:tell:1:99", "wrong:x:1:1", "wrong", "wrong:to:1:²"):
            await phone.forges(data)
    await bea.forges(f"wrong:tell:1:{number}")
    assert not await story.rows(select(Report))
    sofie.hears_nothing()


def sees_nothing(story: Story, language: str) -> str:
    said = Speaker(story.house.translate(language, "formal"))("safety/held/apart")
    return said.format(name="Karim", organisation=story.house.organisation)


HIS = {
    "nl": ("Karim heeft mij verkracht", "Karim heeft een mes en hij bedreigt mij"),
    "fr": ("Karim m'a violée", "Karim a un couteau et il me menace"),
    "en": ("Karim raped me", "Karim has a knife and he threatens me"),
}
SPELT_OTHERWISE = {
    "nl": ("Kariem doet raar tegen mij", "Karem heeft een mes en hij bedreigt mij"),
    "fr": ("Carim m'a insultée", "Kareem a un couteau et il me menace"),
    "en": ("Karem was rude to me", "Carim has a knife and he threatens me"),
}


@LANGUAGES
@pytest.mark.parametrize("which", [0, 1])
async def test_his_name_spelt_otherwise_is_his(story: Story, language: str, which: int) -> None:
    ana, karim, _ = await talking(story, language)
    await ana.says(SPELT_OTHERWISE[language][which])
    karim.hears_nothing()
    ana.reads(texts.ASK_COMPLAINT, name="Karim")


FRIGHT = {
    "nl": ("Karim zegt dat ik niks mag vertellen", "ik wil een andere vrijwilliger"),
    "fr": ("Karim n'arrête pas de m'appeler", "je voudrais un autre bénévole"),
    "en": ("Karim keeps calling me", "I would like another volunteer"),
}


@LANGUAGES
@pytest.mark.parametrize("which", [0, 1])
async def test_what_frightens_her_is_asked_about(story: Story, language: str, which: int) -> None:
    ana, karim, _ = await talking(story, language)
    await ana.says(FRIGHT[language][which])
    karim.hears_nothing()
    ana.reads(texts.ASK_COMPLAINT, name="Karim")


BEHIND_A_CALL = {
    "nl": "Karim, hij heeft mij verkracht",
    "fr": "Karim, il m'a violée",
    "en": "Karim, he raped me",
}


@LANGUAGES
async def test_he_behind_a_call_is_asked_about(story: Story, language: str) -> None:
    ana, karim, _ = await talking(story, language)
    await ana.says(BEHIND_A_CALL[language])
    karim.hears_nothing()
    ana.reads(texts.ASK_COMPLAINT, name="Karim")
    ana.sees("112")
    await ana.taps(story.text(BUTTON_TO, language, name="Karim"))
    assert karim.last.text == BEHIND_A_CALL[language]


OF_ANOTHER = {
    "nl": "Karim, mijn man heeft mij verkracht",
    "fr": "Karim, mon mari m'a violée",
    "en": "Karim, my husband raped me",
}


@LANGUAGES
@pytest.mark.parametrize("which", [0, 1])
async def test_violence_in_his_name_does_not_reach_him(
    story: Story, language: str, which: int
) -> None:
    ana, karim, _ = await talking(story, language)
    ana.writes({"nl": "help", "fr": "au secours", "en": "help me"}[language])
    await ana.says(HIS[language][which])
    assert HIS[language][which] not in "".join(karim.screen.ever)
    ana.reads(texts.ASK_COMPLAINT, name="Karim")
    ana.sees("112")
    assert [row.intent for row in await story.rows(select(Concern))] == ["crisis_violence"]


@LANGUAGES
async def test_of_violence_in_his_name_he_sees_not_even_a_mark(story: Story, language: str) -> None:
    ana, karim, _ = await talking(story, language)
    karim.turns_the_page()
    await ana.says(HIS[language][0])
    ana.sees("112", sees_nothing(story, language))
    karim.hears_nothing()


@LANGUAGES
async def test_beside_violence_she_types_for_whom_it_is_too(story: Story, language: str) -> None:
    """The answer to danger was queued after the question, and came before it."""
    ana, karim, sofie = await talking(story, language)
    karim.turns_the_page()
    await ana.says(HIS[language][0])
    button = story.text(texts.BUTTON_TELL, language)
    await ana.says(button)
    ana.reads(texts.COMPLAINT_TYPED, name="Karim")
    sofie.reads(texts.BY_RESIDENT, number=1, name="Karim")
    karim.hears_nothing()


async def test_a_question_that_never_arrived_is_no_last_word(story: Story) -> None:
    ana, _, _ = await talking(story, "nl")
    await ana.says(HIS["nl"][0])
    async with story.store.write() as session:
        moment = Moment(session, story.house, story.clock.now())
        person = await session.get_one(Person, (await story.person(ana)).id)
        asked = await complaint_question.asked(moment, person)
        assert asked is not None
        assert await complaint_question.is_last(moment, person, asked.row)
        question = await session.get_one(Message, asked.row)
        question.message_id = None
        await session.flush()
        await tell(moment, person, Say("dag"))
        assert not await complaint_question.is_last(moment, person, asked.row)


@LANGUAGES
async def test_violence_of_another_is_for_him_as_ever(story: Story, language: str) -> None:
    ana, karim, _ = await talking(story, language)
    await ana.says(OF_ANOTHER[language])
    karim.sees(OF_ANOTHER[language])
    assert story.text(texts.ASK_COMPLAINT, language, name="Karim") not in ana.screen.ever
    ana.sees("112")


NOT_WITH_HIM = {
    "nl": "ik voel me niet veilig bij Karim",
    "fr": "je ne me sens pas en sécurité avec Karim",
    "en": "I don't feel safe with Karim",
}


@LANGUAGES
async def test_nor_does_an_answer_to_whether_she_is_safe(story: Story, language: str) -> None:
    ana, karim, _ = await talking(story, language)
    await ana.says(OF_ANOTHER[language])
    karim.turns_the_page()
    await ana.says(NOT_WITH_HIM[language])
    karim.hears_nothing()
    ana.reads(texts.ASK_COMPLAINT, name="Karim")
    (row,) = await story.rows(select(Concern))
    assert row.answer == "not_safe"
    ana.sees(sees_nothing(story, language))


ASKS_OF_VIOLENCE = {
    "nl": "ik ben bang van mijn man",
    "fr": "j'ai peur de mon mari",
    "en": "I am afraid of my husband",
}


@LANGUAGES
async def test_nor_his_name_as_who_hurts_her(story: Story, language: str) -> None:
    ana, karim, _ = await talking(story, language)
    await ana.says(ASKS_OF_VIOLENCE[language])
    karim.turns_the_page()
    await ana.says({"nl": "het is Karim", "fr": "c'est Karim", "en": "yes, it's Karim"}[language])
    karim.hears_nothing()
    ana.reads(texts.ASK_COMPLAINT, name="Karim")
    assert not (await story.handoff()).crisis, "nor does a mark of his talk tell him"


@LANGUAGES
async def test_nor_that_she_is_not_safe_with_him(story: Story, language: str) -> None:
    """To the gentle question: what begins by it is not told of his talk."""
    ana, karim, _ = await talking(story, language)
    await ana.says(ASKS_OF_VIOLENCE[language])
    karim.turns_the_page()
    await ana.says(NOT_WITH_HIM[language])
    karim.hears_nothing()
    ana.sees("112")
    assert not (await story.handoff()).crisis


REFUSALS = {
    "nl": ("nooit aan de coördinator", "wie is de coördinator?", "zwijg erover tegen Sofie"),
    "fr": ("jamais la coordinatrice!", "sans la coordinatrice svp", "rien à Sofie"),
    "en": ("never the coordinator", "who is the coordinator?", "keep it from Sofie"),
}


@LANGUAGES
async def test_a_refusal_that_names_a_coordinator_is_no_yes(story: Story, language: str) -> None:
    ana, karim, sofie = await talking(story, language)
    await ana.says(WORDS[language][0])
    for refusal in REFUSALS[language]:
        ana.turns_the_page()
        await ana.says(refusal)
        ana.reads(texts.TAP_COMPLAINT)
    await ana.says(story.text(texts.BUTTON_NOBODY, language))
    ana.reads(texts.TO_NOBODY)
    for phone in (karim, sofie):
        phone.hears_nothing()
    assert not await story.rows(select(Report))


@LANGUAGES
async def test_nor_after_the_talk(story: Story, language: str) -> None:
    ana, karim, sofie = await talking(story, language)
    await karim.says("/close")
    await story.passes(days=2)
    for phone in (karim, sofie):
        phone.turns_the_page()
    await ana.says(AFTER[language])
    for refusal in REFUSALS[language][:2]:
        ana.turns_the_page()
        await ana.says(refusal)
        ana.reads(texts.ASK_AFTER, name="Karim")
    sofie.hears_nothing()
    assert not await story.rows(select(Report))
