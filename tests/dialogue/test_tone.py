"""The linter of tone, line by line: what it stops, and what it lets pass."""

import re

import pytest

from bot.dialogue import Library
from bot.dialogue.forbidden import FORBIDDEN
from bot.dialogue.model import phrases
from bot.dialogue.names import FORMS, LANGUAGES
from bot.dialogue.tone import lint

STOPPED = """
en | We missed you.
en | You haven't answered for a while.
en | Where have you been?
en | Cheer up.
en | At least you have a garden.
en | Others have it worse.
en | Everything happens for a reason.
en | Time heals.
en | It will be fine.
en | You should go out more.
en | Don't worry.
en | You can admit it.
en | I'm your friend.
en | I feel for you.
en | I know how you feel.
en | I am happy that you wrote.
en | Five days in a row.
en | You earned two points.
en | Sorry to see you go.
en | For people suffering from loneliness.
en | This stays between us.
en | The stages of grief take time.
nl | We hebben u gemist.
nl | U hebt niet geantwoord.
nl | Al lang niets van u gehoord.
nl | Kop op.
nl | U hebt tenminste een tuin.
nl | Anderen hebben het zwaarder.
nl | Alles gebeurt met een reden.
nl | De tijd heelt alles.
nl | Het komt wel goed.
nl | U moet meer buiten komen.
nl | Maak u geen zorgen.
nl | Dat mag u toegeven.
nl | Ik ben uw vriend.
nl | Ik voel met u mee.
nl | Ik ben blij met dit bericht.
nl | Vijf dagen op rij.
nl | Jammer dat u stopt.
nl | Voor wie lijdt aan eenzaamheid.
nl | Dit blijft onder ons.
nl | Alle fasen van rouw zijn goed.
fr | Vous nous avez manqué.
fr | Vous n'avez pas répondu.
fr | Je suis sans nouvelles de vous.
fr | Courage !
fr | Vous avez au moins un jardin.
fr | Il y a pire.
fr | Rien n'arrive par hasard.
fr | Le temps guérit tout.
fr | Tout ira bien.
fr | Vous devez sortir.
fr | Ne vous inquiétez pas.
fr | Avouez-le.
fr | Je suis votre ami.
fr | Je ressens votre peine.
fr | Je suis content de ce message.
fr | Cinq jours d'affilée.
fr | Dommage que vous arrêtiez.
fr | Pour qui souffre de solitude.
fr | Cela reste entre nous.
fr | Les étapes du deuil sont longues.
fr | Êtes-vous seul aujourd'hui ?
fr | Vous êtes venu(e) ici.
fr | Vous êtes arrivé hier.
fr | Les voisin·e·s sont là.
fr | Vous n'êtes pas oublié.
fr | J'espère qu'on vous a bien écouté.
fr | C'est pour toi.
fr | Quel est ton nom ?
fr@tu | C'est pour vous.
fr@tu | Choisissez un jour.
nl | Dit is voor jou.
nl@je | Dit is voor u.
nl@je | Dit is uw dag.
nl | Bel 02 000 01 01.
fr | Formez le 0800 12 345.
en | Call 112.
en | How are you? And how is the cat?
en | Good 🙂 day 🌻
en | Hello! Hello!
"""
PASSED = """
en | No answer needed.
en | It is good to read you.
en | The appointment is at nine.
en | Nothing has to be explained.
nl | Voor de puntjes op de i.
nl | Een antwoord hoeft niet.
nl | Zal ik 'je' zeggen?
nl@je | Zal ik 'u' zeggen?
nl | Om 9:30 op 14 maart.
fr | Je dis « tu » ?
fr | Un rendez-vous chez le dentiste.
fr@tu | Assez parlé du nez et du rez-de-chaussée.
fr@tu | Ton rendez-vous.
fr | C'est bien que vous soyez là.
fr | Je suis une machine.
en | Good day 🙂
en | Good news!
"""
SAD_STOPPED = """
en | Thank you!
en | I hear you, but it passes.
en | You could ring your sister.
nl | Dat is zwaar, maar het gaat over.
nl | Probeer wat te slapen.
fr | C'est dur, mais cela passe.
fr | Pourquoi ne pas sortir ?
"""


def lines(text: str) -> list[tuple[str, str]]:
    rows = [line.partition(" | ") for line in text.strip().split("\n")]
    return [(form, said) for form, _, said in rows]


@pytest.mark.parametrize(("form", "said"), lines(STOPPED))
def test_stopped(form: str, said: str) -> None:
    faults = list(lint(said, form, "say"))
    assert faults
    assert all(fault.mend for fault in faults)


@pytest.mark.parametrize(("form", "said"), lines(PASSED))
def test_passed(form: str, said: str) -> None:
    assert not list(lint(said, form, "say"))


@pytest.mark.parametrize(("form", "said"), lines(SAD_STOPPED))
def test_stopped_after_sadness_only(form: str, said: str) -> None:
    assert list(lint(said, form, "say", sad=True))
    assert not list(lint(said, form, "say"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_forbidden_phrase_is_a_pattern_that_stops(language: str) -> None:
    """Each alternative compiles alone, and none is so wide that it stops plain words."""
    plain = {"nl": "dag hoe is het met de kat", "fr": "bonjour le chat dort", "en": "hello cat"}
    for line in FORBIDDEN[language].split("|\n"):
        assert not re.search(line, plain[language], re.IGNORECASE)


@pytest.mark.parametrize(("words", "faulty"), [(20, False), (21, True)])
@pytest.mark.parametrize("form", FORMS)
def test_sentences_of_twenty_words(words: int, faulty: bool, form: str) -> None:
    said = " ".join(["dag"] * words) + "."
    assert bool(list(lint(said, form, "say"))) is faulty
    assert not list(lint(f"{'dag ' * 12}dag. {'dag ' * 12}dag.", form, "say"))


@pytest.mark.parametrize(("kind", "most"), [("say", 600), ("label", 30), ("reading", 30)])
def test_what_fits_on_a_phone(kind: str, most: int) -> None:
    said = ("dag. " * 200)[:most]
    assert not list(lint(said, "nl", kind))
    assert list(lint(said + "!", "nl", kind))


@pytest.mark.parametrize("form", FORMS)
def test_sentences_have_twelve_words_on_average_at_most(form: str, library: Library) -> None:
    texts = library.texts.to_json()[form].values()
    sentences = [s for text in texts for s in re.split(r"[.!?:]+\s|\n", text) if len(s.split()) > 2]
    assert sum(len(s.split()) for s in sentences) / len(sentences) <= 12


@pytest.mark.parametrize("slot", ["morning", "midday", "evening"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_two_weeks_of_check_ins_do_not_repeat(slot: str, language: str, library: Library) -> None:
    step = library.dialogues[slot].step("hello")
    assert step
    refs = [f"{slot}/hello/{f'variant.{n}.' if n else ''}say" for n in range(len(step.wordings))]
    said = [library.texts.find(ref, language, "formal") for ref in refs]
    assert len(set(said)) == len(said) >= 14
    silent = [text for text in said if "?" not in text]
    assert len(silent) * 3 >= len(said)  # about one in three asks nothing
    later = step.choice("later")
    assert later  # one tap is a full answer, and so is 'not today'


def test_each_question_can_be_left(library: Library) -> None:
    """'Not now' or 'rather not' is a button, and is understood, at every question. Only the very
    first one has none: which language it should be said in."""
    for dialogue in library.dialogues.values():
        for step in dialogue.steps:
            meant = {intent for choice in step.choices for intent in choice.means}
            first = (dialogue.id, step.id) == ("welcome", "language")
            assert not step.asks or first or meant & {"skip", "deny"}, (dialogue.id, step.id)


@pytest.mark.parametrize("form", FORMS)
def test_the_consent_says_who_reads_along(form: str, library: Library) -> None:
    address = "informal" if "@" in form else "formal"
    said = library.texts.find("welcome/consent/say", form[:2], address)
    for word in ("machine", "Telegram", "{organisation}"):
        assert word in said


def test_loss_gives_no_advice_and_asks_nothing(library: Library) -> None:
    for name in ("loss", "remembered_day"):
        for phrase in phrases(library.dialogues[name]):
            assert "?" not in phrase.text, phrase.ref
