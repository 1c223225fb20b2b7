"""Names for topics, in words of the accounts that tell them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from math import prod

from communique.align.phrases import Parsed, Phrase
from communique.align.sides_words import Subjects, key, named, telling
from communique.align.topics import topic
from communique.align.words import places
from communique.types.coverage import SentenceRef
from communique.types.record import Findings, SpeechAct
from communique.types.text import Evidence, Report

_LEAD = re.compile(
    r"^(?:(?:the|an?|its|his|her|their|this|these|that|both|all|other|further|some|any)\s+)+",
    re.IGNORECASE,
)
_OPENING = 2
"""Sentences of a report that may tell of the encounter it is about."""
_MODES = {"phone": "telephone call", "visit": "visit"}
_ACTS: Mapping[SpeechAct, str] = {
    "thank": "thanks",
    "congratulate": "congratulations",
    "praise": "praise",
}
"""What is called by what is done in saying it, where no noun tells more."""
_LONG = 6
"""Words from which a name is too long to be read at a glance."""
_LESS = (0.6, 0.7, 0.3, 0.3, 0.8)
"""What a phrase counts for that is a subject (mostly who speaks or acts), that reads as a person,
that holds a figure, whose noun tells nothing, and that is one plain word."""
_REST = 0.5
"""What further words of a phrase count for beside the weightiest."""
_POOR = 0.3
"""A score up to which a phrase hardly names a topic."""

Cells = Sequence[Sequence[SentenceRef]]
"""The sentences of a topic by account."""


class Names:
    """Names for the topics of some reports, whose sentences are `parsed`."""

    def __init__(
        self,
        reports: Sequence[Report],
        findings: Sequence[Findings],
        subjects: Subjects,
        parsed: Mapping[SentenceRef, Parsed],
        sides: Sequence[str],
    ) -> None:
        self._subjects, self._parsed, self._sides = subjects, parsed, sides
        self._met: dict[SentenceRef, str] = {}
        self._acts: dict[SentenceRef, str] = {}
        texts = {report.id: report for report in reports}
        for found in findings:
            report = texts[found.report_id]
            for event in found.events:
                if event.type == "CONSULT" and event.modality == "actual":
                    name = _MODES.get(event.mode or "", "meeting")
                    opening = (e for e in _holding(report, event.evidence) if e.sentence < _OPENING)
                    self._met.update((each, name) for each in opening if each not in self._met)
            for said in found.statements:
                if said.act in _ACTS:
                    held = _holding(report, said.evidence)
                    self._acts.update((each, _ACTS[said.act]) for each in held)

    def of(self, cells: Cells, every: Cells) -> str:
        """What the topic of `cells` is called.

        An encounter where every account opens with it. Else the noun phrase of theirs whose words
        weigh most, the more the more accounts of `every` have them; titles of documents and names
        are phrases as others are.
        """
        met = [next((self._met[each] for each in cell if each in self._met), "") for cell in cells]
        if all(met):
            return met[0]
        keys = [
            frozenset().union(*(self._subjects.of[each] for each in cell)) for cell in every if cell
        ]
        phrases = list(self._phrases(cells))
        scores = [self._score(phrase, keys) for phrase, _ in phrases]
        if scores and max(scores) > _POOR:
            return phrases[scores.index(max(scores))][1]
        acts = (self._acts[each] for cell in cells for each in cell if each in self._acts)
        first = next(each for cell in cells for each in cell)
        objects = [words for phrase, words in phrases if not _subject(phrase) and not phrase.person]
        longest = max((words for words in objects if _short(words)), key=len, default="")
        return next(acts, "") or longest or topic(self._parsed[first].sentence.text)

    def _phrases(self, cells: Cells) -> Iterator[tuple[Phrase, str]]:
        for each in (each for cell in cells for each in cell):
            for phrase in self._parsed[each].nouns():
                words = _LEAD.sub("", " ".join(phrase.passage.text.split())).strip("\"“”'‘’ ")
                if (
                    words
                    and not self._is_side(words)
                    and not _within_word(self._parsed[each], phrase)
                ):
                    yield phrase, words

    def _is_side(self, words: str) -> bool:
        """Whether a phrase is no more than a side's name."""
        return any(span.end - span.start >= len(words) - 1 for span in named(words, self._sides))

    def _score(self, phrase: Phrase, keys: Sequence[frozenset[str]]) -> float:
        found = {key(word) for word, _ in places(phrase.passage.text) if telling(word)}
        weight = self._subjects.weight
        first, *rest = sorted(
            (weight.get(each, 0.0) * sum(each in cell for cell in keys) for each in found),
            reverse=True,
        ) or [0.0]
        length = len(phrase.passage.text.split())
        signs = (
            _subject(phrase),
            phrase.person,
            phrase.figures,
            not telling(phrase.noun.split()[-1]),
            length == 1 and not phrase.names,
        )
        lessened = prod(less for less, there in zip(_LESS, signs, strict=True) if there)
        return (first + _REST * sum(rest)) * lessened / max(1.0, length / _LONG) ** 2


def _subject(phrase: Phrase) -> bool:
    return phrase.place[0].startswith("nsubj")


def _within_word(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether a phrase begins within a word ("election" of "re-election")."""
    at = phrase.passage.span.start - parsed.sentence.span.start
    return parsed.sentence.text[:at].endswith("-")


def _short(words: str) -> bool:
    return len(words.split()) <= _LONG


def _holding(report: Report, evidence: Sequence[Evidence]) -> Iterator[SentenceRef]:
    """The sentences of a report that hold some of the evidence."""
    for n, sentence in enumerate(report.sentences):
        if any(e.report_id == report.id and sentence.span.overlaps(e.span) for e in evidence):
            yield SentenceRef(report_id=report.id, sentence=n)
