from itertools import combinations

from export_samples import ONE, REPORTS, THREE, TWO, coverage, ref, report
from hypothesis import given
from hypothesis import strategies as st

from communique.export.trace import Branch, trace, trace_row
from communique.types.coverage import Carrying, Coverage, Descent, Link


def carrying(a, b, source=None, likelihood=0.9, share_of_a=0.5, share_of_b=0.6):
    """Two reports that share words; `source` is likely the one that had them first."""
    descent = source and Descent(source=source, likelihood=likelihood, reasons=(f"why of {a} {b}",))
    return Carrying(
        a=a,
        b=b,
        kind="rewrite",
        share_of_a=share_of_a,
        share_of_b=share_of_b,
        longest_run=9,
        descent=descent,
    )


def made(names, *copies):
    """A trace of the first of `names` in a coverage of reports of one sentence each."""
    reports = [report(name, "Ana Kos met Karl Lang.") for name in names]
    ids = tuple(each.id for each in reports)
    return trace(Coverage(id="cv-1", report_ids=ids, copies=copies), reports, reports[0])


def of(a, b, source=None, **more):
    return carrying(f"rp-{a}", f"rp-{b}", source and f"rp-{source}", **more)


def drawn(branch: Branch):
    """A branch as nested names: ("a", ("b",)) is b under a."""
    return (branch.report_id.removeprefix("rp-"), *map(drawn, branch.branches))


def families(found):
    return [(each.kind, *map(drawn, each.branches)) for each in found.families]


def every(branches):
    for branch in branches:
        yield branch
        yield from every(branch.branches)


def test_a_chain_hangs_link_by_link():
    found = made("abc", of("a", "b", "b"), of("b", "c", "c"), of("a", "c", "c", likelihood=0.8))
    assert families(found) == [("descent", ("c", ("b", ("a",))))]
    (a,) = (each for each in every(found.families[0].branches) if each.report_id == "rp-a")
    assert (a.source.other, a.source.share, a.source.share_of_other) == ("rp-b", 0.5, 0.6)
    assert (a.source.likelihood, a.source.reasons) == (0.9, ("why of rp-a rp-b",))
    assert [(each.other, each.way, each.likelihood) for each in a.also] == [("rp-c", "likely", 0.8)]


def test_of_equally_likely_sources_that_of_more_words_goes_first():
    found = made("abc", of("a", "b", "b", share_of_a=0.5), of("a", "c", "c", share_of_a=0.7))
    assert families(found) == [("descent", ("c", ("a",)), ("b",))]


def test_a_circle_is_broken_at_its_least_likely():
    circle = (
        of("a", "b", "a", likelihood=0.7),
        of("b", "c", "b", likelihood=0.9),
        of("a", "c", "c", likelihood=0.8),
    )
    found = made("abc", *circle)
    assert families(found) == [("descent", ("b", ("c", ("a",))))]
    (b,) = found.families[0].branches
    assert [(each.other, each.way) for each in b.also] == [("rp-a", "circular")]


def test_a_source_that_would_close_a_circle_gives_way_to_the_next():
    found = made(
        "abcd",
        of("b", "c", "b", likelihood=0.95),
        of("a", "b", "a", likelihood=0.9),
        of("a", "c", "c", likelihood=0.85),
        of("a", "d", "d", likelihood=0.8),
    )
    assert families(found) == [("descent", ("d", ("a", ("b", ("c",)))))]


def test_reports_stand_side_by_side_where_the_direction_is_unknown():
    found = made("abcd", of("a", "c"), of("c", "d", "c"))
    assert families(found) == [("unknown", ("a",), ("c", ("d",))), ("own", ("b",))]
    a, c = found.families[0].branches
    assert a.also == ()
    assert [(e.other, e.way, e.share, e.likelihood) for e in c.also] == [
        ("rp-a", "unknown", 0.6, None)
    ]


def test_an_unknown_direction_within_a_tree_parts_no_family():
    found = made("abc", of("a", "b", "a"), of("a", "c", "a"), of("b", "c"))
    assert families(found) == [("descent", ("a", ("b",), ("c",)))]


def test_a_report_alone_has_its_own_words():
    found = made("a")
    assert families(found) == [("own", ("a",))]
    (sentence,) = found.sentences
    assert (sentence.elsewhere, sentence.origin) == ((), None)


NAMES = "abcdef"
SPEAKS = st.tuples(
    st.sampled_from(list(combinations(NAMES, 2))),
    st.sampled_from((None, 0, 1)),
    st.floats(0.5, 1),
)


@given(st.lists(SPEAKS, max_size=12, unique_by=lambda each: each[0]))
def test_every_report_and_every_sharing_is_told_once_without_circles(spoken):
    copies = [
        of(*pair, None if side is None else pair[side], likelihood=likelihood)
        for pair, side, likelihood in spoken
    ]
    found = made(NAMES, *copies)
    branches = [each for family in found.families for each in every(family.branches)]
    assert sorted(each.report_id for each in branches) == [f"rp-{name}" for name in NAMES]
    told = [(b.report_id, s) for b in branches for s in (b.source, *b.also) if s]
    assert all(report_id == sharing.report_id for report_id, sharing in told)
    assert sorted(tuple(sorted((s.report_id, s.other))) for _, s in told) == sorted(
        (each.a, each.b) for each in copies
    )
    below = {one.report_id: each.report_id for each in branches for one in each.branches}
    assert all(below.get(b.report_id) == (b.source and b.source.other) for b in branches)
    unsourced = [b for b in branches if b.source is None]
    assert all(s.way in ("unknown", "circular") for b in unsourced for s in b.also)


def origins(found):
    return [each.origin for each in found.sentences]


def linked(*copies, links=()):
    told = coverage()
    return Coverage(
        id=told.id, report_ids=told.report_ids, links=(*told.links, *links), copies=copies
    )


def test_a_sentence_names_who_has_it_and_by_which_links():
    found = trace(coverage(), REPORTS, ONE)
    assert [[(e.report_id, e.kind, e.numbers) for e in s.elsewhere] for s in found.sentences] == [
        [("rp-two", "verbatim", (0,)), ("rp-three", "near", (0,))],
        [("rp-two", "reworded", (1,))],
    ]
    other = trace(coverage(), REPORTS, THREE)
    assert [[e.report_id for e in s.elsewhere] for s in other.sentences] == [["rp-one"], []]


def test_the_tightest_link_names_the_kind():
    twice = linked(links=(Link(a=ref(ONE, 0), b=ref(TWO, 1), kind="near", score=0.8),))
    two = trace(twice, REPORTS, ONE).sentences[0].elsewhere[0]
    assert (two.kind, two.numbers) == ("verbatim", (0, 1))


def test_a_sentence_comes_from_the_likeliest_source_that_has_it():
    from_two = carrying("rp-one", "rp-two", "rp-two", likelihood=0.8)
    from_three = carrying("rp-one", "rp-three", "rp-three", likelihood=0.9)
    found = trace(linked(from_two, from_three), REPORTS, ONE)
    assert origins(found) == ["rp-three", "rp-two"]


def test_a_sentence_comes_from_here_where_all_who_have_it_have_it_from_here():
    to_two = carrying("rp-one", "rp-two", "rp-one")
    assert origins(trace(linked(to_two), REPORTS, ONE)) == [None, "rp-one"]
    to_three = carrying("rp-one", "rp-three", "rp-one")
    assert origins(trace(linked(to_two, to_three), REPORTS, ONE)) == ["rp-one", "rp-one"]


def test_no_sentence_comes_from_where_nothing_speaks_for_it():
    assert origins(trace(linked(carrying("rp-one", "rp-two")), REPORTS, ONE)) == [None, None]


def test_no_sentence_comes_from_a_source_set_aside():
    circle = (
        carrying("rp-one", "rp-two", "rp-two", likelihood=0.6),
        carrying("rp-two", "rp-three", "rp-three", likelihood=0.8),
        carrying("rp-one", "rp-three", "rp-one", likelihood=0.9),
    )
    assert origins(trace(linked(*circle), REPORTS, ONE)) == [None, None]


def test_reports_that_are_not_given_are_passed_over():
    found = trace(linked(carrying("rp-one", "rp-three", "rp-three")), [ONE, TWO], ONE)
    assert families(found) == [("own", ("one",), ("two",))]
    assert [[e.report_id for e in s.elsewhere] for s in found.sentences] == [["rp-two"]] * 2


def test_a_row_tells_all_of_it():
    found = linked(carrying("rp-one", "rp-two", "rp-two"))
    row = trace_row(trace(found, REPORTS, ONE))
    descent, own = row["families"]
    (one,) = descent["branches"][0]["branches"]
    assert (one["report_id"], one["branches"], one["also"]) == ("rp-one", [], [])
    assert one["likely_source"] == {
        "report_id": "rp-two",
        "kind": "rewrite",
        "share": 0.5,
        "share_of_other": 0.6,
        "way": "likely",
        "likelihood": 0.9,
        "reasons": ["why of rp-one rp-two"],
    }
    assert [each["report_id"] for each in own["branches"]] == ["rp-three"]
    assert own["branches"][0]["likely_source"] is None
    assert row["sentences"][1] == {
        "sentence": 1,
        "start": 23,
        "end": 23 + len(ONE.sentences[1].text),
        "text": ONE.sentences[1].text,
        "elsewhere": [{"report_id": "rp-two", "kind": "reworded", "sentences": [1]}],
        "likely_origin": "rp-two",
    }
