"""The twelve layers of multilingual-e5-small as an ONNX graph in eight bits, built from a dictionary of weights.

One builder for both: the published weights (a file in .cache, two to three times as quick as the wheel's own engine)
and those that finetune.py has trained (artefacts/e5-tuned-*.onnx). Input `rows` (tokens, 384) float32, the word
embeddings; output `vector` (384,), the mean over tokens, not normalised.

Names in the dictionary, float arrays: `position` (128, 384) with the type embedding added, `norm.weight`, `norm.bias`,
and for layer i `layers.i.` + `qkv`, `mixed`, `norm1`, `inner`, `outer`, `norm2`, each `.weight` (outputs, inputs) and
`.bias`. The package onnx is needed to build, not to run.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Mapping, Protocol

import numpy as np

from components.e5 import HIDDEN

POSITIONS = 128
HEADS = 12
OPSET = 17
EPSILON = 1e-12
Weights = Mapping[str, np.ndarray]


class Source(Protocol):
    """What a Blob and a fine-tuning package have in common."""

    layers: int
    inner: int

    def vector(self, name: str) -> np.ndarray: ...

    def matrix(self, name: str, columns: int) -> np.ndarray: ...


def published(blob: Source) -> dict[str, np.ndarray]:
    """The weights as the wheel has them, in our names."""
    position = blob.vector("emb.pos").reshape(-1, HIDDEN)[:POSITIONS]
    found = {
        "position": position + blob.vector("emb.type").reshape(-1, HIDDEN)[0],
        "norm.weight": blob.vector("emb.ln.w"),
        "norm.bias": blob.vector("emb.ln.b"),
    }
    for i in range(blob.layers):
        here = f"layers.{i}."
        found[here + "qkv.weight"] = np.concatenate([blob.matrix(f"l{i}.{c}.w", HIDDEN) for c in "qkv"])
        found[here + "qkv.bias"] = np.concatenate([blob.vector(f"l{i}.{c}.b") for c in "qkv"])
        for ours, theirs, columns in (("mixed", "ao", HIDDEN), ("inner", "fi", HIDDEN), ("outer", "fo", blob.inner)):
            found[f"{here}{ours}.weight"] = blob.matrix(f"l{i}.{theirs}.w", columns)
            found[f"{here}{ours}.bias"] = blob.vector(f"l{i}.{theirs}.b")
        for ours, theirs in (("norm1", "aln"), ("norm2", "oln")):
            found[f"{here}{ours}.weight"] = blob.vector(f"l{i}.{theirs}.w")
            found[f"{here}{ours}.bias"] = blob.vector(f"l{i}.{theirs}.b")
    return found


def write(weights: Weights, path: Path) -> None:
    """The graph in eight bits (dynamic, a scale per output channel), complete or not at all."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    path.parent.mkdir(parents=True, exist_ok=True)
    whole, part = (path.with_suffix(f".{os.getpid()}.{kind}") for kind in ("float", "part"))
    onnx.save(_Graph(weights).model(), str(whole))
    quantize_dynamic(
        str(whole), str(part), weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul"]
    )
    whole.unlink()
    part.replace(path)


def read(path: Path) -> dict[str, np.ndarray]:
    """The weights of a graph that `write` made, back in floats: what eight bits kept of them (cosine above .999).

    So that training can go on from the committed artefact. Raises KeyError for a graph of another make.
    """
    import onnx
    from onnx import numpy_helper

    kept = {one.name: numpy_helper.to_array(one) for one in onnx.load(str(path)).graph.initializer}
    ends = ("_quantized", "_scale", "_zero_point")
    found = {name: value for name, value in kept.items() if name.split(".")[0] in ("layers", "norm", "position")}
    for name in [n for n in found if n.endswith(ends)]:
        del found[name]
    for name in [n.removesuffix(ends[0]) for n in kept if n.endswith(ends[0])]:
        whole, scale, zero = (kept[name + end] for end in ends)
        found[name] = ((whole.astype(np.float32) - zero.astype(np.float32)) * scale).T
    back = np.concatenate([np.full(HIDDEN, (HIDDEN // HEADS) ** 0.5), np.ones(2 * HIDDEN)]).astype(np.float32)
    for name in [n for n in found if ".qkv." in n]:
        found[name] = found[name] * (back[:, None] if found[name].ndim == 2 else back)
    return found


class _Graph:
    """Collects nodes; every method adds some and returns the name of its result."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._nodes: list[Any] = []
        self._constants: list[Any] = []
        self._count = 0

    def model(self) -> Any:
        from onnx import TensorProto, helper

        x = self._embedded("rows")
        for i in range(sum(1 for name in self._weights if name.endswith("qkv.weight"))):
            x = self._layer(x, f"layers.{i}.")
        self._nodes.append(helper.make_node("ReduceMean", [x], ["vector"], axes=[0], keepdims=0))
        rows = helper.make_tensor_value_info("rows", TensorProto.FLOAT, ["tokens", HIDDEN])
        vector = helper.make_tensor_value_info("vector", TensorProto.FLOAT, [HIDDEN])
        graph = helper.make_graph(self._nodes, "e5", [rows], [vector], self._constants)
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)

    def _add(self, kind: str, *inputs: str, outputs: int = 1, **settings: Any) -> Any:
        from onnx import helper

        self._count += 1
        names = [f"{kind}{self._count}_{i}" for i in range(outputs)]
        self._nodes.append(helper.make_node(kind, list(inputs), names, **settings))
        return names[0] if outputs == 1 else names

    def _constant(self, name: str, value: np.ndarray) -> str:
        from onnx import numpy_helper

        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def _weight(self, name: str, turned: bool = False, scale: np.ndarray | None = None) -> str:
        value = np.asarray(self._weights[name], np.float32)
        if scale is not None:
            value = value * (scale[:, None] if value.ndim == 2 else scale)
        return self._constant(name, value.T if turned else value)

    def _linear(self, x: str, name: str, scale: np.ndarray | None = None) -> str:
        product = self._add("MatMul", x, self._weight(name + ".weight", turned=True, scale=scale))
        return self._add("Add", product, self._weight(name + ".bias", scale=scale))

    def _norm(self, x: str, name: str) -> str:
        weight, bias = self._weight(name + ".weight"), self._weight(name + ".bias")
        return self._add("LayerNormalization", x, weight, bias, axis=-1, epsilon=EPSILON)

    def _embedded(self, rows: str) -> str:
        count = self._add("Slice", self._add("Shape", rows), *(self._number(n, [n]) for n in (0, 1)))
        positions = self._add("Slice", self._weight("position"), self._number(0, [0]), count, self._number(0, [0]))
        return self._norm(self._add("Add", rows, positions), "norm")

    def _number(self, name: object, values: list[int]) -> str:
        label = f"int_{name}"
        if not any(c.name == label for c in self._constants):
            self._constant(label, np.array(values, np.int64))
        return label

    def _layer(self, x: str, here: str) -> str:
        x = self._norm(self._add("Add", x, self._attention(x, here)), here + "norm1")
        inner = self._gelu(self._linear(x, here + "inner"))
        return self._norm(self._add("Add", x, self._linear(inner, here + "outer")), here + "norm2")

    def _attention(self, x: str, here: str) -> str:
        size = HIDDEN // HEADS
        scale = np.concatenate([np.full(HIDDEN, size**-0.5), np.ones(2 * HIDDEN)]).astype(np.float32)
        shape = self._number("heads", [-1, 3 * HEADS, size])
        parts = self._add("Reshape", self._linear(x, here + "qkv", scale), shape)
        query, key, value = self._add("Split", parts, outputs=3, axis=1)
        query = self._add("Transpose", query, perm=[1, 0, 2])
        key = self._add("Transpose", key, perm=[1, 2, 0])
        value = self._add("Transpose", value, perm=[1, 0, 2])
        weights = self._add("Softmax", self._add("MatMul", query, key), axis=-1)
        mixed = self._add("Transpose", self._add("MatMul", weights, value), perm=[1, 0, 2])
        return self._linear(self._add("Reshape", mixed, self._number("flat", [-1, HIDDEN])), here + "mixed")

    def _gelu(self, x: str) -> str:
        """0.5 x (1 + erf(x / √2)), which onnxruntime melts into one operation."""
        root, one, half = (self._real(v) for v in (2**0.5, 1.0, 0.5))
        bent = self._add("Add", self._add("Erf", self._add("Div", x, root)), one)
        return self._add("Mul", self._add("Mul", x, bent), half)

    def _real(self, value: float) -> str:
        label = f"real_{value:.3f}"
        if not any(c.name == label for c in self._constants):
            self._constant(label, np.array(value, np.float32))
        return label
