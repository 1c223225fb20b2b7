"""Where a report's words likely come from and where they went, by report and by sentence.

A report hangs under the one it likeliest has its words from. Descent is weighed for every two
reports by itself, so that taken together it may run in a circle: the likeliest of it is kept, and
what would close a circle is set aside, and named as such.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from communique.export.components import components
from communique.export.rows import Row, passage_row
from communique.types.coverage import Carrying, CarryingKind, Coverage, LinkKind, SentenceRef
from communique.types.text import Passage, Report

Way = Literal["likely", "unknown", "circular"]
FamilyKind = Literal["descent", "unknown", "own"]
_TIGHTER: tuple[LinkKind, ...] = get_args(LinkKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """What a report shares with `other`: shares from 0 to 1 of the words of each.

    `way` is "likely" where the report likely has the words from the other, "circular" where that
    would close a circle of likelier sources, "unknown" where nothing speaks for either; likelihood
    (0.5 to 1) and reasons are given but for the last.
    """

    report_id: str
    other: str
    kind: CarryingKind
    share: float
    share_of_other: float
    way: Way
    likelihood: float | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A report under its likeliest source, if it has one, and the reports that hang under it.

    `also` is what it shares besides, so that what any two reports share is told once in a tree.
    """

    report_id: str
    source: Sharing | None
    also: tuple[Sharing, ...]
    branches: tuple["Branch", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Reports side by side, each with those below it.

    They are the heads of likely descent ("descent"), share words in an unknown direction, among
    them or those below them ("unknown"), or share none with any other ("own").
    """

    kind: FamilyKind
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Sentences of another version (from 0) linked to one, and the kind of the tightest link."""

    report_id: str
    kind: LinkKind
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TracedSentence:
    """A sentence, its place (from 0), the versions that have it, and its likeliest origin.

    The origin is the likeliest source of the report among those versions; the report itself where
    each of them likely has its words from the report; else None.
    """

    number: int
    passage: Passage
    elsewhere: tuple[Elsewhere, ...]
    origin: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A report among the reports of its coverage, and sentence by sentence."""

    report_id: str
    coverage_id: str
    families: tuple[Family, ...]
    sentences: tuple[TracedSentence, ...]


def trace(coverage: Coverage, reports: Sequence[Report], report: Report) -> Trace:
    """Trace the words of `report` through `reports`, those of its coverage.

    What the coverage tells of reports that are not among `reports` is passed over.
    """
    order = {each.id: place for place, each in enumerate(reports)}
    told = [c for c in coverage.copies if c.a in order and c.b in order]
    sharings, sources = _descended([_sharing(each, order) for each in told])
    return Trace(
        report_id=report.id,
        coverage_id=coverage.id,
        families=tuple(_families(list(order), sharings, sources)),
        sentences=tuple(_sentences(coverage, order, report, sharings)),
    )


def _sharing(carrying: Carrying, order: Mapping[str, int]) -> Sharing:
    """A carrying as the report tells it that likely has the words; else the later of the two."""
    descent = carrying.descent
    source = descent.source if descent else min(carrying.a, carrying.b, key=order.__getitem__)
    sides = (carrying.a, carrying.share_of_a), (carrying.b, carrying.share_of_b)
    (one, share), (other, share_of_other) = sides if source == carrying.b else sides[::-1]
    return Sharing(
        report_id=one,
        other=other,
        kind=carrying.kind,
        share=share,
        share_of_other=share_of_other,
        way="likely" if descent else "unknown",
        likelihood=descent.likelihood if descent else None,
        reasons=descent.reasons if descent else (),
    )


def _descended(found: Iterable[Sharing]) -> tuple[list[Sharing], dict[str, str]]:
    """All sharings, the likeliest first and circles named, and every report's source in the tree.

    Of sources as likely as one another, that which carries more of the report goes first.
    """
    ranked = sorted(found, key=lambda each: (-(each.likelihood or 0), -each.share))
    sources: dict[str, str] = {}
    for each in ranked:
        circular = each.report_id in _upward(each.other, sources)
        if each.way == "likely" and each.report_id not in sources and not circular:
            sources[each.report_id] = each.other
    return [
        replace(each, way="circular")
        if each.way == "likely" and each.report_id in _upward(each.other, sources)
        else each
        for each in ranked
    ], sources


def _upward(report_id: str, sources: Mapping[str, str]) -> list[str]:
    """The report, its source, the source's source, and so on."""
    line = [report_id]
    while line[-1] in sources:
        line.append(sources[line[-1]])
    return line


def _families(
    report_ids: Sequence[str], sharings: Sequence[Sharing], sources: Mapping[str, str]
) -> Iterable[Family]:
    """The families: all likely descent, each group whose direction is unknown, all own words."""

    def branch(report_id: str) -> Branch:
        source = sources.get(report_id)
        mine = [each for each in sharings if each.report_id == report_id]
        return Branch(
            report_id=report_id,
            source=next((each for each in mine if each.other == source), None),
            also=tuple(each for each in mine if each.other != source),
            branches=tuple(branch(one) for one in report_ids if sources.get(one) == report_id),
        )

    sharing = {one for each in sharings for one in (each.report_id, each.other)}
    joined = [(x.report_id, x.other) for x in sharings if x.way == "unknown"]
    groups = [
        [one for one in group if one not in sources]
        for group in components(report_ids, (*sources.items(), *joined))
    ]
    heads = [group[0] for group in groups if len(group) == 1]
    kinds: list[tuple[FamilyKind, list[str]]] = [
        ("descent", [one for one in heads if one in sharing]),
        *(("unknown", group) for group in groups if len(group) > 1),
        ("own", [one for one in heads if one not in sharing]),
    ]
    return [Family(kind=kind, branches=tuple(map(branch, ids))) for kind, ids in kinds if ids]


def _sentences(
    coverage: Coverage, known: Iterable[str], report: Report, sharings: Sequence[Sharing]
) -> Iterable[TracedSentence]:
    likely = [each for each in sharings if each.way == "likely"]
    sources = [each.other for each in likely if each.report_id == report.id]
    heirs = {each.report_id for each in likely if each.other == report.id}
    linked: dict[int, list[tuple[SentenceRef, LinkKind]]] = defaultdict(list)
    for link in coverage.links:
        for mine, theirs in ((link.a, link.b), (link.b, link.a)):
            if mine.report_id == report.id:
                linked[mine.sentence].append((theirs, link.kind))
    for number, passage in enumerate(report.sentences):
        elsewhere = tuple(
            Elsewhere(
                report_id=one,
                kind=min((kind for _, kind in there), key=_TIGHTER.index),
                numbers=tuple(sorted(place.sentence for place, _ in there)),
            )
            for one in known
            if (there := [each for each in linked[number] if each[0].report_id == one])
        )
        having = [each.report_id for each in elsewhere]
        own = report.id if having and heirs.issuperset(having) else None
        origin = next((one for one in sources if one in having), own)
        yield TracedSentence(number=number, passage=passage, elsewhere=elsewhere, origin=origin)


def trace_row(traced: Trace) -> Row:
    """{report_id, coverage_id, families, sentences}, the families nested as their branches are."""
    return {
        "report_id": traced.report_id,
        "coverage_id": traced.coverage_id,
        "families": [
            {"kind": family.kind, "branches": [_branch_row(each) for each in family.branches]}
            for family in traced.families
        ],
        "sentences": [
            {
                "sentence": each.number,
                **passage_row(each.passage),
                "elsewhere": [
                    {"report_id": e.report_id, "kind": e.kind, "sentences": list(e.numbers)}
                    for e in each.elsewhere
                ],
                "likely_origin": each.origin,
            }
            for each in traced.sentences
        ],
    }


def _branch_row(branch: Branch) -> Row:
    """{report_id, likely_source, also, branches}."""
    return {
        "report_id": branch.report_id,
        "likely_source": branch.source and _sharing_row(branch.source),
        "also": [_sharing_row(each) for each in branch.also],
        "branches": [_branch_row(each) for each in branch.branches],
    }


def _sharing_row(sharing: Sharing) -> Row:
    """{report_id, kind, share, share_of_other, way, likelihood, reasons}, of the other report."""
    return {
        "report_id": sharing.other,
        "kind": sharing.kind,
        "share": sharing.share,
        "share_of_other": sharing.share_of_other,
        "way": sharing.way,
        "likelihood": sharing.likelihood,
        "reasons": list(sharing.reasons),
    }
