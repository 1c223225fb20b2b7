"""Set the temperatures of a trained checkpoint: `calibrate.py --encoder DIR --model M.pt`.

A temperature a head, by the least loss on the half of the held-back tenth that is for tuning
(Guo et al. 2017, On Calibration of Modern Neural Networks). The checkpoint is changed in place.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

import torch
from examples import UNJUDGED, batch_of, rows_of
from model import PAIRED, Coder
from sentences import held_back
from torch import Tensor
from torch.nn import functional

from communique.models.coding.labels import MODES, TYPES

STEPS = torch.linspace(0.3, 3.0, 109)


def best(loss: Callable[[Tensor], Tensor]) -> float:
    """The temperature with the least loss."""
    return float(min(STEPS, key=lambda heat: float(loss(heat))))


def main() -> None:
    """Find and store the temperatures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    options = parser.parse_args()
    coder = Coder(options.encoder)
    coder.load_state_dict(torch.load(options.model))
    coder.eval()
    rows = [
        row
        for each in held_back()
        if each.part == "tune"
        for row in rows_of(each, each.labelled, whole=False)
    ]
    batch = batch_of(rows)
    with torch.no_grad():
        parts = [coder(ids) for ids in batch.ids.split(64)]
    scores = {name: torch.cat([part[name] for part in parts]) for name in PAIRED}
    eventful = batch.eventful
    modes = batch.mode[eventful]
    groups = torch.tensor([TYPES.index(name) for name, _ in MODES])
    others = groups[None] != groups[modes.clamp(min=0)][:, None]
    within = scores["modes"][eventful].masked_fill(others, -1e4)
    losses: dict[str, Callable[[Tensor], Tensor]] = {
        "types": lambda heat: functional.cross_entropy(scores["types"] / heat, batch.types),
        "modes": lambda heat: functional.cross_entropy(within / heat, modes, ignore_index=UNJUDGED),
        "modalities": lambda heat: functional.cross_entropy(
            scores["modalities"][eventful] / heat, batch.modality[eventful]
        ),
        "contexts": lambda heat: functional.binary_cross_entropy_with_logits(
            scores["contexts"][eventful] / heat, batch.contexts[eventful]
        ),
    }
    for name, loss in losses.items():
        coder.heat[name].mul_(best(loss))
    print({name: round(float(heat), 3) for name, heat in coder.heat.items()})
    torch.save(coder.state_dict(), options.model)


if __name__ == "__main__":
    main()
