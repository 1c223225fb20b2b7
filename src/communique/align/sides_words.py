"""The words by which sentences of several accounts tell what they are about."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from math import log

from communique.align.bodies import named_states
from communique.align.times import MONTHS
from communique.align.words import EMPTY, places, plain
from communique.types.coverage import SentenceRef
from communique.types.record import Findings
from communique.types.text import Report, Span

_STEM = 6
_PLURAL = re.compile(r"(?<=[a-z]{3})(?:(ie)s|(?<![su])s)$")
_DULL = frozenset(
    """president presidents prime minister ministers foreign secretary general ambassador ministry
    king crown prince excellency spokesperson spokesman leader leaders head state states heads
    delegation delegations counterpart counterparts side sides party parties country countries
    nation nations government republic people peoples bilateral mutual relations relation
    relationship ties cooperation cooperate meeting met meet meets held hold talks talk visit
    visits visited discussed discuss exchanged exchange views view stressed stress underlined
    underscored emphasised emphasized affirmed reaffirmed noted note expressed express conveyed
    welcomed welcome highlighted pointed reiterated stated told called call agreed agree decided
    decide announced also today yesterday tomorrow monday tuesday wednesday thursday friday
    saturday sunday two three first new important importance strengthen strengthening develop
    development further ready readiness willing willingness work working joint jointly occasion
    framework field fields area areas issue issues matter matters situation part place year
    years day days week month morning afternoon evening between number time support supported
    interest interests point position impetus satisfaction sake price core term terms end start
    short long many several great wide deep good high level full hope hopes wish role fact
    progress success means way lasting medium current close closed special particular following
    achievements opinion opinions respect attention attach attaches united european union""".split()
) | frozenset(month.lower() for month in MONTHS)
"""Words of nearly every readout, by which no topic is told from another."""


def key(word: str) -> str:
    """What words of one stem have in common: six letters, without the plural's ending.

    >>> key("Radars") == key("radar") and key("duties") == key("duty's")
    True
    """
    return _PLURAL.sub(lambda m: "y" if m[1] else "", plain(word))[:_STEM]


_DULL_KEYS = frozenset(map(key, _DULL | EMPTY))


class Subjects:
    """What the sentences of `reports` are about, as keys of their telling words, each weighed.

    Names of the `sides` and of persons, offices, months and the common words of readouts do not
    count. A key weighs the more the fewer of the sentences have it.
    """

    def __init__(
        self, reports: Sequence[Report], findings: Mapping[str, Findings], sides: Collection[str]
    ) -> None:
        self.of: dict[SentenceRef, frozenset[str]] = {}
        for report in reports:
            persons = list(_persons(findings.get(report.id)))
            for number, sentence in enumerate(report.sentences):
                found = frozenset(
                    key(word)
                    for word, span in places(sentence.text)
                    if telling(word)
                    and not _within(span, named(sentence.text, sides))
                    and not _within(_moved(span, sentence.span.start), persons)
                )
                self.of[SentenceRef(report_id=report.id, sentence=number)] = found
        count = Counter(each for keys in self.of.values() for each in keys)
        size = len(self.of) + 1
        self.weight = {each: log(size / n) / log(size) for each, n in count.items()}

    def shared(self, one: SentenceRef, other: SentenceRef) -> float:
        """The weight of what both are about; 1 is about a word that no third sentence has."""
        return sum(self.weight[each] for each in sorted(self.of[one] & self.of[other]))

    def likeness(self, one: SentenceRef, other: SentenceRef) -> float:
        """The share of what both are about in what the one that tells less is about, 0 to 1."""
        least = min(self.total(one), self.total(other))
        return self.shared(one, other) / least if least else 0.0

    def total(self, one: SentenceRef) -> float:
        """The weight of all that a sentence is about."""
        return sum(self.weight[each] for each in sorted(self.of[one]))


def telling(word: str) -> bool:
    """Whether a word may tell one topic from another."""
    return (len(word) > 2 or word.isdigit()) and key(word) not in _DULL_KEYS


def named(text: str, sides: Collection[str]) -> list[Span]:
    """Where `text` names one of the `sides`, by its capital too."""
    found = named_states(text, seats=True)
    return [Span(start=each.start, end=each.end) for each in found if each.iso3 in sides]


def _persons(findings: Findings | None) -> Iterator[Span]:
    if findings is None:
        return
    kinds = {actor.id: actor.kind for actor in findings.actors}
    for mention in findings.mentions:
        if any(kinds.get(one) in ("person", "office") for one in mention.actor_ids):
            yield mention.passage.span


def _moved(span: Span, by: int) -> Span:
    return Span(start=span.start + by, end=span.end + by)


def _within(span: Span, others: Collection[Span]) -> bool:
    return any(span.overlaps(other) for other in others)
