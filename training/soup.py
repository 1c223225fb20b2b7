"""The mean of the weights of several checkpoints: `soup.py OUT.pt A.pt B.pt ...`.

Checkpoints trained from the same encoder with other seeds or text lie in one valley, and their mean
errs less than each of them, at the cost of one (Wortsman et al. 2022).
"""

import sys
from pathlib import Path

import torch


def main() -> None:
    """Write the mean."""
    out, *parts = map(Path, sys.argv[1:])
    loaded = [torch.load(part) for part in parts]
    whole = {
        name: torch.stack([each[name] for each in loaded]).mean(0)
        if value.is_floating_point()
        else value
        for name, value in loaded[0].items()
    }
    torch.save(whole, out)


if __name__ == "__main__":
    main()
