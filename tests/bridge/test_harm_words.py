"""What a volunteer did to her, and of whom she speaks by name beside violence."""

import pytest

from bot.complaint_words import about, is_own
from bot.spoken_of import says_who, speaks_of

HARMS = """
Karim pakte mij vast
Karim greep mij bij mijn keel
Karim liet zijn penis zien
Karim stuurt mij vieze foto's
Karim m'envoie des photos sales
Karim sends me dirty pictures
Karim geeft mijn geld niet terug
Karim ne me rend pas mon argent
Karim won't give my money back
Karim heeft geld van mij geleend
Karim a emprunté de l'argent
Karim borrowed money
Karim eeft mij verkracht
Karim ma violée
Karim ma volé mon argent
Karim heeft mij verkracht
Karim heeft aan mij gezeten
Karim zat aan mijn borsten
Karim heeft me pijn gedaan
Karim wil mij vermoorden
Karim veut me tuer
Karim wants to kill me
het was Karim die mij sloeg
c'est Karim qui m'a frappée
it was Karim who hit me
Karim heeft geld gevraagd
Karim heeft mijn geld gestolen
Karim wou met mij slapen
Karim m'a violée
Karim a volé mon argent
Karim ne me respecte pas
Karim raped me
Karim stole my money
Karim heeft mij gisteren verkracht
gisteren heeft Karim mij verkracht
ik zeg u dat Karim mij verkracht heeft
Karim mij heeft geslagen
ik ben verkracht door Karim
ik ben door Karim betast
Karim hij heeft mij geslagen
Karim heeft aan mijn borsten gezeten
Karim zit altijd aan mij
Karim zat met zijn handen aan mij
Karim wil seks
Karim wou mij kussen
Karim heeft aan mij geld gevraagd
Karim heeft mij gevraagd om geld
Karim heeft mij 50 euro gestolen
Karim steelt mijn geld
Karim doet mij pijn
Karim respecteert mij niet
Karim heeft mij misbruikt en ik durf het niet zeggen
Karim dwingt mij
Karim m'a touché les seins
Karim m'a touchée
Karim a abusé de moi
j'ai été violée par Karim
Karim il m'a frappée
hier Karim m'a fait mal
Karim m'a fait du mal
Karim vole mon argent
Karim veut coucher avec moi
Karim a mis sa main sur ma cuisse
Karim m'a giflée
Karim me manque de respect
Karim a manqué de respect
Karim m'a volé 50 euros
Karim has raped me
I was raped by Karim
Karim abused me
Karim is hurting me
Karim touched my breasts
Karim grabbed me
Karim put his hand on my leg
Karim wants to sleep with me
Karim stole from me
Karim beat me
Karim doesn't respect me
Karim robbed me
Karim forced himself on me
karim heeft me verkracht
KARIM HEEFT MIJ VERKRACHT!!
"""
NO_HARMS = """
Karim wil met mij praten over de pijn
Karim heeft de politie gebeld omdat mijn man mij sloeg
Karim zag dat ik geslagen werd
Karim heeft mij geen geld gevraagd
Karim pikte mijn zoon op
Karim stuurt mij mooie foto's
Karim laat mij gerust
Karim ma voisine est gentille
Karim m'a prise dans ses bras
Karim n'a pas volé mon argent
Karim sait que mon mari me frappe
Karim m'envoie des photos de son chat
Karim knows my husband hits me
Karim touched my heart
Karim sends me photos of his cat
Karim is not hurting me
Karim heeft mij geholpen
Karim heeft mijn geld gevonden
Karim heeft me pijnstillers gebracht
Karim heeft mij nooit pijn gedaan
Karim heeft mij niet geslagen
Karim zat aan mijn tafel
Karim zit aan mij te denken
Karim heeft aan mij gedacht
Karim heeft gezegd dat mijn geld gestolen is
Karim wil met mij wandelen
Karim heeft mij gevraagd of ik kom
Karim respecteert mij
mijn man heeft mij verkracht
Karim, mijn man heeft mij verkracht
Karim mijn man heeft mij verkracht
Karim ik ben verkracht door mijn buurman
mijn buurman heeft mij verkracht en Karim heeft mij geholpen
ik heb aan Karim verteld dat mijn vader mij verkracht heeft
ik zei tegen Karim dat ze mij geslagen hebben
iemand heeft mijn geld gestolen Karim
Karim de dokter heeft me pijn gedaan
Karim m'a aidée
Karim a trouvé mon argent
Karim m'a apporté des médicaments contre la douleur
Karim m'a fait du bien
Karim ne m'a jamais fait mal
Karim, mon mari m'a violée
Karim mon mari m'a violée
Karim j'ai été violée par mon voisin
mon mari me frappe Karim
j'ai dit à Karim que mon père m'a violée
Karim me respecte
Karim m'a tapé une lettre
Karim vole à Paris demain
Karim a touché une prime
on a volé mon argent Karim
Karim m'a appelée hier
Karim helped me
Karim found my money
Karim brought me painkillers
Karim never hurt me
Karim didn't hurt me
Karim, my husband raped me
Karim my husband raped me
I was raped by my neighbour Karim
I told Karim that my father raped me
I told Karim my husband hits me
Karim respects me
Karim grabbed me a coffee
someone stole my money Karim
Karim beat me at cards
my neighbour hurt me and Karim called the police
Karim wants to sleep
Karim got hit by a car
de fiets van Karim is gestolen
le vélo de Karim est volé
"""
OF_HIM = """
Karim bedreigde mij met een mes
het was Karim die mij sloeg
degene die mij slaat is Karim
Karim stompte mij in mijn gezicht
mijn dader is Karim
Karim sloeg
ik ben in elkaar geslagen door Karim
Karim en zijn vriend hebben mij geslagen
c'est Karim qui me frappe
Karim m'a donné des coups de pied
celui qui me frappe est Karim
it was Karim who hit me
the one who hits me is Karim
Karim threw me on the floor
Karim il me bat
wie? Karim sloeg mij
mijn man zag dat Karim mij sloeg
Karim que je croyais gentil m'a violée
Karim comment dire m'a violée
vous savez Karim comment il est il m'a frappée
Karim dat mijn vriend was heeft mij verkracht
Karim wat een smeerlap heeft mij verkracht
Karim nu weer heeft mij geslagen
Karim snel kwaad en dan slaat hij mij
Karim what can i say raped me
Karim mijn vriend heeft mij verkracht
Karim mon meilleur ami m'a violée
Karim my friend raped me
Karim een slechte man heeft mij geslagen
Karim c'est un porc il m'a frappée
Karim you know raped me
tu sais Karim il m'a frappée
Karim it was him who hit me
Karim dat is de man die mij slaat
Karim die ik vertrouwde sloeg mij
Karim ge weet wel heeft mij geslagen
Karim quel salaud m'a violée
Karim vous savez m'a frappée
Karim nu slaat mij elke dag
Karim vite énervé m'a frappée
Karim quick to anger hit me
Karim de man die ik vertrouwde sloeg mij
Karim de vent heeft mij geslagen
Karim l'homme de confiance m'a frappée
Karim the man you sent hit me
"""
TO_KARIM = """
Karim, mijn man slaat mij
Karim mijn man slaat mij
dag Karim, ik ben geslagen
mijn man slaat mij Karim
help Karim
Karim help mij mijn man slaat mij
Karim bel de politie
ik zei tegen Karim dat mijn man mij slaat
mijn man slaat mij
Karim mon mari me frappe
Karim, il me frappe
mon mari me frappe Karim
au secours Karim, il me frappe
Karim aidez-moi il me frappe
Karim my husband hits me
my husband hits me, Karim
please Karim call the police
Karim I was raped by my neighbour
Karim ik ben verkracht door mijn buurman
Karim j'ai été violée
merci Karim mais mon mari me bat
Karim wat moet ik doen mijn man slaat mij
Karim vlug mijn man heeft een mes
Karim alstublieft mijn man slaat mij
Karim doe iets mijn man slaat mij
Karim snel, hij slaat mij
Karim papa slaat mij
ge weet Karim dat mijn man mij slaat
Karim svp mon mari me frappe
Karim que faire mon mari me frappe
Karim vite mon mari a un couteau
Karim what do I do my husband hit me
Karim quick my husband has a knife
Karim mijne schoonzoon slaat mij
Karim mn ex slaat mij
Karim ons dochter heeft mij geslagen
Karim mon compagnon me frappe
Karim my boyfriend hit me
Karim snel
Karim vite mon mari me frappe
Karim nu mijn man slaat mij
Karim aub kom mijn zoon slaat mij
Karim u moet komen mijn man slaat mij
Karim ge moet de politie bellen ik word geslagen
Karim c'est mon mari il me frappe
Karim het is mijn man die mij slaat
Karim it's my husband who hits me
Karim you must come my husband hits me
Karim there is a man in my house with a knife
Karim er staat een man met een mes
Karim il y a un homme avec un couteau
Karim vous devez venir mon mari me frappe
Karim mijn arm is gebroken mijn man sloeg mij
vous savez Karim que mon mari me frappe
Karim please my husband hits me
Karim maman me frappe
ja Karim mijn man slaat mij
Karim I am scared my husband hits me
Karim doe iets aan hem hij slaat mij
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("text", lines(HARMS))
@pytest.mark.parametrize("to_him", [True, False])
def test_what_he_did_to_her(text: str, to_him: bool) -> None:
    assert about(text, "Karim", to_him=to_him)


@pytest.mark.parametrize("text", lines(NO_HARMS))
@pytest.mark.parametrize("to_him", [True, False])
def test_what_he_did_not_do_or_another_did(text: str, to_him: bool) -> None:
    assert not about(text, "Karim", to_him=to_him)


HE_DID = """
Karim, hij heeft mij verkracht
Karim! hij heeft mij geslagen
dag Karim, hij heeft mij aangeraakt
Karim, hij verkracht mij
Karim, hij heeft aan mijn borsten gezeten
Karim, il m'a violée
bonjour Karim, il m'a frappée
Karim, il a abusé de moi
Karim, he raped me
Karim, he hit me
Karim... he touched my breasts
hi Karim, he forced himself on me
"""
HE_MAY_BE_ANOTHER = """
Karim, mijn man slaat mij
Karim, mijn man is dronken, hij heeft mij geslagen
Karim, hij slaat mij
help Karim, hij heeft mij geslagen
Karim snel, hij heeft mij geslagen
Karim, hij heeft mij geholpen
Karim, mon mari me frappe
Karim, mon mari a bu, il m'a frappée
Karim, il me frappe
au secours Karim, il m'a frappée
Karim, il m'a aidée
Karim, my husband hits me
Karim, my husband was drunk, he hit me
Karim, he hits me
please Karim, he hit me
Karim, he helped me
"""


@pytest.mark.parametrize("text", lines(HE_DID))
def test_he_behind_a_call_may_be_who_is_called(text: str) -> None:
    assert about(text, "Karim", to_him=True)
    assert not about(text, "Karim", to_him=False)


@pytest.mark.parametrize("text", lines(HE_MAY_BE_ANOTHER))
def test_he_is_another_or_it_cannot_wait(text: str) -> None:
    assert not about(text, "Karim", to_him=True)


@pytest.mark.parametrize("text", lines(OF_HIM))
def test_beside_violence_his_name_is_of_him(text: str) -> None:
    assert speaks_of(text, "Karim")


@pytest.mark.parametrize("text", lines(TO_KARIM))
def test_or_calls_him(text: str) -> None:
    assert not speaks_of(text, "Karim")


@pytest.mark.parametrize(
    ("text", "so"),
    [
        *((text, True) for text in ("ja, het is Karim", "door Karim", "oui c'est Karim")),
        *((text, True) for text in ("par Karim", "it was Karim", "yes it's Karim")),
        *((text, False) for text in ("ja, Karim", "merci Karim", "it is late, Karim")),
        *((text, False) for text in ("mijn man is bang van Karim", "c'est bien Karim", "ok")),
    ],
)
def test_who_it_was(text: str, so: bool) -> None:
    assert says_who(text, "Karim") == so


@pytest.mark.parametrize("name", ["Jo", "An", "Bo Peeters"])
@pytest.mark.parametrize(
    "text",
    ["{} heeft mij geslagen", "{} m'a frappée", "{} hit me", "ik ben bang van {}", "het was {}"],
)
def test_a_name_of_two_letters_is_one(name: str, text: str) -> None:
    said = text.format(name.split()[0])
    assert about(said, name, to_him=True) or says_who(said, name)
    assert speaks_of(said, name)


@pytest.mark.parametrize("name", ["Karim Van Damme", "Luc Van den Berg", "Marie des Champs"])
@pytest.mark.parametrize(
    "text",
    [
        "mijn man heeft mij van de trap geduwd",
        "mijn zoon slaat mij van 's morgens tot 's avonds",
        "ik word geslagen door den buurman",
        "mon mari me frappe des heures",
    ],
)
def test_a_particle_is_nobodys_name(name: str, text: str) -> None:
    assert not about(text, name, to_him=True)
    assert not speaks_of(text, name)


def test_one_of_hers_with_his_name() -> None:
    assert is_own("mijn zoon Karim stompte mij", "Karim")
    assert not is_own("Karim stompte mij", "Karim")
