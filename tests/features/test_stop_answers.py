"""Her own words to 'shall I stop sharing?'. The language model hears a yes or a no, and not of
what: so its yes counts where nothing in her words may be of something else, and a no is a phrase
that is known."""

from __future__ import annotations

import pytest

from bot import report_texts
from bot.handoff_texts import UNSEEN_ASKED_MARK, WITHDRAWN
from bot.still_shared import (
    BUTTON_SHARE_ON,
    BUTTON_STOP_NOW,
    STILL_SHARED,
    STILL_SHARED_AGAIN,
)
from bot.stop_answers import AGREES, goes_on, stops
from bot.understanding import ENDS, Understanding

from .story import Story
from .test_enough import LANGUAGES, LATER, PERHAPS, talk

EACH = pytest.mark.parametrize("language", LANGUAGES)
AGREE = {
    "nl": (
        "Graag ja, ik ben moe van te schrijven.",
        "ja ja zet maar af",
        "inderdaad",
        "dat zou mij plezier doen",
    ),
    "fr": (
        "Oui s'il vous plaît, ça vaut mieux",
        "ouais coupe",
        "fais seulement",
        "je pense que oui, je suis désolée",
    ),
    "en": (
        "yep kill it, he's doing my head in",
        "Grand, yeah, do that",
        "Correct.",
        "yeah go on, stop it",
    ),
}
# To the model a yes; of what, the words say.
GOES_WITH_A_YES = {
    "nl": (
        *("ja ga maar door", "ja hij mag alles lezen", "ja het was voor Karim", "ja, niet stoppen"),
        *("ja, zeg het hem maar", "ja vertel het aan Karim", "ja, voor Karim", "ja hij mag"),
        *("ja ik vertrouw hem", "ja ik snap u niet", "ja help mij", "ja waarom"),
    ),
    "fr": (
        *("oui continuez", "oui il peut tout lire", "oui c'était pour Karim"),
        *("oui n'arrêtez pas", "oui j'aime parler avec lui", "oui, dites-le lui", "oui pourquoi"),
        *("oui faites suivre", "oui, à Karim", "oui il peut", "oui, j'ai confiance en lui"),
    ),
    "en": (
        *("yes carry on", "yes he can read it", "yes it was for Karim", "yes don't stop"),
        *("yes, tell him", "yes forward it", "yes let him in", "yes he may", "yes I need Karim"),
        *("yes I don't understand", "yes sorry I meant the soup", "yes help me"),
    ),
}
NO_YES_YET = {
    "nl": ("ja maar", "ja of nee, ik weet het niet", "misschien wel", "ja wacht", "oké dan", "ok"),
    "fr": ("oui mais", "peut-être", "faites comme vous voulez", "oui attendez", "d'accord", "ok"),
    "en": ("yes but", "maybe", "as you like", "yes wait", "okay then", "yes, or not?"),
}
DENY = {
    "nl": ("Nee nee, laat Karim maar meelezen", "absoluut niet", "nee, hij mag blijven"),
    "fr": ("non non continuez !", "surtout pas", "nan c bon envoie"),
    "en": ("non non, go on with it please", "of course not", "no, he can stay"),
}
# To the model a no; it is a no to who reads along.
NO_TO_HIM = {
    "nl": (
        *("nee, dat blijft", "nee laat hem lezen maar het blijft met u", "nee, hij blijft sturen"),
        *("nee hij gaat maar door", "nee, hij deelt alles", "niet zeker", "nee of niet", "niet"),
        *("niet helemaal", "nee aub niet", "nee sorry niet", "nee bedankt"),
        *("nee, genoeg nu", "nee zet maar af", "nee dat is niet voor hem", "nee hij niet"),
        *("nee, hou dat maar voor u", "nee niks meer naar Karim", "nee niet", "geen idee"),
        *(
            "nee, dat mag hij niet lezen",
            "nee ga door zonder hem",
            "nee stop",
            "nee ik ben dat beu",
        ),
    ),
    "fr": (
        *("non, ça reste avec vous", "non, il continue", "non, il partage tout", "pas sûr du tout"),
        *("surtout pas tout", "non svp pas", "non merci", "non il envoie tout"),
        *("non, ça suffit", "non coupez", "non pas à lui", "non, c'est privé", "non plus rien"),
        *("non, que ça reste entre nous", "non, il ne doit pas lire ça", "non pas", "non arrêtez"),
        *("non continuez sans lui", "surtout pas à Karim", "aucune idée", "non partager"),
    ),
    "en": (
        *("no, it stays with you", "no, let it stay", "no, he goes on", "no he reads it"),
        *("not all", "please not all", "no please not", "no thanks", "not sure"),
        *("no, enough", "no cut him off", "no, not to Karim", "no it's private", "no share"),
        *("no keep it", "no he shouldn't see that", "no he can go", "no let him go", "no not"),
        *("no go on without him", "I don't know really", "no let's see", "no more of that"),
    ),
}


def heard(text: str, intent: str, sure: float, doubt: str | None = None) -> Understanding:
    return Understanding(text, "nl", ranking=((intent, sure),), doubt=doubt)


@EACH
def test_the_yes_that_the_model_hears(language: str) -> None:
    for words in AGREE[language]:
        assert stops(words, "Karim", heard(words, "affirm", AGREES))
        assert not stops(words, "Karim", heard(words, "affirm", AGREES - 0.01))
        assert not stops(words, "Karim")
        assert not stops(words + " ?", "Karim", heard(words, "affirm", 0.99))


@EACH
@pytest.mark.parametrize("said", [GOES_WITH_A_YES, NO_YES_YET])
def test_a_yes_of_something_else_is_asked_again(
    language: str, said: dict[str, tuple[str, ...]]
) -> None:
    for words in said[language]:
        assert not stops(words, "Karim", heard(words, "affirm", 0.99)), words


@EACH
def test_a_wish_to_stop_is_a_yes_behind_one_alone(language: str) -> None:
    """'Continue à transmettre stp' is heard as a wish to stop, too."""
    yes = {"nl": "ja aub stop da", "fr": "oui il faut arrêter", "en": "yes you may stop"}[language]
    on = {"nl": "verder doen", "fr": "continue à transmettre stp", "en": "not stopping"}[language]
    assert stops(yes, "Karim", heard(yes, "stop_contact", 0.9, ENDS))
    assert not stops(on, "Karim", heard(on, "stop_contact", 0.95, ENDS))


@EACH
def test_a_no_that_is_known(language: str) -> None:
    for words in DENY[language]:
        assert goes_on(words, "Karim"), words
        assert goes_on(words, "Karim", heard(words, "deny", 0.5)), "known without the model"
        assert not goes_on(words, "Karim", heard(words, "deny", 0.99, ENDS))
        assert not goes_on(words + " ?", "Karim", heard(words, "deny", 0.99))
        assert not stops(words, "Karim", heard(words, "deny", 0.99))


@EACH
def test_a_no_to_who_reads_along_lets_nothing_go_on(language: str) -> None:
    for words in NO_TO_HIM[language]:
        assert not goes_on(words, "Karim", heard(words, "deny", 0.99)), words


@EACH
async def test_what_the_model_hears_is_her_answer(story: Story, language: str) -> None:
    ana, karim = await talk(story, language)
    yes, no = AGREE[language][0], DENY[language][0]
    story.mind.learns(no, "deny", sure=0.95)
    story.mind.learns(yes, "affirm", sure=0.95)
    await ana.says(PERHAPS[language][0])
    await ana.says(no)
    assert karim.one().text.endswith(PERHAPS[language][0]), "and her answer went to nobody"
    await ana.says(PERHAPS[language][0])
    await ana.says(yes)
    ana.reads(WITHDRAWN, name="Karim")
    assert (await story.handoff()).state == "withdrawn"
    karim.sees_not(yes, no)


@EACH
async def test_beside_other_words_of_a_turn_it_is_none(story: Story, language: str) -> None:
    """The model read both together."""
    ana, karim = await talk(story, language)
    both = [AGREE[language][0], LATER[language]]
    story.mind.learns("\n".join(both), "affirm", sure=0.95)
    await ana.says(PERHAPS[language][0])
    for words in both:
        ana.writes(words)
    await story.settles()
    ana.reads(STILL_SHARED_AGAIN, name="Karim")
    assert (await story.handoff()).state == "talking"
    karim.hears_nothing()


@EACH
async def test_not_where_the_question_is_not_what_she_read_last(
    story: Story, language: str
) -> None:
    ana, karim = await talk(story, language)
    story.mind.learns(AGREE[language][0], "affirm", sure=0.95)
    await ana.says(PERHAPS[language][0])
    await karim.says("zal ik u bellen?")
    await ana.says(AGREE[language][0])
    ana.reads(STILL_SHARED_AGAIN, name="Karim")
    assert (await story.handoff()).state == "talking"


@EACH
async def test_asked_again_she_reads_what_says_it_for_sure(story: Story, language: str) -> None:
    ana, karim = await talk(story, language)
    await ana.says(PERHAPS[language][0])
    ana.reads(STILL_SHARED, name="Karim")
    await ana.says(LATER[language])
    assert ana.one().text == story.text(STILL_SHARED_AGAIN, language, name="Karim")
    labels = [story.text(one, language) for one in (BUTTON_STOP_NOW, BUTTON_SHARE_ON)]
    assert ana.last.labels == labels
    karim.hears_nothing()


NOT_TO_HIM = {
    "nl": "nee stuur dat niet naar Karim",
    "fr": "n'envoyez rien à Karim",
    "en": "don't send that to him",
}
JUST_NO = {"nl": "nee", "fr": "non", "en": "no"}


@EACH
async def test_what_takes_her_no_back_is_asked_about_at_once(story: Story, language: str) -> None:
    """For an hour after her no the model alone does not ask again, but what says 'not' does."""
    ana, karim = await talk(story, language)
    story.mind.doubts |= {NOT_TO_HIM[language]: ENDS, LATER[language]: ENDS}
    await ana.says(PERHAPS[language][0])
    await ana.says(JUST_NO[language])
    karim.sees(PERHAPS[language][0])
    await ana.says(LATER[language])
    karim.sees(LATER[language])
    await ana.says(NOT_TO_HIM[language])
    ana.reads(STILL_SHARED, name="Karim")
    karim.sees_not(NOT_TO_HIM[language])


@EACH
async def test_a_no_with_more_behind_it_is_not_sure(story: Story, language: str) -> None:
    """'Nee', and at once 'stuur dat niet naar Karim'."""
    ana, karim = await talk(story, language)
    await ana.says(PERHAPS[language][0])
    for words in (JUST_NO[language], NOT_TO_HIM[language]):
        ana.writes(words)
    await story.settles()
    ana.reads(STILL_SHARED_AGAIN, name="Karim")
    karim.hears_nothing()


BESIDE = {
    "nl": (
        "mijn man slaat mij, stop met delen alstublieft",
        "stop met delen want ik vertrouw u niet",
    ),
    "fr": ("je veux mourir, arrêtez de partager ça", "arrêtez de partager, il me fait peur"),
    "en": ("my husband hits me. I withdraw my consent", "stop sharing, he frightens me"),
}


@EACH
@pytest.mark.parametrize("place", [0, 1])
async def test_a_plain_wish_beside_danger_or_a_reason_is_kept_to(
    story: Story, language: str, place: int
) -> None:
    """Without the model too: the rest of the sentence is not the volunteer's either."""
    ana, karim = await talk(story, language)
    await ana.says(BESIDE[language][place])
    ana.reads(STILL_SHARED, name="Karim")
    karim.sees_not(BESIDE[language][place])


OF_HER_LIFE = {
    "nl": "hou op, ik wil niet meer",
    "fr": "arrêtez ça, je n'en peux plus",
    "en": "stop it, I can't any more",
}


@EACH
async def test_what_may_be_of_her_life_is_asked_about_too(story: Story, language: str) -> None:
    """Who reads along sees that there may be danger, and not her words."""
    ana, karim = await talk(story, language)
    story.mind.learns(OF_HER_LIFE[language], "crisis_suicide", level="ask")
    await ana.says(OF_HER_LIFE[language])
    ana.sees({"nl": "sterven", "fr": "mourir", "en": "dying"}[language])
    ana.reads(STILL_SHARED, name="Karim")
    karim.reads(UNSEEN_ASKED_MARK, name="Ana")
    karim.sees_not(OF_HER_LIFE[language])


@EACH
async def test_a_message_that_he_has_becomes_such_a_wish(story: Story, language: str) -> None:
    ana, karim = await talk(story, language)
    mine = await ana.says(LATER[language])
    await ana.edits(mine, BESIDE[language][1])
    ana.reads(STILL_SHARED, name="Karim")
    karim.sees_not(BESIDE[language][1])


RUDE = {
    "nl": "ja, Karim was onbeleefd tegen mij",
    "fr": "oui, Karim m'a insultée",
    "en": "yes, Karim was rude to me",
}


TOUCHED = {
    "nl": "ja stop, hij heeft mij aangeraakt",
    "fr": "oui arrêtez, il m'a touchée",
    "en": "yes stop, he touched me",
}


@EACH
@pytest.mark.parametrize("said", [RUDE, TOUCHED])
async def test_what_she_complains_of_in_her_yes_is_not_lost(
    story: Story, language: str, said: dict[str, str]
) -> None:
    sofie = await story.coordinator("Sofie", language)
    ana, karim = await talk(story, language)
    story.mind.learns(said[language], "affirm", sure=0.95)
    await ana.says(PERHAPS[language][0])
    await ana.says(said[language])
    ana.reads(WITHDRAWN, name="Karim")
    ana.reads(report_texts.ASK_AFTER, name="Karim")
    await ana.touches(report_texts.BUTTON_TELL)
    sofie.sees(said[language])
    karim.sees_not(said[language])
