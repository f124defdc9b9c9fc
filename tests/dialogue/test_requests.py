"""What is asked of a request for a person, or of whoever has it, in plain words."""

from datetime import UTC, datetime

import pytest

from bot.dialogue import Context
from bot.dialogue.answers import bare
from bot.dialogue.requests import ASK, CALL_OFF, HELPER, asks_after, worded

ASKED = """
komt er nu iemand of niet
komt er nog iemand
is er al nieuws van Karim
waar blijft Karim
bon die is weg zeker
hij is al weg zeker
et ou est ce Karim maintenant
Karim est parti ?
il est parti ou quoi
quelqu'un vient ?
Any word from Karim about the toolbox?
Karim go? i ask question
he gone already
is anybody coming
waar blijft die mens
waar blijft ze nu
personne ne vient alors
so nobody come? i wait one hour
how long wait
k wacht al een uur
hoe lang nog
ik zit hier al een uur te wachten
is mijn aanvraag nu weg?
hoe staat het met mijn aanvraag
j'attends depuis une heure, y a personne?
j'attends toujours
combien de temps encore
y a quelqu'un qui vient ou pas ?
où en est ma demande
i am still waiting for somebody
is my request gone?
any news about my request
"""
NOT = """
mijn man is weg
mijn dochter Karin komt zondag
ik ga zo weg
de poes is weg
mon fils est parti
my daughter is coming on Sunday
we praten over Karim zijn fiets en de markt en al die andere dingen van vroeger
I like Karim
mag ik nog eens met Karim praten
je voudrais parler à Karim quand il revient
can I talk to Karim when he is back
personne ne vient me voir
nobody comes to see me
er komt niemand op bezoek
waar blijft de tijd
niemand komt nog
er komt niemand meer
er komt niemand
komt er nog iemand op mijn begrafenis
ik wacht op mijn zoon
ik wacht al lang op de dood
ik wacht nog altijd op mijn man
hoe lang duurt dit leven nog
hoe lang moet ik dit nog volhouden
mijn aanvraag voor een woning is geweigerd
waar blijft mijn man
quelqu'un vient de mourir
quelqu'un vient
quelqu'un arrive chez moi ?
il n'y a personne
il n'y a personne qui m'aime
il y a quelqu'un
il y a quelqu'un qui vient chez moi la nuit ?
il y a quelqu'un qui arrive
il y a quelqu'un dans la maison
personne ne vient
personne ne viendra à mon enterrement
j'attends la mort
j'attends toujours mon fils
j'attends depuis des années que ça finisse
combien de temps il me reste
ma demande de logement est refusée
i wait for my son
i wait for my death
i have been waiting all my life
still waiting for him to come home
nobody is coming
nobody is coming to my funeral
how long have i got
how long must i live like this
my request for a visa is refused
is anyone coming to my funeral
"""


def context(**decisions: bool) -> Context:
    known = {HELPER: "Karim"} if decisions else {}
    return Context(decisions=decisions, values=known)


def lines(table: str) -> list[str]:
    return table.strip().split("\n")


@pytest.mark.parametrize("state", ["has_open_handoff", "talked_lately"])
@pytest.mark.parametrize("text", lines(ASKED))
def test_while_one_is_open_or_a_talk_has_just_ended(text: str, state: str) -> None:
    assert worded(text, context(**{state: True})) == ASK


@pytest.mark.parametrize("text", lines(ASKED))
def test_else_they_are_about_something_else(text: str) -> None:
    assert worded(text, context()) is None


@pytest.mark.parametrize("text", lines(NOT))
def test_what_is_about_somebody_else(text: str) -> None:
    assert worded(text, context(has_open_handoff=True, talked_lately=True)) is None


@pytest.mark.parametrize("text", ["en wa nu", "en nu?", "et maintenant ?", "so now what"])
def test_what_now_is_asked_of_an_open_one(text: str) -> None:
    assert worded(text, context(has_open_handoff=True)) == ASK
    assert worded(text, context(talked_lately=True)) is None
    for answer in ("nu", "maintenant", "après", "now"):  # to another question
        assert worded(answer, context(has_open_handoff=True)) is None
    assert worded(f"{text} moet ik van alles vertellen", context(has_open_handoff=True)) is None


OFF = """
laat maar
laat maar zitten
nee laat het zitten, merci
laat maar zitten, die komen toch niet
annuleer mijn aanvraag
ik wil mijn aanvraag graag annuleren
trek mijn aanvraag maar in
er hoeft niemand meer te komen
laat maar, ik vraag het aan mijn dochter
laisse tomber
non laissez tomber, merci
annulez
annulez ma demande svp
je voudrais annuler ma demande
bon ça va je vais demander à ma fille, annulez
cancel
cancel my request please
never mind
ok forget it, thanks
call it off
you don't need to send anyone
never mind, I will ask my neighbour
forget it, nobody is coming
"""
#: What may be said of her life, of others, or of another thing.
NOT_OFF = """
het hoeft niet meer
het hoeft niet meer voor mij
voor mij hoeft het niet meer
het moet niet meer
laat maar, ik ben niks waard
laat mij maar vallen
laat maar, het is toch te laat
ze laten mij zitten
mijn afspraak is geannuleerd, annuleren ze altijd
er komt toch niemand
ze komen toch niet naar mij
ik trek mijn jas in de gang aan
pas la peine
pas la peine de vivre
c'est plus la peine de continuer
laisse tomber, je vaux rien
ils ne viennent jamais me voir
elles ne viennent plus
ma fille m'a laissée tomber
le docteur a annulé
on m'a dit d'annuler le dentiste
nobody is coming to my funeral
nobody is coming
never mind me, I am worthless
forget it, I want to die
I can't forget it
they cancel every time
my doctor had to cancel
"""


@pytest.mark.parametrize("text", lines(OFF))
def test_an_open_one_is_called_off_by_plain_words(text: str) -> None:
    assert worded(text, context(has_open_handoff=True)) == CALL_OFF


@pytest.mark.parametrize("text", lines(NOT_OFF))
def test_in_doubt_nothing_is_called_off(text: str) -> None:
    assert worded(text, context(has_open_handoff=True, talked_lately=True)) is None


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Nee, laat maar", "deny"),
        ("neen dank u, laat dat maar zitten", "deny"),
        ("non merci, laissez tomber", "deny"),
        ("no thanks, forget about it", "deny"),
        ("laat het zitten", "skip"),
        ("laissez tomber", "skip"),
        ("forget it", "skip"),
        ("nee, annuleer mijn aanvraag maar", None),
        ("non, laissez tomber ma demande", None),
        ("no, forget my request", None),
        ("ja, laat maar zitten", None),
        ("non laissez tomber je vaux rien", None),
    ],
)
def test_never_mind_answers_whatever_was_asked(text: str, intent: str | None) -> None:
    assert bare(text) == intent


def test_only_an_open_one_is_called_off() -> None:
    assert worded("laat maar zitten", context(has_open_handoff=True)) == CALL_OFF
    assert worded("laat maar zitten", context(talked_lately=True)) is None


GONE = [
    "hij is weg", "die is weg zeker", "waar blijft hij", "elle est partie", "il est parti ou quoi",
    "he is gone",
]  # fmt: skip
NOW = datetime(2026, 11, 26, 16, 0, tzinfo=UTC)


@pytest.mark.parametrize("text", GONE)
def test_who_is_gone_is_a_helper_only_where_somebody_helps(text: str) -> None:
    open_one = {"has_open_handoff": True}
    assert worded(text, Context(decisions=open_one)) is None
    assert worded(text, context(**open_one)) == ASK
    assert not asks_after(text, "", mourns=False)
    assert asks_after(text, "Karim", mourns=False)


@pytest.mark.parametrize("text", GONE)
def test_who_is_gone_may_have_died(text: str) -> None:
    helps = {HELPER: "Karim"}
    opened = {"has_open_handoff": True}
    told = Context({"lost.sister": "2026-11-20"}, NOW, decisions=opened, values=helps)
    assert worded(text, told) is None
    assert worded("waar blijft Karim", told) == ASK
    assert worded(text, context(**opened), of_loss=True) is None
    assert not asks_after(text, "Karim", mourns=True)
    long_ago = Context({"lost.sister": "2026-01-20"}, NOW, decisions=opened, values=helps)
    assert worded(text, long_ago) == ASK


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ben", "waar blijft Ben"),
        ("Ben", "is er al nieuws van Ben?"),
        ("Roos", "komt Roos nog"),
        ("Rose", "et où est Rose maintenant"),
        ("Aimé", "quand revient Aimé ?"),
        ("Will", "any word from Will?"),
        ("Mark", "when does Mark come back"),
        ("Karim", "waar blijft karim"),
        # small, or where a sentence begins, but where only somebody can stand
        ("Ben", "waar blijft ben"),
        ("Ben", "wanneer komt ben"),
        ("Ben", "Ben schrijft niet meer"),
        ("Rose", "où est rose"),
        ("Rose", "Rose est partie ?"),
        ("Mark", "where is mark"),
        ("Mark", "where's mark"),
        ("Will", "Will has not answered"),
    ],
)
def test_a_name_that_is_a_word_too(name: str, text: str) -> None:
    assert asks_after(text, name, mourns=False)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ben", "ik ben vergeten te eten"),
        ("Ben", "Ben terug van de winkel"),
        ("Ben", "Ik kom. Ben zo terug"),
        ("Ben", "IK BEN TERUG"),
        ("Roos", "er komt een roos uit"),
        ("Rose", "la rose est partie"),
        ("Aimé", "j'aime quand il vient"),
        ("Will", "when will my daughter come"),
        ("Mark", "the mark has gone"),
        ("May", "in may the birds come back"),
        ("Said", "he said he was coming"),
    ],
)
def test_the_word_is_not_the_name(name: str, text: str) -> None:
    assert not asks_after(text, name, mourns=False)
