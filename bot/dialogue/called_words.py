"""The words around a name, and the words that are none, in Dutch, French and English.

One frame a line. NAME is where the name stands, CAPITAL where it must have one, since other words
may stand there too ('ik heb liever rust'); ^ is the beginning of a clause.
"""

from __future__ import annotations

from typing import Final

_ME: Final = r"m(?:ij|e|ijn|'n)"
_YOU: Final = r"(?:je|jij|u|ge|gij|jullie|men|ze)"
_MAY: Final = r"(?:mag|moogt|moget|mocht|kan|kunt|mogen|kunnen)"
_THEY: Final = r"(?:ze|zij|men|iedereen|elkeen|de mensen|de meesten|allemaal|(?:mijn|de) vrienden)"
_MIEUX: Final = r"(?:pr[ée]f[èeé]re(?:rais)?|aime mieux|aimerais mieux)"
_ON: Final = (
    r"(?:on|ils|elles|tout le monde|les gens|(?:mes|les) (?:amie?s|copains|copines|enfants"
    r"|petits-enfants|proches|voisine?s|collegues|collègues))"
)
_ALL: Final = (
    r"(?:everybody|everyone|they|people|folks?|most people|(?:my|the) (?:friends|family|mates"
    r"|neighbours|kids|grandchildren|children))"
)

#: 'zeg maar Leentje': what she asks for.
ASKED: Final = rf"""
(?:noemt?|roept?) {_ME} NAME
zegt?(?: tegen {_ME})? (?:maar|gewoon|gerust|liever|liefst|toch|simpelweg) NAME
^zegt? CAPITAL
{_MAY} (?:{_YOU} )?(?:{_ME} )?NAME (?:tegen {_ME} )?(?:noemen|zeggen|roepen)
(?:heb|wil|hoor) (?:ik )?(?:liefst|liever|graag|het liefst) CAPITAL
(?:word|wordt|zou) (?:ik )?(?:liefst|liever|graag|het liefst) NAME (?:genoemd|aangesproken)
(?:word|wordt) (?:ik )?(?:liefst|liever|graag|het liefst) aangesproken (?:met|als) NAME
dat {_YOU} (?:{_ME} )?NAME (?:tegen {_ME} )?(?:zegt|noemt|zeggen|noemen|roept)
^(?:liefst|liever|gewoon|kortweg|in 't kort|voor u|voor jou) NAME
(?:roepnaam|bijnaam|koosnaam|afkorting)(?: is)? NAME
spreekt? {_ME} (?:maar )?aan (?:met|als) NAME
^(?:allez |of |ofwel )?NAME (?:is|gaat) ook goed
^NAME (?:is genoeg|volstaat|is goed|is voldoende|mag ook|voor de vrienden|voor mijn vrienden)
app?ell?e[szr]?[- ]moi NAME
m'app?ell?er NAME
(?:pouvez|peux|peut|pourriez|devez|faut) (?:me )?dire NAME
^(?:alors |donc )?(?:dites|dis|ditent|dite)(?:[- ]moi)? NAME
(?:vous|tu) (?:dites|dis) NAME
{_MIEUX} CAPITAL
{_MIEUX} être app?ell?ée? NAME
{_MIEUX} (?:qu'on|que vous|que tu) (?:m'app?ell?(?:es?|iez)|(?:me )?dis(?:es?|iez)) NAME
^(?:de préférence|plut[oô]t|simplement|tout simplement|juste) NAME
^pour (?:vous|toi),? (?:c'est |ce sera )?NAME
(?:surnom|diminutif|prénom usuel|petit nom)(?: (?:est|c'est))? NAME
^(?:c'est )?NAME (?:suffit|tout court|ça suffit|ira|fera l'affaire)
^(?:enfin |bon |ou |ou alors )?(?:c'est )?NAME [çc]a (?:va|ira) (?:aussi|bien|tr[eè]s bien)
^(?:c'est )?NAME c'est (?:plus|mieux|bien|bon|parfait|assez)
^(?:c'est )?NAME pour (?:les|mes) (?:amie?s|intimes|copains|copines|proches)
^call me (?!an? )NAME
(?:just|please|can|may|could|should|and|so|then|do|you|better|to|or) call me (?!an? )NAME
(?:refer to me as|address me as|know me as) NAME
i(?: would|'d| do)? (?:much )?prefer CAPITAL
(?:prefer|rather) (?:to be|be|being) called NAME
(?:prefer|like) it if you called me NAME
(?:like|love|want|wish) (?:to be|being) called NAME
i (?:usually |mostly |always |just )?(?:go by|answer to) CAPITAL
nick ?name(?:'s| is| was)? NAME
^(?:just|simply|only|say|make it|for short|to you) NAME
^(?:or |well )?NAME (?:is|'s) (?:fine|good|ok|okay) (?:too|as well)
^NAME (?:for short|will do|'ll do|is fine|is enough|is good|does fine)
^NAME to my (?:friends|family|mates)
"""
#: 'everybody calls me Peg': what others call her.
OTHERS: Final = rf"""
(?:noem|roep)(?:t|en|de|den)? (?:{_THEY} )*{_ME} NAME
{_THEY} (?:noem|roep)(?:t|en) {_ME} NAME
{_THEY} zeg(?:t|gen)(?: tegen {_ME})? NAME
zeg(?:t|gen) (?:{_THEY} )+(?:tegen {_ME} )?NAME
tegen {_ME} zeg(?:t|gen) (?:{_THEY} )+NAME
^NAME (?:zeg(?:t|gen)|noem(?:t|en)|roep(?:t|en)) {_THEY}
word (?:ik )?(?:door iedereen )?NAME genoemd
(?:ken(?:t|nen) {_ME}|bekend) als NAME
luister naar (?:de naam )?CAPITAL
(?<!je )(?<!j')m'app?ell?(?:ait|aient|ent|e) NAME
{_ON} (?:me )?(?:dit|disent|disait) NAME
me (?:dit|disent|surnomme|surnomment|nomme|nomment) NAME
(?:connue?|connaît|connait|connaissent) (?:comme|sous le nom de) NAME
m'a (?:toujours |souvent )?(?:app?ell?ée?|surnommée?) NAME
réponds au nom de NAME
^(?:c'est )?NAME qu'(?:on|ils|elles) (?:me|m')
(?:surnommée?|dite?|alias) NAME
call(?:s|ed)? me (?!an? )NAME
{_ALL} (?:all |just |always )?says? NAME
(?:known (?:to everyone )?as|referred to as) NAME
i(?: am|'m|'ve been| was) (?:always |usually |mostly )?called NAME
^NAME (?:they|everyone|everybody|people) calls? me
"""
#: 'my name is Margaret': the name that she has.
NAMED: Final = r"""
(?:ik |'?k )(?:heet|hiet) NAME
heet ik NAME
m(?:ijn|ij|'n|n)? (?:voor)?naam is NAME
ik noem NAME
je ?m[' ]?app?ell?e?s?(?: bien)? NAME
j'?m[' ]?app?ell?e?s? NAME
mon (?:pré|pre)?nom (?:(?:c )?'?est|c'est) NAME
(?:my|the) (?:first |given )?name(?:'s| is) NAME
^NAME (?:is|that's|that is) (?:my name|mijn naam|de naam)
^NAME,? (?:zo |da |dat )?(?:heet|hiet) ik(?! (?-i:[A-ZÀ-Ý]))
^NAME,? c'est mon (?:pré|pre)?nom
"""

#: Before the name in a frame: 'noem mij maar gewoon', 'just', 'tout simplement'.
FILL: Final = (
    r"(?:(?:maar|gewoon|gerust|toch|liefst|liever|altijd|eigenlijk|dus|allemaal|hier|thuis|ook|zo"
    r"|alstublieft|aub|simpelweg|kortweg|de|den|just|simply|please|only|all|always|usually|rather"
    r"|simplement|tout simplement|juste|plut[oô]t|donc|tous|toutes|toujours|souvent|aussi|svp"
    r"|l[ae](?= (?-i:[A-ZÀ-Ý]))|s'il (?:vous|te) pla[iî]t)[, ]+)*"
)
#: What may stand behind a name in a frame.
TAIL: Final = (
    r"en|et|and|maar|mais|but|of|ou|or|want|car|parce|because|omdat|since|sinds|depuis|zu|zulle"
    r"|zenne|ze|h[eèé]|eh|hoor|alstublieft|aub|svp|s'il|please|thanks?|thank|merci|bedankt|dank"
    r"|hein|quoi|voil[aà]|ok[eé]?|okay|love|dear|da'?s|dat|dit|that's|it's|c'est|[çc]a|voor|pour"
    r"|for|to|tegen|instead|nu|now|maintenant|ook|too|aussi|everyone|everybody|iedereen|tout|dan"
    r"|then|alors|ik|i|i'm|j'ai|je|als|comme|like|zoals|allemaal|all|tous|toujours|altijd|always"
    r"|in plaats|au lieu|if you|si vous|si tu|genoemd|aangesproken|is|est|here|round|around|hier"
    r"|ici|in|at|chez"
)
#: 'niet Marleen maar Leen', 'don't call me Maggie': what is no name of hers.
NOT_SO: Final = rf"""(?x)
(?:noemt?|roept?|zegt?)\ (?:{_ME}\ )?(?:[\w']+\ ){{0,2}}?(?:niet|geen|nooit|nie)\b
  [^,.;:!]*?(?=[,.;:!]|\ maar\b|$)
|(?:(?:ne\ )?m'app?ell?e[sz]?|app?ell?e[sz]?[-\ ]moi|(?:ne\ )?(?:me\ )?(?:dites|dis))
  \ (?:surtout\ )?(?:pas|plus|jamais)\b[^,.;:!]*?(?=[,.;:!]|\ mais\b|$)
|(?:don'?t|do\ not|never|nobody|no\ one|please\ don'?t|not\ to)\ (?:ever\ )?calls?\ me\b[^,.;:!]*?
  (?=[,.;:!]|\ but\b|$)
|^(?:niet|geen|nie|pas|not|non|no)\ (?:de\ )?[^,.;:!]+?(?:,|\ maar\b|\ mais\b|\ but\b)
"""
#: 'but I hate that name': what others call her is not what she wants.
REFUSED: Final = (
    r"\b(?:haat (?:dat|die)|(?:dat|die naam)(?: \w+){0,3} niet graag|niet graag (?:dat|die naam)"
    r"|kan (?:dat|die naam) niet (?:horen|uitstaan)|i (?:hate|dislike|loathe) (?:that|it|the name)"
    r"|i (?:don'?t|do not|never) liked? (?:that|it|the name)|can'?t (?:stand|bear) (?:it|that)"
    r"|d[ée]teste (?:[çc]a|ce)|aime pas (?:[çc]a|ce)|supporte pas (?:[çc]a|ce))\b"
)
#: 'Klopt, zo heet ik' says that it is so. Somebody may be called Parfait: then it has a capital
#: where no sentence begins.
_AGREES_WORDS: Final = """
    correct juist juste exact exacte exactement klopt precies inderdaad absoluut absolument
    absolutely super mooi fijn prima tof top right exactly indeed parfait parfaitement perfect
    perfectly anders autrement otherwise different effectivement vrai waar true yep yup yeah jawel
    tuurlijk natuurlijk awel allez voila great lovely wonderful certainly certainement zeker
"""
AGREES: Final = frozenset(_AGREES_WORDS.split())
#: How people begin when their answer is a name, apostrophes and doubled letters as they come.
BEFORE: Final = (
    r"^(?:hallo|dag|goeie ?(?:dag|morgen|middag|avond)|goede ?(?:dag|morgen|middag|avond)|bonjour"
    r"|bonsoir|salut|hello|hi|hey|good (?:morning|afternoon|evening)|ja|oui|yes|merci|thanks"
    r"|bedankt|dank (?:u|je)|ok[eé]?)?[\s,!.]*(?:(?:maar|mais|but) )?"
    rf"(?:(?:allez|awel|voil[aà])[\s,.!]+|(?:{'|'.join(sorted(AGREES))}) ?[,.!]\s*)?"
    r"(?:(?:'?k ?ben|ik ben|'?t is|het is|moi[, ]c[' ]?est|moi|c[' ]?est|ce sera|je suis|chuis|i am"
    r"|i'?m|it'?s|it is|just|this is|hier is|ici)\s+)?"
)
AFTER: Final = (
    r"[\s,]+(?:zu|zulle|zenne|ze|h[eèé]|eh|hoor|alstublieft|hein|quoi|svp|please|love|dear|here"
    r"|hier|ici|graag|natuurlijk|bien s[uû]r|of course)$"
)

#: May stand inside a name without a capital: 'an van de velde'.
PARTICLES: Final = frozenset(
    ["van", "de", "der", "den", "du", "des", "la", "le", "ten", "ter", "te", "el", "da", "di"]
)
_NO_NAME_WORDS: Final = (
    # nothing, and who or what
    """
    niks niets niemand geen gene anoniem wat waarom wie hoezo hoe help hulp iets alles nix rien
    personne aucun aucune anonyme quoi pourquoi qui comment aide toute tout quelque nothing
    nobody none anonymous incognito anonieme onbekend onbekende inconnu inconnue unknown peu beetje
    weinig bit what why who how anything something everything whatever naam voornaam
    achternaam nom prenom name names bijnaam surnom nickname
    """,
    # courtesies and answers
    """
    merci dank bedankt thanks sorry pardon ja nee neen oui non yes no nope ok oke okay goed dag
    goeiedag goedendag goeiemorgen bonjour bonsoir salut hello hi hey hallo
    """,
    # how somebody is, behind 'ik ben', 'je suis' and 'I'm'
    """
    moe ziek alleen oud bang triest blij verdrietig eenzaam weduwe weduwnaar kapot doof blind
    klaar gepensioneerd boos kwaad verward druk bezig thuis benieuwd akkoord tevreden zeker
    verloren gek zot dom lui slecht beter hier daar zenuwachtig kwijt beu onzeker dood vrouw man
    mens vergeten fatigue fatiguee malade seul seule triste vieux vieille veuve veuf content
    contente heureux heureuse perdu perdue pret prete retraite retraitee sourd sourde bien mal
    mieux fou folle bete idiot idiote desole desolee egal occupe occupee fache fachee inquiet
    inquiete sur sure las lasse tired ill sick alone lonely old sad fine good well happy scared
    afraid lost ready here widow widowed retired deaf busy worried crazy mad stupid lazy bored
    poorly exhausted ashamed ikke buurvrouw buurman voisin voisine neighbour gentil gentille
    vriendelijk genoeg assez enough depressed anxious dead better bad married single divorced
    private secret
    """,
    # when, and whom to call
    """
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag lundi mardi mercredi jeudi
    vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday every once
    sometimes yesterday tonight week weekend soir soirs matin midi parfois souvent rarement elke
    soms avond ochtend middag nacht nuit night dokter arts docteur medecin doctor nurse
    ambulance taxi politie police most many some all daily weekly regularly regelmatig
    """,
    # what stands in no name
    """
    ik mij me mijn gij ge jij je u jullie hij zij ze het dat da dit die deze is bent zijn was
    heb hebt heeft had kan kunt mag moet wil wilt zou zal niet nie nooit ook nog om op voor
    tegen met zonder als zoals wanneer waar zeg zegt zeggen zegge noem noemen heet weet liever
    liefst graag maar gewoon gerust eens keer morgen vandaag later straks nu zo zoveel veel
    hetzelfde eender jouw uw ons onze hun haar een aan bij naar uit over tot en of want j tu il
    elle on nous vous ils elles c ca ce cela cette est suis etes sont ai as ont n ne pas plus s
    t m que qu quand comme si dans avec sans pour par sur chez et ou mais donc leur mes ma sa
    ses ton ta tes votre vos notre nos dis dites dire moi toi veux voulez peux pouvez demain
    aujourd hui tard toujours jamais encore deja vite maintenant juste plutot prefere sais cher
    chere une un i my mine you your he she it they we us this that those am are were have has
    can could would should not never ever back tomorrow today when where if for from with
    without by to at in and or but the a again often anytime say says said call called calls
    rather please like just prefer know don dont ll ve re think need be being been there now so
    """,
)
NO_NAMES: Final = frozenset(word for rows in _NO_NAME_WORDS for word in rows.split())
