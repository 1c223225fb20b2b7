"""Which report belongs to which coverage, worked out from the judgements that stand. Pure.

Nothing is stored but the judgements, so that taking one back undoes exactly what it did.
"""

from collections import defaultdict
from collections.abc import Iterable

from communique.types.ids import content_id
from communique.types.provenance import Judgement

MACHINE = "machine"
"""The author of judgements made by a stage; any other author is a person."""


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
    homes: dict[str, str] = {}
    joined: dict[str, str] = {}

    def final(side: str) -> str | None:
        coverage = side if side.startswith("cv-") else homes.get(side)
        while coverage in joined:
            coverage = joined[coverage]
        return coverage

    for judgement in sorted(judgements, key=lambda one: one.author != MACHINE):
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
    return {report: final(coverage) or coverage for report, coverage in homes.items()}
