"""The encoder in PyTorch with its two heads, and the losses. Used by finetune.py alone; torch is in no lock of ours."""

from __future__ import annotations

from typing import Mapping

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from components.e5 import HIDDEN
from components.e5_graph import EPSILON, HEADS, POSITIONS


class Layer(nn.Module):
    """Attention, then two dense maps, each with its residual and norm (BERT's order)."""

    def __init__(self, inner: int, dropout: float) -> None:
        super().__init__()
        self.qkv, self.mixed = nn.Linear(HIDDEN, 3 * HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.inner, self.outer = nn.Linear(HIDDEN, inner), nn.Linear(inner, HIDDEN)
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN, EPSILON), nn.LayerNorm(HIDDEN, EPSILON)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, hidden: Tensor) -> Tensor:
        """x (texts, tokens, 384), hidden (texts, 1, 1, tokens) with -1e4 where there is no token.

        Attention is written out: on short texts and a CPU torch's own is five times slower backwards.
        """
        n, length, _ = x.shape
        size = HIDDEN // HEADS
        qkv = self.qkv(x).view(n, length, 3, HEADS, size).permute(2, 0, 3, 1, 4)
        query, key, value = qkv.reshape(3, n * HEADS, length, size)
        mask = hidden.to(x.dtype).expand(n, HEADS, length, length).reshape(n * HEADS, length, length)
        weights = torch.softmax(torch.baddbmm(mask, query, key.transpose(1, 2), alpha=size**-0.5), -1)
        seen = torch.bmm(weights, value).view(n, HEADS, length, size)
        x = self.norm1(x + self.mixed(seen.transpose(1, 2).reshape(n, length, HIDDEN)))
        return self.norm2(x + self.drop(self.outer(F.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """Names of parameters as in components.e5_graph. Embedding rows come from outside and stay as they are."""

    def __init__(self, layers: int, inner: int = 4 * HIDDEN, dropout: float = 0.1) -> None:
        super().__init__()
        self.position = nn.Parameter(torch.zeros(POSITIONS, HIDDEN), requires_grad=False)
        self.norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.norm.requires_grad_(False)
        self.layers = nn.ModuleList([Layer(inner, dropout) for _ in range(layers)])
        self.drop = nn.Dropout(dropout)

    def forward(self, rows: Tensor, there: Tensor) -> Tensor:
        """rows (texts, tokens, 384), there (texts, tokens) bool -> mean over tokens (texts, 384) float32."""
        rows = rows.to(self.position.dtype)
        x = self.drop(self.norm(rows + self.position[: rows.shape[1]]))
        hidden = torch.zeros(there.shape, device=x.device).masked_fill(~there, -1e4)[:, None, None]
        for layer in self.layers:
            x = layer(x, hidden)
        weight = there[..., None].float()
        return (x.float() * weight).sum(1) / weight.sum(1)

    def load(self, weights: Mapping[str, np.ndarray]) -> Encoder:
        """Takes what belongs to its layers from a dictionary of arrays."""
        own = self.state_dict()
        self.load_state_dict({name: torch.tensor(np.asarray(weights[name], np.float32)) for name in own})
        return self

    def weights(self) -> dict[str, np.ndarray]:
        return {name: value.detach().float().cpu().numpy() for name, value in self.state_dict().items()}


class Model(nn.Module):
    """One encoder, 39 intents and four states of safety on its standardised vector."""

    def __init__(self, encoder: Encoder, intents: int, dangers: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        self.register_buffer("mean", torch.zeros(HIDDEN))
        self.register_buffer("scale", torch.ones(HIDDEN))
        self.intent, self.danger = nn.Linear(HIDDEN, intents), nn.Linear(HIDDEN, dangers)
        self.drop = nn.Dropout(dropout)

    def standardise(self, vectors: Tensor) -> None:
        """From the untrained encoder's vectors; squared length about 2, so that a rate of learning fits."""
        self.mean.copy_(vectors.mean(0))
        self.scale.copy_(1 / (vectors.std(0) + 1e-6) / (HIDDEN / 2) ** 0.5)

    def forward(self, pieces: list[tuple[Tensor, Tensor]]) -> tuple[Tensor, Tensor, Tensor]:
        """Standardised vectors (texts, 384) and the scores of intents and dangers, of all pieces of a batch."""
        vectors = torch.cat([self.encoder(rows, there) for rows, there in pieces])
        vector = (vectors - self.mean) * self.scale
        dropped = self.drop(vector)
        return vector, self.intent(dropped), self.danger(dropped)


def contrast(vectors: Tensor, labels: Tensor, tau: float = 0.1) -> Tensor:
    """Supervised contrastive loss: a line is nearer to the others of its intent in the batch than to the rest."""
    near = F.normalize(vectors.float(), dim=1)
    alone = torch.eye(len(labels), dtype=torch.bool, device=labels.device)
    scores = (near @ near.T / tau).masked_fill(alone, -1e9)
    chances = scores - torch.logsumexp(scores, 1, keepdim=True)
    same = (labels[:, None] == labels) & ~alone
    count = same.sum(1)
    return (-(chances * same).sum(1) / count.clamp(min=1))[count > 0].mean()


def divergence(one: Tensor, other: Tensor) -> Tensor:
    """Symmetric Kullback-Leibler divergence of two rows of scores (R-Drop)."""
    a, b = F.log_softmax(one.float(), 1), F.log_softmax(other.float(), 1)
    return (
        F.kl_div(a, b, log_target=True, reduction="batchmean") + F.kl_div(b, a, log_target=True, reduction="batchmean")
    ) / 2


class Masters:
    """Full-precision copies of an encoder that computes in bfloat16: small steps would be lost in its rounding."""

    def __init__(self, model: Model) -> None:
        model.encoder.bfloat16()
        self.pairs = [(p, p.detach().float().requires_grad_()) for p in model.encoder.parameters() if p.requires_grad]
        self.of = {id(p): master for p, master in self.pairs}

    def gather(self) -> None:
        for p, master in self.pairs:
            master.grad = p.grad.float() if p.grad is not None else None
            p.grad = None

    def scatter(self) -> None:
        with torch.no_grad():
            for p, master in self.pairs:
                p.copy_(master)


def rates(
    model: Model, masters: Masters, top: float, decay: float, head: float, weight_decay: float, frozen: int
) -> list[dict]:
    """Parameter groups: the last layer learns at `top`, each one below at `decay` of the next, the lowest `frozen` ones
    not at all; biases do not shrink."""
    groups: list[dict] = []
    count = len(model.encoder.layers)
    for i, layer in enumerate(model.encoder.layers):
        rate = top * decay ** (count - 1 - i)
        if i < frozen:
            continue
        for flat, shrink in ((False, weight_decay), (True, 0.0)):
            chosen = [masters.of[id(p)] for p in layer.parameters() if p.requires_grad and (p.dim() == 1) == flat]
            groups.append({"params": chosen, "lr": rate, "top": rate, "weight_decay": shrink})
    heads = [*model.intent.parameters(), *model.danger.parameters()]
    groups.append({"params": heads, "lr": head, "top": head, "weight_decay": 0.0})
    return groups
