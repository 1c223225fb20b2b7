"""The comparison of the versions of one happening."""

from collections.abc import Sequence

from communique.align.copies import copies
from communique.align.differences import differences
from communique.align.links import align
from communique.align.origins import origins
from communique.align.renamed import Names, under_one_name
from communique.types.coverage import Coverage
from communique.types.text import Report


def cover(
    coverage_id: str,
    reports: Sequence[Report],
    known: Sequence[Names] = (),
    *,
    closely: bool = True,
) -> Coverage:
    """Compare `reports`, the versions of one happening, the founding report first.

    Sentences are linked as if the two names of each of `known` were one; that a version has the
    other name is a difference all the same. Unless `closely`, only who carries whose words is
    told, by runs of words: sentences are not linked, nor differences looked for.
    """
    links = align(under_one_name(reports, known)) if closely else ()
    carried = copies(reports)
    return Coverage(
        id=coverage_id,
        report_ids=tuple(report.id for report in reports),
        origins=origins(reports, links, carried),
        copies=carried,
        links=links,
        differences=differences(reports, links) if closely else (),
    )
