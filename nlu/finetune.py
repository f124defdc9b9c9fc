"""Fine-tunes the encoder on our utterances: offline, on a GPU (minutes) or a CPU (hours), never in CI.

    python finetune.py all   --package finetune/package.npz --out finetune/out --seeds 0 1 2 [--device cuda]
    python finetune.py train --seeds 0          one seed: out/seed0.npz (weights), seed0.scores.npz, seed0.json
    python finetune.py distil --seeds 0 1 2     one student of the seeds' mean: out/student.*
    python finetune.py average --of A.onnx B    out/average.npz: the mean of weights that went on from each other
    python finetune.py export --name student    out/e5-tuned-<fingerprint>.onnx, eight bits; copy it to artefacts/

Needs torch (`pip install torch`), numpy, scikit-learn, onnx and onnxruntime, and the file of finetune_prepare.py; no
Rasa, no network. What a step has written is not made again unless --again is given. All twelve layers learn, embeddings
stay; batches are some intents times four lines; cross-entropy with smoothing, supervised contrast, optional R-Drop.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from components import e5_graph
from finetune_data import Package
from finetune_model import Encoder, Masters, Model, contrast, divergence, rates
from finetune_scores import figures


def settings() -> argparse.Namespace:
    """The command line; the defaults are the recipe that nlu/README.md reports."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("step", choices=["train", "distil", "average", "export", "all"])
    add("--package", type=Path, default=Path("finetune/package.npz"))
    add("--out", type=Path, default=Path("finetune/out"))
    add("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    add("--seeds", type=int, nargs="+", default=[0, 1, 2])
    add("--name", default="student", help="what export writes: student, average or seedN")
    add("--of", type=Path, nargs="+", default=[], help="what is averaged: a run's .npz or an artefact's .onnx, each")
    add("--again", action="store_true", help="make anew what is there")
    add("--epochs", type=float, default=8)
    add("--intents", type=int, default=16, help="different intents in a batch")
    add("--lines", type=int, default=4, help="lines of each")
    add("--crises", type=int, default=8, help="lines of each of the three crises, which are in every batch")
    add("--hard", type=int, default=8, help="lines of any intent in every batch that sound like a crisis and are none")
    add("--lr", type=float, default=4e-4, help="of the last layer; lower for smaller batches")
    add("--head-lr", type=float, default=2e-3)
    add("--decay", type=float, default=0.88)
    add("--weight-decay", type=float, default=0.01)
    add("--dropout", type=float, default=0.1)
    add("--smoothing", type=float, default=0.1)
    add("--contrast", type=float, default=1.0)
    add("--danger", type=float, default=0.5, help="weight of the safety loss")
    add("--rdrop", type=float, default=0.0, help="weight of R-Drop; doubles the time")
    add("--noise", type=float, default=0.5, help="share of lines replaced by a noisy copy")
    add("--teach", type=float, default=0.7, help="share of the teachers' voice in distilling")
    add("--heat", type=float, default=2.0, help="temperature of the teachers")
    add("--frozen", type=int, default=0, help="lowest layers that stay as they are (faster, a little worse)")
    add("--begin", type=Path, help="go on from a seed's .npz or an artefact's .onnx, instead of the published weights")
    add("--layers", type=int, default=12)
    add("--threads", type=int, default=os.cpu_count() or 1, help="on a CPU")
    add("--steps", type=int, default=0, help="stop after so many batches (to try things)")
    add("--judge-every", type=float, default=2, help="epochs between two judgements on dev and validation")
    add("--all-scores", action="store_true", help="judge the training lines too: what distil learns from (minutes)")
    return parser.parse_args()


def begun(package: Package, path: Path | None) -> dict[str, np.ndarray]:
    """The weights to begin with: published, of an earlier run, or what eight bits kept of an artefact."""
    if path is None:
        return package.published()
    return e5_graph.read(path) if path.suffix == ".onnx" else dict(np.load(path))


def built(package: Package, options: argparse.Namespace) -> Model:
    """The published encoder with fresh heads, standardised on the training lines."""
    weights = begun(package, options.begin)
    encoder = Encoder(options.layers, dropout=options.dropout).load(weights)
    for layer in encoder.layers[: options.frozen]:
        layer.requires_grad_(False)
    model = Model(encoder, len(package.intents), len(package.dangers), options.dropout).to(options.device)
    sample = np.random.default_rng(0).permutation(package.lines("train"))[:4096]
    model.standardise(vectors_of(model.encoder, package, sample, options))
    return model


@torch.no_grad()
def vectors_of(encoder: Encoder, package: Package, texts: np.ndarray, options: argparse.Namespace) -> Tensor:
    """(len(texts), 384) in the order asked for."""
    encoder.eval()
    found = torch.zeros(len(texts), e5_graph.HIDDEN, device=options.device)
    order = np.argsort(package.lengths[texts])
    for start in range(0, len(order), 256):
        some = order[start : start + 256]
        found[torch.as_tensor(some)] = encoder(*package.batch(texts[some], options.device)).float()
    return found


@torch.no_grad()
def judged(model: Model, package: Package, options: argparse.Namespace) -> dict:
    """Log-probabilities of the lines as written: 'intent' (lines, intents) and 'danger' (lines, 4), float16.

    Rows of training lines stay zero unless all scores are asked for.
    """
    model.eval()
    lines = package.lines() if options.all_scores else np.concatenate([package.lines("dev"), package.lines("valid")])
    vector = (vectors_of(model.encoder, package, lines, options) - model.mean) * model.scale
    found = {}
    for name, head in (("intent", model.intent), ("danger", model.danger)):
        scores = F.log_softmax(head(vector), 1).cpu().numpy()
        found[name] = np.zeros((len(package.facts), scores.shape[1]), np.float16)
        found[name][lines] = scores
    return found


def losses(model: Model, batch: SimpleNamespace, options: argparse.Namespace) -> Tensor:
    """The sum that is learned from; with teachers' scores in the batch they speak along."""
    vector, intent, danger = model(batch.pieces)
    total = _talk(intent, danger, batch, options) + options.contrast * contrast(vector, batch.intent)
    if options.rdrop:
        _, again, also = model(batch.pieces)
        total = (total + _talk(again, also, batch, options)) / 2 + options.rdrop * divergence(intent, again)
    return total


def _talk(intent: Tensor, danger: Tensor, batch: SimpleNamespace, options: argparse.Namespace) -> Tensor:
    own = F.cross_entropy(intent.float(), batch.intent, label_smoothing=options.smoothing)
    own = own + options.danger * F.cross_entropy(danger.float(), batch.danger, label_smoothing=options.smoothing / 2)
    if batch.teacher is None:
        return own
    heat, told = options.heat, 0.0
    for scores, said, weight in ((intent, batch.teacher, 1.0), (danger, batch.teacher_danger, options.danger)):
        soft = F.softmax(said / heat, 1)
        told = told + weight * F.kl_div(F.log_softmax(scores.float() / heat, 1), soft, reduction="batchmean") * heat**2
    return (1 - options.teach) * own + options.teach * told


def learn(package: Package, options: argparse.Namespace, seed: int, name: str, teacher: dict | None = None) -> None:
    """One run; writes out/<name>.npz, .scores.npz and .json."""
    if (options.out / f"{name}.json").exists() and not options.again:
        print(f"{name}: is there", flush=True)
        return
    torch.manual_seed(seed)
    dice = np.random.default_rng(seed)
    model = built(package, options)
    masters = Masters(model)
    groups = rates(
        model, masters, options.lr, options.decay, options.head_lr, options.weight_decay, options.frozen
    )
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
    an_epoch = max(1, len(package.lines("train")) // (options.intents * options.lines))
    count = options.steps or max(1, int(options.epochs * an_epoch))
    started, history, running = time.time(), [], 0.0
    for step in range(count):
        model.train()
        part = min((step + 1) / (0.1 * count), max(0.0, (count - step) / (0.9 * count)))
        for group in optimiser.param_groups:
            group["lr"] = group["top"] * part
        loss = losses(model, package.draw(dice, options, teacher), options)
        loss.backward()
        masters.gather()
        learned = [p for group in groups for p in group["params"]]
        torch.nn.utils.clip_grad_norm_(learned, 1.0)
        optimiser.step()
        optimiser.zero_grad()
        masters.scatter()
        running += (float(loss.detach()) - running) / min(step + 1, 100) if step % 10 == 0 else 0
        if (step + 1) % max(1, int(options.judge_every * an_epoch)) == 0 or step + 1 == count:
            scores = judged(model, package, options)
            history.append({"step": step + 1, "seconds": round(time.time() - started), **figures(package, scores)})
            print(name, f"loss {running:.3f}", json.dumps(history[-1]), flush=True)
            # kept at every judgement, so that a run that is stopped was not for nothing
            save(model, masters, scores, history, options, name)


def save(
    model: Model, masters: Masters, scores: dict, history: list, options: argparse.Namespace, name: str
) -> None:
    """Half precision is plenty: eight bits come out of it in the end."""
    exact = {n: masters.of.get(id(p), p).detach().float() for n, p in model.encoder.named_parameters()}
    heads = {n: p.detach().float().cpu().numpy() for n, p in model.state_dict().items() if not n.startswith("encoder.")}
    arrays = {**{n: p.cpu().numpy() for n, p in exact.items()}, **{f"head:{n}": value for n, value in heads.items()}}
    np.savez(options.out / f"{name}.npz", **{n: value.astype(np.float16) for n, value in arrays.items()})
    np.savez_compressed(options.out / f"{name}.scores.npz", **scores)
    words = {"options": {k: str(v) for k, v in vars(options).items()}, "history": history}
    (options.out / f"{name}.json").write_text(json.dumps(words, indent=1))


def mean_scores(package: Package, options: argparse.Namespace) -> dict[str, np.ndarray]:
    """The seeds' mean log-probabilities: the teacher, and what several seeds would reach together."""
    found = [np.load(options.out / f"seed{seed}.scores.npz") for seed in options.seeds]
    mean = {name: np.mean([f[name].astype(np.float32) for f in found], axis=0) for name in ("intent", "danger")}
    print("seeds together", json.dumps(figures(package, mean)), flush=True)
    return mean


def average(package: Package, options: argparse.Namespace) -> None:
    """The mean of the weights of runs that went on from each other: what both found, as quick as one of them."""
    found = [begun(package, path) for path in options.of]
    names = [name for name in found[0] if not name.startswith("head:")]
    mean = {name: np.mean([weights[name].astype(np.float32) for weights in found], axis=0) for name in names}
    np.savez(options.out / "average.npz", **mean)


def export(package: Package, options: argparse.Namespace) -> Path:
    """Eight bits, and a look at what they cost on 300 lines."""
    with np.load(options.out / f"{options.name}.npz") as arrays:
        weights = {name: arrays[name].astype(np.float32) for name in arrays.files if not name.startswith("head:")}
    digest = hashlib.sha256(b"".join(weights[name].tobytes() for name in sorted(weights))).hexdigest()
    path = options.out / f"e5-tuned-{digest[:12]}.onnx"
    e5_graph.write(weights, path)
    import onnxruntime

    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    lines = package.lines()[:300]
    encoder = Encoder(options.layers).load(weights).to(options.device)
    exact = vectors_of(encoder, package, lines, options).cpu().numpy()
    small = np.stack([session.run(None, {"rows": package.rows_of(i)})[0] for i in lines])
    cosine = (exact * small).sum(1) / np.linalg.norm(exact, axis=1) / np.linalg.norm(small, axis=1)
    print(f"{path.name}: {path.stat().st_size / 2**20:.1f} MiB, cosine to float {cosine.mean():.4f}", flush=True)
    return path


def main() -> None:
    options = settings()
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    package = Package(options.package)
    options.all_scores |= options.step == "all"
    if options.step in ("train", "all"):
        for seed in options.seeds:
            learn(package, options, seed, f"seed{seed}")
    if options.step in ("distil", "all"):
        learn(package, options, 100, "student", mean_scores(package, options))
    if options.step == "average":
        average(package, options)
    if options.step in ("export", "all"):
        export(package, options)


if __name__ == "__main__":
    main()
