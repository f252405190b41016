"""Runs the shipped encoders: an int8 ONNX graph and its tokenizer, on one CPU thread, loaded when first asked."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from memcon.errors import Error

Floats = NDArray[np.float32]
TOKENIZER = Path(__file__).parent / "data" / "minilm-tokenizer.json"


class Encoder:
    """An ONNX graph in the folder `path` with `model.onnx` and `labels.json`; its subwords are MiniLM's."""

    def __init__(self, path: Path) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(str(path / "model.onnx"), options, ["CPUExecutionProvider"])
            self.tokenizer = Tokenizer.from_file(str(TOKENIZER))
            self.labels: dict[str, list[str]] = json.loads((path / "labels.json").read_text("utf-8"))
        except Exception as error:  # onnxruntime and tokenizers raise classes of their own
            raise Error(f"{path}: the model cannot be loaded ({error}); install memcon again") from error
        self._outputs = [output.name for output in self._session.get_outputs()]

    def run(self, inputs: Mapping[str, NDArray[Any]]) -> dict[str, Floats]:
        """The outputs of the graph, by name, for one batch."""
        return dict(zip(self._outputs, self._session.run(self._outputs, dict(inputs)), strict=True))


@functools.cache
def load(path: Path) -> Encoder:
    """The encoder in folder `path`. Raises `memcon.Error` where it cannot be loaded."""
    return Encoder(path)


@functools.cache
def sha256(path: Path) -> str:
    """The SHA-256 of the graph in folder `path`, in hexadecimal."""
    return hashlib.sha256((path / "model.onnx").read_bytes()).hexdigest()


def softmax(logits: Floats) -> Floats:
    """Probabilities along the last axis."""
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    probabilities: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return probabilities


def padded(rows: Sequence[Sequence[int]], width: int, dtype: type = np.int64) -> NDArray[Any]:
    """`rows` as one array, each filled up with zeros to `width`."""
    table: NDArray[Any] = np.zeros((len(rows), width), dtype=dtype)
    for i, row in enumerate(rows):
        table[i, : len(row)] = row
    return table
