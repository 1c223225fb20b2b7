"""Write a trained checkpoint as the ONNX file that ships: `export.py --encoder DIR --model M.pt`.

The temperatures that calibrate.py set are part of the file; see ../shipping.py.
"""

import sys
from pathlib import Path

import torch
from model import PAIRED, TAGGED, Coder

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))
from shipping import asked, ship  # noqa: E402 - beside this recipe's folder

SHIPPED = HERE.parents[1] / "src/communique/models/coding/coder.onnx"


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
    options = asked(__doc__, SHIPPED)
    coder = Coder(options.encoder)
    coder.load_state_dict(torch.load(options.model))
    ids = torch.randint(1000, 20000, (3, 40))
    ids[:, 3], ids[:, 20] = 1, 3  # who acts, whom it befalls
    axes = {name: {0: "rows", 1: "pieces"} for name in ("ids", *TAGGED)}
    axes |= {name: {0: "rows"} for name in PAIRED}
    ship(Exported(coder).eval(), ids, [*PAIRED, *TAGGED], axes, options.out)


if __name__ == "__main__":
    main()
