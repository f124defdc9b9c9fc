"""What is a complaint about Karim wherever it stands beside his name, and how force is spelt."""

import pytest

from bot.complaint_words import about

MUST = """
Karim heeft 50 euro van mij geleend
Karim heeft van mij geld geleend
Karim heeft mijn geld nog altijd niet teruggegeven
Karim betaalt mij niet terug
Karim ne m'a pas rendu mon argent
Karim m'a pris mon argent
Karim hasn't paid me back
Karim took my money
Karim never gave my money back
Karim heeft mij zijn piemel getoond
Karim heeft zijn penis laten zien
Karim stuurt mij vuile foto's
Karim heeft mij naaktfotos gestuurd
Karim a sorti son sexe
Karim m'a envoyé une photo de son sexe
Karim showed his penis
Karim sent me a dick pic
Karim exposed himself
Karim heeft mij vastgegrepen
Karim m'a attrapée
Karim m'a poussée
Karim ma frapper
Karim slaagt mij
Karim grabbed my arm
Karim pushed me
Karim heeft mij zijn ding laten zien en hij was bloot
Karim stuurde mij een foto van zijn lul
Karim vroeg of ik bloot wou staan
Karim wil blote foto's van mij
Karim heeft zijn broek laten zakken
Karim deed zijn broek open
Karim heeft porno laten zien
Karim praat altijd over seks
Karim begon te masturberen
Karim heeft 200 euro van mij gepakt
Karim heeft mijn bankkaart meegenomen
Karim houdt mijn geld bij
Karim heeft mijn geld opgedaan
Karim moet mij nog 50 euro
Karim is mij nog geld schuldig
Karim heeft mij nooit terugbetaald
Karim heeft mijn geld nooit teruggegeven
Karim trok aan mijn haar
Karim duwde mij
Karim greep mijn arm
Karim heeft mij tegen de muur geduwd
Karim stompte mij
Karim a baissé son pantalon
Karim m'envoie des photos de sa bite
Karim m'a demandé des photos nues
Karim voulait me voir toute nue
Karim parle toujours de sexe
Karim se masturbe devant moi
Karim m'a montré un film porno
Karim m'a pris 50 euros
Karim a pris ma carte
Karim a gardé mon argent
Karim me doit 50 euros
Karim ne m'a jamais remboursée
Karim me rembourse pas
Karim m'a emprunté de l'argent et il ne m'a rien rendu
Karim m'a attrapé le bras
Karim m'a tiré les cheveux
Karim m'a bousculée
Karim m'a secouée
Karim ma violer
Karim ma touché
Karim m'a toucher
Karim m'a serré le cou
Karim sent me naked pictures
Karim asked me for nudes
Karim pulled down his pants
Karim showed me porn
Karim talks about sex all the time
Karim was touching himself
Karim flashed me
Karim kept my money
Karim took 50 euros from me
Karim took my card
Karim owes me money
Karim still hasn't returned my money
Karim never paid me back
Karim doesn't pay me back
Karim pulled my hair
Karim shoved me
Karim shook me
Karim dragged me
Karim grabbed my wrist
Karim pushed me against the wall
"""
NOT = """
Karim komt niet terug
Karim belt mij niet terug
Karim is nog niet terug
Karim heeft mij een boek geleend
Karim heeft mijn geld gevonden
Karim heeft mij niet geduwd
Karim trok mij recht
Karim duwt mijn rolstoel
Karim heeft geen geld
Karim nam de bus
Karim pakte zijn jas
Karim heeft de boodschappen gedaan
Karim betaalde de koffie
Karim neemt foto's van de bloemen
Karim zei dat mijn zoon mijn geld genomen heeft
Karim weet dat mijn man naaktfoto's heeft
Karim kwam gisteren en we hebben gelachen
Karim houdt van muziek
Karim, mijn zoon heeft mijn geld gepakt
Karim mijn broer is mij nog geld schuldig
Karim heeft nieuwe schoenen
Karim komt nu
Karim revient jamais le lundi
Karim ne revient pas
Karim ne m'a pas rappelée
Karim m'a rendu mon livre
Karim m'a serré la main
Karim m'a poussée à sortir
Karim m'a attrapé un livre
Karim prend le bus
Karim m'a pris dans ses bras
Karim n'a pas d'argent
Karim a pris un café
Karim m'a tirée vers le haut
Karim sait que mon fils a pris mon argent
Karim mon fils a pris mon argent
Karim, mon voisin me doit de l'argent
Karim a une nouvelle voiture
Karim est venu en bus
Karim a gardé mon chat
Karim took the bus
Karim took me home
Karim took a photo of the cat
Karim didn't come back
Karim never came back
Karim hasn't called me back
Karim pushed me to go out
Karim pushed my wheelchair
Karim pulled me up
Karim grabbed me a coffee
Karim keeps smiling
Karim keeps me company
Karim borrowed a book
Karim knows my son took my money
Karim, my son took my money
Karim my neighbour owes me money
Karim paid for the coffee
Karim gave my book back
Karim would like a bite
Karim took my arm to cross the street
Karim is from Middlesex
Karim has a new ticket
Karim en Willy komen morgen
Karim doet zijn ding
Karim liep op blote voeten
Karim houdt niet van Dickens
Karim c'est pas son truc
Karim pays a un euro
Karim pakt de bus naar zee
Karim bracht mijn geld terug van de bank
Karim m'a ramené mon argent de la banque
Karim brought my money from the bank
Karim vond mijn kaart
Karim kept his word
Karim a rendu visite à ma mère
Karim ne rend pas visite
Karim doesn't come back
Karim went back home
Karim never looks back
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("text", lines(MUST))
def test_a_complaint(text: str) -> None:
    assert about(text, "Karim", to_him=True)


@pytest.mark.parametrize("text", lines(NOT))
def test_none(text: str) -> None:
    assert not about(text, "Karim", to_him=True)
