"""Measure the event coder: `events.py --plv FILE | --quad FILE | --who FILE [--out PRED]`.

The three are third-party sets that score.py of `../shared` scores; `--out` takes the predictions.
`--plain` leaves out the tables below, by which those sets file some events elsewhere. `--held`
prints the figures on the tenth of `training/events/text` that the shipped coder was not trained
on, `--speed` pairs a CPU-second on one thread.
"""

import argparse
import csv
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from communique.models.coding import Coding, MarkedPair, Parties, Party, code, parties
from communique.models.coding.labels import CodedType
from communique.types.text import Span
from communique.vocab.plover import quad

ROOT = Path(__file__).resolve().parents[1]
QUADS = ("VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT")
FILED = {
    ("SANCTION", None): "COERCE",  # sanctions in so many words
    ("SANCTION", "convict"): "ACCUSE",
    ("COERCE", "cyber"): "ASSAULT",
}
"""Where the set of `--plv` files a type and mode of PLOVER 2.0 under another type."""
PROMISE = re.compile(
    r"\b(?:will|would|wants?\s+to|agree[sd]?|agreeing|willing|ready|prepared|promis\w+|pledg\w+|vow\w*|offer\w*|"
    r"plan\w*|intend\w*|propos\w+|considering|said\s+(?:it|he|she|they)\s+(?:would|could|may))\b"
)
"""A concession in such words is only promised, which that set calls AGREE; else it is YIELD."""
NEUTRAL = ("REQUEST",)
VERBAL = ("SANCTION",)
"""The set of `--quad` follows CAMEO: appeals are neither cooperation nor conflict (class 0), and
reduced relations are conflict in words."""
YIELD = ("CONCEDE", "RETREAT")


def read_plv(path: Path) -> list[MarkedPair]:
    """The pairs of a set whose `marked_sentence` has `<s>` and `<t>` round actor and recipient."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [unmarked(row["marked_sentence"]) for row in csv.DictReader(lines, delimiter="\t")]


def unmarked(marked: str) -> MarkedPair:
    """A sentence with its tags taken out and their places kept."""
    text, places = "", dict[str, int]()
    for part in re.split(r"(</?[st]>)", marked):
        if re.fullmatch(r"</?[st]>", part):
            places[part] = len(text)
        else:
            text += part
    actor, recipient = (
        Span(start=places[f"<{tag}>"], end=places[f"</{tag}>"]) if f"<{tag}>" in places else None
        for tag in "st"
    )
    return MarkedPair(sentence=text, actor=actor, recipient=recipient)


def filed(coding: Coding, sentence: str, *, plain: bool) -> str:
    """The likeliest type but "none", CONCEDE and RETREAT as one, filed as the set does."""
    chances = Counter[str]()
    for name, chance in coding.types.items():
        if name != "none":
            kind = name if plain else FILED.get((name, coding.modes[name]), name)
            if kind == "CONCEDE" and not plain and PROMISE.search(sentence):
                kind = "AGREE"
            chances["YIELD" if kind in YIELD else kind] += chance
    return max(chances, key=lambda name: chances[name])


def quad_number(types: Mapping[CodedType, float], *, plain: bool) -> int:
    """The likeliest quad class as 1 to 4, 0 where no event is likelier."""
    chances = [0.0] * 5
    for name, chance in types.items():
        if name == "none" or (name in NEUTRAL and not plain):
            chances[0] += chance
        elif name in VERBAL and not plain:
            chances[3] += chance
        else:
            chances[1 + QUADS.index(quad(name))] += chance
    return chances.index(max(chances))


def read_who(path: Path) -> Iterator[list[str]]:
    """The words of each sentence of a set with a word a line."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        yield [line.split(" ")[0] for line in block.splitlines()]


def who(words: Sequence[str], found: Parties) -> dict[str, list[int]]:
    """Places of the words of the surest actor and recipient: the set marks one of each.

    Who stands in both roles (as those who meet do) acts if it comes first.
    """
    actors = sorted(found.actors, key=lambda party: -party.score)[:1]
    others = [each for each in found.recipients if not actors or not same(each, actors[0])]
    recipients = sorted(others, key=lambda party: -party.score)[:1]
    return {
        "actor": word_places(words, actors),
        "recipient": word_places(words, recipients),
    }


def same(one: Party, other: Party) -> bool:
    """Whether two parties share words."""
    return one.span.overlaps(other.span)


def word_places(words: Sequence[str], held: Iterable[Party]) -> list[int]:
    """The words of a sentence, joined by blanks, that parties hold."""
    spans, start, found = [each.span for each in held], 0, []
    for at, word in enumerate(words):
        place = Span(start=start, end=start + len(word))
        start = place.end + 1
        if any(place.overlaps(span) for span in spans):
            found.append(at)
    return found


def write(rows: Iterable[Mapping[str, object]], path: Path) -> None:
    """Predictions as JSON lines with the number of their row."""
    lines = (json.dumps({"row": at, **row}) for at, row in enumerate(rows))
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def main() -> None:
    """Write predictions or print figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--plv", "--quad", "--who", "--out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--held", action="store_true")
    parser.add_argument("--speed", action="store_true")
    options = parser.parse_args()
    if options.plv:
        pairs = read_plv(options.plv)
        told = zip(code(pairs), pairs, strict=True)
        write(
            ({"type": filed(each, pair.sentence, plain=options.plain)} for each, pair in told),
            options.out,
        )
    if options.quad:
        lines = options.quad.read_text(encoding="utf-8").splitlines()
        texts = [line.rsplit("\t", 1)[0] for line in lines if line.strip()]
        write(
            ({"quad": quad_number(each.types, plain=options.plain)} for each in parties(texts)),
            options.out,
        )
    if options.who:
        texts = list(read_who(options.who))
        found = parties([" ".join(words) for words in texts])
        write((who(*each) for each in zip(texts, found, strict=True)), options.out)
    if options.held or options.speed:
        sys.path.append(str(ROOT / "training/events"))
        from held import figures, held_back, marked_pair

        pairs = [marked_pair(s, pair) for s in held_back() for pair in s.labelled]
        if options.held:
            print(figures())
        if options.speed:
            code(pairs[:1])
            began = time.process_time()
            code(pairs)
            print(f"{len(pairs) / (time.process_time() - began):.0f} pairs a CPU-second")


if __name__ == "__main__":
    main()
