"""Fits a hidden layer and the softmax over it, by Keras.

Frozen vectors hold more than one regression can take out of them: "ik ben er morgen niet" and "ik ben er morgen niet
meer" differ by the company in which a feature stands. Keras runs in a process of its own, since Rasa's has a stand-in for
TensorFlow (`without_tensorflow`); a server needs neither.
"""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import numpy as np

from components.linear import Layer

EPOCHS = 20
BATCH = 256
RATE = 1e-3
DECAY = 0.01
#: Shares of the inputs and of the hidden units that are left out at each step.
DROPPED = (0.2, 0.5)
SMOOTHING = 0.05


def fit(values: np.ndarray, labels: np.ndarray, units: int, balanced: bool) -> tuple[Layer, Layer]:
    """Two layers for `linear.View`, from (n, size) standardised values and their class numbers."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_fit, values.astype(np.float32), labels, units, balanced).result()


def _fit(values: np.ndarray, labels: np.ndarray, units: int, balanced: bool) -> tuple[Layer, Layer]:
    import tensorflow as tf

    tf.keras.utils.set_random_seed(0)
    classes = int(labels.max()) + 1
    steps = EPOCHS * -(-len(labels) // BATCH)
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Dropout(DROPPED[0], input_shape=values.shape[1:]),
            tf.keras.layers.Dense(units, activation="relu"),
            tf.keras.layers.Dropout(DROPPED[1]),
            tf.keras.layers.Dense(classes),
        ]
    )
    model.compile(
        tf.keras.optimizers.AdamW(tf.keras.optimizers.schedules.CosineDecay(RATE, steps), weight_decay=DECAY),
        tf.keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=SMOOTHING),
    )
    truth = tf.one_hot(labels, classes)
    weights = weights_of(labels, classes) if balanced else None
    model.fit(values, truth, batch_size=BATCH, epochs=EPOCHS, class_weight=weights, verbose=0)
    first, last = (model.layers[place].get_weights() for place in (1, 3))
    return (first[0].T.copy(), first[1]), (last[0].T.copy(), last[1])


def weights_of(labels: np.ndarray, classes: int) -> dict[int, float]:
    """Rare classes count more, by the root of how rare they are."""
    counts = np.bincount(labels, minlength=classes)
    return dict(enumerate((len(labels) / (classes * counts)) ** 0.5))
