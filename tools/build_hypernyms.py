"""Build vocab/data/hypernyms.csv from WordNet's database: `build_hypernyms.py DICT VOCABULARY OUT`.

DICT is the folder `dict` of WordNet 3.1 (data.noun, data.verb, index.sense), VOCABULARY a JSON of
a tokenizer whose whole-word pieces say which words are common. Kept are the common words' first
senses, a second of a noun, and any of the first three that a fifth of the tagged uses have; of a
synset the first parent.
"""

import json
import re
import sys
from collections import defaultdict
from pathlib import Path

_FILES = {"n": "data.noun", "v": "data.verb"}
_TYPES = {"1": "n", "2": "v"}
_SHARE = 0.2
Synset = tuple[tuple[str, ...], str | None]
"""Its words and the offset of its first parent."""


def _synsets(path: Path, pos: str) -> dict[str, Synset]:
    found: dict[str, Synset] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split("|")[0].split()
        count = int(fields[3], 16)
        words = tuple(fields[4 + 2 * n].lower() for n in range(count))
        pointers = fields[5 + 2 * count :]
        parents = [
            pointers[n + 1]
            for n in range(0, 4 * int(fields[4 + 2 * count]), 4)
            if pointers[n] == "@" and pointers[n + 2] == pos
        ]
        found[fields[0]] = words, parents[0] if parents else None
    return found


def _senses(
    path: Path, common: frozenset[str]
) -> dict[tuple[str, str], list[tuple[int, str, int]]]:
    """By part of speech and word: each sense's number, offset and count of tagged uses."""
    found: dict[tuple[str, str], list[tuple[int, str, int]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        key, offset, number, count = line.split()
        word, _, rest = key.partition("%")
        if word in common and rest[0] in _TYPES:
            found[_TYPES[rest[0]], word].append((int(number), offset, int(count)))
    return found


def _kept(pos: str, number: int, count: int, total: int) -> bool:
    frequent = number <= 3 and count > 0 and count >= _SHARE * total
    return number == 1 or frequent or (number == 2 and (total == 0 or pos == "n"))


def rows(folder: Path, common: frozenset[str]) -> list[str]:
    """The table's rows: synset, parent, words."""
    senses = _senses(folder / "index.sense", common)
    out: list[str] = []
    for pos, name in _FILES.items():
        synsets = _synsets(folder / name, pos)
        words: dict[str, set[str]] = defaultdict(set)
        for (_, word), each in (item for item in senses.items() if item[0][0] == pos):
            total = sum(count for *_, count in each)
            for number, offset, count in each:
                instance = pos == "n" and synsets[offset][1] is None
                if _kept(pos, number, count, total) and not instance:
                    words[offset].add(word)
        needed: set[str] = set()
        for offset in words:
            step: str | None = offset
            while step and step not in needed:
                needed.add(step)
                step = synsets[step][1]
        number_of = {offset: f"{pos}{n}" for n, offset in enumerate(sorted(needed), 1)}
        for offset in sorted(needed):
            parent = number_of.get(synsets[offset][1] or "", "")
            out.append(f"{number_of[offset]},{parent},{';'.join(sorted(words[offset]))}")
    return out


def main() -> None:
    """Write the rows after the header lines that the table has."""
    folder, vocabulary, out = map(Path, sys.argv[1:])
    pieces = json.loads(vocabulary.read_text(encoding="utf-8"))["model"]["vocab"]
    common = frozenset(piece for piece in pieces if re.fullmatch(r"[a-z]{3,}", piece))
    head = [line for line in out.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    lines = [*head, "synset,parent,words", *rows(folder, common)]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
