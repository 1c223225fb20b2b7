"""Check the marks and labels of `text/` and count them: `check.py [FILE ...]`."""

import sys
from collections import Counter
from pathlib import Path

from sentences import HERE, MarkedSentence, parse

from communique.models.coding.labels import CONTEXTS, MODALITIES, MODES, TYPES


def main() -> int:
    """Print faults and counts; 1 where there is a fault."""
    paths = [Path(name) for name in sys.argv[1:]] or sorted((HERE / "text").glob("*.txt"))
    faults, sentences = 0, dict[str, MarkedSentence]()
    for path in paths:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            try:
                if line and sentences.setdefault((found := parse(line)).text, found) is not found:
                    raise ValueError("stands twice")
            except ValueError as fault:
                faults += 1
                print(f"{path.name}:{number}: {fault}: {line[:80]}")
    print("\n".join(counts(list(sentences.values()))))
    print(f"{faults} faults")
    return 1 if faults else 0


def counts(sentences: list[MarkedSentence]) -> list[str]:
    """Lines that tell how much there is of what."""
    events = [label for each in sentences for labels in each.events.values() for label in labels]
    nothing = sum(len(each.nothing) for each in sentences)
    idle = sum(not each.events for each in sentences)
    share = nothing / max(1, nothing + len(events))
    held = sum(each.part != "learn" for each in sentences)
    return [
        f"{len(sentences)} sentences, {held} held back, {idle} without an event",
        f"{len(events)} events by ordered pair; {share:.2f} of pairs are none",
        told("types", Counter(each.type for each in events), TYPES[:-1]),
        told("modes", Counter((each.type, each.mode) for each in events), MODES),
        told("contexts", Counter(name for each in events for name in each.contexts), CONTEXTS),
        told("modality", Counter(each.modality for each in events), MODALITIES),
    ]


def told(what: str, counted: Counter, classes: tuple) -> str:
    """Counts of all classes, the rarest first."""
    named = sorted((counted[each], each) for each in classes if not (each[0] and each[1] is None))
    shown = (f"{'/'.join(k) if isinstance(k, tuple) else k} {n}" for n, k in named)
    return f"{what}: {', '.join(shown)}"


if __name__ == "__main__":
    sys.exit(main())
