"""Wishes in plain words, heard without any NLU and in every state."""

import pytest

from bot.dialogue import Context, Library, Said, resume, start
from bot.dialogue.answers import wish
from bot.dialogue.readers import read_address
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
ask_trust | is dit oplichting?
ask_trust | Is dit geen oplichterij?
ask_trust | zijt ge wel te vertrouwen
ask_trust | hoe weet ik dat dit geen scam is
ask_trust | kan ik u wel vertrouwen?
ask_trust | ik vertrouw u niet
ask_trust | C'est une arnaque ?
ask_trust | est-ce que c'est sérieux ou une arnaque
ask_trust | vous êtes des escrocs
ask_trust | est-ce que je peux vous faire confiance
ask_trust | j'ai pas confiance
ask_trust | is this a scam?
ask_trust | is this some kind of scam
ask_trust | can I trust you?
ask_trust | how do I know this is real
ask_trust | I don't trust you
ask_seen | he can read this?
ask_seen | can my husband see this
ask_seen | mon ex peut les voir ?
ask_seen | est-ce qu'il peut lire mes messages
ask_seen | kan mijn man dit lezen
ask_seen | ziet hij wat ik hier schrijf
ask_authorities | leest de politie mee?
ask_authorities | leest de politie of de dvz mee
ask_authorities | kan het ocmw dit zien
ask_authorities | geeft ge dit door aan vreemdelingenzaken
ask_authorities | zijt gij van de politie
ask_authorities | la police lit ça ?
ask_authorities | est-ce que les autorités lisent mes messages
ask_authorities | l'Office des étrangers peut voir ceci ?
ask_authorities | vous travaillez pour la police ?
ask_authorities | vous donnez mon nom au cpas
ask_authorities | does the police or immigration read along?
ask_authorities | can immigration see my messages
ask_authorities | will you report me to the authorities
ask_authorities | are you the police
ask_number | van wie hedde gij mijn nummer
ask_number | Hoe komt ge aan mijn nummer?
ask_number | hoe kom je aan mijn gsm nummer
ask_number | wie heeft u mijn telefoonnummer gegeven
ask_number | waar hebt u mijn nummer vandaan
ask_number | comment vous avez mon numéro
ask_number | d'où avez-vous mon numéro de téléphone ?
ask_number | qui vous a donné mon numéro
ask_number | how did you get my number
ask_number | who gave you my phone number?
ask_number | wie heeft mijn nummer doorgegeven
ask_number | wie heeft mijn nummer aan u gegeven
ask_number | qui a donné mon numéro
ask_number | who passed on my number
ask_cost | moet ik iets kopen
ask_cost | moet ik bij u iets kopen?
ask_cost | dois-je acheter quelque chose
ask_cost | est-ce que je dois acheter quelque chose chez vous
ask_cost | do I have to buy something
ask_cost | must I buy something from you?
ask_cost | wilde gij mij iets verkopen
ask_cost | verkoopt ge soms iets?
ask_cost | vous vendez quelque chose
ask_cost | vous voulez me vendre quelque chose ?
ask_cost | are you selling something
ask_cost | do you want to sell me something?
ask_cost | kost dit geld?
ask_cost | moet ik hiervoor betalen
ask_cost | is dit gratis
ask_cost | wie betaalt u?
ask_cost | wie zit hier achter
ask_cost | verkoopt ge mijn gegevens
ask_cost | c'est payant ?
ask_cost | ça coûte quelque chose
ask_cost | est-ce que je dois payer
ask_cost | qui vous paie ?
ask_cost | qui est derrière ça
ask_cost | vous vendez mes données ?
ask_cost | does this cost money?
ask_cost | do I have to pay for this
ask_cost | is it free here?
ask_cost | c'est gratuit ici ?
ask_cost | is het hier gratis?
ask_cost | moet ik hiervoor betalen?
ask_cost | dois-je payer pour ça ?
ask_complaints | je veux porter plainte contre la bénévole
ask_complaints | ik wil een klacht neerleggen over de vrijwilliger
ask_trust | ik geloof u niet
ask_cost | je dois payer quelque chose ?
ask_cost | je dois payer pour ça
ask_cost | is it free of charge
ask_cost | is it really free
ask_cost | moet ik jullie betalen
ask_cost | moet ik daarvoor betalen
ask_cost | is deze dienst gratis
ask_authorities | c'est la police ?
ask_authorities | vous êtes de la police ?
ask_cost | who pays you?
ask_cost | who is behind this
ask_cost | do you sell my data
ask_complaints | waar kan ik klagen?
ask_complaints | bij wie kan ik mij beklagen
ask_complaints | ik wil een klacht indienen over de vrijwilliger
ask_complaints | ik wil klagen over deze dienst
ask_complaints | où se plaindre ?
ask_complaints | à qui je peux me plaindre
ask_complaints | comment faire une réclamation
ask_complaints | je veux me plaindre du bénévole
ask_complaints | je veux porter plainte contre vous
ask_complaints | how do I complain?
ask_complaints | where can I make a complaint about you
ask_complaints | I want to complain about a volunteer
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
change_address | tutoie moi va
change_address | Tutoie-moi s'il te plaît
change_address | tu peux me tutoyer stp
change_address | vous pouvez me tutoyer
change_address | tu peux me dire tu
change_address | oui vous pouvez me dire tu
change_address | zeg maar gij tegen mij
change_address | zegt maar je tegen mij hoor
change_address | zeg gerust jij
change_address | je mag me tutoyeren
change_address | ge moogt mij gerust tutoyeren
change_address | ge moogt tegen mij gij zeggen
change_address | ge moet geen u zeggen
change_address | tutoyeer maar
change_address | allez zeg maar gij
take_leave | ik heb u niet meer nodig
take_leave | je n'ai plus besoin de vous
take_leave | I don't need you any more
"""
NOT_HEARD = """
je veux porter plainte
où porter plainte
porter plainte contre mon voisin
ik wil een klacht neerleggen
waar kan ik klacht neerleggen
ik wil klacht neerleggen bij de politie
ik geloof het niet
je dois payer
je dois payer demain
moet ik betalen?
do I have to pay?
is het gratis?
is het daar gratis?
c'est gratuit ?
is it free?
ça coûte cher
c'est la police
c'est l'huissier
it's the police
trap
con
trick
piège
valstrik
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
is die brief van de bank oplichting
ik ben opgelicht door een man aan de deur
mijn zoon is niet te vertrouwen
ce mail est une arnaque
je ne fais plus confiance à ma fille
c'est sérieux
c'est faux
is this letter from the bank a scam
I can't trust my brother any more
de politie is langs geweest
de politie heeft mijn man meegenomen
la police est venue hier
j'ai rendez-vous au cpas
the police came last night
I called the police
kost de koffie daar geld
wat kost dat in het buurthuis
wie betaalt mijn huur
qui paie mes factures
ça me coûte beaucoup d'en parler
how much is the soup there
I can't pay my rent
ik wil niet klagen
ik mag niet klagen
de buren komen altijd klagen
ik wil een klacht indienen tegen mijn huisbaas
je ne veux pas me plaindre
je veux porter plainte contre mon mari
I can't complain
my neighbour complains about everything
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


ADDRESS = """
informal | tutoie moi va
informal | tu peux me tutoyer stp
informal | tu peux me dire tu
informal | vous pouvez me dire tu
informal | zegt maar gij tegen mij
informal | zeg maar je tegen mij
informal | je mag me tutoyeren
informal | u mag je zeggen
informal | ge moet geen u zeggen
formal | vous pouvez me vouvoyer
formal | tu peux me dire vous
formal | je mag u zeggen
informal | ne me vouvoyez plus
informal | arrêtez de me vouvoyer
informal | il ne faut plus me vouvoyer
informal | vousvoyeer mij niet meer
informal | niet vousvoyeren
formal | me tutoie pas
formal | ne me tutoyez pas
formal | je veux pas qu'on me tutoie
formal | tutoyeer mij niet
formal | niet tutoyeren
"""


@pytest.mark.parametrize("line", ADDRESS.strip().split("\n"))
@pytest.mark.parametrize("question", [None, "hour"])
def test_the_form_of_address_is_set_at_once(
    library: Library, line: str, question: str | None
) -> None:
    """Without the model, also while something else is asked, which is asked again."""
    form, text = line.split(" | ")
    context = Context(facts={"language": "fr"})
    at = start(library, question, context).position if question else None
    turn = resume(library, at, Said(Understanding(text, "fr")), context)
    assert turn.facts["address"] == form
    assert (turn.position and turn.position.dialogue) == question


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("tutoyez-moi, pas de souci", "informal"),
        ("tutoie-moi plus souvent", "informal"),
        ("pourquoi pas me tutoyer", "informal"),
        ("on peut se tutoyer, pas besoin de vous", "informal"),
        ("vouvoyez-moi plutôt", "formal"),
        ("tutoie-moi pas", "formal"),
        ("niet tutoyeren maar vousvoyeren", "formal"),
        ("je préfère ne pas être vouvoyée", "informal"),
        ("plus de vous entre nous", "informal"),
        ("stop met vousvoyeren", "informal"),
        ("please don't tutoyer me", "formal"),
        ("ik wil niet dat je mij tutoyeert", "formal"),
        # 'not' about something else
        ("n'hésitez pas à me tutoyer", "informal"),
        ("hésitez pas, tutoyez-moi", "informal"),
        ("ne vous gênez pas, tutoyez-moi", "informal"),
        ("ça ne me dérange pas qu'on me tutoie", "informal"),
        ("pourquoi ne pas se tutoyer", "informal"),
        ("waarom niet tutoyeren", "informal"),
        ("ik vind tutoyeren niet erg", "informal"),
        ("tutoyeer me maar, niet zo formeel", "informal"),
        ("personne ne me tutoie plus", None),
        # there is no need of it
        ("pas besoin de me vouvoyer", "informal"),
        ("ce n'est pas la peine de me vouvoyer", "informal"),
        ("dat vousvoyeren hoeft niet", "informal"),
        ("vousvoyeren is niet nodig", "informal"),
    ],
)
def test_a_form_that_is_refused_is_the_other_one(text: str, form: str | None) -> None:
    assert read_address(Understanding(text, "fr"), Context()) == form
