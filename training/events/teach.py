"""Write what the teacher says: `teach.py --encoder DIR --model T.pt --pairs P.jsonl --out FOLDER`.

`soft.pt` has its scores of every labelled pair that is learned from, and of each sentence alone,
`free.pt` those of the pairs of P.jsonl (see pairs.py), which nobody labelled.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import torch
from examples import Scores, rows_of
from model import PAIRED
from sentences import Pair, parse, read_corpus
from teacher import Teacher

from communique.models.coding.pieces import PAD, marked_ids
from communique.models.wordpieces import wordpieces
from communique.types.text import Span

BATCH = 32
LONGEST = 120
"""Pieces; longer unlabelled pairs are left out."""


def scores(teacher: Teacher, rows: Sequence[list[int]]) -> list[Scores]:
    """The teacher's scores of each row of piece ids, in their order."""
    order = sorted(range(len(rows)), key=lambda at: len(rows[at]))
    found: list[Scores] = [{} for _ in rows]
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for start in range(0, len(order), BATCH):
            some = order[start : start + BATCH]
            size = len(rows[some[-1]])
            ids = torch.tensor([rows[at] + [PAD] * (size - len(rows[at])) for at in some])
            told = teacher(ids)
            for place, at in enumerate(some):
                found[at] = {name: told[name][place].float().clone() for name in PAIRED}
    return found


def labelled(teacher: Teacher) -> dict[str, dict[Pair | None, Scores]]:
    """What it says of the lines that are learned from."""
    keys: list[tuple[str, Pair | None]] = []
    rows: list[list[int]] = []
    for line in read_corpus():
        sentence = parse(line)
        if sentence.part == "learn":
            pairs: list[Pair | None] = [*sentence.labelled, None]
            for pair, row in zip(
                pairs, rows_of(sentence, sentence.labelled, whole=True), strict=False
            ):
                keys.append((line, pair))
                rows.append(row.ids)
    soft: dict[str, dict[Pair | None, Scores]] = {}
    for (line, pair), told in zip(keys, scores(teacher, rows), strict=True):
        soft.setdefault(line, {})[pair] = told
    return soft


def free_rows(path: Path) -> list[list[int]]:
    """Piece ids of unlabelled pairs: JSON lines of a sentence and two places, null for none."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        text, *places = json.loads(line)
        spans = [Span(start=each[0], end=each[1]) if each else None for each in places]
        encoding = wordpieces().encode(text, add_special_tokens=False)
        found.append(marked_ids(encoding, spans[0], spans[1]))
    return [ids for ids in found if len(ids) <= LONGEST]


def main() -> None:
    """Load the teacher, ask it, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--encoder", "--model", "--pairs", "--out"):
        parser.add_argument(name, type=Path, required=True)
    options = parser.parse_args()
    teacher = Teacher(options.encoder)
    teacher.load_state_dict(torch.load(options.model))
    teacher.eval()
    rows = free_rows(options.pairs)
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(labelled(teacher), options.out / "soft.pt")
    torch.save(list(zip(rows, scores(teacher, rows), strict=True)), options.out / "free.pt")


if __name__ == "__main__":
    main()
