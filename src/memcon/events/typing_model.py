"""The encoder that types an event whose parties are known: MiniLM with the parties marked, and the rules beside it.

Zhou and Chen (2021, "An Improved Baseline for Sentence-level Relation Extraction") describe marks of this kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from memcon import encoder
from memcon.events import marking
from memcon.events.ontology import Ontology

MODEL = Path(__file__).parent / "model"
Offsets = tuple[int, int]
_BATCH = 8
"""Sentences, of near equal length, that the encoder reads at once."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the encoder says of one event: the probability of each type ("none" among them), and of each CAMEO code."""

    types: dict[str, float]
    codes: dict[str, float]

    @property
    def best(self) -> tuple[str, float]:
        """The likeliest type and its probability."""
        return max(self.types.items(), key=lambda item: item[1])

    @property
    def margin(self) -> float:
        """By how much the likeliest type leads the next."""
        first, second = sorted(self.types.values(), reverse=True)[:2]
        return first - second

    def code(self, kind: str, ontology: Ontology) -> str:
        """The likeliest CAMEO code of type `kind`."""
        fitting = {code: p for code, p in self.codes.items() if (row := ontology.from_cameo(code)) and row.type == kind}
        return max(fitting.items(), key=lambda item: item[1])[0]


def answer(rows: Sequence[tuple[str, Offsets, Offsets]]) -> list[Answer]:
    """What the encoder says of each (sentence, source, target), offsets into the sentence."""
    if not rows:
        return []
    model = encoder.load(MODEL)
    encoded = [marking.encode(model.tokenizer, *row) for row in rows]
    by_length = sorted(range(len(encoded)), key=lambda i: len(encoded[i][0]))
    answers: dict[int, Answer] = {}
    for start in range(0, len(by_length), _BATCH):
        places = by_length[start : start + _BATCH]
        answers.update(zip(places, _answered(model, [encoded[i] for i in places]), strict=True))
    return [answers[i] for i in range(len(rows))]


def _answered(model: encoder.Encoder, encoded: Sequence[marking.Marked]) -> list[Answer]:
    """The answers to one batch."""
    width = max(len(ids) for ids, _, _ in encoded)
    parts = {
        "input_ids": encoder.padded([ids for ids, _, _ in encoded], width),
        "attention_mask": encoder.padded([[1] * len(ids) for ids, _, _ in encoded], width, np.float32),
        "source_mask": encoder.padded([_mask(span) for _, span, _ in encoded], width, np.float32),
        "target_mask": encoder.padded([_mask(span) for _, _, span in encoded], width, np.float32),
    }
    found = model.run(parts)
    types, codes = encoder.softmax(found["types"]), encoder.softmax(found["codes"])
    return [
        Answer(
            dict(zip(model.labels["types"], map(float, t), strict=True)),
            dict(zip(model.labels["codes"], map(float, c), strict=True)),
        )
        for t, c in zip(types, codes, strict=True)
    ]


def _mask(span: tuple[int, int]) -> list[int]:
    return [0] * span[0] + [1] * (span[1] - span[0])


def classify(sentence: str, source: Offsets, target: Offsets, ontology: Ontology) -> dict[str, object]:
    """The type of one event whose parties are known, its quad class, the probability of each of its modes, and that of
    the type among all types."""
    found = answer([(sentence, source, target)])[0]
    types = {kind: p for kind, p in found.types.items() if kind != "none"}
    kind = max(types, key=lambda name: types[name])
    modes: dict[str, float] = {}
    total = 0.0
    for code, p in found.codes.items():
        row = ontology.from_cameo(code)
        if row is None or row.type != kind:
            continue
        total += p
        if row.mode is not None:
            modes[row.mode] = modes.get(row.mode, 0.0) + p
    return {
        "type": kind,
        "quad": ontology.types[kind].quad,
        "modes": {mode: round(p / total, 4) for mode, p in sorted(modes.items(), key=lambda item: -item[1])},
        "score": round(types[kind] / sum(types.values()), 4),
    }
