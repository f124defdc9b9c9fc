from components.text import DEEP_HEAD, DEEP_TAIL, MESSAGE_LIMIT, clean, deep, has_words, windows


def test_a_slash_names_no_intent():
    assert clean("/deny") == "deny"
    assert clean(" //  /restart now") == "restart now"


def test_blank_stays_blank():
    assert [clean(t) for t in ("", " \n\t ", "\u200b\ufeff", "/")] == [""] * 4


def test_clean_composes_and_caps():
    assert clean("cafe\u0301\n\nnoir") == "café noir"
    assert len(clean("a" * 9000)) == MESSAGE_LIMIT


def test_family_emoji_keep_their_joiner():
    assert clean("👩\u200d👧") == "👩\u200d👧"


def test_words():
    assert not any(map(has_words, ("???", "👍👍", "...", "")))
    assert all(map(has_words, ("ja", "7", "? ok")))


def test_deep_keeps_beginning_and_end():
    text = "Begin " + "midden " * 200 + "Einde"
    assert deep(text).startswith("begin ")
    assert deep(text).endswith(" einde")
    assert len(deep(text)) <= DEEP_HEAD + DEEP_TAIL + 1
    assert deep("Kort") == "kort"


def test_windows_cover_every_word():
    words = [f"w{i}" for i in range(900)]
    pieces = windows(" ".join(words))
    assert all(len(p) <= 300 for p in pieces)
    assert set(" ".join(pieces).split()) == set(words)
    assert len(windows("x" * 4096)) < 25
    assert windows("kort") == ["kort"]


def test_windows_end_at_a_sentence():
    first = windows("Vandaag was het goed. " * 40)[0]
    assert first.endswith("goed.")
