"""Reports that tell several happenings: which of their sentences belong to which coverage.

A report is parted by its own text (see segments); a part belongs to a coverage other than the
report's where that part alone is alike enough to the coverage's reports, by the likeness that
groups whole reports. What is told as past is no part: it looks back (see lookbacks).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from communique.group.decide import KnownCoverage
from communique.group.features import KEPT, Features, features
from communique.group.likeness import likeness
from communique.group.looks import looks_back
from communique.group.segments import Segment, Sign, segments
from communique.types.excerpts import excerpt
from communique.types.text import Report

PART = 0.2
"""Least likeness of a part to a coverage's reports; above that for whole reports, as few words
are alike by chance sooner."""
OWN = 1.25
"""How many times liker it must be to them than to the other reports of its own coverage."""
LEAST_WORDS = 18
LEAST_OPENING = 40
"""Words of a part; words of an opening that can stand for its report."""
_NAMES_SHOWN = 4
_SIGNS = {
    "opens": "opens the report",
    "heading": "has a heading of its own",
    "number": "is numbered",
    "dateline": "has a dateline of its own",
    "words": "is set off by its words",
    "new names": "leads with other parties",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """That some sentences of a report (places from 0) tell the happening of another coverage."""

    report_id: str
    coverage_id: str
    sentences: tuple[int, ...]
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A segment of a report that has several, with its report's coverage."""

    report_id: str
    home: str
    sign: Sign
    numbers: tuple[int, ...]
    read: Features


@dataclass(frozen=True, slots=True, kw_only=True)
class _Member:
    """A report of a coverage; `several` where it may be a round-up, of which its opening counts."""

    report_id: str
    coverage_id: str
    several: bool
    read: Features


def parts(coverages: Iterable[KnownCoverage]) -> tuple[Part, ...]:
    """The parts of reports of `coverages` that belong to others of them, by report and place.

    Does not depend on the order of `coverages`.
    """
    pieces, members = _read(coverages)
    if not pieces:
        return ()
    read = [*(each.read for each in members), *(each.read for each in pieces)]
    near: dict[int, dict[int, float]] = {}
    for (i, j), value in likeness(read, across=len(members)).items():
        near.setdefault(j - len(members), {})[i] = max(value, 0.0)
    held = Counter(member.coverage_id for member in members)
    found = [
        part
        for number, piece in enumerate(pieces)
        if (part := _part(piece, near.get(number, {}), members, held))
    ]
    return tuple(sorted(_united(found), key=lambda each: (each.report_id, each.sentences)))


def _read(coverages: Iterable[KnownCoverage]) -> tuple[list[_Piece], list[_Member]]:
    """Every report's segments where it has several, and what stands for it in its coverage."""
    pieces: list[_Piece] = []
    members: list[_Member] = []
    for coverage in sorted(coverages, key=lambda each: each.id):
        for report in coverage.reports:
            several, stands, told = _parted(report)
            members.append(
                _Member(report_id=report.id, coverage_id=coverage.id, several=several, read=stands)
            )
            for segment, read in told:
                pieces.append(
                    _Piece(
                        report_id=report.id,
                        home=coverage.id,
                        sign=segment.sign,
                        numbers=tuple(sorted(segment.numbers)),
                        read=read,
                    )
                )
    return pieces, members


@lru_cache(maxsize=KEPT)
def _parted(report: Report) -> tuple[bool, Features, tuple[tuple[Segment, Features], ...]]:
    """Whether a report has several segments, what stands for it, and those that may be parts."""
    told = segments(report)
    if len(told) == 1:
        return False, features(report), ()
    alone = [(each, excerpt(report, tuple(sorted(each.numbers)))) for each in told]
    opening = alone[0][1]
    stands = opening if len(opening.body.split()) >= LEAST_OPENING else report
    parted = tuple(
        (segment, features(piece))
        for segment, piece in alone
        if len(piece.body.split()) >= LEAST_WORDS and not _past(piece)
    )
    return True, features(stands), parted


def _past(alone: Report) -> bool:
    """Whether a segment opens with what was long before; a heading may stand in front."""
    return any(map(looks_back, alone.sentences[:2]))


def _part(
    piece: _Piece, near: Mapping[int, float], members: Sequence[_Member], held: Mapping[str, int]
) -> Part | None:
    """The coverage that a piece belongs to beside its report's own, if there is one."""
    values: dict[str, list[float]] = {}
    whole = set[str]()
    for number, value in sorted(near.items()):
        member = members[number]
        if member.report_id != piece.report_id:
            values.setdefault(member.coverage_id, []).append(value)
            if not member.several:
                whole.add(member.coverage_id)
    own = values.pop(piece.home, [])
    least = max(PART, OWN * _score(own, max(1, held[piece.home] - 1)))
    scores = {home: _score(each, held[home]) for home, each in values.items()}
    if piece.sign == "opens":  # or two round-ups would each give its opening to the other
        scores = {home: score for home, score in scores.items() if home in whole}
    best = max(sorted(scores), key=lambda home: scores[home], default=None)
    if best is None or scores[best] < least:
        return None
    named = set[str]().union(
        *(members[n].read.names for n in near if members[n].coverage_id == best)
    )
    counts = Counter(name for name in piece.read.names if name in named)
    shown = ", ".join(name for name, _ in counts.most_common(_NAMES_SHOWN))
    words = f"it {_SIGNS[piece.sign]}, likeness {scores[best]:.2f}, both name {shown}"
    return Part(
        report_id=piece.report_id,
        coverage_id=best,
        sentences=piece.numbers,
        score=round(scores[best], 3),
        reason=words,
    )


def _score(values: Sequence[float], size: int) -> float:
    """Mean of the likeness to the likest report and to all, of which some may have none."""
    return (max(values, default=0.0) + sum(values) / size) / 2


def _united(found: Iterable[Part]) -> Iterator[Part]:
    """Parts of one report that belong to one coverage as one."""
    groups: dict[tuple[str, str], list[Part]] = {}
    for part in found:
        groups.setdefault((part.report_id, part.coverage_id), []).append(part)
    for several in groups.values():
        best = max(several, key=lambda each: each.score)
        numbers = {number for each in several for number in each.sentences}
        yield replace(best, sentences=tuple(sorted(numbers)))
