"""Which reports are one happening: in a batch, one at a time, in any order."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_reports import named_report

from communique.group import Decision, KnownCoverage, group
from communique.group.decide import THRESHOLD
from communique.types.ids import content_id
from communique.types.text import Report

AACHEN_WIRE = """\
AACHEN, Jan. 22 -- French President Emmanuel Macron and German Chancellor Angela Merkel signed a \
treaty on cooperation and integration in the town hall of Aachen on Tuesday.
The treaty deepens cooperation in defence, border regions and European policy, 56 years after the \
Elysee Treaty.
Macron said France and Germany had to take responsibility and show the way for Europe.
Merkel said the two countries were opening a new chapter."""
AACHEN_READOUT = """\
Federal Chancellor Angela Merkel and President Emmanuel Macron of France today signed the Aachen \
Treaty in the Coronation Hall of the town hall.
The Chancellor thanked the French President and said that Germany and France opened a new chapter \
in their relations.
The treaty builds on the Elysee Treaty of 1963 and deepens cooperation in border regions."""
AACHEN_SHORT = """\
France and Germany renewed their friendship in Aachen on Tuesday, when Macron and Merkel put their \
names to a new treaty on defence and border regions.
It complements the Elysee Treaty."""
HOST_FIRST = """\
President Emmanuel Macron received President Paul Kagame of Rwanda at the Elysee Palace in Paris \
on Monday.
Macron said France stood ready to deepen cooperation in education, health and culture, and that \
the two countries should support each other on issues of core interest.
Kagame said Rwanda attached great importance to its ties with France.
The two sides signed a memorandum on vaccines."""
HOST_SECOND = """\
President Emmanuel Macron received President Macky Sall of Senegal at the Elysee Palace in Paris \
on Monday.
Macron said France stood ready to deepen cooperation in education, health and culture, and that \
the two countries should support each other on issues of core interest.
Sall said Senegal attached great importance to its ties with France.
The two sides signed a memorandum on railways."""
TEXTS = {
    "wire": AACHEN_WIRE,
    "readout": AACHEN_READOUT,
    "short": AACHEN_SHORT,
    "kagame": HOST_FIRST,
    "sall": HOST_SECOND,
}
ONE = frozenset(("wire", "readout", "short"))


REPORTS = {name: named_report(name, text) for name, text in TEXTS.items()}


def partition(decisions: tuple[Decision, ...]) -> set[frozenset[str]]:
    return {
        frozenset(d.report_id for d in decisions if d.coverage_id == each.coverage_id)
        for each in decisions
    }


def stream(reports: list[Report]) -> set[frozenset[str]]:
    known: dict[str, KnownCoverage] = {}
    for each in reports:
        (made,) = group([each], tuple(known.values()))
        held = known[made.coverage_id].reports if made.coverage_id in known else ()
        known[made.coverage_id] = KnownCoverage(
            id=made.coverage_id,
            founding_report_id=made.founding_report_id,
            reports=(*held, each),
        )
    return {frozenset(r.id for r in coverage.reports) for coverage in known.values()}


def test_three_versions_join_and_two_guests_of_one_host_do_not() -> None:
    found = partition(group(list(REPORTS.values())))
    assert found == {ONE, frozenset(("kagame",)), frozenset(("sall",))}


@pytest.mark.parametrize("order", list(permutations(TEXTS))[::7])
def test_one_at_a_time_agrees_with_the_batch(order: tuple[str, ...]) -> None:
    reports = [REPORTS[name] for name in order]
    assert stream(reports) == partition(group(reports))


@pytest.mark.parametrize(
    ("a", "b", "together"),
    [("wire", "short", True), ("wire", "readout", True), ("kagame", "sall", False)],
)
def test_two_reports_alone(a: str, b: str, together: bool) -> None:
    assert (len(partition(group([REPORTS[a], REPORTS[b]]))) == 1) is together


def test_reports_dated_weeks_apart_are_two_happenings() -> None:
    wire = named_report("wire", AACHEN_WIRE, published="2019-01-22")
    near = named_report("short", AACHEN_SHORT, published="2019-01-24T10:00")
    far = named_report("short", AACHEN_SHORT, published="2019-03-24")
    assert len(partition(group([wire, near]))) == 1
    apart = group([wire, far])
    assert len(partition(apart)) == 2
    assert "dated more than" in apart[0].reason


def test_a_late_copy_still_joins() -> None:
    wire = named_report("wire", AACHEN_WIRE, published="2019-01-22")
    copy = named_report("copy", AACHEN_WIRE, published="2019-03-24")
    assert len(partition(group([wire, copy]))) == 1


def test_the_same_words_years_later_are_another_happening() -> None:
    wire = named_report("wire", AACHEN_WIRE, published="2019-01-22")
    again = named_report("again", AACHEN_WIRE, published="2021-01-22")
    assert len(partition(group([wire, again]))) == 2


def test_the_earliest_report_founds_the_coverage() -> None:
    early = named_report("z", AACHEN_SHORT, published="2019-01-21")
    late = named_report("a", AACHEN_WIRE, published="2019-01-22")
    joined, founded = group([early, late])
    assert (joined.report_id, joined.founding_report_id) == ("a", "z")
    assert founded.coverage_id == joined.coverage_id == content_id("cv", "z")
    assert founded.score == 1
    assert 0 < joined.score < 1
    assert "Aachen" in joined.reason


def test_known_coverages_are_kept_and_never_united() -> None:
    known = [
        KnownCoverage(id=f"cv-{name}", founding_report_id=name, reports=(REPORTS[name],))
        for name in ("wire", "readout")
    ]
    joined, confirmed = group([REPORTS["short"], REPORTS["wire"]], known)
    assert joined.coverage_id in ("cv-wire", "cv-readout")
    assert (confirmed.coverage_id, confirmed.reason) == ("cv-wire", "already in this coverage")


def test_reports_without_words_or_names_stand_alone() -> None:
    nothing = [named_report("a", ""), named_report("b", ""), named_report("c", "of the and")]
    assert len(partition(group(nothing))) == 3
    assert group([]) == ()


def test_copies_without_names_join() -> None:
    plain = "ministers agreed to lower tariffs on grain and to open two border crossings in spring"
    assert len(partition(group([named_report("a", plain), named_report("b", plain)]))) == 1


@settings(max_examples=20, deadline=None)
@given(st.permutations(sorted(TEXTS)))
def test_the_order_of_a_batch_does_not_matter(order: list[str]) -> None:
    assert group([REPORTS[name] for name in order]) == group(list(REPORTS.values()))


def test_the_same_report_twice_is_one() -> None:
    assert len(group([REPORTS["wire"], replace(REPORTS["wire"])])) == 1


def test_a_report_that_two_coverages_would_take_says_so() -> None:
    known = [
        KnownCoverage(id=f"cv-{name}", founding_report_id=name, reports=(REPORTS[name],))
        for name in ("wire", "readout", "kagame")
    ]
    (joined,) = group([REPORTS["short"]], known)
    (other,) = joined.bridges
    assert {joined.coverage_id, other.coverage_id} == {"cv-wire", "cv-readout"}
    assert f"cv-{other.founding_report_id}" == other.coverage_id
    assert THRESHOLD <= other.score <= joined.score
    assert other.coverage_id in other.reason
    assert all(each.bridges == () for each in group(list(REPORTS.values())))
