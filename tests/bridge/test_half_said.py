"""What may end the sharing beside other words is asked about; ordinary talk is not."""

import pytest

from bot.dialogue.enough import said
from bot.half_said import may_end
from bot.spelling import slipped

MAY = """
verder praten zonder Karim
zonder vrijwilliger verder praten aub
parler sans Karim svp
can we talk without Karim please
I'd talk to you again but without Karim
Ik geef geen toestemming meer voor mijn verhaal
mijn dochter wil dat ge stopt met delen
mijn dochter zegt dat ik moet stoppen met delen
de dokter vindt dat ik beter stop met delen
ik moet van mijn zoon stoppen met delen
mijn dochter wil niet dat ge meeleest
mijn zoon wil niet dat gij mijn berichten leest
ik wil niet dat iemand dit leest
ik wil dat niemand nog meeleest
niemand mag dit lezen
laat hem niet meer meelezen
kunt ge ervoor zorgen dat Karim dit niet meer leest
hou op, ik wil niet meer
hou op ik wil niet meer
stop, het is genoeg
hou op, ik heb er genoeg van
ik wil hiermee stoppen
ik trek mijn toestemming dus definitief in Karim
ik trek mijn toestemmign in
ik trek mijn toestemming in voor het delen
hierbij trek ik mijn toestemming in
ik neem mijn toestemming terug
ge hebt mijn toestemming niet meer om te lezen
ik geef u vanaf vandaag geen toestemming meer
ik ben niet meer akkoord met het meelezen
ik had daar nooit toestemming voor gegeven
stop onmiddellijk met delen
stop nu direct met alles te delen
zou je willen stoppen met delen
stop met dleen
stop met alles door te sturen
luister Karim ge zijt altijd heel vriendelijk geweest maar ik heb liever dat ge stopt met delen
ik wil dit gesprek beëindigen
geen vrijwilliger meer aub
mijn kinderen willen niet dat vreemden meelezen
Karim moet weg uit dit gesprek
ik heb spijt dat ik ja heb gezegd
ik trek mijn ja in
ik wil alleen nog met de robot praten
ik wil liever praten zonder vrijwilliger
wis alles wat ik gedeeld heb
mes enfants ne veulent pas que des inconnus lisent
Karim doit sortir de cette conversation
je regrette d'avoir dit oui
je reprends mon oui
je veux parler seulement avec le robot
je préfère parler sans bénévole
effacez tout ce que j'ai partagé
my children don't want strangers to read along
I don't want my messages read any more
Karim must leave this conversation
I regret saying yes
I take back my yes
I only want to talk to the robot
I'd rather talk without a volunteer
delete everything I shared
ma fille veut que vous arrêtiez de partager
ma fille dit que je dois arrêter de partager
le médecin dit d'arrêter de partager
ma fille ne veut pas que vous lisiez mes messages
je ne veux pas que quelqu'un lise ça
je veux que personne ne lise
personne ne doit lire ça
ne le laissez plus lire
faites que Karim ne lise plus
arrête je veux plus
arrêtez ça, ça suffit
arrête, j'en ai assez
je veux arrêter tout ça
je retire donc définitivement mon accord Karim
je retire mon acord
je retire mon consentemment
j'ai retiré mon accord
vous n'avez plus mon accord pour lire
je ne suis plus d'accord que vous lisiez
je n'ai jamais donné mon accord
arrêtez immédiatement de partager
je vous demande d'arrêter de partager
arrêtez de patager
coupez le partage
arrêtez de transmettre tout ce que j'écris
je veux terminer cette conversation
plus de bénévole svp
he wants you to stop sharing
my daughter wants you to stop sharing
my daughter says I should stop sharing
the doctor says I must stop sharing with you
my daughter doesn't want you to read this
I don't want anyone to read this
nobody may read this
don't let him read along any more
make sure Karim doesn't read this any more
stop I dont want this anymore
stop it, I don't want this
stop, I've had enough
I hereby withdraw my consent Karim
I withdraw my consnet
I withdrow my consent
I have withdrawn my consent
you no longer have my consent to read
I never gave my consent
I no longer agree with you reading
from today I no longer consent
stop sharing immediately
could you stop sharing
stop sharign
turn off the sharing
stop passing on what I write
I want to end this conversation
no more volunteer
ik heb er spijt van dat ik ja gezegd heb
ik heb er spijt van dat ik ja gezegd heb tegen Karim
ik had nooit ja mogen zeggen
ik heb per ongeluk ja gezegd
geen toestemming meer
I regret sharing this
I said yes by mistake
I should never have said yes
j'ai dit oui par erreur
je n'aurais pas dû dire oui
je regrette d'avoir partagé ça
dit mag Karim niet weten
Karim mag dit niet zien, hij maakt zich zorgen
zeg dat niet tegen Karim
zeg niets tegen Karim aub
vertel dit niet aan Karim want hij schrikt
dit is niet voor Karim
dit is niet voor de vrijwilliger
ik wil niet dat Karim dit weet
Karim ne doit pas savoir ça
ne dites rien à Karim
ne le dis pas à Karim s'il te plaît
ce n'est pas pour Karim
je ne veux pas que Karim sache ça
don't tell Karim
please don't tell Karim this
this is not for Karim
Karim must not see this
I don't want Karim to know this
Karim moet uit dit gesprek
ik wil dat Karim weg gaat uit het gesprek
ik wil dat Karim uit dit gesprek gaat
I want to talk without Karim
ik geef geen toestemming voor het delen
ik geef geen toestemming om dit te delen
I don't give my consent for sharing
je n'ai jamais donné mon accord pour partager
je ne donne pas mon accord pour ça
verwijder wat ik gestuurd heb
"""
NOT = """
hou op, ge doet mij lachen
kunt ge mijn berichten aan mijn zoon doorsturen als ik er niet meer ben
pouvez-vous transmettre ça à mon fils quand je ne serai plus là
can you forward this to my son when I am no more
zonder Karim zou ik met niemand praten
ik praat liever met u dan met de robot
hoe verwijder ik mijn berichten van de dokter
ik heb spijt dat ik ja zei tegen mijn zoon
sans Karim je ne parle à personne
je parle mieux avec vous qu'avec le robot
je regrette d'avoir partagé ma chambre
comment supprimer mes messages du médecin
I can't talk without Karim
I like talking to you more than to the robot
I regret sharing a room with her
I said yes to the vaccination, my yes year
u hebt mijn toestemming
vous avez mon accord
you have my consent
hou op zeg, dat is te grappig
stop, ik moet lachen
hou op, ik kan niet meer van het lachen
hou op met uw complimenten
hou op Karim, gij zot
stop, er belt iemand
ik wil niet meer
ik kan niet meer
ik wil niet meer koken vandaag
ik wil niet meer, ik ben moe
mijn dochter wil dat ik stop met roken
mijn zoon deelt zijn kamer niet meer
ik kan mijn bed niet meer delen met hem
ik durf niet alles te delen
mijn buurman stopt niet met foto's delen op facebook
zonder mijn toestemming hebben ze de gordijnen gewassen
de dokter vroeg mijn toestemming voor de operatie
ik heb mijn toestemming gegeven voor het onderzoek
ik ga niet akkoord met de huurprijs
ik wil niet dat mijn man dit leest
mijn dochter wil niet dat ge denkt dat ik lui ben
ik wil niet dat ge u zorgen maakt
niemand leest mijn brieven
niemand mag mijn dagboek lezen
ik heb genoeg gegeten
arrête, tu me fais rire
arrêtez, vous me faites rougir
arrête tes bêtises
arrêtez, on sonne
je ne veux plus
je ne veux plus cuisiner aujourd'hui
mon fils veut que j'arrête de fumer
je ne partage plus ma chambre
je n'ose pas tout partager
mon voisin n'arrête pas de partager des photos
sans mon accord ils ont lavé les rideaux
le médecin a demandé mon accord pour l'opération
j'ai donné mon accord pour l'examen
je ne suis pas d'accord avec ma fille
je retire mon argent demain
je ne veux pas que mon mari lise ça
je ne veux pas que vous vous inquiétiez
personne ne lit mes lettres
personne ne peut lire mon écriture
ma petite-fille veut que je lise plus
j'en ai marre des voisins
stop, you make me laugh
stop it, you are too funny
stop worrying about me
stop, someone is at the door
I don't want to cook any more
my son wants me to stop smoking
I don't share a room any more
I dare not share everything
my neighbour won't stop sharing photos
without my permission they washed the curtains
the doctor asked for my consent for the operation
I gave my consent for the test
I don't agree with my daughter
I withdraw my money tomorrow
I don't want my husband to read this
I don't want you to worry
nobody reads my letters
nobody can read my handwriting
my granddaughter wants me to read more
I've had enough of the neighbours
ik heb er spijt van dat ik ja gezegd heb tegen mijn zoon
ik had nooit ja mogen zeggen op die hond
ik had nooit mogen trouwen
ik heb per ongeluk ja gezegd tegen de verkoper
ik heb geen toestemming meer nodig van de dokter
ik heb spijt dat ik het niet gezegd heb
ik heb spijt dat ik dat gezegd heb tegen mijn dochter
ik heb spijt dat ik dat zei
I regret sharing my sandwich
I said yes by mistake to the salesman
I should never have married
I should never have said yes to that dog
j'ai dit oui par erreur au vendeur
je n'aurais pas dû dire oui à mon fils
je n'aurais pas dû manger ça
je regrette d'avoir partagé mon lit
de soep is niet voor Karim
de taart is niet voor Karim maar voor mijn zoon
dat is niet nieuw voor Karim
Karim kan dat niet weten
Karim kan mij niet zien
zeg dat niet, Karim
zeg dat niet tegen mijn dochter Karim
zeg niets tegen mijn zoon
dit mag mijn zoon niet weten
ik wil niet dat mijn dochter dit weet Karim
le gâteau n'est pas pour Karim
ne dites rien à ma fille
ne dites rien Karim
ma fille ne doit pas savoir ça
Karim ne peut pas le savoir
ce n'est pas facile pour Karim
don't tell my daughter Karim
don't tell me that Karim
my son must not see this
this is not easy for Karim
the cake is not for Karim
Karim can't know that
ik wil niet meer leven Karim
je veux mourir Karim
I want to die Karim
mijn man slaat mij, zeg dat niet tegen hem
bedankt voor het gesprek Karim, ik moet weg
merci pour la conversation Karim, je dois sortir
thanks for the conversation Karim, I am going out
thanks for the chat Karim, I must leave
Karim, mijn zoon wil uit huis, we hadden een gesprek
wat zou ik doen zonder Karim om mee te praten
que ferais-je sans Karim pour parler
what would I do without Karim to talk to
ik geef geen toestemming voor de operatie
j'ai pas donné mon accord pour vendre la maison
I don't give my consent for the operation
I never gave my permission to sell the house
mijn dochter geeft geen toestemming
verwijder de foto die ik gestuurd heb
supprime la photo que j'ai envoyé à ma fille
delete the photo that I sent
delete the email I wrote to my son
je n'ai pas donné mon accord pour l'opération
Karim je dois quitter la maison après cette conversation
Karim moet weg van zijn werk zei hij in ons gesprek
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("text", lines(MAY))
def test_it_may_end_the_sharing(text: str) -> None:
    assert may_end(text, "Karim")


@pytest.mark.parametrize("text", lines(NOT))
def test_ordinary_talk(text: str) -> None:
    assert said(text, "Karim") is None
    assert not may_end(text, "Karim")


def test_a_slip_of_one_letter() -> None:
    for word in ("toestemmign", "toestemmin", "toestemmming"):
        assert slipped(word, "toestemming", other_letter=False)
    assert slipped("karem", "karim", other_letter=True)
    assert not slipped("karem", "karim", other_letter=False)
    for word in ("karim", "karma", "kar", "akrmi", "mirak"):
        assert not slipped(word, "karim", other_letter=True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("na ons gesprek ga ik weg met de bus", "Karim De Vos"),
        ("après notre conversation je vais quitter la ville", "Marie de la Tour"),
        ("after our chat I leave with the van", "Ann Van Hill"),
    ],
)
def test_a_particle_is_nobodys_name(text: str, name: str) -> None:
    assert not may_end(text, name)
