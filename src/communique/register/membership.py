"""Which report belongs to which coverage, worked out from the judgements that stand. Pure.

Nothing is stored but the judgements, so that taking one back undoes exactly what it did.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from communique.types.ids import content_id
from communique.types.provenance import Judgement, JudgementKind

MACHINE = "machine"
"""The author of judgements made by a stage; any other author is a person."""

PLACING: tuple[JudgementKind, ...] = ("same_happening", "different_happening")
"""The kinds of judgement that say in which coverage a report is."""


def coverage_of(founder: str) -> str:
    """The id of the coverage that the report `founder` founds."""
    return content_id("cv", founder)


def parted_coverage(judgement: Judgement) -> str:
    """The id of the coverage that a `different_happening` moves its `left` out to."""
    return content_id("cv", judgement.left, judgement.id)


def kept_apart(judgements: Iterable[Judgement]) -> dict[str, frozenset[str]]:
    """The reports that each report was judged to be of another happening than, either way round.

    The grouping is not to bring them together; what places a report by itself bars nothing.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for each in judgements:
        if each.kind == "different_happening" and each.left != each.right:
            found[each.left].add(each.right)
            found[each.right].add(each.left)
    return {report: frozenset(others) for report, others in found.items()}


def bridges(
    judgements: Iterable[Judgement], homes: Mapping[str, str]
) -> dict[str, tuple[tuple[str, Judgement], ...]]:
    """By coverage the others that it may be one with, each with the machine's word for it.

    `homes` are the coverages of the reports, by `judgements`. A bridge is between two founding
    reports. It is answered where a person's judgement has brought them into one coverage, or says
    of any two reports of theirs that they tell two happenings.
    """
    listed = list(judgements)
    parted = {
        frozenset((homes.get(each.left), homes.get(each.right)))
        for each in listed
        if each.kind == "different_happening"
    }
    found: defaultdict[str, dict[str, Judgement]] = defaultdict(dict)
    for each in listed:
        here, there = homes.get(each.left), homes.get(each.right)
        if each.kind != "bridge" or not here or not there or here == there:
            continue
        if frozenset((here, there)) not in parted:
            found[here].setdefault(there, each)
            found[there].setdefault(here, each)
    return {home: tuple(sorted(others.items())) for home, others in found.items()}


def membership(judgements: Iterable[Judgement]) -> dict[str, str]:
    """Return the coverage id of every report that `judgements`, in their order, place.

    A judgement's sides are report or coverage ids. `same_happening` places a `left` that has no
    coverage yet in that of `right` (which it founds, where `right` is a report without one);
    otherwise the whole coverage of `left` joins that of `right`. `different_happening` of two
    reports in one coverage moves `left` out to a coverage of its own; of a report and itself it
    moves it out of whatever coverage it is in; between other things it is advice to the grouping
    and moves nothing. A person's judgements come after the machine's, whenever each was made, so
    that no later run undoes them.
    """
    return places(judgements)[0]


def places(judgements: Iterable[Judgement]) -> tuple[dict[str, str], dict[str, str]]:
    """The `membership`, and of each coverage whose reports all joined another the id of that."""
    homes: dict[str, str] = {}
    joined: dict[str, str] = {}

    def final(side: str) -> str | None:
        coverage = side if side.startswith("cv-") else homes.get(side)
        while coverage in joined:
            coverage = joined[coverage]
        return coverage

    placing = (one for one in judgements if one.kind in PLACING)
    for judgement in sorted(placing, key=lambda one: one.author != MACHINE):
        left, right = judgement.left, judgement.right
        here, there = final(left), final(right)
        if judgement.kind == "different_happening":
            together = here is not None and here == there and left in homes and right in homes
            if together or left == right:
                homes[left] = parted_coverage(judgement)
            continue
        if there is None:
            there = homes[right] = coverage_of(right)
        if here is None:
            homes[left] = there
        elif here != there:
            joined[here] = there
    settled = {report: final(coverage) or coverage for report, coverage in homes.items()}
    return settled, {coverage: final(coverage) or coverage for coverage in joined}
