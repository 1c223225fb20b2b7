"""Tell copies from other reports of the same event: `copies.py --data GOLD.jsonl [--misses]`.

GOLD holds JSON lines with `id`, `event` and `text`. From its longer reports 900 versions are made,
150 of each kind: furniture added, the first 30 %, a new lede, 20 % and 35 % of the words exchanged,
half of one report and half of another of the same event. A version must be told as carrying its
source, and as not carrying the other reports of the event (the hard negatives). The threshold is
the shipped one.
"""

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from plain import plain_report

from communique.align.copies import carrying
from communique.types.text import Report

EACH = 150
LEAST_WORDS = 80
COPIED_RUN = 15
"""Words in a row that two reports of an event have only where one copies the other: reposts are
no negatives, though the set does not mark them."""
NEGATIVES = 2
"""Other reports of the event that each version is held against."""
FURNITURE = (
    "Skip to main content\nSubscribe to our newsletter for the latest news.\n",
    "\nShare this article\nRead more: our live coverage continues here.\nAll rights reserved.",
)
LEDES = (
    "It has been a long week for everyone who follows this story, and the end is not in sight.",
    "Officials gave few details, but what is known so far paints a troubling picture.",
    "Observers had expected something of the kind for days.",
)


def furnished(text: str, _: str, __: random.Random, ___: Sequence[str]) -> str:
    """The text with a site's lines round it."""
    return FURNITURE[0] + text + FURNITURE[1]


def cut(text: str, _: str, __: random.Random, ___: Sequence[str]) -> str:
    """The first 30 % of the words, to the end of the line or sentence that holds the last."""
    end = len(" ".join(text.split(" ")[: max(25, round(0.3 * len(text.split(" "))))]))
    stops = [at for mark in (". ", "\n") if (at := text.find(mark, end)) >= 0]
    return text[: min(stops) + 1] if stops else text


def new_lede(text: str, _: str, dice: random.Random, __: Sequence[str]) -> str:
    """Another first line in the place of the text's own."""
    _, _, rest = text.partition("\n")
    return f"{dice.choice(LEDES)}\n{rest or text}"


def noisy(share: float) -> Callable[[str, str, random.Random, Sequence[str]], str]:
    """A maker of texts in which `share` of the words are dropped or exchanged for others."""

    def make(text: str, _: str, dice: random.Random, vocabulary: Sequence[str]) -> str:
        lines = []
        for line in text.split("\n"):
            kept = []
            for word in line.split(" "):
                if dice.random() >= share:
                    kept.append(word)
                elif dice.random() < 0.5:
                    kept.append(dice.choice(vocabulary))
            lines.append(" ".join(kept))
        return "\n".join(lines)

    return make


def composite(text: str, other: str, _: random.Random, __: Sequence[str]) -> str:
    """The first half of the one and the second of the other."""
    one, two = text.split("\n"), other.split("\n")
    return "\n".join([*one[: -(-len(one) // 2)], *two[len(two) // 2 :]])


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A report and a version: whether the version was made from it."""

    kind: str
    report: Report
    version: Report
    carried: bool


MAKERS = {
    "furniture": furnished,
    "first 30 %": cut,
    "new lede": new_lede,
    "20 % noise": noisy(0.2),
    "35 % noise": noisy(0.35),
    "half and half": composite,
}


def long_enough(text: str) -> bool:
    """Whether a text is long enough to be cut and halved."""
    return len(text.split()) >= LEAST_WORDS and text.count("\n") >= 3


@cache
def own_words(one: str, other: str) -> bool:
    """Whether two texts have no long run of words in common: neither is a copy as it stands."""
    left, right = (re.findall(r"\w+", text.lower()) for text in (one, other))
    run = SequenceMatcher(None, left, right, autojunk=False).find_longest_match().size
    return run < COPIED_RUN


def pairs(
    texts: Mapping[str, str], events: Mapping[str, Sequence[str]], each: int = EACH
) -> Iterator[Pair]:
    """The versions, each with its sources and with other reports of the event.

    `each` are made of a kind, or as many as there are usable texts where these are fewer.
    """
    dice = random.Random(7)
    vocabulary = sorted({word for text in texts.values() for word in text.split()})
    home = {name: event for event, names in events.items() for name in names}
    strangers = {
        name: [n for n in events[event] if own_words(texts[n], texts[name])]
        for name, event in sorted(home.items())
    }
    usable = [name for name, others in strangers.items() if len(others) > NEGATIVES]
    for kind, maker in MAKERS.items():
        for source in dice.sample(usable, min(each, len(usable))):
            first, *others = dice.sample(strangers[source], 1 + NEGATIVES)
            version = plain_report("version", maker(texts[source], texts[first], dice, vocabulary))
            sources = [source, first] if kind == "half and half" else [source]
            for name in (*sources, *others):
                report = plain_report(name, texts[name])
                yield Pair(kind=kind, report=report, version=version, carried=name in sources)


def judge(made: Iterable[Pair], *, misses: bool = False) -> dict[str, Counter[str]]:
    """By kind, how many pairs carry words ("True", "False") and are told to ("True True")."""
    tally: dict[str, Counter[str]] = {kind: Counter() for kind in MAKERS}
    for pair in made:
        told = carrying(pair.report, pair.version)
        found = told.kind != "own"
        tally[pair.kind][f"{pair.carried} {found}"] += 1
        if misses and found != pair.carried:
            print(pair.kind, pair.carried, told)
    return tally


def f1(count: Mapping[str, int]) -> float:
    """F1 of telling what carries another's words."""
    hit, missed, wrong = (count[k] for k in ("True True", "True False", "False True"))
    return 2 * hit / (2 * hit + missed + wrong)


def main() -> None:
    """Judge the pairs, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.data.read_text(encoding="utf-8").splitlines()]
    texts = {row["id"]: row["text"] for row in rows if long_enough(row["text"])}
    events = defaultdict(list)
    for row in rows:
        if row["id"] in texts:
            events[row["event"]].append(row["id"])
    tally = judge(pairs(texts, events), misses=options.misses)
    whole = sum(tally.values(), Counter[str]())
    for kind, count in (*tally.items(), ("all", whole)):
        hit, missed, wrong = (count[k] for k in ("True True", "True False", "False True"))
        print(f"{kind}: F1 {f1(count):.3f}; {hit} of {hit + missed} found, {wrong} taken wrongly")


if __name__ == "__main__":
    main()
