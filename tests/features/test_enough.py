"""A person reads along, and she has had enough: plain words end it at once, doubtful ones are held
back and asked about, and nothing of hers leaves in the meantime."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Select, select, update

from bot import talks
from bot.dialogue.enough import Enough, only_of_sharing, said
from bot.handoff_texts import (
    ASKED_MARK,
    STOPPED_VOLUNTEER,
    UNSEEN_ASKED_MARK,
    UNSEEN_MARK,
    WITHDRAWN,
)
from bot.house import Moment
from bot.lifecycle import HELD
from bot.safety.reply import Speaker
from bot.still_shared import (
    BUTTON_SHARE_ON,
    BUTTON_STOP_NOW,
    FACT,
    GOES_ON,
    NOT_GONE_ON,
    STILL_SHARED,
    STILL_SHARED_AGAIN,
    WENT_ON,
)
from bot.stop_answers import goes_on, stops
from bot.store.tables import Fact, Handoff, Person, Volunteer

from .feeding import feeds
from .story import Phone, Story
from .test_safety import DANGER

GENTLE = {"nl": "te sterven", "fr": "mourir", "en": "dying"}
LANGUAGES = ("nl", "fr", "en")
PLAINLY = {
    "nl": (
        *("stop met delen", "ik wil niet meer dat hij meeleest", "laat Karim maar"),
        *("hou op met delen aub", "ik wil Karim niet meer", "deel niets meer", "ik stop met Karim"),
        *("laat me gerust met die Karim", "Karim mag niet meer meelezen", "ik wil u niet meer"),
        *("nee stop maar met delen, ik wil da ni meer", "ik wil geen vrijwilliger meer"),
    ),
    "fr": (
        *("arretez de partager", "je veux arreter avec karim", "je ne veux plus de Karim"),
        *("ah non j ai dit non je veux pas de vous", "je ne veux plus qu'il lise mes messages"),
        *("ne partagez plus rien", "laissez-moi tranquille avec ce Karim", "plus rien partager"),
    ),
    "en": (
        *("stop sharing with him", "I don't want him any more", "please stop sharing"),
        *("leave me alone with this Karim", "don't share any more", "stop reading my messages"),
        *("I don't want Karim to read this", "I don't want to talk to Karim any more"),
    ),
}
PERHAPS = {
    "nl": ("laat maar", "toch niet", "eigenlijk wil ik da toch nie meer sorry", "stop maar"),
    "fr": ("finalement non laissez c est pas la peine", "c'est pas la peine", "laissez"),
    "en": ("never mind", "actually forget it", "can you stop sharing?", "leave me alone"),
}
# For whoever reads along, as ever; of life, of others, of things.
NEITHER = (
    *(
        "ik wil niet meer",
        "ik wil niet meer Karim",
        "nee Karim ik wil niet meer",
        "ik kan niet meer",
    ),
    *("laat me sterven", "ik wil geen mens meer zien", "ik wil niemand meer", "laat Karim komen"),
    *("ik wil niet meer leven", "het is laat", "ik wil u niet storen", "nee", "niet nodig"),
    *("laat maar mijn dochter brengt soep", "het is toch niet zo erg", "ik stop met breien"),
    *("hij wil niet delen met zijn zus", "ik wil niet zonder Karim", "ik kan niet meer Karim"),
    *(
        "stop daar eens mee",
        "je ne veux plus",
        "je ne veux plus vivre",
        "je veux plus voir personne",
    ),
    *("laissez-moi mourir", "oubliez-moi", "arrête un peu avec ça", "je ne veux pas vous déranger"),
    *("j'arrête de fumer", "plus rien", "je ne peux plus Karim", "je ne veux plus en parler"),
    *("je veux bien partager", "je vous aime bien", "je suis de trop"),
    *("I don't want to live any more", "stop doing that", "I do not want to lose you", "let me go"),
    *("leave me to die", "I can't any more Karim", "I don't want to talk about it", "never again"),
    *("I stopped eating", "no thank you", "I want to talk with Karim"),
)
EACH = [(language, words) for language in LANGUAGES for words in PLAINLY[language]]
DOUBTS = [(language, words) for language in LANGUAGES for words in PERHAPS[language]]
LATER = {"nl": "mijn dochter komt morgen", "fr": "ma fille vient demain", "en": "my girl comes"}


@pytest.mark.parametrize(("language", "words"), EACH)
def test_plain_words(language: str, words: str) -> None:
    assert said(words, "Karim") is Enough.PLAINLY
    assert said(words, None) is Enough.PLAINLY, "at receipt any word may be the name"


@pytest.mark.parametrize(("language", "words"), DOUBTS)
def test_doubtful_words(language: str, words: str) -> None:
    assert said(words, "Karim") is Enough.PERHAPS


@pytest.mark.parametrize("words", NEITHER)
def test_words_for_whoever_reads_along(words: str) -> None:
    assert said(words, "Karim") is None
    assert not only_of_sharing(words, "Karim")


@pytest.mark.parametrize("words", ["het hoeft niet meer", "c'est plus la peine", "pas la peine"])
def test_what_may_be_of_her_life_too_is_no_word_of_sharing_alone(words: str) -> None:
    assert said(words, "Karim") is Enough.PERHAPS
    assert not only_of_sharing(words, "Karim")


def test_not_to_stop_is_asked_about() -> None:
    for words in (
        "ik wil niet stoppen met delen",
        "n'arrêtez pas de partager",
        "don't stop sharing",
    ):
        assert said(words, "Karim") is Enough.PERHAPS


def test_a_name_that_is_a_word_makes_nothing_plain() -> None:
    assert said("ik wil dan niet meer", "Dan") is None
    assert said("ik wil Jean-Pierre niet meer", "Jean Pierre") is Enough.PLAINLY


async def talk(story: Story, language: str) -> tuple[Phone, Phone]:
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.talk(ana, karim)
    await ana.says(LATER[language] + " 1")
    karim.turns_the_page()
    return ana, karim


@pytest.mark.parametrize(("language", "words"), [(one, PLAINLY[one][1]) for one in LANGUAGES])
async def test_it_ends_at_once(story: Story, language: str, words: str) -> None:
    ana, karim = await talk(story, language)
    story.mind.learns(words, "crisis_suicide", level="ask")
    await ana.says(words)
    handoff = await story.handoff()
    assert (handoff.state, handoff.text) == ("withdrawn", None)
    ana.one()
    ana.reads(WITHDRAWN, name="Karim")
    karim.one()
    karim.reads(STOPPED_VOLUNTEER)
    karim.sees_not(words, LATER[language])
    await ana.says(LATER[language] + " 3")
    karim.sees_not(LATER[language])


async def test_it_ends_at_its_receipt(story: Story) -> None:
    """What waits to leave for his phone does not, before her words are taken in turn."""
    ana, karim = await talk(story, "nl")
    ana.writes("nog iets voor u")
    await story.receives()
    await story.app.workers[0].work_once()
    ana.writes("laat Karim maar")
    await story.receives()
    await story.app.sender.send_some()
    karim.sees_not("nog iets voor u")
    await story.settles()
    assert (await story.handoff()).state == "withdrawn"


async def test_given_back_just_before(story: Story) -> None:
    """Her yes ended at the receipt of her words: nobody else is asked to come by it."""
    ana, karim = await talk(story, "nl")
    lies = await story.volunteer("Lies")
    ana.writes("laat Karim maar")
    await story.receives()
    known = await story.person(karim)
    async with story.store.write() as session:
        moment = Moment(session, story.house, story.clock.now())
        held = await session.get_one(Handoff, (await story.handoff()).id)
        await talks.release(moment, held, await session.get_one(Person, known.id), lapsed=False)
    await story.settles()
    assert (await story.handoff()).state == "withdrawn"
    lies.sees_not("Ana")


@pytest.mark.parametrize(("language", "words"), [(one, PERHAPS[one][0]) for one in LANGUAGES])
async def test_doubtful_words_are_asked_about(story: Story, language: str, words: str) -> None:
    ana, karim = await talk(story, language)
    if only_of_sharing(words, "Karim"):
        story.mind.learns(words, "crisis_suicide", level="ask")
    await ana.says(words)
    ana.one()
    ana.reads(STILL_SHARED, name="Karim")
    karim.hears_nothing()
    await ana.says(LATER[language] + " 2")
    ana.one()
    ana.reads(STILL_SHARED_AGAIN, name="Karim")
    await ana.sends("photo", "haar kat")
    karim.hears_nothing()
    await ana.touches(BUTTON_STOP_NOW)
    handoff = await story.handoff()
    assert (handoff.state, handoff.text) == ("withdrawn", None)
    assert await story.rows(_fact()) == [], "nor is what she was asked about kept"
    karim.reads(STOPPED_VOLUNTEER)
    karim.sees_not(LATER[language], "haar kat")


@pytest.mark.parametrize("how", ["tap", "label", "word"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_her_no_lets_it_go_on(story: Story, language: str, how: str) -> None:
    ana, karim = await talk(story, language)
    words = PERHAPS[language][0]
    await ana.says(words)
    no = {"nl": "nee", "fr": "non", "en": "no"}[language]
    if how == "tap":
        await ana.touches(BUTTON_SHARE_ON)
    else:
        await ana.says(story.text(BUTTON_SHARE_ON, language) if how == "label" else no)
    told = (story.text(text, language, name="Karim") for text in (GOES_ON, WENT_ON))
    assert ana.last.text == " ".join(told)
    assert karim.one().text.endswith(words), "and only that"
    await ana.says(LATER[language] + " 2")
    karim.sees(LATER[language] + " 2")
    assert await story.rows(_fact()) == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_her_yes_in_a_word(story: Story, language: str) -> None:
    ana, karim = await talk(story, language)
    await ana.says(PERHAPS[language][0])
    await ana.says({"nl": "ja", "fr": "oui", "en": "yes"}[language])
    assert (await story.handoff()).state == "withdrawn"
    ana.reads(WITHDRAWN, name="Karim")
    karim.sees_not(PERHAPS[language][0])


STOPS_NOW = {
    "nl": ("ja stop maar", "ja, doe maar", "ok stop maar"),
    "fr": ("oui arrêtez", "oui, allez-y", "arrêtez s'il vous plaît"),
    "en": ("yes stop", "yes please", "yes, stop sharing"),
}
GO_ON = {
    "nl": ("nee, ga door", "nee, ga gerust verder", "nee stop niet"),
    "fr": ("non continuez", "non, vous pouvez continuer", "non n'arrêtez pas"),
    "en": ("no, go on", "no carry on please", "no, don't stop"),
}
NO_ANSWER = (
    *("ja maar", "ja stop niet", "ja ik wil niet meer", "ja stop met leven", "nee stop", "stop?"),
    *("nee ga weg", "nee ik ga door het raam", "nee ga door met stoppen", "ok", "ja Karim komt"),
    *("oui mais", "oui n'arrêtez pas", "oui je veux arrêter de vivre", "non arrêtez"),
    *("hij wil dat ge stopt met delen", "il veut que vous arrêtiez de partager"),
    *("mijn man wil dat u stopt met delen", "mon homme veut que j'arrête de partager"),
    *("my man may want you to stop sharing", "she may want you to stop sharing"),
    *("non continuez pas", "yes don't stop", "yes I want to die", "no stop", "no go away"),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_her_own_answers(language: str) -> None:
    for words in STOPS_NOW[language]:
        assert stops(words, "Karim")
        assert not goes_on(words, "Karim")
    for words in GO_ON[language]:
        assert goes_on(words, "Karim")
        assert not stops(words, "Karim")


@pytest.mark.parametrize("words", NO_ANSWER)
def test_what_is_no_answer_is_asked_again(words: str) -> None:
    assert not stops(words, "Karim")
    assert not goes_on(words, "Karim")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_her_own_words_are_the_answer(story: Story, language: str) -> None:
    ana, karim = await talk(story, language)
    await ana.says(PERHAPS[language][0])
    await ana.says(GO_ON[language][0])
    assert karim.one().text.endswith(PERHAPS[language][0]), "and her answer went to nobody"
    await ana.says(PERHAPS[language][0])
    await ana.says(STOPS_NOW[language][0])
    assert (await story.handoff()).state == "withdrawn"
    karim.sees_not(STOPS_NOW[language][0])


async def test_what_was_written_in_between_is_told(story: Story) -> None:
    ana, karim = await talk(story, "nl")
    await ana.says("laat maar")
    await ana.says("iets anders")
    await ana.touches(BUTTON_SHARE_ON)
    told = (story.text(text, "nl", name="Karim") for text in (GOES_ON, WENT_ON, NOT_GONE_ON))
    assert ana.last.text == " ".join(told)
    karim.sees_not("iets anders")
    karim.sees("laat maar")


@pytest.mark.parametrize("word", ["ja", "nee", "ok"])
async def test_a_bare_word_after_his_own_question_is_for_nobody(story: Story, word: str) -> None:
    """'Zal ik u bellen?' came in between: what a 'ja' answers is asked again."""
    ana, karim = await talk(story, "nl")
    await ana.says("laat maar")
    await karim.says("zal ik u bellen?")
    await ana.says(word)
    ana.reads(STILL_SHARED_AGAIN, name="Karim")
    assert (await story.handoff()).state == "talking"
    karim.hears_nothing()


async def test_an_old_question_lets_nothing_go_on_and_still_stops(story: Story) -> None:
    """Two taps in a hurry, or one that comes late: what stops counts, what goes on does not."""
    ana, _ = await talk(story, "nl")
    await ana.says("laat maar")
    data = {one.data.split(":")[1]: one.data for one in ana.last.inline}
    await ana.forges(data["on"])
    await story.passes(seconds=5)
    await ana.says("laat maar")
    assert await story.rows(select(Fact.value).where(Fact.key == FACT))
    await ana.forges(data["on"])
    assert await story.rows(select(Fact.value).where(Fact.key == FACT)), "that one is asked still"
    await ana.forges(data["stop"])
    assert (await story.handoff()).state == "withdrawn"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_danger_comes_first(story: Story, language: str) -> None:
    """With plain words of stopping nothing is shared; in words while it is asked they stay here,
    and whoever reads along sees that there may be danger."""
    ana, karim = await talk(story, language)
    await ana.says(PERHAPS[language][0])
    await ana.says(DANGER[language])
    ana.sees("112")
    ana.reads(STILL_SHARED_AGAIN, name="Karim")
    karim.reads(UNSEEN_MARK, name="Ana")
    karim.sees_not(DANGER[language])
    ana.writes(PLAINLY[language][0])
    await ana.says(DANGER[language])
    assert (await story.handoff()).state == "withdrawn"
    ana.sees("112")
    karim.sees_not(DANGER[language])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_answer_about_danger_that_stays_here(story: Story, language: str) -> None:
    """He sees no mark of it, and she is not told that he does."""
    ana, karim = await talk(story, language)
    await ana.says(DANGER[language])
    await ana.says(PERHAPS[language][0])
    karim.turns_the_page()
    ana.turns_the_page()
    await ana.says(
        {"nl": "Ik ben veilig", "fr": "Je suis en sécurité", "en": "I am safe"}[language]
    )
    karim.hears_nothing()
    say = Speaker(story.house.translate(language, "formal"))
    values = {"name": "Karim", "organisation": story.house.organisation}
    ana.sees(say("safety/held/apart").format(**values))
    ana.sees_not(say("safety/held/kept").format(**values))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_doubt_of_her_life_stands(story: Story, language: str) -> None:
    words = {"nl": "het hoeft niet meer", "fr": "c'est plus la peine", "en": "I want it no more"}
    ana, karim = await talk(story, language)
    story.mind.learns(words[language], "crisis_suicide", level="ask")
    await ana.says(words[language])
    assert GENTLE[language] in "".join(m.text for m in ana.news)
    karim.reads(ASKED_MARK if language == "en" else UNSEEN_ASKED_MARK, name="Ana")


BESIDE_A_STOP = (
    ("nl", "ik wil niet langer hier. stop met delen"),
    ("nl", "stop met delen. het hoeft niet meer"),
    ("fr", "je ne veux plus, arrêtez de partager"),
    ("fr", "arrêtez de partager. pas la peine"),
    ("en", "I want to die stop sharing"),
    ("en", "stop sharing. it's not worth it"),
)


@pytest.mark.parametrize(("language", "words"), BESIDE_A_STOP)
async def test_danger_beside_a_stop_is_asked_about(story: Story, language: str, words: str) -> None:
    """It ends what he reads, and she is not left without a word about her life."""
    ana, karim = await talk(story, language)
    story.mind.learns(words, "crisis_suicide", level="ask")
    await ana.says(words)
    assert (await story.handoff()).state == "withdrawn"
    assert GENTLE[language] in "".join(m.text for m in ana.news)
    karim.sees_not(words, LATER[language])


TAKEN_BACK = {
    "nl": "ik trek mijn toestemming in",
    "fr": "je retire mon accord",
    "en": "I withdraw my consent",
}
SEND_NO_MORE = {
    "nl": "stuur mijn berichten niet meer door naar Karim",
    "fr": "ne transmettez plus mes messages à Karim",
    "en": "stop forwarding my messages",
}
BIDS = {"nl": "hou ermee op", "fr": "arrêtez tout", "en": "I want to stop"}


@pytest.mark.parametrize("said", [TAKEN_BACK, SEND_NO_MORE])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_her_yes_taken_back_ends_it_unread(
    story: Story, language: str, said: dict[str, str]
) -> None:
    ana, karim = await talk(story, language)
    await ana.says(said[language])
    assert (await story.handoff()).state == "withdrawn"
    ana.reads(WITHDRAWN, name="Karim")
    karim.reads(STOPPED_VOLUNTEER)
    karim.sees_not(said[language], LATER[language])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_bid_that_says_not_of_what_is_asked_about(story: Story, language: str) -> None:
    ana, karim = await talk(story, language)
    await ana.says(BIDS[language])
    ana.reads(STILL_SHARED, name="Karim")
    karim.hears_nothing()


HER_MAN = {
    "nl": "mijn man mag mijn berichten niet lezen",
    "fr": "mon homme ne doit pas lire mes messages",
    "en": "my man can never read this",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_her_own_man_may_not_read_goes_to_who_reads_along(
    story: Story, language: str
) -> None:
    ana, karim = await talk(story, language)
    await ana.says(HER_MAN[language])
    karim.sees(HER_MAN[language])
    assert (await story.handoff()).state == "talking"


async def test_a_changed_message_is_held_back_too(story: Story) -> None:
    ana, karim = await talk(story, "nl")
    mine = await ana.says("dag")
    await ana.says("laat maar")
    karim.turns_the_page()
    await ana.edits(mine, "dag lieve Karim")
    ana.reads(STILL_SHARED, name="Karim")
    karim.sees_not("lieve")
    await ana.edits(mine, "stop met delen")
    assert (await story.handoff()).state == "withdrawn"


def _fact() -> Select[tuple[str]]:
    return select(Fact.value).where(Fact.key == FACT)


# --- whatever she writes after it ------------------------------------------------------------

WORDS = sorted({one for each in (PLAINLY, PERHAPS) for some in each.values() for one in some})
AROUND = ("", "ah ", "nee ", "non ", "no ", "allez ", "sorry ", "ok ")
BEHIND = ("", " aub", " svp", " please", " hoor", " merci", "!", "...")
STEPS = ("text", "text", "photo", "forward", "edit", "heart", "he writes", "sticker", "again")


@settings(max_examples=400, derandomize=True, database=None, deadline=None)
@given(st.sampled_from(AROUND), st.sampled_from(WORDS), st.sampled_from(BEHIND))
def test_small_words_around_it_change_nothing(before: str, words: str, behind: str) -> None:
    assert said(before + words + behind, "Karim") is said(words, "Karim")


async def test_no_word_leaves_after_it(story: Story) -> None:
    """In any wording, and whatever she does then: until she says no to the question."""
    karim, ana = await story.volunteer("Karim"), await story.resident("Ana", hour=None)
    count = 0

    async def one(drawn: tuple[str, list[str]]) -> None:
        nonlocal count
        words, steps = drawn
        await story.talk(ana, karim)
        mine = await ana.says(f"vooraf {(count := count + 1)}")
        await ana.says(words)
        for step in steps:
            word = f"geheim {(count := count + 1)}"
            if step == "text":
                await ana.says(word)
            elif step in ("photo", "sticker"):
                await ana.sends(step, word)
            elif step == "forward":
                await ana.forwards(word)
            elif step == "edit":
                await ana.edits(mine, word)
            elif step == "heart":
                await ana.reacts(ana.last, "❤")
            elif step == "again":
                await ana.says(words)
            else:
                await karim.says("zal ik u bellen?")
        karim.sees_not("geheim", words)
        assert not [m for m in karim.screen.messages if not m.mine and m.kind != "text"]
        if (await story.handoff()).state in HELD:
            await ana.says("stop")
        assert (await story.handoff()).state == "withdrawn"
        karim.sees_not("vooraf")
        async with story.store.write() as session:  # he may be asked how it was, and is free again
            await session.execute(update(Volunteer).values(debrief_of=None))

    drawn = st.tuples(st.sampled_from(WORDS), st.lists(st.sampled_from(STEPS), max_size=4))
    await feeds(one, drawn, examples=15)
