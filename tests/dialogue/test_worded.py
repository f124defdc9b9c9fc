"""Wishes in plain words, heard without any NLU and in every state."""

import pytest

from bot.dialogue import Context, Library, Said, resume, start
from bot.dialogue.answers import wish
from bot.understanding import Understanding

HEARD = """
avoid_topic | begin niet meer over mijn broer
avoid_topic | Praat alstublieft niet over de kerk
avoid_topic | ne me parlez plus de mon frère
avoid_topic | Ne parlez pas d'argent
avoid_topic | Please don't talk about my brother
avoid_topic | topics to avoid
see_memory | Wat onthoudt u?
see_memory | wat weet je over mij
see_memory | que savez-vous de moi ?
see_memory | Qu'est-ce que tu retiens
see_memory | what do you remember about me
keep_date | onthoud de dag dat ze stierf
keep_date | kunt ge 1 december onthouden, de sterfdag van Albert?
keep_date | onthoud 14 maart, dan is ons Greet jarig
keep_date | kan je 14 maart onthouden als verjaardag van mijn dochter?
keep_date | pouvez-vous retenir le 1er décembre, la mort d'Albert ?
keep_date | can you remember 1 December, the day Albert died?
keep_date | retenez cette date
keep_date | please remember this date
keep_date | onthoud 1 december
keep_date | retenez le 1er décembre
keep_date | remember 1 December
offer_less | minder vaak aub
offer_less | moins souvent
offer_less | fewer messages please
request_human | het is zo stil hier. kan ik met iemand pratn?
request_human | mijn zus is boos en ik weet het niet meer zou ik eens met een mens kunnen praten
request_human | mag ik efkes met iemand klappen
request_human | Je dors mal. Est-ce que je pourrais parler à quelqu'un de chez vous ?
request_human | j'aimerais bien discuter avec une vraie personne
request_human | not a good week. could I please talk to someone?
request_human | I'd like to speak with a real person
stop_contact | laat mij gerust aub
stop_contact | schrijf mij niet meer
stop_contact | Je ne veux plus de messages !
stop_contact | laissez-moi tranquille
stop_contact | No more messages, please.
stop_contact | leave me alone
resume_contact | nee nee ge moet wel blijven schrijven elke dag!
resume_contact | je mag wel blijven schrijven elke dag hoor
resume_contact | jij moet zeker blijven schrijven!
resume_contact | verkeerd verstaan, ik wil wel berichten
resume_contact | non je veux bien les messages
resume_contact | n'arrêtez surtout pas
resume_contact | Please don't stop
resume_contact | no, keep writing to me every day please
ask_when | op welk uur schrijft gij?
ask_when | wanneer schrijft ge mij?
ask_when | Om hoe laat ga je mij schrijven?
ask_when | wanneer gaat ge nog eens schrijven
ask_when | ge schrijft mij wanneer?
ask_when | schrijft ge mij morgen?
ask_when | gaat ge morgen schrijven
ask_when | op welke dagen schrijft u
ask_when | hoe dikwijls schrijft ge eigenlijk
ask_when | en wanneer hoor ik nog iets van u?
ask_when | wanneer krijg ik een berichtje
ask_when | wanneer is het volgende bericht?
ask_when | à quelle heure tu écris?
ask_when | À quelle heure est-ce que vous m'écrivez ?
ask_when | quand m'écrirez-vous ?
ask_when | quand allez-vous m'écrire
ask_when | tu écris quand ?
ask_when | vous m'écrivez demain ?
ask_when | c'est quand le prochain message
ask_when | quels jours vous écrivez ?
ask_when | when will you write?
ask_when | When are you going to write to me?
ask_when | what time do you write
ask_when | which days do you write
ask_when | how often will you write?
ask_when | will you write tomorrow?
ask_when | when will I hear from you?
ask_when | when is the next message
ask_why_quiet | waarom hebt ge gisteren niet geschreven?
ask_why_quiet | Waarom heb je mij niet geschreven?
ask_why_quiet | waarom schrijft ge mij niet meer
ask_why_quiet | ge hebt mij gisteren niks gestuurd
ask_why_quiet | ik heb gisteren niets van u gehoord
ask_why_quiet | waarom gisteren geen bericht?
ask_why_quiet | pourquoi tu n'as pas écrit hier ?
ask_why_quiet | Pourquoi vous ne m'avez pas écrit ?
ask_why_quiet | pourquoi n'avez-vous pas écrit ce matin
ask_why_quiet | vous ne m'avez pas écrit hier
ask_why_quiet | je n'ai rien reçu de vous hier
ask_why_quiet | why didn't you write yesterday?
ask_why_quiet | why did you not write
ask_why_quiet | why haven't you written to me
ask_why_quiet | you didn't write yesterday
ask_why_quiet | I didn't hear from you yesterday
tell_name | Mon nom est Amina
tell_name | je m'appelle Jeanne
tell_name | appelez moi madame dubois svp
tell_name | Goeiedag, ik ben Jeanne
tell_name | nee, mijn naam is Jeanne
tell_name | noem mij maar Jeanne
tell_name | call me Peg please
tell_name | it's Jeanne with two n
change_address | ge moogt gij zeggen
change_address | on se tutoie
take_leave | ik heb u niet meer nodig
take_leave | je n'ai plus besoin de vous
take_leave | I don't need you any more
"""
NOT_HEARD = """
mijn broer praat niet over vroeger
ik wil afscheid nemen van alles
vaarwel
adieu
farewell
on me demande trop
what do you do
ik kan met niemand praten
vroeger kon ik met iedereen praten
zou ik eens met iemand van de gemeente kunnen praten
je voudrais parler à quelqu'un de la mutuelle
je peux parler avec tout le monde, pas de souci
I could not talk to someone like that
can I speak to somebody from the council
mijn zoon mag wel blijven slapen
blijf niet schrijven
ik wil toch geen berichten
ik wil wel minder berichten van de bank
ne continuez pas à m'écrire
I don't want you to keep writing
please stop
laat mij met rust zei ik tegen hem
je m'appelle Jeanne et je dors mal
wanneer schrijft mijn dochter nog eens
mijn zoon schrijft mij niet meer
waarom schrijft ze niet meer
wanneer komt de dokter
hoe laat is het
quand est-ce que mon fils m'écrira
ma fille ne m'a pas écrit hier
pourquoi il n'écrit plus
when will my daughter write
why didn't she write to me
je n'ai rien reçu de mes enfants hier
schrijf mij morgen om tien uur
ik ben moe
call me tomorrow
minder vaak pijn dan vroeger, gelukkig
"""
ROWS = [tuple(line.split(" | ")) for line in HEARD.strip().split("\n")]


@pytest.mark.parametrize(("intent", "text"), ROWS)
def test_heard(intent: str, text: str, library: Library) -> None:
    assert wish(text) == intent
    dialogue = library.by_intent(intent)
    asked = start(library, "hour", Context())
    turn = resume(library, asked.position, Said(Understanding(text, "nl")), Context())
    assert dialogue
    assert dialogue.id in [name for name, _, _ in turn.why.trail]


@pytest.mark.parametrize("text", NOT_HEARD.strip().split("\n"))
def test_not_heard(text: str) -> None:
    """A story is a story; a bare goodbye may be a hint of danger and is left to safety."""
    assert wish(text) is None
