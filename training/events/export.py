"""Write a trained checkpoint as the ONNX file that ships: `export.py --encoder DIR --model M.pt`.

int8 weights per channel for the encoder; the heads stay fp32, since their scores are compared
with thresholds. The temperatures that calibrate.py set are part of the file. Prints the size and
the largest change of a score on a few rows of random words.
"""

import argparse
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from model import PAIRED, TAGGED, Coder
from onnxruntime import InferenceSession
from onnxruntime.quantization import QuantType, quantize_dynamic

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "src/communique/models/coding/coder.onnx"


class Exported(torch.nn.Module):
    """The coder with its scores as a tuple."""

    def __init__(self, coder: Coder) -> None:
        super().__init__()
        self.coder = coder

    def forward(self, ids: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Scores of a batch."""
        return tuple(self.coder(ids).values())


def main() -> None:
    """Export and quantize."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    options = parser.parse_args()
    coder = Coder(options.encoder)
    coder.load_state_dict(torch.load(options.model))
    whole = Exported(coder).eval()
    ids = torch.randint(1000, 20000, (3, 40))
    ids[:, 3], ids[:, 20] = 1, 3  # who acts, whom it befalls
    names = [*PAIRED, *TAGGED]
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            whole,
            (ids,),
            str(plain),
            dynamo=False,
            opset_version=17,
            input_names=["ids"],
            output_names=names,
            dynamic_axes={name: {0: "rows", 1: "pieces"} for name in ("ids", *TAGGED)}
            | {name: {0: "rows"} for name in PAIRED},
        )
        heads = [
            node.name
            for node in onnx.load(plain).graph.node
            if node.op_type in ("MatMul", "Gemm") and "encoder" not in node.name
        ]
        quantize_dynamic(
            plain,
            options.out,
            per_channel=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=heads,
        )
    with torch.no_grad():
        wanted = [each.numpy() for each in whole(ids)]
    found = InferenceSession(options.out).run(None, {"ids": ids.numpy()})
    size = options.out.stat().st_size / 1e6
    worst = max(float(np.abs(a - b).max()) for a, b in zip(wanted, found, strict=True))
    print(f"{options.out.name}: {size:.1f} MB, {len(heads)} products in fp32, within {worst:.2f}")


if __name__ == "__main__":
    main()
