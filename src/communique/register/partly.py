"""What judgements of single sentences come to: parts of reports, and relations of coverages. Pure.

The counterpart of `membership`, which says where whole reports are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from communique.register.membership import kept_apart
from communique.types.coverage import Part, Related
from communique.types.provenance import Judgement
from communique.types.text import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Partly:
    """What holds of single sentences, of one coverage.

    `parts` are those of other coverages' reports that tell it; `elsewhere` the sentences, by
    report, of its own that tell other happenings; `related` the earlier coverages it tells of.
    """

    parts: tuple[Part, ...] = ()
    elsewhere: tuple[tuple[str, tuple[int, ...]], ...] = ()
    related: tuple[Related, ...] = ()

    def told(self, reports: Iterable[Report]) -> dict[str, frozenset[int]]:
        """By report the sentences that count, of those of `reports` that do not count whole."""
        away = dict(self.elsewhere)
        counted: defaultdict[str, set[int]] = defaultdict(set)
        for part in self.parts:
            counted[part.report_id].update(part.sentences)
        for report in reports:
            if report.id in away:
                counted[report.id] = set(range(len(report.sentences))) - set(away[report.id])
        return {report_id: frozenset(numbers) for report_id, numbers in counted.items()}


def partly(
    judgements: Iterable[Judgement], homes: Mapping[str, str], joined: Mapping[str, str]
) -> dict[str, Partly]:
    """What `judgements` say of each coverage that they touch by sentences, in their order.

    `homes` are the coverages of the reports; `joined` tells which coverage took another's reports
    in. A judgement counts for nothing while its report, or its coverage, is not there, while both
    are one, or, as to a part, while a person holds the report apart from a report of the coverage.
    """
    listed = list(judgements)
    apart = kept_apart(listed)
    standing = set(homes.values())
    parts: defaultdict[str, list[Part]] = defaultdict(list)
    related: defaultdict[str, list[Related]] = defaultdict(list)
    elsewhere: defaultdict[str, defaultdict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for each in listed:
        here, there = homes.get(each.left), joined.get(each.right, each.right)
        if not each.sentences or here is None or there not in standing or here == there:
            continue
        score = each.score or 0.0
        if each.kind == "part_of_happening":
            if any(homes.get(other) == there for other in apart.get(each.left, ())):
                continue
            parts[there].append(
                Part(report_id=each.left, sentences=each.sentences, score=score, reason=each.reason)
            )
            elsewhere[here][each.left].update(each.sentences)
        elif each.kind == "looks_back_on" or each.kind == "follows":
            related[here].append(
                Related(
                    coverage_id=there,
                    kind=each.kind,
                    report_id=each.left,
                    sentences=each.sentences,
                    score=score,
                    reason=each.reason,
                )
            )
    return {
        home: Partly(
            parts=tuple(sorted(parts[home], key=lambda part: (part.report_id, part.sentences))),
            elsewhere=tuple((one, tuple(sorted(n))) for one, n in sorted(elsewhere[home].items())),
            related=tuple(
                sorted(related[home], key=lambda each: (each.report_id, each.coverage_id))
            ),
        )
        for home in parts.keys() | elsewhere.keys() | related.keys()
    }
