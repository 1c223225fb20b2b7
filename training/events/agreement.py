"""How far two labellings of the same sentences agree: `agreement.py SECOND.txt`.

SECOND.txt holds lines of `text/` labelled again. Of the ordered pairs that either labels, prints
the share with the same type (or none in both), and Cohen's kappa; of those with the same type, the
shares of the same mode and modality.
"""

import re
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
_LABEL = re.compile(r"\s*(\d)([>=-])(\d) (?:none|([A-Z]+)(?:/([a-z-]+))? (\w+)(?: [a-z_,]+)?)\s*")
Label = tuple[str, str, str]
"""Type ("none"), mode and modality."""


def labels_of(line: str) -> tuple[str, dict[tuple[str, str], Label]]:
    """A line's sentence and the label of each ordered pair; the first where there are several."""
    sentence, _, labels = line.partition("||")
    found: dict[tuple[str, str], Label] = {}
    for label in labels.split(";"):
        match = _LABEL.fullmatch(label)
        if match is None:
            raise ValueError(f"no label: {label!r} in {line[:60]!r}")
        one, sign, other, kind, mode, modality = match.groups()
        value = (kind or "none", mode or "", modality or "")
        if found.get((one, other), ("none", "", ""))[0] == "none":
            found[one, other] = value
        if sign in "=-":
            found.setdefault((other, one), value)
    return sentence.strip(), found


def main() -> None:
    """Print the agreement."""
    paths = sorted((HERE / "text").glob("*.txt"))
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    first = dict(labels_of(line) for line in lines if line.strip())
    second = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    pairs: list[tuple[Label, Label]] = []
    known = [each for each in map(labels_of, filter(None, second)) if each[0] in first]
    for sentence, labels in known:
        before = first[sentence]
        nothing = ("none", "", "")
        pairs += [(before.get(p, nothing), labels.get(p, nothing)) for p in {*before, *labels}]
    same = [(a, b) for a, b in pairs if a[0] == b[0]]
    one, other = Counter(a[0] for a, _ in pairs), Counter(b[0] for _, b in pairs)
    chance = sum(one[kind] * other[kind] for kind in one) / len(pairs) ** 2
    share = len(same) / len(pairs)
    events = [(a, b) for a, b in same if a[0] != "none"]
    print(f"{len(known)} of {len(second)} sentences still stand so, {len(pairs)} ordered pairs")
    print(f"type {share:.3f}, kappa {(share - chance) / (1 - chance):.3f}")
    print(f"mode {sum(a[1] == b[1] for a, b in events) / len(events):.3f}, ", end="")
    print(f"modality {sum(a[2] == b[2] for a, b in events) / len(events):.3f} of {len(events)}")


if __name__ == "__main__":
    main()
