"""Write the trained encoder as int8 ONNX with the names of its answers."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic


def export(model: torch.nn.Module, types: list[str], codes: list[str], out: Path) -> None:
    """Write `model.onnx` and `labels.json` to the folder `out`."""
    out.mkdir(parents=True, exist_ok=True)
    model.eval()
    ids = torch.tensor(
        [[101, 1008, 2605, 1008, 2777, 1001, 2762, 1001, 102], [101, 1008, 2605, 1008, 2777, 1001, 2762, 1001, 102]]
    )
    masks = [torch.ones(ids.shape), torch.zeros(ids.shape), torch.zeros(ids.shape)]
    masks[1][:, 2] = masks[2][:, 6] = 1
    names = ["input_ids", "attention_mask", "source_mask", "target_mask"]
    axes = {name: {0: "batch", 1: "length"} for name in names} | {"types": {0: "batch"}, "codes": {0: "batch"}}
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            model,
            (ids, *masks),
            str(full),
            input_names=names,
            output_names=["types", "codes"],
            opset_version=17,
            dynamic_axes=axes,
            dynamo=False,
        )
        quantize_dynamic(full, out / "model.onnx", weight_type=QuantType.QInt8, per_channel=True)
    (out / "labels.json").write_text(json.dumps({"types": types, "codes": codes}) + "\n", "utf-8")
