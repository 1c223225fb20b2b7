"""A trained model as the ONNX file that ships: int8 per channel, its heads in fp32.

Scores are compared with thresholds, so what stands outside the encoder keeps its precision.
"""

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime import InferenceSession
from onnxruntime.quantization import QuantType, quantize_dynamic


def asked(about: str | None, shipped: Path) -> argparse.Namespace:
    """The options `encoder`, `model` and `out` of the command line."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=shipped)
    return parser.parse_args()


def ship(
    model: torch.nn.Module,
    ids: torch.Tensor,
    names: Sequence[str],
    axes: Mapping[str, Mapping[int, str]],
    out: Path,
) -> None:
    """Write `model`, which takes piece ids like `ids` and gives scores called `names`.

    Modules called "encoder" are quantized. Prints the size and the largest change of a score.
    """
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            model,
            (ids,),
            str(plain),
            dynamo=False,
            opset_version=17,
            input_names=["ids"],
            output_names=list(names),
            dynamic_axes={name: dict(each) for name, each in axes.items()},
        )
        heads = [
            node.name
            for node in onnx.load(plain).graph.node
            if node.op_type in ("MatMul", "Gemm") and "encoder" not in node.name
        ]
        quantize_dynamic(
            plain, out, per_channel=True, weight_type=QuantType.QInt8, nodes_to_exclude=heads
        )
    with torch.no_grad():
        wanted = [each.numpy() for each in model(ids)]
    found = InferenceSession(out).run(None, {"ids": ids.numpy()})
    worst = max(float(np.abs(a - b).max()) for a, b in zip(wanted, found, strict=True))
    size = out.stat().st_size / 1e6
    print(f"{out.name}: {size:.1f} MB, {len(heads)} products in fp32, within {worst:.2f}")
