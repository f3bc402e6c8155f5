"""Write an encoder as ONNX with 8-bit weights: python -m mtcheck.models.training.export MODEL_FOLDER [OUT_FOLDER].

MODEL_FOLDER holds a BERT-like sentence-transformers model with mean pooling (config.json, safetensors, tokenizer.json).
"""

import hashlib
import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from transformers import AutoModel

from mtcheck.models.packaged import FOLDER, HASHES, TOKENIZER, WEIGHTS
from mtcheck.models.reading import HEADS
from mtcheck.tables import save_table

OPSET = 17
TRAINED_HEADS = "heads.pt"


class _HiddenStates(torch.nn.Module):
    """The model with just the inputs and the output that mean pooling needs."""

    def __init__(self, model: torch.nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        hidden: torch.Tensor = self.model(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        return hidden


def export(source: Path, target: Path) -> None:
    """Write weights, tokenizer, heads where there are any, and hashes into `target`."""
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / WEIGHTS
        _write_full(source, full)
        model = onnx.load(full)
    quantise(model)
    onnx.save(model, target / WEIGHTS)
    shutil.copyfile(source / TOKENIZER, target / TOKENIZER)
    names = [WEIGHTS, TOKENIZER]
    if (source / TRAINED_HEADS).exists():
        heads = torch.load(source / TRAINED_HEADS, weights_only=True)
        save_table(target / HEADS, {name: value.float().numpy() for name, value in sorted(heads.items())})
        names.append(HEADS)
    lines = [f"{hashlib.sha256((target / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (target / HASHES).write_text("".join(lines), encoding="ascii")


def _write_full(source: Path, path: Path) -> None:
    model = AutoModel.from_pretrained(source, local_files_only=True, attn_implementation="eager").eval()
    example = (torch.ones(2, 5, dtype=torch.long), torch.ones(2, 5, dtype=torch.long))
    free = {0: "batch", 1: "tokens"}
    torch.onnx.export(
        _HiddenStates(model),
        example,
        str(path),
        input_names=["input_ids", "attention_mask"],
        output_names=["hidden"],
        dynamic_axes={"input_ids": free, "attention_mask": free, "hidden": free},
        opset_version=OPSET,
        dynamo=False,
    )


def quantise(model: onnx.ModelProto) -> None:
    """Store every matrix in 8 bits, symmetric, with one scale per output channel; computation stays in 32 bits."""
    graph = model.graph
    looked_up = {node.input[0] for node in graph.node if node.op_type == "Gather"}
    nodes = []
    for weights in [w for w in graph.initializer if len(w.dims) == 2 and w.data_type == onnx.TensorProto.FLOAT]:
        axis = 0 if weights.name in looked_up else 1
        values, scales = _rounded(numpy_helper.to_array(weights), axis)
        name = weights.name
        graph.initializer.remove(weights)
        graph.initializer.extend(
            [numpy_helper.from_array(values, f"{name}_int8"), numpy_helper.from_array(scales, f"{name}_scale")]
        )
        inputs = [f"{name}_int8", f"{name}_scale"]
        nodes.append(onnx.helper.make_node("DequantizeLinear", inputs, [name], name=f"{name}_dequantize", axis=axis))
    kept = list(graph.node)
    del graph.node[:]
    graph.node.extend([*nodes, *kept])


def _rounded(weights: NDArray[np.float32], axis: int) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    largest = np.abs(weights).max(axis=1 - axis, keepdims=True)
    scales = np.where(largest > 0, largest / 127.0, 1.0).astype(np.float32)
    return np.round(weights / scales).astype(np.int8), scales.reshape(-1)


if __name__ == "__main__":
    export(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else FOLDER)
