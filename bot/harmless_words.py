"""What people say around 'I am safe' that says nothing of danger: thanks, sorry, laughter, 'do not
worry', and a short reason. In three languages, as `dialogue.words.plain` leaves them."""

from __future__ import annotations

import re
from typing import Final

from bot.dialogue.words import plain

CUT: Final = " | "  # stands where words were taken out: nothing is read across it
_CLAUSES: Final = re.compile(r"[.,;:!?…\n()]+|\s[-–—]+\s")

NEAR: Final = (  # no parents: many who speak of theirs are about to follow them
    r"(?:(?:de|mijn|mijne|mij|m n|mn|een|t|het|la|le|ma|mon|mes|une?|l|the|my|an?) )?"
    r"(?:buu?r(?:vrouw|man|en)?|dochter|zoon|zus|zuster|broer|vriendin|familie"
    r"|kinderen|klein(?:kinderen|zoon|dochter)|kat|hond|poes|dokter|verple\w+|politie"
    r"|ziekenhuis|hospitaal|thuis|bed|zetel|keuken"
    r"|voisine?|fille|fils|s(?:oe|œ)ur|frere|amie?|famille|enfants|petit fils"
    r"|petite fille|chat|chien|medecin|docteur"
    r"|infirmi\w+"
    r"|hopital|maison|lit|fauteuil|cuisine|salon"
    r"|neighbou?rs?|daughter|son|sister|brother|friends?|family|children|grand(?:son"
    r"|daughter)|cat|dog|doctor|nurse"
    r"|police|hospital|home|bed|armchair|chair|kitchen)"
)
_NOW: Final = r"(?: (?:nu|hier|gewoon|lekker|maintenant|ici|la|now|here|just|safely))*"
# 'my sister Rita is here': one word may be a name
_NEVER: Final = r"(?:niet|nie|nooit|dood|not|never|dead|pas|jamais|morte?|plus|nobody|niemand)"
_WHY: Final = r"(?:(?:want|omdat|parce que|car|because|en|et|and) )?"
_BY: Final = (
    rf"(?:bij|met|in|aan|chez|avec|dans|a|au|with|at) {NEAR}{_NOW}(?: aan het (?:slapen|rusten))?"
)
# 'I am safe, with my sister'; but 'in my bed I am safe' may say when she would be
_WHERE: Final = rf"{_WHY}(?:(?:ben|zit|lig|suis|am){_NOW} )?{_BY}"
_LEAVE_ME: Final = (
    # nobody need be called, nothing more be asked
    r"(?:bel|belt|verwittig) (?:maar )?(?:niemand|\w+ (?:\w+ )?niet)(?: (?:op|bellen))?"
    r"|niet bellen|(?:(?:u|je|ge) )?(?:moet|hoeft|moogt?) niemand (?:te )?(?:bellen|verwittigen)",
    r"n appelez? (?:pas|personne)|pas besoin d appeler(?: personne)?"
    r"|(?:do not|don t|dont|no need to) call (?:anyone|anybody|them|an ambulance|the police)",
    r"(?:u|je|ge) (?:moogt|mag) stoppen|you can stop(?: asking)?|stop asking|leave me(?: alone)?"
    r"|laat (?:mij|me) (?:gerust|met rust)|laissez? moi(?: tranquille)?",
)
_MANNERS: Final = (
    # nobody need worry
    r"(?:ne )?(?:vous |t |te )?(?:en )?inquietez? (?:pas|vous pas|toi pas)(?: pour moi)?",
    r"t inquiete|pas d inquietude|pas de (?:souci|soucis|probleme|panique|danger)",
    r"(?:do not|don t|dont) (?:you )?worry(?: (?:about|for) me)?|no worries|not to worry"
    r"|no need to worry|no (?:problem|panic)",
    r"(?:maak|maakt)(?: (?:u|je|jou|ulder))? (?:maar )?(?:geen zorgen|niet (?:ongerust|druk))"
    r"|(?:wees|weest|zijt) (?:maar )?(?:niet ongerust|gerust)|niet ongerust (?:zijn|worden)"
    r"|geen (?:zorgen|paniek|probleem|stress)",
    r"(?:u|je|ge) (?:moogt|mag|kunt) op (?:uw|je) (?:beide|twee) oren slapen"
    r"|(?:vous pouvez dormir|dormez|soyez) (?:bien )?tranquille",
    r"^mais ca va(?= *(?:\||$))|c est bon|(?:het |t )?is (?:al )?goed|it s (?:fine|okay|all right)",
    # sorry, and for what
    r"(?:(?:het |t )?spijt (?:het )?(?:me|mij)|(?:so |very |i am |i m |im )*sorry|my apologies"
    r"|(?:je suis )?(?:vraiment )?desolee?|mes excuses|excuse(?:er|ert|z|s|r)?(?: (?:me|mij|moi))?"
    r"|pardon(?:nez moi)?)",
    r"(?:for|about) (?:(?:all|the|this|that|my) )*(?:fuss|bother|trouble|worry|scare|confusion"
    r"|mess|alarm|drama)|(?:to have|that i|i) (?:worried|bothered|scared|frightened) you"
    r"|to (?:worry|bother|scare|frighten) you",
    r"voor (?:de|al de|dat|dit|mijn) (?:last|moeite|drukte|schrik|ongerustheid|overlast|paniek"
    r"|verwarring)|(?:dat ik|om) (?:u|je) (?:bang|ongerust) (?:te )?(?:maken|maakte|heb gemaakt)",
    r"pour (?:le|la|les|cette?|tout ce) (?:derangement|souci|peur|frayeur|bruit|confusion|panique)"
    r"|(?:de|pour) vous avoir (?:fait peur|inquietee?|derangee?)",
    # thanks, and for what
    r"(?:thank you|thanks|thx|ty|dank (?:u|je|jou)|dankuwel|dank ?je ?wel|bedankt|merci)"
    r"(?: (?:wel|zeer|hartelijk|beaucoup|bien|infiniment|so much|very much|a lot|for asking"
    r"|om te vragen|de demander|for (?:your|the) (?:help|concern|worry)|voor (?:uw|je|de)"
    r" (?:hulp|zorg|bezorgdheid)|pour (?:votre|ton|l) (?:aide|attention|inquietude)))*",
)
_REASONS: Final = (
    # who is here, and who is gone
    rf"{_WHY}(?:(?:ik|k|we) (?:ben|zit|lig|zijn|zitten)|je suis|on est|i am|i m|im|we are){_NOW} "
    rf"(?:{_BY}|thuis|chez moi|at home|home|back home)",
    rf"{NEAR}(?: (?!{_NEVER}\b)\w+)? (?:is|est|s|was|etait|blijft|reste) (?:hier|bij mij|er"
    rf"(?: ?bij)?|ici|la|avec moi|chez moi|here|with me){_NOW}",
    r"(?:he|she|they|hij|ij|ze|zij|il|elle|ils|on) (?:is|s|has|have|are|zijn|est|sont|a|ont)?"
    r" ?(?:nu |now |maintenant )?(?:weg|vertrokken|gone|left|parti\w*|buiten gezet|opgepakt"
    r"|arrested|arrete[es]*)",
    # what it was
    r"(?:(?:het|t|dat|da|dit) (?:was|is|s)|c (?:etait|est)|ce n etait|(?:it|that) (?:was|is|s))"
    r"(?: (?:maar|gewoon|enkel|alleen|juste|simplement|seulement|just|only))*"
    r" (?:(?:een|ne|une?|qu une?|an?|uit|pour|om te) )?(?:\w+ )?(?:grap|grapje|mopje|lachen"
    r"|misverstand"
    r"|vergissing|vermoeidheid|moeheid"
    r"|manier van spreken|liedje|film|boek|droom|nachtmerrie|blague|rire|malentendu"
    r"|erreur|fatigue|facon de parler|chanson|film|livre|reve|cauchemar|joke|laugh|misunderstanding"
    r"|mistake|tiredness|(?:way|manner|figure) of (?:speaking|speech)|song|book|dream|nightmare)",
    r"(?:false alarm|vals alarm|fausse alerte|(?:een )?(?:misverstand|grapje)|(?:une )?blague"
    r"|(?:i was |i m )?(?:only |just )?(?:joking|kidding))",
    r"(?:i|i was|i have|i ve|i d)(?: (?:only|just|simply))+(?: (?:a bit|a little|so|very))?"
    r" (?:nodd?ed off|doz\w+(?: off)?|fell asleep|asleep|sleeping|slept|napping|had a nap|resting"
    r"|tired|talking|sad|lonely|watching (?:tv|telly|television))",
    r"(?:just|only|gewoon|alleen|juste)(?: (?:wat|een beetje|un peu|a bit|very))? (?:tired|moe"
    r"|fatiguee?)",
    r"(?:i was|i m) (?:(?:only|just) )?(?:watching|reading|listening to|(?:talking"
    r"|telling you) about)"
    r" (?:(?:a|the|my|some) )?(?:tv |telly |radio )?(?:film|movie|show|programme|series|book"
    r"|news|song)",
    r"(?:ik|k) (?:kijk|zit)(?: (?:nu|gewoon|naar|voor|de|te|tv|televisie))* (?:tv|televisie|kijken)"
    r"|je (?:regarde|suis devant) la tele(?:vision)?|(?:ik|k) drink (?:een |mijn )?(?:koffie|thee"
    r"|tas koffie|tas thee)|je (?:prends|bois) (?:mon|un) (?:cafe|the)"
    r"|(?:i m|im|i am) having (?:(?:a|my|some) )?(?:cup of |nice )*(?:tea|coffee)",
    r"(?:i was|i m|ik was|j etais)(?: (?:only|just|maar|gewoon|juste))* (?:(?:quoting|singing"
    r"|reading) (?:a|the) (?:song|book|poem)|een liedje aan het zingen)",
    r"(?:ik|k) (?:was|zat) (?:(?:maar|gewoon|alleen|wat|een beetje) )*(?:te |aan het )"
    r"(?:zeveren|zwanzen|lachen|lullen|plagen)",
    r"(?:ik|k) (?:was|ben|had|heb|sliep|zat) (?:(?:maar|gewoon|enkel|alleen|even|efkes|wat|in) )*"
    r"(?:ingedommeld|ingedut|in slaap gevallen|slaap gevallen|dutje(?: gedaan)?|aan het slapen"
    r"|aan het rusten|geslapen|moe|naar de tv aan het kijken)",
    r"je (?:m |me )?(?:suis|etais|dormais|faisais|avais)? ?(?:(?:juste|simplement|seulement"
    r"|un peu) )*"
    r"(?:assoupie?|endormie?|une sieste|dormais|fatiguee?|en train de dormir|me reposais)",
)
_WORDS: Final = (
    r"(?:mais oui|yes|yeah|yep|yup|ja+|jaja|jawel|oui|ouais|ok|oke|okay|sure|of course"
    r"|absolutely|promise"
    r"|i promise|honest|honestly|really|truly|though|too|so|very|much|and|et|en"
    r"|dear|love|darling|honey|sweetie|sir|madam|lad|friend|bless you"
    r"|(?:good )?(?:heavens|gracious|god|gosh|grief|lord|goodness)(?: me)?|oh|ah|och|ach|eh|euh"
    r"|ocharme"
    r"|h?mm*|well|bon|ben|bah|bwa|zeg|hey|hi|hello|hallo|hoi|dag|bonjour|salut|amai|allez|ola|wtf"
    r"|ha(?:ha)*h?|he(?:he)+|hi(?:hi)+|lol|mdr+|ptdr|xd|good ?night|bonne (?:nuit|soiree|journee)"
    r"|slaapwel|welterusten|goede ?(?:nacht|avond)|goeienacht|tot morgen|a demain|till tomorrow"
    r"|zeker|natuurlijk|tuurlijk|echt|beloofd|eerlijk|hoor|ze|zenne|zulle|zu|se|hein|voila"
    r"|toch|wel|dus|ook|meneer|mevrouw|jongen|meisje|schat|schatje|schatteke|lieverd|lieveke"
    r"|menneke|voyons"
    r"|manneke|vriend|bien sur|vraiment|promis|bien|alors|donc|aussi|monsieur|madame"
    r"|mon cher|ma chere|chou|gentil|lief|svp|alsjeblieft|alstublieft|please|s il (?:vous|te) plait"
    r"|de rien|graag gedaan|you re welcome)"
)
# where and when: harmless in 'I am safe', and not in 'I will do nothing'
_HERE: Final = r"(?:nu|hier|maintenant|ici|now|here)"
_HOME: Final = r"(?:weer|terug|thuis|chez moi|a la maison|again|at home|back)"
_NO: Final = (
    r"(?:(?:maar|mais|but) )?(?:no+|nee+n?|neenee|non|nope|nah|nan)(?: (?:no+|nee+n?|non))*"
)
_OPENS: Final = re.compile(rf"^(?:(?:{_WORDS}|{_HERE}) )*{_NO}(?=$|\s)")
_SENTENCES: Final = re.compile(rf"\b(?:{'|'.join((*_LEAVE_ME, *_MANNERS, *_REASONS))})\b")
_SAID: Final = re.compile(rf"\b(?:{'|'.join((*_LEAVE_ME, *_MANNERS, *_REASONS, _WHERE))})\b")
_LEAVE: Final = re.compile(rf"\b(?:{'|'.join(_LEAVE_ME)})\b")
_REASON: Final = re.compile(rf"\b(?:{'|'.join(_REASONS)})\b")
# 'hé' and 'quoi' end a clause; anywhere else they are a man, in English, and a question
_ENDS: Final = r"\bhe$|(?<!c est )\bquoi$"
_TALK: Final = re.compile(rf"\b{_WORDS}\b|{_ENDS}")
_FRONT: Final = re.compile(rf"\b(?:{_WORDS}|{_HERE})\b")
_LEAD: Final = re.compile(rf"^(?:(?:{_WORDS}|{_HERE}) )+")
_WORD: Final = re.compile(rf"\b(?:{_WORDS}|{_HERE}|{_HOME})\b|{_ENDS}")


def clauses(text: str) -> list[str]:
    """The clauses of a text, plain."""
    return [said for part in _CLAUSES.split(text) if (said := plain(part))]


def opens_with_no(clause: str) -> bool:
    """'Good heavens no', 'nee nee': by itself a no to nothing in particular."""
    return _OPENS.search(clause) is not None


def without_no(clause: str) -> str:
    return _OPENS.sub(CUT, clause)


def without_lead(clause: str) -> str:
    """The clause without its first words that say nothing, a no apart."""
    return _LEAD.sub("", clause)


def without_phrases(clause: str, *, wherever: bool = True) -> str:
    """The clause without what is known to be harmless, its single words apart. `wherever`: where
    she is may stand behind it: 'I am safe, in my bed'."""
    return (_SAID if wherever else _SENTENCES).sub(CUT, clause)


def shuts_off(clause: str) -> bool:
    """'Leave me alone', 'call nobody': no danger in it, and no answer."""
    return _LEAVE.search(clause) is not None


def explains(clause: str) -> bool:
    """Whether a clause gives a reason: what it was, who is here. 'Do not worry' gives none."""
    return _REASON.search(clause) is not None


def left(clause: str, *, at_any_time: bool = False) -> list[str]:
    """The words of a clause that say something of their own. `at_any_time`: 'now' does too."""
    return _others(_TALK if at_any_time else _WORD, clause)


def may_lead(front: str) -> bool:
    """Whether what stands in front of 'I am safe' says nothing of when or where she would be, as
    'in heaven' and 'at home' do."""
    return not _others(_FRONT, _SENTENCES.sub(CUT, without_no(front).strip(" |")))


def _others(known: re.Pattern[str], clause: str) -> list[str]:
    return [word for word in known.sub(CUT, clause).split() if word != "|"]
