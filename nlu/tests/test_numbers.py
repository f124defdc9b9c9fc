"""The head, calibration, thresholds, noise and fingerprint, without any encoder."""

import numpy as np
import pytest

from components import hidden
from components.fingerprint import _statements, data_hash
from components.fitting import is_dev
from components.head import WORDLESS, lowered
from components.levels import Limits, Thresholds, choose, shares
from components.linear import Head, View, best_temperature, calibration_error, log_softmax
from components.lines import Line
from components.noise import noisy

DICE = np.random.default_rng(0)


def view(names, size, *units):
    """With random layers; `units` of a hidden one."""
    sizes = (size, *units, 3)
    layers = tuple((DICE.normal(size=(out, into)), DICE.normal(size=out)) for into, out in zip(sizes, sizes[1:]))
    return View(names, np.zeros(size), np.ones(size), layers)


def test_a_head_is_the_same_after_saving(tmp_path):
    head = Head(("a", "b", "c"), (view(("x",), 4), view(("x", "y"), 6, 5)), (1.0, 0.5), 1.7, {"act": 0.5})
    vectors = {"x": DICE.normal(size=(2, 4)), "y": DICE.normal(size=(2, 2))}
    head.save(tmp_path / "head")
    again = Head.load(tmp_path / "head")
    assert np.allclose(head.probabilities(vectors), again.probabilities(vectors), atol=0.01)  # 16 bits
    assert again.notes == {"act": 0.5}
    assert np.allclose(head.probabilities(vectors).sum(1), 1)


def test_a_view_without_its_encoder_is_left_out():
    head = Head(("a", "b", "c"), (view(("x",), 4), view(("y",), 2)), (1.0, 1.0))
    alone = Head(("a", "b", "c"), head.views[:1], (1.0,))
    vectors = {"x": DICE.normal(size=(1, 4))}
    assert np.allclose(head.probabilities(vectors), alone.probabilities(vectors))
    with pytest.raises(KeyError):
        head.probabilities({})


def test_a_hidden_layer_learns_what_no_regression_can():
    """One of two, and not both: each feature by itself says nothing."""
    values = DICE.integers(0, 2, (2000, 2)).astype(np.float32)
    truth = (values[:, 0] != values[:, 1]).astype(int)
    made = View(("x",), np.full(2, 0.5), np.full(2, 2.0), hidden.fit((values - 0.5) * 2, truth, 64, balanced=True))
    right = made.log_probabilities({"x": values}).argmax(1) == truth
    assert right.mean() > 0.98


def test_rare_classes_count_more():
    weights = hidden.weights_of(np.array([0] * 90 + [1] * 10), 2)
    assert weights[1] == pytest.approx(3 * weights[0])


def test_temperature_takes_false_certainty_away():
    truth = DICE.integers(0, 3, 600)
    scores = np.eye(3)[np.where(DICE.random(600) < 0.7, truth, (truth + 1) % 3)] * 6
    cooled = np.exp(log_softmax(scores / best_temperature(scores, truth)))
    assert calibration_error(cooled, truth) < 0.05 < calibration_error(np.exp(log_softmax(scores)), truth)


def test_thresholds_stay_within_the_alarms_that_are_borne():
    summed = np.concatenate([np.linspace(0.3, 1, 200), np.linspace(0, 0.8, 300), np.linspace(0, 0.4, 1000)])
    groups = np.array(["crisis"] * 200 + ["hard"] * 300 + ["ordinary"] * 1000)
    found = choose(summed, groups, Limits(0.03, 0.005), Limits(0.1, 0.02))
    counted = shares(summed, groups, found)
    assert counted["hard"]["act"] <= 0.03
    assert counted["hard"]["act_or_ask"] <= 0.1
    assert counted["ordinary"]["act"] <= 0.005
    assert counted["crisis"]["act_or_ask"] >= counted["crisis"]["act"] > 0
    assert [Thresholds(0.8, 0.4).level(p) for p in (0.9, 0.5, 0.1)] == ["act", "ask", None]


def test_without_words_the_order_stays_and_certainty_goes():
    chances = np.array([0.9, 0.06, 0.04] + [0.0] * 20)
    calm = lowered(chances)
    assert calm.max() == pytest.approx(WORDLESS)
    assert calm.sum() == pytest.approx(1)
    assert list(np.argsort(-calm)[:3]) == [0, 1, 2]


def test_noise_is_the_same_each_time_and_never_blank():
    text = "Ik voel me écht alleen vandaag, 't is niet te doen"
    assert noisy(text, "nl") == noisy(text, "nl")
    assert len({noisy(text, "nl", copy) for copy in range(8)}) > 4
    assert all(
        noisy(short, language, c).strip()
        for short in ("ja", "😭", "?")
        for language in ("nl", "fr", "en", "")
        for c in range(20)
    )


def test_one_line_in_ten_calibrates():
    assert 0.08 < np.mean([is_dev(f"regel {i}") for i in range(5000)]) < 0.12
    assert is_dev("  Regel 5") == is_dev("regel 5")


def test_the_fingerprint_minds_content_not_order(tmp_path):
    one, two = Line("nl", "greet", "dag"), Line("nl", "deny", "nee")
    assert data_hash([one, two]) == data_hash([two, one])
    assert data_hash([one]) != data_hash([one._replace(intent="deny")])


def test_comments_do_not_count(tmp_path):
    first, second, third = (tmp_path / name for name in ("a.py", "b.py", "c.py"))
    first.write_text('"""Doc."""\nx = 1  # why\n')
    second.write_text('"""Other."""\n\nx = 1\n')
    third.write_text('"""Doc."""\nx = 2\n')
    assert _statements(first) == _statements(second) != _statements(third)
