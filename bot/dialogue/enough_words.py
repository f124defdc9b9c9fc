"""The words of which a wish to end the sharing is made, in three languages (`dialogue.enough`).

A list is no pattern: a message counts only where all of it is among them. As `words.plain` leaves
them, with the name of whoever reads along as NAME.
"""

from __future__ import annotations

import re
from typing import Final

#: What is of no weight, as a phrase; before its words are looked at one by one.
PHRASES: Final = re.compile(
    r"\b(?:dank u(?: wel)?|dank je(?: wel)?|s il (?:vous|te) plait|thank you|thanks"
    r"|weet (?:ge|je|u)|(?:ik|k) zei(?: (?:al|u))?"
    r"|(?:ik|k) (?:heb|had) (?:het |dat |da |u |je |jou |al |toch )*gezegd"
    r"|je (?:vous |te |t )?(?:l )?ai (?:deja |bien )?dit|je (?:vous|te) (?:le )?dis"
    r"|i (?:have |ve )?(?:already )?(?:told you|said(?: to you)?)|i (?:am |m )?telling you"
    r"|onmiddellijk|definitief|hierbij|(?:vanaf|van) (?:nu|vandaag)(?: af)?|immediatement"
    r"|definitivement|par la presente|(?:a partir de|des) maintenant|a partir d aujourd hui"
    r"|immediately|definitely|hereby|right (?:now|away)|from (?:now|today)(?: on)?)\b"
)


def _of(words: str) -> frozenset[str]:
    return frozenset(words.split())


LEADS: Final = _of(
    """ah ach och oh oei amai allez allee ok oke okay bon ben bah euh he hein hoor ze zulle zeg zo
    ja nee neen non no oui yes nope nan maar mais but en et and so dus donc alors well nu dan now
    then maintenant toch eigenlijk finalement fait actually sorry pardon desole desolee merci
    bedankt please aub alstublieft alsjeblieft svp stp gewoon echt vraiment really just liever
    plutot rather deja al already quand meme after all hallo hello bonjour dag"""
)
FILL: Final = _of(
    """ik k ge gij je j i me mij moi m t het da dat dit de den dieje dien die deze le la les l ce
    cet cette ca cela c est n ne que qu on this that the it to for of with met avec van aan mijn ma
    mes mon my mine a om te er hier ici here d du be is ben heb ai am have do don dont did doesn not
    niet ni nie geen gene niets niks nooit pas rien jamais plus meer langer longer any anymore more
    never s en y veut il elle op"""
)
FIRST: Final = _of("ik k mij je j i")
WANT: Final = _of("wil wou wens veux voudrais souhaite want wanna wish")
MODAL: Final = _of("mag moogt mogen moet hoeft peut pouvez doit may must should can")
NEED: Final = _of("hoef nodig besoin need contact")
NEG: Final = _of("niet ni nie geen gene niets niks nooit pas plus rien jamais not don dont never")
MORE: Final = _of("meer langer plus anymore more longer")
STOP: Final = _of(
    """stop stopt stoppen ophouden beeindig beeindigen hou houd arrete arretes arretez arreter cesse
    arretiez cessez cesser stopping quit"""
)
SHARE: Final = _of(
    """delen deel deelt doorgeven doorgeeft doorsturen doorstuurt meelezen meeleest meekijken
    meekijkt partager partage partages partagez partagiez sharing share shared"""
)
ALONG: Final = _of("meelezen meeleest meekijken meekijkt")
READ: Final = ALONG | _of("lezen leest lire lit lise lises lisez read reading reads")
OBJECT: Final = _of(
    "dit alles woorden berichten bericht tekst ca tout mots messages message this everything words"
)
TALK: Final = _of(
    """praten spreken babbelen klappen schrijven parler discuter ecrire causer talk speak chat write
    talking speaking"""
)
SPEAK: Final = TALK | _of("zien voir see")
YOU: Final = _of("u jou jullie vous toi you vrijwilliger benevole volunteer")
THEM: Final = _of("hem haar hij zij lui il elle him her he she man mens meneer mevrouw madam")
THEM_TOO: Final = _of("monsieur dame homme femme personne persoon woman person guy")
WITH: Final = _of("met avec with")
TIES: Final = WITH | WANT | _of("die deze dieje dien den de d ce cet cette this that to dat que qu")
WHICH: Final = _of("die deze dieje dien den ce cet cette this that the")
MINE: Final = _of("mijn n mon ma my")
ROLES: Final = _of("man mens meneer mevrouw madam") | THEM_TOO
KNOWN: Final = LEADS.union(
    FILL,
    WANT,
    MODAL,
    NEED,
    NEG,
    MORE,
    STOP,
    SHARE,
    READ,
    OBJECT,
    SPEAK,
    YOU,
    THEM,
    THEM_TOO,
)
#: A 'never mind', which may be of the sharing, or of the soup that was offered.
WAIVED: Final = (
    r"(?:laat|lot|loat) (?:(?:het|dat|da|t|ze|die) )?(?:maar|mor)(?: zitten| zo)?|laat zitten"
    r"|(?:toch|eigenlijk) (?:maar |liever )*(?:niet|ni|nie)"
    r"|vergeet (?:het|dat|da)|laat (?:mij|me)(?: maar| nu)*(?: (?:met rust|gerust))?"
    r"|laisse[zr]? moi (?:tranquille|en paix)"
    r"|finalement (?:non|pas)|non finalement|laisse[zr]?(?: tomber)?(?: ca| tout)?"
    r"|(?:fichez|foutez|fiche|fous) moi la paix|oublie[zr]?(?: ca)?"
    r"|never ?mind|forget (?:it|about it|that)|leave me alone|leave it(?: be| there)?"
    r"|(?:i (?:have |ve )?)?changed my mind|j ai change d avis"
    r"|(?:ik|k) (?:heb me|heb mij) bedacht|(?:ik|k) ben van gedacht(?:en)? veranderd"
    r"|(?:ik|k) (?:zei|zeg) (?:nee|neen)|(?:ik|k) heb (?:nee|neen) gezegd|j ai dit non|i said no"
)
#: May be said of her life, too.
OF_ALL: Final = (
    r"(?:(?:het|dat|da|t) )?(?:hoeft|moet) (?:al |toch )?(?:niet|ni|nie)(?: meer)?"
    r"|(?:(?:ce|ca) n est |c est )?(?:plus|pas) la peine|(?:it is |it s )?not worth it"
)
WAIVER: Final = re.compile(rf"\b(?:{WAIVED})\b")
ANY_WAIVER: Final = re.compile(rf"\b(?:{WAIVED}|{OF_ALL})\b")
#: Of herself or of whoever is with her, and not of the sharing.
BEING: Final = _of("be is am ben est here hier ici")
#: No word of Dutch: beside these, 'die' is no 'that'.
ENGLISH: Final = _of("i to my the this you sharing share shared reading messages")
SOFT: Final = _of("toch finalement actually after meme")
THAT: Final = _of("dat da het t ca cela it that")
NOBODY: Final = _of("niemand personne nobody")
ANYBODY: Final = _of("iemand quelqu un anyone anybody someone somebody mean bedoel veux dire")
KEPT: Final = _of("maar nu dan toch")  # the leads that stand in what follows
LEAVES: Final = re.compile(
    r"laat (?:(?:die|deze|dien|dieje|den|de) )?NAME (?:(?:nu|dan|toch) )*maar"
    r"(?: zitten| vallen| gaan)?"
    r"|(?:laat (?:mij|me)(?: (?:nu|maar|toch))* (?:met rust|gerust)|leave me alone"
    r"|laisse[zr]? moi (?:tranquille|en paix)) (?:met|with|avec)"
    r" (?:(?:die|deze|ce|this|that|cet) )?(?:NAME|him|her|hem|haar|lui)"
)


LEAVING: Final = _of(
    "laat zitten vallen gaan rust gerust leave alone laisse laissez laisser tranquille paix"
)


_NO: Final = re.compile(r"\b(?:niet|ni|nie|geen|gene|niets|niks|nooit)\b")
_STILL: Final = re.compile(r"\bnog\b(?! (?:meer|eens|niet|ni|nie|altijd))(?: iets)?")


def usual(typed: str) -> str:
    """'No more', and 'niet dat hij nog meeleest', as 'not more'; 'mee lezen' in one word. 'Nog
    niet' and 'nog meer' are something else."""
    typed = re.sub(r"\bno more\b", "not more", typed)
    typed = re.sub(r"\bmee (?:te )?(lezen|leest|kijken|kijkt)\b", r"mee\1", typed)
    no = _NO.search(typed)
    return typed if no is None else typed[: no.end()] + _STILL.sub("meer", typed[no.end() :])
