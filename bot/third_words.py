"""Of whom she goes on speaking after a complaint: the same 'he', or somebody else by name. Pure.

In doubt it is the same one: that costs a tap. Of somebody else she speaks where one of hers is who
did it, or of whom a 'he' in that sentence is, and no other 'he' or 'his' stands beside it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from bot import complaint_words, harm_topics, spoken_of
from bot.dialogue.words import plain
from bot.harm_words import BODY
from bot.kin_words import MY_KIN

_HIS: Final = (
    # 'zijn' is a verb too: what stands before it tells, 'wij zijn', 'met zijn hand'
    r"(?:^|\b(?:met|van|aan|in|op|door|en|over|onder|tegen|bij|naar|voor|ook|tussen|uit) )zijn"
    r" (?!er\b|we\b|wij\b|jullie\b|nog\b|de\b|het\b|alle\w*\b|twee\w*\b|mijn\b|dat\b)"
    r"|\bz n\b|(?<!\bmy )(?<!\bour )(?<!\bthe )(?<!\ba )(?<!\bhis )(?<!\bher )(?<!\byour )\bson\b"
    r"|\b(?:sa|ses|his)\b"
)
_THINGS: Final = (
    r"(?:dokter|huisarts|verpleegster|kinesist\w*|mop|film|serie|foto|taart|koffie|soep|plant\w*"
    r"|pillen|dag|week|maand|tijd|keer|avond|nacht|muziek|tv|kat|poes|hond|winkel|bus|trein|wandeling)"
)
_HE: Final = (
    r"\b(?:hij|hem|em|ie|zij|ze|(?<!\bmijn )haar|diene?n?|dieje|lui|he|him|she|her)\b"
    r"|\b(?:aan|bij|in|door|naar|van|met) mijn haar\b"
    r"|\belle\b(?! est (?:\w+ )?\w+ la (?:vie|soupe|chanson|musique|photo|mer)\b)"
    rf"|(?<!\bto )(?<!\bi )(?<!\bll )(?<!\bme )\bdie\b(?! {_THINGS}\b)"  # 'I want to die'
    r"|(?<!\bs )\bil\b(?! (?:y a|faut|fait|pleut|neige|est \d|est (?:tard|tot|temps|midi|quelle)))"
)
_NAMED: Final = "thename"
_OTHER: Final = (
    rf"(?:{MY_KIN}|(?:een|ne|nen|un|une|a|an) (?:\w+ )?(?:man|vent|kerel|vrouw|homme|femme|type"
    r"|mec|woman|guy)|iemand|quelqu un|some(?:one|body)|ze(?= \w+en\b)|they|ils)"
)
# Between who it is and what he does: 'mijn man is zat en slaat mij'. Nobody else comes into it.
_NO_OTHER: Final = (
    rf"(?:{_NAMED}|dat|omdat|want|die|hij|zij|ze|ik|je|hem|haar|weet|zag|niet|nie|nooit|geen|que|qu"
    r"|qui|il|elle|lui|sait|vu|pas|jamais|that|because|who|he|she|i|him|her|knows|saw|not|never|t)"
)
_BETWEEN: Final = rf"(?: (?!{_NO_OTHER}\b)\w+){{0,4}}?"
_WITH_A_WEAPON: Final = re.compile(
    rf"\b{_OTHER}(?: (?!{_NO_OTHER}\b)\w+){{0,6}}? (?:met|avec|with|heeft|a|has)"
    r" (?:een|nen|un|une|a|an) (?:\w+ )?(?:mes|geweer|pistool|bijl|hamer|couteau|fusil|pistolet"
    r"|arme|hache|marteau|knife|gun|axe|hammer)\b"
)
_THIRD: Final = re.compile(rf"{_HIS}|{_HE}")
_LEGS: Final = re.compile(
    r"^(?:mijn|m n|mes|my) (?:been|benen|knie|jambes|legs?|knee) (?:is|zijn|sont|are|feel)"
    r" (?:\w+ )?(?:moe|stijf|zwaar|koud|gezwollen|fatiguees|lourdes|gonflees|tired|stiff|heavy"
    r"|cold|swollen)$"
)
_BODY: Final = re.compile(rf"\b(?!been\b){BODY}\b|\b(?:mijn|m n|op|aan|tegen|over|t) been\b")


# One of hers, or an animal, or who cares for her; and the 'he' that is of that one.
_MY: Final = r"(?:mijne?n?|m n|mn|ons|onzen?|mon|ma|notre|my|our)"
_THE: Final = rf"(?:{_MY}|de|den|die|le|la|l|the)"
_EITHER: Final = (
    rf"{_THE} (?:kat|poes|hond|dokter|huisarts|verple\w+|kine\w*|chat(?:te)?|chien\w*|medecin"
    r"|docteur|infirmiere?|cat|dog|doctor|nurse)"
)
_A_MAN: Final = (
    rf"(?:{_MY} (?:man|vent|echtgenoot|zoon|broer|neef|kleinzoon|schoonzoon|vader|ex|buurman|mari"
    r"|fils|frere|pere|voisin|neveu|gendre|husband|boyfriend|son|brother|father|nephew|grandson"
    rf"|neighbou?r)|papa|dad|{_EITHER})"
)
_A_WOMAN: Final = (
    rf"(?:{_MY} (?:vrouw|dochter|zus|zuster|nicht|kleindochter|schoondochter|moeder|ex|buurvrouw"
    r"|femme|fille|soeur|mere|voisine|niece|wife|girlfriend|daughter|sister|mother|granddaughter"
    rf"|neighbou?r)|mama|maman|mum|mom|{_EITHER})"
)
# As what she is told, or whom she tells, one of hers is none of whom 'he' is said.
_TOLD: Final = (
    r"(?<!\baan )(?<!\btegen )(?<!\bvan )(?<!\bmet )(?<!\bvoor )(?<!\bbij )(?<!\ben )(?<!\ba )"
    r"(?<!\bavec )(?<!\bpour )(?<!\bet )(?<!\bto )(?<!\bwith )(?<!\bfor )(?<!\btold )"
    r"(?<!\btell )(?<!\band )"
)
_DOUBT: Final = (
    r"(?:dat|omdat|want|wat|waar|hoe|of|als|maar|en|zag|ziet|weet|gezien|zegt|zei|denkt|gelooft"
    r"|que|qu|parce|ce|ou|quand|si|mais|et|sait|vu|dit|croit"
    r"|that|because|what|where|how|if|when|but|and|saw|knows|says|said|thinks|told|believes)"
)
_FEW: Final = rf"(?: (?!{_DOUBT}\b)\w+){{0,6}}?"
_HIS_OWN: Final = tuple(
    re.compile(rf"({_TOLD}\b{who}\b{_FEW}) (?:{he})\b")
    for who, he in (
        (_A_MAN, "hij|hem|ie|il|he|him|his"),
        (_A_WOMAN, "zij|ze|haar|elle|she|her"),
    )
)


def of_a_third(text: str) -> bool:
    """Whether somebody is spoken of: after a complaint that may be the same one."""
    return _THIRD.search(plain(text)) is not None


def goes_on(text: str) -> bool:
    """Whether it may go on with a complaint: it is of somebody, or of what was touched."""
    if of_a_third(text):
        return True
    return _BODY.search(plain(text)) is not None and not _LEGS.match(plain(text))


def of_another(text: str, name: str) -> bool:
    """Whether one of hers plainly did it, and not he who has that name."""
    rest = _but_of_hers(text)
    if _THIRD.search(rest) or spoken_of.speaks_of(text, name, pleas=False):
        return False
    whole = " ".join(spoken_of.named_without_pleas(text, name))
    who = spoken_of.called(name)
    if who.search(re.sub(rf"^(?:\w+ )?(?:{who.pattern}) ", "", whole)) is not None:
        return False
    return by_another(text, name) or (rest != plain(text) and not _BODY.search(rest))


def _but_of_hers(text: str) -> str:
    """In plain words, without a 'he' that is of one of hers in the same sentence."""
    told = []
    for sentence in re.split(r"[.!?\n]+", text):
        one, before = plain(sentence), ""
        while one != before:
            before = one
            for his in _HIS_OWN:
                one = his.sub(r"\1", one)
        told.append(one)
    return " ".join(one for one in told if one)


def by_another(text: str, name: str) -> bool:
    """Whether one of hers, or a stranger, is said to hurt her, whatever else is said."""
    who = spoken_of.called(name)
    whole = who.sub(_NAMED, " ".join(spoken_of.named(text, name)))
    hurt = _wrongs().search(whole) or _WITH_A_WEAPON.search(whole)
    return hurt is not None or harm_topics.on_one(whole, MY_KIN)


@lru_cache(maxsize=1)
def _wrongs() -> re.Pattern[str]:
    return complaint_words.wrongs_of(_OTHER, rf"{_OTHER}{_BETWEEN}")
