"""Measure whether the event coder sees direction: `direction.py --plv FILE`.

Actor and recipient of each pair are swapped. A coder that sees who acts answers "none", or another
type; prints the share of pairs that keep their type. Not counted are pairs of types whose deeds
are often done together, and pairs that lack a party.
"""

import argparse
from collections import Counter
from pathlib import Path

from events import read_plv

from communique.models.coding import MarkedPair, code

RECIPROCAL = {"CONSULT", "AGREE", "COOPERATE"}


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plv", type=Path, required=True)
    pairs = [pair for pair in read_plv(parser.parse_args().plv) if pair.actor and pair.recipient]
    turned = [
        MarkedPair(sentence=pair.sentence, actor=pair.recipient, recipient=pair.actor)
        for pair in pairs
    ]
    rows = list(zip(code(pairs), code(turned), strict=True))
    directed = [(a, b) for a, b in rows if a.type not in {"none", *RECIPROCAL}]
    kept = Counter(a.type for a, b in directed if a.type == b.type)
    every = Counter(a.type for a, _ in directed)
    none = sum(b.type == "none" for _, b in directed)
    print(f"{len(pairs)} pairs, {sum(a.type == 'none' for a, _ in rows)} said to be none")
    share, silent = kept.total() / len(directed), none / len(directed)
    print(f"{len(directed)} directed: turned round {share:.3f} keep type, {silent:.3f} are none")
    print(", ".join(f"{name} {kept[name]} of {n}" for name, n in every.most_common()))


if __name__ == "__main__":
    main()
