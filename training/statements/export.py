"""Write both halves of the statements' encoder as int8 ONNX graphs, and the labels that they number."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import torch
from network import ROLES, Anchors, Roles
from onnxruntime.quantization import QuantType, quantize_dynamic


def export(anchors: Anchors, roles: Roles, names: dict[str, list[str]], out: Path) -> None:
    """Write `anchors/` and `roles/` below the folder `out`, each with `model.onnx` and `labels.json`."""
    anchors.eval(), roles.eval()
    ids = torch.tensor([[101, 2002, 2056, 102], [101, 2002, 2056, 102]])
    mask = torch.ones(ids.shape)
    features = [ids * 0] * 4
    children = torch.zeros(*ids.shape, len(names["deps"]))
    hidden, _ = anchors(ids, *features, children, mask)
    _write(
        anchors,
        (ids, *features, children, mask),
        ["ids", "tags", "deps", "quoted", "heads", "children", "mask"],
        ["hidden", "anchors"],
        names,
        out / "anchors",
    )
    _write(
        roles,
        (hidden.detach(), ids * 0 + 1, mask),
        ["hidden", "distance", "mask"],
        ["roles"],
        {"roles": list(ROLES)},
        out / "roles",
    )


def _write(module, inputs, takes: list[str], gives: list[str], names: dict[str, list[str]], out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    axes = {name: {0: "batch", 1: "length"} for name in [*takes, *gives]}
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            module,
            inputs,
            str(full),
            input_names=takes,
            output_names=gives,
            opset_version=17,
            dynamic_axes=axes,
            dynamo=False,
        )
        quantize_dynamic(full, out / "model.onnx", weight_type=QuantType.QInt8, per_channel=True)
    (out / "labels.json").write_text(json.dumps(names) + "\n", "utf-8")
