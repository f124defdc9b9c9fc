"""What people answer to 'what may I call you?', and what they want to be called.

One line: expression | name; 'None' where no name is given, and nobody is called by a word.
"""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue import Context, called_words
from bot.dialogue.called import is_name, read_name
from bot.dialogue.called_words import NO_NAMES
from bot.understanding import Understanding

DUTCH = """
ik ben marleen peeters maar zeg maar leentje | Leentje
ik ben Marleen Peeters, maar zeg maar Leen | Leen
ik heet Jozef maar iedereen zegt Jef | Jef
Jozef, maar iedereen noemt mij Jos | Jos
mijn naam is Godelieve, noem me Lieve | Lieve
noem me maar Leentje | Leentje
noem mij gerust leentje hoor | Leentje
noemt mij maar de Jos | Jos
zeg maar Jos | Jos
zeg gerust Jos tegen mij | Jos
Maria. Zeg maar Mia. | Mia
Zeg gewoon “Mia” | Mia
ze zeggen Jos tegen mij | Jos
ze zeggen altijd Jos tegen mij | Jos
tegen mij zeggen ze Jos | Jos
Jos zeggen ze | Jos
hier zeggen ze allemaal Swa | Swa
ze noemen mij den Tist | Tist
ik word altijd Nand genoemd | Nand
iedereen kent mij als Fons | Fons
u mag mij Leen noemen | Leen
ge moogt gerust Leen zeggen | Leen
je mag me Ria noemen, dat is korter | Ria
ik heb liever dat ge Leen zegt | Leen
ik word liefst Lea genoemd | Lea
Magdalena, maar liefst Lena | Lena
mijn roepnaam is Staf | Staf
Gustaaf, roepnaam Staf | Staf
Rik is genoeg | Rik
spreek mij maar aan met Rik | Rik
niet Marleen maar Leen | Leen
noem me niet mevrouw, gewoon Leen | Leen
noem mij niet Jozef maar Jef | Jef
ze noemen mij Fien maar ik heb liever Josephine | Josephine
ik heet Josephine en ik luister naar Fien | Fien
da's goed. ik heet Rosa | Rosa
goeiemorgen, ik ben Wies, aangenaam | Wies
zeg maar mevrouw Peeters | mevrouw Peeters
maakt niet uit, zeg maar Jef | Jef
ik heet an van de velde | An Van De Velde
Door | Door
maria | Maria
Georges | Georges
Georges heet ik dat heb ik al gezegd | Georges
Georges zo heet ik | Georges
Georges, zo heet ik | Georges
georges heet ik | Georges
ik heet Georges he onthoudt dat nu eens | Georges
Ik ben Jean-Pierre | Jean-Pierre
ik heet Marleen zu | Marleen
ik ben de Jef, zenne | Jef
mijne naam is Gerard ma zegt maar Gerre | Gerre
ik zou liever Rosa genoemd worden | Rosa
Rosa graag | Rosa
IK BEN LEA | Lea
ik heb liever rust | None
ik luister naar de radio | None
't is ikke | None
zeg maar dag tegen mijn leven | None
zeg maar Leen, of nee, zeg maar Leentje | Leentje
who reads this? | None
12 | None
dat zeg ik liever niet aan u | None
'k ben den Door zenne | Door
zeg maar niks | None
zeg maar wat ge wilt | None
zeg maar iets | None
zeg maar u | None
zeg maar gewoon je tegen mij | None
maakt niet uit | None
noem mij zoals ge wilt | None
noem mij zot | None
ze zeggen zoveel | None
ze zeggen dat het beter wordt | None
iedereen zegt goeiedag | None
ik ben moe | None
ik ben niet zo goed | None
ik heb liever van niet | None
liever niet | None
niet belangrijk | None
noem me niet Jozef | None
ze noemen mij Peggy maar ik haat dat | None
waarom noemen ze mij zo? | None
mevrouw Dubois, of Jeanne is ook goed | Jeanne
Marc, en zeg maar jij | Marc
dat is lief | None
mijn naam doet er niet toe | None
"""

FRENCH = """
je m'appelle Marie-Claire mais tout le monde dit Mimi | Mimi
je m’appelle Marie-Claire, dites Mimi | Mimi
Marie-Claire mais on m'appelle Mimi | Mimi
appelez-moi Mimi | Mimi
appelez moi simplement mimi svp | Mimi
appelle-moi Jeannot | Jeannot
dites Mimi | Mimi
dites-moi simplement Mimi | Mimi
dites plutôt Mimi | Mimi
vous pouvez m'appeler Nanou | Nanou
tu peux m'appeler nanou si tu veux | Nanou
vous pouvez dire Nanou | Nanou
on me dit toujours Dédé | Dédé
tout le monde m'appelle Dédé | Dédé
mes amis m'appellent Dédé | Dédé
mes enfants disent Mamy Lou | Mamy Lou
ils me surnomment Titi | Titi
je préfère Josette | Josette
je préfère qu'on m'appelle Josette | Josette
je préfère être appelée Josette | Josette
mon prénom c'est Joséphine mais je préfère José | José
Joséphine, plutôt José | José
mon surnom c'est Lulu | Lulu
Lucienne, Lulu pour les amis | Lulu
Lulu tout court | Lulu
on m'a toujours appelée Ninette | Ninette
Josiane, mais Josy c'est plus simple | Josy
ma fille m'appelle le dimanche | None
mon fils m'appelle tous les soirs | None
appelez-moi le docteur | None
je préfère garder ça pour moi | None
Lulu suffit | Lulu
c'est Lulu qu'on m'appelle | Lulu
connue sous le nom de Lulu | Lulu
je réponds au nom de Lulu | Lulu
ne m'appelez pas Madame, c'est Josée | Josée
ne m'appelez pas Lucienne mais Lulu | Lulu
pas Lucienne, Lulu | Lulu
bonjour, je suis Odette, enchantée | Odette
moi c'est Odette mais dites Odie | Odie
moi c'est Odette hein | Odette
je m’appelle Ana. | Ana
C'est gentil. Je m'appelle Yvonne | Yvonne
on m'appelle Vonvon mais je déteste ça, dites Yvonne | Yvonne
peu importe, dites Yvonne | Yvonne
tout le monde dit Mon | Mon
Georges c'est mon nom | Georges
je m'appelle Georges je l'ai déjà dit | Georges
pour vous ce sera Yvonne | Yvonne
je m'appelle jean de la tour | Jean De La Tour
ce que vous voulez | None
dites ce que vous voulez | None
dites-moi tout | None
dites toujours | None
dites vous | None
dites-moi pourquoi | None
appelez-moi demain | None
appelez-moi comme vous voulez | None
appelez-moi quand vous avez le temps | None
peu importe | None
on dit que ça va passer | None
tout le monde dit bonjour | None
on me dit rien | None
je suis fatiguée | None
je suis très seule | None
je préfère pas | None
je préfère ne pas le dire | None
plutôt pas | None
pas important | None
ne m'appelez pas Mimi | None
on m'appelle Mimi mais je déteste ça | None
vous pouvez me dire qui vous êtes | None
madame Dubois. enfin Jeanne ca va aussi | Jeanne
ça me va | None
moi ça va aussi | None
"""

ENGLISH = """
it's Margaret, call me Peg | Peg
it's margaret but call me peg please | Peg
I'm Margaret but everybody calls me Peg | Peg
My name is Margaret. Everyone calls me Peggy. | Peggy
everybody calls me Peg | Peg
my friends call me Peg | Peg
they all call me peg | Peg
people just call me Peg | Peg
just call me Peg | Peg
you can call me Peg | Peg
please call me Mrs Jones | Mrs Jones
call me "Peg" | Peg
I prefer Peg | Peg
I'd rather be called Peg | Peg
I would prefer to be called Peg | Peg
I like to be called Peg | Peg
I'd like to be called Peg | Peg
I go by Peg | Peg
I usually go by Peg | Peg
I answer to Peg | Peg
I'm known as Peg | Peg
I'm always called Peg | Peg
my nickname is Peg | Peg
Margaret, just Peg | Peg
George that's my name | George
my name is George I told you already | George
Margaret - Peg for short | Peg
Peg to my friends | Peg
Peg will do | Peg
can you call me Peg? | Peg
most people call me Peg | Peg
my daughter calls me every Sunday | None
nobody calls me any more | None
I prefer tea | None
just Peg | Peg
say Peg | Peg
don't call me Margaret, it's Peg | Peg
please don't call me Margaret but Peg | Peg
not Margaret, Peg | Peg
they call me Peggy but I prefer Margaret | Margaret
they call me Peggy but I hate that, call me Margaret | Margaret
I don't mind, call me Peg | Peg
nice to meet you, my name's Peg | Peg
hello, I'm Peg love | Peg
my name is Will | Will
call me Will | Will
Will | Will
Joy | Joy
My name is Mary Ann | Mary Ann
I'm Mary Ann, and you? | Mary Ann
call me what you like | None
call me anything | None
call me whatever you want | None
call me when you have time | None
call me later | None
call me tomorrow | None
call me back please | None
call me a doctor | None
call me an ambulance | None
call me crazy | None
they call me stupid | None
everybody says hello | None
they say it will pass | None
I'm fine | None
I'm tired | None
I'm not so good | None
I'd rather not | None
I prefer not to say | None
it doesn't matter | None
just me | None
don't call me Peg | None
everybody calls me Peggy but I hate it | None
why do they call me that? | None
you can call me if you want | None
Mrs Jones, or Peg is fine too | Peg
that's kind of you | None
"""


def rows(table: str) -> list[tuple[str, str | None]]:
    lines = [line.split(" | ") for line in table.strip().splitlines()]
    return [(typed, None if name == "None" else name) for typed, name in lines]


def read(typed: str) -> str | None:
    return read_name(Understanding(typed, "en"), Context())


@pytest.mark.parametrize(("typed", "name"), rows(DUTCH) + rows(FRENCH) + rows(ENGLISH))
def test_she_is_called_what_she_asks_for(typed: str, name: str | None) -> None:
    assert read(typed) == name


@pytest.mark.parametrize(
    ("typed", "name"), [row for row in rows(DUTCH) + rows(FRENCH) + rows(ENGLISH) if row[1] is None]
)
def test_a_sentence_without_a_name_is_left_to_the_model(typed: str, name: None) -> None:
    assert not is_name(typed)


FRAMES = (
    "zeg maar {}, ik heet Godelieve",
    "ik heet Godelieve maar noem me {}",
    "je m'appelle Godelieve mais appelez-moi {}",
    "I'm Godelieve but call me {}, please",
)
LETTERS = st.characters(categories=["Ll"], max_codepoint=0x17F)
# Words that stand around names ('gewoon', 'der'): hypothesis tries the words of our own code
AROUND = set(re.findall(r"[^\W\d_]+", Path(called_words.__file__).read_text("utf-8").lower()))
# 'ĸ' has no capital of its own
NAMES = (
    st.text(LETTERS, min_size=3, max_size=12)
    .map(str.title)
    .filter(lambda name: name[0].isupper() and name.lower() not in AROUND)
)


@given(NAMES, st.sampled_from(FRAMES))
def test_any_name_with_a_capital_fits_a_frame(name: str, frame: str) -> None:
    assert read(frame.format(name)) == name


@given(st.text(max_size=300))
def test_any_text_is_read(typed: str) -> None:
    name = read(typed)
    assert name is None or (len(name) <= 40 and not set(name) & set("0123456789?!,:"))
    is_name(typed)


@pytest.mark.parametrize("word", ["moe", "rien", "nothing"])
def test_words_that_are_no_names_are_compared_plain(word: str) -> None:
    assert word in NO_NAMES
    assert read(word) is None


@pytest.mark.parametrize(
    "typed",
    [
        *("Klopt", "juist, zo heet ik", "Inderdaad", "Klopt helemaal", "Precies, dat is mijn naam"),
        *("Exact", "Exactement", "c'est exact", "Parfait", "Tout à fait, c'est mon nom"),
        *("Correct", "Correct, that's my name", "That's right", "Perfect", "Exactly"),
    ],
)
def test_who_only_says_that_it_is_so_gives_no_name(typed: str) -> None:
    assert read(typed) is None


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ik heet Anders", "Anders"),
        ("Parfait Mukendi", "Parfait Mukendi"),
        ("Anders Jensen", "Anders Jensen"),
        ("Allez, Jos", "Jos"),
        ("Voilà, Marie", "Marie"),
        ("Great, Ann", "Ann"),
        ("Awel, Jos", "Jos"),
        ("Klopt, Jan", "Jan"),
        ("je m'appelle Parfait", "Parfait"),
        ("Klopt, ik heet Jan", "Jan"),
        ("Exact, appelez-moi Lulu", "Lulu"),
        ("Correct, my name is Peg", "Peg"),
    ],
)
def test_a_name_that_says_so_too(typed: str, name: str) -> None:
    assert read(typed) == name


def told(typed: str, called: str | None) -> str | None:
    return read_name(Understanding(typed, "nl", called=called), Context())


@pytest.mark.parametrize(
    ("typed", "called", "name"),
    [
        ("Ewel menneke, wie anders? Zulma!", "Zulma", "Zulma"),
        ("tu sais bien qui c'est, léontine", "léontine", "Léontine"),
        ("YOU KNOW ME, IT'S WINIFRED", "WINIFRED", "Winifred"),
        ("zet maar J.P.", "J.P.", "J.P."),
        ("ik ben An, zeg maar mevrouw De Smet", "mevrouw De Smet", "mevrouw De Smet"),
    ],
)
def test_the_model_reads_first(typed: str, called: str, name: str) -> None:
    assert told(typed, called) == name


@pytest.mark.parametrize("typed", ["zeg maar Zulma", "appelez-moi Zulma", "call me Zulma"])
def test_a_frame_counts_where_the_model_sees_no_name(typed: str) -> None:
    assert told(typed, "") == "Zulma"


@pytest.mark.parametrize("typed", ["Wel potverdekke", "Ça alors fieu", "Well I never"])
def test_a_whole_answer_is_no_name_where_the_model_sees_none(typed: str) -> None:
    assert told(typed, "") is None


@pytest.mark.parametrize("called", ["x" * 41, "{name}", "12", "a\nb", "<b>Zulma</b>"])
def test_a_name_that_nobody_can_be_called_by(called: str) -> None:
    assert told("zeg maar Zulma", called) == "Zulma"
    assert told(called, called) is None


@given(st.text(max_size=60), st.none() | st.text(max_size=60))
def test_whatever_the_model_names(typed: str, called: str | None) -> None:
    name = told(typed, called)
    assert name is None or (len(name) <= 40 and not set(name) & set("0123456789?!,:{}\n"))
