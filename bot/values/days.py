"""Days of the week: 'maandag en donderdag', 'van dinsdag tot vrijdag', 'every day but Sunday'.

Always written as codes in the order of the week: 'mo,we,fr'. Who only says how often gets days that
are spread over the week (`tables.SPREAD`): 'twee keer per week' is 'tu,fr', 'om de andere dag' is
'mo,we,fr'.
"""

from __future__ import annotations

import re
from typing import Final

from bot.values.frequency import find_frequencies
from bot.values.plain import Plain, plain
from bot.values.tables import DAY_GROUPS, DAY_PART, DAYS, SHORT_DAYS, SPREAD, WEEKDAYS

_ONE: Final = "|".join(f"(?P<{code}>{names})" for code, names in WEEKDAYS.items())
_DAY: Final = re.compile(rf"(?<![a-z])(?:{_ONE})(?={DAY_PART}\b|[^a-z]|$)", re.ASCII)
_GROUPS: Final = tuple(
    (codes, re.compile(rf"(?<![a-z0-9])(?:{words})(?![a-z])", re.ASCII))
    for codes, words in DAY_GROUPS.items()
)
_TO: Final = re.compile(
    r"\s*(?:-+|tot en met|tot aan|tot|t/m|tem|t\.e\.m\.?|t e m|till?|to|through|thru|until|au|a"
    r"|jusqu'au|jusqu'a)\s*",
    re.ASCII,
)
_EXCEPT: Final = re.compile(
    r"\b(?:behalve|uitgezonderd|uitgenomen|buiten|zonder|maar niet|niet?|nooit|geen|liever niet"
    r"|noch|sauf|excepte|hormis|hors|a part|mais pas|pas|ni|jamais|except(?: for| on)?|apart from"
    r"|but not|not|never|neither|nor|but|bar|no(?! ?,)|don't(?! (?:care|mind))|besides|rather than"
    r"|instead of|plutot que|au lieu d[eu]|in plaats van|liever (?:op )?[a-z]+ dan"
    r"|can(?:'t|not)(?= (?:do|make|on)))\b",
    re.ASCII,
)
#: What says no behind a day: 'zondag niet', 'Monday is bad'.
_NO: Final = re.compile(
    r"\b(?:niet?|nooit|geen|niks|niets|not|non|no(?! (?:problem|trouble|bother|matter))|pas|jamais"
    r"|rien|never|nothing|cannot|slecht|lastig|moeilijk|mal|difficile|bad|difficult|awkward)\b|n't\b",
    re.ASCII,
)
#: Of a part of that day: 'zondag niet te vroeg', 'le lundi pas avant dix heures'.
_PARTLY: Final = re.compile(
    r" (?:(?:al )?(?:te|zo|trop|si|aussi|too|so|that) (?:vroeg|laat|tot|tard|early|late)\b"
    r"|(?:voor|na|avant|apres|before|after) (?!mij|me\b|moi)"
    r"|(?:later|alleen|enkel|seulement|only)\b)"
)
#: All that may stand beside a no where the whole day is refused.
_REFUSING_WORDS: Final = """
    liever beter best kan kunnen past schikt lukt gaat is ben zou wil hoef hoeft moet mag kom komt
    schrijf schrijven ik het dat mij me mijn voor er je u ge eigenlijk echt toch ook dan zo goed
    graag nodig gelegen beschikbaar vrij thuis uit hebben meer bericht berichten berichtje
    berichtjes zin bij sturen evenmin wel hoor he aub te
    ca cela ce je on ne me c n m j d l s t est etait arrange aime aimerais ai suis la peux veux
    voudrais souhaite prefere va convient marche mieux vaut sera serait lui pour moi vraiment
    tellement du tout bon bien possible libre plus de message messages hein svp merci recevoir
    i m d ll it s that are am would rather does do can will want prefer for really better be good
    great ok okay fine suit suits work works convenient free available at home all so to possible
    please either there
"""
_REFUSING: Final = frozenset(_REFUSING_WORDS.split())
_CLAUSE: Final = re.compile(r"[.;,!?]|\b(?:maar|mais|but|en|et|and|of|ou|or|dus|donc)\b", re.ASCII)
#: 'maandag wel', behind a day that is refused.
_WELCOME: Final = re.compile(
    r" (?:(?:kan|past|is|lukt|mag|gaat) )?(?:(?:ik|het|mij) )?(?:wel|ja|oui|yes)\b"
)
_JOINED: Final = re.compile(r"[a-z]{0,6}(?: ?,| (?:en|et|and|of|ou|or))(?: (?:de|den|le|op|on))? ")
#: From here on days are wanted again: 'niet op maandag maar op dinsdag'.
_AGAIN: Final = re.compile(r"\b(?:maar(?! niet)|mais(?! pas)|wel|instead|plutot)\b|[;.]", re.ASCII)
_ADDS: Final = re.compile(  # what comes on top of others
    r"^(?:(?:ja|oui|yes|ok)[ ,.]+)?(?:en|et|and)\b"
    r"|\b(?:ook|erbij|aussi|en plus|too|as well|also)\b",
    re.ASCII,
)
_TOO: Final = re.compile(r"\b(?:ook|aussi|also)\b")
_Days = tuple[int, int, set[str]]
_ONLY: Final = re.compile(r"\b(?:alleen|enkel|seulement|uniquement|juste|only|just)\b", re.ASCII)
_SHORT: Final = {
    language: "|".join(sorted((re.escape(w) for w in words), key=lambda w: (-len(w), w)))
    for language, words in SHORT_DAYS.items()
}
_ROW: Final = {
    language: re.compile(
        rf"(?<![a-z])(?:{words})\.?(?:(?:\s*[,/&+-]\s*|,? (?:en|et|and) )(?:{words})\.?)+(?![a-z])"
    )
    for language, words in _SHORT.items()
}
_SHORT_ANSWER: Final = {
    language: re.compile(
        rf"(?:op |le |on )?(?:{words})\.?(?:\s*(?:[,/&+ -]|en|et|and|t/m|tot|tem|to"
        rf"|au)\s*(?:{words})\.?)*"
    )
    for language, words in _SHORT.items()
}


def ordered(codes: set[str]) -> str:
    """{'fr', 'mo'} -> 'mo,fr'."""
    return ",".join(day for day in DAYS if day in codes)


def find_days(whole: Plain, language: str) -> list[_Days]:
    """(start, end, codes) of each day, range or group of days in a plain text, in order."""
    text = whole.text
    found = [
        (m.start(), m.end(), set(codes.split(",")))
        for codes, pattern in _GROUPS
        for m in pattern.finditer(text)
    ]
    named = [(m.start(), m.end(), m.lastgroup or "") for m in _DAY.finditer(text)]
    found += _ranges(text, named)
    if language in _ROW:
        found += [_row(m, language) for m in _ROW[language].finditer(text)]
    found.sort(key=lambda one: (one[0], -one[1]))
    kept: list[_Days] = []
    for one in found:
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
    return kept


def _ranges(text: str, named: list[tuple[int, int, str]]) -> list[_Days]:
    """'van maandag tot donderdag' is four days; else each day by itself."""
    found: list[_Days] = []
    i = 0
    while i < len(named):
        start, end, code = named[i]
        if i + 1 < len(named) and _TO.fullmatch(text, end, named[i + 1][0]):
            found.append((start, named[i + 1][1], _between(code, named[i + 1][2])))
            i += 2
        else:
            found.append((start, end, {code}))
            i += 1
    return found


def _between(first: str, last: str) -> set[str]:
    """All days from one to another, over the weekend when the last comes earlier in the week."""
    start, end = DAYS.index(first), DAYS.index(last)
    return {DAYS[i % 7] for i in range(start, end + 1 if end >= start else end + 8)}


def _row(m: re.Match[str], language: str) -> tuple[int, int, set[str]]:
    return m.start(), m.end(), _short(m[0], language)


def _short(text: str, language: str) -> set[str]:
    """'ma-vr' is five days, 'ma, vr' two."""
    names = SHORT_DAYS[language]
    words = [(m.start(), m.end(), names[m[0]]) for m in re.finditer(_SHORT[language], text)]
    return {code for _, _, codes in _ranges(re.sub(r"\.", " ", text), words) for code in codes}


def read_days(text: str, language: str, now: str = "") -> str | None:
    """The days that an answer names, 'mo,we,fr'; None when it names none, or takes all away. `now`:
    the days that are set, which 'not Friday' takes from and 'and Sunday too' adds to."""
    standing = set(now.split(",")) if now else set()
    whole = plain(text)
    found = _counted_out(find_days(whole, language), whole)
    if not found and language in _SHORT_ANSWER:
        answer = whole.text.strip(" .!")
        if _SHORT_ANSWER[language].fullmatch(answer):
            return ordered(_short(answer, language)) or None
    if not found:
        return _spread(whole)
    if is_doubtful(whole.text, found):
        return None
    unwanted = _unwanted(whole.text, found)
    wanted = {code for one in found for code in one[2]} - unwanted
    if wanted and adds_days(text) and not _lists(whole.text, found):
        wanted |= standing
    return ordered((wanted or standing or set(DAYS)) - unwanted) or None


def _counted_out(found: list[_Days], whole: Plain) -> list[_Days]:
    """Without 'in de week' where it belongs to 'twee keer in de week'."""
    often = find_frequencies(whole)
    return [
        one
        for one in found
        if not any(a <= one[0] and one[1] <= b and b - a > one[1] - one[0] for a, b, _ in often)
    ]


def _unwanted(text: str, found: list[_Days]) -> set[str]:
    """Whatever is named behind a 'not', before one, or joined before one."""
    return {code for one in _refused(text, found)[0] for code in one[2]}


def refuses(text: str, found: list[_Days]) -> bool:
    """Whether any of these days is taken away."""
    return bool(_refused(text, found)[0])


def is_doubtful(text: str, found: list[_Days]) -> bool:
    """Whether there is a 'not' behind a day of which it is not plain what it takes away: 'maandag
    zie ik niet zitten'. Such a day is asked back, and never set."""
    return _refused(text, found)[1]


def _refused(text: str, found: list[_Days]) -> tuple[list[_Days], bool]:
    """The days that are taken away, and whether there is doubt about another one."""
    refused: list[_Days] = []
    doubtful = taken = listed = False
    behind = len(text)
    for one in reversed(found):
        start, end, _ = one
        no = _no_behind(text, end, behind)
        join = _JOINED.fullmatch(text, end, behind) if taken else None
        listed = join is not None and (listed or "," not in join[0])
        taken = bool(no) or listed
        if taken or (_excluded(text[:start]) and _WELCOME.match(text, end) is None):
            refused.append(one)
        elif no is None or join is not None:  # 'dinsdag, zondag niet'
            doubtful = True
        behind = start
    return refused, doubtful


def _no_behind(text: str, end: int, until: int) -> bool | None:
    """Whether the words behind a day, in its clause, refuse it; None where that is doubtful."""
    last = until == len(text)
    said = text[end:until].lstrip(" ,") if last else text[end:until]
    clause, *rest = _CLAUSE.split(" " + said.lstrip(" "), maxsplit=1)
    no = _NO.search(clause)
    if no is None or _PARTLY.match(clause, no.end()):
        return False
    words = re.findall(r"[a-z]+|[0-9]+", _NO.sub(" ", clause))
    if not _REFUSING.issuperset(words):
        return None
    return True if last or rest else None  # 'maandag niet dinsdag': which of the two?


def _lists(text: str, found: list[_Days]) -> bool:
    """'maandag, donderdag en ook zondag' is a list of its own, and adds to nothing."""
    first, last = found[0][1], found[-1][0]
    return first < last and _TOO.search(text, first, last) is not None


def adds_days(text: str) -> bool:
    """Whether days come on top of those that are set: 'et le dimanche', 'zondag ook'."""
    said = plain(text).text
    return _ADDS.search(said) is not None and _ONLY.search(said) is None


def _excluded(before: str) -> bool:
    """Whether the last word that turns it says 'not'."""
    *earlier, last = [None, *_EXCEPT.finditer(before)]
    if last is None or (last[0] == "but" and any(m and m[0] == "not" for m in earlier)):
        return False  # 'not Monday but Tuesday'
    return _AGAIN.search(before, last.end()) is None


def _spread(whole: Plain) -> str | None:
    for _, _, value in find_frequencies(whole):
        if value[0].isdigit():
            return SPREAD[min(7, max(1, round(float(value))))]
    return None


def read_frequency(text: str, language: str) -> str | None:
    """Times a week as in `bot.values.frequency`; days that are named are counted; else None."""
    found = find_frequencies(plain(text), vague=True)
    days = None if found else read_days(text, language)
    return found[0][2] if found else str(len(days.split(","))) if days else None
