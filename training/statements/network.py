"""The statements' encoder: lower layers of MiniLM find anchors of cues, upper ones the roles around one."""

from __future__ import annotations

import math

import torch
from torch import nn
from torch.nn import functional

SHARED = 4
"""Layers below the anchors; the rest are run once for each anchor."""
REACH = 32
"""Subwords to either side of an anchor whose distance is told apart."""
ROLES = ("", "source", "cue", "content")


class Layer(nn.Module):
    """One transformer layer as in BERT (Devlin et al. 2019), written out so that it exports to a plain graph."""

    def __init__(self, size: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(size, size) for _ in range(4))
        self.up, self.down = nn.Linear(size, inner), nn.Linear(inner, size)
        self.norm, self.norm_out = nn.LayerNorm(size, eps=1e-12), nn.LayerNorm(size, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden, bias):
        batch, length, size = hidden.shape

        def split(x):
            return x.view(batch, length, self.heads, size // self.heads).transpose(1, 2)

        scores = split(self.query(hidden)) @ split(self.key(hidden)).transpose(-1, -2)
        weights = self.dropout((scores / math.sqrt(size // self.heads) + bias).softmax(-1))
        mixed = (weights @ split(self.value(hidden))).transpose(1, 2).reshape(batch, length, size)
        hidden = self.norm(hidden + self.dropout(self.out(mixed)))
        return self.norm_out(hidden + self.dropout(self.down(functional.gelu(self.up(hidden)))))

    def load(self, weights: dict[str, torch.Tensor], prefix: str) -> None:
        """Take the weights of layer `prefix` of a published BERT."""
        names = {
            "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
            "out": "attention.output.dense", "norm": "attention.output.LayerNorm", "up": "intermediate.dense",
            "down": "output.dense", "norm_out": "output.LayerNorm",
        }  # fmt: skip
        for name, published in names.items():
            for kind in ("weight", "bias"):
                getattr(getattr(self, name), kind).data.copy_(weights[f"{prefix}.{published}.{kind}"])


def bias_of(mask):
    """What is added to attention scores so that padding gets none."""
    return (1 - mask)[:, None, None, :] * -10000.0


class Anchors(nn.Module):
    """Subwords with features to hidden states, and for each whether a cue is anchored there. `children` counts for
    each subword the dependencies of those that hang on its token."""

    def __init__(self, size, heads, inner, words, positions, tags, deps, dropout=0.1) -> None:
        super().__init__()
        self.words, self.positions = nn.Embedding(words, size), nn.Embedding(positions, size)
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.features = nn.ModuleList([nn.Embedding(n, size, padding_idx=0) for n in (tags, deps, 3, tags)])
        self.dependents = nn.Linear(deps, size, bias=False)
        self.layers = nn.ModuleList([Layer(size, heads, inner, dropout) for _ in range(SHARED)])
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(size, 2)
        for table in (*self.features, self.dependents):
            nn.init.zeros_(table.weight)

    def forward(self, ids, tags, deps, quoted, heads, children, mask):
        places = torch.arange(ids.shape[1], device=ids.device)
        hidden = self.norm(self.words(ids) + self.positions(places))
        for table, values in zip(self.features, (tags, deps, quoted, heads), strict=True):
            hidden = hidden + table(values)
        hidden = hidden + self.dependents(children)
        hidden = self.dropout(hidden)
        for layer in self.layers:
            hidden = layer(hidden, bias_of(mask))
        return hidden, self.head(self.dropout(hidden))


class Roles(nn.Module):
    """Hidden states and one anchor to the role of each subword. `distance` is 0 at padding, else 1 to 2 * REACH + 1."""

    def __init__(self, size, heads, inner, layers, dropout=0.1) -> None:
        super().__init__()
        self.distances = nn.Embedding(2 * REACH + 2, size, padding_idx=0)
        self.layers = nn.ModuleList([Layer(size, heads, inner, dropout) for _ in range(layers)])
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(size, len(ROLES))
        nn.init.normal_(self.distances.weight, std=0.02)

    def forward(self, hidden, distance, mask):
        hidden = hidden + self.distances(distance)
        for layer in self.layers:
            hidden = layer(hidden, bias_of(mask))
        return self.head(self.dropout(hidden))


def build(weights: dict[str, torch.Tensor], config: dict[str, int], tags: int, deps: int) -> tuple[Anchors, Roles]:
    """Both halves with the weights of a published BERT."""
    size, heads, inner = (config[k] for k in ("hidden_size", "num_attention_heads", "intermediate_size"))
    words, positions = weights["embeddings.word_embeddings.weight"], weights["embeddings.position_embeddings.weight"]
    anchors = Anchors(size, heads, inner, len(words), len(positions), tags, deps)
    roles = Roles(size, heads, inner, config["num_hidden_layers"] - SHARED)
    anchors.words.weight.data.copy_(words)
    anchors.positions.weight.data.copy_(positions + weights["embeddings.token_type_embeddings.weight"][0])
    for kind in ("weight", "bias"):
        getattr(anchors.norm, kind).data.copy_(weights[f"embeddings.LayerNorm.{kind}"])
    for i, layer in enumerate([*anchors.layers, *roles.layers]):
        layer.load(weights, f"encoder.layer.{i}")
    return anchors, roles
