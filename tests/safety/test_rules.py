"""The rules, line by line: each example fires, each `not` line stays quiet."""

import pytest

from bot.safety import assess, explain, load_rules
from bot.safety.patterns import PatternError, compile_pattern
from bot.safety.rules import Rule, RuleError, read_rules

RULES = load_rules()


def cases(which: str) -> list[object]:
    return [
        pytest.param(rule, line, id=f"{rule.language}-{rule.name}-{line}")
        for rule in RULES.rules
        for line in getattr(rule, which)
    ]


@pytest.mark.parametrize(("rule", "line"), cases("examples"))
def test_an_example_fires_its_rule(rule: Rule, line: str) -> None:
    hits = explain(line, RULES)
    assert (rule.language, rule.name) in {(hit.rule.language, hit.rule.name) for hit in hits}
    assert rule.level != "act" or "act" in {hit.level for hit in hits}, "a guard leaves doubt"


@pytest.mark.parametrize(("rule", "line"), cases("quiet"))
def test_a_line_under_not_stays_quiet(rule: Rule, line: str) -> None:
    fired = explain(line, RULES)
    assert not [hit for hit in fired if hit.rule == rule or hit.level == "act"]


def test_every_language_is_looked_at_whatever_is_usual() -> None:
    for line in ("je veux mourir", "ik wil dood", "i want to die"):
        for usual in ("nl", "fr", "en", None):
            concern = assess(line, usual, RULES)
            assert concern is not None
            assert (concern.intent, concern.level) == ("crisis_suicide", "act")
            assert concern.found_by == ("words",)


def test_doubt_softens_and_does_not_silence() -> None:
    """What is denied, asked about or told of a game gets the gentle question, not the reply."""
    for line in (
        "i am not going to kill myself, only very down",
        "nee hoor, ik heb geen pijn op de borst",
        "il pleut à se noyer, à se pendre aux rideaux",
        "I wouldn't do away with myself, I haven't the wardrobe for it",
        "no im not gonna hurt myself, i want somebody to watch telly with",
        "my psychologist asked me if I want to die and I said never",
        "il y a dix ans je voulais mourir, j'ai cherché de l'aide",
    ):
        levels = {hit.level for hit in explain(line, RULES)}
        assert levels <= {"ask"}, line
    cried = explain("niemand bedreigt mij was een game. help, ik wil dood", RULES)
    assert "act" in {hit.level for hit in cried}


def test_a_no_that_ended_another_sentence_denies_nothing() -> None:
    for line in (
        "no, he hits me every night",
        "si je donne pas il me frappe",
        "ik zeg het niet, hij slaat mij elke avond",
    ):
        assert "act" in {hit.level for hit in explain(line, RULES)}, line
    for line in ("not that he hits me", "c'est pas qu'il me frappe", "niet dat hij mij slaat"):
        assert "act" not in {hit.level for hit in explain(line, RULES)}, line


def test_a_slip_a_denial_and_what_is_long_ago_are_asked_about() -> None:
    """Each beside the same words that mean it."""
    for calm, meant in (
        ("mum is gonna kill me, I broke the vase", "dad is going to kill me, he has a knife"),
        (
            "I forgot the invoices, the boss is going to kill me",
            "the boss is going to kill me, he locked me in and took my passport",
        ),
        ("my wife will kill me for buying another bike", "my wife will kill me if I leave"),
        ("he doesn't hit me, he only sulks", "he doesn't care, he hits me"),
        (
            "my father hit us with the belt, he is long dead now",
            "my father hit us with the belt, he is dead now and now my son hits me",
        ),
        (
            "before, in Libya, every day I think to finish my life",
            "before, in Libya, I was strong, now I want to finish my life",
        ),
        ("no pain in my chest, just the shoulder", "no ambulance yet, pain in my chest"),
        (
            "they asked me do I want to die, no I said, I want a coffee",
            "they asked me do I want to die, yes I said",
        ),
    ):
        assert "act" not in {hit.level for hit in explain(calm, RULES)}, calm
        assert "act" in {hit.level for hit in explain(meant, RULES)}, meant


def test_doubled_letters_do_not_turn_feel_into_fell() -> None:
    assert assess("i feel sick and i do not walk far", "en", RULES) is None
    assert assess("i fell and i can't get up", "en", RULES) is not None


def test_a_cry_in_a_long_message_is_found() -> None:
    long = "het weer is mooi en de buurvrouw bracht soep. " * 80
    assert assess(long + "ik wil dood. " + long, "nl", RULES) is not None
    assert assess(long, "nl", RULES) is None


def test_an_empty_message_is_no_concern() -> None:
    assert assess("", "nl", RULES) is None
    assert assess("👍", None, RULES) is None


def test_no_mended_spelling_is_a_word_that_rules_look_for() -> None:
    """A replacement that eats a word of another language would blind its rules."""
    for rule in RULES.rules:
        for pattern in rule.when:
            for word in pattern.literals:
                assert RULES.spelling.mend(f" {word} ") == f" {word} "


def test_a_real_word_is_no_misspelling() -> None:
    """A painting points at nobody; whoever is talkative stalks nobody."""
    for word in ("painting", "talker", "griep", "verleden", "violence"):
        assert RULES.spelling.mend(f" {word} ") == f" {word} "
    assert RULES.spelling.mend(" suicde strangeld uicide ") == " suicide strangled uicide "


@pytest.mark.parametrize("wrong", [".. dood", "(a|b", "x?", "<niemand> dood", "a | | b"])
def test_a_wrong_pattern_says_so(wrong: str) -> None:
    with pytest.raises(PatternError):
        compile_pattern(wrong)


def test_what_must_stand_beside_may_stand_in_another_clause_on_either_side() -> None:
    rule = {"name": "mine", "kind": "crisis_suicide", "level": "ask", "examples": ["a"]}
    rule |= {"when": ["rope"], "with": ["tonight"]}
    rules = read_rules({"nl": {"language": "nl", "rules": [rule]}})
    assert explain("I bought a rope, and not for the boat. Tonight", rules)
    assert explain("tonight, no, there is the rope", rules)
    assert not explain("I bought a rope", rules)


def test_a_wrong_rule_is_named() -> None:
    rule = {"name": "mine", "kind": "crisis", "level": "act", "when": ["a"], "examples": ["a"]}
    with pytest.raises(RuleError, match="mine"):
        read_rules({"nl": {"language": "nl", "rules": [rule]}})
    rule |= {"kind": "crisis_suicide", "unless": ["nothing"]}
    with pytest.raises(RuleError, match="nothing"):
        read_rules({"nl": {"language": "nl", "rules": [rule]}})
