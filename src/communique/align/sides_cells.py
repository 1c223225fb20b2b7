"""The verdicts of a topic's columns, with the words they rest on."""

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from communique.align.phrases import Parsed
from communique.align.sides_topics import Pair
from communique.align.sides_verdicts import contradictions, denials, own_words
from communique.align.sides_words import Subjects
from communique.types.coverage import Link, SentenceRef
from communique.types.sides import Column, Told
from communique.types.text import Evidence, Passage, Report

Cell = tuple[SentenceRef, ...]
"""What one column has of a topic."""


class Parses(dict[SentenceRef, Parsed]):
    """The sentences of some reports with their syntax, each read when it is first asked for."""

    def __init__(self, reports: Sequence[Report]) -> None:
        super().__init__()
        self._reports = {report.id: report for report in reports}

    def __missing__(self, place: SentenceRef) -> Parsed:
        sentence = self._reports[place.report_id].sentences[place.sentence]
        return self.setdefault(place, Parsed(place.sentence, sentence))


def _holds(sentence: Passage, words: Passage) -> bool:
    """Whether words of one of several reports are of this sentence."""
    at = words.span.start - sentence.span.start
    return sentence.span.holds(words.span) and sentence.text.startswith(words.text, at)


class Cells:
    """Verdicts on the columns of topics; `pairs` are sentences of sides that are of one topic."""

    def __init__(
        self,
        reports: Sequence[Report],
        columns: Sequence[Column],
        links: Sequence[Link],
        pairs: Collection[Pair],
        subjects: Subjects,
    ) -> None:
        self._about = subjects.of
        self.parsed = Parses(reports)
        self._reports = {report.id: report for report in reports}
        self._sides = [column.side is not None for column in columns]
        self._close = {frozenset((x.a, x.b)) for x in links if x.kind != "reworded"}
        self._like = {frozenset(pair) for pair in pairs} | {frozenset((x.a, x.b)) for x in links}

    def told(self, row: Sequence[Cell]) -> tuple[Told, ...]:
        """What each column has of a topic, held against the sides that tell it too."""
        against: list[list[Evidence]] = [[] for _ in row]
        for a, b in combinations(range(len(row)), 2):
            if not (self._sides[a] or self._sides[b]):
                continue
            for here, there in self._contradictions(row[a], row[b]):
                if self._sides[b]:
                    against[a].append(here)
                if self._sides[a]:
                    against[b].append(there)
        return tuple(
            self._told(
                cell,
                [each for m, each in enumerate(row) if m != n and each and self._sides[m]],
                tuple(dict.fromkeys(against[n])),
            )
            for n, cell in enumerate(row)
        )

    def _told(self, cell: Cell, rivals: Sequence[Cell], against: tuple[Evidence, ...]) -> Told:
        if not cell:
            return Told(verdict="not mentioned")
        sentences = tuple(self._cite(each, self.parsed[each].sentence) for each in cell)
        if against:
            return Told(verdict="contradicted", sentences=sentences, marks=against)
        if not rivals or any(self._near(cell, rival) for rival in rivals):
            return Told(verdict="said", sentences=sentences)
        own = tuple(self._own(cell, [each for rival in rivals for each in rival]))
        return Told(verdict="worded differently", sentences=sentences, marks=own)

    def _near(self, cell: Cell, rival: Cell) -> bool:
        """Whether a sentence stands in both in nearly the same words, of the same names.

        So it does where the two sides have the same words in another order.
        """
        if not any(self._own(cell, rival)) and not any(self._own(rival, cell)):
            return True
        return any(
            frozenset((a, b)) in self._close and not (self._names(a, b) and self._names(b, a))
            for a in cell
            for b in rival
        )

    def _names(self, one: SentenceRef, other: SentenceRef) -> bool:
        """Whether the one sentence names what the other does not."""
        return any(words.quote[0].isupper() for words in self._own((one,), (other,)))

    def _own(self, cell: Cell, others: Sequence[SentenceRef]) -> Iterator[Evidence]:
        said = [self.parsed[each].sentence for each in others]
        for each in cell:
            for words in own_words(self.parsed[each].sentence, said):
                if not self.parsed[each].opens(words):
                    yield self._cite(each, words)

    def _contradictions(self, ours: Cell, theirs: Cell) -> Iterator[tuple[Evidence, Evidence]]:
        for one in ours:
            like = [each for each in theirs if frozenset((one, each)) in self._like]
            if not like:
                continue
            beside = [self.parsed[each] for each in ours if each is not one]
            others = [self.parsed[each] for each in like]
            for here, there in contradictions(self.parsed[one], others, beside):
                teller = next(e for e in like if _holds(self.parsed[e].sentence, there))
                yield self._cite(one, here), self._cite(teller, there)
            for each in like:
                for here, there in denials(
                    self.parsed[one].sentence,
                    self.parsed[each].sentence,
                    self._about[one] | self._about[each],
                ):
                    yield self._cite(one, here), self._cite(each, there)

    def _cite(self, place: SentenceRef, words: Passage) -> Evidence:
        return self._reports[place.report_id].evidence(words.span)
