"""Which coverage each new report joins or founds."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from communique.group.bridges import Bridge, bridged
from communique.group.cluster import cluster
from communique.group.features import Features, features
from communique.group.likeness import APART, DAYS, likeness, unmentioned
from communique.types.ids import content_id
from communique.types.text import Report

THRESHOLD = 0.12
"""Least tie (see cluster) at which reports are one happening."""

_NAMES_SHOWN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownCoverage:
    """A coverage that stands, with its member reports; never split, nor united with another."""

    id: str
    founding_report_id: str
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """That a report belongs to a coverage, with a score from 0 to 1 and the reason in words.

    A report that founds its coverage has itself as `founding_report_id` and the score 1. `bridges`
    are to other coverages that stand, and that may by this report be one with its own.
    """

    report_id: str
    coverage_id: str
    founding_report_id: str
    score: float
    reason: str
    bridges: tuple[Bridge, ...] = ()


def group(new: Iterable[Report], known: Sequence[KnownCoverage] = ()) -> tuple[Decision, ...]:
    """Decide for each of `new` which coverage it joins or founds; decisions come by report id.

    `new` is read once, and no report is kept: 100,000 may come from a generator.

    The partition does not depend on the order of `new` or `known`. A new coverage is founded by
    its earliest dated report (then the lowest id), and its id hashes that report's. Reports that
    a known coverage already holds are confirmed in it.
    """
    held = {report.id: coverage for coverage in known for report in coverage.reports}
    read = {report.id: features(report) for coverage in known for report in coverage.reports}
    asked = set[str]()
    for report in new:
        asked.add(report.id)
        if report.id not in read:
            read[report.id] = features(report)
    ids = sorted(read)
    number = {report_id: n for n, report_id in enumerate(ids)}
    view = _View(ids, [read[i] for i in ids])
    standing = [coverage for coverage in known if coverage.reports]
    fixed = [[number[r.id] for r in coverage.reports] for coverage in standing]
    wanted = {number[report_id] for report_id in asked}
    clusters = cluster(len(ids), view.edges, fixed, THRESHOLD)
    bridges = _bridges(view, clusters, fixed, standing)
    decisions = []
    for members in clusters:
        holder = next((held[ids[m]] for m in members if ids[m] in held), None)
        founder = holder.founding_report_id if holder else view.founder(members)
        coverage_id = holder.id if holder else content_id("cv", founder)
        for member in sorted(wanted.intersection(members)):
            score, reason = view.grounds(member, members, founder, known=ids[member] in held)
            decisions.append(
                Decision(
                    report_id=ids[member],
                    coverage_id=coverage_id,
                    founding_report_id=founder,
                    score=score,
                    reason=reason,
                    bridges=tuple(bridges.get(member, ())),
                )
            )
    return tuple(sorted(decisions, key=lambda decision: decision.report_id))


def _bridges(
    view: "_View",
    clusters: Sequence[Sequence[int]],
    fixed: Sequence[Sequence[int]],
    standing: Sequence[KnownCoverage],
) -> dict[int, list[Bridge]]:
    """The bridges by the number of the report that shows them."""
    found: dict[int, list[Bridge]] = {}
    for number, here, there, score, by_itself in bridged(view.near, clusters, fixed, THRESHOLD):
        name, one, other = view.ids[number], standing[here], standing[there]
        told = "would be taken by both" if by_itself else "makes them alike as wholes"
        found.setdefault(number, []).append(
            Bridge(
                coverage_id=other.id,
                founding_report_id=other.founding_report_id,
                score=score,
                reason=f"{name} joins {one.id} and {told}: it ties to {other.id} by {score:.2f}",
            )
        )
    return found


class _View:
    """The reports in view by number, and how alike they are."""

    def __init__(self, ids: Sequence[str], read: Sequence[Features]) -> None:
        self.ids = ids
        self.read = read
        self.edges = likeness(read)
        self.near: list[dict[int, float]] = [{} for _ in ids]
        for (i, j), alike in self.edges.items():
            self.near[i][j] = self.near[j][i] = alike

    def founder(self, members: Sequence[int]) -> str:
        """The id of the earliest dated of `members`, then the lowest id."""
        return self.ids[min(members, key=lambda m: (min(self.read[m].days, default=date.max), m))]

    def grounds(
        self, member: int, members: Sequence[int], founder: str, *, known: bool
    ) -> tuple[float, str]:
        """Score and reason of the place of `member` among `members`."""
        if known:
            return 1.0, "already in this coverage"
        if self.ids[member] == founder:
            return 1.0, f"founds a coverage: {self._apart(member, members)}"
        alike = [
            max(self.near[member].get(other, 0.0), 0.0) for other in members if other != member
        ]
        score = (min(alike) + sum(alike) / len(alike)) / 2
        shared = self._shared(member, members)
        words = f"likeness {min(alike):.2f} to {max(alike):.2f} with {len(alike)} of its reports"
        return score, f"{words}; {shared}"

    def _shared(self, member: int, members: Sequence[int]) -> str:
        """The names `member` has most often among those every one of `members` has."""
        common = set(self.read[member].names).intersection(*(self.read[m].names for m in members))
        names = [name for name, _ in Counter(self.read[member].names).most_common()]
        shown = [name for name in names if name in common][:_NAMES_SHOWN]
        return f"all name {', '.join(shown)}" if shown else "no name is in all of them"

    def _apart(self, member: int, members: Sequence[int]) -> str:
        """Why the report outside `members` that is nearest to `member` is not one of them."""
        outside = {o: alike for o, alike in self.near[member].items() if o not in members}
        if not outside:
            return "no other report shares its rare names or words"
        other = max(outside, key=lambda o: (outside[o], -o))
        nearest = f"the nearest other report, {self.ids[other]},"
        if outside[other] == APART:
            return f"{nearest} is dated more than {DAYS} days away"
        mine = unmentioned(self.read[member], self.read[other])
        theirs = unmentioned(self.read[other], self.read[member])
        if mine and theirs:
            return f"{nearest} leads with {theirs[0]}, this one with {mine[0]}"
        return f"{nearest} has likeness {outside[other]:.2f}"
