"""The parts of a report that tells several happenings, as far as its text alone shows them.

A part begins with a paragraph that leads with parties the report has not named before, and that
is set off: by a heading, a number, a dateline of its own, words such as "separately" or "also
met", or by naming another state and hardly a party of all that
stands before it.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from communique.group.background import FUNCTION_WORDS, share
from communique.group.features import KEPT
from communique.types.text import Report
from communique.vocab.dates import MONTHS, WEEKDAYS
from communique.vocab.states import name_index

Sign = Literal["opens", "heading", "number", "dateline", "words", "new names"]

CARRIED = 0.25
"""Most of the names of a paragraph that may be known already, where nothing else sets it off."""
LEAST_NEW = 2
"""Names that such a paragraph has new in its first sentence."""
_HEADING_WORDS = 12
_RARE = 0.1
_NAME = re.compile(r"\b[A-Z][\w’'-]*[a-z]\w*|\b[A-Z]{2,}\b")
_LOWER = re.compile(r"\b[a-z][\w’'-]+")
_OPENING = re.compile(r"\W*[\w’'-]+(?!\s+[A-Z])")
_ENDED = re.compile(r"[.!?:;,…][\"'”’)]*$")
_NUMBER = re.compile(r"\s*(?:\(?\d{1,2}[.)]\s|[•▪■●*]\s?|[-–—]\s)")
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’/-]{2,40}(?:,[^—–-]{1,30})?(?:\([^)]{2,30}\)\s*)?\s?(?:--|[—–])\s"
)
_WORDS = re.compile(
    r"^\W*(?:separately|elsewhere|meanwhile|before that|after that|turning to|as for)\b"
    r"|^\W*in (?:an)?other (?:news|developments?|meetings?|talks|business|encounters?)\b"
    r"|^\W*(?:in|at|during|on) (?:a |an )?(?:separate|different|related)\b"
    r"|^\W*also (?:on|in|at|today|yesterday|this)\b"
    r"|^\W*(?:on )?the same (?:day|afternoon|evening|morning)\b"
    r"|^\W*(?:earlier|later) (?:in the day|that day|on|the same day)\b"
    r"|\b(?:also|then|later|earlier|separately|next) (?:met|meets|received|receives|hosted|hosts"
    r"|welcomed|saw|held|holds|spoke|speaks|talked|sat down|signed|visited|telephoned|called"
    r"|conferred|travell?ed)\b"
    r"|\b(?:met|talks|meeting|spoke|signed|call) (?:\w+ ){0,3}separately\b"
    r"|\b(?:in|at|during) (?:another|a separate|a second|a third|a further|his next|her next)\b"
    r"|\b(?:another|a separate|a second|a third|a fourth) (?:meeting|round of talks|call|agreement"
    r"|document|bilateral|session)\b",
    re.IGNORECASE,
)
_CALENDAR = frozenset(MONTHS) | frozenset(WEEKDAYS)


@dataclass(slots=True)
class Segment:
    """Sentences (by place, from 0) that tell one thing, what sets them off, and their names."""

    sign: Sign
    numbers: list[int] = field(default_factory=list)
    names: set[str] = field(default_factory=set)


@lru_cache(maxsize=KEPT)
def segments(report: Report) -> tuple[Segment, ...]:
    """The parts of `report` in order, the opening first; one where it tells one thing."""
    found, reader = [Segment(sign="opens")], _Names(report)
    heading = _headed(report)
    waiting: list[int] = []
    begun = False  # lines of title and date may stand before the first paragraph
    for index, numbers in enumerate(_paragraphs(report)):
        if not numbers:
            continue
        first = report.sentences[numbers[0]].text
        if len(numbers) == 1 and _is_heading(first) and begun:
            waiting += numbers
            continue
        names = reader.of(*(report.sentences[n].text for n in numbers))
        headed = bool(waiting) or index in heading
        lead = reader.of(first)
        sign = _sign(first, lead, names, found, headed=headed) if begun else None
        if sign:
            found.append(Segment(sign=sign))
        home = found[-1] if sign else _home(names, found)
        home.numbers += [*waiting, *numbers]
        home.names |= names
        waiting, begun = [], begun or not _is_heading(first)
    found[-1].numbers += waiting
    return tuple(each for each in found if each.numbers)


def _paragraphs(report: Report) -> list[list[int]]:
    """The places of each paragraph's sentences."""
    return [
        [n for n, each in enumerate(report.sentences) if paragraph.span.holds(each.span)]
        for paragraph in report.paragraphs
    ]


def _headed(report: Report) -> set[int]:
    """The paragraphs that a subheading stands right before."""
    ends = [0, *(paragraph.span.end for paragraph in report.paragraphs)]
    return {
        index
        for index, paragraph in enumerate(report.paragraphs)
        for part in report.furniture
        if part.label == "subheading"
        and ends[index] <= part.passage.span.start < paragraph.span.start
    }


def _is_heading(text: str) -> bool:
    return len(text.split()) <= _HEADING_WORDS and not _ENDED.search(text.strip())


def _sign(
    first: str, lead: Set[str], names: Set[str], before: Sequence[Segment], *, headed: bool
) -> Sign | None:
    """What makes a paragraph begin a part, None where nothing does.

    `first` is its first sentence, `lead` the names in it, `names` those of the whole paragraph.
    """
    known = set[str]().union(*(each.names for each in before))
    if not lead - known:
        return None
    if headed:
        return "heading"
    if _NUMBER.match(first):
        return "number"
    if _DATELINE.match(first):
        return "dateline"
    if _WORDS.search(first):
        return "words"
    new = lead - known
    fresh = len(new) >= LEAST_NEW and len(names - known) >= (1 - CARRIED) * len(names)
    return "new names" if fresh and any(map(str.isupper, new)) else None


def _home(names: Set[str], found: Sequence[Segment]) -> Segment:
    """The part that a paragraph goes on with: the last, unless all it names is an earlier one's."""
    last = found[-1]
    if not names or names & last.names:
        return last
    best = max(found, key=lambda each: len(names & each.names))
    return best if names & best.names else last


class _Names:
    """Finds the names in passages of one report."""

    def __init__(self, report: Report) -> None:
        texts = [sentence.text for sentence in report.sentences]
        self._lower = frozenset(word for text in texts for word in _LOWER.findall(text))
        self._inside = frozenset(word for text in texts for word in _NAME.findall(text)[1:])

    def of(self, *texts: str) -> set[str]:
        """States by code, and rare capitalised words; not the days and months.

        A word that opens a sentence is a name if it has a capital elsewhere too, or before another.
        """
        return {name for text in texts for name in self._found(text)}

    def _found(self, text: str) -> Iterator[str]:
        opening = _OPENING.match(text)
        for match in _NAME.finditer(text):
            word = match[0].removesuffix("'s").removesuffix("’s")
            low = word.lower()
            if state := name_index().get(word):
                yield state[0]
                continue
            opens = opening is not None and match.end() == opening.end()
            opens = opens and word not in self._inside
            common = low in FUNCTION_WORDS or low in _CALENDAR or share(low) >= _RARE
            if not (opens or common or low in self._lower):
                yield low
