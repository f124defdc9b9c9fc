"""'When do you write?' is answered whenever the bot is asked it, and only then."""

import pytest

from bot.dialogue import Context, Library, Said, resume
from bot.dialogue.answers import wish
from bot.dialogue.asked_when import WHEN, beside
from bot.dialogue.turns import Say
from bot.understanding import Understanding

ASKS = """
hoe laat komt ge nu eigenlijk en wanneer
hoe laat schrijft ge
op welk uur schrijft gij mij?
wanneer komt ge nog eens
wanneer komt ge terug
ge komt wanneer?
wanneer schrijf je weer
zeg, wanneer hoor ik u nog eens
wanneer spreken we elkaar nog
wanneer is het volgende berichtje
wanneer krijg ik een bericht
op welke dagen schrijft u?
hoe dikwijls schrijft ge
schrijft ge morgen
gaat ge morgen schrijven?
vous m ecrivez quand la prochaine fois
tu m'écris quand ?
vous écrivez à quelle heure
quand est-ce que vous m'écrivez
quand est-ce que tu reviens
tu reviens quand
vous venez à quelle heure ?
quand revenez-vous
c'est quand la prochaine fois
c'est quand le prochain message ?
quels jours vous écrivez
à quelle heure vient le prochain message
quand est-ce que j'aurai de vos nouvelles
quand est-ce qu'on se reparle
vous m'écrivez demain ?
tous les combien vous écrivez
when do you write
what time do you write to me
when will you write again?
when are you coming back
what time do you come
when do you come back
which days do you write?
how often do you write
will you write tomorrow?
when will I hear from you
when is the next message
when comes the next greeting
when do we talk again
so when are you going to write
you will write when?
"""
NOT = """
wanneer schrijft mijn dochter
hoe laat komt de dokter
wanneer komt de verpleegster
hoe laat is het
als ge schrijft ben ik blij
wanneer ge schrijft ben ik blij
ge schrijft te dikwijls
wanneer stopt dit
schrijf mij morgen
wanneer komt er eindelijk een mens
ik weet niet wanneer hij komt
wanneer wordt het beter
quand vous m'écrivez ça me fait plaisir
quand tu m'écris je pleure
quand vient ma fille
à quelle heure vient l'infirmière
quelle heure est-il
vous m'écrivez trop
quand est-ce que ça va finir
je ne sais pas quand il revient
quand mon mari reviendra
écrivez-moi demain
quand est-ce que quelqu'un vient
quand vous reviendrez je ne serai plus là
when my daughter writes I cry
when does the nurse come
what time is it
when you write I feel better
you write too often
write to me tomorrow
when will this end
when will someone come
I do not know when he comes back
when you come back I will be gone
when is my appointment
when does it get better
"""
BESIDE = """
hoe laat schrijf je mij eigenlijk? en kost dit iets? en ben jij een echte mens? | identity
zijt gij een robot? en wanneer schrijft ge | identity
wanneer schrijft ge? en kost dat iets? | cost
vous m'écrivez quand ? et c'est une vraie personne ? | identity
vous écrivez à quelle heure ? et ça coûte combien ? | cost
when do you write? and are you a real person? | identity
what time do you write? does it cost anything? | cost
wanneer schrijf je? moet ik iets betalen? | cost
quand écris-tu ? tu es un robot ? | identity
quand écris-tu ? est-ce que c'est gratuit ? | cost
when do you write? am I talking to a human? | identity
"""
TOLD_BESIDE = """
wanneer schrijf je? Waarom wil geen mens mij?
wanneer schrijf je? is er nog een mens die om mij geeft?
wanneer schrijf je? ben ik nog een mens?
wanneer schrijf je? is het leven echt gratis?
quand écris-tu ? Pourquoi personne ne m'aime ?
quand écris-tu ? est-ce qu'une personne viendra ?
quand écris-tu ? suis-je une machine ?
quand écris-tu ? combien coûte une corde ?
when will you write? Why does my pain cost me my life?
when will you write? is it free to die?
when do you write? am I a real person?
when do you write? does any person care?
"""


@pytest.mark.parametrize("text", ASKS.strip().split("\n"))
def test_it_is_asked(text: str) -> None:
    assert wish(text) == WHEN


@pytest.mark.parametrize("mark", ["", "?"])
@pytest.mark.parametrize("text", NOT.strip().split("\n"))
def test_it_is_not_asked(text: str, mark: str) -> None:
    assert wish(text.rstrip("?") + mark) != WHEN


@pytest.mark.parametrize("row", BESIDE.strip().split("\n"))
def test_each_of_several_questions_is_answered(library: Library, row: str) -> None:
    text, first = (part.strip() for part in row.split("|"))
    context = Context(
        {"language": "nl", "hour": "10:30", "days": "mo,tu"},
        decisions={"has_consent": True},
        values={"next": "morgen om 10:30", "organisation": "O"},
        said=text,
    )
    turn = resume(library, None, Said(Understanding(text, "nl", "ask_help", 0.7)), context)
    refs = [one.ref.split("/")[0] for one in turn.effects if isinstance(one, Say)]
    assert refs[0] == first
    assert refs[-1] == "when"


@pytest.mark.parametrize("text", TOLD_BESIDE.strip().split("\n"))
def test_what_is_told_beside_it_as_a_question_is_heard(text: str) -> None:
    assert beside(text) is None


def test_one_question_is_none_beside_another() -> None:
    assert beside("ben jij een echte mens? kost dit iets?") is None


@pytest.mark.parametrize(
    ("decisions", "step"),
    [
        ({"has_consent": True}, "told"),
        ({"has_consent": True, "is_paused": True}, "say_open"),
        ({"is_stopped": True}, "say_stopped"),
        ({}, "say_refused"),
    ],
)
@pytest.mark.parametrize("text", ["wanneer komt ge", "tu reviens quand", "when do you come"])
def test_it_is_answered_truly(
    library: Library, text: str, decisions: dict[str, bool], step: str
) -> None:
    facts = {"language": "fr", "hour": "10:30", "days": "mo,tu", "until": "2026-03-09"}
    context = Context(facts, decisions=decisions, values={"next": "demain à 10:30"})
    turn = resume(library, None, Said(Understanding(text, "fr", "pause_contact", 0.8)), context)
    assert [one.ref for one in turn.effects if isinstance(one, Say)] == [f"when/{step}/say"]
