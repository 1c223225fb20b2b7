"""Write a trained checkpoint as the ONNX file that ships.

export.py --encoder DIR --model M.pt
"""

import sys
from pathlib import Path

import torch
from model import Reader

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))
from shipping import asked, ship  # noqa: E402 - beside this recipe's folder

SHIPPED = HERE.parents[1] / "src/communique/models/relations/reader.onnx"
NAMES = ("told", "status", "doer", "words", "levels")


class Exported(torch.nn.Module):
    """The reader with its scores as a tuple."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Scores of a batch."""
        scores = self.reader(ids)
        return tuple(scores[name] for name in NAMES)


def main() -> None:
    """Export and quantize."""
    options = asked(__doc__, SHIPPED)
    reader = Reader(options.encoder)
    reader.load_state_dict(torch.load(options.model))
    ids = torch.randint(1000, 20000, (3, 60))
    ids[:, 0], ids[:, 20], ids[:, -1] = 101, 102, 102
    ids[:, 25], ids[:, 40] = 1, 2  # the two states
    axes = {name: {0: "rows"} for name in NAMES[:3]}
    axes |= {name: {0: "rows", 1: "pieces"} for name in ("ids", *NAMES[3:])}
    ship(Exported(reader).eval(), ids, NAMES, axes, options.out)


if __name__ == "__main__":
    main()
