"""Reports that tell an earlier happening as background: related to it, never merged with it.

A sentence looks back on a coverage where it has a time before the report's own that fits the
days of the coverage's reports, names parties that these lead with, and tells a deed of a kind
that they lead with.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from communique.group.decide import KnownCoverage
from communique.group.features import Features, features
from communique.group.looks import Look, deeds_of
from communique.types.excerpts import excerpt
from communique.types.text import Report
from communique.vocab.states import name_index

Kind = Literal["looks_back_on", "follows"]

EARLY, LATE = timedelta(days=1), timedelta(days=2)
"""How far before and after its happening a report may be dated."""
SOON = 92
"""Days within which one happening follows another."""
LEAST = 0.5
CLEAR = 0.1
"""How much surer it must be of one coverage than of any other of the same days."""
_PARTIES, _NAME, _DEED = 0.25, 0.15, 0.15
_MOST_NAMES = 3
_FINE = ((3, 0.4), (10, 0.3), (35, 0.2), (400, 0.1))
"""What a span of at most so many days is worth."""
_BOTH = re.compile(
    r"\b(?:the two|both|the pair|they|them|their|each other|one another|bilateral|mutual)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\b(?:after|following|follow(?:s|ed)? (?:up )?(?:on )?|in the wake of|in response to|in return"
    r"|retaliat\w+|resum\w+|(?:second|third|fourth|fifth|next|new|latest|final) round|continu\w+"
    r"|builds? on|building on|implement\w*|(?:days?|weeks?) (?:later|after)|agreed (?:at|in|during)"
    r"|carry(?:ing)? out|puts? into (?:effect|practice|force)|reached (?:at|in|during))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """That sentences of a report tell the happening of an earlier coverage as background."""

    report_id: str
    coverage_id: str
    kind: Kind
    sentences: tuple[int, ...]
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Earlier:
    """What is known of a coverage: its first and last day, parties, leading names and deeds."""

    id: str
    first: date
    last: date
    parties: frozenset[str]
    leading: frozenset[str]
    deeds: frozenset[str]


def lookbacks(
    reports: Mapping[str, Report],
    told: Mapping[str, Sequence[Look]],
    homes: Mapping[str, str],
    coverages: Iterable[KnownCoverage],
) -> tuple[LookBack, ...]:
    """Which of `coverages` the `reports` look back on, by report and coverage.

    `reports` by id, what they `told` of earlier times, and `homes`, their own coverages. A report
    looks back on a coverage once, with all the sentences that do.
    """
    earlier = _Calendar(each for c in coverages if (each := _earlier(c)))
    found: dict[tuple[str, str], list[tuple[float, int, Kind, str]]] = {}
    for report_id, report in sorted(reports.items()):
        today = min(features(report).days, default=None)
        for look in told.get(report_id, ()) if today else ():
            best = _best(report, look, earlier, homes.get(report_id))
            if best and today:
                score, other, shared = best
                kind = _kind(report.sentences[look.sentence].text, look, today, other)
                key = (report_id, other.id)
                found.setdefault(key, []).append((score, look.sentence, kind, shared))
    return tuple(
        LookBack(
            report_id=report_id,
            coverage_id=coverage_id,
            kind=max(several)[2],
            sentences=tuple(sorted(number for _, number, _, _ in several)),
            score=round(max(several)[0], 3),
            reason=max(several)[3],
        )
        for (report_id, coverage_id), several in sorted(found.items())
    )


def _earlier(coverage: KnownCoverage) -> _Earlier | None:
    """What to know a coverage again by; None where none of its reports is dated."""
    read = [features(report) for report in coverage.reports]
    days = sorted(day for each in read for day in each.days)
    if not days:
        return None
    return _Earlier(
        id=coverage.id,
        first=days[0],
        last=days[-1],
        parties=_most(each.parties for each in read),
        leading=_most(each.leading for each in read),
        deeds=_most(map(_lede_deeds, coverage.reports)),
    )


def _most(sets: Iterable[Collection[str]]) -> frozenset[str]:
    """What at least half of them have."""
    listed_sets = [frozenset(each) for each in sets]
    counts = Counter(one for each in listed_sets for one in each)
    return frozenset(one for one, count in counts.items() if 2 * count >= len(listed_sets))


def _lede_deeds(report: Report) -> frozenset[str]:
    headline = report.headline.text if report.headline else ""
    opening = " ".join(sentence.text for sentence in report.sentences[:2])
    return deeds_of(f"{headline} {opening}")


class _Calendar:
    """Coverages by their first day, those of each party and leading name by themselves."""

    def __init__(self, coverages: Iterable[_Earlier]) -> None:
        self._named: dict[str, list[tuple[date, str, _Earlier]]] = {}
        for each in sorted(coverages, key=lambda one: (one.first, one.id)):
            for name in each.parties | each.leading:
                self._named.setdefault(name, []).append((each.first, each.id, each))

    def near(self, names: Collection[str], look: Look) -> list[_Earlier]:
        """Those that share one of `names` and began at one of the times, by id."""
        found: dict[str, _Earlier] = {}
        for listed in (self._named.get(name, []) for name in names):
            for first, last in look.spans:
                begin = bisect_left(listed, (first - EARLY, ""), key=lambda each: each[:2])
                end = bisect_left(listed, (last + LATE + EARLY, ""), key=lambda each: each[:2])
                found.update({each.id: each for _, _, each in listed[begin:end]})
        return [each for _, each in sorted(found.items())]


def _best(
    report: Report, look: Look, earlier: _Calendar, home: str | None
) -> tuple[float, _Earlier, str] | None:
    """The coverage other than `home` that a sentence surely looks back on, how surely, by what."""
    sentence = features(excerpt(report, (look.sentence,)))
    text = report.sentences[look.sentence].text
    deeds = deeds_of(text)
    meant = features(report).parties if len(sentence.states) < 2 and _BOTH.search(text) else ()
    scored = []
    for other in earlier.near({*sentence.states, *sentence.names, *meant}, look):
        fits = [b - a for a, b in look.spans if a - EARLY <= other.first <= b + LATE]
        if (
            other.id != home
            and fits
            and (judged := _judged(sentence, frozenset(meant), deeds, other))
        ):
            fine = next((worth for most, worth in _FINE if min(fits).days <= most), 0.0)
            scored.append((fine + judged[0], other, judged[1]))
    scored.sort(key=lambda each: (-each[0], each[1].id))
    if not scored or scored[0][0] < LEAST:
        return None
    clear = len(scored) == 1 or scored[0][0] - scored[1][0] >= CLEAR
    return (min(scored[0][0], 1.0), *scored[0][1:]) if clear else None


def _judged(
    sentence: Features, meant: frozenset[str], deeds: frozenset[str], other: _Earlier
) -> tuple[float, str] | None:
    """What shared parties, names and deeds are worth; None where they do not suffice.

    `meant` are the parties that "the two" stands for; they count where two are shared.
    """
    parties = sentence.states & other.parties
    if len(meant & other.parties) > 1 and sentence.states <= other.parties:
        parties |= meant & other.parties
    names = {one for one in sentence.names if one in other.leading and one not in name_index()}
    same = deeds & other.deeds
    strange = len(sentence.states) > 1 and len(parties) < 2
    if not same or strange or len(parties) + len(names) < 2:
        return None
    worth = _PARTIES * min(len(parties), 2) / 2 + _NAME * min(len(names), _MOST_NAMES) / 2
    shown = ", ".join([*sorted(parties), *sorted(names)[:_MOST_NAMES]])
    told = f"it tells of {shown} at a time that fits {other.first}, by words of the same deed"
    return worth + _DEED * min(len(same), 2), f"{told} ({', '.join(sorted(same))})"


def _kind(text: str, look: Look, today: date, other: _Earlier) -> Kind:
    soon = (today - other.last).days <= SOON
    return "follows" if soon and not look.anniversary and _NEXT.search(text) else "looks_back_on"
