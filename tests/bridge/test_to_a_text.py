"""What words say to a text that waits for a yes, whatever the model takes them for."""

from __future__ import annotations

import pytest

from bot.to_a_text import Said, said_to
from bot.understanding import Understanding

REFUSALS = [
    "nee", "nee, liever niet", "nee doe maar niet", "nee dank u", "neen, dat wil ik niet",
    "non merci", "ne partagez pas", "non, je ne veux pas partager ça", "pas maintenant",
    "no thanks", "please don't share it", "no, I would rather not",
]  # fmt: skip
#: A model is not needed for these, and does not know better.
PLAINLY = [
    "nee laat maar", "nee da niet", "liever niet", "nee dat niet", "neen, laat maar zitten",
    "och nee, toch maar niet delen", "stuur het maar niet", "non laisse", "non, laissez tomber",
    "non, ne l'envoyez pas", "je préfère pas", "no leave it", "never mind", "rather not, thanks",
    "oh nee", "ik heb liever van niet", "liever niet nu", "nog niet", "niet vandaag", "nee hoor",
    "ik wil niet dat ge het deelt", "ge moogt dat niet delen", "nu liever niet", "ah non",
    "plutôt pas", "pas encore", "non, pas aujourd'hui", "je préfère ne pas partager",
    "je ne veux pas que vous partagiez ça", "surtout pas, merci", "oh no", "not yet", "not now",
    "nog niet, neen", "nee, gene zin", "helemaal niet", "neeje", "niet voor mij, merci",
    "non, sans façon", "pas vraiment", "nan merci", "not really", "no way", "not for me, thanks",
    "dont", "please dont", "dont share", "dont send it", "i dont think so", "i dont want that",
    "cancel it", "annulez", "annuleer maar", "annuleer alles", "cancel everything", "tout annuler",
    "geen goesting", "niets voor mij", "ni", "nooit",
    "nee nooit", "jamais", "never", "niets delen", "rien partager", "n'envoyez rien",
    "laat ze maar zitten", "no, don't send anything", "I don't want you to share it",
    "I'd prefer not to",
]  # fmt: skip
NO_NO = [
    "nee, zonder mijn woorden",
    "nee dat van mijn zoon niet",
    "laat het zo",
    "liever niet?",
    "laissez comme ça",
    "non, sans mes mots",
    "leave my son out",
    "niet zeker",
    "nee doe maar",
    "nee, ik wil het delen",
    "ge moogt het delen",
    "nee nu",
    "nee toch",
    "dat liever niet",
    "ik weet het nog niet",
    "niet alles",
    "non, partagez",
    "je veux partager",
    "pas tout",
    "pas ça",
    "je ne veux rien",
    "non maintenant",
    "no, share it",
    "I want to share it",
    "no, now",
    "not all of it",
    "don't share my name",
    "nog niet dood",
    "pas encore morte",
    # how she is
    "ik wil niks doen",
    "niks doen",
    "doe niks",
    "laat ze maar",
    "nooit goed",
    "geen goesting om te leven",
    "rien faire",
    "je veux rien faire",
    "jamais contente",
    "I don't do anything",
    "dont do anything",
    "never again",
    "i dont want to live",
]
#: Whatever the model makes of it, there is more in it than a yes.
NO_YES = [
    "waarom stuur je het", "ik wil niet dat ge het deelt", "wie zegt dat ge het deelt",
    "ja maar zonder mijn naam", "ja, alleen dat van mijn zoon niet", "stuur het eerst naar mij",
    "deel het?", "stuur het nog niet", "ik zei niet ja stuur het",
    "ja, verander eerst dat zinnetje",
    "pourquoi tu partages ça", "oui mais pas mon nom", "oui, sauf la fin", "vous le partagez ?",
    "n'envoie pas ça", "oui attendez", "why do you share it", "yes but without my name",
    "did you send it?", "don't share it", "yes, only the lamp", "who said share that",
]  # fmt: skip
PARTS = [
    "dat van alleen zitten moet er af", "nee ik wil wel iemand, alleen dat zinneke weg",
    "dat eerste zinnetje mag weg", "dat van Albert moet er niet in, de rest mag",
    "laat dat van mijn zoon maar weg", "zet er maar bij dat het voor een lamp is",
    "mettez que c'est pour une ampoule", "non. mettez plutôt que c'est pour la lampe",
    "enlevez ce que j'ai dit de ma fille", "la première phrase, non", "le reste, ça peut",
    "take that about my son out", "no, not the first sentence", "put that it is for a lamp",
]  # fmt: skip
ELSEWHERE = [
    "ik kom er alleen niet meer uit", "ik moet weg", "mijn man is weg", "ik heb zin in koffie",
    "on m'a retiré mes enfants", "je mets la table", "my son moved out", "it is right here",
]  # fmt: skip


def heard(text: str, intent: str | None = None, sure: float = 0.9) -> Said | None:
    return said_to(text, "Ja, deel", "Nee, niet delen", Understanding(text, "nl", intent, sure))


@pytest.mark.parametrize("text", REFUSALS)
def test_a_plain_no(text: str) -> None:
    assert heard(text, "deny") is Said.NO


@pytest.mark.parametrize("intent", ["deny", "skip", "out_of_scope", "smalltalk", "goodbye", None])
@pytest.mark.parametrize("text", PLAINLY)
def test_a_plain_no_whatever_the_model_makes_of_it(text: str, intent: str | None) -> None:
    assert heard(text, intent) is Said.NO


@pytest.mark.parametrize("text", NO_NO)
def test_no_plain_no(text: str) -> None:
    assert heard(text) is not Said.NO


@pytest.mark.parametrize("intent", ["affirm", "deny", "ask_privacy", None])
@pytest.mark.parametrize("text", NO_YES)
def test_no_plain_yes(text: str, intent: str | None) -> None:
    assert heard(text, intent) is not Said.YES


@pytest.mark.parametrize("intent", ["affirm", "deny", None])
@pytest.mark.parametrize(
    "text",
    ["stuur het maar", "ja deel het", "oui envoyez-le", "partagez ça, merci", "yes send it"],
)
def test_a_plain_yes_whatever_the_model_makes_of_it(text: str, intent: str | None) -> None:
    assert heard(text, intent) is Said.YES


@pytest.mark.parametrize("intent", ["deny", "affirm", "request_human", "feel_lonely", None])
@pytest.mark.parametrize("text", PARTS)
def test_a_part_of_it(text: str, intent: str | None) -> None:
    assert heard(text, intent) is Said.PART


@pytest.mark.parametrize("text", ELSEWHERE)
def test_words_for_the_bot_stay_so(text: str) -> None:
    assert heard(text, "tell_health") is None


@pytest.mark.parametrize(
    "text", ["en wie zijt gij?", "wie is daar?", "qui êtes-vous ?", "who are you?"]
)
def test_who_the_bot_is_is_no_question_about_the_text(text: str) -> None:
    assert heard(text, "ask_bot_identity") is None


@pytest.mark.parametrize(
    ("text", "intent", "sure", "said"),
    [
        ("nee, maar wel met een vrouw", "deny", 0.9, Said.PART),
        ("mijn lamp is stuk", None, 0.0, Said.UNSURE),
        ("mijn lamp is stuk", "out_of_scope", 0.9, Said.UNSURE),
        ("mijn lamp is stuk", "greet", 0.3, Said.UNSURE),
        ("mijn man is er niet meer", "tell_loss", 0.3, None),
        ("stop", "affirm", 0.9, None),
        ("ja, deel", "ask_privacy", 0.6, Said.YES),
        ("doe maar", None, 0.0, Said.YES),
    ],
)
def test_by_what_the_model_made_of_it(
    text: str, intent: str | None, sure: float, said: Said | None
) -> None:
    assert heard(text, intent, sure) is said
