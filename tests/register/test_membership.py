"""Which coverage a report belongs to, from judgements alone."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from register_samples import apart, same

from communique.register import coverage_of, membership
from communique.register.membership import bridges, kept_apart, parted_coverage

REPORTS = [f"rp-{number}" for number in range(6)]


def groups(judgements):
    homes = membership(judgements)
    return {frozenset(one for one in homes if homes[one] == home) for home in homes.values()}


def test_a_founder_and_its_followers():
    homes = membership([same("rp-1", coverage_of("rp-1")), same("rp-2", "rp-1")])
    assert homes == dict.fromkeys(["rp-1", "rp-2"], coverage_of("rp-1"))


def test_a_report_named_on_the_right_founds():
    assert membership([same("rp-2", "rp-1")]) == dict.fromkeys(
        ["rp-2", "rp-1"], coverage_of("rp-1")
    )


def test_coverages_join_as_a_whole():
    judgements = [same("rp-2", "rp-1"), same("rp-4", "rp-3"), same("rp-2", "rp-4", "ada")]
    assert groups(judgements) == {frozenset(REPORTS[1:5])}
    assert set(membership(judgements).values()) == {coverage_of("rp-3")}


def test_a_founder_can_be_parted_and_joined_to_another():
    judgements = [same("rp-2", "rp-1"), same("rp-3", "rp-3"), apart("rp-1", "rp-2")]
    assert groups(judgements) == {frozenset({one}) for one in ("rp-1", "rp-2", "rp-3")}
    judgements.append(same("rp-1", "rp-3", "ada"))
    assert groups(judgements) == {frozenset({"rp-1", "rp-3"}), frozenset({"rp-2"})}


def test_a_person_is_heard_after_the_machine():
    decided = apart("rp-2", "rp-1")
    assert groups([decided, same("rp-2", "rp-1")]) == groups([same("rp-2", "rp-1"), decided])
    assert len(groups([decided, same("rp-2", "rp-1")])) == 2


def test_parting_what_is_apart_moves_nothing():
    judgements = [same("rp-2", "rp-1"), same("rp-3", coverage_of("rp-3"))]
    assert membership([*judgements, apart("rp-3", "rp-1")]) == membership(judgements)


def test_a_report_apart_from_itself_stands_by_itself():
    judgements = [same("rp-2", "rp-1"), same("rp-3", "rp-1")]
    alone = apart("rp-1", "rp-1")
    assert groups([*judgements, alone]) == {frozenset({"rp-1"}), frozenset({"rp-2", "rp-3"})}
    assert membership([*judgements, alone])["rp-1"] == parted_coverage(alone)
    # It stays so where what had brought it together is taken back, and where nothing placed it.
    joined = same("rp-1", "rp-4", author="ada")
    assert groups([*judgements, joined, alone]) >= {frozenset({"rp-1"})}
    assert groups([alone]) == {frozenset({"rp-1"})}


def test_who_is_kept_apart_is_so_both_ways():
    judgements = [apart("rp-1", "rp-2"), apart("rp-3", "rp-3"), same("rp-1", "rp-4")]
    assert kept_apart(judgements) == {"rp-1": {"rp-2"}, "rp-2": {"rp-1"}}


pairs = st.tuples(st.sampled_from(REPORTS), st.sampled_from(REPORTS))


@given(st.lists(pairs))
def test_same_alone_makes_the_connected_groups(edges):
    expected = {one: {one} for edge in edges for one in edge}
    for left, right in edges:
        joined = expected[left] | expected[right]
        for one in joined:
            expected[one] = joined
    assert groups(same(*edge) for edge in edges) == {frozenset(one) for one in expected.values()}


@given(st.lists(pairs), pairs)
def test_the_last_word_of_a_person_holds(edges, last):
    made = [same(*edge, author="ada") for edge in edges]
    left, right = last
    if left != right:
        homes = membership([*made, apart(left, right)])
        assert homes.get(left) is None or homes.get(left) != homes.get(right)
    homes = membership([*made, same(left, right, author="bob")])
    assert homes[left] == homes[right]


def bridge(left, right):
    return replace(same(left, right), id=f"jd-{left}{right}", kind="bridge", score=0.2)


TWO = [same("rp-1", "rp-1"), same("rp-2", "rp-1"), same("rp-3", "rp-3")]


def bridged(judgements):
    return {
        frozenset((home, other))
        for home, others in bridges(judgements, membership(judgements)).items()
        for other, _ in others
    }


def test_a_bridge_moves_nothing_and_is_told_of_both_sides():
    made = [*TWO, bridge("rp-1", "rp-3")]
    assert membership(made) == membership(TWO)
    told = bridges(made, membership(made))
    assert told == {
        coverage_of("rp-1"): ((coverage_of("rp-3"), made[-1]),),
        coverage_of("rp-3"): ((coverage_of("rp-1"), made[-1]),),
    }


def test_a_bridge_is_answered_by_a_merge_or_by_telling_any_two_reports_apart():
    made = [*TWO, bridge("rp-1", "rp-3")]
    for answer in (
        same("rp-3", "rp-1", author="ada"),
        apart("rp-2", "rp-3"),
        apart("rp-3", "rp-1"),
    ):
        assert bridged(made)
        assert not bridged([*made, answer])


def test_a_bridge_stands_where_others_are_told_apart():
    made = [*TWO, same("rp-4", "rp-4"), bridge("rp-1", "rp-3"), apart("rp-4", "rp-3")]
    assert bridged(made) == {frozenset((coverage_of("rp-1"), coverage_of("rp-3")))}


def test_a_bridge_follows_a_coverage_that_joined_another():
    made = [*TWO, same("rp-4", "rp-4"), bridge("rp-1", "rp-3"), same("rp-1", "rp-4", author="ada")]
    assert bridged(made) == {frozenset((coverage_of("rp-4"), coverage_of("rp-3")))}
