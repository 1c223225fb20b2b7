"""Write a trained checkpoint as the ONNX file that ships: `export.py --encoder DIR --model M.pt`.

int8 weights per channel for the encoder; the heads stay fp32, since their scores are compared
with thresholds. Prints the size and the largest change of a probability on a few sentences.
"""

import argparse
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from model import LINKED, TAGGED, Tagger
from onnxruntime import InferenceSession
from onnxruntime.quantization import QuantType, quantize_dynamic

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "src/communique/models/attribution/attribution.onnx"


class Exported(torch.nn.Module):
    """The tagger with piece ids alone as input: batches of one have no padding."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, ids: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Scores of one window."""
        return tuple(self.tagger(ids, torch.ones_like(ids)).values())


def main() -> None:
    """Export and quantize."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    options = parser.parse_args()
    tagger = Tagger(options.encoder)
    tagger.load_state_dict(torch.load(options.model))
    whole = Exported(tagger).eval()
    ids = torch.randint(1000, 20000, (1, 60))
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            whole,
            (ids,),
            str(plain),
            dynamo=False,
            opset_version=17,
            input_names=["ids"],
            output_names=[*TAGGED, "kind", *LINKED],
            dynamic_axes={"ids": {1: "pieces"}},
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
