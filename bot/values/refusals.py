"""Days that are not to be: 'niet op maandag', 'le dimanche non', 'every day but Sunday'.

A day is taken away only where that is plain; else nothing is read, and it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.values.clocks import FILLERS
from bot.values.hours import find_hours
from bot.values.plain import plain
from bot.values.tables import DAYS

#: Start, end and codes of a day in a text.
Days = tuple[int, int, set[str]]
_AND: Final = "(?:en|et|and|of|ou|or)"
_ART: Final = (
    r"(?:(?:op|de|den|het|'t|in|int|in't|le|les|la|du|des|au|aux|pour|on|at|the|for|voor|van) |l')*"
)
#: Where days are read each is '#', or each list of them; behind '~' and '=' stands one not chosen.
_MARKS: Final = re.compile("[#~=]")
_LIST: Final = re.compile(rf"#(?: ?,? {_AND} {_ART}#)*")
_EXCEPT: Final = re.compile(
    r"\b(?:behalve|uitgezonderd|uitgenomen|buiten|zonder|sauf|excepte|hormis|hors|a part|besides"
    r"|except|apart from|bar)\b"
)
#: 'every day but Sunday', and not 'not Monday but Tuesday'.
_BUT: Final = re.compile(
    rf"^((?:(?!n't|\b(?:not?|never)\b)[^,.;])*#[a-z ]*) but(?= {_ART}#(?: please)?[ .!]*$)"
)
_INSTEAD: Final = re.compile(
    r"\b(?:in plaats van|au lieu d[eu]|plutot que|instead of|rather than)\b"
    rf"|(?:(?<=liever #)|(?<=liever op #)|(?<=rather #)) (?:dan|than)(?= {_ART}#)"
    rf"|(?:(?<=plutot #)|(?<=plutot le #)) que(?= {_ART}#)"
)
#: What says no to a day in its clause: 'zondag niet', 'pas le lundi', 'Sundays are no good'.
_NO: Final = re.compile(
    r"\b(?:niet?|ni|noch|nooit|geen|niks|niets|not|nor|neither|never|nothing|cannot|jamais|rien"
    r"|no(?! (?:problem|trouble|bother|matter))|non plus|(?<=# )(?:nee|neen|non)|(?:nee|neen|non)$"
    r"|pas(?! (?:om|vanaf|rond|tegen|na)\b)"
    rf"|ne [a-z' ]*\bplus|(?<=[vp]eux )plus|(?<!en )plus(?= {_ART}#)"
    r"|(?:past|schikt|komt)(?: (?:het|mij|me|dat|wel|wat|ook|zo))* (?:slecht|moeilijk)"
    r"|(?:arrange|convient)(?: [a-z]+)? mal|(?:suits?|works?)(?: me)? badly)\b|n't\b"
    r"|\b(?:do|does|wo|ca|is|are)nt\b"
)
#: Of a part of that day: 'zondag niet te vroeg', 'le lundi pas avant dix heures'.
_PARTLY: Final = re.compile(
    r" (?:(?:al )?(?:te|zo|trop|si|aussi|too|so|that) (?:vroeg|laat|tot|tard|early|late)\b"
    r"|(?:voor|na|avant|apres|before|after) (?!mij|me\b|moi)"
    rf"|later\b|(?:alleen|enkel|seulement|only) {_ART}#)"
)
#: All that may stand beside a no where the whole day is refused.
_REFUSING_WORDS: Final = """
    liever beter best kan kunnen past schikt lukt gaat is ben zou wil hoef hoeft moet mag kom komt
    schrijf schrijven ik het dat mij me mijn voor er je u ge eigenlijk echt toch ook dan zo goed
    graag nodig gelegen beschikbaar vrij thuis uit hebben meer bericht berichten berichtje
    berichtjes zin bij sturen evenmin wel hoor he aub te op de den in nee neen ja
    alstublieft bedankt zeker van int
    ca cela ce je on ne me c n m j d l s t est etait arrange aime aimerais ai suis la peux veux
    voudrais souhaite prefere va convient marche mieux vaut sera serait lui pour moi vraiment
    tellement du tout bon bien possible libre plus de message messages hein svp merci recevoir le
    les des au aux surtout oui non disponible maison ecrivez ecris ecrire
    i m d ll it s that are am was would rather does do can will want prefer for really better be
    good great ok okay fine suit suits work works convenient free available at home all so to
    possible please either there on the yes write from
"""
REFUSING: Final = frozenset(_REFUSING_WORDS.split())
#: To be written to, as whoever would rather have quiet calls it.
_BOTHERED: Final = re.compile(
    r"\b(?:etre derangee?|(?:gestoord|lastiggevallen) worden|(?:be|get) (?:bothered|disturbed))\b"
)
#: 'Half past ten not on Sunday': an hour that stands before the no is a wish of its own.
_HOUR_THEN_NO: Final = re.compile(rf" (?=(?:niet?|pas|jamais|nooit|not|never) {_ART}#)")
#: How somebody is refuses no day, where somebody is does: 'zondag ben ik niet goed', 'niet thuis'.
_STATE: Final = re.compile(
    r"\b(?:ben|gaat het|het gaat|suis|i'?m|am|(?:ca|cela) (?:ne )?va)\b"
    r"|\b(?:het|it|it's|ce|c'est)\b.*\b(?:goed|bien|good|great|okay)\b"
)
_WHERE: Final = re.compile(
    r"\b(?:thuis|vrij|beschikbaar|la|libre|disponible|maison|home|free|available|there)\b"
)
#: 'Elke dag is te veel'.
TOO_MUCH: Final = re.compile(
    r"\b(?:te ?(?:veel|vaak|dikwijls)|wat veel|trop(?! (?:tot|tard)\b)|fait beaucoup"
    r"|too (?:much|many|often)|(?:bit|little|rather|awfully) (?:much|a lot))\b"
)
#: 'Not only Sunday' says of other days that they are meant too, and of none which.
NOT_ONLY: Final = re.compile(
    r"\b(?:niet|nie|pas|not|non)(?: just)? (?:alleen|enkel|seulement|uniquement|only|just)\b"
    r"(?!.*\b(?:maar|mais|but) (?:ook|aussi|egalement|also)\b)"
)
#: Nor is a hard day a refused one, nor one that is left out once; 'non le lundi' may be either.
_UNCLEAR: Final = re.compile(
    r"\b(?:slechte?|lastige?|moeilijke?|zware?|mal|difficiles?|durs?|bad|hard|difficult|awkward|rust|tranquille"
    r"|tough|overslaan|overgeslagen|sla|slaan|saute[zr]?|passe[zr]?|skip\w*"
    rf"|{TOO_MUCH.pattern})\b|^(?:nee|neen|non) {_ART}#"
)
_BREAK: Final = re.compile(
    rf"((?:\s*(?:[.;:!?,]|\b(?:{_AND}|maar|ma(?= nie)|mais|but|dus|donc)\b(?! plus)))+)\s*"
    rf"|\s+(?=(?:ni|noch|nor) {_ART}#)"
)
_NOR: Final = re.compile(r"(?:ni|noch|nor)\b")
#: What is behind it is none of what stands before: 'niet op maandag maar op dinsdag'.
_PARTS: Final = re.compile(r"maar|ma\b|mais|but|[.;:!?]")
#: 'nee, maandag' answers something else; in 'zondag, liever niet' the comma parts nothing.
_ANSWER: Final = re.compile(
    r"^[ .,!]*(?:nee|neen|non|no)(?: (?:hoor|merci|bedankt|sorry|thanks))*"
    r"(?: ?[,.;:!]+ ?| (?=(?:niet?|pas|not)\b))"
)
_PARTED: Final = re.compile(
    rf"^({_ART}#) ?,(?=[^#]*$)(?!.*\b(?:meer|plus|more|anders|autrement|else)\b)"
)
_WELCOME: Final = re.compile(
    r"\b(?:liever|liefst|wel|graag|wil|past|kan|ja|goed|beter|prima|plutot|oui|veux|voudrais"
    r"|prefere|bien|mieux|rather|instead|yes|like|want|prefer|good|fine|better|ok)\b"
)


def refused(text: str, found: list[Days]) -> set[str] | None:
    """The days that are taken away; None where there is a 'no' of which that is not plain: 'maandag
    zie ik niet zitten', 'dinsdag, zondag niet'. Such days are asked back, and never set."""
    said, units = _units(text, found)
    if found and NOT_ONLY.search(text):
        return None
    gone, named, last = set[str](), set[str](), ""
    for parted, clause in _clauses(said) if found else ():
        hows = _hows(clause)
        if hows is None:
            return None
        for how in hows:
            codes = units.pop(0)
            beside = last + how
            if _NOR.match(clause) and last in (".", "+"):
                return None  # 'zaterdag noch zondag'
            if beside in (".A", "A.", "B.") and not parted and not (how == "A" and named > codes):
                return None
            gone |= codes if how in "AB=" else set()
            named, last = named | codes, how
    return None if len(found) > 1 and len(gone) == len(DAYS) else gone


def _units(text: str, found: list[Days]) -> tuple[str, list[set[str]]]:
    """The text with '#' for each day and for each list of days, and the days of each."""
    said, units = _MARKS.sub(" ", text), list[set[str]]()
    for start, end, _ in reversed(found):
        said = f"{said[:start]}#{said[end:]}"
    said = _without_hour(_BOTHERED.sub("message", said))
    codes = iter([one[2] for one in found])

    def listed(m: re.Match[str]) -> str:
        units.append({code for _ in range(m[0].count("#")) for code in next(codes)})
        return "#"

    said = _INSTEAD.sub(" =", _LIST.sub(listed, said))
    said = _BUT.sub(r"\1 ~", _EXCEPT.sub("~", said))
    return _PARTED.sub(r"\1", _ANSWER.sub("", said)), units


def _without_hour(said: str) -> str:
    """Without an hour and nothing else before a no to days."""
    no = _HOUR_THEN_NO.search(said)
    if no is None:
        return said
    before = plain(said[: no.start()])
    rest, hours = list(before.text), find_hours(before, "")
    for one in hours:
        rest[one.start : one.end] = " " * (one.end - one.start)
    alone = FILLERS.issuperset(re.findall(r"[a-z']+|[0-9#]+", "".join(rest)))
    return said[no.end() :] if hours and alone else said


def _clauses(said: str) -> Iterator[tuple[bool, str]]:
    """Each clause, and whether it is parted from the one before."""
    parted, place = True, 0
    for m in _BREAK.finditer(said):
        yield parted, said[place : m.start()].strip()
        parted, place = _PARTS.search(m[0]) is not None, m.end()
    yield parted, said[place:].strip()


def _hows(clause: str) -> str | None:
    """A letter for each day in a clause: '.' named, '+' welcome, and refused: 'A' by a 'no' behind
    it, 'B' by one before, '=' for another. None where what is refused is not plain."""
    nos = [m for m in _NO.finditer(clause) if not _PARTLY.match(clause, m.end())]
    rest = _NO.sub(lambda m: m[0][2:-4] if m[0].startswith("ne ") else " ", clause)
    days = re.sub(rf"([~=]) ?{_ART}#", r"\1", clause)
    if _UNCLEAR.search(rest) or (nos and _MARKS.findall(days) != ["#"]):
        return None
    if not nos:
        if len(_MARKS.findall(days)) != clause.count("#"):
            return None  # 'behalve soms op maandag'
        named = "+" if _WELCOME.search(clause) else "."
        return "".join(_MARKS.findall(days)).replace("#", named).replace("~", "B")
    plain_no = len(nos) == 1 or nos[-1][0] == "non plus"
    is_state = _STATE.search(clause) and not _WHERE.search(clause)
    if not plain_no or is_state or not REFUSING.issuperset(re.findall(r"[a-z]+|[0-9]+", rest)):
        return None
    return "A" if clause.index("#") < nos[0].start() else "B"
