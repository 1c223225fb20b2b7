"""Write a trained checkpoint as the ONNX file that ships: `export.py --encoder DIR --model M.pt`.

See ../shipping.py.
"""

import sys
from pathlib import Path

import torch
from model import LINKED, TAGGED, Tagger

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))
from shipping import asked, ship  # noqa: E402 - beside this recipe's folder

SHIPPED = HERE.parents[1] / "src/communique/models/attribution/attribution.onnx"


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
    options = asked(__doc__, SHIPPED)
    tagger = Tagger(options.encoder)
    tagger.load_state_dict(torch.load(options.model))
    ids = torch.randint(1000, 20000, (1, 60))
    names = [*TAGGED, "kind", *LINKED]
    ship(Exported(tagger).eval(), ids, names, {"ids": {1: "pieces"}}, options.out)


if __name__ == "__main__":
    main()
