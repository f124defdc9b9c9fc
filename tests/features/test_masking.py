"""What is masked before anything is kept to learn from."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.masking import MARKS, fold, mask, words
from bot.masking_words import PARTICLES

OURS = ("Karim", "Fatima Van der Berg", "Anaïs", "Marollen")
SAID = [
    ("bel mij op 0475/12.34.56 of +32 475 12 34 56!", "bel mij op [number] of [number]!"),
    ("rekening BE68 5390 0754 7034 is leeg", "rekening [number] is leeg"),
    ("NL91 ABNA 0417 1643 00 is van mij", "[number] is van mij"),
    ("mijn rijksregister is 85.07.30-033.28", "mijn rijksregister is [number]"),
    ("mijn nummerplaat is 1-ABC-234", "mijn nummerplaat is [number]"),
    ("٠٤٧٥ ١٢ ①②③ ½ kg", "[number] kg"),
    ("nul vier zeven vijf twaalf, bel maar", "[number], bel maar"),
    ("ik woon in de Kerkstraat 12 bus 3, boven", "ik woon in de [address], boven"),
    ("in de kerkstraat is niemand", "in de [address] is niemand"),
    ("rue de la Loi 16, c'est grand", "[address], c'est grand"),
    ("12 rue neuve au fond", "[address] au fond"),
    ("j'habite rue haute", "j'habite [address]"),
    ("je suis à la rue depuis longtemps", "je suis à la rue depuis longtemps"),
    ("ik sta op straat, op de markt, in de regen", "ik sta op straat, op de markt, in de regen"),
    ("schrijf naar j.peeters@telenet.be aub", "schrijf naar [e-mail] aub"),
    ("rik punt peeters at gmail punt com", "[e-mail]"),
    ("het stond op www.hln.be/x en t.me/jan", "het stond op [link] en [link]"),
    ("karim was hier, Karims fiets ook, karimke", "[name] was hier, [name] fiets ook, [name]"),
    ("anais komt niet meer", "[name] komt niet meer"),
    ("van der berg zei van niet", "van der [name] zei van niet"),
    ("hier in de marollen is het stil", "hier in de [name] is het stil"),
    ("ik heet leentje, weduwe", "ik heet [name], weduwe"),
    ("Maria belt nooit", "[name] belt nooit"),
    ("toen kwam Walter langs", "toen kwam [name] langs"),
    ("mevrouw dubois van hiernaast", "mevrouw [name] van hiernaast"),
    ("Het is een slechte dag. Ik ben moe", "Het is een slechte dag. Ik ben moe"),
    ("On Monday I'm always sad", "On Monday I'm always sad"),
    ("WAT IS DAT NU WEER", "WAT IS DAT NU WEER"),
    ("ka\u200brim be\u00adlt", "[name] belt"),
]


@pytest.mark.parametrize(("said", "kept"), SAID, ids=[said[:20] for said, _ in SAID])
def test_what_could_tell_who_it_was_goes(said: str, kept: str) -> None:
    assert mask(said, OURS) == kept


def test_a_long_message_is_cut_and_none_of_it_slips_through() -> None:
    said = mask("zo gaat dat 0475123456 " * 180, OURS, 300)
    assert len(said) <= 300
    assert said.endswith("…")
    assert "0475" not in said


@given(st.text(max_size=200))
def test_no_sign_of_a_number_is_left_in_any_script(text: str) -> None:
    kept = mask(text)
    assert not any(unicodedata.category(char)[0] == "N" for char in kept)
    assert not any(char.isdigit() for char in kept)


NUMBERS = st.one_of(
    st.from_regex(r"\A(\+32|0032|0)[ ./-]?4\d\d([ ./-]?\d\d){3}\Z"),
    st.from_regex(r"\ABE\d\d( ?\d{4}){3}\Z"),
    st.from_regex(r"\A[1-9]\d{0,3}[a-z]?\Z"),
)
PADS = st.sampled_from(["bel", "ik woon op", "c'est", "(", "x", "…", "my", "🙂", "\n"])


@given(st.lists(st.one_of(PADS, NUMBERS), max_size=8), NUMBERS)
def test_no_telephone_number_or_account_survives(around: list[str], number: str) -> None:
    kept = mask(" ".join([*around, number, *around]))
    assert not any(char.isdigit() for char in kept)
    assert not any(run in kept for run in number.split() if any(c.isdigit() for c in run))


LOCAL = st.from_regex(r"\A[a-z][a-z0-9._-]{0,12}[a-z]\Z")
HOSTS = st.from_regex(r"\A[a-z][a-z0-9-]{1,10}\.(be|com|fr|org)\Z")


@given(LOCAL, HOSTS, st.sampled_from(["mail naar {}", "{}", "({})", "c'est {}, merci"]))
def test_no_address_of_mail_survives(local: str, host: str, around: str) -> None:
    kept = mask(around.format(f"{local}@{host}"))
    assert "@" not in kept
    assert "[e-mail]" in kept
    assert host not in kept


LETTERS = st.characters(categories=("Lu", "Ll", "Lo", "Mn"), max_codepoint=0x06FF)
PART = st.text(LETTERS, min_size=2, max_size=10)
NAMES = st.lists(PART, min_size=1, max_size=3).map(" ".join)
MARK_WORDS = {fold(mark[b:e]) for mark in MARKS.values() for b, e in words(mark)}


def folded(text: str) -> list[str]:
    return [fold(text[begin:end]) for begin, end in words(text)]


@given(NAMES, st.text(max_size=60), st.text(max_size=60), st.sampled_from([str, str.upper]))
def test_no_known_name_survives(name: str, before: str, after: str, written: object) -> None:
    shown = str.upper(name) if written is str.upper else name
    parts = {part for part in folded(unicodedata.normalize("NFKC", name)) if len(part) > 1}
    assume(not parts & MARK_WORDS)
    kept = folded(mask(f"{before} {shown} {after}", [name]))
    assert not [part for part in parts if part in kept and part not in PARTICLES]


@given(st.text(max_size=120), st.lists(st.text(max_size=12), max_size=4))
def test_it_never_raises_and_stays_short(text: str, known: list[str]) -> None:
    assert len(mask(text, known, 80)) <= 80
